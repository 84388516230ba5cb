//! The contexts of the parts that are filled separately: the signature, and an item of a list.

use super::context;
use crate::case::model::Grond;

context! {
    /// The fields of `parts/ondertekening.md`: the close of every letter.
    pub struct Ondertekening {
        /// Who decides, without an article: `minister van Asiel en Migratie`.
        minister: text [],
        /// The name of the person who signs.
        ondertekenaar: text [],
        /// The function of the person who signs.
        functie: text [],
        /// The name of the organisation.
        organisatie_naam: text [],
    }
}

context! {
    /// The fields of `parts/ontbrekend.md`: one thing that was not shown, as an item of a list.
    pub struct Ontbrekend {
        /// What was not shown, in the officer's words.
        tekst: text [Grond::ontbrekend],
    }
}
