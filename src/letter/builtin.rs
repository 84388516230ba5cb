//! The templates that the program carries inside itself.
//!
//! They stand in `letter-templates/` as plain files; the list here is compared with that folder by
//! a test, so that no template is forgotten.

use super::error::TemplateError;
use super::template::TemplateSet;

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        /// Name and text of every built-in template, sorted by name.
        pub const TEMPLATES: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../letter-templates/", $name))),)*
        ];
    };
}

embedded![];

impl TemplateSet {
    /// The built-in set.
    ///
    /// # Errors
    /// None in a released program: a test reads and lints it.
    pub fn builtin() -> Result<Self, Vec<TemplateError>> {
        Self::new(TEMPLATES.iter().copied())
    }
}
