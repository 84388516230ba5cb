//! How plainly a Dutch text reads: its sentences and words, the readability figure of Douma, and what could be said in
//! plainer words.
//!
//! Nothing here knows a case or a letter, and nothing here stops one: it measures and advises.

mod abbreviation;
pub mod find;
pub mod measure;
pub mod official;
pub mod remark;
pub mod sentence;
pub mod syllable;
mod third_person;

/// The most words that a sentence of a letter at level B1 has.
pub const MOST_WORDS: usize = 20;

/// The fewest letters of a word that counts as long.
pub const LONG_WORD: usize = 10;
