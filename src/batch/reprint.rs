//! Letters of a finished run that are made again for another bekendmaking, as a further round (`--opnieuw`): for post
//! that came back. The old letter stays in the folder; the row of the new one names it (docs/spec/batch.md).

use super::file_names::RECEIPTS;
use super::folder::{Folder, LETTERS};
use super::index::Entry;
use super::journal::PriorRuns;
use crate::diagnostic::{Code, Diagnostic};
use crate::files::lines;
use crate::hash::Hash;
use crate::letter::document::Document;
use crate::pipeline::Format;
use crate::receipt::Receipt;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// The letters that a folder holds of the cases that a round makes again.
pub struct Reprint {
    /// The number of the round.
    round: u32,
    /// By kenmerk in lower case and by the stem of the letter: the file of the last one that was made.
    letters: BTreeMap<String, BTreeMap<String, String>>,
}

impl Reprint {
    /// Finds the letters of the cases with these kenmerken, in lower case.
    ///
    /// # Errors
    /// When the receipts cannot be read.
    pub fn find(folder: &Folder, kenmerken: &BTreeSet<String>, round: u32) -> io::Result<Self> {
        let mut letters: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        for line in lines(&folder.path(RECEIPTS))? {
            let Some(receipt) = line?.and_then(|line| Receipt::from_json(&line).ok()) else { continue };
            let kenmerk = receipt.letter.kenmerk.as_str().to_ascii_lowercase();
            if kenmerken.contains(&kenmerk) {
                letters.entry(kenmerk).or_default().insert(receipt.letter.stem, receipt.letter.file);
            }
        }
        Ok(Self { round, letters })
    }

    /// Whether a case gives again exactly the letters that the folder holds of it: if not, one of them would stay in
    /// force beside another that contradicts it.
    #[must_use]
    pub fn fits(&self, kenmerk: &str, now: &[Document]) -> bool {
        let then = self.letters.get(&kenmerk.to_ascii_lowercase());
        then.is_some_and(|then| {
            then.keys().eq(now.iter().map(|letter| &letter.file_stem).collect::<BTreeSet<_>>())
        })
    }

    /// The file of a letter that is made again, and the file of the letter that it replaces.
    #[must_use]
    pub fn files(&self, letter: &Document) -> (String, Option<String>) {
        let (stem, ending) = (&letter.file_stem, Format::Pdf.extension());
        let then = self.letters.get(&letter.kenmerk.to_ascii_lowercase()).and_then(|then| then.get(stem));
        (format!("{LETTERS}/{stem}_r{}.{ending}", self.round), then.cloned())
    }
}

/// What happens in a further round to a case that gives letters.
pub enum Fate {
    /// Its letters are made.
    Made,
    /// They are there already.
    LeftOut,
    /// It gets none, for this reason.
    Refused(Diagnostic),
}

/// The letters of a case are made again if it has letters in the folder, from something else than now. A case that has none
/// there is refused; one whose letters were made again from the same already is left out, so that the same command twice
/// sends nothing twice.
#[must_use]
pub fn fate(past: &PriorRuns, entry: &Entry, made_from: Hash) -> Fate {
    match past.last_made_from(&entry.kenmerk) {
        Some(last) if last == made_from => Fate::LeftOut,
        Some(_) => Fate::Made,
        None => Fate::Refused(no_letter_here()),
    }
}

/// The finding about a case of which the folder holds no letter.
fn no_letter_here() -> Diagnostic {
    let message = "Deze zaak heeft in deze map nog geen brief; er is niets om opnieuw te maken.";
    Diagnostic::new::<String>(Code::NothingToReplace, message, [])
        .with_hint("Een eerste brief maakt u met `--vervolg`.")
}

/// The finding about a case that gives other letters than the folder holds of it.
#[must_use]
pub fn other_letters() -> Diagnostic {
    let message = "Deze zaak geeft nu andere brieven dan in deze map staan; de oude zouden blijven gelden.";
    Diagnostic::new::<String>(Code::NothingToReplace, message, []).with_hint(
        "Klopt het zaakbestand? `--opnieuw` maakt dezelfde brief voor een andere bekendmaking. Is het echt een ander besluit, \
         maak dat dan in een andere map en trek het oude in.",
    )
}
