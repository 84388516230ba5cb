//! Where every fact stands in the file: path (`stap.gronden[0].grond`) to line and column.

use std::collections::BTreeMap;

/// Where a value stands: line and column from 1, counted in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line in the file (not in the document), from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Length in characters on that line; at least 1.
    pub length: u32,
}

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is written in the file.
    File(Place),
    /// An option of the command line gave it (`--bekendmaking`).
    Option(&'static str),
}

/// The places of all values of one document, by path.
#[derive(Clone, Debug, Default)]
pub struct Places {
    by_path: BTreeMap<String, Origin>,
    root: Option<Place>,
}

impl Places {
    /// An empty index; `root` is where the document begins.
    #[must_use]
    pub fn new(root: Place) -> Self {
        Self { by_path: BTreeMap::new(), root: Some(root) }
    }

    /// Notes where the value of a path stands; the first note wins.
    pub fn note(&mut self, path: impl Into<String>, place: Place) {
        self.by_path.entry(path.into()).or_insert(Origin::File(place));
    }

    /// Notes that an option replaced the value of a path.
    pub fn replace_by_option(&mut self, path: impl Into<String>, option: &'static str) {
        self.by_path.insert(path.into(), Origin::Option(option));
    }

    /// Where the value of exactly this path stands; `None` when it is absent.
    #[must_use]
    pub fn exact(&self, path: &str) -> Option<Origin> {
        self.by_path.get(path).copied()
    }

    /// Where the value stands or, when it is absent, where it belongs: at the block around it.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<Origin> {
        let mut rest = path;
        loop {
            if let Some(origin) = self.by_path.get(rest) {
                return Some(*origin);
            }
            match rest.rfind(['.', '[']) {
                Some(cut) => rest = &rest[..cut],
                None => return self.root.map(Origin::File),
            }
        }
    }
}
