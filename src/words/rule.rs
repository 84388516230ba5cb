//! The ids of the rows of the tables: `stickerlocatie.weigering`, `grond.fraude`, `termijn.bezwaar`.
//!
//! A rule that code names is a variant. When the tables are read, a row with an unknown id is refused, and
//! so is a table in which an id has no row. What a rule says stands in its row.

use super::{Condition, GroundId, LimitId, TermKind, TermSubject, words};
use serde::de::{Deserialize, Deserializer, Error};
use std::fmt;

words! {
    /// A rule of decision (`rules.yaml`).
    Rule {
        RtbInWerking = "rtb.in_werking",
        RtbDuur = "rtb.duur",
        DatumDagtekening = "datum.dagtekening",
        DatumStap = "datum.stap",
        DatumGeboorte = "datum.geboorte",
        DatumFeit = "datum.feit",
        DatumToekenning = "datum.toekenning",
        DatumVerblijfBuitenNederland = "datum.verblijf_buiten_nederland",
        DatumVolgorde = "datum.volgorde",
        PersoonMinderjarig = "persoon.minderjarig",
        PersoonStaatloos = "persoon.staatloos",
        PersoonNederlander = "persoon.nederlander",
        PersoonVertegenwoordiger = "persoon.vertegenwoordiger",
        BekendmakingAdres = "bekendmaking.adres",
        BekendmakingAnders = "bekendmaking.anders",
        BriefVorm = "brief.vorm",
        TaalOekraiens = "taal.uk",
        TaalRussisch = "taal.ru",
        TaalEngels = "taal.en",
        Afwijking = "afwijking",
        AntwoordAmbtenaar = "antwoord.ambtenaar",
        InvoerZonderGevolg = "invoer.zonder_gevolg",
        MaatwerkKorteVakantie = "maatwerk.korte_vakantie",
        MaatwerkDuurzameVestiging = "maatwerk.duurzame_vestiging",
        StickerlocatieToekenning = "stickerlocatie.toekenning",
        ToekenningVoorwaarde = "toekenning.voorwaarde",
        ToekenningDocument = "toekenning.document",
        ToekenningVertrekOnbekend = "toekenning.verblijf_onbekend",
        ToekenningBeschermingLoopt = "toekenning.bescherming_loopt",
        ToekenningNareis = "toekenning.nareis",
        ToekenningA5ZonderBand = "toekenning.a5_zonder_band",
        GrondVoorDerdelander = "weigering.grond_voor_derdelander",
        WoordenOverConsulaat = "weigering.consulaat",
        VerblijfZonderArtikel = "herbeoordeling.verblijf_zonder_artikel",
        BeschermingLoopt = "bescherming.loopt",
        BeschermingInternationaal = "bescherming.internationaal",
        StickerlocatieWeigering = "stickerlocatie.weigering",
        StickerlocatieNaderOnderzoek = "stickerlocatie.nader_onderzoek",
        OpschortingAanvulling = "opschorting.aanvulling",
        OpschortingInformatieBuitenland = "opschorting.informatie_buitenland",
        OpschortingNaderOnderzoek = "opschorting.nader_onderzoek",
        WeigeringGeenToets8Evrm = "weigering.geen_toets_8_evrm",
        RegulierGeenWeigeringsgrond = "regulier.geen_weigeringsgrond",
        TerApelMelden = "ter_apel.melden",
        TerApelMeldenBijAsielwens = "ter_apel.melden_bij_asielwens",
        TerApelMeldenZonderTermijn = "ter_apel.melden_zonder_termijn",
        TerApelNietNodig = "ter_apel.niet_nodig",
        TerApelNietVoorEuBurgers = "ter_apel.niet_voor_eu_burgers",
        TerApelM35h = "ter_apel.m35h",
        OpheffingZwaarInreisverbod = "opheffing.zwaar_inreisverbod",
        OpheffingMotivering = "opheffing.motivering",
        OpheffingLichtInreisverbod = "opheffing.licht_inreisverbod",
        OpheffingOngewenstverklaring = "opheffing.ongewenstverklaring",
        OpheffingTerugkeerbesluitOpgeschort = "opheffing.terugkeerbesluit_opgeschort",
        OpheffingAlleenTerugkeerbesluit = "opheffing.alleen_terugkeerbesluit",
        OpheffingAndereLidstaat = "opheffing.andere_lidstaat",
        OpheffingGeenMaatregel = "opheffing.geen_maatregel",
        BewijsStickerPaspoort = "bewijs.sticker_paspoort",
        BewijsDienstplichtige = "bewijs.dienstplichtige",
        BewijsStickerInlegvel = "bewijs.sticker_inlegvel",
        BewijsODocument = "bewijs.o_document",
        BewijsODocumentDerdelander = "bewijs.o_document_derdelander",
        BewijsOnder14 = "bewijs.onder_14",
        TriagePositief = "triage.positief",
        TriageNegatief = "triage.negatief",
        TerugkeerbesluitOpgelegd = "terugkeerbesluit.opgelegd",
        TerugkeerbesluitGeen = "terugkeerbesluit.geen",
        TerugkeerbesluitLand = "terugkeerbesluit.land",
        TerugkeerbesluitMotivering = "terugkeerbesluit.motivering",
        TerugkeerbesluitAdequateOpvang = "terugkeerbesluit.adequate_opvang",
        TerugkeerbesluitAmbtenaarBeslist = "terugkeerbesluit.ambtenaar_beslist",
        TerugkeerbesluitAchterwege = "terugkeerbesluit.achterwege",
        TerugkeerbesluitAsielwens = "terugkeerbesluit.asielwens",
        TerugkeerbesluitAndereVerblijfsgrond = "terugkeerbesluit.andere_verblijfsgrond",
        TerugkeerbesluitTerugkeerbeletsel = "terugkeerbesluit.terugkeerbeletsel",
        TerugkeerbesluitVeiligDerdeLand = "terugkeerbesluit.veilig_derde_land",
        TerugkeerbesluitEuBurger = "terugkeerbesluit.eu_burger",
        TerugkeerbesluitNietVertrokken = "terugkeerbesluit.niet_vertrokken",
        TerugkeerbesluitVertrektermijnNul = "terugkeerbesluit.vertrektermijn_nul",
        TerugkeerbesluitVertrektermijnKorter = "terugkeerbesluit.vertrektermijn_korter",
        GrensWeigering = "grens.weigering",
        GrensGeenBeroepOpRtb = "grens.geen_beroep_op_rtb",
        GrensDoorverwijzing = "grens.doorverwijzing",
        GrensMinderjarige = "grens.minderjarige",
        GrensEuBurger = "grens.eu_burger",
        GrensGezinsbandNietAannemelijk = "grens.gezinsband_niet_aannemelijk",
        GrensEersteBeroep = "grens.eerste_beroep",
        NietGemeldBuitenBehandeling = "niet_gemeld.buiten_behandeling",
        NietGemeldAfspraakGemaakt = "niet_gemeld.afspraak_gemaakt",
        NietGemeldNietVerschenen = "niet_gemeld.niet_verschenen",
        NietGemeldAfspraakTeLaat = "niet_gemeld.afspraak_te_laat",
        NietGemeldJongKind = "niet_gemeld.jong_kind",
        NietGemeldEerdereAsielaanvraag = "niet_gemeld.eerdere_asielaanvraag",
        NietGemeldHerstel = "niet_gemeld.herstel",
        NietGemeldZonderHerstel = "niet_gemeld.zonder_herstel",
        HerbeoordelingSoort = "herbeoordeling.soort",
        HerbeoordelingIntrekking = "herbeoordeling.intrekking",
        HerbeoordelingBeeindiging = "herbeoordeling.beeindiging",
        HerbeoordelingVoornemen = "herbeoordeling.voornemen",
        HerbeoordelingAanvullendVoornemen = "herbeoordeling.aanvullend_voornemen",
        HerbeoordelingBesluit = "herbeoordeling.besluit",
        HerbeoordelingZienswijze = "herbeoordeling.zienswijze",
        HerbeoordelingZienswijzeOpTijd = "herbeoordeling.zienswijze_op_tijd",
        HerbeoordelingVoorEindeTermijn = "herbeoordeling.voor_einde_termijn",
        HerbeoordelingNieuweVerklaringen = "herbeoordeling.nieuwe_verklaringen",
        HerbeoordelingBinnenVoornemen = "herbeoordeling.binnen_voornemen",
        HerbeoordelingOpVerzoek = "herbeoordeling.op_verzoek",
        HerbeoordelingAnderOordeel = "herbeoordeling.ander_oordeel",
        HerbeoordelingVanRechtswegeGeeindigd = "herbeoordeling.van_rechtswege_geeindigd",
        HerbeoordelingIngangsdatum = "herbeoordeling.ingangsdatum",
        HerbeoordelingIngangVoorBekendmaking = "herbeoordeling.ingang_voor_bekendmaking",
        HerbeoordelingDataGronden = "herbeoordeling.data_gronden",
        HerbeoordelingStickerVervalt = "herbeoordeling.sticker_vervalt",
        HerbeoordelingGeenTerugkeerbesluit = "herbeoordeling.geen_terugkeerbesluit",
        HerbeoordelingTerugkeerbesluitNaAsielbesluit = "herbeoordeling.terugkeerbesluit_na_asielbesluit",
        HerbeoordelingAsielbesluit = "herbeoordeling.asielbesluit",
        HerbeoordelingAsielbesluitSamenhang = "herbeoordeling.asielbesluit_samenhang",
        MaatregelHerleeft = "maatregel.herleeft",
        MaatregelTerugkeerbesluitHerleeft = "maatregel.terugkeerbesluit_herleeft",
        MaatregelBlijftGelden = "maatregel.blijft_gelden",
        GevolgenWerk = "gevolgen.werk",
        GevolgenOpvang = "gevolgen.opvang",
        BeroepBlijftGelden = "beroep.blijft_gelden",
        KostenGeenGriffierecht = "kosten.geen_griffierecht",
        KostenGriffierecht = "kosten.griffierecht",
    }
}

