//! An advice on a text that an officer wrote. It stops nothing and changes no letter, and it repeats nothing of the case.

use crate::places::Place;
use serde_json::{Value, json};

/// One advice, with the place of the words that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tip {
    /// What kind of advice it is: `lange_zin`.
    pub kind: &'static str,
    /// What to do, in Dutch, without anything of the case.
    pub message: String,
    /// The path of the text: `stap.gronden[0].motivering`.
    pub path: String,
    /// Where the words stand.
    pub place: Place,
}

impl Tip {
    /// The object of docs/spec/cli.md.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let Place { line, column, length } = self.place;
        json!({
            "soort": self.kind,
            "bericht": self.message,
            "pad": self.path,
            "regel": line,
            "kolom": column,
            "lengte": length,
        })
    }
}
