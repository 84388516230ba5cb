//! `regels` and `--version`: what the program decides by.

use crate::support::desk::Desk;

#[test]
fn every_rule_has_its_source_and_status() {
    let desk = Desk::new();
    desk.run("regels")
        .exits(0)
        .prints("grond.inreisstempel [wi, vast]")
        .prints("van 4 maart 2022 tot en met 4 maart 2024");
    let rules = desk.run("regels --json").exits(0).objects();
    assert!(rules.len() > 100);
    for rule in &rules {
        let keys: Vec<_> = rule.as_object().unwrap().keys().map(String::as_str).collect();
        let order = "id regel bron vindplaats artikelen status toelichting geldig_vanaf geldig_tot versie url bevestigd";
        assert_eq!(keys.join(" "), order);
    }
}

#[test]
fn a_date_leaves_only_what_was_in_force() {
    let desk = Desk::new();
    let ids = |options: &str| -> Vec<String> {
        let rules = desk.run(&format!("regels --json {options}")).exits(0).objects();
        rules.iter().map(|rule| rule["id"].as_str().unwrap().to_owned()).collect()
    };
    let ground = "grond.derdelander_tijdelijk_verblijfsrecht".to_owned();
    assert!(!ids("--datum 2022-07-18").contains(&ground));
    assert!(ids("--datum 2022-07-19").contains(&ground));
    assert!(ids("--datum 2022-03-03").is_empty());
    desk.run("regels --datum gisteren").exits(2).says("is geen datum");
}

#[test]
fn the_version_names_program_rules_and_templates() {
    let desk = Desk::new();
    let said = desk.run("--version").exits(0).out();
    let lines: Vec<(&str, &str)> = said.lines().map(|line| line.split_once(' ').unwrap()).collect();
    let [("rtbrief", version), ("regels", rules), ("sjablonen", templates)] = lines[..] else {
        panic!("{said}");
    };
    assert_eq!(version, env!("CARGO_PKG_VERSION"));
    for hash in [rules, templates] {
        assert!(hash.len() == 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{hash}");
    }
    for option in ["-V", "--versie"] {
        assert_eq!(desk.run(option).exits(0).out(), said);
    }
}
