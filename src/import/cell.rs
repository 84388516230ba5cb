//! What a cell says of a fact: the text that a person would have typed, or that the spreadsheet changed it.

use super::sheet::Cell;
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::words::{Form, Holds, Key};

/// Numbers from here on, a spreadsheet no longer holds to the unit.
const LARGEST: f64 = 1e15;

/// A cell that says nothing of a fact, because the spreadsheet made something else of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The kind of finding.
    pub code: Code,
    /// A Dutch sentence.
    pub message: &'static str,
    /// What can be done.
    pub hint: &'static str,
}

/// The text of a cell for this key; `None` when the cell is empty.
///
/// # Errors
/// [`Changed`] when it holds something else than a text of this key.
pub fn text_of(cell: &Cell, key: &Key) -> Result<Option<String>, Changed> {
    let is_date = matches!(key.holds, Holds::Date | Holds::BirthDate);
    let is_words = matches!(key.holds, Holds::Text | Holds::OwnLine | Holds::OwnWords);
    Ok(Some(match cell {
        Cell::Empty => return Ok(None),
        Cell::Text(text) if is_words && is_logical(text) => return Err(LOGICAL),
        Cell::Text(text) if is_words && text == "0" => return Err(ZERO),
        Cell::Text(text) if is_date => dutch_day(text).map_or_else(|| text.clone(), |day| day.to_string()),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) if is_words && *number == 0.0 => return Err(ZERO),
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < LARGEST => format!("{number:.0}"),
        Cell::Number(_) => return Err(NUMBER),
        Cell::Zero if matches!(key.holds, Holds::Weeks) => "0".to_owned(),
        Cell::Zero => return Err(ZERO),
        Cell::Day(day) if is_date => day.to_string(),
        Cell::PartOfDay if is_date => return Err(PART_OF_A_DAY),
        Cell::Day(_) | Cell::PartOfDay => return Err(DAY),
        Cell::Bool(yes) if matches!(key.holds, Holds::YesNo) => yes.to_string(),
        Cell::Bool(_) => return Err(LOGICAL),
        Cell::Time => return Err(TIME),
        Cell::Dressed => return Err(DRESSED),
        Cell::Formula => return Err(FORMULA),
        Cell::Error => return Err(ERROR),
    }))
}

const AS_TEXT: &str = "Maak de kolom in het rekenblad op als tekst en typ de waarde opnieuw.";

const NUMBER: Changed = Changed {
    code: Code::WrongShape,
    message: "Het rekenblad maakte hier een getal van dat niet klopt.",
    hint: AS_TEXT,
};
const DRESSED: Changed = Changed {
    code: Code::WrongShape,
    message: "Het rekenblad toont dit getal anders dan het is, zoals met nullen ervoor.",
    hint: AS_TEXT,
};
const DAY: Changed =
    Changed { code: Code::WrongShape, message: "Het rekenblad maakte hier een datum van.", hint: AS_TEXT };
const PART_OF_A_DAY: Changed = Changed {
    code: Code::NotADate,
    message: "Het rekenblad maakte hier een hele datum van, en toont er maar een deel van.",
    hint: "Maak de kolom op als tekst en typ zo veel als bekend is: jjjj-mm-dd; bij een geboortedatum ook jjjj-mm of jjjj.",
};
const LOGICAL: Changed = Changed {
    code: Code::WrongShape,
    message: "Het rekenblad maakte hier WAAR of ONWAAR van.",
    hint: AS_TEXT,
};
/// A 0 where words belong, which a spreadsheet shows for an empty cell.
const ZERO: Changed = Changed {
    code: Code::WrongShape,
    message: "Hier staat alleen een 0; zo toont een formule een lege cel.",
    hint: "Maak de cel leeg, of typ de waarde. Hoort er echt een 0, zet dan in het kolommenbestand bij `woorden`: {\"0\": \"0\"}.",
};
const TIME: Changed = Changed {
    code: Code::NotADate,
    message: "Hier staat een tijd, of een dag met een tijd.",
    hint: "Typ alleen de dag: jjjj-mm-dd.",
};
const FORMULA: Changed = Changed {
    code: Code::NotAName,
    message: "Hier staat een formule zonder uitkomst.",
    hint: "Open de tabel in uw rekenblad en sla haar opnieuw op, of typ de waarde zelf.",
};
const ERROR: Changed = Changed {
    code: Code::NotAName,
    message: "Hier staat een fout van het rekenblad.",
    hint: "Typ de waarde zelf, of verbeter de formule.",
};

