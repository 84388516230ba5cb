//! `termijn`: one term with its steps, the list and the calendar.

use crate::support::desk::Desk;

#[test]
fn a_term_is_counted_day_by_day() {
    let desk = Desk::new();
    desk.run("termijn beroep_kort 2013-05-03")
        .exits(0)
        .prints("Eerste dag: zaterdag 4 mei 2013, de dag na de bekendmaking (artikel 6:8 lid 1 Awb).")
        .prints("Overgeslagen: vrijdag 10 mei 2013 is een gelijkgestelde dag")
        .prints("Laatste dag: maandag 13 mei 2013.")
        .prints("Regel termijn.beroep_kort, bron wi");
    let object = desk.run("termijn beroep_kort 2013-05-03 --json").exits(0).objects().remove(0);
    let keys: Vec<_> = object.as_object().unwrap().keys().map(String::as_str).collect();
    let order = "soort lengte eerste_dag einde_zonder_verlenging laatste_dag stappen regel bron status";
    assert_eq!(keys.join(" "), order);
    // The `soort` is that of the beroep of four weeks too; `lengte` tells them apart, as in `uitleg`.
    assert_eq!((&object["soort"], &object["lengte"]), (&"beroep".into(), &"1 week".into()));
    assert_eq!(object["laatste_dag"], "2013-05-13");
}

#[test]
fn any_statutory_length_can_be_asked() {
    let desk = Desk::new();
    let last = |length: &str, from: &str| {
        let ran = desk.run_words(&["termijn", "wettelijk", from, "--lengte", length, "--json"]).exits(0);
        ran.objects()[0]["laatste_dag"].as_str().unwrap().to_owned()
    };
    assert_eq!(last("6 weken", "2026-03-01"), "2026-04-13");
    assert_eq!(last("13 weken", "2026-02-01"), "2026-05-03");
    assert_eq!(last("1 maand", "2026-01-31"), "2026-03-02");
    assert_eq!(last("1 jaar", "2024-02-29"), "2025-02-28");
}

#[test]
fn the_list_names_every_term_with_its_source() {
    let desk = Desk::new();
    for word in
        ["bezwaar", "beroep_kort", "zienswijze", "melden_ter_apel", "afspraak", "vertrek", "wettelijk"]
    {
        desk.run("termijn lijst").exits(0).prints(word).prints("te_bevestigen");
    }
    let rows = desk.run("termijn lijst --json").exits(0).objects();
    assert!(rows.iter().all(|row| row["bron"].is_string() && row["vindplaats"].is_string()));
    assert!(rows.iter().any(|row| row["id"] == "termijn.bezwaar"));
}

#[test]
fn the_calendar_names_the_free_days_of_a_year() {
    let desk = Desk::new();
    desk.run("termijn kalender 2026")
        .exits(0)
        .prints("donderdag 1 januari 2026: Nieuwjaarsdag")
        .prints("donderdag 14 mei 2026: Hemelvaartsdag")
        .prints("vrijdag 15 mei 2026");
    let days = desk.run("termijn kalender 2026 --json").exits(0).objects();
    assert!(days.iter().any(|day| day["datum"] == "2026-12-25"));
    assert!(days.iter().all(|day| day["reden"].is_string()));
    assert!(days.len() > 104);
}

#[test]
fn what_cannot_be_counted_is_wrong_use() {
    let desk = Desk::new();
    for (arguments, sentence) in [
        ("termijn bezwaar", "er ontbreekt een datum"),
        ("termijn bezwaar 31-12-2026", "is geen datum; schrijf JJJJ-MM-DD"),
        ("termijn bezwaar 2026-02-30", "is geen datum"),
        ("termijn hoger_beroep 2026-01-01", "onbekende termijn `hoger_beroep`; kies uit bezwaar"),
        ("termijn wettelijk 2026-01-01", "vraagt een `--lengte`"),
        ("termijn wettelijk 2026-01-01 --lengte zesweken", "Dit is geen lengte"),
        ("termijn bezwaar 2026-01-01 --lengte 6weken", "hoort alleen bij `wettelijk`"),
        ("termijn aanvulling 2026-01-01", "geen eigen lengte"),
        ("termijn kalender", "vraagt een jaar"),
        ("termijn kalender 1800", "vraagt een jaar"),
    ] {
        desk.run(arguments).exits(2).prints_nothing().says("fout: ").says(sentence);
    }
}
