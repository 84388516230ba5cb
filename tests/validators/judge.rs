//! Lets the two validators of PDF/A-2a and PDF/UA-1 judge PDF files, all in one run.
//!
//! They need Python and Java, so a test that asks them is ignored unless it is asked for.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// One run at a time: the first may have to install and compile them, and each run starts a Java virtual machine.
static TURN: Mutex<()> = Mutex::new(());

/// The two standards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standard {
    /// PDF/A-2a.
    Archive,
    /// PDF/UA-1.
    Access,
}

/// What was found against each file.
pub struct Verdicts {
    /// By file and standard: the clauses (`7.1-9`) or errors that the validators give.
    against: BTreeMap<(String, Standard), Vec<String>>,
    success: bool,
    told: String,
}

impl Verdicts {
    /// Whether nothing was found against any file.
    pub fn all_pass(&self) -> bool {
        self.success && self.against.is_empty()
    }

    /// Whether this clause of a standard was found broken in a file.
    pub fn refuses(&self, file: &str, standard: Standard, clause: &str) -> bool {
        let found = self.against.get(&(file.to_owned(), standard));
        found.is_some_and(|clauses| clauses.iter().any(|it| it == clause))
    }

    /// Whether nothing was found against a file.
    pub fn passes(&self, file: &str) -> bool {
        self.against.keys().all(|(name, _)| name != file)
    }
}

impl fmt::Display for Verdicts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let against = self.told.lines().filter(|line| !line.starts_with("PASS"));
        against.into_iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

/// The verdicts on files with these names and bytes.
pub fn judge(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Verdicts {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new("sh");
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conformance/conformance")).arg("--verapdf");
    let mut count = 0;
    for (name, bytes) in files {
        let path = folder.path().join(format!("{name}.pdf"));
        fs::write(&path, bytes).unwrap();
        command.arg(path);
        count += 1;
    }
    let output = command.output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    let mut against: BTreeMap<(String, Standard), Vec<String>> = BTreeMap::new();
    let mut judged = 0;
    let mut last = None;
    for line in told.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let [verdict @ ("PASS" | "FAIL" | "ERROR"), profile, path, why, ..] = words[..] else {
            // The clauses stand below what failed.
            if let (Some(last), Some(clause)) = (&last, line.split_whitespace().next()) {
                against.entry(Clone::clone(last)).or_default().push(clause.to_owned());
            }
            continue;
        };
        let standard = if profile.contains("ua") { Standard::Access } else { Standard::Archive };
        let file = path.rsplit('/').next().unwrap().trim_end_matches(".pdf").to_owned();
        // Only the second validator names what passes, so each file must be named by it twice.
        judged += usize::from(matches!(profile, "2a" | "ua1"));
        last = (verdict != "PASS").then_some((file, standard));
        if let Some(last) = &last {
            let told = against.entry(last.clone()).or_default();
            told.push(why.rsplit('.').next().unwrap().trim_end_matches(':').to_owned());
        }
    }
    assert_eq!(judged, 2 * count, "not every file was judged: {}", String::from_utf8_lossy(&output.stderr));
    Verdicts { against, success: output.status.success(), told }
}
