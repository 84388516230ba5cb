//! The built-in pipeline, the fixtures, and what the pipeline makes of them; the benches use this file too.

#![allow(clippy::unwrap_used, clippy::panic, dead_code)] // the benches use this file alone, and only a part of it

use rtbrief::case::read::Overrides;
use rtbrief::case::split::split;
use rtbrief::diagnostic::json::to_json;
use rtbrief::explain::bearing::FactTable;
use rtbrief::explain::{self, Page, Subject};
use rtbrief::law::book::RuleBook;
use rtbrief::letter::document::Document;
use rtbrief::letter::{Organisation, TemplateSet};
use rtbrief::pipeline::explained::words;
use rtbrief::pipeline::{Assessed, Pipeline};
use rtbrief::render::look::Look;
use rtbrief::render::pdf::Press;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The input of a fixture.
pub const CASE: &str = "case.yaml";

/// The file in which an author wrote what is expected of a fixture.
pub const EXPECTED: &str = "verwacht.json";

/// A case with what must come out of it.
pub struct Fixture {
    /// The folder that it is grouped in: `stap.soort` of its case, `bestand` or `termijn`.
    pub step: String,
    /// No other fixture has this name.
    pub name: String,
    /// Its own folder.
    pub folder: PathBuf,
}

impl Fixture {
    /// Its path below `fixtures`: step and name.
    pub fn path(&self) -> String {
        format!("{}/{}", self.step, self.name)
    }

    /// The text of its case.
    pub fn case(&self) -> String {
        fs::read_to_string(self.folder.join(CASE)).unwrap()
    }
}

/// Every fixture, in the order of their names.
pub fn fixtures() -> Vec<Fixture> {
    let steps = entries(&root("fixtures")).into_iter().filter(|step| step.is_dir());
    let of_step = |step: PathBuf| {
        let fixture = |folder: PathBuf| Fixture { step: name(&step), name: name(&folder), folder };
        entries(&step).into_iter().map(fixture).collect::<Vec<_>>()
    };
    let mut found: Vec<Fixture> = steps.flat_map(of_step).collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// The folder of a fixture.
pub fn fixture(name: &str) -> PathBuf {
    let steps = entries(&root("fixtures")).into_iter();
    let found = steps.map(|step| step.join(name)).find(|folder| folder.is_dir());
    found.unwrap_or_else(|| panic!("there is no fixture {name}"))
}

/// A case of which an author expected something.
pub struct Expectation {
    /// The name of the fixture, or of the file in a folder of `tests/acceptance`.
    pub name: String,
    /// The case.
    pub case: PathBuf,
    /// What the author wrote.
    pub expected: PathBuf,
}

/// Every case with an expectation, in the order of their names.
pub fn expectations() -> Vec<Expectation> {
    let fixtures = fixtures().into_iter().map(|fixture| Expectation {
        name: fixture.name,
        case: fixture.folder.join(CASE),
        expected: fixture.folder.join(EXPECTED),
    });
    let folders = entries(&root("tests/acceptance")).into_iter().filter(|path| path.is_dir());
    let cases = folders.flat_map(|folder| entries(&folder));
    let own = cases.filter(|path| path.extension().is_some_and(|it| it == "yaml")).map(|case| Expectation {
        name: name(&case).trim_end_matches(".yaml").to_owned(),
        expected: case.with_extension(EXPECTED),
        case,
    });
    let mut found: Vec<Expectation> = fixtures.filter(|it| it.expected.exists()).chain(own).collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

static PIPELINE: LazyLock<Pipeline> = LazyLock::new(new_pipeline);

static BEARING: LazyLock<FactTable> = LazyLock::new(|| FactTable::built_in().unwrap());

/// The built-in rules, words and fonts, with the example organisation; built once.
pub fn pipeline() -> &'static Pipeline {
    &PIPELINE
}

/// The same, for a test that changes a part of it.
pub fn new_pipeline() -> Pipeline {
    Pipeline {
        book: RuleBook::built_in().unwrap().into(),
        templates: TemplateSet::builtin().unwrap(),
        organisation: Organisation::example().unwrap(),
        press: Press::new(Look::built_in()),
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
    fixtures().into_iter().flat_map(move |fixture| {
        let found = assess(pipeline, &fs::read(fixture.folder.join(CASE)).unwrap());
        found.into_iter().map(move |case| (fixture.name.clone(), case))
    })
}

/// The object of `uitleg --json`.
pub fn explanation(pipeline: &Pipeline, assessed: &Assessed, file: &str) -> Value {
    explained(pipeline, assessed, |subject| explain::to_json(subject, found(assessed, file), false))
}

/// The same with the blocks of the letters: `uitleg --json --zinnen`.
pub fn explanation_by_block(pipeline: &Pipeline, assessed: &Assessed, file: &str) -> Value {
    explained(pipeline, assessed, |subject| explain::to_json(subject, found(assessed, file), true))
}

fn found(assessed: &Assessed, file: &str) -> Vec<Value> {
    let source = assessed.source(file);
    assessed.diagnostics().iter().map(|finding| to_json(finding, &source)).collect()
}

/// The page of `uitleg --html` for these cases.
pub fn explanation_page<'a>(
    pipeline: &Pipeline,
    cases: impl IntoIterator<Item = &'a Assessed>,
    file: &str,
) -> String {
    let mut page = Page::default();
    cases.into_iter().for_each(|case| explained(pipeline, case, |subject| page.add(subject, file)));
    page.finish()
}

fn explained<T>(pipeline: &Pipeline, assessed: &Assessed, show: impl FnOnce(&Subject<'_>) -> T) -> T {
    show(&Subject {
        reading: &assessed.reading,
        decision: &assessed.decision,
        book: &pipeline.book,
        bearing: &BEARING,
        words: &words(&assessed.letters),
    })
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
