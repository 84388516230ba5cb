//! Golden cases: every folder of `fixtures/` holds a case and exactly what must come out of it.
//!
//! `<stem>.txt` is a letter (or an afschrift) as text, `<stem>.pdf.txt` the hash, pages and tags of its PDF,
//! `uitleg.json` the object of `uitleg --json` for
//! each document, `melding.txt` what the terminal shows of a refusal or a question. Words, dates and places in
//! the file are all in them, so a change of any of them is seen in review.
//! `RTBRIEF_UPDATE=1 cargo test --test fixtures` rewrites them.

use crate::support::{assess, entries, explanation, name, pipeline, root};
use rtbrief::decide::outcome::LetterKind;
use rtbrief::diagnostic::terminal::Terminal;
use rtbrief::letter::document::Document;
use rtbrief::pipeline::{Assessed, Format, Pipeline};
use rtbrief::render::pdf;
use sha2::{Digest, Sha256};
use snapbox::Data;
use snapbox::report::{Palette, write_diff};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The input of a fixture.
const CASE: &str = "case.yaml";

/// File name to content.
type Files = BTreeMap<String, String>;

/// What must stand beside a case.
fn made(pipeline: &Pipeline, case: &[u8]) -> Files {
    let mut files = Files::new();
    let mut explained = String::new();
    let mut shown = String::new();
    for assessed in assess(pipeline, case) {
        for letter in &assessed.letters {
            let text = String::from_utf8(pipeline.render(letter, Format::Text).unwrap()).unwrap();
            let double = files.insert(format!("{}.txt", letter.file_stem), text);
            assert!(double.is_none(), "two letters are called {}", letter.file_stem);
            files.insert(format!("{}.pdf.txt", letter.file_stem), portrait(pipeline, letter));
        }
        let object = explanation(pipeline, &assessed, CASE);
        explained += &serde_json::to_string_pretty(&object).unwrap();
        explained.push('\n');
        shown += &messages(&assessed);
    }
    files.insert("uitleg.json".to_owned(), explained);
    if !shown.is_empty() {
        files.insert("melding.txt".to_owned(), shown);
    }
    files
}

/// The PDF of a letter as text: the hash of its bytes, then what stands on which page with which tag.
fn portrait(pipeline: &Pipeline, letter: &Document) -> String {
    let bytes = pipeline.render(letter, Format::Pdf).unwrap();
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let layout = pdf::lay_out(letter, &pipeline.look).unwrap();
    format!("sha256 {hash}\npagina's {}\n{}", layout.pages.len(), pdf::outline::outline(&layout))
}

fn messages(assessed: &Assessed) -> String {
    let terminal = Terminal::new(assessed.source(CASE), false);
    assessed.diagnostics().iter().map(|finding| terminal.text(finding) + "\n").collect()
}

/// What is there instead of what must be there: one text for each file that differs.
fn differences(folder: &str, expected: &Files, made: &Files) -> Vec<String> {
    let names: BTreeSet<&String> = expected.keys().chain(made.keys()).collect();
    let told = names.into_iter().filter_map(|file| match (expected.get(file), made.get(file)) {
        (Some(old), Some(new)) => (old != new).then(|| {
            let mut diff = String::new();
            let (old, new) = (Data::text(old), Data::text(new));
            let title = format!("{folder}/{file}");
            write_diff(&mut diff, &old, &new, Some(&title), Some(&"made"), Palette::plain()).unwrap();
            diff
        }),
        (None, _) => Some(format!("{folder}/{file} is missing\n")),
        (_, None) => Some(format!("{folder}/{file} is stray: the case does not make it\n")),
    });
    told.collect()
}

/// All files of a fixture but the case; a folder or a file that is not text has no place there.
fn kept(folder: &Path) -> Files {
    let files = entries(folder).into_iter().filter(|path| name(path) != CASE);
    files.map(|path| (name(&path), fs::read_to_string(&path).unwrap_or_default())).collect()
}

fn rewrite(folder: &Path, kept: &Files, made: &Files) {
    for stray in kept.keys().filter(|file| !made.contains_key(*file)) {
        fs::remove_file(folder.join(stray)).unwrap();
    }
    for (file, text) in made.iter().filter(|(file, text)| kept.get(*file) != Some(text)) {
        fs::write(folder.join(file), text).unwrap();
    }
}

