//! Reads the texts of a case: normalises them, and refuses characters that cannot be seen.
//!
//! The letter must say what the officer sees in the file. So every character that cannot be seen is refused and
//! named (F503): control characters, private use, noncharacters, everything that Unicode calls default-ignorable
//! (bidi controls, zero-width characters with joiners, soft hyphens, variation selectors, fillers), and U+FFFD,
//! which shows that a text was converted wrongly.

use super::reader::Reader;
use crate::case::identifier::{Line, Prose};
use crate::diagnostic::Code;
use crate::yaml::{Node, Scalar};
use unicode_normalization::UnicodeNormalization;

/// The greatest length of a text of one line, in characters.
pub(super) const MAX_LINE: usize = 200;
/// The greatest length of a text of paragraphs, in characters.
pub(super) const MAX_PROSE: usize = 20_000;

/// Reads a text of one line: in NFC, trimmed, with one space for every run of white space. A line break is F504, a
/// text that is too long F506.
pub(super) fn line(reader: &mut Reader, path: &str, node: &Node) -> Option<Line> {
    let scalar = reader.scalar(path, node)?;
    let text = checked(reader, path, scalar)?;
    let text = text.trim();
    if text.contains(['\n', '\r']) {
        let hint = "Schrijf de tekst op één regel.";
        reader.refuse(path, Code::LineBreak, "Deze tekst hoort op één regel te staan.", hint);
        return None;
    }
    let text = one_spaced(text);
    within(reader, path, &text, MAX_LINE)?;
    Some(Line::checked(text))
}

/// Reads a text of paragraphs: in NFC, every line trimmed, the lines of a paragraph joined by a space, and one empty
/// line between two paragraphs. A text that is too long is F506.
pub(super) fn prose(reader: &mut Reader, path: &str, node: &Node) -> Option<Prose> {
    let scalar = reader.scalar(path, node)?;
    let text = checked(reader, path, scalar)?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut paragraphs: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.split('\n') {
        let line = one_spaced(line);
        if line.is_empty() {
            open = false;
            continue;
        }
        match paragraphs.last_mut() {
            // In a folded text YAML has joined the lines; a line break that is left was an empty line.
            Some(last) if open && !scalar.folded => {
                last.push(' ');
                last.push_str(&line);
            }
            _ => paragraphs.push(line),
        }
        open = true;
    }
    let text = paragraphs.join("\n\n");
    within(reader, path, &text, MAX_PROSE)?;
    Some(Prose::checked(text))
}

/// The text in NFC, if it has no refused character.
fn checked(reader: &mut Reader, path: &str, scalar: &Scalar) -> Option<String> {
    if let Some((character, name)) = scalar.text.chars().find_map(|c| refused(c).map(|name| (c, name))) {
        let message = format!("In deze tekst staat een {name}: U+{:04X}.", u32::from(character));
        let hint = "Haal het teken weg; het komt vaak mee bij plakken uit een ander programma.";
        reader.refuse(path, Code::BadCharacter, &message, hint);
        return None;
    }
    Some(scalar.text.nfc().collect())
}

fn within(reader: &mut Reader, path: &str, text: &str, limit: usize) -> Option<()> {
    if text.chars().count() <= limit {
        return Some(());
    }
    let message = format!("Deze tekst is langer dan {limit} tekens.");
    reader.refuse(path, Code::TextTooLong, &message, "Kort de tekst in.");
    None
}

/// The text with one space for every run of white space, and none at its ends.
fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The Dutch name of the kind of refused character; `None` for a character that a text may have.
fn refused(c: char) -> Option<&'static str> {
    Some(match u32::from(c) {
        0x09 | 0x0A | 0x0D => return None,
        0x00..=0x1F | 0x7F..=0x9F => "stuurteken",
        0x061C | 0x200E..=0x200F | 0x202A..=0x202E | 0x2066..=0x2069 => {
            "teken dat de schrijfrichting verandert"
        }
        0x2028..=0x2029 => "regelscheiding van een ander programma",
        0xFFFD => "vervangteken (bij het omzetten is een teken verloren gegaan)",
        0xAD => "zacht afbreekstreepje",
        0x034F
        | 0x115F..=0x1160
        | 0x17B4..=0x17B5
        | 0x180B..=0x180F
        | 0x200B..=0x200D
        | 0x2060..=0x206F
        | 0x2800
        | 0x3164
        | 0xFE00..=0xFE0F
        | 0xFEFF
        | 0xFFA0
        | 0xFFF0..=0xFFFC
        | 0x1BCA0..=0x1BCA3
        | 0x1D173..=0x1D17A
        | 0xE0000..=0xE0FFF => "onzichtbaar teken",
        0xE000..=0xF8FF | 0xF_0000..=0xF_FFFD | 0x10_0000..=0x10_FFFD => "teken voor eigen gebruik",
        0xFDD0..=0xFDEF => "code zonder teken",
        code if code & 0xFFFE == 0xFFFE => "code zonder teken",
        _ => return None,
    })
}
