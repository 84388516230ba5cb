//! Tests of what cannot be seen from outside a run: a case that changes between the two passes.

use super::*;
use crate::batch::csv::Dialect;
use crate::batch::options::Order;
use crate::batch::selection::Selection;
use crate::case::read::Overrides;
use crate::law::book::RuleBook;
use crate::letter::{Organisation, TemplateSet};
use crate::render::look::Look;
use crate::render::pdf::Press;
use std::fs;

const CASE: &str = include_str!("../../fixtures/stickerlocatie/weigering-inreisstempel/case.yaml");

fn pipeline() -> Pipeline {
    Pipeline {
        book: RuleBook::built_in().unwrap().into(),
        templates: TemplateSet::builtin().unwrap(),
        organisation: Organisation::example().unwrap(),
        press: Press::new(Look::built_in()),
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
    let options = Options {
        paths: vec![cases.clone()],
        folder: Some(desk.path().join("uit")),
        dry: false,
        overrides: Overrides::default(),
        order: Order::Kenmerk,
        stream: false,
        duplex: false,
        kix: false,
        inserter: false,
        part_sheets: 10_000,
        csv: Dialect::Rfc,
        strict: false,
        overwrite: false,
        round: None,
        may_be_empty: false,
        selection: Selection::default(),
        sample: None,
        threads: 2,
    };
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
    letters(&job, (1, None), &PriorRuns::default(), &folder, &entries, &mut tally, &mut Progress::Silent)
        .unwrap();
    let mut names: Vec<_> = fs::read_dir(folder.path("brieven"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["K-4_weigeringsbesluit.pdf", "K-5_weigeringsbesluit.pdf"]);
    assert_eq!(tally.findings.codes, [("F703", 3)].into());
    assert_eq!((tally.counts.with_letters, tally.counts.refused), (2, 3));
    let mut found = Vec::new();
    tally.findings.write(&mut found).unwrap();
    let found = String::from_utf8(found).unwrap();
    let kenmerken: Vec<&str> = found.lines().filter_map(|line| line.split("\"kenmerk\":").nth(1)).collect();
    assert_eq!(kenmerken, ["\"K-1\"}", "\"K-2\"}", "\"K-3\"}"]);
}
