//! The row of a term in `terms.yaml`: how long, from when, whether it is extended, and by what rule.
//!
//! A term is a rule like any other (source, status, validity) with numbers attached, so a row holds a
//! [`Rule`] and `regels` can list it among the others.

use super::{ComputedTerm, CountedFrom, Extension, TermKind, compute_from};
use crate::law::calendar::Calendar;
use crate::law::date::Date;
use crate::law::length::Length;
use crate::law::rule::{Bron, Rule, Status};
use crate::law::table::{self, RulesError};
use serde::Deserialize;

/// Name of the table.
pub(crate) const TABLE: &str = "terms.yaml";

/// What a row of the table is about: a term of a letter, or one that only the explanation knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermSubject {
    /// A term that a letter can set running.
    Kind(TermKind),
    /// Any statutory term; the length is asked.
    Wettelijk,
    /// The answer to a gemeente, 48 hours (WI H2, Triage).
    Triage,
    /// How long somebody may stay in Ukraine or the country of origin, 28 days (WI H2).
    VerblijfBuitenNederland,
}

impl TermSubject {
    /// The word of the table.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.word(),
            Self::Wettelijk => "wettelijk",
            Self::Triage => "triage",
            Self::VerblijfBuitenNederland => "verblijf_buiten_nederland",
        }
    }

    /// The subject of a word of the table.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Wettelijk, Self::Triage, Self::VerblijfBuitenNederland]
            .into_iter()
            .find(|subject| subject.word() == word)
            .or_else(|| TermKind::from_word(word).map(Self::Kind))
    }

    /// Whether the row has no length, because the case or the command line gives it.
    const fn has_no_length(self) -> bool {
        matches!(self, Self::Kind(TermKind::Aanvulling) | Self::Wettelijk)
    }
}

/// One row: the rule of a term in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermRule {
    /// Source, status, validity.
    pub rule: Rule,
    /// Which term.
    pub subject: TermSubject,
    /// How long; `None` for `aanvulling`, whose last day is in the case, and `wettelijk`.
    pub length: Option<Length>,
    /// Whether it is extended.
    pub extension: Extension,
    /// From which event it counts.
    pub counted_from: CountedFrom,
}

impl TermRule {
    /// The term from a day on; `None` when the row has no length (then see [`super::fixed`] and
    /// [`super::compute`]).
    #[must_use]
    pub fn compute(&self, start: Date, calendar: &Calendar) -> Option<ComputedTerm> {
        self.length.map(|length| compute_from(self.counted_from, start, length, self.extension, calendar))
    }
}

/// The row as it stands in the table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    soort: String,
    #[serde(default)]
    lengte: Option<Length>,
    verlenging: Extension,
    telt_vanaf: CountedFrom,
    regel: String,
    bron: Bron,
    vindplaats: String,
    #[serde(default)]
    artikelen: Vec<String>,
    status: Status,
    #[serde(default)]
    toelichting: Option<String>,
    #[serde(default)]
    geldig_vanaf: Option<Date>,
    #[serde(default)]
    geldig_tot: Option<Date>,
}

/// Reads the table.
pub(crate) fn read(text: &str) -> Result<Vec<TermRule>, RulesError> {
    let rows: Vec<Row> = table::read(TABLE, text)?;
    rows.into_iter().map(Row::check).collect()
}

impl Row {
    fn check(self) -> Result<TermRule, RulesError> {
        let refused = |message: &str| RulesError::new(TABLE, format!("{}: {message}", self.id));
        let subject =
            TermSubject::from_word(&self.soort).ok_or_else(|| refused("deze `soort` is onbekend"))?;
        if self.id != format!("termijn.{}", self.soort) {
            return Err(refused("de id is niet `termijn.` met daarachter de `soort`"));
        }
        if self.lengte.is_none() != subject.has_no_length() {
            return Err(refused(if self.lengte.is_none() {
                "de `lengte` ontbreekt"
            } else {
                "de lengte van deze termijn staat niet in de tabel"
            }));
        }
        Ok(TermRule {
            subject,
            length: self.lengte,
            extension: self.verlenging,
            counted_from: self.telt_vanaf,
            rule: Rule {
                id: self.id,
                regel: self.regel,
                bron: self.bron,
                vindplaats: self.vindplaats,
                artikelen: self.artikelen,
                status: self.status,
                toelichting: self.toelichting,
                geldig_vanaf: self.geldig_vanaf,
                geldig_tot: self.geldig_tot,
                brieven: Vec::new(),
                stappen: Vec::new(),
                geval: None,
                termijnen: Vec::new(),
            },
        })
    }
}
