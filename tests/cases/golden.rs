//! Golden cases: every folder `fixtures/STEP/NAME` holds a case and exactly what must come out of it.
//!
//! `<stem>.txt` is a letter (or an afschrift) as text, `<stem>.pdf.txt` the pages and tags of its PDF, `uitleg.json`
//! the object of `uitleg --json` for each document, `melding.txt` what the terminal shows of a refusal or a
//! question. Words, dates and places in the file are all in them, so a change of any of them is seen in review.
//! The bytes of every PDF are in `pdf-hashes.txt`, one line each: another writer or font changes that file only.
//! `RTBRIEF_UPDATE=1 cargo test --test cases fixture` rewrites them all.

use crate::support::golden::{Files, differences, kept, rewrite};
use crate::support::{CASE, Fixture, assess, explanation, fixtures, pipeline, root};
use libtest_mimic::{Failed, Trial};
use rtbrief::diagnostic::terminal::Terminal;
use rtbrief::letter::document::Document;
use rtbrief::pipeline::{Assessed, Format};
use rtbrief::render::pdf;
use sha2::{Digest, Sha256};
use std::fs;

/// The hashes of every PDF of every fixture.
const HASHES: &str = "pdf-hashes.txt";

/// A test for each fixture, and one for the bytes of all PDF files.
pub fn trials() -> Vec<Trial> {
    let cases = fixtures().into_iter().map(|fixture| {
        let name = format!("fixture::{}", fixture.path());
        Trial::test(name.clone(), move || check(&fixture, &name))
    });
    let hashes = "fixture::pdf-hashes";
    cases.chain([Trial::test(hashes, move || check_hashes(hashes))]).collect()
}

fn check(fixture: &Fixture, name: &str) -> Result<(), Failed> {
    let case = fs::read(fixture.folder.join(CASE))?;
    let (kept, made) = (kept(&fixture.folder), made(&case));
    if is_update() {
        rewrite(&fixture.folder, &kept, &made);
        return Ok(());
    }
    agree(&differences(&fixture.path(), &kept, &made), name)
}

/// The one test of the bytes of every PDF. Only this test writes `pdf-hashes.txt`, so others can run beside it.
fn check_hashes(name: &str) -> Result<(), Failed> {
    let mut lines = Vec::new();
    for fixture in fixtures() {
        let assessed = assess(pipeline(), &fs::read(fixture.folder.join(CASE))?);
        for letter in assessed.iter().flat_map(|case| &case.letters) {
            let bytes = pipeline().render(letter, Format::Pdf).unwrap();
            let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            lines.push(format!("{}/{}  {hash}\n", fixture.path(), letter.file_stem));
        }
    }
    lines.sort();
    let file = root("fixtures").join(HASHES);
    let read = |text: String| Files::from([(HASHES.to_owned(), text)]);
    let (kept, made) = (read(fs::read_to_string(&file).unwrap_or_default()), read(lines.concat()));
    if is_update() {
        fs::write(file, &made[HASHES])?;
        return Ok(());
    }
    agree(&differences("fixtures", &kept, &made), name)
}

fn agree(differences: &[String], name: &str) -> Result<(), Failed> {
    if differences.is_empty() {
        return Ok(());
    }
    let told = differences.join("\n");
    Err(format!("{told}\nRTBRIEF_UPDATE=1 cargo test --release --test cases -- --exact {name} rewrites this")
        .into())
}

/// Whether the golden files are to be rewritten.
#[allow(clippy::disallowed_methods)] // a test may be told to rewrite by the environment
fn is_update() -> bool {
    std::env::var_os("RTBRIEF_UPDATE").is_some_and(|value| value == "1")
}

/// What must stand beside a case.
fn made(case: &[u8]) -> Files {
    let mut files = Files::new();
    let mut explained = String::new();
    let mut shown = String::new();
    for assessed in assess(pipeline(), case) {
        for letter in &assessed.letters {
            let text = String::from_utf8(pipeline().render(letter, Format::Text).unwrap()).unwrap();
            let double = files.insert(format!("{}.txt", letter.file_stem), text);
            assert!(double.is_none(), "two letters are called {}", letter.file_stem);
            files.insert(format!("{}.pdf.txt", letter.file_stem), portrait(letter));
        }
        let object = explanation(pipeline(), &assessed, CASE);
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

/// The PDF of a letter as text: what stands on which page with which tag.
fn portrait(letter: &Document) -> String {
    let layout = pdf::lay_out(letter, pipeline().press.look()).unwrap();
    format!("pagina's {}\n{}", layout.pages.len(), pdf::paper::outline::outline(&layout))
}

fn messages(assessed: &Assessed) -> String {
    let terminal = Terminal::new(assessed.source(CASE), false);
    assessed.diagnostics().iter().map(|finding| terminal.text(finding) + "\n").collect()
}
