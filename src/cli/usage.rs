//! Wrong use or configuration, as a Dutch sentence for the officer.
//!
//! Every part of the command line can find it, so it stands below all of them.

/// Wrong use or configuration: exit 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage(String);

impl Usage {
    /// With a Dutch sentence.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// The sentence.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0
    }
}
