//! Every date of a case that is a fact, with its path: for the rules about all of them.

use super::{
    AanvullendVoornemen, AanvullendeZienswijze, Afspraak, Asielbesluit, BeschermingElders, Case, Feiten,
    Gehoor, Gezinsband, Herbeoordeling, Herstel, Maatregel, Melding, Nareis, Opschorting, Stap,
    Stickerlocatie, VerblijfBuitenNederland, Veroordeling, Voornemen, Zienswijze,
};
use crate::law::date::Date;
use crate::words::Fact;

impl Case {
    /// The dates of `feiten` and `stap`, in the order of the contract; not the day of the step itself.
    #[must_use]
    pub fn dates(&self) -> Vec<(Fact, Date)> {
        let mut dates = Vec::new();
        let mut add = |fact: Fact, day: Option<Date>| dates.extend(day.map(|day| (fact, day)));
        of_facts(&self.feiten, &mut add);
        for (item, ground) in self.stap.gronden().iter().enumerate() {
            let since = ground.veroordeling.as_ref().and_then(|conviction| conviction.onherroepelijk_op);
            add(Veroordeling::onherroepelijk_op.at(item), since);
        }
        match &self.stap {
            Stap::Stickerlocatie(step) => of_counter(step, &mut add),
            Stap::NietGemeld(step) => {
                add(Herstel::datum, step.herstel.as_ref().map(|letter| letter.datum));
                add(Herstel::uiterlijk, step.herstel.as_ref().map(|letter| letter.uiterlijk));
            }
            Stap::Herbeoordeling(step) => of_reassessment(step, &mut add),
            Stap::Triage(_) | Stap::Grens(_) => {}
        }
        dates
    }
}

fn of_facts(facts: &Feiten, add: &mut impl FnMut(Fact, Option<Date>)) {
    add(Feiten::vertrek_uit_oekraine, facts.vertrek_uit_oekraine);
    add(Feiten::inreis_unie, facts.inreis_unie);
    add(Feiten::in_nederland_sinds, facts.in_nederland_sinds);
    add(Feiten::terugkeer_herkomstland, facts.terugkeer_herkomstland);
    add(Feiten::brp_inschrijving, facts.brp_inschrijving);
    add(Feiten::toegekend_op, facts.toegekend_op);
    add(Feiten::bescherming_geeindigd_op, facts.bescherming_geeindigd_op);
    let stay = facts.verblijf_buiten_nederland.as_ref();
    add(VerblijfBuitenNederland::van, stay.and_then(|stay| stay.van));
    add(VerblijfBuitenNederland::tot, stay.and_then(|stay| stay.tot));
    add(BeschermingElders::sinds, facts.bescherming_elders.as_ref().and_then(|elsewhere| elsewhere.sinds));
    add(Gezinsband::beeindigd_op, facts.gezinsband.as_ref().and_then(|tie| tie.beeindigd_op));
    add(Feiten::asielaanvraag_ingediend, facts.asielaanvraag_ingediend);
    let appointment = facts.afspraak.as_ref();
    add(Afspraak::gemaakt_op, appointment.map(|made| made.gemaakt_op));
    add(Afspraak::voor, appointment.and_then(|made| made.voor));
    add(Nareis::afstand_op, facts.nareis.as_ref().and_then(|nareis| nareis.afstand_op));
    for (item, measure) in facts.maatregelen.iter().enumerate() {
        add(Maatregel::datum.at(item), measure.datum);
    }
}

fn of_counter(step: &Stickerlocatie, add: &mut impl FnMut(Fact, Option<Date>)) {
    add(Opschorting::uiterlijk, step.opschorting.as_ref().and_then(|suspension| suspension.uiterlijk));
}

fn of_reassessment(step: &Herbeoordeling, add: &mut impl FnMut(Fact, Option<Date>)) {
    add(Melding::datum, step.melding.as_ref().map(|report| report.datum));
    add(Herbeoordeling::voldoet_niet_sinds, step.voldoet_niet_sinds);
    add(Herbeoordeling::ingangsdatum, step.ingangsdatum);
    let first = step.voornemen.as_ref();
    add(Voornemen::datum, first.map(|voornemen| voornemen.datum));
    add(Voornemen::ingangsdatum, first.and_then(|voornemen| voornemen.ingangsdatum));
    add(Zienswijze::ontvangen, step.received().map(|zienswijze| zienswijze.ontvangen));
    let further = step.aanvullend_voornemen.as_ref();
    add(AanvullendVoornemen::datum, further.map(|voornemen| voornemen.datum));
    add(AanvullendVoornemen::ingangsdatum, further.and_then(|voornemen| voornemen.ingangsdatum));
    let on_further = further.and_then(AanvullendVoornemen::received);
    add(AanvullendeZienswijze::ontvangen, on_further.map(|zienswijze| zienswijze.ontvangen));
    add(Gehoor::datum, step.gehoor.as_ref().map(|heard| heard.datum));
    if let Some(Asielbesluit::Taken { datum, .. }) = &step.asielbesluit {
        add(Asielbesluit::datum, Some(*datum));
    }
}
