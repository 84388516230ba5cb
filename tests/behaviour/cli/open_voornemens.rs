//! `termijnen` over several folders, and `--open`: the voornemens on which a besluit can be taken and was not.

use super::termijnen::row;
use crate::support::desk::Desk;
use crate::support::post::{batch, desk as cases, old_summary};
use serde_json::{Value, json};
use std::fs;

const HEADER: &str = "laatste_dag,termijn,kenmerk,soort,brief,bekendmaking,dagen_voorbij";

/// A row of an original letter that was made known on this day; a voornemen has a term.
fn letter(kenmerk: &str, kind: &str, made_known: &str, last_day: &str) -> Value {
    let terms: &[(&str, &str)] = match kind {
        "intrekkingsbesluit" | "beeindigingsbesluit" => &[("beroep", last_day)],
        "weigeringsbesluit" => &[("bezwaar", last_day)],
        _ => &[("zienswijze", last_day)],
    };
    let mut row = row(kenmerk, kind, "origineel", terms);
    row["bekendmaking"] = made_known.into();
    row
}

/// A desk with a folder for each of these manifests.
fn desk(folders: &[(&str, Vec<Value>)]) -> Desk {
    folders.iter().fold(Desk::new(), |desk, (folder, rows)| {
        fs::create_dir_all(desk.path(folder)).unwrap();
        let text: String = rows.iter().map(|row| format!("{row}\n")).collect();
        desk.file(&format!("{folder}/manifest.jsonl"), text)
            .file(&format!("{folder}/samenvatting.json"), old_summary())
    })
}

/// What the back office has on a Monday morning: voornemens of November, besluiten of January.
fn office() -> Desk {
    desk(&[
        (
            "november",
            vec![
                letter("K-1", "voornemen_intrekking", "2026-11-02", "2026-11-30"),
                letter("K-2", "voornemen_beeindiging", "2026-11-02", "2026-11-30"),
                letter("K-3", "voornemen_intrekking", "2026-11-09", "2026-12-07"),
                letter("K-4", "voornemen_intrekking", "2026-11-09", "2026-12-07"),
                letter("K-5", "weigeringsbesluit", "2026-11-02", "2026-11-30"),
            ],
        ),
        (
            "januari",
            vec![
                // Of K-1, in other letters.
                letter("k-1", "intrekkingsbesluit", "2027-01-04", "2027-02-01"),
                letter("K-4", "aanvullend_voornemen", "2026-12-14", "2027-01-11"),
                letter("K-5", "intrekkingsbesluit", "2027-01-04", "2027-02-01"),
            ],
        ),
    ])
}

fn told(ran: &str) -> Vec<&str> {
    let mut lines = ran.split_terminator("\r\n");
    assert_eq!(lines.next(), Some(HEADER));
    lines.collect()
}

#[test]
fn a_voornemen_without_a_besluit_is_open_when_its_term_is_over() {
    let desk = office();
    let k2 = "2026-11-30,zienswijze,K-2,voornemen_beeindiging,november/brieven/K-2_voornemen_beeindiging.pdf,2026-11-02";
    let k3 = "2026-12-07,zienswijze,K-3,voornemen_intrekking,november/brieven/K-3_voornemen_intrekking.pdf,2026-11-09";
    let k4 = "2027-01-11,zienswijze,K-4,aanvullend_voornemen,januari/brieven/K-4_aanvullend_voornemen.pdf,2026-12-14";
    let days = |line: &str, days: u32| format!("{line},{days}");
    // On its last day a term is not over.
    for (day, lines) in [
        ("2026-11-30", vec![]),
        ("2026-12-01", vec![days(k2, 1)]),
        ("2026-12-08", vec![days(k2, 8), days(k3, 1)]),
        ("2027-01-11", vec![days(k2, 42), days(k3, 35)]),
        ("2027-01-12", vec![days(k2, 43), days(k3, 36), days(k4, 1)]),
    ] {
        let ran = desk.run(&format!("termijnen november januari --open --op {day}")).exits(0);
        let ran = ran.says(&format!("voornemens zonder besluit op {day}: {}", lines.len()));
        assert_eq!(told(&ran.out()), lines, "{day}");
    }
    // The order of the folders, and a folder that is named twice, change nothing.
    let ran =
        desk.run("termijnen januari november ./januari --open --op 2027-01-12 --van 2026-12-07").exits(0);
    assert_eq!(told(&ran.out()), [days(k3, 36), days(k4, 1)]);
}