/// Whether a text is what a spreadsheet writes for a logical value.
fn is_logical(text: &str) -> bool {
    matches!(text, "WAAR" | "ONWAAR" | "TRUE" | "FALSE")
}

/// A day as a Dutch spreadsheet writes it.
fn dutch_day(text: &str) -> Option<Date> {
    if !is_dutch_form(text) {
        return None;
    }
    let mut parts = text.split('-');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    Date::parse(&format!("{year}-{month:0>2}-{day:0>2}"))
}

/// What helps beside the hint of the finding, or instead of it: who reads it looks at a table, not at a case file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Help {
    /// The hint of the finding stays, and this comes behind it.
    Also(&'static str),
    /// This takes its place.
    Instead(&'static str),
}

/// What helps with a text that is refused for this key.
pub fn help(code: Code, text: &str, key: &Key) -> Option<Help> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    Some(match (code, key.holds) {
        (Code::NotABoolean, _) => Help::Instead("Schrijf `ja` of `nee`."),
        (Code::UnknownCountry, Holds::Nationalities) => Help::Also(
            "De Nederlandse naam van het land mag ook; bij meer nationaliteiten met een komma ertussen.",
        ),
        (Code::UnknownCountry, _) => Help::Also("De Nederlandse naam van het land mag ook."),
        (Code::UnknownWord, Holds::Words(_)) => {
            Help::Also("Of zet het woord van uw tabel in het kolommenbestand bij `woorden`.")
        }
        (_, Holds::Date | Holds::BirthDate) if digits(text) && text.len() == 5 => Help::Also(
            "Misschien telt het rekenblad hier dagen: maak de kolom op als datum (jjjj-mm-dd) en sla de tabel opnieuw op.",
        ),
        (Code::NotADate, Holds::Date | Holds::BirthDate) if is_dutch_form(text) => {
            Help::Instead("Kijk de datum na: deze dag bestaat niet, of het jaar klopt niet.")
        }
        (Code::NotADate, Holds::Date | Holds::BirthDate) if text.contains(['-', '/']) => {
            Help::Also("In een tabel mag ook dag-maand-jaar: d-m-jjjj, met een jaar van vier cijfers.")
        }
        (_, Holds::Formed(_))
            if text.contains(['E', 'e']) && text.replace(',', ".").parse::<f64>().is_ok() =>
        {
            Help::Also(
                "Misschien kortte het rekenblad een lang getal af: maak de kolom op als tekst en typ de waarde opnieuw.",
            )
        }
        (_, Holds::Formed(Form::VNummer)) if digits(text) && text.len() < Form::VNummer.example().len() => {
            Help::Also(
                "Misschien haalde het rekenblad nullen vooraan weg: maak de kolom op als tekst en typ het hele nummer.",
            )
        }
        (_, Holds::Formed(Form::HouseNumber)) if is_day_and_month(text) => Help::Instead(
            "Misschien maakte het rekenblad een datum van nummer en toevoeging: maak de kolom op als tekst. De toevoeging heeft een eigen kolom.",
        ),
        _ => return None,
    })
}

/// Whether a text is day, month and year in four digits, a day that exists or not.
fn is_dutch_form(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    matches!(parts.as_slice(), [day, month, year]
        if (1..=2).contains(&day.len()) && (1..=2).contains(&month.len()) && year.len() == 4 && parts.iter().all(|part| digits(part)))
}

