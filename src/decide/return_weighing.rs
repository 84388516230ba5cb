//! What a person must weigh before a return decision (TKB): countries to which there is none by itself, and situations of
//! which the Werkinstructie does not say that one follows (docs/spec/letters.md section 2.2; WI H3; Vw 62a).

use super::case_view::CaseView;
use super::findings::Finding;
use crate::case::country::Country;
use crate::case::model::{
    Asielbesluit, BeschermingElders, Feiten, Grond, Maatregel, Nareis, SoortMaatregel, Stap, TerugkeerFeiten,
    VerblijfBuitenNederland, Vreemdeling,
};
use crate::diagnostic::Code;
use crate::words::{Fact, GroundId, Rule};

/// The countries and situations that a person must weigh, each as a question.
pub(super) fn to_weigh(view: &CaseView<'_>, of_return: &TerugkeerFeiten) -> Vec<Finding> {
    let mut questions = Vec::new();
    let mut weigh = |fact: Fact, message: &str| {
        let rule = Rule::TerugkeerbesluitAmbtenaarBeslist;
        questions.push(Finding::new(rule, Code::ReturnDecision, message, [fact]));
    };
    country_to_return_to(of_return, &mut weigh);
    country_elsewhere(view, &mut weigh);
    stay_outside(view, &mut weigh);
    earlier_application(view, &mut weigh);
    if let Some(item) = view.case.stap.gronden().iter().position(|g| g.grond == GroundId::EuNationaliteit)
        && !view.person.return_area.is_yes()
    {
        weigh(
            Grond::grond.at(item),
            "Tegen een burger van de Unie komt geen terugkeerbesluit. Komt er hier toch een?",
        );
    }
    if view.case.feiten.nareis.is_some() {
        weigh(
            Nareis::afstand_op,
            "De vreemdeling koos voor een nareisvergunning. Komt er toch een terugkeerbesluit?",
        );
    }
    if let Some(item) = standing(view) {
        weigh(
            Maatregel::soort.at(item),
            "Er is al een terugkeerbesluit of een inreisverbod, dat op een terugkeerbesluit rust. Komt er nog een?",
        );
    }
    questions
}

fn country_to_return_to(of_return: &TerugkeerFeiten, weigh: &mut impl FnMut(Fact, &str)) {
    let message = match of_return.land_van_terugkeer {
        Some(Country::UKRAINE) => {
            "Naar Oekraïne is nu geen gedwongen terugkeer mogelijk. Komt er een terugkeerbesluit naar dit land?"
        }
        Some(land) if land.is_return_area() => {
            "Een terugkeerbesluit noemt geen land van de Europese Unie, en ook niet IJsland, Liechtenstein, Noorwegen of Zwitserland. Komt er een terugkeerbesluit naar dit land?"
        }
        _ => return,
    };
    weigh(TerugkeerFeiten::land_van_terugkeer, message);
}

/// Who may stay in another country of the return area goes there first (Vw 62a).
fn country_elsewhere(view: &CaseView<'_>, weigh: &mut impl FnMut(Fact, &str)) {
    let facts = &view.case.feiten;
    if facts.asielstatus_elders.is_some_and(Country::is_return_area) {
        weigh(
            Feiten::asielstatus_elders,
            "De vreemdeling heeft een asielvergunning in een land waar hij eerst heen moet (artikel 62a Vw). Komt er een terugkeerbesluit?",
        );
    }
    let protected = facts.bescherming_elders.as_ref().and_then(|elsewhere| elsewhere.land);
    if protected.is_some_and(Country::is_return_area) {
        weigh(
            BeschermingElders::land,
            "De vreemdeling heeft bescherming in een land waar hij eerst heen moet (artikel 62a Vw). Komt er een terugkeerbesluit?",
        );
    }
}

/// A return decision is for who stays here (Richtlijn 2008/115/EG, art. 2(1)).
fn stay_outside(view: &CaseView<'_>, weigh: &mut impl FnMut(Fact, &str)) {
    let stay = view.case.feiten.verblijf_buiten_nederland.as_ref();
    if stay.is_some_and(VerblijfBuitenNederland::lasts) {
        weigh(
            VerblijfBuitenNederland::van,
            "De vreemdeling is nog niet terug in Nederland. Komt er toch een terugkeerbesluit?",
        );
    } else if view.case.vreemdeling.adres.is_abroad() {
        weigh(
            Vreemdeling::adres,
            "De vreemdeling heeft een adres buiten Nederland. Komt er toch een terugkeerbesluit?",
        );
    }
}

/// A decision on asylum that holds a return decision, and an application that was not decided on.
fn earlier_application(view: &CaseView<'_>, weigh: &mut impl FnMut(Fact, &str)) {
    let facts = &view.case.feiten;
    match &view.case.stap {
        Stap::Herbeoordeling(step) => {
            if let Some(Asielbesluit::Taken { terugkeerbesluit: Some(true), .. }) = &step.asielbesluit {
                weigh(
                    Asielbesluit::terugkeerbesluit,
                    "Het asielbesluit heeft al een terugkeerbesluit. Komt er nog een?",
                );
            }
        }
        Stap::Triage(_) => {
            if facts.asielaanvraag_ingediend.is_some() {
                weigh(
                    Feiten::asielaanvraag_ingediend,
                    "Er is al asiel gevraagd. Is daarop beslist, en komt er een terugkeerbesluit?",
                );
            } else if facts.brp_inschrijving.is_some() {
                weigh(
                    Feiten::brp_inschrijving,
                    "De vreemdeling is al ingeschreven in de BRP, en daarmee begint een asielaanvraag. Is daarop beslist, en komt er een terugkeerbesluit?",
                );
            }
        }
        _ => {}
    }
}

/// The place in `maatregelen` of a return decision of the Netherlands that stands: by itself, or under an entry ban.
pub(super) fn standing(view: &CaseView<'_>) -> Option<usize> {
    view.case.feiten.maatregelen.iter().position(stands)
}

fn stands(measure: &Maatregel) -> bool {
    measure.opgelegd_door == Country::NETHERLANDS
        && matches!(
            measure.soort,
            SoortMaatregel::Terugkeerbesluit
                | SoortMaatregel::InreisverbodZwaar
                | SoortMaatregel::InreisverbodLicht
        )
}
