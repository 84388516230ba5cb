//! A letter as one HTML page: for reading on a screen, with a screen reader, and for printing on A4.
//!
//! Everything is in the page itself (no script, no font, no picture from elsewhere), so that it can
//! be kept and opened anywhere and nobody learns that it was opened.

mod write;

use super::{COPY_NOTICE, EXAMPLE_NOTICE};
use crate::letter::document::{Block, BlockKind, Document, Inline};
use crate::render::look::Look;
use write::Html;

/// The style sheet; part of the page.
const STYLE: &str = include_str!("style.css");

/// The letter as a page, in the accent colour of the house style; the same document always gives the same bytes.
#[must_use]
pub fn render(document: &Document, look: &Look) -> String {
    let mut html = Html::new();
    html.raw("<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw(
        "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n",
    );
    html.line("title", &format!("{} – {}", document.title, document.kenmerk));
    html.open("style").raw(STYLE);
    if let Some(accent) = look.accent {
        html.raw(&format!(":root {{ --accent: {accent}; }}\n"));
    }
    html.close("style");
    html.raw("</head>\n<body>\n");
    if document.is_example {
        html.raw("<p class=\"voorbeeld\" role=\"note\">").text(EXAMPLE_NOTICE).raw("</p>\n");
    }
    head(&mut html, document);
    html.open("main");
    html.line("h1", &document.subject);
    document.body.iter().for_each(|part| block(&mut html, part));
    html.raw("<section class=\"ondertekening\" aria-label=\"Ondertekening\">\n");
    document.signature.iter().for_each(|part| block(&mut html, part));
    html.close("section").close("main");
    html.raw("<footer>\n<p>").text(&document.sender.name).raw(" · kenmerk ").text(&document.kenmerk);
    html.raw(" · ").text(&document.date).raw("</p>\n</footer>\n</body>\n</html>\n");
    html.finish()
}

/// Sender, address and reference block.
fn head(html: &mut Html, document: &Document) {
    html.open("header");
    html.raw("<div class=\"afzender\">\n")
        .raw("<p class=\"naam\">")
        .text(&document.sender.name)
        .raw("</p>\n");
    lines(html, "address", &document.sender.contact);
    html.close("div");
    html.raw("<section class=\"venster\" aria-label=\"Geadresseerde\">\n");
    html.raw("<p class=\"retour\">").text(&document.sender.return_address).raw("</p>\n");
    if document.is_copy {
        html.raw("<p class=\"afschrift\">").text(COPY_NOTICE).raw("</p>\n");
    }
    lines(html, "p", &document.addressee);
    html.close("section");
    html.open("dl");
    for (label, value) in &document.reference {
        html.raw("<div>").line("dt", label);
        if *value == document.date {
            html.raw("<dd><time datetime=\"").text(&document.date_iso).raw("\">").text(value);
            html.raw("</time></dd>\n");
        } else {
            html.line("dd", value);
        }
        html.close("div");
    }
    html.close("dl").close("header");
}

fn lines(html: &mut Html, tag: &str, lines: &[String]) {
    html.raw("<").raw(tag).raw(">");
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            html.raw("<br>");
        }
        html.text(line);
    }
    html.close(tag);
}

fn block(html: &mut Html, block: &Block) {
    match &block.kind {
        BlockKind::Heading { level, text } => element(html, if *level == 2 { "h2" } else { "h3" }, text),
        BlockKind::Paragraph(text) => element(html, "p", text),
        BlockKind::List { ordered, items } => {
            let tag = if *ordered { "ol" } else { "ul" };
            html.open(tag);
            items.iter().for_each(|item| element(html, "li", item));
            html.close(tag);
        }
        BlockKind::Table { header, rows } => table(html, header, rows),
    }
}

fn table(html: &mut Html, header: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
    html.open("table").open("thead").open("tr");
    for cell in header {
        html.raw("<th scope=\"col\">");
        inlines(html, cell);
        html.close("th");
    }
    html.close("tr").close("thead").open("tbody");
    for row in rows {
        html.open("tr");
        for (column, cell) in row.iter().enumerate() {
            let (open, tag) = if column == 0 { ("<th scope=\"row\">", "th") } else { ("<td>", "td") };
            html.raw(open);
            inlines(html, cell);
            html.close(tag);
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
            Inline::Text(words) => html.text(words),
            Inline::Strong(words) => html.raw("<strong>").text(words).raw("</strong>"),
            Inline::Break => html.raw("<br>\n"),
        };
    }
}
