//! Collects the errors of the lint, each of them once.

use crate::letter::error::TemplateError;
use std::collections::BTreeMap;

/// The errors of the lint. An error in a part that ten letters include is kept once.
#[derive(Default)]
pub(super) struct Errors(BTreeMap<(String, Option<u32>, String), TemplateError>);

impl Errors {
    /// Adds an error, unless it is there already.
    pub(super) fn add(&mut self, error: TemplateError) {
        self.0.entry((error.template.clone(), error.line, error.message.clone())).or_insert(error);
    }

    /// The errors, sorted by template and line.
    pub(super) fn sorted(self) -> Vec<TemplateError> {
        self.0.into_values().collect()
    }
}
