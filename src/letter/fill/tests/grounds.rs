//! Tests what each ground names, and that it names no fact that is not known.

use super::people::{
    ENDING, around, case, country, day, ground, line, of, plan, prose, reassessment, refusal, sticker, term,
};
use super::{Gap, filled, gap, lacks, shows};
use crate::case::country::{Country, Nationality};
use crate::case::model::*;
use crate::decide::letter_plan::{Letter, LetterPlan, PersonInLetter, StayAbroad};
use crate::letter::context::registry::all;
use crate::letter::context::slots::ONTBREKEND;
use crate::letter::fill::Filled;
use crate::letter::ground::fill_all;
use crate::words::TermKind;

fn refused() -> LetterPlan {
    refusal(|_| ())
}

fn with(ground: Grond, change: impl FnOnce(&mut Case)) -> Case {
    let mut case = case(Stap::Stickerlocatie(sticker(vec![ground])));
    change(&mut case);
    case
}

fn one(id: GroundId, change: impl FnOnce(&mut Case)) -> Filled {
    first(&with(ground(id), change), &refused())
}

/// The first ground of the letter.
fn first(case: &Case, plan: &LetterPlan) -> Filled {
    filled(case, plan).slots.into_iter().next().unwrap().1.into_iter().next().unwrap()
}

/// A stay in a country from Monday 5 October 2026.
fn stay(until: Option<&str>, country: Option<Country>, days: u32) -> Option<StayAbroad> {
    Some(StayAbroad { from: day("2026-10-05"), until: until.map(day), country, days })
}

#[test]
fn every_ground_has_its_template() {
    for id in GroundId::ALL {
        let mut given = ground(*id);
        given.ontbrekend = vec![line("bewijs van verblijf in Oekraïne op 23 februari 2022")];
        given.europees_criterium = Some(prose("Actueel."));
        given.evenredigheid = Some(prose("Evenredig."));
        given.strafmaatvergelijking = Some(prose("Vier jaar."));
        given.veroordeling = Some(Veroordeling {
            misdrijf: Some(line("mensenhandel")),
            onherroepelijk_op: Some(day("2025-01-02")),
            land: Some(country("POL")),
            straf: Some(line("vijf jaar gevangenisstraf")),
        });
        let case = with(given, |case| {
            case.vreemdeling.nationaliteiten = vec![of("POL")];
            case.feiten = Feiten {
                vertrek_uit_oekraine: Some(day("2021-03-02")),
                terugkeer_herkomstland: Some(day("2023-05-10")),
                asielstatus_elders: Some(country("POL")),
                bescherming_elders: Some(BeschermingElders { land: Some(country("POL")), sinds: None }),
                gezinsband: Some(Gezinsband { beeindigd_op: Some(day("2026-05-01")), ..Default::default() }),
                nareis: Some(Nareis { afstand_op: Some(day("2026-10-01")), kenmerk: None }),
                ..Feiten::default()
            };
        });
        let plan = LetterPlan { stay_abroad: stay(None, Some(Country::UKRAINE), 46), ..refused() };
        let filled = fill_all(&case, &plan, &around()).unwrap();
        let name = format!("grounds/{}.md", id.word());
        assert_eq!(filled[0].template, name);
        let registered = all().into_iter().find(|t| t.template == name);
        assert_eq!(registered.map(|t| t.fields), Some(filled[0].fields), "{name}");
        assert_eq!(filled[0].index, Some(0));
    }
}

#[test]
fn the_motivering_keeps_its_paragraphs_and_is_required() {
    let filled = one(GroundId::Inreisstempel, |_| ());
    shows(&filled, "motivering", "Wij hebben uw paspoort bekeken.\n\nDaarin staan twee stempels.");
    let without = Grond { motivering: None, ..ground(GroundId::Inreisstempel) };
    assert_eq!(gap(&with(without, |_| ()), &refused()), Gap::Fact(Grond::motivering));
}

#[test]
fn what_is_missing_is_a_list() {
    let mut given = ground(GroundId::VoorwaardenNietAangetoond);
    assert_eq!(gap(&with(given.clone(), |_| ()), &refused()), Gap::Fact(Grond::ontbrekend));
    given.ontbrekend = vec![line("een huurcontract"), line("een huwelijksakte")];
    let letter = filled(&with(given, |_| ()), &refused());
    let (slot, items) = &letter.slots[0].1[0].slots[0];
    assert_eq!((*slot, items.len()), (ONTBREKEND, 2));
    shows(&items[1], "tekst", "een huwelijksakte");
}

