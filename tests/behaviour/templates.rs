//! The built-in templates: every name, condition, slot and rule id holds, in every combination of
//! absent and present fields; no field and no file is left over.
use rtbrief::law::book::RuleBook;
use rtbrief::letter::context::registry::all;
use rtbrief::letter::lint::check;
use rtbrief::letter::source::{Part, Source};
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
    let errors = check(&built_in(), &book);
    assert!(errors.is_empty(), "{}", listed(&errors));
}

#[test]
fn every_field_is_used_by_a_template() {
    let set = built_in();
    let registered = all();
    for registration in &registered {
        for field in registration.fields {
            // Templates with the same field share it.
            let same = registered.iter().filter(|other| other.fields.contains(field));
            let is_used = same.clone().any(|other| used(&set, other.template).contains(field.name));
            assert!(is_used, "{}: no template uses {}", registration.template, field.name);
        }
    }
}

/// The names of fields in all versions of a template and of what it includes.
fn used(set: &TemplateSet, template: &str) -> BTreeSet<String> {
    let sources: Vec<&Source> = set.changes(template).filter_map(|on| set.version(template, on)).collect();
    let own = sources.iter().flat_map(|source| source.parts()).flat_map(|(_, part)| match part {
        Part::Show(name) => vec![name.clone()],
        Part::If(condition) | Part::Elif(condition) => {
            condition.names().into_iter().map(str::to_owned).collect()
        }
        _ => Vec::new(),
    });
    let included = sources.iter().flat_map(|source| source.includes());
    own.chain(included.flat_map(|(_, included)| used(set, &included))).collect()
}

#[test]
fn every_template_file_is_built_into_the_program() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("letter-templates");
    let mut files = BTreeSet::new();
    for folder in ["", "grounds", "parts", "talen/en", "talen/ru", "talen/uk"] {
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
