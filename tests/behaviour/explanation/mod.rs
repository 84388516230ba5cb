//! The explanation of every fixture, for who must account for a letter: each block with its rules and facts, as JSON and as
//! a page.

mod page;
mod sentences;
