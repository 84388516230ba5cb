//! The head of the first page: sender, address in its window, contact lines and reference block.
//!
//! An address that does not fit its window is refused: a letter that cannot be delivered must not be sent.

use super::mark::Text;
use super::page::Page;
use crate::letter::document::{Contact, Document, Inline};
use crate::render::a4::{LEFT, RIGHT};
use crate::render::colour::Colour;
use crate::render::font::Weight;
use crate::render::length::{Length, mm, pt};
use crate::render::look::Look;
use crate::render::notices::{CONCEPT_NOTICE, COPY_NOTICE};
use crate::render::pdf::error::PdfError;
use crate::render::pdf::setting::line::{Line, Type};
use crate::render::pdf::setting::lines::{set, set_line, set_text};
use crate::render::pdf::setting::paragraphs::Paragraphs;
use crate::render::pdf::setting::row::with_baselines;
use crate::render::pdf::setting::structure::{ElementId, Figure, Role, Tree};
use crate::render::picture::letterhead::Placed;
use crate::render::window::{self, AddressType, RETURN_SIZE, Setting};

/// Top of the text on the first page.
pub const BODY_TOP: Length = mm(window::BODY);
/// Left edge of the column with contact lines and reference.
pub const COLUMN: Length = mm(window::COLUMN);
/// Left edge of the values of the reference block.
const VALUES: Length = mm(1560);
/// Top of the contact lines.
pub const CONTACT_TOP: Length = mm(190);
/// Space between groups of contact lines.
const CONTACT_GAP: Length = pt(4);
/// Space that stays free below the reference block.
const REFERENCE_GAP: Length = mm(60);

/// The notice on every page of a letter with data of the example organisation.
pub const EXAMPLE: &str = "Voorbeeldorganisatie: deze brief is niet geldig";
/// Baseline of the notice on a letter of the example organisation.
pub const EXAMPLE_Y: Length = mm(100);
/// Font size of the notices in the head.
pub const EXAMPLE_SIZE: Length = pt(9);

/// Baseline of the notice on a concept.
const CONCEPT_Y: Length = mm(145);

/// Draws the head on the first page.
pub struct Head<'a> {
    look: &'a Look,
    tree: &'a mut Tree,
    page: &'a mut Page,
}

impl<'a> Head<'a> {
    /// Prepares to draw the head on this page.
    pub fn new(look: &'a Look, tree: &'a mut Tree, page: &'a mut Page) -> Self {
        Self { look, tree, page }
    }

    /// Draws everything above the subject, in reading order; returns the top of the text below it.
    ///
    /// # Errors
    /// The address does not fit its window.
    pub fn draw(mut self, document: &Document) -> Result<Length, PdfError> {
        let (sender, letterhead) = (&document.sender, &self.look.letterhead);
        let (logo, stationery) = (letterhead.logo(), letterhead.first());
        if let Some(stationery) = stationery {
            // Stationery replaces the lines of the sender, so its alternative text repeats them for screen
            // readers.
            self.figure(
                stationery,
                format!(
                    "Briefpapier van {}. {}",
                    sender.name,
                    sender.contact_lines().collect::<Vec<_>>().join(", ")
                ),
            );
        }
        if let Some(logo) = logo {
            self.figure(logo, format!("Logo van {}", sender.name));
        }
        if document.is_example {
            let line = set_line(&self.look.fonts, Type::new(Weight::Bold, EXAMPLE_SIZE), EXAMPLE);
            self.paragraph(LEFT, [(EXAMPLE_Y, line)], EXAMPLE_SIZE);
        }
        if document.is_concept {
            let line = set_line(&self.look.fonts, Type::new(Weight::Bold, EXAMPLE_SIZE), CONCEPT_NOTICE);
            self.paragraph(LEFT, [(CONCEPT_Y, line)], EXAMPLE_SIZE);
        }
        if logo.is_none() && stationery.is_none() {
            let kind = Type::new(Weight::Bold, pt(13));
            let name = set_text(&self.look.fonts, &[], kind, &sender.name, COLUMN - LEFT - mm(50));
            self.coloured(self.look.accent, LEFT, with_baselines(name, mm(190), pt(13), pt(17)), pt(13));
        }
        if document.is_copy {
            let line = set_line(&self.look.fonts, Type::new(Weight::Bold, pt(9)), COPY_NOTICE);
            self.paragraph(LEFT, [(self.look.window.above(), line)], pt(9));
        }
        self.window(document)?;
        let mut below = CONTACT_TOP;
        if stationery.is_none() {
            if logo.is_some() {
                // The logo takes the place of the name, which then heads the column.
                let name = set_text(
                    &self.look.fonts,
                    &[],
                    Type::new(Weight::Bold, pt(8)),
                    &sender.name,
                    RIGHT - COLUMN,
                );
                let top = below;
                below += pt(11) * line_count(&name) + CONTACT_GAP;
                self.coloured(self.look.accent, COLUMN, with_baselines(name, top, pt(8), pt(11)), pt(8));
            }
            below = self.contact(&sender.contact, below);
        }
        let bottom = self.reference(document, self.look.window.top().max(below + pt(8)));
        Ok(BODY_TOP.max(bottom + REFERENCE_GAP))
    }

