//! The keys of every block of the case file, in the order of case-format.md.
//!
//! One table, because an unknown key is only half an error: the other half is where it does belong.

use crate::case::model::{GrondId, SoortStap};

/// The keys of one kind of block.
#[derive(Debug)]
pub(super) struct Keys {
    /// Where such a block stands, for hints: "onder `feiten`".
    pub(super) home: &'static str,
    /// The keys.
    pub(super) keys: &'static [&'static str],
}

impl Keys {
    /// Whether the block has this key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.keys.contains(&key)
    }
}

macro_rules! keys {
    ($($name:ident: $home:literal [$($key:literal),* $(,)?];)*) => {
        $(pub(super) static $name: Keys = Keys { home: $home, keys: &[$($key),*] };)*
        /// Every kind of block.
        pub(super) static ALL: &[&Keys] = &[$(&$name),*];
    };
}

keys! {
    ROOT: "bovenaan" ["zaak", "bekendmaking", "vreemdeling", "feiten", "stap", "afwijking"];
    ZAAK: "onder `zaak`" ["kenmerk", "behandelaar", "dagtekening"];
    BEKENDMAKING: "onder `bekendmaking`" ["wijze", "datum"];
    VREEMDELING: "onder `vreemdeling`" [
        "v_nummer", "achternaam", "voornamen", "geslacht", "geboortedatum", "geboorteplaats", "meerderjarig",
        "nationaliteiten", "adres", "wettelijk_vertegenwoordiger", "gemachtigde",
    ];
    ADRES: "onder `adres`" [
        "locatie", "straat", "huisnummer", "toevoeging", "postcode", "plaats", "regels", "land",
    ];
    WETTELIJK_VERTEGENWOORDIGER: "onder `wettelijk_vertegenwoordiger`" ["naam", "hoedanigheid"];
    GEMACHTIGDE: "onder `gemachtigde`" ["naam", "kantoor", "adres"];
    FEITEN: "onder `feiten`" [
        "identiteitsdocument", "dienstplichtig", "vertrek_uit_oekraine", "inreis_unie", "in_nederland_sinds",
        "verblijfsrecht_oekraine", "terugkeer_herkomstland", "alleen_inreisstempel", "brp_inschrijving",
        "toegekend_op", "verblijf_buiten_nederland", "asielstatus_elders", "bescherming_elders", "gezinsband",
        "asielaanvraag_ingediend", "afspraak", "nareis", "maatregelen",
    ];
    VERBLIJFSRECHT: "onder `verblijfsrecht_oekraine`" ["soort", "geldig_op_peilmoment"];
    VERBLIJF_BUITEN: "onder `verblijf_buiten_nederland`" ["van", "tot", "land"];
    BESCHERMING_ELDERS: "onder `bescherming_elders`" ["land", "sinds"];
    GEZINSBAND: "onder `gezinsband`" [
        "relatie", "duurzaam_voor_peilmoment", "beeindigd_op", "ongehuwd", "samenwonend_voor_peilmoment",
        "afhankelijk", "schrijnend", "referent",
    ];
    REFERENT: "onder `referent`" ["v_nummer", "valt_onder_a"];
    AFSPRAAK: "onder `afspraak`" ["gemaakt_op", "voor"];
    NAREIS: "onder `nareis`" ["afstand_op", "kenmerk"];
    MAATREGEL: "bij een van de `maatregelen`" ["soort", "opgelegd_door", "datum", "kenmerk"];
    STICKERLOCATIE: "bij stap `stickerlocatie`" [
        "soort", "datum", "locatie", "uitkomst", "gronden", "opschorting", "maatwerk",
    ];
    TRIAGE: "bij stap `triage`" [
        "soort", "datum", "gemeente", "uitkomst", "gronden", "asielwens", "andere_verblijfsgrond",
        "terugkeerbeletsel", "land_van_terugkeer", "veilig_derde_land", "terugkeerbesluit", "vertrektermijn",
    ];
    GRENS: "bij stap `grens`" [
        "soort", "datum", "doorlaatpost", "beroep_op_rtb", "asielaanvraag", "doorverwijzing", "gronden",
        "eerste_beroep", "gezinsband_aannemelijk",
    ];
    NIET_GEMELD: "bij stap `niet_gemeld`" [
        "soort", "datum", "andere_verblijfsgrond", "terugkeerbeletsel", "land_van_terugkeer",
        "veilig_derde_land", "terugkeerbesluit", "vertrektermijn",
    ];
    HERBEOORDELING: "bij stap `herbeoordeling`" [
        "soort", "fase", "datum", "melding", "voldoet_niet_sinds", "ingangsdatum", "gronden", "voornemen",
        "zienswijze", "aanvullend_voornemen", "gehoor", "asielbesluit", "andere_verblijfsgrond",
        "terugkeerbeletsel", "land_van_terugkeer", "veilig_derde_land", "terugkeerbesluit", "vertrektermijn",
    ];
    STAP: "onder `stap`" ["soort", "datum"];
    OPSCHORTING: "onder `opschorting`" [
        "grond", "instantie", "strafmaatvergelijking", "gevraagd", "uiterlijk", "motivering",
    ];
    MAATWERK: "onder `maatwerk`" ["soort", "motivering"];
    TERUGKEERBESLUIT: "onder `terugkeerbesluit`" ["achterwege", "reden"];
    VERTREKTERMIJN: "onder `vertrektermijn`" ["weken", "motivering"];
    MELDING: "onder `melding`" ["van", "datum"];
    VOORNEMEN: "onder `voornemen`" ["datum"];
    ZIENSWIJZE: "onder `zienswijze`" ["ontvangen", "samenvatting", "reactie", "leidt_tot_ander_oordeel"];
    AANVULLEND_VOORNEMEN: "onder `aanvullend_voornemen`" ["datum", "zienswijze"];
    GEHOOR: "onder `gehoor`" ["datum", "nieuwe_verklaringen", "aanleiding", "samenvatting"];
    ASIELBESLUIT: "onder `asielbesluit`" [
        "kenmerk", "datum", "terugkeerbesluit", "inreisverbod", "signalering", "volgt_later", "reden",
    ];
    GROND: "bij een grond" ["grond", "motivering"];
    GROND_OPENBARE_ORDE: "bij grond `openbare_orde`" [
        "grond", "motivering", "veroordeling", "europees_criterium", "evenredigheid", "strafmaatvergelijking",
    ];
    GROND_EVENREDIGHEID: "bij grond `artikel_1f` of `nationale_veiligheid`" [
        "grond", "motivering", "evenredigheid",
    ];
    GROND_ONTBREKEND: "bij grond `voorwaarden_niet_aangetoond`" ["grond", "motivering", "ontbrekend"];
    VEROORDELING: "onder `veroordeling`" ["misdrijf", "onherroepelijk_op", "land", "straf"];
    AFWIJKING: "onder `afwijking`" ["reden", "akkoord"];
}

/// The keys of `stap`, by its `soort`.
pub(super) fn of_step(soort: SoortStap) -> &'static Keys {
    match soort {
        SoortStap::Stickerlocatie => &STICKERLOCATIE,
        SoortStap::Triage => &TRIAGE,
        SoortStap::Grens => &GRENS,
        SoortStap::NietGemeld => &NIET_GEMELD,
        SoortStap::Herbeoordeling => &HERBEOORDELING,
    }
}

/// The keys of one of `gronden`, by its `grond` (case-format.md, ground details).
pub(super) fn of_ground(grond: GrondId) -> &'static Keys {
    match grond {
        GrondId::OpenbareOrde => &GROND_OPENBARE_ORDE,
        GrondId::Artikel1f | GrondId::NationaleVeiligheid => &GROND_EVENREDIGHEID,
        GrondId::VoorwaardenNietAangetoond => &GROND_ONTBREKEND,
        _ => &GROND,
    }
}
