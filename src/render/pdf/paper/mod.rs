//! Puts rows on pages, with everything else that pages show.
//!
//! `pages` says where the rows stand, [`layout`] draws them and what every page repeats; [`head`] draws the top of the first page.
//! `concept` and `zones` add what is not part of the letter, [`kix`], [`code_line`] and [`sheet_mark`] what only machines
//! and the post read.

pub mod code_line;
mod concept;
pub mod head;
pub mod headings;
pub mod kix;
pub mod layout;
pub mod link;
pub mod mark;
pub mod outline;
pub mod page;
mod pages;
pub mod sheet_mark;
pub(super) mod zones;
