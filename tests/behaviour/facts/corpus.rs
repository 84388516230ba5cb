//! The cases in which facts are changed.

use super::tree::Tree;
use crate::support::{Fixture, expectations, fixtures};
use rtbrief::case::split::split;
use rtbrief::words::Fact;
use std::fs;

/// A case with its name.
pub struct Case {
    /// The name of the fixture or of the file.
    pub name: String,
    /// The case itself.
    pub tree: Tree,
}

/// The cases of every fixture.
pub fn of_fixtures() -> Vec<Case> {
    fixtures().iter().flat_map(|fixture: &Fixture| cases(&fixture.name, fixture.case().as_bytes())).collect()
}

/// The cases of every fixture and every acceptance case.
pub fn all() -> Vec<Case> {
    let mut found = of_fixtures();
    let others = expectations()
        .into_iter()
        .filter(|it| !found.iter().any(|case| case.name == it.name))
        .collect::<Vec<_>>();
    for other in others {
        found.extend(cases(&other.name, &fs::read(&other.case).unwrap()));
    }
    found
}

fn cases(name: &str, bytes: &[u8]) -> Vec<Case> {
    let documents = split(bytes).into_iter().filter_map(|document| document.text.ok());
    documents.filter_map(|text| Tree::read(&text)).map(|tree| Case { name: name.to_owned(), tree }).collect()
}

/// The keys of a return decision that go together.
const OF_RETURN: &[&str] =
    &["andere_verblijfsgrond", "terugkeerbeletsel", "land_van_terugkeer", "veilig_derde_land"];

/// The case `step` with the person and the facts of another case, its grounds where the step has grounds, and the block
/// in which `fact` lies: so a fact that bears on one occasion is tried on the next in the same company.
pub fn transplanted(step: &Case, content: &Case, fact: Fact) -> Case {
    let mut tree = step.tree.clone();
    let mut parts = fact.pattern().split('.').map(|part| part.trim_end_matches("[]"));
    let (block, key) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let own_block = (block != "stap").then_some(block);
    for moved in ["vreemdeling", "feiten"].into_iter().chain(own_block) {
        if let Some(value) = content.tree.0.get(moved) {
            tree.0[moved] = value.clone();
        }
    }
    let mut keys: Vec<&str> = Vec::new();
    if block == "stap" {
        keys.extend(OF_RETURN);
        keys.push(key);
    }
    if tree.0["stap"].get("gronden").is_some() {
        keys.push("gronden");
    }
    for moved in keys {
        if let Some(value) = content.tree.0["stap"].get(moved) {
            tree.0["stap"][moved] = value.clone();
        }
    }
    Case { name: format!("{} in {}", content.name, step.name), tree }
}