#[test]
fn a_besluit_of_before_the_voornemen_or_in_a_folder_that_is_not_named_does_not_count() {
    let desk = office();
    let ran = desk.run("termijnen november --open --op 2026-12-01").exits(0).out();
    let kenmerken: Vec<&str> = told(&ran).iter().map(|line| line.split(',').nth(2).unwrap()).collect();
    assert_eq!(kenmerken, ["K-1", "K-2"]);
    assert!(
        ran.contains(",brieven/K-1_voornemen_intrekking.pdf,"),
        "of one folder the file is as always: {ran}"
    );
    let before = self::desk(&[(
        "uit",
        vec![
            letter("K-1", "intrekkingsbesluit", "2026-10-01", "2026-10-29"),
            letter("K-1", "voornemen_intrekking", "2026-11-02", "2026-11-30"),
            letter("K-2", "voornemen_intrekking", "2026-11-02", "2026-11-30"),
            letter("K-2", "beeindigingsbesluit", "2026-12-15", "2027-01-12"),
        ],
    )]);
    let ran = before.run("termijnen uit --open --op 2027-01-04").exits(0).out();
    let kenmerken: Vec<&str> = told(&ran).iter().map(|line| line.split(',').nth(2).unwrap()).collect();
    assert_eq!(kenmerken, ["K-1"]);
}

#[test]
fn a_voornemen_that_was_made_again_counts_with_its_own_term() {
    let mut again = letter("K-1", "voornemen_intrekking", "2026-11-23", "2026-12-21");
    again["brief"] = "brieven/K-1_voornemen_intrekking_r2.pdf".into();
    again["vervangt"] = "brieven/K-1_voornemen_intrekking.pdf".into();
    let first = letter("K-1", "voornemen_intrekking", "2026-11-02", "2026-11-30");
    let desk = desk(&[("uit", vec![first, again])]);
    let ran = desk.run("termijnen uit --open --op 2026-12-21").exits(0).out();
    assert_eq!(told(&ran), Vec::<&str>::new());
    let ran = desk.run("termijnen uit --open --op 2026-12-22").exits(0).out();
    assert_eq!(
        told(&ran),
        [
            "2026-12-21,zienswijze,K-1,voornemen_intrekking,brieven/K-1_voornemen_intrekking_r2.pdf,2026-11-23,1"
        ]
    );
}

#[test]
fn without_a_day_it_is_today() {
    let desk = desk(&[(
        "uit",
        vec![
            letter("K-1", "voornemen_intrekking", "2020-01-02", "2020-01-30"),
            letter("K-2", "voornemen_intrekking", "2199-01-02", "2199-01-30"),
        ],
    )]);
    let ran = desk.run("termijnen uit --open").exits(0).says("voornemens zonder besluit op 20");
    let out = ran.out();
    let lines = told(&out);
    assert!(lines.len() == 1 && lines[0].starts_with("2020-01-30,zienswijze,K-1,"), "{out}");
    assert!(lines[0].rsplit(',').next().unwrap().parse::<u32>().unwrap() > 2000, "{out}");
}

#[test]
fn the_letters_that_batch_makes_are_followed() {
    let november = cases(&[("a.yaml", "voornemen-intrekking-nooit-voldaan", "K-1")]);
    batch(&november, "zaken -o uit --bekendmaking 2026-12-01 --wijze toezending").exits(0);
    let ran = november.run("termijnen uit --open --op 2027-02-01").exits(0).out();
    let lines = told(&ran);
    assert!(lines.len() == 1 && lines[0].contains(",K-1,voornemen_intrekking,"), "{ran}");
    let desk = november.file(
        "zaken/a.yaml",
        crate::support::post::with_kenmerk("besluit-met-gemachtigde-en-poolse-letters", "k-1"),
    );
    batch(&desk, "zaken -o besluiten --bekendmaking 2027-01-15 --wijze toezending").exits(0);
    let ran = desk.run("termijnen uit besluiten --open --op 2027-02-01").exits(0);
    assert_eq!(told(&ran.out()), Vec::<&str>::new());
}

#[test]
fn the_terms_of_several_folders_are_one_list() {
    let desk = office();
    let ran = desk.run("termijnen november januari").exits(0).says("termijnen: 8");
    let out = ran.out();
    let lines: Vec<&str> = out.split_terminator("\r\n").collect();
    assert_eq!(lines[0], "laatste_dag,termijn,kenmerk,soort,brief");
    let by_day_and_kenmerk = |line: &&str| {
        let cells: Vec<&str> = line.split(',').collect();
        (cells[0].to_owned(), cells[2].to_owned())
    };
    assert!(lines[1..].is_sorted_by_key(by_day_and_kenmerk), "{out}");
    assert_eq!(
        lines[1],
        "2026-11-30,zienswijze,K-1,voornemen_intrekking,november/brieven/K-1_voornemen_intrekking.pdf"
    );
    assert!(
        lines
            .contains(&"2027-02-01,beroep,k-1,intrekkingsbesluit,januari/brieven/k-1_intrekkingsbesluit.pdf")
    );
    let calendar = desk.run("termijnen november januari --ics").exits(0).out().replace("\r\n ", "");
    assert_eq!(calendar.matches("BEGIN:VEVENT\r\n").count(), 8);
    assert!(calendar.contains("\\njanuari/brieven/K-4_aanvullend_voornemen.pdf\r\n"), "{calendar}");
    // The whole and a share that was joined to it have the same letters: each of their terms is one.
    fs::create_dir(desk.path("samen")).unwrap();
    let all = desk.read("november/manifest.jsonl") + &desk.read("januari/manifest.jsonl");
    let desk = desk.file("samen/manifest.jsonl", all).file("samen/samenvatting.json", old_summary());
    let ran = desk.run("termijnen samen januari november").exits(0).says("termijnen: 8");
    assert!(ran.out().lines().skip(1).all(|line| line.contains(",samen/brieven/")));
}

