//! A stay outside the Netherlands (WI H2, "Reismogelijkheden"): how long it was, and whether it was in a
//! country that counts. Two grounds rest on it.
//!
//! The days are those from departure to return (docs/spec/terms.md, a choice of this product). A stay in
//! another country is no ground.

use super::case_view::CaseView;
use super::ground::GroundCheck;
use super::known::Known;
use super::letter_plan::StayAbroad;
use crate::case::country::{Country, Nationality};
use crate::case::model::{Feiten, Stap, VerblijfBuitenNederland, Vreemdeling};
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::words::{Fact, Judgement, Rule};

/// The facts that both grounds of absence read.
pub(super) const READS: &[Fact] = &[
    VerblijfBuitenNederland::van,
    VerblijfBuitenNederland::tot,
    VerblijfBuitenNederland::land,
    Vreemdeling::nationaliteiten,
];

/// The stay of the case with its days: to the return, or to the day of the step while the person is away. A
/// stay that begins after that day has 0 days. `None` while its first day is not known.
pub(super) fn counted(view: &CaseView<'_>) -> Option<StayAbroad> {
    let stay = view.case.feiten.verblijf_buiten_nederland.as_ref()?;
    let from = stay.van?;
    let days = stay.tot.unwrap_or_else(|| view.case.stap.day()).days_since(from);
    Some(StayAbroad {
        from,
        until: stay.tot,
        country: stay.land,
        days: u32::try_from(days).unwrap_or_default(),
    })
}

/// Whether the person stayed in the country of origin under protection, longer than is allowed.
pub(super) fn too_long_at_home_under_protection(view: &CaseView<'_>) -> bool {
    let Some((stay, granted)) = counted(view).zip(view.case.feiten.toegekend_op) else { return false };
    let at_home = stay.country.is_some_and(|land| is_return(view, land, false).is_yes());
    at_home && stay.from >= granted && stay.days > view.limits.days_away
}

/// The first day of absence that is one too many: `van` and one day more than are allowed. `None` where the stay was
/// not that long.
pub(super) fn too_long_from(view: &CaseView<'_>) -> Option<Date> {
    let stay = counted(view).filter(|stay| stay.days > view.limits.days_away)?;
    Some(stay.from.plus_days(view.limits.days_away).next())
}

/// Checks a ground of absence. With `ending` it is that of a beëindiging: Ukraine counts too. Without, it is that of a
/// weigering after earlier protection: only the country of origin counts. The letter names the country, so it is asked.
pub(super) fn check(check: &mut GroundCheck<'_, '_, '_>, ending: bool) {
    let view = check.view;
    let Some(stay) = counted(view) else {
        let question = "Van wanneer tot wanneer en in welk land verbleef de vreemdeling?";
        let absent = view.case.feiten.verblijf_buiten_nederland.is_none();
        let fact = if absent { Feiten::verblijf_buiten_nederland } else { VerblijfBuitenNederland::van };
        return check.need(fact, question);
    };
    if stay.until.is_none() {
        check.reads(Stap::datum);
    }
    if let Some(granted) = view.case.feiten.toegekend_op.filter(|granted| stay.from < *granted) {
        let message = format!("Het verblijf begon vóór de toekenning op {}.", granted.dutch());
        check.contradict(&message, &[VerblijfBuitenNederland::van, Feiten::toegekend_op]);
    }
    let short = stay.days <= view.limits.days_away;
    let of_law = stay.country.is_some_and(|land| is_return(view, land, false).is_yes())
        || (view.person.ukrainian.is_yes() && stay.country == Some(Country::UKRAINE));
    if short || !of_law {
        check.findings.used(Rule::VerblijfZonderArtikel, [VerblijfBuitenNederland::land]);
    }
    let (days, allowed) = (stay.days, view.limits.days_away);
    if days <= allowed {
        let end = if stay.until.is_some() { VerblijfBuitenNederland::tot } else { Stap::datum };
        check.contradict_policy(
            &format!("Het verblijf duurde {days} dagen; de grond vraagt meer dan {allowed} dagen."),
            &[VerblijfBuitenNederland::van, end],
            format!("van {} tot {}", stay.from.dutch(), end_in_words(view, &stay)),
        );
    }
    match stay.country {
        None => check.need(VerblijfBuitenNederland::land, "In welk land verbleef de vreemdeling?"),
        Some(land) if is_return(view, land, ending) == Known::No => check.contradict_policy(
            if ending {
                "Het verblijf was niet in Oekraïne, en ook niet in het land van herkomst van een niet-Oekraïner."
            } else {
                "Het verblijf was niet in het land van herkomst."
            },
            &[VerblijfBuitenNederland::land, Vreemdeling::nationaliteiten],
            format!("verblijf in {}", land.dutch_name_with_article()),
        ),
        Some(land) if land != Country::UKRAINE => {
            stateless_origin(check, VerblijfBuitenNederland::land);
            if ending && !view.person.stateless && is_return(view, land, ending) == Known::Unknown {
                let message = "De nationaliteit is onbekend. Is dit het land van herkomst?";
                let facts = [VerblijfBuitenNederland::land, Vreemdeling::nationaliteiten];
                check.judge(Judgement::NationalityUnknown, Code::NationalityUnknown, message, &facts);
            }
        }
        Some(_) => {}
    }
}

/// The country of origin of a stateless person is not known to the file: an officer decides.
pub(super) fn stateless_origin(check: &mut GroundCheck<'_, '_, '_>, fact: Fact) {
    if check.view.person.stateless {
        let message = if fact == VerblijfBuitenNederland::land {
            "De vreemdeling is staatloos. Is dit het land van herkomst?"
        } else {
            "De vreemdeling is staatloos. Ging de reis echt naar het land van herkomst?"
        };
        let facts = [fact, Vreemdeling::nationaliteiten];
        check.judge(Judgement::StatelessOrigin, Code::StatelessOrigin, message, &facts);
    }
}

fn end_in_words(view: &CaseView<'_>, stay: &StayAbroad) -> String {
    match stay.until {
        Some(until) => until.dutch(),
        None => format!("{} (nog weg op de dag van de stap)", view.case.stap.day().dutch()),
    }
}

/// Whether a stay in `land` counts as a return: "Naar Oekraïne of land van herkomst (ingeval van een
/// niet-Oekraïner)". Ukraine counts for everyone who loses protection, the country of origin for who is no
/// Ukrainian. The country of origin of who is stateless or of unknown nationality is not known.
fn is_return(view: &CaseView<'_>, land: Country, ukraine_counts: bool) -> Known {
    if ukraine_counts && land == Country::UKRAINE {
        return Known::Yes;
    }
    match view.person.ukrainian {
        Known::Yes => Known::No,
        Known::No => {
            let nationalities = &view.case.vreemdeling.nationaliteiten;
            let own = nationalities.contains(&Nationality::Of(land));
            let open = nationalities.iter().any(|n| !matches!(n, Nationality::Of(_)));
            if own {
                Known::Yes
            } else if open && land != Country::UKRAINE {
                Known::Unknown
            } else {
                Known::No
            }
        }
        Known::Unknown => Known::Unknown,
    }
}
