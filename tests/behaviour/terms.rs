//! Terms whose last day is known, some of them from a court, and the steps that the program tells of its count.
//!
//! Each date was worked out by hand or comes from a ruling, never from this program.

use rtbrief::law::book::RuleBook;
use rtbrief::law::calendar::Calendar;
use rtbrief::law::date::Date;
use rtbrief::law::length::Length;
use rtbrief::law::term::{ComputedTerm, Extension, TermKind, compute, fixed};

fn book() -> RuleBook {
    RuleBook::built_in().unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn statutory(start: &str, length: &str, calendar: &Calendar) -> ComputedTerm {
    compute(date(start), length.parse().unwrap(), Extension::Atw, calendar)
}

#[test]
fn terms_with_a_known_last_day_end_on_it() {
    let calendar = book().calendar().clone();
    for (start, length, last) in [
        // A week over Hemelvaart 2013: a gelijkgestelde dag, then a weekend.
        ("2013-05-03", "1 week", "2013-05-13"),
        // The longest that a week is extended: 5 days.
        ("2027-04-28", "1 week", "2027-05-10"),
        ("2024-12-18", "1 week", "2024-12-30"),
        // RBDHA:2021:763: dated 3 July 2020, sent 6 July 2020.
        ("2020-07-06", "4 weken", "2020-08-03"),
        // It ends on a Sunday without extension; a published example got this wrong.
        ("2026-03-01", "6 weken", "2026-04-13"),
        // 24 December 2018 is gelijkgesteld: free for the Atw (outside it a working day, RBDHA:2019:1816).
        ("2018-12-17", "1 week", "2018-12-27"),
        ("2018-12-17", "2 weken", "2019-01-02"),
        // Months and years: the same day of the month, or its last day.
        ("2026-01-31", "1 maand", "2026-03-02"),
        ("2028-01-31", "1 maand", "2028-02-29"),
        ("2024-02-29", "1 jaar", "2025-02-28"),
        // Atw 2: three days around Easter hold one working day, so one more is added.
        ("2026-04-02", "3 dagen", "2026-04-08"),
        ("2026-04-02", "2 dagen", "2026-04-07"),
        // Atw 4: on the border extended, beyond it not, though all end on a free day.
        ("2026-02-01", "12 weken", "2026-04-28"),
        ("2026-02-01", "13 weken", "2026-05-03"),
        ("2026-02-04", "90 dagen", "2026-05-06"),
        ("2026-02-03", "91 dagen", "2026-05-05"),
        ("2026-02-05", "3 maanden", "2026-05-06"),
        ("2026-01-05", "4 maanden", "2026-05-05"),
        ("2025-05-05", "1 jaar", "2026-05-05"),
        ("2026-05-01", "48 uur", "2026-05-03"),
        ("2026-05-01", "49 uur", "2026-05-04"),
    ] {
        assert_eq!(statutory(start, length, &calendar).last_day, date(last), "{start} + {length}");
    }
}

#[test]
fn a_term_tells_every_step_of_its_count() {
    let book = book();
    let term = book.term(TermKind::BeroepKort).compute(date("2013-05-03"), book.calendar()).unwrap();
    assert_eq!(
        term.steps,
        [
            "Bekendmaking: vrijdag 3 mei 2013.",
            "Eerste dag: zaterdag 4 mei 2013, de dag na de bekendmaking (artikel 6:8 lid 1 Awb).",
            "Einde zonder verlenging: vrijdag 10 mei 2013, 1 week na de bekendmaking.",
            "Overgeslagen: vrijdag 10 mei 2013 is een gelijkgestelde dag (KB 7 juni 2010, nr. 10.001566); artikel 3 \
             lid 3 Atw.",
            "Overgeslagen: zaterdag 11 mei 2013 is een zaterdag; artikel 1 lid 1 Atw.",
            "Overgeslagen: zondag 12 mei 2013 is een zondag; artikel 1 lid 1 Atw.",
            "Laatste dag: maandag 13 mei 2013.",
        ]
    );
    assert_eq!(term.first_day, date("2013-05-04"));
    assert_eq!(term.unextended_end, date("2013-05-10"));
    assert_eq!(term.length, Some(Length::weeks(1)));
    assert_eq!(term.unverified_year, None);
}

#[test]
fn a_term_that_is_not_extended_says_why() {
    let book = book();
    let departure = book.term(TermKind::Vertrek).compute(date("2024-03-04"), book.calendar()).unwrap();
    assert_eq!(departure.last_day, date("2024-04-01"), "tweede paasdag, as the IND counted");
    assert!(
        departure
            .steps
            .contains(&"Niet verlengd: volgens de regel van deze termijn loopt hij nooit door.".to_owned())
    );

    let long = statutory("2026-02-01", "13 weken", book.calendar());
    assert!(long.steps.iter().any(|step| step.contains("meer dan twaalf weken (artikel 4 Atw)")), "{long:?}");

    let plain = statutory("2026-06-01", "4 weken", book.calendar());
    assert!(
        plain.steps.iter().any(|step| step.contains("maandag 29 juni 2026 is geen zaterdag")),
        "{plain:?}"
    );
}

#[test]
fn article_2_is_told_with_the_days_that_it_skips() {
    let calendar = book().calendar().clone();
    // Thursday 4 May 2028 + 3 days: Friday 5 May, a weekend; Monday is the first working day.
    let term = statutory("2028-05-04", "3 dagen", &calendar);
    assert_eq!(term.last_day, date("2028-05-09"));
    assert_eq!(term.steps.iter().filter(|step| step.contains("artikel 2 Atw")).count(), 1);
    // Both kerstdagen and a weekend.
    let over_a_weekend = statutory("2025-12-24", "3 dagen", &calendar);
    assert_eq!(over_a_weekend.last_day, date("2025-12-30"));
    let twice = statutory("2026-12-30", "3 dagen", &calendar);
    // 31 December, Nieuwjaarsdag, Saturday; Monday 4 January is the second working day.
    assert_eq!(twice.last_day, date("2027-01-04"));
}

#[test]
fn a_choice_of_the_program_is_named_as_such() {
    let book = book();
    let view = book.term(TermKind::Zienswijze).compute(date("2026-04-07"), book.calendar()).unwrap();
    assert_eq!(view.last_day, date("2026-05-06"));
    assert!(view.steps[0].starts_with("Bekendmaking van het voornemen: dinsdag 7 april 2026"));
    assert!(view.steps[1].contains("geteld als in artikel 6:8 lid 1 Awb"));
    assert!(view.steps.iter().any(|step| step.contains("keuze van dit programma")));
    let appointment = book.term(TermKind::Afspraak).compute(date("2026-10-28"), book.calendar()).unwrap();
    assert_eq!(appointment.last_day, date("2026-11-25"));
    assert!(appointment.steps[0].starts_with("Inschrijving in de BRP: "));
    assert!(!appointment.steps.iter().any(|step| step.contains("keuze van dit programma")));
}

#[test]
fn an_end_that_an_unknown_decree_could_move_says_so() {
    let calendar = book().calendar().clone();
    // Friday after Hemelvaart 2029.
    let term = statutory("2029-04-13", "4 weken", &calendar);
    assert_eq!((term.last_day, term.unverified_year), (date("2029-05-11"), Some(2029)));
    assert!(term.steps.iter().any(|step| step.contains("voor 2029") && step.contains("maandag 14 mei 2029")));
    // The end of 2028 is verified, 2 January 2029 is not.
    let turn = statutory("2028-12-04", "4 weken", &calendar);
    assert_eq!((turn.last_day, turn.unverified_year), (date("2029-01-02"), Some(2029)));
    // A candidate in the middle of the term moves nothing.
    assert_eq!(statutory("2029-05-01", "4 weken", &calendar).unverified_year, None);
    // Through Atw 2 a candidate inside a short term does.
    let short = statutory("2029-05-09", "3 dagen", &calendar);
    assert_eq!((short.last_day, short.unverified_year), (date("2029-05-14"), Some(2029)));
    // A term that is never extended is never in doubt.
    let never = compute(date("2029-04-13"), Length::weeks(4), Extension::None, &calendar);
    assert_eq!(never.unverified_year, None);
    assert_eq!(statutory("2022-04-29", "4 weken", &calendar).unverified_year, Some(2022));
    assert_eq!(statutory("2023-04-21", "4 weken", &calendar).unverified_year, None);
}

#[test]
fn a_last_day_that_the_case_gives_is_left_alone() {
    let term = fixed(date("2026-11-20"), date("2026-12-05"));
    assert_eq!((term.length, term.last_day), (None, date("2026-12-05")));
    assert_eq!(term.first_day, date("2026-11-21"));
    assert_eq!(term.steps.last().unwrap(), "Laatste dag: zaterdag 5 december 2026.");
}
