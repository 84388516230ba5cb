//! Compares the object of `uitleg --json` with what an author expected of it.
//!
//! `F2|F3` means either; `!voldaan` means anything but that; a class (`F2`) is the beginning of a code; a path is met
//! by a place at it or inside it, `bij` also by one around it; a term with `optioneel` may be absent, and its days are
//! not compared; `termijnen_bevat` gives last days by kind, beside which others may stand (`null`: no such term). A key
//! that the author left out is not compared; the outcome always is, and the kinds of the letters where it is `brieven`.

use serde_json::Value;

/// Keys of a letter that are compared as they are.
const LETTER: &[&str] = &["gronden", "terugkeerbesluit", "terugwerkend", "ingangsdatum"];

/// The differences, one sentence each; if the outcome differs, only that one.
pub fn compare(want: &Value, got: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    if !either(text(&want["uitkomst"]), text(&got["uitkomst"])) {
        wrong.push(format!(
            "uitkomst: expected {}, found {} {}",
            want["uitkomst"], got["uitkomst"], got["diagnoses"]
        ));
        return wrong;
    }
    if want.get("brieven").is_some() || text(&got["uitkomst"]) != "brieven" {
        letters(list(&want["brieven"]), list(&got["brieven"]), &mut wrong);
    }
    target_group(want, list(&got["doelgroep"]), &mut wrong);
    let proof = "bewijs_van_verblijf";
    if want.get(proof).is_some_and(|expected| *expected != got[proof]) {
        wrong.push(format!("{proof}: expected {}, found {}", want[proof], got[proof]));
    }
    for expected in list(&want["diagnoses"]) {
        if !list(&got["diagnoses"]).iter().any(|found| fits(expected, found)) {
            wrong.push(format!("diagnose {expected} is not in {}", got["diagnoses"]));
        }
    }
    for id in list(&want["regels_bevat"]) {
        if !list(&got["regels"]).iter().any(|rule| rule["id"] == *id) {
            wrong.push(format!("regels lack {id}"));
        }
    }
    wrong
}

fn letters(want: &[Value], got: &[Value], wrong: &mut Vec<String>) {
    let kinds = |letters: &[Value]| letters.iter().map(|l| text(&l["soort"]).to_owned()).collect::<Vec<_>>();
    if kinds(want) != kinds(got) {
        wrong.push(format!("brieven: expected {:?}, found {:?}", kinds(want), kinds(got)));
        return;
    }
    for (expected, found) in want.iter().zip(got) {
        for key in LETTER {
            if expected.get(key).is_some_and(|value| *value != found[key]) {
                wrong.push(format!("{key}: expected {}, found {}", expected[key], found[key]));
            }
        }
        for (kind, day) in expected["termijnen_bevat"].as_object().into_iter().flatten() {
            let term = list(&found["termijnen"]).iter().find(|term| term["soort"] == **kind);
            let last = term.map_or(&Value::Null, |term| &term["laatste_dag"]);
            if last != day {
                wrong.push(format!("term {kind}: expected {day}, found {last}"));
            }
        }
        if expected.get("termijnen").is_some() {
            terms(list(&expected["termijnen"]), list(&found["termijnen"]), wrong);
        }
    }
}

/// Compares each expected term with a found one of its kind: with one of its own length if there is one.
fn terms(want: &[Value], got: &[Value], wrong: &mut Vec<String>) {
    let mut left: Vec<&Value> = got.iter().collect();
    for expected in want {
        let optional = expected.get("optioneel").is_some_and(|it| *it == true);
        let of_kind = |found: &&Value| found["soort"] == expected["soort"];
        let exactly =
            |found: &&Value| of_kind(found) && expected.get("lengte").is_none_or(|it| *it == found["lengte"]);
        let at =
            left.iter().position(exactly).or_else(|| left.iter().position(of_kind).filter(|_| !optional));
        let Some(at) = at else {
            if !optional {
                wrong.push(format!("term {} is missing", expected["soort"]));
            }
            continue;
        };
        let found = left.remove(at);
        for (key, value) in expected.as_object().into_iter().flatten() {
            if !optional && found[key] != *value {
                wrong.push(format!("term {}: {key} {value}, found {}", expected["soort"], found[key]));
            }
        }
    }
    wrong.extend(left.iter().map(|extra| format!("term {} is not expected", extra["soort"])));
}

fn target_group(want: &Value, got: &[Value], wrong: &mut Vec<String>) {
    for (condition, expected) in want["doelgroep"].as_object().into_iter().flatten() {
        let found =
            got.iter().find(|it| it["voorwaarde"] == **condition).map_or("", |it| text(&it["uitkomst"]));
        let right = match text(expected).strip_prefix('!') {
            Some(not) => !found.is_empty() && found != not,
            None => either(text(expected), found),
        };
        if !right {
            wrong.push(format!("doelgroep.{condition}: expected {expected}, found {found}"));
        }
    }
}

fn fits(want: &Value, got: &Value) -> bool {
    let class = text(&want["klasse"]).split('|').any(|class| text(&got["code"]).starts_with(class));
    let paths = list(&want["pad"]).iter().all(|path| {
        list(&got["plaatsen"]).iter().any(|place| {
            let rest = text(&place["pad"]).strip_prefix(text(path));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        })
    });
    let near = want.get("bij").is_none_or(|path| {
        list(&got["plaatsen"]).iter().any(|place| around(text(&place["pad"]), text(path)))
    });
    let class = class || want.get("klasse").is_none();
    class && paths && near && want.get("regel_id").is_none_or(|id| *id == got["regel_id"])
}

/// Whether one path is the other, or lies above it.
fn around(one: &str, other: &str) -> bool {
    let inside = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    inside(one, other) || inside(other, one)
}

fn either(want: &str, got: &str) -> bool {
    want.split('|').any(|one| one == got)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
