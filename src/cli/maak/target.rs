//! Where the letters go: a folder, one file, or standard output; and in which form.

use crate::cli::args::{Formaat, Maak};
use crate::cli::session::Usage;
use crate::letter::document::Document;
use crate::pipeline::Format;
use std::path::{Path, PathBuf};

/// Where the letters go.
#[derive(Debug)]
pub enum Target {
    /// `KENMERK_SOORT.pdf` in a folder.
    Folder(PathBuf, Formaat),
    /// One letter in this file.
    File(PathBuf, Formaat),
    /// One letter on standard output.
    Stdout(Formaat),
}

impl Target {
    /// Reads `-o` and `--formaat`. A name with the extension of a letter is a file, unless a folder
    /// stands there; anything else is a folder.
    ///
    /// # Errors
    /// When `--formaat` and the extension of the file differ.
    pub fn of(args: &Maak) -> Result<Self, Usage> {
        let format = args.formaat.unwrap_or(Formaat::Pdf);
        let Some(path) = &args.uitvoer else { return Ok(Self::Folder(PathBuf::from("."), format)) };
        if path == Path::new("-") {
            return Ok(Self::Stdout(format));
        }
        let by_name = match path.extension().and_then(|e| e.to_str()) {
            Some("pdf") => Some(Formaat::Pdf),
            Some("html" | "htm") => Some(Formaat::Html),
            Some("txt") => Some(Formaat::Txt),
            _ => None,
        };
        match by_name {
            Some(named) if !path.is_dir() => {
                if args.formaat.is_some_and(|asked| asked != named) {
                    return Err(Usage::new("`--formaat` past niet bij de naam van het bestand"));
                }
                Ok(Self::File(path.clone(), named))
            }
            _ => Ok(Self::Folder(path.clone(), format)),
        }
    }

    /// Refuses one file for several letters.
    ///
    /// # Errors
    /// When there is more than one letter for one file or for standard output.
    pub fn check(&self, letters: usize) -> Result<(), Usage> {
        match self {
            Self::File(..) | Self::Stdout(_) if letters > 1 => Err(Usage::new(format!(
                "er zijn {letters} brieven (met afschriften); geef met `-o` een map in plaats van één bestand"
            ))),
            _ => Ok(()),
        }
    }

    /// The form of the letters.
    pub fn format(&self) -> Format {
        match self {
            Self::Folder(_, format) | Self::File(_, format) | Self::Stdout(format) => match format {
                Formaat::Pdf => Format::Pdf,
                Formaat::Html => Format::Html,
                Formaat::Txt => Format::Text,
            },
        }
    }

    /// Where a letter goes; `None` for standard output.
    pub fn path(&self, letter: &Document) -> Option<PathBuf> {
        match self {
            Self::Folder(folder, _) => {
                Some(folder.join(format!("{}.{}", letter.file_stem, self.format().extension())))
            }
            Self::File(path, _) => Some(path.clone()),
            Self::Stdout(_) => None,
        }
    }
}
