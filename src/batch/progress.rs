//! How far a run is: a bar on a terminal, or a JSON line a second; the only file that names the crate of
//! the bar.

use super::clock::Clock;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;
use std::time::Duration;

/// What a run is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Reading and deciding.
    Reading,
    /// Making letters.
    Making,
}

impl Phase {
    const fn word(self) -> &'static str {
        match self {
            Self::Reading => "lezen",
            Self::Making => "maken",
        }
    }
}

/// Where progress is shown.
pub enum Progress<'a> {
    /// Nowhere.
    Silent,
    /// On the terminal, if standard error is one.
    Bar(Bar),
    /// As a line of JSON a second.
    Lines(Lines<'a>),
}

/// A bar on the terminal.
pub struct Bar(ProgressBar);

/// Lines of JSON.
pub struct Lines<'a> {
    say: &'a mut dyn FnMut(&str),
    /// Since the phase began.
    clock: Clock,
    phase: Phase,
    /// When the last line was said.
    said: Duration,
}

impl<'a> Progress<'a> {
    /// A bar.
    #[must_use]
    pub fn bar() -> Self {
        Self::Bar(Bar(ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr())))
    }

    /// Lines of JSON.
    pub fn lines(say: &'a mut dyn FnMut(&str)) -> Self {
        Self::Lines(Lines { say, clock: Clock::start(), phase: Phase::Reading, said: Duration::ZERO })
    }

    /// This many cases of a phase are done; `total` is absent while it is not known.
    pub fn step(&mut self, phase: Phase, done: u64, total: Option<u64>, refused: u64) {
        match self {
            Self::Silent => {}
            Self::Bar(bar) => bar.step(phase, done, total, refused),
            Self::Lines(lines) => lines.step(phase, done, total, refused),
        }
    }

    /// Clears the bar.
    pub fn end(&mut self) {
        if let Self::Bar(bar) = self {
            bar.0.finish_and_clear();
        }
    }
}

impl Bar {
    fn step(&mut self, phase: Phase, done: u64, total: Option<u64>, refused: u64) {
        let template = match total {
            Some(_) => "{prefix} {wide_bar} {pos}/{len} zaken, {per_sec}, nog {eta}, {msg}",
            None => "{prefix} {pos} zaken, {per_sec}, {msg}",
        };
        if self.0.prefix() != phase.word() {
            if let Ok(style) = ProgressStyle::with_template(template) {
                self.0.set_style(style);
            }
            self.0.set_prefix(phase.word());
            self.0.reset();
        }
        if let Some(total) = total {
            self.0.set_length(total);
        }
        self.0.set_message(format!("{refused} geweigerd"));
        self.0.set_position(done);
    }
}

impl Lines<'_> {
    fn step(&mut self, phase: Phase, done: u64, total: Option<u64>, refused: u64) {
        if phase != self.phase {
            (self.phase, self.clock, self.said) = (phase, Clock::start(), Duration::ZERO);
        }
        let passed = self.clock.passed();
        if passed < self.said + Duration::from_secs(1) && Some(done) != total {
            return;
        }
        self.said = passed;
        // Cases are counted in thousands, far below what a float holds exactly.
        #[allow(clippy::cast_precision_loss)]
        let rate = done as f64 / passed.as_secs_f64().max(0.001);
        #[allow(clippy::cast_precision_loss)]
        let left = total.map(|total| ((total.saturating_sub(done)) as f64 / rate.max(0.001)).round());
        let line = json!({
            "fase": phase.word(),
            "gedaan": done,
            "totaal": total,
            "per_seconde": rate.round(),
            "resterend_seconden": left,
            "geweigerd": refused,
        });
        (self.say)(&line.to_string());
    }
}
