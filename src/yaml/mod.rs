//! YAML: the only room that knows the YAML crate; everything outside it sees nodes, findings or types.
//!
//! A case file becomes [`Node`]s with places, because a case needs all its errors at once and the line of
//! every value; [`from_str`] reads a table or a configuration straight into its type.

mod events;
mod node;
mod placed;
mod refusal;
mod typed;

pub use events::*;
pub use node::*;
pub use placed::Placed;
pub use refusal::{empty_document, too_many_bytes};
pub use typed::*;

#[cfg(test)]
mod tests;
