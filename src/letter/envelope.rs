//! What the window of an envelope shows of an address, and how an address that is long is made to fit it.
//!
//! In this order: every part on a line; names, locations and streets over two lines; initials for first names; the same
//! in small type. Where even that is too much: more lines for a part as long as there are any, parts that go on behind
//! the one before them, and names of which one word stays whole. Only a word that is wider than the window, or a
//! window with too few lines, is refused; nothing is cut off.

use super::address_part::{Kind, Part};
use super::line_breaks::Breaker;
use crate::diagnostic::{Code, Diagnostic};
use crate::words::Fact;

/// The highest number of lines of an address, whatever the window.
const MAX_LINES: usize = 6;
/// The highest number of lines of a part of an address, as long as it can be avoided that it takes more.
const USUAL_LINES: usize = 2;

/// The characters with which a line of an address may not begin.
const BAD_STARTS: [char; 13] = ['@', '(', ')', '=', '[', ']', '"', '\\', '/', ',', '<', '>', '~'];

/// The sizes in which an address can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// As most addresses are.
    Usual,
    /// For an address that does not fit otherwise.
    Small,
}

/// Whether a line fits the window in a size.
type Fits<'a> = dyn Fn(&str, Size) -> bool + Send + Sync + 'a;

/// The window of an envelope, as far as the words of an address must know it.
pub struct Envelope<'a> {
    /// The number of lines in the usual size and in the small one.
    room: [usize; 2],
    fits: Box<Fits<'a>>,
}

/// Which forms of the parts of an address are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Forms {
    /// Only the full ones: enough for nearly every address.
    Full,
    /// The shorter ones too.
    All,
}

/// A way to set an address.
#[derive(Clone, Copy)]
struct Way {
    size: Size,
    /// How many of the forms of a part may be used, the longest first.
    forms: usize,
    /// The highest number of lines of a part.
    most: usize,
}

/// The ways to set an address in which every part stands by itself, in the order of preference.
const WAYS: [Way; 5] = [
    Way { size: Size::Usual, forms: 1, most: USUAL_LINES },
    Way { size: Size::Usual, forms: 2, most: USUAL_LINES },
    Way { size: Size::Small, forms: 1, most: USUAL_LINES },
    Way { size: Size::Small, forms: 2, most: USUAL_LINES },
    Way { size: Size::Small, forms: 2, most: MAX_LINES },
];

fn begins_badly(line: &str) -> bool {
    line.starts_with(BAD_STARTS)
}

impl<'a> Envelope<'a> {
    /// A window of so many lines in the usual size and in the small one, and whether a line fits it.
    pub fn new(room: [usize; 2], fits: impl Fn(&str, Size) -> bool + Send + Sync + 'a) -> Self {
        Self { room: room.map(|lines| lines.min(MAX_LINES)), fits: Box::new(fits) }
    }

    /// The lines of an address of these `parts`; `fact` is the address as a whole.
    ///
    /// # Errors
    /// F118 at what does not fit, in whatever way it is set, and at a line that begins with a character that it may
    /// not.
    pub(super) fn lines(
        &self,
        parts: impl Fn(Forms) -> Vec<Part>,
        fact: Fact,
    ) -> Result<Vec<String>, Box<Diagnostic>> {
        let full = parts(Forms::Full);
        let bad = full.iter().filter(|part| part.kind != Kind::Gap && begins_badly(part.begins()));
        let bad: Vec<String> = bad.map(|part| part.path.clone()).collect();
        if !bad.is_empty() {
            let message =
                "Een regel van een adres mag niet beginnen met een haakje, komma of ander leesteken.";
            return Err(Box::new(Diagnostic::new(Code::BadAddress, message, bad)));
        }
        let [usual, others @ ..] = WAYS;
        if let Some(lines) = self.set(&full, usual) {
            return Ok(lines);
        }
        let parts = parts(Forms::All);
        let lines = others.iter().find_map(|way| self.set(&parts, *way)).or_else(|| self.squeezed(&parts));
        lines.ok_or_else(|| Box::new(self.refused(&parts, fact)))
    }

