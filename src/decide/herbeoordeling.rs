//! The reassessment (WI H6): intrekking or beëindiging, voornemen and zienswijze before a besluit, the
//! effective date, the separate asylum decision.

use super::contradiction::not_after;
use super::findings::{Findings, View};
use super::known::Known;
use super::outcome::Ending;
use crate::case::model::{Fase, GrondId, Herbeoordeling, SoortVerblijfsrecht, Zienswijze};
use crate::diagnostic::{Code, Diagnostic};
use crate::law::date::Date;

const NOT_SINCE: &str = "stap.voldoet_niet_sinds";
const GRANTED: &str = "feiten.toegekend_op";

/// Intrekking when the conditions were never met, beëindiging when once met (WI H6); `None` while a
/// deciding fact is absent.
pub(super) fn ending(view: &View<'_>, step: &Herbeoordeling) -> Option<Ending> {
    let (since, granted) = step.voldoet_niet_sinds.zip(view.case.feiten.toegekend_op)?;
    Some(if since <= granted { Ending::Intrekking } else { Ending::Beeindiging })
}

/// The last voornemen: path of its date and the date.
pub(super) fn last_voornemen(step: &Herbeoordeling) -> Option<(&'static str, Date)> {
    match (&step.aanvullend_voornemen, &step.voornemen) {
        (Some(second), _) => Some(("stap.aanvullend_voornemen.datum", second.datum)),
        (None, Some(first)) => Some(("stap.voornemen.datum", first.datum)),
        (None, None) => None,
    }
}

/// The view on the last voornemen, with its path.
pub(super) fn last_zienswijze(step: &Herbeoordeling) -> Option<(&'static str, &Zienswijze)> {
    match &step.aanvullend_voornemen {
        Some(second) => second.zienswijze.as_ref().map(|z| ("stap.aanvullend_voornemen.zienswijze", z)),
        None => step.zienswijze.as_ref().map(|z| ("stap.zienswijze", z)),
    }
}

/// Step 1: dates of the procedure that cannot stand together.
pub(super) fn date_contradictions(view: &View<'_>, step: &Herbeoordeling, findings: &mut Findings) {
    let decided = (view.case.decision_day_path(), view.decision_day());
    let mut order = |first: Option<(&str, Date)>, second: Option<(&str, Date)>, message: &str| {
        if let Some((first, second)) = first.zip(second) {
            not_after(findings, first, second, "datum.volgorde", message);
        }
    };
    let granted = view.case.feiten.toegekend_op.map(|d| (GRANTED, d));
    let since = step.voldoet_niet_sinds.map(|d| (NOT_SINCE, d));
    let first = step.voornemen.as_ref().map(|v| ("stap.voornemen.datum", v.datum));
    let second = step.aanvullend_voornemen.as_ref().map(|v| ("stap.aanvullend_voornemen.datum", v.datum));
    let heard = step.gehoor.as_ref().map(|g| ("stap.gehoor.datum", g.datum));
    order(granted, Some(decided), "De bescherming is toegekend na de dag van dit besluit.");
    order(
        since,
        Some(decided),
        "De voorwaarden zouden pas na de dag van dit besluit niet meer zijn vervuld.",
    );
    order(first, Some(decided), "Het voornemen is bekendgemaakt na de dag van dit besluit.");
    order(second, Some(decided), "Het aanvullend voornemen is bekendgemaakt na de dag van dit besluit.");
    order(first, second, "Het aanvullend voornemen is eerder bekendgemaakt dan het voornemen.");
    order(heard, Some(decided), "Het gehoor vond plaats na de dag van dit besluit.");
    for (path, voornemen, view_on_it) in [
        ("stap.zienswijze.ontvangen", first, step.zienswijze.as_ref()),
        (
            "stap.aanvullend_voornemen.zienswijze.ontvangen",
            second,
            step.aanvullend_voornemen.as_ref().and_then(|a| a.zienswijze.as_ref()),
        ),
    ] {
        let received = view_on_it.map(|z| (path, z.ontvangen));
        order(voornemen, received, "De zienswijze is ontvangen vóór het voornemen waarover zij gaat.");
        order(received, Some(decided), "De zienswijze is ontvangen na de dag van dit besluit.");
    }
}

