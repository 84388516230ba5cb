//! The pages of `uitleg --html`, judged by the Nu checker, Chromium and axe-core: valid, accessible on a screen, complete on
//! paper.
//!
//! `tests/behaviour/explanation` tests what can be seen without a browser.

use crate::pages::{Pages, all_pass, browse};
use crate::support::desk::{case_of, changed};
use crate::support::{assess, explanation_page, fixture_cases, pipeline};
use std::collections::BTreeMap;

/// The cases whose pages are looked at in every setting: each with what its page shows.
const KINDS: &[(&str, &str)] = &[
    ("letter", "weigering-inreisstempel"),
    ("two-letters", "toekenning-zwaar-en-licht-twee-brieven"),
    ("skipped-days", "niet-gemeld-asielbroep-een-week-over-kerst"),
    ("language-page", "taal-openbare-orde-oekraiens"),
    ("table", "besluit-met-gemachtigde-en-poolse-letters"),
    ("question", "geboortedatum-jaar-2008-ambtenaar"),
    ("refused", "weigering-inreisstempel-tegengesproken"),
    ("no-letter", "triage-positief-geen-brief"),
    ("unreadable", "bestand-yaml-kapot"),
    ("four-cases", "meer-documenten-vier-uitkomsten"),
];

fn page(case: &str) -> String {
    explanation_page(pipeline(), &assess(pipeline(), case.as_bytes()), "zaak.yaml")
}

/// A page of each kind, and one of a case whose words are long and look like markup.
fn every_kind() -> Pages {
    let mut pages: Pages =
        KINDS.iter().map(|(name, fixture)| ((*name).to_owned(), page(&case_of(fixture)))).collect();
    let words = format!("Uit <b>{}</b> &amp; \"de\" 'stempels'", "onafgebroken".repeat(12));
    pages.insert("long-words".into(), page(&changed("weigering-inreisstempel", "Uit de stempels", &words)));
    pages
}

#[test]
fn every_page_can_be_made() {
    assert_eq!(every_kind().len(), KINDS.len() + 1);
    assert!(every_kind().values().all(|page| page.ends_with("</html>\n")));
}

#[test]
#[ignore = "needs Chromium, Node and Java"]
fn the_explanation_of_every_fixture_conforms() {
    let mut pages = BTreeMap::new();
    for (fixture, case) in fixture_cases(pipeline()) {
        let page = explanation_page(pipeline(), [&case], "zaak.yaml");
        pages.insert(format!("{fixture}-{}", case.number), page);
    }
    assert!(pages.len() > 150, "only {}", pages.len());
    all_pass(&["--explanation"], &pages);
}

#[test]
#[ignore = "needs Chromium, Node and Java"]
fn the_explanation_of_each_kind_conforms_in_every_setting() {
    all_pass(&["--explanation", "--thorough"], &every_kind());
}

/// The fault that the browser must find, and the change of a page that makes it: these words become those.
const FAULTS: &[(&str, &str, &str)] = &[
    ("[wide] color-contrast", "--soft: #50565f", "--soft: #bbb"),
    ("[dark] color-contrast", "--ink: #e8eaed", "--ink: #444"),
    ("heading-order", "<h3>", "<h6>x</h6><h3>"),
    ("landmark-one-main", "<main>", "<main hidden></main><div>"),
    ("region", "<main>", "<p>woorden</p><main>"),
    ("nu: line ", "<h1>", "<h1 role=\"onzin\">"),
    ("table-roles: ", "<table class=\"doelgroep\">", "<table role=\"presentation\">"),
    ("[phone] sideways", "tr { display: grid;", "tr { display: grid; width: 400px;"),
    ("request: http", "<main>", "<main><img alt=\"\" src=\"http://127.0.0.1:9/\">"),
    ("not A4", "size: A4", "size: A5"),
    ("no number at its foot", "@bottom-right { content:", "@bottom-right { quotes:"),
    ("not on paper", ".waarom, .deel { background: none; }", ".tekst { display: none; }"),
];

#[test]
fn every_fault_changes_the_page() {
    let page = page(&case_of("weigering-inreisstempel"));
    for (_, from, to) in FAULTS {
        assert_ne!(page.replace(from, to), page, "{from}");
    }
}

#[test]
#[ignore = "needs Chromium, Node and Java"]
fn a_broken_explanation_does_not_conform() {
    let page = page(&case_of("weigering-inreisstempel"));
    // Without its policy, so that a fault can be made.
    let (before, policy) = page.split_once("<meta http-equiv").unwrap();
    let open = format!("{before}{}", policy.split_once('\n').unwrap().1);
    let mut pages = BTreeMap::from([("whole".to_owned(), page.clone())]);
    pages.insert("other-style".into(), page.replacen("--soft", "--zacht", 1));
    for (n, (_, from, to)) in FAULTS.iter().enumerate() {
        pages.insert(format!("broken-{n}"), open.replace(from, to));
    }
    let (success, told) = browse(&["--explanation", "--thorough"], &pages);
    let has = |name: &str, fault: &str| {
        told.iter().any(|line| line.starts_with(&format!("FAIL {name}.html ")) && line.contains(fault))
    };
    assert!(!success && told.iter().any(|line| line == "PASS whole.html"), "{told:#?}");
    assert!(has("other-style", "console: "), "{told:#?}");
    for (n, (fault, ..)) in FAULTS.iter().enumerate() {
        assert!(has(&format!("broken-{n}"), fault), "{fault}\n{told:#?}");
    }
}
