//! Mutation of the law: every row, number, date and word of the tables that decides is changed, one at a time,
//! and each change must show.
//!
//! A row is closed the day before a case that uses it, a number or date is moved by one, a word is left out.
//! Then the outcome of some fixture or acceptance case (or the last day of an acceptance term) must differ, or the
//! tables must be refused. A row of which no change shows says why in `zonder_gevolg`; a row that says so although all
//! its changes show fails here too. Cases are decided and worded, not laid out, so that it runs in seconds.

#![allow(clippy::unwrap_used)]

use crate::support::{assess, expectations, fixtures, new_pipeline, root};
use rtbrief::decide::outcome::Outcome;
use rtbrief::law::book::{RuleBook, RuleTexts};
use rtbrief::law::date::Date;
use rtbrief::law::row::Provenance;
use rtbrief::law::term;
use rtbrief::letter::document::Block;
use rtbrief::pipeline::{Assessed, Pipeline};
use rtbrief::words::{RuleId, TermKind};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::sync::Arc;

/// A change of one table: what it is, the row and key that it is made in, and the text of the table with it.
struct Mutation {
    what: String,
    row: String,
    /// The key that is changed.
    key: &'static str,
    table: &'static str,
    text: String,
}

/// The cases in which a change may show, with what comes of them under the tables as they are.
struct Corpus {
    cases: Vec<Case>,
    terms: Vec<Value>,
    last_days: Vec<String>,
}

struct Case {
    bytes: Vec<u8>,
    outcome: String,
    /// The rules behind the decision and the words.
    uses: BTreeSet<RuleId>,
    /// The days on which its documents are made known.
    days: BTreeSet<Date>,
}

impl Corpus {
    fn new(pipeline: &Pipeline) -> Self {
        let mut files: BTreeMap<_, _> =
            expectations().into_iter().map(|it| (it.name, fs::read(it.case).unwrap())).collect();
        files.extend(fixtures().into_iter().map(|it| (it.name.clone(), it.case().into_bytes())));
        let cases = files.into_values().map(|bytes| {
            let assessed = assess(pipeline, &bytes);
            let days = assessed.iter().filter_map(made_known).collect();
            Case { outcome: outcome(&assessed), uses: uses(&assessed), days, bytes }
        });
        let terms: Vec<Value> =
            serde_json::from_str(&fs::read_to_string(root("tests/acceptance/terms.json")).unwrap()).unwrap();
        Self { cases: cases.collect(), last_days: last_days(&terms, &pipeline.book), terms }
    }

    /// Whether a change of the tables shows. Cases that use its row are tried first.
    fn sees(&self, pipeline: &mut Pipeline, mutation: &Mutation) -> bool {
        let Some(book) = book(mutation) else { return true };
        pipeline.book = book.into();
        if last_days(&self.terms, &pipeline.book) != self.last_days {
            return true;
        }
        let row = RuleId::from_word(&mutation.row);
        let used = |case: &&Case| row.is_none_or(|row| case.uses.contains(&row));
        let (first, then): (Vec<&Case>, Vec<&Case>) = self.cases.iter().partition(used);
        first.into_iter().chain(then).any(|case| outcome(&assess(pipeline, &case.bytes)) != case.outcome)
    }

    /// Whether it shows in this one case.
    fn sees_in(&self, pipeline: &mut Pipeline, mutation: &Mutation, case: &Case) -> bool {
        let Some(book) = book(mutation) else { return true };
        pipeline.book = book.into();
        outcome(&assess(pipeline, &case.bytes)) != case.outcome
    }
}

fn book(mutation: &Mutation) -> Option<RuleBook> {
    RuleBook::from_texts(&with(mutation.table, &mutation.text)).ok()
}

/// The built-in tables, one of them with this text.
fn with<'a>(table: &str, text: &'a str) -> RuleTexts<'a> {
    let mut texts: RuleTexts<'a> = RuleTexts::BUILT_IN;
    match table {
        "rules.yaml" => texts.rules = text,
        "grounds.yaml" => texts.grounds = text,
        "remedies.yaml" => texts.remedies = text,
        "terms.yaml" => texts.terms = text,
        "limits.yaml" => texts.limits = text,
        "rtb.yaml" => texts.rtb = text,
        _ => texts.gelijkgestelde_dagen = text,
    }
    texts
}

fn made_known(assessed: &Assessed) -> Option<Date> {
    assessed.reading.value_at("bekendmaking.datum")?.as_str().and_then(Date::parse)
}

