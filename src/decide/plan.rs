//! Step 5: the letters of a case without contradictions, each with its terms and clauses.

use super::findings::{Findings, View};
use super::herbeoordeling::ending;
use super::outcome::{Ending, LetterKind, LetterPlan, ReturnDecision};
use super::terms::{self, Extra};
use super::terugkeer::Return;
use super::{ingangsdatum, opschorting};
use crate::case::country::Country;
use crate::case::model::{
    Asielbesluit, Fase, GrondId, Herbeoordeling, Maatregel, SoortMaatregel, Stap, Stickerlocatie,
    UitkomstStickerlocatie,
};

/// The letters of the case.
pub(super) fn letters(view: &View<'_>, findings: &mut Findings) -> Vec<LetterPlan> {
    match &view.case.stap {
        Stap::Stickerlocatie(step) => match step.uitkomst {
            UitkomstStickerlocatie::Toekenning => lifted(view, findings),
            UitkomstStickerlocatie::Weigering => vec![refused_at_counter(view, step, findings)],
            UitkomstStickerlocatie::NaderOnderzoek => vec![suspended(view, step, findings)],
        },
        Stap::Triage(step) => {
            findings.trace.used("triage.negatief", ["stap.uitkomst"]);
            let wish = step.asielwens == Some(true);
            if wish {
                findings.trace.used("ter_apel.melden", ["stap.asielwens"]);
            }
            let resident = step.terugkeer.andere_verblijfsgrond == Some(true);
            if resident {
                findings.trace.used("regulier.geen_weigeringsgrond", ["stap.andere_verblijfsgrond"]);
            }
            let only_rtb = wish || resident;
            vec![refusal(view, wish, only_rtb, findings)]
        }
        Stap::Grens(step) => {
            let read = ["stap.beroep_op_rtb", "stap.doorverwijzing", "stap.asielaanvraag"].into_iter();
            let first = step.eerste_beroep.map(|_| "stap.eerste_beroep");
            let family = step.gezinsband_aannemelijk.map(|_| "stap.gezinsband_aannemelijk");
            findings.trace.used("grens.weigering", read.chain(first).chain(family));
            findings.trace.used("terugkeerbesluit.geen", ["stap.soort"]);
            vec![refusal(view, false, true, findings)]
        }
        Stap::NietGemeld(_) => vec![set_aside(view, findings)],
        Stap::Herbeoordeling(step) => {
            ending(view, step).map(|ending| reassessed(view, step, ending, findings)).into_iter().collect()
        }
    }
}

fn blank(kind: LetterKind) -> LetterPlan {
    LetterPlan {
        kind,
        sequence: 1,
        ending: None,
        terugkeerbesluit: None,
        ingangsdatum: None,
        terugwerkend: false,
        terms: Vec::new(),
        measure: None,
        suspended_return_decision: false,
        ter_apel: false,
        m35h: false,
        awaiting_only_rtb: false,
        rules: Vec::new(),
        open: Vec::new(),
    }
}

fn return_decision(view: &View<'_>, findings: &mut Findings) -> Option<ReturnDecision> {
    Return::of(view).and_then(|facts| facts.plan(view, findings))
}

/// A weigeringsbesluit (WI H2).
fn refusal(view: &View<'_>, ter_apel: bool, only_rtb: bool, findings: &mut Findings) -> LetterPlan {
    let kind = LetterKind::Weigeringsbesluit;
    let terugkeerbesluit = return_decision(view, findings);
    let extra = Extra {
        variant: terugkeerbesluit.as_ref().map(|_| "met_terugkeerbesluit"),
        ter_apel,
        terugkeerbesluit: terugkeerbesluit.as_ref(),
        ..Extra::default()
    };
    let terms = terms::of(view, kind, &extra, findings);
    LetterPlan { terugkeerbesluit, ter_apel, awaiting_only_rtb: only_rtb, terms, ..blank(kind) }
}

