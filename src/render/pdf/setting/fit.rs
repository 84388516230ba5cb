//! Chooses where the lines of a text end: all together, so that they are about as full as each other (total fit).
//!
//! Widths are whole numbers far below 2^53, so sums and squares of them are exact and the same on every machine.

use crate::render::length::Length;
use std::ops::Range;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_optimal_fit};

/// A stretch of text that has no place to break, with the spaces behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its words, by their numbers in the text.
    pub words: Range<usize>,
    /// Its width without the spaces at its end.
    pub width: Length,
    /// Its width with the spaces at its end.
    pub advance: Length,
}

impl Fragment for Stretch {
    fn width(&self) -> f64 {
        number(self.width)
    }

    fn whitespace_width(&self) -> f64 {
        number(self.advance - self.width)
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// A last line of one word narrower than this part of the measure is avoided.
const SHORT: usize = 4;

/// The lines of a text, each with its stretches; no line is wider than the measure, if no stretch is.
#[must_use]
pub fn fit(stretches: &[Stretch], measure: Length) -> Vec<&[Stretch]> {
    let all: Length = stretches.iter().map(|stretch| stretch.advance).sum();
    let last = stretches.last().map_or(0, |last| last.advance - last.width);
    if all - last <= measure {
        return vec![stretches];
    }
    let least = first_fit(stretches, measure);
    let fitted = wrap_optimal_fit(stretches, &[number(measure)], &penalties(measure));
    let fitted = fitted
        .ok()
        .filter(|lines| lines.len() == least.len() && lines.iter().all(|line| width(line) <= measure));
    fitted.unwrap_or(least)
}

/// What counts against a way to break a text: a line more than it needs, one short word on the last line. Both weigh
/// as much as a gap of a whole and of a third of a line.
fn penalties(measure: Length) -> Penalties {
    let square = |length: Length| usize::try_from(length.saturating_mul(length)).unwrap_or_default();
    Penalties {
        nline_penalty: square(measure),
        overflow_penalty: square(measure),
        short_last_line_fraction: SHORT,
        short_last_line_penalty: square(measure / 3),
        hyphen_penalty: 0,
    }
}

/// As much on each line as fits on it.
fn first_fit(stretches: &[Stretch], measure: Length) -> Vec<&[Stretch]> {
    let mut lines = Vec::new();
    let (mut first, mut advance) = (0, 0);
    for (index, stretch) in stretches.iter().enumerate() {
        if index > first && advance + stretch.width > measure {
            lines.push(&stretches[first..index]);
            (first, advance) = (index, 0);
        }
        advance += stretch.advance;
    }
    lines.push(&stretches[first..]);
    lines
}

/// The width of a line without the spaces at its end.
#[must_use]
pub fn width(line: &[Stretch]) -> Length {
    let advance: Length = line.iter().map(|stretch| stretch.advance).sum();
    line.last().map_or(0, |last| advance - last.advance + last.width)
}

#[allow(clippy::cast_precision_loss)] // a width is far below 2^53
fn number(length: Length) -> f64 {
    length as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::length::pt;

    /// Texts of words as long as Dutch ones, the same every time.
    fn texts() -> impl Iterator<Item = Vec<Stretch>> {
        let mut seed = 1_u64;
        let mut next = move |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            Length::try_from((seed >> 33) % below).unwrap()
        };
        (0..400).map(move |_| {
            let words = usize::try_from(8 + next(70)).unwrap();
            let stretch = |index| {
                let width = pt(8) + pt(1) * next(40) + pt(2) * next(30) * next(2);
                Stretch { words: index..index + 1, width, advance: width + pt(13) / 5 }
            };
            (0..words).map(stretch).collect()
        })
    }

    const MEASURE: Length = pt(377);

    fn short_last_line(lines: &[&[Stretch]]) -> bool {
        let last = lines.last().unwrap();
        lines.len() > 1 && last.len() == 1 && last[0].width * 4 < MEASURE
    }

    fn raggedness(lines: &[&[Stretch]]) -> Length {
        lines[..lines.len() - 1].iter().map(|line| (MEASURE - width(line)) / 100).map(|gap| gap * gap).sum()
    }

    #[test]
    fn a_last_line_of_one_short_word_is_rare() {
        let [mut fitted, mut greedy] = [0, 0];
        for text in texts() {
            fitted += usize::from(short_last_line(&fit(&text, MEASURE)));
            greedy += usize::from(short_last_line(&first_fit(&text, MEASURE)));
        }
        assert!(fitted * 5 <= greedy && greedy > 20, "{fitted} {greedy}");
    }

    #[test]
    fn lines_are_fuller_no_wider_and_no_more_than_with_as_much_as_fits() {
        let mut totals = [0; 2];
        for text in texts() {
            let (lines, greedy) = (fit(&text, MEASURE), first_fit(&text, MEASURE));
            assert_eq!(lines.concat(), text);
            assert_eq!(lines.len(), greedy.len());
            assert!(lines.iter().all(|line| width(line) <= MEASURE));
            totals[0] += raggedness(&lines);
            totals[1] += raggedness(&greedy);
        }
        assert!(totals[0] < totals[1], "{totals:?}");
    }

    /// The best way of all to break a text, by the weights of [`penalties`].
    fn best(text: &[Stretch], measure: Length) -> i128 {
        let square = |length: Length| i128::from(length) * i128::from(length);
        let mut costs = vec![0];
        for end in 1..=text.len() {
            let cost = (0..end)
                .rev()
                .map(|start| (start, &text[start..end]))
                .filter(|(_, line)| width(line) <= measure);
            let cost = cost
                .map(|(start, line)| costs[start] + square(measure) + own(line, end == text.len(), measure));
            costs.push(cost.min().unwrap());
        }
        costs[text.len()]
    }

    fn own(line: &[Stretch], last: bool, measure: Length) -> i128 {
        let square = |length: Length| i128::from(length) * i128::from(length);
        match line {
            [word] if last && word.width * 4 < measure => square(measure / 3),
            _ if last => 0,
            _ => square(measure - width(line)),
        }
    }

    #[test]
    fn the_lines_are_the_best_of_all() {
        let mut worse = 0;
        for text in texts() {
            let lines = fit(&text, MEASURE);
            let square = i128::from(MEASURE) * i128::from(MEASURE);
            let count = lines.len();
            let costs =
                lines.iter().enumerate().map(|(at, line)| square + own(line, at + 1 == count, MEASURE));
            let cost: i128 = costs.sum();
            let best = best(&text, MEASURE);
            assert!(cost >= best);
            worse += usize::from(cost > best);
        }
        assert_eq!(worse, 0);
    }
}
