//! A desk: a temporary folder with cases in which the program runs, and what a run gave.

use crate::support::name;
use serde_json::Value;
use snapbox::cmd::{Command, cargo_bin};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

/// A folder with case files; removed when the test ends.
pub struct Desk {
    folder: tempfile::TempDir,
    stdin: Vec<u8>,
    environment: Vec<(&'static str, String)>,
}

/// What a run gave.
pub struct Ran {
    arguments: String,
    output: Output,
}

impl Desk {
    /// An empty desk.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), stdin: Vec::new(), environment: Vec::new() }
    }

    /// A desk with the case of a fixture as `zaak.yaml`.
    pub fn with(fixture: &str) -> Self {
        Self::new().case("zaak.yaml", fixture)
    }

    /// Puts the case of a fixture in a file.
    pub fn case(self, file: &str, fixture: &str) -> Self {
        self.file(file, case_of(fixture))
    }

    /// Puts a file on the desk.
    pub fn file(self, file: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.path(file), content).unwrap();
        self
    }

    /// What the next runs read from standard input.
    pub fn stdin(mut self, content: impl AsRef<[u8]>) -> Self {
        self.stdin = content.as_ref().to_vec();
        self
    }

    /// Sets a variable of the environment, which is empty otherwise.
    pub fn environment(mut self, variable: &'static str, value: &str) -> Self {
        self.environment.push((variable, value.to_owned()));
        self
    }

    /// A path on the desk.
    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    /// The content of a file.
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    /// Every file and folder on the desk, by its path from there.
    pub fn files(&self) -> Vec<String> {
        fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) {
            for path in crate::support::entries(folder) {
                let own = format!("{prefix}{}", name(&path));
                if path.is_dir() {
                    walk(&path, &format!("{own}/"), found);
                }
                found.push(own);
            }
        }
        let mut found = Vec::new();
        walk(self.folder.path(), "", &mut found);
        found.sort();
        found
    }

    /// Runs the program with arguments that spaces divide.
    pub fn run(&self, arguments: &str) -> Ran {
        self.run_words(&arguments.split_whitespace().collect::<Vec<_>>())
    }

    /// Runs the program with arguments that hold spaces.
    pub fn run_words(&self, arguments: &[&str]) -> Ran {
        let command = Command::new(cargo_bin("rtbrief"))
            .args(arguments)
            .env_clear()
            .envs(self.environment.iter().map(|(variable, value)| (*variable, value.as_str())))
            .current_dir(self.folder.path())
            .stdin(self.stdin.clone());
        Ran { arguments: arguments.join(" "), output: command.output().unwrap() }
    }
}

impl Ran {
    /// Demands an exit code.
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.output.status.code(), Some(code), "{}\n{}", self.arguments, self.errors());
        self
    }

    /// Demands a text on standard error.
    pub fn says(self, text: &str) -> Self {
        assert!(self.errors().contains(text), "{}: no ‘{text}’ in\n{}", self.arguments, self.errors());
        self
    }

    /// Demands that a text is not on standard error.
    pub fn never_says(self, text: &str) -> Self {
        assert!(!self.errors().contains(text), "{}: ‘{text}’ in\n{}", self.arguments, self.errors());
        self
    }

    /// Demands a text on standard output.
    pub fn prints(self, text: &str) -> Self {
        assert!(self.out().contains(text), "{}: no ‘{text}’ in\n{}", self.arguments, self.out());
        self
    }

    /// Demands that nothing is on standard output.
    pub fn prints_nothing(self) -> Self {
        assert_eq!(self.out(), "", "{}", self.arguments);
        self
    }

    /// Standard output as text.
    pub fn out(&self) -> String {
        String::from_utf8(self.output.stdout.clone()).unwrap()
    }

    /// Standard output as bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.output.stdout
    }

    /// Standard error as text.
    pub fn errors(&self) -> String {
        String::from_utf8(self.output.stderr.clone()).unwrap()
    }

    /// The JSON objects of standard output, one per line.
    pub fn objects(&self) -> Vec<Value> {
        self.out().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// The case of a fixture.
pub fn case_of(fixture: &str) -> String {
    fs::read_to_string(crate::support::fixture(fixture).join("case.yaml")).unwrap()
}

/// The case of a fixture with one text replaced by another.
pub fn changed(fixture: &str, from: &str, to: &str) -> String {
    let case = case_of(fixture);
    assert!(case.contains(from), "{fixture} has no ‘{from}’");
    case.replacen(from, to, 1)
}
