//! Puts laid-out letters into a file: pages, structure, metadata, catalog.
//!
//! A letter is written when it comes; only where its pages and its structure are stays in memory, so that
//! a file may hold one letter or thousands.

use super::file::File;
use super::length::points;
use super::link;
use super::made::Made;
use super::metadata::{About, PRODUCER, xmp};
use super::objects::{Ref, Refs, Text};
use super::page::{HEIGHT, WIDTH};
use super::shared::Shared;
use super::structure::{Element, Kid};
use std::fmt::Write as _;
use std::io::{self, Write};

/// A file of letters that is being written.
pub struct Assembly<'a, W> {
    file: File<W>,
    shared: &'a Shared,
    pages: Ref,
    structure: Ref,
    /// One node of pages a letter; a blank page stands on its own.
    nodes: Vec<Ref>,
    /// The document element of each letter.
    documents: Vec<Ref>,
    /// One leaf of the parent tree a letter.
    leaves: Vec<Ref>,
    /// Pages.
    count: usize,
    /// The next key of the parent tree: each page has one and each annotation.
    key: usize,
}

/// What the objects of a letter are called.
struct Names {
    pages: Vec<Ref>,
    elements: Vec<Ref>,
    /// The annotations of each page.
    links: Vec<Vec<Ref>>,
}

impl<'a, W: Write> Assembly<'a, W> {
    /// Begins a file.
    ///
    /// # Errors
    /// What the output reports.
    pub fn new(shared: &'a Shared, out: W) -> io::Result<Self> {
        let mut file = File::go_on(&shared.beginning, out)?;
        let pages = file.reserve();
        let structure = file.reserve();
        Ok(Self {
            file,
            shared,
            pages,
            structure,
            nodes: Vec::new(),
            documents: Vec::new(),
            leaves: Vec::new(),
            count: 0,
            key: 0,
        })
    }

    /// How many pages there are so far.
    #[must_use]
    pub const fn pages(&self) -> usize {
        self.count
    }

    /// Adds a letter.
    ///
    /// # Errors
    /// What the output reports.
    pub fn letter(&mut self, made: &Made) -> io::Result<()> {
        self.letter_with(made, &[])
    }

    /// Adds a letter and, over its own content, what [`overlay`](super::content::overlay) made for its pages,
    /// compressed; nothing for those that it does not name.
    ///
    /// # Errors
    /// As for [`Self::letter`].
    pub fn letter_with(&mut self, made: &Made, overlays: &[Vec<u8>]) -> io::Result<()> {
        let node = self.file.reserve();
        let names = Names {
            pages: made.streams.iter().map(|_| self.file.reserve()).collect(),
            elements: made.tree.elements.iter().map(|_| self.file.reserve()).collect(),
            links: made
                .links
                .iter()
                .map(|links| links.iter().map(|_| self.file.reserve()).collect())
                .collect(),
        };
        let pages = &names.pages;
        for (index, (stream, page)) in made.streams.iter().zip(pages).enumerate() {
            let content = self.file.reserve();
            self.file.deflated(content, "", stream)?;
            let links = &names.links[index];
            let annotations =
                if links.is_empty() { String::new() } else { format!("/Annots{}", Refs(links)) };
            let mut contents = vec![content];
            if let Some(overlay) = overlays.get(index).filter(|overlay| !overlay.is_empty()) {
                let over = self.file.reserve();
                self.file.deflated(over, "", overlay)?;
                contents.push(over);
            }
            // PDF/A wants the resources at the page itself, not at its parent (ISO 19005-2, 6.2.2).
            let key = self.key + index;
            self.file.object(
                *page,
                format_args!(
                    "<</Type/Page/Parent {node}/Resources {}/Contents{}{annotations}/StructParents {key}/Tabs/S>>",
                    self.shared.resources,
                    Refs(&contents),
                ),
            )?;
        }
        self.file.object(
            node,
            format_args!("<</Type/Pages/Parent {}/Count {}/Kids{}>>", self.pages, pages.len(), Refs(pages)),
        )?;
        self.structure(made, &names)?;
        self.nodes.push(node);
        self.count += pages.len();
        Ok(())
    }

    /// Adds a page that shows nothing: the back of a sheet whose letter ends on its front.
    ///
    /// # Errors
    /// What the output reports.
    pub fn blank(&mut self) -> io::Result<()> {
        let page = self.file.reserve();
        let (parent, resources) = (self.pages, self.shared.resources);
        let value = format_args!("<</Type/Page/Parent {parent}/Resources {resources}/Tabs/S>>");
        self.file.object(page, value)?;
        self.nodes.push(page);
        self.count += 1;
        Ok(())
    }

