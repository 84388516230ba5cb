//! Writes the content of pages as PDF operators (ISO 32000-1, annex A).
//!
//! A line of text is shown by the operators of [`line_operators`](super::line_operators), which a thread keeps; where it
//! stands, and everything else on a page, is written here.

use super::line_operators::{Font, NewLines, Operators, font_after};
use super::numbers::{hundredths, put_float, put_hundredths, put_length};
use super::objects;
use crate::render::a4::{Area, HEIGHT};
use crate::render::colour::Colour;
use crate::render::length::{Length, pt};
use crate::render::pdf::error::PdfError;
use crate::render::pdf::paper::mark::{Decoration, Mark, Rule, Slanted, Text};
use crate::render::pdf::paper::page::Page;
use crate::render::picture::letterhead::Placed;
use std::rc::Rc;

/// The content streams of the pages of a letter.
///
/// # Errors
/// The printpdf crate returned no content for a line.
pub fn streams(pages: &[Page]) -> Result<Vec<Vec<u8>>, PdfError> {
    drawn(pages, b"")
}

/// Content that only a print stream draws over a page: marks for machines, as an artifact. Empty if there are
/// no marks.
///
/// It follows the page's own content, which stays the same. That content leaves no sequence open and the
/// coordinates unchanged, but may end in any colour.
///
/// # Errors
/// The printpdf crate returned no content for a line.
pub fn overlay(marks: Vec<Mark>) -> Result<Vec<u8>, PdfError> {
    if marks.is_empty() {
        return Ok(Vec::new());
    }
    let mut page = Page::default();
    page.decorate(Decoration::Layout, marks);
    Ok(drawn(&[page], b"0 g\n0 G\n")?.concat())
}

fn drawn(pages: &[Page], beginning: &[u8]) -> Result<Vec<Vec<u8>>, PdfError> {
    let mut new = NewLines::default();
    let drawn: Vec<Drawn> = pages
        .iter()
        .map(|page| {
            let mut writer = Writer::new(beginning, &mut new);
            writer.page(page);
            writer.out
        })
        .collect();
    let lines = new.make()?;
    Ok(drawn.into_iter().map(|page| page.with(&lines)).collect())
}

/// The content of a page, in which some lines are still missing.
#[derive(Default)]
struct Drawn {
    bytes: Vec<u8>,
    /// Where a new line comes, and which.
    gaps: Vec<(usize, usize)>,
}

impl Drawn {
    /// The content with the new lines in their places.
    fn with(self, lines: &[Rc<[u8]>]) -> Vec<u8> {
        if self.bytes.is_empty() {
            return vec![b'\n'];
        }
        let line = |number: usize| lines.get(number).map_or(&[][..], |line| line);
        let more: usize = self.gaps.iter().map(|&(_, number)| line(number).len()).sum();
        let mut whole = Vec::with_capacity(self.bytes.len() + more);
        let mut done = 0;
        for (place, number) in self.gaps {
            whole.extend_from_slice(&self.bytes[done..place]);
            whole.extend_from_slice(line(number));
            done = place;
        }
        whole.extend_from_slice(&self.bytes[done..]);
        whole
    }
}

/// Thickness of an outline.
const OUTLINE: Length = pt(1) / 2;

/// What begins a sequence of marks that are no content, with its properties (14.8.2.2). A background must state its area.
const fn begin_decoration(decoration: Decoration) -> &'static str {
    match decoration {
        Decoration::Header => "/Artifact <</Subtype/Header/Type/Pagination>> BDC\n",
        Decoration::Footer => "/Artifact <</Subtype/Footer/Type/Pagination>> BDC\n",
        Decoration::TableHead => "/Artifact <</Type/Pagination>> BDC\n",
        Decoration::Layout => "/Artifact <</Type/Layout>> BDC\n",
        Decoration::Watermark => "/Artifact <</Subtype/Watermark/Type/Pagination>> BDC\n",
        Decoration::Background => "/Artifact <</BBox[0 0 595.28 841.89]/Type/Background>> BDC\n",
    }
}

struct Writer<'a> {
    out: Drawn,
    new: &'a mut NewLines,
    /// Whether a marked-content sequence is open.
    marked: bool,
    /// Whether areas wait to be filled; they are filled together, so that no seam shows between those that
    /// touch.
    areas: bool,
    /// Whether a word that takes more than one line is open.
    word: bool,
    /// Where the last line began, in hundredths of a point, if a text object is open.
    pen: Option<(i64, i64)>,
    font: Font,
    /// The current colours: this one of text and areas, the next of rules. A page begins with black.
    fill: Colour,
    stroke: Colour,
}

impl<'a> Writer<'a> {
    fn new(beginning: &[u8], new: &'a mut NewLines) -> Self {
        Self {
            out: Drawn { bytes: beginning.to_vec(), gaps: Vec::new() },
            new,
            marked: false,
            areas: false,
            word: false,
            pen: None,
            font: None,
            fill: Colour::default(),
            stroke: Colour::default(),
        }
    }

    fn page(&mut self, page: &Page) {
        for mark in &page.marks {
            match mark {
                Mark::Content { tag, mcid } => {
                    let mut number = itoa::Buffer::new();
                    self.begin_with(&["/", tag, " <</MCID ", number.format(*mcid), ">> BDC\n"]);
                }
                Mark::Decoration(decoration) => self.begin(begin_decoration(*decoration)),
                Mark::Text(text) => self.text(text),
                Mark::Rule(rule) => self.rule(*rule),
                Mark::Picture(picture) => self.picture(*picture),
                Mark::Fill(area, colour) => self.fill(*area, *colour),
                Mark::Outline(area, colour) => self.outline(*area, *colour),
                Mark::Slanted(slanted) => self.slanted(slanted),
                Mark::Word(whole) => self.begin_word(whole),
                Mark::WordEnd => self.end_word(),
            }
        }
        self.end();
    }

