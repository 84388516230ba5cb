//! The step (stap) that took place: one of five, each with the facts that only that step has.

use super::{Grond, Herbeoordeling, block};
use crate::case::country::Country;
use crate::case::identifier::{Name, Place, Prose};
use crate::law::date::Date;
use crate::words::words;
pub use crate::words::{SoortStap, UitkomstStickerlocatie, UitkomstTriage};

/// The block `stap`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stap {
    /// A visit to the counter where proofs of residence are given (WI H2).
    Stickerlocatie(Stickerlocatie),
    /// A check that a gemeente asks for before registration in the BRP (WI H2 Triage).
    Triage(Triage),
    /// An appeal to the RTB at the border, with the KMar (WI H2 Beroep op RTB aan de grens).
    Grens(Grens),
    /// The person did not come to the stickerlocatie (WI H2).
    NietGemeld(NietGemeld),
    /// The reassessment by the back office (WI H6).
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

    /// The day on which the step took place.
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

    /// The grounds of the step; empty for a step that has none.
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

    /// The facts about a return decision; `None` for a step that has none.
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
    /// The step `stickerlocatie`.
    struct Stickerlocatie at "stap." in "bij stap `stickerlocatie`" {
        /// The day of the step.
        datum: required Date = "dag van de stap",
        /// The name of the stickerlocatie.
        locatie: required Place = "stickerlocatie",
        /// How the visit ended.
        uitkomst: required UitkomstStickerlocatie as words = "hoe het afliep",
        /// The grounds; at least one with `weigering`, which the reader checks.
        gronden: list Grond = "gronden, bij een weigering",
        /// With `nader_onderzoek`: why the term is suspended.
        opschorting: optional Opschorting = "opschorting, bij nader onderzoek",
        /// The tailor-made assessment; for the explanation only.
        maatwerk: optional Maatwerk = "maatwerk; alleen voor de uitleg",
        tag soort: words SoortStap = "welke stap",
    }
}

block! {
    /// The block `opschorting` (Awb 4:15 lid 1). `decide` checks which fields belong to which limb, a or b.
    #[derive(Default)]
    struct Opschorting at "stap.opschorting." in "onder `opschorting`" {
        /// Limb a or b; when it is absent, an officer must decide.
        grond: optional GrondOpschorting as words = "grond van de opschorting",
        /// Limb b: the foreign authority that was asked.
        instantie: optional Name = "buitenlandse instantie",
        /// Limb b: whether a strafmaatvergelijking was asked for.
        strafmaatvergelijking: optional bool = "of een strafmaatvergelijking is gevraagd",
        /// Limb a: what the person must supply.
        gevraagd: optional Prose = "wat de vreemdeling moet aanvullen",
        /// Limb a: the last day on which the person can supply it.
        uiterlijk: optional Date = "uiterste dag voor de aanvulling",
        /// The officer's reasons for the further investigation.
        motivering: optional Prose = "motivering van het nader onderzoek",
    }
}

words! {
    /// The two limbs of Awb 4:15 lid 1.
    GrondOpschorting {
        /// Limb a: the person must supplement the application.
        Aanvulling = "aanvulling",
        /// Limb b: a foreign authority was asked for information.
        InformatieBuitenland = "informatie_buitenland",
    }
}

block! {
    /// The block `maatwerk`.
    struct Maatwerk at "stap.maatwerk." in "onder `maatwerk`" {
        /// The situation that asks for maatwerk.
        soort: required SoortMaatwerk as words = "welke situatie",
        /// The officer's reasons; for the explanation only.
        motivering: optional Prose = "motivering van het maatwerk",
    }
}

words! {
    /// The situations in which the WI leaves room for maatwerk (H1).
    SoortMaatwerk { KorteVakantie = "korte_vakantie", DuurzameVestiging = "duurzame_vestiging", }
}

