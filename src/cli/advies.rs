//! Advice on the officer's own words (`-v`): how long sentences are, official words, the reader in the third person.
//!
//! It goes to standard error, or with `--json` as one object per case to standard output; it never changes how a run ends.

use super::session::Session;
use crate::diagnostic::terminal::Terminal;
use crate::diagnostic::tip::Tip;
use crate::pipeline::Assessed;
use crate::places::Origin;
use crate::plain::find::Written;
use crate::plain::remark::remarks;
use serde_json::{Value, json};

/// Gives the advice on all own words of a case.
pub fn tell(assessed: &Assessed, file: &str, json: bool, session: &mut Session<'_>) {
    let tips = tips(assessed);
    if json {
        session.line(&object(assessed, file, &tips).to_string());
        return;
    }
    let terminal = Terminal::new(assessed.source(file), session.colour());
    for tip in &tips {
        session.note(&format!("{}\n", terminal.tip(tip)));
    }
}

/// The advice as an object, with the case that it is about.
fn object(assessed: &Assessed, file: &str, tips: &[Tip]) -> Value {
    json!({
        "kenmerk": assessed.kenmerk(),
        "bestand": file,
        "document": assessed.number,
        "advies": tips.iter().map(Tip::to_json).collect::<Vec<_>>(),
    })
}

/// All advice on a case, in the order of its file.
fn tips(assessed: &Assessed) -> Vec<Tip> {
    let mut tips = Vec::new();
    assessed.reading.own_words(&mut |path, text| {
        let Some(Origin::File(value)) = assessed.reading.places.exact(path) else { return };
        let written = Written { document: &assessed.text, first_line: assessed.first_line, value };
        let found = remarks(text);
        let ranges: Vec<_> = found.iter().map(|remark| remark.range.clone()).collect();
        tips.extend(found.iter().zip(written.places(text, &ranges)).map(|(remark, place)| Tip {
            kind: remark.about.kind(),
            message: remark.about.advice(),
            path: path.to_owned(),
            place,
        }));
    });
    tips
}
