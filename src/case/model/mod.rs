//! The case as typed facts; every YAML key is a field of the same name (docs/spec/case-format.md).
//!
//! What the case file may leave out is an `Option`. Absent means *onbekend*; there are no default values. Each
//! block is declared once, with `block!`, which makes its keys and their paths.

mod all;
mod block;
mod dates;
mod demand;
mod feiten;
mod grond;
mod herbeoordeling;
mod oordeel;
mod shape;
mod stap;
mod vreemdeling;

pub use block::Keys;
pub(crate) use block::block;
pub use demand::{Demand, Test};
pub use feiten::*;
pub use grond::*;
pub use herbeoordeling::*;
pub use oordeel::*;
pub use shape::{Below, Shape, may_be_lines};
pub use stap::*;
pub use vreemdeling::*;

use super::identifier::{Kenmerk, Name, Prose};
use crate::law::date::Date;
use crate::words::{Fact, words};

block! {
    /// One case: one YAML document.
    struct Case at "" in "bovenaan" {
        /// What identifies the case.
        zaak: required Zaak = "wat de zaak herkenbaar maakt",
        /// How and when the letter is made known.
        bekendmaking: required Bekendmaking = "hoe en wanneer de brief bekend wordt",
        /// The person whom the case is about.
        vreemdeling: required Vreemdeling = "de persoon",
        /// What is known of the person's situation; without it every fact is absent.
        feiten: whole Feiten = "wat over de situatie bekend is",
        /// The step that took place.
        stap: required Stap = "wat er gebeurde",
        /// A recorded decision against a contradiction.
        afwijking: optional Afwijking = "besluit tegen een tegenspraak in, met reden en akkoord",
    }
}

impl Case {
    /// The day of the decision: `zaak.dagtekening`, by default the day of bekendmaking.
    #[must_use]
    pub fn decision_day(&self) -> Date {
        self.zaak.dagtekening.unwrap_or(self.bekendmaking.datum)
    }

    /// The path of the fact that sets [`Self::decision_day`].
    #[must_use]
    pub const fn decision_day_fact(&self) -> Fact {
        if self.zaak.dagtekening.is_some() { Zaak::dagtekening } else { Bekendmaking::datum }
    }
}

block! {
    /// The block `zaak`.
    struct Zaak at "zaak." in "onder `zaak`" {
        /// The reference of the case, unique in a run.
        kenmerk: required Kenmerk = "kenmerk van de zaak",
        /// The officer who handles it.
        behandelaar: optional Name = "wie de zaak behandelt",
        /// The day of the decision, if it is not the day of bekendmaking.
        dagtekening: optional Date = "dag van het besluit, als die een andere is dan die van bekendmaking",
    }
}

block! {
    /// The block `bekendmaking` (Awb 3:41).
    struct Bekendmaking at "bekendmaking." in "onder `bekendmaking`" {
        /// Handed over or sent.
        wijze: required Wijze = "uitreiking, toezending of anders",
        /// With `anders`: how (Awb 3:41 lid 2).
        hoe: optional Prose = "hoe de brief bekend wordt, bij `anders`",
        /// The day from which terms count.
        datum: required Date = "dag vanaf welke termijnen tellen",
    }
}

words! {
    /// How a letter is made known (Awb 3:41).
    Wijze {
        /// The letter is handed over.
        Uitreiking = "uitreiking" => "de brief wordt aan de vreemdeling gegeven",
        /// The letter is sent.
        Toezending = "toezending" => "de brief gaat met de post",
        /// Another fitting way, where neither is possible (Awb 3:41 lid 2); `hoe` says which.
        Anders = "anders" => "op een andere geschikte manier; `hoe` zegt welke",
    }
}

block! {
    /// The block `afwijking`: a recorded decision to go against a contradiction.
    struct Afwijking at "afwijking." in "onder `afwijking`" {
        /// The reason for it.
        reden: required Prose = "reden van de afwijking",
        /// Who agreed to it.
        akkoord: required Name = "wie akkoord ging",
        /// The officer's own words, where the letter needs others than its template has.
        tekst: optional Prose = "uw eigen woorden, waar die van de brief niet kloppen",
    }
}

/// What a fact is for, in Dutch: `dag van vertrek uit Oekraïne`.
#[must_use]
pub fn what_for(fact: Fact) -> &'static str {
    let keys = Keys::all().flat_map(Keys::rows);
    keys.into_iter()
        .find(|key| key.fact.pattern() == fact.pattern())
        .map_or("feit uit de zaak", |key| key.what)
}
