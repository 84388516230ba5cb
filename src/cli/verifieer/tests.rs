//! Tests that verify a letter made with one version of a template while another version holds.

use super::cases::Found;
use super::check::{Difference, Verifier};
use super::receipts::Entry;
use super::{line, object};
use crate::case::read::Overrides;
use crate::case::split::split;
use crate::hash::Hash;
use crate::law::book::RuleBook;
use crate::law::date::Date;
use crate::letter::builtin::templates;
use crate::letter::{Organisation, TemplateSet};
use crate::pipeline::{Format, Pipeline};
use crate::receipt::{Input, Letter, Receipt, Versions};
use crate::render::look::Look;
use crate::render::pdf::Press;
use std::path::Path;

const CASE: &str = include_str!("../../../fixtures/stickerlocatie/weigering-inreisstempel/case.yaml");
const FIRST: &str = "weigeringsbesluit.md";
const NEXT: &str = "weigeringsbesluit@2027-01-15.md";

/// A pipeline with the built-in templates and these further versions of the refusal.
fn pipeline(versions: &[&str]) -> Pipeline {
    let (_, text) = templates().find(|(name, _)| *name == FIRST).unwrap();
    let text = text.replace("Dit kan een moeilijk bericht zijn.", "Dit is misschien een moeilijk bericht.");
    let versions = versions.iter().map(|name| ((*name).to_owned(), text.clone()));
    let first = templates().map(|(name, text)| (name.to_owned(), text.to_owned()));
    Pipeline {
        book: RuleBook::built_in().unwrap().into(),
        templates: TemplateSet::new(first.chain(versions)).unwrap(),
        organisation: Organisation::example().unwrap(),
        press: Press::new(Look::built_in()),
    }
}

/// The receipt of the letter for this day of bekendmaking; the letter itself is written to the folder.
fn made(pipeline: &Pipeline, day: &str, folder: &Path) -> Receipt {
    let options = Overrides { bekendmaking: Date::parse(day), wijze: None };
    let assessed = pipeline.assess(split(CASE.as_bytes()).remove(0), &options);
    let letter = &assessed.letters[0];
    let bytes = pipeline.render(letter, Format::Text).unwrap();
    std::fs::write(folder.join("brief.txt"), &bytes).unwrap();
    Receipt {
        letter: Letter::of(
            letter,
            Format::Text,
            "brief.txt".to_owned(),
            (Hash::of(&bytes), bytes.len() as u64),
        )
        .unwrap(),
        input: Input::of(&assessed, "zaak.yaml"),
        options,
        versions: Versions::of(pipeline),
    }
}

/// The differences found with the templates of this pipeline, and the line that reports them.
fn verified(pipeline: &Pipeline, receipt: &Receipt, folder: &Path) -> (Vec<Difference>, String) {
    let entry = Entry {
        file: Path::new("kwitanties.jsonl").into(),
        line: Some(1),
        folder: folder.into(),
        receipt: Receipt::from_json(&receipt.to_line()).map_err(|error| error.to_string()),
    };
    let case = Found::Here(split(CASE.as_bytes()).remove(0));
    let checked = Verifier::of(pipeline).check(&entry, Some(case));
    let said = line(&entry, &checked);
    let names = object(&entry, &checked)["sjabloonversies"].clone();
    assert_eq!(names.is_null(), receipt.letter.dated_templates.is_empty());
    (checked.differences, said)
}

fn other(then: &str, now: &str) -> Difference {
    Difference::TemplateVersion { then: then.to_owned(), now: Some(now.to_owned()) }
}

#[test]
fn a_letter_of_another_version_of_its_template_is_reported_with_both_versions() {
    let folder = tempfile::tempdir().unwrap();
    let (before, after) = (pipeline(&[]), pipeline(&[NEXT]));

    let old = made(&before, "2027-01-15", folder.path());
    assert_eq!(
        (&old.letter.dated_templates[..], old.to_line().contains("sjabloonversies")),
        (&[][..], false)
    );
    let (found, said) = verified(&after, &old, folder.path());
    assert_eq!(found, [Difference::Templates, other(FIRST, NEXT), Difference::MadeOtherwise]);
    assert!(
        said.contains(&format!("gemaakt met {FIRST}, maar voor de dag van de bekendmaking geldt nu {NEXT}"))
    );

    let new = made(&after, "2027-01-15", folder.path());
    assert_eq!(new.letter.dated_templates, [NEXT]);
    assert_eq!(verified(&after, &new, folder.path()).0, []);
    let (found, said) = verified(&before, &new, folder.path());
    assert_eq!(found, [Difference::Templates, other(NEXT, FIRST), Difference::MadeOtherwise]);
    assert!(said.contains(&format!("brief.txt (gemaakt met {NEXT}):")), "{said}");
    let moved = pipeline(&["weigeringsbesluit@2027-01-10.md"]);
    let found = verified(&moved, &new, folder.path()).0;
    assert_eq!(found, [Difference::Templates, other(NEXT, "weigeringsbesluit@2027-01-10.md")]);
}

#[test]
fn a_version_from_a_later_day_changes_no_earlier_letter() {
    let folder = tempfile::tempdir().unwrap();
    let old = made(&pipeline(&[]), "2027-01-14", folder.path());
    assert_eq!(verified(&pipeline(&[NEXT]), &old, folder.path()).0, [Difference::Templates]);
}