    /// The lines of an address that is longer than usual, in every form of its parts: the fewest that go on behind the
    /// one before them, the last first.
    fn squeezed(&self, parts: &[Part]) -> Option<Vec<String>> {
        let longest = parts.iter().map(Part::forms).max().unwrap_or_default();
        (2..=longest.max(2)).find_map(|forms| {
            let way = Way { size: Size::Small, forms, most: MAX_LINES };
            let mut parts = parts.to_vec();
            loop {
                if let Some(lines) = self.set(&parts, way) {
                    return Some(lines);
                }
                let at = parts.iter().rposition(|part| part.joins).filter(|at| *at > 0)?;
                let next = parts.remove(at);
                parts[at - 1] = parts[at - 1].with(&next);
            }
        })
    }

    /// The lines of an address in one way; `None` when it does not fit so.
    fn set(&self, parts: &[Part], way: Way) -> Option<Vec<String>> {
        let room = self.room(way.size);
        let mut lines = Vec::with_capacity(room);
        for part in parts {
            lines.extend(self.part(part, way)?);
        }
        (lines.len() <= room).then_some(lines)
    }

    fn part(&self, part: &Part, way: Way) -> Option<Vec<String>> {
        let fits = |line: &str| (self.fits)(line, way.size);
        part.set(&Breaker { fits: &fits, may_begin: &|line| !begins_badly(line) }, way.forms, way.most)
    }

    const fn room(&self, size: Size) -> usize {
        let [usual, small] = self.room;
        match size {
            Size::Usual => usual,
            Size::Small => small,
        }
    }

    /// Why an address fits in no way: a word that is wider than the window, else the part that takes most lines.
    fn refused(&self, parts: &[Part], fact: Fact) -> Diagnostic {
        let refused = |message: String, path: String, hint: &str| {
            Diagnostic::new(Code::BadAddress, message, [path]).with_hint(hint)
        };
        let way = Way { size: Size::Small, forms: usize::MAX, most: usize::MAX };
        let (mut longest, mut lines) = (None, 0);
        for part in parts {
            let Some(set) = self.part(part, way) else {
                let (what, hint) = match part.kind {
                    Kind::Name => (
                        "Een woord van deze naam is breder dan het venster van de envelop, ook in de kleinste letter.",
                        "Zet een spatie of een koppelteken waar de naam mag worden afgebroken, of kort hem af.",
                    ),
                    Kind::Line => (
                        "Een woord van deze regel van het adres is breder dan het venster van de envelop.",
                        "Zet een spatie of een koppelteken waar de regel mag worden afgebroken, of kort hem in.",
                    ),
                    Kind::Single | Kind::Gap => (
                        "Deze regel van het adres is te breed voor het venster van de envelop.",
                        "Kort de regel in.",
                    ),
                };
                return refused(what.to_owned(), part.path.clone(), hint);
            };
            lines += set.len();
            let rank = (set.len(), part.kind == Kind::Name);
            if set.len() > 1 && longest.as_ref().is_none_or(|(most, _)| rank > *most) {
                longest = Some((rank, part));
            }
        }
        let room = self.room(Size::Small);
        match longest {
            Some((_, part)) => {
                let which = if part.kind == Kind::Name { "deze naam" } else { "deze regel" };
                let message = format!(
                    "Met {which} heeft het adres {lines} regels, ook met voorletters en in de kleinste letter; in het venster passen er {room}."
                );
                let hint = "Kort de naam of de regel af, of zet regels van het adres bij elkaar.";
                refused(message, part.path.clone(), hint)
            }
            None => {
                let message = format!(
                    "Dit adres heeft {lines} regels; in het venster van de envelop passen er {room}."
                );
                let hint = "Zet regels van het adres bij elkaar, of neem een envelop met een hoger venster; naam en land tellen mee.";
                refused(message, fact.to_string(), hint)
            }
        }
    }
}
