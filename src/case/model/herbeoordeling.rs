//! The reassessment by the back office (WI H6): voornemen, zienswijze, gehoor, besluit.

use super::{Grond, TerugkeerFeiten, words};
use crate::case::identifier::{Line, Prose};
use crate::law::date::Date;

/// `soort: herbeoordeling`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Herbeoordeling {
    /// Which phase.
    pub fase: Fase,
    /// When.
    pub datum: Date,
    /// Who reported.
    pub melding: Option<Melding>,
    /// Since when the conditions are not met.
    pub voldoet_niet_sinds: Option<Date>,
    /// Effective date, where retroactive effect is allowed.
    pub ingangsdatum: Option<Date>,
    /// Grounds; at least one (checked when read).
    pub gronden: Vec<Grond>,
    /// The voornemen; present in the later phases (checked when read).
    pub voornemen: Option<Voornemen>,
    /// The view on the voornemen.
    pub zienswijze: Option<Zienswijze>,
    /// The aanvullend voornemen, where one followed.
    pub aanvullend_voornemen: Option<AanvullendVoornemen>,
    /// The hearing.
    pub gehoor: Option<Gehoor>,
    /// The separate asylum decision.
    pub asielbesluit: Option<Asielbesluit>,
    /// Facts about a return decision in this letter (WI fn. 26).
    pub terugkeer: TerugkeerFeiten,
}

words! {
    /// Phase of the reassessment.
    Fase {
        Voornemen = "voornemen",
        AanvullendVoornemen = "aanvullend_voornemen",
        Besluit = "besluit",
    }
}

/// `melding`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Melding {
    /// From whom.
    pub van: Line,
    /// When.
    pub datum: Date,
}

/// `voornemen`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voornemen {
    /// Bekendmaking of the voornemen.
    pub datum: Date,
}

/// `zienswijze`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zienswijze {
    /// When it was received.
    pub ontvangen: Date,
    /// The officer's summary of it; required in a besluit, checked in `decide`.
    pub samenvatting: Option<Prose>,
    /// The officer's answer to it; required in a besluit, checked in `decide`.
    pub reactie: Option<Prose>,
    /// Whether it leads to another view.
    pub leidt_tot_ander_oordeel: Option<bool>,
}

/// `aanvullend_voornemen`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AanvullendVoornemen {
    /// Its bekendmaking.
    pub datum: Date,
    /// The view on it.
    pub zienswijze: Option<Zienswijze>,
}

/// `gehoor`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gehoor {
    /// When.
    pub datum: Date,
    /// New statements were made.
    pub nieuwe_verklaringen: Option<bool>,
    /// Another cause for an aanvullend voornemen.
    pub aanleiding: Option<Prose>,
    /// The officer's summary.
    pub samenvatting: Option<Prose>,
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
