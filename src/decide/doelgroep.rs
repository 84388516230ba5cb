//! The target group check (WI H1) on every case: a1 to a5, b1 to b3 and the exclusions u1 to u5.
//!
//! Each condition is met, not met or unknown. It decides nothing by itself: where a known condition
//! contradicts the outcome, `contradiction` and the grounds say so.

use super::known::Known;
use super::outcome::ConditionResult;
use super::person::Person;
use crate::case::model::{Case, Feiten, Gezinsband, Identiteitsdocument, Relatie, SoortVerblijfsrecht};
use crate::law::book::RuleBook;
use crate::law::date::Date;

/// 27 November 2021: the hard lower limit (WI H1, fn. 7).
pub(super) fn fled_from() -> Option<Date> {
    Date::from_ymd(2021, 11, 27)
}

/// 23 February 2022, the peilmoment.
pub(super) fn reference_day() -> Option<Date> {
    Date::from_ymd(2022, 2, 23)
}

/// All conditions of one case, in the order of letters.md section 4.
#[derive(Clone, Debug)]
pub struct TargetGroup {
    conditions: Vec<ConditionResult>,
}

const NATIONALITY: &str = "vreemdeling.nationaliteiten";
const DEPARTURE: &str = "feiten.vertrek_uit_oekraine";
const ENTRY: &str = "feiten.inreis_unie";
const IN_NL: &str = "feiten.in_nederland_sinds";
const RIGHT: &str = "feiten.verblijfsrecht_oekraine.soort";
const RIGHT_VALID: &str = "feiten.verblijfsrecht_oekraine.geldig_op_peilmoment";
const RETURN: &str = "feiten.terugkeer_herkomstland";
const ASYLUM: &str = "feiten.asielaanvraag_ingediend";
const DOCUMENT: &str = "feiten.identiteitsdocument";

impl TargetGroup {
    /// Checks every condition.
    #[must_use]
    pub fn check(case: &Case, person: &Person, book: &RuleBook) -> Self {
        let facts = &case.feiten;
        let mut conditions = Vec::with_capacity(13);
        let mut add = |id: &'static str, result: Known, paths: &[&str]| {
            let row = book.row(&format!("doelgroep.{id}"), case.bekendmaking.datum);
            let vindplaats = row.map_or_else(String::new, |r| r.vindplaats.clone());
            let facts = paths.iter().map(|p| (*p).to_owned()).collect();
            conditions.push(ConditionResult { id, result, vindplaats, facts });
        };
        add("a1", person.ukrainian.and(fled_after_limit(facts)), &[NATIONALITY, DEPARTURE]);
        add("a2", person.ukrainian.and(entered_before_war(facts)), &[NATIONALITY, ENTRY]);
        add("a3", already_in_nl(facts, person), &[NATIONALITY, IN_NL]);
        add("a4", permanent_right(facts), &[RIGHT, RIGHT_VALID, DEPARTURE, RETURN]);
        let a5 = early_asylum(facts);
        add("a5", a5, &[ASYLUM, DOCUMENT]);
        let family = Family::of(case, person);
        add("b1", family.partner(), Family::PATHS_PARTNER);
        add("b2", family.child(), Family::PATHS_CHILD);
        add("b3", family.other(), Family::PATHS_OTHER);
        let u1_in_force = book.rule_on("doelgroep.u1", case.bekendmaking.datum).is_some();
        let u1 = if u1_in_force { temporary_right(facts, person) } else { Known::No };
        add("u1", u1, &[NATIONALITY, RIGHT]);
        add("u2", elsewhere_before(facts, a5), &[DEPARTURE, IN_NL, ASYLUM, DOCUMENT]);
        add("u3", facts.alleen_inreisstempel.into(), &["feiten.alleen_inreisstempel"]);
        let status = facts.asielstatus_elders.map(|c| c != crate::case::country::Country::NETHERLANDS);
        add("u4", status.into(), &["feiten.asielstatus_elders"]);
        add("u5", person.eu_citizen, &[NATIONALITY]);
        Self { conditions }
    }

    /// The result of a condition by its id.
    #[must_use]
    pub fn result(&self, id: &str) -> Known {
        self.get(id).map_or(Known::Unknown, |c| c.result)
    }

    /// A condition by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&ConditionResult> {
        self.conditions.iter().find(|c| c.id == id)
    }

    /// The first condition of these that is met.
    #[must_use]
    pub fn first_met(&self, ids: &[&str]) -> Option<&ConditionResult> {
        self.conditions.iter().find(|c| ids.contains(&c.id) && c.result.is_yes())
    }

    /// Every condition, in order.
    #[must_use]
    pub fn conditions(&self) -> &[ConditionResult] {
        &self.conditions
    }
}

/// Left Ukraine on or after 27 November 2021.
fn fled_after_limit(facts: &Feiten) -> Known {
    facts.vertrek_uit_oekraine.zip(fled_from()).map(|(left, limit)| left >= limit).into()
}