#[test]
#[allow(clippy::disallowed_methods)] // a test may be told to rewrite by the environment
fn every_case_makes_what_stands_beside_it() {
    let update = std::env::var_os("RTBRIEF_UPDATE").is_some_and(|value| value == "1");
    let pipeline = pipeline();
    let folders = entries(&root("fixtures"));
    assert!(folders.len() > 150, "the fixtures are gone");
    let mut failures = Vec::new();
    for folder in &folders {
        let Ok(case) = fs::read(folder.join(CASE)) else {
            failures.push(format!("{} has no {CASE}\n", folder.display()));
            continue;
        };
        let (kept, made) = (kept(folder), made(&pipeline, &case));
        if update {
            rewrite(folder, &kept, &made);
        } else {
            failures.extend(differences(&name(folder), &kept, &made));
        }
    }
    assert!(
        failures.is_empty(),
        "{}\n{} differ; RTBRIEF_UPDATE=1 cargo test --test fixtures rewrites them",
        failures.join("\n"),
        failures.len()
    );
}

#[test]
fn a_changed_a_missing_and_a_stray_expectation_are_seen() {
    let files = |list: &[(&str, &str)]| -> Files {
        list.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect()
    };
    let made = files(&[("brief.txt", "een\ntwee\n"), ("uitleg.json", "{}\n")]);
    assert!(differences("zaak", &made, &made).is_empty());

    let changed = files(&[("brief.txt", "een\ndrie\n"), ("uitleg.json", "{}\n")]);
    let told = differences("zaak", &changed, &made).concat();
    assert!(told.contains("zaak/brief.txt") && told.contains("drie") && told.contains("twee"), "{told}");

    let missing = files(&[("uitleg.json", "{}\n")]);
    assert_eq!(differences("zaak", &missing, &made), ["zaak/brief.txt is missing\n"]);
    assert_eq!(
        differences("zaak", &made, &missing),
        ["zaak/brief.txt is stray: the case does not make it\n"]
    );
}

/// The fixtures show every letter, every ground and every way of ending at least once.
#[test]
fn the_fixtures_cover_the_program() {
    let mut letters = BTreeSet::new();
    let mut grounds = BTreeSet::new();
    let mut outcomes = BTreeSet::new();
    let mut codes = BTreeSet::new();
    let mut rules = BTreeSet::new();
    let pipeline = pipeline();
    let words = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    for folder in entries(&root("fixtures")) {
        for assessed in assess(&pipeline, &fs::read(folder.join(CASE)).unwrap()) {
            let object = explanation(&pipeline, &assessed, CASE);
            outcomes.insert(words(&object["uitkomst"]));
            for letter in object["brieven"].as_array().unwrap() {
                letters.insert(words(&letter["soort"]));
                grounds.extend(letter["gronden"].as_array().unwrap().iter().map(words));
            }
            for finding in object["diagnoses"].as_array().unwrap() {
                codes.insert(words(&finding["code"])[..2].to_owned());
                rules.insert(words(&finding["regel_id"]));
            }
            rules.extend(object["regels"].as_array().unwrap().iter().map(|rule| words(&rule["id"])));
            let conditions = object["doelgroep"].as_array().unwrap().iter();
            rules.extend(conditions.map(|tried| format!("doelgroep.{}", words(&tried["voorwaarde"]))));
            let blocks =
                assessed.letters.iter().flat_map(|letter| letter.body.iter().chain(&letter.signature));
            rules.extend(blocks.flat_map(|block| block.provenance.rules.iter().cloned()));
        }
    }
    let all_letters: BTreeSet<String> = LetterKind::ALL.iter().map(|kind| kind.id().to_owned()).collect();
    assert_eq!(letters, all_letters);
    assert_eq!(outcomes.len(), 4, "{outcomes:?}");
    let ids = |prefix: &str| -> BTreeSet<String> {
        let all = pipeline.book.rules().filter_map(|rule| rule.id.strip_prefix(prefix));
        all.map(str::to_owned).collect()
    };
    assert_eq!(grounds, ids("grond."));
    for class in ["F1", "F2", "F3", "F4", "F5", "V1"] {
        assert!(codes.contains(class), "no fixture shows {class}");
    }
    let unseen: Vec<_> =
        pipeline.book.rules().filter(|rule| !rules.contains(&rule.id)).map(|r| &r.id).collect();
    assert_eq!(unseen, NOT_IN_LETTERS, "a rule that no fixture shows");
}

/// Rules that no letter rests on: a length that `termijn` is asked, the two days of the gemeente, and the
/// 28 days that the ground itself names.
const NOT_IN_LETTERS: &[&str] = &["termijn.wettelijk", "termijn.triage", "termijn.verblijf_buiten_nederland"];
