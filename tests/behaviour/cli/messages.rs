//! Messages that get an officer on: what came out of the mistakes of people who were new to the program.

use crate::support::desk::{Desk, case_of, changed};

const FIXTURE: &str = "weigering-inreisstempel";

/// What `controleer` says of a case file.
fn said(case: impl AsRef<[u8]>) -> String {
    Desk::new().file("zaak.yaml", case).run("controleer zaak.yaml --kleur nooit").exits(1).errors()
}

fn says(case: impl AsRef<[u8]>, words: &[&str]) {
    let said = said(case);
    for words in words {
        assert!(said.contains(words), "no ‘{words}’ in\n{said}");
    }
}

#[test]
fn a_value_in_the_place_of_a_block_tells_the_keys() {
    let case = case_of("grens-openbare-orde");
    let at = case.find("veroordeling:").unwrap();
    let indent = at - case[..at].rfind('\n').unwrap() - 1;
    let below = |line: &&str| line.len() - line.trim_start().len() > indent;
    let rest: Vec<&str> = case[at..].lines().skip(1).skip_while(below).collect();
    let conviction = format!("{}veroordeling: diefstal\n{}\n", &case[..at], rest.join("\n"));
    let keys = "`misdrijf`, `onherroepelijk_op`, `land`, `straf`";
    says(conviction, &["Hier hoort een blok met sleutels", keys]);
    let person = |line: &str| changed(FIXTURE, "  geslacht: man\n", &format!("  geslacht: man\n  {line}\n"));
    says(person("gemachtigde: mr. De Vries"), &["`naam`, `kantoor`, `adres`"]);
    let facts = changed(FIXTURE, "feiten:\n", "feiten:\n  maatregelen: [inreisverbod]\n");
    says(facts, &["blok met sleutels", "`soort`, `opgelegd_door`, `datum`, `kenmerk`"]);
}

/// A key under a wrong name is told once, with the name that was meant; that the right one is missing would lead astray.
#[test]
fn a_required_key_that_is_misspelt_is_not_missing_too() {
    for (key, misspelt) in [
        ("  v_nummer:", "  vnummer:"),
        ("  achternaam:", "  achternam:"),
        ("vreemdeling:", "vremdeling:"),
        ("  kenmerk:", "  kenmrk:"),
        ("  soort:", "  sort:"),
        ("  - grond:", "  - gorond:"),
        ("    motivering:", "    motivring:"),
    ] {
        let said = said(changed(FIXTURE, key, misspelt));
        assert!(
            said.contains(&format!(
                "Bedoelde u `{}`?",
                key.trim_start_matches([' ', '-']).trim_end_matches(':')
            )),
            "{said}"
        );
        assert_eq!(said.matches("fout[").count(), 1, "{misspelt}\n{said}");
    }
}

#[test]
fn an_entry_ban_is_sent_to_the_measures() {
    let facts = changed(FIXTURE, "feiten:\n", "feiten:\n  inreisverbod: true\n");
    says(facts, &["`feiten.maatregelen`", "`inreisverbod_zwaar`"]);
}

#[test]
fn an_unknown_key_tells_the_keys_of_its_block() {
    let unknown = changed(FIXTURE, "  locatie: Den Bosch\n", "  locatie: Den Bosch\n  gemeente: Ede\n");
    says(unknown, &["`gemeente` hoort bij stap `triage`", "Hier kunnen: `soort`"]);
}

#[test]
fn two_cases_behind_each_other_are_one_message() {
    let case = case_of(FIXTURE);
    let said = said(format!("{case}{case}"));
    assert!(said.contains("Zet `---` op een eigen regel tussen de twee zaken."), "{said}");
    assert_eq!(said.matches("fout[").count(), 1, "{said}");
}

