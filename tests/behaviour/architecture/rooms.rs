//! The rules of the rooms (ARCHITECTURE.md): which room may use which, and where each outside thing is named.

use crate::architecture::source::Source;
use std::collections::BTreeSet;

/// What each room may use of the others; of itself it may use everything.
pub const MAY_USE: &[(&str, &[&str])] = &[
    ("places", &[]),
    ("plain", &["places"]),
    ("words", &[]),
    ("yaml", &["places", "diagnostic"]),
    ("case", &["places", "yaml", "law::date", "diagnostic", "words"]),
    ("csv", &["diagnostic"]),
    ("hash", &[]),
    ("law", &["hash", "yaml", "words"]),
    ("decide", &["case::model", "case::country", "case::identifier", "law", "diagnostic", "words"]),
    (
        "letter",
        &[
            "case::model",
            "case::country",
            "case::identifier",
            "decide",
            "law",
            "diagnostic",
            "hash",
            "kept",
            "yaml",
            "words",
        ],
    ),
    ("import", &["case", "csv", "diagnostic", "law::date", "places", "words", "yaml"]),
    ("kept", &[]),
    ("markup", &["hash"]),
    ("metadata", &["hash", "letter::metagegevens", "words"]),
    ("render", &["hash", "kept", "letter::document", "letter::huisstijl", "markup"]),
    ("schema", &["case::model", "case::country", "law::book", "law::row", "letter", "words"]),
    ("explain", &["case", "decide", "diagnostic", "law", "markup", "places", "words", "yaml"]),
    ("files", &["diagnostic"]),
    ("diagnostic", &["places", "words"]),
    ("pipeline", &["case", "decide", "diagnostic", "explain", "law", "letter", "markup", "render", "words"]),
    ("receipt", &["case", "decide::outcome", "hash", "law::date", "letter::document", "pipeline", "words"]),
    (
        "batch",
        &[
            "case",
            "csv",
            "decide::outcome",
            "diagnostic",
            "files",
            "hash",
            "law::date",
            "letter::document",
            "metadata",
            "pipeline",
            "places",
            "receipt",
            "render::pdf",
            "signed",
            "words",
        ],
    ),
    (
        "cli",
        &[
            "batch",
            "case",
            "csv",
            "decide",
            "diagnostic",
            "explain",
            "files",
            "hash",
            "import",
            "law",
            "letter",
            "metadata",
            "pipeline",
            "places",
            "plain",
            "receipt",
            "render",
            "schema",
            "signed",
            "words",
        ],
    ),
    ("signed", &[]),
];

/// The outside crates that could be replaced, each with the one place that may name it.
const CRATES: &[(&str, &str)] = &[
    ("annotate_snippets", "src/diagnostic/terminal/"),
    ("calamine", "src/import/workbook.rs"),
    ("chrono", "src/law/date.rs"),
    ("clap", "src/cli/"),
    ("clap_complete", "src/cli/aanvulling.rs"),
    ("clap_mangen", "src/cli/handleiding.rs"),
    ("ctrlc", "src/cli/interrupt.rs"),
    ("datamatrix", "src/render/pdf/paper/sheet_mark.rs"),
    ("indicatif", "src/batch/progress.rs"),
    ("itoa", "src/render/pdf/writing/"),
    ("libdeflater", "src/render/pdf/writing/deflate.rs"),
    ("lopdf", "src/render/picture/import/"),
    ("mimalloc", "src/main.rs"),
    ("png", "src/render/picture/pixels.rs"),
    ("printpdf", "src/render/pdf/writing/line_operators.rs"),
    ("pulldown_cmark", "src/letter/markdown.rs"),
    ("rayon", "src/batch/threads.rs"),
    ("roxmltree", "src/signed/metadata.rs"),
    ("serde_saphyr", "src/yaml/"),
    ("sha2", "src/hash.rs"),
    ("svg2pdf", "src/render/picture/drawing.rs"),
    ("rustix", "src/files.rs"),
    ("tempfile", "src/files.rs"),
    ("tera", "src/letter/template.rs"),
    ("terminal_size", "src/cli/nieuw/screen.rs"),
    ("textwrap", "src/render/pdf/setting/fit.rs"),
    ("zip", "src/import/workbook.rs"),
];

/// The rooms that may touch the world outside.
const WORLDLY: &[&str] = &["batch", "cli", "files", "main"];

/// What only they may touch: disk, clock, environment, terminal, other programs.
const OUTSIDE: &[&str] = &[
    "std::env",
    "std::fs",
    "std::io::stderr",
    "std::io::stdin",
    "std::io::stdout",
    "std::net",
    "std::path::Path::exists",
    "std::process",
    "std::time",
];

/// Macros that write to the terminal.
const PRINTING: &[&str] = &["dbg", "eprint", "eprintln", "print", "println"];

/// Collections whose order differs from run to run.
const UNORDERED: &[&str] = &["HashMap", "HashSet", "RandomState"];

/// The file that may have a `HashMap`: it is asked for single values and never iterated.
const NEVER_ITERATED: &str = "src/kept.rs";

