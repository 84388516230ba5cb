//! The facts of a letter that its metadata shows, whatever the kind of metadata.

use crate::hash::Hash;
use crate::words::LetterKind;

/// The facts of a letter that its metadata shows.
#[derive(Clone, Copy, Debug)]
pub struct Described<'a> {
    /// The kenmerk of its case.
    pub kenmerk: &'a str,
    /// The kind of letter.
    pub kind: LetterKind,
    /// Whether it is the copy for a gemachtigde.
    pub is_copy: bool,
    /// What tells it apart from all other letters: `KENMERK_SOORT` with what a second letter, a copy and a later round add.
    pub stem: &'a str,
    /// The name of its file, without a folder.
    pub file: &'a str,
    /// The hash of its file.
    pub hash: Hash,
    /// The length of its file in bytes.
    pub length: u64,
    /// Its dagtekening: `2026-11-20`.
    pub date: &'a str,
    /// The day of bekendmaking: `2026-11-20`.
    pub made_known: &'a str,
}

impl Described<'_> {
    /// The title of the letter, with the kenmerk, and whether it is a copy.
    pub fn title(&self) -> String {
        let copy = if self.is_copy { " (afschrift)" } else { "" };
        format!("{} – {}{copy}", self.kind.title(), self.kenmerk)
    }
}
