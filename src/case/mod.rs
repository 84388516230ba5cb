//! The facts of a case: what they are ([`model`]) and how a YAML text becomes them.

pub(crate) mod answer;
pub(crate) mod country;
pub(crate) mod identifier;
pub mod model;
pub mod read;
pub mod split;
pub mod text;
