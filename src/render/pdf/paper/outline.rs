//! The structure of a letter as text: what a screen reader finds, and on which pages it stands.
//!
//! For tests and for comparing letters: a changed word, element or page break is a difference of one line
//! here, where the PDF file only gets another hash.

use super::layout::Layout;
use super::mark::Mark;
use super::page::Page;
use crate::render::pdf::setting::structure::{ElementId, Kid, Role, Tree};
use std::fmt::Write as _;

/// One line per element: depth, type, pages, text.
///
/// ```text
/// H1 [1] "U krijgt geen tijdelijke bescherming"
/// P [1-2] "Op 9 november 2026 hebt u …"
///   Link [2] "www.voorbeeld.example" https://www.voorbeeld.example
/// ```
#[must_use]
pub fn outline(layout: &Layout) -> String {
    let pieces: Vec<Vec<String>> = layout.pages.iter().map(pieces).collect();
    let mut out = String::new();
    write_element(layout, Tree::DOCUMENT, 0, &pieces, &mut out);
    out
}

/// The text of each piece of content of a page, by its number.
fn pieces(page: &Page) -> Vec<String> {
    let mut pieces = Vec::with_capacity(page.owners.len());
    let mut content = false;
    for mark in &page.marks {
        match mark {
            Mark::Content { .. } => {
                pieces.push(String::new());
                content = true;
            }
            Mark::Decoration(_) => content = false,
            Mark::Text(text) if content => {
                if let Some(piece) = pieces.last_mut() {
                    piece.extend(text.line.text().filter(|&word| word != "\u{AD}"));
                }
            }
            Mark::Text(_)
            | Mark::Rule(_)
            | Mark::Fill(..)
            | Mark::Outline(..)
            | Mark::Slanted(_)
            | Mark::Picture(_)
            | Mark::Word(_)
            | Mark::WordEnd => {}
        }
    }
    pieces
}

fn write_element(layout: &Layout, id: ElementId, depth: usize, pieces: &[Vec<String>], out: &mut String) {
    let element = &layout.tree.elements[id];
    let _ = write!(out, "{:indent$}{}", "", element.role.tag(), indent = 2 * depth);
    match element.role {
        Role::List { ordered: true } => out.push_str(" decimal"),
        Role::RowHeader => out.push_str(" row"),
        Role::ColumnHeader => out.push_str(" column"),
        _ => {}
    }
    if let Some(language) = element.language {
        let _ = write!(out, " {language}");
    }
    let mut text = element.figure.as_ref().map(|figure| figure.alt.clone()).unwrap_or_default();
    let mut pages = None;
    collect_text(&layout.tree, id, pieces, &mut text, &mut pages);
    let _ = match pages {
        Some((first, last)) if first == last => write!(out, " [{}] {:?}", first + 1, text.trim_end()),
        Some((first, last)) => write!(out, " [{}-{}] {:?}", first + 1, last + 1, text.trim_end()),
        None => Ok(()),
    };
    for kid in &element.kids {
        if let Kid::Annotation { page, number } = *kid {
            let _ = write!(out, " {}", layout.pages[page].links[number].link.target);
        }
    }
    out.push('\n');
    for kid in &element.kids {
        if let Kid::Element(kid) = *kid {
            write_element(layout, kid, depth + 1, pieces, out);
        }
    }
}

/// Collects the text of an element and of its links, and its first and last page.
fn collect_text(
    tree: &Tree,
    id: ElementId,
    pieces: &[Vec<String>],
    text: &mut String,
    pages: &mut Option<(usize, usize)>,
) {
    for kid in &tree.elements[id].kids {
        match *kid {
            Kid::Content { page, mcid } => {
                text.push_str(&pieces[page][mcid]);
                *pages = Some((pages.map_or(page, |(first, _)| first), page));
            }
            Kid::Element(kid) if tree.elements[kid].role == Role::Link => {
                collect_text(tree, kid, pieces, text, pages);
            }
            Kid::Element(_) | Kid::Annotation { .. } => {}
        }
    }
}
