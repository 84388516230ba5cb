//! The house style: the block `huisstijl` of `organisatie.yaml`.
//!
//! This is only the data of the block. The command line reads the files that it names, and `render` checks whether a
//! colour, a font or a window can be used.

use super::setting::{Setting, SettingHolds, settings};
use super::text_line::TextLine;
use crate::words::Vocabulary;
use serde::de::{Deserialize, Deserializer, Error};

settings! {
    /// The block `huisstijl`; for an absent key the default of the program is used.
    #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
    #[serde(deny_unknown_fields, default)]
    pub struct Huisstijl {
        /// The colour of the name, of headings and of the line in the running header.
        #[serde(deserialize_with = "written")]
        accentkleur: written Rgb = "kleur van de naam boven de brief en van de kopjes",
        /// The fonts of the organisation.
        #[serde(deserialize_with = "written")]
        lettertype: written Lettertype = "eigen lettertype: twee TrueType-bestanden",
        /// The file of the logo (PNG or SVG), next to `organisatie.yaml`.
        #[serde(deserialize_with = "written")]
        logo: written TextLine = "bestand van het logo (PNG of SVG)",
        /// The height of the logo.
        #[serde(deserialize_with = "written")]
        logo_hoogte: written Millimeter = "hoogte van het logo, in millimeters",
        /// The stationery.
        #[serde(deserialize_with = "written")]
        briefpapier: written Briefpapier = "PDF-bestanden onder de bladzijden",
        /// The address window of the envelope.
        #[serde(deserialize_with = "written")]
        venster: written Venster = "venster van de envelop",
    }
}

settings! {
    /// The block `lettertype`: the files of two TrueType fonts; both are required.
    #[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
    #[serde(deny_unknown_fields)]
    pub struct Lettertype {
        /// The font of running text.
        gewoon: required TextLine = "bestand van het gewone lettertype",
        /// The font of headings and labels.
        vet: required TextLine = "bestand van het vette lettertype",
    }
}

settings! {
    /// The block `briefpapier`: the PDF files that are placed under the pages.
    #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
    #[serde(deny_unknown_fields, default)]
    pub struct Briefpapier {
        /// The file under the first page.
        #[serde(deserialize_with = "written")]
        eerste: written TextLine = "bestand onder de eerste bladzijde",
        /// The file under all other pages.
        #[serde(deserialize_with = "written")]
        vervolg: written TextLine = "bestand onder de volgende bladzijden",
    }
}

settings! {
    /// The block `venster`: where the envelope shows the address.
    #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
    #[serde(deny_unknown_fields, default)]
    pub struct Venster {
        /// The envelope whose window it is; the measures beside it go before those of the profile.
        #[serde(deserialize_with = "written", skip_serializing_if = "Option::is_none")]
        profiel: written Profiel = "envelop bij naam; eigen maten ernaast gaan voor",
        /// The distance from the left of the page to the left of the window.
        #[serde(deserialize_with = "written")]
        links: written Millimeter = "afstand tot de linkerrand van het papier, in millimeters",
        /// The distance from the top of the page to the top of the window.
        #[serde(deserialize_with = "written")]
        boven: written Millimeter = "afstand tot de bovenrand van het papier, in millimeters",
        /// The width of the window.
        #[serde(deserialize_with = "written")]
        breedte: written Millimeter = "breedte, in millimeters",
        /// The height of the window.
        #[serde(deserialize_with = "written")]
        hoogte: written Millimeter = "hoogte, in millimeters",
    }
}

/// A kind of envelope whose window the program knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Profiel {
    /// EA5/6, 110 by 220 mm: an A4 sheet folded in three.
    #[serde(rename = "ea5-6")]
    Ea56,
    /// DL, which is as large as EA5/6.
    Dl,
    /// C5, 162 by 229 mm: an A4 sheet folded once.
    C5,
}

impl Profiel {
    /// All profiles.
    pub const ALL: [Self; 3] = [Self::Ea56, Self::Dl, Self::C5];

    /// Its name in `organisatie.yaml`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ea56 => "ea5-6",
            Self::Dl => "dl",
            Self::C5 => "c5",
        }
    }
}

/// A colour: its red, green and blue, written as `"#154273"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Rgb(pub [u8; 3]);

/// A length in tenths of a millimetre, written in millimetres with at most one decimal, from 0 to 300.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Millimeter(pub i64);

/// Reads a key that may be absent but may not be empty. In `accentkleur: #154273`, without quotes, YAML reads the
/// colour as a comment; that must be an error, and not mean that there is no colour.
fn written<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl Setting for Profiel {
    const HOLDS: SettingHolds = SettingHolds::Words(&Vocabulary {
        words: &[Self::Ea56.word(), Self::Dl.word(), Self::C5.word()],
        meanings: &[
            "EA5/6: een vel A4, in drieën gevouwen",
            "DL, zo groot als EA5/6",
            "C5: een vel A4, één keer gevouwen",
        ],
        family: None,
    });
}

impl Setting for Rgb {
    const HOLDS: SettingHolds = SettingHolds::Colour;
}

impl Setting for Millimeter {
    const HOLDS: SettingHolds = SettingHolds::Amount(300);
}

impl<'de> Deserialize<'de> for Profiel {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
        Self::ALL.into_iter().find(|profile| profile.word() == text).ok_or_else(|| {
            let known = Self::ALL.map(|profile| format!("`{}`", profile.word())).join(", ");
            D::Error::custom(format!(
                "dit profiel van een envelop is niet bekend; schrijf een van {known}, of de maten zelf"
            ))
        })
    }
}

impl<'de> Deserialize<'de> for Rgb {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6);
        let number = digits
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok());
        match number.map(u32::to_be_bytes) {
            Some([_, red, green, blue]) => Ok(Self([red, green, blue])),
            None => Err(D::Error::custom("schrijf een kleur tussen aanhalingstekens als \"#154273\"")),
        }
    }
}

impl<'de> Deserialize<'de> for Millimeter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tenths = f64::deserialize(deserializer)? * 10.0;
        let whole = tenths.round();
        if !(0.0..=3_000.0).contains(&tenths) || (tenths - whole).abs() > 1e-6 {
            return Err(D::Error::custom(
                "schrijf een maat in millimeters, van 0 tot 300, met hoogstens één cijfer achter de punt",
            ));
        }
        // The value is between 0 and 3,000, so it fits.
        #[allow(clippy::cast_possible_truncation)]
        Ok(Self(whole as i64))
    }
}
