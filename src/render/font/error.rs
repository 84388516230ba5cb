//! Why a font file cannot be used for letters, as a sentence for the person who chose it.
//!
//! A message suggests an alternative where there is one; the code that shows it adds the name of the file.

use std::fmt;

/// Why a font file cannot be used for letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontError {
    /// It is not a font.
    NoFont,
    /// It has CFF outlines instead of TrueType outlines.
    Cff,
    /// It holds more than one font.
    Collection,
    /// It is compressed for web pages (WOFF).
    Web,
    /// It is a variable font: which of its variants a letter shows would depend on the viewer.
    Variable,
    /// This table is missing, truncated or contradicts another.
    Damaged(&'static str),
    /// Its licence does not allow embedding it in a document.
    MayNotEmbed,
    /// Its licence does not allow embedding only a part of it.
    MayNotSubset,
    /// It has no visible glyph for a character that any letter may hold.
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
