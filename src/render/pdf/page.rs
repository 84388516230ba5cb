//! A page before it is written: rows of text with the element that they belong to, rules and marks.
//!
//! What a page shows is put in reading order, each piece either content of an element or decoration, so
//! that nothing on it is untagged.

use super::length::{Length, mm};
use super::lines::Line;
use super::link::{self, Annotation};
use super::structure::{ElementId, Tree};
use crate::render::colour::Colour;

/// Width of the page (A4).
pub const WIDTH: Length = mm(2100);
/// Height of the page (A4).
pub const HEIGHT: Length = mm(2970);
/// Left edge of the text.
pub const LEFT: Length = mm(250);
/// Right edge of the text.
pub const RIGHT: Length = mm(1900);
/// Top of the text from the second page on.
pub const TOP: Length = mm(300);
/// Bottom of the text.
pub const BOTTOM: Length = mm(2770);

/// Nothing is drawn nearer to the sides of the page: printers cannot (pdf.md).
pub const EDGE_SIDE: Length = mm(150);
/// Nothing is drawn nearer to the top and bottom of the page.
pub const EDGE_TOP: Length = mm(50);

/// Why something is on the page that is no content (PDF/UA-1 7.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decoration {
    /// A running header.
    Header,
    /// A running footer.
    Footer,
    /// The head of a table, once more on its next page.
    TableHead,
    /// A rule, a fold mark or a mark for machines.
    Layout,
    /// A word across the page.
    Watermark,
    /// The stationery behind a page.
    Background,
}

/// A piece of what a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// What follows is the piece of content with this number on the page.
    Content {
        /// Structure type of its element.
        tag: &'static str,
        /// Number on the page, from 0.
        mcid: usize,
    },
    /// What follows is decoration.
    Decoration(Decoration),
    /// A line of text.
    Text(Text),
    /// A horizontal rule.
    Rule(Rule),
    /// A picture of the house style.
    Picture(Placed),
    /// An area in a colour.
    Fill(Area, Colour),
    /// The edge of an area, as a thin line in a colour.
    Outline(Area, Colour),
    /// A line of text that runs upwards.
    Slanted(Slanted),
}

/// A rectangle on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Left edge.
    pub x: Length,
    /// Top, from the top of the page.
    pub y: Length,
    /// Width.
    pub width: Length,
    /// Height.
    pub height: Length,
}

/// A line of text, around its left end turned to the left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slanted {
    /// The words, and where they begin.
    pub text: Text,
    /// How far each thousandth along the line goes to the right and up.
    pub direction: [Length; 2],
}

impl Area {
    /// The whole page.
    pub const PAGE: Self = Self { x: 0, y: 0, width: WIDTH, height: HEIGHT };

    /// Left, bottom, right and top, counted from the bottom of the page, as PDF counts.
    #[must_use]
    pub const fn corners(self) -> [Length; 4] {
        let bottom = HEIGHT - self.y - self.height;
        [self.x, bottom, self.x + self.width, bottom + self.height]
    }
}

/// A line of text at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Left end, from the left of the page.
    pub x: Length,
    /// Baseline, from the top.
    pub y: Length,
    /// Size of the font.
    pub size: Length,
    /// Colour.
    pub colour: Colour,
    /// The words.
    pub line: Line,
}

/// A horizontal rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Left end.
    pub x: Length,
    /// Its middle, from the top.
    pub y: Length,
    /// Length.
    pub width: Length,
    /// Thickness.
    pub thickness: Length,
    /// Colour.
    pub colour: Colour,
}

/// A picture at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Its name in the resources of every page.
    pub name: &'static str,
    /// Where it stands.
    pub area: Area,
    /// Width and height as it draws itself.
    pub extent: (Length, Length),
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What it shows, in reading order.
    pub marks: Vec<Mark>,
    /// The element of each piece of content, by its number.
    pub owners: Vec<ElementId>,
    /// Its links.
    pub links: Vec<Annotation>,
    open: Option<ElementId>,
}

impl Page {
    /// A page with stationery behind it.
    #[must_use]
    pub fn on(stationery: Option<Placed>) -> Self {
        let mut page = Self::default();
        if let Some(picture) = stationery {
            page.decorate(Decoration::Background, [Mark::Picture(picture)]);
        }
        page
    }

    /// Adds a line of text of an element, with its links.
    pub fn text(&mut self, tree: &mut Tree, index: usize, element: ElementId, text: Text) {
        for (piece, link) in link::pieces(text) {
            let Some(link) = link else {
                self.piece(tree, index, element, piece);
                continue;
            };
            let element = tree.link(element, &link);
            let (area, underline) = (link::area(&piece), link::underline(&piece));
            self.piece(tree, index, element, piece);
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
    fn piece(&mut self, tree: &mut Tree, index: usize, element: ElementId, text: Text) {
        self.content(tree, index, element);
        self.marks.push(Mark::Text(text));
    }

    /// Adds a picture that a reader is told of.
    pub fn picture(&mut self, tree: &mut Tree, index: usize, element: ElementId, picture: Placed) {
        self.content(tree, index, element);
        self.marks.push(Mark::Picture(picture));
    }

    /// What follows is of an element; what follows each other of the same element is one piece.
    fn content(&mut self, tree: &mut Tree, index: usize, element: ElementId) {
        if self.open != Some(element) {
            let mcid = self.owners.len();
            self.owners.push(element);
            tree.add_content(element, index, mcid);
            self.marks.push(Mark::Content { tag: tree.elements[element].role.tag(), mcid });
            self.open = Some(element);
        }
    }

    /// Puts decoration behind everything that the page shows so far but its stationery.
    pub fn underlay(&mut self, decoration: Decoration, marks: impl IntoIterator<Item = Mark>) {
        // Stationery is decoration, or a figure where it says who sends.
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
