//! Tests of the letter engine, by concern.

mod templates;
