//! The operators that show a line of text; the only file that uses the printpdf crate.
//!
//! printpdf formats the operators and nothing else: its files have random ids, no structure and no metadata, so
//! [`file`](super::file) writes the file. Letters share most of their lines, so every thread keeps the operators of those
//! that it has shown; printpdf makes those of the others, all lines of a letter at once and on one page: a page of
//! printpdf costs more than what stands on it.

use super::numbers::{float, hundredths};
use super::shared::resource;
use crate::kept::Kept;
use crate::render::font::Weight;
use crate::render::length::{Length, em};
use crate::render::pdf::error::PdfError;
use crate::render::pdf::paper::mark::Text;
use crate::render::pdf::setting::line::Words;
use crate::render::pdf::setting::shape::{Show, Word};
use printpdf::{DictItem, FontId, Mm, Op, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Pt};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The font of text that is shown: weight and size; `None` at the beginning of a page.
pub type Font = Option<(Weight, Length)>;

/// A line as it is shown: its words by identity, their size, and the font before it.
type Key = (*const (Weight, Rc<Word>), usize, Length, Font);

/// How many lines a thread keeps the operators of (about 3 MB).
const ROOM: usize = 2_500;

/// The operators of lines by key and words: as long as these are kept, no others have their identity.
type Lines = Kept<(Key, Words), Rc<[u8]>>;

thread_local! {
    static KEPT: RefCell<Lines> = RefCell::new(Kept::new(ROOM));
}

/// The lines of a letter that were not shown before.
#[derive(Default)]
pub struct NewLines {
    places: BTreeMap<Key, usize>,
    lines: Vec<(Key, Words)>,
    operators: Vec<Vec<Op>>,
}

/// The operators of a line.
pub enum Operators {
    /// They are known.
    Known(Rc<[u8]>),
    /// They are made with those of the other new lines, at this place.
    New(usize),
}

impl NewLines {
    /// The operators of a line after this font.
    pub fn find(&mut self, text: &Text, before: Font) -> Operators {
        let words = &text.line.words;
        let key = (words.as_ptr(), words.len(), text.size, before);
        if let Some(bytes) = KEPT.with_borrow_mut(|kept| kept.get(&key, |(known, _), _| *known == key)) {
            return Operators::Known(bytes);
        }
        let place = *self.places.entry(key).or_insert_with(|| {
            self.lines.push((key, Rc::clone(words)));
            self.operators.push(line(text, before));
            self.operators.len() - 1
        });
        Operators::New(place)
    }

    /// Makes the operators of the new lines, in the order of their places.
    ///
    /// # Errors
    /// The printpdf crate returned nothing for a line.
    pub fn make(self) -> Result<Vec<Rc<[u8]>>, PdfError> {
        let made: Vec<Rc<[u8]>> = written(self.operators)?.into_iter().map(Rc::from).collect();
        KEPT.with_borrow_mut(|kept| {
            for ((key, words), bytes) in self.lines.into_iter().zip(&made) {
                kept.insert(&key, (key, words), Rc::clone(bytes));
            }
        });
        Ok(made)
    }
}

/// The font after a line.
#[must_use]
pub fn font_after(text: &Text, before: Font) -> Font {
    text.line.words.last().map_or(before, |(weight, _)| Some((*weight, text.size)))
}

/// The operators of all lines, made on one page and parted at the marks between them.
fn written(lines: Vec<Vec<Op>>) -> Result<Vec<Vec<u8>>, PdfError> {
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let count = lines.len();
    let mut operators = Vec::with_capacity(lines.iter().map(|line| line.len() + 1).sum());
    for line in lines {
        operators.extend(line);
        operators.push(end_of_line());
    }
    let mut document = PdfDocument::new("");
    document.pages = vec![PdfPage::new(Mm(210.0), Mm(297.0), operators)];
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        // Otherwise printpdf leaves out the operators that it has no name for.
        secure: false,
        image_optimization: None,
    };
    let file = document.to_lopdf_document(&options, &mut Vec::new());
    let content =
        file.get_pages().into_values().map(|page| file.get_page_content(page)).next().unwrap_or_default();
    let streams = parted(&content);
    if streams.len() == count { Ok(streams) } else { Err(PdfError::Content) }
}

