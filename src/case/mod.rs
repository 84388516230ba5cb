//! The facts of a case: what they are ([`model`]), where each stands in the file ([`places`]) and
//! how a YAML text becomes both.

pub mod country;
pub mod identifier;
pub mod model;
pub mod places;
pub mod split;
