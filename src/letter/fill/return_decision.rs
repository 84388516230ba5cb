//! The return decision as a letter writes it (Vw 62, 62a).

use super::gap::Gap;
use super::source::LetterSource;
use super::surroundings::Surroundings;
use super::texts::prose;
use crate::case::country::{Country, Nationality};
use crate::case::model::{Asielbesluit, Case, GrondVertrektermijn, Stap, TerugkeerFeiten, Vertrektermijn};
use crate::decide::letter_plan::{ReturnDecision, Revived};
use crate::letter::context::ReturnWords;
use crate::letter::words;
use crate::words::TermKind;

/// The fields of this return decision and of the measures that apply: with the length and the last day of the departure
/// term unless there is none, and with the officer's reasons. Without a return decision all are absent or false except
/// `ook_geldig_in`.
pub(in crate::letter) fn words_of(
    source: &LetterSource<'_>,
    decision: Option<&ReturnDecision>,
    revived: Option<Revived>,
) -> Result<ReturnWords, Gap> {
    let around = source.around;
    let mut text = ReturnWords {
        land_van_terugkeer: None,
        veilig_derde_land: false,
        land_motivering: None,
        terugkeerbeletsel: false,
        terugkeer_motivering: None,
        terugkeer_oordeel: None,
        ook_geldig_in: elsewhere(decision.map(|decision| decision.land), around),
        vertrek_termijn: None,
        vertrek_uiterlijk: None,
        vertrek_motivering: None,
        vertrek_onderdeel: None,
        vertrek_risico: false,
        vertrek_aanvraag: false,
        vertrek_gevaar: false,
        nationaliteit_onbekend: false,
        in_terugkeergebied: false,
        verblijf_elders: None,
        geen_uitzetting: false,
        inreisverbod_geldt: revived.is_some_and(|it| it.ban),
        licht_inreisverbod_geldt: revived.is_some_and(|it| it.light_ban),
        ongewenst_verklaard: revived.is_some_and(|it| it.undesirable),
        apart_asielbesluit: decided_apart(source.case),
        terugkeerbesluit_geldt: revived.is_some_and(|it| it.return_decision),
        eerder_beschermd: revived.is_some_and(|it| it.had_protection),
    };
    let Some(decision) = decision else { return Ok(text) };
    text.land_van_terugkeer = Some((around.country)(decision.land));
    text.veilig_derde_land = decision.safe_third_country;
    text.nationaliteit_onbekend = source.case.vreemdeling.nationaliteiten.contains(&Nationality::Unknown);
    text.in_terugkeergebied = decision.land.is_return_area();
    text.geen_uitzetting = decision.land == Country::UKRAINE;
    text.verblijf_elders = welcome_elsewhere(source.case).map(around.country);
    text.terugkeerbeletsel = decision.barred;
    let facts = source.case.stap.terugkeer();
    let weighed = prose(facts.and_then(|facts| facts.motivering_terugkeer.as_ref()));
    text.terugkeer_motivering = Some(around.need(weighed, TerugkeerFeiten::motivering_terugkeer)?);
    if decision.safe_third_country {
        let reason = prose(facts.and_then(|facts| facts.motivering_land.as_ref()));
        text.land_motivering = Some(around.need(reason, TerugkeerFeiten::motivering_land)?);
    }
    let answer = decision.answer.and_then(|item| source.case.stap.antwoorden().get(item));
    text.terugkeer_oordeel = prose(answer.and_then(|answer| answer.reden.as_ref()));
    if let Some((_, limb)) = decision.shortened {
        let given = facts.and_then(|facts| facts.vertrektermijn.as_ref());
        let reason = prose(given.and_then(|term| term.motivering.as_ref()));
        text.vertrek_motivering = Some(around.need(reason, Vertrektermijn::motivering)?);
        text.vertrek_onderdeel = Some(limb.word().to_owned());
        match limb {
            GrondVertrektermijn::A => text.vertrek_risico = true,
            GrondVertrektermijn::B => text.vertrek_aanvraag = true,
            GrondVertrektermijn::C => text.vertrek_gevaar = true,
        }
    }
    if !decision.immediately() {
        let term = source.need_term(TermKind::Vertrek)?;
        (text.vertrek_termijn, text.vertrek_uiterlijk) = (Some(term.length), Some(term.last_day));
    }
    Ok(text)
}

/// Whether there is a separate decision on asylum (WI H6), which says if the person must leave.
pub(super) fn decided_apart(case: &Case) -> bool {
    match &case.stap {
        Stap::Herbeoordeling(step) => matches!(step.asielbesluit, Some(Asielbesluit::Taken { .. })),
        _ => false,
    }
}

/// The country of the return area where the person has asylum or protection (Vw 62a).
pub(super) fn welcome_elsewhere(case: &Case) -> Option<Country> {
    let facts = &case.feiten;
    let protected = facts.bescherming_elders.as_ref().and_then(|elsewhere| elsewhere.land);
    facts.asielstatus_elders.into_iter().chain(protected).find(|land| land.is_return_area())
}

/// `IJsland, Liechtenstein, Noorwegen en Zwitserland`: Richtlijn 2008/115/EG also binds them. The country to return to
/// (`goal`) is left out, because the person need not leave it.
fn elsewhere(goal: Option<Country>, around: &Surroundings<'_>) -> String {
    let bound = Country::RETURN_AREA_BESIDE_UNION.into_iter();
    let names: Vec<String> = bound.filter(|land| Some(*land) != goal).map(around.country).collect();
    words::list(&names)
}
