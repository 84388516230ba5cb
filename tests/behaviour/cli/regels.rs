//! `regels` and `--version`: what the program decides by.

use crate::support::desk::Desk;
use rtbrief::letter::TemplateSet;
use rtbrief::words::{GroundId, RuleId};

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
        let rules = rules.iter().filter(|object| object.get("uitkomst").is_none());
        rules.map(|rule| rule["id"].as_str().unwrap().to_owned()).collect()
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

#[test]
fn one_rule_is_shown_in_full() {
    let desk = Desk::new();
    desk.run("regels termijn.beroep_kort")
        .exits(0)
        .prints("kan binnen één week na de bekendmaking")
        .prints("artikel 69 van de Vreemdelingenwet 2000")
        .prints("let op      Vw 69 lid 2")
        .prints("geldt       vanaf 4 maart 2022")
        .prints("bevestigd   nog niet door uw organisatie")
        .prints("  intrekkingsbesluit.md, regel ");
    desk.run("regels grond.inreisstempel")
        .exits(0)
        .prints("status      vast")
        .prints("grounds/inreisstempel.md");
    for (written, meant) in [
        ("grond.inreistempel", "grond.inreisstempel"),
        ("inreisstempel", "grond.inreisstempel"),
        ("Termijn.Bezwar", "termijn.bezwaar"),
    ] {
        let sentence = format!("er is geen regel `{written}`\nhulp: bedoelde u `{meant}`?");
        desk.run(&format!("regels {written}")).exits(2).prints_nothing().says(&sentence);
    }
    desk.run("regels paardenbloem").exits(2).says("hulp: `rtbrief regels --zoek WOORD`");
}

/// The rules that a template names, by their lines, as the words of its comments say.
#[test]
fn every_rule_names_the_blocks_that_state_it() {
    let templates = TemplateSet::builtin().unwrap();
    let mut stated = 0_usize;
    for rule in RuleId::all() {
        for (file, lines) in templates.stating(rule) {
            let (_, text) = templates.texts().find(|(name, _)| *name == file).unwrap();
            let text: Vec<&str> = text.lines().collect();
            for line in lines {
                // The comment stands on the line of the block or somewhere above it.
                let above = text[..usize::try_from(line).unwrap()].iter();
                let named = above.rev().any(|it| it.contains("regel:") && it.contains(rule.word()));
                assert!(named, "{file}:{line} does not state {rule}");
                stated += 1;
            }
        }
        let in_a_comment = templates.texts().any(|(_, text)| {
            let rules = text.split("{# regel:").skip(1).map(|rest| rest.split("#}").next().unwrap());
            rules.flat_map(|ids| ids.split(',')).any(|id| id.trim() == rule.word())
        });
        let found = templates.stating(rule).next().is_some();
        assert_eq!(found, in_a_comment, "{rule}");
    }
    assert!(stated > 300, "{stated}");
    let object = &Desk::new().run("regels --json grond.fraude").exits(0).objects()[0];
    let lines: Vec<u64> = object["sjablonen"]
        .as_array()
        .unwrap()
        .iter()
        .map(|block| block["regel"].as_u64().unwrap())
        .collect();
    let expected = templates.stating(GroundId::Fraude.into()).next().unwrap().1;
    assert_eq!(lines, expected.into_iter().map(u64::from).collect::<Vec<_>>());
    assert!(object["artikelen_voluit"].as_str().unwrap().contains("artikel 3.1a, eerste lid"));
}

#[test]
fn every_rule_is_found_by_its_own_words() {
    let desk = Desk::new();
    let ids = |words: &str| -> Vec<String> {
        let rules = desk.run(&format!("regels --json --zoek {words}")).exits(0).objects();
        let rules = rules.iter().filter(|object| object.get("uitkomst").is_none());
        rules.map(|rule| rule["id"].as_str().unwrap().to_owned()).collect()
    };
    let all = desk.run("regels --json").exits(0).objects();
    for rule in all.iter().step_by(17) {
        let own = |key: &str| rule[key].as_str().unwrap_or_default().to_uppercase();
        for text in [own("id"), own("regel"), own("vindplaats"), own("toelichting")] {
            let found = if text.is_empty() { continue } else { ids(&text) };
            assert!(found.iter().any(|id| *id == rule["id"]), "{text}");
        }
    }
    // All words must be there, in whatever order; accents do not count; articles are found in both forms.
    assert_eq!(ids("voorziening griffierecht"), ["kosten.griffierecht"]);
    assert_eq!(ids("beeindiging griffierecht"), ["kosten.geen_griffierecht"]);
    assert_eq!(ids("beëindiging griffierecht"), ["kosten.geen_griffierecht"]);
    let short = desk.run_words(&["regels", "--json", "--zoek", "Awb 8:41"]).exits(0).out();
    let in_words =
        desk.run_words(&["regels", "--json", "--zoek", "artikel 8:41", "bestuursrecht"]).exits(0).out();
    assert!(short.contains("kosten.griffierecht") && in_words.contains("kosten.griffierecht"));
    // The other options hold as well, and nothing found is no error.
    assert!(ids("griffierecht --te-bevestigen").contains(&"kosten.geen_griffierecht".to_owned()));
    assert!(ids("griffierecht --datum 2022-03-03").is_empty());
    desk.run("regels --zoek paardenbloem")
        .exits(0)
        .prints_nothing()
        .says("er is geen regel met `paardenbloem`");
    desk.run_words(&["regels", "--zoek", " "]).exits(2).says("vraagt een woord");
}
