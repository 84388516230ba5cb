//! The headings of a letter and where they stand, for the outline of its file.

use super::layout::Layout;
use super::mark::Mark;
use crate::render::length::Length;
use crate::render::pdf::setting::structure::{ElementId, Role};

/// A heading of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its words.
    pub title: String,
    /// Its level: 1 for the subject.
    pub level: u8,
    /// Its page, from 0.
    pub page: usize,
    /// Just above its first line, from the top of the page.
    pub top: Length,
}

/// The headings in the order of the letter.
#[must_use]
pub fn headings(layout: &Layout) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let mut last = None;
    for (page, number) in layout.pages.iter().zip(0..) {
        let mut inside: Option<(ElementId, u8)> = None;
        for mark in &page.marks {
            match mark {
                Mark::Content { mcid, .. } => {
                    let element = page.owners[*mcid];
                    inside = match layout.tree.elements[element].role {
                        Role::Heading(level) => Some((element, level)),
                        _ => None,
                    };
                }
                Mark::Decoration(_) => inside = None,
                Mark::Text(text) => {
                    let Some((element, level)) = inside else { continue };
                    if last != Some(element) {
                        let top = text.y - text.size * 3 / 2;
                        found.push(Heading { title: String::new(), level, page: number, top });
                        last = Some(element);
                    }
                    if let Some(heading) = found.last_mut() {
                        heading.title.extend(text.line.text());
                    }
                }
                Mark::Rule(_) | Mark::Fill(..) | Mark::Outline(..) | Mark::Slanted(_) | Mark::Picture(_) => {}
            }
        }
    }
    for heading in &mut found {
        heading.title.truncate(heading.title.trim_end().len());
    }
    found
}
