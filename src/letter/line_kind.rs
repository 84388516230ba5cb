//! The kind of a line of a template, and how it begins: heading, list item, table row, plain words.
//!
//! Markdown that a letter may not have is refused here if one line is enough to see it, so that the error names that
//! line.

use super::source::{Line, Part};

/// The kind of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing but white space.
    Blank,
    /// Comments only.
    Comment,
    /// Conditions and includes only, perhaps with comments.
    Control,
    /// Words or fields.
    Content,
}

/// The kind of this line.
pub(super) fn kind(line: &Line) -> Kind {
    let mut kind = Kind::Blank;
    for part in &line.parts {
        match part {
            Part::Text(text) if text.trim().is_empty() => {}
            Part::Text(_) | Part::Show(_) => return Kind::Content,
            Part::Rules(_) | Part::Comment if kind == Kind::Blank => kind = Kind::Comment,
            Part::Rules(_) | Part::Comment => {}
            _ => kind = Kind::Control,
        }
    }
    kind
}

/// The kinds of lines that belong together when there is no blank line between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// Items with `-`.
    Bullets,
    /// Items with a number.
    Numbers,
    /// Rows of a table.
    Table,
}

/// The Markdown with which a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Prefix {
    /// Its length in bytes, after the indentation.
    pub length: usize,
    /// The list or table to which the line belongs; `None` for a heading or plain words.
    pub group: Option<Group>,
}

/// Reads how a line begins.
///
/// # Errors
/// One Dutch sentence, when the line begins with Markdown that a letter may not have.
pub(super) fn prefix(text: &str) -> Result<Prefix, String> {
    let line = text.trim_start();
    let indented = line.len() < text.len();
    let at = |length, group| Ok(Prefix { length, group });
    if line.starts_with('|') {
        return at(1, Some(Group::Table));
    }
    if let Some(length) = item(line) {
        let group = if line.starts_with('-') { Group::Bullets } else { Group::Numbers };
        if indented {
            return Err("een lijst in een lijst kan niet; begin het onderdeel vooraan de regel".to_owned());
        }
        return at(length, Some(group));
    }
    let hashes = line.len() - line.trim_start_matches('#').len();
    if hashes > 0 {
        return match line.as_bytes().get(hashes) {
            Some(b' ') if hashes <= 3 => at(hashes + 1, None),
            Some(b' ') => Err("een kop heeft ten hoogste drie hekjes".to_owned()),
            _ => Err("zet een spatie na de hekjes van een kop".to_owned()),
        };
    }
    if line.starts_with('>') {
        return match line.as_bytes().get(1) {
            Some(b' ') => at(2, None),
            _ => Err("zet een spatie na de `>` van een kanttekening".to_owned()),
        };
    }
    match refused(line) {
        Some(message) => Err(message.to_owned()),
        None => at(0, None),
    }
}

/// The length of the mark of a list item (`- ` or `1. `); `None` for another line.
fn item(line: &str) -> Option<usize> {
    if line.starts_with("- ") {
        return Some(2);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let marked = (1..=9).contains(&digits) && line[digits..].starts_with(". ");
    marked.then_some(digits + 2)
}

/// The Dutch message about Markdown that a letter may not have, if the line is that.
fn refused(line: &str) -> Option<&'static str> {
    let packed: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let only = |c: char| !packed.is_empty() && packed.chars().all(|p| p == c);
    if line.starts_with("```") || line.starts_with("~~~") {
        Some("een codeblok kan niet in een brief")
    } else if line.starts_with("* ") || line.starts_with("+ ") {
        Some("begin een onderdeel van een lijst met `- `")
    } else if only('=') || only('-') || (packed.len() >= 3 && (only('*') || only('_'))) {
        Some("een streep of onderstreepte kop kan niet; schrijf een kop met `## `")
    } else if packed.contains("---") && packed.chars().all(|c| "|:-".contains(c)) {
        Some("begin elke regel van een tabel met `|`")
    } else {
        None
    }
}

/// The name of the slot, when a text is `::name::` and nothing else.
pub(super) fn slot_name(text: &str) -> Option<&str> {
    let name = text.trim().strip_prefix("::")?.strip_suffix("::")?;
    let fits = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    fits.then_some(name)
}
