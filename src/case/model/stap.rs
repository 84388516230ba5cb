//! What happened: one of the five steps, with the facts that only that step has.

use super::{Grond, Herbeoordeling, block};
use crate::case::country::Country;
use crate::case::identifier::{Line, Prose};
use crate::law::date::Date;
use crate::words::words;
pub use crate::words::{SoortStap, UitkomstStickerlocatie, UitkomstTriage};

/// `stap`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stap {
    /// At the counter where stickers are given (WI H2).
    Stickerlocatie(Stickerlocatie),
    /// A check asked by the gemeente before registration (WI H2 Triage).
    Triage(Triage),
    /// At the border, with the KMar (WI H2 Beroep op RTB aan de grens).
    Grens(Grens),
    /// Did not come to the stickerlocatie (WI H2).
    NietGemeld(NietGemeld),
    /// Reassessment by the back office (WI H6).
    Herbeoordeling(Box<Herbeoordeling>),
}

block! {
    keys Stap at "stap." in "onder `stap`" {
        soort: words SoortStap = "welke stap",
        datum = "dag van de stap",
    }
}

impl Stap {
    /// Which of the five steps.
    #[must_use]
    pub const fn kind(&self) -> SoortStap {
        match self {
            Self::Stickerlocatie(_) => SoortStap::Stickerlocatie,
            Self::Triage(_) => SoortStap::Triage,
            Self::Grens(_) => SoortStap::Grens,
            Self::NietGemeld(_) => SoortStap::NietGemeld,
            Self::Herbeoordeling(_) => SoortStap::Herbeoordeling,
        }
    }

    /// When the step took place.
    #[must_use]
    pub fn day(&self) -> Date {
        match self {
            Self::Stickerlocatie(s) => s.datum,
            Self::Triage(s) => s.datum,
            Self::Grens(s) => s.datum,
            Self::NietGemeld(s) => s.datum,
            Self::Herbeoordeling(s) => s.datum,
        }
    }

    /// The grounds, as far as the step has any.
    #[must_use]
    pub fn gronden(&self) -> &[Grond] {
        match self {
            Self::Stickerlocatie(s) => &s.gronden,
            Self::Triage(s) => &s.gronden,
            Self::Grens(s) => &s.gronden,
            Self::NietGemeld(_) => &[],
            Self::Herbeoordeling(s) => &s.gronden,
        }
    }

    /// The facts about a return decision, of a step that has them.
    #[must_use]
    pub fn terugkeer(&self) -> Option<&TerugkeerFeiten> {
        match self {
            Self::Triage(s) => Some(&s.terugkeer),
            Self::NietGemeld(s) => Some(&s.terugkeer),
            Self::Herbeoordeling(s) => Some(&s.terugkeer),
            Self::Stickerlocatie(_) | Self::Grens(_) => None,
        }
    }
}

block! {
    /// `soort: stickerlocatie`.
    struct Stickerlocatie at "stap." in "bij stap `stickerlocatie`" {
        /// When.
        datum: required Date = "dag van de stap",
        /// Where.
        locatie: required Line = "stickerlocatie",
        /// How it ended.
        uitkomst: required UitkomstStickerlocatie as words = "hoe het afliep",
        /// Grounds; at least one with `weigering` (checked when read).
        gronden: list Grond = "gronden, bij een weigering",
        /// With `nader_onderzoek`: why the term is suspended.
        opschorting: optional Opschorting = "opschorting, bij nader onderzoek",
        /// Tailor-made assessment; explanation only.
        maatwerk: optional Maatwerk = "maatwerk; alleen voor de uitleg",
        tag soort: words SoortStap = "welke stap",
    }
}

block! {
    /// `opschorting` (Awb 4:15 lid 1). Which fields belong to which limb is checked in `decide`.
    #[derive(Default)]
    struct Opschorting at "stap.opschorting." in "onder `opschorting`" {
        /// Limb a or b; absent: an officer decides.
        grond: optional GrondOpschorting as words = "grond van de opschorting",
        /// Limb b: who was asked.
        instantie: optional Line = "buitenlandse instantie",
        /// Limb b: a comparison of sentences was asked.
        strafmaatvergelijking: optional bool = "of een strafmaatvergelijking is gevraagd",
        /// Limb a: what the alien must supply.
        gevraagd: optional Prose = "wat de vreemdeling moet aanvullen",
        /// Limb a: before or on which day.
        uiterlijk: optional Date = "uiterste dag voor de aanvulling",
        /// The officer's words.
        motivering: optional Prose = "motivering van het nader onderzoek",
    }
}

words! {
    /// The limbs of Awb 4:15 lid 1.
    GrondOpschorting {
        /// a: the alien must supplement.
        Aanvulling = "aanvulling",
        /// b: a foreign authority was asked.
        InformatieBuitenland = "informatie_buitenland",
    }
}

block! {
    /// `maatwerk`.
    struct Maatwerk at "stap.maatwerk." in "onder `maatwerk`" {
        /// Which situation.
        soort: required SoortMaatwerk as words = "welke situatie",
        /// The officer's words; explanation only.
        motivering: optional Prose = "motivering van het maatwerk",
    }
}

