//! From outcome to document: typed contexts, templates, Markdown, blocks with provenance.

pub mod context;
pub mod document;
pub mod fill;
pub mod registration;
pub mod words;
