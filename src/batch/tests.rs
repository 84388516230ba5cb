//! Tests of what cannot be seen from outside a run: a case that changes between the two passes.

use super::file_names::SUMMARY;
use super::*;
use crate::batch::options::Order;
use crate::batch::selection::Selection;
use crate::case::read::Overrides;
use crate::csv::Dialect;
use crate::law::book::RuleBook;
use crate::letter::{Organisation, TemplateSet};
use crate::render::look::Look;
use crate::render::pdf::Press;
use std::fs;

const CASE: &str = include_str!("../../fixtures/stickerlocatie/weigering-inreisstempel/case.yaml");
/// A case with another ground.
const OTHER: &str =
    include_str!("../../fixtures/stickerlocatie/achttien-op-bekendmaking-niet-op-dagtekening/case.yaml");

fn pipeline() -> Pipeline {
    Pipeline {
        book: RuleBook::built_in().unwrap().into(),
        templates: TemplateSet::builtin().unwrap(),
        organisation: Organisation::example().unwrap(),
        press: Press::new(Look::built_in()),
    }
}

fn options(cases: &Path, out: &Path) -> Options {
    Options {
        paths: vec![cases.to_owned()],
        folder: Some(out.to_owned()),
        dry: false,
        tells_findings: None,
        overrides: Overrides::default(),
        order: Order::Kenmerk,
        stream: false,
        duplex: false,
        kix: false,
        codes: None,
        addresses: None,
        inserter: false,
        part_sheets: 10_000,
        csv: Dialect::Rfc,
        metadata: None,
        strict: false,
        overwrite: false,
        round: None,
        may_be_empty: false,
        selection: Selection::default(),
        sample: None,
        threads: 2,
    }
}

#[test]
fn a_case_that_changes_between_the_passes_is_refused() {
    let desk = tempfile::tempdir().unwrap();
    let cases = desk.path().join("zaken");
    fs::create_dir(&cases).unwrap();
    let file = |number: usize| cases.join(format!("{number}.yaml"));
    let case = |number: usize| CASE.replace("RTB-2026-000019", &format!("K-{number}"));
    (1..=5).for_each(|number| fs::write(file(number), case(number)).unwrap());
    let options = options(&cases, &desk.path().join("uit"));
    let pipeline = pipeline();
    let folder = Folder::open(options.folder.as_deref().unwrap()).unwrap();
    let job = Job::new(&options, &pipeline, Some(&folder)).unwrap();
    let mut tally = Tally::new(Findings::new(Some(folder.scratch("bevindingen").unwrap())));
    let entries = reading::read(&job, None, &mut tally, &mut Progress::Silent).unwrap();
    assert_eq!((entries.len(), tally.counts.with_letters), (5, 5));

    // One case has changed, one is gone and one is shorter. In the fourth file only a new document follows
    // the case, which itself stays the same.
    fs::write(file(1), case(1).replace("Oleksandr", "Oleksii")).unwrap();
    fs::remove_file(file(2)).unwrap();
    fs::write(file(3), &case(3)[..200]).unwrap();
    fs::write(file(4), case(4) + "---\nmeer: waar\n").unwrap();
    let entries = index::in_order(entries, options.order);
    letters(
        &job,
        (1, None),
        &PriorRuns::default(),
        &folder,
        &Turns::Cases(&entries),
        &mut tally,
        &mut Progress::Silent,
    )
    .unwrap();
    let mut names: Vec<_> = fs::read_dir(folder.path("brieven"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["K-4_weigeringsbesluit.pdf", "K-5_weigeringsbesluit.pdf"]);
    assert_eq!(tally.findings.codes, [("F703", 3)].into());
    assert_eq!((tally.counts.with_letters, tally.counts.refused), (2, 3));
    let mut kenmerken = Vec::new();
    let mut keep = |line: &str| {
        kenmerken.extend(line.split("\"kenmerk\":").nth(1).map(str::to_owned));
        Ok(())
    };
    tally.findings.each(&mut keep).unwrap();
    assert_eq!(kenmerken, ["\"K-1\"}", "\"K-2\"}", "\"K-3\"}"]);
}

/// By number of sheets the first pass composes every letter, by kenmerk the second: with the same number of sheets for
/// each, the order is one.
#[test]
fn a_case_whose_words_are_missing_leaves_what_a_case_leaves_that_was_refused_at_once() {
    let desk = tempfile::tempdir().unwrap();
    let cases = desk.path().join("zaken");
    fs::create_dir(&cases).unwrap();
    for number in 1..=5 {
        let other = number == 3;
        let case = if other { OTHER } else { CASE };
        let (own, kenmerk) = (case.lines().find(|line| line.starts_with("  kenmerk:")).unwrap(), number);
        let case = case.replace(own, &format!("  kenmerk: K-{kenmerk}"));
        fs::write(cases.join(format!("{number}.yaml")), case).unwrap();
    }
    let all = TemplateSet::builtin().unwrap();
    let texts = all.texts().filter(|(name, _)| *name != "grounds/voorwaarden_niet_aangetoond.md");
    let pipeline = Pipeline { templates: TemplateSet::new(texts).unwrap(), ..pipeline() };
    let runs = [Order::Kenmerk, Order::Sheets].map(|order| {
        let out = desk.path().join(order.word());
        let options = Options { order, stream: true, duplex: true, ..options(&cases, &out) };
        let report = run(&options, &pipeline, &mut Progress::Silent).unwrap();
        assert_eq!((report.summary.met_brief, report.summary.geweigerd), (4, 1));
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        for folder in [out.clone(), out.join("brieven")] {
            for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
                let name = file.file_name().unwrap().to_str().unwrap().to_owned();
                if file.is_file() && name != SUMMARY {
                    files.push((name, fs::read(file).unwrap()));
                }
            }
        }
        files.sort();
        files
    });
    let names: Vec<&str> = runs[0].iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), 10, "{names:?}");
    assert!(runs[0] == runs[1]);
    let findings = runs[0].iter().find(|(name, _)| name == "fouten.jsonl").unwrap();
    let findings = String::from_utf8(findings.1.clone()).unwrap();
    assert_eq!((findings.lines().count(), findings.contains("\"code\":\"F601\"")), (1, true));
    assert!(findings.contains("\"bestand\":\"3.yaml\",\"document\":1"), "{findings}");
}
