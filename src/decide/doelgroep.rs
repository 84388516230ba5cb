//! The target group check (WI H1) on every case: a1 to a5, b1 to b3 and the exclusions u1 to u5.
//!
//! Each condition is met, not met or unknown; one that does not hold on the day of bekendmaking is not met by
//! anybody. The check decides nothing by itself: where a known condition contradicts the outcome, the steps
//! and the grounds say so.

use super::known::Known;
use super::outcome::ConditionResult;
use super::person::Person;
use crate::case::country::{Country, Nationality};
use crate::case::model::{
    Case, Feiten, Gezinsband, Identiteitsdocument, Referent, Relatie, SoortVerblijfsrecht, Stap,
    VerblijfBuitenNederland, VerblijfsrechtOekraine, Vreemdeling,
};
use crate::law::book::RuleBook;
use crate::law::date::Date;
use crate::law::limit::Limits;
use crate::words::{Condition, Fact};
use std::ops::RangeInclusive;

/// All conditions of one case, in the order of docs/spec/letters.md section 4.
#[derive(Clone, Debug)]
pub struct TargetGroup {
    conditions: Vec<ConditionResult>,
}

impl TargetGroup {
    /// Checks every condition.
    #[must_use]
    pub fn check(case: &Case, person: &Person, book: &RuleBook) -> Self {
        let day = case.bekendmaking.datum;
        let limits = book.limits(day);
        let returned = returned(case, person, limits);
        let facts = Facts { facts: &case.feiten, person, limits, returned };
        let family = Family::on(case.decision_day(), case, person, limits);
        let conditions = Condition::ALL.iter().map(|condition| {
            let in_force = book.holds(*condition, day);
            let met = if in_force { met(*condition, &facts, &family) } else { Known::No };
            ConditionResult {
                condition: *condition,
                result: met,
                facts: reads(*condition),
                besides: besides(*condition),
                day: against(*condition, case),
                in_force,
            }
        });
        Self { conditions: conditions.collect() }
    }

    /// The result of a condition.
    #[must_use]
    pub fn result(&self, condition: Condition) -> Known {
        self.conditions.get(condition as usize).map_or(Known::Unknown, |tried| tried.result)
    }

    /// The facts that a condition asks for.
    #[must_use]
    pub fn facts(&self, condition: Condition) -> &'static [Fact] {
        reads(condition)
    }

    /// The first of these conditions that is met.
    #[must_use]
    pub fn first_met(&self, conditions: &[Condition]) -> Option<&ConditionResult> {
        self.conditions.iter().find(|tried| conditions.contains(&tried.condition) && tried.result.is_yes())
    }

    /// Whether the facts say of each of these conditions that it is not met.
    #[must_use]
    pub fn rules_out(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|condition| self.result(*condition) == Known::No)
    }

    /// Whether a family condition is met.
    #[must_use]
    pub fn family_met(&self) -> bool {
        self.first_met(Condition::FAMILY).is_some()
    }

    /// Every condition, in order.
    #[must_use]
    pub fn conditions(&self) -> &[ConditionResult] {
        &self.conditions
    }
}

/// The facts that a condition asks for.
const fn reads(condition: Condition) -> &'static [Fact] {
    match condition {
        Condition::A1 => &[Vreemdeling::nationaliteiten, Feiten::vertrek_uit_oekraine],
        Condition::A2 => &[Vreemdeling::nationaliteiten, Feiten::inreis_unie],
        Condition::A3 => &[Vreemdeling::nationaliteiten, Feiten::in_nederland_sinds],
        Condition::A4 => &[
            VerblijfsrechtOekraine::soort,
            VerblijfsrechtOekraine::geldig_op_peilmoment,
            Feiten::vertrek_uit_oekraine,
            Feiten::terugkeer_herkomstland,
        ],
        Condition::A5 => &[Feiten::asielaanvraag_ingediend, Feiten::identiteitsdocument],
        Condition::B1 => &[
            Gezinsband::relatie,
            Gezinsband::duurzaam_voor_peilmoment,
            Gezinsband::beeindigd_op,
            Referent::valt_onder_a,
        ],
        Condition::B2 => &[
            Gezinsband::relatie,
            Vreemdeling::geboortedatum,
            Gezinsband::ongehuwd,
            Gezinsband::beeindigd_op,
            Referent::valt_onder_a,
        ],
        Condition::B3 => &[
            Gezinsband::relatie,
            Gezinsband::samenwonend_voor_peilmoment,
            Gezinsband::afhankelijk,
            Gezinsband::schrijnend,
            Gezinsband::beeindigd_op,
            Referent::valt_onder_a,
        ],
        Condition::U1 => &[Vreemdeling::nationaliteiten, VerblijfsrechtOekraine::soort],
        Condition::U2 => &[
            Feiten::vertrek_uit_oekraine,
            Feiten::in_nederland_sinds,
            Feiten::asielaanvraag_ingediend,
            Feiten::identiteitsdocument,
        ],
        Condition::U3 => &[Feiten::alleen_inreisstempel],
        Condition::U4 => &[Feiten::asielstatus_elders],
        Condition::U5 => &[Vreemdeling::nationaliteiten],
    }
}

