//! A ground (grond) of the step: which one it is, the officer's reasons, and the details that only some grounds have.

use super::{Keys, block};
use crate::case::country::Country;
use crate::case::identifier::{Line, Prose};
use crate::law::date::Date;
use crate::words::Fact;
pub use crate::words::GroundId;

block! {
    /// One item of `gronden`.
    struct Grond at "stap.gronden[]." in "bij een grond" {
        /// The id of the ground.
        grond: required GroundId = "welke grond",
        /// The officer's reasons in this case; required, which `decide` checks.
        motivering: optional Prose = "motivering van deze grond",
        /// Of `openbare_orde`: the conviction.
        veroordeling: optional Veroordeling = "veroordeling",
        /// Of `openbare_orde`: the test against the European criterion of public order.
        europees_criterium: optional Prose = "toets aan het Europese openbare-ordecriterium",
        /// Of `openbare_orde`, `artikel_1f` and `nationale_veiligheid`: the test of proportionality, with artikel 8
        /// EVRM.
        evenredigheid: optional Prose = "evenredigheidstoets",
        /// Of `openbare_orde`: the strafmaatvergelijking, for a conviction abroad.
        strafmaatvergelijking: optional Prose = "strafmaatvergelijking",
        /// Of `voorwaarden_niet_aangetoond`: what is missing.
        ontbrekend: list Line = "wat er ontbreekt",
    }
}

block! {
    /// The block `veroordeling`.
    #[derive(Default)]
    struct Veroordeling at "stap.gronden[].veroordeling." in "onder `veroordeling`" {
        /// The crime for which the person was convicted.
        misdrijf: optional Line = "misdrijf",
        /// The day on which the conviction became irrevocable.
        onherroepelijk_op: optional Date = "dag waarop de veroordeling onherroepelijk werd",
        /// The country of the conviction.
        land: optional Country = "land van de veroordeling",
        /// The sentence that was imposed.
        straf: optional Line = "straf",
    }
}

const EVENREDIGHEID: Keys = keys(
    "bij grond `artikel_1f` of `nationale_veiligheid`",
    &[Grond::grond, Grond::motivering, Grond::evenredigheid],
);

/// The grounds with details of their own, each with its keys (docs/spec/case-format.md, ground details).
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

/// The keys of a ground without details.
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

    /// The keys of every kind of ground block: one without details, and one for each ground with details.
    pub fn all_keys() -> impl Iterator<Item = &'static Keys> {
        [&PLAIN].into_iter().chain(DETAILED.iter().map(|(_, keys)| keys))
    }
}
