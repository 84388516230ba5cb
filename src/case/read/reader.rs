//! The reader of a case: takes typed values by key, records every error and continues.
//!
//! A reading function returns `None` both for an absent value and for a wrong value that it reported. The findings
//! and the list of unreadable values keep the difference, so that later checks do not report the same again.

use super::suggest;
use crate::case::model::{Below, Grond, Keys, key_of_pattern, what_to_write};
use crate::diagnostic::{Code, Diagnostic, WayOut, character};
use crate::places::Places;
use crate::words::gap::{TO_DECIDE, TO_FILL_IN};
use crate::words::{Fact, Key, pattern_of};
use crate::yaml::{Entry, Node, Scalar, Value, path_of_key};

/// What to do about a character that came along by accident.
pub(super) const STRAY_HINT: &str =
    "Haal het teken weg; het komt vaak mee bij plakken uit een ander programma.";

/// What was found while reading one document.
#[derive(Debug, Default)]
pub(super) struct Reader {
    /// The place of every value.
    pub(super) places: Places,
    /// Every error so far.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The paths of values that are in the file but could not be read.
    pub(super) unreadable: Vec<String>,
}

/// A block of keys that is being read.
pub(super) struct Block<'n> {
    /// Its path; empty for the document as a whole.
    pub(super) path: String,
    entries: &'n [Entry],
    /// The value is not a block of keys, which has been reported; so its missing keys are not reported.
    broken: bool,
    /// There is no such block in the file.
    absent: bool,
}

impl Reader {
    /// Records an error about a value that is in the file but cannot be used.
    pub(super) fn refuse(&mut self, path: &str, code: Code, message: &str, hint: &str) {
        self.refuse_with_detail(path, code, message, hint, None);
    }

    /// Does the same as [`Self::refuse`], with a detail that may show values; only the terminal shows it.
    pub(super) fn refuse_with_detail(
        &mut self,
        path: &str,
        code: Code,
        message: &str,
        hint: &str,
        detail: Option<String>,
    ) {
        self.unreadable.push(path.to_owned());
        let mut finding = Diagnostic::new(code, message, [path]).with_hint(hint);
        finding.detail = detail;
        self.diagnostics.push(finding);
    }

    /// Records what was probably meant by the value that was refused last.
    pub(super) fn last_could_be(&mut self, meant: Option<String>) {
        if let Some(finding) = self.diagnostics.last_mut() {
            finding.way_out = meant.map(WayOut::Write);
        }
    }

    /// Records that a required value is absent (F109).
    pub(super) fn missing(&mut self, path: &str, hint: &str) {
        let key = path.rsplit('.').next().unwrap_or(path);
        let message = format!("`{key}` ontbreekt.");
        self.diagnostics.push(Diagnostic::new(Code::Missing, message, [path]).with_hint(hint));
    }

