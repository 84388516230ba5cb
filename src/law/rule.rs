//! A rule as the tables hold it: what it says, where it stands, how sure it is, when it holds.

use super::date::Date;
use serde::Deserialize;

/// Where a rule comes from (letters.md section 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Bron {
    /// The Werkinstructie.
    Wi,
    /// Statute.
    Wet,
    /// Published practice.
    Praktijk,
    /// A choice of this product, where WI and statute are silent.
    Productkeuze,
}

impl Bron {
    /// The word of the tables and of JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Wi => "wi",
            Self::Wet => "wet",
            Self::Praktijk => "praktijk",
            Self::Productkeuze => "productkeuze",
        }
    }
}

/// How sure a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Settled.
    Vast,
    /// A lawyer must confirm it.
    TeBevestigen,
}

impl Status {
    /// The word of the tables and of JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Vast => "vast",
            Self::TeBevestigen => "te_bevestigen",
        }
    }
}

/// One row of the rule table: a rule of decision, a ground, a remedy or a term.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable id: `grond.inreisstempel`, `termijn.bezwaar`, `stickerlocatie.weigering`.
    pub id: String,
    /// What the rule says, one Dutch sentence.
    pub regel: String,
    /// Source.
    pub bron: Bron,
    /// Where in the source: chapter and heading, or article.
    pub vindplaats: String,
    /// Articles that the letter may cite.
    #[serde(default)]
    pub artikelen: Vec<String>,
    /// How sure.
    pub status: Status,
    /// Why it is to be confirmed, or what else a lawyer should know.
    #[serde(default)]
    pub toelichting: Option<String>,
    /// First day on which the rule holds; by default 2022-03-04, the first day of the RTB.
    #[serde(default)]
    pub geldig_vanaf: Option<Date>,
    /// Last day on which the rule holds; by default open.
    #[serde(default)]
    pub geldig_tot: Option<Date>,
    /// Grounds: the letters it can carry (`weigering`, `intrekking`, `beeindiging`). Remedies: the
    /// letters it belongs to, by id.
    #[serde(default)]
    pub brieven: Vec<String>,
    /// Grounds: the only steps at which it can be used; empty means all.
    #[serde(default)]
    pub stappen: Vec<String>,
    /// Remedies: which of several rows of a letter; the plain row has none.
    #[serde(default)]
    pub geval: Option<String>,
    /// Remedies: the terms that it sets running (`bezwaar`, `beroep_kort`).
    #[serde(default)]
    pub termijnen: Vec<String>,
}

impl Rule {
    /// The first day on which the rule holds. Without a date of its own that is the first day of the
    /// RTB, 2022-03-04 (letters.md section 6).
    #[must_use]
    pub fn valid_from(&self) -> Option<Date> {
        self.geldig_vanaf.or_else(|| Date::from_ymd(2022, 3, 4))
    }

    /// Whether the rule is in force on a day.
    #[must_use]
    pub fn in_force(&self, on: Date) -> bool {
        self.valid_from().is_none_or(|from| from <= on) && self.geldig_tot.is_none_or(|until| on <= until)
    }
}
