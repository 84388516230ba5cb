//! What the window of an envelope shows of an address: how many lines, and how wide.
//!
//! Only the names may take two lines. They are broken where a reader would: behind what stands before the name,
//! else at the last word that fits.

use crate::diagnostic::{Code, Diagnostic};

/// The highest number of lines of an address, whatever the window.
const MAX_LINES: usize = 6;

/// The characters with which a line of an address may not begin.
const BAD_STARTS: [char; 13] = ['@', '(', ')', '=', '[', ']', '"', '\\', '/', ',', '<', '>', '~'];

/// The window of an envelope, as far as the words of an address must know it.
pub struct Envelope<'a> {
    room: usize,
    fits: Box<dyn Fn(&str) -> bool + Send + Sync + 'a>,
}

/// A part of an address, with the path of the fact that it shows.
pub(super) struct Part {
    /// Its words in pieces.
    words: Vec<String>,
    path: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// One line.
    Line,
    /// One line or two.
    Name,
    /// A gap of a concept, which may begin with a bracket.
    Gap,
}

impl Part {
    /// A line that stays one.
    pub(super) fn line(text: impl Into<String>, path: impl ToString) -> Self {
        Self { words: vec![text.into()], path: path.to_string(), kind: Kind::Line }
    }

    /// What stands in the place of a line that is still to be decided.
    pub(super) fn gap(text: &str, path: impl ToString) -> Self {
        Self { kind: Kind::Gap, ..Self::line(text, path) }
    }

    /// A name in pieces: the best place for a line break is between them.
    pub(super) fn name<'w>(pieces: impl IntoIterator<Item = &'w str>, path: impl ToString) -> Self {
        let words = pieces.into_iter().map(str::to_owned).collect();
        Self { words, path: path.to_string(), kind: Kind::Name }
    }

    /// Its lines, one or two; `None` if it does not fit so.
    fn set(&self, envelope: &Envelope<'_>) -> Option<Vec<String>> {
        let whole = self.words.join(" ");
        if (envelope.fits)(&whole) {
            return Some(vec![whole]);
        }
        if self.kind != Kind::Name {
            return None;
        }
        let between = (1..self.words.len()).map(|at| self.words.split_at(at));
        let mut breaks: Vec<(String, String)> =
            between.map(|(first, second)| (first.join(" "), second.join(" "))).collect();
        let spaces = whole.rmatch_indices(' ').map(|(at, _)| whole.split_at(at));
        breaks.extend(spaces.map(|(first, second)| (first.to_owned(), second.trim_start().to_owned())));
        // A double name can be broken at its hyphen.
        let hyphens = whole.rmatch_indices('-').map(|(at, _)| whole.split_at(at + 1));
        breaks.extend(hyphens.map(|(first, second)| (first.to_owned(), second.to_owned())));
        let good = |line: &String| {
            !line.is_empty() && !line.starts_with('-') && !begins_badly(line) && (envelope.fits)(line)
        };
        let (first, second) = breaks.into_iter().find(|(first, second)| good(first) && good(second))?;
        Some(vec![first, second])
    }
}

fn begins_badly(line: &str) -> bool {
    line.starts_with(BAD_STARTS)
}

impl<'a> Envelope<'a> {
    /// A window of this many lines, and whether a line fits it.
    pub fn new(lines: usize, fits: impl Fn(&str) -> bool + Send + Sync + 'a) -> Self {
        Self { room: lines.min(MAX_LINES), fits: Box::new(fits) }
    }

    /// The lines of an address; `fact` is the address as a whole.
    ///
    /// # Errors
    /// F118 at what does not fit: a line that is too wide, too many lines; at a line that begins with a
    /// character that it may not.
    pub(super) fn lines(
        &self,
        parts: Vec<Part>,
        fact: crate::words::Fact,
    ) -> Result<Vec<String>, Box<Diagnostic>> {
        let refused = |message: String, paths: Vec<String>, hint: &str| {
            Err(Box::new(Diagnostic::new(Code::BadAddress, message, paths).with_hint(hint)))
        };
        if parts.len() > self.room {
            let message =
                format!("Dit adres heeft meer dan {} regels en past niet in het venster.", self.room);
            let hint = "Zet regels van het adres bij elkaar; naam en land tellen mee.";
            return refused(message, vec![fact.to_string()], hint);
        }
        let paths = |wanted: &dyn Fn(&Part) -> bool| -> Vec<String> {
            parts.iter().filter(|part| wanted(part)).map(|part| part.path.clone()).collect()
        };
        let bad = paths(&|part| {
            part.kind != Kind::Gap && part.words.first().is_some_and(|words| begins_badly(words))
        });
        if !bad.is_empty() {
            let message =
                "Een regel van een adres mag niet beginnen met een haakje, komma of ander leesteken.";
            return Err(Box::new(Diagnostic::new(Code::BadAddress, message, bad)));
        }
        let set: Vec<Option<Vec<String>>> = parts.iter().map(|part| part.set(self)).collect();
        if let Some((part, _)) = parts.iter().zip(&set).find(|(_, set)| set.is_none()) {
            return if part.kind == Kind::Name {
                let message = "Deze naam past niet in het venster van de envelop, ook niet over twee regels.";
                let hint = "Schrijf voorletters in plaats van voornamen, of kort de naam van het kantoor af.";
                refused(message.to_owned(), vec![part.path.clone()], hint)
            } else {
                let message = "Deze regel van het adres is te breed voor het venster van de envelop.";
                let hint = "Kort de regel in, of zet een deel ervan op een andere regel van het adres.";
                refused(message.to_owned(), vec![part.path.clone()], hint)
            };
        }
        let lines: Vec<String> = set.iter().flatten().flatten().cloned().collect();
        if lines.len() > self.room {
            let message = format!(
                "Met deze naam over twee regels heeft het adres {} regels; in het venster passen er {}.",
                lines.len(),
                self.room
            );
            let hint = "Schrijf voorletters in plaats van voornamen, of zet regels van het adres bij elkaar.";
            let two = parts.iter().zip(&set).filter(|(_, set)| set.as_ref().is_some_and(|set| set.len() > 1));
            return refused(message, two.map(|(part, _)| part.path.clone()).collect(), hint);
        }
        Ok(lines)
    }
}
