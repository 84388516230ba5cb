//! `controleer`: every finding of every file, on the terminal and as JSON lines; nothing is written.

use crate::support::desk::{Desk, changed};
use crate::support::{fixture_cases, pipeline};
use rtbrief::decide::outcome::Outcome;
use serde_json::{Value, json};

#[test]
fn a_finding_is_one_json_object_with_its_keys_in_order() {
    let desk = Desk::with("weigering-inreisstempel-tegengesproken");
    let line = concat!(
        r#"{"code":"F203","ernst":"fout","bericht":"De vreemdeling ging niet alleen voor een inreisstempel terug.","#,
        r#""bestand":"zaak.yaml","document":1,"plaatsen":["#,
        r#"{"pad":"stap.gronden[0].grond","regel":25,"kolom":12,"lengte":13},"#,
        r#"{"pad":"feiten.alleen_inreisstempel","regel":18,"kolom":25,"lengte":5}],"#,
        r#""regel_id":"grond.inreisstempel","#,
        r#""hint":"Kies een andere grond, of verbeter het feit als dat niet klopt.","kenmerk":"RTB-2026-000021"}"#,
        "\n"
    );
    assert_eq!(desk.run("controleer zaak.yaml --json").exits(1).out(), line);
    assert_eq!(desk.files(), ["zaak.yaml"]);
}

#[test]
fn a_question_has_its_own_ernst_and_exit_code() {
    let desk = Desk::with("geboortedatum-jaar-2008-ambtenaar");
    let found = desk.run("controleer zaak.yaml --json").exits(3).objects();
    assert_eq!((&found[0]["code"], &found[0]["ernst"]), (&json!("V102"), &json!("vraag")));
    desk.run("controleer zaak.yaml").exits(3).prints_nothing().says("vraag[V102]").says("zaak.yaml:");
}

#[test]
fn the_files_of_a_run_are_counted() {
    let desk = Desk::with("weigering-inreisstempel")
        .case("vraag.yaml", "geboortedatum-jaar-2008-ambtenaar")
        .case("fout.yaml", "bestand-dubbele-sleutel");
    desk.run("controleer zaak.yaml vraag.yaml fout.yaml")
        .exits(1)
        .prints_nothing()
        .says("in orde: 1, vraag aan een ambtenaar: 1, geweigerd: 1");
    desk.run("controleer zaak.yaml").exits(0).prints_nothing().says("in orde: 1");
    desk.run("controleer zaak.yaml -q").exits(0).prints_nothing().never_says("in orde");
    assert_eq!(desk.files(), ["fout.yaml", "vraag.yaml", "zaak.yaml"]);
}

#[test]
fn every_document_is_read_and_numbered() {
    let desk = Desk::with("meer-documenten-vier-uitkomsten");
    let found = desk.run("controleer zaak.yaml --json").exits(1).objects();
    let numbers: Vec<_> =
        found.iter().map(|found| (&found["document"], &found["code"], &found["uitkomst"])).collect();
    let none = &Value::Null;
    assert_eq!(
        numbers,
        [
            (&json!(1), none, &json!("brieven")),
            (&json!(2), &json!("V101"), none),
            (&json!(3), &json!("F114"), none),
            (&json!(4), none, &json!("geen_brief")),
        ]
    );
    desk.run("controleer zaak.yaml").exits(1).says("document: 2").says("document: 3");
}

