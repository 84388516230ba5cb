//! The words of ground `geen_medewerking_biometrie`.

use super::GroundSource;
use crate::case::model::Grond;
use crate::letter::context::context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

context! {
    /// `grounds/geen_medewerking_biometrie.md`.
    pub struct Words {
        /// The officer's words.
        motivering: text [Grond::motivering],
    }
}

/// Fills the template.
pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    Ok(source.filled(&Words { motivering: source.motivering()? }))
}
