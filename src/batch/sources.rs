//! The files with the cases of a run, and the documents in them. The files are in the order of the given
//! paths, those of a folder in the order of their names.
//!
//! A folder is read with all folders below it. A folder that is reached twice through a link is read
//! once, so that a loop of links cannot keep a run going forever. A folder in which a run left its letters is not
//! searched. Every case is read twice, so an input that can be read only once (standard input, a pipe) is copied to the
//! output folder first.

use super::file_names::{RECEIPTS, SUMMARY};
use crate::case::split::{Document, Documents, Span, whole_documents};
use crate::diagnostic::Diagnostic;
use crate::files::{self, STDIN, name_of, open_case, open_regular, shown};
use crate::hash::Hash;
use crate::metadata;
use crate::receipt;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

/// The extensions of case files in a folder.
const ENDINGS: [&str; 3] = ["yaml", "yml", "json"];
/// What to ask where none is found.
pub const IS_THE_FOLDER_RIGHT: &str = "klopt de map? Zaken staan in .yaml-, .yml- en .json-bestanden";
/// The highest number of documents in a chunk.
const MAX_DOCUMENTS: usize = 256;
/// The number of bytes at which a chunk is full; its last document may go over it.
const MAX_BYTES: u64 = 4 << 20;

/// A file with cases. A run has one for each of up to a million files, so it holds nothing twice.
#[derive(Debug)]
pub struct Source {
    place: Place,
    /// The finding that the file cannot be read, if that is already known.
    fault: Option<Box<Diagnostic>>,
}

/// Where a file stands among what the run was given. The name of a file that was named by itself may hold that of a
/// person; a folder of cases is the office's own, and its files are found by their names.
#[derive(Debug)]
enum Place {
    /// The path below a folder of cases.
    Below(Arc<Base>, Box<Path>),
    /// A path that was given, or standard input.
    Given(Box<Given>),
}

#[derive(Debug)]
struct Given {
    /// Which of the paths it is, from 1.
    number: usize,
    path: PathBuf,
    /// Where it was copied to, if it was.
    copy: Option<PathBuf>,
}

/// A folder of cases that was given, and its number when more was given.
#[derive(Debug)]
struct Base {
    folder: PathBuf,
    number: Option<usize>,
}

impl Base {
    /// The place of a file or folder in it, as registers name it.
    fn registered(&self, below: &Path) -> String {
        let below = shown(below).replace(MAIN_SEPARATOR, "/");
        match (self.number, below.as_str()) {
            (None, "") => ".".to_owned(),
            (None, _) => below,
            (Some(number), "") => format!("#{number}"),
            (Some(number), _) => format!("#{number}/{below}"),
        }
    }
}

impl Source {
    fn new(place: Place, found: io::Result<()>) -> Self {
        Self { place, fault: found.err().map(|error| files::unreadable(&error)) }
    }

    /// Whether it was found in a folder that was given, not named by itself.
    #[must_use]
    pub const fn is_in_folder(&self) -> bool {
        matches!(self.place, Place::Below(..))
    }

    /// The path as it was given, or below the folder that was given.
    #[must_use]
    pub fn named(&self) -> Cow<'_, Path> {
        match &self.place {
            Place::Below(base, below) if below.as_os_str().is_empty() => Cow::Borrowed(&base.folder),
            Place::Below(base, below) => Cow::Owned(base.folder.join(below)),
            Place::Given(given) => Cow::Borrowed(&given.path),
        }
    }

    /// Where it is read.
    fn path(&self) -> Cow<'_, Path> {
        match &self.place {
            Place::Given(given) => Cow::Borrowed(given.copy.as_ref().unwrap_or(&given.path)),
            Place::Below(..) => self.named(),
        }
    }

    /// The name of the file in messages.
    #[must_use]
    pub fn name(&self) -> String {
        name_of(&self.named())
    }

    /// The path as it was given; `-` for standard input.
    #[must_use]
    pub fn given(&self) -> String {
        self.named().display().to_string()
    }

    /// The file in a register: its path below the folder of cases. A file that was named by itself is its number, behind
    /// the beginning of the hash of the case.
    #[must_use]
    pub fn registered(&self, case: Option<Hash>) -> String {
        match (&self.place, case) {
            (Place::Below(base, below), _) => base.registered(below),
            (Place::Given(given), _) if is_stdin(&given.path) => STDIN.to_owned(),
            (Place::Given(given), Some(hash)) => format!("sha256:{}#{}", hash.short(), given.number),
            (Place::Given(given), None) => format!("#{}", given.number),
        }
    }

    /// Reads a document of this file again.
    ///
    /// # Errors
    /// The same as [`Spot::read`].
    pub fn read_again(&self, spot: Spot) -> io::Result<Document> {
        spot.read(&self.path())
    }
}

/// Whether a path stands for standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// Where a document stands in its file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spot {
    /// The number of the document in the file, counted from 1.
    pub number: u32,
    first_line: u32,
    span: Span,
}

impl Spot {
    /// The place of a document.
    #[must_use]
    pub const fn of(document: &Document) -> Self {
        Self { number: document.number, first_line: document.first_line, span: document.span }
    }

    /// Reads the document, and nothing else of its file. If the file has become shorter, the document is
    /// too.
    ///
    /// # Errors
    /// When the file cannot be opened or read.
    pub fn read(self, path: &Path) -> io::Result<Document> {
        let mut file = open_regular(path)?;
        file.seek(SeekFrom::Start(self.span.offset))?;
        let mut bytes =
            Vec::with_capacity(usize::try_from(self.span.length.min(MAX_BYTES)).unwrap_or_default());
        file.take(self.span.length).read_to_end(&mut bytes)?;
        Ok(Document::of(self.number, self.first_line, self.span, bytes))
    }
}

