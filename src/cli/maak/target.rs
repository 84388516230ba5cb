//! Where the letters go (a folder, one file or standard output) and in which format.
//!
//! A file that is not a final letter never has the name of one: the name of a concept ends in `_concept`,
//! that of a letter with zones in `_zones`.

use crate::cli::args::{Formaat, Maak};
use crate::cli::usage::Usage;
use crate::diagnostic::Diagnostic;
use crate::letter::document::Document;
use crate::pipeline::{Format, Pipeline};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Where the letters go, in which format, and how their names end.
#[derive(Debug)]
pub struct Target {
    /// The place where the letters go.
    pub place: Place,
    format: Formaat,
    concept: bool,
    zones: bool,
}

/// The place where the letters go.
#[derive(Debug)]
pub enum Place {
    /// A folder, in which each letter is a file such as `KENMERK_SOORT.pdf`.
    Folder(PathBuf),
    /// A file for one letter.
    File(PathBuf),
    /// Standard output, for one letter.
    Stdout,
}

impl Target {
    /// Reads `-o`, `--formaat` and the options for concepts and zones. A path with the extension of a
    /// letter is a file, unless it is an existing folder; any other path is a folder.
    ///
    /// # Errors
    /// When `--formaat` and the extension of the file do not agree, when zones are asked for in another
    /// format than PDF, or when `--open` is combined with standard output.
    pub fn from_args(args: &Maak) -> Result<Self, Usage> {
        let (place, format) = place_and_format(args)?;
        if args.zones && format != Formaat::Pdf {
            return Err(Usage::new("`--zones` kan alleen bij een pdf"));
        }
        if args.open && matches!(place, Place::Stdout) {
            return Err(Usage::new(
                "`--open` kan niet bij standaarduitvoer; noem met `-o` een bestand of een map",
            ));
        }
        Ok(Self { place, format, concept: args.concept, zones: args.zones })
    }

    /// Checks that several letters do not go to a single file.
    ///
    /// # Errors
    /// When there is more than one letter for one file or for standard output.
    pub fn check(&self, letters: usize) -> Result<(), Usage> {
        match self.place {
            Place::File(_) | Place::Stdout if letters > 1 => Err(Usage::new(format!(
                "er zijn {letters} brieven (met afschriften); geef met `-o` een map in plaats van één bestand"
            ))),
            _ => Ok(()),
        }
    }

    /// Renders a letter in the format that was asked for.
    ///
    /// # Errors
    /// The same as [`Pipeline::render`].
    pub fn render(&self, pipeline: &Pipeline, letter: &Document) -> Result<Vec<u8>, Box<Diagnostic>> {
        match self.format() {
            Format::Pdf if self.zones => pipeline.render_with_zones(letter),
            format => pipeline.render(letter, format),
        }
    }

    /// The format of the letters.
    pub fn format(&self) -> Format {
        match self.format {
            Formaat::Pdf => Format::Pdf,
            Formaat::Html => Format::Html,
            Formaat::Txt => Format::Text,
        }
    }

    /// The path of a letter; `None` for standard output.
    pub fn path(&self, letter: &Document) -> Option<PathBuf> {
        let extension = self.format().extension();
        match &self.place {
            Place::Folder(folder) => {
                Some(folder.join(format!("{}.{extension}", self.marked_stem(&letter.file_stem))))
            }
            Place::File(path) => Some(self.marked_path(path)),
            Place::Stdout => None,
        }
    }

    /// The path that was asked for, but with `_concept` or `_zones` when the letter is not a final one.
    fn marked_path(&self, path: &Path) -> PathBuf {
        let (Some(stem), Some(extension), true) =
            (path.file_stem(), path.extension(), self.concept || self.zones)
        else {
            return path.to_owned();
        };
        let mut name = OsString::from(self.marked_stem(&stem.to_string_lossy()));
        name.push(".");
        name.push(extension);
        path.with_file_name(name)
    }

    fn marked_stem(&self, stem: &str) -> String {
        let marks = [(self.concept, "concept"), (self.zones, "zones")];
        marks.into_iter().filter(|(asked, _)| *asked).fold(stem.to_owned(), |stem, (_, mark)| {
            if stem.ends_with(mark) { stem } else { format!("{stem}_{mark}") }
        })
    }
}

fn place_and_format(args: &Maak) -> Result<(Place, Formaat), Usage> {
    let format = args.formaat.unwrap_or(Formaat::Pdf);
    let Some(path) = &args.uitvoer else { return Ok((Place::Folder(PathBuf::from(".")), format)) };
    if path == Path::new("-") {
        return Ok((Place::Stdout, format));
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
            Ok((Place::File(path.clone()), named))
        }
        _ => Ok((Place::Folder(path.clone()), format)),
    }
}
