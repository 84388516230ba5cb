//! Gives each line of an address, of the contact lines and of a signature its element: a paragraph of its own.
//!
//! A screen reader pauses after a paragraph, and reads lines of one paragraph as one sentence. In running text, and in a note
//! beside it, the lines belong together.

use super::line::Line;
use super::structure::{ElementId, Role, Tree};

/// The elements of the lines of one text, which are asked for in order.
pub struct Paragraphs {
    element: ElementId,
    ended: bool,
}

impl Paragraphs {
    /// Those of a text whose first line belongs to this element.
    #[must_use]
    pub const fn new(element: ElementId) -> Self {
        Self { element, ended: false }
    }

    /// The element of the next line: a new paragraph where the line before it was ended by the text, unless the text is no
    /// paragraph or the line is empty.
    pub fn of(&mut self, tree: &mut Tree, line: &Line) -> ElementId {
        let Tree { elements, .. } = &*tree;
        let (role, parent) = (elements[self.element].role, elements[self.element].parent);
        let empty = line.words.iter().all(|(_, word)| word.is_space());
        if self.ended && role == Role::Paragraph && !empty {
            self.element = tree.add(parent, Role::Paragraph);
        }
        self.ended = line.ends;
        self.element
    }
}
