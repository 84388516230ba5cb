//! Drafts: where a letter is certain while something is still missing, and where it is not.

use super::{PARTNER, TEMPORARY, Zaak, findings};
use crate::decide::letter_plan::{Letter, TerApel};
use crate::decide::outcome::{Clause, Decision, Outcome};
use crate::law::book::RuleBook;
use crate::law::date::Date;
use crate::law::row::Provenance;
use crate::words::{LetterKind, RemedyCase, TermKind};

/// Kind and open clauses of the only letter of a draft, and how much is open.
fn drafted(decision: &Decision) -> Option<(LetterKind, Vec<Clause>, usize)> {
    let draft = decision.draft.as_ref()?;
    assert!(!draft.open.is_empty() && !matches!(decision.outcome, Outcome::Letters(..)));
    let [letter] = draft.letters.as_slice() else { panic!("not one letter") };
    Some((letter.kind(), letter.open.clone(), draft.open.len()))
}

fn refusal(clauses: &[Clause], open: usize) -> Option<(LetterKind, Vec<Clause>, usize)> {
    Some((LetterKind::Weigeringsbesluit, clauses.to_vec(), open))
}

fn without_motivation(text: &str) -> Zaak {
    Zaak::new(text.replace(", motivering: Zo is het.", ""))
}

#[test]
fn a_complete_case_and_a_case_without_letter_have_no_draft() {
    assert!(Zaak::refused_on("inreisstempel").decide().draft.is_none());
    assert!(Zaak::granted().facts("vertrek_uit_oekraine: 2022-03-01").decide().draft.is_none());
}

#[test]
fn a_missing_text_leaves_the_letter_certain_and_the_refusal_as_it_is() {
    let decision = without_motivation(&Zaak::refused_on("inreisstempel").step).decide();
    assert_eq!(findings(&decision), ["F501 grond.inreisstempel"]);
    assert_eq!(drafted(&decision), refusal(&[], 1));
}

#[test]
fn beside_a_missing_text_the_questions_of_the_next_stage_are_open_too() {
    let step = "{soort: triage, datum: 2026-11-20, gemeente: Westland, uitkomst: negatief, \
                gronden: [{grond: inreisstempel}], asielwens: false, andere_verblijfsgrond: false}";
    let decision = Zaak::new(step).national_of("[NGA]").decide();
    assert_eq!(findings(&decision), ["F501 grond.inreisstempel"], "the outcome is that of its own step");
    // Three things are open: the text, the bar on return and the country.
    assert_eq!(drafted(&decision), refusal(&[Clause::Terugkeerbesluit], 3));
}

#[test]
fn any_other_refusal_has_no_draft() {
    let step = "{soort: stickerlocatie, datum: 2026-11-20, locatie: Amersfoort, uitkomst: weigering, \
                gronden: [{grond: inreisstempel}]}";
    let contradicted = Zaak::new(step).facts("alleen_inreisstempel: false").decide();
    assert_eq!(findings(&contradicted), ["F501 grond.inreisstempel", "F203 grond.inreisstempel"]);
    assert!(contradicted.draft.is_none());
    let unfit = without_motivation(&Zaak::refused_on("nareisvergunning").step).decide();
    assert!(unfit.draft.is_none());
}

#[test]
fn a_fact_that_the_ground_needs_is_a_gap() {
    assert_eq!(drafted(&Zaak::refused_on("asielstatus_elders").decide()), refusal(&[], 1));
    assert_eq!(drafted(&Zaak::refused_on("gezinsband_verbroken").decide()), refusal(&[], 1));
}

#[test]
fn the_return_decision_is_open_until_every_fact_about_it_is_known() {
    use Clause::{TerApel, Terugkeerbesluit};
    let open = |more: &str| drafted(&Zaak::triage(more).national_of("[NGA]").decide());
    let all = "andere_verblijfsgrond: false, terugkeerbeletsel: false, land_van_terugkeer: NGA";
    assert_eq!(open(all), refusal(&[TerApel, Terugkeerbesluit], 1));
    // Another residence right rules it out, so only the asylum wish itself is open.
    let resident = "andere_verblijfsgrond: true, terugkeerbeletsel: false";
    assert_eq!(open(resident), refusal(&[TerApel], 1));
    assert_eq!(open("asielwens: true"), None, "an asylum wish leaves nothing open");
    // Nobody can be returned to Ukraine: an officer decides.
    let ukraine =
        "asielwens: false, andere_verblijfsgrond: false, terugkeerbeletsel: false, land_van_terugkeer: UKR";
    assert_eq!(drafted(&Zaak::triage(ukraine).decide()), refusal(&[Terugkeerbesluit], 1));
}

