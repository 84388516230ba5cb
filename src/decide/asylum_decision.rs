//! The separate asylum decision beside an intrekking or beëindiging on openbare orde, nationale
//! veiligheid or 1F (WI H3 and H6).

use super::case_view::CaseView;
use super::clause::Clause;
use super::findings::{Finding, Findings, not_after};
use super::return_weighing;
use crate::case::model::{Asielbesluit, Herbeoordeling, Maatregel, TerugkeerFeiten, Vreemdeling};
use crate::diagnostic::Code;
use crate::words::{Fact, Judgement, Rule};

const TOGETHER: Rule = Rule::HerbeoordelingAsielbesluitSamenhang;

/// Stage 3: what the asylum decision holds must fit together. An entry ban needs a signalering and a return decision,
/// its own or (the officer says) one that stands; with a bar on return there can be a signalering only.
pub(super) fn check(view: &CaseView<'_>, step: &Herbeoordeling, findings: &mut Findings<'_>) {
    match &step.asielbesluit {
        None => {}
        Some(Asielbesluit::Later { reden: None }) => {
            let rule = Rule::HerbeoordelingAsielbesluit;
            findings.text_missing(Asielbesluit::reden, rule, "De reden dat het asielbesluit later volgt");
        }
        Some(Asielbesluit::Later { .. }) => {}
        Some(Asielbesluit::Taken { datum, terugkeerbesluit, inreisverbod, signalering, .. }) => {
            let message = "Het asielbesluit is van na de dag van dit besluit.";
            let taken = (Asielbesluit::datum, *datum);
            not_after(findings, taken, view.decided(), Rule::DatumVolgorde, message);
            for (part, given) in [
                (Asielbesluit::terugkeerbesluit, *terugkeerbesluit),
                (Asielbesluit::inreisverbod, *inreisverbod),
                (Asielbesluit::signalering, *signalering),
            ] {
                if given.is_some() {
                    findings.used(TOGETHER, [part]);
                }
                let rests =
                    part == Asielbesluit::terugkeerbesluit && return_weighing::standing(view).is_some();
                if *inreisverbod == Some(true) && given != Some(true) && !rests {
                    entry_ban_alone(part, findings);
                }
            }
            bar_on_return(step, *terugkeerbesluit, *inreisverbod, findings);
        }
    }
}

fn entry_ban_alone(missing: Fact, findings: &mut Findings<'_>) {
    let word =
        if missing == Asielbesluit::signalering { "besluit tot signalering" } else { "terugkeerbesluit" };
    let message = format!("Het asielbesluit heeft een inreisverbod, maar geen {word}.");
    let facts = [Asielbesluit::inreisverbod, missing];
    let hint = "Een inreisverbod komt met een terugkeerbesluit en een besluit tot signalering. Kijk wat er in het asielbesluit staat.";
    findings.refuse(Finding::new(TOGETHER, Code::AsylumDecisionContradicts, message, facts).with_hint(hint));
}

/// With a bar on return and no safe third country there can be no return decision or entry ban.
fn bar_on_return(
    step: &Herbeoordeling,
    return_decision: Option<bool>,
    entry_ban: Option<bool>,
    findings: &mut Findings<'_>,
) {
    let barred =
        step.terugkeer.terugkeerbeletsel == Some(true) && step.terugkeer.veilig_derde_land != Some(true);
    let part = match (return_decision, entry_ban) {
        (Some(true), _) => Asielbesluit::terugkeerbesluit,
        (_, Some(true)) => Asielbesluit::inreisverbod,
        _ => return,
    };
    if barred {
        let message =
            "Bij een terugkeerbeletsel kan het asielbesluit alleen een besluit tot signalering hebben.";
        let facts = [part, TerugkeerFeiten::terugkeerbeletsel];
        findings.refuse(Finding::new(TOGETHER, Code::AsylumDecisionContradicts, message, facts));
    }
}

/// Stage 4: on these grounds the officer must say what happens to the asylum application.
pub(super) fn questions(view: &CaseView<'_>, step: &Herbeoordeling, findings: &mut Findings<'_>) {
    let ground = step.gronden.iter().any(|ground| ground.grond.is_public_order());
    if let Some(question) = parts_to_weigh(view, step).filter(|_| ground) {
        findings.judge(Judgement::AsylumDecisionParts, question);
    }
    if ground && step.asielbesluit.is_none() {
        // A return decision can follow in the besluit only when that on asylum was taken before (WI fn. 26).
        let clauses: &[Clause] = if step.terugkeer.land_van_terugkeer.is_some() {
            &[Clause::Asielbesluit, Clause::TerApel, Clause::Terugkeerbesluit]
        } else {
            &[Clause::Asielbesluit, Clause::TerApel]
        };
        findings.ask_fact_within(
            clauses,
            Herbeoordeling::asielbesluit,
            Rule::HerbeoordelingAsielbesluit,
            "Wat gebeurt er met de asielaanvraag? Vul het asielbesluit in, of dat het later volgt en waarom.",
        );
    }
}

/// An asylum decision without the parts that the WI names: a return decision and an entry ban with a signalering, or
/// with a bar on return a signalering alone. Before the grant a return decision may have been made already (WI H2), on
/// which a new entry ban can rest.
fn parts_to_weigh(view: &CaseView<'_>, step: &Herbeoordeling) -> Option<Finding> {
    let Some(Asielbesluit::Taken { terugkeerbesluit, inreisverbod, signalering, .. }) = &step.asielbesluit
    else {
        return None;
    };
    let has = |part: &Option<bool>| *part == Some(true);
    if has(terugkeerbesluit) && view.person.return_area.is_yes() {
        let message = "Het asielbesluit heeft een terugkeerbesluit, maar de vreemdeling heeft een nationaliteit waarbij dat niet kan (Europese Unie, IJsland, Liechtenstein, Noorwegen, Zwitserland). Klopt dat?";
        let facts = [Asielbesluit::terugkeerbesluit, Vreemdeling::nationaliteiten];
        return Some(Finding::new(TOGETHER, Code::AsylumDecisionParts, message, facts));
    }
    let (fact, message) = match (has(terugkeerbesluit), has(inreisverbod), has(signalering)) {
        (true, false, _) => (
            Asielbesluit::terugkeerbesluit,
            "Het asielbesluit heeft een terugkeerbesluit zonder inreisverbod. Klopt dat?",
        ),
        (false, true, _) => {
            let because = Maatregel::soort.at(return_weighing::standing(view)?);
            let message = "Het asielbesluit heeft een inreisverbod zonder terugkeerbesluit. Rust het op het terugkeerbesluit dat er al is?";
            return Some(Finding::new(
                TOGETHER,
                Code::AsylumDecisionParts,
                message,
                [Asielbesluit::inreisverbod, because],
            ));
        }
        (false, false, false) => (
            Asielbesluit::kenmerk,
            "Het asielbesluit heeft geen terugkeerbesluit, inreisverbod of signalering. Klopt dat?",
        ),
        (false, false, true) if step.terugkeer.terugkeerbeletsel == Some(false) => (
            Asielbesluit::signalering,
            "Het asielbesluit heeft alleen een signalering, en er is geen terugkeerbeletsel. Klopt dat?",
        ),
        _ => return None,
    };
    Some(Finding::new(TOGETHER, Code::AsylumDecisionParts, message, [fact, Herbeoordeling::asielbesluit]))
}
