//! What a cell says of a fact: the text that a person would have typed, or that the spreadsheet changed it.

use super::table::Cell;
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

const AS_TEXT: &str = "Maak de kolom in het rekenblad op als tekst en typ de waarde opnieuw.";

/// The text of a cell for this key; `None` when the cell is empty.
///
/// # Errors
/// [`Changed`] when it holds something else than a text of this key.
pub fn text_of(cell: &Cell, key: &Key) -> Result<Option<String>, Changed> {
    let is_date = matches!(key.holds, Holds::Date | Holds::BirthDate);
    Ok(Some(match cell {
        Cell::Empty => return Ok(None),
        Cell::Text(text) if is_date => dutch_day(text).map_or_else(|| text.clone(), |day| day.to_string()),
        Cell::Text(text) => text.clone(),
        Cell::Day(day) if is_date => day.to_string(),
        Cell::Bool(yes) if matches!(key.holds, Holds::YesNo) => yes.to_string(),
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < LARGEST => format!("{number:.0}"),
        Cell::Number(_) => return Err(changed(Code::WrongShape, "Het rekenblad maakte hier een getal van dat niet klopt.")),
        Cell::Day(_) => return Err(changed(Code::WrongShape, "Het rekenblad maakte hier een datum van.")),
        Cell::Bool(_) => return Err(changed(Code::WrongShape, "Het rekenblad maakte hier WAAR of ONWAAR van.")),
        Cell::Time => {
            let hint = "Typ alleen de dag: jjjj-mm-dd.";
            return Err(Changed { code: Code::NotADate, message: "Hier staat een tijd, of een dag met een tijd.", hint });
        }
        Cell::Error => {
            let hint = "Typ de waarde zelf, of verbeter de formule.";
            return Err(Changed { code: Code::NotAName, message: "Hier staat een fout van het rekenblad.", hint });
        }
    }))
}

const fn changed(code: Code, message: &'static str) -> Changed {
    Changed { code, message, hint: AS_TEXT }
}

/// A day as a Dutch spreadsheet writes it: day, month and year in four digits, with hyphens.
fn dutch_day(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    if parts.next().is_some() || !digits(day, 2) || !digits(month, 2) || !digits(year, 4) || year.len() != 4 {
        return None;
    }
    Date::parse(&format!("{year}-{month:0>2}-{day:0>2}"))
}

/// What a spreadsheet may have done to a text that is refused for this key.
pub fn suspicion(text: &str, key: &Key) -> Option<&'static str> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_short_number = text.contains(['E', 'e']) && text.replace(',', ".").parse::<f64>().is_ok();
    let is_day = |text: &str| {
        let (first, rest) = text.split_once('-').unwrap_or((text, ""));
        (digits(first) && !digits(rest) || digits(rest) && !digits(first)) && !first.is_empty() && !rest.is_empty()
    };
    match key.holds {
        Holds::Date | Holds::BirthDate if digits(text) && text.len() == 5 => Some(
            "Misschien telt het rekenblad hier dagen: maak de kolom op als datum (jjjj-mm-dd) en sla de tabel opnieuw op.",
        ),
        Holds::Date | Holds::BirthDate if text.contains('-') || text.contains('/') => {
            Some("In een tabel mag ook dag-maand-jaar: d-m-jjjj, met een jaar van vier cijfers.")
        }
        Holds::Formed(_) if is_short_number => {
            Some("Misschien kortte het rekenblad een lang getal af. Maak de kolom op als tekst en typ de waarde opnieuw.")
        }
        Holds::Formed(Form::VNummer) if digits(text) && text.len() < Form::example(Form::VNummer).len() => Some(
            "Misschien haalde het rekenblad nullen vooraan weg: maak de kolom op als tekst en typ het hele nummer.",
        ),
        Holds::Formed(Form::HouseNumber) if is_day(text) => Some(
            "Misschien maakte het rekenblad van nummer en toevoeging een datum: maak de kolom op als tekst. De toevoeging heeft een eigen feit.",
        ),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, suspicion, text_of};
    use crate::case::model::{Adres, Bekendmaking, Feiten, Vreemdeling, key_of};
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
        assert_eq!(text(&Cell::Time, Bekendmaking::datum), Err("Hier staat een tijd, of een dag met een tijd."));
        assert_eq!(text(&Cell::Error, Vreemdeling::achternaam), Err("Hier staat een fout van het rekenblad."));
    }

    #[test]
    fn a_refused_text_says_what_the_spreadsheet_may_have_done() {
        let of = |text: &str, fact: Fact| suspicion(text, key_of(fact).unwrap()).unwrap_or_default();
        assert!(of("801234567", Vreemdeling::v_nummer).contains("nullen vooraan"));
        assert!(of("2,8E+09", Vreemdeling::v_nummer).contains("kortte"));
        assert!(of("46348", Bekendmaking::datum).contains("telt het rekenblad"));
        assert!(of("1-feb", Adres::huisnummer).contains("een datum"));
        assert!(of("feb-01", Adres::huisnummer).contains("een datum"));
        assert!(of("9-3-87", Vreemdeling::geboortedatum).contains("vier cijfers"));
        assert_eq!(of("-", Adres::huisnummer), "");
        assert_eq!(of("12345678901", Vreemdeling::v_nummer), "");
    }
}
