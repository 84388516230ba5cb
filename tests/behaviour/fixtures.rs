//! The fixtures as a whole: where they stand, that nothing stands there that is not used, and what they cover.
//!
//! `tests/cases` tests, one by one, what each of them makes and what was expected of each case.

use crate::support::golden::{Files, differences};
use crate::support::{
    CASE, EXPECTED, assess, entries, expectations, explanation, fixtures, name, pipeline, root,
};
use rtbrief::words::{LetterKind, RuleId};
use std::collections::BTreeSet;
use std::fs;

#[test]
fn a_fixture_stands_in_the_folder_of_its_step() {
    let found = fixtures();
    assert!(found.len() > 150, "too few fixtures were found");
    for fixture in &found {
        let step = match fixture.name.split('-').next() {
            Some(subject @ ("bestand" | "termijn")) => subject.to_owned(),
            _ => step_of(&fixture.case()),
        };
        assert_eq!(fixture.step, step, "{}", fixture.name);
    }
}

/// `stap.soort` as it stands in the file: a fixture may be one that cannot be read.
fn step_of(case: &str) -> String {
    let step = case.lines().skip_while(|line| !line.starts_with("stap:"));
    let kind = step.filter_map(|line| line.split_once("soort: ")).map(|(_, kind)| kind).next().unwrap();
    kind.split([',', '}', ' ']).next().unwrap().to_owned()
}

#[test]
fn no_two_cases_have_the_same_name() {
    let own = expectations().into_iter().filter(|it| it.case.starts_with(root("tests"))).map(|it| it.name);
    let names: Vec<String> = fixtures().into_iter().map(|fixture| fixture.name).chain(own).collect();
    let different: BTreeSet<&String> = names.iter().collect();
    assert_eq!(different.len(), names.len());
}

#[test]
fn every_acceptance_case_has_its_expectation_and_no_file_is_stray() {
    let found = expectations();
    assert!(found.len() > 400, "too few expectations were found");
    let own: BTreeSet<_> = found.into_iter().flat_map(|it| [it.case, it.expected]).collect();
    for file in entries(&root("tests/acceptance"))
        .into_iter()
        .filter(|path| path.is_dir())
        .flat_map(|it| entries(&it))
    {
        assert!(own.contains(&file), "{} belongs to no case", file.display());
    }
    for file in own {
        assert!(file.is_file(), "{} is missing", file.display());
    }
}

#[test]
fn a_fixture_has_its_case_its_explanation_and_no_stray_file() {
    for step in entries(&root("fixtures")) {
        assert!(step.is_dir() || name(&step) == "pdf-hashes.txt", "{} is stray", step.display());
    }
    for fixture in fixtures() {
        for file in [CASE, "uitleg.json"] {
            assert!(fixture.folder.join(file).is_file(), "{} has no {file}", fixture.path());
        }
        let known = |name: &str| [CASE, EXPECTED, "uitleg.json", "melding.txt"].contains(&name);
        for file in entries(&fixture.folder).iter().map(|file| name(file)) {
            assert!(known(&file) || file.ends_with(".txt"), "{}/{file} is stray", fixture.path());
        }
    }
}

#[test]
fn a_changed_a_missing_and_a_stray_expectation_are_seen() {
    let files = |list: &[(&str, &str)]| -> Files {
        list.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect()
    };
    let made = files(&[("brief.txt", "een\ntwee\n"), ("uitleg.json", "{}\n")]);
    assert!(differences("zaak", &made, &made).is_empty());

    let changed = files(&[("brief.txt", "een\ndrie\n"), ("uitleg.json", "{}\n")]);
    let told = differences("zaak", &changed, &made).concat();
    assert!(told.contains("zaak/brief.txt") && told.contains("drie") && told.contains("twee"), "{told}");

    let missing = files(&[("uitleg.json", "{}\n")]);
    assert_eq!(differences("zaak", &missing, &made), ["zaak/brief.txt is missing\n"]);
    assert_eq!(
        differences("zaak", &made, &missing),
        ["zaak/brief.txt is stray: the case does not make it\n"]
    );
}

/// The fixtures show every letter, ground, outcome, class of finding and row of the tables at least once.
#[test]
fn the_fixtures_show_every_letter_ground_outcome_and_rule() {
    let mut letters = BTreeSet::new();
    let mut grounds = BTreeSet::new();
    let mut outcomes = BTreeSet::new();
    let mut codes = BTreeSet::new();
    let mut rules = BTreeSet::new();
    let words = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    for fixture in fixtures() {
        for assessed in assess(pipeline(), &fs::read(fixture.folder.join(CASE)).unwrap()) {
            let object = explanation(pipeline(), &assessed, CASE);
            outcomes.insert(words(&object["uitkomst"]));
            for letter in object["brieven"].as_array().unwrap() {
                letters.insert(words(&letter["soort"]));
                grounds.extend(letter["gronden"].as_array().unwrap().iter().map(words));
            }
            for finding in object["diagnoses"].as_array().unwrap() {
                codes.insert(words(&finding["code"])[..2].to_owned());
                rules.insert(words(&finding["regel_id"]));
            }
            rules.extend(object["regels"].as_array().unwrap().iter().map(|rule| words(&rule["id"])));
            let conditions = object["doelgroep"].as_array().unwrap().iter();
            rules.extend(conditions.map(|tried| format!("doelgroep.{}", words(&tried["voorwaarde"]))));
            let blocks = assessed.letters.iter().flat_map(|letter| letter.blocks());
            rules.extend(blocks.flat_map(|block| block.provenance.rules.iter().map(RuleId::to_string)));
        }
    }
    let all_letters: BTreeSet<String> = LetterKind::ALL.iter().map(|kind| kind.id().to_owned()).collect();
    assert_eq!(letters, all_letters);
    assert_eq!(outcomes.len(), 4, "{outcomes:?}");
    let ids = |prefix: &str| -> BTreeSet<String> {
        let all = pipeline().book.rows().filter_map(|row| row.id.word().strip_prefix(prefix));
        all.map(str::to_owned).collect()
    };
    assert_eq!(grounds, ids("grond."));
    for class in ["F1", "F2", "F3", "F4", "F5", "V1"] {
        assert!(codes.contains(class), "no fixture shows {class}");
    }
    let unseen: Vec<&str> =
        pipeline().book.rows().map(|row| row.id.word()).filter(|id| !rules.contains(*id)).collect();
    assert_eq!(unseen, NOT_IN_LETTERS, "the rules that no fixture shows");
}

/// Rows that no fixture can show: the term of `termijn wettelijk`, whose length is an option, and the limits, which
/// stand behind the rules that a letter names.
const NOT_IN_LETTERS: &[&str] = &[
    "termijn.wettelijk",
    "limiet.eerste_dag",
    "limiet.vlucht_vanaf",
    "limiet.peilmoment",
    "limiet.tijdelijk_verblijfsrecht",
    "limiet.triage",
    "limiet.verblijf_buiten_nederland",
    "limiet.leeftijd_verblijfsbewijs",
    "limiet.leeftijd_meerderjarig",
    "limiet.leeftijd_dienstplicht",
    "limiet.leeftijd_einde_dienstplicht",
    "limiet.atw_korte_termijn",
    "limiet.atw_werkdagen",
    "limiet.atw_langste_dagen",
    "limiet.atw_langste_weken",
    "limiet.atw_langste_maanden",
    "limiet.einde_van_rechtswege",
    "limiet.leeftijd_vingerafdrukken",
    "limiet.leeftijd_zelf_melden",
];
