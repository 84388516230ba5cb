//! The return decision, rule by rule (docs/spec/letters.md section 2.2; WI H2, H3, fn. 25 and 26).

use super::{WEIGHED, Zaak, findings, letters, paths, read_by, refusal, terms};
use crate::decide::letter_plan::TerApel;
use crate::words::Rule;

const KNOWN: &str = "asielwens: false, andere_verblijfsgrond: false, terugkeerbeletsel: false";

/// Whether the only letter holds a return decision.
fn holds(case: &Zaak) -> bool {
    let decision = case.decide();
    assert_eq!(letters(&decision).len(), 1, "{:?}", findings(&decision));
    letters(&decision)[0].letter.return_decision().is_some()
}

#[test]
fn in_principle_a_negative_triage_has_a_return_decision() {
    let decision = Zaak::triage(&format!("{KNOWN}, land_van_terugkeer: NGA")).decide();
    assert!(letters(&decision)[0].letter.return_decision().is_some());
    assert_eq!(terms(&decision), ["bezwaar 2026-12-18", "vertrek 2026-12-18"]);
}

#[test]
fn the_deciding_facts_are_asked_together() {
    let asked = Zaak::triage("").decide();
    assert_eq!(
        paths(&asked).concat(),
        ["stap.asielwens", "stap.andere_verblijfsgrond", "stap.terugkeerbeletsel", "stap.land_van_terugkeer"]
    );
    let asked = Zaak::new("{soort: niet_gemeld, datum: 2026-11-20}").facts("brp_inschrijving: 2026-10-01");
    assert_eq!(
        paths(&asked.decide()).concat(),
        ["stap.andere_verblijfsgrond", "stap.terugkeerbeletsel", "stap.land_van_terugkeer"]
    );
    let wish = Zaak::triage("asielwens: true").decide();
    assert_eq!(letters(&wish).len(), 1, "an asylum wish leaves nothing to ask");
}

#[test]
fn each_reason_leaves_the_return_decision_out() {
    let rows = [
        (
            "asielwens: true, andere_verblijfsgrond: false, terugkeerbeletsel: false",
            Rule::TerugkeerbesluitAsielwens,
        ),
        (
            "asielwens: false, andere_verblijfsgrond: true, terugkeerbeletsel: false",
            Rule::TerugkeerbesluitAndereVerblijfsgrond,
        ),
        (
            "asielwens: false, andere_verblijfsgrond: false, terugkeerbeletsel: true",
            Rule::TerugkeerbesluitTerugkeerbeletsel,
        ),
        (
            &format!("{KNOWN}, terugkeerbesluit: {{achterwege: true, reden: Daarom.}}"),
            Rule::TerugkeerbesluitAchterwege,
        ),
    ];
    for (facts, rule) in rows {
        let case = Zaak::triage(facts);
        assert!(!holds(&case), "{facts}");
        assert!(read_by(&case.decide(), rule).is_some(), "{facts}");
        assert!(read_by(&case.decide(), Rule::TerugkeerbesluitOpgelegd).is_none(), "{facts}");
    }
    let citizen = Zaak::unweighed(KNOWN).national_of("[UKR, POL]");
    assert!(!holds(&citizen));
    assert!(read_by(&citizen.decide(), Rule::TerugkeerbesluitEuBurger).is_some());
}

#[test]
fn every_rule_that_leaves_the_return_decision_out_is_in_the_trace() {
    let decision =
        Zaak::triage("asielwens: true, andere_verblijfsgrond: true, terugkeerbeletsel: true").decide();
    for rule in [
        Rule::TerugkeerbesluitAsielwens,
        Rule::TerugkeerbesluitAndereVerblijfsgrond,
        Rule::TerugkeerbesluitTerugkeerbeletsel,
    ] {
        assert!(read_by(&decision, rule).is_some(), "{}", rule.word());
    }
}

#[test]
fn an_asylum_wish_brings_ter_apel_without_the_form() {
    let decision =
        Zaak::triage("asielwens: true, andere_verblijfsgrond: false, terugkeerbeletsel: false").decide();
    assert_eq!(
        terms(&decision),
        ["bezwaar 2026-12-18"],
        "before registration there is no asylum application"
    );
    assert_eq!(refusal(&decision).ter_apel, TerApel::AsSoonAsPossible);
    assert!(!refusal(&decision).m35h);
}

