//! An error for wrong use or wrong configuration, as a Dutch sentence for the officer and as JSON for programs.
//!
//! Every module of the command line can return it, so it depends on none of them but the form of a fault.

use super::fault::Fault;
use crate::diagnostic::Code;
use serde_json::Value;

/// Wrong use or wrong configuration: the exit code is 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    text: String,
    objects: Vec<Value>,
}

impl Usage {
    /// An error with this Dutch sentence; each further line helps.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self::of_fault(&Fault::new(message))
    }

    /// An error in what the program was set up with, with its code and, where there is one, the file:
    /// `F602 in organisatie.yaml: …`.
    #[must_use]
    pub fn coded(code: Code, file: Option<&str>, message: &str) -> Self {
        let fault = Fault::new(message).of(code);
        let fault = match file {
            Some(file) => fault.about(file),
            None => fault,
        };
        let place = file.map_or_else(String::new, |file| format!(" in {file}"));
        Self { text: format!("fout: {}{place}: {message}", code.as_str()), objects: vec![fault.to_json()] }
    }

    /// The errors of these objects, which the text says too.
    #[must_use]
    pub fn listed(text: &str, objects: Vec<Value>) -> Self {
        Self { text: format!("fout: {text}"), objects }
    }

    /// The error of a fault.
    #[must_use]
    pub fn of_fault(fault: &Fault) -> Self {
        Self { text: fault.text(), objects: vec![fault.to_json()] }
    }

    /// The error as text for the terminal.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The error as objects with the keys of a finding, one at least.
    #[must_use]
    pub fn objects(&self) -> &[Value] {
        &self.objects
    }
}
