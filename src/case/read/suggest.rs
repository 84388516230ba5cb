//! Hints on what the writer may have meant: the nearest known key or word, or the block to which a key belongs.

use crate::case::model::Keys;

/// What a finding says about an unknown key.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Suggestion {
    /// The hint in Dutch. It shows known keys only, never the key as it was written.
    pub(super) hint: String,
    /// The key of this block that was probably meant.
    pub(super) meant: Option<&'static str>,
}

/// A hint for a key that its block does not know.
pub(super) fn for_key(written: &str, block: &Keys) -> Suggestion {
    let names: Vec<&'static str> = block.names().collect();
    if let Some(meant) = nearest(written, &names) {
        return Suggestion { hint: format!("Bedoelde u `{meant}`?"), meant: Some(meant) };
    }
    let key = normal(written);
    let homes: Vec<&Keys> = Keys::all().filter(|other| other.has(&key)).collect();
    let hint = match homes.as_slice() {
        [] => format!("Hier kunnen: {}.", quoted(&names)),
        [one] => format!("`{key}` hoort {}.", one.home),
        [first, second] => format!("`{key}` hoort {} of {}.", first.home, second.home),
        [first, .., last] => format!("`{key}` hoort bijvoorbeeld {} of {}.", first.home, last.home),
    };
    Suggestion { hint, meant: None }
}

/// The known word that is nearest to what was written: at most a third of its characters differ, and at most three.
/// `None` when no word is that near.
pub(super) fn nearest(written: &str, known: &[&'static str]) -> Option<&'static str> {
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
        assert_eq!(hint("brp_inschrijving", Vreemdeling::KEYS), "`brp_inschrijving` hoort onder `feiten`.");
        assert_eq!(hint("asielwens", Grens::KEYS), "`asielwens` hoort bij stap `triage`.");
        assert_eq!(
            hint("veroordeling", Grond::keys_of(GroundId::Fraude)),
            "`veroordeling` hoort bij grond `openbare_orde`."
        );
        assert!(hint("datum", Zaak::KEYS).starts_with("`datum` hoort bijvoorbeeld onder `bekendmaking` of "));
    }

    #[test]
    fn any_other_key_shows_the_keys_of_the_block() {
        let found = for_key("Jan de Vries", Zaak::KEYS);
        assert_eq!(found.hint, "Hier kunnen: `kenmerk`, `behandelaar`, `dagtekening`.");
        assert_eq!(nearest(&"kenmerk".repeat(1000), &Zaak::KEYS.names().collect::<Vec<_>>()), None);
    }
}
