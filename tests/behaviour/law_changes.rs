//! A policy changes by a row with a date, and a mistyped word in a table stops the program at its start.
//!
//! Each test changes the tables as whoever maintains them would, and no code. The last one also adds a template.

#![allow(clippy::unwrap_used)]

use crate::support::{assess, fixture, new_pipeline};
use rtbrief::law::book::{RuleBook, RuleTexts};
use rtbrief::letter::TemplateSet;
use rtbrief::letter::builtin::templates;
use rtbrief::pipeline::{Assessed, Pipeline};
use std::fs;

const TABLES: RuleTexts<'static> = RuleTexts::BUILT_IN;

fn case(name: &str) -> String {
    fs::read_to_string(fixture(name).join("case.yaml")).unwrap()
}

/// The pipeline with other tables.
fn pipeline(texts: &RuleTexts<'_>) -> Pipeline {
    Pipeline { book: RuleBook::from_texts(texts).unwrap().into(), ..new_pipeline() }
}

fn assessed(pipeline: &Pipeline, case: &str) -> Assessed {
    assess(pipeline, case.as_bytes()).remove(0)
}

fn codes(assessed: &Assessed) -> Vec<&'static str> {
    assessed.diagnostics().iter().map(|finding| finding.code.as_str()).collect()
}

/// `limits.yaml` with a later row for the days outside the Netherlands: 90 instead of 28.
fn ninety_days() -> String {
    let first = "- id: limiet.verblijf_buiten_nederland\n  waarde: 28 dagen\n";
    let closed = format!("{first}  geldig_tot: 2026-10-31\n");
    let later = "- id: limiet.verblijf_buiten_nederland\n  waarde: 90 dagen\n  geldig_vanaf: 2026-11-01\n  regel: x\n  bron: wi\n  versie: wi-2025\n  vindplaats: x\n  status: vast\n";
    TABLES.limits.replacen(first, &closed, 1) + later
}

/// `rules.yaml` with an exclusion that ends.
fn without_entry_stamp(until: &str) -> String {
    TABLES.rules.replacen("- id: doelgroep.u3\n", &format!("- id: doelgroep.u3\n  geldig_tot: {until}\n"), 1)
}

/// `rtb.yaml` with a period of one more year.
fn until_2028() -> String {
    TABLES.rtb.to_owned()
        + "- besluit: Uitvoeringsbesluit (EU) 2026/9999\n  genomen_op: 2026-07-14\n  van: 2027-03-05\n  tot_en_met: 2028-03-04\n  bron: wet\n  vindplaats: x\n  status: vast\n"
}

#[test]
fn a_later_row_of_ninety_days_decides_from_its_day_on() {
    let stay = case("voornemen-beeindiging-langer-dan-28-dagen");
    assert!(codes(&assessed(&new_pipeline(), &stay)).is_empty());
    let limits = ninety_days();
    let changed = pipeline(&RuleTexts { limits: &limits, ..TABLES });
    let found = assessed(&changed, &stay);
    assert_eq!(codes(&found), ["F203"]);
    assert!(found.diagnostics()[0].message.contains("meer dan 90 dagen"));
    let earlier = stay.replace("datum: 2026-11-20", "datum: 2026-10-31");
    assert!(codes(&assessed(&changed, &earlier)).is_empty(), "the row of 28 days holds until 31 October");
}

#[test]
fn an_exclusion_that_has_ended_excludes_nobody() {
    let granted = case("toekenning-maatregel-andere-lidstaat-geen-brief").replacen(
        "feiten:\n",
        "feiten:\n  alleen_inreisstempel: true\n",
        1,
    );
    let before = assessed(&new_pipeline(), &granted);
    assert_eq!(before.decision.outcome.word(), "geweigerd", "{:?}", before.diagnostics());
    let rules = without_entry_stamp("2026-10-31");
    let after = assessed(&pipeline(&RuleTexts { rules: &rules, ..TABLES }), &granted);
    assert_eq!(after.decision.outcome.word(), "geen_brief", "{:?}", after.diagnostics());
}

#[test]
fn a_table_with_a_mistyped_word_is_refused_with_its_line() {
    let line = |text: &str, word: &str| text.lines().position(|line| line.contains(word)).unwrap() + 1;
    let refused = |texts: &RuleTexts<'_>| RuleBook::from_texts(texts).unwrap_err().to_string();

    let remedies = TABLES.remedies.replacen("geval: openbare_orde\n", "geval: openbare_ordde\n", 1);
    let error = refused(&RuleTexts { remedies: &remedies, ..TABLES });
    let at = format!("remedies.yaml: regel {}, ", line(&remedies, "openbare_ordde"));
    assert!(error.starts_with(&at) && error.contains("openbare_ordde"), "{error}");

    let grounds = TABLES.grounds.replacen("brieven: [beeindiging]\n", "brieven: [beeindigng]\n", 1);
    let error = refused(&RuleTexts { grounds: &grounds, ..TABLES });
    let at = format!("grounds.yaml: regel {}, ", line(&grounds, "beeindigng"));
    assert!(error.starts_with(&at) && error.contains("weigering, intrekking, beeindiging"), "{error}");
}

#[test]
fn one_more_row_extends_the_rtb() {
    let rtb = until_2028();
    let changed = pipeline(&RuleTexts { rtb: &rtb, ..TABLES });
    let refusal = case("weigering-inreisstempel").replace("2026-11-20", "2027-06-01");
    assert_eq!(assessed(&new_pipeline(), &refusal).decision.outcome.word(), "geweigerd");
    assert_eq!(assessed(&changed, &refusal).decision.outcome.word(), "brieven");
}

/// "From 5-3-2027 exclusion u3 does not exist and the refusal letter has another first paragraph", made by rows
/// and one template file alone.
#[test]
fn a_new_policy_is_rows_and_a_template() {
    let (rtb, rules) = (until_2028(), without_entry_stamp("2027-03-04"));
    let successor = |text: &str| {
        let (subject, rest) = text.split_once("\n## ").unwrap();
        format!(
            "{subject}\n## {}",
            rest.replace("Bent u het niet eens met dit besluit?", "Vindt u dat dit besluit niet klopt?")
        )
    };
    let (_, today) = templates().find(|(name, _)| *name == "weigeringsbesluit.md").unwrap();
    let tomorrow = successor(today);
    let own = |(name, text): (&str, &str)| (name.to_owned(), text.to_owned());
    let files = templates().map(own).chain([("weigeringsbesluit@2027-03-05.md".to_owned(), tomorrow)]);
    let changed = Pipeline {
        templates: TemplateSet::new(files).unwrap(),
        ..pipeline(&RuleTexts { rtb: &rtb, rules: &rules, ..TABLES })
    };
    let on = |case: &str, day: &str| assessed(&changed, &case.replace("2026-11-20", day));

    let granted = case("toekenning-maatregel-andere-lidstaat-geen-brief").replacen(
        "feiten:\n",
        "feiten:\n  alleen_inreisstempel: true\n",
        1,
    );
    assert_eq!(on(&granted, "2027-03-04").decision.outcome.word(), "geweigerd");
    assert_eq!(on(&granted, "2027-03-05").decision.outcome.word(), "geen_brief");

    let refusal = case("weigering-eu-nationaliteit");
    let words = |day: &str| {
        let letter = on(&refusal, day).letters.remove(0);
        rtbrief::render::text::render(&letter)
    };
    assert!(words("2027-03-04").contains("Bent u het niet eens met dit besluit?"));
    let new = words("2027-03-05");
    assert!(new.contains("Vindt u dat dit besluit niet klopt?") && !new.contains("Bent u het niet eens"));
}
