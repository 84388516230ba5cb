//! What happened: one of the five steps, with the facts that only that step has.

use super::{Herbeoordeling, words};
use crate::case::country::Country;
use crate::case::identifier::{Line, Prose};
use crate::law::date::Date;

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

impl Stap {
    /// When the step took place.
    #[must_use]
    pub fn datum(&self) -> Date {
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
}

words! {
    /// The five steps.
    SoortStap {
        Stickerlocatie = "stickerlocatie",
        Triage = "triage",
        Grens = "grens",
        NietGemeld = "niet_gemeld",
        Herbeoordeling = "herbeoordeling",
    }
}

/// `soort: stickerlocatie`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stickerlocatie {
    /// When.
    pub datum: Date,
    /// Where.
    pub locatie: Line,
    /// How it ended.
    pub uitkomst: UitkomstStickerlocatie,
    /// Grounds; at least one with `weigering` (checked when read).
    pub gronden: Vec<Grond>,
    /// With `nader_onderzoek`: why the term is suspended.
    pub opschorting: Option<Opschorting>,
    /// Tailor-made assessment; explanation only.
    pub maatwerk: Option<Maatwerk>,
}

words! {
    /// Outcome at the stickerlocatie.
    UitkomstStickerlocatie {
        Toekenning = "toekenning",
        Weigering = "weigering",
        NaderOnderzoek = "nader_onderzoek",
    }
}

/// `opschorting` (Awb 4:15 lid 1). Which fields belong to which limb is checked in `decide`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opschorting {
    /// Limb a or b; absent: an officer decides.
    pub grond: Option<GrondOpschorting>,
    /// Limb b: who was asked.
    pub instantie: Option<Line>,
    /// Limb b: a comparison of sentences was asked.
    pub strafmaatvergelijking: Option<bool>,
    /// Limb a: what the alien must supply.
    pub gevraagd: Option<Prose>,
    /// Limb a: before or on which day.
    pub uiterlijk: Option<Date>,
    /// The officer's words.
    pub motivering: Option<Prose>,
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

/// `maatwerk`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maatwerk {
    /// Which situation.
    pub soort: SoortMaatwerk,
    /// The officer's words; explanation only.
    pub motivering: Option<Prose>,
}

words! {
    /// Situations in which the WI leaves room (H1).
    SoortMaatwerk { KorteVakantie = "korte_vakantie", DuurzameVestiging = "duurzame_vestiging", }
}

/// The facts about a return decision (TKB), shared by triage, niet_gemeld and herbeoordeling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TerugkeerFeiten {
    /// Another current ground for residence.
    pub andere_verblijfsgrond: Option<bool>,
    /// Return is barred (WI fn. 25).
    pub terugkeerbeletsel: Option<bool>,
    /// The country to return to.
    pub land_van_terugkeer: Option<Country>,
    /// That country is a safe third country.
    pub veilig_derde_land: Option<bool>,
    /// `terugkeerbesluit`: leave it out, with a reason.
    pub terugkeerbesluit: Option<TerugkeerbesluitKeuze>,
    /// A departure term other than four weeks.
    pub vertrektermijn: Option<Vertrektermijn>,
}

/// `terugkeerbesluit: {achterwege: true, reden: …}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TerugkeerbesluitKeuze {
    /// Leave the return decision out.
    pub achterwege: bool,
    /// Why.
    pub reden: Option<Prose>,
}

/// `vertrektermijn: {weken: 0, motivering: …}` (Vw 62); `weken` is 0 or 4 (checked when read).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vertrektermijn {
    /// 0 or 4.
    pub weken: u32,
    /// Why no term, with 0.
    pub motivering: Option<Prose>,
}

/// `soort: triage`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Triage {
    /// When.
    pub datum: Date,
    /// Which gemeente asked.
    pub gemeente: Line,
    /// Positive or negative.
    pub uitkomst: UitkomstTriage,
    /// Grounds; at least one with `negatief` (checked when read).
    pub gronden: Vec<Grond>,
    /// Wants asylum.
    pub asielwens: Option<bool>,
    /// Facts about a return decision.
    pub terugkeer: TerugkeerFeiten,
}

