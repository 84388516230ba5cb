//! Findings about a case, which are errors or questions for a person: code, Dutch sentence, fact paths, hint.
//!
//! A diagnostic names facts by path (`stap.gronden[0].grond`); the place in the file is looked up
//! when it is shown. `message` and `hint` never hold a value of the case, because they go to JSON,
//! logs and batch output; `detail` may, and is shown on a terminal only (docs/spec/cli.md).

pub(crate) mod character;
pub(crate) mod code;
pub mod json;
pub mod terminal;
pub mod tip;
mod way_out;

pub use code::{Code, Severity};
pub use way_out::WayOut;

use crate::places::{Origin, Place, Places};
use crate::words::RuleId;

/// One finding about one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of finding; its class (`F1` … `F7`, `V`) is fixed by docs/spec/cli.md.
    pub code: Code,
    /// One Dutch sentence without any value of the case.
    pub message: String,
    /// The paths of the facts concerned; the fact to correct first comes first.
    pub paths: Vec<String>,
    /// The exact places, in the order of `paths`, where a path alone is not enough: an unknown key, the
    /// second of two equal keys. An empty path with a place stands for the text of the file.
    pub at: Vec<Place>,
    /// The rule that was broken or that asks the question, if any (`grond.eu_nationaliteit`).
    pub rule: Option<RuleId>,
    /// What the officer can do, without any value of the case.
    pub hint: Option<String>,
    /// Detail for the officer; may hold values of the case, so it is shown on a terminal only.
    pub detail: Option<String>,
    /// What ends it, for a program that asks the officer.
    pub way_out: Option<WayOut>,
}

impl Diagnostic {
    /// A finding with a message and the facts it is about.
    pub fn new<P: Into<String>>(
        code: Code,
        message: impl Into<String>,
        paths: impl IntoIterator<Item = P>,
    ) -> Self {
        Self {
            code,
            message: message.into(),
            paths: paths.into_iter().map(Into::into).collect(),
            at: Vec::new(),
            rule: None,
            hint: None,
            detail: None,
            way_out: None,
        }
    }

    /// Sets the exact places, in the order of the paths.
    #[must_use]
    pub fn at(mut self, places: impl IntoIterator<Item = Place>) -> Self {
        self.at = places.into_iter().collect();
        self
    }

    /// Names the rule behind the finding.
    #[must_use]
    pub fn with_rule(mut self, rule: impl Into<RuleId>) -> Self {
        self.rule = Some(rule.into());
        self
    }

    /// Adds a hint: what the officer can do.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds a detail, which only the terminal may show.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
    /// The origin of the fact with path number `index`; for an absent fact, the place where it belongs.
    #[must_use]
    pub fn origin(&self, index: usize, places: &Places) -> Option<Origin> {
        let exact = self.at.get(index).copied().map(Origin::File);
        exact.or_else(|| self.paths.get(index).and_then(|path| places.find(path)))
    }
}

/// The document that a finding is about, with all that is needed to show the finding.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The file as it was named, `-` for standard input.
    pub file: &'a str,
    /// The number of the document in the file, from 1; `None` when the finding is about the file itself.
    pub document: Option<u32>,
    /// The text of the document; empty when it could not be read.
    pub text: &'a str,
    /// The line of the file on which that text begins.
    pub first_line: u32,
    /// The places of the facts.
    pub places: &'a Places,
}