    /// The single value of a node; another shape (F110), an empty text (F121) and a control character (F122) are
    /// reported.
    pub(super) fn scalar<'n>(&mut self, path: &str, node: &'n Node) -> Option<&'n Scalar> {
        self.without_control(path, node)?;
        match &node.value {
            Value::Scalar(scalar) if scalar.text.trim().is_empty() => {
                let hint = "Vul de waarde in, of laat de sleutel weg als zij niet bekend is.";
                self.refuse(path, Code::TextEmpty, "Deze waarde is leeg.", hint);
                None
            }
            Value::Scalar(scalar) => Some(scalar),
            Value::List(items) if items.iter().any(is_gap) => {
                let message = "In deze tekst staat nog een open plek uit een concept.";
                let hint = "Schrijf hier uw eigen tekst, zonder haken.";
                self.refuse(path, Code::TextUnfinished, message, hint);
                None
            }
            _ => self.wrong_shape(path, node, "één waarde", "Schrijf de waarde achter de sleutel."),
        }
    }

    /// Reports a control character or noncharacter in a single value, whatever its key.
    fn without_control(&mut self, path: &str, node: &Node) -> Option<()> {
        let Value::Scalar(scalar) = &node.value else { return Some(()) };
        let Some(c) = scalar.text.chars().find(|c| character::is_control(*c)) else { return Some(()) };
        let message = format!("In deze waarde staat {}.", character::named(c));
        self.refuse(path, Code::ControlCharacter, &message, STRAY_HINT);
        None
    }

    /// The items of a list; `None` when the value is not a list or an item could not be read.
    pub(super) fn list<'n, T>(
        &mut self,
        path: &str,
        node: &'n Node,
        mut item: impl FnMut(&mut Self, &str, &'n Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Value::List(nodes) = &node.value else {
            return self.wrong_shape(path, node, "een lijst", &list_hint(path, node));
        };
        let mut items = Vec::with_capacity(nodes.len());
        for (index, node) in nodes.iter().enumerate() {
            let path = format!("{path}[{index}]");
            if node.is_null() {
                let hint = "Vul het in, of haal het weg.";
                self.refuse(&path, Code::WrongShape, "Dit onderdeel van de lijst is leeg.", hint);
                items.push(None);
            } else {
                items.push(item(self, &path, node));
            }
        }
        items.into_iter().collect()
    }

    /// Reports a value of the wrong shape (F110), unless it is an alias, which has been reported.
    pub(super) fn wrong_shape<T>(&mut self, path: &str, node: &Node, wanted: &str, hint: &str) -> Option<T> {
        self.without_control(path, node)?;
        let found = match &node.value {
            Value::Refused => {
                self.unreadable.push(path.to_owned());
                return None;
            }
            Value::Scalar(_) => "één waarde",
            Value::List(_) => "een lijst",
            Value::Map(_) => "een blok met sleutels",
        };
        let message = format!("Hier hoort {wanted}, maar er staat {found}.");
        self.refuse(path, Code::WrongShape, &message, hint);
        None
    }

    /// The value as a block of these keys; another shape is reported (F110) and gives a broken block.
    pub(super) fn block<'n>(&mut self, path: &str, node: &'n Node, keys: &Keys) -> Block<'n> {
        match &node.value {
            Value::Map(entries) => Block { path: path.to_owned(), entries, broken: false, absent: false },
            _ => {
                let names: Vec<String> = keys.rows().map(named).collect();
                let hint = format!("Zet op eigen regels eronder, verder ingesprongen: {}.", names.join(", "));
                self.wrong_shape::<()>(path, node, "een blok met sleutels", &hint);
                Block { path: path.to_owned(), entries: &[], broken: true, absent: false }
            }
        }
    }
}

/// Whether an item of a list is what remains of a gap of a concept that was copied with its brackets.
fn is_gap(item: &Node) -> bool {
    let words = match &item.value {
        Value::Scalar(scalar) => &scalar.text,
        Value::Map(entries) => match entries.first() {
            Some(entry) => &entry.key,
            None => return false,
        },
        _ => return false,
    };
    [TO_FILL_IN, TO_DECIDE].iter().any(|gap| words.trim().eq_ignore_ascii_case(gap))
}

/// A key, with what stands below it where it is a block.
fn named(key: &Key) -> String {
    match Below::of(key) {
        Some(Below::One(keys)) => {
            let below: Vec<&str> = keys.names().collect();
            format!("`{}` (daaronder: {})", key.fact.key(), suggest::quoted(&below))
        }
        _ => format!("`{}`", key.fact.key()),
    }
}

/// How to write a list where something else stands.
fn list_hint(path: &str, node: &Node) -> String {
    let key = key_of_pattern(&pattern_of(path));
    let first = key.and_then(Below::of).map(|below| match below {
        Below::One(keys) => keys.names().next().unwrap_or("…"),
        Below::OfStep | Below::OfGround => Grond::grond.key(),
    });
    match (first, &node.value) {
        (Some(first), _) => format!(
            "Begin elk onderdeel met `- `, voor de eerste sleutel: `- {first}: …`. De andere sleutels staan eronder, even ver ingesprongen als `{first}`."
        ),
        (None, Value::Scalar(_)) => "Zet er `[` voor en `]` achter.".to_owned(),
        (None, _) => "Zet de waarden tussen `[` en `]`, of elk op een regel met `- ` ervoor.".to_owned(),
    }
}

impl<'n> Block<'n> {
    /// The path of a key.
    pub(super) fn path_of(&self, fact: Fact) -> String {
        self.path_of_key(fact.key())
    }

    /// The path of a key as it is written; the block need not know the key.
    fn path_of_key(&self, key: &str) -> String {
        path_of_key(&self.path, key)
    }

