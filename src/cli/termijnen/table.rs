//! Deadlines for a spreadsheet as CSV and for a program as JSON, a line a deadline. The columns are the keys.

use super::deadline::Deadline;
use crate::csv::Dialect;
use crate::law::date::Date;
use serde_json::Value;

/// The columns of every list.
const COLUMNS: [&str; 5] = ["laatste_dag", "termijn", "kenmerk", "soort", "brief"];
/// The columns that a list of open voornemens has besides.
const OF_OPEN: [&str; 2] = ["bekendmaking", "dagen_voorbij"];

/// The deadlines as CSV. With a day they are those of open voornemens, which were over so many days before it.
pub fn csv(deadlines: &[Deadline], dialect: Dialect, open_on: Option<Date>) -> String {
    let head: Vec<Value> = columns(open_on).map(Value::from).collect();
    let lines = deadlines.iter().map(|deadline| dialect.line(&cells(deadline, open_on)));
    [dialect.start().to_owned(), dialect.line(&head)].into_iter().chain(lines).collect()
}

/// The same as lines of JSON.
pub fn json(deadlines: &[Deadline], open_on: Option<Date>) -> String {
    let line = |deadline: &Deadline| {
        let keys = columns(open_on).map(str::to_owned).zip(cells(deadline, open_on));
        format!("{}\n", Value::Object(keys.collect()))
    };
    deadlines.iter().map(line).collect()
}

fn columns(open_on: Option<Date>) -> impl Iterator<Item = &'static str> {
    COLUMNS.into_iter().chain(OF_OPEN.into_iter().filter(move |_| open_on.is_some()))
}

fn cells(deadline: &Deadline, open_on: Option<Date>) -> Vec<Value> {
    let Deadline { last_day, kenmerk, kind, letter, file, made_known, .. } = deadline;
    let day = last_day.to_string();
    let mut cells = [&day, kind.json_word(), kenmerk.as_str(), letter.id(), file].map(Value::from).to_vec();
    if let Some(day) = open_on {
        cells.extend([made_known.to_string().into(), day.days_since(*last_day).into()]);
    }
    cells
}
