//! Each of the ten letters: the days that it names, and what it must not say.

use super::people::*;
use super::{Gap, filled, gap, lacks, shows};
use crate::case::model::*;
use crate::decide::outcome::{Ending, LetterKind, LetterPlan};
use crate::law::term::TermKind;
use crate::letter::context::registry::{GRONDEN, find};

fn refusal(mut change: impl FnMut(&mut LetterPlan)) -> LetterPlan {
    let mut plan = plan(LetterKind::Weigeringsbesluit, vec![term(TermKind::Bezwaar, 4)]);
    change(&mut plan);
    plan
}

fn stamp() -> Vec<Grond> {
    vec![ground(GrondId::Inreisstempel)]
}

#[test]
fn a_refusal_at_the_stickerlocatie() {
    let case = case(Stap::Stickerlocatie(sticker(stamp())));
    let plan = refusal(|p| {
        p.terms.push(term(TermKind::MeldenTerApel, 2));
        (p.ter_apel, p.m35h) = (true, true);
    });
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
    assert_eq!(gap(&case, &refusal(|p| p.terms.clear())), Gap("termijn.bezwaar"));
    assert_eq!(gap(&case, &refusal(|p| p.ter_apel = true)), Gap("termijn.melden_ter_apel"));
    let other = plan(LetterKind::Opschortingsbrief, Vec::new());
    assert_eq!(gap(&case, &other), Gap("stap.opschorting"));
}

#[test]
fn a_refusal_after_triage_with_a_return_decision() {
    let case = case(Stap::Triage(triage(stamp())));
    let plan = refusal(|p| {
        p.terugkeerbesluit = return_to("NGA", false);
        p.terms.push(term(TermKind::Vertrek, 4));
    });
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
        filled(
            &case,
            &refusal(|p| {
                p.terugkeerbesluit = return_to(code, false);
                p.terms.push(term(TermKind::Vertrek, 4));
            }),
        )
    };
    shows(&to("NGA"), "ook_geldig_in", "ISL, LIE, NOR en CHE");
    shows(&to("CHE"), "ook_geldig_in", "ISL, LIE en NOR");
}

#[test]
fn leaving_at_once_needs_its_reason_and_has_no_last_day() {
    let plan = refusal(|p| p.terugkeerbesluit = return_to("NGA", true));
    let mut step = triage(stamp());
    assert_eq!(gap(&case(Stap::Triage(step.clone())), &plan), Gap("stap.vertrektermijn.motivering"));
    step.terugkeer.vertrektermijn = Some(Vertrektermijn { weken: 0, motivering: Some(prose("Reden.")) });
    let letter = filled(&case(Stap::Triage(step)), &plan);
    shows(&letter, "vertrek_motivering", "Reden.");
    lacks(&letter, "vertrek_uiterlijk");
    lacks(&letter, "vertrek_termijn");
}

