//! What the lawyers of an organisation confirmed: the block `bevestigd` of `organisatie.yaml`
//! (docs/spec/letters.md section 6).
//!
//! A confirmation is about the text of a rule. It counts for the row of the rule that was in force on its own
//! day, and so not for a row that begins later; letters of before that day, made by that same row, rest on it
//! too. No letter changes by it.

use super::setting::{Setting, SettingHolds, settings};
use super::text_line::TextLine;
use crate::diagnostic::{Code, Diagnostic};
use crate::hash::Hash;
use crate::law::book::RuleBook;
use crate::law::date::Date;
use crate::law::row::{Provenance, Status};
use crate::words::RuleId;
use crate::yaml::Placed;

settings! {
    /// One entry of `bevestigd`.
    #[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct Confirmation {
        /// The rule.
        regel: required RuleId = "regel die is bevestigd",
        /// The lawyer.
        door: required TextLine = "jurist die haar bevestigde",
        /// The day on which the lawyer confirmed the rule as it then read.
        op: required Date = "dag waarop de jurist haar bevestigde",
    }
}

/// `bevestigd`: every entry with its line.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(transparent)]
pub struct Confirmations(Vec<Placed<Confirmation>>);

impl Setting for Confirmations {
    const HOLDS: SettingHolds = SettingHolds::Blocks(Confirmation::KEYS);
}

impl Confirmations {
    /// The confirmation of a row, if there is one.
    #[must_use]
    pub fn of(&self, row: &Provenance) -> Option<&Confirmation> {
        self.0.iter().map(|entry| &entry.value).find(|entry| confirms(entry, row))
    }

    /// Whether the organisation must still confirm a row: through a lawyer or, for words in another language, a sworn
    /// translator.
    #[must_use]
    pub fn leaves_open(&self, row: &Provenance) -> bool {
        row.status != Status::Vast && self.of(row).is_none()
    }

    /// Every row that a lawyer of the organisation must still confirm, in the order of their ids.
    #[must_use]
    pub fn open_rows<'a>(&self, book: &'a RuleBook) -> Vec<&'a Provenance> {
        let mut rows: Vec<&Provenance> = book.rows().filter(|row| self.leaves_open(row)).collect();
        rows.sort_by_key(|row| row.id.word());
        rows
    }

    /// The hash of the rules and days; nothing where nothing is confirmed.
    #[must_use]
    pub fn hash(&self) -> Option<Hash> {
        let mut said: Vec<(&str, String)> =
            self.0.iter().map(|entry| (entry.value.regel.word(), entry.value.op.to_string())).collect();
        said.sort();
        (!said.is_empty()).then(|| Hash::of_parts(said))
    }

    /// Holds every entry against the rules; `today` is the last day that has begun.
    ///
    /// # Errors
    /// F602 with the line of an entry that confirms nothing: dated after today or on a day on which its rule
    /// was not in force, about a rule that is `vast`, or about what another entry confirms.
    pub fn check(&self, book: &RuleBook, today: Date) -> Result<(), Box<Diagnostic>> {
        for (index, Placed { value: entry, line }) in self.0.iter().enumerate() {
            let earlier = self.0.iter().take(index).map(|other| &other.value);
            if let Some((message, hint)) = fault(entry, earlier, book, today) {
                let message = format!(
                    "In het bestand van de organisatie, regel {line}, `bevestigd`, {}: {message}",
                    entry.regel
                );
                return Err(Box::new(
                    Diagnostic::new::<String>(Code::Organisation, message, []).with_hint(hint),
                ));
            }
        }
        Ok(())
    }
}

/// Whether an entry is about a row: the one that is in force on its day.
fn confirms(entry: &Confirmation, row: &Provenance) -> bool {
    entry.regel == row.id && row.in_force(entry.op)
}

/// What is wrong with an entry, and what helps.
fn fault<'a>(
    entry: &Confirmation,
    mut earlier: impl Iterator<Item = &'a Confirmation>,
    book: &RuleBook,
    today: Date,
) -> Option<(String, &'static str)> {
    let settled =
        || ("deze regel is `vast`; er valt niets te bevestigen".to_owned(), "Haal deze bevestiging weg.");
    let rows = || book.rows().filter(|row| row.id == entry.regel);
    if rows().all(|row| row.status == Status::Vast) {
        return Some(settled());
    }
    if entry.op > today {
        return Some((
            format!("{} ligt in de toekomst", entry.op.dutch()),
            "Bij `op` hoort de dag waarop de jurist de regel heeft bevestigd.",
        ));
    }
    let Some(row) = rows().find(|row| confirms(entry, row)) else {
        return Some((
            format!("op {} gold deze regel niet", entry.op.dutch()),
            "Een bevestiging telt voor de regel zoals hij op die dag luidt; `rtbrief regels` zegt vanaf wanneer hij geldt.",
        ));
    };
    if row.status == Status::Vast {
        return Some(settled());
    }
    earlier.any(|other| confirms(other, row)).then(|| {
        (
            "deze regel is al bevestigd, in een eerdere regel van dit bestand".to_owned(),
            "Laat één bevestiging staan.",
        )
    })
}
