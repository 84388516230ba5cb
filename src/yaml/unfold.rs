//! The lines of a text as its writer set them, where YAML folds them into one.
//!
//! In a folded block, a text without quotes and a text between quotes YAML makes one line of neighbouring
//! lines. For running text that is right. An item of a list must keep its line, so the lines are read here
//! once more from the file: neighbours are joined with a space, and list lines stand alone.

use super::list_line::list_lines;
use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle};

/// The text of a scalar of several lines with a line break before every list line and before what YAML itself
/// leaves on a line of its own, and with an empty line between paragraphs. `raw` is how it stands in the file,
/// `text` what YAML makes of it, `indent` the column of its first character.
///
/// `None` if it has one line, or if the words would not be those of `text`.
pub(super) fn unfolded(raw: &str, style: ScalarStyle, text: &str, indent: usize) -> Option<String> {
    let body = match style {
        ScalarStyle::Literal => return None,
        ScalarStyle::Plain | ScalarStyle::Folded => raw,
        ScalarStyle::SingleQuoted => raw.trim().strip_prefix('\'')?.strip_suffix('\'')?,
        ScalarStyle::DoubleQuoted => raw.trim().strip_prefix('"')?.strip_suffix('"')?,
    };
    let whole = body.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = whole.split('\n').collect();
    if lines.len() < 2 {
        return None;
    }
    let base = (style == ScalarStyle::Folded).then(|| {
        let own = |line: &str| line.len() - line.trim_start_matches(' ').len();
        indent.saturating_sub(own(text).saturating_sub(own(body)))
    });
    let joined = joined(&lines, style == ScalarStyle::DoubleQuoted, base);
    let unfolded = match style {
        ScalarStyle::SingleQuoted => joined.replace("''", "'"),
        ScalarStyle::DoubleQuoted => decoded(&joined.replace('\n', "\\n"))?,
        _ => joined,
    };
    unfolded.split_whitespace().eq(text.split_whitespace()).then_some(unfolded)
}

/// The lines as one text, in the spelling of the file. `base` is the column of a folded block, in which lines
/// that begin further to the right stand alone.
fn joined(lines: &[&str], escapes: bool, base: Option<usize>) -> String {
    let items = list_lines(lines);
    let mut out = String::new();
    let (mut empty, mut continued, mut shifted) = (false, false, false);
    // The column of the item that the line before belongs to.
    let mut item: Option<usize> = None;
    for (index, (line, found)) in lines.iter().zip(items).enumerate() {
        let mut words = line.trim();
        if words.is_empty() {
            empty = true;
            continue;
        }
        // The first line stands behind its key or quote, which says nothing of its column.
        let column =
            if index == 0 { 0 } else { line.chars().take_while(|c| *c == ' ' || *c == '\t').count() };
        let further = index > 0 && base.is_some_and(|base| column > base);
        let stays = match item {
            // Below the dash a capital begins a sentence of its own; a small letter goes on with the item.
            Some(item) => column < item || (column == item && words.starts_with(char::is_uppercase)),
            None => further || shifted,
        };
        let begins = found.is_some() && !continued;
        let separator = match () {
            () if out.is_empty() => "",
            () if empty => "\n\n",
            () if begins => "\n",
            () if continued => "",
            () if stays => "\n",
            () => " ",
        };
        out.push_str(separator);
        if begins {
            item = Some(column);
        } else if empty || (stays && !continued) {
            item = None;
        }
        shifted = further && item.is_none();
        continued = escapes && ends_in_escape(words);
        if continued {
            words = words.get(..words.len() - 1).unwrap_or(words);
        }
        out.push_str(words);
        empty = false;
    }
    out
}

/// Whether a line ends with a backslash that is not the second of a pair: the break behind it is not there.
fn ends_in_escape(line: &str) -> bool {
    (line.len() - line.trim_end_matches('\\').len()) % 2 == 1
}

/// What stands between double quotes on one line, with its escapes read.
fn decoded(inner: &str) -> Option<String> {
    let quoted = format!("\"{inner}\"");
    Parser::new_from_str(&quoted).find_map(|event| match event {
        Ok((Event::Scalar(text, ..), _)) => Some(text.into_owned()),
        _ => None,
    })
}
