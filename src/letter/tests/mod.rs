//! Tests of the templates, the organisation and the address, a file for each subject.

mod address;
mod builtin;
mod confirmation;
mod gaps;
mod huisstijl;
mod injection;
mod lint;
mod organisation;
mod source;
mod templates;
mod versions;

use super::context::{Context, context};
use super::document::{Block, BlockKind, Inline};
use super::{Piece, TemplateError, TemplateSet};
use crate::law::date::Date;

context! {
    /// A context for tests.
    pub struct Probe {
        /// A text that is always present.
        naam: text [crate::case::model::Vreemdeling::achternaam, crate::case::model::Vreemdeling::voornamen],
        /// A text that may be absent.
        reden: optional [crate::case::model::Grond::motivering],
        /// A flag.
        asiel: flag [crate::case::model::Triage::asielwens],
    }
}

/// The context for tests, without the optional text and the flag.
fn probe() -> Probe {
    Probe { naam: "Kovalenko".into(), reden: None, asiel: false }
}

/// A set of these files, which must have no errors.
fn set(files: &[(&str, &str)]) -> TemplateSet {
    TemplateSet::new(files.iter().copied()).unwrap()
}

/// Fills a template of a set with a context.
trait Render {
    fn render_on<C: Context>(
        &self,
        template: &str,
        day: Date,
        context: &C,
        index: Option<usize>,
    ) -> Result<Vec<Piece>, TemplateError>;

    /// Fills the template on the day of bekendmaking of [`day`].
    fn render<C: Context>(
        &self,
        template: &str,
        context: &C,
        index: Option<usize>,
    ) -> Result<Vec<Piece>, TemplateError> {
        self.render_on(template, day(), context, index)
    }
}

impl Render for TemplateSet {
    fn render_on<C: Context>(
        &self,
        template: &str,
        day: Date,
        context: &C,
        index: Option<usize>,
    ) -> Result<Vec<Piece>, TemplateError> {
        self.fill(template, day, C::FIELDS, &context.values(), index)
    }
}

/// A day of bekendmaking.
fn day() -> Date {
    Date::parse("2026-11-20").unwrap()
}

/// Fills a set of one template.
fn render(text: &str, context: &Probe) -> Vec<Piece> {
    set(&[("a.md", text)]).render("a.md", context, Some(2)).unwrap()
}

/// The blocks among pieces.
fn blocks(pieces: &[Piece]) -> Vec<&Block> {
    pieces
        .iter()
        .filter_map(|piece| if let Piece::Block(block) = piece { Some(block) } else { None })
        .collect()
}

/// A paragraph without bold or breaks.
fn paragraph(text: &str) -> BlockKind {
    BlockKind::Paragraph(vec![Inline::Text(text.into())])
}

/// The kinds of the blocks of one filled template.
fn kinds(text: &str, context: &Probe) -> Vec<BlockKind> {
    blocks(&render(text, context)).into_iter().map(|block| block.kind.clone()).collect()
}
