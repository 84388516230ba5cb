//! A print stream: many letters in one file, with what a printer needs beside their pages: the document parts and the
//! bookmarks.

use super::assembly::Assembly;
use super::document_parts::{DocumentParts, Record};
use super::letter_content::LetterContent;
use super::metadata::About;
use super::objects::Ref;
use super::outline::Bookmark;
use super::shared::SharedObjects;
use crate::hash::Hash;
use std::io::{self, Write};

/// From more letters than this on, the bookmarks are in groups of so many.
const GROUP: usize = 100;

/// A print stream that is being written.
pub struct PrintStream<'a, W> {
    assembly: Assembly<'a, W>,
    parts: DocumentParts,
    /// The number and the first page of each letter.
    letters: Vec<(u64, Ref)>,
}

impl<'a, W: Write> PrintStream<'a, W> {
    /// Begins a stream with the shared objects.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn new(shared: &'a SharedObjects, out: W) -> io::Result<Self> {
        let mut assembly = Assembly::new(shared, out)?;
        let parts = DocumentParts::new(assembly.file());
        Ok(Self { assembly, parts, letters: Vec::new() })
    }

    /// How many pages there are so far.
    #[must_use]
    pub const fn pages(&self) -> usize {
        self.assembly.pages()
    }

    /// Adds a letter and draws over each of its pages the overlay with the same index, made by
    /// [`overlay`](super::content::overlay) and compressed. A missing or empty overlay draws nothing.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn letter(&mut self, letter: &LetterContent, overlays: &[Vec<u8>], record: Record) -> io::Result<()> {
        let part = self.parts.begin(self.assembly.file())?;
        let pages = self.assembly.letter_with(letter, overlays, Some(part))?;
        self.letters.extend(pages.first().map(|first| (record.number, *first)));
        self.parts.pages(part, &pages, record);
        Ok(())
    }

    /// Adds an empty page to the latest letter: the back of a sheet whose front is its last page.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn blank(&mut self) -> io::Result<()> {
        let page = self.assembly.blank(self.parts.latest())?;
        self.parts.extend(page);
        Ok(())
    }

    /// Writes the end of the stream and returns the output and the hash of the file.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn finish(mut self, about: &About) -> io::Result<(W, Hash)> {
        let parts = self.parts.finish(self.assembly.file())?;
        for bookmark in bookmarks(&self.letters) {
            self.assembly.bookmark(bookmark);
        }
        self.assembly.finish_with(about, &parts)
    }
}

/// The bookmarks of letters by their numbers; many are in closed groups, because nobody finds one in a list of thousands.
fn bookmarks(letters: &[(u64, Ref)]) -> Vec<Bookmark> {
    let letter = |&(number, page): &(u64, Ref)| Bookmark::to_page(format!("Brief {number}"), page);
    if letters.len() <= GROUP {
        return letters.iter().map(letter).collect();
    }
    let mut bookmarks = Vec::with_capacity(letters.len() + letters.len() / GROUP + 1);
    for group in letters.chunks(GROUP) {
        if let (Some((first, page)), Some((last, _))) = (group.first(), group.last()) {
            let title = format!("Brief {first} tot en met {last}");
            bookmarks.push(Bookmark { closed: true, ..Bookmark::to_page(title, *page) });
        }
        bookmarks.extend(group.iter().map(|it| Bookmark { level: 2, ..letter(it) }));
    }
    bookmarks
}