    fn begin(&mut self, sequence: &str) {
        self.begin_with(&[sequence]);
    }

    fn begin_with(&mut self, sequence: &[&str]) {
        self.end();
        for part in sequence {
            self.put(part);
        }
        self.marked = true;
    }

    fn end(&mut self) {
        self.end_text();
        self.end_areas();
        if std::mem::take(&mut self.marked) {
            self.put("EMC\n");
        }
    }

    /// Begins a sequence inside the text that says a whole word.
    fn begin_word(&mut self, whole: &str) {
        self.end_areas();
        self.begin_text();
        self.put(&format!("/Span <</ActualText{}>> BDC\n", objects::Text(whole)));
        self.word = true;
    }

    fn end_word(&mut self) {
        if std::mem::take(&mut self.word) {
            self.put("EMC\n");
        }
    }

    /// Opens a text object if none is open; returns where its last line began.
    fn begin_text(&mut self) -> (i64, i64) {
        if self.pen.is_none() {
            self.put("BT\n");
        }
        *self.pen.get_or_insert((0, 0))
    }

    fn end_text(&mut self) {
        self.end_word();
        if self.pen.take().is_some() {
            self.put("ET\n");
        }
    }

    fn end_areas(&mut self) {
        if std::mem::take(&mut self.areas) {
            self.put("f\n");
        }
    }

    fn fill(&mut self, area: Area, colour: Colour) {
        self.end_text();
        self.fill_in(colour);
        self.lengths(corners(area), "re");
        self.areas = true;
    }

    /// Sets the colour of the areas and text that follow.
    fn fill_in(&mut self, colour: Colour) {
        if self.fill != colour {
            self.end_areas();
            self.colour(colour, "rg");
            self.fill = colour;
        }
    }

    /// Sets the colour of the rules and outlines that follow.
    fn stroke_in(&mut self, colour: Colour) {
        if self.stroke != colour {
            self.colour(colour, "RG");
            self.stroke = colour;
        }
    }

    fn rule(&mut self, rule: Rule) {
        self.end_text();
        self.end_areas();
        let y = HEIGHT - rule.y;
        self.stroke_in(rule.colour);
        self.lengths([rule.thickness], "w");
        self.lengths([rule.x, y], "m");
        self.lengths([rule.x + rule.width, y], "l");
        self.put("S\n");
    }

    fn outline(&mut self, area: Area, colour: Colour) {
        self.end_text();
        self.end_areas();
        self.stroke_in(colour);
        self.lengths([OUTLINE], "w");
        self.lengths(corners(area), "re");
        self.put("S\n");
    }

    /// Draws a line of text in a coordinate system of its own, whose origin is the start of the line (ISO
    /// 32000-1, 8.3.3).
    fn slanted(&mut self, Slanted { text, direction: [across, up] }: &Slanted) {
        self.end_text();
        self.end_areas();
        let before = (self.font, self.fill);
        self.put("q\n");
        // The thousandths of the direction are formatted like thousandths of a point.
        self.lengths([*across, *up, -up, *across, text.x, HEIGHT - text.y], "cm");
        self.text(&Text { x: 0, y: HEIGHT, ..text.clone() });
        self.end_text();
        self.put("Q\n");
        (self.font, self.fill) = before;
    }

    /// Draws a picture, stretched to its area.
    fn picture(&mut self, picture: Placed) {
        self.end_text();
        self.end_areas();
        let [left, bottom, ..] = picture.area.corners();
        self.put("q\n");
        let out = &mut self.out.bytes;
        put_float(out, ratio(picture.area.width, picture.extent.0));
        out.extend_from_slice(b"0 0 ");
        put_float(out, ratio(picture.area.height, picture.extent.1));
        self.lengths([left, bottom], "cm");
        self.put(&format!("/{} Do\nQ\n", picture.name));
    }

    fn text(&mut self, text: &Text) {
        self.end_areas();
        let place = (hundredths(text.x), hundredths(HEIGHT - text.y));
        let (x, y) = self.begin_text();
        put_hundredths(&mut self.out.bytes, place.0 - x);
        put_hundredths(&mut self.out.bytes, place.1 - y);
        self.put("Td\n");
        self.pen = Some(place);
        self.fill_in(text.colour);
        match self.new.find(text, self.font) {
            Operators::Known(line) => self.out.bytes.extend_from_slice(&line),
            Operators::New(number) => self.out.gaps.push((self.out.bytes.len(), number)),
        }
        self.font = font_after(text, self.font);
    }

    fn colour(&mut self, colour: Colour, operator: &str) {
        // Red, green and blue from 0 to 1, in sRGB as stated in the output intent.
        for part in colour.rgb {
            put_float(&mut self.out.bytes, f32::from(part) / 255.0);
        }
        self.put(operator);
        self.put("\n");
    }

    fn lengths<const N: usize>(&mut self, lengths: [Length; N], operator: &str) {
        for length in lengths {
            put_length(&mut self.out.bytes, length);
        }
        self.put(operator);
        self.put("\n");
    }

    fn put(&mut self, operators: &str) {
        self.out.bytes.extend_from_slice(operators.as_bytes());
    }
}

/// Lower left corner, width and height of an area.
const fn corners(area: Area) -> [Length; 4] {
    [area.x, HEIGHT - area.y - area.height, area.width, area.height]
}

/// The factor by which `own` is stretched to become `wanted`.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // a page is 842,000 thousandths high
fn ratio(wanted: Length, own: Length) -> f32 {
    (wanted as f64 / own as f64) as f32
}