    /// The value of a key; `None` when it is absent or null.
    pub(super) fn get(&self, fact: Fact) -> Option<&'n Node> {
        self.get_key(fact.key())
    }

    fn get_key(&self, key: &str) -> Option<&'n Node> {
        self.entries.iter().find(|e| e.key == key).map(|e| &e.value).filter(|node| !node.is_null())
    }

    /// Reads the value of a key; `None` when it is absent.
    pub(super) fn optional<T>(
        &self,
        reader: &mut Reader,
        fact: Fact,
        read: impl FnOnce(&mut Reader, &str, &'n Node) -> Option<T>,
    ) -> Option<T> {
        self.get(fact).and_then(|node| read(reader, &self.path_of(fact), node))
    }

    /// Reads the value of a required key; its absence is reported (F109).
    pub(super) fn required<T>(
        &self,
        reader: &mut Reader,
        fact: Fact,
        read: impl FnOnce(&mut Reader, &str, &'n Node) -> Option<T>,
    ) -> Option<T> {
        let path = self.path_of(fact);
        match self.get(fact) {
            Some(node) => read(reader, &path, node),
            None if self.broken => None,
            None => {
                self.without(reader, fact, &path);
                None
            }
        }
    }

    /// Reports a required key that is absent, or has nothing behind it.
    fn without(&self, reader: &mut Reader, fact: Fact, path: &str) {
        let (key, write) = (fact.key(), what_to_write(fact));
        if self.entries.iter().any(|entry| entry.key == key) {
            let message = format!("Achter `{key}` staat nog niets.");
            let hint = format!("Vul achter `{key}:` de waarde in{write}.");
            reader.diagnostics.push(Diagnostic::new(Code::Missing, message, [path]).with_hint(hint));
            return;
        }
        let hint = match (self.absent, self.path.rsplit_once('.')) {
            (true, None) => {
                format!("Begin bovenaan een blok `{}:`, met daaronder `{key}:`{write}.", self.path)
            }
            (true, Some((around, block))) => {
                format!("Zet onder `{around}` een blok `{block}:`, met daaronder `{key}:`{write}.")
            }
            (false, _) if self.path.is_empty() => format!("Zet `{key}:` bovenaan{write}."),
            (false, _) => format!("Zet `{key}:` onder `{}`{write}.", self.path),
        };
        reader.missing(path, &hint);
    }

    /// The block at a key. When it is absent, an empty block, so that its required keys are reported as missing.
    pub(super) fn required_block(&self, reader: &mut Reader, fact: Fact, keys: &Keys) -> Block<'n> {
        let block = self.required_block_unchecked(reader, fact, keys);
        block.check_keys(reader, keys);
        block
    }

    /// Does the same as [`Self::required_block`], without checking the keys: which of them it may have depends on a
    /// value in it.
    pub(super) fn required_block_unchecked(&self, reader: &mut Reader, fact: Fact, keys: &Keys) -> Block<'n> {
        let path = self.path_of(fact);
        match self.get(fact) {
            Some(node) => reader.block(&path, node, keys),
            None => Block { path, entries: &[], broken: self.broken, absent: true },
        }
    }

    /// The block at a key; `None` when it is absent.
    pub(super) fn optional_block(&self, reader: &mut Reader, fact: Fact, keys: &Keys) -> Option<Block<'n>> {
        let block = reader.block(&self.path_of(fact), self.get(fact)?, keys);
        block.check_keys(reader, keys);
        Some(block)
    }

    /// Reports the keys that this kind of block does not know (F108).
    pub(super) fn check_keys(&self, reader: &mut Reader, keys: &Keys) {
        self.check_keys_where(reader, keys, |key| keys.has(key));
    }

    /// Does the same as [`Self::check_keys`], but `known` says which keys are accepted; `keys` is for the hints. A key of
    /// another kind of this block with nothing behind it is as good as absent (an empty case file has them all).
    pub(super) fn check_keys_where(&self, reader: &mut Reader, keys: &Keys, known: impl Fn(&str) -> bool) {
        let of_other_kind =
            |entry: &Entry| entry.value.is_null() && keys.siblings().any(|key| key == entry.key);
        for entry in self.entries.iter().filter(|e| !known(&e.key) && !of_other_kind(e)) {
            let suggestion = suggest::for_key(&entry.key, keys);
            let meant = suggestion.meant.filter(|key| self.get_key(key).is_none());
            reader.unreadable.extend(meant.map(|key| self.path_of_key(key)));
            reader.unreadable.extend(suggestion.belongs.map(str::to_owned));
            let message = "Deze sleutel kent een zaakbestand hier niet.";
            let finding = Diagnostic::new(Code::UnknownKey, message, [self.path_of_key(&entry.key)])
                .at([entry.key_place])
                .with_hint(suggestion.hint);
            reader.diagnostics.push(finding);
        }
    }
}
