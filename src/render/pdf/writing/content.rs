//! The content of pages as PDF operators: the only file that names the PDF crate.
//!
//! printpdf makes the operators and nothing else: its files have random ids, no structure and no
//! metadata, so [`file`](super::file) writes the file. Text goes in as ready `TJ` arrays.

use super::shared::resource;
use crate::render::a4::{Area, HEIGHT};
use crate::render::colour::Colour;
use crate::render::font::Weight;
use crate::render::length::{Length, em, pt};
use crate::render::pdf::error::PdfError;
use crate::render::pdf::paper::mark::{Decoration, Mark, Rule, Slanted, Text};
use crate::render::pdf::paper::page::Page;
use crate::render::pdf::setting::shape::{Show, Word};
use crate::render::picture::letterhead::Placed;
use printpdf::{DictItem, FontId, Mm, Op, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt};
use std::collections::BTreeMap;

/// The content streams of the pages of a letter.
///
/// # Errors
/// The PDF crate gave no content for a page.
pub fn streams(pages: &[Page]) -> Result<Vec<Vec<u8>>, PdfError> {
    written(pages.iter().map(operators).collect())
}

/// Content that only a print stream shows over a page: marks for machines, as an artifact; nothing for no marks.
///
/// It comes after the page's own content, which stays as it is. That leaves nothing open and the coordinates
/// as they were, but may end in any colour.
///
/// # Errors
/// The PDF crate gave no content.
pub fn overlay(marks: Vec<Mark>) -> Result<Vec<u8>, PdfError> {
    if marks.is_empty() {
        return Ok(Vec::new());
    }
    let mut page = Page::default();
    page.decorate(Decoration::Layout, marks);
    let black = ["g", "G"].map(|key| operator(key, [real(0)]));
    Ok(written(vec![black.into_iter().chain(operators(&page)).collect()])?.concat())
}

fn written(pages: Vec<Vec<Op>>) -> Result<Vec<Vec<u8>>, PdfError> {
    let count = pages.len();
    let mut document = PdfDocument::new("");
    document.pages = pages.into_iter().map(|ops| PdfPage::new(Mm(210.0), Mm(297.0), ops)).collect();
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        // Otherwise it leaves out the operators that it has no name for.
        secure: false,
        image_optimization: None,
    };
    let file = document.to_lopdf_document(&options, &mut Vec::new());
    let streams: Vec<Vec<u8>> =
        file.get_pages().into_values().map(|page| file.get_page_content(page)).collect();
    if streams.len() == count { Ok(streams) } else { Err(PdfError::Content) }
}

/// Thickness of an outline.
const OUTLINE: Length = pt(1) / 2;

fn operators(page: &Page) -> Vec<Op> {
    let mut writer = Writer::default();
    for mark in &page.marks {
        match mark {
            Mark::Content { tag, mcid } => {
                let number = i64::try_from(*mcid).unwrap_or_default();
                writer.begin(tag, [("MCID", DictItem::Int(number))]);
            }
            Mark::Decoration(decoration) => writer.begin("Artifact", kind(*decoration)),
            Mark::Text(text) => writer.text(text),
            Mark::Rule(rule) => writer.rule(*rule),
            Mark::Picture(picture) => writer.picture(*picture),
            Mark::Fill(area, colour) => writer.fill(*area, *colour),
            Mark::Outline(area, colour) => writer.outline(*area, *colour),
            Mark::Slanted(slanted) => writer.slanted(slanted),
        }
    }
    writer.end();
    writer.ops
}

fn kind(decoration: Decoration) -> Vec<(&'static str, DictItem)> {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    match decoration {
        Decoration::Header => vec![("Type", name("Pagination")), ("Subtype", name("Header"))],
        Decoration::Footer => vec![("Type", name("Pagination")), ("Subtype", name("Footer"))],
        Decoration::TableHead => vec![("Type", name("Pagination"))],
        Decoration::Layout => vec![("Type", name("Layout"))],
        Decoration::Watermark => vec![("Type", name("Pagination")), ("Subtype", name("Watermark"))],
        // It must say how far it goes (ISO 32000-1, 14.8.2.2.2).
        Decoration::Background => {
            let corners = Area::PAGE.corners().map(real).into();
            vec![("BBox", DictItem::Array(corners)), ("Type", name("Background"))]
        }
    }
}

