//! No fact is passed over: the table of facts (`facts.yaml`) says what every fact bears on, and is held to what changes
//! when every fact of every case is set to every value of its kind.

pub mod corpus;
mod dropped;
mod group;
pub mod seen;
mod table;
pub mod tree;
mod tried;
mod values;

use rtbrief::explain::bearing::{Bearing, FactTable};
use rtbrief::words::{Fact, Occasion};
use tried::{Cell, Cells, merged, moved, written};

fn total(cells: &Cells) -> usize {
    cells.values().map(|cell| cell.tried).sum()
}

/// The cells of some cases: as they are written, and for facts that the table counts, moved to other occasions too.
/// The rules of the latter depend on the company in which a fact was tried, so only `all` cases together tell them.
#[allow(clippy::print_stdout)] // how many values were tried: `--nocapture` shows it
fn seen_in(cases: &[corpus::Case], all: bool, table: &FactTable) -> Cells {
    let cells = written(cases);
    let counts =
        |fact: Fact, occasion: Occasion| matches!(table.of(fact, occasion), Some(Bearing::Counts(_)));
    let mut more = moved(cases, &cells, counts);
    if !all {
        more.values_mut().for_each(|cell| cell.rules.clear());
    }
    println!("{} values of facts tried in {} cases", total(&cells), cases.len());
    assert!(total(&cells) > 500 * cases.len(), "only {} values tried", total(&cells));
    merged([cells, more])
}

/// What is wrong with one row on one occasion.
fn wrong(bearing: &Bearing, cell: &Cell) -> Option<String> {
    let example = cell.example.as_deref().unwrap_or_default();
    match bearing {
        Bearing::Counts(_) if cell.changed == 0 => Some("nothing ever changes".to_owned()),
        Bearing::Counts(rules) => {
            let missing: Vec<&str> =
                cell.rules.iter().filter(|rule| !rules.contains(rule)).map(|rule| rule.word()).collect();
            (!missing.is_empty()).then(|| format!("is also read by {}", missing.join(", ")))
        }
        Bearing::CountsNot(_) if cell.changed > 0 => Some(format!("something changes: {example}")),
        Bearing::Contradicts if cell.changed > 0 => Some(format!("something changes: {example}")),
        Bearing::Contradicts if cell.silent > 0 => Some("it is accepted in silence".to_owned()),
        Bearing::Contradicts if cell.idle == 0 => Some("it is never refused".to_owned()),
        Bearing::CountsNot(_) | Bearing::Contradicts => None,
    }
}

fn all_wrong(table: &FactTable, cells: &Cells) -> Vec<String> {
    let none = Cell::default();
    let rows = table.rows().map(|(fact, occasion, bearing)| {
        let cell = cells.get(&(fact, occasion)).unwrap_or(&none);
        wrong(bearing, cell).map(|why| format!("{fact} at {}: {why}", occasion.word()))
    });
    rows.flatten().collect()
}

#[test]
fn every_fact_bears_as_the_table_says() {
    let table = FactTable::built_in().unwrap();
    let cells = seen_in(&corpus::of_fixtures(), false, &table);
    let wrong = all_wrong(&table, &cells);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The same over the acceptance cases too; every rule of the table then reads its fact somewhere.
#[test]
#[ignore = "takes minutes; .ci/long runs it"]
fn the_table_of_facts_names_every_rule() {
    let table = FactTable::built_in().unwrap();
    let cells = seen_in(&corpus::all(), true, &table);
    if table::renewed(&table, &cells) {
        return;
    }
    let mut wrong = all_wrong(&table, &cells);
    wrong.extend(table::stale(&table, &cells));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
