//! Damaged cases: whatever happens to a good case file, it has an outcome, never a panic.
//!
//! The lines of the fixtures' cases are removed, doubled, swapped, indented or cut off, or get the value of another
//! line or a hostile one. Small damage reaches the decisions and the letters; noise would stop at the reader.

use crate::support::property::tried_with;
use crate::support::{Fixture, assess, explanation, fixtures, pipeline};
use proptest::prelude::*;
use proptest::sample::Index;
use rtbrief::decide::outcome::Outcome;
use rtbrief::diagnostic::terminal::Terminal;
use rtbrief::pipeline::{Assessed, Format};
use std::sync::LazyLock;

static CASES: LazyLock<Vec<String>> = LazyLock::new(|| fixtures().iter().map(Fixture::case).collect());

/// Values that fit somewhere, or nowhere.
const VALUES: &[&str] = &[
    "",
    "null",
    "true",
    "false",
    "onbekend",
    "2022-02-23",
    "2021-11-27",
    "2026-11-20",
    "2199-12-31",
    "1900-01-01",
    "2008",
    "0",
    "-1",
    "99999999999999999999",
    "[]",
    "{}",
    "[[[[",
    "UKR",
    "[UKR, POL]",
    "staatloos",
    "\"\\0\"",
    "\u{202e}",
    "王",
    "e\u{301}\u{301}\u{301}",
    "&a",
    "*a",
    "!!binary x",
    "|",
    ">-",
    "'",
    "# weg",
    "{{ naam }}",
    "---",
];

#[derive(Clone, Debug)]
enum Damage {
    Remove(Index),
    Double(Index),
    Swap(Index, Index),
    Value(Index, Index),
    Borrow(Index, Index),
    Indent(Index, usize),
    Cut(Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let line = any::<Index>;
    prop_oneof![
        4 => line().prop_map(Damage::Remove),
        1 => line().prop_map(Damage::Double),
        1 => (line(), line()).prop_map(|(a, b)| Damage::Swap(a, b)),
        6 => (line(), any::<Index>()).prop_map(|(a, b)| Damage::Value(a, b)),
        4 => (line(), line()).prop_map(|(a, b)| Damage::Borrow(a, b)),
        1 => (line(), 0..9_usize).prop_map(|(a, n)| Damage::Indent(a, n)),
        1 => line().prop_map(Damage::Cut),
    ]
}

/// A line with another value behind its key.
fn with_value(line: &str, value: &str) -> String {
    let end = line.find(':').map_or(line.len(), |colon| colon + 1);
    format!("{} {value}", &line[..end])
}

fn damaged(case: &str, damages: &[Damage]) -> String {
    let mut lines: Vec<String> = case.lines().map(str::to_owned).collect();
    for damage in damages {
        if lines.is_empty() {
            break;
        }
        let at = |index: &Index| index.index(lines.len());
        match damage {
            Damage::Remove(line) => drop(lines.remove(at(line))),
            Damage::Double(line) => lines.insert(at(line), lines[at(line)].clone()),
            Damage::Swap(one, other) => {
                let (one, other) = (at(one), at(other));
                lines.swap(one, other);
            }
            Damage::Value(line, value) => {
                let line = at(line);
                lines[line] = with_value(&lines[line], VALUES[value.index(VALUES.len())]);
            }
            Damage::Borrow(line, from) => {
                let (line, from) = (at(line), at(from));
                let value = lines[from].split_once(':').map_or("", |(_, value)| value).trim().to_owned();
                lines[line] = with_value(&lines[line], &value);
            }
            Damage::Indent(line, spaces) => {
                let line = at(line);
                lines[line] = format!("{}{}", " ".repeat(*spaces), lines[line].trim_start());
            }
            Damage::Cut(line) => lines.truncate(at(line)),
        }
    }
    lines.join("\n")
}

/// What holds of every document, good or bad.
fn sound(assessed: &Assessed) -> Result<(), TestCaseError> {
    let outcome = &assessed.decision.outcome;
    prop_assert_eq!(matches!(outcome, Outcome::Letters(..)), !assessed.letters.is_empty());
    let open = matches!(outcome, Outcome::Refused(_) | Outcome::OfficerMustDecide(_));
    prop_assert_eq!(open, !assessed.diagnostics().is_empty());
    let object = explanation(pipeline(), assessed, "-");
    prop_assert_eq!(&object["uitkomst"], outcome.word());
    for finding in assessed.diagnostics() {
        // F6 is about the program's own words and tables: no case can be to blame for those.
        prop_assert!(!finding.code.as_str().starts_with("F6"), "{:?}", finding);
        for colour in [false, true] {
            let shown = Terminal::new(assessed.source("-"), colour).text(finding);
            prop_assert!(shown.contains(finding.code.as_str()));
        }
    }
    for letter in &assessed.letters {
        let words = String::from_utf8(pipeline().render(letter, Format::Text).unwrap()).unwrap();
        prop_assert!(!words.contains("::gronden::"), "{}", words);
        prop_assert!(words.contains(&letter.kenmerk));
        // Laying out a page takes longer than all the rest: one case in eight has its pages made.
        if words.len().is_multiple_of(8) {
            prop_assert!(pipeline().render(letter, Format::Html).is_ok());
            // An address may be too wide for its window: that is an error, which is no panic.
            drop(pipeline().render(letter, Format::Pdf));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(tried_with(600))]

    #[test]
    fn a_damaged_case_has_a_sound_outcome_and_never_panics(
        case in any::<Index>(), damages in prop::collection::vec(damage(), 1..5)
    ) {
        for assessed in assess(pipeline(), damaged(&CASES[case.index(CASES.len())], &damages).as_bytes()) {
            sound(&assessed)?;
        }
    }

    #[test]
    fn a_case_with_broken_bytes_has_a_sound_outcome_and_never_panics(
        case in any::<Index>(), at in any::<Index>(), bytes in prop::collection::vec(any::<u8>(), 0..4)
    ) {
        let mut broken = CASES[case.index(CASES.len())].clone().into_bytes();
        let at = at.index(broken.len());
        let end = (at + bytes.len()).min(broken.len());
        broken.splice(at..end, bytes);
        for assessed in assess(pipeline(), &broken) {
            sound(&assessed)?;
        }
    }
}
