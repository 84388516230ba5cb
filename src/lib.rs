//! rtbrief: takes the facts of a case and writes the right Dutch decision letter.
//!
//! The modules follow the way of a case through the program: [`case`] reads the facts, [`decide`] derives
//! the letters from them with the rules and terms of [`law`], [`letter`] writes the words and [`render`]
//! makes the bytes. Everything except `cli`, `batch` and `files` is pure: it uses no clock, no disk and
//! no environment.

pub(crate) mod batch;
pub mod case;
pub mod cli;
pub(crate) mod csv;
pub mod decide;
pub mod diagnostic;
pub mod explain;
pub(crate) mod files;
pub mod hash;
pub(crate) mod import;
pub(crate) mod kept;
pub mod law;
pub mod letter;
pub mod markup;
pub(crate) mod metadata;
pub mod pipeline;
pub(crate) mod places;
pub mod plain;
pub mod receipt;
pub mod render;
pub mod schema;
pub mod signed;
pub mod words;
pub(crate) mod yaml;
