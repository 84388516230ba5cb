//! What the rule book accepts, refuses and hands out: the tables of the program, each time with one edit.

use crate::law::book::{RuleBook, RuleTexts};
use crate::law::date::Date;
use crate::words::{Condition, GroundId, LetterKind, LimitId, RemedyCase, Rule, RuleId, TermKind};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// One of the built-in tables.
#[derive(Clone, Copy, Debug)]
enum Name {
    Rules,
    Grounds,
    Remedies,
    Terms,
    Limits,
    Rtb,
}

impl Name {
    fn text(self) -> &'static str {
        let all = RuleTexts::BUILT_IN;
        match self {
            Self::Rules => all.rules,
            Self::Grounds => all.grounds,
            Self::Remedies => all.remedies,
            Self::Terms => all.terms,
            Self::Limits => all.limits,
            Self::Rtb => all.rtb,
        }
    }

    /// The tables of the program with another text for this one.
    fn replaced(self, text: &str) -> RuleTexts<'_> {
        let all = RuleTexts::BUILT_IN;
        match self {
            Self::Rules => RuleTexts { rules: text, ..all },
            Self::Grounds => RuleTexts { grounds: text, ..all },
            Self::Remedies => RuleTexts { remedies: text, ..all },
            Self::Terms => RuleTexts { terms: text, ..all },
            Self::Limits => RuleTexts { limits: text, ..all },
            Self::Rtb => RuleTexts { rtb: text, ..all },
        }
    }
}

/// The book with another text for one table, or the error that refuses it.
fn with(name: Name, text: &str) -> Result<RuleBook, String> {
    RuleBook::from_texts(&name.replaced(text)).map_err(|error| error.to_string())
}

/// The text of a table with one edit.
fn edited(name: Name, from: &str, to: &str) -> String {
    let text = name.text();
    assert!(text.contains(from), "{name:?} has no {from:?}");
    text.replacen(from, to, 1)
}

/// Why the book is refused with one edit of a table.
fn refused(name: Name, from: &str, to: &str) -> String {
    with(name, &edited(name, from, to)).unwrap_err()
}

/// The row of an id as it stands in its table, with its first line.
fn row_of(name: Name, id: &str) -> (String, usize) {
    let begin = format!("- id: {id}\n");
    let text = name.text();
    let from = text.find(&begin).unwrap_or_else(|| panic!("{name:?} has no {id}"));
    let rest = &text[from + begin.len()..];
    let row = &rest[..rest.find("\n- ").map_or(rest.len(), |end| end + 1)];
    (format!("{begin}{row}"), line_of(text, &begin))
}

/// The line, from 1, on which a text first stands.
fn line_of(text: &str, part: &str) -> usize {
    text[..text.find(part).unwrap()].matches('\n').count() + 1
}

/// The table with a row that ends on a day, and a second of the same id from another day on.
fn two_rows(name: Name, id: &str, until: &str, from: &str) -> String {
    let (row, _) = row_of(name, id);
    let head = format!("- id: {id}\n");
    let later = row.replacen(&head, &format!("{head}  geldig_vanaf: {from}\n"), 1);
    let earlier = row.replacen(&head, &format!("{head}  geldig_tot: {until}\n"), 1);
    format!("{}\n{later}", edited(name, &row, &earlier).trim_end())
}

/// The line of the second row that [`two_rows`] adds.
fn line_of_second(text: &str, id: &str) -> usize {
    let place = text.rfind(&format!("- id: {id}\n")).unwrap();
    text[..place].matches('\n').count() + 1
}

#[test]
fn a_rule_holds_from_its_first_day_to_its_last() {
    let text = edited(
        Name::Rules,
        "- id: doelgroep.u3\n",
        "- id: doelgroep.u3\n  geldig_vanaf: 2023-01-01\n  geldig_tot: 2024-03-04\n",
    );
    let book = with(Name::Rules, &text).unwrap();
    let on = |day| book.holds(Condition::U3, date(day));
    assert!(!on("2022-12-31") && on("2023-01-01") && on("2024-03-04") && !on("2024-03-05"));
    let built_in = RuleBook::built_in().unwrap();
    let open = |day| built_in.holds(Condition::U3, date(day));
    assert!(!open("2022-03-03"), "no rule holds before the RTB by itself");
    assert!(open("2022-03-04") && open("2099-12-31"));
}

