//! The words of ground `artikel_1f`.

use super::GroundSource;
use crate::case::model::Grond;
use crate::letter::context::context;
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;
use crate::letter::fill::texts::prose;

/// Slots of the template.
pub(super) const SLOTS: &[&str] = &[];

context! {
    /// `grounds/artikel_1f.md`.
    pub struct Words {
        /// Proportionality.
        evenredigheid: optional [Grond::evenredigheid],
        /// The officer's words.
        motivering: text [Grond::motivering],
    }
}

/// Fills the template.
pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let evenredigheid = prose(source.ground.evenredigheid.as_ref());
    Ok(source.filled(&Words { evenredigheid, motivering: source.motivering()? }))
}
