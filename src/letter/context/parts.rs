//! Contexts of the templates that are filled on their own: the signature and an item of a list.

use super::context;
use crate::case::model::Grond;

context! {
    /// `parts/ondertekening.md`: the close of every letter.
    pub struct Ondertekening {
        /// Who decides, without an article: `minister van Asiel en Migratie`.
        minister: text [],
        /// Who signs.
        ondertekenaar: text [],
        /// The function of who signs.
        functie: text [],
        /// Name of the organisation.
        organisatie_naam: text [],
    }
}

context! {
    /// `parts/ontbrekend.md`: one thing that was not shown, an item of a list.
    pub struct Ontbrekend {
        /// The officer's words.
        tekst: text [Grond::ontbrekend],
    }
}
