//! The table as a file: which rules read a fact follows from what was seen; the reasons are written by hand.

use super::tried::Cells;
use crate::support::root;
use rtbrief::explain::bearing::{BUILT_IN, Bearing, FactTable, TABLE};
use rtbrief::words::{Fact, Occasion, RuleId};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

/// The file of the table, with the rules that were seen.
fn rewritten(table: &FactTable, cells: &Cells) -> String {
    let mut out: String =
        BUILT_IN.lines().take_while(|line| line.starts_with('#')).fold(String::new(), |mut head, line| {
            let _ = writeln!(head, "{line}");
            head
        });
    let mut facts: Vec<Fact> = table.rows().map(|(fact, ..)| fact).collect();
    facts.dedup();
    for fact in facts {
        let name = fact.pattern();
        let quoted = if name.contains('[') { format!("\"{name}\"") } else { name.to_owned() };
        let _ = writeln!(out, "- feit: {quoted}");
        let rows: Vec<(Occasion, Bearing)> = table
            .rows()
            .filter(|(other, ..)| *other == fact)
            .map(|(_, occasion, bearing)| (occasion, seen(fact, occasion, bearing, cells)))
            .collect();
        group(&mut out, &rows, "telt", |bearing| match bearing {
            Bearing::Counts(rules) => Some(format!("regels: [{}]", words(rules))),
            _ => None,
        });
        group(&mut out, &rows, "telt_niet", |bearing| match bearing {
            Bearing::CountsNot(reason) => Some(format!("reden: {reason}")),
            _ => None,
        });
        let against: Vec<&str> = rows
            .iter()
            .filter(|(_, bearing)| *bearing == Bearing::Contradicts)
            .map(|(occasion, _)| occasion.word())
            .collect();
        if !against.is_empty() {
            let _ = writeln!(out, "  strijdig: [{}]", against.join(", "));
        }
    }
    out
}

/// What the table says; where it counts a fact, with the rules that were seen there, and without those that never read
/// it.
fn seen(fact: Fact, occasion: Occasion, bearing: &Bearing, cells: &Cells) -> Bearing {
    let Bearing::Counts(known) = bearing else { return bearing.clone() };
    let ever = ever(fact, cells);
    let here = cells.get(&(fact, occasion)).map(|cell| &cell.rules);
    let mut rules: BTreeSet<RuleId> = here.into_iter().flatten().copied().collect();
    rules.extend(known.iter().filter(|rule| ever.is_empty() || ever.contains(rule)));
    Bearing::Counts(rules.into_iter().collect())
}

fn words(rules: &[RuleId]) -> String {
    rules.iter().map(|rule| rule.word()).collect::<Vec<_>>().join(", ")
}

/// The rows with the same words, together under their occasions.
fn group(
    out: &mut String,
    rows: &[(Occasion, Bearing)],
    key: &str,
    words: impl Fn(&Bearing) -> Option<String>,
) {
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for (occasion, bearing) in rows {
        let Some(words) = words(bearing) else { continue };
        match groups.iter_mut().find(|(other, _)| *other == words) {
            Some((_, occasions)) => occasions.push(occasion.word()),
            None => groups.push((words, vec![occasion.word()])),
        }
    }
    if !groups.is_empty() {
        let _ = writeln!(out, "  {key}:");
    }
    for (words, occasions) in groups {
        let _ = writeln!(out, "  - bij: [{}]\n    {words}", occasions.join(", "));
    }
}

/// Renews the rules of the file when `RTBRIEF_UPDATE=1` asks for it; says whether it did.
#[allow(clippy::disallowed_methods)] // the environment may ask a test to renew what it compares with
pub fn renewed(table: &FactTable, cells: &Cells) -> bool {
    let asked = std::env::var_os("RTBRIEF_UPDATE").is_some_and(|value| value == "1");
    if asked {
        fs::write(root("letter-templates/rules").join(TABLE), rewritten(table, cells)).unwrap();
    }
    asked
}

/// The rules of the table that read the fact in no case at all.
pub fn stale(table: &FactTable, cells: &Cells) -> Vec<String> {
    let mut found = Vec::new();
    for (fact, occasion, bearing) in table.rows() {
        let Bearing::Counts(rules) = bearing else { continue };
        let seen = ever(fact, cells);
        for rule in rules.iter().filter(|rule| !seen.is_empty() && !seen.contains(rule)) {
            found.push(format!("{fact} at {}: {rule} never reads it", occasion.word()));
        }
    }
    found
}

/// The rules that read a fact on some occasion.
fn ever(fact: Fact, cells: &Cells) -> BTreeSet<RuleId> {
    let of_fact = cells.iter().filter(|((other, _), _)| *other == fact);
    of_fact.flat_map(|(_, cell)| cell.rules.iter().copied()).collect()
}