#[test]
fn a_rule_that_changes_keeps_its_id() {
    let text = two_rows(Name::Rules, "doelgroep.u3", "2024-03-04", "2024-03-05");
    let book = with(Name::Rules, &text).unwrap();
    let row = |day: Option<&str>| book.row(Condition::U3, day.map(date)).unwrap();
    assert_eq!(row(Some("2024-03-04")).geldig_tot, Some(date("2024-03-04")));
    assert_eq!(row(Some("2024-03-05")).geldig_vanaf, Some(date("2024-03-05")));
    assert_eq!(row(None).geldig_vanaf, Some(date("2024-03-05")), "without a day, the last one");
    assert_eq!(row(Some("2022-03-03")).geldig_vanaf, Some(date("2024-03-05")), "none holds: the last one");
    assert!(!book.holds(Condition::U3, date("2022-03-03")));
    assert!(book.holds(Condition::U3, date("2024-03-04")) && book.holds(Condition::U3, date("2024-03-05")));
    let ids: Vec<RuleId> =
        book.rows().filter(|row| row.in_force(date("2026-11-20"))).map(|row| row.id).collect();
    assert_eq!(ids.iter().filter(|id| **id == Condition::U3.into()).count(), 1);
    assert_eq!(book.rows().filter(|row| row.id == Condition::U3.into()).count(), 2);
}

#[test]
fn every_id_has_a_row_in_the_tables_of_the_program() {
    let book = RuleBook::built_in().unwrap();
    for id in RuleId::all() {
        assert!(book.row(id, None).is_some_and(|row| row.id == id), "{id}");
    }
    assert_eq!(book.rows().map(|row| row.id).next(), Some(Rule::RtbInWerking.into()), "as in the table");
}

#[test]
fn a_ground_that_changes_has_the_row_of_the_day() {
    let text = two_rows(Name::Grounds, "grond.inreisstempel", "2024-03-04", "2024-03-05");
    let book = with(Name::Grounds, &text).unwrap();
    let from = |day| book.ground(GroundId::Inreisstempel, date(day)).unwrap().provenance.geldig_vanaf;
    assert_eq!((from("2024-03-04"), from("2024-03-05")), (None, Some(date("2024-03-05"))));
}

#[test]
fn an_unknown_id_is_refused_with_its_place() {
    for (name, table, id) in [
        (Name::Rules, "rules.yaml", "doelgroep.u3"),
        (Name::Grounds, "grounds.yaml", "grond.inreisstempel"),
        (Name::Remedies, "remedies.yaml", "rechtsmiddel.weigeringsbesluit"),
        (Name::Terms, "terms.yaml", "termijn.bezwaar"),
        (Name::Limits, "limits.yaml", "limiet.peilmoment"),
    ] {
        let begin = format!("- id: {id}\n");
        let error = refused(name, &begin, &format!("- id: {id}x\n"));
        let line = line_of(name.text(), &begin);
        assert_eq!(error, format!("{table}: regel {line}, kolom 7: de id `{id}x` is onbekend"));
    }
}

