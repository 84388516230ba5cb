//! `nieuw --hervat`: what an officer wrote stays as it is, and what lacks is asked.

use super::talk::{Place, talk};
use crate::support::desk::Desk;
use crate::support::{CASE, fixtures};
use std::fs;

#[test]
fn a_whole_case_is_kept_to_the_byte() {
    let mut whole = 0;
    for fixture in fixtures() {
        let text = fs::read_to_string(fixture.folder.join(CASE)).unwrap();
        let desk = Desk::new().file("zaak.yaml", &text).stdin("\n\n");
        let one = !text.lines().any(|line| line.starts_with("---"));
        if !one || !desk.run("controleer --json zaak.yaml").out().contains("\"uitkomst\":\"brieven\"") {
            continue;
        }
        desk.run("nieuw --hervat zaak.yaml").exits(0);
        assert_eq!(desk.read("zaak.yaml"), text, "{}", fixture.path());
        whole += 1;
    }
    assert!(whole > 60, "{whole}");
}

/// Answers as pairs.
fn answers(pairs: &[(&str, &str)]) -> Vec<Vec<(String, String)>> {
    let pairs = pairs.iter().map(|(question, answer)| ((*question).to_owned(), (*answer).to_owned()));
    vec![Vec::new(), pairs.collect()]
}

#[test]
fn what_lacks_is_asked_and_set_in_its_place() {
    let text = "# van Petra\nzaak: {kenmerk: RTB-2026-1}  # los\nbekendmaking: {wijze: uitreiking, datum: 2026-11-20}\nvreemdeling:\n  v_nummer: \"2801234567\"\n  achternaam: 't Hart   # ook: Hart\n  geslacht: man\n  geboortedatum: 1987\n  nationaliteiten: [NGA]\n  adres: onbekend\nstap:\n  soort: stickerlocatie\n\n  # de balie\n  datum: 2026-11-20\n  locatie: Amersfoort\n  uitkomst: weigering\n  gronden:\n  - grond: inreisstempel\n";
    let text = text.replace("'t Hart", "\"'t Hart\"");
    let desk = Desk::new().file("zaak.yaml", &text);
    let said = answers(&[
        ("Wat is er bekend?", "#dag van inreis"),
        ("Dag van inreis", "2022-03-05"),
        ("Motivering van deze grond", "Vals: # paspoort.\n."),
        ("1 = schrijf het bestand", "1"),
    ]);
    let talk = talk(&desk, "--hervat zaak.yaml", &said, &Place::Pipe);
    assert_eq!(talk.code, Some(0), "{}", talk.said);
    let wanted = text
        .replace("\nstap:", "\nfeiten:\n  inreis_unie: 2022-03-05\nstap:")
        .replace("grond: inreisstempel\n", "grond: inreisstempel\n    motivering: \"Vals: # paspoort.\"\n");
    assert_eq!(desk.read("zaak.yaml"), wanted);
}

#[test]
fn facts_that_do_not_go_together_are_changed() {
    let text = "zaak: {kenmerk: RTB-2026-1}\nbekendmaking: {wijze: uitreiking, datum: 2026-11-20}\nvreemdeling:\n  v_nummer: \"2801234567\"\n  achternaam: Kovalenko\n  geslacht: man\n  geboortedatum: 1987-03-09\n  nationaliteiten: [UKR]\n  adres: onbekend\nfeiten:\n  vertrek_uit_oekraine: 2026-12-01\nstap:\n  soort: stickerlocatie\n  datum: 2026-11-20\n  locatie: Amersfoort\n  uitkomst: weigering\n  gronden:\n  - grond: inreisstempel\n    motivering: Er is alleen een stempel.\n";
    let desk = Desk::new().file("zaak.yaml", text);
    let said = answers(&[
        ("Wat is er bekend?", ""),
        ("Deze dag ligt na de dag van het besluit", "#feiten.vertrek_uit_oekraine"),
        ("Dag van vertrek uit Oekraïne", "2022-03-02"),
        ("1 = schrijf het bestand", "1"),
    ]);
    let talk = talk(&desk, "--hervat zaak.yaml", &said, &Place::Pipe);
    assert_eq!(talk.code, Some(0), "{}", talk.said);
    assert_eq!(desk.read("zaak.yaml"), text.replace("2026-12-01", "2022-03-02"));
}

#[test]
fn a_conversation_that_stops_goes_on_later() {
    let desk = Desk::new().stdin("1\n2\nRTB-2026-7\nstop\n");
    desk.run("nieuw").exits(1);
    assert_eq!(desk.files(), ["RTB-2026-7.yaml"]);
    let text = desk.read("RTB-2026-7.yaml");
    let desk = desk.stdin("uitreiking\n");
    let out = desk.run("nieuw --hervat RTB-2026-7.yaml").exits(1).out();
    assert!(out.contains("Bewaard: RTB-2026-7.yaml"), "{out}");
    let more = desk.read("RTB-2026-7.yaml");
    assert!(more.len() > text.len() && more.contains("wijze: uitreiking"), "{more}");
}

#[test]
fn going_back_takes_an_answer_away() {
    let desk = Desk::new().stdin("1\n2\nRTB-2026-7\nterug\nRTB-2026-8\n?\nlater\nstop\n");
    let out = desk.run("nieuw").exits(1).out();
    assert!(desk.read("RTB-2026-8.yaml").contains("kenmerk: RTB-2026-8"), "{out}");
    assert!(out.contains("In het bestand heet dit `bekendmaking.wijze`"), "{out}");
}

#[test]
fn a_file_that_is_there_already_is_not_replaced() {
    let desk =
        Desk::new().file("RTB-2026-7.yaml", "van een ander").stdin("1\n2\nRTB-2026-7\nstop\nanders.yaml\n");
    desk.run("nieuw").exits(1);
    assert_eq!(desk.read("RTB-2026-7.yaml"), "van een ander");
    assert!(desk.read("anders.yaml").contains("RTB-2026-7"));
}
