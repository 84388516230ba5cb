//! The person: names, birth, nationality, addresses, representatives.

use super::block;
use crate::case::country::{Country, Nationality};
use crate::case::identifier::{Line, Postcode, VNummer};
use crate::law::date::Date;
use crate::words::words;

block! {
    /// `vreemdeling`.
    struct Vreemdeling at "vreemdeling." in "onder `vreemdeling`" {
        /// V-nummer.
        v_nummer: required VNummer = "V-nummer, tien cijfers",
        /// Family name.
        achternaam: required Line = "achternaam",
        /// First names; absent for people with a single name.
        voornamen: optional Line = "voornamen; weglaten bij wie er geen heeft",
        /// Sex, for the salutation.
        geslacht: required Geslacht as words = "geslacht, voor de aanhef",
        /// Date of birth, as far as the registers know it.
        geboortedatum: required Geboortedatum = "geboortedatum, zover bekend",
        /// Place of birth.
        geboorteplaats: optional Line = "geboorteplaats",
        /// The officer's answer when the registers leave open whether the person is of age. An addition
        /// to the contract of docs/spec/case-format.md.
        meerderjarig: optional bool = "oordeel van de ambtenaar als de geboortedatum het openlaat",
        /// One or more nationalities.
        nationaliteiten: required Vec<Nationality> = "landcodes (ISO 3166-1 alpha-3), `staatloos` of `onbekend`",
        /// Where the letter goes.
        adres: required Adres = "adres, of `onbekend`",
        /// Who acts for a minor.
        wettelijk_vertegenwoordiger: optional WettelijkVertegenwoordiger = "wie voor een minderjarige optreedt",
        /// The lawyer or other representative, who gets a copy (afschrift).
        gemachtigde: optional Gemachtigde = "gemachtigde; krijgt een afschrift",
    }
}

impl Vreemdeling {
    /// `Oleksandr Kovalenko`.
    #[must_use]
    pub fn full_name(&self) -> String {
        match &self.voornamen {
            Some(first) => format!("{first} {}", self.achternaam),
            None => self.achternaam.as_str().to_owned(),
        }
    }
}

words! {
    /// Sex as registered.
    Geslacht { Man = "man", Vrouw = "vrouw", Onbekend = "onbekend", }
}

/// A date of birth as the registers hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Geboortedatum {
    /// `1987-03-09`.
    Day(Date),
    /// `1987-03`.
    Month(i32, u32),
    /// `1987`.
    Year(i32),
    /// `onbekend`.
    Unknown,
}

/// An address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Adres {
    /// In the Netherlands.
    Dutch {
        /// Reception centre or institution where somebody stays (`COA azc Zutphen, unit 12`): a line above the
        /// street.
        locatie: Option<Line>,
        /// Street.
        straat: Line,
        /// House number, digits only in practice.
        huisnummer: Line,
        /// Addition to the house number.
        toevoeging: Option<Line>,
        /// Postcode.
        postcode: Postcode,
        /// Place.
        plaats: Line,
    },
    /// Abroad: the lines as the post there wants them, and the country.
    Foreign {
        /// The lines, without the country.
        regels: Vec<Line>,
        /// The country.
        land: Country,
    },
    /// `onbekend`: the letter can only be handed over.
    Unknown,
}

block! {
    keys Adres at "vreemdeling.adres." in "onder `adres`" {
        locatie = "opvanglocatie of instelling, een regel boven de straat",
        straat = "straat",
        huisnummer = "huisnummer",
        toevoeging = "toevoeging bij het huisnummer",
        postcode = "postcode",
        plaats = "plaats",
        regels = "regels van een adres in het buitenland, zonder naam en land",
        land = "land van een adres in het buitenland",
    }
}

block! {
    /// `wettelijk_vertegenwoordiger`.
    struct WettelijkVertegenwoordiger at "vreemdeling.wettelijk_vertegenwoordiger."
        in "onder `wettelijk_vertegenwoordiger`"
    {
        /// Name.
        naam: required Line = "naam",
        /// Parent or guardian.
        hoedanigheid: required Hoedanigheid as words = "ouder of voogd",
    }
}

words! {
    /// In what capacity a legal representative acts.
    Hoedanigheid { Ouder = "ouder", Voogd = "voogd", }
}

block! {
    /// `gemachtigde` (Awb 2:1).
    struct Gemachtigde at "vreemdeling.gemachtigde." in "onder `gemachtigde`" {
        /// Name.
        naam: required Line = "naam",
        /// Office.
        kantoor: optional Line = "kantoor",
        /// Address; never unknown.
        adres: required Adres = "adres van de gemachtigde",
    }
}