#[test]
fn an_unknown_word_is_refused_with_its_place() {
    for (name, table, from, to, word) in [
        (
            Name::Grounds,
            "grounds.yaml",
            "  brieven: [weigering, intrekking, beeindiging]\n",
            "  brieven: [weigering, intrekking, beeindigng]\n",
            "beeindigng",
        ),
        (
            Name::Grounds,
            "grounds.yaml",
            "  stappen: [stickerlocatie]\n",
            "  stappen: [stickerlocaties]\n",
            "stickerlocaties",
        ),
        (
            Name::Remedies,
            "remedies.yaml",
            "  geval: openbare_orde\n",
            "  geval: openbare_ordde\n",
            "openbare_ordde",
        ),
        (
            Name::Remedies,
            "remedies.yaml",
            "  brieven: [weigeringsbesluit]\n",
            "  brieven: [weigeringsbrief]\n",
            "weigeringsbrief",
        ),
        (Name::Remedies, "remedies.yaml", "  termijnen: [bezwaar]\n", "  termijnen: [bezwar]\n", "bezwar"),
        (Name::Rules, "rules.yaml", "  bron: wet\n", "  bron: roddel\n", "roddel"),
        (Name::Rules, "rules.yaml", "  status: vast\n", "  status: zeker\n", "zeker"),
        (Name::Terms, "terms.yaml", "  verlenging: wet\n", "  verlenging: ooit\n", "ooit"),
    ] {
        let error = refused(name, from, to);
        let place = format!("{table}: regel {}, kolom ", line_of(&edited(name, from, to), to));
        assert!(error.starts_with(&place), "{error}, not {place}");
        assert!(error.contains(&format!("de waarde `{word}` is onbekend; kies uit: ")), "{error}");
    }
}

#[test]
fn an_id_without_a_row_is_refused() {
    for (name, table, id, what) in [
        (Name::Rules, "rules.yaml", "doelgroep.u3", "doelgroep.u3"),
        (Name::Rules, "rules.yaml", "afwijking", "afwijking"),
        (Name::Grounds, "grounds.yaml", "grond.inreisstempel", "grond.inreisstempel"),
        (Name::Terms, "terms.yaml", "termijn.vertrek", "termijn.vertrek"),
        (Name::Limits, "limits.yaml", "limiet.triage", "limiet.triage"),
        (Name::Remedies, "remedies.yaml", "rechtsmiddel.opschortingsbrief", "rechtsmiddel.opschortingsbrief"),
    ] {
        let error = refused(name, &row_of(name, id).0, "");
        assert_eq!(error, format!("{table}: {what}: deze rij ontbreekt"));
    }
}

#[test]
fn a_row_in_the_table_of_another_kind_is_refused() {
    for (name, table, from, id) in [
        (Name::Rules, "rules.yaml", "doelgroep.u3", "grond.inreisstempel"),
        (Name::Grounds, "grounds.yaml", "grond.inreisstempel", "doelgroep.u3"),
        (Name::Remedies, "remedies.yaml", "rechtsmiddel.opschortingsbrief", "termijn.bezwaar"),
        (Name::Terms, "terms.yaml", "termijn.bezwaar", "limiet.triage"),
        (Name::Limits, "limits.yaml", "limiet.triage", "termijn.bezwaar"),
    ] {
        let line = row_of(name, from).1;
        let error = refused(name, &format!("- id: {from}\n"), &format!("- id: {id}\n"));
        assert_eq!(error, format!("{table}: regel {line}: {id}: deze id hoort niet in deze tabel"));
    }
}

#[test]
fn two_rows_of_one_id_on_one_day_are_refused() {
    for (name, table, id) in [
        (Name::Rules, "rules.yaml", "doelgroep.u3"),
        (Name::Grounds, "grounds.yaml", "grond.inreisstempel"),
        (Name::Remedies, "remedies.yaml", "rechtsmiddel.opschortingsbrief"),
        (Name::Terms, "terms.yaml", "termijn.bezwaar"),
        (Name::Limits, "limits.yaml", "limiet.peilmoment"),
    ] {
        let touching = two_rows(name, id, "2024-03-05", "2024-03-05");
        let line = line_of_second(&touching, id);
        let expected = format!("{table}: regel {line}: {id}: twee rijen gelden op dezelfde dag");
        assert_eq!(with(name, &touching).unwrap_err(), expected);
        let unended = touching.replacen("  geldig_tot: 2024-03-05\n", "", 1);
        let expected = format!("{table}: regel {}: {id}: twee rijen gelden op dezelfde dag", line - 1);
        assert_eq!(with(name, &unended).unwrap_err(), expected);
        assert!(with(name, &two_rows(name, id, "2024-03-04", "2024-03-05")).is_ok(), "{id}");
    }
}