words! {
    /// Outcome of the triage.
    UitkomstTriage { Positief = "positief", Negatief = "negatief", }
}

/// `soort: grens`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grens {
    /// When.
    pub datum: Date,
    /// Border crossing point.
    pub doorlaatpost: Line,
    /// Appeals to the RTB.
    pub beroep_op_rtb: Option<bool>,
    /// Asks asylum.
    pub asielaanvraag: Option<bool>,
    /// Referred to the stickerlocatie, and why.
    pub doorverwijzing: Option<Doorverwijzing>,
    /// Grounds; whether one is needed depends on the facts (checked in `decide`).
    pub gronden: Vec<Grond>,
    /// First appeal of a third-country national with a temporary right.
    pub eerste_beroep: Option<bool>,
    /// The family tie was made plausible.
    pub gezinsband_aannemelijk: Option<bool>,
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

/// `soort: niet_gemeld`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NietGemeld {
    /// When.
    pub datum: Date,
    /// Facts about a return decision.
    pub terugkeer: TerugkeerFeiten,
}

/// One of `gronden`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grond {
    /// Which ground.
    pub grond: GrondId,
    /// The officer's words on this person; required, checked in `decide`.
    pub motivering: Option<Prose>,
    /// `openbare_orde`: the conviction.
    pub veroordeling: Option<Veroordeling>,
    /// `openbare_orde`: the European criterion.
    pub europees_criterium: Option<Prose>,
    /// Proportionality, including 8 EVRM.
    pub evenredigheid: Option<Prose>,
    /// `openbare_orde`: comparison of sentences, for a crime abroad.
    pub strafmaatvergelijking: Option<Prose>,
    /// `voorwaarden_niet_aangetoond`: what is missing.
    pub ontbrekend: Vec<Line>,
}

/// `veroordeling`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Veroordeling {
    /// The crime.
    pub misdrijf: Option<Line>,
    /// Since when irrevocable.
    pub onherroepelijk_op: Option<Date>,
    /// Where the judge sits.
    pub land: Option<Country>,
    /// The sentence.
    pub straf: Option<Line>,
}

words! {
    /// The twenty grounds (letters.md section 3).
    GrondId {
        VoorwaardenNietAangetoond = "voorwaarden_niet_aangetoond",
        GeenIdentificerendDocument = "geen_identificerend_document",
        VertrekVoor27November2021 = "vertrek_voor_27_november_2021",
        Inreisstempel = "inreisstempel",
        DerdelanderTijdelijkVerblijfsrecht = "derdelander_tijdelijk_verblijfsrecht",
        DerdelanderTerugkeerHerkomstland = "derdelander_terugkeer_herkomstland",
        DerdelanderLangerDan28DagenTeruggekeerd = "derdelander_langer_dan_28_dagen_teruggekeerd",
        AsielstatusElders = "asielstatus_elders",
        EuNationaliteit = "eu_nationaliteit",
        GezinsbandNietAangetoond = "gezinsband_niet_aangetoond",
        GeenGezinslid = "geen_gezinslid",
        GezinsbandVerbroken = "gezinsband_verbroken",
        GeenMedewerkingBiometrie = "geen_medewerking_biometrie",
        OpenbareOrde = "openbare_orde",
        Artikel1f = "artikel_1f",
        NationaleVeiligheid = "nationale_veiligheid",
        LangerDan28DagenBuitenNederland = "langer_dan_28_dagen_buiten_nederland",
        BeschermingAndereLidstaat = "bescherming_andere_lidstaat",
        Nareisvergunning = "nareisvergunning",
        Fraude = "fraude",
    }
}

impl GrondId {
    /// Openbare orde, nationale veiligheid or 1F (WI H6: a term of one week, retroactive effect).
    #[must_use]
    pub fn is_public_order(self) -> bool {
        matches!(self, Self::OpenbareOrde | Self::NationaleVeiligheid | Self::Artikel1f)
    }

    /// Grounds that allow retroactive effect (WI H6).
    #[must_use]
    pub fn allows_retroactive(self) -> bool {
        self.is_public_order() || self == Self::Fraude
    }
}
