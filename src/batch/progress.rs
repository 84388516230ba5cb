//! Shows how far a run is, as a bar on a terminal or as one line of JSON per second. This is the only
//! file that uses the indicatif crate.

use super::clock::Clock;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use serde_json::json;
use std::fmt::Write;
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
            Some(_) => "{prefix} {wide_bar} {gedaan} van {totaal} zaken, {snelheid}{resterend}, {msg}",
            None => "{prefix} {gedaan} zaken, {snelheid}, {msg}",
        };
        if self.0.prefix() != phase.word() {
            if let Ok(style) = ProgressStyle::with_template(template) {
                self.0.set_style(in_dutch(style));
            }
            self.0.set_prefix(phase.word());
            self.0.reset();
        }
        if let Some(total) = total {
            self.0.set_length(total);
        }
        self.0.set_message(format!("{} geweigerd", number(refused)));
        self.0.set_position(done);
    }
}

/// The parts of a bar that show numbers, as they are written in Dutch.
fn in_dutch(style: ProgressStyle) -> ProgressStyle {
    // Writing to the line that is being made cannot fail.
    let write = |out: &mut dyn Write, text: String| out.write_str(&text).unwrap_or_default();
    style
        .with_key("gedaan", move |state: &ProgressState, out: &mut dyn Write| write(out, number(state.pos())))
        .with_key("totaal", move |state: &ProgressState, out: &mut dyn Write| {
            write(out, number(state.len().unwrap_or_default()));
        })
        .with_key("snelheid", move |state: &ProgressState, out: &mut dyn Write| {
            write(out, rate(state.per_sec()));
        })
        .with_key("resterend", move |state: &ProgressState, out: &mut dyn Write| {
            write(out, left(state.eta()));
        })
}

/// A number with a point between its thousands.
fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// A number per second, whole.
fn rate(per_second: f64) -> String {
    // A float that is no such number becomes the nearest one.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = per_second.round() as u64;
    format!("{} per seconde", number(whole))
}

/// How long it still takes, behind a comma; nothing while that is not known.
fn left(time: Duration) -> String {
    match time.as_secs() {
        0 => String::new(),
        seconds @ 1..60 => format!(", nog {seconds} s"),
        seconds @ 60..3600 => format!(", nog {} min", seconds.div_ceil(60)),
        seconds => format!(", nog {} u {} min", seconds / 3600, seconds % 3600 / 60),
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

#[cfg(test)]
mod tests {
    use super::{left, number, rate};
    use std::time::Duration;

    #[test]
    fn numbers_and_times_of_the_bar_are_dutch() {
        let numbers = [0, 999, 1_000, 65_000, 1_234_567].map(number);
        assert_eq!(numbers, ["0", "999", "1.000", "65.000", "1.234.567"]);
        assert_eq!(
            [0.0, 2062.0661, f64::NAN].map(rate),
            ["0", "2.062", "0"].map(|n| format!("{n} per seconde"))
        );
        let times = [0, 59, 60, 61, 3599, 3661].map(|seconds| left(Duration::from_secs(seconds)));
        assert_eq!(
            times,
            ["", ", nog 59 s", ", nog 1 min", ", nog 2 min", ", nog 60 min", ", nog 1 u 1 min"]
        );
    }
}
