//! `uitleg` on a terminal: the outcome, the letters with their terms step by step, the rules with the
//! facts that they used, and the target group.

use super::{Subject, grounds};
use crate::case::model::Case;
use crate::decide::known::Known;
use crate::decide::letter_plan::LetterPlan;
use crate::decide::outcome::{BewijsVanVerblijf, Outcome};
use crate::law::row::Status;
use serde_json::Value;
use std::fmt::Write;

/// The explanation of one document, in Dutch. The results of `writeln!` are ignored, because writing to a
/// `String` cannot fail.
#[must_use]
pub fn to_text(subject: &Subject<'_>) -> String {
    let mut out = String::new();
    heading(subject, &mut out);
    if let Some((case, letters)) = subject.letters() {
        for plan in letters {
            letter(case, plan, &mut out);
        }
    }
    if let Some(proof) = subject.decision.bewijs_van_verblijf {
        let _ = writeln!(out, "\nBewijs van verblijf: {}", proof_words(proof));
    }
    rules(subject, &mut out);
    idle(subject, &mut out);
    target_group(subject, &mut out);
    out
}

fn heading(subject: &Subject<'_>, out: &mut String) {
    let words = match &subject.decision.outcome {
        Outcome::Letters(_, letters) if letters.len() == 1 => "er volgt één brief".to_owned(),
        Outcome::Letters(_, letters) => format!("er volgen {} brieven", letters.len()),
        Outcome::NoLetter => "er volgt geen brief".to_owned(),
        Outcome::OfficerMustDecide(_) => "een ambtenaar moet eerst beslissen".to_owned(),
        Outcome::Refused(_) => "geweigerd: deze zaak kan zo geen brief krijgen".to_owned(),
    };
    let _ = writeln!(out, "Zaak {}: {words}", subject.kenmerk().unwrap_or("zonder leesbaar kenmerk"));
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

fn unconfirmed_mark(status: Status) -> &'static str {
    match status {
        Status::Vast => "",
        Status::TeBevestigen => " [te bevestigen]",
        Status::TeVertalen => " [te vertalen door een beëdigd vertaler]",
    }
}

fn proof_words(proof: BewijsVanVerblijf) -> &'static str {
    match proof {
        BewijsVanVerblijf::StickerPaspoort => "een sticker in het paspoort",
        BewijsVanVerblijf::StickerInlegvel => "een sticker op een inlegvel",
        BewijsVanVerblijf::ODocument => "een O-document",
        BewijsVanVerblijf::Geen => "geen (jonger dan 14 jaar)",
    }
}

fn rules(subject: &Subject<'_>, out: &mut String) {
    out.push_str("\nGebruikte regels\n");
    for step in subject.decision.trace.steps() {
        let Some(rule) = subject.rule(step.rule) else { continue };
        let _ = writeln!(out, "- {}{}: {}", rule.id, unconfirmed_mark(rule.status), rule.regel);
        let articles = if rule.artikelen.is_empty() {
            String::new()
        } else {
            format!(" ({})", crate::law::citation::short(&rule.artikelen))
        };
        let _ = writeln!(out, "  {}: {}{articles}", rule.bron.word(), rule.vindplaats);
        if let Some(note) = &rule.toelichting {
            let _ = writeln!(out, "  let op: {note}");
        }
        for fact in &step.facts {
            let (path, value, line) = subject.fact(*fact);
            let Some(value) = value else { continue };
            let place = line.map_or_else(String::new, |l| format!(", regel {l}"));
            let _ = writeln!(out, "    {path} = {}{place}", plain_value(&value));
        }
    }
}

fn plain_value(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
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
    }
}
