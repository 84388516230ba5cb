//! Tests the fields of the letters: the facts and days that each of them names, and what it must not say.

use super::people::*;
use super::{Gap, filled, gap, lacks, shows};
use crate::case::model::*;
use crate::decide::letter_plan::{
    Intention, Letter, LetterPlan, LiftedBan, LiftedMeasure, NotReported, Refusal, RefusalPlace, Suspension,
    TerApel, Unprocessed,
};
use crate::letter::context::registry::all;
use crate::letter::context::slots::GRONDEN;
use crate::words::{Ending, LetterKind, TermKind};

/// A refusal with more terms than the one for bezwaar.
fn with_terms(change: impl FnOnce(&mut Refusal), terms: &[(TermKind, u32)]) -> LetterPlan {
    let mut plan = refusal(change);
    plan.terms.extend(terms.iter().map(|(kind, weeks)| term(*kind, *weeks)));
    plan
}

/// A refusal after a triage that Westland asked for.
fn after_triage(refusal: &mut Refusal) {
    refusal.place = RefusalPlace::Gemeente(line("Westland"));
}

fn stamp() -> Vec<Grond> {
    vec![ground(GroundId::Inreisstempel)]
}

#[test]
fn a_refusal_at_the_stickerlocatie_names_its_place_and_its_last_days() {
    let case = case(Stap::Stickerlocatie(sticker(stamp())));
    let plan =
        with_terms(|p| (p.ter_apel, p.m35h) = (TerApel::WithinTerm, true), &[(TermKind::MeldenTerApel, 2)]);
    let letter = filled(&case, &plan);
    assert_eq!(letter.template, "weigeringsbesluit.md");
    assert_eq!(letter.slots[0].0, GRONDEN);
    shows(&letter, "stickerlocatie", "Amersfoort");
    lacks(&letter, "gemeente");
    lacks(&letter, "land_van_terugkeer");
    shows(&letter, "bekend_op", "20 november 2026");
    shows(&letter, "uitgereikt", "true");
    shows(&letter, "bezwaar_uiterlijk", "vrijdag 18 december 2026");
    shows(&letter, "bezwaar_termijn", "4 weken");
    shows(&letter, "ter_apel_uiterlijk", "vrijdag 4 december 2026");
    shows(&letter, "ter_apel_termijn", "2 weken");
    shows(&letter, "m35h", "true");
}

#[test]
fn a_term_that_the_letter_must_name_is_never_left_out() {
    let case = case(Stap::Stickerlocatie(sticker(stamp())));
    let without_terms = LetterPlan { terms: Vec::new(), ..refusal(|_| ()) };
    assert_eq!(gap(&case, &without_terms), Gap::Term(TermKind::Bezwaar));
    assert_eq!(
        gap(&case, &refusal(|p| p.ter_apel = TerApel::WithinTerm)),
        Gap::Term(TermKind::MeldenTerApel)
    );
    assert_eq!(gap(&case, &suspended()), Gap::Fact(Stickerlocatie::opschorting));
}

#[test]
fn a_gap_names_the_fact_or_the_term() {
    assert!(Gap::Fact(Grond::motivering).to_string().ends_with(": stap.gronden[].motivering"));
    assert!(Gap::Term(TermKind::Bezwaar).to_string().ends_with(": termijn.bezwaar"));
}

#[test]
fn a_refusal_after_triage_names_the_gemeente_and_the_return_decision() {
    let case = case(Stap::Triage(triage(stamp())));
    let returned = |p: &mut Refusal| {
        after_triage(p);
        p.return_decision = return_to("NGA", false);
    };
    let plan = with_terms(returned, &[(TermKind::Vertrek, 4)]);
    let letter = filled(&case, &plan);
    shows(&letter, "gemeente", "Westland");
    shows(&letter, "land_van_terugkeer", "Nigeria");
    shows(&letter, "vertrek_uiterlijk", "vrijdag 18 december 2026");
    lacks(&letter, "vertrek_motivering");
    lacks(&letter, "ter_apel_uiterlijk");
}