/// Travelled to the Union from 27 November 2021 up to and including 23 February 2022.
fn entered_before_war(facts: &Feiten) -> Known {
    match (facts.inreis_unie, fled_from(), reference_day()) {
        (Some(entry), Some(from), Some(until)) => Known::from(from <= entry && entry <= until),
        _ => Known::Unknown,
    }
}

/// In the Netherlands before 27 November 2021. A later entry into the Union says nothing: who lived here
/// may have been away.
pub(super) fn in_nl_before_limit(facts: &Feiten) -> Known {
    facts.in_nederland_sinds.zip(fled_from()).map(|(since, limit)| since < limit).into()
}

/// a3: the WI names no nationality; for others than Ukrainians that is to be confirmed, so unknown.
fn already_in_nl(facts: &Feiten, person: &Person) -> Known {
    match (in_nl_before_limit(facts), person.ukrainian) {
        (Known::Yes, Known::Yes) => Known::Yes,
        (Known::Yes, _) => Known::Unknown,
        (other, _) => other,
    }
}

/// a4: permanent permit valid on the peilmoment, left after 26 November 2021, and no sign of a return
/// to the country of origin after the peilmoment ("niet is gebleken": absence of the fact is enough).
fn permanent_right(facts: &Feiten) -> Known {
    let Some(right) = &facts.verblijfsrecht_oekraine else { return Known::Unknown };
    let stayed_away = facts.terugkeer_herkomstland.zip(reference_day()).is_none_or(|(back, day)| back <= day);
    Known::from(right.soort == SoortVerblijfsrecht::Permanent)
        .and(right.geldig_op_peilmoment.into())
        .and(fled_after_limit(facts))
        .and(stayed_away.into())
}

/// a5: asylum application before 23 February 2022, with an identifying document.
fn early_asylum(facts: &Feiten) -> Known {
    let early: Known =
        facts.asielaanvraag_ingediend.zip(reference_day()).map(|(filed, day)| filed < day).into();
    let identified: Known = facts
        .identiteitsdocument
        .map(|d| !matches!(d, Identiteitsdocument::VerklaringAmbassade | Identiteitsdocument::Geen))
        .into();
    early.and(identified)
}

/// u1: a third-country national with a temporary Ukrainian permit (since 19 July 2022).
fn temporary_right(facts: &Feiten, person: &Person) -> Known {
    let temporary: Known =
        facts.verblijfsrecht_oekraine.as_ref().map(|r| r.soort == SoortVerblijfsrecht::Tijdelijk).into();
    person.third_country.and(temporary)
}

/// u2: outside Ukraine and not in the Netherlands before 27 November 2021. The exception of a5 counts
/// only when it is known to be met: it is for the person to show.
fn elsewhere_before(facts: &Feiten, a5: Known) -> Known {
    (!fled_after_limit(facts)).and(!in_nl_before_limit(facts)).and(Known::from(!a5.is_yes()))
}

/// The family conditions: all of a referent who falls under a.
struct Family<'a> {
    tie: Option<&'a Gezinsband>,
    minor: Known,
    decided: Date,
}

impl<'a> Family<'a> {
    const PATHS_PARTNER: &'static [&'static str] = &[
        "feiten.gezinsband.relatie",
        "feiten.gezinsband.duurzaam_voor_peilmoment",
        "feiten.gezinsband.beeindigd_op",
        "feiten.gezinsband.referent.valt_onder_a",
    ];
    const PATHS_CHILD: &'static [&'static str] = &[
        "feiten.gezinsband.relatie",
        "vreemdeling.geboortedatum",
        "feiten.gezinsband.ongehuwd",
        "feiten.gezinsband.referent.valt_onder_a",
    ];
    const PATHS_OTHER: &'static [&'static str] = &[
        "feiten.gezinsband.relatie",
        "feiten.gezinsband.samenwonend_voor_peilmoment",
        "feiten.gezinsband.afhankelijk",
        "feiten.gezinsband.schrijnend",
        "feiten.gezinsband.beeindigd_op",
        "feiten.gezinsband.referent.valt_onder_a",
    ];

    fn of(case: &'a Case, person: &Person) -> Self {
        Self { tie: case.feiten.gezinsband.as_ref(), minor: person.minor(), decided: case.decision_day() }
    }

    fn is(&self, relations: &[Relatie]) -> Known {
        self.tie.and_then(|g| g.relatie).map(|r| relations.contains(&r)).into()
    }

    fn fact(&self, read: impl Fn(&Gezinsband) -> Option<bool>) -> Known {
        self.tie.and_then(read).into()
    }

    fn referent(&self) -> Known {
        self.fact(|g| g.referent.as_ref().and_then(|r| r.valt_onder_a))
    }

    /// No end of the relation is known, or it comes after the day of the decision.
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
            .and(self.referent())
    }

    /// Not having lived together is never "not met" by itself (WI H1, favourable policy).
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
