//! The reassessment by the back office (WI H6): voornemen, zienswijze, gehoor, besluit.

use super::{Grond, Oordelen, TerugkeerFeiten, block};
use crate::case::identifier::{Name, Prose, Reference};
use crate::law::date::Date;
pub use crate::words::{Ending, Fase};
use crate::words::{GroundId, SoortStap, held};

block! {
    /// The step `herbeoordeling`.
    struct Herbeoordeling at "stap." in "bij stap `herbeoordeling`" {
        /// The phase of the reassessment.
        fase: required Fase = "welke fase",
        /// The day of the step.
        datum: required Date = "dag van de stap: van het bezoek, het onderzoek of deze beslissing",
        /// The report that led to the reassessment.
        melding: optional Melding = "melding die tot de herbeoordeling leidde",
        /// The day since which the conditions are not met.
        voldoet_niet_sinds: optional Date = "sinds wanneer niet aan de voorwaarden is voldaan",
        /// The effective date, where retroactive effect is allowed.
        ingangsdatum: optional Date = "ingangsdatum, waar terugwerkende kracht mag",
        /// The grounds; at least one, which the reader checks.
        gronden: list Grond = "gronden",
        /// The voornemen; present in the later phases, which the reader checks.
        voornemen: optional Voornemen = "het voornemen, in de latere fasen",
        /// The view on the voornemen.
        zienswijze: optional ZienswijzeRecord = "zienswijze op het voornemen, of `geen`",
        /// The aanvullend voornemen, where one followed.
        aanvullend_voornemen: optional AanvullendVoornemen = "het aanvullend voornemen, als er een was",
        /// The hearing (gehoor).
        gehoor: optional Gehoor = "het gehoor",
        /// The separate decision on the asylum application.
        asielbesluit: optional Asielbesluit = "het losse besluit op de asielaanvraag",
        shares
            /// The facts about a return decision in this letter (WI fn. 26).
            terugkeer: TerugkeerFeiten,
        shares
            /// What the officer decided where no fact tells.
            oordelen: Oordelen,
        tag soort: required SoortStap = "welke stap",
    }
}

block! {
    /// The block `melding`.
    struct Melding at "stap.melding." in "onder `melding`" {
        /// Who reported.
        van: required Name = "van wie",
        /// The day of the report.
        datum: required Date = "dag van de melding",
    }
}

block! {
    /// The block `voornemen`.
    struct Voornemen at "stap.voornemen." in "onder `voornemen`" {
        /// The day of bekendmaking of the voornemen.
        datum: required Date = "dag waarop het voornemen is bekendgemaakt",
        /// The grounds that it named, if the case records them; none recorded is an empty list.
        gronden: list GroundId = "gronden die het voornemen noemde",
        /// What it announced, if the case records that.
        soort: optional Ending = "wat het voornemen aankondigde",
        /// The effective date that it announced, if the case records that.
        ingangsdatum: optional Date = "ingangsdatum die het voornemen aankondigde",
    }
}

block! {
    /// The block `zienswijze`.
    struct Zienswijze at "stap.zienswijze." in "onder `zienswijze`" {
        /// The day on which it was received.
        ontvangen: required Date = "dag van ontvangst",
        /// The officer's summary of it; required in a besluit, which `decide` checks.
        samenvatting: optional Prose = "samenvatting van de zienswijze",
        /// The officer's answer to it; required in a besluit, which `decide` checks.
        reactie: optional Prose = "reactie op de zienswijze",
        /// Whether it leads the officer to another conclusion.
        leidt_tot_ander_oordeel: optional bool = "of zij tot een ander oordeel leidt",
    }
}

held! {
    Block: ZienswijzeRecord;
}

/// What the case says of a zienswijze.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZienswijzeRecord {
    /// `geen`: it is on record that none came in.
    Geen,
    /// One came in.
    Received(Zienswijze),
}

impl ZienswijzeRecord {
    /// The zienswijze, if one came in.
    #[must_use]
    pub const fn received(&self) -> Option<&Zienswijze> {
        match self {
            Self::Geen => None,
            Self::Received(zienswijze) => Some(zienswijze),
        }
    }
}

