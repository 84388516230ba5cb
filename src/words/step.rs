//! The five steps of the procedure, the outcomes of two of them, the phases of the reassessment, and all of these
//! together: the ten occasions.

use super::words;

words! {
    /// A step of the procedure (`stap.soort`).
    SoortStap {
        /// The counter where stickers are given (WI H2).
        Stickerlocatie = "stickerlocatie" => "bezoek aan de stickerlocatie, waar het bewijs van verblijf wordt gegeven",
        /// A check asked by the gemeente (WI H2, Triage).
        Triage = "triage" => "onderzoek waar een gemeente om vraagt, voordat zij iemand inschrijft",
        /// The border, with the KMar (WI H2).
        Grens = "grens" => "beroep op de richtlijn aan de grens, bij de Koninklijke Marechaussee",
        /// The person did not come to the stickerlocatie (WI H2).
        NietGemeld = "niet_gemeld" => "de vreemdeling kwam niet naar de stickerlocatie",
        /// Reassessment by the back office (WI H6).
        Herbeoordeling = "herbeoordeling" => "nieuw onderzoek van iemand die bescherming heeft",
    }
}

words! {
    /// Outcome at the stickerlocatie.
    UitkomstStickerlocatie {
        Toekenning = "toekenning" => "de vreemdeling krijgt bescherming",
        Weigering = "weigering" => "de vreemdeling krijgt geen bescherming",
        NaderOnderzoek = "nader_onderzoek" => "de beslissing wacht op meer onderzoek",
    }
}

words! {
    /// Outcome of the triage.
    UitkomstTriage {
        Positief = "positief" => "de gemeente kan de vreemdeling inschrijven",
        Negatief = "negatief" => "de vreemdeling krijgt geen bescherming",
    }
}

words! {
    /// Phase of the reassessment.
    Fase {
        Voornemen = "voornemen" => "een voornemen om de bescherming te beëindigen of in te trekken",
        AanvullendVoornemen = "aanvullend_voornemen" => "een tweede voornemen, na het gehoor",
        Besluit = "besluit" => "het besluit na het voornemen",
    }
}

words! {
    /// A step with its outcome or phase. The table of facts (`facts.yaml`) says of each which facts bear on it.
    Occasion {
        Toekenning = "stickerlocatie.toekenning",
        Weigering = "stickerlocatie.weigering",
        NaderOnderzoek = "stickerlocatie.nader_onderzoek",
        TriagePositief = "triage.positief",
        TriageNegatief = "triage.negatief",
        Grens = "grens",
        NietGemeld = "niet_gemeld",
        Voornemen = "herbeoordeling.voornemen",
        AanvullendVoornemen = "herbeoordeling.aanvullend_voornemen",
        Besluit = "herbeoordeling.besluit",
    }
}

impl Occasion {
    /// The step.
    #[must_use]
    pub const fn step(self) -> SoortStap {
        match self {
            Self::Toekenning | Self::Weigering | Self::NaderOnderzoek => SoortStap::Stickerlocatie,
            Self::TriagePositief | Self::TriageNegatief => SoortStap::Triage,
            Self::Grens => SoortStap::Grens,
            Self::NietGemeld => SoortStap::NietGemeld,
            Self::Voornemen | Self::AanvullendVoornemen | Self::Besluit => SoortStap::Herbeoordeling,
        }
    }
}
