//! Which letters follow and why: the explanation as JSON (stable, docs/spec/cli.md) and as Dutch text.
//!
//! Nothing is decided here: an explanation shows the decision, its trace and its terms.

pub mod bearing;
mod json;
#[cfg(test)]
mod tests;
mod text;

pub use json::to_json;
pub use text::to_text;

use crate::case::model::{Bekendmaking, Case, Herbeoordeling, Stap, Stickerlocatie};
use crate::case::read::Reading;
use crate::decide::letter_plan::LetterPlan;
use crate::decide::outcome::{Decision, Outcome};
use crate::law::book::RuleBook;
use crate::law::date::Date;
use crate::law::row::Provenance;
use crate::words::{Fact, Occasion, RuleId};
use bearing::{Bearing, FactTable};
use serde_json::Value;

/// Everything about one document that an explanation shows.
pub struct Subject<'a> {
    /// What was read, with the place and the value of every fact.
    pub reading: &'a Reading,
    /// What was decided.
    pub decision: &'a Decision,
    /// The rules with their sources.
    pub book: &'a RuleBook,
    /// Which facts bear on which occasion.
    pub bearing: &'a FactTable,
}

/// A fact of the case that counts for nothing at this step.
struct Idle<'a> {
    /// Its path: `feiten.dienstplichtig`.
    path: String,
    /// Its line in the file.
    line: Option<u32>,
    /// Why.
    reason: &'a str,
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

    /// The facts of the situation and of the step that no rule reads on this occasion, in the order of the file. What
    /// identifies case and person is left out.
    fn idle(&self) -> Vec<Idle<'_>> {
        let word = |fact: Fact| {
            let value = self.reading.value_at(fact.pattern())?;
            value.as_str().map(str::to_owned)
        };
        let step = word(Stap::soort).unwrap_or_default();
        let further = word(Stickerlocatie::uitkomst).or_else(|| word(Herbeoordeling::fase));
        let whole = further.map_or_else(|| step.clone(), |further| format!("{step}.{further}"));
        let Some(occasion) = Occasion::from_word(&whole).or_else(|| Occasion::from_word(&step)) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        self.reading.texts(&mut |path, _| {
            let [of_case, of_person] = [Case::zaak, Case::vreemdeling].map(|block| block.pattern());
            if path.starts_with(of_case) || path.starts_with(of_person) {
                return;
            }
            if let Some(Bearing::CountsNot(reason)) = self.bearing.at(path, occasion) {
                found.push(Idle { path: path.to_owned(), line: self.line(path), reason });
            }
        });
        found
    }

    /// The line of a path in the file; `None` where an option gave the value.
    fn line(&self, path: &str) -> Option<u32> {
        match self.reading.places.exact(path) {
            Some(crate::places::Origin::File(place)) => Some(place.line),
            _ => None,
        }
    }

    /// A fact: its path, its value as the file or an option gave it, and its line in the file.
    fn fact(&self, fact: Fact) -> (String, Option<Value>, Option<u32>) {
        let path = fact.to_string();
        let line = self.line(&path);
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