#[test]
fn a_return_decision_does_not_tell_to_leave_the_country_to_return_to() {
    let case = case(Stap::Triage(triage(stamp())));
    let to = |code: &'static str| {
        let returned = |p: &mut Refusal| {
            after_triage(p);
            p.return_decision = return_to(code, false);
        };
        filled(&case, &with_terms(returned, &[(TermKind::Vertrek, 4)]))
    };
    shows(&to("NGA"), "ook_geldig_in", "ISL, LIE, NOR en CHE");
    shows(&to("CHE"), "ook_geldig_in", "ISL, LIE en NOR");
}

#[test]
fn a_return_decision_without_departure_term_needs_a_reason_and_has_no_last_day() {
    let plan = refusal(|p| {
        after_triage(p);
        p.return_decision = return_to("NGA", true);
    });
    let mut step = triage(stamp());
    assert_eq!(gap(&case(Stap::Triage(step.clone())), &plan), Gap::Fact(Vertrektermijn::motivering));
    step.terugkeer.vertrektermijn = Some(Vertrektermijn {
        weken: 0,
        motivering: Some(prose("Reden.")),
        grond: Some(GrondVertrektermijn::A),
    });
    let letter = filled(&case(Stap::Triage(step)), &plan);
    shows(&letter, "vertrek_motivering", "Reden.");
    lacks(&letter, "vertrek_uiterlijk");
    lacks(&letter, "vertrek_termijn");
}

#[test]
fn a_refusal_at_the_border_names_the_border_crossing_point() {
    let case = case(Stap::Grens(Grens {
        datum: day("2026-11-20"),
        doorlaatpost: line("Schiphol"),
        beroep_op_rtb: Some(true),
        asielaanvraag: Some(true),
        doorverwijzing: Some(Doorverwijzing::Geen),
        gronden: stamp(),
        eerste_beroep: None,
        gezinsband_aannemelijk: None,
        oordelen: Oordelen::default(),
    }));
    let plan = refusal(|p| {
        p.place = RefusalPlace::Doorlaatpost { name: line("Schiphol"), asylum: true };
    });
    let letter = filled(&case, &plan);
    shows(&letter, "doorlaatpost", "Schiphol");
    lacks(&letter, "stickerlocatie");
    shows(&letter, "asiel_aan_de_grens", "true");
}

/// A suspension from the day after bekendmaking.
fn suspended() -> LetterPlan {
    plan(
        Letter::Opschortingsbrief(Suspension { from: day("2026-11-21"), supplement_until: None }),
        Vec::new(),
    )
}

#[test]
fn a_suspension_begins_the_day_after_bekendmaking() {
    let mut step = sticker(Vec::new());
    step.opschorting = Some(Opschorting {
        grond: Some(GrondOpschorting::InformatieBuitenland),
        instantie: Some(line("de Poolse justitiële autoriteiten")),
        strafmaatvergelijking: Some(true),
        motivering: Some(prose("Reden.")),
        ..Opschorting::default()
    });
    let suspended = suspended();
    let letter = filled(&case(Stap::Stickerlocatie(step.clone())), &suspended);
    shows(&letter, "opgeschort_vanaf", "21 november 2026");
    shows(&letter, "strafmaatvergelijking", "true");
    lacks(&letter, "gevraagd");
    assert!(letter.slots.is_empty());
    step.opschorting = Some(Opschorting {
        grond: Some(GrondOpschorting::Aanvulling),
        gevraagd: Some(prose("Het vonnis.")),
        uiterlijk: Some(day("2026-12-18")),
        motivering: Some(prose("Reden.")),
        ..Opschorting::default()
    });
    let letter = filled(&case(Stap::Stickerlocatie(step)), &suspended);
    shows(&letter, "aanvulling_uiterlijk", "vrijdag 18 december 2026");
    lacks(&letter, "instantie");
}

