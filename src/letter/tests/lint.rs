//! The lint finds every mistake that would show itself only in a letter, and nothing else.

use super::{Probe, set};
use crate::letter::Registration;
use crate::letter::context::context;
use crate::letter::lint::{lint, unused_fields};

context! {
    /// A context without optional fields.
    pub struct Plain {
        /// Always there.
        naam: text [],
    }
}

const LETTER: &[Registration] = &[Registration::letter::<Probe>("a.md", &[])];

/// What the lint says of one letter: line and message.
fn found(text: &str) -> Vec<(Option<u32>, String)> {
    let set = set(&[("a.md", text)]);
    lint(&set, LETTER, &|id| id.starts_with("goed.")).into_iter().map(|e| (e.line, e.message)).collect()
}

fn assert_found(text: &str, line: Option<u32>, word: &str) {
    let errors = found(text);
    assert!(errors.iter().any(|(l, m)| *l == line && m.contains(word)), "{text:?} gave {errors:#?}");
}

#[test]
fn a_good_letter_passes() {
    let text = "# Onderwerp\n\n{# regel: goed.een #}\nDag {{ naam }}.\n\n{% if reden and asiel %}\n{{ reden }}\n{% elif not reden %}\n\
                Geen reden.\n{% else %}\nWel {{ reden }}.\n{% endif %}\n\n{% if not reden %}x{% else %}{{ reden }}{% endif %}\n";
    assert_eq!(found(text), []);
}

#[test]
fn names_are_checked_against_the_context() {
    assert_found("# O\n\n{{ namm }}", Some(3), "bedoelt u `naam`?");
    assert_found("# O\n\n{% if onzin_hier %}x{% endif %}y", Some(3), "de velden zijn: naam");
    assert_found("# O\n\nx {{ asiel }}", Some(3), "ja of nee");
}

#[test]
fn an_optional_text_is_shown_only_where_it_is_there() {
    for text in [
        "# O\n\nx {{ reden }}",
        "# O\n\nx {% if asiel %}{{ reden }}{% endif %}",
        "# O\n\nx {% if reden or asiel %}{{ reden }}{% endif %}",
        "# O\n\nx {% if reden %}y{% endif %} {{ reden }}",
        "# O\n\nx {% if reden %}y{% else %}{{ reden }}{% endif %}",
        "# O\n\nx {% if asiel %}y{% elif not asiel %}{{ reden }}{% endif %}",
    ] {
        assert_found(text, Some(3), "`reden` kan ontbreken");
    }
}

#[test]
fn includes_are_checked_with_what_is_there_around_them() {
    let part = ("parts/b.md", "Reden: {{ reden }}\n");
    let safe =
        set(&[("a.md", "# O\n\nx\n\n{% if reden %}\n{% include \"parts/b.md\" %}\n{% endif %}\n"), part]);
    assert_eq!(lint(&safe, LETTER, &|_| true), []);
    let unsafe_set = set(&[("a.md", "# O\n\n{% include \"parts/b.md\" %}\n"), part]);
    let errors = lint(&unsafe_set, LETTER, &|_| true);
    assert_eq!((errors[0].template.as_str(), errors[0].line), ("parts/b.md", Some(1)));
}

#[test]
fn every_combination_must_leave_words() {
    assert_found("# O\n\n## {% if asiel %}Kop{% endif %}\n\nx", Some(3), "een kop is leeg");
    assert_found(
        "# O\n\nx\n\n- {% if reden %}{{ reden }}{% endif %}\n",
        Some(5),
        "onderdeel van een lijst is leeg",
    );
    assert_found("# O\n\nx\n\n{% if asiel %}Woord{% endif %}.\n", Some(5), "leestekens");
    assert_found("# O\n\nx **vet\n", Some(3), "niet goed gesloten");
    assert_found("Geen kop.\n", None, "een brief begint met");
    assert_found("{% if asiel %}\nx\n{% endif %}\n", None, "leeg blijven");
}

#[test]
fn rules_slots_and_templates_must_exist() {
    assert_found("# O\n\n{# regel: goed.een, fout.twee #}\nx", Some(3), "`fout.twee` bestaat niet");
    assert_found("# O\n\n::gronden::\n", Some(3), "::gronden::` bestaat niet");
    let one = set(&[("a.md", "# O\n\nx\n"), ("los.md", "x\n")]);
    let registry =
        [Registration::letter::<Probe>("a.md", &["gronden"]), Registration::fragment::<Probe>("weg.md", &[])];
    let errors: Vec<_> = lint(&one, &registry, &|_| true).iter().map(ToString::to_string).collect();
    assert_eq!(
        errors,
        [
            "a.md: de invulplaats `::gronden::` ontbreekt",
            "los.md: geen enkele brief gebruikt dit sjabloon",
            "weg.md: dit sjabloon ontbreekt",
        ]
    );
}

#[test]
fn unused_fields_are_named_once_for_all_templates_of_a_context() {
    let files = set(&[
        ("a.md", "# O\n\n{% include \"p.md\" %}\n"),
        ("b.md", "x{% if asiel %}y{% endif %}\n"),
        ("p.md", "{{ naam }}\n"),
    ]);
    let registry = [
        Registration::letter::<Probe>("a.md", &[]),
        Registration::fragment::<Probe>("b.md", &[]),
        Registration::fragment::<Plain>("b.md", &[]),
    ];
    let unused: Vec<_> = unused_fields(&files, &registry).iter().map(ToString::to_string).collect();
    assert_eq!(
        unused,
        ["a.md: geen sjabloon gebruikt het veld `reden`", "b.md: geen sjabloon gebruikt het veld `naam`"]
    );
}
