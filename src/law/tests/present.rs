//! How a term, the free days of a year and the list of terms look.

use crate::law::book::RuleBook;
use crate::law::date::Date;
use crate::law::present::{calendar_text, list_text, term_json, term_text};
use crate::law::term::fixed;
use crate::words::TermKind;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[test]
fn the_term_object_has_the_keys_of_the_contract_in_order() {
    let book = RuleBook::built_in().unwrap();
    let kind = TermKind::BeroepKort;
    let row = book.term(kind);
    let term = row.compute(date("2026-11-20"), book.calendar()).unwrap();
    let rule = &row.provenance;
    let json = term_json(kind.json_word(), &term, rule.id, rule.bron, rule.status);
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "soort",
            "lengte",
            "eerste_dag",
            "einde_zonder_verlenging",
            "laatste_dag",
            "stappen",
            "regel",
            "bron",
            "status"
        ]
    );
    assert_eq!(json["soort"], "beroep");
    assert_eq!(json["lengte"], "1 week");
    assert_eq!(json["eerste_dag"], "2026-11-21");
    assert_eq!(json["einde_zonder_verlenging"], "2026-11-27");
    assert_eq!(json["laatste_dag"], "2026-11-27");
    assert_eq!(json["stappen"].as_array().unwrap().len(), term.steps.len());
    assert_eq!(json["regel"], "termijn.beroep_kort");
    assert_eq!(json["bron"], "wi");
    assert_eq!(json["status"], "te_bevestigen");
}

#[test]
fn a_term_without_a_length_has_null() {
    let book = RuleBook::built_in().unwrap();
    let rule = &book.term(TermKind::Aanvulling).provenance;
    let term = fixed(date("2026-11-20"), date("2026-12-05"));
    let json = term_json("aanvulling", &term, rule.id, rule.bron, rule.status);
    assert!(json["lengte"].is_null());
    assert_eq!(json["laatste_dag"], "2026-12-05");
}

#[test]
fn a_term_is_shown_with_its_steps_and_its_rule() {
    let book = RuleBook::built_in().unwrap();
    let row = book.term(TermKind::MeldenTerApel);
    let term = row.compute(date("2026-04-13"), book.calendar()).unwrap();
    assert_eq!(
        term_text(&term, &row.provenance),
        "Wie na een weigering asiel wil, meldt zich binnen twee weken na de bekendmaking in Ter Apel.

  Bekendmaking: maandag 13 april 2026.
  Eerste dag: dinsdag 14 april 2026, de dag na de bekendmaking (geteld als in artikel 6:8 lid 1 Awb).
  Einde zonder verlenging: maandag 27 april 2026, 2 weken na de bekendmaking.
  Overgeslagen: maandag 27 april 2026 is Koningsdag; artikel 3 lid 1 Atw.
  De Atw verplicht hier niet tot verlengen, want alleen de werkinstructie noemt de termijn; het is een keuze van dit \
programma, in het voordeel van de vreemdeling.
  Laatste dag: dinsdag 28 april 2026.

Regel termijn.melden_ter_apel, bron wi (WI H2, Tijdelijke bescherming wordt geweigerd), status vast.
Geen wettelijke termijn; dat hij doorloopt als hij op een vrije dag eindigt, is een productkeuze.
"
    );
}

#[test]
fn a_year_with_a_decree_shows_its_free_days() {
    let book = RuleBook::built_in().unwrap();
    assert_eq!(
        calendar_text(2026, book.calendar()).unwrap(),
        "Vrije dagen van maandag tot en met vrijdag in 2026 (Algemene termijnenwet)

  donderdag 1 januari 2026: Nieuwjaarsdag
  vrijdag 2 januari 2026: een gelijkgestelde dag (Staatscourant 2025, 24713)
  vrijdag 3 april 2026: Goede Vrijdag
  maandag 6 april 2026: tweede paasdag
  maandag 27 april 2026: Koningsdag
  dinsdag 5 mei 2026: Bevrijdingsdag
  donderdag 14 mei 2026: Hemelvaartsdag
  vrijdag 15 mei 2026: een gelijkgestelde dag (Staatscourant 2025, 24713)
  maandag 25 mei 2026: tweede pinksterdag
  vrijdag 25 december 2026: eerste kerstdag
"
    );
}

#[test]
fn a_year_without_a_decree_says_so() {
    let book = RuleBook::built_in().unwrap();
    let text = calendar_text(2022, book.calendar()).unwrap();
    let (free, doubtful) =
        text.split_once("\nVoor 2022 is geen besluit met gelijkgestelde dagen bevestigd.").unwrap();
    assert!(!free.contains("27 mei 2022"));
    assert!(doubtful.contains("vrijdag 27 mei 2022, genoemd in wvhl.nl"));
    assert!(doubtful.contains("vrijdag 6 mei 2022\n"));
    assert_eq!(calendar_text(2200, book.calendar()), None);
    assert_eq!(calendar_text(1899, book.calendar()), None);
}

#[test]
fn the_list_names_every_term_once() {
    let book = RuleBook::built_in().unwrap();
    let text = list_text(&book);
    let words: Vec<&str> = text.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let mut expected: Vec<&str> = TermKind::ALL.iter().map(|kind| kind.word()).collect();
    expected.extend(["wettelijk", "triage", "verblijf_buiten_nederland"]);
    assert_eq!(words, expected);
    assert!(text.contains("te_bevestigen"));
}
