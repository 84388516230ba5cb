//! YAML, the only room that names the YAML crate, so that another one can take its place.

mod typed;

pub use typed::from_str;
