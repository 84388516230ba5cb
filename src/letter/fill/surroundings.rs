//! What lies outside the case: the texts of the organisation and the names of countries.

use crate::case::country::Country;

/// What is needed to fill a letter and is not in the case.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// The names and the addresses of the organisation.
    pub organisation: &'a OrganisationTexts,
    /// Gives the Dutch name of a country with its article: `Nigeria`, `de Verenigde Staten`.
    pub country: fn(Country) -> String,
    /// Whether a concept is made: what is absent then becomes a gap in the text instead of an error.
    pub concept: bool,
}

/// The texts of the organisation that stand inside a letter, each on one line.
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
    /// The address for a bezwaarschrift.
    pub bezwaar_adres: String,
    /// The address for a beroepschrift and for a request for a voorlopige voorziening.
    pub beroep_adres: String,
    /// The address for a zienswijze.
    pub zienswijze_adres: String,
    /// The address in Ter Apel where people report who want asylum.
    pub ter_apel_adres: String,
    /// Who decides, to follow *De*: `minister van Asiel en Migratie`.
    pub minister: String,
    /// The name of the person who signs.
    pub ondertekenaar: String,
    /// The function of the person who signs.
    pub functie: String,
}
