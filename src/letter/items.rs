//! The lists in an officer's text: what Markdown reads as one paragraph is parted at the signs of items.

use super::document::{BlockKind, Inline};
use super::mark::{BULLET, NUMBER};

/// The blocks of a paragraph: its words, and a list for the items in it. Nothing for a paragraph without words.
pub(super) fn parted(text: Vec<Inline>) -> Vec<BlockKind> {
    let mut parts = vec![Part::default()];
    for inline in text {
        let Inline::Text(words) = inline else {
            push(&mut parts, inline);
            continue;
        };
        let mut rest = words.as_str();
        while let Some(at) = rest.find([BULLET, NUMBER]) {
            let (before, sign) = rest.split_at(at);
            push(&mut parts, Inline::Text(before.to_owned()));
            parts.push(Part { ordered: Some(sign.starts_with(NUMBER)), text: Vec::new() });
            rest = sign.get(BULLET.len_utf8()..).unwrap_or_default();
        }
        push(&mut parts, Inline::Text(rest.to_owned()));
    }
    let mut blocks = Vec::with_capacity(1);
    for Part { ordered, text } in parts {
        let text = trimmed(text);
        match (ordered, blocks.last_mut()) {
            _ if text.is_empty() => {}
            (None, _) => blocks.push(BlockKind::Paragraph(text)),
            (Some(kind), Some(BlockKind::List { ordered, items })) if *ordered == kind => items.push(text),
            (Some(ordered), _) => blocks.push(BlockKind::List { ordered, items: vec![text] }),
        }
    }
    blocks
}

/// Words of a paragraph, or of an item.
#[derive(Default)]
struct Part {
    /// Of an item: whether it is numbered.
    ordered: Option<bool>,
    text: Vec<Inline>,
}

fn push(parts: &mut [Part], inline: Inline) {
    if let Some(part) = parts.last_mut() {
        part.text.push(inline);
    }
}

/// The text without line breaks and spaces at its ends.
fn trimmed(mut text: Vec<Inline>) -> Vec<Inline> {
    let nothing = |inline: &Inline| match inline {
        Inline::Break => true,
        Inline::Text(words) => words.trim_matches(' ').is_empty(),
        Inline::Strong(_) | Inline::Gap(_) => false,
    };
    let first = text.iter().position(|inline| !nothing(inline)).unwrap_or(text.len());
    text.drain(..first);
    while text.pop_if(|inline| nothing(inline)).is_some() {}
    if let Some(Inline::Text(words)) = text.last_mut() {
        words.truncate(words.trim_end_matches(' ').len());
    }
    if let Some(Inline::Text(words)) = text.first_mut() {
        words.drain(..words.len() - words.trim_start_matches(' ').len());
    }
    text
}
