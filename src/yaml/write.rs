//! Writes values as YAML: in lines below each other, or on one line between brackets where the file around is so written.

use std::fmt::Write as _;

/// Spaces that a block stands further in than its key.
const STEP: usize = 2;

/// A value to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum New {
    /// No value: a key with nothing behind it.
    Nothing,
    /// A word, date, number or code: written as it is, without quotes.
    Plain(String),
    /// A text of one line or more, quoted where YAML would read something else.
    Text(String),
    /// A list.
    List(Vec<New>),
    /// A block of keys.
    Block(Vec<NewEntry>),
}

/// A key to write, with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry {
    /// The key.
    pub key: String,
    /// The lines of comment above it.
    pub note: Vec<String>,
    /// Its value.
    pub value: New,
    /// Whether the whole entry is a comment: a key that may be filled in.
    pub off: bool,
}

impl NewEntry {
    /// A key with its value, without a comment.
    #[must_use]
    pub fn new(key: &str, value: New) -> Self {
        Self { key: key.to_owned(), note: Vec::new(), value, off: false }
    }
}

/// The lines of an entry, its key `indent` spaces from the start of the line. Each line ends with a line break.
#[must_use]
pub fn lines_of(entry: &NewEntry, indent: usize) -> String {
    let mut out = String::new();
    write_entry(entry, indent, &mut out);
    out
}

/// The lines of an item of a list, its dash `indent` spaces from the start of the line.
#[must_use]
pub fn item_lines(item: &New, indent: usize) -> String {
    let mut out = String::new();
    write_item(item, indent, &mut out);
    out
}

