//! `bevestigd`: which row a confirmation is about, and which entries are refused.

use crate::law::book::{RuleBook, RuleTexts};
use crate::law::date::Date;
use crate::letter::Organisation;
use crate::letter::organisation::EXAMPLE;
use crate::words::RuleId;

const RULE: &str = "termijn.beroep_kort";
const OLD: &str = "Beroep tegen een intrekking of beëindiging wegens";

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// The organisation of the example with these entries.
fn organisation(entries: &[&str]) -> Organisation {
    Organisation::from_yaml(&text(entries)).unwrap()
}

fn text(entries: &[&str]) -> String {
    if entries.is_empty() {
        return EXAMPLE.to_owned();
    }
    let entries: String = entries.iter().map(|entry| format!("  - {{{entry}}}\n")).collect();
    format!("{EXAMPLE}\nbevestigd:\n{entries}")
}

fn entry(rule: &str, op: &str) -> String {
    format!("regel: {rule}, door: J. Jurist, op: {op}")
}

/// The first line of the entries.
fn first_line() -> usize {
    EXAMPLE.lines().count() + 3
}

/// The built-in rules, where the short appeal reads otherwise from 5 March 2027 on; `status` is that of the new row.
fn changed(status: &str) -> RuleBook {
    let terms = RuleTexts::BUILT_IN.terms;
    let start = terms.find(&format!("- id: {RULE}")).unwrap();
    let row = &terms[start..start + terms[start..].find("\n\n").unwrap() + 1];
    assert!(row.contains(OLD), "{row}");
    let old = row.replace("  status:", "  geldig_tot: 2027-03-04\n  status:");
    let new =
        row.replace(OLD, "Iets anders wegens").replace("  status:", "  geldig_vanaf: 2027-03-05\n  status:");
    let new = new.replace("status: te_bevestigen", &format!("status: {status}"));
    let terms = terms.replace(row, &format!("{old}\n{new}"));
    RuleBook::from_texts(&RuleTexts { terms: &terms, ..RuleTexts::BUILT_IN }).unwrap()
}

/// The first days of the rows of the short appeal that stay open.
fn open(organisation: &Organisation, book: &RuleBook) -> Vec<String> {
    let rows = organisation.bevestigd.open_rows(book).into_iter();
    rows.filter(|row| row.id.word() == RULE).map(|row| row.valid_from().to_string()).collect()
}

#[test]
fn a_confirmation_is_of_the_row_that_reads_so_on_its_day() {
    let (first, second) = ("2022-03-04", "2027-03-05");
    let book = changed("te_bevestigen");
    let one = |op: &str| open(&organisation(&[&entry(RULE, op)]), &book);
    assert_eq!(open(&organisation(&[]), &book), [first, second]);
    // The last day of the old row, and the first of the new one.
    assert_eq!(one("2026-11-01"), [second]);
    assert_eq!(one("2027-03-04"), [second]);
    assert_eq!(one("2027-03-05"), [first]);
    let both = organisation(&[&entry(RULE, "2026-11-01"), &entry(RULE, "2027-03-05")]);
    assert_eq!(open(&both, &book), Vec::<String>::new());
    assert!(both.bevestigd.check(&book, day("2027-04-01")).is_ok());
    // Other rules stay open.
    assert!(!both.bevestigd.open_rows(&book).is_empty());
}

