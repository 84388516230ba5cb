//! The border (WI H2, "Beroep op RTB aan de grens"): who is referred, who gets no letter of ours, what
//! must be known before a refusal.

use super::findings::{Findings, View};
use super::known::Known;
use crate::case::model::{Doorverwijzing, Grens, GrondId, Identiteitsdocument, SoortVerblijfsrecht};
use crate::diagnostic::{Code, Diagnostic};

/// Step 1: facts that contradict the referral.
pub(super) fn contradictions(view: &View<'_>, step: &Grens, findings: &mut Findings) {
    let Some(referral) = step.doorverwijzing else { return };
    let mut contradict = |fact: &str, rule: &str, message: &str| {
        findings.contradict(
            Diagnostic::new(Code::OutcomeContradicted, message, ["stap.doorverwijzing", fact])
                .with_rule(rule)
                .with_hint("Klopt het besluit toch, leg dan een `afwijking` vast met reden en akkoord."),
        );
    };
    match referral {
        Doorverwijzing::Geen if view.person.minor().is_yes() && step.beroep_op_rtb != Some(false) => {
            contradict(
                "vreemdeling.geboortedatum",
                "grens.minderjarige",
                "Een minderjarige die een beroep doet op de richtlijn wordt doorverwezen naar de stickerlocatie.",
            )
        }
        Doorverwijzing::GedocumenteerdeOekrainer if view.person.ukrainian == Known::No => contradict(
            "vreemdeling.nationaliteiten",
            "grens.doorverwijzing",
            "De vreemdeling is doorverwezen als gedocumenteerde Oekraïner, maar heeft de Oekraïense nationaliteit niet.",
        ),
        Doorverwijzing::GedocumenteerdeOekrainer
            if view.case.feiten.identiteitsdocument == Some(Identiteitsdocument::Geen) =>
        {
            contradict(
                "feiten.identiteitsdocument",
                "grens.doorverwijzing",
                "De vreemdeling is doorverwezen als gedocumenteerde Oekraïner, maar heeft geen identiteitsdocument.",
            );
        }
        Doorverwijzing::GezinslidMetBewijs if step.gezinsband_aannemelijk == Some(false) => contradict(
            "stap.gezinsband_aannemelijk",
            "grens.doorverwijzing",
            "De vreemdeling is doorverwezen als gezinslid met bewijs, maar de gezinsband is niet aannemelijk.",
        ),
        _ => {}
    }
}

/// Step 2: the rule that says no letter.
pub(super) fn no_letter(view: &View<'_>, step: &Grens, findings: &mut Findings) -> bool {
    let rule = if step.beroep_op_rtb == Some(false) {
        Some(("grens.geen_beroep_op_rtb", vec!["stap.beroep_op_rtb"]))
    } else if step.doorverwijzing.is_some_and(|d| d != Doorverwijzing::Geen) {
        Some(("grens.doorverwijzing", vec!["stap.doorverwijzing"]))
    } else if view.person.third_country.is_yes() && step.gezinsband_aannemelijk == Some(false) {
        Some((
            "grens.gezinsband_niet_aannemelijk",
            vec!["vreemdeling.nationaliteiten", "stap.gezinsband_aannemelijk"],
        ))
    } else if has_temporary_right(view).is_yes() && step.eerste_beroep == Some(true) {
        let facts =
            vec!["vreemdeling.nationaliteiten", "feiten.verblijfsrecht_oekraine.soort", "stap.eerste_beroep"];
        Some(("grens.eerste_beroep", facts))
    } else {
        None
    };
    if let Some((id, facts)) = &rule {
        findings.trace.used(id, facts.iter().copied());
    }
    rule.is_some()
}

/// A third-country national with a temporary Ukrainian right.
fn has_temporary_right(view: &View<'_>) -> Known {
    let right = view.case.feiten.verblijfsrecht_oekraine.as_ref();
    view.person.third_country.and(right.map(|r| r.soort == SoortVerblijfsrecht::Tijdelijk).into())
}

/// Step 4: what must be known. What would lead to no letter is asked too.
pub(super) fn questions(view: &View<'_>, step: &Grens, findings: &mut Findings) {
    if step.beroep_op_rtb.is_none() {
        findings.ask_fact(
            "stap.beroep_op_rtb",
            "grens.geen_beroep_op_rtb",
            "Doet de vreemdeling een beroep op de richtlijn?",
        );
    }
    if step.asielaanvraag.is_none() {
        let question = "Vraagt de vreemdeling asiel aan?";
        // The refusal is the same with and without it (WI H2).
        findings.ask_fact_within(&[], "stap.asielaanvraag", "grens.weigering", question);
    }
    if step.doorverwijzing.is_none() {
        findings.ask_fact(
            "stap.doorverwijzing",
            "grens.doorverwijzing",
            "Wordt de vreemdeling doorverwezen naar de stickerlocatie, en waarom?",
        );
    }
    if has_temporary_right(view).is_yes() && step.eerste_beroep.is_none() {
        findings.ask_fact(
            "stap.eerste_beroep",
            "grens.eerste_beroep",
            "Doet deze derdelander met een tijdelijk verblijfsrecht voor het eerst een beroep op de richtlijn?",
        );
    }
    let family = step.gronden.iter().any(|g| is_family_ground(g.grond));
    if family && view.person.third_country.is_yes() && step.gezinsband_aannemelijk.is_none() {
        findings.ask_fact(
            "stap.gezinsband_aannemelijk",
            "grens.gezinsband_niet_aannemelijk",
            "Is de gezinsband van deze derdelander aannemelijk gemaakt?",
        );
    }
}

/// Grounds about a family tie.
fn is_family_ground(ground: GrondId) -> bool {
    matches!(
        ground,
        GrondId::GezinsbandNietAangetoond | GrondId::GeenGezinslid | GrondId::GezinsbandVerbroken
    )
}

/// Step 3: a refusal needs a ground; without one the file is incomplete.
pub(super) fn ground_required(step: &Grens, findings: &mut Findings) {
    let refusal = step.beroep_op_rtb == Some(true) && step.doorverwijzing == Some(Doorverwijzing::Geen);
    if refusal && step.gronden.is_empty() {
        findings.refuse(
            Diagnostic::new(
                Code::Missing,
                "De gronden voor de weigering ontbreken (`gronden`).",
                ["stap.gronden"],
            )
            .with_rule("grens.weigering"),
        );
    }
}
