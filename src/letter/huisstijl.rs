//! The house style: the block `huisstijl` of `organisatie.yaml`.
//!
//! Only what the block says; files are named here and read by the command line, and whether a colour, a font
//! or a window will do is for `render` to say.

use super::text_line::TextLine;
use serde::de::{Deserialize, Deserializer, Error};

/// `huisstijl`; a key that is absent leaves that part of the look as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Huisstijl {
    /// Colour of the name, of headings and of the rule in the running header.
    #[serde(deserialize_with = "written")]
    pub accentkleur: Option<Rgb>,
    /// Own fonts.
    #[serde(deserialize_with = "written")]
    pub lettertype: Option<Lettertype>,
    /// File of the logo (PNG or SVG), beside `organisatie.yaml`.
    #[serde(deserialize_with = "written")]
    pub logo: Option<TextLine>,
    /// Height of the logo.
    #[serde(deserialize_with = "written")]
    pub logo_hoogte: Option<Millimeter>,
    /// Stationery.
    #[serde(deserialize_with = "written")]
    pub briefpapier: Option<Briefpapier>,
    /// Address window of the envelope.
    #[serde(deserialize_with = "written")]
    pub venster: Option<Venster>,
}

/// `lettertype`: files of TrueType fonts, both or none.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lettertype {
    /// Running text.
    pub gewoon: TextLine,
    /// Headings and labels.
    pub vet: TextLine,
}

/// `briefpapier`: PDF files that lie under the pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Briefpapier {
    /// Under the first page.
    #[serde(deserialize_with = "written")]
    pub eerste: Option<TextLine>,
    /// Under every other page.
    #[serde(deserialize_with = "written")]
    pub vervolg: Option<TextLine>,
}

/// `venster`: where the envelope shows the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Venster {
    /// From the left of the page to the left of the window.
    #[serde(deserialize_with = "written")]
    pub links: Option<Millimeter>,
    /// From the top of the page to the top of the window.
    #[serde(deserialize_with = "written")]
    pub boven: Option<Millimeter>,
    /// Width.
    #[serde(deserialize_with = "written")]
    pub breedte: Option<Millimeter>,
    /// Height.
    #[serde(deserialize_with = "written")]
    pub hoogte: Option<Millimeter>,
}

/// Red, green and blue of a colour, from `"#154273"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

/// A length in tenths of a millimetre, from a number of millimetres with at most one decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Millimeter(pub i64);

/// A key that stands in the file has a value: `accentkleur: #154273` without quotes is a comment to YAML, and
/// must not mean that there is no colour.
fn written<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
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
        // Between 0 and 3,000.
        #[allow(clippy::cast_possible_truncation)]
        Ok(Self(whole as i64))
    }
}
