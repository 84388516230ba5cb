//! The letters (docs/spec/letters.md section 1), what a ground can carry, and which remedy a letter asks for.
//!
//! One list gives the ids, the titles, the modules and the arms of every `match`: `letter/letters/NAME.rs`
//! fills `letter-templates/NAME.md`.

use super::words;

/// Calls a macro with the list of letters. An entry is the id, which also names the files of the letter;
/// the variant; the title; and the cases for which the table of remedies must have a row.
macro_rules! with_letters {
    ($callback:ident) => {
        $callback! {
            weigeringsbesluit => Weigeringsbesluit,
                "Weigeringsbesluit tijdelijke bescherming", [Gewoon, MetTerugkeerbesluit];
            opschortingsbrief => Opschortingsbrief,
                "Opschorting termijn plakken RTB-sticker", [Gewoon];
            voornemen_intrekking => VoornemenIntrekking,
                "Voornemen tot intrekking van de tijdelijke bescherming", [Gewoon];
            voornemen_beeindiging => VoornemenBeeindiging,
                "Voornemen tot beëindiging van de tijdelijke bescherming", [Gewoon];
            aanvullend_voornemen => AanvullendVoornemen,
                "Aanvullend voornemen", [Gewoon];
            intrekkingsbesluit => Intrekkingsbesluit,
                "Beschikking intrekking tijdelijke bescherming", [Gewoon, OpenbareOrde, GemengdeGronden];
            beeindigingsbesluit => Beeindigingsbesluit,
                "Beschikking beëindiging tijdelijke bescherming",
                [Gewoon, OpenbareOrde, GemengdeGronden, OpVerzoek];
            opheffing_inreisverbod => OpheffingInreisverbod,
                "Beschikking opheffing inreisverbod", [Gewoon];
            opheffing_ongewenstverklaring => OpheffingOngewenstverklaring,
                "Beschikking opheffing ongewenstverklaring", [Gewoon];
            buitenbehandelingstelling => Buitenbehandelingstelling,
                "Besluit buiten behandeling", [Gewoon];
        }
    };
}
pub(crate) use with_letters;

macro_rules! kinds {
    ($($name:ident => $variant:ident, $title:literal, [$($case:ident),+];)+) => {
        words! {
            /// A letter; its id is also the template's name and part of the file name.
            LetterKind { $($variant = stringify!($name),)+ }
        }

        impl LetterKind {
            /// The name of the letter, in Dutch.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)+ }
            }

            /// The cases that decide which remedy the letter names; the table has a row for each.
            #[must_use]
            pub const fn remedy_cases(self) -> &'static [RemedyCase] {
                match self { $(Self::$variant => &[$(RemedyCase::$case),+],)+ }
            }
        }
    };
}
with_letters!(kinds);

impl LetterKind {
    /// The id: `weigeringsbesluit`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.word()
    }

    /// The letter with this id; `None` when there is no such letter.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::from_word(id)
    }
}

words! {
    /// The case that decides which remedy a letter names (`geval` in `remedies.yaml`).
    RemedyCase {
        /// The ordinary case.
        Gewoon = "gewoon",
        /// The letter holds a return decision.
        MetTerugkeerbesluit = "met_terugkeerbesluit",
        /// Every ground is openbare orde, nationale veiligheid or 1F.
        OpenbareOrde = "openbare_orde",
        /// The person asked for the decision himself, so that no voornemen came before it.
        OpVerzoek = "op_verzoek",
        /// Some grounds are openbare orde, nationale veiligheid or 1F, and others are not.
        GemengdeGronden = "gemengde_gronden",
    }
}

words! {
    /// A kind of decision that a ground can carry (`brieven` in `grounds.yaml`).
    GroundLetter {
        /// A refusal.
        Weigering = "weigering",
        /// An intrekking: the conditions were never met.
        Intrekking = "intrekking",
        /// A beëindiging: the conditions were once met and are not met any more.
        Beeindiging = "beeindiging",
    }
}

words! {
    /// How protection ends (WI H6).
    Ending {
        /// The conditions were never met.
        Intrekking = "intrekking" => "de vreemdeling voldeed nooit aan de voorwaarden",
        /// The conditions were met, and are no longer.
        Beeindiging = "beeindiging" => "de vreemdeling voldoet niet meer aan de voorwaarden",
    }
}

impl Ending {
    /// The kind of decision that its grounds must be able to carry.
    #[must_use]
    pub const fn carried_by(self) -> GroundLetter {
        match self {
            Self::Intrekking => GroundLetter::Intrekking,
            Self::Beeindiging => GroundLetter::Beeindiging,
        }
    }
}
