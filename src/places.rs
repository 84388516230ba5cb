//! The place of every fact in the file: maps its path (`stap.gronden[0].grond`) to a line and column.

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
    /// It stands in the file, at this place.
    File(Place),
    /// A command-line option gave it (`--bekendmaking`).
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

    /// Records where the value of a path stands; a path that is already known keeps its place.
    pub fn note(&mut self, path: impl Into<String>, place: Place) {
        self.by_path.entry(path.into()).or_insert(Origin::File(place));
    }

    /// Records that a command-line option replaced the value of a path.
    pub fn replace_by_option(&mut self, path: impl Into<String>, option: &'static str) {
        self.by_path.insert(path.into(), Origin::Option(option));
    }

    /// The origin of the value at exactly this path; `None` when it is absent.
    #[must_use]
    pub fn exact(&self, path: &str) -> Option<Origin> {
        self.by_path.get(path).copied()
    }

    /// The origin of a value; for an absent value, that of the nearest block around it.
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
