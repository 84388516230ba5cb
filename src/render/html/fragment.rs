//! The subject and the blocks of a letter as pieces, for a page that says something beside each of them.

use super::blocks::block;
use super::words::words;
use super::write::Html;
use crate::letter::document::Document;
use crate::markup::Markup;

/// A letter in pieces.
#[derive(Clone, Debug)]
pub struct Fragments {
    /// Its subject, as a heading.
    pub subject: Markup,
    /// Its blocks, in the order of [`Document::blocks`].
    pub blocks: Vec<Markup>,
}

/// The pieces of a letter, with its headings so many levels deeper than on its own page. Its addresses are left out.
#[must_use]
pub fn fragments(document: &Document, deeper: u8) -> Fragments {
    let empty = || Html::within(document, deeper, 512);
    let mut subject = empty();
    let tag = subject.heading(1);
    subject.raw("<").raw(tag).raw(">");
    words(&mut subject, &document.subject);
    subject.close(tag);
    let piece = |part| {
        let mut html = empty();
        block(&mut html, part);
        html.written().into_piece()
    };
    Fragments { subject: subject.written().into_piece(), blocks: document.blocks().map(piece).collect() }
}
