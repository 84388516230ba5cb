//! The list of all kinds of block of the case file: for hints about a key in the wrong block, for the words of a
//! gap in a concept, and for `docs/sleutels.md`.

use super::*;
use crate::words::Key;

impl Keys {
    /// Every kind of block with its keys, in the order of docs/spec/case-format.md.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        BEFORE_GROUNDS.iter().copied().chain(Grond::all_keys()).chain(AFTER_GROUNDS.iter().copied())
    }

    /// The keys that `stap` has at a step.
    #[must_use]
    pub const fn of_step(step: SoortStap) -> &'static Self {
        match step {
            SoortStap::Stickerlocatie => Stickerlocatie::KEYS,
            SoortStap::Triage => Triage::KEYS,
            SoortStap::Grens => Grens::KEYS,
            SoortStap::NietGemeld => NietGemeld::KEYS,
            SoortStap::Herbeoordeling => Herbeoordeling::KEYS,
        }
    }

    /// The key of every fact that a case of a step can have, each once, in the order of docs/spec/case-format.md.
    #[must_use]
    pub fn of_case(step: SoortStap) -> Vec<&'static Key> {
        let can_have = |fact: Fact| {
            let mut parts = fact.pattern().split('.');
            let own = parts.next() != Some(Case::stap.pattern());
            own || parts.next().is_none_or(|key| Self::of_step(step).has(key.trim_end_matches("[]")))
        };
        let mut keys: Vec<&'static Key> = Vec::new();
        for key in Self::all().flat_map(Self::rows).filter(|key| can_have(key.fact)) {
            if !keys.iter().any(|other| other.fact == key.fact) {
                keys.push(key);
            }
        }
        keys
    }
}

const BEFORE_GROUNDS: &[&Keys] = &[
    Case::KEYS,
    Zaak::KEYS,
    Bekendmaking::KEYS,
    Vreemdeling::KEYS,
    Adres::KEYS,
    WettelijkVertegenwoordiger::KEYS,
    Gemachtigde::KEYS,
    Feiten::KEYS,
    VerblijfsrechtOekraine::KEYS,
    VerblijfBuitenNederland::KEYS,
    BeschermingElders::KEYS,
    Gezinsband::KEYS,
    Referent::KEYS,
    Afspraak::KEYS,
    Nareis::KEYS,
    Maatregel::KEYS,
    Stickerlocatie::KEYS,
    Triage::KEYS,
    Grens::KEYS,
    NietGemeld::KEYS,
    Herstel::KEYS,
    Herbeoordeling::KEYS,
    Stap::KEYS,
    Antwoord::KEYS,
    Opschorting::KEYS,
    Maatwerk::KEYS,
    TerugkeerbesluitKeuze::KEYS,
    Vertrektermijn::KEYS,
    Melding::KEYS,
    Voornemen::KEYS,
    Zienswijze::KEYS,
    AanvullendVoornemen::KEYS,
    Gehoor::KEYS,
    Asielbesluit::KEYS,
];

const AFTER_GROUNDS: &[&Keys] = &[Veroordeling::KEYS, Afwijking::KEYS];
