//! The separate asylum decision beside an intrekking or beëindiging on openbare orde, nationale
//! veiligheid or 1F (WI H3 and H6).

use super::draft::Clause;
use super::findings::{Findings, View};
use super::terugkeer;
use crate::case::model::{Asielbesluit, Herbeoordeling};
use crate::diagnostic::{Code, Diagnostic};

const TOGETHER: &str = "herbeoordeling.asielbesluit_samenhang";

/// Step 3: what the asylum decision holds must fit together: an entry ban needs a return decision and
/// always comes with a signalering; with a bar on return a signalering alone.
pub(super) fn check(view: &View<'_>, step: &Herbeoordeling, findings: &mut Findings) {
    match &step.asielbesluit {
        None => {}
        Some(Asielbesluit::Later { reden: None }) => {
            findings.text_missing(
                "stap.asielbesluit.reden",
                "herbeoordeling.asielbesluit",
                "De reden dat het asielbesluit later volgt",
            );
        }
        Some(Asielbesluit::Later { .. }) => {}
        Some(Asielbesluit::Taken { datum, terugkeerbesluit, inreisverbod, signalering, .. }) => {
            let decided = (view.case.decision_day_path(), view.decision_day());
            let taken = ("stap.asielbesluit.datum", *datum);
            let message = "Het asielbesluit is van na de dag van dit besluit.";
            super::contradiction::not_after(findings, taken, decided, "datum.volgorde", message);
            for (part, given) in [
                ("terugkeerbesluit", *terugkeerbesluit),
                ("inreisverbod", *inreisverbod),
                ("signalering", *signalering),
            ] {
                if given.is_some() {
                    findings.trace.used(TOGETHER, [format!("stap.asielbesluit.{part}").as_str()]);
                }
                if *inreisverbod == Some(true) && given != Some(true) {
                    entry_ban_alone(part, findings);
                }
            }
            bar_on_return(step, *terugkeerbesluit, *inreisverbod, findings);
        }
    }
}

fn entry_ban_alone(missing: &str, findings: &mut Findings) {
    let word = if missing == "signalering" { "besluit tot signalering" } else { "terugkeerbesluit" };
    findings.refuse(
        Diagnostic::new(
            Code::AsylumDecisionContradicts,
            format!("Het asielbesluit heeft een inreisverbod, maar geen {word}."),
            ["stap.asielbesluit.inreisverbod".to_owned(), format!("stap.asielbesluit.{missing}")],
        )
        .with_rule(TOGETHER),
    );
}

/// With a bar on return and no safe third country there can be no return decision or entry ban.
fn bar_on_return(
    step: &Herbeoordeling,
    return_decision: Option<bool>,
    entry_ban: Option<bool>,
    findings: &mut Findings,
) {
    let barred =
        step.terugkeer.terugkeerbeletsel == Some(true) && step.terugkeer.veilig_derde_land != Some(true);
    let part = match (return_decision, entry_ban) {
        (Some(true), _) => "terugkeerbesluit",
        (_, Some(true)) => "inreisverbod",
        _ => return,
    };
    if barred {
        findings.refuse(
            Diagnostic::new(
                Code::AsylumDecisionContradicts,
                "Bij een terugkeerbeletsel kan het asielbesluit alleen een besluit tot signalering hebben.",
                [format!("stap.asielbesluit.{part}"), "stap.terugkeerbeletsel".to_owned()],
            )
            .with_rule(TOGETHER),
        );
    }
}

/// Step 4: on these grounds the officer says what happens to the asylum application.
pub(super) fn questions(step: &Herbeoordeling, findings: &mut Findings) {
    let ground = step.gronden.iter().any(|g| g.grond.is_public_order());
    if ground && step.asielbesluit.is_none() {
        // A return decision can follow in the besluit only when that on asylum was taken before (WI fn. 26).
        let clauses: &[Clause] = if terugkeer::wanted(&step.terugkeer) {
            &[Clause::Asielbesluit, Clause::TerApel, Clause::Terugkeerbesluit]
        } else {
            &[Clause::Asielbesluit, Clause::TerApel]
        };
        findings.ask_fact_within(
            clauses,
            "stap.asielbesluit",
            "herbeoordeling.asielbesluit",
            "Wat gebeurt er met de asielaanvraag? Vul het asielbesluit in, of dat het later volgt en waarom.",
        );
    }
}
