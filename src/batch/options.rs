//! The options of a run: where the cases are, where the letters go, and in which order.

use super::codes::Codes;
use super::selection::Selection;
use crate::case::read::Overrides;
use crate::csv::Dialect;
use crate::metadata::Settings;
use serde_json::Value;
use std::path::PathBuf;

/// The order of the letters in a run; where it is equal, the kenmerk decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// In the order of the kenmerken.
    #[default]
    Kenmerk,
    /// In the order of the postcodes of the persons; cases without a postcode come last.
    Postcode,
    /// In the order of the numbers of sheets of the cases, for the inserter.
    Sheets,
}

impl Order {
    /// The word for this order on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kenmerk => "kenmerk",
            Self::Postcode => "postcode",
            Self::Sheets => "vellen",
        }
    }
}

/// The letters of a further round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundOf {
    /// The cases that have no letter in the folder yet (`--vervolg`).
    NewCases,
    /// Letters that the folder has, made again for another bekendmaking (`--opnieuw`).
    Again,
}

/// How findings name the file of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileNames {
    /// As registers do, which others than the user read.
    Registered,
    /// As the user gave them, or found them in a folder that was given.
    Given,
}

/// The options of a run.
#[derive(Clone, Debug)]
pub struct Options {
    /// Files and folders with cases; `-` is standard input.
    pub paths: Vec<PathBuf>,
    /// The folder for the letters; it is not searched for cases.
    pub folder: Option<PathBuf>,
    /// Whether to decide and count only, and write nothing.
    pub dry: bool,
    /// Whether a run that writes nothing tells its findings in its report, and how they name files.
    pub tells_findings: Option<FileNames>,
    /// The bekendmaking that replaces the one of every case.
    pub overrides: Overrides,
    /// The order of the letters.
    pub order: Order,
    /// Whether to make a print stream too.
    pub stream: bool,
    /// Whether the letters are printed on both sides; every letter then begins on a new sheet.
    pub duplex: bool,
    /// Whether the print stream shows a KIX code above every Dutch address.
    pub kix: bool,
    /// The code lines of the post, in whose order the letters are printed.
    pub codes: Option<Codes>,
    /// The file for the addresses of the letters that go by post.
    pub addresses: Option<PathBuf>,
    /// Whether the print stream shows a mark on every sheet for the inserter.
    pub inserter: bool,
    /// The highest number of sheets in a part of the print stream. A case with more sheets is not divided: its
    /// part is larger.
    pub part_sheets: u32,
    /// How manifest, findings and addresses are written as CSV.
    pub csv: Dialect,
    /// The metadata beside each letter, if it is asked for.
    pub metadata: Option<Settings>,
    /// Whether a letter that rests on a rule that nobody confirmed is refused.
    pub strict: bool,
    /// Whether to replace other letters that exist in the folder.
    pub overwrite: bool,
    /// Whether to make a further round in the folder of a finished run, and of which letters.
    pub round: Option<RoundOf>,
    /// Whether a run over no case at all is allowed.
    pub may_be_empty: bool,
    /// Which cases the run uses.
    pub selection: Selection,
    /// If given, every letter whose number is a multiple of this is copied to the sample.
    pub sample: Option<u32>,
    /// The number of threads; 0 means one per core.
    pub threads: usize,
}

/// The options that decide how the print stream and the manifest look, by their names in `samenvatting.json`.
pub const PAPER: [&str; 7] = ["volgorde", "drukstroom", "dubbelzijdig", "kix", "inserter", "vellen", "csv"];

impl Options {
    /// The options of [`PAPER`] with their values.
    pub fn paper(&self) -> impl Iterator<Item = (&'static str, Value)> {
        PAPER.into_iter().zip([
            self.order.word().into(),
            self.stream.into(),
            self.duplex.into(),
            self.kix.into(),
            self.inserter.into(),
            self.part_sheets.into(),
            self.csv.word().into(),
        ])
    }

    /// The number of sheets for this number of pages.
    #[must_use]
    pub fn sheets(&self, pages: u32) -> u32 {
        if self.duplex { pages.div_ceil(2) } else { pages }
    }
}
