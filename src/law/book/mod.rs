//! The rule book: every table, read and checked once, then handed out.
//!
//! A wrong table is refused here, at the start. After that every id has a row, and a term, a limit and a
//! remedy have exactly one row on every day, so that a table cannot be the reason that a case fails.

mod remedies;

use super::built_in;
use super::calendar::Calendar;
use super::date::Date;
use super::limit::{LimitRow, LimitTable, Limits};
use super::row::{GroundRow, Provenance, RemedyRow, RuleRow, Status};
use super::rtb::Rtb;
use super::source::{self, LawSource};
pub use super::table::RulesError;
use super::table::Table;
use super::term::rule::{self as term_rule, TermRow};
use super::timeline::Timeline;
use crate::hash::Hash;
use crate::words::{GroundId, LetterKind, LimitId, RemedyCase, RuleId, TermKind, TermSubject};
use remedies::Remedies;
use std::collections::BTreeMap;

/// The texts of the tables, each as YAML.
#[derive(Clone, Copy, Debug)]
pub struct RuleTexts<'a> {
    /// `rules.yaml`.
    pub rules: &'a str,
    /// `grounds.yaml`.
    pub grounds: &'a str,
    /// `remedies.yaml`.
    pub remedies: &'a str,
    /// `terms.yaml`.
    pub terms: &'a str,
    /// `limits.yaml`.
    pub limits: &'a str,
    /// `rtb.yaml`.
    pub rtb: &'a str,
    /// `gelijkgestelde-dagen.yaml`.
    pub gelijkgestelde_dagen: &'a str,
    /// `sources.yaml`.
    pub sources: &'a str,
}

impl RuleTexts<'static> {
    /// The tables that the program was built with.
    pub const BUILT_IN: Self = Self {
        rules: built_in::RULES,
        grounds: built_in::GROUNDS,
        remedies: built_in::REMEDIES,
        terms: built_in::TERMS,
        limits: built_in::LIMITS,
        rtb: built_in::RTB,
        gelijkgestelde_dagen: built_in::GELIJKGESTELDE_DAGEN,
        sources: built_in::SOURCES,
    };
}

impl<'a> RuleTexts<'a> {
    /// Name and text of every table.
    #[must_use]
    pub const fn named(&self) -> [(&'static str, &'a str); 8] {
        [
            ("rules.yaml", self.rules),
            ("grounds.yaml", self.grounds),
            ("remedies.yaml", self.remedies),
            ("terms.yaml", self.terms),
            ("limits.yaml", self.limits),
            ("rtb.yaml", self.rtb),
            ("gelijkgestelde-dagen.yaml", self.gelijkgestelde_dagen),
            ("sources.yaml", self.sources),
        ]
    }
}

/// Every rule, ground, remedy, term and limit, the periods of the RTB and the calendar.
#[derive(Clone, Debug)]
pub struct RuleBook {
    /// What every row says, in the order of the tables.
    rows: Vec<Provenance>,
    /// The rows of an id, oldest first, by their place in `rows`.
    by_id: BTreeMap<RuleId, Vec<usize>>,
    /// The rows of each ground, in the order of [`GroundId::ALL`], oldest first.
    grounds: Vec<Vec<GroundRow>>,
    remedies: Remedies,
    /// The timeline of each term, in the order of [`TermSubject::all`].
    terms: Vec<Timeline<TermRow>>,
    limits: LimitTable,
    rtb: Rtb,
    calendar: Calendar,
    sources: Vec<LawSource>,
    hash: Hash,
}

impl RuleBook {
    /// The book of the built-in tables.
    ///
    /// # Errors
    /// When a built-in table is wrong, which a test rules out.
    pub fn built_in() -> Result<Self, RulesError> {
        Self::from_texts(&RuleTexts::BUILT_IN)
    }

