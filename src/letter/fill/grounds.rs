//! Fills the grounds of a letter, each with its own context (letters.md section 3).

use super::{Filled, Gap, Surroundings, line, need, need_date, person, prose};
use crate::case::country::Country;
use crate::case::model::{Case, Grond, GrondId, Relatie};
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
        need(self.ground.motivering.as_ref(), "stap.gronden[].motivering")
    }

    /// Grounds about who the person is.
    fn person(&self) -> Result<Filled, Gap> {
        let (case, motivering) = (self.case, self.motivering()?);
        let tie = case.feiten.gezinsband.as_ref();
        Ok(match self.ground.grond {
            GrondId::GeenIdentificerendDocument => {
                self.filled(&GeenIdentificerendDocument { consulaat: person::consulate(case), motivering })
            }
            GrondId::EuNationaliteit => self
                .filled(&EuNationaliteit { eu_landen: person::member_states(case, self.around), motivering }),
            GrondId::GezinsbandNietAangetoond => self.filled(&GezinsbandNietAangetoond { motivering }),
            GrondId::GeenGezinslid => self.filled(&GeenGezinslid {
                ouder_van_kind: tie.and_then(|t| t.relatie) == Some(Relatie::OuderVanKind),
                motivering,
            }),
            GrondId::GezinsbandVerbroken => self.filled(&GezinsbandVerbroken {
                beeindigd_op: need_date(tie.and_then(|t| t.beeindigd_op), "feiten.gezinsband.beeindigd_op")?,
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
        if items.is_empty() {
            return Err(Gap("stap.gronden[].ontbrekend"));
        }
        let item = |text: &crate::case::identifier::Line| {
            Filled::new("parts/ontbrekend.md", &Ontbrekend { tekst: text.to_string() }).at(self.index)
        };
        Ok(items.iter().map(item).collect())
    }

    /// Grounds about where the person was or has protection.
    fn stay(&self) -> Result<Filled, Gap> {
        let (case, around, motivering) = (self.case, self.around, self.motivering()?);
        let facts = &case.feiten;
        let (nationaliteit_van, staatloos) =
            (person::nationality_of(case, around), person::is_stateless(case));
        Ok(match self.ground.grond {
            GrondId::VertrekVoor27November2021 => self.filled(&VertrekVoor27November2021 {
                vertrek: need_date(facts.vertrek_uit_oekraine, "feiten.vertrek_uit_oekraine")?,
                motivering,
            }),
            GrondId::DerdelanderTijdelijkVerblijfsrecht => {
                self.filled(&DerdelanderTijdelijkVerblijfsrecht { nationaliteit_van, staatloos, motivering })
            }
            GrondId::DerdelanderTerugkeerHerkomstland => self.filled(&DerdelanderTerugkeerHerkomstland {
                nationaliteit_van,
                staatloos,
                terugkeer: need_date(facts.terugkeer_herkomstland, "feiten.terugkeer_herkomstland")?,
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
            }
            GrondId::LangerDan28DagenBuitenNederland => {
                let away = self.away()?;
                self.filled(&LangerDan28DagenBuitenNederland {
                    weg_vanaf: away.from,
                    land: need(away.land.map(around.country), "feiten.verblijf_buiten_nederland.land")?,
                    weg_tot: away.until,
                    peildag: away.counted_to,
                    dagen: away.days,
                    oekrainer: person::is_ukrainian(case),
                    in_herkomstland: person::is_third_country_national(case)
                        && away.land != Some(Country::UKRAINE),
                    motivering,
                })
            }
            GrondId::AsielstatusElders => self.filled(&AsielstatusElders {
                land: need(facts.asielstatus_elders.map(around.country), "feiten.asielstatus_elders")?,
                motivering,
            }),
            GrondId::BeschermingAndereLidstaat => {
                let there = facts.bescherming_elders.as_ref().ok_or(Gap("feiten.bescherming_elders"))?;
                self.filled(&BeschermingAndereLidstaat {
                    land: (around.country)(there.land),
                    sinds: there.sinds.map(Date::dutch),
                    motivering,
                })
            }
            GrondId::Nareisvergunning => {
                let nareis = facts.nareis.as_ref().ok_or(Gap("feiten.nareis"))?;
                self.filled(&Nareisvergunning {
                    afstand_op: nareis.afstand_op.dutch(),
                    nareis_kenmerk: line(nareis.kenmerk.as_ref()),
                    motivering,
                })
            }
            _ => self.filled(&Inreisstempel { motivering }),
        })
    }

    /// Grounds of openbare orde, artikel 1F and nationale veiligheid.
    fn security(&self) -> Result<Filled, Gap> {
        let (ground, motivering) = (self.ground, self.motivering()?);
        let evenredigheid = prose(ground.evenredigheid.as_ref());
        Ok(match ground.grond {
            GrondId::Artikel1f => self.filled(&Artikel1f { evenredigheid, motivering }),
            GrondId::NationaleVeiligheid => self.filled(&NationaleVeiligheid { evenredigheid, motivering }),
            _ => {
                let conviction = ground.veroordeling.as_ref().ok_or(Gap("stap.gronden[].veroordeling"))?;
                let country = conviction.land.ok_or(Gap("stap.gronden[].veroordeling.land"))?;
                self.filled(&OpenbareOrde {
                    misdrijf: need(conviction.misdrijf.as_ref(), "stap.gronden[].veroordeling.misdrijf")?,
                    land: (self.around.country)(country),
                    straf: need(conviction.straf.as_ref(), "stap.gronden[].veroordeling.straf")?,
                    onherroepelijk_op: need_date(
                        conviction.onherroepelijk_op,
                        "stap.gronden[].veroordeling.onherroepelijk_op",
                    )?,
                    strafmaatvergelijking: prose(ground.strafmaatvergelijking.as_ref())
                        .filter(|_| country != Country::NETHERLANDS),
                    europees_criterium: need(
                        ground.europees_criterium.as_ref(),
                        "stap.gronden[].europees_criterium",
                    )?,
                    evenredigheid: need(evenredigheid, "stap.gronden[].evenredigheid")?,
                    motivering,
                })
            }
        })
    }

    /// The stay outside the Netherlands, counted as return minus departure; without a return up to
    /// the day of the step (terms.md, letters.md 2.5).
    fn away(&self) -> Result<Away, Gap> {
        let path = "feiten.verblijf_buiten_nederland";
        let stay = self.case.feiten.verblijf_buiten_nederland.as_ref().ok_or(Gap(path))?;
        let counted_to = self.case.stap.datum();
        let days = stay.tot.unwrap_or(counted_to).days_since(stay.van);
        Ok(Away {
            from: stay.van.dutch(),
            land: stay.land,
            until: stay.tot.map(Date::dutch),
            counted_to: counted_to.dutch(),
            days: words::days(days),
        })
    }
}

/// A stay outside the Netherlands in words.
struct Away {
    from: String,
    land: Option<Country>,
    until: Option<String>,
    counted_to: String,
    days: String,
}
