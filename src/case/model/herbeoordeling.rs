//! The reassessment by the back office (WI H6): voornemen, zienswijze, gehoor, besluit.

use super::{Grond, TerugkeerFeiten, block};
use crate::case::identifier::{Line, Prose};
use crate::law::date::Date;
pub use crate::words::Fase;
use crate::words::SoortStap;

block! {
    /// `soort: herbeoordeling`.
    struct Herbeoordeling at "stap." in "bij stap `herbeoordeling`" {
        /// Which phase.
        fase: required Fase as words = "welke fase",
        /// When.
        datum: required Date = "dag van de stap",
        /// Who reported.
        melding: optional Melding = "melding die tot de herbeoordeling leidde",
        /// Since when the conditions are not met.
        voldoet_niet_sinds: optional Date = "sinds wanneer niet aan de voorwaarden is voldaan",
        /// Effective date, where retroactive effect is allowed.
        ingangsdatum: optional Date = "ingangsdatum, waar terugwerkende kracht mag",
        /// Grounds; at least one (checked when read).
        gronden: list Grond = "gronden",
        /// The voornemen; present in the later phases (checked when read).
        voornemen: optional Voornemen = "het voornemen, in de latere fasen",
        /// The view on the voornemen.
        zienswijze: optional Zienswijze = "zienswijze op het voornemen",
        /// The aanvullend voornemen, where one followed.
        aanvullend_voornemen: optional AanvullendVoornemen = "het aanvullend voornemen, als er een was",
        /// The hearing.
        gehoor: optional Gehoor = "het gehoor",
        /// The separate asylum decision.
        asielbesluit: optional Asielbesluit = "het losse besluit op de asielaanvraag",
        shares
            /// Facts about a return decision in this letter (WI fn. 26).
            terugkeer: TerugkeerFeiten,
        tag soort: words SoortStap = "welke stap",
    }
}

block! {
    /// `melding`.
    struct Melding at "stap.melding." in "onder `melding`" {
        /// From whom.
        van: required Line = "van wie",
        /// When.
        datum: required Date = "dag van de melding",
    }
}

block! {
    /// `voornemen`.
    struct Voornemen at "stap.voornemen." in "onder `voornemen`" {
        /// Bekendmaking of the voornemen.
        datum: required Date = "dag waarop het voornemen is bekendgemaakt",
    }
}

block! {
    /// `zienswijze`.
    struct Zienswijze at "stap.zienswijze." in "onder `zienswijze`" {
        /// When it was received.
        ontvangen: required Date = "dag van ontvangst",
        /// The officer's summary of it; required in a besluit, checked in `decide`.
        samenvatting: optional Prose = "samenvatting van de zienswijze",
        /// The officer's answer to it; required in a besluit, checked in `decide`.
        reactie: optional Prose = "reactie op de zienswijze",
        /// Whether it leads to another view.
        leidt_tot_ander_oordeel: optional bool = "of zij tot een ander oordeel leidt",
    }
}

/// The zienswijze on the aanvullend voornemen: the same keys at another place.
#[derive(Clone, Copy, Debug)]
pub struct AanvullendeZienswijze;

block! {
    keys AanvullendeZienswijze at "stap.aanvullend_voornemen.zienswijze." in "onder `zienswijze`" {
        ontvangen = "dag van ontvangst",
        samenvatting = "samenvatting van de zienswijze",
        reactie = "reactie op de zienswijze",
        leidt_tot_ander_oordeel = "of zij tot een ander oordeel leidt",
    }
}

block! {
    /// `aanvullend_voornemen`.
    struct AanvullendVoornemen at "stap.aanvullend_voornemen." in "onder `aanvullend_voornemen`" {
        /// Its bekendmaking.
        datum: required Date = "dag waarop het aanvullend voornemen is bekendgemaakt",
        /// The view on it.
        zienswijze: optional Zienswijze = "zienswijze op het aanvullend voornemen",
    }
}

block! {
    /// `gehoor`.
    struct Gehoor at "stap.gehoor." in "onder `gehoor`" {
        /// When.
        datum: required Date = "dag van het gehoor",
        /// New statements were made.
        nieuwe_verklaringen: optional bool = "of er nieuwe verklaringen waren",
        /// Another cause for an aanvullend voornemen.
        aanleiding: optional Prose = "andere aanleiding voor een aanvullend voornemen",
        /// The officer's summary.
        samenvatting: optional Prose = "samenvatting van het gehoor",
    }
}

/// `asielbesluit`: the decision on the asylum application, or that it comes later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asielbesluit {
    /// It is taken.
    Taken {
        /// Its reference.
        kenmerk: Line,
        /// Its date.
        datum: Date,
        /// It holds a return decision.
        terugkeerbesluit: Option<bool>,
        /// It holds an entry ban.
        inreisverbod: Option<bool>,
        /// It holds a besluit tot signalering.
        signalering: Option<bool>,
    },
    /// `volgt_later: true`.
    Later {
        /// Why; required, checked in `decide`.
        reden: Option<Prose>,
    },
}

block! {
    keys Asielbesluit at "stap.asielbesluit." in "onder `asielbesluit`" {
        kenmerk = "kenmerk van het asielbesluit",
        datum = "dag van het asielbesluit",
        terugkeerbesluit = "of het een terugkeerbesluit heeft",
        inreisverbod = "of het een inreisverbod heeft",
        signalering = "of het een besluit tot signalering heeft",
        volgt_later = "dat het later volgt",
        reden = "reden dat het later volgt",
    }
}
