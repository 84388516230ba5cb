//! The findings of a run: `fouten.jsonl` for programs, `fouten.csv` for spreadsheets, and lines on the terminal for a dry
//! run. They say the same, in the same order, and never a value of a case.

use crate::support::desk::Desk;
use crate::support::post::{ONE, batch, desk, rows, same, summary, tree, with_kenmerk};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

const REFUSED: &str = "weigering-inreisstempel-tegengesproken";
const QUESTION: &str = "besluit-nieuwe-verklaringen-vraag";
const HEADER: &str = "kenmerk,bestand,document,regel,code,ernst,bericht,hint,regel_id";

/// A desk with a good case, three that get no letter, and one with a word of its own where it may not stand.
fn mixed() -> Desk {
    let desk = desk(&[
        ("=a.yaml", REFUSED, "K-2"),
        ("b.yaml", "bestand-yaml-kapot", "K-3"),
        ("c.yaml", ONE, "K-1"),
        ("d.yaml", QUESTION, "K-4"),
    ]);
    let broken = with_kenmerk(ONE, "K-5").replace("uitkomst: weigering", "uitkomst: Kovalenko");
    desk.file("zaken/e.yaml", format!("{}---\n{broken}", with_kenmerk(ONE, "K-6")))
}

/// The cells of a line of CSV.
fn cells(line: &str, separator: char) -> Vec<String> {
    let (mut found, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            _ if c == separator && !quoted => found.push(String::new()),
            _ => found.last_mut().unwrap().push(c),
        }
    }
    found
}

/// What the cells of a finding must be; a quote is left out, as [`cells`] does.
fn expected(finding: &Value) -> Vec<String> {
    let line = finding["plaatsen"].as_array().unwrap().iter().find_map(|place| place["regel"].as_u64());
    let text = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) if text.starts_with('=') => format!("'{text}"),
        Value::String(text) => text.replace('"', ""),
        other => other.to_string(),
    };
    let cell = |column| if column == "regel" { text(&line.into()) } else { text(&finding[column]) };
    HEADER.split(',').map(cell).collect()
}

fn assert_same_rows(desk: &Desk, folder: &str) {
    let (csv, findings) =
        (desk.read(&format!("{folder}/fouten.csv")), rows(desk, &format!("{folder}/fouten.jsonl")));
    let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(lines[0], HEADER);
    assert_eq!(lines.len(), findings.len() + 1, "{csv}");
    for (line, finding) in lines[1..].iter().zip(&findings) {
        assert_eq!(cells(line, ','), expected(finding));
    }
}

/// The number of the line in a file that begins with this.
fn line_of(desk: &Desk, file: &str, begin: &str) -> usize {
    let text = desk.read(file);
    text.lines().position(|line| line.trim_start().starts_with(begin)).unwrap() + 1
}

#[test]
fn a_spreadsheet_has_a_row_for_each_finding_in_the_order_of_the_cases() {
    let desk = mixed();
    batch(&desk, "zaken -o uit").exits(1);
    assert_same_rows(&desk, "uit");
    let csv = desk.read("uit/fouten.csv");
    let codes: Vec<String> = csv.lines().skip(1).map(|line| cells(line, ',')[4].clone()).collect();
    assert_eq!(codes[0], "F203");
    assert!(
        codes.contains(&"V110".to_owned()) || codes.iter().any(|code| code.starts_with('V')),
        "{codes:?}"
    );
    let first = cells(csv.lines().nth(1).unwrap(), ',');
    assert_eq!(first[..3], ["K-2", "'=a.yaml", "1"]);
    assert_eq!(first[5], "fout");
    assert!(csv.contains("\r\nK-5,e.yaml,2,"), "{csv}");
    assert!(!csv.contains("Kovalenko"), "{csv}");
    let vouched = summary(&desk, "uit")["bestanden"].clone();
    let rows_of = |name: &str| {
        let found = vouched.as_array().unwrap().iter().find(|file| file["bestand"] == name).unwrap();
        found["rijen"].as_u64().unwrap()
    };
    assert_eq!(rows_of("fouten.csv"), codes.len() as u64);
    assert_eq!(rows_of("fouten.csv"), rows_of("fouten.jsonl"));
    desk.run("verifieer uit").exits(0);
    let desk = desk.file("uit/fouten.csv", csv + "x\r\n");
    desk.run("verifieer uit").exits(1).prints("fouten.csv heeft");
}

#[test]
fn without_findings_the_spreadsheet_has_its_head_alone() {
    let desk = desk(&[("a.yaml", ONE, "K-1")]);
    batch(&desk, "zaken -o uit").exits(0);
    assert_eq!(desk.read("uit/fouten.csv"), format!("{HEADER}\r\n"));
    assert_eq!(desk.read("uit/fouten.jsonl"), "");
}

#[test]
fn it_follows_the_last_run_and_a_round_adds_to_it() {
    let desk = mixed();
    batch(&desk, "zaken -o uit").exits(1);
    let first = tree(&desk, "uit");
    batch(&desk, "zaken -o uit").exits(1);
    same(&first, &tree(&desk, "uit"));
    // A case that is refused for something else changes nothing but the findings.
    let other = with_kenmerk(REFUSED, "K-2").replace("geslacht:", "slacht:");
    let desk = desk.file("zaken/=a.yaml", other);
    batch(&desk, "zaken -o uit").exits(1);
    assert_same_rows(&desk, "uit");
    let second = desk.read("uit/fouten.csv");
    assert!(!second.contains(",F203,") && second.contains("K-2,'=a.yaml,1,"), "{second}");
    let desk = desk.file("zaken/z.yaml", with_kenmerk(REFUSED, "K-9"));
    batch(&desk, "zaken -o uit --vervolg").exits(1);
    let third = desk.read("uit/fouten.csv");
    assert!(third.starts_with(&second) && third.len() > second.len(), "{third}");
    assert_eq!(third.matches(HEADER).count(), 1);
    assert!(third.lines().last().unwrap().starts_with("K-9,z.yaml,1,"), "{third}");
    assert_same_rows(&desk, "uit");
    desk.run("verifieer uit").exits(0);
}

