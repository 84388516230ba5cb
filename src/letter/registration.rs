//! A registration says which template is filled from which context.
//!
//! A template that no letter uses is an error, and so is a letter without its template. The lint finds both with the
//! list of registrations.

use super::context::{Context, Field};

/// A template that the program fills by its name. A part that other templates include is not registered.
#[derive(Clone, Copy, Debug)]
pub struct Registration {
    /// The name of the template in its set: `grounds/inreisstempel.md`.
    pub template: &'static str,
    /// The fields of its context.
    pub fields: &'static [Field],
    /// The slots that it must have.
    pub slots: &'static [&'static str],
    /// Whether it is a letter, which begins with `# Onderwerp`; a fragment (a ground, a list item) does not.
    pub is_letter: bool,
}

impl Registration {
    /// The registration of a letter, with the slots that the composer fills in it.
    #[must_use]
    pub const fn letter<C: Context>(template: &'static str, slots: &'static [&'static str]) -> Self {
        Self { template, fields: C::FIELDS, slots, is_letter: true }
    }

    /// The registration of a fragment, which goes into a slot.
    #[must_use]
    pub const fn fragment<C: Context>(template: &'static str, slots: &'static [&'static str]) -> Self {
        Self { template, fields: C::FIELDS, slots, is_letter: false }
    }
}
