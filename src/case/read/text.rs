//! Reads the texts of a case: normalises them, and refuses characters that cannot be seen.
//!
//! The letter must say what the officer sees in the file. So every character that cannot be seen is refused and
//! named (F503, and F122 for a control character; see [`hidden`]), and so is a `#` of which the officer cannot see
//! whether it stands in the letter.

use super::layout::{self, one_spaced};
use super::plausible;
use super::reader::{Reader, STRAY_HINT};
use crate::case::identifier::{Line, OneLine, Prose, TextKind};
use crate::diagnostic::character::hidden;
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::{Node, Scalar, Value};
use unicode_normalization::UnicodeNormalization;

/// The greatest length of a text of one line, in characters.
pub(super) const MAX_LINE: usize = 200;
/// The greatest length of a text of paragraphs, in characters.
pub(super) const MAX_PROSE: usize = 20_000;

/// Reads a text of one line: in NFC, trimmed, with one space for every run of white space. A line break is F504, a
/// text that is too long F506.
pub(super) fn line<T: OneLine>(reader: &mut Reader, path: &str, node: &Node) -> Option<T> {
    let scalar = reader.scalar(path, node)?;
    let text = checked(reader, path, scalar)?;
    if T::KIND == TextKind::OwnWords {
        without_note(reader, path, scalar)?;
    }
    let text = text.trim();
    if text.contains(['\n', '\r']) {
        let hint = "Schrijf de tekst op één regel.";
        reader.refuse(path, Code::LineBreak, "Deze tekst hoort op één regel te staan.", hint);
        return None;
    }
    let text = one_spaced(text);
    within(reader, path, &text, MAX_LINE)?;
    accepted(reader, path, plausible::refusal(T::KIND, &text))?;
    Some(T::checked(text))
}

/// Reads a text of paragraphs, lines and lists: in NFC, every line trimmed, in the form of [`Prose`]. A text that is
/// too long is F506.
pub(super) fn prose(reader: &mut Reader, path: &str, node: &Node) -> Option<Prose> {
    let scalar = reader.scalar(path, node)?;
    checked(reader, path, scalar)?;
    without_note(reader, path, scalar)?;
    let lines: String = scalar.lines().nfc().collect();
    let text = layout::of(&lines);
    within(reader, path, &text, MAX_PROSE)?;
    accepted(reader, path, plausible::unfinished(&text))?;
    Some(Prose::checked(text))
}

/// Reads a text of paragraphs, or a list of lines, each of which becomes a line that begins with `- `.
pub(super) fn prose_or_list(reader: &mut Reader, path: &str, node: &Node) -> Option<Prose> {
    if !matches!(node.value, Value::List(_)) {
        return prose(reader, path, node);
    }
    let lines: Vec<Line> = reader.list(path, node, line)?;
    if lines.is_empty() {
        let hint = "Schrijf een tekst, of een lijst met op elke regel één onderdeel.";
        reader.refuse(path, Code::EmptyList, "Hier hoort ten minste één regel.", hint);
        return None;
    }
    let lines: Vec<String> = lines.iter().map(|line| format!("- {line}")).collect();
    Some(Prose::checked(lines.join("\n")))
}

/// The text in NFC, if it holds no character that a text may not hold.
fn checked(reader: &mut Reader, path: &str, scalar: &Scalar) -> Option<String> {
    if let Some((c, kind)) = scalar.text.chars().find_map(|c| hidden(c).map(|kind| (c, kind))) {
        let message = format!("In deze tekst staat een {kind}: U+{:04X}.", u32::from(c));
        let lost = "Hier is een letter verloren gegaan. Typ de letter die er hoort.";
        reader.refuse(path, Code::BadCharacter, &message, if c == '\u{FFFD}' { lost } else { STRAY_HINT });
        return None;
    }
    Some(scalar.text.nfc().collect())
}

/// An officer's own words with a `#` are refused where it may be text as well as a note; both are shown.
fn without_note(reader: &mut Reader, path: &str, scalar: &Scalar) -> Option<()> {
    let Some(hash) = &scalar.hash else { return Some(()) };
    reader.unreadable.push(path.to_owned());
    let message =
        "Bij deze tekst staat een `#`. Hoort wat erachter staat in de brief, of is het een aantekening?";
    let hint = "In de brief: zet de hele tekst tussen aanhalingstekens. Een aantekening: zet haar op een eigen regel boven de sleutel.";
    let detail = format!("als tekst: “{}”; als aantekening: “{}”", hash.as_text, hash.as_note);
    let finding = Diagnostic::new(Code::TextOrNote, message, [path]).at([hash.place]);
    reader.diagnostics.push(finding.with_hint(hint).with_detail(detail));
    None
}

/// Records why a text is refused, if it is.
fn accepted(reader: &mut Reader, path: &str, refusal: Option<plausible::Refusal>) -> Option<()> {
    let Some(refusal) = refusal else { return Some(()) };
    reader.refuse(path, refusal.code, &refusal.message, refusal.hint);
    None
}

fn within(reader: &mut Reader, path: &str, text: &str, limit: usize) -> Option<()> {
    if text.chars().count() <= limit {
        return Some(());
    }
    let message = format!("Deze tekst is langer dan {limit} tekens.");
    reader.refuse(path, Code::TextTooLong, &message, "Kort de tekst in.");
    None
}
