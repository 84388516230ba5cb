//! Rules are variants in code: no text of the code is the id of a row, and every row is named somewhere.
//!
//! A text that only looks like an id is not seen by the compiler when the id changes; a variant is.

use crate::architecture::source::Source;
use rtbrief::words::{RuleId, TermSubject};
use std::collections::BTreeSet;

/// The texts of a file outside `src/words` that are the id of a row.
pub fn written_as_text(source: &Source) -> Vec<String> {
    let outside = source.strings.iter().filter(|_| source.room() != "words");
    outside
        .filter(|text| RuleId::from_word(&text.value).is_some())
        .map(|text| format!("{}:{}: the rule `{}` as a text", source.file, text.line, text.value))
        .collect()
}

/// Whether code outside `src/words` names the variant of an id.
pub fn is_named(id: RuleId, sources: &[Source]) -> bool {
    let (list, variant) = match id {
        RuleId::Rule(rule) => ("Rule", format!("{rule:?}")),
        RuleId::Condition(condition) => ("Condition", format!("{condition:?}")),
        RuleId::Ground(ground) => ("GroundId", format!("{ground:?}")),
        RuleId::Remedy(remedy) => ("Remedy", format!("{remedy:?}")),
        RuleId::Term(TermSubject::Kind(kind)) => ("TermKind", format!("{kind:?}")),
        RuleId::Term(TermSubject::Wettelijk) => ("TermSubject", "Wettelijk".to_owned()),
        RuleId::Limit(limit) => ("LimitId", format!("{limit:?}")),
    };
    let variant = format!("{list}::{variant}");
    let names =
        |path: &String| path.strip_suffix(&variant).is_some_and(|it| it.is_empty() || it.ends_with("::"));
    sources.iter().filter(|source| source.room() != "words").any(|source| source.paths.iter().any(names))
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
    use super::{is_named, named_in_template, written_as_text};
    use crate::architecture::source::Source;
    use rtbrief::words::{Condition, GroundId, LimitId, Rule, RuleId, TermKind, TermSubject};
    use std::collections::BTreeSet;

    fn set(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn an_id_as_a_text_is_seen() {
        let text = "/// grond.fraude\nfn f() {\n    a(\"triage.positief\"); // triage.negatief\n    vec![\"limiet.triage\", \"triage.weg\", \"de triage.positief\"];\n}\n#[cfg(test)]\nmod tests { const A: &str = \"grond.fraude\"; }";
        assert_eq!(
            written_as_text(&Source::new("src/decide/mod.rs", text)),
            [
                "src/decide/mod.rs:3: the rule `triage.positief` as a text",
                "src/decide/mod.rs:4: the rule `limiet.triage` as a text",
            ]
        );
        assert!(written_as_text(&Source::new("src/words/rule.rs", text)).is_empty());
    }

    #[test]
    fn variants_that_code_names_are_found() {
        let text = "use crate::words::{Rule, TermKind};\nfn f() { a(Rule::TriagePositief, [TermKind::BeroepKort]); b!(crate::words::LimitId::Triage) } // Rule::RtbDuur";
        let sources = [Source::new("src/decide/mod.rs", text)];
        for id in [
            RuleId::Rule(Rule::TriagePositief),
            RuleId::Term(TermSubject::Kind(TermKind::BeroepKort)),
            RuleId::Limit(LimitId::Triage),
        ] {
            assert!(is_named(id, &sources), "{id}");
            assert!(!is_named(id, &[Source::new("src/words/mod.rs", text)]), "{id}");
        }
        for id in [
            RuleId::Rule(Rule::RtbDuur),
            RuleId::Term(TermSubject::Kind(TermKind::Beroep)),
            RuleId::Term(TermSubject::Wettelijk),
            RuleId::Ground(GroundId::Fraude),
            RuleId::Condition(Condition::A1),
        ] {
            assert!(!is_named(id, &sources), "{id}");
        }
    }

    #[test]
    fn ids_in_templates_are_found() {
        let found =
            named_in_template("{# regel: a.b, c.d #}\nTekst {# zomaar #}\n{# regel: #}\n{# regel: e.f #}");
        assert_eq!(found, set(&["a.b", "c.d", "e.f"]));
    }
}
