//! Writes a letter: fills the templates from a case and its letter plan, reads the result as Markdown, and makes a
//! document of blocks that know where they come from.

pub(crate) mod address;
mod address_part;
mod blocks;
pub mod builtin;
pub(crate) mod compose;
pub(crate) mod concept;
pub(crate) mod condition;
pub(crate) mod confirmation;
pub mod context;
pub mod document;
pub(crate) mod edition;
pub mod envelope;
pub(crate) mod error;
pub(crate) mod fill;
mod ground;
pub mod huisstijl;
mod initials;
mod items;
mod languages;
mod letters;
mod line_breaks;
mod line_kind;
pub mod lint;
mod mark;
mod markdown;
pub(crate) mod metagegevens;
pub(crate) mod organisation;
mod page;
mod people;
pub mod post;
pub(crate) mod registration;
pub(crate) mod setting;
pub mod source;
pub(crate) mod template;
pub mod text_block;
pub(crate) mod text_line;
pub(crate) mod words;

#[cfg(test)]
mod tests;

pub use error::TemplateError;
pub use markdown::Piece;
pub use organisation::Organisation;
pub use page::is_dutch;
pub use registration::Registration;
pub use template::TemplateSet;
