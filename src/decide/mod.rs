//! From facts to outcome: which letters follow, or why none. Pure: dates and rules are arguments.
//!
//! The room reads as the Werkinstructie does: a file for each step (`counter`, `triage`, `border`,
//! `absent`, `reassessment`) and for each ground (`ground`). The driver below asks the step the five
//! questions of docs/spec/letters.md section 1 in their order: (1) what contradicts the outcome, (2) does
//! a rule say no letter, (3) what refuses grounds, texts and timing, (4) what must a person decide, (5)
//! which letters follow.

mod absent;
mod announced;
mod asylum_decision;
mod bewijs;
mod border;
mod case_view;
mod clause;
mod counter;
mod doelgroep;
pub(crate) mod draft;
mod effective_date;
mod file;
mod findings;
mod grant;
mod ground;
mod ground_days;
mod idle_input;
pub(crate) mod known;
pub(crate) mod letter_plan;
pub mod outcome;
mod person;
mod plan;
mod protection;
mod reassessment;
mod refusal;
mod return_decision;
mod return_weighing;
mod revived;
mod stay_abroad;
mod step;
mod terms;
pub(crate) mod trace;
mod triage;
mod weighing;
mod zienswijze;

#[cfg(test)]
mod tests;

use crate::case::model::{
    Case, Doorverwijzing, JaNee, Relatie, Stap, UitkomstStickerlocatie, UitkomstTriage, Vreemdeling,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::law::book::RuleBook;
use crate::words::{Rule, RuleId};
use case_view::CaseView;
use clause::Clause;
use draft::Draft;
use findings::{Finding, Findings};
use known::Known;
use letter_plan::LetterPlan;
use outcome::{BewijsVanVerblijf, CheckedCase, ConditionResult, Decision, Outcome};
use trace::Trace;

/// Decides a case. `file_errors` are the errors found while reading the file; with any of them the case is
/// refused, together with the contradictions of stage 1.
#[must_use]
pub fn decide(case: Case, file_errors: Vec<Diagnostic>, book: &RuleBook) -> Decision {
    let view = CaseView::of(&case, book);
    let disadvantage = is_to_disadvantage(&case.stap);
    let mut findings = Findings::new(&case, book, disadvantage, file_errors);
    let (verdict, proof) = assess(&view, &mut findings);
    let doelgroep = view.group.conditions().to_vec();
    let Findings { errors, questions, trace, deviated, .. } = findings;
    let draft = |sketch: Option<Sketch>, case: Case| {
        sketch.map(|Sketch { mut letters, open }| {
            letters.iter_mut().for_each(|letter| letter.rules.extend(conditions_met(&doelgroep)));
            Draft { case: Box::new(case), letters, open }
        })
    };
    let mut no_letter = Vec::new();
    let (outcome, draft) = match verdict {
        Verdict::Refused(sketch) => (Outcome::Refused(errors), draft(sketch, case)),
        Verdict::NoLetter(rules) => {
            no_letter = rules;
            (Outcome::NoLetter, None)
        }
        Verdict::Ask(sketch) => (Outcome::OfficerMustDecide(questions), draft(sketch, case)),
        Verdict::Letters(mut letters) => {
            for letter in &mut letters {
                letter.rules = trace.rule_ids();
                letter.rules.extend(conditions_met(&doelgroep));
            }
            (Outcome::Letters(Box::new(CheckedCase(case)), letters), None)
        }
    };
    Decision { outcome, draft, trace, no_letter, doelgroep, bewijs_van_verblijf: proof, afwijking: deviated }
}

/// The conditions of the target group that the person meets: every letter rests on them too.
fn conditions_met(doelgroep: &[ConditionResult]) -> impl Iterator<Item = RuleId> {
    doelgroep.iter().filter(|tried| tried.result.is_yes()).map(|tried| tried.condition.into())
}

/// The decision about a document from which no case could be read.
#[must_use]
pub fn unreadable(errors: Vec<Diagnostic>) -> Decision {
    Decision {
        outcome: Outcome::Refused(errors),
        draft: None,
        trace: Trace::default(),
        no_letter: Vec::new(),
        doelgroep: Vec::new(),
        bewijs_van_verblijf: None,
        afwijking: false,
    }
}

/// Whether the outcome of a step takes or withholds something from the person, so that an afwijking cures less
/// (docs/spec/letters.md section 1, *Sharpened*).
fn is_to_disadvantage(stap: &Stap) -> bool {
    match stap {
        Stap::Stickerlocatie(step) => step.uitkomst != UitkomstStickerlocatie::Toekenning,
        Stap::Triage(step) => step.uitkomst == UitkomstTriage::Negatief,
        Stap::Grens(step) => step.doorverwijzing.is_none_or(|referral| referral == Doorverwijzing::Geen),
        Stap::NietGemeld(_) | Stap::Herbeoordeling(_) => true,
    }
}

enum Verdict {
    Refused(Option<Sketch>),
    /// The rules that say so.
    NoLetter(Vec<RuleId>),
    Ask(Option<Sketch>),
    Letters(Vec<LetterPlan>),
}

/// The letters as far as they are certain, and what is open in them.
struct Sketch {
    letters: Vec<LetterPlan>,
    open: Vec<Diagnostic>,
}

fn assess(view: &CaseView<'_>, findings: &mut Findings<'_>) -> (Verdict, Option<BewijsVanVerblijf>) {
    let step = step::rules(view);
    file::contradictions(view, findings);
    step.contradictions(view, findings);
    return_decision::idle_keys(view, findings);
    if !findings.errors.is_empty() {
        return (Verdict::Refused(None), None);
    }
    step.first_questions(view, findings);
    if !findings.errors.is_empty() {
        return (Verdict::Refused(None), None);
    }
    if !findings.questions.is_empty() {
        // All questions of a case at once; whatever else stands against the letter waits for the answers.
        let mut beyond = findings.clone();
        questions_and_letters(view, &mut beyond);
        findings.questions = beyond.questions;
        return (Verdict::Ask(None), None);
    }
    step.explanations(view, findings);
    let before = findings.trace.mark();
    if step.no_letter(view, findings) {
        let rules = findings.trace.used_since(before);
        findings.refuse_idle_deviation();
        // Where grounds are ignored, so are the answers about them.
        if !matches!(view.case.stap, Stap::Herbeoordeling(_) | Stap::Grens(_)) {
            findings.refuse_idle_answers();
        }
        return match findings.errors.is_empty() {
            true => (Verdict::NoLetter(rules), step.proof(view, findings)),
            false => (Verdict::Refused(None), None),
        };
    }
    if !step.may_have_letter() {
        findings.no_rule_says_what_follows();
        return (Verdict::Refused(None), None);
    }
    for (rule, fact) in step.rests_on() {
        findings.demand(rule, fact);
    }
    file::refusals(view, findings);
    step.refusals(view, findings);
    if refused_by_answer(view, findings) {
        return (Verdict::Refused(None), None);
    }
    if let Some(facts) = return_decision::ReturnFacts::of(view) {
        facts.refusals(view, findings);
    }
    if !findings.errors.is_empty() {
        // The questions of a draft belong to a later stage; on a copy they leave this refusal and its trace alone.
        let draft = findings.only_texts_missing().then(|| {
            let mut beyond = findings.clone();
            let letters = questions_and_letters(view, &mut beyond);
            sketch(letters, &beyond)
        });
        return (Verdict::Refused(draft.flatten()), None);
    }
    let letters = questions_and_letters(view, findings);
    if !findings.questions.is_empty() {
        return (Verdict::Ask(sketch(letters, findings)), None);
    }
    findings.refuse_idle_deviation();
    findings.refuse_idle_answers();
    if !findings.errors.is_empty() || letters.is_empty() {
        findings.no_rule_says_what_follows();
        return (Verdict::Refused(None), None);
    }
    (Verdict::Letters(letters), step.proof(view, findings))
}

/// Whether the officer's answer `nee` to a question of stage 4 contradicts the outcome: then no text is asked for a letter
/// that does not come.
fn refused_by_answer(view: &CaseView<'_>, findings: &mut Findings<'_>) -> bool {
    if !view.case.stap.antwoorden().iter().any(|answer| answer.antwoord == JaNee::Nee) {
        return false;
    }
    let mut beyond = findings.clone();
    questions_and_letters(view, &mut beyond);
    let by_answer = |error: &Diagnostic| error.code == Code::OutcomeContradicted;
    let refused: Vec<Diagnostic> =
        beyond.errors.iter().skip(findings.errors.len()).filter(|error| by_answer(error)).cloned().collect();
    let any = !refused.is_empty();
    findings.errors.extend(refused);
    any
}

/// Stages 4 and 5. While a question is open, the letters are only possible letters.
fn questions_and_letters(view: &CaseView<'_>, findings: &mut Findings<'_>) -> Vec<LetterPlan> {
    let step = step::rules(view);
    addressee_question(view, findings);
    step.questions(view, findings);
    if let Some(facts) = return_decision::ReturnFacts::of(view) {
        facts.questions(view, findings);
    }
    step.letters(view, findings)
}

/// Stage 4, for every letter: asks whether the person is a minor, if the file does not tell.
fn addressee_question(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    if view.person.minor() != Known::Unknown && view.person.minor_when_decided() != Known::Unknown {
        return;
    }
    let question = Finding::new(
        Rule::PersoonMinderjarig,
        Code::MaybeMinor,
        format!(
            "Door de onvolledige geboortedatum is niet zeker of de vreemdeling op de dag van bekendmaking {} jaar is.",
            view.limits.age_of_majority
        ),
        [Vreemdeling::geboortedatum],
    )
    .with_hint("Vul de geboortedatum aan, of leg uw oordeel vast met `meerderjarig: true` of `false`.")
    .filled_by(Vreemdeling::meerderjarig);
    // At the border a minor is referred (WI H2), and a minor child of a referent may belong to the target
    // group (b2). For anyone else the age decides only who is addressed.
    let tie = view.case.feiten.gezinsband.as_ref().and_then(|tie| tie.relatie);
    if matches!(view.case.stap, Stap::Grens(_)) || tie == Some(Relatie::MinderjarigKind) {
        findings.ask(question);
    } else {
        findings.ask_within(&[Clause::Geadresseerde], question);
    }
}

/// The letters as far as they are certain; `None` where a question decides which letter it is.
fn sketch(mut letters: Vec<LetterPlan>, findings: &Findings<'_>) -> Option<Sketch> {
    if findings.undetermined {
        return None;
    }
    for letter in &mut letters {
        letter.leave_open(&findings.open);
        letter.rules = findings.trace.rule_ids();
    }
    let open = findings.errors.iter().chain(&findings.questions).cloned().collect();
    Some(Sketch { letters, open })
}