words! {
    /// Situations in which the WI leaves room (H1).
    SoortMaatwerk { KorteVakantie = "korte_vakantie", DuurzameVestiging = "duurzame_vestiging", }
}

block! {
    /// The facts about a return decision (TKB), shared by triage, niet_gemeld and herbeoordeling.
    #[derive(Default)]
    struct TerugkeerFeiten at "stap." in "bij stap `triage`, `niet_gemeld` of `herbeoordeling`" {
        /// Another current ground for residence.
        andere_verblijfsgrond: optional bool = "of er een andere verblijfsgrond is",
        /// Return is barred (WI fn. 25).
        terugkeerbeletsel: optional bool = "of er een terugkeerbeletsel is",
        /// The country to return to.
        land_van_terugkeer: optional Country = "land van terugkeer",
        /// That country is a safe third country.
        veilig_derde_land: optional bool = "of dat een veilig derde land is",
        /// `terugkeerbesluit`: leave it out, with a reason.
        terugkeerbesluit: optional TerugkeerbesluitKeuze = "het terugkeerbesluit achterwege laten, met reden",
        /// A departure term other than four weeks.
        vertrektermijn: optional Vertrektermijn = "een andere vertrektermijn, met motivering",
    }
}

block! {
    /// `terugkeerbesluit: {achterwege: true, reden: …}`.
    struct TerugkeerbesluitKeuze at "stap.terugkeerbesluit." in "onder `terugkeerbesluit`" {
        /// Leave the return decision out.
        achterwege: required bool = "of het terugkeerbesluit achterwege blijft",
        /// Why.
        reden: optional Prose = "reden om geen terugkeerbesluit te nemen",
    }
}

block! {
    /// `vertrektermijn: {weken: 0, motivering: …}` (Vw 62); `weken` is 0 or 4 (checked when read).
    struct Vertrektermijn at "stap.vertrektermijn." in "onder `vertrektermijn`" {
        /// 0 or 4.
        weken: required u32 = "aantal weken",
        /// Why no term, with 0.
        motivering: optional Prose = "motivering om geen vertrektermijn te geven",
    }
}

block! {
    /// `soort: triage`.
    struct Triage at "stap." in "bij stap `triage`" {
        /// When.
        datum: required Date = "dag van de stap",
        /// Which gemeente asked.
        gemeente: required Line = "gemeente die om triage vroeg",
        /// Positive or negative.
        uitkomst: required UitkomstTriage as words = "hoe het afliep",
        /// Grounds; at least one with `negatief` (checked when read).
        gronden: list Grond = "gronden, bij een negatieve triage",
        /// Wants asylum.
        asielwens: optional bool = "of de vreemdeling asiel wil aanvragen",
        shares
            /// Facts about a return decision.
            terugkeer: TerugkeerFeiten,
        tag soort: words SoortStap = "welke stap",
    }
}

block! {
    /// `soort: grens`.
    struct Grens at "stap." in "bij stap `grens`" {
        /// When.
        datum: required Date = "dag van de stap",
        /// Border crossing point.
        doorlaatpost: required Line = "doorlaatpost",
        /// Appeals to the RTB.
        beroep_op_rtb: optional bool = "of de vreemdeling een beroep doet op de richtlijn",
        /// Asks asylum.
        asielaanvraag: optional bool = "of de vreemdeling asiel aanvraagt",
        /// Referred to the stickerlocatie, and why.
        doorverwijzing: optional Doorverwijzing as words = "of en waarom de vreemdeling wordt doorverwezen",
        /// Grounds; whether one is needed depends on the facts (checked in `decide`).
        gronden: list Grond = "gronden, bij een weigering",
        /// First appeal of a third-country national with a temporary right.
        eerste_beroep: optional bool = "of dit het eerste beroep op de richtlijn is",
        /// The family tie was made plausible.
        gezinsband_aannemelijk: optional bool = "of de gezinsband aannemelijk is",
        tag soort: words SoortStap = "welke stap",
    }
}

words! {
    /// Who is referred from the border to the stickerlocatie (WI H2).
    Doorverwijzing {
        Geen = "geen",
        GedocumenteerdeOekrainer = "gedocumenteerde_oekrainer",
        TerugkerendeBeschermde = "terugkerende_beschermde",
        GezinslidMetBewijs = "gezinslid_met_bewijs",
        AmvOfGezinMetKinderen = "amv_of_gezin_met_kinderen",
        HervestigingMoldavie = "hervestiging_moldavie",
        SignaleringNietOpgehelderd = "signalering_niet_opgehelderd",
    }
}

block! {
    /// `soort: niet_gemeld`.
    struct NietGemeld at "stap." in "bij stap `niet_gemeld`" {
        /// When.
        datum: required Date = "dag van de stap",
        shares
            /// Facts about a return decision.
            terugkeer: TerugkeerFeiten,
        tag soort: words SoortStap = "welke stap",
    }
}
