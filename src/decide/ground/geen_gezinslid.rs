//! `geen_gezinslid`: outside the circle of family members (WI H1 under b).

use super::GroundCheck;
use crate::case::model::{Feiten, Gezinsband, Relatie, Stap};
use crate::decide::doelgroep::family_met_on;
use crate::decide::known::Known;
use crate::diagnostic::Code;
use crate::words::{Condition, Fact, Judgement};

pub(super) const READS: &[Fact] = &[Gezinsband::relatie];

/// Is contradicted by any condition that is met. Who is outside the circle only for not having lived with the family
/// is for an officer to decide.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>) {
    let tie = check.view.case.feiten.gezinsband.as_ref();
    let Some(relation) = tie.and_then(|tie| tie.relatie) else {
        return check.need(Gezinsband::relatie, "Wat is de vreemdeling van de referent?");
    };
    check.not_met(Condition::FAMILY, "De vreemdeling hoort bij de kring van gezinsleden.");
    check.not_met(Condition::OWN, "De vreemdeling valt zelf onder de doelgroep, ook zonder de relatie.");
    let view = check.view;
    let ended_later = view.case.feiten.toegekend_op.is_some_and(|granted| {
        matches!(view.case.stap, Stap::Herbeoordeling(_))
            && family_met_on(granted, view.case, &view.person, view.limits)
    });
    if ended_later && !view.group.family_met() {
        let message =
            "De relatie was er bij de toekenning en eindigde later; dat is de grond `gezinsband_verbroken`.";
        check.contradict(message, &[Gezinsband::beeindigd_op, Feiten::toegekend_op]);
    }
    check.child_questions();
    let dependent = tie.is_some_and(|tie| tie.afhankelijk == Some(true) && tie.schrijnend == Some(true));
    let apart = tie.is_some_and(|tie| tie.samenwonend_voor_peilmoment == Some(false));
    let only_apart = dependent && apart && check.view.group.result(Condition::B3) != Known::No;
    if relation == Relatie::AnderFamilielid && only_apart {
        let message = "Niet hebben samengewoond is op zichzelf geen reden. Is er een andere reden om dit familielid te weigeren?";
        let facts =
            [Gezinsband::samenwonend_voor_peilmoment, Gezinsband::afhankelijk, Gezinsband::schrijnend];
        check.judge(Judgement::NotLivedTogether, Code::NotLivedTogether, message, &facts);
    }
}
