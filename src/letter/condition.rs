//! A condition in a template: names joined by `not`, `and`, `or` and brackets, nothing else.
//!
//! The template engine does not give its syntax tree, and reports no error for a name that does not exist. So
//! conditions are read here, and the lint can ask which names each of them guarantees.

use std::collections::BTreeSet;
use std::fmt;

/// A condition of a template, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A field; true for a flag that is set and for an optional text that is present.
    Name(String),
    /// `not x`
    Not(Box<Condition>),
    /// `x and y`
    And(Box<Condition>, Box<Condition>),
    /// `x or y`
    Or(Box<Condition>, Box<Condition>),
}

/// Words of the template language that cannot be names.
const RESERVED: [&str; 10] = ["and", "or", "not", "if", "else", "is", "in", "true", "false", "none"];

/// Whether a text can be the name of a field: `[a-z][a-z0-9_]*`, and not a word of the template language.
#[must_use]
pub fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && !RESERVED.contains(&text)
}

impl Condition {
    /// Reads a condition.
    ///
    /// # Errors
    /// One Dutch sentence, when the text is not a condition of names, `not`, `and`, `or` and brackets.
    pub fn parse(text: &str) -> Result<Self, String> {
        let spaced = text.replace('(', " ( ").replace(')', " ) ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut reader = Reader { words: &words, depth: 0 };
        let condition = reader.disjunction()?;
        match reader.words.first() {
            None => Ok(condition),
            Some(word) => Err(unexpected(word)),
        }
    }

    /// The names in the condition, in order.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Name(name) => vec![name],
            Self::Not(inner) => inner.names(),
            Self::And(a, b) | Self::Or(a, b) => [a.names(), b.names()].concat(),
        }
    }

    /// The names that are certainly present when the condition is true (`holds`) or false.
    #[must_use]
    pub fn guaranteed(&self, holds: bool) -> BTreeSet<&str> {
        match self {
            Self::Name(name) if holds => BTreeSet::from([name.as_str()]),
            Self::Name(_) => BTreeSet::new(),
            Self::Not(inner) => inner.guaranteed(!holds),
            Self::And(a, b) | Self::Or(a, b) => {
                let (a_names, b_names) = (a.guaranteed(holds), b.guaranteed(holds));
                let both = matches!(self, Self::And(..)) == holds;
                if both { &a_names | &b_names } else { &a_names & &b_names }
            }
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => f.write_str(name),
            Self::Not(inner) => write!(f, "(not {inner})"),
            Self::And(a, b) => write!(f, "({a} and {b})"),
            Self::Or(a, b) => write!(f, "({a} or {b})"),
        }
    }
}

/// The greatest depth of `not` and brackets; a deeper condition is refused.
const MAX_DEPTH: u32 = 16;

struct Reader<'a> {
    words: &'a [&'a str],
    depth: u32,
}

impl Reader<'_> {
    fn take(&mut self, word: &str) -> bool {
        let found = self.words.first() == Some(&word);
        if found {
            self.words = &self.words[1..];
        }
        found
    }

    fn disjunction(&mut self) -> Result<Condition, String> {
        let mut left = self.conjunction()?;
        while self.take("or") {
            left = Condition::Or(Box::new(left), Box::new(self.conjunction()?));
        }
        Ok(left)
    }

    fn conjunction(&mut self) -> Result<Condition, String> {
        let mut left = self.operand()?;
        while self.take("and") {
            left = Condition::And(Box::new(left), Box::new(self.operand()?));
        }
        Ok(left)
    }

    fn operand(&mut self) -> Result<Condition, String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err("deze voorwaarde is te ingewikkeld".to_owned());
        }
        let condition = if self.take("not") {
            Condition::Not(Box::new(self.operand()?))
        } else if self.take("(") {
            let inner = self.disjunction()?;
            if !self.take(")") {
                return Err("in deze voorwaarde ontbreekt een sluithaakje".to_owned());
            }
            inner
        } else {
            match self.words.split_first() {
                Some((name, rest)) if is_name(name) => {
                    self.words = rest;
                    Condition::Name((*name).to_owned())
                }
                Some((word, _)) => return Err(unexpected(word)),
                None => return Err("deze voorwaarde is niet af".to_owned()),
            }
        };
        self.depth -= 1;
        Ok(condition)
    }
}

fn unexpected(word: &str) -> String {
    format!("`{word}` kan niet in een voorwaarde; gebruik namen van velden met `not`, `and`, `or` en haakjes")
}
