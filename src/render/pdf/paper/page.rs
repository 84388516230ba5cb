//! A page before it is written: its marks, the element that each piece of content belongs to, and its links.
//!
//! Everything on a page is added in reading order, either as content of an element or as decoration, so that
//! nothing is untagged.

use super::link::{self, Annotation, split_at_word};
use super::mark::{Decoration, Mark, Text};
use crate::render::a4::Area;
use crate::render::pdf::setting::structure::{ElementId, Tree};
use crate::render::picture::letterhead::Placed;

/// A page of a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What it shows, in reading order.
    pub marks: Vec<Mark>,
    /// The element of each piece of content, by its number.
    pub owners: Vec<ElementId>,
    /// The annotations of its links.
    pub links: Vec<Annotation>,
    open: Option<ElementId>,
}

impl Page {
    /// A page with stationery behind it.
    #[must_use]
    pub fn with_stationery(stationery: Option<Placed>) -> Self {
        let mut page = Self::default();
        if let Some(picture) = stationery {
            page.decorate(Decoration::Background, [Mark::Picture(picture)]);
        }
        page
    }

    /// Adds a line of text of an element, with its links and its parts of words that take more than one line.
    pub fn text(&mut self, tree: &mut Tree, index: usize, element: ElementId, mut text: Text) {
        let Some(divided) = text.line.divided.take() else {
            return self.linked(tree, index, element, text);
        };
        let ended = divided.ends.unwrap_or_default();
        if divided.ends.is_some() {
            let (part, rest) = split_at_word(text, ended);
            self.linked(tree, index, element, part);
            self.marks.push(Mark::WordEnd);
            text = rest;
        }
        if let Some((at, whole)) = divided.begins {
            let (before, part) = split_at_word(text, at - ended);
            if !before.line.words.is_empty() {
                self.linked(tree, index, element, before);
            }
            self.begin_content(tree, index, element);
            self.marks.push(Mark::Word(whole));
            text = part;
        }
        if !text.line.words.is_empty() {
            self.linked(tree, index, element, text);
        }
    }

    /// Adds words of an element, with their links.
    fn linked(&mut self, tree: &mut Tree, index: usize, element: ElementId, text: Text) {
        for (piece, link) in link::split_at_links(text) {
            let Some(link) = link else {
                self.text_piece(tree, index, element, piece);
                continue;
            };
            let element = tree.link(element, &link);
            let (area, underline) = (link::covered_area(&piece), link::underline(&piece));
            self.text_piece(tree, index, element, piece);
            self.decorate(Decoration::Layout, [Mark::Rule(underline)]);
            match self.links.last_mut() {
                Some(last) if last.element == element => last.areas.push(area),
                _ => {
                    tree.add_annotation(element, index, self.links.len());
                    self.links.push(Annotation { element, link, areas: vec![area] });
                }
            }
        }
    }

    /// Adds text of an element.
    fn text_piece(&mut self, tree: &mut Tree, index: usize, element: ElementId, text: Text) {
        self.begin_content(tree, index, element);
        self.marks.push(Mark::Text(text));
    }

    /// Adds a picture that is content: a figure with alternative text.
    pub fn picture(&mut self, tree: &mut Tree, index: usize, element: ElementId, picture: Placed) {
        self.begin_content(tree, index, element);
        self.marks.push(Mark::Picture(picture));
    }

    /// Makes the next marks content of an element; successive content of the same element is one piece.
    fn begin_content(&mut self, tree: &mut Tree, index: usize, element: ElementId) {
        if self.open != Some(element) {
            let mcid = self.owners.len();
            self.owners.push(element);
            tree.add_content(element, index, mcid);
            self.marks.push(Mark::Content { tag: tree.elements[element].role.tag(), mcid });
            self.open = Some(element);
        }
    }

    /// Puts decoration behind everything that the page shows so far, except its stationery.
    pub fn underlay(&mut self, decoration: Decoration, marks: impl IntoIterator<Item = Mark>) {
        // Stationery is decoration, or a figure on the page where it names the sender.
        let paper = |mark: &Mark| matches!(mark, Mark::Picture(picture) if picture.area == Area::PAGE);
        let at = self.marks.iter().position(paper).map_or(0, |paper| paper + 1);
        self.marks.splice(at..at, std::iter::once(Mark::Decoration(decoration)).chain(marks));
    }

    /// Adds decoration.
    pub fn decorate(&mut self, decoration: Decoration, marks: impl IntoIterator<Item = Mark>) {
        self.open = None;
        self.marks.push(Mark::Decoration(decoration));
        self.marks.extend(marks);
    }
}