/// Step 2: no letter when the last zienswijze leads to another view, or when protection ended by law.
pub(super) fn no_letter(view: &View<'_>, step: &Herbeoordeling, findings: &mut Findings) -> bool {
    if step.fase != Fase::Voornemen
        && let Some((path, received)) = last_zienswijze(step)
        && received.leidt_tot_ander_oordeel == Some(true)
    {
        let fact = format!("{path}.leidt_tot_ander_oordeel");
        findings.trace.used("herbeoordeling.ander_oordeel", [fact.as_str()]);
        return true;
    }
    let ended = ended_by_law(view, step);
    if ended {
        findings.trace.used(
            "herbeoordeling.van_rechtswege_geeindigd",
            [
                "feiten.brp_inschrijving",
                "feiten.verblijfsrecht_oekraine.soort",
                "vreemdeling.nationaliteiten",
            ],
        );
    }
    ended
}

/// Third-country nationals with a temporary right who were registered before 19 July 2022: protection
/// ended on 4 March 2024 by law (WI H1), so there is nothing to withdraw.
///
/// The ground itself says that the person is a third-country national; an unknown nationality does not
/// contradict it.
fn ended_by_law(view: &View<'_>, step: &Herbeoordeling) -> bool {
    let facts = &view.case.feiten;
    let named = step.gronden.iter().any(|g| g.grond == GrondId::DerdelanderTijdelijkVerblijfsrecht);
    let temporary =
        facts.verblijfsrecht_oekraine.as_ref().is_some_and(|r| r.soort == SoortVerblijfsrecht::Tijdelijk);
    let early = facts.brp_inschrijving.zip(generous_until()).is_some_and(|(day, limit)| day < limit);
    named && temporary && early && view.person.third_country != Known::No
}

/// 19 July 2022: from then on no temporary permit holder falls under the RTB (Kamerstuk 19637, 2945).
pub(super) fn generous_until() -> Option<Date> {
    Date::from_ymd(2022, 7, 19)
}

/// Step 3: the letter must fit the phase and not come too early.
pub(super) fn letter_fits(view: &View<'_>, step: &Herbeoordeling, findings: &mut Findings) {
    match step.fase {
        Fase::Voornemen => {}
        Fase::AanvullendVoornemen => new_cause(step, findings),
        Fase::Besluit => {
            super::zienswijze::term_has_passed(view, step, findings);
            super::zienswijze::texts(step, findings);
        }
    }
    super::ingangsdatum::check(view, step, findings);
}

/// An aanvullend voornemen needs new statements at a hearing, or another cause (WI H6).
fn new_cause(step: &Herbeoordeling, findings: &mut Findings) {
    let heard = step.gehoor.as_ref();
    let cause = heard.is_some_and(|g| g.nieuwe_verklaringen == Some(true) || g.aanleiding.is_some());
    if cause {
        findings.trace.used(
            "herbeoordeling.aanvullend_voornemen",
            ["stap.gehoor.nieuwe_verklaringen", "stap.gehoor.aanleiding"],
        );
        return;
    }
    findings.refuse(
        Diagnostic::new(
            Code::LetterUnfit,
            "Een aanvullend voornemen vraagt een gehoor met nieuwe verklaringen of een andere aanleiding.",
            ["stap.fase", "stap.gehoor.nieuwe_verklaringen"],
        )
        .with_rule("herbeoordeling.aanvullend_voornemen")
        .with_hint("vul `gehoor` in met `nieuwe_verklaringen: true` of een `aanleiding`"),
    );
}

/// Step 4: the facts that make it an intrekking or a beëindiging.
pub(super) fn questions(view: &View<'_>, step: &Herbeoordeling, findings: &mut Findings) {
    if step.voldoet_niet_sinds.is_none() {
        findings.ask_fact(
            NOT_SINCE,
            "herbeoordeling.soort",
            "Sinds wanneer voldoet de vreemdeling niet aan de voorwaarden?",
        );
    }
    if view.case.feiten.toegekend_op.is_none() {
        findings.ask_fact(GRANTED, "herbeoordeling.soort", "Wanneer is de tijdelijke bescherming toegekend?");
    }
    if step.fase != Fase::Besluit {
        return;
    }
    if let Some((path, received)) = last_zienswijze(step)
        && received.leidt_tot_ander_oordeel.is_none()
    {
        findings.ask_fact(
            format!("{path}.leidt_tot_ander_oordeel"),
            "herbeoordeling.ander_oordeel",
            "Leidt de zienswijze tot een ander oordeel?",
        );
    }
    super::asielbesluit::questions(step, findings);
    super::zienswijze::calendar(view, step, findings);
}
