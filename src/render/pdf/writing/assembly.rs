//! Puts finished letters into a file: pages, structure, metadata, catalog.
//!
//! Each letter is written immediately; only the object numbers of its pages and its structure stay in memory,
//! so that a file may hold one letter or thousands. What only a print stream has is in
//! [`print_stream`](super::print_stream).

use super::elements::{self, ObjectNumbers};
use super::file::File;
use super::letter_content::LetterContent;
use super::metadata::{About, write_info, xmp};
use super::objects::{Ref, Refs};
use super::outline::{self, Bookmark};
use super::shared::SharedObjects;
use crate::hash::Hash;
use crate::render::a4::{HEIGHT, WIDTH};
use crate::render::length::points;
use crate::render::pdf::paper::headings::Heading;
use std::fmt::Write as _;
use std::io::{self, Write};

/// A file of letters that is being written.
pub struct Assembly<'a, W> {
    file: File<W>,
    shared: &'a SharedObjects,
    pages: Ref,
    structure: Ref,
    /// The children of the page tree: one node per letter, and every blank page.
    nodes: Vec<Ref>,
    /// The document element of each letter.
    documents: Vec<Ref>,
    /// One leaf of the parent tree per letter.
    leaves: Vec<Ref>,
    /// The outline.
    bookmarks: Vec<Bookmark>,
    /// Number of pages so far.
    count: usize,
    /// The next key of the parent tree; every page and every annotation has one.
    key: usize,
}

