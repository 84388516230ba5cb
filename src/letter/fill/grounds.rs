//! Fills the grounds of a letter, each with its own context (letters.md section 3).

use super::{Filled, Gap, Surroundings, line, person, prose};
use crate::case::country::Country;
use crate::case::model::{Case, Grond, GrondId, Relatie, Veroordeling};
use crate::law::date::Date;
use crate::letter::context::registry::ONTBREKEND;
use crate::letter::context::*;
use crate::letter::words;

/// All grounds of the step, in the order of the case.
pub(super) fn all(case: &Case, around: &Surroundings<'_>) -> Result<Vec<Filled>, Gap> {
    case.stap.gronden().iter().enumerate().map(|(i, ground)| one(case, ground, i, around)).collect()
}

fn one(case: &Case, ground: &Grond, index: usize, around: &Surroundings<'_>) -> Result<Filled, Gap> {
    let source = Source { case, ground, around, index };
    match ground.grond {
        GrondId::OpenbareOrde | GrondId::Artikel1f | GrondId::NationaleVeiligheid => source.security(),
        GrondId::VoorwaardenNietAangetoond
        | GrondId::GeenIdentificerendDocument
        | GrondId::EuNationaliteit
        | GrondId::GezinsbandNietAangetoond
        | GrondId::GeenGezinslid
        | GrondId::GezinsbandVerbroken
        | GrondId::GeenMedewerkingBiometrie
        | GrondId::Fraude => source.person(),
        _ => source.stay(),
    }
}

/// What a ground is filled from.
struct Source<'a> {
    case: &'a Case,
    ground: &'a Grond,
    around: &'a Surroundings<'a>,
    index: usize,
}

