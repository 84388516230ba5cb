//! The built-in templates: every name, condition, slot and rule id holds, in every combination of
//! absent and present fields; no field and no file is left over.
use rtbrief::law::book::RuleBook;
use rtbrief::letter::context::registry::all;
use rtbrief::letter::lint::lint;
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
    let errors = lint(&built_in(), &all(), book.rtb());
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

/// No sentence of a template has more words than this: a field counts as one, and a choice as all its branches.
const WORDS: usize = 20;

/// The text of a template without directives; a field is one word.
fn words_of(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{']) {
        plain.push_str(&rest[..at]);
        let (close, word) = match &rest[at..at + 2] {
            "{{" => ("}}", "veld"),
            "{%" => ("%}", " "),
            _ => ("#}", ""),
        };
        plain.push_str(word);
        let end = rest[at..].find(close).unwrap();
        rest = &rest[at + end + 2..];
    }
    plain.push_str(rest);
    plain
}

/// Whether a line names the law on which a letter rests: its names cannot be shorter.
fn is_legal_basis(line: &str) -> bool {
    let law = ["artikel ", "Richtlijn "]
        .iter()
        .any(|law| line.strip_prefix("- ").is_some_and(|l| l.starts_with(law)));
    law || line.starts_with("Deze reden steunt op ")
}

/// The sentences of a line that have too many words.
fn too_long(line: &str) -> Vec<String> {
    let ends = |word: &str| word.ends_with(['.', '?', '!']);
    let mut sentence: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for word in line.split_whitespace() {
        if word.contains(char::is_alphanumeric) {
            sentence.push(word);
        }
        if ends(word.trim_end_matches(['*', ')', '’'])) {
            found.push(std::mem::take(&mut sentence));
        }
    }
    found.push(sentence);
    found.retain(|sentence| sentence.len() > WORDS);
    found.into_iter().map(|sentence| format!("{} woorden: {}", sentence.len(), sentence.join(" "))).collect()
}

#[test]
fn no_sentence_of_a_template_is_long() {
    assert_eq!(too_long(&format!("Kort. {}Lang. Kort.", "woord ".repeat(20))).len(), 1);
    assert_eq!(words_of("a {{ b }}{% if c %} d{% endif %}.{# e #}"), "a veld  d .");
    let mut wrong = Vec::new();
    for (name, text) in built_in().texts() {
        let plain = words_of(text);
        let lines = plain.lines().filter(|line| !is_legal_basis(line.trim()));
        wrong.extend(lines.flat_map(too_long).map(|sentence| format!("{name}: {sentence}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
