//! Checks a set of templates before letters are made with it.
//!
//! The template engine reports no error for a name that does not exist or for an absent value; a letter would lack
//! words and nobody would notice. So everything that can be checked without a case is checked here, and every template
//! is filled with many combinations of fields.

mod combine;
mod errors;
mod names;
mod terms;
mod versions;

use super::context::registry;
use super::edition::Since;
use super::error::TemplateError;
use super::registration::Registration;
use super::template::TemplateSet;
use crate::law::book::RuleBook;
use crate::law::rtb::Rtb;
use errors::Errors;
use std::collections::BTreeSet;

/// Checks a set for the letters of the program: what [`lint`] checks with the registered templates, and that the letters
/// state the terms that the rules attach to them. The errors are sorted by template and line; each becomes F601.
#[must_use]
pub fn check(set: &TemplateSet, book: &RuleBook) -> Vec<TemplateError> {
    let mut errors = Errors::default();
    lint(set, &registry::all(), book.rtb()).into_iter().for_each(|error| errors.add(error));
    terms::check(set, book, &mut errors);
    errors.sorted()
}

/// Checks every version of every template of a set: its names, optional fields, slots and days, and that it can be
/// filled with its optional fields and flags present or absent.
///
/// `rtb` says on which days a letter can be made known. The errors are sorted by template and line; each becomes F601.
#[must_use]
pub fn lint(set: &TemplateSet, registry: &[Registration], rtb: &Rtb) -> Vec<TemplateError> {
    let mut errors = Errors::default();
    let mut reached = BTreeSet::new();
    for registration in registry {
        let mut changes = set.changes(registration.template).peekable();
        if changes.peek().is_none() {
            errors.add(TemplateError::whole(registration.template, "dit sjabloon ontbreekt"));
        }
        for on in changes {
            let files = with_includes(set, registration.template, on);
            slots(set, registration, &files, &mut errors);
            if names::check(set, registration, on, &mut errors) {
                combine::check(set, registration, on, &mut errors);
            }
            reached.extend(files);
        }
    }
    versions::check(set, registry, rtb, &mut errors);
    for name in set.names() {
        if !reached.contains(name) {
            errors.add(TemplateError::whole(name, "geen enkele brief gebruikt dit sjabloon"));
        }
    }
    errors.sorted()
}

/// The files of a template and of everything that it includes on a day. A set has no includes in a circle, so this
/// ends.
fn with_includes<'a>(set: &'a TemplateSet, template: &str, on: Since) -> BTreeSet<&'a str> {
    let Some(source) = set.version(template, on) else { return BTreeSet::new() };
    let included = source.includes().flat_map(|(_, included)| with_includes(set, &included, on));
    included.chain([source.name.as_str()]).collect()
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