/// Which other rooms a file uses that its room may not.
pub fn wrong_use(source: &Source, rooms: &BTreeSet<String>) -> Vec<String> {
    let room = source.room();
    let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == room) else {
        return vec![format!("{}: no rule says what `{room}` may use", source.file)];
    };
    let outside = source.paths.iter().filter_map(|path| {
        let path = path.strip_prefix("crate::")?.to_owned();
        let other = path.split("::").next()?;
        (other != room && rooms.contains(other) && !allowed.iter().any(|it| begins(&path, it)))
            .then_some(path)
    });
    outside.map(|path| format!("{}: `{room}` may not use `{path}`", source.file)).collect()
}

/// Crates that a file names outside their place.
pub fn wrong_crates(source: &Source) -> Vec<String> {
    let paths = &source.paths;
    let named = |name: &str| paths.iter().any(|path| begins(path, name) && path.len() > name.len());
    CRATES
        .iter()
        .filter(|(name, place)| named(name) && !source.file.starts_with(place))
        .map(|(name, place)| format!("{}: `{name}` belongs in {place}", source.file))
        .collect()
}

/// Crates of this list that no file names.
pub fn forgotten_crates(sources: &[Source]) -> Vec<&'static str> {
    let gone = |name: &str| !sources.iter().any(|source| source.paths.iter().any(|path| begins(path, name)));
    CRATES.iter().map(|(name, _)| *name).filter(|name| gone(name)).collect()
}

/// What a pure file takes from the world outside, or from chance.
pub fn impure(source: &Source) -> Vec<String> {
    if WORLDLY.contains(&source.room()) {
        return Vec::new();
    }
    let paths = &source.paths;
    let world = OUTSIDE.iter().filter(|it| paths.iter().any(|path| begins(path, it)));
    let printing = PRINTING.iter().filter(|it| source.macros.contains(**it));
    let chance = UNORDERED.iter().filter(|it| {
        source.file != NEVER_ITERATED && paths.iter().any(|path| path.split("::").any(|part| part == **it))
    });
    world.chain(printing).chain(chance).map(|it| format!("{}: `{it}`", source.file)).collect()
}

/// Whether a path is this one, or lies in it.
fn begins(path: &str, start: &str) -> bool {
    path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[cfg(test)]
mod tests {
    use super::{impure, wrong_crates, wrong_use};
    use crate::architecture::source::Source;

    #[test]
    fn a_wrong_direction_is_seen() {
        let rooms = ["case", "law", "decide", "letter", "cli"].map(str::to_owned).into();
        let wrong = |file: &str, text: &str| wrong_use(&Source::new(file, text), &rooms);
        assert!(
            wrong("src/decide/mod.rs", "use crate::law::term::TermKind; use crate::case::{model, country};")
                .is_empty()
        );
        assert_eq!(
            wrong("src/decide/mod.rs", "use crate::{law, letter::document::Document};"),
            ["src/decide/mod.rs: `decide` may not use `letter::document::Document`"]
        );
        assert_eq!(wrong("src/case/read/mod.rs", "fn a() { crate::law::book::RuleBook::x() }").len(), 1);
        assert_eq!(wrong("src/law/mod.rs", "use super::decide::decide;").len(), 1);
        assert_eq!(wrong("src/nieuw/mod.rs", ""), ["src/nieuw/mod.rs: no rule says what `nieuw` may use"]);
    }

    #[test]
    fn a_crate_outside_its_place_is_seen() {
        let wrong = |file: &str, text: &str| wrong_crates(&Source::new(file, text));
        assert!(wrong("src/law/date.rs", "use chrono::NaiveDate;").is_empty());
        assert!(
            wrong("src/law/term.rs", "// chrono::NaiveDate\nfn a() { let tera = 1; b(\"clap::Parser\") }")
                .is_empty()
        );
        assert_eq!(wrong("src/law/term.rs", "use chrono::{NaiveDate};").len(), 1);
        assert_eq!(wrong("src/decide/mod.rs", "#[derive(clap::Parser)] struct A;").len(), 1);
        assert_eq!(wrong("src/letter/markdown.rs", "fn a() { tera::Context::new() }").len(), 1);
    }

    #[test]
    fn disk_clock_environment_and_chance_are_seen() {
        let wrong = |file: &str, text: &str| impure(&Source::new(file, text)).len();
        for text in [
            "use std::{collections::BTreeMap, fs};",
            "fn a() { std::env::var(x) }",
            "use std::time::Instant;",
            "use std::collections::HashMap;",
            "use std::collections::{BTreeMap, HashSet};",
            "fn a() { println!(x) }",
            "macro_rules! a { () => { std::process::exit(1) } }",
        ] {
            assert_eq!(wrong("src/law/book.rs", text), 1, "{text}");
            assert_eq!(wrong("src/cli/maak.rs", text), 0, "{text}");
        }
        assert_eq!(
            wrong("src/law/book.rs", "use std::io::{self, Read}; fn a() { writeln!(out); include_str!(x); }"),
            0
        );
    }
}
