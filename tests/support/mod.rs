//! What the test programs share: the fixtures, a desk to run the program on, letters and files made by hand.

#![allow(dead_code, unused_imports)] // each program takes what it needs

pub mod compare;
pub mod desk;
pub mod document_parts;
pub mod files;
mod fixtures;
pub mod golden;
pub mod letters;
pub mod pictures;
pub mod post;
pub mod property;
pub mod schema;
pub mod signing;

pub use fixtures::{
    CASE, EXPECTED, Expectation, Fixture, assess, entries, expectations, explanation, explanation_by_block,
    explanation_page, fixture, fixture_cases, fixture_letters, fixtures, name, new_pipeline, pipeline, root,
};
