//! The document parts of a print stream: which pages are one letter, and what a printer must know of it (ISO 32000-2,
//! 14.12).
//!
//! The stream is PDF 1.7 and makes no claim to PDF/VT; readers that know no document parts pass them over. A tree of two
//! levels: the stream, and below it a record for each letter with all its pages, blank backs too. What stands in a
//! record (`DPM`) says nothing of a person. Of each letter only the number of its object stays in memory.

use super::file::File;
use super::objects::{Ref, Refs};
use std::io::{self, Write};

/// The most elements of an array (ISO 32000-1, annex C): longer lists of records are divided.
const TOGETHER: usize = 8191;

/// What a print stream says of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The number of the letter in its run, from 1.
    pub number: u64,
    /// The id of the letter, in letters and digits; it says nothing of a person.
    pub id: String,
    /// Its pages, blank ones not counted.
    pub pages: usize,
    /// Its sheets.
    pub sheets: u32,
    /// Whether its sheets are printed on both sides.
    pub duplex: bool,
}

/// The document parts of a file that is being written.
pub struct DocumentParts {
    root: Ref,
    top: Ref,
    records: Vec<Ref>,
    /// The record whose pages are being written.
    open: Option<Open>,
}

/// A record that may still get pages.
struct Open {
    object: Ref,
    first: Ref,
    last: Ref,
    record: Record,
}

impl DocumentParts {
    /// Begins without records.
    pub fn new<W: Write>(file: &mut File<W>) -> Self {
        Self { root: file.reserve(), top: file.reserve(), records: Vec::new(), open: None }
    }

    /// Opens the record of a letter, to which its pages refer; the one before it is complete now.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn begin<W: Write>(&mut self, file: &mut File<W>) -> io::Result<Ref> {
        self.close(file)?;
        let object = file.reserve();
        self.records.push(object);
        Ok(object)
    }

    /// Says which pages the record of a letter has.
    pub fn pages(&mut self, object: Ref, pages: &[Ref], record: Record) {
        if let (Some(first), Some(last)) = (pages.first(), pages.last()) {
            self.open = Some(Open { object, first: *first, last: *last, record });
        }
    }

    /// The record of the latest letter, if there is one.
    pub fn latest(&self) -> Option<Ref> {
        self.open.as_ref().map(|open| open.object)
    }

    /// Adds a page to the record of the latest letter.
    pub fn extend(&mut self, page: Ref) {
        if let Some(open) = &mut self.open {
            open.last = page;
        }
    }

    /// Writes the record that is open.
    fn close<W: Write>(&mut self, file: &mut File<W>) -> io::Result<()> {
        let Some(Open { object, first, last, record }) = self.open.take() else { return Ok(()) };
        let Record { number, id, pages, sheets, duplex } = record;
        let end = if first == last { String::new() } else { format!("/End {last}") };
        file.object(
            object,
            format_args!(
                "<</Type/DPart/Parent {}/Start {first}{end}/DPM<</Volgnummer {number}/Id({id})/Paginas {pages}\
                 /Vellen {sheets}/Dubbelzijdig {duplex}>>>>",
                self.top
            ),
        )
    }

    /// Writes the tree; returns its entry in the catalog.
    ///
    /// # Errors
    /// Writing to the output fails.
    pub fn finish<W: Write>(mut self, file: &mut File<W>) -> io::Result<String> {
        self.close(file)?;
        if self.records.is_empty() {
            return Ok(String::new());
        }
        let Self { root, top, records, .. } = self;
        let lists: String = records.chunks(TOGETHER).map(|list| Refs(list).to_string()).collect();
        file.object(top, format_args!("<</Type/DPart/Parent {root}/DParts[{lists}]>>"))?;
        file.object(
            root,
            format_args!(
                "<</Type/DPartRoot/DPartRootNode {top}/RecordLevel 1/NodeNameList[/Drukstroom/Brief]>>"
            ),
        )?;
        Ok(format!("/DPartRoot {root}"))
    }
}