/// What stands in the page between two lines: a string of glyph 65,535, which no font has (a font has 65,535 glyphs at most,
/// counted from nought), so no line holds it.
const END_OF_LINE: [u8; 4] = [0xFF; 4];

fn end_of_line() -> Op {
    let value = vec![DictItem::String { data: END_OF_LINE.to_vec(), literal: true }];
    Op::Unknown { key: "Tj".to_owned(), value }
}

/// The operators before each mark; nothing may stand behind the last.
fn parted(content: &[u8]) -> Vec<Vec<u8>> {
    let mark = [b"(", &END_OF_LINE[..], b") Tj"].concat();
    let mut lines = Vec::new();
    let mut rest = content;
    while let Some(end) = rest.windows(mark.len()).position(|bytes| bytes == mark) {
        lines.push(rest[..end].trim_ascii_start().to_vec());
        rest = &rest[end + mark.len()..];
    }
    lines
}

/// The operators of a line.
fn line(text: &Text, before: Font) -> Vec<Op> {
    let mut shown = Line { font: before, ..Line::default() };
    for (weight, word) in text.line.words.iter() {
        if shown.font != Some((*weight, text.size)) {
            shown.show();
            let font = PdfFontHandle::External(FontId(resource(*weight).to_owned()));
            let size = Pt(float(hundredths(text.size)));
            shown.operators.push(Op::SetFont { font, size });
            shown.font = Some((*weight, text.size));
        }
        shown.word(word, text.size);
    }
    shown.show();
    shown.operators
}

/// A line that is being shown, with the `TJ` array that is being filled: runs of glyphs and the steps between them (ISO
/// 32000-1, 9.4.3).
#[derive(Default)]
struct Line {
    operators: Vec<Op>,
    font: Font,
    items: Vec<DictItem>,
    /// Glyphs that are not in an item yet.
    glyphs: Vec<u8>,
}

impl Line {
    fn word(&mut self, word: &Word, size: Length) {
        if word.unclear {
            self.show();
            let utf16 = std::iter::once(0xFEFF).chain(word.text.encode_utf16());
            let bytes = DictItem::Bytes(utf16.flat_map(u16::to_be_bytes).collect());
            let map = [("ActualText".to_owned(), bytes)].into();
            self.operators.push(Op::BeginMarkedContentWithProperties {
                tag: "Span".to_owned(),
                properties: DictItem::Dict { map },
            });
        }
        for show in &word.shows {
            match show {
                Show::Glyphs(glyphs) => self.glyphs.extend_from_slice(glyphs),
                Show::Back(distance) => {
                    self.flush();
                    self.items.push(DictItem::Int(i64::from(*distance)));
                }
                Show::Rise(height) => {
                    self.show();
                    let height = float(hundredths(em(i64::from(*height), size)));
                    self.operator("Ts", DictItem::Real(height));
                }
            }
        }
        if word.unclear {
            self.show();
            self.operators.push(Op::EndMarkedContent);
        }
    }

    fn flush(&mut self) {
        if !self.glyphs.is_empty() {
            let data = std::mem::take(&mut self.glyphs);
            self.items.push(DictItem::String { data, literal: true });
        }
    }

    /// Shows what is in the array, and empties it.
    fn show(&mut self) {
        self.flush();
        let items = std::mem::take(&mut self.items);
        if !items.is_empty() {
            self.operator("TJ", DictItem::Array(items));
        }
    }

    fn operator(&mut self, key: &str, value: DictItem) {
        self.operators.push(Op::Unknown { key: key.to_owned(), value: vec![value] });
    }
}
