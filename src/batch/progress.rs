//! Shows how far a run is, as a bar on a terminal or as one line of JSON per second. This is the only
//! file that uses the indicatif crate.

use super::clock::Clock;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;
use std::time::Duration;

/// The two passes of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The cases are read and decided.
    Reading,
    /// The letters are made.
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

/// How progress is shown.
pub enum Progress<'a> {
    /// Not at all.
    Silent,
    /// As a bar on the terminal, if standard error is one.
    Bar(Bar),
    /// As one line of JSON per second.
    Lines(Lines<'a>),
}

/// A bar on the terminal.
pub struct Bar(ProgressBar);

/// Progress as lines of JSON.
pub struct Lines<'a> {
    say: &'a mut dyn FnMut(&str),
    /// Runs since the phase began.
    clock: Clock,
    phase: Phase,
    /// The time of the phase at which the last line was given.
    last_line: Duration,
}

impl<'a> Progress<'a> {
    /// Shows progress as a bar.
    #[must_use]
    pub fn bar() -> Self {
        Self::Bar(Bar(ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr())))
    }

    /// Shows progress as lines of JSON, which are passed to `say`.
    pub fn lines(say: &'a mut dyn FnMut(&str)) -> Self {
        Self::Lines(Lines { say, clock: Clock::start(), phase: Phase::Reading, last_line: Duration::ZERO })
    }

    /// Reports the number of cases of a phase that are done; `total` is `None` while it is unknown.
    pub fn step(&mut self, phase: Phase, done: u64, total: Option<u64>, refused: u64) {
        match self {
            Self::Silent => {}
            Self::Bar(bar) => bar.step(phase, done, total, refused),
            Self::Lines(lines) => lines.step(phase, done, total, refused),
        }
    }

    /// Removes the bar from the terminal.
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
            (self.phase, self.clock, self.last_line) = (phase, Clock::start(), Duration::ZERO);
        }
        let passed = self.clock.passed();
        if passed < self.last_line + Duration::from_secs(1) && Some(done) != total {
            return;
        }
        self.last_line = passed;
        // The counts are far below the limit up to which a float is exact.
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
