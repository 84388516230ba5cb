//! What an archive and a zaaksysteem must know besides the letter: the block `metagegevens` of `organisatie.yaml`.
//!
//! No letter changes by it. Every key may be absent; which ones a kind of metadata needs, `metadata::settings` says.

use super::setting::{Setting, SettingHolds, SettingKey, settings};
use super::text_line::TextLine;
use crate::law::length::{Length, Unit};
use crate::words::{LetterKind, Need, with_letters, words};
use serde::de::{Deserialize, Deserializer, Error};
use std::collections::BTreeMap;
use std::ops::Deref;

settings! {
    /// The block `metagegevens`.
    #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
    #[serde(deny_unknown_fields, default)]
    pub struct Metagegevens {
        /// The RSIN of the organisation that makes the letters.
        bronorganisatie: optional Rsin = "RSIN van de organisatie, negen cijfers",
        /// Who made the letter, for the zaaksysteem.
        auteur: optional Limited = "wie de brief maakte, voor het zaaksysteem",
        /// Who may see the letter.
        vertrouwelijkheidaanduiding: optional Vertrouwelijkheid = "wie de brief mag zien",
        /// The address of the kind of document in the catalogue, per letter.
        informatieobjecttypen: whole Informatieobjecttypen = "adres van het informatieobjecttype, per soort brief",
        /// The system in which the identifications are unique.
        identificatie_bron: optional TextLine = "systeem waarin de kenmerken uniek zijn",
        /// Who is responsible for the record.
        archiefvormer: optional Archiefvormer = "wie voor het archief verantwoordelijk is",
        /// How the record is valued by the selection list.
        waardering: optional Waardering = "waardering volgens de selectielijst",
        /// How long the record is kept.
        bewaartermijn: optional Bewaartermijn = "hoe lang de brief wordt bewaard, zoals `10 jaar`",
        /// The category of the selection list.
        informatiecategorie: optional Begrip = "categorie van de selectielijst",
        /// What limits the use of the record.
        beperking_gebruik: list Begrip = "wat het gebruik beperkt",
    }
}

impl Setting for Rsin {
    const HOLDS: SettingHolds = SettingHolds::Line;
}

impl Setting for Limited {
    const HOLDS: SettingHolds = SettingHolds::Line;
}

impl Setting for Bewaartermijn {
    const HOLDS: SettingHolds = SettingHolds::Line;
}

impl Setting for Vertrouwelijkheid {
    const HOLDS: SettingHolds = SettingHolds::Words(Self::VOCABULARY);
}

impl Setting for Waardering {
    const HOLDS: SettingHolds = SettingHolds::Words(Self::VOCABULARY);
}

macro_rules! types {
    ($($name:ident => $variant:ident, $title:literal, [$($case:ident),+];)+) => {
        impl Informatieobjecttypen {
            /// The keys: each letter, and the others.
            pub const KEYS: &'static [SettingKey] = &[
                $(Self::key(stringify!($name), $title),)+
                Self::key("overig", "elke andere brief"),
            ];
        }
    };
}
with_letters!(types);

impl Informatieobjecttypen {
    const fn key(key: &'static str, what: &'static str) -> SettingKey {
        SettingKey { key, what, holds: SettingHolds::Line, need: Need::Optional, may_be_empty: false }
    }
}

impl Setting for Informatieobjecttypen {
    const HOLDS: SettingHolds = SettingHolds::Block(Self::KEYS);
}

/// An RSIN: nine digits that pass the test of eleven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rsin(String);

/// A line of at most 200 characters, the limit of the Documenten API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limited(TextLine);

/// The address of a kind of document: `http://` or `https://`, at most 200 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeUrl(Limited);

/// The address of the kind of document per letter; `overig` is that of every letter without its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Informatieobjecttypen {
    letters: BTreeMap<LetterKind, TypeUrl>,
    others: Option<TypeUrl>,
}

settings! {
    /// Who is responsible for a record.
    #[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct Archiefvormer {
        /// The name.
        naam: required TextLine = "naam",
        /// Its identification in a register, such as TOOI.
        #[serde(default)]
        identificatie: optional Identificatie = "kenmerk in een register, zoals TOOI",
    }
}

settings! {
    /// An identification and the register that it is from.
    #[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct Identificatie {
        /// The identification.
        kenmerk: required TextLine = "kenmerk",
        /// The register.
        bron: required TextLine = "register",
    }
}

settings! {
    /// A notion of a list.
    #[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct Begrip {
        /// What it is called.
        label: required TextLine = "hoe het heet",
        /// Its code in the list.
        #[serde(default)]
        code: optional TextLine = "code in de lijst",
        /// The name of the list.
        lijst: required TextLine = "naam van de lijst",
    }
}

/// How long a record is kept, in days, weeks, months or years; counted from the day of bekendmaking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bewaartermijn(Length);

words! {
    /// How a record is valued (MDTO, begrippenlijst Waarderingen).
    Waardering {
        /// To be kept for ever.
        Blijvend = "B" => "blijvend te bewaren",
        /// To be kept for some time.
        Tijdelijk = "V" => "tijdelijk te bewaren",
        /// Not decided yet.
        NaderTeBepalen = "N" => "nader te bepalen",
    }
}

