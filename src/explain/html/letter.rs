//! Writes a letter: what it decides, its terms, and its blocks with what stands behind each.

use super::fact::{self, Length};
use super::{rule, term};
use crate::case::model::Case;
use crate::decide::letter_plan::LetterPlan;
use crate::explain::subject::{Subject, grounds};
use crate::explain::words::{BlockWords, LetterWords, Part, Sort};
use crate::markup::Writer;

/// Writes one letter of a case.
pub(super) fn write(
    page: &mut Writer,
    subject: &Subject<'_>,
    (case, plan): (&Case, &LetterPlan),
    words: &LetterWords,
    number: usize,
) {
    page.line("h3", plan.kind().title());
    core(page, case, plan);
    term::list(page, &plan.terms, subject.book.calendar());
    page.raw("<div class=\"brief\">\n<div class=\"onderwerp\">\n").piece(&words.subject).close("div");
    let mut part = Part::Body;
    for block in &words.blocks {
        if block.part != part {
            part = block.part;
            page.raw("<p class=\"deel\">").text(&part.dutch()).close("p");
        }
        row(page, subject, block, number);
    }
    page.close("div");
}

/// Writes what a letter decides besides its words.
fn core(page: &mut Writer, case: &Case, plan: &LetterPlan) {
    let grounds = grounds(case, plan);
    let mut rows: Vec<(&str, String)> = vec![("Soort", plan.kind().id().to_owned())];
    if !grounds.is_empty() {
        rows.push((if grounds.len() == 1 { "Grond" } else { "Gronden" }, grounds.join(", ")));
    }
    if let Some(decision) = plan.letter.return_decision() {
        rows.push(("Terugkeerbesluit", format!("ja, naar {}", decision.land.dutch_name_with_article())));
    }
    if let Some(decision) = plan.letter.ending_decision() {
        let back = if decision.retroactive { ", met terugwerkende kracht" } else { "" };
        rows.push(("Ingangsdatum", format!("{}{back}", decision.effective.dutch())));
    }
    page.raw("<dl class=\"kern\">\n");
    for (label, words) in rows {
        page.raw("<div>").line("dt", label).line("dd", &words).close("div");
    }
    page.close("dl");
}

/// Writes a block, and beside it its rules, facts and template.
fn row(page: &mut Writer, subject: &Subject<'_>, block: &BlockWords, number: usize) {
    page.raw("<div class=\"rij\">\n<div class=\"tekst");
    page.raw(if block.sort == Sort::Margin { " kantlijn\"" } else { "\"" });
    if let Part::Page(language) = block.part {
        page.raw(" lang=\"").raw(language.word()).raw("\"");
    }
    page.raw(">\n").piece(&block.markup).close("div");
    page.raw("<div class=\"waarom\">\n<p class=\"sjabloon\">").text(&block.template);
    page.raw(&format!(", regel {}", block.line)).close("p");
    let rows: Vec<_> = block.rules.iter().filter_map(|rule| subject.rule(*rule)).collect();
    rule::beside(page, number, &rows);
    fact::list(page, &subject.facts(block.facts.iter().map(String::as_str)), Length::Brief);
    page.close("div").close("div");
}
