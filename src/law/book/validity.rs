//! Validity of rows: on one day an id means one rule.
//!
//! A rule that changes keeps its id and gets a second row with a later `geldig_vanaf`, so that old cases
//! can still be explained; what is refused is two rows that hold at the same time.

use crate::law::rule::Rule;
use crate::law::table::RulesError;
use std::collections::BTreeMap;

/// Checks every row, given with the name of its table.
pub(super) fn check<'a>(rows: impl Iterator<Item = (&'a str, &'a Rule)>) -> Result<(), RulesError> {
    let mut by_id: BTreeMap<&str, Vec<(&str, &Rule)>> = BTreeMap::new();
    for (table, rule) in rows {
        if rule.geldig_tot.is_some() && rule.geldig_tot < rule.valid_from() {
            return Err(RulesError::new(
                table,
                format!("{}: `geldig_tot` ligt vóór `geldig_vanaf`", rule.id),
            ));
        }
        by_id.entry(&rule.id).or_default().push((table, rule));
    }
    for (id, mut rows) in by_id {
        rows.sort_by_key(|(_, rule)| rule.valid_from());
        for ((_, rule), (table, next)) in rows.iter().zip(rows.iter().skip(1)) {
            if rule.geldig_tot.is_none() || rule.geldig_tot >= next.valid_from() {
                return Err(RulesError::new(table, format!("{id}: twee rijen gelden op dezelfde dag")));
            }
        }
    }
    Ok(())
}
