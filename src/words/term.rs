//! The terms (docs/spec/terms.md): those that a letter can set running, and any statutory term.

use super::words;

words! {
    /// A term that can run from a letter or be asked on the command line.
    TermKind as "termijn." {
        /// Objection to the authority that decided (Awb 7:1, Vw 69).
        Bezwaar = "bezwaar",
        /// Appeal to the court (Awb 8:1, Vw 69).
        Beroep = "beroep",
        /// The shorter term for appeal on openbare orde, nationale veiligheid or 1F (WI H6).
        BeroepKort = "beroep_kort",
        /// View on a voornemen (WI H6, Awb 4:8).
        Zienswijze = "zienswijze",
        /// Reporting in Ter Apel, for who wants asylum (WI H2).
        MeldenTerApel = "melden_ter_apel",
        /// Making an appointment at the stickerlocatie; counts from registration in the BRP (WI H2).
        Afspraak = "afspraak",
        /// The term to leave that a return decision gives (Vw 62).
        Vertrek = "vertrek",
        /// Supplementing an application; the case gives the last day (Awb 4:5, 4:15).
        Aanvulling = "aanvulling",
    }
}

impl TermKind {
    /// The word in `uitleg --json`, where `beroep_kort` is `beroep` too; its `lengte` shows which one it is.
    #[must_use]
    pub const fn json_word(self) -> &'static str {
        match self {
            Self::BeroepKort => Self::Beroep.word(),
            other => other.word(),
        }
    }

    /// Its Dutch name, to follow *laatste dag*: `bezwaar`, `melden in Ter Apel`.
    #[must_use]
    pub const fn dutch_name(self) -> &'static str {
        match self {
            Self::Bezwaar => "bezwaar",
            Self::Beroep | Self::BeroepKort => "beroep",
            Self::Zienswijze => "zienswijze",
            Self::MeldenTerApel => "melden in Ter Apel",
            Self::Afspraak => "afspraak",
            Self::Vertrek => "vertrektermijn",
            Self::Aanvulling => "aanvulling",
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
    /// Any statutory term; the user gives its length.
    Wettelijk,
}

impl TermSubject {
    /// The word of the term: `bezwaar`, `wettelijk`.
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
