//! Setting: from the text of a letter to rows of lines that fit the page, each with its element of structure.
//!
//! A word is shaped ([`shape`]), words fill lines ([`lines`]), lines and tables become rows ([`flow`]). Which row
//! stands on which page is not known here.

pub mod flow;
pub mod line;
pub mod lines;
mod links;
pub mod row;
pub mod shape;
pub mod structure;
mod table;