impl Herbeoordeling {
    /// Whether a nareis permit is the only ground: the person asked for the decision himself (Awb 4:8).
    #[must_use]
    pub fn own_request(&self) -> bool {
        !self.gronden.is_empty()
            && self.gronden.iter().all(|ground| ground.grond == GroundId::Nareisvergunning)
    }

    /// The zienswijze on the voornemen, if one came in.
    #[must_use]
    pub fn received(&self) -> Option<&Zienswijze> {
        self.zienswijze.as_ref().and_then(ZienswijzeRecord::received)
    }
}

impl AanvullendVoornemen {
    /// The zienswijze on it, if one came in.
    #[must_use]
    pub fn received(&self) -> Option<&Zienswijze> {
        self.zienswijze.as_ref().and_then(ZienswijzeRecord::received)
    }
}

/// The zienswijze on the aanvullend voornemen: the same keys at another place.
#[derive(Clone, Copy, Debug)]
pub struct AanvullendeZienswijze;

block! {
    keys AanvullendeZienswijze at "stap.aanvullend_voornemen.zienswijze." in "onder `zienswijze`" {
        ontvangen: required Date = "dag van ontvangst",
        samenvatting: optional Prose = "samenvatting van de zienswijze",
        reactie: optional Prose = "reactie op de zienswijze",
        leidt_tot_ander_oordeel: optional bool = "of zij tot een ander oordeel leidt",
    }
}

block! {
    /// The block `aanvullend_voornemen`.
    struct AanvullendVoornemen at "stap.aanvullend_voornemen." in "onder `aanvullend_voornemen`" {
        /// The day of its bekendmaking.
        datum: required Date = "dag waarop het aanvullend voornemen is bekendgemaakt",
        /// The view on it.
        zienswijze: optional ZienswijzeRecord = "zienswijze op het aanvullend voornemen, of `geen`",
        /// The grounds that it named, if the case records them; none recorded is an empty list.
        gronden: list GroundId = "gronden die het aanvullend voornemen noemde",
        /// What it announced, if the case records that.
        soort: optional Ending = "wat het aanvullend voornemen aankondigde",
        /// The effective date that it announced, if the case records that.
        ingangsdatum: optional Date = "ingangsdatum die het aanvullend voornemen aankondigde",
    }
}

block! {
    /// The block `gehoor`.
    struct Gehoor at "stap.gehoor." in "onder `gehoor`" {
        /// The day of the hearing.
        datum: required Date = "dag van het gehoor",
        /// Whether new statements were made.
        nieuwe_verklaringen: optional bool = "of er nieuwe verklaringen waren",
        /// Another cause for an aanvullend voornemen than new statements.
        aanleiding: optional Prose = "andere aanleiding voor een aanvullend voornemen",
        /// The officer's summary of the hearing.
        samenvatting: optional Prose = "samenvatting van het gehoor",
        /// Why no aanvullend voornemen followed on new statements.
        geen_aanvullend_voornemen: optional Prose = "reden dat er geen aanvullend voornemen kwam",
    }
}

/// `asielbesluit`: the decision on the asylum application, or that it comes later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asielbesluit {
    /// The decision has been taken.
    Taken {
        /// Its kenmerk.
        kenmerk: Reference,
        /// Its date.
        datum: Date,
        /// Whether it contains a return decision.
        terugkeerbesluit: Option<bool>,
        /// Whether it contains an entry ban.
        inreisverbod: Option<bool>,
        /// Whether it contains a besluit tot signalering.
        signalering: Option<bool>,
    },
    /// The decision comes later: `volgt_later: true`.
    Later {
        /// Why it comes later; required, which `decide` checks.
        reden: Option<Prose>,
    },
}

block! {
    keys Asielbesluit at "stap.asielbesluit." in "onder `asielbesluit`" {
        kenmerk: optional Reference = "kenmerk van het asielbesluit",
        datum: optional Date = "dag van het asielbesluit",
        terugkeerbesluit: optional bool = "of het een terugkeerbesluit heeft",
        inreisverbod: optional bool = "of het een inreisverbod heeft",
        signalering: optional bool = "of het een besluit tot signalering heeft",
        volgt_later: optional bool = "dat het later volgt",
        reden: optional Prose = "reden dat het later volgt",
    }
}
