//! The file that says which column of a table is which fact (`kolommen.yaml`).

use super::document::Fact;
use super::sheet::{Cell, letters};
use super::table::one_space;
use crate::case::model::{Keys, Shape, SoortStap, Stap};
use crate::case::read::suggest::nearest;
use crate::case::text::CaseText;
use crate::words::{Holds, Key, pattern_of};
use crate::yaml;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The word for a column that is no fact.
const SKIPPED: &str = "overslaan";

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// The sheet of a workbook that has more than one.
    #[serde(default)]
    blad: Option<String>,
    /// Facts that are the same in every case, by path.
    #[serde(default)]
    vast: BTreeMap<String, String>,
    /// Of each column, by its name, what it is.
    kolommen: BTreeMap<String, Said>,
}

/// What the file says of a column.
#[derive(Debug, Deserialize)]
#[serde(
    untagged,
    expecting = "hier staat een feit, een lijst van feiten, of `feit` met `woorden`; een getal, true of false staat bij `woorden` tussen aanhalingstekens"
)]
enum Said {
    /// The facts that get its value, or [`SKIPPED`].
    Facts(Paths),
    /// With words of the table for values of the fact.
    Translated(Translated),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Translated {
    feit: Paths,
    /// What a word of the table is in a case; nothing behind it leaves the fact out.
    woorden: BTreeMap<String, Option<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "hier staat een feit, of een lijst van feiten")]
enum Paths {
    One(String),
    More(Vec<String>),
}

impl Paths {
    fn all(&self) -> &[String] {
        match self {
            Self::One(path) => std::slice::from_ref(path),
            Self::More(paths) => paths,
        }
    }
}

/// A fact that gets a value.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its path: `stap.gronden[0].grond`.
    pub path: String,
    /// Its key in a case of some step.
    key: &'static Key,
    /// Whether it is an item of a list of texts, which has no key of its own.
    pub is_item: bool,
}

/// A column that gives facts.
#[derive(Clone, Debug)]
pub struct Column {
    /// Where it stands in the table, from 0.
    pub at: usize,
    /// What each fact of it is in [`Columns::targets`].
    pub targets: Vec<usize>,
    /// Words of the table in small letters, and what they are in a case.
    words: BTreeMap<String, Option<String>>,
}

impl Column {
    /// What the file says of the word in a cell, as a person sees it or as the table holds it: `Some(None)` where the fact is left
    /// out, `None` where the file says nothing.
    #[must_use]
    pub fn word_for(&self, cell: &Cell) -> Option<Option<&str>> {
        let said = |word: &str| self.words.get(&word.to_lowercase()).map(Option::as_deref);
        match cell {
            _ if self.words.is_empty() => None,
            Cell::Text(text) => said(text),
            Cell::Bool(true) => said("waar").or_else(|| said("true")),
            Cell::Bool(false) => said("onwaar").or_else(|| said("false")),
            Cell::Number(number) => said(&number.to_string()),
            Cell::Zero => said("0"),
            Cell::Day(day) => said(&day.to_string())
                .or_else(|| said(&format!("{}-{}-{}", day.day(), day.month(), day.year()))),
            _ => None,
        }
    }
}

/// Which facts the cases of a table get, and from where.
#[derive(Debug)]
pub struct Columns {
    /// The facts, those of [`Self::fixed`] among them.
    pub targets: Vec<Target>,
    /// The facts that are the same in every case, with their text.
    pub fixed: Vec<(usize, String)>,
    /// The columns that give facts, in the order of the table.
    pub columns: Vec<Column>,
    plans: Vec<Plan>,
    of_no_step: Plan,
}