impl<'a, W: Write> Assembly<'a, W> {
    /// Begins a file with the shared objects.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn new(shared: &'a SharedObjects, out: W) -> io::Result<Self> {
        let mut file = File::continue_from(&shared.beginning, out)?;
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
            bookmarks: Vec::new(),
            count: 0,
            key: 0,
        })
    }

    /// How many pages there are so far.
    #[must_use]
    pub const fn pages(&self) -> usize {
        self.count
    }

    /// The file itself, for what a print stream adds.
    pub(super) fn file(&mut self) -> &mut File<W> {
        &mut self.file
    }

    /// Adds a letter, with its headings as the outline.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn letter(&mut self, letter: &LetterContent) -> io::Result<()> {
        let pages = self.letter_with(letter, &[], None)?;
        for Heading { title, level, page, top } in &letter.headings {
            self.bookmark(Bookmark {
                title: title.clone(),
                level: *level,
                page: pages[*page],
                top: Some(*top),
                closed: false,
            });
        }
        Ok(())
    }

    /// Adds a bookmark to the outline, after those that it has.
    pub fn bookmark(&mut self, bookmark: Bookmark) {
        self.bookmarks.push(bookmark);
    }

    /// Adds a letter and draws over each of its pages the overlay with the same index, made by
    /// [`overlay`](super::content::overlay) and compressed. A missing or empty overlay draws nothing. Its pages belong
    /// to a document `part`, if there are such. Returns its pages.
    ///
    /// # Errors
    /// As for [`Self::letter`].
    pub(super) fn letter_with(
        &mut self,
        letter: &LetterContent,
        overlays: &[Vec<u8>],
        part: Option<Ref>,
    ) -> io::Result<Vec<Ref>> {
        let node = self.file.reserve();
        let numbers = ObjectNumbers {
            pages: letter.streams.iter().map(|_| self.file.reserve()).collect(),
            elements: letter.tree.elements.iter().map(|_| self.file.reserve()).collect(),
            links: letter
                .links
                .iter()
                .map(|links| links.iter().map(|_| self.file.reserve()).collect())
                .collect(),
        };
        let pages = &numbers.pages;
        let part = in_part(part);
        for (index, (stream, page)) in letter.streams.iter().zip(pages).enumerate() {
            let content = self.file.reserve();
            self.file.deflated(content, "", stream)?;
            let links = &numbers.links[index];
            let annotations =
                if links.is_empty() { String::new() } else { format!("/Annots{}", Refs(links)) };
            let mut contents = vec![content];
            if let Some(overlay) = overlays.get(index).filter(|overlay| !overlay.is_empty()) {
                let over = self.file.reserve();
                self.file.deflated(over, "", overlay)?;
                contents.push(over);
            }
            // PDF/A requires the resources on the page itself, not on its parent (ISO 19005-2, 6.2.2).
            let key = self.key + index;
            self.file.object(
                *page,
                format_args!(
                    "<</Type/Page/Parent {node}/Resources {}/Contents{}{annotations}/StructParents {key}{part}/Tabs/S>>",
                    self.shared.resources,
                    Refs(&contents),
                ),
            )?;
        }
        self.file.object(
            node,
            format_args!("<</Type/Pages/Parent {}/Count {}/Kids{}>>", self.pages, pages.len(), Refs(pages)),
        )?;
        self.structure(letter, &numbers)?;
        self.nodes.push(node);
        self.count += pages.len();
        Ok(numbers.pages)
    }

    /// Adds an empty page that belongs to a document part, if there are such: the back of a sheet whose letter ends on its
    /// front. Returns it.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub(super) fn blank(&mut self, part: Option<Ref>) -> io::Result<Ref> {
        let page = self.file.reserve();
        let (parent, resources, part) = (self.pages, self.shared.resources, in_part(part));
        let value = format_args!("<</Type/Page/Parent {parent}/Resources {resources}{part}/Tabs/S>>");
        self.file.object(page, value)?;
        self.nodes.push(page);
        self.count += 1;
        Ok(page)
    }

    /// Writes the elements of a letter, its links and its leaf of the parent tree (14.7.4.4).
    fn structure(&mut self, letter: &LetterContent, numbers: &ObjectNumbers) -> io::Result<()> {
        let elements = &numbers.elements;
        for (id, element) in letter.tree.elements.iter().enumerate() {
            let parent = if id == 0 { self.structure } else { elements[element.parent] };
            self.file.appended(elements[id], |out| elements::element(out, element, parent, numbers))?;
        }
        let mut leaf_entries = String::new();
        let first = self.key;
        for owners in &letter.owners {
            let _ = write!(leaf_entries, "{} [", self.key);
            for (index, &owner) in owners.iter().enumerate() {
                if index > 0 {
                    leaf_entries.push(' ');
                }
                elements[owner].append_to(&mut leaf_entries);
            }
            leaf_entries.push(']');
            self.key += 1;
        }
        for (index, links) in letter.links.iter().enumerate() {
            for (annotation, name) in links.iter().zip(&numbers.links[index]) {
                let object = elements::annotation(annotation, numbers.pages[index], self.key);
                self.file.object(*name, format_args!("{object}"))?;
                let _ = write!(leaf_entries, " {} {}", self.key, elements[annotation.element]);
                self.key += 1;
            }
        }
        let leaf = self.file.reserve();
        let last = self.key - 1;
        self.file.object(leaf, format_args!("<</Limits[{first} {last}]/Nums[{leaf_entries}]>>"))?;
        self.leaves.push(leaf);
        self.documents.extend(elements.first());
        Ok(())
    }

    /// Writes the end of the file and returns the output and the hash of the file.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn finish(self, about: &About) -> io::Result<(W, Hash)> {
        self.finish_with(about, "")
    }

    /// The same, with more `entries` in the catalog.
    ///
    /// # Errors
    /// As for [`Self::finish`].
    pub(super) fn finish_with(mut self, about: &About, entries: &str) -> io::Result<(W, Hash)> {
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
        // Not compressed, so that an archive can read it without understanding PDF.
        file.stream_as_is(metadata, "/Type/Metadata/Subtype/XML", xmp(about).as_bytes())?;
        let info = write_info(file, about)?;
        let outline = outline::write(file, &self.bookmarks)?;
        let outline = outline.map(|outline| format!("/Outlines {outline}")).unwrap_or_default();
        let catalog = file.reserve();
        file.object(
            catalog,
            format_args!(
                "<</Type/Catalog/Pages {}/Metadata {metadata}/OutputIntents[{}]/Lang(nl-NL)\
                 /MarkInfo<</Marked true>>/StructTreeRoot {}{outline}\
                 /ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>{entries}>>",
                self.pages, self.shared.intent, self.structure,
            ),
        )?;
        self.file.finish(catalog, info)
    }
}

/// The entry of a page that says to which document part it belongs.
fn in_part(part: Option<Ref>) -> String {
    part.map_or_else(String::new, |part| format!("/DPart {part}"))
}
