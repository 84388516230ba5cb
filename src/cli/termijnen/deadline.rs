//! A row of the manifest as the deadlines that its letter sets running.
//!
//! The manifest was on a disk since the run, so every value is checked before it goes on into a calendar.

use crate::case::identifier::Kenmerk;
use crate::law::date::Date;
use crate::law::term::TermKind;
use crate::receipt::is_copy;
use crate::words::LetterKind;
use serde::Deserialize;

/// The end of a term that a letter set running; ordered by day, then kenmerk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline {
    /// The last day of the term.
    pub last_day: Date,
    /// The reference of the case.
    pub kenmerk: Kenmerk,
    /// Which term; a week of beroep is a beroep.
    pub kind: TermKind,
    /// The file of the letter, from the folder of the run.
    pub file: String,
    /// Which letter.
    pub letter: LetterKind,
    /// The day of bekendmaking.
    pub made_known: Date,
}

/// What is read of a row; it has more keys.
#[derive(Deserialize)]
struct Row {
    kenmerk: String,
    soort: String,
    exemplaar: String,
    brief: String,
    bekendmaking: Date,
    termijnen: Vec<Term>,
}

#[derive(Deserialize)]
struct Term {
    soort: String,
    laatste_dag: Date,
}

/// The deadlines of a row: none for an afschrift, which repeats those of its letter. `None` when the text is
/// no row of a manifest.
pub fn deadlines(row: &str) -> Option<Vec<Deadline>> {
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
        })
    };
    let all: Vec<Deadline> = row.termijnen.iter().map(read).collect::<Option<_>>()?;
    Some(if is_copy(&row.exemplaar)? { Vec::new() } else { all })
}

#[cfg(test)]
mod tests {
    use super::deadlines;

    const ROW: &str = r#"{"volgnummer":1,"kenmerk":"RTB-1","soort":"weigeringsbesluit","exemplaar":"origineel","brief":"brieven/RTB-1_weigeringsbesluit.pdf","bekendmaking":"2026-12-01","termijnen":[{"soort":"bezwaar","laatste_dag":"2026-12-29"},{"soort":"vertrek","laatste_dag":"2026-12-29"}],"afwijking":false}"#;

    #[test]
    fn a_row_gives_the_terms_of_its_letter_and_an_afschrift_none() {
        let found = deadlines(ROW).unwrap();
        let told: Vec<String> =
            found.iter().map(|d| format!("{} {} {}", d.last_day, d.kind.word(), d.made_known)).collect();
        assert_eq!(told, ["2026-12-29 bezwaar 2026-12-01", "2026-12-29 vertrek 2026-12-01"]);
        assert_eq!(deadlines(&ROW.replace("origineel", "afschrift")), Some(Vec::new()));
    }

    #[test]
    fn what_is_no_row_of_ours_is_refused() {
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
