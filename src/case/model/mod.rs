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
use crate::words::{Fact, Holds, Key, words};

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
        wijze: required Wijze = "hoe de brief bekend wordt: uitreiking, toezending of anders",
        /// With `anders`: how (Awb 3:41 lid 2).
        hoe: optional Prose = "op welke andere manier, bij `anders`",
        /// The day from which terms count.
        datum: required Date = "dag waarop de brief bekend wordt; vanaf dan tellen de termijnen",
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
        reden: optional Prose = "reden van de afwijking",
        /// Who agreed to it.
        akkoord: required Name = "wie akkoord ging",
        /// The officer's own words, where the letter needs others than its template has.
        tekst: optional Prose = "uw eigen woorden, waar die van de brief niet kloppen",
    }
}

/// The key of a fact.
#[must_use]
pub fn key_of(fact: Fact) -> Option<&'static Key> {
    key_of_pattern(fact.pattern())
}

/// The key of the facts with a path of this pattern (`stap.gronden[].grond`).
#[must_use]
pub fn key_of_pattern(pattern: &str) -> Option<&'static Key> {
    Keys::all().flat_map(Keys::rows).find(|key| key.fact.pattern() == pattern)
}

/// What can be written for a fact, in Dutch: ", een van: `ja`, `nee`". Empty for a text, which says itself.
#[must_use]
pub fn what_to_write(fact: Fact) -> String {
    match key_of(fact).map(|key| key.holds) {
        Some(Holds::Words(list)) => {
            let words: Vec<String> = list.words.iter().map(|word| format!("`{word}`")).collect();
            format!(", een van: {}", words.join(", "))
        }
        Some(Holds::YesNo) => ", `true` of `false`".to_owned(),
        Some(Holds::Date) => ", als jjjj-mm-dd".to_owned(),
        Some(Holds::Country) => ", een landcode van drie letters".to_owned(),
        _ => String::new(),
    }
}

/// Where and how a fact is written that the case does not have: "Zo: `soort: …` onder `stap`, een van: …". Empty for a fact of
/// an item of a list.
#[must_use]
pub fn how_to_write(fact: Fact) -> String {
    let Some((block, rest)) = fact.pattern().split_once('.') else { return String::new() };
    if fact.pattern().contains("[]") {
        return String::new();
    }
    let nested = rest.rsplit('.').fold("…".to_owned(), |inner, key| match inner.as_str() {
        "…" => format!("{key}: …"),
        inner => format!("{key}: {{{inner}}}"),
    });
    format!(" Zo: `{nested}` onder `{block}`{}.", what_to_write(fact))
}

/// What a fact is for, in Dutch: `dag van vertrek uit Oekraïne`.
#[must_use]
pub fn what_for(fact: Fact) -> &'static str {
    let keys = Keys::all().flat_map(Keys::rows);
    keys.into_iter()
        .find(|key| key.fact.pattern() == fact.pattern())
        .map_or("feit uit de zaak", |key| key.what)
}
