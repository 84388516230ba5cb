//! Input that the outcome cannot use is a contradiction, never dropped in silence (docs/spec/letters.md section 1).

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use super::known::Known;
use crate::case::model::{
    AanvullendVoornemen, Asielbesluit, Bekendmaking, Gehoor, Grens, Herbeoordeling, Hoedanigheid, Stap,
    Stickerlocatie, TerugkeerFeiten, Triage, Vreemdeling, WettelijkVertegenwoordiger, Wijze,
};
use crate::diagnostic::Code;
use crate::words::{Fact, Fase, Rule, UitkomstStickerlocatie, UitkomstTriage};

/// Refuses a key that the case fills in and its outcome cannot use; `because` is the fact that says so.
pub(super) fn refuse(fact: Fact, because: Fact, message: &str, findings: &mut Findings<'_>) {
    let finding = Finding::new(Rule::InvoerZonderGevolg, Code::OutcomeContradicted, message, [fact, because]);
    let hint = format!("Haal `{}` weg, of verbeter `{}`.", fact.key(), because.key());
    findings.refuse(finding.with_hint(hint));
}

/// Every key of the case that its outcome cannot use, as far as the outcome alone tells.
pub(super) fn check(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    making_known(view, findings);
    representative(view, findings);
    match &view.case.stap {
        Stap::Stickerlocatie(step) => counter(step, findings),
        Stap::Triage(step) => triage(step, findings),
        Stap::Grens(step) => border(step, findings),
        Stap::NietGemeld(_) => {}
        Stap::Herbeoordeling(step) => reassessment(step, findings),
    }
}

fn making_known(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    let made_known = &view.case.bekendmaking;
    if made_known.hoe.is_some() && made_known.wijze != Wijze::Anders {
        let message = "`hoe` hoort alleen bij wijze `anders`.";
        refuse(Bekendmaking::hoe, Bekendmaking::wijze, message, findings);
    }
}

/// A parent or guardian is of a minor, a curator of an adult (BW 1:245, 1:378).
fn representative(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    let Some(representative) = &view.case.vreemdeling.wettelijk_vertegenwoordiger else { return };
    let of_minor = representative.hoedanigheid != Hoedanigheid::Curator;
    let message = match (view.person.minor(), of_minor) {
        (Known::No, true) => "Een volwassene heeft geen ouder of voogd als wettelijk vertegenwoordiger.",
        (Known::Yes, false) => "Een minderjarige heeft een ouder of voogd, geen curator.",
        _ => return,
    };
    let facts = [WettelijkVertegenwoordiger::hoedanigheid, Vreemdeling::geboortedatum];
    let rule = Rule::PersoonVertegenwoordiger;
    findings.refuse(Finding::new(rule, Code::PersonContradicts, message, facts));
}

fn counter(step: &Stickerlocatie, findings: &mut Findings<'_>) {
    use UitkomstStickerlocatie::{NaderOnderzoek, Toekenning, Weigering};
    let idle = [
        (
            !step.gronden.is_empty() && step.uitkomst != Weigering,
            Stickerlocatie::gronden,
            "Gronden horen alleen bij een weigering.",
        ),
        (
            step.voorwaarde.is_some() && step.uitkomst != Toekenning,
            Stickerlocatie::voorwaarde,
            "`voorwaarde` hoort alleen bij een toekenning.",
        ),
        (
            step.opschorting.is_some() && step.uitkomst != NaderOnderzoek,
            Stickerlocatie::opschorting,
            "`opschorting` hoort alleen bij nader onderzoek.",
        ),
        (
            step.motivering_opheffing.is_some() && step.uitkomst != Toekenning,
            Stickerlocatie::motivering_opheffing,
            "`motivering_opheffing` hoort alleen bij een toekenning.",
        ),
    ];
    for (_, fact, message) in idle.into_iter().filter(|(idle, ..)| *idle) {
        refuse(fact, Stickerlocatie::uitkomst, message, findings);
    }
}

fn triage(step: &Triage, findings: &mut Findings<'_>) {
    let positive = step.uitkomst == UitkomstTriage::Positief;
    if step.voorwaarde.is_some() && !positive {
        refuse(
            Triage::voorwaarde,
            Triage::uitkomst,
            "`voorwaarde` hoort alleen bij een positieve triage.",
            findings,
        );
    }
    if !positive {
        return;
    }
    if !step.gronden.is_empty() {
        refuse(Triage::gronden, Triage::uitkomst, "Gronden horen alleen bij een negatieve triage.", findings);
    }
    for fact in of_return_decision(&step.terugkeer) {
        refuse(fact, Triage::uitkomst, "Een positieve triage heeft geen terugkeerbesluit.", findings);
    }
}

