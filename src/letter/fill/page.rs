//! Fills the page in the reader's language from the plan of the letter: the same decision and the same last days.

use super::filled::Filled;
use super::source::LetterSource;
use super::{reader, return_decision, terms};
use crate::case::country::Country;
use crate::case::model::Case;
use crate::decide::letter_plan::{
    EndingDecision, Intention, Letter, LetterPlan, LiftedBan, LiftedMeasure, NotReported, Refusal,
    RefusalPlace, Revived, Suspension, TerApel, Unprocessed,
};
use crate::law::date::Date;
use crate::letter::context::PageWords;
use crate::letter::{languages, page};
use crate::words::{Ending, GroundId, Language, TermKind};

/// The page of a letter in this language.
pub(in crate::letter) fn filled(source: &LetterSource<'_>, language: Language) -> Filled {
    Filled::new(page::template(source.plan.kind(), language), &words(source, language))
}

fn words(source: &LetterSource<'_>, language: Language) -> PageWords {
    let LetterSource { case, plan, around } = *source;
    let (person, organisation) = (&case.vreemdeling, around.organisation);
    let said = Said::of(case, plan);
    let abroad = reader::is_abroad(case);
    let revived = said.revived;
    let last_day = |kind| terms::last_day_in(plan, kind, language);
    let goal = plan.letter.return_decision().map(|decision| decision.land);
    let written = |day: Date| languages::date(day, language);
    let phone_abroad = organisation.telefoon_buitenland.as_ref().filter(|_| abroad);
    PageWords {
        naam: person.full_name(),
        v_nummer: person.v_nummer.to_string(),
        kenmerk: case.zaak.kenmerk.to_string(),
        datum: written(case.decision_day()),
        datum_nl: case.decision_day().dutch(),
        minderjarig: reader::representative(case, plan).is_some(),
        afspraak_vervalt: said.appointment_void,
        eerste_plan_anders: said.other_plan,
        gemachtigde: person.gemachtigde.is_some(),
        eu_burger: plan.person.eu_citizen,
        buitenland: abroad || reader::is_away(case),
        te_jong_voor_bewijs: plan.person.below_age_of_proof,
        land: goal.map(|land| (around.country_in)(land, language).to_owned()),
        vertrek_uiterlijk: last_day(TermKind::Vertrek),
        inreisverbod_geldt: revived.is_some_and(|it| it.ban),
        licht_inreisverbod_geldt: revived.is_some_and(|it| it.light_ban),
        in_terugkeergebied: goal.is_some_and(Country::is_return_area),
        verblijf_elders: return_decision::welcome_elsewhere(case).is_some(),
        geen_uitzetting: goal == Some(Country::UKRAINE),
        ongewenst_verklaard: revived.is_some_and(|it| it.undesirable),
        staatloos: plan.person.stateless,
        terugkeerbesluit_geldt: revived.is_some_and(|it| it.return_decision),
        eerder_beschermd: revived.is_some_and(|it| it.had_protection),
        ter_apel_uiterlijk: last_day(TermKind::MeldenTerApel),
        ter_apel: said.ter_apel,
        ter_apel_naar: organisation.ter_apel.line.clone(),
        m35h: said.m35h,
        bezwaar_uiterlijk: last_day(TermKind::Bezwaar),
        bezwaar_naar: organisation.bezwaar.line.clone(),
        beroep_uiterlijk: last_day(TermKind::BeroepKort).or_else(|| last_day(TermKind::Beroep)),
        beroep_naar: organisation.beroep.line.clone(),
        beroep_kort: plan.term(TermKind::BeroepKort).is_some(),
        beroep_gratis: !matches!(plan.letter, Letter::OpheffingInreisverbod(_)),
        zienswijze_uiterlijk: last_day(TermKind::Zienswijze),
        zienswijze_naar: organisation.zienswijze.line.clone(),
        aanvulling_uiterlijk: said.supplement_until.map(|day| languages::date_with_weekday(day, language)),
        post_naar: organisation.post.line.clone(),
        aan_de_grens: said.at_border,
        asiel_aan_de_grens: said.asylum_at_border,
        asielbesluit: said.asylum_decision,
        intrekking: said.ending == Some(Ending::Intrekking),
        ingang: said.effective.map(written),
        terugwerkend: said.retroactive,
        op_verzoek: said.own_request,
        niet_verschenen: said.did_not_come,
        eigen_tekst: said.own_words,
        opheffing: matches!(
            plan.letter,
            Letter::OpheffingInreisverbod(_) | Letter::OpheffingOngewenstverklaring(_)
        ),
        zwaar: said.heavy,
        terugkeerbesluit_opgeschort: said.suspended_return_decision,
        telefoon: phone_abroad.unwrap_or(&organisation.telefoon).clone(),
        website: organisation.website.clone(),
        helpers: organisation.helpers.clone(),
    }
}

