//! From which day an intrekking or beëindiging works (WI H6): the day of the decision; earlier only
//! for fraud, openbare orde, nationale veiligheid and 1F, and never before the grant.

use super::findings::{Findings, View};
use crate::case::model::{Fase, Herbeoordeling};
use crate::diagnostic::{Code, Diagnostic};
use crate::law::date::Date;

const EFFECTIVE: &str = "stap.ingangsdatum";
const RULE: &str = "herbeoordeling.ingangsdatum";

/// Effective date of a besluit and whether it lies before the day of the decision.
pub(super) fn of(view: &View<'_>, step: &Herbeoordeling) -> (Date, bool) {
    let day = step.ingangsdatum.unwrap_or_else(|| view.decision_day());
    (day, day < view.decision_day())
}

/// Step 3: refuses an effective date that the WI does not allow. No afwijking cures it.
pub(super) fn check(view: &View<'_>, step: &Herbeoordeling, findings: &mut Findings) {
    let Some(day) = step.ingangsdatum else { return };
    let decided = view.decision_day();
    let mut refuse =
        |message: &str, paths: Vec<String>| {
            findings.refuse(Diagnostic::new(Code::EffectiveDate, message, paths).with_rule(RULE).with_hint(
                "Laat `ingangsdatum` weg: dan werkt het besluit vanaf de dag waarop het is genomen.",
            ));
        };
    if day > decided && step.fase == Fase::Besluit {
        refuse(
            "De ingangsdatum ligt na de dag van het besluit.",
            vec![EFFECTIVE.to_owned(), view.case.decision_day_path().to_owned()],
        );
    }
    if day >= decided {
        return;
    }
    let unfit = step.gronden.iter().enumerate().filter(|(_, g)| !g.grond.allows_retroactive());
    let unfit: Vec<String> = unfit.map(|(i, _)| format!("stap.gronden[{i}].grond")).collect();
    if !unfit.is_empty() {
        refuse(
            "Terugwerkende kracht mag alleen als elke grond fraude, openbare orde, nationale veiligheid of artikel 1F is.",
            std::iter::once(EFFECTIVE.to_owned()).chain(unfit).collect(),
        );
    }
    if view.case.feiten.toegekend_op.is_some_and(|granted| day < granted) {
        refuse(
            "De ingangsdatum ligt voor de dag waarop de bescherming is toegekend.",
            vec![EFFECTIVE.to_owned(), "feiten.toegekend_op".to_owned()],
        );
    }
    if step.voldoet_niet_sinds.is_some_and(|since| day < since) {
        refuse(
            "De ingangsdatum ligt voor de dag sinds wanneer niet aan de voorwaarden is voldaan.",
            vec![EFFECTIVE.to_owned(), "stap.voldoet_niet_sinds".to_owned()],
        );
    }
}
