//! From outcome to document: typed contexts, templates, Markdown, blocks with provenance.

pub mod address;
mod blocks;
pub mod builtin;
pub mod compose;
pub mod concept;
pub mod condition;
pub mod context;
pub mod document;
pub mod edition;
pub mod error;
pub mod fill;
mod ground;
pub mod huisstijl;
mod letters;
mod line_kind;
pub mod lint;
mod mark;
mod markdown;
pub mod organisation;
pub mod registration;
pub mod source;
pub mod template;
pub mod text_line;
pub mod words;

#[cfg(test)]
mod tests;

pub use error::TemplateError;
pub use markdown::Piece;
pub use organisation::Organisation;
pub use registration::Registration;
pub use template::TemplateSet;