/// A letter that came back and was made again in a share: the whole to which the share was joined before still has the old one.
#[test]
fn a_letter_that_was_made_again_is_dropped_in_every_folder() {
    let old = letter("K-1", "weigeringsbesluit", "2026-11-02", "2026-11-30");
    let mut new = letter("K-1", "weigeringsbesluit", "2026-12-14", "2027-01-11");
    new["vervangt"] = old["brief"].clone();
    new["brief"] = "brieven/K-1_weigeringsbesluit_r2.pdf".into();
    let other = letter("K-1", "weigeringsbesluit", "2025-03-03", "2025-03-31");
    let desk = desk(&[("deel", vec![old.clone(), new]), ("geheel", vec![old]), ("eerder", vec![other])]);
    for folders in ["deel geheel eerder", "eerder geheel deel"] {
        let out = desk.run(&format!("termijnen {folders}")).exits(0).says("termijnen: 2").out();
        assert!(out.contains("2027-01-11,bezwaar") && !out.contains("2026-11-30"), "{out}");
        // Another letter with a file of the same name stays.
        assert!(out.contains("2025-03-31,bezwaar"), "{out}");
    }
}

#[test]
fn a_folder_that_cannot_be_used_ends_it_before_anything_is_listed() {
    let desk = office();
    let ran =
        desk.run("termijnen november weg januari ook-weg --open --op 2027-01-12").exits(1).prints_nothing();
    ran.says("weg/samenvatting.json: dit bestand is er niet").says("ook-weg/samenvatting.json");
    let desk = desk.file("januari/.rtbrief-onderweg", "1\n");
    desk.run("termijnen november januari").exits(1).prints_nothing().says("januari is niet klaar");
}

#[test]
fn a_dutch_spreadsheet_reads_it() {
    let desk = office();
    let out = desk.run("termijnen november --open --op 2026-12-01 --csv nl").exits(0).out();
    assert!(
        out.starts_with(&format!("\u{feff}{}\r\n2026-11-30;zienswijze;K-1;", HEADER.replace(',', ";"))),
        "{out}"
    );
    let out = desk.run("termijnen november --csv nl --soort bezwaar").exits(0).out();
    let line = "2026-11-30;bezwaar;K-5;weigeringsbesluit;brieven/K-5_weigeringsbesluit.pdf\r\n";
    assert_eq!(out, format!("\u{feff}laatste_dag;termijn;kenmerk;soort;brief\r\n{line}"));
}

#[test]
fn a_program_reads_an_object_a_term_with_the_columns_as_keys() {
    let desk = office();
    let objects = desk.run("termijnen november januari --open --op 2026-12-01 --json").exits(0).objects();
    assert_eq!(
        objects,
        [json!({
            "laatste_dag": "2026-11-30", "termijn": "zienswijze", "kenmerk": "K-2", "soort": "voornemen_beeindiging",
            "brief": "november/brieven/K-2_voornemen_beeindiging.pdf", "bekendmaking": "2026-11-02", "dagen_voorbij": 1,
        })]
    );
    let objects = desk.run("termijnen november --soort bezwaar --json").exits(0).objects();
    let keys: Vec<&String> = objects[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["laatste_dag", "termijn", "kenmerk", "soort", "brief"]);
    let none = desk.run("termijnen november --open --op 2026-11-30 --json").exits(0).objects();
    assert_eq!(none, [json!({"kenmerk": null, "uitkomst": "niets"})]);
}

#[test]
fn what_does_not_go_together_is_wrong_use() {
    let desk = office();
    for (options, said) in [
        ("--op 2026-12-01", "--open"),
        ("--open --ics", "--ics"),
        ("--open --soort zienswijze", "--soort"),
        ("--open --op morgen", "is geen datum"),
        ("--ics --csv nl", "--csv"),
    ] {
        desk.run(&format!("termijnen november {options}")).exits(2).prints_nothing().says(said);
    }
    desk.run("termijnen november --json --csv nl").exits(2).says("--csv");
    desk.run("termijnen").exits(2).says("MAP");
}
