//! From which day an intrekking or beëindiging works (WI H6): the day of the decision; earlier only
//! for fraud, openbare orde, nationale veiligheid and 1F, and never before the grant or before the day
//! since which the conditions are not met.

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use super::ground_days;
use crate::case::model::{Feiten, Grond, Herbeoordeling};
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::words::{Fact, Fase, Rule};

/// The effective date of a besluit and whether it lies before the day of the decision.
pub(super) fn of_decision(view: &CaseView<'_>, step: &Herbeoordeling) -> (Date, bool) {
    let (_, decided) = view.decided();
    let day = step.ingangsdatum.unwrap_or(decided);
    (day, day < decided)
}

/// Stage 3: refuses an effective date that the WI does not allow. No afwijking cures it.
pub(super) fn check(view: &CaseView<'_>, step: &Herbeoordeling, findings: &mut Findings<'_>) {
    let Some(day) = step.ingangsdatum else { return };
    let (decided, decision_day) = view.decided();
    let mut refuse = |message: &str, others: Vec<Fact>| {
        let facts = std::iter::once(Herbeoordeling::ingangsdatum).chain(others);
        findings.refuse(
            Finding::new(Rule::HerbeoordelingIngangsdatum, Code::EffectiveDate, message, facts).with_hint(
                "Laat `ingangsdatum` weg: dan werkt het besluit vanaf de dag waarop het is genomen.",
            ),
        );
    };
    if day > decision_day {
        let letter = if step.fase == Fase::Besluit { "besluit" } else { "voornemen" };
        refuse(&format!("De ingangsdatum ligt na de dag van het {letter}."), vec![decided]);
    }
    // A besluit comes after its voornemen: what a voornemen announces for its own day works back.
    if day > decision_day || (day == decision_day && step.fase == Fase::Besluit) {
        return;
    }
    let unfit = step.gronden.iter().enumerate().filter(|(_, ground)| !ground.grond.allows_retroactive());
    let unfit: Vec<Fact> = unfit.map(|(item, _)| Grond::grond.at(item)).collect();
    if !unfit.is_empty() {
        refuse(
            "Terugwerkende kracht mag alleen als elke grond fraude, openbare orde, nationale veiligheid of artikel 1F is.",
            unfit,
        );
    }
    if view.case.feiten.toegekend_op.is_some_and(|granted| day < granted) {
        refuse(
            "De ingangsdatum ligt voor de dag waarop de bescherming is toegekend.",
            vec![Feiten::toegekend_op],
        );
    }
    if let Some((fact, first)) = ground_days::earliest(view, step)
        && day < first
    {
        refuse("De ingangsdatum ligt voor de dag van de grond.", vec![fact]);
    }
    if step.voldoet_niet_sinds.is_some_and(|since| day < since) {
        refuse(
            "De ingangsdatum ligt voor de dag sinds wanneer niet aan de voorwaarden is voldaan.",
            vec![Herbeoordeling::voldoet_niet_sinds],
        );
    }
}
