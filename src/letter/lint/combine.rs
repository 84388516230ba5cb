//! Fills a template with many combinations of its optional fields and flags: none of them, all, each one alone, and all
//! but one. No combination may fail, or leave a block, list item or table cell without words.

use super::errors::Errors;
use crate::letter::context::{FieldKind, Value};
use crate::letter::document::{Block, BlockKind, Inline};
use crate::letter::edition::Since;
use crate::letter::error::TemplateError;
use crate::letter::markdown::Piece;
use crate::letter::registration::Registration;
use crate::letter::template::TemplateSet;

/// Fills a template with every combination, and collects the errors.
pub(super) fn check(set: &TemplateSet, registration: &Registration, on: Since, errors: &mut Errors) {
    let file = set.version(registration.template, on).map_or(registration.template, |source| &source.name);
    for present in combinations(registration) {
        match set.fill(
            registration.template,
            on,
            registration.fields,
            &values(registration, &present),
            Some(0),
        ) {
            Ok(pieces) => result(registration, file, &pieces, errors),
            Err(error) => errors.add(error),
        }
    }
}

/// The combinations: for each of them, whether each field is present.
fn combinations(registration: &Registration) -> Vec<Vec<bool>> {
    let fields = registration.fields;
    let free: Vec<usize> = (0..fields.len()).filter(|i| fields[*i].kind != FieldKind::Text).collect();
    let with = |chosen: &dyn Fn(usize) -> bool| -> Vec<bool> {
        (0..fields.len()).map(|i| fields[i].kind == FieldKind::Text || chosen(i)).collect()
    };
    let mut all = vec![with(&|_| false), with(&|_| true)];
    for index in free {
        all.push(with(&|i| i == index));
        all.push(with(&|i| i != index));
    }
    all
}

fn values(registration: &Registration, present: &[bool]) -> Vec<(&'static str, Value)> {
    let fields = registration.fields.iter().zip(present);
    fields
        .filter_map(|(field, present)| match field.kind {
            FieldKind::Flag => Some((field.name, Value::Flag(*present))),
            _ => present.then(|| (field.name, Value::Text(format!("Voorbeeld {}", field.name)))),
        })
        .collect()
}

fn result(registration: &Registration, template: &str, pieces: &[Piece], errors: &mut Errors) {
    if pieces.is_empty() {
        errors.add(TemplateError::whole(template, "dit sjabloon kan leeg blijven"));
    }
    let has_subject = matches!(pieces.first(), Some(Piece::Subject(..)));
    if registration.is_letter && !has_subject {
        errors.add(TemplateError::whole(template, "een brief begint met `# Onderwerp`"));
    } else if !registration.is_letter && has_subject {
        errors.add(TemplateError::whole(template, "alleen een brief heeft een `# Onderwerp`"));
    }
    for piece in pieces {
        let Piece::Block(block) = piece else { continue };
        let mut wrong = |message| {
            let place = &block.provenance;
            errors.add(TemplateError::at(&place.template, place.line, message));
        };
        for run in runs(block) {
            if !run.iter().any(|inline| inline.text().contains(char::is_alphanumeric)) {
                wrong("hier blijft soms niets over dan leestekens");
            }
            if run.iter().any(|inline| inline.text().contains("**")) {
                wrong("`**` is hier niet goed gesloten");
            }
        }
    }
}

/// The runs of text in a block: the whole text of a heading or paragraph, each list item, each table cell.
fn runs(block: &Block) -> Vec<&Vec<Inline>> {
    match &block.kind {
        BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) | BlockKind::Margin(text) => vec![text],
        BlockKind::Overview(rows) => rows.iter().flat_map(|row| [&row.label, &row.text]).collect(),
        BlockKind::List { items, .. } => items.iter().collect(),
        BlockKind::Table { header, rows } => header.iter().chain(rows.iter().flatten()).collect(),
    }
}