words! {
    /// Who may see a document (Documenten API, `vertrouwelijkheidaanduiding`).
    Vertrouwelijkheid {
        Openbaar = "openbaar" => "iedereen",
        BeperktOpenbaar = "beperkt_openbaar" => "iedereen met een beperking",
        Intern = "intern" => "alleen de eigen organisatie",
        Zaakvertrouwelijk = "zaakvertrouwelijk" => "alleen wie aan de zaak werkt",
        Vertrouwelijk = "vertrouwelijk" => "vertrouwelijk",
        Confidentieel = "confidentieel" => "confidentieel",
        Geheim = "geheim" => "geheim",
        ZeerGeheim = "zeer_geheim" => "zeer geheim",
    }
}

impl Waardering {
    /// The label of the list.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Blijvend => "Blijvend te bewaren",
            Self::Tijdelijk => "Tijdelijk te bewaren",
            Self::NaderTeBepalen => "Nader te bepalen",
        }
    }
}

impl Informatieobjecttypen {
    /// The key for every letter without its own.
    pub const OTHERS: &'static str = "overig";

    /// The address for a letter; `None` where neither it nor [`Self::OTHERS`] has one.
    #[must_use]
    pub fn of(&self, kind: LetterKind) -> Option<&str> {
        self.letters.get(&kind).or(self.others.as_ref()).map(|url| &*url.0.0)
    }
}

impl Bewaartermijn {
    /// As a duration of ISO 8601: `P10Y`.
    #[must_use]
    pub fn duration(self) -> String {
        let unit = match self.0.unit {
            Unit::Hours => return format!("PT{}H", self.0.count),
            Unit::Days => 'D',
            Unit::Weeks => return format!("P{}D", u64::from(self.0.count) * 7),
            Unit::Months => 'M',
            Unit::Years => 'Y',
        };
        format!("P{}{unit}", self.0.count)
    }
}

impl Rsin {
    /// Reads an RSIN; `None` for what has not nine digits or fails the test of eleven.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<i64> = text.chars().map(|c| c.to_digit(10).map(i64::from)).collect::<Option<_>>()?;
        let (last, first) = digits.split_last()?;
        let weighed: i64 = first.iter().zip((2..=9).rev()).map(|(digit, weight)| digit * weight).sum();
        let fits = digits.len() == 9 && (weighed - last) % 11 == 0 && digits.iter().any(|digit| *digit != 0);
        fits.then(|| Self(text.to_owned()))
    }
}

impl Deref for Rsin {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Deref for Limited {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Rsin {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).ok_or_else(|| {
            D::Error::custom("dit is geen RSIN; schrijf de negen cijfers tussen aanhalingstekens (elfproef)")
        })
    }
}

impl<'de> Deserialize<'de> for Limited {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let line = TextLine::deserialize(deserializer)?;
        if line.chars().count() > 200 {
            return Err(D::Error::custom("deze waarde is te lang; er is plaats voor 200 tekens"));
        }
        Ok(Self(line))
    }
}

impl<'de> Deserialize<'de> for TypeUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let line = Limited::deserialize(deserializer)?;
        let rest = ["https://", "http://"].iter().find_map(|start| line.strip_prefix(start));
        if rest.is_none_or(str::is_empty) || line.contains(char::is_whitespace) {
            return Err(D::Error::custom(
                "dit is geen adres van een informatieobjecttype; het begint met `https://`",
            ));
        }
        Ok(Self(line))
    }
}

impl<'de> Deserialize<'de> for Informatieobjecttypen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut read = Self::default();
        for (key, url) in BTreeMap::<String, TypeUrl>::deserialize(deserializer)? {
            match LetterKind::from_id(&key) {
                Some(kind) => drop(read.letters.insert(kind, url)),
                None if key == Self::OTHERS => read.others = Some(url),
                None => {
                    let known: Vec<&str> = LetterKind::WORDS.iter().copied().chain([Self::OTHERS]).collect();
                    return Err(D::Error::custom(format!(
                        "bij `informatieobjecttypen` staat een soort brief die er niet is; kies uit {}",
                        known.join(", ")
                    )));
                }
            }
        }
        Ok(read)
    }
}

impl<'de> Deserialize<'de> for Bewaartermijn {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Length::deserialize(deserializer).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::{Bewaartermijn, Rsin};

    #[test]
    fn an_rsin_has_nine_digits_and_passes_the_test_of_eleven() {
        for good in ["111222333", "123456782"] {
            assert_eq!(Rsin::parse(good).as_deref(), Some(good));
        }
        for wrong in ["111222334", "000000000", "11122233", "1112223330", "11122233a", "", "１11222333"] {
            assert_eq!(Rsin::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_term_of_keeping_is_a_duration() {
        for (length, duration) in [
            ("10 jaar", "P10Y"),
            ("6 maanden", "P6M"),
            ("2 weken", "P14D"),
            ("3 dagen", "P3D"),
            ("5 uur", "PT5H"),
        ] {
            assert_eq!(Bewaartermijn(length.parse().unwrap()).duration(), duration);
        }
    }
}