#[test]
fn an_officer_must_weigh_some_countries_and_situations() {
    const ASK: &str = "V103 terugkeerbesluit.ambtenaar_beslist";
    let to = |land: &str| Zaak::triage(&format!("{KNOWN}, land_van_terugkeer: {land}"));
    assert_eq!(findings(&to("UKR").decide()), [ASK]);
    assert_eq!(findings(&to("POL").decide()), [ASK]);
    assert_eq!(findings(&to("NOR").decide()), [ASK], "the return area");
    assert_eq!(findings(&to("GBR").national_of("[GBR]").decide()), [""; 0]);
    let elsewhere = to("NGA").facts("asielstatus_elders: DEU").decide();
    assert_eq!(
        (findings(&elsewhere), paths(&elsewhere).concat()),
        (vec![ASK.into()], vec!["feiten.asielstatus_elders".into()])
    );
    assert_eq!(findings(&to("NGA").facts("asielstatus_elders: CAN").decide()), [""; 0]);
    let measure = "maatregelen: [{soort: terugkeerbesluit, opgelegd_door: NLD}]";
    assert_eq!(findings(&to("NGA").facts(measure).decide()), [ASK]);
    let all = to("POL").facts("asielstatus_elders: DEU").facts(measure).decide();
    assert_eq!(findings(&all), [ASK, ASK, ASK]);
}

#[test]
fn a_country_is_refused_when_a_known_fact_says_that_no_return_decision_can_follow() {
    let wish = "asielwens: true, andere_verblijfsgrond: false, terugkeerbeletsel: false";
    let decision = Zaak::triage(&format!("{wish}, land_van_terugkeer: UKR")).decide();
    assert_eq!(findings(&decision), ["F202 invoer.zonder_gevolg"]);
    assert_eq!(paths(&decision).concat(), ["stap.land_van_terugkeer", "stap.asielwens"]);
    let left_out =
        format!("{KNOWN}, land_van_terugkeer: NGA, terugkeerbesluit: {{achterwege: true, reden: Daarom.}}");
    assert!(!holds(&Zaak::triage(&left_out)), "to leave it out is a choice");
}

#[test]
fn beside_a_bar_on_return_only_a_safe_third_country_can_be_named() {
    let barred = "asielwens: false, andere_verblijfsgrond: false, terugkeerbeletsel: true";
    let to = |land: &str| {
        Zaak::triage(&format!(
            "{barred}, veilig_derde_land: true, motivering_land: Veilig., land_van_terugkeer: {land}"
        ))
    };
    let decision = to("CAN").decide();
    assert!(letters(&decision)[0].letter.return_decision().is_some_and(|t| t.safe_third_country));
    let unsafe_country = Zaak::triage(&format!("{barred}, land_van_terugkeer: CAN")).decide();
    assert_eq!(findings(&unsafe_country), ["F202 invoer.zonder_gevolg"]);
    assert_eq!(findings(&to("NGA").decide()), ["F202 terugkeerbesluit.veilig_derde_land"]);
    let unexplained = Zaak::triage(&format!("{KNOWN}, land_van_terugkeer: CAN")).decide();
    let text = "F501 terugkeerbesluit.veilig_derde_land";
    assert_eq!(findings(&unexplained), [text, text], "whether it is safe, and why");
}

#[test]
fn no_departure_term_needs_its_motivation_and_sets_no_term_running() {
    let with =
        |term: &str| Zaak::triage(&format!("{KNOWN}, land_van_terugkeer: NGA, vertrektermijn: {term}"));
    let at_once = with("{weken: 0, motivering: Daarom., grond: a}").decide();
    assert_eq!(terms(&at_once), ["bezwaar 2026-12-18"]);
    assert!(letters(&at_once)[0].letter.return_decision().is_some_and(|t| t.immediately()));
    let bare = findings(&with("{weken: 0}").decide());
    assert_eq!(
        bare,
        ["F501 terugkeerbesluit.vertrektermijn_nul", "F109 terugkeerbesluit.vertrektermijn_nul"]
    );
    let shorter = with("{weken: 2, motivering: Daarom., grond: c}").decide();
    assert_eq!(terms(&shorter), ["bezwaar 2026-12-18", "vertrek 2026-12-04"]);
    assert_eq!(terms(&with("{weken: 4}").decide()), ["bezwaar 2026-12-18", "vertrek 2026-12-18"]);
}

#[test]
fn words_for_a_return_decision_that_does_not_follow_are_refused() {
    let idle = |facts: &str| paths(&Zaak::unweighed(facts).decide()).concat();
    assert_eq!(idle(&format!("asielwens: true, {WEIGHED}")), ["stap.motivering_terugkeer", "stap.asielwens"]);
    let four = format!(
        "{KNOWN}, {WEIGHED}, land_van_terugkeer: NGA, vertrektermijn: {{weken: 4, motivering: Zo., grond: a}}"
    );
    let weeks = "stap.vertrektermijn.weken";
    assert_eq!(idle(&four), ["stap.vertrektermijn.motivering", weeks, "stap.vertrektermijn.grond", weeks]);
    let kept = format!(
        "{KNOWN}, {WEIGHED}, land_van_terugkeer: NGA, terugkeerbesluit: {{achterwege: false, reden: Zo.}}"
    );
    assert_eq!(idle(&kept), ["stap.terugkeerbesluit.reden", "stap.terugkeerbesluit.achterwege"]);
    let own = format!("{KNOWN}, {WEIGHED}, land_van_terugkeer: NGA, motivering_land: Zo.");
    assert_eq!(idle(&own), ["stap.motivering_land", "vreemdeling.nationaliteiten"]);
}

