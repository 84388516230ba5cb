//! Turns the text of a letter into rows of lines that fit the page, each with its structure element.
//!
//! A word is shaped ([`shape`]), words fill lines ([`lines`]), lines and tables become rows ([`flow`]). Which
//! page a row stands on is decided later, in [`paper`](super::paper).

pub mod divided;
pub mod fit;
pub mod flow;
pub mod line;
pub mod lines;
mod links;
pub mod overview;
pub mod paragraphs;
pub mod row;
pub mod shape;
mod stack;
pub mod structure;
mod style;
mod table;
