//! Turns pages into the bytes of a file.
//!
//! [`content`] makes the operators of each page, and with them a [`letter_content`]; [`assembly`] writes one or
//! thousands of these into a file that begins with the [`shared`] objects and has an [`outline`], and [`print_stream`] what
//! a printer needs beside them; [`file`](mod@file) knows the syntax of
//! the file, [`objects`] that of its objects.

pub mod assembly;
pub mod content;
pub mod deflate;
pub mod document_parts;
mod elements;
pub mod file;
mod icc;
pub mod letter_content;
pub mod line_operators;
pub mod metadata;
mod numbers;
pub mod objects;
pub mod outline;
pub mod print_stream;
pub mod shared;
