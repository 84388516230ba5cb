//! Reads a row of the manifest as the deadlines of its letter.
//!
//! Someone may have changed the manifest since the run, so every value is checked before it goes into a
//! calendar.

use crate::case::identifier::Kenmerk;
use crate::law::date::Date;
use crate::law::term::TermKind;
use crate::receipt::is_copy;
use crate::words::LetterKind;
use serde::Deserialize;

/// The end of a term that runs because of a letter; deadlines are ordered by day, then by kenmerk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline {
    /// The last day of the term.
    pub last_day: Date,
    /// The kenmerk of the case.
    pub kenmerk: Kenmerk,
    /// The kind of term; a beroep of one week counts as beroep.
    pub kind: TermKind,
    /// The file of the letter, relative to the folder of the run.
    pub file: String,
    /// The kind of letter.
    pub letter: LetterKind,
    /// The day of bekendmaking.
    pub made_known: Date,
    /// The number of the folder of the run, among those that were named.
    pub folder: usize,
}

/// A besluit on a voornemen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The kenmerk of the case.
    pub kenmerk: Kenmerk,
    /// The day of bekendmaking.
    pub made_known: Date,
}

/// The columns of a row that are used here; a row has more.
#[derive(Deserialize)]
struct Row {
    kenmerk: String,
    soort: String,
    exemplaar: String,
    brief: String,
    bekendmaking: Date,
    termijnen: Vec<Term>,
    #[serde(default)]
    vervangt: Option<String>,
}

#[derive(Deserialize)]
struct Term {
    soort: String,
    laatste_dag: Date,
}

/// What a row of the manifest says of deadlines.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct RowDeadlines {
    /// The deadlines of its letter. An afschrift has none, because it repeats those of its letter.
    pub found: Vec<Deadline>,
    /// The file of the letter that this one replaces: its deadlines no longer run.
    pub replaces: Option<String>,
    /// The besluit that the letter is, if it decides on a voornemen.
    pub decision: Option<Decision>,
}

/// The deadlines in a row. `None` when the text is not a row of a manifest.
pub fn deadlines(row: &str) -> Option<RowDeadlines> {
    let row: Row = serde_json::from_str(row).ok()?;
    let kenmerk = Kenmerk::parse(&row.kenmerk)?;
    let letter = LetterKind::from_id(&row.soort)?;
    if row.brief.is_empty() || row.brief.chars().any(char::is_control) {
        return None;
    }
    let read = |term: &Term| {
        let kind = TermKind::from_word(&term.soort).filter(|kind| kind.json_word() == kind.word())?;
        Some(Deadline {
            last_day: term.laatste_dag,
            kenmerk: kenmerk.clone(),
            kind,
            file: row.brief.clone(),
            letter,
            made_known: row.bekendmaking,
            folder: 0,
        })
    };
    let all: Vec<Deadline> = row.termijnen.iter().map(read).collect::<Option<_>>()?;
    if is_copy(&row.exemplaar)? {
        return Some(RowDeadlines { replaces: row.vervangt, ..RowDeadlines::default() });
    }
    let decides = matches!(letter, LetterKind::Intrekkingsbesluit | LetterKind::Beeindigingsbesluit);
    let decision = decides.then_some(Decision { kenmerk, made_known: row.bekendmaking });
    Some(RowDeadlines { found: all, replaces: row.vervangt, decision })
}

#[cfg(test)]
mod tests {
    use super::{RowDeadlines, deadlines};

    const ROW: &str = r#"{"volgnummer":1,"kenmerk":"RTB-1","soort":"weigeringsbesluit","exemplaar":"origineel","brief":"brieven/RTB-1_weigeringsbesluit.pdf","bekendmaking":"2026-12-01","termijnen":[{"soort":"bezwaar","laatste_dag":"2026-12-29"},{"soort":"vertrek","laatste_dag":"2026-12-29"}],"afwijking":false}"#;

    #[test]
    fn a_row_gives_the_terms_of_its_letter_and_an_afschrift_none() {
        let found = deadlines(ROW).unwrap().found;
        let told: Vec<String> =
            found.iter().map(|d| format!("{} {} {}", d.last_day, d.kind.word(), d.made_known)).collect();
        assert_eq!(told, ["2026-12-29 bezwaar 2026-12-01", "2026-12-29 vertrek 2026-12-01"]);
        assert_eq!(deadlines(&ROW.replace("origineel", "afschrift")), Some(RowDeadlines::default()));
        let again = ROW.replace("\"afwijking\"", "\"vervangt\":\"brieven/x.pdf\",\"afwijking\"");
        assert_eq!(deadlines(&again).unwrap().replaces.as_deref(), Some("brieven/x.pdf"));
        assert_eq!(deadlines(&again).unwrap().decision, None);
        let decides = deadlines(&ROW.replace("weigeringsbesluit", "intrekkingsbesluit")).unwrap().decision;
        assert_eq!(
            decides.map(|d| format!("{} {}", d.kenmerk, d.made_known)).as_deref(),
            Some("RTB-1 2026-12-01")
        );
    }

    #[test]
    fn a_text_that_is_not_a_row_of_a_manifest_is_refused() {
        for (from, to) in [
            ("\"RTB-1\"", "\"R\\nX\""),
            ("\"weigeringsbesluit\"", "\"boete\""),
            ("origineel", "kopie"),
            ("\"bezwaar\"", "\"beroep_kort\""),
            ("2026-12-29", "2026-02-30"),
            ("2026-12-01", "gisteren"),
            ("brieven/", "brie\\r\\nven/"),
            ("\"soort\":\"bezwaar\",", ""),
            ("{\"volgnummer\":1", "{\"kenmerk\":\"RTB-2\""),
            ("}]", "]"),
        ] {
            assert!(ROW.contains(from), "{from}");
            assert_eq!(deadlines(&ROW.replacen(from, to, 1)), None, "{to}");
        }
        assert_eq!(deadlines(""), None);
    }
}
