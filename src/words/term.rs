//! The terms (docs/spec/terms.md): those that a letter sets running, and the statutory one.

use super::words;

words! {
    /// A term that can run from a letter or be asked on the command line.
    TermKind as "termijn." {
        /// Objection.
        Bezwaar = "bezwaar",
        /// Appeal.
        Beroep = "beroep",
        /// Appeal on openbare orde, nationale veiligheid or 1F.
        BeroepKort = "beroep_kort",
        /// View on a voornemen.
        Zienswijze = "zienswijze",
        /// Report in Ter Apel.
        MeldenTerApel = "melden_ter_apel",
        /// Make an appointment, from BRP registration.
        Afspraak = "afspraak",
        /// Departure term of a return decision.
        Vertrek = "vertrek",
        /// Supplement an application: a date in the case.
        Aanvulling = "aanvulling",
    }
}

impl TermKind {
    /// The word of `uitleg --json`, where an appeal of a week is a `beroep` too (see `lengte`).
    #[must_use]
    pub const fn json_word(self) -> &'static str {
        match self {
            Self::BeroepKort => Self::Beroep.word(),
            other => other.word(),
        }
    }

    /// Whether a remedy can consist of the term.
    #[must_use]
    pub const fn is_remedy(self) -> bool {
        matches!(self, Self::Bezwaar | Self::Beroep | Self::BeroepKort | Self::Zienswijze)
    }
}

/// What a row of the table of terms is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermSubject {
    /// A term that a letter can set running.
    Kind(TermKind),
    /// Any statutory term; the length is asked.
    Wettelijk,
}

impl TermSubject {
    /// The word of the table.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.word(),
            Self::Wettelijk => "wettelijk",
        }
    }

    /// The id of its row.
    pub(super) const fn rule_word(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.rule_word(),
            Self::Wettelijk => "termijn.wettelijk",
        }
    }

    /// Every subject.
    pub fn all() -> impl Iterator<Item = Self> {
        TermKind::ALL.iter().copied().map(Self::Kind).chain([Self::Wettelijk])
    }
}
