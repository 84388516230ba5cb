//! Rules that code and templates name, against the rows of the tables.

use crate::architecture::source::Source;
use std::collections::BTreeSet;

/// Facts and files whose name looks like the id of a rule.
const NO_RULES: &[&str] = &["bekendmaking.datum", "bekendmaking.wijze", "rtb.yaml"];

/// Everything in the texts of the code that can only be the id of a rule: a family of the tables, a dot, a word.
pub fn claimed(sources: &[Source], ids: &BTreeSet<String>) -> BTreeSet<String> {
    let families: BTreeSet<&str> =
        ids.iter().filter_map(|id| id.split_once('.')).map(|(family, _)| family).collect();
    let is_word = |text: &str| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    };
    let texts = sources.iter().flat_map(|source| &source.strings).map(|text| &text.value);
    texts
        .filter(|text| {
            let parts = text.split_once('.');
            parts.is_some_and(|(family, word)| families.contains(family) && is_word(word))
        })
        .filter(|text| !NO_RULES.contains(&text.as_str()))
        .cloned()
        .collect()
}

/// The ids of the tables that the code names: whole, or as a family with a gap (`grond.{}`) and a word (`fraude`).
pub fn named(sources: &[Source], ids: &BTreeSet<String>) -> BTreeSet<String> {
    let texts: BTreeSet<&str> =
        sources.iter().flat_map(|source| &source.strings).map(|text| text.value.as_str()).collect();
    let with_gap = |family: &str| texts.iter().any(|text| text.starts_with(&format!("{family}.{{")));
    let is_named = |id: &&String| {
        texts.contains(id.as_str())
            || id.split_once('.').is_some_and(|(family, word)| with_gap(family) && texts.contains(word))
    };
    ids.iter().filter(is_named).cloned().collect()
}

/// The ids in the `{# regel: … #}` of a template.
pub fn named_in_template(text: &str) -> BTreeSet<String> {
    let comments = text.split("{#").skip(1).filter_map(|part| part.split("#}").next());
    let lists = comments.filter_map(|comment| comment.trim().strip_prefix("regel:"));
    lists
        .flat_map(|list| list.split(','))
        .map(|id| id.trim().to_owned())
        .filter(|id| !id.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{claimed, named, named_in_template};
    use crate::architecture::source::Source;
    use std::collections::BTreeSet;

    fn set(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn ids_in_code_are_found_whole_and_in_parts() {
        let ids = set(&["grond.fraude", "grond.artikel_1f", "triage.positief", "afwijking"]);
        let text = "fn f() { a(\"triage.positief\"); b(\"triage.weg\"); format!(\"grond.{}\", x); c(\"fraude\"); d(\"stap.datum\"); } // grond.x";
        let sources = [Source::new("src/decide/mod.rs", text)];
        assert_eq!(claimed(&sources, &ids), set(&["triage.positief", "triage.weg"]));
        assert_eq!(named(&sources, &ids), set(&["grond.fraude", "triage.positief"]));
    }

    #[test]
    fn ids_in_templates_are_found() {
        let found =
            named_in_template("{# regel: a.b, c.d #}\nTekst {# zomaar #}\n{# regel: #}\n{# regel: e.f #}");
        assert_eq!(found, set(&["a.b", "c.d", "e.f"]));
    }
}
