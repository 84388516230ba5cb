//! The JSON form of a receipt: its keys in order, with the values that each may have; used for writing
//! and for reading.
//!
//! A receipt that is read comes from a disk to which others may write. The files that it names are
//! therefore only read, and its letter is looked for only in or below the folder of the receipt; a value
//! that this program never writes in a receipt is refused.

use super::contents::{Input, Letter, Receipt, VERSION, Versions, exemplaar, is_copy};
use super::error::ReceiptError;
use crate::case::identifier::Kenmerk;
use crate::case::model::Wijze;
use crate::case::read::Overrides;
use crate::hash::Hash;
use crate::law::date::Date;
use crate::pipeline::Format;
use crate::words::LetterKind;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::num::{NonZeroU32, NonZeroU64};
use std::path::{Component, Path};

/// A receipt as one flat JSON object.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    versie: u64,
    kenmerk: Reference,
    soort: Kind,
    exemplaar: Exemplaar,
    stam: String,
    formaat: Extension,
    brief: LetterFile,
    sha256_brief: Digest,
    lengte: NonZeroU64,
    bestand: CaseFile,
    document: NonZeroU32,
    sha256_zaak: Digest,
    #[serde(deserialize_with = "nullable")]
    optie_bekendmaking: Option<Date>,
    #[serde(deserialize_with = "nullable")]
    optie_wijze: Option<Way>,
    programma: Program,
    sha256_organisatie: Digest,
    sha256_sjablonen: Digest,
    sha256_regels: Digest,
    /// Absent in a receipt of before it was recorded; a receipt that is made now always has it.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    te_bevestigen: Option<RuleNames>,
    /// Only present for a letter that uses a later version of some template.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    sjabloonversies: Option<DatedTemplates>,
}

/// Reads a key that must be present but may be `null`.
fn nullable<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

/// Reads a key that may be absent but may not be `null`.
fn not_null<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Makes a type for a value that stands in a receipt as a text. The first function reads the text, and
/// gives `None` for a text that is not allowed; the second function writes it.
macro_rules! as_text {
    ($($name:ident($type:ty): $read:expr, $write:expr;)+) => {$(
        struct $name($type);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let read: fn(&str) -> Option<$type> = $read;
                let text = String::deserialize(deserializer)?;
                read(&text).map(Self).ok_or_else(|| D::Error::custom("een waarde die daar niet kan staan"))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let write: fn(&$type) -> String = $write;
                serializer.serialize_str(&write(&self.0))
            }
        }
    )+};
}

as_text! {
    Reference(Kenmerk): Kenmerk::parse, ToString::to_string;
    Kind(LetterKind): LetterKind::from_id, |kind| kind.id().to_owned();
    Exemplaar(bool): is_copy, |is_copy| exemplaar(*is_copy).to_owned();
    Extension(Format): Format::from_extension, |format| format.extension().to_owned();
    Digest(Hash): Hash::parse, ToString::to_string;
    Way(Wijze): Wijze::from_word, |wijze| wijze.word().to_owned();
    LetterFile(String): |text| stays_below(text).then(|| text.to_owned()), String::clone;
    CaseFile(String): |text| (!text.is_empty()).then(|| text.to_owned()), String::clone;
    Program(String): |text| is_version(text).then(|| text.to_owned()), String::clone;
}

/// Names of templates that hold from a certain day: at least one, sorted, without repetition.
#[derive(Serialize)]
struct DatedTemplates(Vec<String>);

impl<'de> Deserialize<'de> for DatedTemplates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let names = Vec::<String>::deserialize(deserializer)?;
        let fits = !names.is_empty()
            && names.is_sorted_by(|a, b| a < b)
            && names.iter().all(|n| is_dated_template(n));
        fits.then_some(Self(names)).ok_or_else(|| D::Error::custom("geen namen van sjablonen met een datum"))
    }
}

/// Ids of rules, sorted, without repetition. A rule of then need not be one of now, so only the form is checked.
#[derive(Serialize)]
struct RuleNames(Vec<String>);

impl<'de> Deserialize<'de> for RuleNames {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let names = Vec::<String>::deserialize(deserializer)?;
        let fits = names.is_sorted_by(|a, b| a < b) && names.iter().all(|name| is_rule_name(name));
        fits.then_some(Self(names)).ok_or_else(|| D::Error::custom("geen namen van regels"))
    }
}

