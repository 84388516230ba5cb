//! The list of all kinds of block of the case file: for hints about a key in the wrong block, for the words of a
//! gap in a concept, and for `docs/sleutels.md`.

use super::*;

impl Keys {
    /// Every kind of block with its keys, in the order of docs/spec/case-format.md.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        BEFORE_GROUNDS.iter().copied().chain(Grond::all_keys()).chain(AFTER_GROUNDS.iter().copied())
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
