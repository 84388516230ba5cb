//! The structure of a letter for screen readers: headings, paragraphs, lists, tables.
//!
//! Elements are made in the order of the text, before their pages are known; the page adds its pieces of
//! content later (ISO 32000-1, 14.7; PDF/UA-1 clause 7).

use crate::render::a4::Area;
use crate::render::link::Link;
use std::sync::Arc;

/// The index of an element in its tree.
pub type ElementId = usize;

/// The kinds of structure element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The whole letter.
    Document,
    /// A part of the letter in another language.
    Section,
    /// A heading, level 1 to 3.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list, numbered or not.
    List {
        /// Whether its items are numbered.
        ordered: bool,
    },
    /// An item of a list.
    Item,
    /// The bullet or number of an item.
    Label,
    /// The text of an item.
    Body,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A header cell above a column.
    ColumnHeader,
    /// A header cell before a row.
    RowHeader,
    /// A cell with data.
    Cell,
    /// A picture.
    Figure,
    /// A link: words inside another element.
    Link,
}

impl Role {
    /// The standard structure type (ISO 32000-1, 14.8.4).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Section => "Sect",
            Self::Heading(1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(_) => "H3",
            Self::Paragraph => "P",
            Self::List { .. } => "L",
            Self::Item => "LI",
            Self::Label => "Lbl",
            Self::Body => "LBody",
            Self::Table => "Table",
            Self::Row => "TR",
            Self::ColumnHeader | Self::RowHeader => "TH",
            Self::Cell => "TD",
            Self::Figure => "Figure",
            Self::Link => "Link",
        }
    }

    /// The attributes that its type requires, as a PDF dictionary.
    #[must_use]
    pub fn attributes(self) -> Option<&'static str> {
        match self {
            Self::List { ordered: true } => Some("<</O/List/ListNumbering/Decimal>>"),
            Self::List { ordered: false } => Some("<</O/List/ListNumbering/Disc>>"),
            Self::ColumnHeader => Some("<</O/Table/Scope/Column>>"),
            Self::RowHeader => Some("<</O/Table/Scope/Row>>"),
            _ => None,
        }
    }
}

/// A child of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kid {
    /// Another element.
    Element(ElementId),
    /// A piece of the content of a page.
    Content {
        /// Page of the letter, from 0.
        page: usize,
        /// Number of the piece on that page.
        mcid: usize,
    },
    /// The annotation of a link on a page.
    Annotation {
        /// Page of the letter, from 0.
        page: usize,
        /// Number of the link on that page.
        number: usize,
    },
}

/// A structure element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// The kind of the element.
    pub role: Role,
    /// Its parent; the document is its own parent.
    pub parent: ElementId,
    /// Its children, in reading order.
    pub kids: Vec<Kid>,
    /// The alternative text and the area, if it is a picture.
    pub figure: Option<Figure>,
    /// The language of its words by its tag; `None` for that of its parent.
    pub language: Option<&'static str>,
}

/// The alternative text of a picture, and where it stands (PDF/UA-1 7.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The alternative text.
    pub alt: String,
    /// The area on its page.
    pub area: Area,
}

/// All elements of a letter; the first is the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// The elements, each after its parent.
    pub elements: Vec<Element>,
    /// The last link and its element: a link may continue on the next line.
    last_link: Option<(Arc<Link>, ElementId)>,
}

impl Tree {
    /// A tree with only the document in it.
    #[must_use]
    pub fn new() -> Self {
        let document =
            Element { role: Role::Document, parent: 0, kids: Vec::new(), figure: None, language: None };
        Self { elements: vec![document], last_link: None }
    }

    /// The element of the whole letter.
    pub const DOCUMENT: ElementId = 0;

    /// Adds an element at the end of another.
    pub fn add(&mut self, parent: ElementId, role: Role) -> ElementId {
        let id = self.elements.len();
        self.elements.push(Element { role, parent, kids: Vec::new(), figure: None, language: None });
        self.elements[parent].kids.push(Kid::Element(id));
        id
    }

    /// Adds a picture at the end of an element.
    pub fn add_figure(&mut self, parent: ElementId, figure: Figure) -> ElementId {
        let id = self.add(parent, Role::Figure);
        self.elements[id].figure = Some(figure);
        id
    }

    /// The element of a link in the text of an element; the same for all its lines.
    pub fn link(&mut self, parent: ElementId, link: &Arc<Link>) -> ElementId {
        match &self.last_link {
            Some((last, element)) if Arc::ptr_eq(last, link) => *element,
            _ => {
                let element = self.add(parent, Role::Link);
                self.last_link = Some((Arc::clone(link), element));
                element
            }
        }
    }

    /// Adds the annotation of a link on a page to its element.
    pub fn add_annotation(&mut self, element: ElementId, page: usize, number: usize) {
        self.elements[element].kids.push(Kid::Annotation { page, number });
    }

    /// Adds a piece of content of a page to an element.
    pub fn add_content(&mut self, element: ElementId, page: usize, mcid: usize) {
        self.elements[element].kids.push(Kid::Content { page, mcid });
    }
}

impl Default for Tree {
    fn default() -> Self {
        Self::new()
    }
}
