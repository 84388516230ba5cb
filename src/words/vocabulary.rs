//! The words of a closed list with what each means, for whoever must choose one: the schema, the questionnaire.

/// A closed list of words of the case file.
#[derive(Debug, PartialEq, Eq)]
pub struct Vocabulary {
    /// The words, in the order of their list.
    pub words: &'static [&'static str],
    /// What each word means, in Dutch, in the same order: a clause without a capital. Empty where the row of the table of
    /// that name says it ([`Self::family`]).
    pub meanings: &'static [&'static str],
    /// The family of the rows that are named after the words (`grond.`), if there are any.
    pub family: Option<&'static str>,
}

impl Vocabulary {
    /// What a word means; `None` when it is not of this list, or a row of the tables says it.
    #[must_use]
    pub fn meaning(&self, word: &str) -> Option<&'static str> {
        let item = self.words.iter().position(|known| *known == word)?;
        self.meanings.get(item).copied().filter(|meaning| !meaning.is_empty())
    }
}
