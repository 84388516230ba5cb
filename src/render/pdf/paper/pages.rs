//! Where the rows of a letter and the notes beside them stand: on which page, and how far down.
//!
//! Rows fill a page until one does not fit, or a note beside it; the page then ends at the last place where it may, unless
//! that would leave it half empty.

use crate::render::a4::{BOTTOM, TOP};
use crate::render::length::{Length, pt};
use crate::render::pdf::error::PdfError;
use crate::render::pdf::setting::row::{Keep, Note, Row};

/// Space between two notes, and between a note and what is below it over the whole width.
const NOTE_GAP: Length = pt(6);
/// A page that is filled less than this, in hundredths, looks half empty.
const FILLED: Length = 60;

/// How far down a page is filled, in the text and in the margin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor {
    text: Length,
    margin: Length,
    /// Whether nothing stands on the page yet.
    fresh: bool,
}

impl Cursor {
    /// At the top of the first page, which is here.
    pub(super) const fn first(top: Length) -> Self {
        Self { text: top, margin: top, fresh: true }
    }

    /// At the top of a later page, below the header of the table that continues there.
    pub(super) fn next(row: &Row) -> Self {
        Self::first(TOP + row.head_height())
    }

    /// The top of the next row.
    pub(super) fn row(&mut self, row: &Row) -> Length {
        let mut y = self.text + if self.fresh { 0 } else { row.before };
        if row.wide {
            y = y.max(self.margin);
        } else if let Some(clear) = row.clear {
            // A block moves down rather than have its note below it.
            y = y.max(self.margin - clear);
        }
        self.text = y + row.height;
        if row.wide {
            self.margin = self.text + NOTE_GAP;
        }
        self.fresh = false;
        y
    }

    /// The top of the next note of a row whose top is here.
    pub(super) fn note(&mut self, row: Length, note: &Note) -> Length {
        let y = self.margin.max(row + note.offset);
        self.margin = y + note.height + NOTE_GAP;
        y
    }

    /// Whether a row fits on the page with its notes.
    fn fits(&mut self, row: &Row) -> bool {
        let y = self.row(row);
        row.notes.iter().all(|note| self.note(y, note) + note.height <= BOTTOM) && self.text <= BOTTOM
    }
}

/// The indexes of the rows that begin a new page.
///
/// # Errors
/// A row, or a note beside it, is higher than a page.
pub(super) fn page_starts(rows: &[Row], top: Length) -> Result<Vec<usize>, PdfError> {
    let mut starts = Vec::new();
    let mut cursor = Cursor::first(top);
    // The rows of the page so far: its first row, and where each ends.
    let mut begin = 0;
    let mut ends = Vec::new();
    while let Some(row) = rows.get(begin + ends.len()) {
        if row.keep == Keep::Never && !ends.is_empty() {
            begin += ends.len();
            starts.push(begin);
            cursor = Cursor::next(row);
            ends.clear();
        }
        if cursor.fits(row) {
            ends.push(cursor.text);
            continue;
        }
        if ends.is_empty() && !(starts.is_empty() && top > TOP) {
            return Err(PdfError::RowTooHigh);
        }
        begin += rows_before_end(&rows[begin..], &ends);
        starts.push(begin);
        cursor = Cursor::next(&rows[begin]);
        ends.clear();
    }
    Ok(starts)
}

/// How many of the rows stand on a page on which so many fit that end here: up to the last place where it may end, or
/// where it would rather not if the page were half empty otherwise; all if they must all stay together.
fn rows_before_end(rows: &[Row], ends: &[Length]) -> usize {
    let last = |may: fn(Keep) -> bool| (1..=ends.len()).rev().find(|&row| may(rows[row].keep));
    let end = |count: usize| ends.get(count - 1).map_or(0, |end| end - TOP);
    let half_empty = |count: usize| end(count) * 100 < (BOTTOM - TOP) * FILLED;
    let free = last(|keep| keep == Keep::Free);
    let rather = last(|keep| keep != Keep::Always);
    free.filter(|&free| !half_empty(free)).or(rather).unwrap_or(ends.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Keep::{Always, Free, Never, Rather};

    fn rows(keeps: &[Keep]) -> Vec<Row> {
        keeps.iter().map(|&keep| Row { height: (BOTTOM - TOP) / 3, keep, ..Row::default() }).collect()
    }

    fn note(height: Length) -> Note {
        Note { texts: Vec::new(), height, offset: 0, rows: 1 }
    }

    #[test]
    fn a_page_ends_before_the_last_row_that_may_begin_the_next_page() {
        let starts = |keeps: &[Keep]| page_starts(&rows(keeps), TOP).unwrap();
        assert_eq!(starts(&[Free, Free, Free]), Vec::<usize>::new());
        assert_eq!(starts(&[Free, Free, Free, Free]), [3]);
        assert_eq!(starts(&[Free, Free, Always, Always]), [1]);
        assert_eq!(starts(&[Always, Always, Always, Always]), [3]);
    }

    #[test]
    fn a_page_is_not_left_half_empty_for_what_would_rather_stay_together() {
        let starts = |keeps: &[Keep]| page_starts(&rows(keeps), TOP).unwrap();
        assert_eq!(starts(&[Free, Free, Free, Rather]), [2]);
        assert_eq!(starts(&[Free, Free, Rather, Rather]), [3]);
        assert_eq!(starts(&[Free, Always, Rather, Always]), [2]);
    }

    #[test]
    fn a_row_that_begins_a_page_leaves_the_rows_before_it_where_they_are() {
        let starts = |keeps: &[Keep]| page_starts(&rows(keeps), TOP).unwrap();
        assert_eq!(starts(&[Free, Always, Never, Free]), [2]);
        assert_eq!(starts(&[Free, Never, Always, Always, Free]), [1, 4]);
        assert_eq!(starts(&[Free, Free, Free, Always, Never]), [2, 4]);
        assert_eq!(starts(&[Never, Free]), Vec::<usize>::new());
    }

    #[test]
    fn a_row_or_note_higher_than_a_page_is_refused() {
        let row = Row { height: BOTTOM, ..Row::default() };
        assert!(matches!(page_starts(&[row], TOP), Err(PdfError::RowTooHigh)));
        let noted = Row { notes: vec![note(BOTTOM)], ..Row::default() };
        assert!(matches!(page_starts(&[noted], TOP), Err(PdfError::RowTooHigh)));
    }

    #[test]
    fn a_note_moves_down_below_another_as_long_as_it_stays_beside_its_block() {
        let mut cursor = Cursor::first(TOP);
        let mut place = |clear| {
            let row = Row { height: pt(13), clear: Some(clear), notes: vec![note(pt(30))], ..Row::default() };
            let y = cursor.row(&row);
            (y - TOP, cursor.note(y, &row.notes[0]) - TOP)
        };
        assert_eq!(place(0), (0, 0));
        assert_eq!(place(pt(50)), (pt(13), pt(36)));
        assert_eq!(place(pt(6)), (pt(66), pt(72)));
        let wide = Row { height: pt(20), wide: true, ..Row::default() };
        assert_eq!(cursor.row(&wide) - TOP, pt(108));
    }

    #[test]
    fn a_note_stands_on_the_page_of_the_row_that_it_belongs_to() {
        let mut rows = rows(&[Free, Free, Free]);
        rows[2].notes.push(note((BOTTOM - TOP) / 2));
        assert_eq!(page_starts(&rows, TOP).unwrap(), [2]);
    }
}
