//! The person: names, birth, nationality, addresses, representatives.

use super::words;
use crate::case::country::{Country, Nationality};
use crate::case::identifier::{Line, Postcode, VNummer};
use crate::law::date::Date;

/// `vreemdeling`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vreemdeling {
    /// V-nummer.
    pub v_nummer: VNummer,
    /// Family name.
    pub achternaam: Line,
    /// First names; absent for people with a single name.
    pub voornamen: Option<Line>,
    /// Sex, for the salutation.
    pub geslacht: Geslacht,
    /// Date of birth, as far as the registers know it.
    pub geboortedatum: Geboortedatum,
    /// Place of birth.
    pub geboorteplaats: Option<Line>,
    /// The officer's answer when the registers leave open whether the person is of age. An addition
    /// to the contract of case-format.md.
    pub meerderjarig: Option<bool>,
    /// One or more nationalities.
    pub nationaliteiten: Vec<Nationality>,
    /// Where the letter goes.
    pub adres: Adres,
    /// Who acts for a minor.
    pub wettelijk_vertegenwoordiger: Option<WettelijkVertegenwoordiger>,
    /// The lawyer or other representative, who gets a copy (afschrift).
    pub gemachtigde: Option<Gemachtigde>,
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

/// `wettelijk_vertegenwoordiger`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WettelijkVertegenwoordiger {
    /// Name.
    pub naam: Line,
    /// Parent or guardian.
    pub hoedanigheid: Hoedanigheid,
}

words! {
    /// In what capacity a legal representative acts.
    Hoedanigheid { Ouder = "ouder", Voogd = "voogd", }
}

/// `gemachtigde` (Awb 2:1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gemachtigde {
    /// Name.
    pub naam: Line,
    /// Office.
    pub kantoor: Option<Line>,
    /// Address; never unknown.
    pub adres: Adres,
}