#[test]
fn a_row_does_not_end_before_it_begins() {
    for (name, table, id) in [
        (Name::Rules, "rules.yaml", "doelgroep.u3"),
        (Name::Grounds, "grounds.yaml", "grond.inreisstempel"),
        (Name::Limits, "limits.yaml", "limiet.peilmoment"),
    ] {
        let (_, line) = row_of(name, id);
        let head = format!("- id: {id}\n");
        let error =
            refused(name, &head, &format!("{head}  geldig_vanaf: 2024-01-02\n  geldig_tot: 2024-01-01\n"));
        let expected = format!("{table}: regel {line}: {id}: `geldig_tot` ligt vóór `geldig_vanaf`");
        assert_eq!(error, expected);
        let before_all = refused(name, &head, &format!("{head}  geldig_tot: 2022-03-03\n"));
        assert_eq!(before_all, expected, "before the first day of the RTB");
    }
    let one_day = edited(
        Name::Rules,
        "- id: doelgroep.u3\n",
        "- id: doelgroep.u3\n  geldig_vanaf: 2024-01-01\n  geldig_tot: 2024-01-01\n",
    );
    assert!(with(Name::Rules, &one_day).is_ok());
}

#[test]
fn an_error_in_a_table_names_table_and_place() {
    let text = "- id: afwijking\n  bron: roddel\n";
    assert_eq!(
        with(Name::Rules, text).unwrap_err(),
        "rules.yaml: regel 2, kolom 3: de waarde `roddel` is onbekend; kies uit: wi, wet, praktijk, productkeuze"
    );
}

#[test]
fn a_row_of_the_wi_names_an_existing_version() {
    for (name, table, id) in [
        (Name::Rules, "rules.yaml", "doelgroep.u3"),
        (Name::Grounds, "grounds.yaml", "grond.inreisstempel"),
        (Name::Remedies, "remedies.yaml", "rechtsmiddel.voornemen_intrekking"),
        (Name::Terms, "terms.yaml", "termijn.bezwaar"),
        (Name::Limits, "limits.yaml", "limiet.triage"),
    ] {
        let (row, line) = row_of(name, id);
        assert!(row.contains("  versie: wi-2025\n"), "{row}");
        let changed = |versie: &str| refused(name, &row, &row.replacen("  versie: wi-2025\n", versie, 1));
        let none = format!("{table}: regel {line}: {id}: een rij uit de WI noemt haar `versie`");
        assert_eq!(changed(""), none);
        let unknown =
            format!("{table}: regel {line}: {id}: deze `versie` staat niet in sources.yaml bij deze bron");
        assert_eq!(changed("  versie: wi-2024\n"), unknown);
        assert_eq!(changed("  versie: atw-2010\n"), unknown, "of another source");
    }
}

#[test]
fn a_term_that_changes_has_the_row_of_the_day() {
    let text = two_rows(Name::Terms, "termijn.beroep_kort", "2026-06-11", "2026-06-12");
    let place = text.rfind("  lengte: 1 week\n").unwrap();
    let text = format!("{}{}", &text[..place], text[place..].replacen("1 week", "2 weken", 1));
    let book = with(Name::Terms, &text).unwrap();
    let on = |day| book.term_on(TermKind::BeroepKort, date(day)).lengte.unwrap().to_string();
    assert_eq!(on("2013-05-03"), "1 week");
    assert_eq!(on("2026-06-11"), "1 week");
    assert_eq!(on("2026-06-12"), "2 weken");
    assert_eq!(book.term(TermKind::BeroepKort).lengte.unwrap().to_string(), "2 weken");
}

#[test]
fn a_term_a_limit_and_a_remedy_have_exactly_one_row_on_every_day() {
    for (name, table, id, what) in [
        (Name::Terms, "terms.yaml", "termijn.beroep_kort", "termijn.beroep_kort"),
        (Name::Limits, "limits.yaml", "limiet.verblijf_buiten_nederland", "limiet.verblijf_buiten_nederland"),
        (
            Name::Remedies,
            "remedies.yaml",
            "rechtsmiddel.opschortingsbrief",
            "rechtsmiddel bij `opschortingsbrief`, geval `gewoon`",
        ),
    ] {
        let gap = two_rows(name, id, "2026-06-10", "2026-06-12");
        let line = line_of_second(&gap, id);
        assert_eq!(
            with(name, &gap).unwrap_err(),
            format!("{table}: regel {line}: {what}: de rijen sluiten niet op elkaar aan")
        );
        let head = format!("- id: {id}\n");
        let ended = refused(name, &head, &format!("{head}  geldig_tot: 2030-01-01\n"));
        let line = row_of(name, id).1;
        assert_eq!(
            ended,
            format!("{table}: regel {line}: {what}: de laatste rij mag geen `geldig_tot` hebben")
        );
    }
}

