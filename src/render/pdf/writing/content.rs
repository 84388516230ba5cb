//! Writes the content of pages as PDF operators; the only file that uses the printpdf crate.
//!
//! printpdf formats the operators and nothing else: its files have random ids, no structure and no metadata,
//! so [`file`](super::file) writes the file. Text is passed to it as complete `TJ` arrays.

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
/// The printpdf crate returned no content for a page.
pub fn streams(pages: &[Page]) -> Result<Vec<Vec<u8>>, PdfError> {
    written(pages.iter().map(operators).collect())
}

/// Content that only a print stream draws over a page: marks for machines, as an artifact. Empty if there are
/// no marks.
///
/// It follows the page's own content, which stays the same. That content leaves no sequence open and the
/// coordinates unchanged, but may end in any colour.
///
/// # Errors
/// The printpdf crate returned no content.
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
        // Otherwise printpdf leaves out the operators that it has no name for.
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
        // A background must state its area (ISO 32000-1, 14.8.2.2.2).
        Decoration::Background => {
            let corners = Area::PAGE.corners().map(real).into();
            vec![("BBox", DictItem::Array(corners)), ("Type", name("Background"))]
        }
    }
}

#[derive(Default)]
struct Writer {
    ops: Vec<Op>,
    /// Whether a marked-content sequence is open.
    marked: bool,
    /// Whether areas wait to be filled; they are filled together, so that no seam shows between those that
    /// touch.
    areas: bool,
    /// Where the last line began, in hundredths of a point, if a text object is open.
    pen: Option<(i64, i64)>,
    font: Option<(Weight, Length)>,
    /// The current colours: this one of text and areas, the next of rules. A page begins with black.
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

    /// Sets the colour of the areas and text that follow.
    fn fill_in(&mut self, colour: Colour) {
        if self.fill != colour {
            self.end_areas();
            self.operator("rg", components(colour));
            self.fill = colour;
        }
    }

    /// Sets the colour of the rules and outlines that follow.
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

    /// Draws a line of text in a coordinate system of its own, whose origin is the start of the line (ISO
    /// 32000-1, 8.3.3).
    fn slanted(&mut self, Slanted { text, direction: [across, up] }: &Slanted) {
        self.end_text();
        self.end_areas();
        let before = (self.font, self.fill);
        self.operator("q", []);
        // The thousandths of the direction are formatted like thousandths of a point.
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
    /// Glyphs that are not in an item yet.
    glyphs: Vec<u8>,
}

impl GlyphArray {
    /// Moves the pen back by thousandths of an em.
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

    /// Returns the items and empties the array.
    fn take_items(&mut self) -> Vec<DictItem> {
        self.flush();
        std::mem::take(&mut self.items)
    }
}

/// A length in hundredths of a point, which is finer than any printer.
fn hundredths(length: Length) -> i64 {
    (length + 5).div_euclid(10)
}

/// Converts hundredths of a point to the type of printpdf.
fn points(hundredths: i64) -> Pt {
    // Exact: a float has 24 bits, and a page is only 84,189 hundredths high.
    #[allow(clippy::cast_precision_loss)]
    Pt(hundredths as f32 / 100.0)
}

/// The factor by which `own` is stretched to become `wanted`.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // a page is 842,000 thousandths high
fn ratio(wanted: Length, own: Length) -> f32 {
    (wanted as f64 / own as f64) as f32
}

/// Red, green and blue from 0 to 1, in sRGB as stated in the output intent.
fn components(colour: Colour) -> [DictItem; 3] {
    colour.rgb.map(|part| DictItem::Real(f32::from(part) / 255.0))
}

/// A length in points, as an operand.
fn real(length: Length) -> DictItem {
    DictItem::Real(points(hundredths(length)).0)
}
