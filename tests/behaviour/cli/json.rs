//! `--json` of every command at every end: standard output is lines of JSON that `schema/uitkomst.schema.json` describes.

use super::commands;
use crate::support::desk::{Desk, changed};
use crate::support::schema::Schema;
use serde_json::Value;
use std::collections::BTreeSet;

const GOOD: &str = "weigering-inreisstempel";
const REFUSED: &str = "weigering-inreisstempel-tegengesproken";
const SCHEMA: &str = "schema/uitkomst.schema.json";

/// A command with `--json`: what is run before it, how it is called, its exit code, and whether it says a finding.
struct End {
    before: &'static str,
    call: &'static str,
    exit: i32,
    /// The code of a finding that it must say; `Some("")` is one without a code, `None` asks for no finding at all.
    says: Option<&'static str>,
}

const fn end(call: &'static str, exit: i32, says: Option<&'static str>) -> End {
    End { before: "", call, exit, says }
}

const fn after(before: &'static str, call: &'static str, exit: i32, says: Option<&'static str>) -> End {
    End { before, call, exit, says }
}

/// The ends of a command: success, a finding, wrong use, a file that cannot be read or written. A command without one of
/// them (`termijn` reads no file) names the others.
#[allow(clippy::too_many_lines)] // a list
fn ends() -> Vec<(&'static str, Vec<End>)> {
    let made = "maak zaak.yaml";
    let ran = "batch zaak.yaml -o uit --voorbeeld";
    let ran_intention = "batch voornemen.yaml -o uit --voorbeeld";
    vec![
        (
            "maak",
            vec![
                end("maak zaak.yaml", 0, None),
                end("maak zaak.yaml --concept -v", 0, None),
                end("maak zaak.yaml --droog", 0, None),
                end("maak geen.yaml", 0, None),
                end("maak fout.yaml", 1, Some("F203")),
                end("maak vraag.yaml", 3, Some("V101")),
                after("maak zaak.yaml -o a.pdf", "maak anders.yaml -o a.pdf", 1, Some("F702")),
                end("maak", 2, Some("")),
                end("maak zaak.yaml --formaat doc", 2, Some("")),
                end("maak zaak.yaml --organisatie weg.yaml", 2, Some("F602")),
                end("maak zaak.yaml --organisatie leeg.yaml", 2, Some("F602")),
                end("maak zaak.yaml --sjablonen weg", 2, Some("F601")),
                end("maak zaak.yaml --sjablonen fout", 2, Some("F601")),
                end("maak weg.yaml", 74, Some("F101")),
                end("maak zaak.yaml -o zaak.yaml/in", 74, Some("")),
                end("maak zaak.yaml -o weg/brief.pdf", 74, Some("F701")),
            ],
        ),
        (
            "controleer",
            vec![
                end("controleer zaak.yaml geen.yaml -v", 0, None),
                end("controleer fout.yaml", 1, Some("F203")),
                end("controleer leeg.yaml", 1, Some("F103")),
                end("controleer zaken", 1, Some("F203")),
                end("controleer onderweg", 2, Some("")),
                end("controleer zaak.yaml --bekendmaking morgen", 2, Some("")),
                end("controleer weg.yaml", 74, Some("F101")),
            ],
        ),
        (
            "uitleg",
            vec![
                end("uitleg zaak.yaml geen.yaml fout.yaml --zinnen", 1, None),
                end("uitleg vraag.yaml", 3, None),
                end("uitleg zaak.yaml --html", 2, Some("")),
                end("uitleg weg.yaml", 74, Some("F101")),
            ],
        ),
        (
            "invoer",
            vec![
                end("invoer tabel.csv --kolommen kolommen.yaml -o zaken", 1, Some("F114")),
                end("invoer goed.csv --kolommen kolommen.yaml -o zaken", 0, None),
                end("invoer goed.csv --kolommen kolommen.yaml --droog", 0, None),
                end("invoer kop.csv --kolommen kolommen.yaml --droog", 1, Some("F104")),
                end("invoer leeg.yaml --kolommen kolommen.yaml --droog", 1, Some("F104")),
                end("invoer goed.csv --kolommen kolommen.yaml", 2, Some("")),
                end("invoer goed.csv --kolommen leeg.yaml --droog", 2, Some("")),
                end("invoer goed.csv --kolommen weg.yaml --droog", 2, Some("")),
                end("invoer anders.csv --kolommen kolommen.yaml --droog", 2, Some("")),
                end("invoer weg.csv --kolommen kolommen.yaml --droog", 74, Some("F101")),
                end("invoer goed.csv --kolommen kolommen.yaml -o zaak.yaml", 74, Some("")),
            ],
        ),
        (
            "termijn",
            vec![
                end("termijn bezwaar 2026-11-20", 0, None),
                end("termijn lijst", 0, None),
                end("termijn kalender 2027", 0, None),
                end("termijn bezwaar morgen", 2, Some("")),
                end("termijn zomaar 2026-11-20", 2, Some("")),
            ],
        ),
        (
            "termijnen",
            vec![
                after(ran, "termijnen uit", 0, None),
                after(ran, "termijnen uit --open --op 2199-01-01", 0, None),
                after(ran_intention, "termijnen uit --open --op 2199-01-01", 0, None),
                end("termijnen weg", 1, Some("")),
                end("termijnen onderweg", 1, Some("")),
                end("termijnen leeg --soort zomer", 2, Some("")),
                end("termijnen leeg --op 2027-01-01", 2, Some("")),
                end("termijnen half", 74, Some("")),
            ],
        ),
        (
            "regels",
            vec![
                end("regels", 0, None),
                end("regels grond.inreisstempel", 0, None),
                end("regels --zoek zomerregen", 0, None),
                end("regels grond.inreis", 2, Some("")),
            ],
        ),
        (
            "verifieer",
            vec![
                after(made, "verifieer .", 0, None),
                after(made, "verifieer . --zaken weg", 74, Some("")),
                after(ran, "verifieer uit", 0, None),
                end("verifieer onderweg", 1, Some("")),
                end("verifieer leeg", 2, Some("")),
                end("verifieer weg", 74, Some("")),
            ],
        ),
        (
            "batch",
            vec![
                end(ran, 0, None),
                end("batch zaak.yaml geen.yaml fout.yaml --droog --voorbeeld", 1, Some("F203")),
                end("batch zaak.yaml -o uit", 2, Some("")),
                end("batch zaak.yaml", 2, Some("")),
                end("batch zaak.yaml weg.yaml -o uit --voorbeeld", 74, Some("F101")),
                end("batch zaak.yaml --codes weg.csv --drukstroom -o uit --voorbeeld", 74, Some("F701")),
            ],
        ),
        ("sjablonen lees", vec![end("sjablonen lees", 0, None), end("sjablonen lees zomer", 2, Some(""))]),
        (
            "sjablonen lijst",
            vec![
                end("sjablonen lijst", 0, None),
                end("sjablonen lijst --sjablonen weg", 2, Some("F601")),
                end("sjablonen lijst alles", 2, Some("")),
            ],
        ),
        (
            "sjablonen controleer",
            vec![
                end("sjablonen controleer", 0, None),
                end("sjablonen controleer fout", 1, Some("F601")),
                end("sjablonen controleer fout --sjablonen fout", 2, Some("")),
                end("sjablonen controleer weg", 74, Some("F101")),
            ],
        ),
        (
            "sjablonen velden",
            vec![
                end("sjablonen velden weigeringsbesluit", 0, None),
                end("sjablonen velden zomer", 2, Some("")),
            ],
        ),
        (
            "sjablonen vergelijk",
            vec![
                end("sjablonen vergelijk zaak.yaml --sjablonen leeg", 0, None),
                end("sjablonen vergelijk zaak.yaml --sjablonen eigen", 1, None),
                end("sjablonen vergelijk zaak.yaml", 2, Some("")),
                end("sjablonen vergelijk weg.yaml --sjablonen leeg", 74, Some("F101")),
            ],
        ),
    ]
}

