//! What is known of the person's situation; every field may be absent, which means *onbekend*.

use super::words;
use crate::case::country::Country;
use crate::case::identifier::{Line, VNummer};
use crate::law::date::Date;

/// `feiten`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feiten {
    /// The strongest document of identity.
    pub identiteitsdocument: Option<Identiteitsdocument>,
    /// Liable for military service in Ukraine.
    pub dienstplichtig: Option<bool>,
    /// Last time the person left Ukraine to stay away.
    pub vertrek_uit_oekraine: Option<Date>,
    /// Entry into the Union.
    pub inreis_unie: Option<Date>,
    /// In the Netherlands since.
    pub in_nederland_sinds: Option<Date>,
    /// Residence right in Ukraine of a third-country national.
    pub verblijfsrecht_oekraine: Option<VerblijfsrechtOekraine>,
    /// When a third-country national went back to the country of origin.
    pub terugkeer_herkomstland: Option<Date>,
    /// Went back to Ukraine only for an entry stamp.
    pub alleen_inreisstempel: Option<bool>,
    /// Registration in the BRP.
    pub brp_inschrijving: Option<Date>,
    /// When protection was granted.
    pub toegekend_op: Option<Date>,
    /// A stay outside the Netherlands.
    pub verblijf_buiten_nederland: Option<VerblijfBuitenNederland>,
    /// Country that gave an asylum permit.
    pub asielstatus_elders: Option<Country>,
    /// Temporary protection in another country.
    pub bescherming_elders: Option<BeschermingElders>,
    /// The family tie on which protection rests or would rest.
    pub gezinsband: Option<Gezinsband>,
    /// When an asylum application was filed.
    pub asielaanvraag_ingediend: Option<Date>,
    /// Appointment at the stickerlocatie.
    pub afspraak: Option<Afspraak>,
    /// Protection given up for a nareis permit.
    pub nareis: Option<Nareis>,
    /// Measures against the person.
    pub maatregelen: Vec<Maatregel>,
}

words! {
    /// The strongest document of identity that the person has.
    Identiteitsdocument {
        BiometrischPaspoort = "biometrisch_paspoort",
        BinnenlandsPaspoort = "binnenlands_paspoort",
        IdKaart = "id_kaart",
        Overig = "overig",
        VerklaringAmbassade = "verklaring_ambassade",
        Geen = "geen",
    }
}

/// `verblijfsrecht_oekraine`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerblijfsrechtOekraine {
    /// None, temporary or permanent.
    pub soort: SoortVerblijfsrecht,
    /// Whether it was valid on 23 February 2022.
    pub geldig_op_peilmoment: Option<bool>,
}

words! {
    /// Residence right in Ukraine.
    SoortVerblijfsrecht { Geen = "geen", Tijdelijk = "tijdelijk", Permanent = "permanent", }
}

/// `verblijf_buiten_nederland`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerblijfBuitenNederland {
    /// Day of departure.
    pub van: Date,
    /// Day of return; absent = still away.
    pub tot: Option<Date>,
    /// Where.
    pub land: Option<Country>,
}

/// `bescherming_elders`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BeschermingElders {
    /// Which country.
    pub land: Country,
    /// Since when.
    pub sinds: Option<Date>,
}

/// `gezinsband`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gezinsband {
    /// What this person is to the referent.
    pub relatie: Option<Relatie>,
    /// Durable before 24 February 2022.
    pub duurzaam_voor_peilmoment: Option<bool>,
    /// When the relation ended.
    pub beeindigd_op: Option<Date>,
    /// Not married (a child).
    pub ongehuwd: Option<bool>,
    /// Lived with the family before 24 February 2022.
    pub samenwonend_voor_peilmoment: Option<bool>,
    /// Wholly or largely dependent on the referent.
    pub afhankelijk: Option<bool>,
    /// Leaving this person behind would be harrowing.
    pub schrijnend: Option<bool>,
    /// The protected person.
    pub referent: Option<Referent>,
}

words! {
    /// What the person is to the referent.
    Relatie {
        Echtgenoot = "echtgenoot",
        Partner = "partner",
        MinderjarigKind = "minderjarig_kind",
        AnderFamilielid = "ander_familielid",
        OuderVanKind = "ouder_van_kind",
    }
}

/// `referent`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referent {
    /// V-nummer of the protected person.
    pub v_nummer: Option<VNummer>,
    /// Whether that person falls under category a.
    pub valt_onder_a: Option<bool>,
}

/// `afspraak`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Afspraak {
    /// When it was made.
    pub gemaakt_op: Date,
    /// For which day.
    pub voor: Option<Date>,
}

/// `nareis`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nareis {
    /// When protection was given up.
    pub afstand_op: Date,
    /// Reference of the nareis case.
    pub kenmerk: Option<Line>,
}

/// One of `maatregelen`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maatregel {
    /// Which measure.
    pub soort: SoortMaatregel,
    /// Which country imposed it.
    pub opgelegd_door: Country,
    /// When.
    pub datum: Option<Date>,
    /// Reference of that decision.
    pub kenmerk: Option<Line>,
}

words! {
    /// A measure against the person (WI H3).
    SoortMaatregel {
        /// Entry ban with heavy effects (Vw 66a lid 7).
        InreisverbodZwaar = "inreisverbod_zwaar",
        /// Entry ban with light effects (Vw 66a lid 6).
        InreisverbodLicht = "inreisverbod_licht",
        /// Declaration of undesirability (Vw 67).
        Ongewenstverklaring = "ongewenstverklaring",
        /// Return decision (Vw 62a).
        Terugkeerbesluit = "terugkeerbesluit",
    }
}
