//! Which template has which context and which slots: what the lint goes by.
//!
//! A template that is only included has no row: it uses the names of the template around it. The lists of
//! letters and grounds in `words` make the rows, so that none can be forgotten.

use super::{Ondertekening, Ontbrekend};
use crate::letter::registration::Registration;
use crate::letter::{ground, letters};

/// The templates of parts that are filled on their own.
const PARTS: &[Registration] = &[
    Registration::fragment::<Ontbrekend>("parts/ontbrekend.md", &[]),
    Registration::fragment::<Ondertekening>("parts/ondertekening.md", &[]),
];

/// Every template that has a context: the letters, the grounds, the parts.
#[must_use]
pub fn all() -> Vec<Registration> {
    [letters::TEMPLATES, ground::TEMPLATES, PARTS].concat()
}
