//! A finding as the JSON object of docs/spec/cli.md, for other programs and for logs.
//!
//! It names each fact and its place but holds no value of the case; the detail for the terminal is left out.

use super::{Diagnostic, Severity, Source};
use crate::places::Origin;
use crate::words::RuleId;
use serde_json::{Value, json};

/// The object of one finding, with its keys in the order of docs/spec/cli.md.
#[must_use]
pub fn to_json(diagnostic: &Diagnostic, source: &Source<'_>) -> Value {
    let places: Vec<Value> = (0..diagnostic.paths.len()).map(|i| place(diagnostic, i, source)).collect();
    json!({
        "code": diagnostic.code.as_str(),
        "ernst": match diagnostic.code.severity() {
            Severity::Fout => "fout",
            Severity::Vraag => "vraag",
        },
        "bericht": diagnostic.message,
        "bestand": source.file,
        "document": source.document,
        "plaatsen": places,
        "regel_id": diagnostic.rule.map(RuleId::word),
        "hint": diagnostic.hint,
    })
}

/// The object of a finding about a case, with its kenmerk; that is null where it could not be read, and where the finding is
/// about no case.
#[must_use]
pub fn of_case(diagnostic: &Diagnostic, source: &Source<'_>, kenmerk: Option<&str>) -> Value {
    let mut object = to_json(diagnostic, source);
    if let Value::Object(keys) = &mut object {
        keys.insert("kenmerk".to_owned(), kenmerk.into());
    }
    object
}

fn place(diagnostic: &Diagnostic, index: usize, source: &Source<'_>) -> Value {
    let path = diagnostic.paths.get(index);
    match diagnostic.origin(index, source.places) {
        Some(Origin::File(at)) => {
            json!({ "pad": path, "regel": at.line, "kolom": at.column, "lengte": at.length })
        }
        Some(Origin::Option(option)) => {
            json!({ "pad": path, "regel": null, "kolom": null, "lengte": null, "herkomst": option })
        }
        None => json!({ "pad": path, "regel": null, "kolom": null, "lengte": null }),
    }
}
