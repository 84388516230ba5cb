//! Which letters follow and why: the explanation as JSON (stable, docs/spec/cli.md), as Dutch text and as one page of HTML.
//!
//! Nothing is decided here: an explanation shows the decision, its trace and its terms, and what stands behind the blocks
//! of the letters, which `pipeline` hands over as plain data ([`LetterWords`]).

pub mod bearing;
mod html;
mod json;
mod rules;
mod shown;
mod subject;
#[cfg(test)]
mod tests;
mod text;
mod words;

pub use html::Page;
pub use json::to_json;
pub use subject::Subject;
pub use text::to_text;
pub use words::{BlockWords, LetterWords, Part, Sort};
