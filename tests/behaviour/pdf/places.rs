//! Where the blocks of a letter stand: the lines of each element below the document, with their pages.

use rtbrief::render::a4::MARGIN_LEFT;
use rtbrief::render::pdf::paper::layout::Layout;
use rtbrief::render::pdf::paper::mark::{Mark, Text};
use rtbrief::render::pdf::setting::structure::{ElementId, Kid, Role, Tree};

/// A block of the letter: an element that stands right below the document.
pub struct Place<'a> {
    /// Its element.
    pub element: ElementId,
    /// Its role.
    pub role: Role,
    /// Its lines, each with its page, in the order in which they are drawn.
    pub lines: Vec<(usize, &'a Text)>,
}

impl Place<'_> {
    /// The pages on which it stands.
    pub fn pages(&self) -> Vec<usize> {
        let mut pages: Vec<usize> = self.lines.iter().map(|(page, _)| *page).collect();
        pages.dedup();
        pages
    }

    /// Whether it is a note in the margin.
    pub fn is_note(&self) -> bool {
        self.lines.first().is_some_and(|(_, line)| line.x == MARGIN_LEFT && self.role == Role::Paragraph)
    }

    /// Its top and bottom, as high as its font.
    pub fn extent(&self) -> (i64, i64) {
        let top = self.lines.iter().map(|(_, line)| line.y - line.size).min().unwrap();
        (top, self.lines.iter().map(|(_, line)| line.y + line.size / 4).max().unwrap())
    }

    /// Its text.
    pub fn text(&self) -> String {
        self.lines.iter().flat_map(|(_, line)| line.line.text()).collect()
    }
}

/// The blocks of a letter from its subject on, in reading order.
pub fn places(layout: &Layout) -> Vec<Place<'_>> {
    let tree = &layout.tree;
    let mut lines: Vec<Vec<(usize, &Text)>> = vec![Vec::new(); tree.elements.len()];
    for (index, page) in layout.pages.iter().enumerate() {
        let mut owner = None;
        for mark in &page.marks {
            match mark {
                Mark::Content { mcid, .. } => owner = Some(top(tree, page.owners[*mcid])),
                Mark::Decoration(_) => owner = None,
                Mark::Text(text) => owner.into_iter().for_each(|owner| lines[owner].push((index, text))),
                _ => {}
            }
        }
    }
    // Content after a link belongs to the same element again.
    let kids = tree.elements[Tree::DOCUMENT].kids.iter().filter_map(|kid| match kid {
        Kid::Element(element) => Some(*element),
        Kid::Content { .. } | Kid::Annotation { .. } => None,
    });
    let places = kids.map(|element| {
        let role = tree.elements[element].role;
        Place { element, role, lines: std::mem::take(&mut lines[element]) }
    });
    places.skip_while(|place| place.role != Role::Heading(1)).collect()
}

/// The block that an element is part of.
pub fn top(tree: &Tree, mut element: ElementId) -> ElementId {
    while tree.elements[element].parent != Tree::DOCUMENT {
        element = tree.elements[element].parent;
    }
    element
}
