//! The tables of the law as JSON, which the program reads (`data/rules`): they are those of `letter-templates/rules`.
//!
//! `RTBRIEF_UPDATE=1` rewrites them.

use super::pages::compare;
use super::{root, text};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

fn names(folder: &str, ending: &str) -> BTreeSet<String> {
    let files = fs::read_dir(root().join(folder)).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| name.strip_suffix(ending).map(str::to_owned)).collect()
}

/// A table as JSON, with a line for each row.
fn as_json(yaml: &str) -> String {
    match serde_saphyr::from_str::<Value>(yaml).unwrap() {
        Value::Array(rows) => {
            let rows: Vec<String> = rows.iter().map(Value::to_string).collect();
            format!("[\n{}\n]\n", rows.join(",\n"))
        }
        other => format!("{other}\n"),
    }
}

#[test]
fn the_tables_that_the_program_reads_are_those_that_people_write() {
    let tables = names("letter-templates/rules", ".yaml");
    for name in &tables {
        compare(
            &format!("data/rules/{name}.json"),
            &as_json(&text(&format!("letter-templates/rules/{name}.yaml"))),
        );
    }
    assert_eq!(tables, names("data/rules", ".json"));
}
