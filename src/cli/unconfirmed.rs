//! The rules on which the letters of a run rest and that a lawyer of the organisation must still confirm, said
//! once per run.
//!
//! This is said of the rule book, not of a letter: which letter rests on them stands in its receipt and in the
//! manifest.

use super::session::Session;
use crate::letter::document::Document;
use crate::words::RuleId;
use std::collections::BTreeSet;

/// The ids of the rules, sorted.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Unconfirmed(BTreeSet<String>);

impl Unconfirmed {
    /// Adds the rules of letters.
    pub fn add<'a>(&mut self, letters: impl IntoIterator<Item = &'a Document>) {
        let rules = letters.into_iter().flat_map(|letter| &letter.unconfirmed);
        self.0.extend(rules.map(ToString::to_string));
    }

    /// Adds rules by their ids.
    pub fn add_ids(&mut self, ids: impl IntoIterator<Item = String>) {
        self.0.extend(ids);
    }

    /// Names every rule on a line of its own: its id, what it says and where it is from.
    pub fn tell(&self, session: &mut Session<'_>) {
        if self.0.is_empty() {
            return;
        }
        session.note(
            "let op: deze regels moet uw organisatie nog bevestigen (`bevestigd` in organisatie.yaml):",
        );
        let book = session.book();
        for id in &self.0 {
            let row = RuleId::from_word(id).and_then(|id| book.row_to_confirm(id));
            // A share that another version of the program made may name a rule that this one does not have.
            let said = row.map_or_else(String::new, |row| {
                format!(": {} ({}: {})", row.regel.trim(), row.bron.word(), row.vindplaats)
            });
            session.note(&format!("  {id}{said}"));
        }
    }
}
