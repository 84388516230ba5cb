//! A letter as one HTML page: for reading on a screen, with a screen reader, and for printing on A4.
//!
//! Everything is in the page itself (no script, no font, no picture from elsewhere), so that it can
//! be kept and opened anywhere and nobody learns that it was opened.

mod agenda;
mod style;
mod words;
mod write;

use super::look::Look;
use crate::letter::document::{Block, BlockKind, Contact, Document, Inline, OverviewRow};
use crate::render::notices::{CONCEPT_NOTICE, COPY_NOTICE, EXAMPLE_NOTICE};
use words::{keep_together, words};
use write::Html;

/// The letter as a page, in the accent colour of the house style; the same document always gives the same bytes.
///
/// The decision comes before the addresses, for the eye on a narrow screen and for a screen reader alike: they stand behind
/// the overview. Only on paper the style puts them where the envelope shows them.
#[must_use]
pub fn render(document: &Document, look: &Look) -> String {
    let mut html = Html::new(document);
    html.raw("<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    let style = style::style(document, look);
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .raw(&style::policy(&style))
        .raw("\">\n");
    html.raw(
        "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n",
    );
    html.line("title", &document.file_title());
    html.raw("<style>").raw(&style).close("style");
    html.raw("</head>\n<body>\n");
    head(&mut html, document);
    html.open("main");
    let (opening, rest) = document.body.split_at(opening(&document.body));
    html.raw("<div class=\"opening\">\n<h1>");
    words(&mut html, &document.subject);
    html.close("h1");
    blocks(&mut html, opening);
    agenda::links(&mut html, document);
    details(&mut html, document);
    html.close("div");
    blocks(&mut html, rest);
    html.raw("<section class=\"ondertekening\" aria-label=\"Ondertekening\">\n");
    blocks(&mut html, &document.signature);
    html.close("section");
    if !document.annex.is_empty() {
        html.raw("<section class=\"bijlage\" aria-label=\"Bijlage\">\n");
        blocks(&mut html, &document.annex);
        html.close("section");
    }
    if let Some(page) = &document.page {
        html.raw("<section class=\"taal\" lang=\"").raw(page.language.word()).raw("\" aria-label=\"");
        html.text(page.language.own_name()).raw("\">\n");
        blocks(&mut html, &page.blocks);
        html.close("section");
    }
    html.close("main");
    html.raw("<footer>\n<p>").text(&document.sender.name).raw(" · kenmerk ");
    words(&mut html, &document.kenmerk);
    html.raw(" · ");
    words(&mut html, &document.date);
    html.raw("</p>\n</footer>\n</body>\n</html>\n");
    html.finish()
}

/// How many blocks stand above the addresses: up to the overview, if the letter has one; otherwise none.
fn opening(body: &[Block]) -> usize {
    let overview = |block: &Block| matches!(block.kind, BlockKind::Overview(_));
    body.iter().position(overview).map_or(0, |at| at + 1)
}

/// Writes what the page is and who sends it.
fn head(html: &mut Html, document: &Document) {
    html.open("header");
    if document.is_concept {
        html.raw("<p class=\"concept\" role=\"note\">").text(CONCEPT_NOTICE).close("p");
    }
    if document.is_example {
        html.raw("<p class=\"voorbeeld\" role=\"note\">").text(EXAMPLE_NOTICE).close("p");
    }
    html.raw("<p class=\"naam\">").text(&document.sender.name).close("p").close("header");
}

/// Writes the address, the contact lines and the reference block.
fn details(html: &mut Html, document: &Document) {
    html.raw("<section class=\"gegevens\" aria-label=\"Gegevens van deze brief\">\n");
    html.raw("<div class=\"venster\">\n");
    if document.is_copy {
        html.raw("<p class=\"afschrift\">").text(COPY_NOTICE).close("p");
    }
    html.raw("<p class=\"retour\">").text(&document.sender.return_address).close("p");
    html.raw("<p class=\"adres\">");
    lines(html, &document.addressee, plain);
    html.close("p").close("div").open("address");
    document.sender.contact.iter().for_each(|group| contact(html, group));
    html.close("address");
    html.open("dl");
    for (label, value) in &document.reference {
        html.raw("<div>").line("dt", label);
        if *value == document.date {
            html.raw("<dd><time datetime=\"").text(&document.date_iso).raw("\">").text(value);
            html.raw("</time></dd>\n");
        } else {
            html.raw("<dd>");
            keep_together(html, value);
            html.close("dd");
        }
        html.close("div");
    }
    html.close("dl").close("section");
}

fn contact(html: &mut Html, group: &Contact) {
    html.raw("<p>");
    if let Some(label) = &group.label {
        html.raw("<strong>").text(label).raw("</strong><br>");
    }
    lines(html, &group.lines, words);
    html.close("p");
}

/// Writes a line of the address as it is, without links or no-break spaces: it is meant for the post.
fn plain(html: &mut Html, line: &str) {
    html.text(line);
}

/// Writes lines below each other.
fn lines(html: &mut Html, lines: &[String], write: fn(&mut Html, &str)) {
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            html.raw("<br>");
        }
        write(html, line);
    }
}

/// Writes blocks, each with the notes beside it.
fn blocks(html: &mut Html, blocks: &[Block]) {
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

fn block(html: &mut Html, block: &Block) {
    match &block.kind {
        BlockKind::Heading { level, text } => element(html, if *level == 2 { "h2" } else { "h3" }, text),
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
