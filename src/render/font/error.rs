//! Why a font file cannot be the font of letters, in a sentence for whoever chose it.
//!
//! A message says what to give instead where something else would do; the file itself is named by who shows it.

use std::fmt;

/// Why a file cannot be the font of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontError {
    /// It is no font.
    NoFont,
    /// It has outlines of another kind.
    Cff,
    /// It holds more than one font.
    Collection,
    /// It is packed for web pages.
    Web,
    /// It is many fonts in one: which one a letter has would depend on who reads it.
    Variable,
    /// A table is absent, cut short or contradicts another.
    Damaged(&'static str),
    /// Its maker does not allow that it goes into a document.
    MayNotEmbed,
    /// Its maker does not allow that a part of it goes into a document.
    MayNotSubset,
    /// It lacks a character that any letter may hold, or shows nothing for it.
    Lacks(char),
}

impl fmt::Display for FontError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFont => write!(f, "dit is geen lettertype; geef een TrueType-bestand (.ttf)"),
            Self::Cff => write!(f, "dit lettertype heeft CFF-contouren; geef het als TrueType (.ttf)"),
            Self::Collection => {
                write!(f, "dit is een verzameling lettertypen; geef één lettertype als TrueType (.ttf)")
            }
            Self::Web => write!(f, "dit is een lettertype voor websites; geef het als TrueType (.ttf)"),
            Self::Variable => {
                write!(
                    f,
                    "dit is een variabel lettertype; geef de gewone en de vette versie als vast lettertype"
                )
            }
            Self::Damaged(table) => write!(f, "het bestand is beschadigd: de tabel `{table}` klopt niet"),
            Self::MayNotEmbed => {
                write!(f, "de maker staat niet toe dat dit lettertype in een document wordt opgenomen")
            }
            Self::MayNotSubset => {
                write!(
                    f,
                    "de maker staat niet toe dat een deel van dit lettertype in een document wordt opgenomen"
                )
            }
            Self::Lacks(c) => {
                write!(
                    f,
                    "het lettertype heeft het teken U+{:04X} niet, dat in brieven voorkomt",
                    u32::from(*c)
                )
            }
        }
    }
}

impl std::error::Error for FontError {}
