//! What a run was asked: where the cases are, where the letters go, in which order.

use super::share::Share;
use crate::case::read::Overrides;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The order of a run; the kenmerk decides between equals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By kenmerk.
    #[default]
    Kenmerk,
    /// By the postcode of the person; without one last.
    Postcode,
    /// By the number of sheets of the case, for the inserter.
    Sheets,
}

impl Order {
    /// The word of the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kenmerk => "kenmerk",
            Self::Postcode => "postcode",
            Self::Sheets => "vellen",
        }
    }
}

/// What a run was asked.
#[derive(Clone, Debug)]
pub struct Options {
    /// Files and folders with cases; `-` is standard input.
    pub paths: Vec<PathBuf>,
    /// Where the letters go; no cases are looked for in it.
    pub folder: Option<PathBuf>,
    /// Decide and count only, and write nothing.
    pub dry: bool,
    /// What replaces the bekendmaking of every case.
    pub overrides: Overrides,
    /// The order of the letters.
    pub order: Order,
    /// Makes a print stream too.
    pub stream: bool,
    /// Prints on both sides: every letter begins on a new sheet.
    pub duplex: bool,
    /// The code for the post above every Dutch address, in the print stream.
    pub kix: bool,
    /// A mark on every sheet for the machine that fills envelopes, in the print stream.
    pub inserter: bool,
    /// Most sheets in a part of the print stream.
    pub part_sheets: u32,
    /// Replaces other letters that stand there.
    pub overwrite: bool,
    /// Only the cases with these kenmerken, in lower case; empty for all.
    pub only: BTreeSet<String>,
    /// Copies every letter whose number is a multiple of this for the eye.
    pub sample: Option<u32>,
    /// Only the cases of a share.
    pub share: Option<Share>,
    /// How many threads; 0 for one per core.
    pub threads: usize,
}

/// What decides how a print stream looks, by the names of `samenvatting.json`.
pub const PAPER: [&str; 6] = ["volgorde", "drukstroom", "dubbelzijdig", "kix", "inserter", "vellen"];

impl Options {
    /// Whether a case is asked for: by its kenmerk, if it has one, otherwise by its text.
    #[must_use]
    pub fn asks_for(&self, kenmerk: Option<&str>, text: &str) -> bool {
        let kenmerk = kenmerk.map(str::to_ascii_lowercase);
        let named = self.only.is_empty() || kenmerk.as_ref().is_some_and(|name| self.only.contains(name));
        named && self.share.is_none_or(|share| share.holds(kenmerk.as_deref().unwrap_or(text)))
    }

    /// The values of [`PAPER`].
    pub fn paper(&self) -> impl Iterator<Item = (&'static str, Value)> {
        PAPER.into_iter().zip([
            self.order.word().into(),
            self.stream.into(),
            self.duplex.into(),
            self.kix.into(),
            self.inserter.into(),
            self.part_sheets.into(),
        ])
    }

    /// How many sheets this many pages take.
    #[must_use]
    pub fn sheets(&self, pages: u32) -> u32 {
        if self.duplex { pages.div_ceil(2) } else { pages }
    }
}
