//! `uitleg` on a terminal: the outcome, the letters with their terms step by step, the rules with the
//! facts that they used, the target group, and if asked the blocks of the letters with their rules.

use super::rules::{By, Used, open_status, source, used};
use super::shown::Shown;
use super::subject::{Subject, grounds};
use super::words::{BlockWords, Part};
use crate::case::model::Case;
use crate::decide::known::Known;
use crate::decide::letter_plan::LetterPlan;
use crate::diagnostic::character::shown;
use crate::law::row::Status;
use std::fmt::Write;

/// The explanation of one document, in Dutch; with `sentences` (`--zinnen`) every block of the letters stands at its end.
/// The results of `writeln!` are ignored, because writing to a `String` cannot fail.
#[must_use]
pub fn to_text(subject: &Subject<'_>, sentences: bool) -> String {
    let mut out = String::new();
    heading(subject, &mut out);
    if let Some((case, letters)) = subject.letters() {
        for plan in letters {
            letter(case, plan, &mut out);
        }
    }
    if let Some(proof) = subject.proof_in_words() {
        let _ = writeln!(out, "\nBewijs van verblijf: {proof}");
    }
    rules(subject, &mut out);
    idle(subject, &mut out);
    target_group(subject, &mut out);
    if sentences {
        letters_by_block(subject, &mut out);
    }
    out
}

fn heading(subject: &Subject<'_>, out: &mut String) {
    let kenmerk = subject.kenmerk().unwrap_or("zonder leesbaar kenmerk");
    let _ = writeln!(out, "Zaak {kenmerk}: {}", subject.outcome_in_words());
    if subject.decision.afwijking {
        out.push_str("Er is een afwijking vastgelegd: er is besloten tegen een tegenspraak in.\n");
    }
}

fn letter(case: &Case, plan: &LetterPlan, out: &mut String) {
    let _ = writeln!(out, "\n{} ({})", plan.kind().title(), plan.kind().id());
    let grounds = grounds(case, plan);
    if !grounds.is_empty() {
        let _ = writeln!(out, "  gronden: {}", grounds.join(", "));
    }
    if let Some(decision) = plan.letter.return_decision() {
        let _ = writeln!(out, "  met een terugkeerbesluit, naar {}", decision.land.dutch_name_with_article());
    }
    if let Some(decision) = plan.letter.ending_decision() {
        let day = decision.effective;
        let back = if decision.retroactive { " (met terugwerkende kracht)" } else { "" };
        let _ = writeln!(out, "  ingangsdatum: {}{back}", day.dutch());
    }
    for term in &plan.terms {
        let unconfirmed_mark = unconfirmed_mark(term.status);
        let last = term.computed.last_day.dutch_long();
        let _ = writeln!(out, "  termijn {}: tot en met {last}{unconfirmed_mark}", term.kind.json_word());
        for step in &term.computed.steps {
            let _ = writeln!(out, "    - {step}");
        }
    }
}

fn unconfirmed_mark(status: Status) -> String {
    open_status(status).map_or_else(String::new, |needs| format!(" [{needs}]"))
}

fn rules(subject: &Subject<'_>, out: &mut String) {
    out.push_str("\nGebruikte regels\n");
    let (decided, stated): (Vec<Used<'_>>, Vec<Used<'_>>) =
        used(subject).into_iter().partition(|rule| rule.by == By::Decision);
    decided.iter().for_each(|used| rule(used, out));
    if !stated.is_empty() {
        out.push_str("\nRegels die alleen in de woorden van de brief staan\n");
    }
    stated.iter().for_each(|used| rule(used, out));
}

fn rule(used: &Used<'_>, out: &mut String) {
    let row = used.row;
    let _ = writeln!(out, "- {}{}: {}", row.id, unconfirmed_mark(row.status), row.regel);
    let _ = writeln!(out, "  {}", source(row));
    if let Some(note) = &row.toelichting {
        let _ = writeln!(out, "  let op: {note}");
    }
    for fact in &used.facts {
        if let Some(words) = fact.words() {
            let _ = writeln!(out, "    {} = {words}", fact.path);
        }
    }
}

/// Every block of every letter, each with its rules and facts.
fn letters_by_block(subject: &Subject<'_>, out: &mut String) {
    let Some((_, plans)) = subject.letters() else { return };
    for (plan, letter) in plans.iter().zip(subject.words) {
        let _ = writeln!(out, "\nZinnen van de brief: {} ({})", plan.kind().title(), plan.kind().id());
        let mut part = Part::Body;
        for block in &letter.blocks {
            if block.part != part {
                part = block.part;
                let _ = writeln!(out, "\n{}", part.dutch());
            }
            one_block(subject, block, out);
        }
    }
}

fn one_block(subject: &Subject<'_>, block: &BlockWords, out: &mut String) {
    let mut lines = block.text.lines();
    let _ = writeln!(out, "\n  [{}] {}", block.sort.word(), shown(lines.next().unwrap_or_default()));
    lines.for_each(|line| {
        let _ = writeln!(out, "    {}", shown(line));
    });
    let _ = writeln!(out, "    sjabloon: {}, regel {}", block.template, block.line);
    for rule in block.rules.iter().filter_map(|rule| subject.rule(*rule)) {
        let _ = writeln!(out, "    regel: {}{} – {}", rule.id, unconfirmed_mark(rule.status), source(rule));
    }
    let facts = subject.facts(block.facts.iter().map(String::as_str));
    for fact in &facts {
        if let Some(words) = fact.brief() {
            let _ = writeln!(out, "    feit: {} = {words}", fact.path);
        }
    }
    absent("    ", &facts, out);
}

/// The facts that the case does not have, on one line.
fn absent(indent: &str, facts: &[Shown], out: &mut String) {
    let absent = facts.iter().filter(|fact| fact.value.is_none()).map(|fact| fact.path.as_str());
    let absent: Vec<&str> = absent.collect();
    if !absent.is_empty() {
        let _ = writeln!(out, "{indent}niet in de zaak: {}", absent.join(", "));
    }
}

fn idle(subject: &Subject<'_>, out: &mut String) {
    let facts = subject.idle();
    if !facts.is_empty() {
        out.push_str("\nFeiten die hier niet tellen\n");
    }
    for fact in facts {
        let place = fact.line.map_or_else(String::new, |line| format!(" (regel {line})"));
        let _ = writeln!(out, "- {}{place}: {}", fact.path, fact.reason);
    }
}

fn target_group(subject: &Subject<'_>, out: &mut String) {
    if subject.decision.doelgroep.is_empty() {
        return;
    }
    out.push_str("\nDoelgroep (a en b: voorwaarden, u: uitsluitingen)\n");
    for condition in &subject.decision.doelgroep {
        let words = match condition.result {
            Known::Yes => "voldaan",
            Known::No => "niet voldaan",
            Known::Unknown => "onbekend",
        };
        let place = subject.rule(condition.condition).map(|row| row.vindplaats.as_str());
        let _ = writeln!(out, "- {}: {words} ({})", condition.condition.word(), place.unwrap_or_default());
        let facts = subject.tried(condition);
        for fact in &facts {
            if let Some(words) = fact.words() {
                let _ = writeln!(out, "    {} = {words}", fact.path);
            }
        }
        absent("    ", &facts, out);
    }
}
