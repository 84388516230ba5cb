//! A ground of the step: which one, the officer's words, and the details that only some grounds have.

use super::{Keys, block};
use crate::case::country::Country;
use crate::case::identifier::{Line, Prose};
use crate::law::date::Date;
use crate::words::Fact;
pub use crate::words::GroundId;

block! {
    /// One of `gronden`.
    struct Grond at "stap.gronden[]." in "bij een grond" {
        /// Which ground.
        grond: required GroundId as words = "welke grond",
        /// The officer's words on this person; required, checked in `decide`.
        motivering: optional Prose = "motivering van deze grond",
        /// `openbare_orde`: the conviction.
        veroordeling: optional Veroordeling = "veroordeling",
        /// `openbare_orde`: the European criterion.
        europees_criterium: optional Prose = "toets aan het Europese openbare-ordecriterium",
        /// Proportionality, including 8 EVRM.
        evenredigheid: optional Prose = "evenredigheidstoets",
        /// `openbare_orde`: comparison of sentences, for a crime abroad.
        strafmaatvergelijking: optional Prose = "strafmaatvergelijking",
        /// `voorwaarden_niet_aangetoond`: what is missing.
        ontbrekend: list Line = "wat er ontbreekt",
    }
}

block! {
    /// `veroordeling`.
    #[derive(Default)]
    struct Veroordeling at "stap.gronden[].veroordeling." in "onder `veroordeling`" {
        /// The crime.
        misdrijf: optional Line = "misdrijf",
        /// Since when irrevocable.
        onherroepelijk_op: optional Date = "dag waarop de veroordeling onherroepelijk werd",
        /// Where the judge sits.
        land: optional Country = "land van de veroordeling",
        /// The sentence.
        straf: optional Line = "straf",
    }
}

const EVENREDIGHEID: Keys = keys(
    "bij grond `artikel_1f` of `nationale_veiligheid`",
    &[Grond::grond, Grond::motivering, Grond::evenredigheid],
);

/// The grounds with details of their own (docs/spec/case-format.md, ground details).
const DETAILED: &[(GroundId, Keys)] = &[
    (
        GroundId::OpenbareOrde,
        keys(
            "bij grond `openbare_orde`",
            &[
                Grond::grond,
                Grond::motivering,
                Grond::veroordeling,
                Grond::europees_criterium,
                Grond::evenredigheid,
                Grond::strafmaatvergelijking,
            ],
        ),
    ),
    (GroundId::Artikel1f, EVENREDIGHEID),
    (GroundId::NationaleVeiligheid, EVENREDIGHEID),
    (
        GroundId::VoorwaardenNietAangetoond,
        keys(
            "bij grond `voorwaarden_niet_aangetoond`",
            &[Grond::grond, Grond::motivering, Grond::ontbrekend],
        ),
    ),
];

/// A ground without details.
const PLAIN: Keys = keys("bij een grond", &[Grond::grond, Grond::motivering]);

const fn keys(home: &'static str, only: &'static [Fact]) -> Keys {
    Keys { home, keys: &[Grond::OWN_KEYS], only }
}

impl Grond {
    /// The keys that a ground may have.
    #[must_use]
    pub fn keys_of(ground: GroundId) -> &'static Keys {
        DETAILED.iter().find(|(detailed, _)| *detailed == ground).map_or(&PLAIN, |(_, keys)| keys)
    }

    /// Every kind of block that a ground can be.
    pub fn all_keys() -> impl Iterator<Item = &'static Keys> {
        [&PLAIN].into_iter().chain(DETAILED.iter().map(|(_, keys)| keys))
    }
}