    /// The book of given tables.
    ///
    /// # Errors
    /// When a table cannot be read, holds an unknown word, has no row for an id, leaves a term, a limit or a
    /// remedy without a row on some day, or has two rows of one id on one day.
    pub fn from_texts(texts: &RuleTexts<'_>) -> Result<Self, RulesError> {
        let limits = LimitTable::from_yaml(texts.limits)?;
        let begin = limits.first_day();
        let rules: Table<'_, RuleRow> = Table::read("rules.yaml", texts.rules, |_| Some(begin))?;
        let grounds: Table<'_, GroundRow> = Table::read("grounds.yaml", texts.grounds, |_| Some(begin))?;
        let remedies: Table<'_, RemedyRow> = Table::read(remedies::TABLE, texts.remedies, |_| Some(begin))?;
        let terms: Table<'_, TermRow> = Table::read(term_rule::TABLE, texts.terms, |_| Some(begin))?;
        let sources = source::read(texts.sources)?;
        rules.check_sources(&sources)?;
        grounds.check_sources(&sources)?;
        remedies.check_sources(&sources)?;
        terms.check_sources(&sources)?;
        limits.check_sources(&sources)?;

        let mut rows: Vec<Provenance> = Vec::new();
        rows.extend(rules.rows.iter().map(|row| row.value.provenance.clone()));
        rows.extend(grounds.rows.iter().map(|row| row.value.provenance.clone()));
        rows.extend(remedies.rows.iter().map(|row| row.value.provenance.clone()));
        rows.extend(terms.rows.iter().map(|row| row.value.provenance.clone()));
        rows.extend(limits.rows().map(|row| row.provenance.clone()));
        let by_id = index(&rows)?;

        let lines = TermSubject::all().map(|subject| {
            let id = RuleId::Term(subject);
            let own = terms.rows.iter().filter(|row| row.value.provenance.id == id);
            Timeline::new(term_rule::TABLE, id.word(), own)
        });
        let rtb = Rtb::from_yaml(texts.rtb)?;
        if rtb.first_day() != begin {
            let why =
                format!("de eerste periode begint niet op de dag van {}", RuleId::Limit(LimitId::EersteDag));
            return Err(RulesError::new("rtb.yaml", why));
        }
        Ok(Self {
            remedies: Remedies::new(&remedies)?,
            terms: lines.collect::<Result<_, _>>()?,
            grounds: by_ground(grounds),
            rtb,
            calendar: Calendar::new(texts.gelijkgestelde_dagen, limits.clone())?,
            hash: Hash::of_parts(texts.named()),
            rows,
            by_id,
            limits,
            sources,
        })
    }

    /// What every row says, in the order of the tables.
    pub fn rows(&self) -> impl Iterator<Item = &Provenance> {
        self.rows.iter()
    }

