//! What each ground names, and that it names nothing that it does not know.

use super::people::{around, case, country, day, ground, line, of, plan, prose, reassessment, sticker, term};
use super::{Gap, filled, gap, lacks, shows};
use crate::case::country::{Country, Nationality};
use crate::case::model::*;
use crate::decide::outcome::{LetterKind, LetterPlan};
use crate::law::term::TermKind;
use crate::letter::context::registry::{ONTBREKEND, find};
use crate::letter::fill::{Filled, grounds};

fn refusal() -> LetterPlan {
    plan(LetterKind::Weigeringsbesluit, vec![term(TermKind::Bezwaar, 4)])
}

fn with(ground: Grond, change: impl FnOnce(&mut Case)) -> Case {
    let mut case = case(Stap::Stickerlocatie(sticker(vec![ground])));
    change(&mut case);
    case
}

fn one(id: GrondId, change: impl FnOnce(&mut Case)) -> Filled {
    let letter = filled(&with(ground(id), change), &refusal());
    letter.slots.into_iter().next().unwrap().1.into_iter().next().unwrap()
}

#[test]
fn every_ground_has_its_template() {
    for id in GrondId::ALL {
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
                bescherming_elders: Some(BeschermingElders { land: country("POL"), sinds: None }),
                gezinsband: Some(Gezinsband { beeindigd_op: Some(day("2026-05-01")), ..Default::default() }),
                nareis: Some(Nareis { afstand_op: day("2026-10-01"), kenmerk: None }),
                verblijf_buiten_nederland: Some(VerblijfBuitenNederland {
                    van: day("2026-01-05"),
                    tot: None,
                    land: Some(Country::UKRAINE),
                }),
                ..Feiten::default()
            };
        });
        let all = grounds::all(&case, &around()).unwrap();
        let name = format!("grounds/{}.md", id.word());
        assert_eq!(all[0].template, name);
        assert_eq!(find(&name).map(|t| t.fields), Some(all[0].fields), "{name}");
        assert_eq!(all[0].index, Some(0));
    }
}

#[test]
fn motivation_keeps_its_paragraphs_and_is_required() {
    let filled = one(GrondId::Inreisstempel, |_| ());
    shows(&filled, "motivering", "Wij hebben uw paspoort bekeken.\n\nDaarin staan twee stempels.");
    let without = Grond { motivering: None, ..ground(GrondId::Inreisstempel) };
    assert_eq!(gap(&with(without, |_| ()), &refusal()), Gap("stap.gronden[].motivering"));
}

#[test]
fn what_is_missing_is_a_list() {
    let mut given = ground(GrondId::VoorwaardenNietAangetoond);
    assert_eq!(gap(&with(given.clone(), |_| ()), &refusal()), Gap("stap.gronden[].ontbrekend"));
    given.ontbrekend = vec![line("een huurcontract"), line("een huwelijksakte")];
    let letter = filled(&with(given, |_| ()), &refusal());
    let (slot, items) = &letter.slots[0].1[0].slots[0];
    assert_eq!((*slot, items.len()), (ONTBREKEND, 2));
    shows(&items[1], "tekst", "een huwelijksakte");
}

#[test]
fn nationalities() {
    let names = |nationalities: Vec<Nationality>| {
        one(GrondId::DerdelanderTijdelijkVerblijfsrecht, |c| c.vreemdeling.nationaliteiten = nationalities)
    };
    shows(&names(vec![of("NGA"), of("GHA")]), "nationaliteit_van", "Nigeria en GHA");
    let stateless = names(vec![Nationality::Stateless]);
    lacks(&stateless, "nationaliteit_van");
    shows(&stateless, "staatloos", "true");
    let unknown = names(vec![Nationality::Unknown]);
    lacks(&unknown, "nationaliteit_van");
    shows(&unknown, "staatloos", "false");
    let eu = one(GrondId::EuNationaliteit, |c| c.vreemdeling.nationaliteiten = vec![of("UKR"), of("POL")]);
    shows(&eu, "eu_landen", "Polen");
    let unnamed =
        one(GrondId::EuNationaliteit, |c| c.vreemdeling.nationaliteiten = vec![Nationality::Unknown]);
    lacks(&unnamed, "eu_landen");
}

