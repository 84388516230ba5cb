//! The templates that are built into the program.
//!
//! They are files in `letter-templates/`. Those of the letters and the grounds follow from the lists in `words`; parts
//! and later versions are listed here. A test compares all of them with the folder.

use super::error::TemplateError;
use super::template::TemplateSet;
use crate::words::{with_grounds, with_letters};

/// A template: its name and its text.
type Template = (&'static str, &'static str);

macro_rules! embedded {
    ($($name:expr),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../letter-templates/", $name))),)*]
    };
}

macro_rules! of_letters {
    ($($name:ident => $variant:ident, $title:literal, [$($case:ident),+];)+) => {
        const LETTERS: &[Template] = embedded![$(concat!(stringify!($name), ".md")),+];
    };
}
with_letters!(of_letters);

macro_rules! of_grounds {
    ($($name:ident => $variant:ident,)+) => {
        const GROUNDS: &[Template] = embedded![$(concat!("grounds/", stringify!($name), ".md")),+];
    };
}
with_grounds!(of_grounds);

macro_rules! of_pages {
    ($($name:ident => $variant:ident, $title:literal, [$($case:ident),+];)+) => {
        const PAGES: &[Template] = embedded![
            $(
                concat!("talen/uk/", stringify!($name), ".md"),
                concat!("talen/ru/", stringify!($name), ".md"),
                concat!("talen/en/", stringify!($name), ".md"),
            )+
        ];
    };
}
with_letters!(of_pages);

macro_rules! parts_of_pages {
    ($($name:literal),+ $(,)?) => {
        const PARTS_OF_PAGES: &[Template] = embedded![
            $(
                concat!("talen/uk/", $name, ".md"),
                concat!("talen/ru/", $name, ".md"),
                concat!("talen/en/", $name, ".md"),
            )+
        ];
    };
}
parts_of_pages![
    "deel_asiel",
    "deel_begin",
    "deel_beroep",
    "deel_bezwaar",
    "deel_blijven",
    "deel_gevolgen_einde",
    "deel_hulp",
    "deel_vertrek",
    "deel_woorden_besluit",
    "deel_woorden_voornemen",
    "deel_zienswijze",
];

const PARTS: &[Template] = embedded![
    "parts/aanhef.md",
    "parts/beroep.md",
    "parts/bezwaar.md",
    "parts/gevolgen_einde.md",
    "parts/hulp.md",
    "parts/maatregelen.md",
    "parts/na_zienswijze.md",
    "parts/ondertekening.md",
    "parts/ontbrekend.md",
    "parts/oordelen.md",
    "parts/overzicht_beroep.md",
    "parts/overzicht_bezwaar.md",
    "parts/overzicht_einde.md",
    "parts/overzicht_vertrek.md",
    "parts/steunt_op.md",
    "parts/talen.md",
    "parts/talen_opheffing.md",
    "parts/terugkeerbesluit.md",
    "parts/zienswijze.md",
    "parts/zienswijze_reactie.md",
    "parts/gehoor.md",
];

/// Versions that hold from a later day: `weigeringsbesluit@2027-03-05.md`.
const LATER_VERSIONS: &[Template] = embedded![];

/// The name and the text of every built-in template.
pub fn templates() -> impl Iterator<Item = Template> {
    [LETTERS, GROUNDS, PAGES, PARTS_OF_PAGES, PARTS, LATER_VERSIONS].into_iter().flatten().copied()
}

/// How templates are written, for who gets a copy of them.
pub const GUIDE: &str = include_str!("../../letter-templates/README.md");

impl TemplateSet {
    /// The built-in set.
    ///
    /// # Errors
    /// Only when a built-in template is wrong, which tests exclude.
    pub fn builtin() -> Result<Self, Vec<TemplateError>> {
        Self::known_to_fit(templates())
    }
}
