//! The two forms of a letter that a screen reader reads say the same of each thing: what is a heading, a list, an item, a
//! table, the header of a row or column, a cell or a link in the HTML, is that in the PDF, in the same order.
//!
//! Left out is what the HTML alone has: links that call a number or fill a calendar.

use super::read::{Element, Pdf};
use crate::html::page::{cut, elements};
use crate::support::letters::{advised, crowded, linked, long};
use crate::support::{fixture_letters, pipeline};
use rtbrief::letter::document::Document;
use rtbrief::render::html;
use rtbrief::render::look::Look;
use rtbrief::render::pdf::render;
use std::collections::BTreeMap;

/// The roles of a part of a letter.
type Roles = Vec<String>;

/// The roles in the head and below it, by the tags of the PDF.
fn of_pdf(letter: &Document) -> [Roles; 2] {
    let pdf = Pdf::read(&render(letter, &Look::built_in()).unwrap());
    let told = &pdf.letters()[0];
    let subject = told.kids.iter().position(|element| element.tag == "H1").unwrap();
    [&told.kids[..subject], &told.kids[subject..]].map(|part| {
        let mut roles = Roles::new();
        part.iter().for_each(|element| collect(element, &mut roles));
        roles
    })
}

fn collect(element: &Element, roles: &mut Roles) {
    let kind = element.kind.as_deref();
    match (element.tag.as_str(), kind) {
        ("P" | "Lbl" | "LBody" | "Figure", _) => {}
        ("L", Some("Decimal")) => roles.push("ol".to_owned()),
        ("L", _) => roles.push("ul".to_owned()),
        ("TH", Some("Row")) => roles.push("th row".to_owned()),
        ("TH", Some("Column")) => roles.push("th col".to_owned()),
        ("Link", _) => roles.push("a".to_owned()),
        (tag, _) => roles.push(tag.to_lowercase()),
    }
    element.kids.iter().for_each(|kid| collect(kid, roles));
}

/// The same of the HTML. The reference block is a list of terms there: what has no column heads is no table to HTML.
fn of_html(page: &str) -> [Roles; 2] {
    let (head, page) = cut(page, "<section class=\"gegevens\"", "</section>");
    let (_, page) = cut(&page, "<ul class=\"agenda\">", "</ul>");
    let (body, _) = cut(&page, "<main>", "</main>");
    [head, body].map(|part| {
        elements(&part)
            .iter()
            .filter_map(|element| {
                let role = match element.name {
                    "section" if element.attribute("lang").is_some() => "sect".to_owned(),
                    "th" => format!("th {}", element.attribute("scope").unwrap()),
                    "a" if element.attribute("href").unwrap().starts_with("tel:") => return None,
                    "dl" => "table".to_owned(),
                    "div" if element.inside.last() == Some(&"dl") => "tr".to_owned(),
                    "dt" => "th row".to_owned(),
                    "dd" => "td".to_owned(),
                    name @ ("h1" | "h2" | "h3" | "ul" | "ol" | "li" | "table" | "tr" | "td" | "a") => {
                        name.to_owned()
                    }
                    _ => return None,
                };
                Some(role)
            })
            .collect()
    })
}

#[test]
fn html_and_pdf_agree_on_the_role_of_everything_in_every_letter() {
    let mut letters = fixture_letters(pipeline());
    assert!(letters.len() > 80);
    letters
        .extend([advised(), crowded_evenly(), linked(), long()].map(|letter| ("by hand".to_owned(), letter)));
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (fixture, letter) in &letters {
        let (told, shown) = (of_pdf(letter), of_html(&html::render(letter, &Look::built_in())));
        assert_eq!(told, shown, "{fixture}: the PDF at the left, the HTML at the right");
        told.concat().into_iter().for_each(|role| *seen.entry(role).or_default() += 1);
    }
    for role in ["sect", "h1", "h2", "h3", "ul", "ol", "li", "table", "tr", "th row", "th col", "td", "a"] {
        assert!(seen.get(role).is_some_and(|&count| count > 2), "{role}: {seen:?}");
    }
}

/// The crowded letter without its row that lacks a cell: the PDF fills such a row, HTML leaves it short.
fn crowded_evenly() -> Document {
    let mut letter = crowded();
    for block in &mut letter.body {
        if let rtbrief::letter::document::BlockKind::Table { header, rows } = &mut block.kind {
            rows.retain(|row| row.len() == header.len());
        }
    }
    letter
}

#[test]
fn another_role_in_one_of_them_is_seen() {
    let letter = long();
    let (told, page) = (of_pdf(&letter), html::render(&letter, &Look::built_in()));
    for (from, to) in [
        ("<th scope=\"row\"", "<th scope=\"col\""),
        ("h3>", "h2>"),
        ("<li>", "<li><a href=\"https://a.example\"></a>"),
        ("<dd>", "<dd></dd><dd>"),
        ("ol>", "ul>"),
    ] {
        let broken = page.replace(from, to);
        assert_ne!(broken, page, "{from}");
        assert_ne!(of_html(&broken), told, "{to}");
    }
}