#[test]
fn a_run_that_was_cut_short_is_completed_with_the_same_rows() {
    let desk = mixed();
    batch(&desk, "zaken -o heel").exits(1);
    // The name is taken: the run stops while its files get their names.
    fs::create_dir_all(desk.path("uit/fouten.csv")).unwrap();
    batch(&desk, "zaken -o uit").exits(74);
    fs::remove_dir(desk.path("uit/fouten.csv")).unwrap();
    batch(&desk, "zaken -o uit").exits(1);
    same(&tree(&desk, "heel"), &tree(&desk, "uit"));
    desk.run("verifieer uit").exits(0);
}

#[test]
fn shares_joined_have_the_rows_of_one_run() {
    let desk = mixed();
    batch(&desk, "zaken weg.yaml -o half").exits(74);
    // What is known so far has its name, although the run is not finished.
    assert_same_rows(&desk, "half");
    assert!(
        desk.read("half/fouten.csv").contains(",F101,fout,") && desk.path("half/.rtbrief-onderweg").exists()
    );
    batch(&desk, "zaken -o heel").exits(1);
    for share in 1..=3 {
        let _ = batch(&desk, &format!("zaken -o d{share} --deel {share}/3"));
    }
    batch(&desk, "d1 d2 d3 --voegsamen -o samen").exits(1);
    assert_same_rows(&desk, "samen");
    let lines = |folder: &str| -> BTreeSet<String> {
        desk.read(&format!("{folder}/fouten.csv")).lines().map(str::to_owned).collect()
    };
    assert_eq!(lines("heel"), lines("samen"));
    desk.run("verifieer samen").exits(0);
    fs::remove_file(desk.path("d1/fouten.csv")).unwrap();
    batch(&desk, "d1 d2 d3 --voegsamen -o anders").exits(2).says("fouten.csv is er niet");
}

#[test]
fn it_can_be_as_a_dutch_spreadsheet_reads_it() {
    let desk = mixed();
    batch(&desk, "zaken -o uit --csv nl").exits(1);
    let csv = desk.read("uit/fouten.csv");
    assert!(csv.starts_with(&format!("\u{feff}{}\r\n", HEADER.replace(',', ";"))), "{csv}");
    let findings = rows(&desk, "uit/fouten.jsonl");
    for (line, finding) in csv.lines().skip(1).zip(&findings) {
        assert_eq!(cells(line, ';'), expected(finding));
    }
    batch(&desk, "zaken -o d1 --deel 1/1 --csv nl").exits(1);
    batch(&desk, "d1 --voegsamen -o samen").exits(1);
    assert_eq!(desk.read("samen/fouten.csv"), csv);
}

#[test]
fn a_dry_run_names_each_finding_with_file_and_line() {
    let desk = mixed();
    let findings: Vec<Value> = batch(&desk, "zaken --droog --json").exits(1).objects();
    let findings: Vec<&Value> = findings.iter().filter(|object| object.get("code").is_some()).collect();
    let errors = batch(&desk, "zaken --droog").exits(1).prints_nothing().errors();
    let said: Vec<&str> =
        errors.lines().filter(|line| line.starts_with("fout[") || line.starts_with("vraag[")).collect();
    assert_eq!(said.len(), findings.len(), "{errors}");
    for (line, finding) in said.iter().zip(&findings) {
        let text = |key: &str| finding[key].as_str().unwrap();
        let begin = format!("{}[{}] zaken/{}", text("ernst"), text("code"), text("bestand"));
        assert!(line.starts_with(&begin) && line.ends_with(text("bericht")), "{line}\n{finding}");
    }
    let place = line_of(&desk, "zaken/=a.yaml", "- grond:");
    assert!(said[0].starts_with(&format!("fout[F203] zaken/=a.yaml:{place}: ")), "{}", said[0]);
    // The line is that of the file, also in its second case.
    let place = line_of(&desk, "zaken/e.yaml", "uitkomst: Kovalenko");
    assert!(errors.contains(&format!(" zaken/e.yaml:{place}: ")), "{errors}");
    assert!(!errors.contains("Kovalenko"), "{errors}");
    let counts = errors.find("6 zaken: 2 met brief").unwrap();
    assert!(errors.rfind(said[said.len() - 1]).unwrap() < counts, "the findings come before the counts");
    let quiet = batch(&desk, "zaken --droog -q").exits(1).errors();
    assert!(said.iter().all(|line| quiet.contains(line)) && !quiet.contains("zaken: 2"), "{quiet}");
}

#[test]
fn a_dry_run_names_files_that_were_named_and_those_that_cannot_be_read() {
    let desk = Desk::new().file("los.yaml", with_kenmerk(REFUSED, "K-1"));
    let ran = batch(&desk, "los.yaml weg.yaml --droog").exits(74);
    ran.says("fout[F203] los.yaml:")
        .says("fout[F101] weg.yaml: Het bestand kan niet worden gelezen: niet gevonden.");
    batch(&desk, "los.yaml los.yaml --droog").exits(1).says("fout[F120] los.yaml:3: ");
}
