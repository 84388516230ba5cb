//! The case as the rules see it: the facts, the person, the target group, and the law of the day.

use super::doelgroep::{self, TargetGroup};
use super::person::Person;
use crate::case::model::{
    Bekendmaking, Case, Feiten, Gezinsband, Hoedanigheid, Referent, VerblijfsrechtOekraine,
};
use crate::law::book::RuleBook;
use crate::law::date::Date;
use crate::law::limit::Limits;
use crate::words::{Fact, Rule, RuleId};

/// The case as the rules see it.
pub(super) struct CaseView<'a> {
    /// The facts.
    pub case: &'a Case,
    /// What the rules ask of the person.
    pub person: Person,
    /// The target group check.
    pub group: TargetGroup,
    /// The limits of the law on the day of bekendmaking.
    pub limits: &'a Limits,
    /// The rules, terms and calendar.
    pub book: &'a RuleBook,
}

impl<'a> CaseView<'a> {
    /// The view of a case, by the law of its day of bekendmaking.
    pub fn of(case: &'a Case, book: &'a RuleBook) -> Self {
        let limits = book.limits(case.bekendmaking.datum);
        let person = Person::of(case, limits);
        Self { case, person, group: TargetGroup::check(case, &person, book), limits, book }
    }

    /// The day of bekendmaking, from which terms, rules and age count.
    pub fn made_known(&self) -> Date {
        self.case.bekendmaking.datum
    }

    /// The day of bekendmaking, with its fact.
    pub fn known(&self) -> (Fact, Date) {
        (Bekendmaking::datum, self.made_known())
    }

    /// The day of the decision, with the fact that sets it.
    pub fn decided(&self) -> (Fact, Date) {
        (self.case.decision_day_fact(), self.case.decision_day())
    }

    /// Whether the person was a minor at registration in the BRP and is none on the day of the decision.
    pub fn grew_up(&self) -> bool {
        doelgroep::grew_up(self.case, &self.person, self.limits)
    }

    /// Whether the case fills in a fact that a condition reads.
    pub fn has(&self, fact: Fact) -> bool {
        let facts = &self.case.feiten;
        let right = facts.verblijfsrecht_oekraine.as_ref();
        let tie = facts.gezinsband.as_ref();
        match fact {
            Feiten::vertrek_uit_oekraine => facts.vertrek_uit_oekraine.is_some(),
            Feiten::inreis_unie => facts.inreis_unie.is_some(),
            Feiten::in_nederland_sinds => facts.in_nederland_sinds.is_some(),
            Feiten::terugkeer_herkomstland => facts.terugkeer_herkomstland.is_some(),
            Feiten::asielaanvraag_ingediend => facts.asielaanvraag_ingediend.is_some(),
            Feiten::identiteitsdocument => facts.identiteitsdocument.is_some(),
            Feiten::alleen_inreisstempel => facts.alleen_inreisstempel.is_some(),
            Feiten::asielstatus_elders => facts.asielstatus_elders.is_some(),
            VerblijfsrechtOekraine::soort => right.is_some_and(|right| right.soort.is_some()),
            VerblijfsrechtOekraine::geldig_op_peilmoment => {
                right.is_some_and(|right| right.geldig_op_peilmoment.is_some())
            }
            Gezinsband::relatie => tie.is_some_and(|tie| tie.relatie.is_some()),
            Gezinsband::duurzaam_voor_peilmoment => {
                tie.is_some_and(|tie| tie.duurzaam_voor_peilmoment.is_some())
            }
            Gezinsband::beeindigd_op => tie.is_some_and(|tie| tie.beeindigd_op.is_some()),
            Gezinsband::ongehuwd => tie.is_some_and(|tie| tie.ongehuwd.is_some()),
            Gezinsband::samenwonend_voor_peilmoment => {
                tie.is_some_and(|tie| tie.samenwonend_voor_peilmoment.is_some())
            }
            Gezinsband::afhankelijk => tie.is_some_and(|tie| tie.afhankelijk.is_some()),
            Gezinsband::schrijnend => tie.is_some_and(|tie| tie.schrijnend.is_some()),
            Referent::valt_onder_a => {
                tie.is_some_and(|tie| tie.referent.as_ref().is_some_and(|r| r.valt_onder_a.is_some()))
            }
            _ => true,
        }
    }

    /// Whether a rule holds on the day of bekendmaking.
    pub fn holds(&self, rule: impl Into<RuleId>) -> bool {
        self.book.holds(rule, self.made_known())
    }

    /// Whether the letter goes to a legal representative: of a minor (BW 1:245), or the curator of an adult (BW 1:381).
    pub fn addresses_representative(&self) -> bool {
        let representative = self.case.vreemdeling.wettelijk_vertegenwoordiger.as_ref();
        let minor = self.holds(Rule::PersoonMinderjarig) && self.person.minor().is_yes();
        let curator = self.holds(Rule::PersoonVertegenwoordiger)
            && representative.is_some_and(|who| who.hoedanigheid == Hoedanigheid::Curator);
        representative.is_some() && (minor || curator)
    }
}
