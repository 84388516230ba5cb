//! What is asked next. The reader of case files says what is missing, the rules say what must be decided; nothing here knows
//! which fact a letter needs.

use super::dossier::Dossier;
use super::question::Question;
use crate::case::model::{Case, Keys, Shape, Stap};
use crate::case::text::{CaseText, path_below};
use crate::diagnostic::{Code, Diagnostic, WayOut};
use crate::explain::bearing::Bearing;
use crate::words::{Fact, Holds, Judgement, Key, Need, Occasion, SoortStap};
use serde_json::Value;
use std::collections::BTreeSet;

/// What is asked next.
pub enum Next {
    /// The value of a key.
    Value(Question),
    /// A judgement of the officer.
    Judgement(Judgement, Box<Diagnostic>),
    /// What to change, of facts that do not go together.
    Conflict(Box<Diagnostic>),
    /// Which of the facts that may bear are known.
    Facts(Vec<Question>),
    /// Nothing: all that can be asked has been asked.
    Done,
}

/// Facts of which the officer is asked before the rules ask for one, by the block in which they stand.
const OFFERED: Fact = Case::feiten;

/// What is asked next of a case; `later` are the paths that the officer left open, `offered` says whether the known facts were
/// asked for.
pub fn next(dossier: &Dossier<'_>, later: &BTreeSet<String>, offered: bool) -> Next {
    if let Some(question) = step_question(dossier, later) {
        return Next::Value(question);
    }
    let reading = dossier.reading();
    let mut missing: Vec<&Diagnostic> = reading.diagnostics.iter().collect();
    missing.sort_by_cached_key(|finding| finding.paths.first().map(|path| rank(path, dossier.step())));
    if let Some(next) = missing.iter().find_map(|finding| asks(finding, dossier, later)) {
        return next;
    }
    if !offered {
        return Next::Facts(offer(dossier, OFFERED.pattern()));
    }
    let found = dossier.assessed().diagnostics();
    let absent = found.iter().find_map(|finding| asks(finding, dossier, later));
    absent
        .or_else(|| found.iter().find_map(|finding| conflict(finding, dossier, later)))
        .unwrap_or(Next::Done)
}

/// The questions that come before all others: which step, and how it ended.
fn step_question(dossier: &Dossier<'_>, later: &BTreeSet<String>) -> Option<Question> {
    let question = |fact: Fact| {
        let path = fact.pattern().to_owned();
        let key = dossier.key(&path)?;
        let open = dossier.value(&path).is_none() && !later.contains(&path);
        open.then_some(Question::new(path, key, true))
    };
    question(Stap::soort).or_else(|| {
        let words = |key: &Key| match key.holds {
            Holds::Words(list) => Some(list),
            _ => None,
        };
        let rows = Keys::of_step(dossier.step()?).rows();
        // The word behind the step in the name of an occasion: `stickerlocatie.weigering`.
        let further = |word: &str| {
            let occasion = format!("{}.{word}", dossier.step().map_or("", SoortStap::word));
            Occasion::from_word(&occasion).is_some()
        };
        let selects = |key: &&Key| words(key).is_some_and(|list| list.words.iter().all(|word| further(word)));
        rows.filter(selects).find_map(|key| question(key.fact))
    })
}

