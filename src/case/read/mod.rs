//! Reads the text of one document as a [`Case`], and reports every error in it.
//!
//! All errors of a document are reported together. If every required fact can be read despite the errors (for
//! example an unknown key), there is a case as well, so that its contradictions are reported with the errors.

mod address;
mod date;
mod facts;
mod ground;
mod keys;
mod layout;
pub(crate) mod left_over;
mod meant_country;
mod needs;
mod person;
mod plausible;
mod reader;
mod reassessment;
mod scalar;
mod step;
pub(crate) mod suggest;
mod text;
mod values;
mod zaak;

use super::identifier::Kenmerk;
use super::model::{Bekendmaking, Case, Demand, Keys, SoortStap, Wijze, Zaak};
use crate::diagnostic::{Code, Diagnostic};
use crate::law::date::Date;
use crate::places::{Origin, Place, Places};
use crate::words::{Fact, pattern_of};
use crate::yaml::{self, Node, Value, looks_like_key};
use reader::Reader;

/// Values of the command line that replace what a case says (docs/spec/case-format.md, "Which date").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// The day that `--bekendmaking` gives.
    pub bekendmaking: Option<Date>,
    /// The way that `--wijze` gives.
    pub wijze: Option<Wijze>,
}

impl Overrides {
    /// The path and the option of the day of bekendmaking.
    const DATUM: (Fact, &'static str) = (Bekendmaking::datum, "--bekendmaking");
    /// The path and the option of the way of bekendmaking.
    const WIJZE: (Fact, &'static str) = (Bekendmaking::wijze, "--wijze");
}

/// What was read from one document.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The case, when every required field could be read. If there are also errors, no letter may be made.
    pub case: Option<Case>,
    /// The kenmerk, if it could be read, even when the rest could not.
    pub kenmerk: Option<Kenmerk>,
    /// The place of every fact.
    pub places: Places,
    /// Every error, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    unreadable: Vec<String>,
    root: Option<Node>,
    overrides: Overrides,
}

impl Reading {
    /// Whether a finding of a later check is about a value that is in the file but could not be read. That value
    /// has been reported, and the later check took it for absent.
    #[must_use]
    pub fn is_echo(&self, later: &Diagnostic) -> bool {
        let mut pairs =
            later.paths.iter().flat_map(|path| self.unreadable.iter().map(move |unread| (path, unread)));
        pairs.any(|(path, unread)| is_inside(unread, path) || is_inside(path, unread))
    }

    /// The value of a path as it is written in the case file, or in the option that replaces it: an unquoted `true`
    /// or `false` as a boolean, every other single value as a text, a list as an array and a block as an object.
    /// `None` when it is absent.
    #[must_use]
    pub fn value_at(&self, path: &str) -> Option<serde_json::Value> {
        match (path, self.overrides.bekendmaking, self.overrides.wijze) {
            (path, Some(date), _) if path == Overrides::DATUM.0.pattern() => Some(date.to_string().into()),
            (path, _, Some(wijze)) if path == Overrides::WIJZE.0.pattern() => Some(wijze.word().into()),
            _ => values::at(self.root.as_ref()?, path),
        }
    }
}

impl Reading {
    /// The reading of a document that could not be taken as text: too large, or not UTF-8.
    #[must_use]
    pub fn of_no_text(refused: Diagnostic, first_line: u32) -> Self {
        Self {
            case: None,
            kenmerk: None,
            places: Places::new(Place { line: first_line, column: 1, length: 1 }),
            diagnostics: vec![refused],
            unreadable: Vec::new(),
            root: None,
            overrides: Overrides::default(),
        }
    }

    /// Calls `each` with the path and the text of every single value of the document.
    pub fn texts(&self, each: &mut dyn FnMut(&str, &str)) {
        if let Some(root) = &self.root {
            values::scalars(root, "", &mut |path, scalar| each(path, &scalar.text));
        }
    }