#[test]
fn every_remedy_that_a_letter_asks_for_has_a_row() {
    let book = RuleBook::built_in().unwrap();
    for letter in LetterKind::ALL {
        for case in RemedyCase::ALL {
            let row = book.remedy(*letter, *case, date("2026-11-20"));
            assert_eq!(row.is_some(), letter.remedy_cases().contains(case), "{} {case:?}", letter.id());
            assert!(row.is_none_or(|row| row.brieven.contains(letter) && row.geval == *case));
        }
    }
}

#[test]
fn a_remedy_without_a_row_for_its_own_case_is_refused() {
    let (row, line) = row_of(Name::Remedies, "rechtsmiddel.intrekkingsbesluit_openbare_orde");
    let changed = |case: &str| {
        let other = row.replacen("  geval: openbare_orde\n", &format!("  geval: {case}\n"), 1);
        assert_ne!(other, row);
        refused(Name::Remedies, &row, &other)
    };
    assert_eq!(
        changed("gemengde_gronden"),
        "remedies.yaml: rechtsmiddel bij `intrekkingsbesluit`, geval `openbare_orde`: deze rij ontbreekt"
    );
    assert_eq!(
        changed("gewoon"),
        format!(
            "remedies.yaml: regel {line}: rechtsmiddel bij `intrekkingsbesluit`, geval `gewoon`: \
             twee rijen gelden op dezelfde dag"
        )
    );
}

#[test]
fn a_row_of_a_remedy_must_fit_its_letters() {
    for (from, to, message) in [
        (
            "  geval: met_terugkeerbesluit\n",
            "  geval: openbare_orde\n",
            "`weigeringsbesluit` heeft het geval `openbare_orde` niet",
        ),
        ("  brieven: [opschortingsbrief]\n", "  brieven: []\n", "`brieven` is leeg"),
        (
            "  termijnen: [zienswijze]\n",
            "  termijnen: [vertrek]\n",
            "`vertrek` is geen termijn van een rechtsmiddel",
        ),
    ] {
        let error = refused(Name::Remedies, from, to);
        assert!(error.starts_with("remedies.yaml: regel ") && error.ends_with(message), "{error}");
    }
    let (row, line) = row_of(Name::Grounds, "grond.inreisstempel");
    let brieven = row.lines().find(|line| line.starts_with("  brieven:")).unwrap();
    let error = refused(Name::Grounds, &row, &row.replacen(brieven, "  brieven: []", 1));
    assert_eq!(error, format!("grounds.yaml: regel {line}: grond.inreisstempel: `brieven` is leeg"));
}

#[test]
fn a_row_of_a_term_must_fit_its_kind() {
    let lengthless = "- id: termijn.wettelijk\n";
    for (old, new, message) in [
        ("  lengte: 1 week\n", "", "termijn.beroep_kort: de `lengte` ontbreekt"),
        (
            lengthless,
            &format!("{lengthless}  lengte: 1 week\n"),
            "termijn.wettelijk: de lengte van deze termijn staat niet in de tabel",
        ),
    ] {
        let error = refused(Name::Terms, old, new);
        assert!(error.starts_with("terms.yaml: regel ") && error.ends_with(message), "{error}");
    }
    let error = refused(Name::Terms, "  lengte: 1 week\n", "  lengte: 0 weken\n");
    assert!(error.starts_with("terms.yaml: regel ") && error.contains("ten minste 1"), "{error}");
    let error = refused(Name::Limits, "  waarde: 48 uur\n", "  waarde: 0 uur\n");
    assert!(error.starts_with("limits.yaml: regel ") && error.contains("ten minste 1"), "{error}");
}

