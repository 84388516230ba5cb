//! The rows of the tables: what every row says of its source, and the rows of rules, grounds and remedies.
//! The rows of limits and terms are declared with the same macro in `limit` and `term::rule`.
//!
//! Every word that decides is a type, so that an unknown word is refused, with its line, when the tables
//! are read. A rule that changes keeps its id and gets a second row.

use super::citation::Citation;
use super::date::Date;
use crate::words::{GroundLetter, LetterKind, RemedyCase, RuleId, SoortStap, TermKind, words};
use serde::Deserialize;

words! {
    /// Where a rule comes from (docs/spec/letters.md section 6).
    Bron {
        /// The Werkinstructie.
        Wi = "wi",
        /// Statute.
        Wet = "wet",
        /// Published practice.
        Praktijk = "praktijk",
        /// A choice of this product, where WI and statute are silent.
        Productkeuze = "productkeuze",
    }
}

words! {
    /// How sure a rule is.
    Status {
        /// The rule is settled.
        Vast = "vast",
        /// A lawyer must confirm it.
        TeBevestigen = "te_bevestigen",
        /// A sworn translator must read the words.
        TeVertalen = "te_vertalen_door_beedigd_vertaler",
    }
}

/// What every row says: the rule in a sentence, its source, how sure it is, and when it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// The id: `grond.inreisstempel`, `termijn.bezwaar`, `stickerlocatie.weigering`.
    pub id: RuleId,
    /// What the rule says, one Dutch sentence.
    pub regel: String,
    /// Which kind of source.
    pub bron: Bron,
    /// Which version of the source, by its id in `sources.yaml`; always there for the Werkinstructie.
    pub versie: Option<String>,
    /// Where in the source: chapter and heading, or article.
    pub vindplaats: String,
    /// What the row cites, and so the letter.
    pub artikelen: Vec<Citation>,
    /// A dated link to the text, where there is one.
    pub url: Option<String>,
    /// How sure the rule is.
    pub status: Status,
    /// Why it is to be confirmed, or what else a lawyer should know.
    pub toelichting: Option<String>,
    /// First day on which the row holds; the table need not say it.
    pub geldig_vanaf: Option<Date>,
    /// Last day on which the row holds; by default open.
    pub geldig_tot: Option<Date>,
    /// Why a change to this row changes no letter and no outcome; read by the test that alters every row.
    pub zonder_gevolg: Option<String>,
    /// First day of the row: `geldig_vanaf`, or the first day of the RTB (`limiet.eerste_dag`).
    pub(super) valid_from: Date,
}

impl Provenance {
    /// The first day on which the row holds.
    #[must_use]
    pub const fn valid_from(&self) -> Date {
        self.valid_from
    }

    /// Whether the row is in force on a day.
    #[must_use]
    pub fn in_force(&self, on: Date) -> bool {
        self.valid_from <= on && self.geldig_tot.is_none_or(|until| on <= until)
    }

    /// Sets the first day of the row: `geldig_vanaf`, or `first_day` for a row without one.
    pub(super) fn begin(&mut self, first_day: Date) {
        self.valid_from = self.geldig_vanaf.unwrap_or(first_day);
    }
}

/// A row of any table.
pub(super) trait Row: Sized + for<'de> Deserialize<'de> {
    /// Whether the table may hold a row of this id.
    fn belongs(id: RuleId) -> bool;

    /// What every row says.
    fn provenance(&self) -> &Provenance;

    /// What every row says, to be changed.
    fn provenance_mut(&mut self) -> &mut Provenance;

    /// What is wrong with the row itself, in Dutch; `None` when nothing is.
    fn fault(&self) -> Option<String> {
        None
    }
}

