//! Every letter of every fixture as PDF, before the two validators of PDF/A-2a and PDF/UA-1.
//!
//! They need Python and Java, so this runs when RTBRIEF_CONFORMANCE=1 (`.ci/run` sets it) and says so when
//! it is left out. That each letter can be rendered is checked always.

#![allow(clippy::unwrap_used)]

mod support;

use rtbrief::pipeline::Format;
use std::fs;
use std::process::Command;
use support::{assess, entries, pipeline, root};

#[test]
#[allow(clippy::disallowed_methods, clippy::print_stderr)] // a test may be asked by the environment
fn every_letter_of_every_fixture_conforms() {
    let folder = tempfile::tempdir().unwrap();
    let pipeline = pipeline();
    let mut files = Vec::new();
    for fixture in entries(&root("fixtures")) {
        for assessed in assess(&pipeline, &fs::read(fixture.join("case.yaml")).unwrap()) {
            for letter in &assessed.letters {
                let path = folder.path().join(format!("{}.pdf", letter.file_stem));
                fs::write(&path, pipeline.render(letter, Format::Pdf).unwrap()).unwrap();
                files.push(path);
            }
        }
    }
    assert!(files.len() > 80, "only {} letters", files.len());
    if std::env::var_os("RTBRIEF_CONFORMANCE").is_none_or(|value| value != "1") {
        eprintln!("left out: set RTBRIEF_CONFORMANCE=1 to run the validators");
        return;
    }
    let mut command = Command::new("sh");
    command.arg(root("tests/conformance/conformance")).arg("--verapdf").args(&files);
    let output = command.output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    let failures: Vec<&str> = told.lines().filter(|line| !line.starts_with("PASS")).collect();
    assert!(output.status.success(), "{}", failures.join("\n"));
}
