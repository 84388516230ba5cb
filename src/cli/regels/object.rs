//! A row of a table as a JSON object.

use crate::law::row::Provenance;
use crate::letter::confirmation::Confirmation;
use serde_json::{Value, json};

/// Who confirmed a rule, for JSON.
pub fn confirmed_json(by: Option<&Confirmation>) -> Value {
    by.map_or(Value::Null, |by| json!({"door": &*by.door, "op": by.op}))
}

/// A rule as a JSON object.
#[must_use]
pub fn rule_json(rule: &Provenance) -> Value {
    json!({
        "id": rule.id.word(),
        "regel": rule.regel,
        "bron": rule.bron.word(),
        "vindplaats": rule.vindplaats,
        "artikelen": rule.artikelen,
        "status": rule.status.word(),
        "toelichting": rule.toelichting,
        "geldig_vanaf": rule.valid_from(),
        "geldig_tot": rule.geldig_tot,
        "versie": rule.versie,
        "url": rule.url,
    })
}
