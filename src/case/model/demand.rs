//! When a block cannot be without a key that its declaration lets be absent: because of what else the case says.
//!
//! The reader refuses by this (F109), and the schema says it in an editor.

use super::*;
use crate::words::Fact;

/// What a block may say that makes it need a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// This key has a value.
    Has(Fact),
    /// This key has none.
    Lacks(Fact),
    /// This key has this word.
    Says(Fact, &'static str),
    /// This key has another word, or no value.
    SaysNot(Fact, &'static str),
}

/// A key that a block needs where one of these cases holds; a case holds where all of its tests do.
#[derive(Clone, Copy, Debug)]
pub struct Demand {
    /// The key.
    pub key: Fact,
    /// The cases.
    pub cases: &'static [&'static [Test]],
}

const ALWAYS: &[&[Test]] = &[&[]];

impl Demand {
    /// What `stap` needs at a step, beside what its declaration requires.
    #[must_use]
    pub const fn of_step(step: SoortStap) -> &'static [Self] {
        const REFUSAL: &[&[Test]] =
            &[&[Test::Says(Stickerlocatie::uitkomst, UitkomstStickerlocatie::Weigering.word())]];
        const NEGATIVE: &[&[Test]] = &[&[Test::Says(Triage::uitkomst, UitkomstTriage::Negatief.word())]];
        // A besluit without a voornemen is no error of the file: the rules say whether it can be.
        const ANNOUNCED: &[&[Test]] =
            &[&[Test::Says(Herbeoordeling::fase, Fase::AanvullendVoornemen.word())]];
        match step {
            SoortStap::Stickerlocatie => &[Self { key: Stickerlocatie::gronden, cases: REFUSAL }],
            SoortStap::Triage => &[Self { key: Triage::gronden, cases: NEGATIVE }],
            SoortStap::Herbeoordeling => &[
                Self { key: Herbeoordeling::gronden, cases: ALWAYS },
                Self { key: Herbeoordeling::voornemen, cases: ANNOUNCED },
            ],
            SoortStap::Grens | SoortStap::NietGemeld => &[],
        }
    }

    /// The facts of `feiten` without which a step cannot be decided.
    #[must_use]
    pub const fn facts_of_step(step: SoortStap) -> &'static [Fact] {
        match step {
            // Without this date it cannot be decided whether the person is too late (docs/spec/letters.md section 2.4).
            SoortStap::NietGemeld => &[Feiten::brp_inschrijving],
            _ => &[],
        }
    }

    /// What a block needs beside what its declaration requires; for `stap` see [`Self::of_step`].
    #[must_use]
    pub fn of_block(keys: &Keys) -> &'static [Self] {
        let is = |other: &Keys| keys.rows().eq(other.rows());
        match keys {
            _ if is(Adres::KEYS) => Adres::DEMANDS,
            _ if is(Asielbesluit::KEYS) => Asielbesluit::DEMANDS,
            _ => &[],
        }
    }

    /// Whether one of these demands is about a key and holds, where `holds` knows of a test whether it does.
    pub fn holds(demands: &[Self], key: Fact, holds: impl Fn(Test) -> bool) -> bool {
        let of_key = demands.iter().filter(|demand| demand.key == key);
        of_key.flat_map(|demand| demand.cases).any(|tests| tests.iter().all(|test| holds(*test)))
    }
}

impl Adres {
    /// An address in the Netherlands is a street and a number; a location stands in their place, or beside a street without
    /// number. One abroad is its lines and its country.
    pub const DEMANDS: &'static [Demand] = &[
        Demand {
            key: Self::straat,
            cases: &[
                &[IN_NL[0], IN_NL[1], Test::Lacks(Self::locatie)],
                &[IN_NL[0], IN_NL[1], Test::Has(Self::huisnummer)],
                &[IN_NL[0], IN_NL[1], Test::Has(Self::toevoeging)],
            ],
        },
        Demand {
            key: Self::huisnummer,
            cases: &[
                &[IN_NL[0], IN_NL[1], Test::Lacks(Self::locatie)],
                &[IN_NL[0], IN_NL[1], Test::Has(Self::toevoeging)],
            ],
        },
        Demand { key: Self::postcode, cases: &[&IN_NL] },
        Demand { key: Self::plaats, cases: &[&IN_NL] },
        Demand { key: Self::regels, cases: &[&[Test::Has(Self::land)]] },
        Demand { key: Self::land, cases: &[&[Test::Has(Self::regels)]] },
    ];
}

/// Of an address: no key says that it is abroad.
const IN_NL: [Test; 2] = [Test::Lacks(Adres::regels), Test::Lacks(Adres::land)];

impl Asielbesluit {
    /// A decision that does not come later has been taken.
    pub const DEMANDS: &'static [Demand] = &[
        Demand { key: Self::kenmerk, cases: &[&[NOT_LATER]] },
        Demand { key: Self::datum, cases: &[&[NOT_LATER]] },
    ];
}

const NOT_LATER: Test = Test::SaysNot(Asielbesluit::volgt_later, "true");
