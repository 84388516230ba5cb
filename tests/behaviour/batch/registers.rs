//! What stands beside the letters: manifest, receipts, findings, summary. They say nothing of a person, and only their
//! owner can read them.

use crate::support::desk::Desk;
use crate::support::post::{COPY, ONE, batch, day, desk, rows, summary, tree, with_kenmerk};
use crate::support::{assess, pipeline, root};
use rtbrief::hash::Hash;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

#[test]
fn a_row_of_the_manifest_says_what_the_letter_is() {
    let desk = desk(&[("a.yaml", COPY, "K-1")]);
    batch(&desk, "zaken -o uit --drukstroom").exits(0);
    let found = rows(&desk, "uit/manifest.jsonl");
    let [letter, copy] = found.as_slice() else { panic!("{found:?}") };
    let bytes = fs::read(desk.path("uit/brieven/K-1_intrekkingsbesluit.pdf")).unwrap();
    for (key, value) in [
        ("volgnummer", Value::from(1)),
        ("kenmerk", "K-1".into()),
        ("soort", "intrekkingsbesluit".into()),
        ("exemplaar", "origineel".into()),
        ("brief", "brieven/K-1_intrekkingsbesluit.pdf".into()),
        ("bestand", "a.yaml".into()),
        ("document", 1.into()),
        ("sha256_zaak", Hash::of(desk.read("zaken/a.yaml")).to_string().into()),
        ("sha256_brief", Hash::of(bytes).to_string().into()),
        ("drukstroom", "drukstroom-0001.pdf".into()),
        ("eerste_pagina", 1.into()),
        ("programma", env!("CARGO_PKG_VERSION").into()),
        ("afwijking", false.into()),
    ] {
        assert_eq!(letter[key], value, "{key}");
    }
    assert!(letter["termijnen"][0]["laatste_dag"].as_str().unwrap().starts_with("20"), "{letter}");
    assert_eq!(copy["exemplaar"], "afschrift");
    assert_ne!(copy["postcode"], letter["postcode"]);
    let csv = desk.read("uit/manifest.csv");
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0].split(',').count(), letter.as_object().unwrap().len());
    assert!(
        lines[1]
            .starts_with("1,K-1,intrekkingsbesluit,origineel,brieven/K-1_intrekkingsbesluit.pdf,a.yaml,1,")
    );
    assert!(lines[1].ends_with(",nee,fraude"));
}

