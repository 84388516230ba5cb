//! The errors of a lint, each once.

use crate::letter::error::TemplateError;
use std::collections::BTreeMap;

/// Errors, each once: a part that ten letters include is wrong only once.
#[derive(Default)]
pub(super) struct Errors(BTreeMap<(String, Option<u32>, String), TemplateError>);

impl Errors {
    /// Adds an error, unless it is there already.
    pub(super) fn add(&mut self, error: TemplateError) {
        self.0.entry((error.template.clone(), error.line, error.message.clone())).or_insert(error);
    }

    /// The errors by template and line.
    pub(super) fn sorted(self) -> Vec<TemplateError> {
        self.0.into_values().collect()
    }
}
