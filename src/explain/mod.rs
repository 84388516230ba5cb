//! Which letters follow and why: the explanation as JSON (stable, docs/spec/cli.md) and as Dutch text.
//!
//! Nothing is decided here: an explanation shows the decision, its trace and its terms.

mod json;
mod text;

pub use json::to_json;
pub use text::to_text;

use crate::case::model::{Bekendmaking, Case};
use crate::case::read::Reading;
use crate::decide::letter_plan::LetterPlan;
use crate::decide::outcome::{Decision, Outcome};
use crate::law::book::RuleBook;
use crate::law::date::Date;
use crate::law::row::Provenance;
use crate::words::{Fact, RuleId};
use serde_json::Value;

/// Everything about one document that an explanation shows.
pub struct Subject<'a> {
    /// What was read, with the place and the value of every fact.
    pub reading: &'a Reading,
    /// What was decided.
    pub decision: &'a Decision,
    /// The rules with their sources.
    pub book: &'a RuleBook,
}

impl Subject<'_> {
    /// The letters that follow, with the case from which they follow; `None` when there are none.
    fn letters(&self) -> Option<(&Case, &[LetterPlan])> {
        match &self.decision.outcome {
            Outcome::Letters(case, letters) => Some((case, letters)),
            _ => None,
        }
    }

    fn kenmerk(&self) -> Option<&str> {
        self.reading.kenmerk.as_ref().map(crate::case::identifier::Kenmerk::as_str)
    }

    /// The row of a rule that holds on the day of bekendmaking.
    fn rule(&self, id: impl Into<RuleId>) -> Option<&Provenance> {
        let known = self.reading.value_at(Bekendmaking::datum.pattern());
        self.book.row(id, known.as_ref().and_then(Value::as_str).and_then(Date::parse))
    }

    /// A fact: its path, its value as the file or an option gave it, and its line in the file.
    fn fact(&self, fact: Fact) -> (String, Option<Value>, Option<u32>) {
        let path = fact.to_string();
        let line = match self.reading.places.exact(&path) {
            Some(crate::places::Origin::File(place)) => Some(place.line),
            _ => None,
        };
        let value = self.reading.value_at(&path);
        (path, value, line)
    }
}

/// The ids of the grounds in a letter.
fn grounds(case: &Case, letter: &LetterPlan) -> Vec<&'static str> {
    if letter.letter.gives_grounds() {
        case.stap.gronden().iter().map(|g| g.grond.word()).collect()
    } else {
        Vec::new()
    }
}
