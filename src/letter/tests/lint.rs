//! Tests that the lint finds the mistakes that would otherwise be seen only in a letter, and reports nothing else.

use super::{Probe, set};
use crate::law::rtb::Rtb;
use crate::letter::lint;
use crate::letter::{Registration, TemplateError, TemplateSet};

use crate::law::built_in::RTB;

/// Lints a set with the periods of the RTB.
fn lint(set: &TemplateSet, registry: &[Registration]) -> Vec<TemplateError> {
    let rtb = Rtb::from_yaml(RTB).unwrap();
    lint::lint(set, registry, &rtb)
}

const LETTER: &[Registration] = &[Registration::letter::<Probe>("a.md", &[])];

/// The line and the message of each error of the lint in one letter.
fn found(text: &str) -> Vec<(Option<u32>, String)> {
    let set = set(&[("a.md", text)]);
    lint(&set, LETTER).into_iter().map(|e| (e.line, e.message)).collect()
}

fn assert_found(text: &str, line: Option<u32>, word: &str) {
    let errors = found(text);
    assert!(errors.iter().any(|(l, m)| *l == line && m.contains(word)), "{text:?} gave {errors:#?}");
}

#[test]
fn a_good_letter_passes() {
    let text = "# Onderwerp\n\n{# regel: rtb.duur #}\nDag {{ naam }}.\n\n{% if reden and asiel %}\n{{ reden }}\n{% elif not reden %}\n\
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
fn an_optional_text_is_shown_only_where_it_is_present() {
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
fn an_include_is_checked_with_the_fields_that_are_present_around_it() {
    let part = ("parts/b.md", "Reden: {{ reden }}\n");
    let safe =
        set(&[("a.md", "# O\n\nx\n\n{% if reden %}\n{% include \"parts/b.md\" %}\n{% endif %}\n"), part]);
    assert_eq!(lint(&safe, LETTER), []);
    let unsafe_set = set(&[("a.md", "# O\n\n{% include \"parts/b.md\" %}\n"), part]);
    let errors = lint(&unsafe_set, LETTER);
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
    let text = "# O\n\n{# regel: rtb.duur, fout.twee #}\nx";
    let unknown = TemplateSet::new([("a.md", text)]).unwrap_err();
    assert_eq!(unknown[0].to_string(), "a.md, regel 3: de regel `fout.twee` bestaat niet");
    assert_found("# O\n\n::gronden::\n", Some(3), "::gronden::` bestaat niet");
    let one = set(&[("a.md", "# O\n\nx\n"), ("los.md", "x\n")]);
    let registry =
        [Registration::letter::<Probe>("a.md", &["gronden"]), Registration::fragment::<Probe>("weg.md", &[])];
    let errors: Vec<_> = lint(&one, &registry).iter().map(ToString::to_string).collect();
    assert_eq!(
        errors,
        [
            "a.md: de invulplaats `::gronden::` ontbreekt",
            "los.md: geen enkele brief gebruikt dit sjabloon",
            "weg.md: dit sjabloon ontbreekt",
        ]
    );
}

/// The errors of the lint in a set with one letter.
fn messages(files: &[(&str, &str)]) -> Vec<String> {
    lint(&set(files), LETTER).iter().map(ToString::to_string).collect()
}

/// A letter that includes a part.
const WITH_PART: &str = "# O\n\nx\n\n{% include \"parts/b.md\" %}\n";

#[test]
fn every_version_of_a_template_is_checked() {
    let good = [("a.md", "# O\n\nx\n"), ("a@2027-01-15.md", "# O\n\ny {{ naam }}\n")];
    assert_eq!(messages(&good), [""; 0]);
    let wrong = [
        good[0],
        ("a@2026-05-01.md", "# O\n\ny {{ reden }}\n"),
        ("a@2027-01-15.md", "y\n"),
        ("a@2027-02-01.md", "# O\n\n::gronden::\n"),
    ];
    let found = messages(&wrong);
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(found[0].starts_with("a@2026-05-01.md, regel 3: `reden` kan ontbreken"), "{found:#?}");
    assert_eq!(found[1], "a@2027-01-15.md: een brief begint met `# Onderwerp`");
    assert!(found[2].starts_with("a@2027-02-01.md, regel 3: de invulplaats"), "{found:#?}");
}

#[test]
fn every_version_of_a_part_is_checked_in_the_letters_of_the_same_days() {
    let part = ("parts/b.md", "x\n");
    let found = messages(&[("a.md", WITH_PART), part, ("parts/b@2027-01-15.md", "y {{ onzin }}\n")]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("parts/b@2027-01-15.md, regel 1: `onzin` is geen veld"), "{found:#?}");
    // No letter includes the part on the days of its second version, so no letter uses that version.
    let without = ("a@2027-01-01.md", "# O\n\nx\n");
    let found = messages(&[("a.md", WITH_PART), without, part, ("parts/b@2027-01-15.md", "y\n")]);
    assert_eq!(found, ["parts/b@2027-01-15.md: geen enkele brief gebruikt dit sjabloon"]);
}

#[test]
fn a_version_begins_after_the_first_day_of_the_rtb_and_not_after_its_last() {
    let letter = "# O\n\nx\n";
    let found = messages(&[("a.md", letter), ("a@2022-03-05.md", letter), ("a@2027-03-04.md", letter)]);
    assert_eq!(found, [""; 0]);
    let found = messages(&[("a.md", letter), ("a@2022-03-04.md", letter), ("a@2027-03-05.md", letter)]);
    assert_eq!(
        found,
        [
            "a@2022-03-04.md: een versie begint na 4 maart 2022, de eerste dag van de RTB; wat ervoor geldt, heeft \
             geen dag",
            "a@2027-03-05.md: geen zaak bereikt deze versie: de RTB geldt op geen van haar dagen (volgens rtb.yaml tot \
             en met 4 maart 2027)",
        ]
    );
    // With a gap between two periods of the RTB: a version that holds only in the gap is reported.
    let with_gap = RTB.replace("van: 2025-03-05", "van: 2025-04-05");
    let rtb = Rtb::from_yaml(&with_gap).unwrap();
    let gap = set(&[("a.md", letter), ("a@2025-03-10.md", letter), ("a@2025-04-05.md", letter)]);
    let found: Vec<_> = lint::lint(&gap, LETTER, &rtb).iter().map(|e| e.template.clone()).collect();
    assert_eq!(found, ["a@2025-03-10.md"]);
}

#[test]
fn a_letter_must_have_words_before_its_first_version_with_a_day() {
    let found = messages(&[("a@2027-01-15.md", "# O\n\nx\n")]);
    assert_eq!(
        found,
        ["a@2027-01-15.md: voor 15 januari 2027 is er geen tekst; `a.md` zonder dag ontbreekt"]
    );
}
