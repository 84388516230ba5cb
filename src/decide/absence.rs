//! A stay of over 28 days in Ukraine or the country of origin (WI H2, "Reismogelijkheden").
//!
//! Days are return minus departure; 28 is not over 28 (terms.md, a choice of this product). A stay
//! elsewhere is no ground.

use super::contradiction::not_after;
use super::findings::View;
use super::ground_facts::Desk;
use super::known::Known;
use crate::case::country::{Country, Nationality};
use crate::case::model::VerblijfBuitenNederland;
use crate::law::date::Date;

/// More days than this are a ground.
const DAYS_ALLOWED: i64 = 28;
const STAY: &str = "feiten.verblijf_buiten_nederland";
const LAND: &str = "feiten.verblijf_buiten_nederland.land";
const FROM: &str = "feiten.verblijf_buiten_nederland.van";
const UNTIL: &str = "feiten.verblijf_buiten_nederland.tot";

/// The facts that both grounds of absence read.
pub(super) const PATHS: &[&str] = &[FROM, UNTIL, LAND, "vreemdeling.nationaliteiten"];

/// Days away: return (or, still away, the day of the step) minus departure; none before departure.
fn days(view: &View<'_>, stay: &VerblijfBuitenNederland) -> i64 {
    stay.tot.unwrap_or_else(|| view.case.stap.datum()).days_since(stay.van).max(0)
}

/// Checks a ground of absence: of a beëindiging (`ending`), where the country decides and Ukraine counts, or
/// of a weigering after earlier protection, where only the country of origin counts.
pub(super) fn check(desk: &mut Desk<'_, '_>, ending: bool) {
    let view = desk.view;
    let Some(stay) = &view.case.feiten.verblijf_buiten_nederland else {
        return desk.need(STAY, "Van wanneer tot wanneer en in welk land verbleef de vreemdeling?");
    };
    if stay.tot.is_none() {
        desk.reads("stap.datum");
    }
    happened(desk, stay);
    let days = days(view, stay);
    if days <= DAYS_ALLOWED {
        let end = if stay.tot.is_some() { UNTIL } else { "stap.datum" };
        desk.contradict_with(
            &format!("Het verblijf duurde {days} dagen; de grond vraagt meer dan {DAYS_ALLOWED} dagen."),
            &[FROM, end],
            format!("van {} tot {}", stay.van.dutch(), view_end(view, stay)),
        );
    }
    match stay.land {
        None if ending => desk.need(LAND, "In welk land verbleef de vreemdeling?"),
        None => {}
        Some(land) if is_return(view, land, ending) == Known::No => desk.contradict_with(
            if ending {
                "Het verblijf was niet in Oekraïne, en ook niet in het land van herkomst van een niet-Oekraïner."
            } else {
                "Het verblijf was niet in het land van herkomst."
            },
            &[LAND, "vreemdeling.nationaliteiten"],
            format!("verblijf in {}", land.dutch_name_with_article()),
        ),
        Some(_) => {}
    }
}

/// What has not happened on the day of the decision cannot count: who is still away has no `tot`.
fn happened(desk: &mut Desk<'_, '_>, stay: &VerblijfBuitenNederland) {
    let decided = (desk.view.case.decision_day_path(), desk.view.decision_day());
    let mut order = |path: &str, day: Date, message: &str| {
        not_after(desk.findings, (path, day), decided, "datum.verblijf_buiten_nederland", message);
    };
    order(FROM, stay.van, "Het verblijf buiten Nederland begint na de dag van het besluit.");
    if let Some(until) = stay.tot {
        order(UNTIL, until, "Het verblijf buiten Nederland eindigt na de dag van het besluit.");
    }
}

fn view_end(view: &View<'_>, stay: &VerblijfBuitenNederland) -> String {
    match stay.tot {
        Some(until) => until.dutch(),
        None => format!("{} (nog weg op de dag van de stap)", view.case.stap.datum().dutch()),
    }
}

/// "Naar Oekraïne of land van herkomst (ingeval van een niet-Oekraïner)": Ukraine counts for everyone
/// who loses protection, the country of origin for who is no Ukrainian. Of a stateless person or an
/// unknown nationality the country of origin is not known.
fn is_return(view: &View<'_>, land: Country, ukraine_counts: bool) -> Known {
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
