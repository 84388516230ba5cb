//! The days of the grounds in a reassessment: since when the conditions are not met, and from which day a decision
//! works, cannot lie before them (docs/spec/letters.md section 2.5).

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use super::stay_abroad;
use crate::case::model::{
    BeschermingElders, Feiten, Gezinsband, Grond, Herbeoordeling, Nareis, VerblijfBuitenNederland,
    Veroordeling,
};
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::words::{Ending, Fact, GroundId, Rule};

/// The day from which a ground is there, with the fact that says so; `None` for a ground without such a day.
fn day_of(view: &CaseView<'_>, item: usize, ground: &Grond) -> Option<(Fact, Date)> {
    let facts = &view.case.feiten;
    match ground.grond {
        GroundId::OpenbareOrde => {
            let since = ground.veroordeling.as_ref()?.onherroepelijk_op?;
            Some((Veroordeling::onherroepelijk_op.at(item), since))
        }
        GroundId::GezinsbandVerbroken => {
            Some((Gezinsband::beeindigd_op, facts.gezinsband.as_ref()?.beeindigd_op?))
        }
        GroundId::LangerDan28DagenBuitenNederland => {
            Some((VerblijfBuitenNederland::van, stay_abroad::too_long_from(view)?))
        }
        GroundId::BeschermingAndereLidstaat => {
            Some((BeschermingElders::sinds, facts.bescherming_elders.as_ref()?.sinds?))
        }
        GroundId::Nareisvergunning => Some((Nareis::afstand_op, facts.nareis.as_ref()?.afstand_op?)),
        GroundId::VoorwaardenNietAangetoond
        | GroundId::GeenIdentificerendDocument
        | GroundId::VertrekVoor27November2021
        | GroundId::Inreisstempel
        | GroundId::DerdelanderTijdelijkVerblijfsrecht
        | GroundId::DerdelanderTerugkeerHerkomstland
        | GroundId::DerdelanderLangerDan28DagenTeruggekeerd
        | GroundId::AsielstatusElders
        | GroundId::EuNationaliteit
        | GroundId::GezinsbandNietAangetoond
        | GroundId::GeenGezinslid
        | GroundId::GeenMedewerkingBiometrie
        | GroundId::Artikel1f
        | GroundId::NationaleVeiligheid
        | GroundId::Fraude => None,
    }
}

/// The days of the grounds that have one.
pub(super) fn all(view: &CaseView<'_>, step: &Herbeoordeling) -> impl Iterator<Item = (Fact, Date)> {
    step.gronden.iter().enumerate().filter_map(|(item, ground)| day_of(view, item, ground))
}

/// The earliest day of the grounds; `None` where some ground has none.
pub(super) fn earliest(view: &CaseView<'_>, step: &Herbeoordeling) -> Option<(Fact, Date)> {
    let days: Option<Vec<_>> =
        step.gronden.iter().enumerate().map(|(item, ground)| day_of(view, item, ground)).collect();
    days?.into_iter().min_by_key(|(_, day)| *day)
}

/// Stage 3: since when the conditions are not met, against the grounds; and which ending they can carry.
pub(super) fn check(
    view: &CaseView<'_>,
    step: &Herbeoordeling,
    ending: Option<Ending>,
    findings: &mut Findings<'_>,
) {
    let rule = Rule::HerbeoordelingDataGronden;
    if let Some(((fact, day), since)) = earliest(view, step).zip(step.voldoet_niet_sinds)
        && since < day
    {
        let message =
            format!("De grond is er pas vanaf {}; `voldoet_niet_sinds` ligt daarvoor.", day.dutch());
        let facts = [Herbeoordeling::voldoet_niet_sinds, fact];
        findings.refuse(Finding::new(rule, Code::DatesContradict, message, facts));
    }
    let Some(granted) = view.case.feiten.toegekend_op else { return };
    let days: Vec<(Fact, Date)> = all(view, step).collect();
    let all = !days.is_empty() && days.len() == step.gronden.len();
    if ending == Some(Ending::Beeindiging) && all && days.iter().all(|(_, day)| *day < granted) {
        let message = "Alle gronden liggen vóór de toekenning: dat is een intrekking, geen beëindiging.";
        let facts = [Herbeoordeling::voldoet_niet_sinds, Feiten::toegekend_op].into_iter();
        let facts = facts.chain(days.iter().map(|(fact, _)| *fact));
        findings.refuse(Finding::new(rule, Code::DatesContradict, message, facts));
    }
    if ending != Some(Ending::Intrekking) {
        return;
    }
    for (item, ground) in step.gronden.iter().enumerate() {
        let message = match ground.grond {
            GroundId::OpenbareOrde => {
                "De veroordeling werd pas na de toekenning onherroepelijk; dat is geen reden om in te trekken."
            }
            GroundId::GezinsbandVerbroken => {
                "De relatie eindigde pas na de toekenning; dat is geen reden om in te trekken."
            }
            // The other grounds with a day carry no intrekking.
            _ => continue,
        };
        if let Some((fact, day)) = day_of(view, item, ground)
            && day > granted
        {
            let facts = [fact, Feiten::toegekend_op];
            findings.refuse(Finding::new(rule, Code::DatesContradict, message, facts));
        }
    }
}
