//! Reads YAML: the only folder that uses the YAML crate; all other code sees nodes, findings or typed values.
//!
//! A case file becomes a tree of [`Node`]s with their places, because all errors of a case are reported
//! together, each with its line. [`from_str`] reads a table or a configuration file directly into a type.

pub mod edit;
mod events;
mod find;
mod hash;
mod limits;
mod list_line;
mod near;
mod node;
mod placed;
mod refusal;
mod typed;
mod unfold;
pub mod write;

pub use events::parse;
pub use find::find_scalar;
pub use limits::*;
pub use list_line::{ListLine, ListMark, list_lines};
pub use node::*;
pub use placed::Placed;
pub use refusal::{empty_document, too_many_bytes};
pub use typed::*;

#[cfg(test)]
mod tests;
