//! The code keeps to the architecture: the rules of the rooms in ARCHITECTURE.md, and rules of law in tables.

mod facts;
mod numbers;
mod rooms;
mod rules;
mod source;
mod tokens;

use crate::support::root;
use rtbrief::law::book::RuleBook;
use rtbrief::letter::TemplateSet;
use rtbrief::words::RuleId;
use source::{Source, sources};
use std::collections::BTreeSet;
use std::fs;

/// A file of more lines than this is named: it may be about more than one thing.
const MANY_LINES: usize = 400;

/// The most lines that a file may have.
const MAX_LINES: usize = 500;

/// Demands that nothing was found.
fn none(found: impl IntoIterator<Item = String>) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn program() -> Vec<Source> {
    let found = sources("src");
    assert!(found.len() > 100, "too few sources were found");
    found
}

/// The ids of every row of the tables.
fn ids() -> BTreeSet<String> {
    RuleBook::built_in().unwrap().rows().map(|row| row.id.to_string()).collect()
}

/// What is wrong with how a file looks.
fn ugly(source: &Source) -> Option<String> {
    let lines = lines(source);
    if !source.text.starts_with("//! ") {
        return Some(format!("{}: does not open with what it does (`//! …`)", source.file));
    }
    (lines > MAX_LINES).then(|| format!("{}: {lines} lines, at most {MAX_LINES}", source.file))
}

fn lines(source: &Source) -> usize {
    source.text.lines().count()
}

#[test]
#[allow(clippy::print_stdout)] // a long file is named, not refused
fn a_file_says_what_it_does_and_is_short() {
    let sources: Vec<Source> = program().into_iter().chain(sources("tests")).collect();
    for source in sources.iter().filter(|source| lines(source) > MANY_LINES) {
        println!("warning: {} has {} lines; is it about one thing?", source.file, lines(source));
    }
    none(sources.iter().filter_map(ugly));
    assert!(ugly(&Source::new("src/a.rs", "use x;")).is_some());
    assert!(ugly(&Source::new("src/a.rs", &format!("//! A.\n{}", "\n".repeat(MAX_LINES)))).is_some());
    assert!(ugly(&Source::new("src/a.rs", &format!("//! A.\n{}", "\n".repeat(MAX_LINES - 1)))).is_none());
}

#[test]
fn rooms_use_only_what_they_may() {
    let sources = program();
    let outer = ["main", "lib"];
    let rooms: BTreeSet<String> =
        sources.iter().map(|s| s.room().to_owned()).filter(|room| !outer.contains(&room.as_str())).collect();
    none(
        sources
            .iter()
            .filter(|source| !outer.contains(&source.room()))
            .flat_map(|source| rooms::wrong_use(source, &rooms)),
    );
    let gone = rooms::MAY_USE.iter().filter(|(room, _)| !rooms.contains(*room));
    none(gone.map(|(room, _)| format!("there is no room `{room}`")));
}

#[test]
fn an_outside_crate_is_named_in_one_place() {
    let sources = program();
    none(sources.iter().flat_map(rooms::wrong_crates));
    none(rooms::forgotten_crates(&sources).into_iter().map(|name| format!("`{name}` is not used")));
}

#[test]
fn only_batch_cli_and_files_touch_the_world_outside() {
    none(program().iter().flat_map(rooms::impure));
}

#[test]
fn a_rule_in_code_is_a_variant() {
    none(program().iter().flat_map(rules::written_as_text));
}

#[test]
fn a_fact_and_a_condition_in_code_are_constants() {
    let (sources, paths) = (program(), facts::paths());
    assert!(paths.len() > 50, "{paths:?}");
    none(sources.iter().flat_map(|source| facts::written_as_text(source, &paths)));
    none(facts::needless(&sources));
}

#[test]
fn law_and_decide_hold_no_number_and_no_date_of_the_law() {
    let sources = program();
    none(sources.iter().flat_map(numbers::outside_tables));
    none(numbers::needless(&sources));
}

#[test]
fn every_rule_that_a_template_names_is_a_row() {
    let ids = ids();
    let mut named = BTreeSet::new();
    let set = TemplateSet::builtin().unwrap();
    for name in set.names() {
        let text = fs::read_to_string(root("letter-templates").join(name)).unwrap();
        named.extend(rules::named_in_template(&text));
    }
    assert!(named.len() > 50, "{named:?}");
    none(named.difference(&ids).map(|id| format!("a template names `{id}`, the tables do not")));
}

#[test]
fn every_row_is_named_by_code_or_template() {
    let sources = program();
    let mut named = BTreeSet::new();
    for name in TemplateSet::builtin().unwrap().names() {
        named.extend(rules::named_in_template(
            &fs::read_to_string(root("letter-templates").join(name)).unwrap(),
        ));
    }
    // The row of a remedy is chosen by its columns; the fixtures show that each is chosen.
    let is_remedy = |id: &RuleId| matches!(id, RuleId::Remedy(_));
    let unnamed = RuleId::all()
        .filter(|id| !is_remedy(id))
        .filter(|id| !named.contains(id.word()) && !rules::is_named(*id, &sources));
    none(unnamed.map(|id| format!("nothing names the row `{id}`")));
}