fn border(step: &Grens, findings: &mut Findings<'_>) {
    let referred =
        step.doorverwijzing.is_some_and(|referral| referral != crate::case::model::Doorverwijzing::Geen);
    if !step.gronden.is_empty() && step.beroep_op_rtb == Some(false) {
        refuse(
            Grens::gronden,
            Grens::beroep_op_rtb,
            "Zonder beroep op de richtlijn zijn er geen gronden.",
            findings,
        );
    } else if !step.gronden.is_empty() && referred {
        refuse(
            Grens::gronden,
            Grens::doorverwijzing,
            "Wie wordt doorverwezen, krijgt geen gronden.",
            findings,
        );
    }
}

fn reassessment(step: &Herbeoordeling, findings: &mut Findings<'_>) {
    let on_public_order = step.gronden.iter().any(|ground| ground.grond.is_public_order());
    if matches!(step.asielbesluit, Some(Asielbesluit::Later { .. })) && !on_public_order {
        let message = "Alleen bij openbare orde, nationale veiligheid of 1F volgt er een asielbesluit.";
        refuse(Asielbesluit::volgt_later, Herbeoordeling::gronden, message, findings);
    }
    let phase = Herbeoordeling::fase;
    let mut idle = |present: bool, fact: Fact, message: &str| {
        if present {
            refuse(fact, phase, message, findings);
        }
    };
    if step.fase == Fase::Voornemen {
        idle(
            step.voornemen.is_some(),
            Herbeoordeling::voornemen,
            "Dit is het voornemen zelf; een eerder voornemen hoort hier niet.",
        );
        idle(
            step.zienswijze.is_some(),
            Herbeoordeling::zienswijze,
            "Bij een voornemen is er nog geen zienswijze.",
        );
        idle(step.gehoor.is_some(), Herbeoordeling::gehoor, "Bij een voornemen is er nog geen gehoor.");
    }
    if step.fase != Fase::Besluit {
        let message = "Dit hoort alleen bij een besluit.";
        idle(
            step.aanvullend_voornemen.is_some(),
            Herbeoordeling::aanvullend_voornemen,
            "Een eerder aanvullend voornemen hoort alleen bij een besluit.",
        );
        idle(step.asielbesluit.is_some(), Herbeoordeling::asielbesluit, message);
        for fact in of_return_decision(&step.terugkeer) {
            idle(true, fact, "Een voornemen heeft geen terugkeerbesluit.");
        }
    }
    let heard = step.gehoor.as_ref();
    let reason = heard.is_some_and(|heard| heard.geen_aanvullend_voornemen.is_some());
    if reason && step.fase == Fase::AanvullendVoornemen {
        idle(true, Gehoor::geen_aanvullend_voornemen, "Dit is het aanvullend voornemen.");
    }
    let nothing_new = heard.is_some_and(|heard| heard.nieuwe_verklaringen == Some(false));
    if reason && nothing_new && step.fase == Fase::Besluit {
        let message = "Er waren geen nieuwe verklaringen; een reden waarom geen aanvullend voornemen kwam, is dan niet nodig.";
        refuse(Gehoor::geen_aanvullend_voornemen, Gehoor::nieuwe_verklaringen, message, findings);
    }
    if reason && step.aanvullend_voornemen.is_some() {
        let message = "Er kwam een aanvullend voornemen; een reden waarom niet hoort daar niet bij.";
        refuse(Gehoor::geen_aanvullend_voornemen, AanvullendVoornemen::datum, message, findings);
    }
}

/// Whether the officer chose to leave the return decision out.
pub(super) fn is_left_out(facts: &TerugkeerFeiten) -> bool {
    facts.terugkeerbesluit.as_ref().is_some_and(|choice| choice.achterwege)
}

/// The keys of a return decision that the case fills in; an answer `false` asks for none.
pub(super) fn of_return_decision(facts: &TerugkeerFeiten) -> Vec<Fact> {
    let keys = [
        (facts.land_van_terugkeer.is_some(), TerugkeerFeiten::land_van_terugkeer),
        (facts.veilig_derde_land == Some(true), TerugkeerFeiten::veilig_derde_land),
        (facts.motivering_land.is_some(), TerugkeerFeiten::motivering_land),
        (facts.motivering_terugkeer.is_some(), TerugkeerFeiten::motivering_terugkeer),
        (facts.vertrektermijn.is_some(), TerugkeerFeiten::vertrektermijn),
        (is_left_out(facts), TerugkeerFeiten::terugkeerbesluit),
    ];
    keys.into_iter().filter(|(given, _)| *given).map(|(_, fact)| fact).collect()
}