/// At the counter the M35-H is handed back and who wants asylum goes to Ter Apel, unless the person
/// refused biometrics: then the asylum application is rejected in a decision of its own (WI H2).
fn refused_at_counter(view: &View<'_>, step: &Stickerlocatie, findings: &mut Findings) -> LetterPlan {
    findings.trace.used("stickerlocatie.weigering", ["stap.uitkomst"]);
    findings.trace.used("terugkeerbesluit.geen", ["stap.soort"]);
    let biometrics = step.gronden.iter().any(|g| g.grond == GrondId::GeenMedewerkingBiometrie);
    if !biometrics {
        findings.trace.used("ter_apel.melden", ["stap.uitkomst"]);
        findings.trace.used("ter_apel.m35h", ["stap.uitkomst"]);
    }
    LetterPlan { m35h: !biometrics, ..refusal(view, !biometrics, false, findings) }
}

/// An opschortingsbrief (Awb 4:15 lid 1).
fn suspended(view: &View<'_>, step: &Stickerlocatie, findings: &mut Findings) -> LetterPlan {
    findings.trace.used("stickerlocatie.nader_onderzoek", ["stap.uitkomst"]);
    if let Some(limb) = step.opschorting.as_ref().and_then(|o| o.grond) {
        findings.trace.used(opschorting::rule(limb), ["stap.opschorting.grond"]);
    }
    let kind = LetterKind::Opschortingsbrief;
    let extra = Extra { opschorting: step.opschorting.as_ref(), ..Extra::default() };
    LetterPlan { terms: terms::of(view, kind, &extra, findings), ..blank(kind) }
}

/// A buitenbehandelingstelling (WI H2).
fn set_aside(view: &View<'_>, findings: &mut Findings) -> LetterPlan {
    let facts = ["stap.soort", "feiten.brp_inschrijving", "feiten.afspraak.gemaakt_op"];
    findings.trace.used("niet_gemeld.buiten_behandeling", facts);
    let kind = LetterKind::Buitenbehandelingstelling;
    let terugkeerbesluit = return_decision(view, findings);
    let extra = Extra { terugkeerbesluit: terugkeerbesluit.as_ref(), ..Extra::default() };
    let terms = terms::of(view, kind, &extra, findings);
    LetterPlan { terugkeerbesluit, terms, ..blank(kind) }
}

/// The Dutch measures that a grant lifts, in the order of the file (WI H3).
pub(super) fn measures_to_lift<'a>(view: &View<'a>) -> Vec<(usize, &'a Maatregel)> {
    let measures = view.case.feiten.maatregelen.iter().enumerate();
    let lifted = measures.filter(|(_, m)| m.opgelegd_door == Country::NETHERLANDS);
    lifted.filter(|(_, m)| m.soort != SoortMaatregel::Terugkeerbesluit).collect()
}

/// Records the rules about the measures that get no letter: of another member state, and the Dutch
/// return decisions, which fall under `return_rule`. Says whether there is such a return decision.
pub(super) fn trace_measures(view: &View<'_>, return_rule: &str, findings: &mut Findings) -> bool {
    let mut suspended = false;
    for (index, measure) in view.case.feiten.maatregelen.iter().enumerate() {
        let facts = measure_facts(index);
        let facts = facts.iter().map(String::as_str);
        if measure.opgelegd_door != Country::NETHERLANDS {
            findings.trace.used("opheffing.andere_lidstaat", facts);
        } else if measure.soort == SoortMaatregel::Terugkeerbesluit {
            findings.trace.used(return_rule, facts);
            suspended = true;
        }
    }
    suspended
}

fn measure_facts(index: usize) -> [String; 2] {
    ["soort", "opgelegd_door"].map(|field| format!("feiten.maatregelen[{index}].{field}"))
}

fn lifted(view: &View<'_>, findings: &mut Findings) -> Vec<LetterPlan> {
    findings.trace.used("stickerlocatie.toekenning", ["stap.uitkomst"]);
    let beside = trace_measures(view, "opheffing.terugkeerbesluit_opgeschort", findings);
    let mut plans: Vec<LetterPlan> = Vec::new();
    for (index, measure) in measures_to_lift(view) {
        let (kind, rule) = match measure.soort {
            SoortMaatregel::InreisverbodZwaar => {
                (LetterKind::OpheffingInreisverbod, "opheffing.zwaar_inreisverbod")
            }
            SoortMaatregel::InreisverbodLicht => {
                (LetterKind::OpheffingInreisverbod, "opheffing.licht_inreisverbod")
            }
            SoortMaatregel::Ongewenstverklaring => {
                (LetterKind::OpheffingOngewenstverklaring, "opheffing.ongewenstverklaring")
            }
            SoortMaatregel::Terugkeerbesluit => continue,
        };
        findings.trace.used(rule, measure_facts(index).iter().map(String::as_str));
        if measure.soort == SoortMaatregel::InreisverbodZwaar {
            findings.trace.used("rtb.duur", ["bekendmaking.datum"]);
        }
        let terms = terms::of(view, kind, &Extra::default(), findings);
        let sequence = 1 + plans.iter().filter(|p| p.kind == kind).map(|_| 1).sum::<u32>();
        plans.push(LetterPlan {
            sequence,
            measure: Some(index),
            suspended_return_decision: beside,
            terms,
            ..blank(kind)
        });
    }
    plans
}

