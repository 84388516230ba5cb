//! The built-in pipeline, the fixtures, and what the one makes of the other; the benches take it too.

#![allow(clippy::unwrap_used, dead_code)] // the benches take this file alone, and not all of it

use rtbrief::case::read::Overrides;
use rtbrief::case::split::split;
use rtbrief::diagnostic::json::to_json;
use rtbrief::explain::{self, Subject};
use rtbrief::law::book::RuleBook;
use rtbrief::letter::document::Document;
use rtbrief::letter::{Organisation, TemplateSet};
use rtbrief::pipeline::{Assessed, Pipeline};
use rtbrief::render::look::Look;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The built-in rules, words and fonts, with the organisation of the example.
pub fn pipeline() -> Pipeline {
    Pipeline {
        book: RuleBook::built_in().unwrap(),
        templates: TemplateSet::builtin().unwrap(),
        organisation: Organisation::example().unwrap(),
        look: Look::built_in(),
    }
}

/// What becomes of every document of a file.
pub fn assess(pipeline: &Pipeline, bytes: &[u8]) -> Vec<Assessed> {
    split(bytes).into_iter().map(|document| pipeline.assess(document, &Overrides::default())).collect()
}

/// Every letter of every fixture, with the name of the fixture.
pub fn fixture_letters(pipeline: &Pipeline) -> Vec<(String, Document)> {
    let letters = |(fixture, case): (String, Assessed)| {
        case.letters.into_iter().map(move |letter| (fixture.clone(), letter))
    };
    fixture_cases(pipeline).flat_map(letters).collect()
}

/// What becomes of every case of every fixture, with the name of the fixture.
pub fn fixture_cases(pipeline: &Pipeline) -> impl Iterator<Item = (String, Assessed)> {
    entries(&root("fixtures")).into_iter().flat_map(move |fixture| {
        let found = assess(pipeline, &fs::read(fixture.join("case.yaml")).unwrap());
        found.into_iter().map(move |case| (name(&fixture), case))
    })
}

/// The object of `uitleg --json`.
pub fn explanation(pipeline: &Pipeline, assessed: &Assessed, file: &str) -> Value {
    let source = assessed.source(file);
    let found = assessed.diagnostics().iter().map(|finding| to_json(finding, &source)).collect();
    let subject = Subject { reading: &assessed.reading, decision: &assessed.decision, book: &pipeline.book };
    explain::to_json(&subject, found)
}

/// A path in the repository.
pub fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// What stands in a folder, in the order of the names.
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

/// The last part of a path.
pub fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}