#[test]
fn the_guide_names_every_column_and_every_file() {
    let desk = day();
    batch(&desk, "zaken -o uit --drukstroom").exits(0);
    let guide = fs::read_to_string(root("docs/batch.md")).unwrap();
    for column in desk.read("uit/manifest.csv").lines().next().unwrap().split(',') {
        assert!(guide.contains(&format!("`{column}`")), "{column}");
    }
    for file in desk.files() {
        let Some(name) = file.strip_prefix("uit/").filter(|name| !name.contains('/') && *name != "brieven")
        else {
            continue;
        };
        assert!(guide.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn every_row_of_the_manifest_has_its_receipt() {
    let desk = day();
    batch(&desk, "zaken -o uit --wijze toezending").exits(0);
    let (rows, receipts) = (rows(&desk, "uit/manifest.jsonl"), rows(&desk, "uit/kwitanties.jsonl"));
    assert_eq!(rows.len(), 11);
    assert_eq!(rows.len(), receipts.len());
    for (row, receipt) in rows.iter().zip(&receipts) {
        for key in ["kenmerk", "soort", "exemplaar", "brief", "document", "sha256_zaak", "sha256_brief"] {
            assert_eq!(row[key], receipt[key]);
        }
        assert_eq!(receipt["optie_wijze"], "toezending");
    }
}

#[test]
fn the_summary_counts_cases_and_letters() {
    let desk = day();
    let desk = desk.file("zaken/9.yaml", with_kenmerk("triage-positief-geen-brief", "K-9"));
    let ran = batch(&desk, "zaken -o uit --json").exits(0);
    let summary = summary(&desk, "uit");
    assert_eq!(ran.objects(), std::slice::from_ref(&summary));
    for (key, value) in [
        ("zaken", 9),
        ("met_brief", 8),
        ("brieven", 10),
        ("afschriften", 1),
        ("geen_brief", 1),
        ("geweigerd", 0),
    ] {
        assert_eq!(summary[key], value, "{key}");
    }
    assert_eq!(summary["per_soort"]["weigeringsbesluit"], 4);
    let errors = ran.errors();
    let last = errors.lines().rfind(|line| line.starts_with('{')).unwrap();
    let progress: Value = serde_json::from_str(last).unwrap();
    assert_eq!(
        (&progress["fase"], &progress["gedaan"], &progress["totaal"]),
        (&"maken".into(), &8.into(), &8.into())
    );
}

#[test]
fn nothing_but_the_letters_holds_anything_of_a_person() {
    let desk = day();
    let broken = with_kenmerk(ONE, "K-9").replace("uitkomst: weigering", "uitkomst: Kovalenko");
    let desk = desk.file("zaken/9.yaml", broken);
    let ran = batch(&desk, "zaken -o uit --json").exits(1);
    let mut secrets = BTreeSet::new();
    for case in [ONE, COPY] {
        for document in assess(pipeline(), with_kenmerk(case, "K-1").as_bytes()) {
            document.reading.texts(&mut |path, text| {
                let person = path.starts_with("vreemdeling.") && !path.contains("postcode");
                if (person || path.ends_with("motivering")) && text.chars().count() > 3 {
                    secrets.insert(text.trim().to_owned());
                }
            });
        }
    }
    assert!(secrets.contains("Kovalenko") && secrets.len() > 15, "{secrets:?}");
    let mut said = ran.out() + &ran.errors();
    for (name, bytes) in tree(&desk, "uit").iter().filter(|(name, _)| !name.ends_with(".pdf")) {
        said.push_str(&format!("{name}\n{}", String::from_utf8_lossy(bytes)));
    }
    said.push_str(&desk.read("uit/samenvatting.json"));
    let plain = said.replace("\"onbekend\"", "");
    assert_eq!(secrets.iter().find(|secret| plain.contains(secret.as_str())), None);
}

#[test]
fn no_register_names_any_person_of_a_run() {
    let names: Vec<String> = (1..=60).map(|number| format!("Verzonnen{number:02}enko")).collect();
    let case = |(name, number): (&String, usize)| {
        let case = with_kenmerk([ONE, COPY][number % 2], &format!("K-{number:03}"));
        let line = case.lines().find(|line| line.trim_start().starts_with("achternaam:")).unwrap();
        let case = case.replacen(line, &format!("  achternaam: {name}"), 1);
        // Some are refused, at a value that stands beside the name or is the name itself.
        match number % 7 {
            3 => case.replace("  geslacht:", "  slacht:"),
            5 => case.replace("uitkomst: ", &format!("uitkomst: {name} of ")),
            _ => case,
        }
    };
    let all: Vec<String> = names.iter().zip(1..).map(case).collect();
    let desk = desk(&[]).file("zaken/alle.yaml", all.join("---\n"));
    let ran = batch(&desk, "zaken -o uit --drukstroom --kix --inserter --json").exits(1);
    assert!(rows(&desk, "uit/fouten.jsonl").len() > 10 && rows(&desk, "uit/manifest.jsonl").len() > 40);
    let mut said = ran.out() + &ran.errors() + &desk.read("uit/samenvatting.json");
    for (file, bytes) in tree(&desk, "uit") {
        said.push_str(&file);
        if !file.ends_with(".pdf") {
            said.push_str(&String::from_utf8(bytes).unwrap());
        }
    }
    let said = said.to_lowercase();
    assert_eq!(names.iter().find(|name| said.contains(&name.to_lowercase())), None);
}

#[cfg(unix)]
#[test]
fn everything_is_for_the_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    for umask in ["000", "022", "077", "777"] {
        let desk = day();
        let program = env!("CARGO_BIN_EXE_rtbrief");
        let run = "batch --voorbeeld zaken -o uit --drukstroom --steekproef 2 -q";
        let status = Command::new("sh")
            .args(["-c", &format!("umask {umask}; '{program}' {run}")])
            .current_dir(desk.path(""))
            .status();
        assert!(status.unwrap().success());
        let made: Vec<String> = desk.files().into_iter().filter(|file| file.starts_with("uit")).collect();
        assert_eq!(made.iter().filter(|file| file.starts_with("uit/steekproef/")).count(), 5);
        for file in made {
            let path = desk.path(&file);
            let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{umask} {file}");
        }
    }
}

/// The printer gets the manifest, and a file may be named after a person: a register says where a case stands in its
/// folder, and of a file that was named by itself only which one it is.
#[test]
fn a_file_that_was_named_by_itself_does_not_stand_in_a_register_by_its_name() {
    let desk = Desk::new()
        .file("Sjevtsjenko_Oleksandr.yaml", with_kenmerk(ONE, "K-1"))
        .file("Sjevtsjenko_stuk.yaml", "zaak: [");
    fs::create_dir_all(desk.path("map/diep")).unwrap();
    let desk = desk.file("map/diep/a.yaml", with_kenmerk(ONE, "K-2"));
    batch(&desk, "Sjevtsjenko_Oleksandr.yaml map Sjevtsjenko_stuk.yaml -o uit").exits(1);
    let all = rows(&desk, "uit/manifest.jsonl");
    let short = &all[0]["sha256_zaak"].as_str().unwrap()[..12];
    assert_eq!(all[0]["bestand"], format!("sha256:{short}#1"));
    assert_eq!(all[1]["bestand"], "#2/diep/a.yaml");
    let found = rows(&desk, "uit/fouten.jsonl");
    assert!(found.iter().all(|row| row["bestand"].as_str().unwrap().ends_with("#3")));
    for register in ["manifest.jsonl", "manifest.csv", "fouten.jsonl", "samenvatting.json"] {
        assert!(!desk.read(&format!("uit/{register}")).contains("Sjevtsjenko"), "{register}");
    }
    // The receipts say where the cases are: `verifieer` reads them there.
    desk.run("verifieer uit").exits(0);
}

#[test]
fn the_manifest_can_be_as_a_dutch_spreadsheet_reads_it() {
    let desk = day();
    batch(&desk, "zaken -o uit --csv nl").exits(0);
    let csv = desk.read("uit/manifest.csv");
    assert!(csv.starts_with("\u{feff}volgnummer;kenmerk;soort;"), "{csv}");
    let columns = csv.lines().next().unwrap().split(';').count();
    assert!(csv.lines().all(|line| line.split(';').count() == columns));
    desk.run("verifieer uit").exits(0);
    // It is one way of writing for all rounds, and for all shares.
    batch(&desk, "zaken -o uit").exits(2).says("de optie `csv` is een andere");
    batch(&desk, "zaken -o uit --vervolg").exits(2).says("de optie `csv` is een andere");
    let desk = desk.file("zaken/nog.yaml", with_kenmerk(ONE, "Z-9"));
    batch(&desk, "zaken -o uit --vervolg --csv nl").exits(0);
    let longer = desk.read("uit/manifest.csv");
    assert!(longer.starts_with(&csv) && longer.lines().last().unwrap().contains(";Z-9;"));
    for share in 1..=2 {
        batch(&desk, &format!("zaken -o d{share} --deel {share}/2 --csv nl")).exits(0);
    }
    batch(&desk, "d1 d2 --voegsamen -o samen").exits(0);
    assert!(desk.read("samen/manifest.csv").starts_with("\u{feff}volgnummer;"));
}
