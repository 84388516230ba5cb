//! What lies outside the case: the texts of the organisation and the names of countries.

use crate::case::country::Country;
use crate::words::Language;

/// What is needed to fill a letter and is not in the case.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// The names and the addresses of the organisation.
    pub organisation: &'a OrganisationTexts,
    /// Gives the Dutch name of a country with its article: `Nigeria`, `de Verenigde Staten`.
    pub country: fn(Country) -> String,
    /// Gives the name of a country in another language.
    pub country_in: fn(Country, Language) -> &'static str,
    /// Whether a concept is made: what is absent then becomes a gap in the text instead of an error.
    pub concept: bool,
}

/// An address inside a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// The lines below each other.
    pub lines: String,
    /// The lines one after the other, with commas.
    pub line: String,
    /// The digital address, if there is one.
    pub digital: Option<String>,
}

/// The texts of the organisation that stand inside a letter, each on one line but the addresses and the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationTexts {
    /// The name: `Immigratie- en Naturalisatiedienst`.
    pub naam: String,
    /// The phone number.
    pub telefoon: String,
    /// The web address.
    pub website: String,
    /// Where people get information and advice, to follow *bij*: `het Juridisch Loket of …`.
    pub rechtshulp: String,
    /// The phone number for calls from abroad.
    pub telefoon_buitenland: Option<String>,
    /// When the phone is answered.
    pub openingstijden: Option<String>,
    /// Who helps, an item of a list for each.
    pub hulp: Option<String>,
    /// The same by their names alone.
    pub helpers: Option<String>,
    /// The post address.
    pub post: Destination,
    /// Where a bezwaarschrift goes.
    pub bezwaar: Destination,
    /// Where a beroepschrift and a request for a voorlopige voorziening go.
    pub beroep: Destination,
    /// Where a zienswijze goes.
    pub zienswijze: Destination,
    /// Where people report who want asylum.
    pub ter_apel: Destination,
    /// Who decides, to follow *De*: `minister van Asiel en Migratie`.
    pub minister: String,
    /// The name of the person who signs.
    pub ondertekenaar: String,
    /// The function of the person who signs.
    pub functie: String,
}