/// The question to which an absent value of a finding leads, or the judgement that it asks for.
fn asks(finding: &Diagnostic, dossier: &Dossier<'_>, later: &BTreeSet<String>) -> Option<Next> {
    if let Some(WayOut::Answer(judgement)) = &finding.way_out
        && !later.contains(judgement.word())
    {
        return Some(Next::Judgement(*judgement, Box::new(finding.clone())));
    }
    let filled = match &finding.way_out {
        Some(WayOut::Fill(fact)) => Some(fact.to_string()),
        _ => None,
    };
    let path = finding.paths.iter().chain(&filled).find(|path| {
        let absent = dossier.value(path).is_none_or(|value| value.as_array().is_some_and(Vec::is_empty));
        absent && !later.contains(*path) && dossier.key(path).is_some()
    })?;
    let key = dossier.key(path)?;
    let because = match finding.code {
        Code::Missing | Code::TextMissing => None,
        Code::FactNeeded => Some(finding.message.clone()),
        _ => Some(
            [Some(finding.message.as_str()), finding.hint.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
        ),
    };
    let question = Question { path: path.clone(), key, needed: true, because, rule: finding.rule };
    Some(Next::Value(question))
}

/// A finding of which no value is absent: something must change.
fn conflict(finding: &Diagnostic, dossier: &Dossier<'_>, later: &BTreeSet<String>) -> Option<Next> {
    // What was left open is asked at the end.
    let waits = finding.paths.iter().any(|path| later.contains(path));
    let open = !later.contains(&name_of(finding)) && !waits;
    let can_change = finding.paths.iter().any(|path| dossier.value(path).is_some());
    (open && can_change).then(|| Next::Conflict(Box::new(finding.clone())))
}

/// A name for a finding, under which the officer can leave it open.
pub fn name_of(finding: &Diagnostic) -> String {
    format!("{} {}", finding.code.as_str(), finding.paths.join(" "))
}

/// The facts of a block that the case does not have and that may bear on this occasion, those of blocks in it too.
pub fn offer(dossier: &Dossier<'_>, block: &str) -> Vec<Question> {
    // Of a block of more than one form, the keys of the form that it has.
    let form = dossier.key(block).and_then(|key| {
        let has =
            |facts: &[Fact]| facts.iter().any(|fact| dossier.value(&path_below(block, *fact)).is_some());
        Shape::of(key.fact).iter().find_map(|shape| match shape {
            Shape::Keys(_, facts) if has(facts) => Some(*facts),
            _ => None,
        })
    });
    let of_form = |key: &&Key| form.is_none_or(|facts| facts.iter().any(|fact| fact.key() == key.fact.key()));
    let rows = dossier.keys(block).into_iter().flat_map(Keys::rows).filter(of_form);
    let open = rows.flat_map(|key| {
        let path = path_below(block, key.fact);
        let is_block = key.holds == Holds::Block;
        match dossier.value(&path) {
            _ if !dossier.counts(&path) => Vec::new(),
            Some(Value::Object(_)) if is_block => offer(dossier, &path),
            Some(_) if !(is_block && key.need == Need::List) => Vec::new(),
            _ => vec![Question::new(path, key, false)],
        }
    });
    open.collect()
}

/// What more the officer can record: what may be absent of the case itself, the person and the step.
pub fn more(dossier: &Dossier<'_>) -> Vec<Question> {
    let optional =
        |question: &Question| question.key.need != Need::Required && question.path != OFFERED.pattern();
    let blocks = [Case::zaak, Case::vreemdeling, OFFERED, Case::stap];
    let mut found: Vec<Question> =
        blocks.into_iter().flat_map(|block| offer(dossier, block.pattern())).filter(optional).collect();
    let deviation = dossier.value(Case::afwijking.pattern()).is_none()
        && matches!(dossier.bearing(Case::afwijking.pattern()), Some(Bearing::Counts(_)));
    if let Some(key) = dossier.key(Case::afwijking.pattern()).filter(|_| deviation) {
        let path = Case::afwijking.pattern().to_owned();
        found.push(Question::new(path, key, false));
    }
    found
}

/// The place of a path among all of a case.
fn rank(path: &str, step: Option<SoortStap>) -> Vec<usize> {
    let layout = CaseText { step, ..CaseText::default() };
    layout.ranks(path)
}

/// The keys of the block at a path that are asked one after the other: those that bear, and those that the block cannot do
/// without.
pub fn keys_of(dossier: &Dossier<'_>, path: &str, only: Option<&[Fact]>) -> Vec<Question> {
    let rows = dossier.keys(path).into_iter().flat_map(Keys::rows);
    let wanted =
        rows.filter(|key| only.is_none_or(|only| only.iter().any(|fact| fact.key() == key.fact.key())));
    let mut wanted: Vec<&Key> = wanted.collect();
    if let Some(only) = only {
        wanted.sort_by_key(|key| only.iter().position(|fact| fact.key() == key.fact.key()));
    }
    wanted
        .into_iter()
        .map(|key| {
            let needed = key.need == Need::Required;
            Question::new(path_below(path, key.fact), key, needed)
        })
        .filter(|question| question.needed || dossier.counts(&question.path))
        .collect()
}
