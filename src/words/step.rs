//! The five steps of the procedure, the outcomes of two of them, and the phases of the reassessment.

use super::words;

words! {
    /// A step of the procedure (`stap.soort`).
    SoortStap {
        /// The counter where stickers are given (WI H2).
        Stickerlocatie = "stickerlocatie",
        /// A check asked by the gemeente (WI H2, Triage).
        Triage = "triage",
        /// The border, with the KMar (WI H2).
        Grens = "grens",
        /// The person did not come to the stickerlocatie (WI H2).
        NietGemeld = "niet_gemeld",
        /// Reassessment by the back office (WI H6).
        Herbeoordeling = "herbeoordeling",
    }
}

words! {
    /// Outcome at the stickerlocatie.
    UitkomstStickerlocatie {
        Toekenning = "toekenning",
        Weigering = "weigering",
        NaderOnderzoek = "nader_onderzoek",
    }
}

words! {
    /// Outcome of the triage.
    UitkomstTriage { Positief = "positief", Negatief = "negatief", }
}

words! {
    /// Phase of the reassessment.
    Fase {
        Voornemen = "voornemen",
        AanvullendVoornemen = "aanvullend_voornemen",
        Besluit = "besluit",
    }
}
