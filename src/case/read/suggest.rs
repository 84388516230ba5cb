//! Hints on what the writer may have meant: the nearest known key or word, or the block to which a key belongs.

use crate::case::model::Keys;
use crate::diagnostic::character;

/// What a finding says about an unknown key.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Suggestion {
    /// The hint in Dutch. It shows known keys only, never the key as it was written.
    pub(super) hint: String,
    /// The key of this block that was probably meant.
    pub(super) meant: Option<&'static str>,
    /// The block right below this one to which it belongs, by its path without items.
    pub(super) belongs: Option<&'static str>,
}

/// A hint for a key that its block does not know.
pub(super) fn for_key(written: &str, block: &Keys) -> Suggestion {
    let names: Vec<&'static str> = block.names().collect();
    let seen = hidden(written).is_none();
    if let Some(meant) = nearest(written, &names).filter(|_| seen) {
        return Suggestion { hint: format!("Bedoelde u `{meant}`?"), meant: Some(meant), belongs: None };
    }
    let key = normal(written);
    let here = format!("Hier kunnen: {}.", quoted(&names));
    let value = value_of(&key, block);
    let belongs = value.as_ref().map(|(_, around)| *around);
    let hint = match (hidden(written), value.map(|(hint, _)| hint)) {
        (Some(hidden), _) => format!("{hidden} {here}"),
        (None, Some(value)) => value,
        (None, None) => match home(&key) {
            Some(home) => format!("{home} {here}"),
            None => here,
        },
    };
    Suggestion { hint, meant: None, belongs }
}

/// A sentence about an invisible character in a key.
fn hidden(written: &str) -> Option<String> {
    let c = written.chars().find(|c| character::passes_for_a_space(*c))?;
    Some(format!("Bij deze sleutel staat {}. U ziet dat niet: typ de regel opnieuw.", character::named(c)))
}

/// A sentence about the blocks where a key belongs.
fn home(key: &str) -> Option<String> {
    let homes: Vec<&Keys> = Keys::all().filter(|other| other.has(key)).collect();
    Some(match homes.as_slice() {
        [] => return None,
        [one] => format!("`{key}` hoort {}.", one.home),
        [first, second] => format!("`{key}` hoort {} of {}.", first.home, second.home),
        [first, .., last] => format!("`{key}` hoort bijvoorbeeld {} of {}.", first.home, last.home),
    })
}

/// A hint for a key that is a word, or the beginning of one, of a key in a block right below this one.
fn value_of(key: &str, block: &Keys) -> Option<(String, &'static str)> {
    if key.chars().count() < 4 {
        return None;
    }
    let own: Vec<&str> = block.rows().map(|row| row.fact.pattern()).collect();
    let rows = Keys::all().flat_map(Keys::rows).filter(|row| !row.words().is_empty());
    rows.filter_map(|row| {
        let (around, name) = row.fact.pattern().rsplit_once('.')?;
        let around = around.trim_end_matches("[]");
        let begins = |word: &&&str| {
            word.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
        };
        let words: Vec<&str> = row.words().iter().filter(begins).copied().collect();
        let below = own.contains(&around) && !words.is_empty();
        below.then(|| (format!("Dit hoort onder `{around}`, met als `{name}`: {}.", quoted(&words)), around))
    })
    .next()
}

/// The known word that is nearest to what was written: at most a third of its characters differ, and at most three.
/// `None` when no word is that near.
pub(crate) fn nearest<'a>(written: &str, known: &[&'a str]) -> Option<&'a str> {
    // A longer text is not a typing error, and comparing it would take long.
    if written.len() > 60 {
        return None;
    }
    let written = normal(written);
    let allowed = (written.chars().count() / 3).min(3);
    known
        .iter()
        .map(|word| (strsim::damerau_levenshtein(&written, word), *word))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// The words in backquotes, with commas between them.
pub(super) fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn normal(written: &str) -> String {
    written.trim().to_lowercase().replace([' ', '-'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::model::{Feiten, Grens, Grond, GroundId, Triage, Vreemdeling, Zaak};

    #[test]
    fn a_typing_error_finds_the_key() {
        for written in ["uitkmst", "Uitkomst", "uitkomst ", "uitkosmt"] {
            let found = for_key(written, Triage::KEYS);
            assert_eq!((found.hint.as_str(), found.meant), ("Bedoelde u `uitkomst`?", Some("uitkomst")));
        }
        assert_eq!(for_key("in-nederland-sinds", Feiten::KEYS).meant, Some("in_nederland_sinds"));
    }

    #[test]
    fn a_key_of_another_block_is_told_where_it_belongs() {
        let hint = |key, block| for_key(key, block).hint;
        let begins = |key, block, sentence: &str| {
            let hint = hint(key, block);
            assert!(hint.starts_with(&format!("{sentence} Hier kunnen: `")), "{hint}");
        };
        begins("brp_inschrijving", Vreemdeling::KEYS, "`brp_inschrijving` hoort onder `feiten`.");
        begins("asielwens", Grens::KEYS, "`asielwens` hoort bij stap `triage`.");
        let sentence = "`veroordeling` hoort bij grond `openbare_orde`.";
        begins("veroordeling", Grond::keys_of(GroundId::Fraude), sentence);
        assert!(hint("datum", Zaak::KEYS).starts_with("`datum` hoort bijvoorbeeld onder `bekendmaking` of "));
    }

    #[test]
    fn a_measure_is_sent_to_the_measures() {
        assert_eq!(
            for_key("inreisverbod", Feiten::KEYS).hint,
            "Dit hoort onder `feiten.maatregelen`, met als `soort`: `inreisverbod_zwaar`, `inreisverbod_licht`."
        );
        assert_eq!(
            for_key("Terugkeerbesluit", Feiten::KEYS).hint,
            "Dit hoort onder `feiten.maatregelen`, met als `soort`: `terugkeerbesluit`."
        );
    }

    #[test]
    fn a_key_with_an_invisible_character_says_so() {
        let hint = for_key("\u{A0}voornamen", Vreemdeling::KEYS).hint;
        assert!(hint.starts_with("Bij deze sleutel staat een vaste spatie (U+00A0)"), "{hint}");
        assert!(hint.contains("`voornamen`"));
    }

    #[test]
    fn any_other_key_shows_the_keys_of_the_block() {
        let found = for_key("Jan de Vries", Zaak::KEYS);
        assert_eq!(found.hint, "Hier kunnen: `kenmerk`, `behandelaar`, `dagtekening`.");
        assert_eq!(nearest(&"kenmerk".repeat(1000), &Zaak::KEYS.names().collect::<Vec<_>>()), None);
    }
}