/// What only some letters say; the rest is absent.
#[derive(Default)]
struct Said {
    revived: Option<Revived>,
    ter_apel: bool,
    m35h: bool,
    at_border: bool,
    asylum_at_border: bool,
    asylum_decision: bool,
    supplement_until: Option<Date>,
    ending: Option<Ending>,
    effective: Option<Date>,
    retroactive: bool,
    own_request: bool,
    did_not_come: bool,
    own_words: bool,
    appointment_void: bool,
    other_plan: bool,
    heavy: bool,
    suspended_return_decision: bool,
}

impl Said {
    fn of(case: &Case, plan: &LetterPlan) -> Self {
        match &plan.letter {
            Letter::Weigeringsbesluit(refusal) => Self::by_refusal(case, plan, refusal),
            Letter::Opschortingsbrief(Suspension { supplement_until, .. }) => {
                Self { supplement_until: *supplement_until, ..Self::default() }
            }
            Letter::VoornemenIntrekking(intention) | Letter::VoornemenBeeindiging(intention) => {
                Self::by_intention(*intention)
            }
            Letter::AanvullendVoornemen(intention) => {
                let other_plan = case.stap.first_announced().is_some_and(|kind| kind != intention.ending);
                Self { other_plan, ..Self::by_intention(*intention) }
            }
            Letter::Intrekkingsbesluit(decision) => Self::by_decision(case, Ending::Intrekking, decision),
            Letter::Beeindigingsbesluit(decision) => Self::by_decision(case, Ending::Beeindiging, decision),
            Letter::OpheffingInreisverbod(LiftedBan { lifted, heavy, .. }) => Self {
                heavy: *heavy,
                suspended_return_decision: lifted.suspended_return_decision,
                ..Self::default()
            },
            Letter::OpheffingOngewenstverklaring(LiftedMeasure { suspended_return_decision, .. }) => {
                Self { suspended_return_decision: *suspended_return_decision, ..Self::default() }
            }
            Letter::Buitenbehandelingstelling(Unprocessed { reason, revived, .. }) => Self {
                revived: *revived,
                did_not_come: match reason {
                    NotReported::DidNotCome(_) => true,
                    NotReported::NoAppointmentInTime(made) => made.is_some_and(|late| late.missed),
                    NotReported::OwnWords => false,
                },
                own_words: *reason == NotReported::OwnWords,
                appointment_void: match reason {
                    NotReported::NoAppointmentInTime(Some(late)) => late.on.is_some() && !late.missed,
                    _ => false,
                },
                ..Self::default()
            },
        }
    }

    fn by_refusal(case: &Case, plan: &LetterPlan, refusal: &Refusal) -> Self {
        let border = match &refusal.place {
            RefusalPlace::Doorlaatpost { asylum, .. } => Some(*asylum),
            RefusalPlace::Stickerlocatie(_) | RefusalPlace::Gemeente(_) => None,
        };
        Self {
            revived: refusal.revived,
            ter_apel: refusal.ter_apel == TerApel::AsSoonAsPossible,
            m35h: refusal.m35h,
            at_border: border.is_some(),
            asylum_at_border: border == Some(true) && !plan.person.eu_citizen,
            asylum_decision: case
                .stap
                .gronden()
                .iter()
                .any(|ground| ground.grond == GroundId::GeenMedewerkingBiometrie),
            ..Self::default()
        }
    }

    fn by_intention(Intention { ending, effective, own_request }: Intention) -> Self {
        Self { ending: Some(ending), effective, own_request, ..Self::default() }
    }

    fn by_decision(case: &Case, ending: Ending, decision: &EndingDecision) -> Self {
        Self {
            revived: decision.revived,
            ter_apel: decision.ter_apel
                && !decision.own_request
                && !reader::is_abroad(case)
                && !reader::is_away(case),
            asylum_decision: return_decision::decided_apart(case),
            ending: Some(ending),
            effective: Some(decision.effective),
            retroactive: decision.retroactive,
            own_request: decision.own_request,
            ..Self::default()
        }
    }
}
