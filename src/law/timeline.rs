//! The rows of one term, limit or remedy through time, without gaps: on every day there is exactly one.

use super::date::Date;
use super::row::Row;
use super::table::RulesError;
use crate::yaml::Placed;

/// Rows that follow each other without a gap, oldest first; the last has no end. There is at least one.
#[derive(Clone, Debug)]
pub(super) struct Timeline<R> {
    first: R,
    later: Vec<R>,
}

impl<R: Row + Clone> Timeline<R> {
    /// The timeline of these rows; `what` says in an error what they are about.
    ///
    /// # Errors
    /// When there is no row, when two rows overlap or leave a gap, or when the last row ends.
    pub(super) fn new<'a>(
        table: &str,
        what: &str,
        rows: impl Iterator<Item = &'a Placed<R>>,
    ) -> Result<Self, RulesError>
    where
        R: 'a,
    {
        let mut rows: Vec<&Placed<R>> = rows.collect();
        rows.sort_by_key(|row| row.value.provenance().valid_from());
        for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
            let (base, after) = (row.value.provenance(), next.value.provenance());
            match base.geldig_tot {
                Some(until) if until.next() == after.valid_from() => {}
                Some(until) if until < after.valid_from() => {
                    return Err(RulesError::at(
                        table,
                        next.line,
                        format!("{what}: de rijen sluiten niet op elkaar aan"),
                    ));
                }
                _ => {
                    return Err(RulesError::at(
                        table,
                        next.line,
                        format!("{what}: twee rijen gelden op dezelfde dag"),
                    ));
                }
            }
        }
        match rows.last() {
            None => return Err(RulesError::new(table, format!("{what}: deze rij ontbreekt"))),
            Some(last) if last.value.provenance().geldig_tot.is_some() => {
                let why = "de laatste rij mag geen `geldig_tot` hebben";
                return Err(RulesError::at(table, last.line, format!("{what}: {why}")));
            }
            Some(_) => {}
        }
        let mut rows = rows.into_iter().map(|row| row.value.clone());
        match rows.next() {
            Some(first) => Ok(Self { first, later: rows.collect() }),
            None => Err(RulesError::new(table, format!("{what}: deze rij ontbreekt"))),
        }
    }

    /// The row that begins last.
    pub(super) fn last(&self) -> &R {
        self.later.last().unwrap_or(&self.first)
    }

    /// The row on a day; before the first row begins, the first.
    pub(super) fn on(&self, day: Date) -> &R {
        let begun = |row: &&R| row.provenance().valid_from() <= day;
        self.later.iter().rev().find(begun).unwrap_or(&self.first)
    }
}