    /// The rows of an id, oldest first.
    fn rows_of(&self, id: RuleId) -> impl DoubleEndedIterator<Item = &Provenance> {
        let places = self.by_id.get(&id).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|place| self.rows.get(*place))
    }

    /// Whether a rule holds on a day. Wherever a rule decides, this is asked first.
    #[must_use]
    pub fn holds(&self, id: impl Into<RuleId>, on: Date) -> bool {
        self.rows_of(id.into()).any(|row| row.in_force(on))
    }

    /// What the row of an id says on a day; without a day, or where no row holds on it, what the last row
    /// says. `None` only for an id without a row, which no book has.
    #[must_use]
    pub fn row(&self, id: impl Into<RuleId>, on: Option<Date>) -> Option<&Provenance> {
        let id = id.into();
        let holds = |row: &&Provenance| on.is_some_and(|day| row.in_force(day));
        self.rows_of(id).find(holds).or_else(|| self.rows_of(id).next_back())
    }

    /// The row by which a rule that is to be confirmed is told: the last that is not `vast`.
    #[must_use]
    pub fn row_to_confirm(&self, id: RuleId) -> Option<&Provenance> {
        self.rows_of(id).rev().find(|row| row.status != Status::Vast)
    }

    /// The row of a ground on a day; where no row holds on it, the last row.
    #[must_use]
    pub fn ground(&self, ground: GroundId, on: Date) -> Option<&GroundRow> {
        let rows = self.grounds.get(ground as usize)?;
        rows.iter().find(|row| row.provenance.in_force(on)).or_else(|| rows.last())
    }

    /// The remedy of a letter in a case on a day; `None` only for a case that the letter does not have.
    #[must_use]
    pub fn remedy(&self, letter: LetterKind, case: RemedyCase, on: Date) -> Option<&RemedyRow> {
        self.remedies.on(letter, case, on)
    }

    /// Whether a remedy is one of a letter on a day, whatever its case.
    #[must_use]
    pub fn has_remedy(&self, letter: LetterKind, remedy: RuleId, on: Date) -> bool {
        let mut rows = letter.remedy_cases().iter().filter_map(|case| self.remedy(letter, *case, on));
        rows.any(|row| row.provenance.id == remedy)
    }

    /// The row of a term that begins last.
    #[must_use]
    pub fn term(&self, kind: TermKind) -> &TermRow {
        self.terms[kind as usize].last()
    }

    /// The row of a term on a day; before the first row, the first (`termijn` on the command line applies
    /// no `geldig_vanaf`).
    #[must_use]
    pub fn term_on(&self, kind: TermKind, on: Date) -> &TermRow {
        self.terms[kind as usize].on(on)
    }

    /// The row for any statutory term, whose length the user gives; see [`RuleBook::term_on`].
    #[must_use]
    pub fn statutory_term_on(&self, on: Date) -> &TermRow {
        self.terms[TermKind::ALL.len()].on(on)
    }

    /// The last row of every term, in the order of [`TermSubject::all`].
    pub fn terms(&self) -> impl Iterator<Item = &TermRow> {
        self.terms.iter().map(Timeline::last)
    }

    /// The limits of the law on a day.
    #[must_use]
    pub fn limits(&self, on: Date) -> &Limits {
        self.limits.on(on)
    }

    /// Every row of every limit.
    pub fn limit_rows(&self) -> impl Iterator<Item = &LimitRow> {
        self.limits.rows()
    }

    /// The versions of the sources that rows follow.
    #[must_use]
    pub fn sources(&self) -> &[LawSource] {
        &self.sources
    }

    /// The hash of the texts of all tables: what a receipt and `--version` say of the rules.
    #[must_use]
    pub const fn hash(&self) -> Hash {
        self.hash
    }

    /// When the RTB runs.
    #[must_use]
    pub const fn rtb(&self) -> &Rtb {
        &self.rtb
    }

    /// Which days are free.
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }
}

/// The rows of every id, oldest first, by their place in `rows`; an id without a row is an error.
fn index(rows: &[Provenance]) -> Result<BTreeMap<RuleId, Vec<usize>>, RulesError> {
    let mut by_id: BTreeMap<RuleId, Vec<usize>> = BTreeMap::new();
    for (place, row) in rows.iter().enumerate() {
        by_id.entry(row.id).or_default().push(place);
    }
    for places in by_id.values_mut() {
        places.sort_by_key(|place| rows[*place].valid_from());
    }
    match RuleId::all().find(|id| !by_id.contains_key(id)) {
        Some(id) => Err(RulesError::new(table_of(id), format!("{id}: deze rij ontbreekt"))),
        None => Ok(by_id),
    }
}

/// The table in which a row of an id belongs.
const fn table_of(id: RuleId) -> &'static str {
    match id {
        RuleId::Rule(_) | RuleId::Condition(_) => "rules.yaml",
        RuleId::Ground(_) => "grounds.yaml",
        RuleId::Remedy(_) => remedies::TABLE,
        RuleId::Term(_) => term_rule::TABLE,
        RuleId::Limit(_) => "limits.yaml",
    }
}

fn by_ground(table: Table<'_, GroundRow>) -> Vec<Vec<GroundRow>> {
    let mut grounds = vec![Vec::new(); GroundId::ALL.len()];
    for row in table.into_rows() {
        if let RuleId::Ground(ground) = row.provenance.id {
            grounds[ground as usize].push(row);
        }
    }
    for rows in &mut grounds {
        rows.sort_by_key(|row: &GroundRow| row.provenance.valid_from());
    }
    grounds
}
