//! Terms and the return decision as a letter writes them: a length and a last day.

use super::open::missing;
use super::{Gap, Surroundings, prose};
use crate::case::country::Country;
use crate::case::model::{Case, Stap, TerugkeerFeiten};
use crate::decide::outcome::LetterPlan;
use crate::law::term::TermKind;
use crate::letter::words;

/// A term in words.
pub(super) struct TermText {
    /// `4 weken`.
    pub length: String,
    /// `vrijdag 18 december 2026`.
    pub last_day: String,
}

/// A term that the letter sets running, if it does. The last day in a year without a verified decree is a
/// gap: only a draft can have one.
pub(super) fn term(plan: &LetterPlan, kind: TermKind) -> Option<TermText> {
    let computed = &plan.term(kind)?.computed;
    let last_day = match computed.unverified_year {
        None => computed.last_day.dutch_long(),
        Some(_) => missing(Gap("termijn")),
    };
    Some(TermText { length: computed.length?.to_string(), last_day })
}

/// A term that the letter must set running.
pub(super) fn need_term(plan: &LetterPlan, kind: TermKind) -> Result<TermText, Gap> {
    term(plan, kind).ok_or(match kind {
        TermKind::Bezwaar => Gap("termijn.bezwaar"),
        TermKind::Zienswijze => Gap("termijn.zienswijze"),
        TermKind::MeldenTerApel => Gap("termijn.melden_ter_apel"),
        TermKind::Vertrek => Gap("termijn.vertrek"),
        TermKind::Afspraak => Gap("termijn.afspraak"),
        TermKind::Aanvulling => Gap("termijn.aanvulling"),
        TermKind::BeroepKort => Gap("termijn.beroep_kort"),
        TermKind::Beroep => Gap("termijn.beroep"),
    })
}

/// The term for beroep, and whether it is the short one.
pub(super) fn need_appeal(plan: &LetterPlan) -> Result<(TermText, bool), Gap> {
    match term(plan, TermKind::BeroepKort) {
        Some(short) => Ok((short, true)),
        None => need_term(plan, TermKind::Beroep).map(|long| (long, false)),
    }
}

/// The return decision in words; all absent when the letter holds none.
#[derive(Default)]
pub(super) struct ReturnText {
    pub land: Option<String>,
    pub safe_third_country: bool,
    pub length: Option<String>,
    pub last_day: Option<String>,
    pub motivation: Option<String>,
}

/// Reads the return decision of a plan (Vw 62, 62a): with a last day, or with the reason why there
/// is no departure term.
pub(super) fn return_decision(
    case: &Case,
    plan: &LetterPlan,
    around: &Surroundings<'_>,
) -> Result<ReturnText, Gap> {
    let Some(decision) = &plan.terugkeerbesluit else { return Ok(ReturnText::default()) };
    let mut text = ReturnText {
        land: Some((around.country)(decision.land)),
        safe_third_country: decision.safe_third_country,
        ..ReturnText::default()
    };
    if decision.immediately {
        let given = facts(case).and_then(|f| f.vertrektermijn.as_ref());
        let reason = prose(given.and_then(|t| t.motivering.as_ref()));
        text.motivation = Some(around.need(reason, "stap.vertrektermijn.motivering")?);
    } else {
        let term = need_term(plan, TermKind::Vertrek)?;
        (text.length, text.last_day) = (Some(term.length), Some(term.last_day));
    }
    Ok(text)
}

/// `IJsland, Liechtenstein, Noorwegen en Zwitserland`: bound by Richtlijn 2008/115/EG as the member
/// states are. Who must go to one of them need not leave it.
pub(super) fn elsewhere(plan: &LetterPlan, around: &Surroundings<'_>) -> String {
    let goal = plan.terugkeerbesluit.as_ref().map(|decision| decision.land);
    let bound = ["ISL", "LIE", "NOR", "CHE"].into_iter().filter_map(Country::parse);
    let names: Vec<String> = bound.filter(|land| Some(*land) != goal).map(around.country).collect();
    words::list(&names)
}

fn facts(case: &Case) -> Option<&TerugkeerFeiten> {
    match &case.stap {
        Stap::Triage(step) => Some(&step.terugkeer),
        Stap::NietGemeld(step) => Some(&step.terugkeer),
        Stap::Herbeoordeling(step) => Some(&step.terugkeer),
        Stap::Stickerlocatie(_) | Stap::Grens(_) => None,
    }
}