/// What a condition reads besides, to know how the facts that it asks for count.
const fn besides(condition: Condition) -> &'static [Fact] {
    match condition {
        Condition::A4 => &[
            VerblijfBuitenNederland::van,
            VerblijfBuitenNederland::tot,
            VerblijfBuitenNederland::land,
            Vreemdeling::nationaliteiten,
            Feiten::toegekend_op,
            Feiten::bescherming_geeindigd_op,
        ],
        Condition::B2 => &[Vreemdeling::meerderjarig, Feiten::brp_inschrijving],
        _ => &[],
    }
}

/// The day that a condition holds its facts against.
fn against(condition: Condition, case: &Case) -> Option<Fact> {
    match condition {
        Condition::A4 => Some(Stap::datum),
        Condition::B1 | Condition::B2 | Condition::B3 => Some(case.decision_day_fact()),
        _ => None,
    }
}

/// Whether a condition is met.
fn met(condition: Condition, own: &Facts<'_>, family: &Family<'_>) -> Known {
    match condition {
        Condition::A1 => own.person.ukrainian.and(own.fled_after_limit()),
        Condition::A2 => own.person.ukrainian.and(own.entered_before_war()),
        Condition::A3 => own.already_in_nl(),
        Condition::A4 => own.permanent_right(),
        Condition::A5 => own.early_asylum(),
        Condition::B1 => family.partner(),
        Condition::B2 => family.child(),
        Condition::B3 => family.other(),
        Condition::U1 => own.temporary_right(),
        Condition::U2 => own.elsewhere_before(),
        Condition::U3 => own.facts.alleen_inreisstempel.into(),
        Condition::U4 => own.asylum_elsewhere(),
        Condition::U5 => own.person.eu_citizen,
    }
}

/// Whether the person was in the Netherlands before the first day of flight. A later entry into the Union says
/// nothing: who lived in the Netherlands may have been away.
pub(super) fn in_nl_before_limit(facts: &Feiten, limits: &Limits) -> Known {
    facts.in_nederland_sinds.map(|since| since < limits.fled_from).into()
}

/// The fact that says that the person went back to the country of origin after the peilmoment: the day of the return,
/// or a stay there. A stay under protection that was short enough does not count (docs/spec/letters.md section 1,
/// *Sharpened*).
pub(super) fn returned_to_origin(case: &Case, person: &Person, limits: &Limits) -> Option<Fact> {
    let facts = &case.feiten;
    let counts = counts_as_return(case, limits);
    if facts.terugkeer_herkomstland.as_ref().is_some_and(&counts) {
        return Some(Feiten::terugkeer_herkomstland);
    }
    let stay = facts.verblijf_buiten_nederland.as_ref()?;
    let own = |land: Country| case.vreemdeling.nationaliteiten.contains(&Nationality::Of(land));
    let at_home = person.ukrainian == Known::No && stay.land.is_some_and(own);
    (at_home && stay.van.as_ref().is_some_and(counts)).then_some(VerblijfBuitenNederland::van)
}

