//! `termijnen`: the deadlines of a run by day, as CSV and as a calendar.

use crate::support::desk::Desk;
use crate::support::post::old_summary;
use serde_json::{Value, json};
use std::fs;

/// A row of a manifest; the terms are kind and last day.
pub fn row(kenmerk: &str, letter: &str, exemplaar: &str, terms: &[(&str, &str)]) -> Value {
    let terms: Vec<Value> =
        terms.iter().map(|(kind, day)| json!({"soort": kind, "laatste_dag": day})).collect();
    let suffix = if exemplaar == "afschrift" { "_afschrift" } else { "" };
    json!({
        "volgnummer": 1, "kenmerk": kenmerk, "soort": letter, "exemplaar": exemplaar,
        "brief": format!("brieven/{kenmerk}_{letter}{suffix}.pdf"), "bestand": "zaken/a.yaml", "document": 1,
        "bekendmaking": "2026-12-01", "wijze": "toezending", "termijnen": terms, "postcode": "3818 LE",
    })
}

fn rows() -> Vec<Value> {
    vec![
        row(
            "RTB-B",
            "weigeringsbesluit",
            "origineel",
            &[("bezwaar", "2026-12-29"), ("vertrek", "2026-12-29")],
        ),
        row("RTB-A", "voornemen_intrekking", "origineel", &[("zienswijze", "2026-12-29")]),
        row("RTB-A", "voornemen_intrekking", "afschrift", &[("zienswijze", "2026-12-29")]),
        row("RTB-C", "intrekkingsbesluit", "origineel", &[("beroep", "2026-12-08")]),
        row("RTB-D", "opschortingsbrief", "origineel", &[]),
    ]
}

/// A desk with the folder of a run that has this manifest.
fn run_of(lines: impl IntoIterator<Item = String>) -> Desk {
    let desk = Desk::new();
    fs::create_dir(desk.path("uit")).unwrap();
    let text: String = lines.into_iter().map(|line| line + "\n").collect();
    desk.file("uit/manifest.jsonl", text).file("uit/samenvatting.json", old_summary())
}

fn desk() -> Desk {
    run_of(rows().iter().map(Value::to_string))
}

const HEADER: &str = "laatste_dag,termijn,kenmerk,soort,brief";
const C: &str = "2026-12-08,beroep,RTB-C,intrekkingsbesluit,brieven/RTB-C_intrekkingsbesluit.pdf";
const A: &str = "2026-12-29,zienswijze,RTB-A,voornemen_intrekking,brieven/RTB-A_voornemen_intrekking.pdf";
const B1: &str = "2026-12-29,bezwaar,RTB-B,weigeringsbesluit,brieven/RTB-B_weigeringsbesluit.pdf";
const B2: &str = "2026-12-29,vertrek,RTB-B,weigeringsbesluit,brieven/RTB-B_weigeringsbesluit.pdf";

#[test]
fn the_deadlines_of_originals_stand_by_day_then_kenmerk() {
    let said = desk().run("termijnen uit").exits(0).says("termijnen: 4").out();
    assert_eq!(said, [HEADER, C, A, B1, B2].map(|line| format!("{line}\r\n")).concat());
}

#[test]
fn deadlines_of_one_kind_or_one_period_can_be_asked() {
    let desk = desk();
    for (options, lines) in [
        ("--soort beroep", vec![C]),
        ("--soort afspraak", vec![]),
        ("--van 2026-12-09", vec![A, B1, B2]),
        ("--van 2026-12-08 --tot 2026-12-08", vec![C]),
        ("--tot 2026-12-28 --soort zienswijze", vec![]),
    ] {
        let said = desk.run(&format!("termijnen uit -q {options}")).exits(0).out();
        let told: Vec<&str> = said.lines().collect();
        assert_eq!(told, [&[HEADER], &lines[..]].concat(), "{options}");
    }
    for (options, sentence) in [
        ("--soort beroep_kort", "kies uit bezwaar, beroep, zienswijze"),
        ("--van morgen", "is geen datum"),
        ("--van 2026-12-09 --tot 2026-12-08", "`--tot` ligt voor `--van`"),
    ] {
        desk.run(&format!("termijnen uit {options}")).exits(2).prints_nothing().says(sentence);
    }
}

#[test]
fn a_calendar_has_one_event_per_deadline_and_is_the_same_every_time() {
    let desk = desk();
    let said = desk.run("deadlines uit --ics --soort zienswijze").exits(0).out();
    assert!(said.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"), "{said}");
    assert_eq!(said.matches("BEGIN:VEVENT\r\n").count(), 1);
    assert!(
        said.contains("DTSTART;VALUE=DATE:20261229\r\nSUMMARY:Laatste dag zienswijze: RTB-A\r\n"),
        "{said}"
    );
    assert!(!said.contains("3818") && !said.replace("\r\n", "").contains('\n'), "{said}");
    assert_eq!(desk.run("termijnen uit --ics --soort zienswijze").out(), said);
    assert_eq!(desk.run("termijnen uit --ics").exits(0).out().matches("END:VEVENT\r\n").count(), 4);
}

#[test]
fn a_row_that_cannot_be_read_is_named_and_the_others_stay() {
    let mut lines: Vec<String> = rows().iter().map(Value::to_string).collect();
    lines[1].truncate(40);
    let desk = run_of(lines);
    let ran =
        desk.run("termijnen uit").exits(1).says("uit/manifest.jsonl:2: dit is geen rij van een manifest");
    assert_eq!(ran.out().lines().collect::<Vec<_>>(), [HEADER, C, B1, B2]);
    assert!(!ran.errors().contains("RTB-A"), "{}", ran.errors());
}

#[test]
fn a_folder_without_a_finished_run_is_refused() {
    let desk = desk().file("uit/.rtbrief-onderweg", "12\n");
    desk.run("termijnen uit").exits(1).prints_nothing().says("is niet klaar").says("dezelfde opdracht");
    let desk = Desk::new();
    desk.run("termijnen uit").exits(1).prints_nothing().says("uit/samenvatting.json: dit bestand is er niet");
    fs::create_dir(desk.path("uit")).unwrap();
    let desk = desk.file("uit/samenvatting.json", old_summary());
    desk.run("termijnen uit").exits(74).prints_nothing().says("uit/manifest.jsonl: niet gevonden");
}
