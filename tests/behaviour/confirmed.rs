//! Rules that a lawyer must still confirm: which letters rest on them, what `--streng` refuses, and that a
//! confirmation changes no letter.

use crate::support::desk::{case_of, changed};
use crate::support::{assess, explanation, fixture_cases, new_pipeline, pipeline};
use rtbrief::decide::outcome::Outcome;
use rtbrief::letter::Organisation;
use rtbrief::letter::document::Document;
use rtbrief::pipeline::{Assessed, Pipeline};
use rtbrief::words::RuleId;
use std::collections::BTreeSet;

const EXAMPLE: &str = include_str!("../../letter-templates/organisatie-voorbeeld.yaml");

/// The ids of every row that is `te_bevestigen`.
fn to_confirm() -> BTreeSet<&'static str> {
    let rows = pipeline().book.rows().filter(|row| row.status.word() != "vast");
    rows.map(|row| row.id.word()).collect()
}

/// The built-in pipeline of an organisation whose lawyers confirmed these rules.
fn confirmed<'a>(rules: impl IntoIterator<Item = &'a str>) -> Pipeline {
    let entry = |rule| format!("  - {{regel: {rule}, door: J. Jurist, op: 2025-11-03}}\n");
    let entries: String = rules.into_iter().map(entry).collect();
    let organisation = Organisation::from_yaml(&format!("{EXAMPLE}\nbevestigd:\n{entries}")).unwrap();
    Pipeline { organisation, ..new_pipeline() }
}

/// Every case of the fixtures, and two for the rules that no letter of a fixture rests on.
fn cases(pipeline: &Pipeline) -> Vec<(String, Assessed)> {
    let lifted = "toekenning-zwaar-inreisverbod-tijdelijk-opgeheven";
    let conscript = changed(lifted, "dienstplichtig: false", "dienstplichtig: true");
    let resident = changed(
        lifted,
        "vertrek_uit_oekraine: 2022-03-02\n  inreis_unie: 2022-03-05",
        "in_nederland_sinds: 2021-03-01",
    );
    let own = [("dienstplichtig", conscript), ("in-nederland", resident)];
    let own = own.into_iter().flat_map(|(name, case)| {
        assess(pipeline, case.as_bytes()).into_iter().map(move |case| (name.to_owned(), case))
    });
    fixture_cases(pipeline).chain(own).collect()
}

/// The rules that the letters of a case name as not confirmed.
fn told(case: &Assessed) -> BTreeSet<&'static str> {
    case.letters.iter().flat_map(|letter| &letter.unconfirmed).map(|rule| rule.word()).collect()
}

/// What the explanation and the words of a case say of rules to be confirmed.
fn expected(pipeline: &Pipeline, case: &Assessed) -> BTreeSet<String> {
    let explanation = explanation(pipeline, case, "-");
    let list = |key: &str| explanation[key].as_array().unwrap().clone();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let rules = list("regels").into_iter().filter(|rule| rule["status"] != "vast");
    let group = list("doelgroep").into_iter().filter(|it| it["uitkomst"] == "voldaan");
    let group = group.map(|it| format!("doelgroep.{}", text(&it["voorwaarde"])));
    let blocks = case.letters.iter().flat_map(|letter| letter.blocks());
    let words = blocks.flat_map(|block| &block.provenance.rules).map(ToString::to_string);
    let all = to_confirm();
    rules
        .map(|rule| text(&rule["id"]))
        .chain(group)
        .chain(words)
        .filter(|id| all.contains(id.as_str()))
        .collect()
}

