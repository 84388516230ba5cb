//! Paragraphs, lines and lists of an officer's text, in the form of [`Prose`].
//!
//! Every line break of the text counts. A list line (a dash, a bullet, a number) begins an item, a line further
//! to the right than its item goes on with it, any other line ends the list. Lists have one level.

use crate::case::identifier::Prose;
use crate::yaml::{ListLine, ListMark, list_lines};

/// A paragraph, or a list with the number of its items.
struct Part {
    list: Option<(ListMark, usize)>,
    text: String,
}

/// The text of lines as paragraphs and lists.
pub(super) fn of(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let mut parts: Vec<Part> = Vec::new();
    // Whether an empty line came before, and the column of the item that the line before belongs to.
    let (mut empty, mut item) = (true, None);
    for (line, found) in lines.iter().zip(list_lines(&lines)) {
        let words = one_spaced(line);
        if words.is_empty() {
            (empty, item) = (true, None);
            continue;
        }
        let column = line.chars().take_while(|c| c.is_whitespace()).count();
        let last = parts.last_mut();
        match found.and_then(|found| Some((found, sign(&found, last.as_deref())?))) {
            Some((found, sign)) => {
                let words = format!("{sign}{}", one_spaced(found.text));
                match last {
                    Some(Part { list: Some((mark, count)), text })
                        if *mark == found.mark && found.number != 1 =>
                    {
                        *count += 1;
                        text.push('\n');
                        text.push_str(&words);
                    }
                    _ => parts.push(Part { list: Some((found.mark, 1)), text: words }),
                }
                item = Some(column);
            }
            None => {
                let goes_on = |part: &Part| match (part.list, item) {
                    (None, _) => !empty,
                    (Some(_), Some(item)) => column > item,
                    (Some(_), None) => false,
                };
                match last.filter(|part| goes_on(part)) {
                    Some(part) => {
                        part.text.push('\n');
                        part.text.push_str(&words);
                    }
                    None => {
                        item = None;
                        parts.push(Part { list: None, text: words });
                    }
                }
            }
        }
        empty = false;
    }
    parts.into_iter().map(|part| part.text).collect::<Vec<_>>().join("\n\n")
}

/// What stands before an item; nothing for a line that cannot be one: with a bracket, or with a number that the
/// list before it does not reach, which the letter would change.
fn sign(found: &ListLine<'_>, last: Option<&Part>) -> Option<char> {
    match found.mark {
        ListMark::Bullet => Some(Prose::BULLET),
        ListMark::Bracket => None,
        ListMark::Number => {
            let before = match last {
                Some(Part { list: Some((ListMark::Number, count)), .. }) => *count,
                _ => 0,
            };
            (found.number == 1 || found.number == before + 1).then_some(Prose::NUMBER)
        }
    }
}

/// The text with one space for every run of white space, and none at its ends.
pub(super) fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