    /// Draws the return address and the address in the window.
    fn window(&mut self, document: &Document) -> Result<(), PdfError> {
        let setting = address_setting(self.look, document)?;
        let (small, size, window) = (RETURN_SIZE, setting.size, self.look.window);
        let sender =
            set_line(&self.look.fonts, Type::new(Weight::Regular, small), &document.sender.return_address);
        self.paragraph(window.left(), [(window.return_address(), sender)], small);
        let mut address = self.stacked(None, &document.addressee, size, window.right() - window.left());
        // The address is meant for the post and has no links.
        address.iter_mut().for_each(|line| line.links.clear());
        self.paragraph(window.left(), setting.baselines().zip(address), size);
        Ok(())
    }

    /// Draws the contact lines, group by group; returns their bottom.
    fn contact(&mut self, groups: &[Contact], top: Length) -> Length {
        let (size, leading) = (pt(8), pt(11));
        let mut y = top;
        for group in groups {
            if y > top {
                y += CONTACT_GAP;
            }
            let lines = self.stacked(group.label.as_deref(), &group.lines, size, RIGHT - COLUMN);
            let height = leading * line_count(&lines);
            self.paragraph(COLUMN, with_baselines(lines, y, size, leading), size);
            y += height;
        }
        y
    }

    /// Draws the reference block, a table of labels and values; returns its bottom.
    fn reference(&mut self, document: &Document, top: Length) -> Length {
        let Document { reference: entries, names, .. } = document;
        if entries.is_empty() {
            return top;
        }
        let (size, leading, gap) = (pt(8), pt(11), pt(5) / 2);
        let table = self.tree.add(Tree::DOCUMENT, Role::Table);
        let mut y = top;
        for (label, value) in entries {
            let row = self.tree.add(table, Role::Row);
            let label = set_text(
                &self.look.fonts,
                &[],
                Type::new(Weight::Bold, size),
                label,
                VALUES - COLUMN - mm(20),
            );
            let value =
                set_text(&self.look.fonts, names, Type::new(Weight::Regular, size), value, RIGHT - VALUES);
            let height = leading * line_count(&label).max(line_count(&value));
            let header = self.tree.add(row, Role::RowHeader);
            self.lines(header, Colour::BLACK, COLUMN, with_baselines(label, y, size, leading), size);
            let cell = self.tree.add(row, Role::Cell);
            self.lines(cell, Colour::BLACK, VALUES, with_baselines(value, y, size, leading), size);
            y += height + gap;
        }
        y - gap
    }