/// A desk with cases of each kind, and folders of templates and of runs.
fn desk() -> Desk {
    let desk = Desk::new()
        .case("zaak.yaml", GOOD)
        .case("fout.yaml", REFUSED)
        .case("geen.yaml", "triage-positief-geen-brief")
        .case("vraag.yaml", "besluit-nieuwe-verklaringen-vraag")
        .case("voornemen.yaml", "voornemen-intrekking-nooit-voldaan")
        .file("anders.yaml", changed(GOOD, "geslacht: man", "geslacht: vrouw"))
        .file("leeg.yaml", "");
    for folder in ["leeg", "fout", "eigen", "eigen/parts", "onderweg", "zaken", "half"] {
        std::fs::create_dir(desk.path(folder)).unwrap();
    }
    let own = std::fs::read_to_string(crate::support::root("letter-templates/parts/hulp.md")).unwrap();
    let table = std::fs::read_to_string(crate::support::root("docs/voorbeeld-invoer/zaken.csv")).unwrap();
    let rows = |rows: usize| table.lines().take(rows).map(|line| format!("{line}\n")).collect::<String>();
    let columns = std::fs::read(crate::support::root("docs/voorbeeld-invoer/kolommen.yaml")).unwrap();
    desk.file("fout/brief.txt", "tekst")
        .file("tabel.csv", &table)
        .file("goed.csv", rows(4))
        .file("kop.csv", rows(1))
        .file("anders.csv", table.replacen("Zaaknummer", "Nummer", 1))
        .file("kolommen.yaml", columns)
        .file("eigen/parts/hulp.md", own.replacen("vragen", "vraagjes", 1))
        .file("onderweg/.rtbrief-onderweg", "1\n")
        .file("half/samenvatting.json", crate::support::post::old_summary())
        .case("zaken/a.yaml", GOOD)
        .case("zaken/b.yaml", REFUSED)
}

