//! Checks that every name in a template is a field, is used as its kind allows, and is certainly present where it is
//! shown.

use super::errors::Errors;
use crate::letter::condition::Condition;
use crate::letter::context::{Field, FieldKind};
use crate::letter::edition::Since;
use crate::letter::error::TemplateError;
use crate::letter::registration::Registration;
use crate::letter::source::Part;
use crate::letter::template::TemplateSet;
use std::collections::BTreeSet;

/// Checks the names in a template and in the templates that it includes; `true` when there are no errors.
pub(super) fn check(set: &TemplateSet, registration: &Registration, on: Since, errors: &mut Errors) -> bool {
    let mut walk = Walk { set, registration, on, errors, clean: true };
    walk.template(registration.template, &BTreeSet::new());
    walk.clean
}

/// The names that a part uses.
fn names(part: &Part) -> Vec<&str> {
    match part {
        Part::Show(name) => vec![name],
        Part::If(condition) | Part::Elif(condition) => condition.names(),
        _ => Vec::new(),
    }
}

/// A branch of an open condition, and which names are certainly present in it.
struct Branch<'a> {
    /// The names that are certainly present before this branch: those outside the condition, and those that follow from
    /// the earlier branches not being taken.
    before: BTreeSet<&'a str>,
    /// The condition of this branch.
    condition: &'a Condition,
}

impl<'a> Branch<'a> {
    fn inside(&self) -> BTreeSet<&'a str> {
        &self.before | &self.condition.guaranteed(true)
    }

    fn otherwise(&self) -> BTreeSet<&'a str> {
        &self.before | &self.condition.guaranteed(false)
    }
}

struct Walk<'a, 'e> {
    set: &'a TemplateSet,
    registration: &'a Registration,
    on: Since,
    errors: &'e mut Errors,
    clean: bool,
}

impl<'a> Walk<'a, '_> {
    fn template(&mut self, template: &str, around: &BTreeSet<&'a str>) {
        let Some(source) = self.set.version(template, self.on) else { return };
        let mut there = around.clone();
        // Each open condition, with the names that are certainly present outside it.
        let mut open: Vec<(BTreeSet<&str>, Branch<'_>)> = Vec::new();
        for (line, part) in source.parts() {
            for used in names(part) {
                self.name(&source.name, line, used, matches!(part, Part::Show(_)), &there);
            }
            match part {
                Part::If(condition) => {
                    let branch = Branch { before: there.clone(), condition };
                    let inside = branch.inside();
                    open.push((std::mem::replace(&mut there, inside), branch));
                }
                Part::Elif(condition) => {
                    if let Some((_, branch)) = open.last_mut() {
                        *branch = Branch { before: branch.otherwise(), condition };
                        there = branch.inside();
                    }
                }
                Part::Else => {
                    if let Some((_, branch)) = open.last() {
                        there = branch.otherwise();
                    }
                }
                Part::Endif => {
                    if let Some((outside, _)) = open.pop() {
                        there = outside;
                    }
                }
                Part::Include(included) => self.template(included, &there),
                _ => {}
            }
        }
    }

    fn name(&mut self, template: &str, line: u32, name: &str, shown: bool, there: &BTreeSet<&str>) {
        let field = self.registration.fields.iter().find(|field| field.name == name);
        let message = match field.map(|field| field.kind) {
            None => self.unknown(name),
            Some(FieldKind::Flag) if shown => {
                format!("`{name}` is ja of nee en kan alleen in een voorwaarde staan")
            }
            Some(FieldKind::Optional) if shown && !there.contains(name) => {
                format!("`{name}` kan ontbreken; toon het alleen binnen `{{% if {name} %}}`")
            }
            _ => return,
        };
        self.clean = false;
        self.errors.add(TemplateError::at(template, line, message));
    }

    fn unknown(&self, name: &str) -> String {
        let letter = self.registration.template;
        match nearest(name, self.registration.fields) {
            Some(near) => format!("`{name}` is geen veld van {letter}; bedoelt u `{near}`?"),
            None => {
                let fields: Vec<&str> = self.registration.fields.iter().map(|field| field.name).collect();
                format!("`{name}` is geen veld van {letter}; de velden zijn: {}", fields.join(", "))
            }
        }
    }
}

fn nearest(name: &str, fields: &'static [Field]) -> Option<&'static str> {
    fields
        .iter()
        .map(|field| (strsim::damerau_levenshtein(name, field.name), field.name))
        .min()
        .filter(|(distance, near)| *distance <= 2.max(near.len() / 4))
        .map(|(_, near)| near)
}