    /// Lines that form one text, below an optional label.
    fn stacked(&self, label: Option<&str>, lines: &[String], size: Length, measure: Length) -> Vec<Line> {
        let label = label.map(|label| Inline::Strong(label.to_owned()));
        let mut text = Vec::with_capacity(2 * lines.len() + 2);
        for line in label.into_iter().chain(lines.iter().cloned().map(Inline::Text)) {
            if !text.is_empty() {
                text.push(Inline::Break);
            }
            text.push(line);
        }
        set(&self.look.fonts, &[], Type::new(Weight::Regular, size), &text, measure)
    }

    fn figure(&mut self, picture: Placed, alt: String) {
        let figure = Figure { alt, area: picture.area };
        let element = self.tree.add_figure(Tree::DOCUMENT, figure);
        self.page.picture(self.tree, 0, element, picture);
    }

    fn paragraph(&mut self, x: Length, lines: impl IntoIterator<Item = (Length, Line)>, size: Length) {
        self.coloured(Colour::BLACK, x, lines, size);
    }

    fn coloured(
        &mut self,
        colour: Colour,
        x: Length,
        lines: impl IntoIterator<Item = (Length, Line)>,
        size: Length,
    ) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_some() {
            let element = self.tree.add(Tree::DOCUMENT, Role::Paragraph);
            self.lines(element, colour, x, lines, size);
        }
    }

    fn lines(
        &mut self,
        element: ElementId,
        colour: Colour,
        x: Length,
        lines: impl IntoIterator<Item = (Length, Line)>,
        size: Length,
    ) {
        let mut paragraphs = Paragraphs::new(element);
        for (y, line) in lines {
            let element = paragraphs.of(self.tree, &line);
            self.page.text(self.tree, 0, element, Text { x, y, size, colour, line });
        }
    }
}

/// Whether a line of an address fits the window in this type.
#[must_use]
pub fn address_fits(look: &Look, line: &str, kind: AddressType) -> bool {
    fits(look, line, kind.size())
}

/// The largest type in which every line of an address fits the window.
pub(super) fn largest_type(look: &Look, lines: &[String]) -> AddressType {
    let usual = lines.iter().all(|line| address_fits(look, line, AddressType::Usual));
    if usual { AddressType::Usual } else { AddressType::Small }
}

/// Whether a line fits the window.
fn fits(look: &Look, text: &str, size: Length) -> bool {
    let measure = look.window.right() - look.window.left();
    set_line(&look.fonts, Type::new(Weight::Regular, size), text).width <= measure
}

/// Checks that the return address fits the window.
///
/// # Errors
/// It is too wide.
pub fn check_return_address(look: &Look, line: &str) -> Result<(), PdfError> {
    if fits(look, line, RETURN_SIZE) { Ok(()) } else { Err(PdfError::ReturnAddressTooWide) }
}

/// Checks that the address and the return address fit the window, without drawing them.
///
/// # Errors
/// The address has too many lines, or a line is too wide.
pub fn check_window(look: &Look, document: &Document) -> Result<(), PdfError> {
    address_setting(look, document).map(|_| ())
}

/// How the address stands in its window; the return address fits too.
fn address_setting(look: &Look, document: &Document) -> Result<Setting, PdfError> {
    let lines = &document.addressee;
    let largest = largest_type(look, lines);
    let Some(setting) = look.window.address(lines.len(), largest) else {
        return Err(PdfError::AddressTooLong { lines: lines.len(), room: look.window.lines() });
    };
    check_return_address(look, &document.sender.return_address)?;
    let too_wide = |line: &String| !address_fits(look, line, AddressType::Small);
    match lines.iter().position(too_wide).filter(|_| largest == AddressType::Small) {
        Some(index) => Err(PdfError::AddressTooWide { line: index + 1 }),
        None => Ok(setting),
    }
}

fn line_count(lines: &[Line]) -> Length {
    Length::try_from(lines.len()).unwrap_or_default()
}
