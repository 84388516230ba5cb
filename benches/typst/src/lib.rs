//! Makes the same letter with Typst as a library: turns a document of rtbrief into Typst markup, then into a
//! PDF.
//!
//! Only for comparison. The page has the measures of our own (A4, address at 45 mm, text from 98.5 mm, 9.5 pt
//! on 13 pt), the fonts are the same files, and the file claims the same standards, so that both do the same
//! work.

mod markup;

use rtbrief::letter::document::Document;
use std::sync::OnceLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// What all letters share: the library and the fonts.
struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    standards: PdfStandards,
}

fn shelf() -> &'static Shelf {
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    SHELF.get_or_init(|| {
        let files: [&[u8]; 2] = [
            include_bytes!("../../../fonts/NotoSans-Regular.ttf"),
            include_bytes!("../../../fonts/NotoSans-Bold.ttf"),
        ];
        let fonts: Vec<Font> = files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .expect("both standards can be met in one file");
        Shelf {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            standards,
        }
    })
}

/// One letter as a Typst `World`.
struct Letter {
    source: Source,
}

impl World for Letter {
    fn library(&self) -> &LazyHash<Library> {
        &shelf().library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &shelf().book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        shelf().fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Makes the letter with Typst and drops from its cache what the last ten letters did not use.
///
/// # Panics
/// When Typst refuses the letter, because the comparison would then be worthless.
#[must_use]
pub fn pdf(letter: &Document) -> Vec<u8> {
    let world = Letter { source: Source::detached(markup::of(letter)) };
    let compiled = typst::compile::<PagedDocument>(&world).output;
    let document = compiled.unwrap_or_else(|errors| panic!("Typst refuses the letter: {errors:?}"));
    let options = PdfOptions { standards: shelf().standards.clone(), ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&document, &options);
    comemo::evict(10);
    bytes.unwrap_or_else(|errors| panic!("Typst cannot write the letter: {errors:?}"))
}