/// Everything of an outcome that a receiver or an officer notices; the explanation is left out.
fn outcome(found: &[Assessed]) -> String {
    let mut text = String::new();
    for assessed in found {
        let decision = &assessed.decision;
        text += decision.outcome.word();
        if let Outcome::Letters(_, plans) = &decision.outcome {
            for plan in plans {
                let days: Vec<_> = plan.terms.iter().map(|it| (it.kind, it.computed.last_day)).collect();
                write!(text, "{:?}{:?}{:?}{days:?}", plan.letter, plan.person, plan.stay_abroad).unwrap();
            }
        }
        let group: Vec<_> = decision.doelgroep.iter().map(|it| it.result).collect();
        write!(text, "{group:?}{:?}{}", decision.bewijs_van_verblijf, decision.afwijking).unwrap();
        for finding in assessed.diagnostics() {
            write!(text, "{:?}{}{:?}", finding.code, finding.message, finding.paths).unwrap();
        }
        for letter in &assessed.letters {
            for block in letter.blocks() {
                words(block, &mut text);
            }
        }
    }
    text
}

fn words(block: &Block, text: &mut String) {
    write!(text, "{:?}", block.kind).unwrap();
}

/// The rules of the trace, of the target group and behind the words of the letters.
fn uses(found: &[Assessed]) -> BTreeSet<RuleId> {
    let mut ids = BTreeSet::new();
    for assessed in found {
        ids.extend(assessed.decision.trace.steps().iter().map(|step| step.rule));
        ids.extend(assessed.decision.doelgroep.iter().map(|tried| RuleId::from(tried.condition)));
        let blocks = assessed.letters.iter().flat_map(|letter| letter.blocks());
        ids.extend(blocks.flat_map(|block| block.provenance.rules.iter().copied()));
    }
    ids
}

fn last_days(terms: &[Value], book: &RuleBook) -> Vec<String> {
    let last_day = |want: &Value| {
        let start = Date::parse(want["datum"].as_str().unwrap()).unwrap();
        let computed = match TermKind::from_word(want["soort"].as_str().unwrap()) {
            Some(kind) => book.term_on(kind, start).compute(start, book.calendar()).unwrap(),
            None => {
                let extension = book.statutory_term_on(start).verlenging;
                let length = want["lengte"].as_str().unwrap().parse().unwrap();
                term::compute(start, length, extension, book.calendar())
            }
        };
        computed.last_day.to_string()
    };
    terms.iter().map(last_day).collect()
}

/// The rows of a table, each with its id and its place in the text; what stands before the first row is left out.
fn rows(text: &str) -> Vec<(String, std::ops::Range<usize>)> {
    let mut at = 0;
    let mut starts = Vec::new();
    for line in text.split_inclusive('\n') {
        if ["- id: ", "- besluit: ", "- dag: "].iter().any(|key| line.trim_start().starts_with(key)) {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let named = starts.iter().copied().zip(ends).map(|(start, end)| {
        let first = text[start..end].lines().next().unwrap();
        let id = first.split_once(": ").map_or("", |(_, id)| id.trim());
        (id.to_owned(), start..end)
    });
    named.collect()
}

/// The line of a row in which a key stands.
fn line<'a>(row: &'a str, key: &str) -> Option<&'a str> {
    row.lines().find(|line| line.trim_start().trim_start_matches("- ").starts_with(&format!("{key}: ")))
}

/// Every table but `sources.yaml`, which decides nothing, with its text.
fn tables() -> impl Iterator<Item = (&'static str, &'static str)> {
    RuleTexts::BUILT_IN.named().into_iter().filter(|(name, _)| *name != "sources.yaml")
}

/// A value that is a date or begins with a number, moved by one, down and up.
fn moved(value: &str) -> Vec<String> {
    if let Some(date) = Date::parse(value) {
        return vec![date.previous().to_string(), date.next().to_string()];
    }
    let (number, rest) = value.split_at(value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len()));
    let Ok(number) = number.parse::<u32>() else { return Vec::new() };
    vec![format!("{}{rest}", number.saturating_sub(1)), format!("{}{rest}", number + 1)]
}

/// A list (which stands on one line) without each of its words in turn.
fn shorter(list: &str) -> Vec<String> {
    let words: Vec<&str> = list.trim_matches(['[', ']']).split(", ").collect();
    let without = |at: usize| {
        let left: Vec<&str> =
            words.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, word)| *word).collect();
        format!("[{}]", left.join(", "))
    };
    (0..words.len()).map(without).collect()
}

