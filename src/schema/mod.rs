//! JSON Schema (draft-07) of the case file and of `organisatie.yaml`, for editors.
//!
//! All of it is made from the declarations: the blocks of [`case::model`](crate::case::model) with their words, the rule
//! book for what a ground means, the table of countries, and the keys of `letter`.
//! It never refuses what the reader takes; the reader refuses more: what contradicts, an unsuitable name, an empty list.
//!
//! It is written for what editors do with it (yaml-language-server, of VS Code and others). They know no Dutch, so
//! every refusal is a schema of its own with an `errorMessage`; never one on a block, where it would hide which key
//! is meant. They offer as completion what `type`, `enum` and `anyOf` name, and not what stands under `if`.

mod block;
mod case_file;
mod day;
mod demand;
mod organisation;
mod refusal;
mod snippet;
mod tagged;
mod text;
mod value;
mod written;

use crate::law::book::RuleBook;
pub use value::meaning;
use written::written;

/// The first line of a case file with which an editor finds the schema beside it; a path, relative to the file, or an
/// address stands behind it.
pub const MODELINE: &str = "# yaml-language-server: $schema=";

/// The schema of a case file, with a line break at its end. The book says what each ground means.
#[must_use]
pub fn zaak(book: &RuleBook) -> String {
    written(&case_file::schema(book))
}

/// The schema of `organisatie.yaml`, with a line break at its end. The book says which rules can be confirmed.
#[must_use]
pub fn organisatie(book: &RuleBook) -> String {
    written(&organisation::schema(book))
}
