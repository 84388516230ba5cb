//! What an explanation shows of the letters of a case: the blocks as plain data, so that `explain` need not know a letter.

use crate::explain::{BlockWords, LetterWords, Part, Sort};
use crate::letter::document::{Block, BlockKind, Document, Inline};
use crate::markup::Markup;
use crate::render::html::{Fragments, fragments};

/// How many levels the headings of a letter stand deeper on the page of an explanation.
const DEEPER: u8 = 3;

/// The words of the letters of a case, in the order of their plans. An afschrift has the words of its letter and is left
/// out.
#[must_use]
pub fn words(letters: &[Document]) -> Vec<LetterWords> {
    letters.iter().filter(|letter| !letter.is_copy).map(words_of).collect()
}

fn words_of(letter: &Document) -> LetterWords {
    let Fragments { subject, blocks } = fragments(letter, DEEPER);
    let page =
        letter.page.iter().flat_map(|page| page.blocks.iter().map(|it| (Part::Page(page.language), it)));
    let parts =
        [(Part::Body, &letter.body), (Part::Signature, &letter.signature), (Part::Annex, &letter.annex)];
    let dutch = parts.into_iter().flat_map(|(part, blocks)| blocks.iter().map(move |it| (part, it)));
    let all = dutch.chain(page).zip(blocks);
    LetterWords {
        subject,
        blocks: all.map(|((part, block), markup)| words_of_block(part, block, markup)).collect(),
    }
}

fn words_of_block(part: Part, block: &Block, markup: Markup) -> BlockWords {
    let from = &block.provenance;
    let (sort, text) = match &block.kind {
        BlockKind::Heading { text, .. } => (Sort::Heading, plain(text)),
        BlockKind::Paragraph(text) => (Sort::Paragraph, plain(text)),
        BlockKind::Margin(text) => (Sort::Margin, plain(text)),
        BlockKind::Overview(rows) => (
            Sort::Overview,
            lines(rows.iter().map(|row| format!("{} | {}", plain(&row.label), plain(&row.text)))),
        ),
        BlockKind::List { items, .. } => (Sort::List, lines(items.iter().map(|item| plain(item)))),
        BlockKind::Table { header, rows } => {
            let cells =
                |row: &Vec<Vec<Inline>>| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join(" | ");
            (Sort::Table, lines(std::iter::once(header).chain(rows).map(cells)))
        }
    };
    BlockWords {
        part,
        sort,
        text,
        markup,
        template: from.template.clone(),
        line: from.line,
        rules: from.rules.clone(),
        facts: from.facts.clone(),
    }
}

fn plain(text: &[Inline]) -> String {
    text.iter().map(Inline::text).collect()
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}
