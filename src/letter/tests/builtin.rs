//! Tests that the built-in set has all templates of the folder `letter-templates/`, and can be read.

use crate::letter::TemplateSet;
use crate::letter::builtin;
use std::fs;
use std::path::Path;

/// The names of all templates in a folder and the folders below it.
fn templates(folder: &Path, below: &str) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            names.extend(templates(&entry.path(), &format!("{name}/")));
        } else if name.ends_with(".md") && name != "README.md" {
            names.push(name);
        }
    }
    names.sort();
    names
}

/// They are read only when they are filled, so nothing else finds one that the engine cannot read.
#[test]
fn the_engine_reads_every_built_in_template() {
    let set = TemplateSet::new(builtin::templates()).unwrap();
    assert_eq!(set.names().count(), builtin::templates().count());
}

#[test]
fn no_template_of_the_folder_is_forgotten() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("letter-templates");
    let mut embedded: Vec<_> = builtin::templates().map(|(name, _)| name.to_owned()).collect();
    embedded.sort();
    assert_eq!(embedded, templates(&folder, ""));
}

#[test]
fn the_built_in_set_can_be_read() {
    assert_eq!(TemplateSet::builtin().unwrap().names().count(), builtin::templates().count());
}
