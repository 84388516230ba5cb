//! What the program does, seen from outside: the command line, batches, letters, and the rules of the code itself.
//!
//! All of it is one test program, so that it is linked once and its tests run beside each other. What needs Java or a
//! browser is in `tests/validators`; the tests of single cases, each by its own name, are in `tests/cases`.

// clippy.toml allows these in tests, which does not cover the helpers of an integration test
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod addresses;
mod architecture;
mod batch;
mod circles;
mod cli;
mod compare;
mod concept;
mod confirmed;
mod deviation;
mod docs;
mod explanation;
mod facts;
mod fixtures;
mod grounds;
mod html;
mod language_page;
mod law_changes;
mod law_mutation;
mod length;
mod letters;
mod mutations;
mod own_words;
mod pdf;
mod pictures;
mod plain;
mod properties;
mod readme;
mod schema;
mod signed;
#[path = "../support/mod.rs"]
mod support;
mod tables;
mod templates;
mod terms;
mod values;
mod versions;