#[test]
fn an_officer_who_answers_that_none_follows_is_asked_nothing_more() {
    let answered = "antwoorden: [{vraag: V103, antwoord: nee, reden: Het oude blijft.}]";
    let measure = "maatregelen: [{soort: terugkeerbesluit, opgelegd_door: NLD}]";
    let decision = Zaak::triage(&format!("asielwens: false, {answered}")).facts(measure).decide();
    assert_eq!(findings(&decision), [""; 0]);
    assert!(letters(&decision)[0].letter.return_decision().is_none());
}

#[test]
fn the_texts_of_a_return_decision_wait_for_what_decides_the_letter() {
    let facts = format!("{KNOWN}, land_van_terugkeer: CAN");
    let asked = Zaak::unweighed(&facts).facts("verblijfsrecht_oekraine: {soort: internationale_bescherming}");
    assert_eq!(findings(&asked.decide()), ["V107 bescherming.internationaal"]);
    let open = Zaak::unweighed("asielwens: false, andere_verblijfsgrond: false, land_van_terugkeer: CAN");
    assert_eq!(paths(&open.decide()).concat(), ["stap.terugkeerbeletsel"]);
}

#[test]
fn leaving_the_return_decision_out_needs_a_reason() {
    let case = Zaak::triage(&format!("{KNOWN}, terugkeerbesluit: {{achterwege: true}}"));
    assert_eq!(findings(&case.decide()), ["F501 terugkeerbesluit.achterwege"]);
}

/// A besluit with facts about return and, in `asylum`, what the file says of the asylum decision.
fn besluit(asylum: &str) -> Zaak {
    Zaak::reassessed(&format!(
        "fase: besluit, voornemen: {{datum: 2026-10-12}}, zienswijze: geen, {asylum} andere_verblijfsgrond: false, \
         terugkeerbeletsel: false, land_van_terugkeer: NGA, motivering_terugkeer: Gewogen."
    ))
    .national_of("[NGA]")
}

#[test]
fn a_besluit_has_a_return_decision_only_after_an_earlier_asylum_decision() {
    assert!(holds(&besluit("asielbesluit: {kenmerk: Z1-2, datum: 2026-11-19},")));
    let idle = "F202 invoer.zonder_gevolg";
    for asylum in [
        "",
        "asielbesluit: {kenmerk: Z1-2, datum: 2026-11-20},",
        "asielbesluit: {volgt_later: true, reden: Daarom.},",
    ] {
        let mut expected = vec![idle, idle];
        // Nor does an asylum decision follow on this ground.
        expected.extend(asylum.contains("volgt_later").then_some(idle));
        assert_eq!(findings(&besluit(asylum).decide()), expected, "{asylum}");
    }
}

#[test]
fn a_return_decision_that_already_stands_in_the_asylum_decision_is_weighed() {
    let twice = besluit("asielbesluit: {kenmerk: Z1-2, datum: 2026-11-19, terugkeerbesluit: true},").decide();
    assert_eq!(findings(&twice), ["V103 terugkeerbesluit.ambtenaar_beslist"]);
    assert_eq!(paths(&twice).concat(), ["stap.asielbesluit.terugkeerbesluit"]);
}

#[test]
fn a_refusal_at_the_counter_or_the_border_has_no_return_decision() {
    assert!(!holds(&Zaak::refused_on("inreisstempel")));
    let border = "{soort: grens, datum: 2026-11-20, doorlaatpost: Schiphol, beroep_op_rtb: true, asielaanvraag: false, \
                  doorverwijzing: geen, gronden: [{grond: inreisstempel, motivering: Zo is het.}]}";
    assert!(!holds(&Zaak::new(border)));
}

/// A Nigerian who did not report; `more` follows the country.
fn not_reported(more: &str) -> Zaak {
    let step = format!(
        "{{soort: niet_gemeld, datum: 2026-11-20, andere_verblijfsgrond: false, terugkeerbeletsel: false, land_van_terugkeer: NGA{more}}}"
    );
    Zaak::new(step).national_of("[NGA]").facts("brp_inschrijving: 2026-10-01")
}

#[test]
fn an_answer_that_takes_the_letter_away_goes_before_its_texts() {
    let asked = not_reported(", antwoorden: [{vraag: V111, antwoord: nee, reden: Zo.}]");
    let decision = asked.facts("asielaanvraag_ingediend: 2026-10-02").decide();
    assert_eq!(findings(&decision), ["F202 antwoord.ambtenaar"]);
}

#[test]
fn an_answer_that_another_made_moot_may_stand() {
    let both =
        ", antwoorden: [{vraag: V107, antwoord: ja, reden: Zo.}, {vraag: V103, antwoord: nee, reden: Zo.}]";
    let protection = "verblijfsrecht_oekraine: {soort: internationale_bescherming}, asielstatus_elders: POL";
    let without_country = not_reported(both).facts(protection).decide();
    assert_eq!(without_country.outcome.word(), "brieven", "{:?}", findings(&without_country));
}