words! {
    /// A remedy (`remedies.yaml`); which letter and which case it is for stands in its row.
    Remedy as "rechtsmiddel." {
        Weigeringsbesluit = "weigeringsbesluit",
        WeigeringsbesluitMetTerugkeerbesluit = "weigeringsbesluit_met_terugkeerbesluit",
        Opschortingsbrief = "opschortingsbrief",
        VoornemenIntrekking = "voornemen_intrekking",
        VoornemenBeeindiging = "voornemen_beeindiging",
        AanvullendVoornemen = "aanvullend_voornemen",
        Intrekkingsbesluit = "intrekkingsbesluit",
        IntrekkingsbesluitOpenbareOrde = "intrekkingsbesluit_openbare_orde",
        IntrekkingsbesluitGemengd = "intrekkingsbesluit_gemengd",
        Beeindigingsbesluit = "beeindigingsbesluit",
        BeeindigingsbesluitOpenbareOrde = "beeindigingsbesluit_openbare_orde",
        BeeindigingsbesluitGemengd = "beeindigingsbesluit_gemengd",
        BeeindigingsbesluitOpVerzoek = "beeindigingsbesluit_op_verzoek",
        OpheffingInreisverbod = "opheffing_inreisverbod",
        OpheffingOngewenstverklaring = "opheffing_ongewenstverklaring",
        Buitenbehandelingstelling = "buitenbehandelingstelling",
    }
}

