//! Which facts bear on which occasion (`facts.yaml`): the rules that read them, or why none does.
//!
//! The table decides nothing. A test sets every fact of every case to every value and holds the table to what changes
//! (`tests/behaviour/facts/`); `uitleg` reads from it why a fact of a case counts for nothing.

use crate::case::model::{Case, Herbeoordeling, Keys, Vreemdeling};
use crate::law::book::RulesError;
use crate::law::table::read_rows;
use crate::words::{Fact, Holds, Key, Occasion, RuleId, pattern_of};
use crate::yaml::Placed;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The name of the table.
pub const TABLE: &str = "facts.yaml";

/// The text of the table.
pub use crate::law::built_in::FACTS as BUILT_IN;

/// What a fact does on an occasion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bearing {
    /// It bears: these rules read it.
    Counts(Vec<RuleId>),
    /// No rule reads it, for this reason.
    CountsNot(String),
    /// The outcome cannot use it: a case that has it is refused (`invoer.zonder_gevolg`).
    Contradicts,
}

/// Whether and how every fact bears on every occasion on which a case can have it.
#[derive(Clone, Debug)]
pub struct FactTable(BTreeMap<(Fact, Occasion), Bearing>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    feit: String,
    #[serde(default)]
    telt: Vec<Counting>,
    #[serde(default)]
    telt_niet: Vec<NotCounting>,
    #[serde(default)]
    strijdig: Vec<Occasion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Counting {
    bij: Vec<Occasion>,
    regels: Vec<RuleId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NotCounting {
    bij: Vec<Occasion>,
    reden: String,
}

impl FactTable {
    /// The built-in table.
    ///
    /// # Errors
    /// When it is wrong, which a test rules out.
    pub fn built_in() -> Result<Self, RulesError> {
        Self::from_yaml(BUILT_IN)
    }

    /// Reads a table.
    ///
    /// # Errors
    /// When it cannot be read, holds an unknown word, says two things of a fact on one occasion, or nothing of a fact
    /// that a case can have there.
    pub fn from_yaml(text: &str) -> Result<Self, RulesError> {
        let rows: Vec<Placed<Row>> = read_rows(TABLE, text)?;
        let mut table = BTreeMap::new();
        for Placed { value: row, line } in rows {
            let refused = |why: String| RulesError::at(TABLE, line, format!("{}: {why}", row.feit));
            let counts = row.telt.iter().map(|it| (&it.bij, Bearing::Counts(it.regels.clone())));
            let not = row.telt_niet.iter().map(|it| (&it.bij, Bearing::CountsNot(it.reden.clone())));
            let against = [(&row.strijdig, Bearing::Contradicts)];
            for (occasions, bearing) in counts.chain(not).chain(against) {
                for occasion in occasions {
                    let fact =
                        facts_of(*occasion).map(|key| key.fact).find(|fact| fact.pattern() == row.feit);
                    let fact = fact.ok_or_else(|| {
                        refused(format!("dit feit kan een zaak bij `{}` niet hebben", occasion.word()))
                    })?;
                    if table.insert((fact, *occasion), bearing.clone()).is_some() {
                        return Err(refused(format!("`{}` staat er twee keer", occasion.word())));
                    }
                }
            }
        }
        for occasion in Occasion::ALL {
            if let Some(key) = facts_of(*occasion).find(|key| !table.contains_key(&(key.fact, *occasion))) {
                let why = format!("{}: er staat niets over `{}`", key.fact, occasion.word());
                return Err(RulesError::new(TABLE, why));
            }
        }
        Ok(Self(table))
    }

    /// What the table says of a fact on an occasion; `None` for one that a case cannot have there.
    #[must_use]
    pub fn of(&self, fact: Fact, occasion: Occasion) -> Option<&Bearing> {
        self.0.get(&(fact, occasion))
    }

    /// What the table says of the value at a path of a case (`feiten.maatregelen[0].datum`).
    #[must_use]
    pub fn at(&self, path: &str, occasion: Occasion) -> Option<&Bearing> {
        let pattern = pattern_of(path);
        let key = facts_of(occasion).find(|key| key.fact.pattern() == pattern)?;
        self.of(key.fact, occasion)
    }

    /// Everything that it says, by fact.
    pub fn rows(&self) -> impl Iterator<Item = (Fact, Occasion, &Bearing)> {
        self.0.iter().map(|((fact, occasion), bearing)| (*fact, *occasion, bearing))
    }
}

/// The keys of the facts about which the table speaks: those with a value of their own. Of the blocks these are the
/// address and the zienswijze, for which a word can stand, and the afwijking, of which it matters that there is one.
pub fn facts_of(occasion: Occasion) -> impl Iterator<Item = &'static Key> {
    let counting = [Vreemdeling::adres, Herbeoordeling::zienswijze, Case::afwijking];
    let counts_as_fact = move |fact: Fact| counting.iter().any(|block| block.key() == fact.key());
    let keys = Keys::of_case(occasion.step()).into_iter();
    keys.filter(move |key| key.holds != Holds::Block || counts_as_fact(key.fact))
}