#[test]
fn nationalities_are_named_as_far_as_they_are_known() {
    let names = |nationalities: Vec<Nationality>, stateless| {
        let case = with(ground(GroundId::DerdelanderTijdelijkVerblijfsrecht), |c| {
            c.vreemdeling.nationaliteiten = nationalities;
        });
        let mut plan = refused();
        plan.person.stateless = stateless;
        first(&case, &plan)
    };
    shows(&names(vec![of("NGA"), of("GHA")], false), "nationaliteit_van", "Nigeria en GHA");
    let stateless = names(vec![Nationality::Stateless], true);
    lacks(&stateless, "nationaliteit_van");
    shows(&stateless, "staatloos", "true");
    let unknown = names(vec![Nationality::Unknown], false);
    lacks(&unknown, "nationaliteit_van");
    shows(&unknown, "staatloos", "false");
    let eu = one(GroundId::EuNationaliteit, |c| c.vreemdeling.nationaliteiten = vec![of("UKR"), of("POL")]);
    shows(&eu, "eu_landen", "Polen");
    let unnamed =
        one(GroundId::EuNationaliteit, |c| c.vreemdeling.nationaliteiten = vec![Nationality::Unknown]);
    lacks(&unnamed, "eu_landen");
}

/// The ground of a stay of more than 28 days, for this stay and with a change in what is known of the person.
fn away(stay: Option<StayAbroad>, change: impl FnOnce(&mut PersonInLetter)) -> Filled {
    let step = reassessment(Fase::Voornemen, vec![ground(GroundId::LangerDan28DagenBuitenNederland)]);
    let case = case(Stap::Herbeoordeling(Box::new(step)));
    let terms = vec![term(TermKind::Zienswijze, 4)];
    let mut plan = LetterPlan { stay_abroad: stay, ..plan(Letter::VoornemenBeeindiging(ENDING), terms) };
    change(&mut plan.person);
    fill_all(&case, &plan, &around()).unwrap().remove(0)
}

#[test]
fn a_stay_is_named_as_the_plan_counts_it() {
    let back = away(stay(Some("2026-11-04"), Some(Country::UKRAINE), 30), |_| ());
    shows(&back, "weg_vanaf", "5 oktober 2026");
    shows(&back, "weg_tot", "4 november 2026");
    shows(&back, "land", "Oekraïne");
    shows(&back, "dagen", "30 dagen");
    let still_away = away(stay(None, Some(Country::UKRAINE), 46), |_| ());
    lacks(&still_away, "weg_tot");
    shows(&still_away, "peildag", "20 november 2026");
    shows(&still_away, "dagen", "46 dagen");
}

#[test]
fn a_ukrainian_can_get_protection_again_and_a_derdelander_in_the_country_of_origin_cannot() {
    let both = |land, ukrainian, third_country| {
        let filled = away(stay(None, Some(country(land)), 46), |person| {
            (person.ukrainian, person.third_country) = (ukrainian, third_country);
        });
        (super::text(&filled, "oekrainer").unwrap(), super::text(&filled, "in_herkomstland").unwrap())
    };
    let words = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(both("NGA", true, false), words("true", "false"));
    assert_eq!(both("NGA", false, true), words("false", "true"));
    assert_eq!(both("NGA", false, false), words("false", "false"));
    // For a derdelander Ukraine is not the country of origin, which the WI presumes to be safe after such a stay.
    assert_eq!(both("UKR", false, true), words("false", "false"));
}

#[test]
fn a_stay_in_a_country_that_the_case_does_not_name_is_a_gap() {
    let case = with(ground(GroundId::DerdelanderLangerDan28DagenTeruggekeerd), |_| ());
    let plan = LetterPlan { stay_abroad: stay(None, None, 46), ..refused() };
    assert_eq!(gap(&case, &plan), Gap::Fact(VerblijfBuitenNederland::land));
    assert_eq!(gap(&case, &refused()), Gap::Fact(Feiten::verblijf_buiten_nederland));
}

#[test]
fn a_comparison_of_sentences_is_named_only_for_a_conviction_abroad() {
    let convicted = |land: &str| {
        let mut given = ground(GroundId::OpenbareOrde);
        given.europees_criterium = Some(prose("Actueel."));
        given.evenredigheid = Some(prose("Evenredig."));
        given.strafmaatvergelijking = Some(prose("Vier jaar."));
        given.veroordeling = Some(Veroordeling {
            misdrijf: Some(line("mensenhandel")),
            onherroepelijk_op: Some(day("2025-01-02")),
            land: Some(country(land)),
            straf: Some(line("vijf jaar gevangenisstraf")),
        });
        first(&with(given, |_| ()), &refused())
    };
    shows(&convicted("POL"), "strafmaatvergelijking", "Vier jaar.");
    shows(&convicted("POL"), "onherroepelijk_op", "2 januari 2025");
    lacks(&convicted("NLD"), "strafmaatvergelijking");
}

#[test]
fn the_ground_geen_gezinslid_knows_the_parent_of_a_protected_child() {
    let tie = |relatie, valt_onder_a| {
        one(GroundId::GeenGezinslid, |c| {
            let referent = Some(Referent { v_nummer: None, valt_onder_a });
            c.feiten.gezinsband = Some(Gezinsband { relatie: Some(relatie), referent, ..Default::default() });
        })
    };
    shows(&tie(Relatie::OuderVanKind, Some(true)), "ouder_van_kind", "true");
    shows(&tie(Relatie::OuderVanKind, None), "ouder_van_kind", "false");
    shows(&tie(Relatie::AnderFamilielid, Some(true)), "ouder_van_kind", "false");
}
