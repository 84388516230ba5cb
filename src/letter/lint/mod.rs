//! Checks a set of templates before any case is written with it.
//!
//! The template engine is silent about a name that does not exist and about a value that is not
//! there; a letter would then lack a word without anyone noticing. So everything that can be known
//! before a case exists is checked here, and every template is filled in many ways.

mod combine;
mod names;

use super::error::TemplateError;
use super::registration::Registration;
use super::source::Part;
use super::template::TemplateSet;
use std::collections::{BTreeMap, BTreeSet};

/// Checks a set: names, optional fields, slots, rule ids, and that every template can be filled with
/// every optional field and flag present or absent.
///
/// `is_rule` says whether a rule id exists. The errors are sorted by template and line; each is F601.
#[must_use]
pub fn lint(
    set: &TemplateSet,
    registry: &[Registration],
    is_rule: &dyn Fn(&str) -> bool,
) -> Vec<TemplateError> {
    let mut errors = Errors::default();
    let mut reached = BTreeSet::new();
    for registration in registry {
        if set.source(registration.template).is_none() {
            errors.add(TemplateError::whole(registration.template, "dit sjabloon ontbreekt"));
            continue;
        }
        let files = with_includes(set, registration.template);
        slots(set, registration, &files, &mut errors);
        if names::check(set, registration, &mut errors) {
            combine::check(set, registration, &mut errors);
        }
        reached.extend(files);
    }
    for name in set.names() {
        if !reached.contains(name) {
            errors.add(TemplateError::whole(name, "geen enkele brief gebruikt dit sjabloon"));
        }
        for (line, part) in set.source(name).iter().flat_map(|source| source.parts()) {
            let Part::Rules(ids) = part else { continue };
            for id in ids.iter().filter(|id| !is_rule(id)) {
                errors.add(TemplateError::at(name, line, format!("de regel `{id}` bestaat niet")));
            }
        }
    }
    errors.sorted()
}

/// The fields that no template with their context uses, each under the first of those templates.
///
/// Not an error by itself: an organisation may choose not to show a fact.
#[must_use]
pub fn unused_fields(set: &TemplateSet, registry: &[Registration]) -> Vec<TemplateError> {
    let mut errors = Errors::default();
    for (index, registration) in registry.iter().enumerate() {
        let same = |other: &&Registration| other.fields == registration.fields;
        if registry[..index].iter().any(|other| same(&other)) {
            continue;
        }
        let mut used = BTreeSet::new();
        for other in registry.iter().filter(same) {
            for source in with_includes(set, other.template).iter().filter_map(|name| set.source(name)) {
                used.extend(source.parts().flat_map(|(_, part)| names::names(part)));
            }
        }
        for field in registration.fields.iter().filter(|field| !used.contains(field.name)) {
            errors.add(TemplateError::whole(
                registration.template,
                format!("geen sjabloon gebruikt het veld `{}`", field.name),
            ));
        }
    }
    errors.sorted()
}

/// Errors, each once: a part that ten letters include is wrong once.
#[derive(Default)]
struct Errors(BTreeMap<(String, Option<u32>, String), TemplateError>);

impl Errors {
    fn add(&mut self, error: TemplateError) {
        self.0.entry((error.template.clone(), error.line, error.message.clone())).or_insert(error);
    }

    fn sorted(self) -> Vec<TemplateError> {
        self.0.into_values().collect()
    }
}

/// A template and all that it includes; the set has made sure that there are no circles.
fn with_includes<'a>(set: &'a TemplateSet, name: &str) -> BTreeSet<&'a str> {
    let Some(source) = set.source(name) else { return BTreeSet::new() };
    let mut names = BTreeSet::from([source.name.as_str()]);
    for (_, part) in source.parts() {
        if let Part::Include(included) = part {
            names.extend(with_includes(set, included));
        }
    }
    names
}

fn slots(set: &TemplateSet, registration: &Registration, files: &BTreeSet<&str>, errors: &mut Errors) {
    let mut found = BTreeSet::new();
    for file in files {
        for (line, slot) in set.slots(file) {
            found.insert(slot);
            if !registration.slots.contains(&slot) {
                let message =
                    format!("de invulplaats `::{slot}::` bestaat niet in {}", registration.template);
                errors.add(TemplateError::at(file, line, message));
            }
        }
    }
    for slot in registration.slots.iter().filter(|slot| !found.contains(*slot)) {
        let message = format!("de invulplaats `::{slot}::` ontbreekt");
        errors.add(TemplateError::whole(registration.template, message));
    }
}