#[test]
fn what_is_no_case_file_is_named() {
    let table = "naam;v_nummer\nKovalenko;2801234567\n";
    says(table, &["Dit lijkt een tabel (CSV)"]);
    assert!(!said(table).contains("``"));
    says(b"PK\x03\x04\x14\x00\xFF\xFE\n", &["Excel"]);
    says(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", &["een PDF"]);
}

#[test]
fn an_empty_list_of_what_is_missing_reads_well() {
    let said = said(changed(
        FIXTURE,
        "  - grond: inreisstempel\n",
        "  - grond: voorwaarden_niet_aangetoond\n    motivering: U toonde niets aan.\n  - grond: inreisstempel\n",
    ));
    assert!(said.contains("De opsomming van wat de vreemdeling niet heeft laten zien ontbreekt."), "{said}");
}

#[test]
fn an_example_value_that_is_left_is_named_by_its_key() {
    let example =
        std::fs::read_to_string(crate::support::root("letter-templates/organisatie-voorbeeld.yaml"));
    let (example, mut own) = (example.unwrap(), String::new());
    for line in example.lines() {
        // Every value but the phone number is another than that of the example.
        let changed = match line.split_once(": ") {
            Some((key, value)) if !value.starts_with(['[', '{', '#', '"']) && !key.contains("telefoon") => {
                format!("{line} Eigen")
            }
            _ => line.replace("[", "[Eigen, ").replace("- ", "- Eigen "),
        };
        own.push_str(&changed);
        own.push('\n');
    }
    let desk = Desk::with(FIXTURE).file("organisatie.yaml", own);
    for command in ["controleer zaak.yaml", "maak zaak.yaml"] {
        desk.run(command)
            .exits(0)
            .says("nog gegevens van het voorbeeld: `telefoon`; de brief is niet geldig");
    }
    desk.run("batch zaak.yaml -o uit").exits(2).says("die van het voorbeeld: `telefoon`;");
}

#[test]
fn json_comes_as_a_list_or_a_line_each_with_the_right_places() {
    let case = |kenmerk: &str, locatie: &str| {
        serde_json::json!({
            "zaak": {"kenmerk": kenmerk},
            "bekendmaking": {"wijze": "uitreiking", "datum": "2026-11-20"},
            "vreemdeling": {"v_nummer": "2801234567", "achternaam": "Kovalenko", "geslacht": "man",
                "geboortedatum": "1987-03-09", "nationaliteiten": ["UKR"], "adres": "onbekend"},
            "feiten": {"alleen_inreisstempel": true},
            "stap": {"soort": "stickerlocatie", "datum": "2026-11-20", locatie: "Amersfoort",
                "uitkomst": "weigering", "gronden": [{"grond": "inreisstempel", "motivering": "Dit is zo."}]},
        })
        .to_string()
    };
    let (good, bad) = (case("RTB-J-0001", "locatie"), case("RTB-J-0002", "lokatie"));
    let column = bad.find("\"lokatie\"").unwrap() + 1;
    for (text, line, column) in [
        (format!("{good}\n{bad}\n"), 2, column),
        (format!("{good}\n{bad}"), 2, column),
        (format!("[{good},\n  {bad}]"), 2, column + 2),
        (format!("[\n{good}\n,\n{bad}\n]\n"), 4, column),
    ] {
        let desk = Desk::new().file("zaken.json", &text).stdin(&text);
        for command in ["controleer zaken.json --json", "controleer - --json", "uitleg zaken.json --json"] {
            let found = desk.run(command).exits(1).objects();
            let found = found.iter().flat_map(|object| match object["diagnoses"].as_array() {
                Some(inside) => inside.clone(),
                None => vec![object.clone()],
            });
            let found: Vec<_> = found.filter(|finding| finding["code"] == "F108").collect();
            assert_eq!((found.len(), &found[0]["document"]), (1, &2.into()), "{command}");
            let place = &found[0]["plaatsen"][0];
            assert_eq!(
                (&place["regel"], &place["kolom"]),
                (&line.into(), &column.into()),
                "{command}\n{text}"
            );
        }
        let ran = desk.run("batch zaken.json -o uit --voorbeeld").exits(1);
        ran.says("1 met brief");
        assert!(desk.path("uit/brieven").exists());
    }
}

#[test]
fn a_case_that_may_be_cut_off_is_refused_in_a_batch_and_on_standard_input() {
    let case = case_of(FIXTURE);
    let cut = case.trim_end();
    let desk = Desk::new().file("zaak.yaml", cut).stdin(cut);
    desk.run("controleer zaak.yaml").exits(0);
    desk.run("controleer -").exits(1).says("zonder regeleinde");
    desk.run("maak - --formaat txt -o -").exits(1).prints_nothing().says("zonder regeleinde");
    desk.run("batch zaak.yaml -o uit --voorbeeld").exits(1);
    assert!(desk.read("uit/fouten.jsonl").contains("zonder regeleinde"));
    Desk::new().stdin(format!("{cut}\n")).run("controleer -").exits(0);
}
