//! The person: names, birth, nationality, addresses, representatives.

use super::block;
use crate::case::country::{Country, Nationality};
use crate::case::identifier::{AddressPart, HouseNumber, Name, Place, Postcode, Street, VNummer};
use crate::law::date::Date;
use crate::words::{Language, held, words};

block! {
    /// The block `vreemdeling`.
    struct Vreemdeling at "vreemdeling." in "onder `vreemdeling`" {
        /// The V-nummer, ten digits.
        v_nummer: required VNummer = "V-nummer, tien cijfers",
        /// The family name.
        achternaam: required Name = "achternaam",
        /// The first names; absent for a person with a single name.
        voornamen: optional Name = "voornamen; weglaten bij wie er geen heeft",
        /// The sex, for the salutation.
        geslacht: required Geslacht = "geslacht, voor de aanhef",
        /// The date of birth, as far as the registers know it.
        geboortedatum: required Geboortedatum = "geboortedatum, zover bekend",
        /// The place of birth.
        geboorteplaats: optional Place = "geboorteplaats",
        /// The officer's answer, where the date of birth leaves open whether the person is of age.
        meerderjarig: optional bool = "oordeel van de ambtenaar als de geboortedatum het openlaat",
        /// One or more nationalities.
        nationaliteiten: required Vec<Nationality> = "nationaliteiten: landcodes (ISO 3166-1 alpha-3), `staatloos` of `onbekend`",
        /// The address to which the letter goes.
        adres: required Adres = "adres, of `onbekend`",
        /// The language of the page behind the letter, for who does not read Dutch.
        taal: optional Language = "taal van de bladzijde achter de brief, voor wie geen Nederlands leest",
        /// The parent or guardian who acts for a minor.
        wettelijk_vertegenwoordiger: optional WettelijkVertegenwoordiger = "wie voor een minderjarige optreedt",
        /// The lawyer or other representative, who gets an afschrift.
        gemachtigde: optional Gemachtigde = "gemachtigde; krijgt een afschrift",
    }
}

impl Vreemdeling {
    /// The first names and the family name: `Oleksandr Kovalenko`.
    #[must_use]
    pub fn full_name(&self) -> String {
        match &self.voornamen {
            Some(first) => format!("{first} {}", self.achternaam),
            None => self.achternaam.as_str().to_owned(),
        }
    }
}

words! {
    /// The sex as the registers hold it.
    Geslacht {
        Man = "man" => "de brief begint met “Geachte heer”",
        Vrouw = "vrouw" => "de brief begint met “Geachte mevrouw”",
        Onbekend = "onbekend" => "de brief begint met “Geachte heer of mevrouw”",
    }
}

/// A date of birth as the registers hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Geboortedatum {
    /// The day is known: `1987-03-09`.
    Day(Date),
    /// The year and the month are known: `1987-03`.
    Month(i32, u32),
    /// Only the year is known: `1987`.
    Year(i32),
    /// Nothing is known: `onbekend`.
    Unknown,
}

held! {
    BirthDate: Geboortedatum;
}

/// An address, of the person or of the gemachtigde.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Adres {
    /// An address in the Netherlands.
    Dutch {
        /// Reception centre or institution where somebody stays (`COA azc Zutphen, unit 12`): a line above the
        /// street.
        locatie: Option<Place>,
        /// The street.
        straat: Option<Street>,
        /// The house number of the street.
        huisnummer: Option<HouseNumber>,
        /// The addition to the house number.
        toevoeging: Option<AddressPart>,
        /// The postcode.
        postcode: Postcode,
        /// The place.
        plaats: Place,
    },
    /// An address abroad: the lines as the post of that country wants them, and the country.
    Foreign {
        /// The lines, without the name and the country.
        regels: Vec<AddressPart>,
        /// The country.
        land: Country,
    },
    /// `onbekend`: the letter can only be handed over.
    Unknown,
}

impl Adres {
    /// Whether it is known to be outside the Netherlands.
    #[must_use]
    pub fn is_abroad(&self) -> bool {
        matches!(self, Self::Foreign { land, .. } if *land != Country::NETHERLANDS)
    }
}

block! {
    keys Adres at "vreemdeling.adres." in "onder `adres`" {
        locatie: optional Place = "opvanglocatie, instelling of plek zonder huisnummer, een regel boven de straat",
        straat: optional Street = "straat; mag weg naast `locatie`",
        huisnummer: optional HouseNumber = "huisnummer, 1 tot en met 99999; mag weg naast `locatie`",
        toevoeging: optional AddressPart = "letter of toevoeging bij het huisnummer",
        postcode: optional Postcode = "postcode",
        plaats: optional Place = "plaats",
        regels: list AddressPart = "regels van een adres in het buitenland, zonder naam en land",
        land: optional Country = "land van een adres in het buitenland",
    }
}

block! {
    /// The block `wettelijk_vertegenwoordiger`.
    struct WettelijkVertegenwoordiger at "vreemdeling.wettelijk_vertegenwoordiger."
        in "onder `wettelijk_vertegenwoordiger`"
    {
        /// The name of the representative.
        naam: required Name = "naam",
        /// Whether the representative is a parent, a guardian (voogd), or the curator of an adult.
        hoedanigheid: required Hoedanigheid = "ouder, voogd of curator",
    }
}

words! {
    /// In what capacity a legal representative acts.
    Hoedanigheid {
        /// Parent of a minor.
        Ouder = "ouder" => "ouder van een minderjarige",
        /// Guardian of a minor.
        Voogd = "voogd" => "voogd van een minderjarige",
        /// Of an adult under curatele (BW 1:378).
        Curator = "curator" => "curator van een meerderjarige",
    }
}

block! {
    /// The block `gemachtigde` (Awb 2:1).
    struct Gemachtigde at "vreemdeling.gemachtigde." in "onder `gemachtigde`" {
        /// The name of the gemachtigde.
        naam: required Name = "naam",
        /// The office where the gemachtigde works.
        kantoor: optional Name = "kantoor",
        /// The address; never unknown, which the reader checks.
        adres: required Adres = "adres van de gemachtigde",
    }
}