impl Form {
    /// The form of a receipt; `None` when the letter has no bytes or the document has number 0, which
    /// never happens.
    pub fn of(receipt: &Receipt) -> Option<Self> {
        let Receipt { letter, input, options, versions } = receipt.clone();
        Some(Self {
            versie: VERSION,
            kenmerk: Reference(letter.kenmerk),
            soort: Kind(letter.kind),
            exemplaar: Exemplaar(letter.is_copy),
            stam: letter.stem,
            formaat: Extension(letter.format),
            brief: LetterFile(letter.file),
            sha256_brief: Digest(letter.hash),
            lengte: NonZeroU64::new(letter.length)?,
            bestand: CaseFile(input.file),
            document: NonZeroU32::new(input.document)?,
            sha256_zaak: Digest(input.hash),
            optie_bekendmaking: options.bekendmaking,
            optie_wijze: options.wijze.map(Way),
            programma: Program(versions.program),
            sha256_organisatie: Digest(versions.organisation),
            sha256_sjablonen: Digest(versions.templates),
            sha256_regels: Digest(versions.rules),
            te_bevestigen: letter.unconfirmed.map(RuleNames),
            sjabloonversies: Some(letter.dated_templates)
                .filter(|names| !names.is_empty())
                .map(DatedTemplates),
        })
    }

    /// Turns the form into a receipt.
    ///
    /// # Errors
    /// When `stam` does not agree with `kenmerk`, `soort` and `exemplaar`.
    pub fn into_receipt(self) -> Result<Receipt, ReceiptError> {
        let (kenmerk, kind, is_copy) = (self.kenmerk.0, self.soort.0, self.exemplaar.0);
        if !is_stem(&self.stam, &format!("{kenmerk}_{}", kind.id()), is_copy) {
            return Err(ReceiptError::wrong_value("stam"));
        }
        Ok(Receipt {
            letter: Letter {
                kenmerk,
                kind,
                is_copy,
                stem: self.stam,
                format: self.formaat.0,
                file: self.brief.0,
                hash: self.sha256_brief.0,
                length: self.lengte.get(),
                dated_templates: self.sjabloonversies.map(|names| names.0).unwrap_or_default(),
                unconfirmed: self.te_bevestigen.map(|names| names.0),
            },
            input: Input { file: self.bestand.0, document: self.document.get(), hash: self.sha256_zaak.0 },
            options: Overrides {
                bekendmaking: self.optie_bekendmaking,
                wijze: self.optie_wijze.map(|way| way.0),
            },
            versions: Versions {
                program: self.programma.0,
                organisation: self.sha256_organisatie.0,
                templates: self.sha256_sjablonen.0,
                rules: self.sha256_regels.0,
            },
        })
    }
}

/// Whether a text is `KENMERK_SOORT`, then possibly `-2` or a higher number for a further letter, then
/// `_afschrift` if it is a copy.
fn is_stem(text: &str, start: &str, is_copy: bool) -> bool {
    let Some(rest) = text.strip_prefix(start) else { return false };
    let rest = if is_copy { rest.strip_suffix("_afschrift") } else { Some(rest) };
    rest.is_some_and(|rest| {
        rest.is_empty()
            || rest.strip_prefix('-').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()) && !n.is_empty())
    })
}

/// Whether a path names a file in the folder itself or deeper, never above it or elsewhere.
fn stays_below(text: &str) -> bool {
    let mut parts = Path::new(text).components().peekable();
    parts.peek().is_some()
        && parts.all(|part| matches!(part, Component::Normal(_)))
        && !text.chars().any(char::is_control)
}

fn is_version(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

/// Whether a text is the id of a rule, such as `termijn.beroep_kort`.
fn is_rule_name(text: &str) -> bool {
    let is_name_byte = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'.';
    (1..=100).contains(&text.len()) && text.bytes().all(is_name_byte)
}

/// Whether a text is the name of a template with a date, such as `grounds/fraude@2027-01-15.md`.
fn is_dated_template(text: &str) -> bool {
    let Some((name, day)) = text.strip_suffix(".md").and_then(|text| text.split_once('@')) else {
        return false;
    };
    let is_name_byte = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'/';
    !name.is_empty() && name.bytes().all(is_name_byte) && Date::parse(day).is_some()
}
