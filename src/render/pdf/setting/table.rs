//! A table with one header row, set in rows that are never divided.
//!
//! Columns get the width that their text needs; if that is too much, the widest ones are reduced.

use super::line::Type;
use super::lines::{ENDLESS, set};
use super::row::{Keep, Row, RowRule};
use super::stack::stacked;
use super::structure::{ElementId, Role, Tree};
use crate::letter::document::Inline;
use crate::render::a4::LEFT;
use crate::render::colour::Colour;
use crate::render::font::{Fonts, Weight};
use crate::render::length::{Length, mm, pt};
use std::rc::Rc;

const SIZE: Length = pt(9);
const LEADING: Length = pt(12);
/// Space above and below the text of a cell.
const PADDING: Length = pt(5) / 2;
/// Space between two columns.
const GAP: Length = mm(40);

/// The cells of a table: those of its header, and those of each row.
type Cells<'a> = (&'a [Vec<Inline>], &'a [Vec<Vec<Inline>>]);

/// The rows of a table, and its elements in the tree. The first cell of a row is its header. The header of the table stays
/// with the first row and is repeated above every row that begins a page.
pub fn rows(
    fonts: &Fonts,
    names: &[String],
    tree: &mut Tree,
    parent: ElementId,
    (header, cells): Cells<'_>,
    right: Length,
) -> Vec<Row> {
    let columns = cells.iter().map(Vec::len).fold(header.len(), usize::max);
    if columns == 0 {
        return Vec::new();
    }
    let widths = widths(fonts, header, cells, columns, right);
    let table = tree.add(parent, Role::Table);
    let mut rows: Vec<Row> = Vec::with_capacity(cells.len() + 1);
    let mut head = None;
    for (index, row) in std::iter::once(header).chain(cells.iter().map(Vec::as_slice)).enumerate() {
        let weight = if index == 0 { Weight::Bold } else { Weight::Regular };
        let parent = tree.add(table, Role::Row);
        let mut texts = Vec::new();
        let mut x = LEFT;
        let mut lines_high = 1;
        for (column, &width) in widths.iter().enumerate() {
            // A row that is too short is filled with empty cells: every row has the same columns.
            let element = tree.add(parent, role(index, column));
            let lines = set(
                fonts,
                names,
                Type { divides: true, ..Type::new(weight, SIZE) },
                row.get(column).map_or(&[], Vec::as_slice),
                width,
            );
            lines_high = lines_high.max(lines.len());
            texts.extend(stacked(element, lines, Colour::BLACK, [SIZE, LEADING], [x, PADDING]));
            x += width + GAP;
        }
        rows.push(Row {
            height: LEADING * Length::try_from(lines_high).unwrap_or(Length::MAX / LEADING) + 2 * PADDING,
            keep: if index == 1 { Keep::Always } else { Keep::Free },
            texts,
            rule: Some(RowRule { thickness: if index == 0 { pt(3) / 4 } else { pt(1) / 4 }, right }),
            head: head.clone(),
            ..Row::default()
        });
        if index == 0 {
            head = rows.last().cloned().map(Rc::new);
        }
    }
    rows
}

/// What a cell is, by its row (0 for the header) and its column.
const fn role(row: usize, column: usize) -> Role {
    match (row, column) {
        (0, _) => Role::ColumnHeader,
        (_, 0) => Role::RowHeader,
        _ => Role::Cell,
    }
}

/// The widths of the columns: what their longest line needs, with the widest reduced until all fit.
fn widths(
    fonts: &Fonts,
    header: &[Vec<Inline>],
    cells: &[Vec<Vec<Inline>>],
    columns: usize,
    right: Length,
) -> Vec<Length> {
    let gaps = GAP * Length::try_from(columns - 1).unwrap_or_default();
    let room = (right - LEFT - gaps).max(0);
    let natural = |weight, cell: &[Inline]| {
        set(fonts, &[], Type::new(weight, SIZE), cell, ENDLESS)
            .iter()
            .map(|line| line.width)
            .max()
            .unwrap_or_default()
    };
    let mut wanted = vec![0; columns];
    for (index, row) in std::iter::once(header).chain(cells.iter().map(Vec::as_slice)).enumerate() {
        let weight = if index == 0 { Weight::Bold } else { Weight::Regular };
        for (want, cell) in wanted.iter_mut().zip(row) {
            *want = natural(weight, cell).max(*want);
        }
    }
    share(&wanted, room)
}

/// Divides room: a column that wants less than an equal share gets what it wants; the others share what is
/// left.
fn share(wanted: &[Length], room: Length) -> Vec<Length> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|&column| wanted[column]);
    let mut widths = vec![0; wanted.len()];
    let mut left = room;
    for (index, &column) in order.iter().enumerate() {
        let equal = left / Length::try_from(order.len() - index).unwrap_or(1);
        widths[column] = (wanted[column] + pt(1) / 10).min(equal);
        left -= widths[column];
    }
    // A narrow table leaves the remaining room at the right.
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_columns_keep_their_width() {
        assert_eq!(share(&[pt(10), pt(400), pt(500)], pt(300)), [10_100, 144_950, 144_950]);
        assert_eq!(share(&[pt(10), pt(20)], pt(300)), [10_100, 20_100]);
    }
}
