//! Everything about one document that an explanation shows, and how it is looked up.

use super::bearing::{Bearing, FactTable};
use super::shown::Shown;
use super::words::LetterWords;
use crate::case::model::{Bekendmaking, Case, Herbeoordeling, Stap, Stickerlocatie};
use crate::case::read::Reading;
use crate::decide::letter_plan::LetterPlan;
use crate::decide::outcome::{BewijsVanVerblijf, ConditionResult, Decision, Outcome};
use crate::law::book::RuleBook;
use crate::law::date::Date;
use crate::law::row::Provenance;
use crate::places::Origin;
use crate::words::{Fact, GroundId, Occasion, RuleId};
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
    /// The words of the letters, in the order of the plans; empty where no letter follows.
    pub words: &'a [LetterWords],
}

/// A fact of the case that counts for nothing at this step.
pub(super) struct Idle<'a> {
    /// Its path: `feiten.dienstplichtig`.
    pub path: String,
    /// Its line in the file.
    pub line: Option<u32>,
    /// Why.
    pub reason: &'a str,
}

impl Subject<'_> {
    /// The letters that follow, with the case from which they follow; `None` when there are none.
    pub(super) fn letters(&self) -> Option<(&Case, &[LetterPlan])> {
        match &self.decision.outcome {
            Outcome::Letters(case, letters) => Some((case, letters)),
            _ => None,
        }
    }

    /// The kenmerk of the case, if it could be read.
    pub(super) fn kenmerk(&self) -> Option<&str> {
        self.reading.kenmerk.as_ref().map(crate::case::identifier::Kenmerk::as_str)
    }

    /// What became of the case, in Dutch.
    pub(super) fn outcome_in_words(&self) -> String {
        match &self.decision.outcome {
            Outcome::Letters(_, letters) if letters.len() == 1 => "er volgt één brief".to_owned(),
            Outcome::Letters(_, letters) => format!("er volgen {} brieven", letters.len()),
            Outcome::NoLetter => "er volgt geen brief".to_owned(),
            Outcome::OfficerMustDecide(_) => "een ambtenaar moet eerst beslissen".to_owned(),
            Outcome::Refused(_) => "geweigerd: deze zaak kan zo geen brief krijgen".to_owned(),
        }
    }

    /// The proof of residence that comes with a toekenning, in Dutch.
    pub(super) fn proof_in_words(&self) -> Option<&'static str> {
        Some(match self.decision.bewijs_van_verblijf? {
            BewijsVanVerblijf::StickerPaspoort => "een sticker in het paspoort",
            BewijsVanVerblijf::StickerInlegvel => "een sticker op een inlegvel",
            BewijsVanVerblijf::ODocument => "een O-document",
            BewijsVanVerblijf::Geen => "geen (jonger dan 14 jaar)",
        })
    }

    /// The row of a rule that holds on the day of bekendmaking.
    pub(super) fn rule(&self, id: impl Into<RuleId>) -> Option<&Provenance> {
        let known = self.reading.value_at(Bekendmaking::datum.pattern());
        self.book.row(id, known.as_ref().and_then(Value::as_str).and_then(Date::parse))
    }

    /// The facts of the situation and of the step that no rule reads on this occasion, in the order of the file. What
    /// identifies case and person is left out.
    pub(super) fn idle(&self) -> Vec<Idle<'_>> {
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
            Some(Origin::File(place)) => Some(place.line),
            _ => None,
        }
    }

    /// The fact at a path, as the file or an option gave it.
    pub(super) fn shown(&self, path: &str) -> Shown {
        let option = match self.reading.places.exact(path) {
            Some(Origin::Option(option)) => Some(option),
            _ => None,
        };
        Shown { path: path.to_owned(), value: self.reading.value_at(path), line: self.line(path), option }
    }

    /// The facts of these paths; a path with `[]` stands for every item of its list, or for none.
    pub(super) fn facts<'p>(&self, paths: impl IntoIterator<Item = &'p str>) -> Vec<Shown> {
        let mut found: Vec<Shown> = Vec::new();
        for path in paths {
            let Some((before, after)) = path.split_once("[]") else {
                found.push(self.shown(path));
                continue;
            };
            let items = (0..).map(|item| format!("{before}[{item}]"));
            let items = items.take_while(|item| self.reading.value_at(item).is_some());
            let known: Vec<Shown> = items.map(|item| self.shown(&format!("{item}{after}"))).collect();
            if known.is_empty() {
                found.push(self.shown(path));
            }
            found.extend(known);
        }
        found
    }

    /// The facts that were read to try a condition: those that it asks for, absent ones too, and the others that the case
    /// has.
    pub(super) fn tried(&self, condition: &ConditionResult) -> Vec<Shown> {
        let read = condition.read().map(|(fact, is_asked)| (self.shown(fact.pattern()), is_asked));
        read.filter(|(fact, is_asked)| *is_asked || fact.value.is_some()).map(|(fact, _)| fact).collect()
    }
}

/// The ids of the grounds in a letter.
pub(super) fn grounds(case: &Case, letter: &LetterPlan) -> Vec<&'static str> {
    letter.grounds(case).into_iter().map(GroundId::word).collect()
}
