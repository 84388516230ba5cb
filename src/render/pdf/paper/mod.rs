//! Paper: from rows to pages, with everything that stands on them.
//!
//! [`layout`] fills the pages and draws what each repeats; [`head`] draws the top of the first. `concept` and
//! `zones` draw over a page what is no part of the letter, [`kix`] and [`sheet_mark`] what only machines read.

mod concept;
pub mod head;
pub mod kix;
pub mod layout;
pub mod link;
pub mod mark;
pub mod outline;
pub mod page;
pub mod sheet_mark;
pub(super) mod zones;
