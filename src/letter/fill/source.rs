//! The data from which a letter is filled: the case, the plan, and what lies outside the case.

use super::gap::Gap;
use super::reader;
use super::surroundings::Surroundings;
use super::terms::{self, TermText};
use super::texts::prose;
use crate::case::model::{Adres, Bekendmaking, Case, Feiten, Herbeoordeling, Stap, Wijze};
use crate::decide::letter_plan::{LetterPlan, ReturnDecision};
use crate::letter::context::Frame;
use crate::words::{Judgement, Language, TermKind};

/// The data from which a letter is filled.
pub(crate) struct LetterSource<'a> {
    /// The case.
    pub case: &'a Case,
    /// The plan of the letter: what was decided.
    pub plan: &'a LetterPlan,
    /// What lies outside the case.
    pub around: &'a Surroundings<'a>,
}

impl LetterSource<'_> {
    /// What every letter can say.
    pub fn frame(&self) -> Frame {
        let (case, organisation) = (self.case, self.around.organisation);
        let person = &case.vreemdeling;
        let representative = reader::representative(case, self.plan);
        let days = |language| terms::first_and_last(self.plan, language);
        let [eerste_dag_uk, tweede_dag_uk] = days(Language::Ukrainian);
        let [eerste_dag_ru, tweede_dag_ru] = days(Language::Russian);
        let [eerste_dag_en, tweede_dag_en] = days(Language::English);
        let leave_by = |language| terms::leave_by(self.plan, language);
        let abroad = reader::is_abroad(case);
        let phone_abroad = organisation.telefoon_buitenland.as_ref().filter(|_| abroad);
        Frame {
            aanhef: reader::salutation(case, self.plan),
            hoedanigheid: representative.map(|it| it.hoedanigheid.word().to_owned()),
            naam: person.full_name(),
            v_nummer: person.v_nummer.to_string(),
            kenmerk: case.zaak.kenmerk.to_string(),
            te_jong_voor_bewijs: self.plan.person.below_age_of_proof,
            eu_burger: self.plan.person.eu_citizen,
            buitenland: abroad,
            bekend_op: case.bekendmaking.datum.dutch(),
            uitgereikt: case.bekendmaking.wijze == Wijze::Uitreiking,
            hoe: self.otherwise(),
            oordelen: self.judgements(),
            gemachtigde: person.gemachtigde.as_ref().map(|it| it.naam.to_string()),
            alleen_gemachtigde: person.adres == Adres::Unknown
                && case.bekendmaking.wijze == Wijze::Toezending,
            eerste_dag_uk,
            eerste_dag_ru,
            eerste_dag_en,
            tweede_dag_uk,
            tweede_dag_ru,
            tweede_dag_en,
            staatloos: self.plan.person.stateless,
            moet_vertrekken: self.plan.letter.return_decision().is_some(),
            vertrek_uk: leave_by(Language::Ukrainian),
            vertrek_ru: leave_by(Language::Russian),
            vertrek_en: leave_by(Language::English),
            onmiddellijk_vertrekken: self
                .plan
                .letter
                .return_decision()
                .is_some_and(ReturnDecision::immediately),
            telefoon: phone_abroad.unwrap_or(&organisation.telefoon).clone(),
            openingstijden: organisation.openingstijden.clone(),
            website: organisation.website.clone(),
            rechtshulp: organisation.rechtshulp.clone(),
            hulp: organisation.hulp.clone(),
            post_adres: organisation.post.lines.clone(),
            post_naar: organisation.post.line.clone(),
            bezwaar_adres: organisation.bezwaar.lines.clone(),
            bezwaar_naar: organisation.bezwaar.line.clone(),
            bezwaar_digitaal: organisation.bezwaar.digital.clone(),
            beroep_adres: organisation.beroep.lines.clone(),
            beroep_naar: organisation.beroep.line.clone(),
            beroep_digitaal: organisation.beroep.digital.clone(),
            zienswijze_adres: organisation.zienswijze.lines.clone(),
            zienswijze_naar: organisation.zienswijze.line.clone(),
            zienswijze_digitaal: organisation.zienswijze.digital.clone(),
            ter_apel_adres: organisation.ter_apel.lines.clone(),
            ter_apel_naar: organisation.ter_apel.line.clone(),
        }
    }

    /// How the letter is made known, where it is neither handed over nor sent; in a concept a gap where that is absent.
    fn otherwise(&self) -> Option<String> {
        let made_known = &self.case.bekendmaking;
        if made_known.wijze != Wijze::Anders {
            return None;
        }
        self.around.need(made_known.hoe.as_ref(), Bekendmaking::hoe).ok()
    }

    /// The officer's reasons for the answers on record that belong in the letter, a paragraph each.
    fn judgements(&self) -> Option<String> {
        let answers = self.case.stap.antwoorden().iter().filter(|answer| told(answer.vraag));
        let reasons: Vec<String> = answers.filter_map(|answer| prose(answer.reden.as_ref())).collect();
        (!reasons.is_empty()).then(|| reasons.join("\n\n"))
    }

    /// The reassessment.
    ///
    /// # Errors
    /// [`Gap`] when the step is another one.
    pub fn reassessment(&self) -> Result<&Herbeoordeling, Gap> {
        match &self.case.stap {
            Stap::Herbeoordeling(step) => Ok(step),
            _ => Err(Gap::Fact(Stap::soort)),
        }
    }

    /// A term that the letter must name, in words.
    ///
    /// # Errors
    /// [`Gap`] when the plan does not have it.
    pub fn need_term(&self, kind: TermKind) -> Result<TermText, Gap> {
        terms::in_words(self.plan, kind).ok_or(Gap::Term(kind))
    }

    /// The term for beroep in words, and whether it is the short one.
    ///
    /// # Errors
    /// [`Gap`] when the plan has neither of the two.
    pub fn need_appeal(&self) -> Result<(TermText, bool), Gap> {
        match terms::in_words(self.plan, TermKind::BeroepKort) {
            Some(short) => Ok((short, true)),
            None => self.need_term(TermKind::Beroep).map(|long| (long, false)),
        }
    }
}