/// Whether the person went back. Of who is stateless or of unknown nationality the country of origin is not known: a stay
/// in any country outside Europe that would count leaves it open.
fn returned(case: &Case, person: &Person, limits: &Limits) -> Known {
    if returned_to_origin(case, person, limits).is_some() {
        return Known::Yes;
    }
    let origin_unknown = person.stateless || case.vreemdeling.nationaliteiten.contains(&Nationality::Unknown);
    let counts = counts_as_return(case, limits);
    let may_count = case.feiten.verblijf_buiten_nederland.as_ref().is_some_and(|stay| {
        let elsewhere = stay.land.is_some_and(|land| land != Country::UKRAINE && !land.is_return_area());
        elsewhere && stay.van.as_ref().is_some_and(counts)
    });
    if origin_unknown && may_count { Known::Unknown } else { Known::No }
}

/// Whether a return on this day counts: after the peilmoment, and not in a stay under protection that was short enough.
fn counts_as_return(case: &Case, limits: &Limits) -> impl Fn(&Date) -> bool {
    let short = short_stay_under_protection(&case.feiten, limits, case.stap.day());
    let peilmoment = limits.peilmoment;
    move |day| *day > peilmoment && !short.as_ref().is_some_and(|stay| stay.contains(day))
}

/// The days of a stay abroad under protection that was short enough.
fn short_stay_under_protection(facts: &Feiten, limits: &Limits, step: Date) -> Option<RangeInclusive<Date>> {
    let stay = facts.verblijf_buiten_nederland.as_ref()?;
    let from = stay.van?;
    let until = stay.tot.unwrap_or(step);
    let short = until.days_since(from) <= i64::from(limits.days_away);
    let ended = facts.bescherming_geeindigd_op.is_some_and(|ended| ended <= from);
    let under_protection = facts.toegekend_op.is_some_and(|granted| granted <= from) && !ended;
    (short && under_protection).then_some(from..=until)
}

/// Whether the person was a minor at registration in the BRP and is none on the day of the decision: then an officer
/// decides (docs/spec/letters.md section 4, b2).
pub(super) fn grew_up(case: &Case, person: &Person, limits: &Limits) -> bool {
    let registered = case.feiten.brp_inschrijving;
    let then = registered.map(|day| person.minor_on(case.vreemdeling.geboortedatum, day, limits));
    then.is_some_and(Known::is_yes) && person.minor_when_decided() == Known::No
}

/// The person's own facts against the limits of the law.
struct Facts<'a> {
    facts: &'a Feiten,
    person: &'a Person,
    limits: &'a Limits,
    /// Whether the person went back to the country of origin after the peilmoment; no where nothing shows it.
    returned: Known,
}

impl Facts<'_> {
    /// Whether the person left Ukraine on or after the first day of flight.
    fn fled_after_limit(&self) -> Known {
        self.facts.vertrek_uit_oekraine.map(|left| left >= self.limits.fled_from).into()
    }

    /// Whether the person travelled to the Union from that day up to and including the peilmoment.
    fn entered_before_war(&self) -> Known {
        let period = self.limits.fled_from..=self.limits.peilmoment;
        self.facts.inreis_unie.map(|entry| period.contains(&entry)).into()
    }

    /// a3: the WI names no nationality; for others than Ukrainians that is to be confirmed, so unknown.
    fn already_in_nl(&self) -> Known {
        match (in_nl_before_limit(self.facts, self.limits), self.person.ukrainian) {
            (Known::Yes, Known::Yes) => Known::Yes,
            (Known::Yes, _) => Known::Unknown,
            (other, _) => other,
        }
    }

    /// a4: permanent permit valid on the peilmoment, left in time, and no sign of a return to the country of
    /// origin after the peilmoment ("niet is gebleken": absence of the fact is enough).
    fn permanent_right(&self) -> Known {
        let right = self.facts.verblijfsrecht_oekraine.as_ref();
        Known::from(right.and_then(|right| right.soort).map(|soort| soort == SoortVerblijfsrecht::Permanent))
            .and(right.and_then(|right| right.geldig_op_peilmoment).into())
            .and(self.fled_after_limit())
            .and(!self.returned)
    }

    /// a5: asylum application before the peilmoment, with an identifying document.
    fn early_asylum(&self) -> Known {
        let early: Known =
            self.facts.asielaanvraag_ingediend.map(|filed| filed < self.limits.peilmoment).into();
        let identified: Known = self
            .facts
            .identiteitsdocument
            .map(|document| {
                !matches!(document, Identiteitsdocument::VerklaringAmbassade | Identiteitsdocument::Geen)
            })
            .into();
        early.and(identified)
    }

    /// u1: a third-country national with a temporary Ukrainian permit.
    fn temporary_right(&self) -> Known {
        let right = self.facts.verblijfsrecht_oekraine.as_ref();
        let soort = right.and_then(|right| right.soort);
        self.person.third_country.and(soort.map(|soort| soort == SoortVerblijfsrecht::Tijdelijk).into())
    }

    /// u4: a permit of the Netherlands or of Ukraine is none of another country.
    fn asylum_elsewhere(&self) -> Known {
        let own = [Country::NETHERLANDS, Country::UKRAINE];
        self.facts.asielstatus_elders.map(|country| !own.contains(&country)).into()
    }

    /// u2: outside Ukraine and not in the Netherlands before the first day of flight. The exception of a5
    /// counts only when it is known to be met: it is for the person to show.
    fn elsewhere_before(&self) -> Known {
        (!self.fled_after_limit())
            .and(!in_nl_before_limit(self.facts, self.limits))
            .and(Known::from(!self.early_asylum().is_yes()))
    }
}

