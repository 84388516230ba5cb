//! The overview: a tinted box with what the reader must know at once, a table whose rows have a header.
//!
//! It is one row, so that it is never divided over two pages.

use super::line::Type;
use super::row::{Panel, Row};
use super::stack::stack;
use super::structure::{ElementId, Role, Tree};
use super::style::Style;
use crate::letter::document::OverviewRow;
use crate::render::a4::{LEFT, RIGHT};
use crate::render::font::Weight;
use crate::render::length::{Length, mm, pt};
use crate::render::look::Look;

/// Space between the sides of the box and its text and rules.
pub const BOX_SIDE: Length = mm(40);
/// Space above and below its text.
const PADDING: Length = pt(6);
/// Left edge of the column with what the rows say.
const TEXT: Length = LEFT + BOX_SIDE + mm(330);
/// Space between two rows.
const GAP: Length = pt(3);
/// Space above and below the rule before a row in another language.
const RULE_SPACE: Length = pt(3);

/// The row of an overview, and its elements in the tree.
pub(super) fn row(
    look: &Look,
    names: &[String],
    tree: &mut Tree,
    parent: ElementId,
    [own, other]: [Style; 2],
    overview: &[OverviewRow],
) -> Row {
    let table = tree.add(parent, Role::Table);
    let mut panel = Panel { tint: look.accent.tint(16), ink: look.accent, rules: Vec::new() };
    let mut texts = Vec::new();
    let mut y = PADDING;
    for (index, row) in overview.iter().enumerate() {
        let style = if row.language.is_some() { other } else { own };
        if index > 0 && row.language.is_some() {
            panel.rules.push(y + RULE_SPACE);
            y += 2 * RULE_SPACE;
        } else if index > 0 {
            y += GAP;
        }
        let parent = tree.add(table, Role::Row);
        tree.elements[parent].language = row.language;
        let header = tree.add(parent, Role::RowHeader);
        let label = Style { kind: Type::new(Weight::Bold, style.kind.size), ..style };
        let left = LEFT + BOX_SIDE;
        let label = stack(look, names, header, &row.label, label, [left, y, TEXT - left - mm(20)]);
        let cell = tree.add(parent, Role::Cell);
        let text = stack(look, names, cell, &row.text, style, [TEXT, y, RIGHT - BOX_SIDE - TEXT]);
        y += label.height.max(text.height);
        texts.extend(label.texts.into_iter().chain(text.texts));
    }
    Row { height: y + PADDING, texts, wide: true, panel: Some(Box::new(panel)), ..Row::default() }
}
