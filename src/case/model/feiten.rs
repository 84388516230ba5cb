//! What is known of the person's situation. Every fact may be absent, which means *onbekend*.

use super::block;
use crate::case::country::Country;
use crate::case::identifier::{Reference, VNummer};
use crate::law::date::Date;
use crate::words::words;

block! {
    /// The block `feiten`.
    #[derive(Default)]
    struct Feiten at "feiten." in "onder `feiten`" {
        /// The strongest document of identity that the person has.
        identiteitsdocument: optional Identiteitsdocument = "welk identificerend document de vreemdeling heeft",
        /// Whether the person is liable for military service in Ukraine.
        dienstplichtig: optional bool = "of de vreemdeling dienstplichtig is in Oekraïne",
        /// The day on which the person last left Ukraine to stay away.
        vertrek_uit_oekraine: optional Date = "dag van vertrek uit Oekraïne",
        /// The day of entry into the European Union.
        inreis_unie: optional Date = "dag van inreis in de Europese Unie",
        /// The day since which the person is in the Netherlands.
        in_nederland_sinds: optional Date = "sinds wanneer de vreemdeling in Nederland is",
        /// The residence right that a derdelander had in Ukraine.
        verblijfsrecht_oekraine: optional VerblijfsrechtOekraine = "verblijfsrecht dat een derdelander in Oekraïne had",
        /// The day on which a derdelander went back to the country of origin.
        terugkeer_herkomstland: optional Date = "dag van terugkeer naar het land van herkomst",
        /// Whether the person went back to Ukraine only for an entry stamp.
        alleen_inreisstempel: optional bool = "of de vreemdeling alleen voor een inreisstempel terugging",
        /// The day of registration in the BRP.
        brp_inschrijving: optional Date = "dag van inschrijving in de BRP",
        /// The day on which protection was granted.
        toegekend_op: optional Date = "dag waarop de bescherming is toegekend",
        /// When that protection ended.
        bescherming_geeindigd_op: optional Date = "dag waarop die bescherming is geëindigd",
        /// A stay outside the Netherlands.
        verblijf_buiten_nederland: optional VerblijfBuitenNederland = "verblijf buiten Nederland",
        /// The country that gave an asylum permit.
        asielstatus_elders: optional Country = "land dat de asielvergunning gaf",
        /// Temporary protection in another member state.
        bescherming_elders: optional BeschermingElders = "tijdelijke bescherming in een ander land",
        /// The family tie on which protection rests or would rest.
        gezinsband: optional Gezinsband = "gezinsband met een beschermde persoon",
        /// The day on which an asylum application was filed.
        asielaanvraag_ingediend: optional Date = "dag waarop asiel is gevraagd",
        /// The appointment at the stickerlocatie.
        afspraak: optional Afspraak = "afspraak bij de stickerlocatie",
        /// That protection was given up for a nareis permit.
        nareis: optional Nareis = "afstand van de bescherming voor een nareisvergunning",
        /// The measures against the person.
        maatregelen: list Maatregel = "maatregelen tegen de vreemdeling",
    }
}

words! {
    /// The strongest document of identity that the person has.
    Identiteitsdocument {
        BiometrischPaspoort = "biometrisch_paspoort" => "biometrisch paspoort",
        BinnenlandsPaspoort = "binnenlands_paspoort" => "binnenlands paspoort",
        IdKaart = "id_kaart" => "identiteitskaart",
        Overig = "overig" => "een ander document met naam en foto",
        VerklaringAmbassade = "verklaring_ambassade" => "verklaring van de ambassade",
        Geen = "geen" => "geen document",
    }
}

block! {
    /// The block `verblijfsrecht_oekraine`.
    struct VerblijfsrechtOekraine at "feiten.verblijfsrecht_oekraine." in "onder `verblijfsrecht_oekraine`" {
        /// Which kind.
        soort: optional SoortVerblijfsrecht = "geen, tijdelijk, permanent of internationale bescherming",
        /// Whether it was valid on the peilmoment.
        geldig_op_peilmoment: optional bool = "of het gold op 23 februari 2022",
    }
}

words! {
    /// Residence right in Ukraine.
    SoortVerblijfsrecht {
        /// None.
        Geen = "geen" => "geen verblijfsrecht in Oekraïne",
        /// A temporary permit.
        Tijdelijk = "tijdelijk" => "een tijdelijke vergunning",
        /// A permanent permit.
        Permanent = "permanent" => "een permanente vergunning",
        /// International or equal national protection (Council Decision (EU) 2022/382 art. 2(1)(b)).
        InternationaleBescherming = "internationale_bescherming" => "internationale bescherming, of nationale bescherming die gelijk is",
    }
}

block! {
    /// The block `verblijf_buiten_nederland`.
    struct VerblijfBuitenNederland at "feiten.verblijf_buiten_nederland." in "onder `verblijf_buiten_nederland`" {
        /// Day of departure.
        van: optional Date = "dag van vertrek",
        /// Day of return; absent = still away.
        tot: optional Date = "dag van terugkeer",
        /// The country of the stay.
        land: optional Country = "land van verblijf",
    }
}

