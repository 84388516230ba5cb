//! `uitleg --html`: one page with the letters of one or more cases, and beside each block what stands behind it.
//!
//! Everything is in the page itself (no script, no font, no picture from elsewhere), so that it can be kept with the file of
//! the case and opened anywhere.

mod case;
mod fact;
mod group;
mod letter;
mod rule;
mod term;

use super::subject::Subject;
use crate::markup::{Writer, policy};

/// The style sheet of the page.
const STYLE: &str = include_str!("style.css");

/// The page, case by case.
#[derive(Debug, Default)]
pub struct Page {
    /// What stands in the head of the page for each case: its kenmerk, or that it has none.
    names: Vec<String>,
    body: Option<Writer>,
}

impl Page {
    /// Adds a case, which was read from this file.
    pub fn add(&mut self, subject: &Subject<'_>, file: &str) {
        let number = self.names.len() + 1;
        let kenmerk = subject.kenmerk().map_or_else(|| format!("zaak {number}"), str::to_owned);
        self.names.push(kenmerk);
        let body = self.body.get_or_insert_with(|| Writer::with_capacity(64 * 1024));
        case::write(body, subject, file, number);
    }

    /// Whether it has no case yet.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The whole page.
    #[must_use]
    pub fn finish(self) -> String {
        let body = self.body.map(Writer::finish).unwrap_or_default();
        let mut page = Writer::with_capacity(body.len() + STYLE.len() + 4096);
        page.raw("<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").raw(&policy(STYLE)).raw("\">\n");
        page.raw(
            "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n",
        );
        let title = match self.names.as_slice() {
            [only] => format!("Uitleg – {only}"),
            names => format!("Uitleg – {} zaken", names.len()),
        };
        page.line("title", &title);
        page.raw("<style>").raw(STYLE).close("style").raw("</head>\n<body>\n");
        head(&mut page, &self.names);
        page.open("main").raw(&body).close("main");
        page.raw("<footer>\n<p>Gemaakt met rtbrief. De uitleg zegt hoe het programma tot de brief kwam; ");
        page.raw("de brief zelf en het dossier tellen.</p>\n</footer>\n</body>\n</html>\n");
        page.finish()
    }
}

/// Writes what the page is and how to read it; with several cases, where each stands.
fn head(page: &mut Writer, names: &[String]) {
    page.open("header").line("h1", "Uitleg");
    page.line(
        "p",
        "Naast elk blok van de brief staan de regels die erachter zitten, met hun bron, en de feiten uit het zaakbestand.",
    );
    if names.len() > 1 {
        page.raw("<nav aria-label=\"Zaken op deze bladzijde\">\n<ul>\n");
        for (place, name) in names.iter().enumerate() {
            page.raw(&format!("<li><a href=\"#z{}\">", place + 1)).text(name).raw("</a></li>\n");
        }
        page.close("ul").close("nav");
    }
    page.close("header");
}
