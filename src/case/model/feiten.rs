//! What is known of the person's situation; every field may be absent, which means *onbekend*.

use super::block;
use crate::case::country::Country;
use crate::case::identifier::{Line, VNummer};
use crate::law::date::Date;
use crate::words::words;

block! {
    /// `feiten`.
    #[derive(Default)]
    struct Feiten at "feiten." in "onder `feiten`" {
        /// The strongest document of identity.
        identiteitsdocument: optional Identiteitsdocument as words = "welk identificerend document de vreemdeling heeft",
        /// Liable for military service in Ukraine.
        dienstplichtig: optional bool = "of de vreemdeling dienstplichtig is in Oekraïne",
        /// Last time the person left Ukraine to stay away.
        vertrek_uit_oekraine: optional Date = "dag van vertrek uit Oekraïne",
        /// Entry into the Union.
        inreis_unie: optional Date = "dag van inreis in de Europese Unie",
        /// In the Netherlands since.
        in_nederland_sinds: optional Date = "sinds wanneer de vreemdeling in Nederland is",
        /// Residence right in Ukraine of a third-country national.
        verblijfsrecht_oekraine: optional VerblijfsrechtOekraine = "verblijfsrecht dat een derdelander in Oekraïne had",
        /// When a third-country national went back to the country of origin.
        terugkeer_herkomstland: optional Date = "dag van terugkeer naar het land van herkomst",
        /// Went back to Ukraine only for an entry stamp.
        alleen_inreisstempel: optional bool = "of de vreemdeling alleen voor een inreisstempel terugging",
        /// Registration in the BRP.
        brp_inschrijving: optional Date = "dag van inschrijving in de BRP",
        /// When protection was granted.
        toegekend_op: optional Date = "dag waarop de bescherming is toegekend",
        /// A stay outside the Netherlands.
        verblijf_buiten_nederland: optional VerblijfBuitenNederland = "aantal dagen",
        /// Country that gave an asylum permit.
        asielstatus_elders: optional Country = "land dat de asielvergunning gaf",
        /// Temporary protection in another country.
        bescherming_elders: optional BeschermingElders = "tijdelijke bescherming in een ander land",
        /// The family tie on which protection rests or would rest.
        gezinsband: optional Gezinsband = "gezinsband met een beschermde persoon",
        /// When an asylum application was filed.
        asielaanvraag_ingediend: optional Date = "dag waarop asiel is gevraagd",
        /// Appointment at the stickerlocatie.
        afspraak: optional Afspraak = "afspraak bij de stickerlocatie",
        /// Protection given up for a nareis permit.
        nareis: optional Nareis = "afstand van de bescherming voor een nareisvergunning",
        /// Measures against the person.
        maatregelen: list Maatregel = "maatregelen tegen de vreemdeling",
    }
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

block! {
    /// `verblijfsrecht_oekraine`.
    struct VerblijfsrechtOekraine at "feiten.verblijfsrecht_oekraine." in "onder `verblijfsrecht_oekraine`" {
        /// None, temporary or permanent.
        soort: required SoortVerblijfsrecht as words = "geen, tijdelijk of permanent",
        /// Whether it was valid on the peilmoment.
        geldig_op_peilmoment: optional bool = "of het gold op 23 februari 2022",
    }
}

words! {
    /// Residence right in Ukraine.
    SoortVerblijfsrecht { Geen = "geen", Tijdelijk = "tijdelijk", Permanent = "permanent", }
}

block! {
    /// `verblijf_buiten_nederland`.
    struct VerblijfBuitenNederland at "feiten.verblijf_buiten_nederland." in "onder `verblijf_buiten_nederland`" {
        /// Day of departure.
        van: required Date = "dag van vertrek",
        /// Day of return; absent = still away.
        tot: optional Date = "dag van terugkeer",
        /// Where.
        land: optional Country = "land van verblijf",
    }
}

block! {
    /// `bescherming_elders`.
    struct BeschermingElders at "feiten.bescherming_elders." in "onder `bescherming_elders`" {
        /// Which country.
        land: required Country = "lidstaat die bescherming geeft",
        /// Since when.
        sinds: optional Date = "sinds wanneer",
    }
}

block! {
    /// `gezinsband`.
    #[derive(Default)]
    struct Gezinsband at "feiten.gezinsband." in "onder `gezinsband`" {
        /// What this person is to the referent.
        relatie: optional Relatie as words = "wat de vreemdeling van de referent is",
        /// Durable before the war.
        duurzaam_voor_peilmoment: optional bool = "of de relatie vóór 24 februari 2022 duurzaam was",
        /// When the relation ended.
        beeindigd_op: optional Date = "dag waarop de relatie eindigde",
        /// Not married (a child).
        ongehuwd: optional bool = "of het kind ongehuwd is",
        /// Lived with the family before the war.
        samenwonend_voor_peilmoment: optional bool = "of het familielid vóór 24 februari 2022 bij het gezin woonde",
        /// Wholly or largely dependent on the referent.
        afhankelijk: optional bool = "of het familielid van de referent afhankelijk is",
        /// Leaving this person behind would be harrowing.
        schrijnend: optional bool = "of achterlating schrijnend is",
        /// The protected person.
        referent: optional Referent = "de beschermde persoon",
    }
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

block! {
    /// `referent`.
    struct Referent at "feiten.gezinsband.referent." in "onder `referent`" {
        /// V-nummer of the protected person.
        v_nummer: optional VNummer = "V-nummer van de referent",
        /// Whether that person falls under category a.
        valt_onder_a: optional bool = "of de referent zelf onder de doelgroep valt (onder a)",
    }
}

block! {
    /// `afspraak`.
    struct Afspraak at "feiten.afspraak." in "onder `afspraak`" {
        /// When it was made.
        gemaakt_op: required Date = "dag waarop de afspraak is gemaakt",
        /// For which day.
        voor: optional Date = "dag van de afspraak",
    }
}

block! {
    /// `nareis`.
    struct Nareis at "feiten.nareis." in "onder `nareis`" {
        /// When protection was given up.
        afstand_op: required Date = "dag van de afstand",
        /// Reference of the nareis case.
        kenmerk: optional Line = "kenmerk van de nareiszaak",
    }
}

block! {
    /// One of `maatregelen`.
    struct Maatregel at "feiten.maatregelen[]." in "bij een van de `maatregelen`" {
        /// Which measure.
        soort: required SoortMaatregel as words = "welke maatregel",
        /// Which country imposed it.
        opgelegd_door: required Country = "land dat de maatregel oplegde",
        /// When.
        datum: optional Date = "dag waarop de maatregel is opgelegd",
        /// Reference of that decision.
        kenmerk: optional Line = "kenmerk van dat besluit",
    }
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
