//! A letter as one HTML page: for reading on a screen, with a screen reader, and for printing on A4.
//!
//! Everything is in the page itself (no script, no font, no picture from elsewhere), so that it can
//! be kept and opened anywhere and nobody learns that it was opened.

mod agenda;
mod blocks;
mod fragment;
mod style;
mod words;
mod write;

pub use fragment::{Fragments, fragments};

use super::look::Look;
use crate::letter::document::{Block, BlockKind, Contact, Document};
use crate::markup::policy;
use crate::render::notices::{CONCEPT_NOTICE, COPY_NOTICE, EXAMPLE_NOTICE};
use blocks::blocks;
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
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").raw(&policy(&style)).raw("\">\n");
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
    html.written().finish()
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
