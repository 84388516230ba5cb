//! Puts the pages of two letters side by side: each sheet is an A3 page on its side, with the old page on the left and the
//! new one on the right, a little smaller than they are, below what they are.

use super::changes::{Change, marks};
use super::paged::Paged;
use crate::render::a4::{Area, HEIGHT, WIDTH};
use crate::render::colour::Colour;
use crate::render::font::Weight;
use crate::render::length::{Length, points, pt};
use crate::render::look::Look;
use crate::render::pdf::error::PdfError;
use crate::render::pdf::paper::mark::{Mark, Text};
use crate::render::pdf::paper::page::Page;
use crate::render::pdf::setting::line::Type;
use crate::render::pdf::setting::lines::set_line;
use crate::render::pdf::writing::content;

/// The old or the new letter.
pub struct Side<'a> {
    /// What it is, in bold above each page.
    pub title: String,
    /// What stands below that.
    pub notes: Vec<String>,
    /// What is said where it has no page.
    pub absent: String,
    /// The letter; `None` where there is none.
    pub letter: Option<&'a Paged>,
    /// Which of its words change.
    pub changed: Vec<bool>,
    /// What happens to these.
    pub change: Change,
}

/// How much smaller the pages are, in hundredths.
const SCALE: Length = 92;
/// The edge below and beside a page.
const EDGE: Length = pt(12);
/// Baseline of the title of a page.
const TITLE_Y: Length = pt(20);
const TITLE_SIZE: Length = pt(11);
const NOTE_SIZE: Length = pt(7);
/// From one note to the next.
const NOTE_LEADING: Length = pt(10);
/// Grey: 7:1 on white.
const GREY: Colour = Colour { rgb: [89, 89, 89] };

/// Where a side begins, from the left of the sheet.
const STARTS: [Length; 2] = [0, WIDTH];

/// Where the page of a side stands, from the left edge of its half.
const INSET: Length = (WIDTH - WIDTH * SCALE / 100) / 2;

/// The pages that are drawn for the sheets: for each sheet the old page, the new one, and what stands around them.
#[must_use]
pub fn drawn(sides: &[Side<'_>; 2], look: &Look) -> Vec<[Page; 3]> {
    let count = sides.iter().map(pages).max().unwrap_or(0).max(1);
    (0..count)
        .map(|number| {
            let [old, new] = sides.each_ref().map(|side| marked(side, number));
            let mut frame = Page::default();
            for (side, start) in sides.iter().zip(STARTS) {
                frame.marks.extend(around(side, number, start, look));
            }
            [old, new, frame]
        })
        .collect()
}

fn pages(side: &Side<'_>) -> usize {
    side.letter.map_or(0, |letter| letter.pages.len())
}

/// A page of a side with its changes marked: pictures, grounds and rules first, then the text, then the marks.
///
/// What says of which element a mark is, goes: a sheet has no structure.
fn marked(side: &Side<'_>, number: usize) -> Page {
    let mut page = Page::default();
    let Some((letter, own)) = side.letter.and_then(|letter| Some((letter, letter.pages.get(number)?))) else {
        return page;
    };
    let changes = marks(&letter.words, &side.changed, side.change, number);
    let (mut ground, mut text) = (Vec::new(), Vec::new());
    for mark in &own.marks {
        match mark {
            Mark::Content { .. } | Mark::Decoration(_) => {}
            Mark::Text(_) | Mark::Word(_) | Mark::WordEnd => text.push(mark.clone()),
            Mark::Rule(_) | Mark::Picture(_) | Mark::Fill(..) | Mark::Outline(..) | Mark::Slanted(_) => {
                ground.push(mark.clone());
            }
        }
    }
    page.marks = [ground, changes.behind, text, changes.over].concat();
    page
}

/// What stands around the page of a side: its title, its notes, its edge, and what is said in its place.
fn around(side: &Side<'_>, number: usize, start: Length, look: &Look) -> Vec<Mark> {
    let x = start + INSET;
    let line = |weight, size, y, text: &str, colour| {
        let line = set_line(&look.fonts, Type::new(weight, size), text);
        Mark::Text(Text { x, y, size, colour, line })
    };
    let count = pages(side);
    let title = match number < count {
        true => format!("{}, pagina {} van {count}", side.title, number + 1),
        false => side.title.clone(),
    };
    let mut marks = vec![line(Weight::Bold, TITLE_SIZE, TITLE_Y, &title, Colour::BLACK)];
    let notes = std::iter::successors(Some(TITLE_Y + pt(13)), |y| Some(y + NOTE_LEADING)).zip(&side.notes);
    marks.extend(notes.map(|(y, note)| line(Weight::Regular, NOTE_SIZE, y, note, Colour::BLACK)));
    if number >= count {
        let absent = match count {
            0 => side.absent.clone(),
            _ => format!("Hier is geen pagina {}.", number + 1),
        };
        let line = set_line(&look.fonts, Type::new(Weight::Regular, TITLE_SIZE), &absent);
        let x = start + (WIDTH - line.width) / 2;
        marks.push(Mark::Text(Text { x, y: HEIGHT / 2, size: TITLE_SIZE, colour: Colour::BLACK, line }));
    }
    let height = HEIGHT * SCALE / 100;
    let edge = Area { x, y: HEIGHT - EDGE - height, width: WIDTH * SCALE / 100, height };
    marks.push(Mark::Outline(edge, GREY));
    marks
}

/// The content of each sheet as operators.
///
/// # Errors
/// The printpdf crate returned no content for a line.
pub fn streams(drawn: &[[Page; 3]]) -> Result<Vec<Vec<u8>>, PdfError> {
    drawn
        .iter()
        .map(|pages| {
            let streams = content::streams(pages)?;
            let [old, new, frame] = streams.as_slice() else { return Err(PdfError::Content) };
            let mut sheet = Vec::with_capacity(old.len() + new.len() + frame.len() + 200);
            for (page, start) in [old, new].into_iter().zip(STARTS) {
                // Smaller, and in the place of its side (ISO 32000-1, 8.3.3).
                let place =
                    format!("q\n0.{SCALE} 0 0 0.{SCALE} {} {} cm\n", points(start + INSET), points(EDGE));
                sheet.extend_from_slice(place.as_bytes());
                sheet.extend_from_slice(page);
                sheet.extend_from_slice(b"Q\n");
            }
            sheet.extend_from_slice(frame);
            Ok(sheet)
        })
        .collect()
}