/// What the facts are in a case of one step; the same path can be another key there.
#[derive(Debug)]
pub struct Plan {
    step: Option<SoortStap>,
    /// The key and the place of each fact, in the order of [`Columns::targets`].
    pub facts: Vec<(&'static Key, Fact)>,
}

/// A kolommen file that was read, before it is held against a table.
#[derive(Debug)]
pub struct Wanted {
    file: File,
}

impl Wanted {
    /// Reads the file.
    ///
    /// # Errors
    /// A Dutch sentence, with line and column, when it is not of the right form.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut file: File = yaml::from_str(text).map_err(|error| {
            let line = error
                .place
                .and_then(|(line, _)| text.lines().nth(usize::try_from(line).ok()?.checked_sub(1)?));
            let is_item = line.is_some_and(|line| line.contains("[0]") || line.contains("[1]"));
            let help = if is_item { ". Zet een feit met haken tussen aanhalingstekens." } else { "" };
            format!("{}{help}", error.to_string().trim_end_matches(|c| c == '.' && is_item))
        })?;
        let count = file.kolommen.len();
        file.kolommen = file.kolommen.into_iter().map(|(name, said)| (one_space(&name), said)).collect();
        if file.kolommen.len() < count {
            return Err("een kolom staat er twee keer (spaties maken geen verschil)".to_owned());
        }
        Ok(Self { file })
    }

    /// The sheet of a workbook that it names.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        self.file.blad.as_deref()
    }

    /// Holds the file against the names of the columns of a table.
    ///
    /// # Errors
    /// Every fault as a Dutch sentence: a path that is no fact, a fact that is filled twice, a column of the table that the file
    /// does not name or the other way round.
    pub fn of_table(&self, header: &[String]) -> Result<Columns, Vec<String>> {
        let named = header.iter().filter(|name| self.file.kolommen.contains_key(*name)).count();
        // Without the names of columns every cell of the first case would be shown as one.
        if named * 2 < self.file.kolommen.len() {
            return Err(vec![format!(
                "van de {} kolommen die dit bestand noemt, staan er {named} op de eerste rij van de tabel; staat er een titel boven, of ontbreekt de rij met namen?",
                self.file.kolommen.len()
            )]);
        }
        let mut faults = Vec::new();
        let mut seen = BTreeSet::new();
        for (at, name) in header.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            let letters = letters(at);
            let name = name.as_str();
            if !seen.insert(name) {
                faults.push(format!("kolom {letters}: de naam `{name}` staat al boven een andere kolom"));
            } else if !self.file.kolommen.contains_key(name) {
                faults.push(format!(
                    "kolom {letters}: `{name}` staat niet onder `kolommen`; zet erbij welk feit zij is, of `{SKIPPED}`"
                ));
            }
        }
        for name in self.file.kolommen.keys().filter(|name| !seen.contains(name.as_str())) {
            faults.push(format!("`{name}` is geen kolom van de tabel"));
        }
        let mut targets = Vec::new();
        let mut add = |path: &str, said: &str, faults: &mut Vec<String>| -> Option<usize> {
            match target(path) {
                Ok(found) if targets.iter().any(|target: &Target| target.path == found.path) => {
                    faults.push(format!("{said}: `{path}` wordt al gevuld; een feit heeft één kolom"));
                    None
                }
                Ok(found) => {
                    targets.push(found);
                    Some(targets.len() - 1)
                }
                Err(fault) => {
                    faults.push(format!("{said}: {fault}"));
                    None
                }
            }
        };
        let mut fixed = Vec::new();
        for (path, text) in &self.file.vast {
            if let Some(target) = add(path, "vast", &mut faults) {
                faults.extend(unfit(path, text).map(|fault| format!("vast: {fault}")));
                fixed.push((target, text.clone()));
            }
        }
        let mut columns = Vec::new();
        for (at, name) in header.iter().enumerate() {
            let Some(said) = self.file.kolommen.get(name) else { continue };
            let (paths, words) = said.parts();
            let said = format!("kolom `{name}`");
            let targets: Vec<usize> = paths.iter().filter_map(|path| add(path, &said, &mut faults)).collect();
            for (path, word) in
                paths.iter().flat_map(|path| words.values().flatten().map(move |word| (path, word)))
            {
                faults.extend(unfit(path, word).map(|fault| format!("{said}: {fault}")));
            }
            let count = words.len();
            let words: BTreeMap<String, Option<String>> =
                words.iter().map(|(word, value)| (word.trim().to_lowercase(), value.clone())).collect();
            if words.len() < count || words.contains_key("") {
                faults.push(format!("{said}: bij `woorden` staat een leeg woord, of een woord twee keer (hoofdletters maken geen verschil)"));
            }
            columns.push(Column { at, targets, words });
        }
        columns.retain(|column| !column.targets.is_empty());
        if !faults.is_empty() {
            return Err(faults);
        }
        let steps = SoortStap::WORDS.iter().map(|word| SoortStap::from_word(word));
        let plans = steps.map(|step| Plan::new(step, &targets)).collect();
        let of_no_step = Plan::new(None, &targets);
        Ok(Columns { targets, fixed, columns, plans, of_no_step })
    }
}

impl Plan {
    fn new(step: Option<SoortStap>, targets: &[Target]) -> Self {
        let case = CaseText { step, ..CaseText::default() };
        let facts = targets.iter().map(|target| {
            let key = Keys::key_at(&target.path, step).unwrap_or(target.key);
            (key, Fact::at(&target.path, &case))
        });
        Self { step, facts: facts.collect() }
    }
}

static NO_WORDS: BTreeMap<String, Option<String>> = BTreeMap::new();

impl Said {
    /// The paths that a column fills, and its words.
    fn parts(&self) -> (&[String], &BTreeMap<String, Option<String>>) {
        let (paths, words) = match self {
            Self::Facts(paths) => (paths.all(), &NO_WORDS),
            Self::Translated(said) => (said.feit.all(), &said.woorden),
        };
        if matches!(paths, [only] if only == SKIPPED) { (&[], words) } else { (paths, words) }
    }
}

impl Columns {
    /// The place of the fact that says which step it is, among [`Self::targets`].
    #[must_use]
    pub fn step(&self) -> Option<usize> {
        self.targets.iter().position(|target| target.path == Stap::soort.pattern())
    }

    /// What the facts are in a case of this step; `None` where the step is not known.
    #[must_use]
    pub fn plan(&self, step: Option<SoortStap>) -> &Plan {
        self.plans.iter().find(|plan| plan.step == step).unwrap_or(&self.of_no_step)
    }
}

