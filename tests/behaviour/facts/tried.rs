//! Every fact of every case is set to every value of its kind; what then changes is counted by fact and occasion.

use super::corpus::{self, Case};
use super::seen::{Refused, Seen};
use super::tree::{Samples, Tree, samples};
use super::values;
use crate::support::pipeline;
use rtbrief::case::model::{Herbeoordeling, Stap, Stickerlocatie};
use rtbrief::explain::bearing::facts_of;
use rtbrief::pipeline::Run;
use rtbrief::words::{Fact, Key, Need, Occasion, Rule, RuleId};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What was seen of a fact on an occasion.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// The values tried.
    pub tried: usize,
    /// The values that changed the outcome, a letter's words or a finding.
    pub changed: usize,
    /// The values that the outcome cannot use.
    pub idle: usize,
    /// The values that changed nothing and were not refused.
    pub silent: usize,
    /// The rules that read the fact where a value changed something.
    pub rules: BTreeSet<RuleId>,
    /// Some cases in which a value changed something.
    pub examples: Vec<usize>,
    /// The first of these, with the value.
    pub example: Option<String>,
}

/// What was seen, by fact and occasion.
pub type Cells = BTreeMap<(Fact, Occasion), Cell>;

/// Adds up what several runs saw.
pub fn merged(parts: impl IntoIterator<Item = Cells>) -> Cells {
    let mut all = Cells::new();
    for (key, cell) in parts.into_iter().flatten() {
        let found = all.entry(key).or_default();
        found.tried += cell.tried;
        found.changed += cell.changed;
        found.idle += cell.idle;
        found.silent += cell.silent;
        found.rules.extend(cell.rules);
        found.examples.extend(cell.examples);
        found.example = found.example.take().or(cell.example);
    }
    all
}

/// Runs a job for every `threads`-th place, on every processor.
fn on_threads<T: Send>(job: impl Fn(usize, usize) -> T + Sync) -> Vec<T> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let job = &job;
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|part| scope.spawn(move || job(part, threads))).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

/// Sets every fact of every case to every value.
pub fn written(cases: &[Case]) -> Cells {
    let samples = &samples(cases.iter().map(|case| &case.tree));
    merged(on_threads(|part, threads| {
        let run = pipeline().run();
        let mut cells = Cells::new();
        for (place, case) in cases.iter().enumerate().skip(part).step_by(threads) {
            let Some(occasion) = case.tree.occasion() else { continue };
            for key in facts_of(occasion) {
                let cell = cells.entry((key.fact, occasion)).or_default();
                set_to_every_value(&run, place, case, key, samples, cell);
            }
        }
        cells
    }))
}

fn set_to_every_value(
    run: &Run<'_>,
    place: usize,
    case: &Case,
    key: &Key,
    samples: &Samples,
    cell: &mut Cell,
) {
    let Some(base) = case.tree.grafted(key.fact, samples) else { return };
    let Some(before) = Seen::of(run, &base) else { return };
    let mut tried: Vec<Tree> = Vec::new();
    if key.need != Need::Required {
        tried.extend(base.without(key.fact));
    }
    for value in values::values(key, &base) {
        tried.extend(base.with(key.fact, &value, samples));
    }
    for tree in tried {
        let Some(now) = Seen::of(run, &tree) else { continue };
        cell.tried += 1;
        if before.is_unreadable() || (now.is_unreadable() && !shapes(key)) {
            continue;
        }
        if let Some(why) = now.refuses(key.fact).or_else(|| before.refuses(key.fact)) {
            cell.idle += usize::from(why == Refused::Idle);
            continue;
        }
        if now.equals(&before) {
            cell.silent += usize::from(before.findings.is_empty());
            continue;
        }
        cell.changed += 1;
        let mut rules = now.rules_of(key.fact);
        rules.extend(before.rules_of(key.fact));
        if rules.is_empty() && now.letters != before.letters {
            rules.insert(Rule::BriefVorm.into());
        }
        cell.rules.extend(rules);
        if cell.examples.last() != Some(&place) && cell.examples.len() < 8 {
            cell.examples.push(place);
        }
        if cell.example.is_none() {
            let value = tree.get(key.fact).map_or_else(|| "-".to_owned(), Value::to_string);
            cell.example = Some(format!("{} = {value}", case.name));
        }
    }
}

/// Whether the rest of the file has another shape with another word for the key: its step, outcome or phase. The reader
/// then refuses what was there.
fn shapes(key: &Key) -> bool {
    [Stap::soort, Stickerlocatie::uitkomst, Herbeoordeling::fase].contains(&key.fact)
}

/// The same for the facts and occasions of which `open` is true and where nothing changed yet: each is tried in the
/// company in which it bears on other occasions.
pub fn moved(cases: &[Case], cells: &Cells, open: impl Fn(Fact, Occasion) -> bool) -> Cells {
    let samples = &samples(cases.iter().map(|case| &case.tree));
    let mut prototypes: BTreeMap<Occasion, Vec<&Case>> = BTreeMap::new();
    let run = pipeline().run();
    for case in cases {
        let Some(occasion) = case.tree.occasion() else { continue };
        let Some(seen) = Seen::of(&run, &case.tree) else { continue };
        let known = prototypes.entry(occasion).or_default();
        if seen.findings.is_empty() {
            known.push(case);
        }
    }
    for known in prototypes.values_mut() {
        let step = (known.len() / 8).max(1);
        *known = known.iter().copied().step_by(step).take(8).collect();
    }
    let unchanged = cells.iter().filter(|(_, cell)| cell.changed == 0).map(|(key, _)| *key);
    let open: Vec<(Fact, Occasion)> = unchanged.filter(|(fact, occasion)| open(*fact, *occasion)).collect();
    merged(on_threads(|part, threads| {
        let run = pipeline().run();
        let mut found = Cells::new();
        for (fact, occasion) in open.iter().skip(part).step_by(threads) {
            let Some(key) = facts_of(*occasion).find(|key| key.fact == *fact) else { continue };
            let cell = found.entry((*fact, *occasion)).or_default();
            let contents = cells
                .iter()
                .filter(|((other, _), _)| other == fact)
                .flat_map(|(_, cell)| cell.examples.iter());
            'contents: for content in contents {
                for step in &prototypes[occasion] {
                    let case = corpus::transplanted(step, &cases[*content], *fact);
                    set_to_every_value(&run, *content, &case, key, samples, cell);
                    if cell.changed > 0 {
                        break 'contents;
                    }
                }
            }
        }
        found
    }))
}