#[test]
fn a_refusal_at_the_border() {
    let case = case(Stap::Grens(Grens {
        datum: day("2026-11-20"),
        doorlaatpost: line("Schiphol"),
        beroep_op_rtb: Some(true),
        asielaanvraag: Some(true),
        doorverwijzing: Some(Doorverwijzing::Geen),
        gronden: stamp(),
        eerste_beroep: None,
        gezinsband_aannemelijk: None,
    }));
    let letter = filled(&case, &refusal(|p| p.awaiting_only_rtb = true));
    shows(&letter, "doorlaatpost", "Schiphol");
    lacks(&letter, "stickerlocatie");
    shows(&letter, "alleen_tijdelijke_bescherming", "true");
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
    let suspended = plan(LetterKind::Opschortingsbrief, Vec::new());
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
fn a_voornemen() {
    let plan = plan(LetterKind::VoornemenBeeindiging, vec![term(TermKind::Zienswijze, 4)]);
    let case = reassessed(reassessment(Fase::Voornemen, vec![ground(GrondId::Fraude)]));
    let letter = filled(&case, &plan);
    shows(&letter, "toegekend_op", "1 februari 2024");
    shows(&letter, "voldoet_niet_sinds", "3 februari 2026");
    shows(&letter, "melding_van", "de gemeente Utrecht");
    shows(&letter, "zienswijze_uiterlijk", "vrijdag 18 december 2026");
    lacks(&letter, "beoogde_ingangsdatum");
    let mut step = reassessment(Fase::Voornemen, vec![ground(GrondId::Fraude)]);
    step.ingangsdatum = Some(day("2026-02-03"));
    shows(&filled(&reassessed(step), &plan), "beoogde_ingangsdatum", "3 februari 2026");
}

#[test]
fn an_aanvullend_voornemen_tells_of_the_hearing() {
    let mut plan = plan(LetterKind::AanvullendVoornemen, vec![term(TermKind::Zienswijze, 4)]);
    let mut step = reassessment(Fase::AanvullendVoornemen, vec![ground(GrondId::Fraude)]);
    assert_eq!(gap(&reassessed(step.clone()), &plan), Gap("stap.gehoor"));
    step.gehoor = Some(Gehoor {
        datum: day("2026-11-05"),
        nieuwe_verklaringen: Some(true),
        aanleiding: None,
        samenvatting: None,
    });
    let letter = filled(&reassessed(step.clone()), &plan);
    shows(&letter, "gehoor_datum", "5 november 2026");
    shows(&letter, "intrekking", "false");
    plan.ending = Some(Ending::Intrekking);
    shows(&filled(&reassessed(step), &plan), "intrekking", "true");
}

#[test]
fn a_decision_that_ends_protection() {
    let mut plan = plan(LetterKind::Intrekkingsbesluit, vec![term(TermKind::BeroepKort, 1)]);
    let mut step = reassessment(Fase::Besluit, vec![ground(GrondId::Fraude)]);
    assert_eq!(gap(&reassessed(step.clone()), &plan), Gap("stap.ingangsdatum"));
    plan.ingangsdatum = Some(day("2026-11-20"));
    let letter = filled(&reassessed(step.clone()), &plan);
    shows(&letter, "beroep_kort", "true");
    shows(&letter, "beroep_termijn", "1 week");
    shows(&letter, "beroep_uiterlijk", "vrijdag 27 november 2026");
    lacks(&letter, "zienswijze_ontvangen");
    lacks(&letter, "asielbesluit_kenmerk");
    lacks(&letter, "land_van_terugkeer");
    step.zienswijze = Some(Zienswijze {
        ontvangen: day("2026-10-30"),
        samenvatting: Some(prose("U woont hier.")),
        reactie: None,
        leidt_tot_ander_oordeel: Some(false),
    });
    assert_eq!(gap(&reassessed(step.clone()), &plan), Gap("stap.zienswijze.reactie"));
    step.zienswijze.as_mut().unwrap().reactie = Some(prose("Dat verandert niets."));
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
fn lifting_names_the_measure_of_the_plan() {
    let mut step = sticker(Vec::new());
    step.uitkomst = UitkomstStickerlocatie::Toekenning;
    let mut case = case(Stap::Stickerlocatie(step));
    let measure = |soort, kenmerk: Option<&str>| Maatregel {
        soort,
        opgelegd_door: country("NLD"),
        datum: Some(day("2020-06-15")),
        kenmerk: kenmerk.map(line),
    };
    case.feiten.maatregelen = vec![
        measure(SoortMaatregel::InreisverbodLicht, None),
        measure(SoortMaatregel::InreisverbodZwaar, Some("Z1-1")),
    ];
    let mut lifted = plan(LetterKind::OpheffingInreisverbod, vec![term(TermKind::Beroep, 4)]);
    assert_eq!(gap(&case, &lifted), Gap("feiten.maatregelen"));
    lifted.measure = Some(1);
    let letter = filled(&case, &lifted);
    assert_eq!(letter.index, Some(1));
    shows(&letter, "zwaar", "true");
    shows(&letter, "maatregel_kenmerk", "Z1-1");
    shows(&letter, "rtb_tot", "4 maart 2027");
    shows(&letter, "beroep_kort", "false");
    lifted.measure = Some(0);
    shows(&filled(&case, &lifted), "zwaar", "false");
    lacks(&filled(&case, &lifted), "maatregel_kenmerk");
    lifted.measure = Some(2);
    assert_eq!(gap(&case, &lifted), Gap("feiten.maatregelen"));
    let mut declared = plan(LetterKind::OpheffingOngewenstverklaring, vec![term(TermKind::Bezwaar, 4)]);
    (declared.measure, declared.suspended_return_decision) = (Some(1), true);
    shows(&filled(&case, &declared), "terugkeerbesluit_opgeschort", "true");
}

#[test]
fn not_reported_has_two_remedies() {
    let terms = vec![term(TermKind::Bezwaar, 4), term(TermKind::BeroepKort, 1)];
    let plan = plan(LetterKind::Buitenbehandelingstelling, terms);
    let step = NietGemeld { datum: day("2026-11-20"), terugkeer: TerugkeerFeiten::default() };
    let mut case = case(Stap::NietGemeld(step));
    assert_eq!(gap(&case, &plan), Gap("feiten.brp_inschrijving"));
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
        assert!(find(&format!("{}.md", kind.id())).is_some_and(|t| t.is_letter), "{}", kind.id());
    }
}
