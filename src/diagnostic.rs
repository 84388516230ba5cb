//! What is wrong with a case, or what a person must decide: code, Dutch sentence, fact paths, hint.
//!
//! A diagnostic names facts by path (`stap.gronden[0].grond`); the place in the file is looked up
//! when it is shown. `message` and `hint` never hold a value of the case, because they go to JSON,
//! logs and batch output; `detail` may, and is shown on a terminal only (cli.md).

pub mod code;

pub use code::{Code, Severity};

/// One finding about one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding; its class (`F1` … `F7`, `V`) is fixed by cli.md.
    pub code: Code,
    /// One Dutch sentence without any value of the case.
    pub message: String,
    /// The facts concerned, by path, the one to mend first.
    pub paths: Vec<String>,
    /// The rule that was broken or asks, if one did (`grond.eu_nationaliteit`).
    pub rule: Option<String>,
    /// What the officer can do, without any value of the case.
    pub hint: Option<String>,
    /// More for the officer at the terminal; may hold values and never leaves the terminal.
    pub detail: Option<String>,
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
            rule: None,
            hint: None,
            detail: None,
        }
    }

    /// Names the rule behind the finding.
    #[must_use]
    pub fn with_rule(mut self, rule: impl Into<String>) -> Self {
        self.rule = Some(rule.into());
        self
    }

    /// Adds what the officer can do.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds what only the terminal may show.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}