fn reassessed(step: Herbeoordeling) -> Case {
    let mut case = case(Stap::Herbeoordeling(Box::new(step)));
    case.feiten.toegekend_op = Some(day("2024-02-01"));
    case
}

#[test]
fn a_voornemen_names_the_grant_the_report_and_the_term_for_a_zienswijze() {
    let mut plan = plan(Letter::VoornemenBeeindiging(ENDING), vec![term(TermKind::Zienswijze, 4)]);
    let case = reassessed(reassessment(Fase::Voornemen, vec![ground(GroundId::Fraude)]));
    let letter = filled(&case, &plan);
    shows(&letter, "toegekend_op", "1 februari 2024");
    shows(&letter, "voldoet_niet_sinds", "3 februari 2026");
    shows(&letter, "melding_van", "de gemeente Utrecht");
    shows(&letter, "zienswijze_uiterlijk", "vrijdag 18 december 2026");
    lacks(&letter, "beoogde_ingangsdatum");
    plan.letter = Letter::VoornemenBeeindiging(Intention { effective: Some(day("2026-02-03")), ..ENDING });
    shows(&filled(&case, &plan), "beoogde_ingangsdatum", "3 februari 2026");
}

#[test]
fn an_aanvullend_voornemen_names_the_hearing() {
    let mut plan = plan(Letter::AanvullendVoornemen(ENDING), vec![term(TermKind::Zienswijze, 4)]);
    let mut step = reassessment(Fase::AanvullendVoornemen, vec![ground(GroundId::Fraude)]);
    assert_eq!(gap(&reassessed(step.clone()), &plan), Gap::Fact(Herbeoordeling::gehoor));
    step.gehoor = Some(Gehoor {
        datum: day("2026-11-05"),
        nieuwe_verklaringen: Some(true),
        aanleiding: None,
        samenvatting: None,
        geen_aanvullend_voornemen: None,
    });
    let letter = filled(&reassessed(step.clone()), &plan);
    shows(&letter, "gehoor_datum", "5 november 2026");
    shows(&letter, "intrekking", "false");
    plan.letter = Letter::AanvullendVoornemen(Intention { ending: Ending::Intrekking, ..ENDING });
    shows(&filled(&reassessed(step), &plan), "intrekking", "true");
}

#[test]
fn a_decision_that_ends_protection_answers_the_zienswijze() {
    let plan = plan(Letter::Intrekkingsbesluit(ending()), vec![term(TermKind::BeroepKort, 1)]);
    let mut step = reassessment(Fase::Besluit, vec![ground(GroundId::Fraude)]);
    let letter = filled(&reassessed(step.clone()), &plan);
    shows(&letter, "ingangsdatum", "20 november 2026");
    shows(&letter, "beroep_kort", "true");
    shows(&letter, "beroep_termijn", "1 week");
    shows(&letter, "beroep_uiterlijk", "vrijdag 27 november 2026");
    lacks(&letter, "zienswijze_ontvangen");
    lacks(&letter, "asielbesluit_kenmerk");
    lacks(&letter, "land_van_terugkeer");
    let received = |reactie: Option<&str>| {
        Some(ZienswijzeRecord::Received(Zienswijze {
            ontvangen: day("2026-10-30"),
            samenvatting: Some(prose("U woont hier.")),
            reactie: reactie.map(prose),
            leidt_tot_ander_oordeel: Some(false),
        }))
    };
    step.zienswijze = received(None);
    assert_eq!(gap(&reassessed(step.clone()), &plan), Gap::Fact(Zienswijze::reactie));
    step.zienswijze = received(Some("Dat verandert niets."));
    step.asielbesluit = Some(Asielbesluit::Taken {
        kenmerk: line("Z1-2"),
        datum: day("2026-11-20"),
        terugkeerbesluit: Some(true),
        inreisverbod: Some(true),
        signalering: Some(true),
    });
    let letter = filled(&reassessed(step.clone()), &plan);
    shows(&letter, "zienswijze_reactie", "Dat verandert niets.");
    shows(&letter, "asielbesluit_kenmerk", "Z1-2");
    step.asielbesluit = Some(Asielbesluit::Later { reden: Some(prose("Onderzoek.")) });
    lacks(&filled(&reassessed(step), &plan), "asielbesluit_kenmerk");
}

