//! The built-in tables against their sources: the Atw, the decrees on gelijkgestelde dagen, the Council.
//!
//! When somebody compares the tables with their sources again, one of these tests fails if a new decree is needed.

use rtbrief::case::model::Keys;
use rtbrief::law::book::{RuleBook, RuleTexts};
use rtbrief::law::calendar::FreeDay;
use rtbrief::law::calendar::holiday::{Holiday, holiday};
use rtbrief::law::date::{Date, Weekday};
use rtbrief::law::length::Length;
use rtbrief::law::limit::LimitValue;
use rtbrief::law::row::Status;
use rtbrief::law::term::{Extension, TermKind, compute};
use rtbrief::words::{Holds, LimitId, RuleId, TermSubject};

fn book() -> RuleBook {
    RuleBook::built_in().unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn days(year: i32) -> impl Iterator<Item = Date> {
    let first = Date::from_ymd(year, 1, 1).unwrap();
    std::iter::successors(Some(first), |day| Some(day.next())).take_while(move |day| day.year() == year)
}

/// The day on which the tables were last compared with their sources; whoever compares them again, moves it. No test
/// asks a clock: what passes today must pass tomorrow.
const CHECKED_ON: &str = "2026-11-20";

/// The terms of a letter that is made known today must end in years of which the decree is known. *Today* is
/// `CHECKED_ON`, or the day of the last decision on the RTB if that is later. No decree is needed up to the end
/// of the RTB: that is decided years ahead, decrees on gelijkgestelde dagen appear later, and a letter of a year without
/// one says that its term may end later.
#[test]
fn the_gelijkgestelde_dagen_reach_the_end_of_every_term_of_today() {
    let book = book();
    let decided = book.rtb().periods().iter().map(|period| period.genomen_op).max().unwrap();
    let today = date(CHECKED_ON).max(decided);
    let ends = book.terms().filter_map(|term| term.compute(today, book.calendar()));
    let last = ends.map(|term| term.last_day).max().unwrap();
    assert!(last > today);
    for year in today.year()..=last.year() {
        assert!(
            book.calendar().is_verified(year),
            "a letter of {today} has a term until {last}: add the decree with the gelijkgestelde dagen of {year}"
        );
    }
}

#[test]
fn every_day_of_every_decree_is_free_and_would_have_been_a_candidate() {
    let book = book();
    let texts = RuleTexts { gelijkgestelde_dagen: "besluiten: []", ..RuleTexts::BUILT_IN };
    let without_decrees = RuleBook::from_texts(&texts).unwrap();
    let bare = without_decrees.calendar();
    let mut count = 0;
    for decree in book.calendar().decrees() {
        for day in &decree.dagen {
            count += 1;
            assert_eq!(book.calendar().free_day(*day), Some(FreeDay::GelijkgesteldeDag(decree)), "{day}");
            assert!(bare.is_candidate(*day), "{day}");
            assert!(!bare.is_free(*day), "{day}");
        }
    }
    assert_eq!(count, 6 + 7 + 8 + 5 + 7 + 5 + 5);
}

#[test]
fn the_verified_years_are_2005_to_2019_and_2023_to_2028() {
    let calendar = book().calendar().clone();
    let unverified: Vec<i32> = (1990..=2040).filter(|year| !calendar.is_verified(*year)).collect();
    let expected: Vec<i32> = (1990..=2004).chain(2020..=2022).chain(2029..=2040).collect();
    assert_eq!(unverified, expected);
}

#[test]
fn a_bridge_day_is_free_only_if_a_decree_names_it() {
    let calendar = book().calendar().clone();
    for bridge in ["2026-05-04", "2027-04-26"] {
        assert!(!calendar.is_free(date(bridge)), "{bridge} is a bridge day, but no decree names it");
    }
    assert!(!calendar.is_free(date("2022-05-27")), "it is mentioned, but no decree is known");
    assert!(calendar.is_candidate(date("2022-05-27")));
    assert_eq!(
        calendar.mentions().iter().map(|mention| mention.dag).collect::<Vec<_>>(),
        [date("2022-05-27")]
    );
}

#[test]
fn candidates_are_bridge_days_and_the_days_around_new_year_of_unverified_years() {
    let calendar = book().calendar().clone();
    let of = |year| {
        days(year).filter(|day| calendar.is_candidate(*day)).map(|day| day.to_string()).collect::<Vec<_>>()
    };
    let bridges = ["2029-01-02", "2029-05-11", "2029-12-24", "2029-12-27", "2029-12-28", "2029-12-31"];
    assert_eq!(of(2029), bridges);
    assert_eq!(of(2026), Vec::<String>::new());
}

#[test]
fn the_feestdagen_of_2024_to_2030_are_those_of_the_law() {
    let rows = [
        ("2024-03-29", "2024-04-01", "2024-04-27", "2024-05-09", "2024-05-20"),
        ("2025-04-18", "2025-04-21", "2025-04-26", "2025-05-29", "2025-06-09"),
        ("2026-04-03", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25"),
        ("2027-03-26", "2027-03-29", "2027-04-27", "2027-05-06", "2027-05-17"),
        ("2028-04-14", "2028-04-17", "2028-04-27", "2028-05-25", "2028-06-05"),
        ("2029-03-30", "2029-04-02", "2029-04-27", "2029-05-10", "2029-05-21"),
        ("2030-04-19", "2030-04-22", "2030-04-27", "2030-05-30", "2030-06-10"),
    ];
    for (year, (good_friday, easter, king, ascension, whit)) in (2024..).zip(rows) {
        let on = |month, day| Date::from_ymd(year, month, day).unwrap();
        let mut expected = vec![
            (on(1, 1), Holiday::Nieuwjaarsdag),
            (date(good_friday), Holiday::GoedeVrijdag),
            (date(easter), Holiday::TweedePaasdag),
            (date(king), Holiday::Koningsdag),
            (on(5, 5), Holiday::Bevrijdingsdag),
            (date(ascension), Holiday::Hemelvaartsdag),
            (date(whit), Holiday::TweedePinksterdag),
            (on(12, 25), Holiday::EersteKerstdag),
            (on(12, 26), Holiday::TweedeKerstdag),
        ];
        expected.sort();
        let found: Vec<_> = days(year).filter_map(|day| holiday(day).map(|name| (day, name))).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn koninginnedag_until_2013_and_koningsdag_after_it_are_never_on_a_sunday() {
    let royal = |year| {
        let is_royal =
            |day: &Date| matches!(holiday(*day), Some(Holiday::Koninginnedag | Holiday::Koningsdag));
        days(year).filter(is_royal).collect::<Vec<_>>()
    };
    assert_eq!(royal(2006), [date("2006-04-29")]);
    assert_eq!(royal(2010), [date("2010-04-30")]);
    assert_eq!(royal(2013), [date("2013-04-30")]);
    assert_eq!(holiday(date("2013-04-30")), Some(Holiday::Koninginnedag));
    assert_eq!(royal(2014), [date("2014-04-26")]);
    assert_eq!(holiday(date("2014-04-26")), Some(Holiday::Koningsdag));
    assert_eq!(royal(2031), [date("2031-04-26")]);
    for year in 1980..=2199 {
        assert!(matches!(royal(year).as_slice(), [day] if day.weekday() != Weekday::Sunday), "{year}");
    }
}

#[test]
fn easter_and_whit_sunday_are_sundays_like_any_other() {
    let calendar = book().calendar().clone();
    for day in ["2026-04-05", "2026-05-24"] {
        assert_eq!(calendar.free_day(date(day)), Some(FreeDay::Sunday));
    }
    assert_eq!(calendar.free_day(date("2026-05-02")), Some(FreeDay::Saturday));
    assert_eq!(calendar.free_day(date("2026-05-01")), None, "1 mei is geen feestdag");
}

#[test]
fn the_terms_and_limits_are_those_of_their_sources() {
    let book = book();
    let row = |kind| {
        let term = book.term(kind);
        let length = term.lengte.map(|length| length.to_string()).unwrap_or_default();
        (length, term.verlenging, term.provenance.status)
    };
    let weeks = |count: u32| Length::weeks(count).to_string();
    for (kind, expected) in [
        (TermKind::Bezwaar, (weeks(4), Extension::Atw, Status::Vast)),
        (TermKind::Beroep, (weeks(4), Extension::Atw, Status::Vast)),
        (TermKind::BeroepKort, (weeks(1), Extension::Atw, Status::TeBevestigen)),
        (TermKind::Zienswijze, (weeks(4), Extension::AtwByChoice, Status::Vast)),
        (TermKind::MeldenTerApel, (weeks(2), Extension::AtwByChoice, Status::Vast)),
        (TermKind::Afspraak, (weeks(4), Extension::AtwByChoice, Status::Vast)),
        (TermKind::Vertrek, (weeks(4), Extension::None, Status::TeBevestigen)),
        (TermKind::Aanvulling, (String::new(), Extension::None, Status::Vast)),
    ] {
        assert_eq!(row(kind), expected, "{kind:?}");
        assert_eq!(book.term(kind).provenance.id, RuleId::Term(TermSubject::Kind(kind)));
        let id = RuleId::from_word(&format!("termijn.{}", kind.word())).unwrap();
        assert!(book.row(id, None).is_some());
    }
    let today = date("2026-11-20");
    let limits = book.limits(today);
    let triage = compute(today, limits.triage, Extension::None, book.calendar());
    assert_eq!(triage.last_day, date("2026-11-22"));
    assert_eq!(limits.days_away, 28);
    let stay = RuleId::Limit(LimitId::VerblijfBuitenNederland);
    let stay = book.limit_rows().find(|row| row.provenance.id == stay).unwrap();
    assert_eq!(stay.waarde, LimitValue::Length("28 dagen".parse().unwrap()));
    assert_eq!(book.statutory_term_on(today).lengte, None);
    assert_eq!(book.terms().count(), TermKind::ALL.len() + 1);
}

#[test]
fn the_rtb_runs_as_decided_and_as_known_on_the_day() {
    let book = book();
    let rtb = book.rtb();
    for (day, runs) in [
        ("2022-03-03", false),
        ("2022-03-04", true),
        ("2024-03-04", true),
        ("2024-03-05", true),
        ("2027-03-04", true),
        ("2027-03-05", false),
    ] {
        assert_eq!(rtb.in_force(date(day)), runs, "{day}");
    }
    let until = |day| rtb.runs_until(date(day)).map(|(end, decision)| (end.to_string(), decision.to_owned()));
    let said = |end: &str, number: &str| Some((end.to_owned(), format!("Uitvoeringsbesluit (EU) {number}")));
    assert_eq!(until("2022-03-03"), None);
    assert_eq!(until("2023-10-18"), said("2024-03-04", "2022/382"));
    assert_eq!(until("2023-10-19"), said("2025-03-04", "2023/2409"));
    assert_eq!(until("2024-03-05"), said("2025-03-04", "2023/2409"));
    assert_eq!(until("2024-06-25"), said("2026-03-04", "2024/1836"));
    assert_eq!(until("2026-11-20"), said("2027-03-04", "2025/1460"));
    assert_eq!(until("2027-03-05"), None);
}

/// Whoever must choose a word reads what it means: in its declaration, or in the row that is named after it.
#[test]
fn every_word_of_a_case_says_what_it_means() {
    let book = book();
    let mut seen = 0;
    for key in Keys::all().flat_map(Keys::rows) {
        let Holds::Words(list) = key.holds else { continue };
        for word in list.words {
            let row = list.family.and_then(|family| RuleId::from_word(&format!("{family}{word}")));
            let said = list.meaning(word).is_some() || row.is_some_and(|id| book.row(id, None).is_some());
            assert!(said, "{}: {word}", key.fact);
            seen += 1;
        }
    }
    assert!(seen > 100);
}