/// Copies an input that can be read only once to a file, and returns its path. The number is the place of
/// the input among the given paths.
pub type Spool<'a, E> = &'a dyn Fn(usize, &Path) -> Result<PathBuf, E>;

/// Finds the files of a run. `outside` is the folder of the letters, which is not searched. `copy` copies
/// an input that can be read only once; it is `None` when reading once is enough.
///
/// # Errors
/// When `copy` fails.
pub fn find<E>(
    paths: &[PathBuf],
    outside: Option<&Path>,
    copy: Option<Spool<'_, E>>,
) -> Result<Vec<Source>, E> {
    let mut found = Vec::new();
    for (index, path) in paths.iter().enumerate() {
        let kind = if is_stdin(path) { Ok(None) } else { fs::metadata(path).map(Some) };
        let given = |copy| Place::Given(Box::new(Given { number: index + 1, path: path.clone(), copy }));
        match (kind, copy) {
            (Ok(Some(kind)), _) if kind.is_dir() => {
                let mut seen: BTreeSet<PathBuf> =
                    outside.and_then(|o| o.canonicalize().ok()).into_iter().collect();
                let number = (paths.len() > 1).then_some(index + 1);
                let base = Arc::new(Base { folder: path.clone(), number });
                find_in_folder(Path::new(""), &base, &mut seen, &mut found);
            }
            (Ok(kind), Some(copy)) if kind.as_ref().is_none_or(|kind| !kind.is_file()) => {
                found.push(Source::new(given(Some(copy(index, path)?)), Ok(())));
            }
            (kind, _) => found.push(Source::new(given(None), kind.map(|_| ()))),
        }
    }
    Ok(found)
}

fn find_in_folder(below: &Path, base: &Arc<Base>, seen: &mut BTreeSet<PathBuf>, found: &mut Vec<Source>) {
    let source = |below: &Path, found| Source::new(Place::Below(Arc::clone(base), below.into()), found);
    // Joined to nothing, a folder would get a separator at its end.
    let folder = if below.as_os_str().is_empty() { base.folder.clone() } else { base.folder.join(below) };
    let listed = folder.canonicalize().and_then(|real| {
        if !seen.insert(real) {
            return Ok(Vec::new());
        }
        fs::read_dir(&folder)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()
    });
    let mut names = match listed {
        Ok(names) => names,
        Err(error) => return found.push(source(below, Err(error))),
    };
    if is_of_run(&names) {
        return;
    }
    names.sort();
    for name in names {
        if name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let (path, below) = (folder.join(&name), below.join(&name));
        match fs::metadata(&path) {
            Ok(kind) if kind.is_dir() => find_in_folder(&below, base, seen, found),
            Ok(kind) if kind.is_file() && is_case(&path) => found.push(source(&below, Ok(()))),
            Err(error) if is_case(&path) => found.push(source(&below, Err(error))),
            _ => {}
        }
    }
}

/// Whether a folder with these names in it holds letters that a run made, not cases.
fn is_of_run(names: &[OsString]) -> bool {
    let has = |name: &str| names.iter().any(|found| found == name);
    has(SUMMARY) && has(RECEIPTS)
}

fn is_case(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
        && !path.as_os_str().as_encoded_bytes().ends_with(receipt::SUFFIX.as_bytes())
        && !metadata::SUFFIXES
            .iter()
            .any(|suffix| path.as_os_str().as_encoded_bytes().ends_with(suffix.as_bytes()))
}

/// A document, or the reason why a file gives none.
pub struct Item {
    /// The number in the order of everything that was read.
    pub ordinal: u32,
    /// The number of the file among the sources.
    pub source: u32,
    /// The document, or the finding that it could not be read.
    pub document: Result<Document, Box<Diagnostic>>,
}

/// Reads the documents of all files, chunk by chunk.
pub struct Reader<'a> {
    sources: &'a [Source],
    next: usize,
    open: Option<Documents<BufReader<Box<dyn Read + Send>>>>,
    ordinal: u32,
}

impl<'a> Reader<'a> {
    /// A reader that begins at the first document.
    #[must_use]
    pub fn new(sources: &'a [Source]) -> Self {
        Self { sources, next: 0, open: None, ordinal: 0 }
    }

    /// Reads the next documents; the result is empty at the end.
    pub fn chunk(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        let mut bytes = 0;
        while items.len() < MAX_DOCUMENTS && bytes < MAX_BYTES {
            let Some(document) = self.document() else { break };
            bytes += document.as_ref().map_or(0, |document| document.span.length);
            let source = u32::try_from(self.next.saturating_sub(1)).unwrap_or(u32::MAX);
            items.push(Item { ordinal: self.ordinal, source, document });
            self.ordinal = self.ordinal.saturating_add(1);
        }
        items
    }

    fn document(&mut self) -> Option<Result<Document, Box<Diagnostic>>> {
        loop {
            if let Some(read) = self.open.as_mut().and_then(Iterator::next) {
                return Some(read.map_err(|error| files::unreadable(&error)));
            }
            let source = self.sources.get(self.next)?;
            self.next += 1;
            self.open = None;
            match open(source) {
                Ok(reader) => self.open = Some(whole_documents(BufReader::with_capacity(1 << 14, reader))),
                Err(fault) => return Some(Err(fault)),
            }
        }
    }
}

fn open(source: &Source) -> Result<Box<dyn Read + Send>, Box<Diagnostic>> {
    match &source.fault {
        Some(fault) => Err(fault.clone()),
        None if is_stdin(&source.path()) => Ok(Box::new(io::stdin())),
        None => Ok(Box::new(open_case(&source.path())?)),
    }
}