#[derive(Default)]
struct Writer {
    ops: Vec<Op>,
    /// A marked sequence is open.
    marked: bool,
    /// Areas wait to be filled, all at once: so no seam shows between those that touch.
    areas: bool,
    /// Where the last line began, in hundredths of a point, if a text object is open.
    pen: Option<(i64, i64)>,
    font: Option<(Weight, Length)>,
    /// Colours of text and areas, and of rules; a page begins with black.
    fill: Colour,
    stroke: Colour,
}

impl Writer {
    fn begin(&mut self, tag: &str, properties: impl IntoIterator<Item = (&'static str, DictItem)>) {
        self.end();
        self.ops.push(properties_of(tag, properties));
        self.marked = true;
    }

    fn end(&mut self) {
        self.end_text();
        self.end_areas();
        if std::mem::take(&mut self.marked) {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn end_text(&mut self) {
        if self.pen.take().is_some() {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn end_areas(&mut self) {
        if std::mem::take(&mut self.areas) {
            self.operator("f", []);
        }
    }

    fn fill(&mut self, area: Area, colour: Colour) {
        self.end_text();
        self.fill_in(colour);
        self.operator("re", corners(area));
        self.areas = true;
    }

    /// What follows is filled in this colour.
    fn fill_in(&mut self, colour: Colour) {
        if self.fill != colour {
            self.end_areas();
            self.operator("rg", components(colour));
            self.fill = colour;
        }
    }

    /// What follows is drawn in this colour.
    fn stroke_in(&mut self, colour: Colour) {
        if self.stroke != colour {
            self.operator("RG", components(colour));
            self.stroke = colour;
        }
    }

    fn rule(&mut self, rule: Rule) {
        self.end_text();
        self.end_areas();
        let y = HEIGHT - rule.y;
        self.stroke_in(rule.colour);
        self.operator("w", [real(rule.thickness)]);
        self.operator("m", [real(rule.x), real(y)]);
        self.operator("l", [real(rule.x + rule.width), real(y)]);
        self.operator("S", []);
    }

    fn outline(&mut self, area: Area, colour: Colour) {
        self.end_text();
        self.end_areas();
        self.stroke_in(colour);
        self.operator("w", [real(OUTLINE)]);
        self.operator("re", corners(area));
        self.operator("S", []);
    }

    /// A line of text in a system of its own, which begins where the line does (ISO 32000-1, 8.3.3).
    fn slanted(&mut self, Slanted { text, direction: [across, up] }: &Slanted) {
        self.end_text();
        self.end_areas();
        let before = (self.font, self.fill);
        self.operator("q", []);
        // Thousandths print as they are.
        self.operator("cm", [*across, *up, -up, *across, text.x, HEIGHT - text.y].map(real));
        self.text(&Text { x: 0, y: HEIGHT, ..text.clone() });
        self.end_text();
        self.operator("Q", []);
        (self.font, self.fill) = before;
    }

    /// Draws a picture, stretched to its area.
    fn picture(&mut self, picture: Placed) {
        self.end_text();
        self.end_areas();
        let [left, bottom, ..] = picture.area.corners();
        let wide = DictItem::Real(ratio(picture.area.width, picture.extent.0));
        let high = DictItem::Real(ratio(picture.area.height, picture.extent.1));
        let nought = || DictItem::Int(0);
        self.operator("q", []);
        self.operator("cm", [wide, nought(), nought(), high, real(left), real(bottom)]);
        self.operator("Do", [DictItem::Name(picture.name.into())]);
        self.operator("Q", []);
    }

    fn text(&mut self, text: &Text) {
        self.end_areas();
        let place = (hundredths(text.x), hundredths(HEIGHT - text.y));
        let (x, y) = self.pen.unwrap_or_else(|| {
            self.ops.push(Op::StartTextSection);
            (0, 0)
        });
        self.ops.push(Op::SetTextCursor { pos: Point { x: points(place.0 - x), y: points(place.1 - y) } });
        self.pen = Some(place);
        self.fill_in(text.colour);
        let mut array = GlyphArray::default();
        for (weight, word) in &text.line.words {
            if self.font != Some((*weight, text.size)) {
                self.show(&mut array);
                let font = PdfFontHandle::External(FontId(resource(*weight).to_owned()));
                self.ops.push(Op::SetFont { font, size: points(hundredths(text.size)) });
                self.font = Some((*weight, text.size));
            }
            self.word(word, &mut array, text.size);
        }
        self.show(&mut array);
    }

    fn word(&mut self, word: &Word, array: &mut GlyphArray, size: Length) {
        if word.unclear {
            self.show(array);
            let utf16 = std::iter::once(0xFEFF).chain(word.text.encode_utf16());
            let bytes = utf16.flat_map(u16::to_be_bytes).collect();
            self.ops.push(properties_of("Span", [("ActualText", DictItem::Bytes(bytes))]));
        }
        for show in &word.shows {
            match show {
                Show::Glyphs(glyphs) => array.glyphs.extend_from_slice(glyphs),
                Show::Back(distance) => array.back(*distance),
                Show::Rise(height) => {
                    self.show(array);
                    self.operator("Ts", [real(em(i64::from(*height), size))]);
                }
            }
        }
        if word.unclear {
            self.show(array);
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn show(&mut self, array: &mut GlyphArray) {
        let items = array.take_items();
        if !items.is_empty() {
            self.operator("TJ", [DictItem::Array(items)]);
        }
    }

    fn operator<const N: usize>(&mut self, key: &str, value: [DictItem; N]) {
        self.ops.push(operator(key, value));
    }
}

/// Lower left corner, width and height of an area.
fn corners(area: Area) -> [DictItem; 4] {
    [area.x, HEIGHT - area.y - area.height, area.width, area.height].map(real)
}

fn operator<const N: usize>(key: &str, value: [DictItem; N]) -> Op {
    Op::Unknown { key: key.to_owned(), value: value.into() }
}

fn properties_of(tag: &str, properties: impl IntoIterator<Item = (&'static str, DictItem)>) -> Op {
    let map: BTreeMap<String, DictItem> =
        properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } }
}

/// A `TJ` array that is being filled: runs of glyphs and the steps between them (ISO 32000-1, 9.4.3).
#[derive(Default)]
struct GlyphArray {
    items: Vec<DictItem>,
    /// Glyphs that are not yet an item.
    glyphs: Vec<u8>,
}

impl GlyphArray {
    /// Goes back by thousandths of an em.
    fn back(&mut self, distance: i32) {
        self.flush();
        self.items.push(DictItem::Int(i64::from(distance)));
    }

    fn flush(&mut self) {
        if !self.glyphs.is_empty() {
            let data = std::mem::take(&mut self.glyphs);
            self.items.push(DictItem::String { data, literal: true });
        }
    }

    /// The items, and begins anew.
    fn take_items(&mut self) -> Vec<DictItem> {
        self.flush();
        std::mem::take(&mut self.items)
    }
}

/// Hundredths of a point: finer than any printer.
fn hundredths(length: Length) -> i64 {
    (length + 5).div_euclid(10)
}

/// A length in the numbers of the PDF crate.
fn points(hundredths: i64) -> Pt {
    // Far below the 24 bits of a float: a page is 84,189 hundredths high.
    #[allow(clippy::cast_precision_loss)]
    Pt(hundredths as f32 / 100.0)
}

/// By how much a length is stretched to be another.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // a page is 842,000 thousandths high
fn ratio(wanted: Length, own: Length) -> f32 {
    (wanted as f64 / own as f64) as f32
}

/// Red, green and blue from 0 to 1, in sRGB as the output intent says.
fn components(colour: Colour) -> [DictItem; 3] {
    colour.rgb.map(|part| DictItem::Real(f32::from(part) / 255.0))
}

/// A length in points.
fn real(length: Length) -> DictItem {
    DictItem::Real(points(hundredths(length)).0)
}
