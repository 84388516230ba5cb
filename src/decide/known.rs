//! Yes, no or not known: the logic of facts that a file may leave out.

/// Yes, no or not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The facts say that it is so.
    Yes,
    /// The facts say that it is not so.
    No,
    /// The facts do not tell.
    Unknown,
}

impl Known {
    /// Whether both are so; one "no" decides, otherwise one "unknown" leaves it open.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }

    /// Whether at least one is so; one "yes" decides, otherwise one "unknown" leaves it open.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        !(!self).and(!other)
    }

    /// Whether the facts say that it is so.
    #[must_use]
    pub fn is_yes(self) -> bool {
        self == Self::Yes
    }

    /// The word of `uitleg --json`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "voldaan",
            Self::No => "niet_voldaan",
            Self::Unknown => "onbekend",
        }
    }
}

impl std::ops::Not for Known {
    type Output = Self;

    /// The opposite; unknown stays unknown.
    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }
}

impl From<bool> for Known {
    fn from(value: bool) -> Self {
        if value { Self::Yes } else { Self::No }
    }
}

impl From<Option<bool>> for Known {
    fn from(value: Option<bool>) -> Self {
        value.map_or(Self::Unknown, Self::from)
    }
}
