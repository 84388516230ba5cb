//! From facts to outcome: which letters follow, or why none. Pure: dates and rules are arguments.
//!
//! The order of letters.md section 1: (1) errors in the file and facts that contradict the outcome,
//! (2) rules that say no letter, (3) grounds, texts and timing, (4) questions, (5) letters.

mod absence;
mod asielbesluit;
mod bewijs;
mod contradiction;
mod doelgroep;
pub mod draft;
mod findings;
mod grens;
mod ground;
mod ground_facts;
mod herbeoordeling;
mod ingangsdatum;
pub mod known;
mod niet_gemeld;
mod opschorting;
pub mod outcome;
mod person;
mod plan;
mod questions;
mod terms;
mod terugkeer;
pub mod trace;
mod zienswijze;

#[cfg(test)]
mod tests;

pub use person::Person;

use crate::case::model::{Case, Fase, SoortMaatwerk, Stap, UitkomstStickerlocatie, UitkomstTriage};
use crate::diagnostic::Diagnostic;
use crate::law::book::RuleBook;
use draft::Draft;
use findings::{Findings, View};
use ground::Purpose;
use outcome::{BewijsVanVerblijf, CheckedCase, Decision, LetterPlan, Outcome};
use terugkeer::Return;
use trace::Trace;

/// Decides a case. `file_errors` are what reading the file found; with any of them the case is refused,
/// together with the contradictions of step 1.
#[must_use]
pub fn decide(case: Case, file_errors: Vec<Diagnostic>, book: &RuleBook) -> Decision {
    let view = View::of(&case, book);
    let mut findings =
        Findings { errors: file_errors, deviates: case.afwijking.is_some(), ..Findings::default() };
    let (verdict, proof) = assess(&view, &mut findings);
    let doelgroep = view.group.conditions().to_vec();
    let Findings { errors, questions, trace, deviated, .. } = findings;
    let draft = |sketch: Option<Sketch>, case: Case| {
        sketch.map(|Sketch { letters, open }| Draft { case: Box::new(case), letters, open })
    };
    let (outcome, draft) = match verdict {
        Verdict::Refused(sketch) => (Outcome::Refused(errors), draft(sketch, case)),
        Verdict::NoLetter => (Outcome::NoLetter, None),
        Verdict::Ask(sketch) => (Outcome::OfficerMustDecide(questions), draft(sketch, case)),
        Verdict::Letters(mut letters) => {
            for letter in &mut letters {
                letter.rules = trace.rule_ids();
            }
            (Outcome::Letters(Box::new(CheckedCase(case)), letters), None)
        }
    };
    Decision { outcome, draft, trace, doelgroep, bewijs_van_verblijf: proof, afwijking: deviated }
}

/// The decision about a document from which no case could be read.
#[must_use]
pub fn unreadable(errors: Vec<Diagnostic>) -> Decision {
    Decision {
        outcome: Outcome::Refused(errors),
        draft: None,
        trace: Trace::default(),
        doelgroep: Vec::new(),
        bewijs_van_verblijf: None,
        afwijking: false,
    }
}

enum Verdict {
    Refused(Option<Sketch>),
    NoLetter,
    Ask(Option<Sketch>),
    Letters(Vec<LetterPlan>),
}

/// The letters as far as they are certain, and what is open in them.
struct Sketch {
    letters: Vec<LetterPlan>,
    open: Vec<Diagnostic>,
}

fn assess(view: &View<'_>, findings: &mut Findings) -> (Verdict, Option<BewijsVanVerblijf>) {
    contradiction::check(view, findings);
    if !findings.errors.is_empty() {
        return (Verdict::Refused(None), None);
    }
    tailor_made(view, findings);
    if no_letter(view, findings) {
        return (Verdict::NoLetter, proof(view, findings));
    }
    if !may_have_letter(view) {
        return (Verdict::Ask(None), None);
    }
    grounds_texts_timing(view, findings);
    if !findings.errors.is_empty() {
        // What a draft asks on top does not belong to this step: the refusal and its trace stay as they are.
        let draft = findings.only_texts_missing().then(|| {
            let mut beyond = findings.clone();
            let letters = questions_and_plan(view, &mut beyond);
            sketch(letters, &beyond)
        });
        return (Verdict::Refused(draft.flatten()), None);
    }
    let letters = questions_and_plan(view, findings);
    if !findings.questions.is_empty() {
        return (Verdict::Ask(sketch(letters, findings)), None);
    }
    (Verdict::Letters(letters), proof(view, findings))
}

/// Steps 4 and 5; with a question the letters are only possible ones.
fn questions_and_plan(view: &View<'_>, findings: &mut Findings) -> Vec<LetterPlan> {
    questions(view, findings);
    plan::letters(view, findings)
}

