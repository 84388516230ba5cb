//! An error in a template set: which template, which line, and what is wrong in one Dutch sentence.
//!
//! The authors of templates are jurists and officers, so the message says what to write instead.

use crate::diagnostic::{Code, Diagnostic};
use std::fmt;

/// One error in a template set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// The name of the template file: `grounds/inreisstempel.md`.
    pub template: String,
    /// The line, from 1; `None` for an error of the template as a whole.
    pub line: Option<u32>,
    /// One Dutch sentence, never with a value of a case.
    pub message: String,
}

impl TemplateError {
    /// An error on a line.
    pub fn at(template: &str, line: u32, message: impl Into<String>) -> Self {
        Self { template: template.to_owned(), line: Some(line), message: message.into() }
    }

    /// An error of the template as a whole.
    pub fn whole(template: &str, message: impl Into<String>) -> Self {
        Self { template: template.to_owned(), line: None, message: message.into() }
    }

    /// The error as a finding, F601.
    #[must_use]
    pub fn to_diagnostic(&self) -> Diagnostic {
        Diagnostic::new::<String>(Code::Template, self.to_string(), [])
    }
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, regel {line}: {}", self.template, self.message),
            None => write!(f, "{}: {}", self.template, self.message),
        }
    }
}

impl std::error::Error for TemplateError {}
