//! Which template is filled from which context: the contract between the words and the program.
//!
//! A template that no letter reaches is a mistake, and so is a letter without its template; with
//! this list the lint can see both.

use super::context::{Context, Field};

/// A template that the program fills by name. Parts that others include are not registered.
#[derive(Clone, Copy, Debug)]
pub struct Registration {
    /// Name in the set: `grounds/inreisstempel.md`.
    pub template: &'static str,
    /// The fields of its context.
    pub fields: &'static [Field],
    /// The slots that it must hold.
    pub slots: &'static [&'static str],
    /// A letter begins with `# Onderwerp`; a fragment (a ground, a list item) has none.
    pub is_letter: bool,
}

impl Registration {
    /// A letter with the slots that the composer fills in it.
    #[must_use]
    pub const fn letter<C: Context>(template: &'static str, slots: &'static [&'static str]) -> Self {
        Self { template, fields: C::FIELDS, slots, is_letter: true }
    }

    /// A fragment that goes into a slot.
    #[must_use]
    pub const fn fragment<C: Context>(template: &'static str, slots: &'static [&'static str]) -> Self {
        Self { template, fields: C::FIELDS, slots, is_letter: false }
    }
}
