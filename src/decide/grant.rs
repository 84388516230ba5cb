//! What contradicts a grant: an exclusion that is met (at the counter and at a positive triage), or that no
//! condition is met (at the counter).

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use super::known::Known;
use crate::case::model::{Feiten, Gezinsband, Stickerlocatie, VerblijfsrechtOekraine, Vreemdeling};
use crate::diagnostic::Code;
use crate::words::{Condition, Fact, Rule};

/// An exclusion that is met contradicts a grant. `u1` beside a family tie is a question instead. No afwijking
/// cures the limit of the first day of flight (WI H1, fn. 7). `outcome` is the outcome as the message names
/// it: "een toekenning".
pub(super) fn exclusions(view: &CaseView<'_>, findings: &mut Findings<'_>, outcome: &str) {
    for exclusion in Condition::EXCLUSIONS {
        let (facts, reason): (&[Fact], String) = match exclusion {
            Condition::U1 if view.group.family_met() => continue,
            // WI category 2 is about Ukrainians; a family member of another nationality need not have fled.
            Condition::U2 if view.person.ukrainian == Known::No && view.group.family_met() => continue,
            Condition::U1 => (
                &[VerblijfsrechtOekraine::soort, Vreemdeling::nationaliteiten],
                "een derdelander met een tijdelijk Oekraïens verblijfsrecht valt niet onder de richtlijn"
                    .to_owned(),
            ),
            Condition::U2 => (
                &[Feiten::vertrek_uit_oekraine, Feiten::in_nederland_sinds],
                format!(
                    "wie vóór {} buiten Oekraïne en niet in Nederland verbleef, valt niet onder de richtlijn",
                    view.limits.fled_from.dutch()
                ),
            ),
            Condition::U3 => (
                &[Feiten::alleen_inreisstempel],
                "wie alleen voor een inreisstempel terugging, valt niet onder de richtlijn".to_owned(),
            ),
            Condition::U4 => (
                &[Feiten::asielstatus_elders],
                "de vreemdeling heeft een asielvergunning in een ander land".to_owned(),
            ),
            Condition::U5 => (
                &[Vreemdeling::nationaliteiten],
                "de vreemdeling heeft de nationaliteit van een EU-lidstaat".to_owned(),
            ),
            Condition::A1
            | Condition::A2
            | Condition::A3
            | Condition::A4
            | Condition::A5
            | Condition::B1
            | Condition::B2
            | Condition::B3 => continue,
        };
        if !view.group.result(*exclusion).is_yes() {
            continue;
        }
        let in_nl = view.case.feiten.in_nederland_sinds.is_some();
        let present = facts.iter().copied().filter(|fact| *fact != Feiten::in_nederland_sinds || in_nl);
        let facts = std::iter::once(Stickerlocatie::uitkomst).chain(present);
        let message = format!("De feiten spreken {outcome} tegen: {reason}.");
        let finding = Finding::new(*exclusion, Code::OutcomeContradicted, message, facts);
        if *exclusion == Condition::U2 {
            findings.refuse(finding.with_hint("Van deze datum wordt nooit afgeweken (WI H1, voetnoot 7)."));
        } else {
            findings.contradict(finding.with_deviation_hint());
        }
    }
}

/// It contradicts a grant that every condition of the target group is known and none is met.
pub(super) fn outside_the_group(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    let mut conditions = Condition::OWN.iter().chain(Condition::FAMILY);
    if conditions.all(|condition| view.group.result(*condition) == Known::No) {
        let message =
            "De feiten spreken een toekenning tegen: geen enkele voorwaarde van de doelgroep is vervuld.";
        let facts = [Stickerlocatie::uitkomst, Vreemdeling::nationaliteiten];
        findings.contradict(Finding::new(
            Rule::StickerlocatieToekenning,
            Code::OutcomeContradicted,
            message,
            facts,
        ));
    }
}

/// `u1` against a third-country national who meets a family condition: a person decides, unless the
/// case records an afwijking. `decided` is the fact that says what was decided.
pub(super) fn exclusion_or_family(view: &CaseView<'_>, decided: Fact, findings: &mut Findings<'_>) {
    if !(view.group.result(Condition::U1).is_yes() && view.group.family_met()) {
        return;
    }
    let facts = [decided, VerblijfsrechtOekraine::soort, Gezinsband::relatie];
    if findings.deviate(&facts) {
        return;
    }
    let message = "De vreemdeling heeft een tijdelijk Oekraïens verblijfsrecht (uitgesloten), maar voldoet als gezinslid. Wat weegt zwaarder?";
    findings.ask(
        Finding::new(Condition::U1, Code::ExclusionOrFamily, message, facts)
            .with_hint("Leg het oordeel vast als `afwijking`, met reden en akkoord."),
    );
}
