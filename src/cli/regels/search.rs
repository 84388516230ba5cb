//! The words of `regels --zoek`, and whether a rule has them.
//!
//! Neither capitals nor accents count, so that `beeindiging` finds *beëindiging*.

use crate::cli::usage::Usage;
use crate::diagnostic::character::shown;
use crate::law::citation;
use crate::law::row::Provenance;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The words that a rule must have.
#[derive(Debug)]
pub struct Words {
    /// Each word in small letters, without accents.
    plain: Vec<String>,
}

impl Words {
    /// The words of these arguments, of which each may hold several; no argument is no word, which every rule has.
    ///
    /// # Errors
    /// [`Usage`] when there are arguments, but no word in them.
    pub fn new(arguments: &[String]) -> Result<Self, Usage> {
        let plain: Vec<String> =
            arguments.iter().flat_map(|argument| argument.split_whitespace()).map(plain).collect();
        if plain.is_empty() && !arguments.is_empty() {
            return Err(Usage::new("`--zoek` vraagt een woord"));
        }
        Ok(Self { plain })
    }

    /// Whether there is no word.
    pub const fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    /// Whether all words stand in a rule: in its id, its sentence, its place in the source, its articles (as the tables
    /// write them, or written out) or its note.
    pub fn are_in(&self, rule: &Provenance) -> bool {
        if self.is_empty() {
            return true;
        }
        let (short, in_words) = (citation::short(&rule.artikelen), citation::in_words(&rule.artikelen));
        let note = rule.toelichting.as_deref().unwrap_or_default();
        let text =
            plain(&[rule.id.word(), &rule.regel, &rule.vindplaats, &short, &in_words, note].join("\n"));
        self.plain.iter().all(|word| text.contains(word.as_str()))
    }

    /// The words for a message.
    pub fn shown(&self) -> String {
        shown(&self.plain.join(" "))
    }
}

/// A text in small letters, without accents.
fn plain(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}