#[test]
fn a_letter_that_lifts_a_measure_names_the_measure_of_the_plan() {
    let mut step = sticker(Vec::new());
    step.uitkomst = UitkomstStickerlocatie::Toekenning;
    step.motivering_opheffing = Some(prose("Het is lang geleden."));
    let case = case(Stap::Stickerlocatie(step));
    let lifted = |soort, kenmerk: Option<&str>, item| LiftedMeasure {
        measure: Maatregel {
            soort,
            opgelegd_door: country("NLD"),
            datum: Some(day("2020-06-15")),
            kenmerk: kenmerk.map(line),
        },
        item,
        suspended_return_decision: false,
    };
    let ban = |lifted, heavy, rtb_until| {
        let ban = LiftedBan { lifted, heavy, rtb_until };
        filled(&case, &plan(Letter::OpheffingInreisverbod(ban), vec![term(TermKind::Beroep, 4)]))
    };
    let heavy = lifted(SoortMaatregel::InreisverbodZwaar, Some("Z1-1"), 1);
    let letter = ban(heavy, true, Some(day("2027-03-04")));
    assert_eq!(letter.index, Some(1));
    shows(&letter, "zwaar", "true");
    shows(&letter, "maatregel_datum", "15 juni 2020");
    shows(&letter, "maatregel_kenmerk", "Z1-1");
    shows(&letter, "rtb_tot", "4 maart 2027");
    shows(&letter, "beroep_kort", "false");
    shows(&letter, "terugkeerbesluit_opgeschort", "false");
    let light = ban(lifted(SoortMaatregel::InreisverbodLicht, None, 0), false, None);
    assert_eq!(light.index, Some(0));
    shows(&light, "zwaar", "false");
    lacks(&light, "maatregel_kenmerk");
    lacks(&light, "rtb_tot");
    let mut declared = lifted(SoortMaatregel::Ongewenstverklaring, None, 1);
    declared.suspended_return_decision = true;
    let declared = plan(Letter::OpheffingOngewenstverklaring(declared), vec![term(TermKind::Bezwaar, 4)]);
    shows(&filled(&case, &declared), "terugkeerbesluit_opgeschort", "true");
}

#[test]
fn a_buitenbehandelingstelling_names_two_remedies() {
    let terms = vec![term(TermKind::Bezwaar, 4), term(TermKind::BeroepKort, 1)];
    let plan = plan(
        Letter::Buitenbehandelingstelling(Unprocessed {
            reason: NotReported::NoAppointmentInTime(None),
            return_decision: None,
            revived: None,
        }),
        terms,
    );
    let step = NietGemeld {
        datum: day("2026-11-20"),
        herstel: None,
        terugkeer: TerugkeerFeiten::default(),
        oordelen: Oordelen::default(),
    };
    let mut case = case(Stap::NietGemeld(step));
    assert_eq!(gap(&case, &plan), Gap::Fact(Feiten::brp_inschrijving));
    case.feiten.brp_inschrijving = Some(day("2026-10-03"));
    let letter = filled(&case, &plan);
    shows(&letter, "brp_inschrijving", "3 oktober 2026");
    shows(&letter, "bezwaar_uiterlijk", "vrijdag 18 december 2026");
    shows(&letter, "beroep_uiterlijk", "vrijdag 27 november 2026");
    lacks(&letter, "afspraak_gemaakt_op");
}

#[test]
fn every_letter_has_a_registered_template() {
    for kind in LetterKind::ALL {
        let name = format!("{}.md", kind.id());
        let registered = all().into_iter().find(|t| t.template == name);
        assert!(registered.is_some_and(|t| t.is_letter), "{name}");
    }
}