/// The id of a row of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleId {
    /// A rule of decision (`rules.yaml`).
    Rule(Rule),
    /// A condition of the target group (`rules.yaml`).
    Condition(Condition),
    /// A ground (`grounds.yaml`).
    Ground(GroundId),
    /// A remedy (`remedies.yaml`).
    Remedy(Remedy),
    /// A term (`terms.yaml`).
    Term(TermSubject),
    /// A limit (`limits.yaml`).
    Limit(LimitId),
}

impl RuleId {
    /// The id as the tables write it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.word(),
            Self::Condition(condition) => condition.rule_word(),
            Self::Ground(ground) => ground.rule_word(),
            Self::Remedy(remedy) => remedy.rule_word(),
            Self::Term(term) => term.rule_word(),
            Self::Limit(limit) => limit.rule_word(),
        }
    }

    /// The id with this word; `None` when there is no such id.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::all().find(|id| id.word() == word)
    }

    /// Every id: rules, conditions, grounds, remedies, terms, limits.
    pub fn all() -> impl Iterator<Item = Self> {
        let rules = Rule::ALL.iter().copied().map(Self::Rule);
        let conditions = Condition::ALL.iter().copied().map(Self::Condition);
        let grounds = GroundId::ALL.iter().copied().map(Self::Ground);
        let remedies = Remedy::ALL.iter().copied().map(Self::Remedy);
        let terms = TermSubject::all().map(Self::Term);
        let limits = LimitId::ALL.iter().copied().map(Self::Limit);
        rules.chain(conditions).chain(grounds).chain(remedies).chain(terms).chain(limits)
    }
}

macro_rules! part_of_rule_id {
    ($($part:ident => $variant:ident,)+) => {
        $(impl From<$part> for RuleId {
            fn from(part: $part) -> Self {
                Self::$variant(part)
            }
        })+
    };
}
part_of_rule_id! {
    Rule => Rule,
    Condition => Condition,
    GroundId => Ground,
    Remedy => Remedy,
    TermSubject => Term,
    LimitId => Limit,
}

impl From<TermKind> for RuleId {
    fn from(kind: TermKind) -> Self {
        Self::Term(TermSubject::Kind(kind))
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl<'de> Deserialize<'de> for RuleId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Self::from_word(&word).ok_or_else(|| D::Error::custom(format!("de id `{word}` is onbekend")))
    }
}