#[test]
fn an_open_clause_has_no_answer_in_the_plan() {
    let more = "andere_verblijfsgrond: false, terugkeerbeletsel: false, land_van_terugkeer: NGA";
    let decision = Zaak::triage(more).national_of("[NGA]").decide();
    let letter = &decision.draft.as_ref().unwrap().letters[0];
    let Letter::Weigeringsbesluit(refusal) = &letter.letter else { panic!("no refusal") };
    assert!(refusal.return_decision.is_none() && refusal.ter_apel == TerApel::No);
    let terms: Vec<TermKind> = letter.terms.iter().map(|term| term.kind).collect();
    assert_eq!(terms, [TermKind::Bezwaar]);
}

/// A draft names the remedy while the return decision is open; so it must be the same with and without one.
#[test]
fn a_return_decision_never_changes_the_remedy() {
    let book = RuleBook::built_in().unwrap();
    let with: Vec<_> = LetterKind::ALL
        .iter()
        .filter(|letter| letter.remedy_cases().contains(&RemedyCase::MetTerugkeerbesluit))
        .collect();
    assert!(!with.is_empty());
    let mut days: Vec<Date> = book.rows().map(Provenance::valid_from).collect();
    days.sort();
    days.dedup();
    for (letter, day) in with.iter().flat_map(|letter| days.iter().map(move |day| (**letter, *day))) {
        let terms = |case| &book.remedy(letter, case, day).unwrap().termijnen;
        assert_eq!(terms(RemedyCase::Gewoon), terms(RemedyCase::MetTerugkeerbesluit), "{}", letter.id());
    }
}

#[test]
fn an_open_age_is_open_only_where_it_does_not_decide_the_letter() {
    let young = |zaak: Zaak| drafted(&zaak.born("2008").decide());
    assert_eq!(young(Zaak::refused_on("inreisstempel")), refusal(&[Clause::Geadresseerde], 1));
    // A minor child of a referent may belong to the target group; a minor at the border is referred.
    let child = "gezinsband: {relatie: minderjarig_kind, ongehuwd: true, referent: {valt_onder_a: true}}";
    assert_eq!(young(Zaak::refused_on("inreisstempel").facts(child)), None);
    let border = "{soort: grens, datum: 2026-11-20, doorlaatpost: Schiphol, beroep_op_rtb: true, \
                  asielaanvraag: true, doorverwijzing: geen, gronden: [{grond: inreisstempel, motivering: Zo.}]}";
    assert_eq!(young(Zaak::new(border)), None);
}

#[test]
fn at_the_border_only_the_asylum_application_leaves_the_letter_certain() {
    let border = |facts: &str| {
        let step = format!(
            "{{soort: grens, datum: 2026-11-20, doorlaatpost: Schiphol, {facts}, \
             gronden: [{{grond: inreisstempel, motivering: Zo is het.}}]}}"
        );
        drafted(&Zaak::new(step).decide())
    };
    assert_eq!(border("beroep_op_rtb: true, doorverwijzing: geen"), refusal(&[], 1));
    assert_eq!(border("beroep_op_rtb: true, asielaanvraag: true"), None);
    assert_eq!(border("doorverwijzing: geen, asielaanvraag: true"), None);
}

#[test]
fn what_can_end_in_no_letter_or_in_another_has_no_draft() {
    let none = |zaak: Zaak| {
        let decision = zaak.decide();
        assert!(matches!(decision.outcome, Outcome::OfficerMustDecide(_)), "{:?}", findings(&decision));
        assert!(decision.draft.is_none(), "{:?}", findings(&decision));
    };
    // It is open whether it is an intrekking or a beëindiging.
    none(Zaak::new("{soort: herbeoordeling, datum: 2026-11-20, fase: voornemen, gronden: [{grond: fraude, motivering: Zo.}]}").facts("toegekend_op: 2024-02-01"));
    // The zienswijze may lead to another view, and so to no letter.
    none(Zaak::reassessed(
        "fase: besluit, voornemen: {datum: 2026-09-01}, \
         zienswijze: {ontvangen: 2026-09-10, samenvatting: Nee., reactie: Toch.}",
    ));
    // An exclusion stands beside a family tie, or it is not known which permit the person had in Ukraine.
    let ground = "derdelander_tijdelijk_verblijfsrecht";
    none(Zaak::refused_on(ground).national_of("[NGA]").facts(TEMPORARY).facts(PARTNER));
    none(Zaak::refused_on(ground).national_of("[NGA]"));
    none(Zaak::granted().national_of("[NGA]").facts(TEMPORARY).facts(PARTNER));
}

#[test]
fn a_last_day_that_no_decree_confirms_leaves_the_letter_certain() {
    let decision = Zaak::refused_on("inreisstempel").made_known("2022-04-29").decide();
    let later = decision.draft.is_none() && !matches!(decision.outcome, Outcome::OfficerMustDecide(_));
    assert!(later, "the step is of 2026: {:?}", findings(&decision));
    let step = Zaak::refused_on("inreisstempel").step.replace("2026-11-20", "2022-04-29");
    let decision = Zaak::new(step).made_known("2022-04-29").decide();
    assert_eq!(findings(&decision), ["V104 termijn.bezwaar"]);
    assert_eq!(drafted(&decision), refusal(&[], 1));
}
