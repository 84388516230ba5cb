//! The built-in templates: every name, condition, slot and rule id holds, in every combination of
//! absent and present fields; no field and no file is left over.
use rtbrief::law::book::RuleBook;
use rtbrief::letter::context::registry::TEMPLATES;
use rtbrief::letter::lint::{lint, unused_fields};
use rtbrief::letter::{TemplateError, TemplateSet};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn built_in() -> TemplateSet {
    TemplateSet::builtin().unwrap_or_else(|errors| panic!("{}", listed(&errors)))
}

fn listed(errors: &[TemplateError]) -> String {
    errors.iter().map(|e| format!("{e}\n")).collect()
}

#[test]
fn the_built_in_templates_pass_the_lint() {
    let book = RuleBook::built_in().unwrap();
    let errors = lint(&built_in(), TEMPLATES, &|id| book.rule(id).is_some());
    assert!(errors.is_empty(), "{}", listed(&errors));
}

#[test]
fn every_field_is_used() {
    let unused = unused_fields(&built_in(), TEMPLATES);
    assert!(unused.is_empty(), "{}", listed(&unused));
}

#[test]
fn every_file_is_in_the_program() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("letter-templates");
    let mut files = BTreeSet::new();
    for folder in ["", "grounds", "parts"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "md") && !path.ends_with("README.md") {
                files.insert(path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    let set = built_in();
    let embedded: BTreeSet<String> = set.names().map(str::to_owned).collect();
    assert_eq!(files, embedded);
}