/// What is certain of the letters; none where a question decides which letter it is.
fn sketch(mut letters: Vec<LetterPlan>, findings: &Findings) -> Option<Sketch> {
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

fn granted(view: &View<'_>) -> bool {
    matches!(&view.case.stap, Stap::Stickerlocatie(s) if s.uitkomst == UitkomstStickerlocatie::Toekenning)
}

/// A positive triage has no letter, but may have a question.
fn may_have_letter(view: &View<'_>) -> bool {
    !matches!(&view.case.stap, Stap::Triage(s) if s.uitkomst == UitkomstTriage::Positief)
}

fn proof(view: &View<'_>, findings: &mut Findings) -> Option<BewijsVanVerblijf> {
    granted(view).then(|| bewijs::of(view, findings)).flatten()
}

/// Maatwerk adds to the explanation and names SUA there, never in a letter (WI H1).
fn tailor_made(view: &View<'_>, findings: &mut Findings) {
    if let Stap::Stickerlocatie(step) = &view.case.stap
        && let Some(special) = &step.maatwerk
    {
        let rule = match special.soort {
            SoortMaatwerk::KorteVakantie => "maatwerk.korte_vakantie",
            SoortMaatwerk::DuurzameVestiging => "maatwerk.duurzame_vestiging",
        };
        findings.trace.used(rule, ["stap.maatwerk.soort", "stap.maatwerk.motivering"]);
    }
}

/// Step 2.
fn no_letter(view: &View<'_>, findings: &mut Findings) -> bool {
    match &view.case.stap {
        Stap::Stickerlocatie(_) if granted(view) => {
            questions::exclusion_or_family(view, "stap.uitkomst", findings);
            findings.questions.is_empty() && nothing_to_lift(view, findings)
        }
        Stap::Triage(step) if step.uitkomst == UitkomstTriage::Positief => {
            questions::exclusion_or_family(view, "stap.uitkomst", findings);
            findings.trace.used("triage.positief", ["stap.uitkomst"]);
            findings.questions.is_empty()
        }
        Stap::Grens(step) => grens::no_letter(view, step, findings),
        Stap::Herbeoordeling(step) => herbeoordeling::no_letter(view, step, findings),
        Stap::Stickerlocatie(_) | Stap::Triage(_) | Stap::NietGemeld(_) => false,
    }
}

/// A grant without a Dutch measure to lift has no letter: the proof of residence is handed over.
fn nothing_to_lift(view: &View<'_>, findings: &mut Findings) -> bool {
    if !plan::measures_to_lift(view).is_empty() {
        return false;
    }
    findings.trace.used("stickerlocatie.toekenning", ["stap.uitkomst"]);
    plan::trace_measures(view, "opheffing.alleen_terugkeerbesluit", findings);
    if view.case.feiten.maatregelen.is_empty() {
        findings.trace.used("opheffing.geen_maatregel", ["feiten.maatregelen"]);
    }
    true
}

/// Step 3, and the facts that the grounds need.
fn grounds_texts_timing(view: &View<'_>, findings: &mut Findings) {
    match &view.case.stap {
        Stap::Stickerlocatie(step) => match step.uitkomst {
            UitkomstStickerlocatie::Toekenning => {}
            UitkomstStickerlocatie::Weigering => ground::check(view, Purpose::Weigering, findings),
            UitkomstStickerlocatie::NaderOnderzoek => opschorting::check(view, step, findings),
        },
        Stap::Triage(_) => ground::check(view, Purpose::Weigering, findings),
        Stap::Grens(step) => {
            grens::ground_required(step, findings);
            ground::check(view, Purpose::Weigering, findings);
        }
        Stap::NietGemeld(_) => niet_gemeld::too_early(view, findings),
        Stap::Herbeoordeling(step) => {
            let ending = herbeoordeling::ending(view, step);
            ground::check(view, Purpose::Herbeoordeling(ending), findings);
            herbeoordeling::letter_fits(view, step, findings);
            if step.fase == Fase::Besluit {
                asielbesluit::check(view, step, findings);
            }
        }
    }
    if let Some(facts) = Return::of(view) {
        facts.check(view, findings);
    }
}

/// Step 4.
fn questions(view: &View<'_>, findings: &mut Findings) {
    questions::general(view, findings);
    match &view.case.stap {
        Stap::Stickerlocatie(step) if step.uitkomst == UitkomstStickerlocatie::NaderOnderzoek => {
            opschorting::questions(step, findings);
        }
        Stap::Grens(step) => grens::questions(view, step, findings),
        Stap::NietGemeld(_) => niet_gemeld::calendar(view, findings),
        Stap::Herbeoordeling(step) => herbeoordeling::questions(view, step, findings),
        Stap::Stickerlocatie(_) | Stap::Triage(_) => {}
    }
    if let Some(facts) = Return::of(view) {
        facts.questions(view, findings);
    }
}