#[test]
fn it_says_which_letters_follow_with_their_last_days() {
    let desk = Desk::with("weigering-inreisstempel")
        .case("twee.yaml", "toekenning-zwaar-en-licht-twee-brieven")
        .case("afschrift.yaml", "besluit-met-gemachtigde-en-poolse-letters")
        .case("geen.yaml", "triage-positief-geen-brief")
        .case("fout.yaml", "weigering-inreisstempel-tegengesproken")
        .case("vraag.yaml", "geboortedatum-jaar-2008-ambtenaar");
    let all = "zaak.yaml twee.yaml afschrift.yaml geen.yaml fout.yaml vraag.yaml";
    let said = desk.run(&format!("controleer {all}")).exits(1).prints_nothing().errors();
    let lines: Vec<&str> = said
        .lines()
        .filter(|line| all.split(' ').any(|file| line.starts_with(&format!("{file}:"))))
        .collect();
    assert_eq!(
        lines[..4],
        [
            "zaak.yaml: weigeringsbesluit (bezwaar uiterlijk vrijdag 18 december 2026, melden_ter_apel uiterlijk vrijdag 4 december 2026)",
            "twee.yaml: opheffing_inreisverbod (beroep uiterlijk vrijdag 18 december 2026)",
            "twee.yaml: opheffing_inreisverbod (beroep uiterlijk vrijdag 18 december 2026)",
            "afschrift.yaml: intrekkingsbesluit (beroep uiterlijk vrijdag 18 december 2026)",
        ]
    );
    assert_eq!(lines[4..], ["geen.yaml: geen brief (triage.positief)"]);
    desk.run(&format!("controleer {all} -q"))
        .exits(1)
        .never_says("geen brief (")
        .never_says("uiterlijk vrijdag");
    // The option counts, as for the letter itself.
    desk.run("controleer zaak.yaml --bekendmaking 2026-12-01")
        .exits(0)
        .says("(bezwaar uiterlijk dinsdag 29 december 2026, ");
    let objects = desk.run("controleer zaak.yaml twee.yaml geen.yaml --json").exits(0).objects();
    let beroep = json!({"soort": "opheffing_inreisverbod",
        "termijnen": [{"soort": "beroep", "laatste_dag": "2026-12-18"}],
        "te_bevestigen": ["rechtsmiddel.opheffing_inreisverbod"]});
    assert_eq!(
        objects[0],
        json!({"kenmerk": "RTB-2026-000019", "bestand": "zaak.yaml", "document": 1, "uitkomst": "brieven",
            "brieven": [{"soort": "weigeringsbesluit", "termijnen": [
                {"soort": "bezwaar", "laatste_dag": "2026-12-18"},
                {"soort": "melden_ter_apel", "laatste_dag": "2026-12-04"}],
                "te_bevestigen": []}],
            "geen_brief_door": []})
    );
    assert_eq!(objects[1]["brieven"], json!([beroep, beroep]));
    assert_eq!(
        (&objects[2]["brieven"], &objects[2]["geen_brief_door"]),
        (&json!([]), &json!(["triage.positief"]))
    );
}

