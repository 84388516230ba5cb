//! Questions that do not belong to one step: may the person be a minor, an exclusion beside a family tie.

use super::contradiction::family_met;
use super::draft::Clause;
use super::findings::{Findings, View};
use super::known::Known;
use crate::case::model::{Relatie, Stap};
use crate::diagnostic::{Code, Diagnostic};

/// Step 4, for every letter.
pub(super) fn general(view: &View<'_>, findings: &mut Findings) {
    if view.person.minor() == Known::Unknown {
        let question = Diagnostic::new(
            Code::MaybeMinor,
            "Door de onvolledige geboortedatum is niet zeker of de vreemdeling op de dag van bekendmaking 18 jaar is.",
            ["vreemdeling.geboortedatum"],
        )
        .with_rule("persoon.minderjarig")
        .with_hint("Vul de geboortedatum aan, of leg uw oordeel vast met `meerderjarig: true` of `false`.");
        if age_decides_the_letter(view) {
            findings.ask(question);
        } else {
            findings.ask_within(&[Clause::Geadresseerde], question);
        }
    }
}

/// At the border a minor is referred (WI H2), and a minor child of a referent may belong to the target group
/// (b2); of anyone else the age decides only who is addressed.
fn age_decides_the_letter(view: &View<'_>) -> bool {
    let tie = view.case.feiten.gezinsband.as_ref().and_then(|tie| tie.relatie);
    matches!(view.case.stap, Stap::Grens(_)) || tie == Some(Relatie::MinderjarigKind)
}

/// `u1` against a third-country national who meets a family condition: a person decides, unless the
/// case records an afwijking. `decided` is the fact that says what was decided.
pub(super) fn exclusion_or_family(view: &View<'_>, decided: &str, findings: &mut Findings) {
    if !(view.group.result("u1").is_yes() && family_met(view)) {
        return;
    }
    let paths = [decided, "feiten.verblijfsrecht_oekraine.soort", "feiten.gezinsband.relatie"];
    if findings.deviates {
        findings.deviated = true;
        findings.trace.used("afwijking", ["afwijking.reden", "afwijking.akkoord"].into_iter().chain(paths));
        return;
    }
    findings.ask(
        Diagnostic::new(
            Code::ExclusionOrFamily,
            "De vreemdeling heeft een tijdelijk Oekraïens verblijfsrecht (uitgesloten), maar voldoet als gezinslid. Wat weegt zwaarder?",
            paths,
        )
        .with_rule("doelgroep.u1")
        .with_hint("Leg het oordeel vast als `afwijking`, met reden en akkoord."),
    );
}