impl VerblijfBuitenNederland {
    /// Whether the person left and is not back yet.
    #[must_use]
    pub const fn lasts(&self) -> bool {
        self.van.is_some() && self.tot.is_none()
    }
}

block! {
    /// The block `bescherming_elders`.
    struct BeschermingElders at "feiten.bescherming_elders." in "onder `bescherming_elders`" {
        /// The member state that gives protection.
        land: optional Country = "lidstaat die bescherming geeft",
        /// The day since which it gives protection.
        sinds: optional Date = "sinds wanneer",
    }
}

block! {
    /// The block `gezinsband`.
    #[derive(Default)]
    struct Gezinsband at "feiten.gezinsband." in "onder `gezinsband`" {
        /// What this person is to the referent.
        relatie: optional Relatie = "wat de vreemdeling van de referent is",
        /// Whether the relation was durable before 24 February 2022.
        duurzaam_voor_peilmoment: optional bool = "of de relatie vóór 24 februari 2022 duurzaam was",
        /// The day on which the relation ended.
        beeindigd_op: optional Date = "dag waarop de relatie eindigde",
        /// Whether a child is unmarried.
        ongehuwd: optional bool = "of het kind ongehuwd is",
        /// Whether the person lived with the family before 24 February 2022.
        samenwonend_voor_peilmoment: optional bool = "of het familielid vóór 24 februari 2022 bij het gezin woonde",
        /// Whether the person depends wholly or largely on the referent.
        afhankelijk: optional bool = "of het familielid van de referent afhankelijk is",
        /// Whether it would be harrowing (schrijnend) to leave the person behind.
        schrijnend: optional bool = "of achterlating schrijnend is",
        /// The protected person on whom the family member relies.
        referent: optional Referent = "de beschermde persoon",
    }
}

words! {
    /// What the person is to the referent.
    Relatie {
        Echtgenoot = "echtgenoot" => "echtgenoot van de referent",
        Partner = "partner" => "partner van de referent",
        MinderjarigKind = "minderjarig_kind" => "minderjarig kind van de referent of diens partner",
        AnderFamilielid = "ander_familielid" => "ander naast familielid van de referent",
        OuderVanKind = "ouder_van_kind" => "ouder van een kind dat beschermd is",
    }
}

block! {
    /// The block `referent`.
    struct Referent at "feiten.gezinsband.referent." in "onder `referent`" {
        /// The V-nummer of the referent.
        v_nummer: optional VNummer = "V-nummer van de referent",
        /// Whether the referent belongs to the doelgroep under a.
        valt_onder_a: optional bool = "of de referent zelf onder de doelgroep valt (onder a)",
    }
}

block! {
    /// The block `afspraak`.
    struct Afspraak at "feiten.afspraak." in "onder `afspraak`" {
        /// The day on which the appointment was made.
        gemaakt_op: required Date = "dag waarop de afspraak is gemaakt",
        /// The day of the appointment itself.
        voor: optional Date = "dag van de afspraak",
        /// Whether the person came, where that day has passed.
        verschenen: optional bool = "of de vreemdeling op de afspraak kwam",
    }
}

block! {
    /// The block `nareis`.
    struct Nareis at "feiten.nareis." in "onder `nareis`" {
        /// The day on which protection was given up.
        afstand_op: optional Date = "dag van de afstand",
        /// The kenmerk of the nareis case.
        kenmerk: optional Reference = "kenmerk van de nareiszaak",
    }
}

block! {
    /// One item of `maatregelen`.
    struct Maatregel at "feiten.maatregelen[]." in "bij een van de `maatregelen`" {
        /// The kind of measure.
        soort: required SoortMaatregel = "welke maatregel",
        /// The country that imposed it.
        opgelegd_door: required Country = "land dat de maatregel oplegde",
        /// The day on which it was imposed.
        datum: optional Date = "dag waarop de maatregel is opgelegd",
        /// The kenmerk of the decision that imposed it.
        kenmerk: optional Reference = "kenmerk van dat besluit",
    }
}

words! {
    /// A measure against the person (WI H3).
    SoortMaatregel {
        /// Entry ban with heavy effects (Vw 66a lid 7).
        InreisverbodZwaar = "inreisverbod_zwaar" => "inreisverbod met zware gevolgen (artikel 66a, zevende lid, Vw)",
        /// Entry ban with light effects (Vw 66a lid 6).
        InreisverbodLicht = "inreisverbod_licht" => "inreisverbod met lichte gevolgen (artikel 66a, zesde lid, Vw)",
        /// Declaration of undesirability (Vw 67).
        Ongewenstverklaring = "ongewenstverklaring" => "ongewenstverklaring (artikel 67 Vw)",
        /// Return decision (Vw 62a).
        Terugkeerbesluit = "terugkeerbesluit" => "terugkeerbesluit (artikel 62a Vw)",
    }
}