impl Source<'_> {
    fn filled<C: Context>(&self, context: &C) -> Filled {
        Filled::new(format!("grounds/{}.md", self.ground.grond.word()), context).at(self.index)
    }

    fn motivering(&self) -> Result<String, Gap> {
        self.around.need(self.ground.motivering.as_ref(), "stap.gronden[].motivering")
    }

    /// Grounds about who the person is.
    fn person(&self) -> Result<Filled, Gap> {
        let (case, around, motivering) = (self.case, self.around, self.motivering()?);
        let tie = case.feiten.gezinsband.as_ref();
        Ok(match self.ground.grond {
            GrondId::GeenIdentificerendDocument => self
                .filled(&GeenIdentificerendDocument { consulaat: person::consulate(case), motivering })
                .open_unless(
                    !around.concept || person::consulate_is_known(case),
                    "consulaat",
                    "verwijzing naar een consulaat",
                ),
            GrondId::EuNationaliteit => {
                self.filled(&EuNationaliteit { eu_landen: person::member_states(case, around), motivering })
            }
            GrondId::GezinsbandNietAangetoond => self.filled(&GezinsbandNietAangetoond { motivering }),
            GrondId::GeenGezinslid => {
                let relation = tie.and_then(|t| t.relatie);
                let ouder_van_kind = relation == Some(Relatie::OuderVanKind);
                self.filled(&GeenGezinslid { ouder_van_kind, motivering }).open_unless(
                    relation.is_some(),
                    "ouder_van_kind",
                    "wat de vreemdeling van de referent is",
                )
            }
            GrondId::GezinsbandVerbroken => self.filled(&GezinsbandVerbroken {
                beeindigd_op: around
                    .need_date(tie.and_then(|t| t.beeindigd_op), "feiten.gezinsband.beeindigd_op")?,
                motivering,
            }),
            GrondId::GeenMedewerkingBiometrie => self.filled(&GeenMedewerkingBiometrie { motivering }),
            GrondId::Fraude => self.filled(&Fraude { motivering }),
            _ => {
                self.filled(&VoorwaardenNietAangetoond { motivering }).with_slot(ONTBREKEND, self.missing()?)
            }
        })
    }

    fn missing(&self) -> Result<Vec<Filled>, Gap> {
        let items = &self.ground.ontbrekend;
        let item = |tekst| Filled::new("parts/ontbrekend.md", &Ontbrekend { tekst }).at(self.index);
        if items.is_empty() {
            return Ok(vec![item(self.around.need(None::<String>, "stap.gronden[].ontbrekend")?)]);
        }
        Ok(items.iter().map(|text| item(text.to_string())).collect())
    }

    /// Grounds about where the person was or has protection.
    fn stay(&self) -> Result<Filled, Gap> {
        let (case, around, motivering) = (self.case, self.around, self.motivering()?);
        let facts = &case.feiten;
        let (nationaliteit_van, staatloos) =
            (person::nationality_of(case, around), person::is_stateless(case));
        Ok(match self.ground.grond {
            GrondId::VertrekVoor27November2021 => self.filled(&VertrekVoor27November2021 {
                vertrek: around.need_date(facts.vertrek_uit_oekraine, "feiten.vertrek_uit_oekraine")?,
                motivering,
            }),
            GrondId::DerdelanderTijdelijkVerblijfsrecht => {
                self.filled(&DerdelanderTijdelijkVerblijfsrecht { nationaliteit_van, staatloos, motivering })
            }
            GrondId::DerdelanderTerugkeerHerkomstland => self.filled(&DerdelanderTerugkeerHerkomstland {
                nationaliteit_van,
                staatloos,
                terugkeer: around.need_date(facts.terugkeer_herkomstland, "feiten.terugkeer_herkomstland")?,
                motivering,
            }),
            GrondId::DerdelanderLangerDan28DagenTeruggekeerd => {
                let away = self.away()?;
                self.filled(&DerdelanderLangerDan28DagenTeruggekeerd {
                    weg_vanaf: away.from,
                    land: away.land.map(around.country),
                    weg_tot: away.until,
                    peildag: away.counted_to,
                    dagen: away.days,
                    motivering,
                })
                .open_unless(away.known, "weg_tot", "dag van terugkeer")
            }
            GrondId::LangerDan28DagenBuitenNederland => {
                let away = self.away()?;
                let third_country = person::is_third_country_national(case);
                self.filled(&LangerDan28DagenBuitenNederland {
                    weg_vanaf: away.from,
                    land: around
                        .need(away.land.map(around.country), "feiten.verblijf_buiten_nederland.land")?,
                    weg_tot: away.until,
                    peildag: away.counted_to,
                    dagen: away.days,
                    oekrainer: person::is_ukrainian(case),
                    in_herkomstland: third_country && away.land != Some(Country::UKRAINE),
                    motivering,
                })
                .open_unless(away.known, "weg_tot", "dag van terugkeer")
                .open_unless(
                    !third_country || away.land.is_some(),
                    "in_herkomstland",
                    "of later weer bescherming kan volgen",
                )
            }
            GrondId::AsielstatusElders => self.filled(&AsielstatusElders {
                land: around
                    .need(facts.asielstatus_elders.map(around.country), "feiten.asielstatus_elders")?,
                motivering,
            }),
            GrondId::BeschermingAndereLidstaat => {
                let there = facts.bescherming_elders.as_ref();
                let land = there.map(|there| (around.country)(there.land));
                self.filled(&BeschermingAndereLidstaat {
                    land: around.need(land, "feiten.bescherming_elders.land")?,
                    sinds: there.and_then(|there| there.sinds).map(Date::dutch),
                    motivering,
                })
                .open_unless(there.is_some(), "sinds", "sinds wanneer")
            }
            GrondId::Nareisvergunning => {
                let nareis = facts.nareis.as_ref();
                self.filled(&Nareisvergunning {
                    afstand_op: around.need_date(nareis.map(|n| n.afstand_op), "feiten.nareis.afstand_op")?,
                    nareis_kenmerk: line(nareis.and_then(|n| n.kenmerk.as_ref())),
                    motivering,
                })
            }
            _ => self.filled(&Inreisstempel { motivering }),
        })
    }

    /// Grounds of openbare orde, artikel 1F and nationale veiligheid.
    fn security(&self) -> Result<Filled, Gap> {
        let (ground, around, motivering) = (self.ground, self.around, self.motivering()?);
        let evenredigheid = prose(ground.evenredigheid.as_ref());
        Ok(match ground.grond {
            GrondId::Artikel1f => self.filled(&Artikel1f { evenredigheid, motivering }),
            GrondId::NationaleVeiligheid => self.filled(&NationaleVeiligheid { evenredigheid, motivering }),
            _ => {
                let none = Veroordeling::default();
                let conviction = ground.veroordeling.as_ref().unwrap_or(&none);
                let at_home = conviction.land == Some(Country::NETHERLANDS);
                let compared = match &ground.strafmaatvergelijking {
                    _ if at_home => None,
                    None if conviction.land.is_none() => None,
                    given => Some(around.need(given.as_ref(), "stap.gronden[].strafmaatvergelijking")?),
                };
                self.filled(&OpenbareOrde {
                    misdrijf: around
                        .need(conviction.misdrijf.as_ref(), "stap.gronden[].veroordeling.misdrijf")?,
                    land: around
                        .need(conviction.land.map(around.country), "stap.gronden[].veroordeling.land")?,
                    straf: around.need(conviction.straf.as_ref(), "stap.gronden[].veroordeling.straf")?,
                    onherroepelijk_op: around.need_date(
                        conviction.onherroepelijk_op,
                        "stap.gronden[].veroordeling.onherroepelijk_op",
                    )?,
                    strafmaatvergelijking: compared,
                    europees_criterium: around
                        .need(ground.europees_criterium.as_ref(), "stap.gronden[].europees_criterium")?,
                    evenredigheid: around.need(evenredigheid, "stap.gronden[].evenredigheid")?,
                    motivering,
                })
                .open_unless(
                    conviction.land.is_some(),
                    "strafmaatvergelijking",
                    "strafmaatvergelijking",
                )
            }
        })
    }

    /// The stay outside the Netherlands, counted as return minus departure; without a return up to
    /// the day of the step (terms.md, letters.md 2.5).
    fn away(&self) -> Result<Away, Gap> {
        let stay = self.case.feiten.verblijf_buiten_nederland.as_ref();
        let counted_to = self.case.stap.datum();
        let days = stay.map(|stay| words::days(stay.tot.unwrap_or(counted_to).days_since(stay.van)));
        Ok(Away {
            known: stay.is_some(),
            days: self.around.need(days, "feiten.verblijf_buiten_nederland")?,
            from: self.around.need_date(stay.map(|stay| stay.van), "feiten.verblijf_buiten_nederland.van")?,
            land: stay.and_then(|stay| stay.land),
            until: stay.and_then(|stay| stay.tot).map(Date::dutch),
            counted_to: counted_to.dutch(),
        })
    }
}

/// A stay outside the Netherlands in words.
struct Away {
    known: bool,
    from: String,
    land: Option<Country>,
    until: Option<String>,
    counted_to: String,
    days: String,
}
