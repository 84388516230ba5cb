//! Words of letters have dates: from a day of bekendmaking on, a letter has the words of the next version of
//! its template, made by one file alone.
#![allow(clippy::unwrap_used)]

use crate::support::{fixture, new_pipeline};
use rtbrief::case::read::Overrides;
use rtbrief::case::split::split;
use rtbrief::law::book::RuleBook;
use rtbrief::law::date::Date;
use rtbrief::letter::TemplateSet;
use rtbrief::letter::builtin;
use rtbrief::letter::context::registry;
use rtbrief::letter::document::Document;
use rtbrief::letter::lint::lint;
use rtbrief::pipeline::Pipeline;
use rtbrief::render::text;
use std::fs;

const OLD: &str = "Bent u het niet eens met dit besluit?";
const NEW: &str = "Vindt u dat dit besluit niet klopt?";

/// All built-in texts, and versions of some with other words: name, the day from which they hold, old words,
/// new words.
fn templates(versions: &[(&str, &str, &str, &str)]) -> TemplateSet {
    let built_in: Vec<(String, String)> =
        builtin::templates().map(|own| (own.0.to_owned(), own.1.to_owned())).collect();
    let versions = versions.iter().map(|(name, day, old, new)| {
        let (_, text) = builtin::templates().find(|(other, _)| *other == *name).unwrap();
        assert!(text.contains(old), "{name} does not say {old}");
        (name.replace(".md", &format!("@{day}.md")), text.replace(old, new))
    });
    TemplateSet::new(built_in.clone().into_iter().chain(versions)).unwrap()
}

/// The refusal of a fixture as it is made known on a day.
fn letter(pipeline: &Pipeline, day: &str) -> Document {
    let case = fs::read(fixture("weigering-inreisstempel").join("case.yaml")).unwrap();
    let options = Overrides { bekendmaking: Date::parse(day), wijze: None };
    let mut assessed = pipeline.assess(split(&case).remove(0), &options);
    assert_eq!(assessed.letters.len(), 1, "{:?}", assessed.diagnostics());
    assessed.letters.remove(0)
}

#[test]
fn a_letter_has_the_words_of_its_day_of_bekendmaking() {
    let pipeline = Pipeline {
        templates: templates(&[("weigeringsbesluit.md", "2027-01-15", OLD, NEW)]),
        ..new_pipeline()
    };
    let (before, after) = (letter(&pipeline, "2027-01-14"), letter(&pipeline, "2027-01-15"));
    let (said_before, said_after) = (text::render(&before), text::render(&after));
    assert!(said_before.contains(OLD) && !said_before.contains(NEW), "{said_before}");
    assert!(said_after.contains(NEW) && !said_after.contains(OLD), "{said_after}");
    assert_eq!(before.dated_templates(), [""; 0]);
    assert_eq!(after.dated_templates(), ["weigeringsbesluit@2027-01-15.md"]);
    assert_eq!(before, letter(crate::support::pipeline(), "2027-01-14"));
}

#[test]
fn grounds_parts_and_the_signature_have_versions_too() {
    let ground = builtin::templates().find(|(name, _)| *name == "grounds/inreisstempel.md").unwrap().1;
    let first = ground.lines().find(|line| line.starts_with(|c: char| c.is_uppercase())).unwrap();
    let pipeline = Pipeline {
        templates: templates(&[
            ("grounds/inreisstempel.md", "2027-01-15", first, "Een nieuwe eerste zin."),
            ("parts/aanhef.md", "2027-01-16", "{{ aanhef }}", "Beste {{ aanhef }}"),
            (
                "parts/ondertekening.md",
                "2027-01-17",
                "{{ ondertekenaar }}",
                "Namens deze {{ ondertekenaar }}",
            ),
        ]),
        ..new_pipeline()
    };
    let run = pipeline.run();
    let case = fs::read(fixture("weigering-inreisstempel").join("case.yaml")).unwrap();
    let said = |day: &str| {
        let options = Overrides { bekendmaking: Date::parse(day), wijze: None };
        let assessed = run.assess(split(&case).remove(0), &options);
        let said = text::render(&assessed.letters[0]);
        ["Een nieuwe eerste zin.", "Beste ", "Namens deze "].map(|words| said.contains(words))
    };
    // One run; the order of its cases must not matter.
    for (day, found) in [
        ("2027-01-17", [true, true, true]),
        ("2027-01-14", [false, false, false]),
        ("2027-01-16", [true, true, false]),
        ("2027-01-15", [true, false, false]),
        ("2027-01-18", [true, true, true]),
    ] {
        assert_eq!(said(day), found, "{day}");
    }
}

#[test]
fn a_version_of_a_built_in_template_passes_the_lint_until_the_rtb_ends() {
    let book = RuleBook::built_in().unwrap();
    let found = |day: &str| {
        let set = templates(&[("weigeringsbesluit.md", day, OLD, NEW)]);
        let errors = lint(&set, &registry::all(), book.rtb());
        errors.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(found("2027-01-15"), [""; 0]);
    let late = found("2027-03-05");
    assert!(late.len() == 1 && late[0].contains("geen zaak bereikt deze versie"), "{late:?}");
}
