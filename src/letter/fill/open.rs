//! The gaps of a concept: which fields are open, and the words that stand in their place.
//!
//! The table of fields per clause is here only. Wherever a template shows or tests one of these fields, the concept
//! has a gap, so that it never says what nobody has decided.

use super::filled::Filled;
use super::gap::Gap;
use super::surroundings::Surroundings;
use crate::case::model as case_model;
use crate::decide::outcome::Clause;
use crate::law::date::Date;
use crate::letter::context::Value;
use crate::letter::mark::gap;
use crate::words::Fact;
use crate::words::gap::{TO_DECIDE, TO_FILL_IN};

/// The name of a field, and the Dutch words for what is to be decided about it.
type Open = (&'static str, &'static str);

/// The fields, of all contexts together, whose values depend on a clause.
const fn fields(clause: Clause) -> &'static [Open] {
    match clause {
        Clause::Geadresseerde => &[
            ("aanhef", "aanhef"),
            ("minderjarig", "of de brief naar een ouder of voogd gaat"),
            ("hoedanigheid", "ouder of voogd"),
        ],
        Clause::Terugkeerbesluit => &[
            ("land_van_terugkeer", "terugkeerbesluit"),
            ("veilig_derde_land", "veilig derde land"),
            ("land_motivering", "veilig derde land"),
            ("terugkeerbeletsel", "terugkeerbesluit"),
            ("terugkeer_motivering", "terugkeerbesluit"),
            ("terugkeer_oordeel", "terugkeerbesluit"),
            ("ook_geldig_in", "waar het terugkeerbesluit geldt"),
            ("vertrek_termijn", "vertrektermijn"),
            ("vertrek_uiterlijk", "vertrektermijn"),
            ("vertrek_motivering", "vertrektermijn"),
            ("vertrek_onderdeel", "vertrektermijn"),
            ("vertrek_risico", "vertrektermijn"),
            ("vertrek_aanvraag", "vertrektermijn"),
            ("vertrek_gevaar", "vertrektermijn"),
        ],
        Clause::TerApel => &[
            ("ter_apel", "melden in Ter Apel"),
            ("ter_apel_uiterlijk", "melden in Ter Apel"),
            ("ter_apel_termijn", "melden in Ter Apel"),
            ("ter_apel_zo_snel_mogelijk", "melden in Ter Apel"),
        ],
        Clause::Asielbesluit => {
            &[("asielbesluit_kenmerk", "asielbesluit"), ("asielbesluit_datum", "asielbesluit")]
        }
        Clause::Opschorting => &[
            ("gevraagd", "reden van de opschorting"),
            ("aanvulling_uiterlijk", "reden van de opschorting"),
            ("instantie", "reden van de opschorting"),
            ("strafmaatvergelijking", "reden van de opschorting"),
        ],
    }
}

/// The gap for a missing fact; its words are those of the declaration of the fact.
fn missing(fact: Fact) -> String {
    gap(&format!("{TO_FILL_IN}: {}", case_model::what_for(fact)))
}

/// The gap for the last day of a term.
pub(super) fn missing_term() -> String {
    gap(&format!("{TO_FILL_IN}: laatste dag van de termijn"))
}

impl Surroundings<'_> {
    /// A required fact as text. When it is absent: a gap in a concept, an error in a letter.
    pub(in crate::letter) fn need<T: ToString>(&self, value: Option<T>, fact: Fact) -> Result<String, Gap> {
        match value {
            Some(value) => Ok(value.to_string()),
            None if self.concept => Ok(missing(fact)),
            None => Err(Gap::Fact(fact)),
        }
    }

    /// A required date, as `20 november 2026`. When it is absent: a gap in a concept, an error in a letter.
    pub(in crate::letter) fn need_date(&self, day: Option<Date>, fact: Fact) -> Result<String, Gap> {
        self.need(day.map(Date::dutch), fact)
    }
}

impl Filled {
    /// Makes the fields open whose values depend on these clauses, here and in the slots.
    pub(super) fn leave_open(&mut self, clauses: &[Clause]) {
        for (name, words) in clauses.iter().flat_map(|clause| fields(*clause)) {
            self.open(name, words);
        }
        for (_, content) in &mut self.slots {
            content.iter_mut().for_each(|filled| filled.leave_open(clauses));
        }
    }

    /// Makes a field open when the fact behind it is not known. In a checked case it is always known.
    pub(in crate::letter) fn open_unless(mut self, known: bool, name: &'static str, words: &str) -> Self {
        if !known {
            self.open(name, words);
        }
        self
    }

    /// Makes a field open, if the context has it; a field that is already open keeps its words.
    fn open(&mut self, name: &'static str, words: &str) {
        let value = Value::Open(format!("{TO_DECIDE}: {words}"));
        match self.values.iter_mut().find(|(other, _)| *other == name) {
            Some((_, Value::Open(_))) => {}
            Some((_, known)) => *known = value,
            None if self.fields.iter().any(|field| field.name == name) => self.values.push((name, value)),
            None => {}
        }
    }
}