/// A value on one line, as it is written between brackets.
#[must_use]
pub fn in_flow(value: &New) -> String {
    match value {
        New::Nothing => "null".to_owned(),
        New::Plain(word) => word.clone(),
        New::Text(text) => text_in(text, true),
        New::List(items) => format!("[{}]", items.iter().map(in_flow).collect::<Vec<_>>().join(", ")),
        New::Block(entries) => {
            let entries = entries.iter().filter(|entry| !entry.off);
            let entries: Vec<String> =
                entries.map(|entry| format!("{}: {}", entry.key, in_flow(&entry.value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

fn write_entry(entry: &NewEntry, indent: usize, out: &mut String) {
    let space = " ".repeat(indent);
    for line in &entry.note {
        let _ = writeln!(out, "{space}# {line}");
    }
    let at = out.len();
    let _ = write!(out, "{space}{}:", entry.key);
    write_value(&entry.value, indent, out);
    if entry.off {
        // All lines below each other, as a comment.
        let lines = out.split_off(at);
        for line in lines.lines() {
            let _ = writeln!(out, "{space}# {}", line.get(indent..).unwrap_or(line));
        }
    }
}

/// What stands behind `key:`, to the end of its last line.
fn write_value(value: &New, indent: usize, out: &mut String) {
    match value {
        New::Nothing => out.push('\n'),
        New::Plain(word) => {
            let _ = writeln!(out, " {word}");
        }
        New::Text(text) if is_literal(text) => {
            out.push_str(" |-\n");
            for line in text.lines() {
                let space = if line.is_empty() { 0 } else { indent + STEP };
                let _ = writeln!(out, "{:space$}{line}", "");
            }
        }
        New::Text(text) => {
            let _ = writeln!(out, " {}", text_in(text, false));
        }
        New::List(items) if items.iter().all(|item| matches!(item, New::Plain(_))) => {
            let _ = writeln!(out, " {}", in_flow(value));
        }
        New::List(items) => {
            out.push('\n');
            for item in items {
                write_item(item, indent + STEP, out);
            }
        }
        New::Block(entries) => {
            out.push('\n');
            for entry in entries {
                write_entry(entry, indent + STEP, out);
            }
        }
    }
}

fn write_item(item: &New, indent: usize, out: &mut String) {
    let space = " ".repeat(indent);
    match item {
        New::Block(entries) => {
            // The first key stands behind the dash; its comment goes above.
            for (position, entry) in entries.iter().enumerate() {
                if position > 0 {
                    write_entry(entry, indent + STEP, out);
                    continue;
                }
                for line in &entry.note {
                    let _ = writeln!(out, "{space}# {line}");
                }
                let _ = write!(out, "{space}- {}:", entry.key);
                write_value(&entry.value, indent + STEP, out);
            }
        }
        other => {
            let _ = writeln!(out, "{space}- {}", in_flow(other));
        }
    }
}

/// Whether a text is written in lines of its own, behind `|-`: it has more than one, and none that a reader of YAML or of
/// the file could take for something else.
fn is_literal(text: &str) -> bool {
    text.contains('\n')
        && text.lines().all(|line| !line.starts_with([' ', '\t', '#']) && !line.ends_with([' ', '\t']))
        && !text.starts_with('\n')
        && !text.ends_with('\n')
        && !text.chars().any(|c| c.is_control() && c != '\n')
}

/// A text on one line: without quotes where YAML reads the same text, otherwise between double quotes.
fn text_in(text: &str, flow: bool) -> String {
    if reads_as_itself(text, flow) { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

/// Whether YAML reads a text without quotes as that text, and no reader takes it for another kind of value.
fn reads_as_itself(text: &str, flow: bool) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let plain = |c: char| {
        c.is_alphanumeric()
            || matches!(c, ' ' | '.' | '-' | '_' | '\'' | '(' | ')' | '/')
            || (c == ',' && !flow)
    };
    let lower = text.to_lowercase();
    let word = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(&lower.as_str());
    first.is_alphabetic() && text.chars().all(plain) && !text.ends_with(' ') && !word
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{Value, parse};

    fn read(text: &str) -> Vec<(String, String)> {
        let tree = parse(text, 1);
        assert!(tree.diagnostics.is_empty(), "{text}");
        let Some(root) = tree.root else { panic!("{text}") };
        let Value::Map(entries) = root.value else { panic!("{text}") };
        let scalar = |value: &Value| match value {
            Value::Scalar(scalar) => scalar.text.clone(),
            _ => panic!("no scalar"),
        };
        entries.iter().map(|entry| (entry.key.clone(), scalar(&entry.value.value))).collect()
    }

    #[test]
    fn every_text_is_read_again_as_it_was() {
        let texts = [
            "Kovalenko",
            "'t Hart",
            "Null",
            "no",
            "12",
            "2801234567",
            "a: b",
            "a #b",
            "# een",
            "- een",
            "[x]",
            "{x}",
            "x, y",
            "één “woord”",
            "een\ntwee",
            "een\n\ntwee",
            "een\n# twee",
            " een\ntwee",
            "een\n",
            "a\\b\"c",
            "&x",
            "*x",
            "!x",
            "%x",
            "@x",
            "`x`",
            "~",
            "?",
            "a\tb",
            "=1",
            "0x1f",
            "1e3",
            "een\n- twee\n- drie",
            "'",
            "x:",
        ];
        for text in texts {
            let value = New::Text(text.to_owned());
            let block = lines_of(&NewEntry::new("a", value.clone()), 0);
            assert_eq!(read(&block), [("a".to_owned(), text.to_owned())], "{block}");
            let flow = in_flow(&New::Block(vec![NewEntry::new("a", value)]));
            assert_eq!(read(&flow), [("a".to_owned(), text.to_owned())], "{flow}");
        }
    }

    #[test]
    fn what_is_off_is_a_comment() {
        let mut entry = NewEntry::new("land", New::Nothing);
        entry.note.push("lidstaat".to_owned());
        entry.off = true;
        let block = NewEntry::new("elders", New::Block(vec![entry]));
        assert_eq!(lines_of(&block, 0), "elders:\n  # lidstaat\n  # land:\n");
    }
}