#[test]
fn every_rule_to_be_confirmed_can_be_confirmed() {
    let book = RuleBook::built_in().unwrap();
    let open: Vec<&str> =
        organisation(&[]).bevestigd.open_rows(&book).into_iter().map(|row| row.id.word()).collect();
    assert!(open.len() > 10 && open.is_sorted(), "{open:?}");
    let entries: Vec<String> = open.iter().map(|id| entry(id, "2026-11-01")).collect();
    let all = organisation(&entries.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(all.bevestigd.check(&book, day("2026-11-01")).is_ok());
    assert!(all.bevestigd.open_rows(&book).is_empty());
    for id in open {
        let row = book.row_to_confirm(RuleId::from_word(id).unwrap()).unwrap();
        assert_eq!(all.bevestigd.of(row).map(|by| by.door.to_string()), Some("J. Jurist".to_owned()));
    }
}

#[test]
fn an_entry_that_confirms_nothing_is_refused_with_its_line() {
    let book = changed("vast");
    for (entries, line, said) in [
        (vec![entry(RULE, "2026-11-02")], 0, "2 november 2026 ligt in de toekomst"),
        (vec![entry(RULE, "2022-03-03")], 0, "op 3 maart 2022 gold deze regel niet"),
        (vec![entry("termijn.bezwaar", "2026-10-01")], 0, "deze regel is `vast`"),
        // Settled before its future is even looked at.
        (vec![entry("termijn.bezwaar", "2199-10-01")], 0, "deze regel is `vast`"),
        (vec![entry(RULE, "2026-10-01"), entry(RULE, "2026-10-02")], 1, "al bevestigd"),
    ] {
        let organisation = organisation(&entries.iter().map(String::as_str).collect::<Vec<_>>());
        let error = organisation.bevestigd.check(&book, day("2026-11-01")).unwrap_err();
        assert_eq!(error.code.as_str(), "F602");
        assert!(error.message.contains(said), "{}", error.message);
        assert!(error.message.contains(&format!("regel {},", first_line() + line)), "{}", error.message);
        assert!(error.hint.is_some());
    }
    // The new row is settled: there is nothing to confirm any more.
    let later = organisation(&[&entry(RULE, "2027-03-05")]);
    let error = later.bevestigd.check(&book, day("2027-04-01")).unwrap_err();
    assert!(error.message.contains("`vast`"), "{}", error.message);
    let today = organisation(&[&entry(RULE, "2026-11-01")]);
    assert!(today.bevestigd.check(&book, day("2026-11-01")).is_ok());
}

#[test]
fn what_is_no_entry_is_refused_with_its_line() {
    for (wrong, said) in [
        (entry("termijn.berop_kort", "2026-10-01"), "`termijn.berop_kort` is onbekend"),
        (entry(RULE, "2026-02-30"), "geen datum: 2026-02-30"),
        (entry(RULE, "gisteren"), "geen datum: gisteren"),
        (format!("regel: {RULE}, op: 2026-10-01"), "`door` ontbreekt"),
        (format!("regel: {RULE}, door: J. Jurist"), "`op` ontbreekt"),
        (format!("regel: {RULE}, door: \"\", op: 2026-10-01"), "leeg"),
        (format!("regel: {RULE}, door: \"a\\u001bb\", op: 2026-10-01"), "onzichtbaar"),
        (format!("{}, omdat: x", entry(RULE, "2026-10-01")), "`omdat` is onbekend"),
        (RULE.to_owned(), "onbekend"),
    ] {
        let error = Organisation::from_yaml(&text(&[&wrong])).unwrap_err();
        assert_eq!(error.code.as_str(), "F602");
        let place = format!("regel {}", first_line());
        assert!(error.message.contains(said) && error.message.contains(&place), "{wrong}: {}", error.message);
    }
    for block in ["bevestigd:", "bevestigd: ja", "bevestigd: {regel: termijn.beroep_kort}"] {
        assert!(Organisation::from_yaml(&format!("{EXAMPLE}\n{block}\n")).is_err(), "{block}");
    }
}

#[test]
fn the_block_that_the_example_shows_can_be_used() {
    let shown = "# bevestigd:\n#   - {";
    assert!(EXAMPLE.contains(shown));
    let text = EXAMPLE.replace(shown, "bevestigd:\n  - {");
    let organisation = Organisation::from_yaml(&text).unwrap();
    assert!(organisation.is_example && organisation.bevestigd.hash().is_some());
    assert!(organisation.bevestigd.check(&RuleBook::built_in().unwrap(), day("2026-11-01")).is_ok());
    assert_eq!(Organisation::example().unwrap().bevestigd.hash(), None);
}

#[test]
fn the_hash_is_of_rules_and_days() {
    let hash = |entries: &[&str]| organisation(entries).bevestigd.hash();
    let (a, b) = (entry(RULE, "2026-10-01"), entry("doelgroep.a3", "2026-10-01"));
    assert_eq!(hash(&[]), None);
    assert_eq!(hash(&[&a, &b]), hash(&[&b, &a]));
    let hashes = [hash(&[&a]), hash(&[&b]), hash(&[&a, &b]), hash(&[&entry(RULE, "2026-10-02")])];
    assert!(hashes.iter().enumerate().all(|(at, one)| one.is_some() && !hashes[..at].contains(one)));
}
