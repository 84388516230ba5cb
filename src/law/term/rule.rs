//! The row of a term in `terms.yaml`: how long, from when, whether it is extended, and by what rule.

use super::{ComputedTerm, CountedFrom, Extension, compute_from};
use crate::law::calendar::Calendar;
use crate::law::date::Date;
use crate::law::length::Length;
use crate::law::row::row;
use crate::words::{RuleId, TermKind, TermSubject};

pub(crate) const TABLE: &str = "terms.yaml";

row! {
    /// A term, in the period in which the row holds.
    TermRow of (RuleId::Term(_)) {
        /// How long; `None` for `aanvulling`, whose last day is in the case, and `wettelijk`.
        #[serde(default)]
        lengte: Option<Length>,
        /// Whether it is extended.
        verlenging: Extension,
        /// From which event it counts.
        telt_vanaf: CountedFrom,
    }
    |row| match (row.lengte, has_no_length(row.provenance.id)) {
        (None, false) => Some("de `lengte` ontbreekt".to_owned()),
        (Some(_), true) => Some("de lengte van deze termijn staat niet in de tabel".to_owned()),
        _ => None,
    }
}

/// Whether a row has no length, because the case or the command line gives it.
const fn has_no_length(id: RuleId) -> bool {
    matches!(id, RuleId::Term(TermSubject::Kind(TermKind::Aanvulling) | TermSubject::Wettelijk))
}

impl TermRow {
    /// The term from a day on; `None` when the row has no length (then see [`super::fixed`] and
    /// [`super::compute()`]).
    #[must_use]
    pub fn compute(&self, start: Date, calendar: &Calendar) -> Option<ComputedTerm> {
        self.lengte.map(|length| compute_from(self.telt_vanaf, start, length, self.verlenging, calendar))
    }

    /// The term from a day on with another length than the row has, which the law allows in a case.
    #[must_use]
    pub fn compute_length(&self, start: Date, length: Length, calendar: &Calendar) -> ComputedTerm {
        compute_from(self.telt_vanaf, start, length, self.verlenging, calendar)
    }

    /// The word of the term: `beroep_kort`, `wettelijk`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self.provenance.id {
            RuleId::Term(subject) => subject.word(),
            other => other.word(),
        }
    }
}
