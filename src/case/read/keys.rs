//! Which keys `stap` may have; this depends on its `soort`.

use crate::case::model::{Grens, Herbeoordeling, Keys, NietGemeld, SoortStap, Stickerlocatie, Triage};

/// The keys of `stap`, by its `soort`.
pub(super) const fn of_step(soort: SoortStap) -> &'static Keys {
    match soort {
        SoortStap::Stickerlocatie => Stickerlocatie::KEYS,
        SoortStap::Triage => Triage::KEYS,
        SoortStap::Grens => Grens::KEYS,
        SoortStap::NietGemeld => NietGemeld::KEYS,
        SoortStap::Herbeoordeling => Herbeoordeling::KEYS,
    }
}
