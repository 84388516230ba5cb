//! The fields of the template of ground `voorwaarden_niet_aangetoond`, and how they are filled.

use super::GroundSource;
use crate::case::model::Grond;
use crate::letter::context::Ontbrekend;
use crate::letter::context::slots::{BIJLAGE, ONTBREKEND};
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[ONTBREKEND, BIJLAGE];

context! {
    /// The fields of `grounds/voorwaarden_niet_aangetoond.md`.
    pub struct Words with [Reader] {
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let words = Words { motivering: source.motivering()? };
    Ok(source.filled(&words).with_slot(ONTBREKEND, missing(source)?))
}

/// What was not shown, one list item for each.
fn missing(source: &GroundSource<'_>) -> Result<Vec<Filled>, Gap> {
    let item = |tekst| Filled::new("parts/ontbrekend.md", &Ontbrekend { tekst }).at(source.item);
    let listed = &source.ground.ontbrekend;
    if listed.is_empty() {
        return Ok(vec![item(source.around.need(None::<String>, Grond::ontbrekend)?)]);
    }
    Ok(listed.iter().map(|text| item(text.to_string())).collect())
}