/// The keys at a path in cases of all steps. A block that stands in more places has a key in each.
fn keys_at(path: &str) -> impl Iterator<Item = &'static Key> {
    let steps = SoortStap::WORDS.iter().map(|word| SoortStap::from_word(word)).chain([None]);
    steps.filter_map(move |step| Keys::key_at(path, step))
}

/// What is wrong with a word of the file for the fact at a path: it is none of the words that the fact has in any step.
fn unfit(path: &str, word: &str) -> Option<String> {
    let words: BTreeSet<&str> = keys_at(path).flat_map(Key::words).copied().collect();
    let is_one = |word: &str| words.contains(word.trim().to_lowercase().as_str());
    let all_are = word.split([',', ';']).all(is_one);
    (!words.is_empty() && !is_one(word) && !all_are).then(|| {
        let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
        format!("`{word}` is geen woord van `{path}`; kies uit {}", words.join(", "))
    })
}

/// The fact at a path.
///
/// # Errors
/// A Dutch clause: there is no such fact, or it is a block.
fn target(path: &str) -> Result<Target, String> {
    let pattern = pattern_of(path);
    let Some(key) = keys_at(path).next() else {
        let known: Vec<&str> = Keys::all().flat_map(Keys::rows).map(|key| key.fact.pattern()).collect();
        let meant = match nearest(&pattern, &known) {
            Some(meant) => format!("bedoelde u `{meant}`?"),
            None => "`rtbrief schema zaak` en docs/sleutels.md noemen ze alle".to_owned(),
        };
        return Err(format!("`{path}` is geen feit van een zaak; {meant}"));
    };
    let stands_for_a_word = Shape::of(key.fact).iter().any(|shape| matches!(shape, Shape::Word(..)));
    if matches!(key.holds, Holds::Block) && !stands_for_a_word {
        return Err(format!("`{path}` is een blok; noem een sleutel daarin"));
    }
    let items = path.split('[').skip(1).map(|rest| rest.split(']').next().unwrap_or_default());
    if items.into_iter().any(|item| !item.parse::<u8>().is_ok_and(|number| number.to_string() == item)) {
        return Err(format!("`{path}`: tussen de haken staat het hoeveelste, vanaf 0, zoals `[0]`"));
    }
    Ok(Target { path: path.to_owned(), key, is_item: path.ends_with(']') })
}

#[cfg(test)]
mod tests {
    use super::Wanted;

    fn faults(file: &str, header: &[&str]) -> Vec<String> {
        let header: Vec<String> = header.iter().map(|name| (*name).to_owned()).collect();
        Wanted::read(file).unwrap().of_table(&header).unwrap_err()
    }

    #[test]
    fn every_fault_of_the_file_is_said_at_once() {
        let file = "vast: {stap.sort: triage, zaak.kenmerk: Z-1}\nkolommen: {A: zaak.kenmerk, B: stap.gronden, C: overslaan, D: \"stap.gronden[].grond\", E: overslaan}\n";
        assert_eq!(
            faults(file, &["A", "B", "C", "D", "F", "F"]),
            [
                "kolom E: `F` staat niet onder `kolommen`; zet erbij welk feit zij is, of `overslaan`",
                "kolom F: de naam `F` staat al boven een andere kolom",
                "`E` is geen kolom van de tabel",
                "vast: `stap.sort` is geen feit van een zaak; bedoelde u `stap.soort`?",
                "kolom `A`: `zaak.kenmerk` wordt al gevuld; een feit heeft één kolom",
                "kolom `B`: `stap.gronden` is een blok; noem een sleutel daarin",
                "kolom `D`: `stap.gronden[].grond`: tussen de haken staat het hoeveelste, vanaf 0, zoals `[0]`",
            ]
        );
    }

    #[test]
    fn a_file_of_another_form_is_refused_with_its_place() {
        assert_eq!(
            Wanted::read("kolom: {A: zaak.kenmerk}\n").unwrap_err(),
            "regel 1, kolom 1: de sleutel `kolom` is onbekend; bekend zijn: blad, vast, kolommen"
        );
        assert!(Wanted::read("vast: {}\n").unwrap_err().contains("`kolommen` ontbreekt"));
    }

    #[test]
    fn one_column_can_fill_two_facts_and_translate_its_words() {
        let file = "vast: {stap.soort: triage, stap.asielwens: false}\nkolommen:\n  Dag: [bekendmaking.datum, stap.datum]\n  M/V: {feit: vreemdeling.geslacht, woorden: {M: man, n.v.t.: }}\n";
        let columns = Wanted::read(file).unwrap().of_table(&["M/V".to_owned(), "Dag".to_owned()]).unwrap();
        let paths = |targets: &[usize]| {
            targets.iter().map(|it| columns.targets[*it].path.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(paths(&columns.columns[0].targets), ["vreemdeling.geslacht"]);
        assert_eq!(columns.columns[0].words["n.v.t."], None);
        assert_eq!(paths(&columns.columns[1].targets), ["bekendmaking.datum", "stap.datum"]);
        assert_eq!(
            columns.fixed.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(),
            ["false", "triage"]
        );
    }
}
