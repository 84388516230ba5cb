//! Dates as regular expressions: days that exist, of the years 1900 to 2100, as the reader takes them.

/// The years that a date of a case may have; the reader takes fewer for a date of the procedure.
const YEAR: &str = "(?:19[0-9]{2}|20[0-9]{2}|2100)";
/// Every leap year.
const LEAP_YEAR: &str = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";
const MONTH: &str = "(?:0[1-9]|1[0-2])";
/// Month and day of every year.
const DAY: &str = "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))";

/// What a date of a case is as a text.
pub fn pattern() -> String {
    format!(r"^\s*(?={YEAR})(?:{})\s*$", any_day())
}

/// What a date of birth is as a text: also only its month or year, or `onbekend`.
pub fn birth_pattern() -> String {
    format!(r"^\s*(?:(?={YEAR})(?:{})|{YEAR}-{MONTH}|{YEAR}|onbekend)\s*$", any_day())
}

/// What a date is as a text, of any year.
pub fn any() -> String {
    format!("^(?:{})$", any_day())
}

fn any_day() -> String {
    format!("[0-9]{{4}}-{DAY}|{LEAP_YEAR}-02-29")
}
