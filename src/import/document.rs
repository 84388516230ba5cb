//! The text of a case from facts by path, in the order of the case file.

use crate::case::text::{CaseText, New, NewEntry, lines_of};
use crate::yaml::edit::{Part, parts_of};

/// A fact of a case, at its place.
#[derive(Debug)]
pub struct Fact {
    /// The parts of its path.
    parts: Vec<Part>,
    /// Its place among the other facts: that of each of its parts, and the part itself, so that facts of one block stay together.
    rank: Vec<(usize, String)>,
}

impl Fact {
    /// The fact at a path, in the order that this case has.
    pub fn at(path: &str, case: &CaseText) -> Self {
        let parts = parts_of(path);
        let name = |part: &Part| match part {
            Part::Key(key) => key.clone(),
            Part::Item(_) => String::new(),
        };
        let rank = case.ranks(path).into_iter().zip(parts.iter().map(name)).collect();
        Self { parts, rank }
    }

    /// The place of the fact in the case.
    pub fn rank(&self) -> &[(usize, String)] {
        &self.rank
    }
}

/// Two values for one place: a word for a whole block and a fact in it. The facts are given by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict(pub usize, pub usize);

/// A value for a fact: the number of the fact, where it stands, and what it is.
pub type Given<'a> = (usize, &'a Fact, New);

/// The lines of a case with these values, which are in the order of their rank. Tells of each fact under which path it comes to
/// stand: a list has no gaps, so the second of two items is the first where that is absent.
///
/// # Errors
/// When two values are for one place.
pub fn lines(values: &[Given<'_>], stands: &mut dyn FnMut(usize, &str)) -> Result<String, Conflict> {
    match tree(values, 0, "", stands)? {
        New::Block(entries) => Ok(entries.iter().map(|entry| lines_of(entry, 0)).collect()),
        _ => Ok(String::new()),
    }
}

/// What stands at a path: the values whose paths begin with it.
fn tree(
    values: &[Given<'_>],
    depth: usize,
    path: &str,
    stands: &mut dyn FnMut(usize, &str),
) -> Result<New, Conflict> {
    let part_of = |given: &Given<'_>| given.1.parts.get(depth).cloned();
    let mut entries = Vec::new();
    let mut items = Vec::new();
    for group in values.chunk_by(|a, b| part_of(a) == part_of(b)) {
        let Some(first) = group.first() else { continue };
        match part_of(first) {
            None => {
                if let Some(other) =
                    values.iter().chain(group.iter().skip(1)).find(|other| other.0 != first.0)
                {
                    return Err(Conflict(first.0, other.0));
                }
                stands(first.0, path);
                return Ok(first.2.clone());
            }
            Some(Part::Key(key)) => {
                let below = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                entries.push(NewEntry::new(&key, tree(group, depth + 1, &below, stands)?));
            }
            Some(Part::Item(_)) => {
                let below = format!("{path}[{}]", items.len());
                items.push(tree(group, depth + 1, &below, stands)?);
            }
        }
    }
    Ok(if items.is_empty() { New::Block(entries) } else { New::List(items) })
}

#[cfg(test)]
mod tests {
    use super::{Conflict, Fact, Given, lines};
    use crate::case::text::{CaseText, New};

    fn written(facts: &[(&str, &str)]) -> Result<(String, Vec<String>), Conflict> {
        let facts: Vec<(Fact, New)> = facts
            .iter()
            .map(|(path, text)| (Fact::at(path, &CaseText::default()), New::Text((*text).to_owned())))
            .collect();
        let mut values: Vec<Given<'_>> =
            facts.iter().enumerate().map(|(number, (fact, value))| (number, fact, value.clone())).collect();
        values.sort_by(|a, b| a.1.rank().cmp(b.1.rank()));
        let mut paths = vec![String::new(); facts.len()];
        let text = lines(&values, &mut |number, path| paths[number] = path.to_owned())?;
        Ok((text, paths))
    }

    #[test]
    fn facts_stand_in_the_order_of_the_case_file_and_lists_have_no_gaps() {
        let facts = [
            ("stap.gronden[2].motivering", "tekst"),
            ("vreemdeling.achternaam", "Kovalenko"),
            ("stap.gronden[2].grond", "fraude"),
            ("zaak.kenmerk", "Z-1: #"),
        ];
        let (text, paths) = written(&facts).unwrap();
        assert_eq!(
            text,
            "zaak:\n  kenmerk: \"Z-1: #\"\nvreemdeling:\n  achternaam: Kovalenko\nstap:\n  gronden:\n    - grond: fraude\n      motivering: tekst\n"
        );
        assert_eq!(paths[0], "stap.gronden[0].motivering");
    }

    #[test]
    fn a_word_for_a_block_and_a_fact_in_it_are_in_conflict() {
        let facts = [("vreemdeling.adres", "onbekend"), ("vreemdeling.adres.plaats", "Utrecht")];
        assert_eq!(written(&facts).unwrap_err(), Conflict(0, 1));
    }
}
