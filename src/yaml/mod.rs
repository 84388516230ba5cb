//! YAML, the only room that names the YAML crate, so that another one can take its place.
//!
//! [`from_str`] reads a table or a configuration straight into its type.

mod typed;

pub use typed::*;
