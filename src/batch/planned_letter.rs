//! What is known of a letter before it is made, where codes of the post must find it.

use super::letter_id::LetterId;

/// How a letter reaches its reader, as far as codes of the post matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// By post, with room for a code line.
    Coded,
    /// By post, without room for one: its address has too many lines.
    Uncoded,
    /// Not by post.
    NotPosted,
}

/// A letter of a case, as it is known before it is made; only in a run with codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedLetter {
    /// Its id.
    pub id: LetterId,
    /// How it reaches its reader.
    pub delivery: Delivery,
}
