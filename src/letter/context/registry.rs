//! The list of all templates with their contexts and slots, which the lint uses.
//!
//! A template that is only included is not in the list: it uses the fields of the template around it. The rows are made
//! from the lists of letters and grounds in `words`, so that none can be forgotten.

use super::{Ondertekening, Ontbrekend};
use crate::letter::registration::Registration;
use crate::letter::{ground, letters, page};

/// The parts that are filled separately.
const PARTS: &[Registration] = &[
    Registration::fragment::<Ontbrekend>("parts/ontbrekend.md", &[]),
    Registration::fragment::<Ondertekening>("parts/ondertekening.md", &[]),
];

/// Every template that has a context: the letters, the grounds, the pages in other languages, the parts.
#[must_use]
pub fn all() -> Vec<Registration> {
    [letters::TEMPLATES, ground::TEMPLATES, page::TEMPLATES, PARTS].concat()
}