    /// Calls `each` with the path and the text of all that the officer wrote in own words (`Holds::is_own_words`), in lines as
    /// they were set, also where the case has errors.
    pub fn own_words(&self, each: &mut dyn FnMut(&str, &str)) {
        let Some(root) = &self.root else { return };
        values::scalars(root, "", &mut |path, scalar| {
            let pattern = pattern_of(path);
            let mut keys = Keys::all().flat_map(Keys::rows);
            let is_own = keys.any(|key| key.holds.is_own_words() && key.fact.pattern() == pattern);
            if is_own && !scalar.is_null() {
                each(path, &scalar.lines());
            }
        });
    }
}

/// Reads one document. `first_line` is the line of the file on which `text` begins, from 1.
#[must_use]
pub fn read_case(text: &str, first_line: u32, overrides: &Overrides) -> Reading {
    let tree = yaml::parse(text, first_line);
    let start = Place { line: first_line, column: 1, length: 1 };
    let mut places = Places::new(tree.root.as_ref().map_or(start, |root| root.place));
    let mut reader = Reader { diagnostics: tree.diagnostics, ..Reader::default() };
    let (mut case, mut kenmerk) = (None, None);
    match &tree.root {
        Some(root) => {
            note_places(&mut places, "", root);
            reader.places = places;
            (kenmerk, case) = read_root(&mut reader, root, overrides);
        }
        None => {
            reader.places = places;
            if reader.diagnostics.is_empty() {
                reader.diagnostics.push(yaml::empty_document(first_line));
            }
        }
    }
    let Reader { places, mut diagnostics, unreadable } = reader;
    // A key that is there under a wrong name has been reported, with the name that was meant: it is not missing.
    let is_there = |path: &String| unreadable.iter().any(|unread| is_inside(path, unread));
    diagnostics.retain(|finding| finding.code != Code::Missing || !finding.paths.iter().any(is_there));
    diagnostics.sort_by_cached_key(|finding| match finding.origin(0, &places) {
        Some(Origin::File(place)) => (place.line, place.column),
        _ => (first_line, 1),
    });
    Reading { case, kenmerk, places, diagnostics, unreadable, root: tree.root, overrides: *overrides }
}

/// Whether a path is another one, or lies in it.
pub(crate) fn is_inside(inner: &str, outer: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The kenmerk of a document, of which nothing behind it is read. It is that of [`read_case`] for every
/// document that is YAML to its end; for another it may be a kenmerk where that finds none.
#[must_use]
pub fn kenmerk_of(text: &str) -> Option<Kenmerk> {
    let found = yaml::find_scalar(text, &[Case::zaak.key(), Zaak::kenmerk.key()])?;
    Kenmerk::parse(&scalar::tidy(&found))
}

fn read_root(reader: &mut Reader, root: &Node, overrides: &Overrides) -> (Option<Kenmerk>, Option<Case>) {
    if !matches!(root.value, Value::Map(_)) {
        let table = matches!(&root.value, Value::Scalar(scalar) if is_table(&scalar.text));
        let hint = if table {
            "Dit lijkt een tabel (CSV). Een zaak is een bestand met sleutels; zie de handleiding."
        } else {
            "Een zaak begint met `zaak:`, `bekendmaking:`, `vreemdeling:`, `feiten:` en `stap:`."
        };
        reader.wrong_shape::<()>("", root, "een zaak", hint);
        return (None, None);
    }
    let block = reader.block("", root, Case::KEYS);
    if let Value::Map(entries) = &root.value
        && !entries.is_empty()
        && entries.iter().all(|entry| !Case::KEYS.has(&entry.key))
    {
        not_a_case(reader, root, entries);
        return (None, None);
    }
    block.check_keys(reader, Case::KEYS);
    let (kenmerk, zaak) = zaak::read(reader, &block);
    let bekendmaking = zaak::bekendmaking(reader, &block, overrides);
    let vreemdeling = person::read(reader, &block);
    let feiten = facts::read(reader, &block);
    let (soort, stap) = step::read(reader, &block);
    let afwijking = zaak::afwijking(reader, &block);
    let incomplete = soort.is_some_and(|step| lacks_facts(reader, root, step));
    let case = match (zaak, bekendmaking, vreemdeling, stap) {
        (Some(zaak), Some(bekendmaking), Some(vreemdeling), Some(stap)) if !incomplete => {
            Some(Case { zaak, bekendmaking, vreemdeling, feiten, stap, afwijking })
        }
        _ => None,
    };
    (kenmerk, case)
}

/// Whether `feiten` lacks what the step cannot be decided without; what is absent is reported.
fn lacks_facts(reader: &mut Reader, root: &Node, step: SoortStap) -> bool {
    let facts = root.get(Case::feiten.key());
    let mut lacks = false;
    for fact in Demand::facts_of_step(step) {
        if facts.and_then(|facts| facts.get(fact.key())).is_none_or(Node::is_null) {
            let hint = format!("Bij stap `{}` telt de termijn vanaf deze datum.", step.word());
            reader.missing(fact.pattern(), &hint);
            lacks = true;
        }
        lacks |= reader.unreadable.iter().any(|path| path == fact.pattern());
    }
    lacks
}

/// Whether a text has the signs of a table: values with the same separator between them.
fn is_table(text: &str) -> bool {
    [';', ',', '\t'].iter().any(|separator| text.matches(*separator).count() > 0 && !text.contains(": "))
}

/// Reports a document without any key of a case as one finding, instead of one for each unknown key and each
/// missing field. If the text of the document already gave errors (such as aliases), it adds nothing.
fn not_a_case(reader: &mut Reader, root: &Node, entries: &[yaml::Entry]) {
    if !reader.diagnostics.is_empty() {
        return;
    }
    let first = entries.first().map_or(root.place, |entry| entry.key_place);
    let message = "Dit is geen zaak: geen enkele sleutel bovenaan hoort bij een zaakbestand.";
    let hint = "Een zaak heeft bovenaan: `zaak`, `bekendmaking`, `vreemdeling`, `feiten`, `stap`.";
    let path = entries.first().map_or_else(String::new, |entry| yaml::path_of_key("", &entry.key));
    reader.diagnostics.push(Diagnostic::new(Code::UnknownKey, message, [path]).at([first]).with_hint(hint));
}

/// Records the place of every value. A key that does not look like one may be the name of a person: it gets no
/// path, and neither does anything below it.
fn note_places(places: &mut Places, path: &str, node: &Node) {
    if !path.is_empty() {
        places.note(path, node.place);
    }
    match &node.value {
        Value::Map(entries) => {
            for entry in entries.iter().filter(|e| looks_like_key(&e.key)) {
                note_places(places, &yaml::path_of_key(path, &entry.key), &entry.value);
            }
        }
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                note_places(places, &format!("{path}[{index}]"), item);
            }
        }
        Value::Scalar(_) | Value::Refused => {}
    }
}

#[cfg(test)]
mod tests;