/// The letters of the reassessment (WI H6).
fn reassessed(view: &View<'_>, step: &Herbeoordeling, ending: Ending, findings: &mut Findings) -> LetterPlan {
    let rule = match ending {
        Ending::Intrekking => "herbeoordeling.intrekking",
        Ending::Beeindiging => "herbeoordeling.beeindiging",
    };
    findings.trace.used(rule, ["stap.voldoet_niet_sinds", "feiten.toegekend_op"]);
    let (kind, phase) = match (step.fase, ending) {
        (Fase::Voornemen, Ending::Intrekking) => {
            (LetterKind::VoornemenIntrekking, "herbeoordeling.voornemen")
        }
        (Fase::Voornemen, Ending::Beeindiging) => {
            (LetterKind::VoornemenBeeindiging, "herbeoordeling.voornemen")
        }
        (Fase::AanvullendVoornemen, _) => {
            (LetterKind::AanvullendVoornemen, "herbeoordeling.aanvullend_voornemen")
        }
        (Fase::Besluit, Ending::Intrekking) => (LetterKind::Intrekkingsbesluit, "herbeoordeling.besluit"),
        (Fase::Besluit, Ending::Beeindiging) => (LetterKind::Beeindigingsbesluit, "herbeoordeling.besluit"),
    };
    findings.trace.used(phase, ["stap.fase"]);
    let mut plan = LetterPlan { ending: Some(ending), ..blank(kind) };
    let mut variant = None;
    if step.fase == Fase::Besluit {
        let (day, retroactive) = ingangsdatum::of(view, step);
        (plan.ingangsdatum, plan.terugwerkend) = (Some(day), retroactive);
        findings
            .trace
            .used("herbeoordeling.ingangsdatum", ["stap.ingangsdatum", view.case.decision_day_path()]);
        findings.trace.used("herbeoordeling.sticker_vervalt", ["stap.fase"]);
        plan.terugkeerbesluit = return_decision(view, findings);
        if plan.terugkeerbesluit.is_some() {
            findings
                .trace
                .used("herbeoordeling.terugkeerbesluit_na_asielbesluit", ["stap.asielbesluit.datum"]);
        } else {
            findings.trace.used("herbeoordeling.geen_terugkeerbesluit", ["stap.asielbesluit"]);
        }
        // Without a decision on the asylum application there is one to go on with (WI H6).
        plan.ter_apel = !matches!(step.asielbesluit, Some(Asielbesluit::Taken { .. }));
        if plan.ter_apel {
            findings.trace.used("ter_apel.melden_zonder_termijn", ["stap.asielbesluit"]);
        }
        variant = short_term(step);
        if variant.is_some() {
            findings.trace.used("herbeoordeling.asielbesluit", ["stap.asielbesluit"]);
        }
    }
    let extra = Extra { variant, terugkeerbesluit: plan.terugkeerbesluit.as_ref(), ..Extra::default() };
    plan.terms = terms::of(view, kind, &extra, findings);
    plan
}

/// One week of appeal if any ground is openbare orde, nationale veiligheid or 1F (WI H6); mixed
/// grounds are a row of their own, to be confirmed.
fn short_term(step: &Herbeoordeling) -> Option<&'static str> {
    let public_order = step.gronden.iter().filter(|g| g.grond.is_public_order()).count();
    match public_order {
        0 => None,
        n if n == step.gronden.len() => Some("openbare_orde"),
        _ => Some("gemengde_gronden"),
    }
}