/// Whether the reader needs the reason of this answer, together with the grounds.
const fn told(question: Judgement) -> bool {
    match question {
        Judgement::ExclusionOrFamily
        | Judgement::ProtectionInUkraine
        | Judgement::EuCitizenAtBorder
        | Judgement::LateAppointment
        | Judgement::YoungChild
        | Judgement::EarlierAsylumApplication
        | Judgement::EndedByLaw
        | Judgement::UnboundMemberState
        | Judgement::NotLivedTogether
        | Judgement::WhoseChild
        | Judgement::GrownUp
        | Judgement::StatelessOrigin
        | Judgement::NationalityUnknown => true,
        // That of a return decision stands beside it, the asylum decision has its own reasons, and about a grant
        // there is no letter.
        Judgement::ReturnDecision
        | Judgement::AsylumDecisionParts
        | Judgement::AfterNareis
        | Judgement::ProtectionRuns => false,
    }
}

/// The two days that every letter about the end of protection names.
pub(crate) struct Protection {
    /// The day on which protection was granted.
    pub granted: String,
    /// The day since which the conditions are not met.
    pub not_since: String,
}

impl Protection {
    /// Takes both days from the case.
    ///
    /// # Errors
    /// [`Gap`] when a day is absent, or the step is not a reassessment.
    pub fn of(source: &LetterSource<'_>) -> Result<Self, Gap> {
        let since = source.reassessment()?.voldoet_niet_sinds;
        Ok(Self {
            granted: source.around.need_date(source.case.feiten.toegekend_op, Feiten::toegekend_op)?,
            not_since: source.around.need_date(since, Herbeoordeling::voldoet_niet_sinds)?,
        })
    }
}
