//! Checks that every letter states the terms of its remedies: the paragraph that rests on a term is before the annex, and
//! one of them shows the last day.
//!
//! A letter is also checked when it is made, with the conditions of its case; here an author hears it before there is a
//! case, with the line where the remedy is.

use super::errors::Errors;
use crate::law::book::RuleBook;
use crate::law::date::Date;
use crate::letter::context::slots;
use crate::letter::edition::Since;
use crate::letter::error::TemplateError;
use crate::letter::letters;
use crate::letter::source::Part;
use crate::letter::template::TemplateSet;
use crate::words::{LetterKind, RuleId, TermKind};
use std::collections::BTreeSet;

/// A block of the body of a letter, in the file where it stands.
struct Stated<'a> {
    file: &'a str,
    line: u32,
    rules: &'a [RuleId],
    /// The fields that the file shows from this block to the next.
    shows: Vec<&'a str>,
}

/// Checks the letters of a set on every day on which a template or a remedy changes.
pub(super) fn check(set: &TemplateSet, book: &RuleBook, errors: &mut Errors) {
    let remedies = book.rows().filter(|row| matches!(row.id, RuleId::Remedy(_)));
    let changes: BTreeSet<Date> = remedies.map(crate::law::row::Provenance::valid_from).collect();
    for letter in LetterKind::ALL {
        let template = letters::template(*letter);
        let of_template = set.changes(template).flatten();
        let days: BTreeSet<Date> =
            changes.iter().copied().chain(of_template).chain([book.rtb().first_day()]).collect();
        for day in days {
            let mut body = Vec::new();
            collect(set, template, Some(day), &mut body);
            for (remedy, term) in terms(book, *letter, day) {
                if let Some(error) = missing(template, &body, remedy, term) {
                    errors.add(error);
                }
            }
        }
    }
}

/// The terms that the remedies of a letter set running on a day, each with its remedy.
fn terms(book: &RuleBook, letter: LetterKind, day: Date) -> BTreeSet<(RuleId, TermKind)> {
    let rows = letter.remedy_cases().iter().filter_map(|case| book.remedy(letter, *case, day));
    rows.flat_map(|row| row.termijnen.iter().map(|term| (row.provenance.id, *term))).collect()
}

/// Adds the blocks of a template and of what it includes on a day, up to the annex.
fn collect<'a>(set: &'a TemplateSet, template: &str, on: Since, body: &mut Vec<Stated<'a>>) {
    let Some(source) = set.version(template, on) else { return };
    let annex = set.slots(&source.name).find(|(_, slot)| *slot == slots::BIJLAGE).map(|(line, _)| line);
    let is_body = |line: u32| annex.is_none_or(|annex| line < annex);
    let blocks: Vec<_> =
        set.source_blocks(&source.name).into_iter().filter(|(line, _)| is_body(*line)).collect();
    for (index, (line, block)) in blocks.iter().enumerate() {
        let end = blocks.get(index + 1).map_or(u32::MAX, |(next, _)| *next);
        let within = source.parts().filter(|(at, _)| (*line..end).contains(at) && is_body(*at));
        let shows = within.filter_map(|(_, part)| match part {
            Part::Show(name) => Some(name.as_str()),
            _ => None,
        });
        body.push(Stated { file: &source.name, line: *line, rules: &block.rules, shows: shows.collect() });
    }
    for (_, included) in source.includes().filter(|(line, _)| is_body(*line)) {
        collect(set, &included, on, body);
    }
}

/// The error that no block states a term, or that none of those that do shows its last day.
fn missing(template: &str, body: &[Stated<'_>], remedy: RuleId, term: TermKind) -> Option<TemplateError> {
    let rule = RuleId::from(term);
    let last_day = format!("{}_uiterlijk", term.json_word());
    let mut stated = body.iter().filter(|block| block.rules.contains(&rule)).peekable();
    let Some(first) = stated.peek() else {
        let is_remedy =
            |block: &&Stated<'_>| block.rules.iter().any(|rule| matches!(rule, RuleId::Remedy(_)));
        let place = body.iter().find(|block| block.rules.contains(&remedy));
        let place = place.or_else(|| body.iter().find(is_remedy));
        let (file, line) = place.map_or((template, 1), |block| (block.file, block.line));
        let message = format!(
            "{template} noemt de termijn `{rule}` niet; zet bij dit rechtsmiddel een alinea met `{{{{ {last_day} }}}}`, en \
             erboven `{{# regel: {rule} #}}`"
        );
        return Some(TemplateError::at(file, line, message));
    };
    let (file, line) = (first.file, first.line);
    if stated.any(|block| block.shows.contains(&last_day.as_str())) {
        return None;
    }
    let message = format!("hier hoort de laatste dag van de termijn `{rule}`: toon `{{{{ {last_day} }}}}`");
    Some(TemplateError::at(file, line, message))
}
