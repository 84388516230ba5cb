//! What a plan holds for the words of a letter: the stay as counted, the measure that is lifted, the effective
//! date, the place of a refusal, the first day of a suspension.

use super::{Zaak, findings, letters};
use crate::case::country::Country;
use crate::decide::letter_plan::{Letter, LetterPlan, LiftedBan, RefusalPlace, StayAbroad};
use crate::law::date::Date;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn planned(zaak: &Zaak) -> Vec<LetterPlan> {
    let decision = zaak.decide();
    assert!(!letters(&decision).is_empty(), "{:?}", findings(&decision));
    letters(&decision).to_vec()
}

#[test]
fn a_stay_is_counted_from_departure_to_return() {
    let stay = |days: &str| {
        let facts = format!("verblijf_buiten_nederland: {{van: 2026-10-05{days}}}");
        planned(&Zaak::reassessed("fase: voornemen").facts(&facts))[0].stay_abroad
    };
    let from = date("2026-10-05");
    let ukraine = Some(Country::UKRAINE);
    let back = StayAbroad { from, until: Some(date("2026-11-04")), country: ukraine, days: 30 };
    assert_eq!(stay(", tot: 2026-11-04, land: UKR"), Some(back));
    let away = StayAbroad { from, until: None, country: ukraine, days: 46 };
    assert_eq!(stay(", land: UKR"), Some(away), "to the day of the step");
    assert_eq!(stay(""), Some(StayAbroad { country: None, ..away }));
    assert_eq!(planned(&Zaak::reassessed("fase: voornemen"))[0].stay_abroad, None);
}

#[test]
fn a_lifted_measure_keeps_its_place_in_the_file() {
    let bans = |measures: &str| -> Vec<LiftedBan> {
        let heavy = if measures.contains("zwaar") { ", motivering_opheffing: Lang geleden." } else { "" };
        let letters = planned(&Zaak::granted_to_refugee(heavy).facts(&format!("maatregelen: [{measures}]")));
        let bans = letters.into_iter().map(|plan| match plan.letter {
            Letter::OpheffingInreisverbod(ban) => ban,
            other => panic!("no entry ban: {other:?}"),
        });
        bans.collect()
    };
    let light = "{soort: inreisverbod_licht, opgelegd_door: NLD}";
    let heavy = "{soort: inreisverbod_zwaar, opgelegd_door: NLD, datum: 2020-06-15, kenmerk: Z1-1}";
    let found = bans(&format!("{light}, {heavy}"));
    let places: Vec<(usize, bool)> = found.iter().map(|ban| (ban.lifted.item, ban.heavy)).collect();
    assert_eq!(places, [(0, false), (1, true)]);
    assert_eq!(found[1].lifted.measure.datum, Some(date("2020-06-15")));
    assert_eq!(found[1].lifted.measure.kenmerk.as_ref().map(ToString::to_string).as_deref(), Some("Z1-1"));
    assert_eq!(found[1].rtb_until, Some(date("2027-03-04")));
    assert!(!found[1].lifted.suspended_return_decision);
    let beside = bans(&format!("{heavy}, {{soort: terugkeerbesluit, opgelegd_door: NLD}}"));
    assert_eq!(beside.len(), 1, "a return decision alone has no letter");
    assert!(beside[0].lifted.suspended_return_decision);
}

#[test]
fn a_voornemen_names_an_effective_date_that_surely_lies_before_the_decision() {
    let intended = |more: &str| match &planned(&Zaak::reassessed(&format!("fase: voornemen{more}")))[0].letter
    {
        Letter::VoornemenIntrekking(intention) => intention.effective,
        other => panic!("no voornemen: {other:?}"),
    };
    assert_eq!(intended(""), None);
    assert_eq!(intended(", ingangsdatum: 2024-02-03"), Some(date("2024-02-03")));
}

#[test]
fn a_refusal_names_the_place_of_its_step() {
    let place = |zaak: &Zaak| super::refusal(&zaak.decide()).place.clone();
    let named = |found: RefusalPlace| match found {
        RefusalPlace::Stickerlocatie(name) => format!("stickerlocatie {name}"),
        RefusalPlace::Gemeente(name) => format!("gemeente {name}"),
        RefusalPlace::Doorlaatpost { name, .. } => format!("doorlaatpost {name}"),
    };
    assert_eq!(named(place(&Zaak::refused_on("inreisstempel"))), "stickerlocatie Amersfoort");
    let known = "asielwens: true, andere_verblijfsgrond: false, terugkeerbeletsel: false";
    assert_eq!(named(place(&Zaak::triage(known))), "gemeente Westland");
    let border = "{soort: grens, datum: 2026-11-20, doorlaatpost: Schiphol, beroep_op_rtb: true, asielaanvraag: false, \
                  doorverwijzing: geen, gronden: [{grond: inreisstempel, motivering: Zo is het.}]}";
    assert_eq!(named(place(&Zaak::new(border))), "doorlaatpost Schiphol");
}

#[test]
fn a_suspension_begins_the_day_after_bekendmaking() {
    let step = "{soort: stickerlocatie, datum: 2026-11-20, locatie: Amersfoort, uitkomst: nader_onderzoek, \
                opschorting: {grond: informatie_buitenland, instantie: Interpol, motivering: Zo is het.}}";
    let planned = planned(&Zaak::new(step).made_known("2026-11-30"));
    let Letter::Opschortingsbrief(suspension) = &planned[0].letter else { panic!("no suspension") };
    assert_eq!(suspension.from, date("2026-12-01"));
}
