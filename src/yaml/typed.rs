//! Reads a YAML text directly into a type: the rule tables and the configuration of the organisation.
//!
//! Reading is strict, because these tables decide about letters: a repeated key, an unknown tag, a merge key
//! or a `yes` where `true` is meant is an error. Reading stops at the first error; a case file, whose errors
//! are all collected, is read from parser events instead.

use serde::de::DeserializeOwned;
use serde_saphyr::{DuplicateKeyPolicy, Error, MergeKeyPolicy, MessageFormatter, UserMessageFormatter};
use std::fmt;

/// Why a YAML text could not be read: the place, and a Dutch sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlError {
    /// Line and column, both from 1, when they are known.
    pub place: Option<(u64, u64)>,
    /// A Dutch sentence about the error; may quote a key or a word of the text.
    pub message: String,
}

impl fmt::Display for YamlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some((line, column)) => write!(f, "regel {line}, kolom {column}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for YamlError {}

/// Reads one YAML document.
///
/// # Errors
/// When the text is not YAML, holds more than one document, repeats a key or does not fit the type.
pub fn from_str<T: DeserializeOwned>(text: &str) -> Result<T, YamlError> {
    let options = serde_saphyr::options! {
        duplicate_keys: DuplicateKeyPolicy::Error,
        merge_keys: MergeKeyPolicy::Error,
        strict_booleans: true,
        reject_unsupported_tags: true,
        with_snippet: false,
    };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let place = error.location().map(|place| (place.line(), place.column()));
        let message = dutch(&error)
            .or_else(|| of_syntax(text))
            .unwrap_or_else(|| format!("geen geldige YAML: {}", UserMessageFormatter.format_message(&error)));
        YamlError { place, message }
    })
}

/// What the reader of case files says of a text that is no YAML.
fn of_syntax(text: &str) -> Option<String> {
    let found = super::parse(text, 1).diagnostics.into_iter().next()?;
    let hint = found.hint.map_or_else(String::new, |hint| format!(" {hint}"));
    Some(format!("geen geldige YAML: {}{hint}", found.message))
}

/// The sentence for an error in what a YAML text says; `None` for one in how it is written.
fn dutch(error: &Error) -> Option<String> {
    Some(match error.without_snippet() {
        Error::Message { msg, .. } => msg.clone(),
        Error::SerdeUnknownField { field, expected, .. } => {
            format!("de sleutel `{field}` is onbekend; bekend zijn: {}", expected.join(", "))
        }
        Error::SerdeMissingField { field, .. } => format!("de sleutel `{field}` ontbreekt"),
        Error::DuplicateMappingKey { key: Some(key), .. } => format!("de sleutel `{key}` staat er twee keer"),
        Error::DuplicateMappingKey { key: None, .. } => "een sleutel staat er twee keer".to_owned(),
        Error::SerdeUnknownVariant { variant, expected, .. } => {
            format!("de waarde `{variant}` is onbekend; kies uit: {}", expected.join(", "))
        }
        Error::SerdeInvalidType { .. }
        | Error::SerdeInvalidValue { .. }
        | Error::SerdeInvalidLength { .. }
        | Error::InvalidScalar { .. }
        | Error::InvalidBooleanStrict { .. } => "deze waarde past hier niet".to_owned(),
        Error::Unexpected { .. } => {
            "hier past iets anders, of een haakje of aanhalingsteken is niet gesloten".to_owned()
        }
        Error::NullIntoString { .. } => "hier ontbreekt een waarde".to_owned(),
        Error::Eof { .. } => "de tekst is leeg of houdt te vroeg op".to_owned(),
        Error::MultipleDocuments { .. } => "er staat meer dan één document in".to_owned(),
        Error::MergeKeyNotAllowed { .. } => "samenvoegen met `<<` kan hier niet".to_owned(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Row {
        naam: String,
        #[serde(default)]
        aan: bool,
    }

    fn error(text: &str) -> YamlError {
        from_str::<Vec<Row>>(text).unwrap_err()
    }

    #[test]
    fn reads_rows_in_block_and_in_flow_style() {
        let rows: Vec<Row> = from_str("- naam: een\n- {naam: twee, aan: true}\n").unwrap();
        assert_eq!(rows.len(), 2);
        assert!(rows[1].aan);
    }

    #[test]
    fn an_unquoted_date_stays_text() {
        let days: Vec<String> = from_str("[2026-01-02]").unwrap();
        assert_eq!(days, ["2026-01-02"]);
    }

    #[test]
    fn refuses_a_key_that_stands_twice() {
        let error = error("- naam: een\n  naam: twee\n");
        assert_eq!(error.place, Some((2, 3)));
        assert_eq!(error.to_string(), "regel 2, kolom 3: de sleutel `naam` staat er twee keer");
    }

    #[test]
    fn refuses_an_unknown_key_and_names_the_known_ones() {
        assert_eq!(
            error("- naam: een\n  kleur: rood\n").message,
            "de sleutel `kleur` is onbekend; bekend zijn: naam, aan"
        );
    }

    #[test]
    fn refuses_what_only_looks_like_a_boolean_and_what_is_missing() {
        assert_eq!(error("- {naam: een, aan: yes}\n").message, "deze waarde past hier niet");
        assert_eq!(error("- aan: true\n").message, "de sleutel `naam` ontbreekt");
        assert_eq!(error("- naam:\n").message, "hier ontbreekt een waarde");
    }

    #[test]
    fn refuses_a_second_document_a_merge_key_and_broken_text() {
        assert_eq!(error("- naam: een\n---\n- naam: twee\n").message, "er staat meer dan één document in");
        assert!(error("- &a {naam: een}\n- {<<: *a}\n").message.contains("<<"));
        assert!(error("- naam: [een\n").message.contains("niet gesloten"));
        assert!(error("- naam: een\n bla: {").message.starts_with("geen geldige YAML"));
    }
}
