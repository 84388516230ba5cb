//! The structure of a letter as text: what a screen reader finds, and on which pages it stands.
//!
//! For tests and for comparing letters: a change of words, of structure or of a page break is one line of
//! difference here, and nothing but a different hash in the file.

use super::layout::Layout;
use super::page::{Mark, Page};
use super::structure::{ElementId, Kid, Role, Tree};
use std::fmt::Write as _;

/// One line an element: depth, type, pages, text.
///
/// ```text
/// H1 [1] "U krijgt geen tijdelijke bescherming"
/// P [1-2] "Op 9 november 2026 hebt u …"
/// ```
#[must_use]
pub fn outline(layout: &Layout) -> String {
    let pieces: Vec<Vec<String>> = layout.pages.iter().map(pieces).collect();
    let mut out = String::new();
    write(&layout.tree, Tree::DOCUMENT, 0, &pieces, &mut out);
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
            Mark::Text(_) | Mark::Rule(_) | Mark::Picture(_) => {}
        }
    }
    pieces
}

fn write(tree: &Tree, id: ElementId, depth: usize, pieces: &[Vec<String>], out: &mut String) {
    let element = &tree.elements[id];
    let _ = write!(out, "{:indent$}{}", "", element.role.tag(), indent = 2 * depth);
    match element.role {
        Role::List { ordered: true } => out.push_str(" decimal"),
        Role::RowHeader => out.push_str(" row"),
        Role::ColumnHeader => out.push_str(" column"),
        _ => {}
    }
    let mut text = element.figure.as_ref().map(|figure| figure.alt.clone()).unwrap_or_default();
    let mut pages = None;
    for kid in &element.kids {
        if let Kid::Content { page, mcid } = *kid {
            text.push_str(&pieces[page][mcid]);
            let (first, _) = pages.unwrap_or((page, page));
            pages = Some((first, page));
        }
    }
    let _ = match pages {
        Some((first, last)) if first == last => writeln!(out, " [{}] {:?}", first + 1, text.trim_end()),
        Some((first, last)) => writeln!(out, " [{}-{}] {:?}", first + 1, last + 1, text.trim_end()),
        None => writeln!(out),
    };
    for kid in &element.kids {
        if let Kid::Element(kid) = *kid {
            write(tree, kid, depth + 1, pieces, out);
        }
    }
}