#[test]
fn a_letter_names_every_rule_to_be_confirmed_on_which_it_rests() {
    let pipeline = pipeline();
    let mut seen = BTreeSet::new();
    let mut without = 0;
    for (name, case) in cases(pipeline) {
        if !matches!(case.decision.outcome, Outcome::Letters(..)) {
            assert!(case.letters.is_empty());
            continue;
        }
        let told = told(&case);
        let expected = expected(pipeline, &case);
        assert_eq!(told, expected.iter().map(String::as_str).collect(), "{name}");
        for letter in &case.letters {
            let ids: Vec<&str> = letter.unconfirmed.iter().map(|rule| rule.word()).collect();
            assert!(ids.is_sorted_by(|a, b| a < b), "{name}: {ids:?}");
        }
        without += usize::from(told.is_empty());
        seen.extend(told);
    }
    assert_eq!(seen, to_confirm(), "every rule to be confirmed carries some letter");
    assert!(without > 50, "{without}");
}

#[test]
fn a_remedy_is_of_the_letter_that_it_is_against() {
    let case = case_of("toekenning-ovr-en-irv-in-volgorde-van-bestand");
    let letters = assess(pipeline(), case.as_bytes()).remove(0).letters;
    let remedies = |letter: &Document| -> Vec<&str> {
        let rules = letter.unconfirmed.iter().filter(|rule| matches!(rule, RuleId::Remedy(_)));
        rules.map(|rule| rule.word()).collect()
    };
    for letter in &letters {
        assert_eq!(remedies(letter), [format!("rechtsmiddel.{}", letter.kind.id())]);
    }
    let kinds: BTreeSet<&str> = letters.iter().map(|letter| letter.kind.id()).collect();
    assert_eq!(kinds.len(), 2);
}

#[test]
fn strictly_refuses_exactly_the_letters_that_rest_on_an_unconfirmed_rule() {
    let mut refused = 0;
    for ((name, plain), (_, strict)) in cases(pipeline()).into_iter().zip(cases(pipeline())) {
        let rules = told(&plain);
        let strict = strict.strictly();
        if rules.is_empty() {
            assert_eq!(strict.letters, plain.letters, "{name}");
            assert_eq!(strict.diagnostics(), plain.diagnostics(), "{name}");
            continue;
        }
        refused += 1;
        assert!(
            strict.letters.is_empty() && matches!(strict.decision.outcome, Outcome::Refused(_)),
            "{name}"
        );
        let [finding] = strict.diagnostics() else { panic!("{name}: {:?}", strict.diagnostics()) };
        assert_eq!(finding.code.as_str(), "F604");
        let named = to_confirm().into_iter().filter(|id| {
            let ends = [",", "."].map(|end| format!("{id}{end}"));
            ends.iter().any(|text| finding.message.contains(text))
        });
        assert_eq!(named.collect::<BTreeSet<_>>(), rules, "{name}: {}", finding.message);
        assert!(finding.hint.as_ref().is_some_and(|hint| hint.contains("`bevestigd` in organisatie.yaml")));
        let only = rules.first().filter(|_| rules.len() == 1).copied();
        assert_eq!(finding.rule.map(RuleId::word), only, "{name}");
    }
    assert!(refused > 30, "{refused}");
}

#[test]
fn what_is_confirmed_is_told_no_more_and_no_letter_changes() {
    let all = to_confirm();
    let pipeline_of_all = confirmed(all.iter().copied());
    for ((name, plain), (_, settled)) in cases(pipeline()).into_iter().zip(cases(&pipeline_of_all)) {
        assert_eq!(told(&settled), BTreeSet::new(), "{name}");
        let same: Vec<Document> =
            plain.letters.into_iter().map(|letter| Document { unconfirmed: Vec::new(), ..letter }).collect();
        assert_eq!(settled.letters, same, "{name}");
        let count = settled.letters.len();
        assert_eq!(settled.strictly().letters.len(), count, "{name}");
    }
}

#[test]
fn one_confirmation_settles_one_rule() {
    let one = "termijn.beroep_kort";
    let with_one = confirmed([one]);
    let mut lost = 0;
    for ((name, plain), (_, settled)) in cases(pipeline()).into_iter().zip(cases(&with_one)) {
        let mut rest = told(&plain);
        lost += usize::from(rest.remove(one));
        assert_eq!(told(&settled), rest, "{name}");
    }
    assert!(lost > 5, "{lost}");
}
