//! The remedies by letter and case: each pair that a letter can ask for has one row on every day.
//!
//! A special case never falls back on the ordinary row: a row that is missing or misspelled is refused when
//! the table is read.

use crate::law::date::Date;
use crate::law::row::RemedyRow;
use crate::law::table::{RulesError, Table};
use crate::law::timeline::Timeline;
use crate::words::{LetterKind, RemedyCase};
use std::collections::BTreeMap;

pub(super) const TABLE: &str = "remedies.yaml";

/// The timeline of every pair of letter and case.
#[derive(Clone, Debug)]
pub(super) struct Remedies(BTreeMap<(LetterKind, RemedyCase), Timeline<RemedyRow>>);

impl Remedies {
    /// Sorts the rows of the table by letter and case.
    ///
    /// # Errors
    /// When a pair has no row, or more than one, on some day.
    pub(super) fn new(table: &Table<'_, RemedyRow>) -> Result<Self, RulesError> {
        let mut lines = BTreeMap::new();
        for letter in LetterKind::ALL {
            for case in letter.remedy_cases() {
                let rows = table.rows.iter().filter(|row| row.value.answers(*letter, *case));
                let what = format!("rechtsmiddel bij `{}`, geval `{}`", letter.id(), case.word());
                lines.insert((*letter, *case), Timeline::new(table.name, &what, rows)?);
            }
        }
        Ok(Self(lines))
    }

    /// The row of a pair on a day; `None` for a case that the letter does not have.
    pub(super) fn on(&self, letter: LetterKind, case: RemedyCase, day: Date) -> Option<&RemedyRow> {
        self.0.get(&(letter, case)).map(|line| line.on(day))
    }
}

impl RemedyRow {
    fn answers(&self, letter: LetterKind, case: RemedyCase) -> bool {
        self.brieven.contains(&letter) && self.geval == case
    }
}
