//! What a person must weigh before a return decision (TKB): countries to which there is none by itself, and situations of
//! which the Werkinstructie does not say that one follows (docs/spec/letters.md section 2.2; WI H3; Vw 62a).

use super::case_view::CaseView;
use super::findings::Finding;
use crate::case::country::Country;
use crate::case::model::{
    Asielbesluit, BeschermingElders, Feiten, Maatregel, Nareis, SoortMaatregel, Stap, TerugkeerFeiten,
};
use crate::diagnostic::Code;
use crate::words::{Fact, Rule};

/// The countries and situations that a person must weigh, each as a question.
pub(super) fn to_weigh(view: &CaseView<'_>, of_return: &TerugkeerFeiten) -> Vec<Finding> {
    let mut questions = Vec::new();
    let mut weigh = |fact: Fact, message: &str| {
        let rule = Rule::TerugkeerbesluitAmbtenaarBeslist;
        questions.push(Finding::new(rule, Code::ReturnDecision, message, [fact]));
    };
    if let Some(land) = of_return.land_van_terugkeer {
        if land == Country::UKRAINE {
            weigh(
                TerugkeerFeiten::land_van_terugkeer,
                "Naar Oekraïne is nu geen gedwongen terugkeer mogelijk. Komt er een terugkeerbesluit naar dit land?",
            );
        } else if land.is_return_area() {
            weigh(
                TerugkeerFeiten::land_van_terugkeer,
                "Een terugkeerbesluit noemt geen land van de Europese Unie, en ook niet IJsland, Liechtenstein, Noorwegen of Zwitserland. Komt er een terugkeerbesluit naar dit land?",
            );
        }
    }
    let facts = &view.case.feiten;
    if facts.asielstatus_elders.is_some_and(Country::is_return_area) {
        weigh(
            Feiten::asielstatus_elders,
            "De vreemdeling heeft een asielvergunning in een land waar hij eerst heen moet (artikel 62a Vw). Komt er een terugkeerbesluit?",
        );
    }
    if facts
        .bescherming_elders
        .as_ref()
        .is_some_and(|elsewhere| elsewhere.land.is_some_and(Country::is_return_area))
    {
        weigh(
            BeschermingElders::land,
            "De vreemdeling heeft bescherming in een land waar hij eerst heen moet (artikel 62a Vw). Komt er een terugkeerbesluit?",
        );
    }
    if let Stap::Herbeoordeling(step) = &view.case.stap
        && let Some(Asielbesluit::Taken { terugkeerbesluit: Some(true), .. }) = &step.asielbesluit
    {
        weigh(
            Asielbesluit::terugkeerbesluit,
            "Het asielbesluit heeft al een terugkeerbesluit. Komt er nog een?",
        );
    }
    if facts.asielaanvraag_ingediend.is_some() && matches!(view.case.stap, Stap::Triage(_)) {
        weigh(
            Feiten::asielaanvraag_ingediend,
            "Er is al asiel gevraagd. Is daarop beslist, en komt er een terugkeerbesluit?",
        );
    }
    if facts.nareis.is_some() {
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
