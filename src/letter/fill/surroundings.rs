//! What lies outside the case: the texts of the organisation and the names of countries.

use crate::case::country::Country;

/// What a letter says that is not in the case.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// Addresses and names of the organisation.
    pub organisation: &'a OrganisationTexts,
    /// The Dutch name of a country with its article: `Nigeria`, `de Verenigde Staten`.
    pub country: fn(Country) -> String,
    /// What is absent becomes a gap in the letter instead of a refusal.
    pub concept: bool,
}

/// The texts of the organisation that stand inside a letter, each on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationTexts {
    /// Name: `Immigratie- en Naturalisatiedienst`.
    pub naam: String,
    /// Phone number.
    pub telefoon: String,
    /// Web address.
    pub website: String,
    /// Where information and advice is to be had, to follow *bij*: `het Juridisch Loket of …`.
    pub rechtshulp: String,
    /// Where a bezwaarschrift goes.
    pub bezwaar_adres: String,
    /// Where a beroepschrift and a request for a voorlopige voorziening go.
    pub beroep_adres: String,
    /// Where a zienswijze goes.
    pub zienswijze_adres: String,
    /// Where to report for asylum.
    pub ter_apel_adres: String,
    /// Who decides, to follow *De*: `minister van Asiel en Migratie`.
    pub minister: String,
    /// Who signs.
    pub ondertekenaar: String,
    /// The function of who signs.
    pub functie: String,
}
