//! The versions of the sources that rows follow (`sources.yaml`): which Werkinstructie, which text of a law.
//!
//! A row that follows the Werkinstructie names its version, so that a lawyer sees which rows have not been
//! checked against a new version.

use super::date::Date;
use super::row::{Bron, Row};
use super::table::{self, RulesError, Table};
use serde::Deserialize;

const TABLE: &str = "sources.yaml";

/// A version of a source.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LawSource {
    /// The id that rows name in `versie`.
    pub id: String,
    /// Which kind of source.
    pub bron: Bron,
    /// Its name and number.
    pub naam: String,
    /// The day of this version, where it is known.
    #[serde(default)]
    pub datum: Option<Date>,
    /// Where it can be read.
    #[serde(default)]
    pub url: Option<String>,
    /// What a lawyer should know of it.
    #[serde(default)]
    pub toelichting: Option<String>,
}

/// Reads the table.
///
/// # Errors
/// When it cannot be read or names a version twice.
pub(super) fn read(text: &str) -> Result<Vec<LawSource>, RulesError> {
    let sources: Vec<LawSource> = table::read(TABLE, text)?;
    for (index, source) in sources.iter().enumerate() {
        if sources[..index].iter().any(|other| other.id == source.id) {
            return Err(RulesError::new(TABLE, format!("{}: deze versie staat er twee keer", source.id)));
        }
    }
    Ok(sources)
}

impl<R: Row> Table<'_, R> {
    /// Checks the versions that the rows name.
    ///
    /// # Errors
    /// When a row names a version that is not among the sources of its kind, or a row of the Werkinstructie
    /// names none.
    pub(super) fn check_sources(&self, sources: &[LawSource]) -> Result<(), RulesError> {
        for row in &self.rows {
            let base = row.value.provenance();
            let refused = |why: &str| Err(RulesError::at(self.name, row.line, format!("{}: {why}", base.id)));
            match &base.versie {
                None if base.bron == Bron::Wi => return refused("een rij uit de WI noemt haar `versie`"),
                Some(version) if !sources.iter().any(|it| it.id == *version && it.bron == base.bron) => {
                    return refused("deze `versie` staat niet in sources.yaml bij deze bron");
                }
                _ => {}
            }
        }
        Ok(())
    }
}
