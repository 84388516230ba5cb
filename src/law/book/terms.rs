//! The rows of each term as a line through time without gaps.
//!
//! A field for each term, each with at least one row: asking for a term cannot fail, because a table
//! without it was never accepted.

use crate::law::date::Date;
use crate::law::table::RulesError;
use crate::law::term::TermKind;
use crate::law::term::rule::{TABLE, TermRule, TermSubject};

/// The rows of one term, oldest first; there is always one.
#[derive(Clone, Debug)]
pub(super) struct Timeline {
    first: TermRule,
    later: Vec<TermRule>,
}

impl Timeline {
    /// Takes the rows of one term out of the table.
    fn take(rows: &mut Vec<TermRule>, subject: TermSubject) -> Result<Self, RulesError> {
        let refused = |why: &str| RulesError::new(TABLE, format!("termijn.{}: {why}", subject.word()));
        let mut mine: Vec<TermRule> = rows.extract_if(.., |row| row.subject == subject).collect();
        mine.sort_by_key(|row| row.rule.valid_from());
        let mut mine = mine.into_iter();
        let first = mine.next().ok_or_else(|| refused("deze termijn ontbreekt"))?;
        let timeline = Self { first, later: mine.collect() };
        for (row, next) in timeline.iter().zip(timeline.iter().skip(1)) {
            if row.rule.geldig_tot.map(Date::next) != next.rule.valid_from() {
                return Err(refused("de rijen sluiten niet op elkaar aan"));
            }
        }
        match timeline.last().rule.geldig_tot {
            Some(_) => Err(refused("de laatste rij mag geen `geldig_tot` hebben")),
            None => Ok(timeline),
        }
    }

    fn iter(&self) -> impl Iterator<Item = &TermRule> {
        std::iter::once(&self.first).chain(&self.later)
    }

    /// The row that begins last.
    pub(super) fn last(&self) -> &TermRule {
        self.later.last().unwrap_or(&self.first)
    }

    /// The row on a day; before the first, the first.
    pub(super) fn on(&self, date: Date) -> &TermRule {
        let begun = |row: &&TermRule| row.rule.valid_from().is_none_or(|from| from <= date);
        self.later.iter().rev().find(begun).unwrap_or(&self.first)
    }
}

/// The line of every term.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    bezwaar: Timeline,
    beroep: Timeline,
    beroep_kort: Timeline,
    zienswijze: Timeline,
    melden_ter_apel: Timeline,
    afspraak: Timeline,
    vertrek: Timeline,
    aanvulling: Timeline,
    pub(super) wettelijk: Timeline,
    pub(super) triage: Timeline,
    pub(super) verblijf_buiten_nederland: Timeline,
}

impl Terms {
    /// Sorts the rows of the table.
    ///
    /// # Errors
    /// When a term has no row, leaves a gap or ends.
    pub(super) fn from_rows(mut rows: Vec<TermRule>) -> Result<Self, RulesError> {
        let mut kind = |kind| Timeline::take(&mut rows, TermSubject::Kind(kind));
        Ok(Self {
            bezwaar: kind(TermKind::Bezwaar)?,
            beroep: kind(TermKind::Beroep)?,
            beroep_kort: kind(TermKind::BeroepKort)?,
            zienswijze: kind(TermKind::Zienswijze)?,
            melden_ter_apel: kind(TermKind::MeldenTerApel)?,
            afspraak: kind(TermKind::Afspraak)?,
            vertrek: kind(TermKind::Vertrek)?,
            aanvulling: kind(TermKind::Aanvulling)?,
            wettelijk: Timeline::take(&mut rows, TermSubject::Wettelijk)?,
            triage: Timeline::take(&mut rows, TermSubject::Triage)?,
            verblijf_buiten_nederland: Timeline::take(&mut rows, TermSubject::VerblijfBuitenNederland)?,
        })
    }

    /// The line of a kind.
    pub(super) const fn of(&self, kind: TermKind) -> &Timeline {
        match kind {
            TermKind::Bezwaar => &self.bezwaar,
            TermKind::Beroep => &self.beroep,
            TermKind::BeroepKort => &self.beroep_kort,
            TermKind::Zienswijze => &self.zienswijze,
            TermKind::MeldenTerApel => &self.melden_ter_apel,
            TermKind::Afspraak => &self.afspraak,
            TermKind::Vertrek => &self.vertrek,
            TermKind::Aanvulling => &self.aanvulling,
        }
    }

    /// Every row of every term.
    pub(super) fn iter(&self) -> impl Iterator<Item = &TermRule> {
        let others = [&self.wettelijk, &self.triage, &self.verblijf_buiten_nederland];
        TermKind::ALL.iter().map(|kind| self.of(*kind)).chain(others).flat_map(Timeline::iter)
    }
}