    /// Writes the elements of a letter, its links and its leaf of the parent tree (14.7.4.4).
    fn structure(&mut self, made: &Made, names: &Names) -> io::Result<()> {
        let elements = &names.elements;
        for (id, element) in made.tree.elements.iter().enumerate() {
            let parent = if id == 0 { self.structure } else { elements[element.parent] };
            let value = element_object(element, parent, names);
            self.file.object(elements[id], format_args!("{value}"))?;
        }
        let mut numbers = String::new();
        let first = self.key;
        for owners in &made.owners {
            let owners: Vec<Ref> = owners.iter().map(|&owner| elements[owner]).collect();
            let _ = write!(numbers, "{} {}", self.key, Refs(&owners));
            self.key += 1;
        }
        for (index, links) in made.links.iter().enumerate() {
            for (annotation, name) in links.iter().zip(&names.links[index]) {
                let object = link::object(annotation, names.pages[index], self.key);
                self.file.object(*name, format_args!("{object}"))?;
                let _ = write!(numbers, " {} {}", self.key, elements[annotation.element]);
                self.key += 1;
            }
        }
        let leaf = self.file.reserve();
        let last = self.key - 1;
        self.file.object(leaf, format_args!("<</Limits[{first} {last}]/Nums[{numbers}]>>"))?;
        self.leaves.push(leaf);
        self.documents.extend(elements.first());
        Ok(())
    }

    /// Writes what stands at the end and gives the output back.
    ///
    /// # Errors
    /// What the output reports.
    pub fn finish(mut self, about: &About) -> io::Result<W> {
        let file = &mut self.file;
        file.object(
            self.pages,
            format_args!(
                "<</Type/Pages/Count {}/Kids{}/MediaBox[0 0 {} {}]>>",
                self.count,
                Refs(&self.nodes),
                points(WIDTH),
                points(HEIGHT),
            ),
        )?;
        let parents = file.reserve();
        file.object(parents, format_args!("<</Kids{}>>", Refs(&self.leaves)))?;
        file.object(
            self.structure,
            format_args!(
                "<</Type/StructTreeRoot/K{}/ParentTree {parents}/ParentTreeNextKey {}>>",
                Refs(&self.documents),
                self.key,
            ),
        )?;
        let metadata = file.reserve();
        // Not compressed: an archive reads it without understanding PDF.
        file.stream_as_is(metadata, "/Type/Metadata/Subtype/XML", xmp(about).as_bytes())?;
        let info = file.reserve();
        let date: String = about.date.chars().filter(char::is_ascii_digit).collect();
        file.object(
            info,
            format_args!(
                "<</Title{}/Author{}/Producer{}/CreationDate(D:{date})/ModDate(D:{date})>>",
                Text(about.title),
                Text(about.author),
                Text(PRODUCER),
            ),
        )?;
        let catalog = file.reserve();
        file.object(
            catalog,
            format_args!(
                "<</Type/Catalog/Pages {}/Metadata {metadata}/OutputIntents[{}]/Lang(nl-NL)\
                 /MarkInfo<</Marked true>>/StructTreeRoot {}/ViewerPreferences<</DisplayDocTitle true>>>>",
                self.pages, self.shared.intent, self.structure,
            ),
        )?;
        self.file.finish(catalog, info)
    }
}

/// A structure element (14.7.2). Content on the page of the first piece is named by its number alone.
fn element_object(element: &Element, parent: Ref, names: &Names) -> String {
    let Names { pages, elements, links } = names;
    let mut out = format!("<</S/{}/P {parent}", element.role.tag());
    let home = element.kids.iter().find_map(|kid| match kid {
        Kid::Content { page, .. } => Some(*page),
        Kid::Element(_) | Kid::Annotation { .. } => None,
    });
    if let Some(page) = home {
        let _ = write!(out, "/Pg {}", pages[page]);
    }
    if let Some(attributes) = element.role.attributes() {
        let _ = write!(out, "/A{attributes}");
    }
    if let Some(figure) = &element.figure {
        let [left, bottom, right, top] = figure.area.corners().map(points);
        let _ = write!(
            out,
            "/Alt{}/A<</O/Layout/Placement/Block/BBox[{left} {bottom} {right} {top}]>>",
            Text(&figure.alt)
        );
    }
    if !element.kids.is_empty() {
        out.push_str("/K[");
        for kid in &element.kids {
            let _ = match *kid {
                Kid::Element(id) => write!(out, "{} ", elements[id]),
                Kid::Content { page, mcid } if Some(page) == home => write!(out, "{mcid} "),
                Kid::Content { page, mcid } => write!(out, "<</Type/MCR/Pg {}/MCID {mcid}>>", pages[page]),
                Kid::Annotation { page, number } => {
                    write!(out, "<</Type/OBJR/Pg {}/Obj {}>>", pages[page], links[page][number])
                }
            };
        }
        out.push(']');
    }
    out.push_str(">>");
    out
}
