//! YAML: the only room that knows the YAML crate; everything outside it sees nodes and findings.

mod events;
mod node;
mod refusal;

pub use events::*;
pub use node::*;
pub use refusal::{empty_document, too_many_bytes};

#[cfg(test)]
mod tests;