#[test]
fn a_limit_has_a_value_of_its_kind() {
    for (id, from, to) in [
        ("limiet.verblijf_buiten_nederland", "28 dagen", "4 weken"),
        ("limiet.verblijf_buiten_nederland", "28 dagen", "2022-02-23"),
        ("limiet.peilmoment", "2022-02-23", "28 dagen"),
        ("limiet.leeftijd_meerderjarig", "18 jaar", "216 maanden"),
        ("limiet.triage", "48 uur", "2 dagen"),
    ] {
        let (row, line) = row_of(Name::Limits, id);
        let changed = row.replacen(&format!("  waarde: {from}\n"), &format!("  waarde: {to}\n"), 1);
        assert_ne!(row, changed);
        assert_eq!(
            refused(Name::Limits, &row, &changed),
            format!("limits.yaml: regel {line}: {id}: deze `waarde` past hier niet")
        );
    }
}

#[test]
fn a_limit_that_changes_has_the_value_of_the_day() {
    let text = two_rows(Name::Limits, "limiet.verblijf_buiten_nederland", "2026-10-31", "2026-11-01");
    let place = text.rfind("  waarde: 28 dagen\n").unwrap();
    let text = format!("{}{}", &text[..place], text[place..].replacen("28 dagen", "90 dagen", 1));
    let book = with(Name::Limits, &text).unwrap();
    let days = |day| book.limits(date(day)).days_away;
    assert_eq!(
        (days("2013-01-01"), days("2026-10-31"), days("2026-11-01"), days("2030-01-01")),
        (28, 28, 90, 90)
    );
    assert_eq!(book.limits(date("2026-11-01")).age_of_majority, 18, "the other limits stay");
    let rows = book.limit_rows().filter(|row| row.provenance.id == LimitId::VerblijfBuitenNederland.into());
    assert_eq!(rows.count(), 2);
}

#[test]
fn the_periods_of_the_rtb_begin_on_the_first_day_of_the_limits() {
    let why = "rtb.yaml: de eerste periode begint niet op de dag van limiet.eerste_dag";
    assert_eq!(refused(Name::Rtb, "  van: 2022-03-04\n", "  van: 2022-03-05\n"), why);
    assert_eq!(refused(Name::Limits, "  waarde: 2022-03-04\n", "  waarde: 2022-03-05\n"), why);
}

fn with_rtb(text: &str) -> String {
    with(Name::Rtb, text).unwrap_err()
}

#[test]
fn the_periods_of_the_rtb_must_follow_each_other() {
    let row = |van: &str, tot: &str| {
        format!(
            "- {{besluit: B, genomen_op: 2022-03-04, van: {van}, tot_en_met: {tot}, bron: wet, vindplaats: x, status: vast}}\n"
        )
    };
    assert_eq!(with_rtb("[]"), "rtb.yaml: de tabel is leeg");
    assert!(with_rtb(&row("2024-03-04", "2023-03-04")).contains("`tot_en_met` ligt vóór `van`"));
    assert!(with_rtb(&row("2022-03-03", "2023-03-04")).contains("`genomen_op` ligt na `van`"));
    let overlap = row("2022-03-04", "2023-03-04") + &row("2023-03-04", "2024-03-04");
    assert!(with_rtb(&overlap).contains("begint voordat de vorige is afgelopen"));
}

#[test]
fn the_rtb_runs_until_a_gap_between_two_periods() {
    let rtb = crate::law::rtb::Rtb::from_yaml(
        "- {besluit: A, genomen_op: 2022-03-04, van: 2022-03-04, tot_en_met: 2023-03-04, bron: wet, vindplaats: x, status: vast}\n\
         - {besluit: B, genomen_op: 2022-03-04, van: 2023-03-06, tot_en_met: 2024-03-04, bron: wet, vindplaats: x, status: vast}\n",
    )
    .unwrap();
    assert_eq!(rtb.runs_until(date("2022-06-01")), Some((date("2023-03-04"), "A")));
    assert_eq!(rtb.runs_until(date("2023-03-05")), None);
    assert!(!rtb.in_force(date("2023-03-05")));
}
