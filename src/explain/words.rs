//! The words of a letter with what stands behind each block, as plain data: what an explanation knows of a letter.

use crate::markup::Markup;
use crate::words::{Language, RuleId, words};

words! {
    /// What a block is, in the words of `uitleg --json`.
    Sort {
        /// A heading.
        Heading = "kop",
        /// A paragraph.
        Paragraph = "alinea",
        /// A note in the margin.
        Margin = "kantlijn",
        /// The overview of the first page.
        Overview = "overzicht",
        /// A list.
        List = "lijst",
        /// A table.
        Table = "tabel",
    }
}

/// The part of a letter in which a block stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// From the salutation to the last sentence.
    Body,
    /// The close.
    Signature,
    /// The legal bases behind it.
    Annex,
    /// The page in the language of the reader.
    Page(Language),
}

impl Part {
    /// What it is called in Dutch.
    #[must_use]
    pub fn dutch(self) -> String {
        match self {
            Self::Body => "Brief".to_owned(),
            Self::Signature => "Ondertekening".to_owned(),
            Self::Annex => "Bijlage".to_owned(),
            Self::Page(language) => format!("Bladzijde in het {}", language.dutch_name()),
        }
    }
}

/// The words of one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterWords {
    /// Its subject, as a heading of a page.
    pub subject: Markup,
    /// Its blocks, in reading order.
    pub blocks: Vec<BlockWords>,
}

/// One block of a letter, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockWords {
    /// The part of the letter in which it stands.
    pub part: Part,
    /// What it is.
    pub sort: Sort,
    /// Its whole text: items and rows on lines of their own.
    pub text: String,
    /// The same as an element of a page.
    pub markup: Markup,
    /// The template.
    pub template: String,
    /// The line in the template.
    pub line: u32,
    /// The rules that it states.
    pub rules: Vec<RuleId>,
    /// The paths of the facts that it shows or depends on.
    pub facts: Vec<String>,
}
