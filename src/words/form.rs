//! The texts of the case file that have a form of their own: kenmerk, V-nummer, postcode, huisnummer.
//!
//! What must be said about a text of another form stands here, for the reader of case files, the schema and the
//! questionnaire.

/// The form of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The reference of a case.
    Kenmerk,
    /// The V-nummer of an alien.
    VNummer,
    /// A Dutch postcode.
    Postcode,
    /// A Dutch house number.
    HouseNumber,
}

impl Form {
    /// Every form.
    pub const ALL: &'static [Self] = &[Self::Kenmerk, Self::VNummer, Self::Postcode, Self::HouseNumber];

    /// What such a text is, in Dutch: a sentence.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Kenmerk => {
                "3 tot 40 tekens: letters, cijfers, `.`, `_` en `-`; het eerste een letter of cijfer."
            }
            Self::VNummer => "Een V-nummer heeft tien cijfers; punten en spaties mogen.",
            Self::Postcode => {
                "Vier cijfers en twee letters; een adres buiten Nederland heeft `regels` en `land`."
            }
            Self::HouseNumber => "Een huisnummer is een heel getal van 1 tot en met 99999.",
        }
    }

    /// A text of this form, as an example.
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self {
            Self::Kenmerk => "RTB-2026-000123",
            Self::VNummer => "2801234567",
            Self::Postcode => "3818 LE",
            Self::HouseNumber => "12",
        }
    }

    /// A regular expression (ECMA 262) that every text of this form matches as it may be written, with spaces around and inside
    /// it, and no text that lacks one of its parts. The reader is stricter still: a kenmerk is no name of a device of Windows.
    #[must_use]
    pub const fn pattern(self) -> &'static str {
        match self {
            Self::Kenmerk => r"^\s*[A-Za-z0-9][A-Za-z0-9._-]{2,39}\s*$",
            Self::VNummer => r"^[.\s]*([0-9][.\s]*){10}$",
            Self::Postcode => r"^(?!.*[Ss]\s*[AaDdSs]\s*$)\s*[1-9]\s*([0-9]\s*){3}([A-Za-z]\s*){2}$",
            Self::HouseNumber => r"^\s*[1-9][0-9]{0,4}\s*$",
        }
    }
}