/// Whether a text is what a spreadsheet makes of `1-2`: `1-feb`, `feb-01`.
fn is_day_and_month(text: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let letters = |part: &str| part.chars().all(char::is_alphabetic);
    match text.trim_end_matches('.').split_once('-') {
        Some((first, rest)) if !first.is_empty() && !rest.is_empty() => {
            digits(first) && letters(rest) || letters(first) && digits(rest)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Help, help, text_of};
    use crate::case::model::{Adres, Bekendmaking, Feiten, Grond, Vertrektermijn, Vreemdeling, key_of};
    use crate::diagnostic::Code;
    use crate::law::date::Date;
    use crate::words::Fact;

    fn text(cell: &Cell, fact: Fact) -> Result<Option<String>, &'static str> {
        text_of(cell, key_of(fact).unwrap()).map_err(|changed| changed.message)
    }

    #[test]
    fn a_cell_is_what_a_person_would_have_typed() {
        let of = |cell: Cell, fact: Fact| text(&cell, fact).unwrap().unwrap();
        let typed = |text: &str| Cell::Text(text.to_owned());
        assert_eq!(of(typed("9-3-1987"), Vreemdeling::geboortedatum), "1987-03-09");
        assert_eq!(of(typed("1987"), Vreemdeling::geboortedatum), "1987");
        assert_eq!(of(Cell::Day(Date::literal(2026, 11, 20)), Bekendmaking::datum), "2026-11-20");
        assert_eq!(of(Cell::Number(2_801_234_567.0), Vreemdeling::v_nummer), "2801234567");
        assert_eq!(of(Cell::Bool(false), Feiten::dienstplichtig), "false");
        assert_eq!(text(&Cell::Empty, Vreemdeling::achternaam), Ok(None));
        // What is not clear stays what it is, for the reader of cases to refuse.
        for unclear in ["9/3/1987", "9-3-87", "31-2-2026", "1-2-3-4", "+1-2-2026"] {
            assert_eq!(of(typed(unclear), Vreemdeling::geboortedatum), unclear);
        }
    }

    #[test]
    fn what_a_spreadsheet_changed_is_refused() {
        let day = Cell::Day(Date::literal(2026, 2, 1));
        assert_eq!(text(&day, Adres::huisnummer), Err("Het rekenblad maakte hier een datum van."));
        let bool = "Het rekenblad maakte hier WAAR of ONWAAR van.";
        assert_eq!(text(&Cell::Bool(true), Vreemdeling::achternaam), Err(bool));
        let number = "Het rekenblad maakte hier een getal van dat niet klopt.";
        assert_eq!(text(&Cell::Number(1.5), Adres::huisnummer), Err(number));
        assert_eq!(text(&Cell::Number(2.8e15), Vreemdeling::v_nummer), Err(number));
        assert_eq!(
            text(&Cell::Time, Bekendmaking::datum),
            Err("Hier staat een tijd, of een dag met een tijd.")
        );
        assert_eq!(
            text(&Cell::Error, Vreemdeling::achternaam),
            Err("Hier staat een fout van het rekenblad.")
        );
        let typed = |text: &str| Cell::Text(text.to_owned());
        assert_eq!(text(&typed("WAAR"), Vreemdeling::achternaam), Err(bool));
        assert_eq!(text(&typed("WAAR"), Feiten::dienstplichtig), Ok(Some("WAAR".to_owned())));
        assert_eq!(text(&typed("True"), Vreemdeling::achternaam), Ok(Some("True".to_owned())));
        for zero in [typed("0"), Cell::Zero, Cell::Number(0.0)] {
            assert!(text(&zero, Adres::toevoeging).unwrap_err().contains("alleen een 0"), "{zero:?}");
        }
        assert_eq!(text(&Cell::Zero, Vertrektermijn::weken), Ok(Some("0".to_owned())));
        assert_eq!(text(&Cell::Formula, Grond::motivering), Err("Hier staat een formule zonder uitkomst."));
        assert!(text(&Cell::PartOfDay, Vreemdeling::geboortedatum).unwrap_err().contains("een deel"));
        for name in ["'t Hart", "'s-Gravenhage", "'T HART", "'Abd al-Rahman"] {
            assert_eq!(text(&typed(name), Vreemdeling::achternaam), Ok(Some(name.to_owned())));
        }
    }

    #[test]
    fn a_refused_text_says_what_the_spreadsheet_may_have_done() {
        let of = |code: Code, text: &str, fact: Fact| match help(code, text, key_of(fact).unwrap()) {
            Some(Help::Also(help) | Help::Instead(help)) => help,
            None => "",
        };
        assert!(of(Code::BadIdentifier, "801234567", Vreemdeling::v_nummer).contains("nullen vooraan"));
        assert!(of(Code::BadIdentifier, "2,8E+09", Vreemdeling::v_nummer).contains("kortte"));
        assert!(of(Code::NotADate, "46348", Bekendmaking::datum).contains("telt het rekenblad"));
        assert!(of(Code::NotADate, "31-11-2026", Bekendmaking::datum).contains("bestaat niet"));
        assert!(of(Code::NotADate, "9-3-87", Vreemdeling::geboortedatum).contains("vier cijfers"));
        assert!(of(Code::BadAddress, "1-feb", Adres::huisnummer).contains("een datum"));
        assert!(of(Code::BadAddress, "feb-01", Adres::huisnummer).contains("een datum"));
        assert_eq!(of(Code::BadAddress, "1-2", Adres::huisnummer), "");
        assert_eq!(of(Code::BadAddress, "-", Adres::huisnummer), "");
        assert_eq!(of(Code::BadIdentifier, "12345678901", Vreemdeling::v_nummer), "");
        assert!(of(Code::NotABoolean, "x", Feiten::dienstplichtig).contains("`ja`"));
        assert!(of(Code::UnknownWord, "M", Vreemdeling::geslacht).contains("`woorden`"));
    }
}
