//! The receipt next to each letter of `maak`. It is written after its letter, so that no receipt
//! describes a letter that does not exist.

use crate::case::read::Overrides;
use crate::cli::args::Maak;
use crate::cli::exit::Exit;
use crate::cli::fault::Fault;
use crate::cli::session::Session;
use crate::diagnostic::Code;
use crate::files::{WriteError, reason, shown, write};
use crate::hash::Hash;
use crate::letter::document::Document;
use crate::pipeline::{Format, Pipeline};
use crate::receipt::{Input, Letter, Receipt, SUFFIX, Versions};
use std::path::{Path, PathBuf};

/// What the receipts of a run share.
pub struct Receipts {
    format: Format,
    options: Overrides,
    /// The versions of what makes the letters; `None` when no receipts are written.
    versions: Option<Versions>,
}

impl Receipts {
    /// Prepares the receipts of a run. There are none with `--zonder-kwitantie`, for concepts, and for
    /// letters with zones.
    pub fn new(args: &Maak, options: Overrides, pipeline: &Pipeline, format: Format) -> Self {
        let asked = !(args.zonder_kwitantie || args.concept || args.zones);
        Self { format, options, versions: asked.then(|| Versions::of(pipeline)) }
    }

    /// Writes the receipt of a letter that has been written, and returns its path; `None` when there are no receipts. An
    /// existing receipt is replaced, because it is from an earlier run.
    ///
    /// # Errors
    /// How the run ends when it cannot be written; the user has been told.
    pub fn write_receipt(
        &self,
        session: &mut Session<'_>,
        path: &Path,
        letter: &Document,
        bytes: &[u8],
        input: &Input,
    ) -> Result<Option<PathBuf>, Exit> {
        let Some(versions) = self.versions.clone() else { return Ok(None) };
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(letter) = Letter::of(letter, self.format, file, (Hash::of(bytes), bytes.len() as u64))
        else {
            return Ok(None);
        };
        let receipt = Receipt { letter, input: input.clone(), options: self.options, versions };
        let place = beside(path);
        let why = match write(&place, format!("{}\n", receipt.to_line()).as_bytes(), true) {
            Ok(_) => return Ok(Some(place)),
            Err(WriteError::Exists) => "daar staat iets anders dan een bestand",
            Err(WriteError::Io(error)) => reason(&error),
        };
        let place = shown(&place);
        let fault = Fault::new(format!("{place} is niet geschreven: {why}")).of(Code::Output);
        session.fault(&fault.about(place).in_case(Some(receipt.letter.kenmerk.as_str())));
        Err(Exit::Io)
    }
}

/// The path of the receipt of a letter: `BRIEF.kwitantie.json`. A letter that is not a PDF keeps its
/// extension, as in `BRIEF.html.kwitantie.json`, so that each format of a letter has its own receipt.
fn beside(letter: &Path) -> PathBuf {
    let mut place = match letter.extension() {
        Some(extension) if extension == Format::Pdf.extension() => letter.with_extension(""),
        _ => letter.to_owned(),
    };
    place.as_mut_os_string().push(SUFFIX);
    place
}

#[cfg(test)]
mod tests {
    use super::beside;
    use std::path::Path;

    #[test]
    fn each_form_of_a_letter_has_a_receipt_of_its_own() {
        for (letter, receipt) in [
            ("uit/A.B-1_besluit.pdf", "uit/A.B-1_besluit.kwitantie.json"),
            ("A.B-1_besluit.html", "A.B-1_besluit.html.kwitantie.json"),
            ("A.B-1_besluit.txt", "A.B-1_besluit.txt.kwitantie.json"),
            ("./brief.pdf", "./brief.kwitantie.json"),
        ] {
            assert_eq!(beside(Path::new(letter)), Path::new(receipt));
        }
    }
}