/// The facts for the family conditions; each of these needs a referent who falls under a. A child may also be that
/// of the spouse or partner of the referent, so a referent who does not fall under a leaves b2 open.
struct Family<'a> {
    tie: Option<&'a Gezinsband>,
    minor: Known,
    decided: Date,
}

/// Whether a family condition was met on another day than that of the decision, as far as the end of the relation goes.
pub(super) fn family_met_on(day: Date, case: &Case, person: &Person, limits: &Limits) -> bool {
    let family = Family::on(day, case, person, limits);
    [family.partner(), family.child(), family.other()].into_iter().any(Known::is_yes)
}

impl<'a> Family<'a> {
    fn on(decided: Date, case: &'a Case, person: &Person, limits: &Limits) -> Self {
        let grew_up = grew_up(case, person, limits);
        let minor = if grew_up { Known::Unknown } else { person.minor_when_decided() };
        Self { tie: case.feiten.gezinsband.as_ref(), minor, decided }
    }
}

impl Family<'_> {
    fn is(&self, relations: &[Relatie]) -> Known {
        self.tie.and_then(|g| g.relatie).map(|r| relations.contains(&r)).into()
    }

    fn fact(&self, read: impl Fn(&Gezinsband) -> Option<bool>) -> Known {
        self.tie.and_then(read).into()
    }

    fn referent(&self) -> Known {
        self.fact(|g| g.referent.as_ref().and_then(|r| r.valt_onder_a))
    }

    /// Whether the relation lasts: no end is known, or it comes after the day of the decision.
    fn lasts(&self) -> Known {
        let ended = self.tie.and_then(|g| g.beeindigd_op);
        Known::from(ended.is_none_or(|day| day > self.decided))
    }

    fn partner(&self) -> Known {
        self.is(&[Relatie::Echtgenoot, Relatie::Partner])
            .and(self.fact(|g| g.duurzaam_voor_peilmoment))
            .and(self.lasts())
            .and(self.referent())
    }

    fn child(&self) -> Known {
        self.is(&[Relatie::MinderjarigKind])
            .and(self.minor)
            .and(self.fact(|g| g.ongehuwd))
            .and(self.lasts())
            .and(self.fact(|g| g.referent.as_ref().and_then(|r| r.valt_onder_a).filter(|under_a| *under_a)))
    }

    /// b3: who did not live together is not excluded by that fact; the condition is then at best unknown
    /// (WI H1, favourable policy).
    fn other(&self) -> Known {
        let together = self.fact(|g| g.samenwonend_voor_peilmoment.filter(|lived| *lived));
        self.is(&[Relatie::AnderFamilielid])
            .and(self.fact(|g| g.afhankelijk))
            .and(self.fact(|g| g.schrijnend))
            .and(self.lasts())
            .and(self.referent())
            .and(together)
    }
}
