//! A concept: a letter to look at before it can be sent. It begins with a table of what is still open.
//!
//! A concept is never a final letter: its title and its file name say so, and its rendering says so on every page.

use super::document::{Block, BlockKind, Document, Inline};
use crate::diagnostic::Diagnostic;
use std::sync::Arc;

/// The first line of the address while it is not known who is addressed.
pub(super) const UNKNOWN_NAME: &str = "[nog te beslissen: aan wie]";

/// Makes a concept of a letter; `open` are the open questions and the missing texts.
pub fn of(letter: Document, open: &[Diagnostic]) -> Document {
    let mut body = if open.is_empty() { Vec::new() } else { vec![still_open(open)] };
    body.extend(letter.body);
    Document {
        title: format!("Concept: {}", letter.title),
        file_stem: format!("{}_concept", letter.file_stem),
        is_concept: true,
        body,
        ..letter
    }
}

/// Whether a letter has gaps.
pub(super) fn has_gaps(letter: &Document) -> bool {
    letter.blocks().flat_map(Block::inlines).any(|inline| matches!(inline, Inline::Gap(_)))
}

/// The table of the open points, each with its code, its question and the path that it is about.
fn still_open(open: &[Diagnostic]) -> Block {
    let cell = |text: &str| vec![Inline::Text(text.to_owned())];
    let code = |point: &Diagnostic| format!("[{}]", point.code.as_str());
    let row = |point: &Diagnostic| {
        let path = point.paths.first().map_or("zaak", String::as_str);
        vec![vec![Inline::Gap(code(point))], cell(&point.message), cell(path)]
    };
    let kind = BlockKind::Table {
        header: ["Code", "Nog te beslissen of in te vullen", "Waar in het bestand"].map(cell).into(),
        rows: open.iter().map(row).collect(),
    };
    Block { kind, provenance: Arc::default() }
}