fn away(tot: Option<&str>, nationalities: Vec<Nationality>) -> Filled {
    away_to("UKR", tot, nationalities)
}

fn away_to(land: &str, tot: Option<&str>, nationalities: Vec<Nationality>) -> Filled {
    let step = reassessment(Fase::Voornemen, vec![ground(GrondId::LangerDan28DagenBuitenNederland)]);
    let mut case = case(Stap::Herbeoordeling(Box::new(step)));
    case.vreemdeling.nationaliteiten = nationalities;
    case.feiten.verblijf_buiten_nederland = Some(VerblijfBuitenNederland {
        van: day("2026-10-05"),
        tot: tot.map(day),
        land: Some(country(land)),
    });
    grounds::all(&case, &around()).unwrap().remove(0)
}

#[test]
fn a_stay_is_counted_from_departure_to_return() {
    let back = away(Some("2026-11-04"), vec![of("UKR")]);
    shows(&back, "weg_tot", "4 november 2026");
    shows(&back, "dagen", "30 dagen");
    let still_away = away(None, vec![of("UKR")]);
    lacks(&still_away, "weg_tot");
    shows(&still_away, "peildag", "20 november 2026");
    shows(&still_away, "dagen", "46 dagen");
}

#[test]
fn protection_again_for_a_ukrainian_not_for_a_derdelander() {
    let both = |nationalities| {
        let filled = away_to("NGA", None, nationalities);
        (super::text(&filled, "oekrainer").unwrap(), super::text(&filled, "in_herkomstland").unwrap())
    };
    let words = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(both(vec![of("UKR")]), words("true", "false"));
    assert_eq!(both(vec![of("NGA"), of("UKR")]), words("true", "false"));
    assert_eq!(both(vec![of("NGA")]), words("false", "true"));
    assert_eq!(both(vec![Nationality::Stateless]), words("false", "true"));
    assert_eq!(both(vec![Nationality::Unknown]), words("false", "false"));
    assert_eq!(both(vec![of("NGA"), Nationality::Unknown]), words("false", "false"));
    assert_eq!(both(vec![of("POL")]), words("false", "false"));
    // In Ukraine a derdelander was not in the country of origin, where the WI presumes safety.
    shows(&away(None, vec![of("NGA")]), "in_herkomstland", "false");
}

#[test]
fn a_derdelander_may_have_gone_back_to_a_country_that_the_case_does_not_name() {
    let stay = VerblijfBuitenNederland { van: day("2026-01-05"), tot: None, land: None };
    let filled = one(GrondId::DerdelanderLangerDan28DagenTeruggekeerd, |c| {
        c.feiten.verblijf_buiten_nederland = Some(stay.clone());
    });
    lacks(&filled, "land");
    shows(&filled, "weg_vanaf", "5 januari 2026");
}

#[test]
fn a_comparison_of_sentences_only_for_a_conviction_abroad() {
    let convicted = |land: &str| {
        let mut given = ground(GrondId::OpenbareOrde);
        given.europees_criterium = Some(prose("Actueel."));
        given.evenredigheid = Some(prose("Evenredig."));
        given.strafmaatvergelijking = Some(prose("Vier jaar."));
        given.veroordeling = Some(Veroordeling {
            misdrijf: Some(line("mensenhandel")),
            onherroepelijk_op: Some(day("2025-01-02")),
            land: Some(country(land)),
            straf: Some(line("vijf jaar gevangenisstraf")),
        });
        grounds::all(&with(given, |_| ()), &around()).unwrap().remove(0)
    };
    shows(&convicted("POL"), "strafmaatvergelijking", "Vier jaar.");
    shows(&convicted("POL"), "onherroepelijk_op", "2 januari 2025");
    lacks(&convicted("NLD"), "strafmaatvergelijking");
}

#[test]
fn a_parent_hears_why() {
    let tie = |relatie| {
        one(GrondId::GeenGezinslid, |c| {
            c.feiten.gezinsband = Some(Gezinsband { relatie: Some(relatie), ..Default::default() });
        })
    };
    shows(&tie(Relatie::OuderVanKind), "ouder_van_kind", "true");
    shows(&tie(Relatie::AnderFamilielid), "ouder_van_kind", "false");
}
