//! Dates in the languages of the rows for readers who do not read Dutch.

use crate::law::date::Date;
use crate::words::Language;

/// The months as they stand behind a day.
const UKRAINIAN: [&str; 12] = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
];
const RUSSIAN: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The days of the week from Monday.
const UKRAINIAN_DAYS: [&str; 7] =
    ["понеділок", "вівторок", "середа", "четвер", "п’ятниця", "субота", "неділя"];
const RUSSIAN_DAYS: [&str; 7] =
    ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];
const ENGLISH_DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A date with its day of the week in this language: `18 December 2026 (Friday)`.
pub(super) fn date_with_weekday(day: Date, language: Language) -> String {
    let days = match language {
        Language::Ukrainian => UKRAINIAN_DAYS,
        Language::Russian => RUSSIAN_DAYS,
        Language::English => ENGLISH_DAYS,
    };
    format!("{} ({})", date(day, language), days.get(day.weekday() as usize).copied().unwrap_or_default())
}

/// A date in this language: `18 December 2026`, `18 грудня 2026`.
pub(super) fn date(day: Date, language: Language) -> String {
    let months = match language {
        Language::Ukrainian => UKRAINIAN,
        Language::Russian => RUSSIAN,
        Language::English => ENGLISH,
    };
    let month = usize::try_from(day.month()).ok().and_then(|month| months.get(month.checked_sub(1)?));
    format!("{} {} {}", day.day(), month.copied().unwrap_or_default(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_the_month_of_its_language() {
        let of = |language| date(Date::literal(2026, 12, 18), language);
        assert_eq!(of(Language::Ukrainian), "18 грудня 2026");
        assert_eq!(of(Language::Russian), "18 декабря 2026");
        assert_eq!(of(Language::English), "18 December 2026");
        assert_eq!(date(Date::literal(2027, 1, 1), Language::English), "1 January 2027");
    }
}