/// Every number and date moved by one, and every word that decides left out.
fn values_changed() -> Vec<Mutation> {
    let mut found = Vec::new();
    for (table, text) in tables() {
        for (row, range) in rows(text) {
            let own = &text[range.clone()];
            let mut change = |key: &'static str, old: &str, new: &str| {
                let changed = own.replacen(old, new, 1);
                let text = format!("{}{changed}{}", &text[..range.start], &text[range.end..]);
                let what = format!("{table}: {row}: {key}: {} → {}", old.trim(), new.trim());
                found.push(Mutation { what, row: row.clone(), key, table, text });
            };
            let numbers =
                ["waarde", "lengte", "geldig_vanaf", "geldig_tot", "genomen_op", "van", "tot_en_met", "tot"];
            for key in numbers {
                let Some(old) = line(own, key) else { continue };
                let (before, value) = old.split_once(": ").unwrap();
                for value in moved(value) {
                    change(key, old, &format!("{before}: {value}"));
                }
            }
            for key in ["brieven", "stappen", "termijnen", "dagen"] {
                let Some(old) = line(own, key).filter(|line| !line.ends_with("[]")) else { continue };
                let (before, list) = old.split_once(": ").unwrap();
                for list in shorter(list) {
                    change(key, old, &format!("{before}: {list}"));
                }
            }
            if let Some(old) = line(own, "geval") {
                change("geval", &format!("{old}\n"), "");
            }
        }
    }
    found
}

/// The table with this row closed on the day before a day.
fn closed(table: &'static str, text: &str, row: &str, range: &std::ops::Range<usize>, day: Date) -> Mutation {
    let own = text[range.clone()].trim_end();
    let until = day.previous();
    let text = format!("{}{own}\n  geldig_tot: {until}\n{}", &text[..range.start], &text[range.end..]);
    Mutation {
        what: format!("{table}: {row}: closed on {until}"),
        row: row.to_owned(),
        key: "geldig_tot",
        table,
        text,
    }
}

/// The first days of the rows of an id.
fn first_days(book: &RuleBook, id: RuleId) -> impl Iterator<Item = Date> {
    book.rows().filter(move |row| row.id == id).map(Provenance::valid_from)
}

/// The rows that say why no change of them shows, each with the reason. A reason that begins with keys in
/// backquotes is about those keys alone.
fn exempt() -> BTreeMap<String, &'static str> {
    let reasons = tables().flat_map(|(_, text)| {
        rows(text).into_iter().filter_map(move |(row, range)| {
            let (_, reason) = line(&text[range], "zonder_gevolg")?.split_once(": ")?;
            Some((row, reason.trim_matches('\'')))
        })
    });
    reasons.collect()
}

fn is_exempt(exempt: &BTreeMap<String, &str>, mutation: &Mutation) -> bool {
    exempt.get(&mutation.row).is_some_and(|reason| {
        let keys = reason.split(": ").next().filter(|keys| keys.starts_with('`'));
        keys.is_none_or(|keys| keys.contains(&format!("`{}`", mutation.key)))
    })
}

#[test]
fn every_change_of_a_table_shows_in_some_case_or_its_row_says_why_not() {
    let mut pipeline = new_pipeline();
    let corpus = Corpus::new(&pipeline);
    let unchanged = Arc::clone(&pipeline.book);
    let exempt = exempt();
    let (mut tried, mut unseen, mut without_effect) = (0, Vec::new(), BTreeSet::new());
    let mut note = |mutation: Mutation, seen: bool| {
        tried += 1;
        if !seen && is_exempt(&exempt, &mutation) {
            without_effect.insert(mutation.row);
        } else if !seen {
            unseen.push(mutation.what);
        }
    };
    for mutation in values_changed() {
        let seen = corpus.sees(&mut pipeline, &mutation);
        note(mutation, seen);
    }
    for (table, text) in tables() {
        for (row, range) in rows(text) {
            let Some(id) = RuleId::from_word(&row) else { continue };
            let users: Vec<&Case> = corpus.cases.iter().filter(|case| case.uses.contains(&id)).collect();
            let users = if users.is_empty() { corpus.cases.iter().collect() } else { users };
            let mut seen = false;
            let mut last = None;
            for case in users {
                // A row that would end before it begins is refused for that alone, which shows nothing.
                let begun = |day: &&Date| first_days(&unchanged, id).any(|from| from < **day);
                for day in case.days.iter().filter(begun) {
                    let mutation = closed(table, text, &row, &range, *day);
                    seen = seen || corpus.sees_in(&mut pipeline, &mutation, case);
                    last = Some(mutation);
                }
                if seen {
                    break;
                }
            }
            match last {
                Some(mutation) => note(mutation, seen),
                None => panic!("no case can show the row {row}"),
            }
        }
    }
    assert!(tried > 300, "only {tried} changes were tried");
    assert!(unseen.is_empty(), "{} of {tried} changes show nowhere:\n{}", unseen.len(), unseen.join("\n"));
    let stale: Vec<&String> = exempt.keys().filter(|row| !without_effect.contains(*row)).collect();
    assert!(stale.is_empty(), "`zonder_gevolg`, but every change of these rows shows: {stale:?}");
}