#[test]
fn every_case_without_a_letter_names_the_rules_that_say_so() {
    let mut seen = 0;
    for (name, case) in fixture_cases(pipeline()) {
        let none = matches!(case.decision.outcome, Outcome::NoLetter);
        assert_eq!(case.decision.no_letter.is_empty(), !none, "{name}");
        let used = case.decision.trace.rule_ids();
        assert!(case.decision.no_letter.iter().all(|rule| used.contains(rule)), "{name}");
        seen += usize::from(none);
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn a_further_document_is_named_by_its_number() {
    let desk = Desk::with("meer-documenten-vier-uitkomsten");
    desk.run("controleer zaak.yaml").exits(1).says("zaak.yaml: ").says("zaak.yaml, document 4: geen brief (");
}

#[test]
fn a_missing_file_is_a_failure_of_reading() {
    let desk = Desk::with("weigering-inreisstempel");
    let found = desk.run("controleer nergens.yaml zaak.yaml --json").exits(74).objects();
    assert_eq!(found.len(), 2);
    assert_eq!(
        found[..1],
        [json!({
            "code": "F101", "ernst": "fout", "bericht": "Het bestand kan niet worden gelezen: niet gevonden.",
            "bestand": "nergens.yaml", "document": null, "plaatsen": [], "regel_id": null, "hint": null,
            "kenmerk": null,
        })]
    );
    desk.run("controleer . nergens.yaml")
        .exits(74)
        .says("nergens.yaml")
        .says("./zaak.yaml: weigeringsbesluit");
}

#[test]
fn a_finding_about_a_value_from_an_option_names_the_option() {
    let desk = Desk::with("weigering-inreisstempel");
    let found = desk.run("controleer zaak.yaml --json --bekendmaking 2026-11-19").exits(1).objects();
    assert_eq!((&found[0]["code"], &found[0]["regel_id"]), (&json!("F201"), &json!("datum.stap")));
    let origin = json!({"pad": "bekendmaking.datum", "regel": null, "kolom": null, "lengte": null, "herkomst": "--bekendmaking"});
    assert_eq!(found[0]["plaatsen"][1], origin);
    desk.run("controleer zaak.yaml --bekendmaking 2026-11-19")
        .exits(1)
        .says("komt van de optie --bekendmaking");

    let unknown = changed("bestand-adres-onbekend-met-toezending", "toezending", "uitreiking");
    let desk = Desk::new().file("zaak.yaml", unknown);
    desk.run("controleer zaak.yaml").exits(0);
    let found = desk.run("controleer zaak.yaml --json --wijze toezending").exits(1).objects();
    assert_eq!(found[0]["code"], "F206");
    assert_eq!(found[0]["plaatsen"][0]["herkomst"], "--wijze");
}

#[test]
fn options_can_stand_in_for_an_absent_bekendmaking() {
    let block = "bekendmaking:\n  wijze: uitreiking\n  datum: 2026-11-20\n";
    let desk = Desk::new().file("zaak.yaml", changed("weigering-inreisstempel", block, ""));
    desk.run("controleer zaak.yaml").exits(1).says("fout[F109]");
    desk.run("controleer zaak.yaml --bekendmaking 2026-11-20").exits(1).says("`wijze` ontbreekt");
    desk.run("controleer zaak.yaml --bekendmaking 2026-11-20 --wijze uitreiking").exits(0);
    desk.run("controleer zaak.yaml --bekendmaking morgen").exits(2).says("is geen datum");
    desk.run("controleer zaak.yaml --wijze postduif").exits(2).says("`uitreiking` of `toezending`");
}

#[test]
fn colour_is_for_whoever_asks_for_it() {
    let desk = Desk::with("weigering-inreisstempel-tegengesproken");
    let escape = "\u{1b}[";
    desk.run("controleer zaak.yaml").exits(1).never_says(escape);
    desk.run("controleer zaak.yaml --kleur nooit").exits(1).never_says(escape);
    desk.run("controleer zaak.yaml --kleur altijd").exits(1).says(escape);
    let desk = desk.environment("NO_COLOR", "1");
    desk.run("controleer zaak.yaml --kleur auto").exits(1).never_says(escape);
    desk.run("controleer zaak.yaml --kleur altijd").exits(1).says(escape);
    assert!(!desk.run("controleer zaak.yaml --json --kleur altijd").exits(1).out().contains(escape));
}

/// A desk with a folder of cases: one in order, one refused, a question deeper in it; what is no case; and the folder of a run.
fn folder() -> Desk {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path("zaken/dag2")).unwrap();
    let desk = desk
        .case("zaken/b.yaml", "weigering-inreisstempel")
        .case("zaken/a.yaml", "weigering-inreisstempel-tegengesproken")
        .case("zaken/dag2/c.yml", "geboortedatum-jaar-2008-ambtenaar")
        .file("zaken/lees.txt", "geen zaak")
        .file("zaken/.d.yaml", "geen: zaak\n");
    desk.run("batch zaken/b.yaml -o zaken/uit --voorbeeld -q").exits(0);
    desk.file("zaken/uit/brieven/x.yaml", "geen: zaak\n")
}

#[test]
fn a_folder_is_searched_as_batch_does() {
    let desk = folder();
    let before = desk.files();
    let ran = desk.run("controleer zaken").exits(1).prints_nothing();
    let errors = ran
        .says("in orde: 1, vraag aan een ambtenaar: 1, geweigerd: 1")
        .says("zaken/b.yaml: weigeringsbesluit (bezwaar uiterlijk vrijdag 18 december 2026")
        .errors();
    // In the order of the names, each with its path below the folder.
    let places =
        ["zaken/a.yaml:", "zaken/b.yaml:", "zaken/dag2/c.yml:"].map(|place| errors.find(place).unwrap());
    assert!(places.is_sorted(), "{errors}");
    let objects = desk.run("controleer zaken --json").exits(1).objects();
    let told: Vec<(&str, &Value)> =
        objects.iter().map(|it| (it["bestand"].as_str().unwrap(), &it["code"])).collect();
    assert_eq!(
        told,
        [
            ("zaken/a.yaml", &json!("F203")),
            ("zaken/b.yaml", &Value::Null),
            ("zaken/dag2/c.yml", &json!("V102"))
        ]
    );
    // The same files as a dry run of batch decides.
    let dry = desk.run("batch zaken --droog --voorbeeld --json").exits(1).objects();
    assert_eq!(dry.last().unwrap()["zaken"], 3);
    // Files and folders go together, in their order.
    desk.run("controleer zaken/dag2 zaken/b.yaml")
        .exits(3)
        .says("in orde: 1, vraag aan een ambtenaar: 1, geweigerd: 0");
    assert_eq!(desk.files(), before);
}

#[test]
fn what_batch_would_refuse_in_a_folder_is_refused() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("zaken")).unwrap();
    let cut = crate::support::desk::case_of("weigering-inreisstempel");
    let desk = desk.file("zaken/a.yaml", cut.trim_end());
    desk.run("controleer zaken").exits(1).says("zonder regeleinde");
    desk.run("controleer zaken/a.yaml").exits(0);
}

#[test]
fn a_folder_without_cases_is_wrong_use() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("leeg")).unwrap();
    let ran = desk.run("controleer leeg").exits(2).prints_nothing();
    ran.says("er is geen enkele zaak gevonden")
        .says(".yaml-, .yml- en .json-bestanden")
        .never_says("in orde");
    let object = desk.run("controleer leeg --json").exits(2).objects().remove(0);
    assert_eq!((&object["code"], &object["ernst"]), (&Value::Null, &json!("fout")));
    // Letters of a run are no cases.
    let desk = folder();
    desk.run("controleer zaken/uit").exits(2).says("waarin een opdracht brieven maakte, wordt overgeslagen");
    // A folder that cannot be read is not an empty one.
    desk.run("controleer weg").exits(74).says("F101");
}