#[test]
fn every_end_of_every_command_is_lines_of_json() {
    let schema = Schema::read(SCHEMA);
    for (command, ends) in ends() {
        let definition = format!("opdracht_{}", command.replace(' ', "_"));
        for End { before, call, exit, says } in ends {
            let desk = desk();
            if !before.is_empty() {
                desk.run(before).exits(0);
            }
            let ran = desk.run(&format!("{call} --json")).exits(exit);
            let objects = ran.objects();
            assert!(!objects.is_empty(), "{call}: nothing on standard output\n{}", ran.errors());
            for object in &objects {
                assert_eq!(schema.wrong(&definition, object), None, "{call}: {object}");
            }
            let findings: Vec<&Value> = objects.iter().filter(|it| it.get("ernst").is_some()).collect();
            match says {
                None => assert!(findings.is_empty(), "{call}: {findings:?}"),
                Some(code) => {
                    let code = if code.is_empty() { Value::Null } else { code.into() };
                    assert!(findings.iter().any(|it| it["code"] == code), "{call}: {objects:?}");
                }
            }
        }
    }
}

#[test]
fn every_command_that_knows_json_is_among_them_and_the_schema_knows_each() {
    let known: BTreeSet<String> = ends().iter().map(|(command, _)| (*command).to_owned()).collect();
    let offered = commands::all().into_iter().filter(|command| commands::help(command).contains("--json"));
    assert_eq!(offered.collect::<BTreeSet<String>>(), known);
    let schema = Schema::read(SCHEMA);
    let defined = schema.definitions().filter_map(|name| name.strip_prefix("opdracht_"));
    let defined: BTreeSet<String> = defined.map(|name| name.replace('_', " ")).collect();
    assert_eq!(defined, known);
}

#[test]
fn findings_and_cases_name_their_kenmerk() {
    let desk = desk();
    for call in ["controleer", "maak", "batch --droog --voorbeeld"] {
        let objects =
            desk.run(&format!("{call} --json zaak.yaml geen.yaml fout.yaml vraag.yaml")).exits(1).objects();
        for object in objects.iter().filter(|object| object.get("zaken").is_none()) {
            assert!(object["kenmerk"].as_str().is_some_and(|it| it.starts_with("RTB-")), "{call}: {object}");
        }
        assert!(objects.iter().any(|object| object["code"] == "F203"), "{call}");
    }
}

/// A program that reads `--json` must not have to read sentences: no text of a fault is written past [`Session::fault`].
#[test]
fn no_command_writes_a_fault_of_its_own() {
    let mut found = Vec::new();
    let mut folders = vec![crate::support::root("src/cli")];
    while let Some(folder) = folders.pop() {
        for path in crate::support::entries(&folder) {
            if path.is_dir() {
                folders.push(path);
            } else if !["fault.rs", "usage.rs"].contains(&crate::support::name(&path).as_str()) {
                let text = std::fs::read_to_string(&path).unwrap();
                found.extend(text.contains("\"fout").then_some(path));
            }
        }
    }
    assert_eq!(found, Vec::<std::path::PathBuf>::new());
}

#[test]
fn the_validator_finds_what_is_wrong() {
    let schema = Schema::read(SCHEMA);
    let good = Desk::with(REFUSED).run("controleer zaak.yaml --json").exits(1).objects().remove(0);
    assert_eq!(schema.wrong("bevinding", &good), None);
    let with = |key: &str, value: Value| {
        let mut other = good.clone();
        other[key] = value;
        other
    };
    let mut without = good.clone();
    without.as_object_mut().unwrap().remove("kenmerk");
    let wrong =
        [with("code", "X1".into()), with("ernst", "ernstig".into()), with("nieuw", true.into()), without];
    for object in wrong.iter().chain([&with("plaatsen", Value::Null), &with("document", "1".into())]) {
        assert!(schema.wrong("bevinding", object).is_some(), "{object}");
    }
}
