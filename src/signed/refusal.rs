//! Why what stands behind a letter is not a signature alone, and how the user reads it.

/// Why what stands behind a letter is not taken for a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It cannot be read as an incremental update.
    NoUpdate,
    /// There is more than one update.
    Several,
    /// Something stands behind the update.
    Behind,
    /// It changes an object of the letter.
    Changes,
    /// It changes what the letter says of itself: title, kenmerk, kind.
    About,
    /// It holds something that does not belong to a signature.
    Foreign,
    /// There is no signature in it.
    NoSignature,
    /// The signature can be seen on a page.
    Visible,
    /// The signature does not cover the whole file.
    Partial,
    /// The signature has another form than CMS in DER, apart from what it signs.
    Form,
}

impl Refusal {
    /// What it says to the user: a Dutch clause.
    #[must_use]
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::NoUpdate => "achter de brief staan bytes die geen handtekening zijn",
            Self::Several => "achter de brief staat meer dan één aanvulling",
            Self::Behind => "achter de handtekening staan nog bytes",
            Self::Changes => "de aanvulling verandert de brief zelf",
            Self::About => "de aanvulling verandert de gegevens over de brief",
            Self::Foreign => "de aanvulling bevat meer dan een handtekening",
            Self::NoSignature => "in de aanvulling staat geen handtekening",
            Self::Visible => "de handtekening is op een bladzijde te zien",
            Self::Partial => "de handtekening dekt niet het hele bestand",
            Self::Form => "de handtekening heeft een vorm die het programma niet kent",
        }
    }
}
