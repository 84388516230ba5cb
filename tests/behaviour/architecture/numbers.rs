//! Days, ages and lengths of the law stand in the tables: `law` and `decide` hold no number above two and no
//! date.
//!
//! A number in code has no source, no version and no date from which it holds; a row has.

use crate::architecture::source::Source;
use rtbrief::law::date::Date;

/// The rooms that may hold no number of the law.
const ROOMS: &[&str] = &["law", "decide"];

/// The largest number that every file may hold: zero, one and two are no choice of the law.
const SMALL: u128 = 2;

/// Numbers that are no choice of the law, or that a row cannot say: the file, the numbers (none named: all),
/// and why.
const ALLOWED: &[(&str, &[u128], &str)] = &[
    ("src/decide/border.rs", &[4], "how many rules a list has"),
    ("src/decide/person.rs", &[12, 31], "the last day of a year of birth"),
    ("src/law/book/mod.rs", &[8], "how many tables there are"),
    ("src/law/calendar/holiday.rs", &[], "the feestdagen (Atw 3) and the sum of Easter"),
    ("src/law/calendar/mod.rs", &[12, 24], "days around New Year that a decree may make free"),
    ("src/law/date.rs", &[], "the form of a date, weekdays, months, the years that are known"),
    ("src/law/length.rs", &[], "the longest length that can be counted, in each unit"),
    ("src/law/term/compute.rs", &[7, 12, 24], "hours of a day, days of a week, months of a year"),
    ("src/law/term/steps.rs", &[3, 13, 24], "how many texts a list has, hours of a day"),
];

/// The numbers and dates of a file that belong in a table.
pub fn outside_tables(source: &Source) -> Vec<String> {
    if !ROOMS.contains(&source.room()) {
        return Vec::new();
    }
    let allowed = |number: u128| {
        ALLOWED.iter().any(|(file, numbers, _)| {
            *file == source.file && (numbers.is_empty() || numbers.contains(&number))
        })
    };
    let numbers = source.integers.iter().filter(|it| it.value > SMALL && !allowed(it.value));
    let numbers = numbers.map(|it| format!("{}:{}: the number {}", source.file, it.line, it.value));
    let dates = source.strings.iter().filter(|it| has_date(&it.value));
    let dates = dates.map(|it| format!("{}:{}: the date in `{}`", source.file, it.line, it.value));
    numbers.chain(dates).collect()
}

/// The exceptions that no file needs.
pub fn needless(sources: &[Source]) -> Vec<String> {
    let mut gone = Vec::new();
    for (file, numbers, _) in ALLOWED {
        let own: Vec<u128> = sources
            .iter()
            .filter(|source| source.file == *file)
            .flat_map(|source| source.integers.iter().map(|it| it.value))
            .filter(|number| *number > SMALL)
            .collect();
        if own.is_empty() {
            gone.push(format!("{file} needs no exception"));
        }
        let unused = numbers.iter().filter(|number| !own.contains(number));
        gone.extend(unused.map(|number| format!("{file}: {number} needs no exception")));
    }
    gone
}

/// Whether a text holds a date: `2021-11-27`, `27 november 2021`.
fn has_date(text: &str) -> bool {
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
    };
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let months: Vec<String> = (1..=12).filter_map(month).collect();
    let is_month = |word: &String| months.contains(word);
    words(text).windows(3).any(|part| {
        let iso = is_year(&part[0]) && is_number(&part[1]) && is_number(&part[2]);
        let said = is_number(&part[0]) && is_month(&part[1]) && is_year(&part[2]);
        iso || said
    })
}

/// The name of a month, as the program writes it.
fn month(month: u32) -> Option<String> {
    let day = Date::parse(&format!("2026-{month:02}-01"))?.dutch();
    day.split(' ').nth(1).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::outside_tables;
    use crate::architecture::source::Source;

    #[test]
    fn a_number_and_a_date_in_code_are_seen() {
        let text = "// 28 dagen, 2021-11-27\nconst AWAY: u32 = 28;\nfn f() {\n    vec![0, 1, 2, 18];\n    a(\"2021-11-27\", \"vóór 27 november 2021\", \"27 dagen\", \"1-2-3\");\n}\n#[cfg(test)]\nmod tests { const A: u32 = 90; }";
        let seen = |file: &str| outside_tables(&Source::new(file, text));
        let expected = [
            "src/decide/absent.rs:2: the number 28",
            "src/decide/absent.rs:4: the number 18",
            "src/decide/absent.rs:5: the date in `2021-11-27`",
            "src/decide/absent.rs:5: the date in `vóór 27 november 2021`",
        ];
        assert_eq!(seen("src/decide/absent.rs"), expected);
        assert_eq!(seen("src/law/term/steps.rs").len(), expected.len());
        assert!(seen("src/letter/words.rs").is_empty());
    }
}
