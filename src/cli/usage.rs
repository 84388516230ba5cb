//! An error for wrong use or wrong configuration, as a Dutch sentence for the officer.
//!
//! Every module of the command line can return it, so it depends on none of them.

/// Wrong use or wrong configuration: the exit code is 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage(String);

impl Usage {
    /// An error with this Dutch sentence.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// The Dutch sentence of the error.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0
    }
}
