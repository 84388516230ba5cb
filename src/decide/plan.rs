//! Stage 5: the plan of a letter, with its terms and what the rules know of the person.

use super::case_view::CaseView;
use super::findings::Findings;
use super::letter_plan::{Letter, LetterPlan, PersonInLetter, Refusal};
use super::protection;
use super::stay_abroad;
use super::terms;
use crate::words::RemedyCase;

impl Refusal {
    /// The plan of the weigeringsbesluit.
    pub(super) fn plan(self, view: &CaseView<'_>, findings: &mut Findings<'_>) -> LetterPlan {
        let case = match self.return_decision {
            Some(_) => RemedyCase::MetTerugkeerbesluit,
            None => RemedyCase::Gewoon,
        };
        LetterPlan::new(view, Letter::Weigeringsbesluit(self), case, findings)
    }
}

impl LetterPlan {
    /// The plan of a letter: the first of its kind, with its terms and what is known of the person.
    pub(super) fn new(
        view: &CaseView<'_>,
        letter: Letter,
        case: RemedyCase,
        findings: &mut Findings<'_>,
    ) -> Self {
        let terms = terms::of_letter(view, &letter, case, findings);
        Self {
            letter,
            sequence: 1,
            person: PersonInLetter::of(view),
            stay_abroad: stay_abroad::counted(view),
            terms,
            rules: Vec::new(),
            open: Vec::new(),
        }
    }
}

impl PersonInLetter {
    fn of(view: &CaseView<'_>) -> Self {
        Self {
            minor: view.addresses_representative(),
            ukrainian: view.person.ukrainian.is_yes(),
            eu_citizen: view.person.eu_citizen.is_yes(),
            third_country: view.person.third_country.is_yes(),
            stateless: view.person.stateless,
            below_age_of_proof: view.person.below_age_of_proof().is_yes(),
            protected_until: protection::ended_by_law_on(view),
            consulate: view.person.consulate(),
        }
    }
}
