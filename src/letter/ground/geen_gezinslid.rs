//! The fields of the template of ground `geen_gezinslid`, and how they are filled.

use super::GroundSource;
use crate::case::model::{Gezinsband, Grond, Referent, Relatie};
use crate::letter::context::slots::BIJLAGE;
use crate::letter::context::{Reader, context};
use crate::letter::fill::filled::Filled;
use crate::letter::fill::gap::Gap;

/// The slots of the template.
pub(super) const SLOTS: &[&str] = &[BIJLAGE];

context! {
    /// The fields of `grounds/geen_gezinslid.md`.
    pub struct Words with [Reader] {
        /// Whether the person is the parent of a protected child.
        ouder_van_kind: flag [Gezinsband::relatie, Referent::valt_onder_a],
        /// The officer's reasons.
        motivering: text [Grond::motivering],
    }
}

pub(super) fn fill(source: &GroundSource<'_>) -> Result<Filled, Gap> {
    let tie = source.case.feiten.gezinsband.as_ref();
    let relation = tie.and_then(|tie| tie.relatie);
    let child = tie.and_then(|tie| tie.referent.as_ref()).and_then(|child| child.valt_onder_a);
    let ouder_van_kind = relation == Some(Relatie::OuderVanKind) && child == Some(true);
    let words = Words { ouder_van_kind, motivering: source.motivering()? };
    Ok(source.filled(&words).open_unless(
        relation.is_some(),
        "ouder_van_kind",
        "wat de vreemdeling van de referent is",
    ))
}