/// Declares a kind of row: the keys of [`Provenance`] and its own.
macro_rules! row {
    ($(#[doc = $doc:literal])+ $name:ident of ($family:pat) {
        $($(#[doc = $fdoc:literal])+ $(#[serde($serde:meta)])? $field:ident: $type:ty,)*
    } $($fault:expr)?) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// What every row says.
            pub provenance: $crate::law::row::Provenance,
            $($(#[doc = $fdoc])+ pub $field: $type,)*
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[derive(::serde::Deserialize)]
                #[serde(deny_unknown_fields)]
                struct Written {
                    id: $crate::words::RuleId,
                    regel: String,
                    bron: $crate::law::row::Bron,
                    #[serde(default)]
                    versie: Option<String>,
                    vindplaats: String,
                    #[serde(default)]
                    artikelen: Vec<$crate::law::citation::Citation>,
                    #[serde(default)]
                    url: Option<String>,
                    status: $crate::law::row::Status,
                    #[serde(default)]
                    toelichting: Option<String>,
                    #[serde(default)]
                    geldig_vanaf: Option<$crate::law::date::Date>,
                    #[serde(default)]
                    geldig_tot: Option<$crate::law::date::Date>,
                    #[serde(default)]
                    zonder_gevolg: Option<String>,
                    $($(#[serde($serde)])? $field: $type,)*
                }
                let row = Written::deserialize(deserializer)?;
                Ok(Self {
                    provenance: $crate::law::row::Provenance {
                        id: row.id,
                        regel: row.regel,
                        bron: row.bron,
                        versie: row.versie,
                        vindplaats: row.vindplaats,
                        artikelen: row.artikelen,
                        url: row.url,
                        status: row.status,
                        toelichting: row.toelichting,
                        geldig_vanaf: row.geldig_vanaf,
                        geldig_tot: row.geldig_tot,
                        zonder_gevolg: row.zonder_gevolg,
                        valid_from: row.geldig_vanaf.unwrap_or($crate::law::date::Date::EARLIEST),
                    },
                    $($field: row.$field,)*
                })
            }
        }

        impl $crate::law::row::Row for $name {
            fn belongs(id: $crate::words::RuleId) -> bool {
                matches!(id, $family)
            }

            fn provenance(&self) -> &$crate::law::row::Provenance {
                &self.provenance
            }

            fn provenance_mut(&mut self) -> &mut $crate::law::row::Provenance {
                &mut self.provenance
            }

            $(fn fault(&self) -> Option<String> {
                let fault: fn(&Self) -> Option<String> = $fault;
                fault(self)
            })?
        }
    };
}
pub(super) use row;

row! {
    /// A rule of decision or a condition of the target group (`rules.yaml`).
    RuleRow of (RuleId::Rule(_) | RuleId::Condition(_)) {}
}

row! {
    /// A ground (`grounds.yaml`).
    GroundRow of (RuleId::Ground(_)) {
        /// The kinds of decision that it can carry; never empty.
        brieven: Vec<GroundLetter>,
        /// The steps at which it can be used; an empty list means every step.
        #[serde(default)]
        stappen: Vec<SoortStap>,
    }
    |row| row.brieven.is_empty().then(|| "`brieven` is leeg".to_owned())
}

row! {
    /// A remedy (`remedies.yaml`): what can be done against which letter in which case.
    RemedyRow of (RuleId::Remedy(_)) {
        /// The letters that name it.
        brieven: Vec<LetterKind>,
        /// The case, where a letter has more than one remedy.
        geval: RemedyCase,
        /// The terms that it sets running.
        termijnen: Vec<TermKind>,
    }
    |row| {
        let unasked = row.brieven.iter().find(|letter| !letter.remedy_cases().contains(&row.geval));
        let no_remedy = row.termijnen.iter().find(|term| !term.is_remedy());
        match (row.brieven.is_empty(), unasked, no_remedy) {
            (true, ..) => Some("`brieven` is leeg".to_owned()),
            (_, Some(letter), _) => {
                Some(format!("`{}` heeft het geval `{}` niet", letter.id(), row.geval.word()))
            }
            (.., Some(term)) => Some(format!("`{}` is geen termijn van een rechtsmiddel", term.word())),
            _ => None,
        }
    }
}
