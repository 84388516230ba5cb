//! The step (stap) that took place: one of five, each with the facts that only that step has.

use super::{Antwoord, Grond, Herbeoordeling, Oordelen, block};
use crate::case::country::Country;
use crate::case::identifier::{Name, Place, Prose};
use crate::law::date::Date;
use crate::words::{Ending, Fase, Occasion, words};
pub use crate::words::{SoortStap, UitkomstStickerlocatie, UitkomstTriage, Voorwaarde};

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
        soort: required SoortStap = "welke stap",
        datum: required Date = "dag van de stap: van het bezoek, het onderzoek of deze beslissing",
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

    /// The step with its outcome or phase.
    #[must_use]
    pub const fn occasion(&self) -> Occasion {
        match self {
            Self::Stickerlocatie(step) => match step.uitkomst {
                UitkomstStickerlocatie::Toekenning => Occasion::Toekenning,
                UitkomstStickerlocatie::Weigering => Occasion::Weigering,
                UitkomstStickerlocatie::NaderOnderzoek => Occasion::NaderOnderzoek,
            },
            Self::Triage(step) => match step.uitkomst {
                UitkomstTriage::Positief => Occasion::TriagePositief,
                UitkomstTriage::Negatief => Occasion::TriageNegatief,
            },
            Self::Grens(_) => Occasion::Grens,
            Self::NietGemeld(_) => Occasion::NietGemeld,
            Self::Herbeoordeling(step) => match step.fase {
                Fase::Voornemen => Occasion::Voornemen,
                Fase::AanvullendVoornemen => Occasion::AanvullendVoornemen,
                Fase::Besluit => Occasion::Besluit,
            },
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

    /// What the first voornemen announced, as far as the case records it.
    #[must_use]
    pub fn first_announced(&self) -> Option<Ending> {
        match self {
            Self::Herbeoordeling(step) => step.voornemen.as_ref()?.soort,
            _ => None,
        }
    }

    /// What the officer decided where no fact answers a question.
    #[must_use]
    pub fn antwoorden(&self) -> &[Antwoord] {
        let oordelen = match self {
            Self::Stickerlocatie(s) => &s.oordelen,
            Self::Triage(s) => &s.oordelen,
            Self::Grens(s) => &s.oordelen,
            Self::NietGemeld(s) => &s.oordelen,
            Self::Herbeoordeling(s) => &s.oordelen,
        };
        &oordelen.antwoorden
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
    /// The step `stickerlocatie`.
    struct Stickerlocatie at "stap." in "bij stap `stickerlocatie`" {
        /// The day of the step.
        datum: required Date = "dag van de stap: van het bezoek, het onderzoek of deze beslissing",
        /// The name of the stickerlocatie.
        locatie: required Place = "stickerlocatie",
        /// How the visit ended.
        uitkomst: required UitkomstStickerlocatie = "hoe het afliep",
        /// With `toekenning`: the condition that the officer found met.
        voorwaarde: optional Voorwaarde = "voorwaarde die u vervuld vond, bij een toekenning",
        /// Grounds; at least one with `weigering` (checked when read).
        gronden: list Grond = "gronden, bij een weigering",
        /// With `nader_onderzoek`: why the term is suspended.
        opschorting: optional Opschorting = "opschorting, bij nader onderzoek",
        /// The tailor-made assessment; for the explanation only.
        maatwerk: optional Maatwerk = "maatwerk; alleen voor de uitleg",
        /// With `toekenning` and a heavy entry ban or a declaration of undesirability: why its reasons do not stand
        /// in the way.
        motivering_opheffing: optional Prose = "waarom de redenen van de maatregel niet in de weg staan",
        shares
            /// What the officer decided where no fact tells.
            oordelen: Oordelen,
        tag soort: required SoortStap = "welke stap",
    }
}

block! {
    /// The block `opschorting` (Awb 4:15 lid 1). `decide` checks which fields belong to which limb, a or b.
    #[derive(Default)]
    struct Opschorting at "stap.opschorting." in "onder `opschorting`" {
        /// Limb a or b; when it is absent, an officer must decide.
        grond: optional GrondOpschorting = "grond van de opschorting",
        /// Limb b: the foreign authority that was asked.
        instantie: optional Name = "buitenlandse instantie",
        /// Limb b: of which country.
        instantie_land: optional Country = "land van die instantie",
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
    /// Why the term is suspended: the limbs of Awb 4:15 lid 1, or an inquiry as such.
    GrondOpschorting {
        /// Limb a: the person must supplement the application.
        Aanvulling = "aanvulling" => "de vreemdeling moet iets aanvullen (artikel 4:15, eerste lid, onder a, Awb)",
        /// Limb b: a foreign authority was asked for information.
        InformatieBuitenland = "informatie_buitenland" => "er is informatie uit het buitenland nodig (onder b)",
        /// The WI's own words: inquiry is needed. Lid 1 has no limb for one in the Netherlands.
        NaderOnderzoek = "nader_onderzoek" => "onderzoek in Nederland; artikel 4:15 noemt dat niet",
    }
}

block! {
    /// The block `maatwerk`.
    struct Maatwerk at "stap.maatwerk." in "onder `maatwerk`" {
        /// The situation that asks for maatwerk.
        soort: required SoortMaatwerk = "welke situatie",
        /// The officer's reasons; for the explanation only.
        motivering: optional Prose = "motivering van het maatwerk",
    }
}

words! {
    /// The situations in which the WI leaves room for maatwerk (H1).
    SoortMaatwerk {
        KorteVakantie = "korte_vakantie" => "een korte vakantie buiten Oekraïne",
        DuurzameVestiging = "duurzame_vestiging" => "wie zich vóór de oorlog al duurzaam elders had gevestigd",
    }
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
        /// Why that country is safe for this person.
        motivering_land: optional Prose = "waarom dat land veilig is",
        /// Family life, child, health, what the person said (Directive 2008/115 art. 5); with every return decision.
        motivering_terugkeer: optional Prose = "gezin, kind, gezondheid en wat de vreemdeling zei",
        /// Of a minor with a guardian: whether there is adequate reception (CJEU C-441/19).
        adequate_opvang: optional bool = "of er voor de minderjarige adequate opvang is",
        /// `terugkeerbesluit`: leave it out, with a reason.
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
    /// `vertrektermijn: {weken: 0, motivering: …, grond: a}` (Vw 62); `weken` is 0 to 4 (checked when read).
    struct Vertrektermijn at "stap.vertrektermijn." in "onder `vertrektermijn`" {
        /// 0 to 4; 4 is the usual term.
        weken: required u32 = "aantal weken",
        /// Why less than 4.
        motivering: optional Prose = "motivering om minder dan 4 weken te geven",
        /// On which limb of Vw 62 lid 2.
        grond: optional GrondVertrektermijn = "onderdeel van artikel 62, tweede lid, Vw",
    }
}

words! {
    /// The limbs of Vw 62 lid 2, on which a departure term can be shorter.
    GrondVertrektermijn {
        /// The person may abscond.
        A = "a" => "er is een risico dat de vreemdeling zich onttrekt aan het toezicht",
        /// The application was rejected as manifestly unfounded or for false data.
        B = "b" => "de aanvraag is kennelijk ongegrond, of er waren onjuiste gegevens",
        /// The person is a danger to public order or national security.
        C = "c" => "de vreemdeling is een gevaar voor de openbare orde of de nationale veiligheid",
    }
}

block! {
    /// The step `triage`.
    struct Triage at "stap." in "bij stap `triage`" {
        /// The day of the step.
        datum: required Date = "dag van de stap: van het bezoek, het onderzoek of deze beslissing",
        /// The gemeente that asked for the triage.
        gemeente: required Place = "gemeente die om triage vroeg",
        /// Whether the outcome is positive or negative.
        uitkomst: required UitkomstTriage = "hoe het afliep",
        /// With `positief`: the condition that the officer found met.
        voorwaarde: optional Voorwaarde = "voorwaarde die u vervuld vond, bij een positieve triage",
        /// Grounds; at least one with `negatief` (checked when read).
        gronden: list Grond = "gronden, bij een negatieve triage",
        /// Whether the person wants to apply for asylum.
        asielwens: optional bool = "of de vreemdeling asiel wil aanvragen",
        shares
            /// The facts about a return decision.
            terugkeer: TerugkeerFeiten,
        shares
            /// What the officer decided where no fact tells.
            oordelen: Oordelen,
        tag soort: required SoortStap = "welke stap",
    }
}

block! {
    /// The step `grens`.
    struct Grens at "stap." in "bij stap `grens`" {
        /// The day of the step.
        datum: required Date = "dag van de stap: van het bezoek, het onderzoek of deze beslissing",
        /// The border crossing point.
        doorlaatpost: required Place = "doorlaatpost",
        /// Whether the person appeals to the RTB.
        beroep_op_rtb: optional bool = "of de vreemdeling een beroep doet op de richtlijn",
        /// Whether the person applies for asylum.
        asielaanvraag: optional bool = "of de vreemdeling asiel aanvraagt",
        /// Whether the person is referred to the stickerlocatie, and why.
        doorverwijzing: optional Doorverwijzing = "of en waarom de vreemdeling wordt doorverwezen",
        /// The grounds; `decide` checks whether the facts ask for one.
        gronden: list Grond = "gronden, bij een weigering",
        /// Whether this is the first appeal to the RTB of a derdelander with a temporary residence right.
        eerste_beroep: optional bool = "of dit het eerste beroep op de richtlijn is",
        /// Whether the family tie was made plausible.
        gezinsband_aannemelijk: optional bool = "of de gezinsband aannemelijk is",
        shares
            /// What the officer decided where no fact tells.
            oordelen: Oordelen,
        tag soort: required SoortStap = "welke stap",
    }
}

words! {
    /// Why a person is referred from the border to the stickerlocatie (WI H2).
    Doorverwijzing {
        Geen = "geen" => "de vreemdeling wordt niet doorverwezen",
        GedocumenteerdeOekrainer = "gedocumenteerde_oekrainer" => "Oekraïner met documenten",
        TerugkerendeBeschermde = "terugkerende_beschermde" => "wie al bescherming heeft en terugkeert",
        GezinslidMetBewijs = "gezinslid_met_bewijs" => "gezinslid met bewijs van de band",
        AmvOfGezinMetKinderen = "amv_of_gezin_met_kinderen" => "alleenstaande minderjarige, of gezin met kinderen",
        HervestigingMoldavie = "hervestiging_moldavie" => "hervestigd uit Moldavië",
        SignaleringNietOpgehelderd = "signalering_niet_opgehelderd" => "een signalering die nog niet is opgehelderd",
    }
}

block! {
    /// The step `niet_gemeld`.
    struct NietGemeld at "stap." in "bij stap `niet_gemeld`" {
        /// The day of the step.
        datum: required Date = "dag van de stap: van het bezoek, het onderzoek of deze beslissing",
        /// The letter that gave a last chance (Awb 4:5).
        herstel: optional Herstel = "brief met een laatste kans (artikel 4:5 Awb)",
        shares
            /// The facts about a return decision.
            terugkeer: TerugkeerFeiten,
        shares
            /// What the officer decided where no fact tells.
            oordelen: Oordelen,
        tag soort: required SoortStap = "welke stap",
    }
}

block! {
    /// `herstel`: the letter that gave a last chance (Awb 4:5).
    struct Herstel at "stap.herstel." in "onder `herstel`" {
        /// When it was made known.
        datum: required Date = "dag waarop die brief is bekendgemaakt",
        /// The last day that it gave.
        uiterlijk: required Date = "laatste dag die hij gaf",
    }
}