block! {
    /// The facts about a return decision (TKB), shared by triage, niet_gemeld and herbeoordeling.
    #[derive(Default)]
    struct TerugkeerFeiten at "stap." in "bij stap `triage`, `niet_gemeld` of `herbeoordeling`" {
        /// Whether the person has another ground for residence.
        andere_verblijfsgrond: optional bool = "of er een andere verblijfsgrond is",
        /// Whether there is a bar on return (WI fn. 25).
        terugkeerbeletsel: optional bool = "of er een terugkeerbeletsel is",
        /// The country to return to.
        land_van_terugkeer: optional Country = "land van terugkeer",
        /// Whether that country is a safe third country.
        veilig_derde_land: optional bool = "of dat een veilig derde land is",
        /// The choice to leave the return decision out, with a reason.
        terugkeerbesluit: optional TerugkeerbesluitKeuze = "het terugkeerbesluit achterwege laten, met reden",
        /// The departure term, where it is not the usual four weeks.
        vertrektermijn: optional Vertrektermijn = "een andere vertrektermijn, met motivering",
    }
}

block! {
    /// The block `terugkeerbesluit`: `{achterwege: true, reden: …}`.
    struct TerugkeerbesluitKeuze at "stap.terugkeerbesluit." in "onder `terugkeerbesluit`" {
        /// Whether the return decision is left out.
        achterwege: required bool = "of het terugkeerbesluit achterwege blijft",
        /// The reason to leave it out.
        reden: optional Prose = "reden om geen terugkeerbesluit te nemen",
    }
}

block! {
    /// The block `vertrektermijn`: `{weken: 0, motivering: …}` (Vw 62).
    struct Vertrektermijn at "stap.vertrektermijn." in "onder `vertrektermijn`" {
        /// The length in weeks: 0 or 4, which the reader checks.
        weken: required u32 = "aantal weken",
        /// With 0 weeks: why there is no departure term.
        motivering: optional Prose = "motivering om geen vertrektermijn te geven",
    }
}

block! {
    /// The step `triage`.
    struct Triage at "stap." in "bij stap `triage`" {
        /// The day of the step.
        datum: required Date = "dag van de stap",
        /// The gemeente that asked for the triage.
        gemeente: required Place = "gemeente die om triage vroeg",
        /// Whether the outcome is positive or negative.
        uitkomst: required UitkomstTriage as words = "hoe het afliep",
        /// The grounds; at least one with `negatief`, which the reader checks.
        gronden: list Grond = "gronden, bij een negatieve triage",
        /// Whether the person wants to apply for asylum.
        asielwens: optional bool = "of de vreemdeling asiel wil aanvragen",
        shares
            /// The facts about a return decision.
            terugkeer: TerugkeerFeiten,
        tag soort: words SoortStap = "welke stap",
    }
}

block! {
    /// The step `grens`.
    struct Grens at "stap." in "bij stap `grens`" {
        /// The day of the step.
        datum: required Date = "dag van de stap",
        /// The border crossing point.
        doorlaatpost: required Place = "doorlaatpost",
        /// Whether the person appeals to the RTB.
        beroep_op_rtb: optional bool = "of de vreemdeling een beroep doet op de richtlijn",
        /// Whether the person applies for asylum.
        asielaanvraag: optional bool = "of de vreemdeling asiel aanvraagt",
        /// Whether the person is referred to the stickerlocatie, and why.
        doorverwijzing: optional Doorverwijzing as words = "of en waarom de vreemdeling wordt doorverwezen",
        /// The grounds; `decide` checks whether the facts ask for one.
        gronden: list Grond = "gronden, bij een weigering",
        /// Whether this is the first appeal to the RTB of a derdelander with a temporary residence right.
        eerste_beroep: optional bool = "of dit het eerste beroep op de richtlijn is",
        /// Whether the family tie was made plausible.
        gezinsband_aannemelijk: optional bool = "of de gezinsband aannemelijk is",
        tag soort: words SoortStap = "welke stap",
    }
}

words! {
    /// Why a person is referred from the border to the stickerlocatie (WI H2).
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
    /// The step `niet_gemeld`.
    struct NietGemeld at "stap." in "bij stap `niet_gemeld`" {
        /// The day of the step.
        datum: required Date = "dag van de stap",
        shares
            /// The facts about a return decision.
            terugkeer: TerugkeerFeiten,
        tag soort: words SoortStap = "welke stap",
    }
}
