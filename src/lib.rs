//! rtbrief: the facts of a case in, the right Dutch decision letter out.
//!
//! The rooms follow the way that a case travels: [`case`] reads the facts, [`decide`] derives the
//! letters from them with the rules and terms of [`law`], [`letter`] writes the words and
//! [`render`] makes the bytes. Everything but `cli`, `batch` and `files` is pure: no clock, no disk, no
//! environment.

pub mod batch;
pub mod case;
pub mod cli;
pub mod decide;
pub mod diagnostic;
pub mod explain;
pub mod files;
pub mod hash;
pub mod law;
pub mod letter;
pub mod pipeline;
pub mod places;
pub mod receipt;
pub mod render;
pub mod words;
pub mod yaml;
