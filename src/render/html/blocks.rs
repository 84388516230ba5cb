//! Writes the blocks of a letter as elements.

use super::words::words;
use super::write::Html;
use crate::letter::document::{Block, BlockKind, Inline, OverviewRow};

/// Writes blocks, each with the notes beside it.
pub(super) fn blocks(html: &mut Html, blocks: &[Block]) {
    let is_note = |block: &Block| matches!(block.kind, BlockKind::Margin(_));
    for group in blocks.chunk_by(|_, next| is_note(next)) {
        let notes = group.iter().filter(|block| is_note(block)).count();
        let (beside, notes) = group.split_at(group.len() - notes);
        if notes.is_empty() {
            beside.iter().for_each(|part| block(html, part));
            continue;
        }
        html.raw("<div class=\"naast\">\n");
        beside.iter().for_each(|part| block(html, part));
        html.raw("<div class=\"kanttekeningen\">\n");
        notes.iter().for_each(|part| block(html, part));
        html.close("div").close("div");
    }
}

/// Writes one block.
pub(super) fn block(html: &mut Html, block: &Block) {
    match &block.kind {
        BlockKind::Heading { level, text } => {
            let tag = html.heading((*level).min(3));
            element(html, tag, text);
        }
        BlockKind::Paragraph(text) => element(html, "p", text),
        BlockKind::Margin(text) => {
            html.raw("<p class=\"kanttekening\">");
            inlines(html, text);
            html.close("p");
        }
        BlockKind::Overview(rows) => overview(html, rows),
        BlockKind::List { ordered, items } => {
            let tag = if *ordered { "ol" } else { "ul" };
            html.open(tag);
            items.iter().for_each(|item| element(html, "li", item));
            html.close(tag);
        }
        BlockKind::Table { header, rows } => table(html, header, rows),
    }
}

/// Writes an overview: a table whose rows have a header.
fn overview(html: &mut Html, rows: &[OverviewRow]) {
    html.raw("<table class=\"overzicht\">\n<tbody>\n");
    for row in rows {
        match row.language {
            Some(language) => html.raw("<tr lang=\"").raw(language).raw("\">\n"),
            None => html.raw("<tr>\n"),
        };
        html.raw("<th scope=\"row\">");
        inlines(html, &row.label);
        html.close("th").raw("<td>");
        inlines(html, &row.text);
        html.close("td").close("tr");
    }
    html.close("tbody").close("table");
}

/// Writes a table. A narrow screen shows each row as a card, with the heading of its column before each cell.
fn table(html: &mut Html, header: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
    html.raw("<table>\n<thead>\n<tr>\n");
    for cell in header {
        html.raw("<th scope=\"col\">");
        inlines(html, cell);
        html.close("th");
    }
    html.close("tr").close("thead").raw("<tbody>\n");
    for row in rows {
        html.raw("<tr>\n");
        for (column, cell) in row.iter().enumerate() {
            let (element, open) =
                if column == 0 { ("th", "<th scope=\"row\" data-kop=\"") } else { ("td", "<td data-kop=\"") };
            let head = header.get(column).into_iter().flatten();
            html.raw(open);
            head.for_each(|words| {
                html.text(words.text());
            });
            html.raw("\">");
            inlines(html, cell);
            html.close(element);
        }
        html.close("tr");
    }
    html.close("tbody").close("table");
}

fn element(html: &mut Html, tag: &str, text: &[Inline]) {
    html.raw("<").raw(tag).raw(">");
    inlines(html, text);
    html.close(tag);
}

fn inlines(html: &mut Html, text: &[Inline]) {
    for inline in text {
        match inline {
            Inline::Text(text) => words(html, text),
            Inline::Strong(text) => {
                html.raw("<strong>");
                words(html, text);
                html.raw("</strong>");
            }
            Inline::Gap(text) => {
                html.raw("<mark>").text(text).raw("</mark>");
            }
            Inline::Break => {
                html.raw("<br>\n");
            }
        }
    }
}
