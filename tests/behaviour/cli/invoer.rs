//! `invoer`: from a table to cases, with every fault at its row and column.

use crate::support::desk::{Desk, Ran};
use crate::support::root;
use serde_json::Value;
use std::fs;

const COLUMNS: &str =
    "vast: {stap.soort: stickerlocatie, stap.uitkomst: weigering, bekendmaking.wijze: toezending}
kolommen:
  Nr: zaak.kenmerk
  V: vreemdeling.v_nummer
  Naam: vreemdeling.achternaam
  MV: {feit: vreemdeling.geslacht, woorden: {M: man, V: vrouw}}
  Geb: vreemdeling.geboortedatum
  Nat: vreemdeling.nationaliteiten
  Adres: vreemdeling.adres
  Straat: vreemdeling.adres.straat
  Huisnr: vreemdeling.adres.huisnummer
  Pc: vreemdeling.adres.postcode
  Plaats: vreemdeling.adres.plaats
  Dag: [bekendmaking.datum, stap.datum]
  Loc: stap.locatie
  Stempel: feiten.alleen_inreisstempel
  Grond: stap.gronden[0].grond
  Waarom: stap.gronden[0].motivering
";
const HEAD: &str = "Nr;V;Naam;MV;Geb;Nat;Adres;Straat;Huisnr;Pc;Plaats;Dag;Loc;Stempel;Grond;Waarom";
const ROW: &str = "Z-001;2801450011;Marchenko;M;2-6-1984;UKR;;Kade;7;1013 BC;Amsterdam;20-11-2026;Ter Apel;WAAR;inreisstempel;U woonde toen in Polen.";

fn row(changes: &[(usize, &str)]) -> String {
    let mut cells: Vec<&str> = ROW.split(';').collect();
    for (at, text) in changes {
        cells[*at] = text;
    }
    cells.join(";")
}

fn desk(rows: &[String]) -> Desk {
    let table = format!("\u{feff}{HEAD}\r\n{}\r\n", rows.join("\r\n"));
    Desk::new().file("t.csv", table).file("k.yaml", COLUMNS)
}

fn import(rows: &[String]) -> Ran {
    desk(rows).run("invoer t.csv --kolommen k.yaml -o zaken")
}

#[test]
fn the_example_is_the_same_from_csv_and_from_a_workbook() {
    let sheet = |file: &str| fs::read(root("docs/voorbeeld-invoer").join(file)).unwrap();
    let desk = Desk::new();
    let desk = ["zaken.csv", "zaken.xlsx", "kolommen.yaml"]
        .into_iter()
        .fold(desk, |desk, file| desk.file(file, sheet(file)));
    let csv = desk.run("invoer zaken.csv --kolommen kolommen.yaml -o a --json").exits(1).objects();
    let xlsx = desk.run("invoer zaken.xlsx --kolommen kolommen.yaml -o b --json").exits(1).objects();
    let good = |objects: &[Value]| objects.iter().filter(|it| it["resultaat"] == "gemaakt").count();
    assert_eq!((good(&csv), good(&xlsx)), (18, 18));
    for file in desk.files().iter().filter_map(|file| file.strip_prefix("a/")) {
        assert_eq!(desk.read(&format!("a/{file}")), desk.read(&format!("b/{file}")), "{file}");
    }
    let wrong = |objects: &[Value]| -> Vec<(String, Value, Value)> {
        let wrong = objects.iter().filter(|it| it.get("ernst").is_some());
        wrong
            .map(|it| {
                (
                    it["code"].as_str().unwrap().to_owned(),
                    it["rij"].clone(),
                    it["plaatsen"][0]["kolom"].clone(),
                )
            })
            .collect()
    };
    let at = |code: &str, row: i32, column: i32| (code.to_owned(), row.into(), column.into());
    assert_eq!(wrong(&csv), [at("F114", 7, 2), at("F118", 14, 9)]);
    assert_eq!(wrong(&xlsx), [at("F114", 7, 2), at("F110", 14, 9)]);
}

#[test]
fn a_row_becomes_a_case_and_the_same_row_changes_nothing() {
    let desk = desk(&[row(&[])]);
    desk.run("invoer t.csv --kolommen k.yaml -o zaken")
        .exits(0)
        .says("rijen: 1, zaken gemaakt: 1, geweigerd: 0");
    let case = desk.read("zaken/Z-001.yaml");
    assert_eq!(
        case,
        "zaak:\n  kenmerk: Z-001\nbekendmaking:\n  wijze: toezending\n  datum: 2026-11-20\nvreemdeling:\n  v_nummer: \"2801450011\"\n  \
         achternaam: Marchenko\n  geslacht: man\n  geboortedatum: 1984-06-02\n  nationaliteiten: [UKR]\n  adres:\n    straat: Kade\n    \
         huisnummer: \"7\"\n    postcode: \"1013 BC\"\n    plaats: Amsterdam\nfeiten:\n  alleen_inreisstempel: true\nstap:\n  \
         soort: stickerlocatie\n  datum: 2026-11-20\n  locatie: Ter Apel\n  uitkomst: weigering\n  gronden:\n    - grond: inreisstempel\n      \
         motivering: U woonde toen in Polen.\n"
    );
    desk.run("maak zaken/Z-001.yaml -o brieven").exits(0);
    desk.run("invoer t.csv --kolommen k.yaml -o zaken")
        .exits(0)
        .says("zaken gemaakt: 0, er al: 1, geweigerd: 0");
    let desk = desk.file("t.csv", format!("{HEAD}\n{}\n", row(&[(2, "Marchenko-Bila")])));
    desk.run("invoer t.csv --kolommen k.yaml -o zaken").exits(1).says("fout[F702]").says("geweigerd: 1");
    assert_eq!(desk.read("zaken/Z-001.yaml"), case);
    desk.run("invoer t.csv --kolommen k.yaml -o zaken --overschrijf").exits(0);
    assert!(desk.read("zaken/Z-001.yaml").contains("Marchenko-Bila"));
}

#[test]
fn each_fault_names_its_row_and_column_and_never_its_value() {
    let rows = [
        row(&[(0, "Z"), (1, "28O1450011")]),
        row(&[(0, "Z-002"), (4, "2-6-84")]),
        row(&[(0, "Z-003"), (4, "46348")]),
        row(&[(0, "Z-004"), (2, "#N/B")]),
        row(&[(0, "Z-005"), (2, "")]),
        row(&[(0, "Z-006"), (6, "onbekend")]),
        row(&[(0, "Z-007"), (13, "misschien")]),
        row(&[(0, "Z-008"), (11, "31-11-2026")]),
        row(&[(0, "Z-009"), (14, "stempel")]),
    ];
    let ran = import(&rows).exits(1);
    for text in [
        "t.csv, rij 2, kolom A (Nr): Dit is geen kenmerk",
        "rij 2, kolom B (V): Dit is geen V-nummer.",
        "rij 3, kolom E (Geb): Dit is geen geboortedatum.",
        "met een jaar van vier cijfers",
        "rij 4, kolom E (Geb): Dit is geen geboortedatum.",
        "telt het rekenblad hier dagen",
        "rij 5, kolom C (Naam): Hier staat een fout van het rekenblad.",
        "rij 6, kolom C (Naam): `achternaam` ontbreekt.\nhulp: Vul deze cel in.",
        "rij 7, kolom G (Adres) en kolom H (Straat): Deze kolommen spreken elkaar tegen",
        "rij 8, kolom N (Stempel): Dit is geen ja of nee.\nhulp: Schrijf `ja` of `nee`.",
        "rij 9, kolom L (Dag): Dit is geen datum.\nhulp: Kijk de datum na: deze dag bestaat niet, of het jaar klopt niet.",
        "rij 10, kolom O (Grond): Dit woord kent een zaakbestand hier niet.",
        "bij `woorden`.\n",
        "rijen: 9, zaken gemaakt: 0, geweigerd: 9",
    ] {
        assert!(ran.errors().contains(text), "no ‘{text}’ in\n{}", ran.errors());
    }
    // A day that fills two facts is wrong once.
    assert_eq!(ran.errors().matches("rij 9,").count(), 1, "{}", ran.errors());
    for value in ["28O1450011", "2-6-84", "46348", "misschien", "31-11-2026", "Marchenko"] {
        assert!(!ran.errors().contains(value), "{value} in\n{}", ran.errors());
    }
}

#[test]
fn a_kenmerk_in_two_rows_gives_no_case_at_all() {
    let desk = desk(&[row(&[]), row(&[(0, "z-001")]), row(&[(0, "Z-002")])]);
    let ran = desk.run("invoer t.csv --kolommen k.yaml -o zaken").exits(1);
    assert_eq!(ran.errors().matches("fout[F120]").count(), 2, "{}", ran.errors());
    assert_eq!(
        desk.files().iter().filter(|file| file.starts_with("zaken/")).collect::<Vec<_>>(),
        ["zaken/Z-002.yaml"]
    );
}

#[test]
fn what_looks_like_yaml_in_a_cell_is_text() {
    let words = "\"U zei: {a: b} # en [c] & *d\nTweede regel.\n- een\n- twee\"";
    let desk = desk(&[row(&[(2, "Null"), (15, words)])]);
    desk.run("invoer t.csv --kolommen k.yaml -o zaken").exits(0);
    let letter = desk.run("maak zaken/Z-001.yaml --formaat txt -o -").exits(0).out();
    assert!(letter.contains("Geachte heer Null,"), "{letter}");
    assert!(letter.contains("U zei: {a: b} # en [c] & *d\n"), "{letter}");
    assert!(letter.contains("Tweede regel.") && letter.contains("een\n"), "{letter}");
}

#[test]
fn a_table_that_the_columns_do_not_fit_makes_nothing() {
    let desk = desk(&[row(&[])]).file("k.yaml", COLUMNS.replacen("  Naam:", "  Achternaam:", 1));
    desk.run("invoer t.csv --kolommen k.yaml -o zaken")
        .exits(2)
        .says("k.yaml: kolom C: `Naam` staat niet onder `kolommen`")
        .says("k.yaml: `Achternaam` is geen kolom van de tabel");
    assert!(!desk.files().iter().any(|file| file.starts_with("zaken")));
    desk.run("invoer t.csv -o zaken").exits(2).says("--kolommen");
}

#[test]
fn a_missing_fact_without_a_column_says_so() {
    let columns = COLUMNS.replacen("  Nat: vreemdeling.nationaliteiten", "  Nat: overslaan", 1);
    let desk = desk(&[row(&[])]).file("k.yaml", columns);
    desk.run("invoer t.csv --kolommen k.yaml -o zaken")
        .exits(1)
        .says("rij 2, geen kolom: `vreemdeling.nationaliteiten`");
    let object = desk.run("invoer t.csv --kolommen k.yaml --droog --json").exits(1).objects().remove(0);
    assert_eq!(object["plaatsen"][0]["herkomst"], "geen kolom");
}

#[test]
fn a_gemachtigde_has_an_address_in_the_table_too() {
    let columns = format!(
        "{COLUMNS}  Gem: vreemdeling.gemachtigde.naam\n  GStraat: vreemdeling.gemachtigde.adres.straat\n  GNr: vreemdeling.gemachtigde.adres.huisnummer\n  GPc: vreemdeling.gemachtigde.adres.postcode\n  GPlaats: vreemdeling.gemachtigde.adres.plaats\n"
    );
    let table = format!(
        "{HEAD};Gem;GStraat;GNr;GPc;GPlaats\n{};mr. A. de Wit;Singel;8;3511 AB;Utrecht\n{};;;;;\n{};mr. A. de Wit;;;;\n",
        row(&[]),
        row(&[(0, "Z-002")]),
        row(&[(0, "Z-003")])
    );
    let desk = Desk::new().file("t.csv", table).file("k.yaml", columns);
    desk.run("invoer t.csv --kolommen k.yaml -o zaken")
        .exits(1)
        .says("rij 4, kolom R (GStraat)")
        .says("zaken gemaakt: 2");
    desk.run("maak zaken/Z-001.yaml -o brieven").exits(0);
    assert!(desk.files().contains(&"brieven/Z-001_weigeringsbesluit_afschrift.pdf".to_owned()));
    assert!(!desk.read("zaken/Z-002.yaml").contains("gemachtigde"));
}

#[test]
fn capitals_make_no_difference_where_words_are_fixed() {
    let changes = [(3, "m"), (5, "Staatloos, oekraïne"), (14, "Inreisstempel")];
    let desk = desk(&[row(&changes)]);
    desk.run("invoer t.csv --kolommen k.yaml -o zaken").exits(0);
    let case = desk.read("zaken/Z-001.yaml");
    assert!(
        case.contains("geslacht: man\n")
            && case.contains("[staatloos, UKR]")
            && case.contains("grond: inreisstempel\n"),
        "{case}"
    );
}

#[test]
fn what_excel_leaves_in_a_cell_is_no_value() {
    for (at, left) in [
        (2, "n.v.t."),
        (2, "nvt"),
        (2, "geen"),
        (2, "WAAR"),
        (2, "MÃ¼ller"),
        (2, "Petro?"),
        (2, "=A1"),
        (7, "nvt"),
        (10, "0"),
        (15, "12345"),
        (15, "1E+10"),
        (15, "=U bent laat"),
        (15, "#GETTING_DATA"),
        (15, "Err:502"),
        (15, "0"),
    ] {
        let ran = import(&[row(&[(at, left)])]).exits(1);
        assert!(
            !ran.errors().contains(left) || left == "0" || ["geen", "WAAR"].contains(&left),
            "{left}:\n{}",
            ran.errors()
        );
        assert!(
            ran.errors().contains(&format!("({})", HEAD.split(';').nth(at).unwrap())),
            "{left}:\n{}",
            ran.errors()
        );
    }
}

/// A case that stays in the folder while its row is refused, renamed or gone becomes a letter with old facts.
#[test]
fn cases_of_earlier_rows_are_named() {
    let desk = desk(&[row(&[]), row(&[(0, "Z-002")])]);
    desk.run("invoer t.csv --kolommen k.yaml -o zaken").exits(0).never_says("let op");
    let rows = [row(&[(1, "801450011")]), row(&[(0, "Z-022")])];
    let desk = desk.file("t.csv", format!("{HEAD}\n{}\n", rows.join("\n")));
    let told = "let op: er staan ook zaken in zaken die niet uit deze tabel komen: zaken/Z-001.yaml, zaken/Z-002.yaml";
    desk.run("invoer t.csv --kolommen k.yaml -o zaken --droog").exits(1).says(told);
    desk.run("invoer t.csv --kolommen k.yaml -o zaken").exits(1).says(told);
    let objects = desk.run("invoer t.csv --kolommen k.yaml -o zaken --json").exits(1).objects();
    assert_eq!(objects.iter().filter(|it| it["resultaat"] == "niet uit deze tabel").count(), 2);
}

#[test]
fn a_dry_run_says_what_the_real_one_would() {
    let desk = desk(&[row(&[])]);
    desk.run("invoer t.csv --kolommen k.yaml -o zaken --droog").exits(0).says("in orde: 1");
    assert!(!desk.files().iter().any(|file| file.starts_with("zaken")));
    desk.run("invoer t.csv --kolommen k.yaml -o zaken").exits(0);
    let desk = desk.file("t.csv", format!("{HEAD}\n{}\n", row(&[(2, "Bila")])));
    desk.run("invoer t.csv --kolommen k.yaml -o zaken --droog").exits(1).says("fout[F702]");
    desk.run("invoer t.csv --kolommen k.yaml -o zaken --droog --overschrijf").exits(0);
    assert!(desk.read("zaken/Z-001.yaml").contains("Marchenko"));
}

/// Without a row of names, the first case would be shown in a message.
#[test]
fn a_table_without_names_of_columns_shows_nothing_of_a_case() {
    let desk = Desk::new()
        .file("t.csv", format!("{}\n{}\n", row(&[]), row(&[(0, "Z-002")])))
        .file("k.yaml", COLUMNS);
    let ran = desk
        .run("invoer t.csv --kolommen k.yaml --droog")
        .exits(2)
        .says("staan er 0 op de eerste rij van de tabel");
    assert!(!ran.errors().contains("Marchenko") && !ran.errors().contains("2801450011"), "{}", ran.errors());
}

#[test]
fn the_file_of_columns_is_told_what_is_wrong_in_dutch() {
    let wrong = |from: &str, to: &str| {
        assert!(COLUMNS.contains(from), "{from}");
        let desk = desk(&[row(&[])]).file("k.yaml", COLUMNS.replacen(from, to, 1));
        desk.run("invoer t.csv --kolommen k.yaml --droog").exits(2).errors()
    };
    let says = |said: String, words: &str| assert!(said.contains(words), "no ‘{words}’ in\n{said}");
    says(wrong("  Nr:", "\tNr:"), "tab");
    says(
        wrong("stap.gronden[0].grond", "[stap.gronden[0].grond, zaak.behandelaar]"),
        "Zet een feit met haken tussen aanhalingstekens.",
    );
    says(wrong("V: vrouw", "V: dame"), "`dame` is geen woord van `vreemdeling.geslacht`");
    says(
        wrong("stap.uitkomst: weigering", "stap.uitkomst: geweigerd"),
        "`geweigerd` is geen woord van `stap.uitkomst`",
    );
    says(
        wrong("Naam: vreemdeling.achternaam", "Naam: vreemdeling.achternam"),
        "bedoelde u `vreemdeling.achternaam`?",
    );
    for said in [
        wrong("  Nr:", "\tNr:"),
        wrong("vast: {", "vast: {{"),
        wrong("  Nr: z", "  Nr:z"),
        wrong("woorden: {M", "woorden: [M"),
    ] {
        for english in ["while", "expected", "found", "parsing", "mapping"] {
            assert!(!said.contains(english), "{english} in\n{said}");
        }
    }
}

#[test]
fn a_day_in_the_file_of_columns_may_be_written_as_in_a_table() {
    let columns =
        COLUMNS.replacen("vast: {", "vast: {zaak.dagtekening: 20-11-2026, feiten.dienstplichtig: nee, ", 1);
    let desk = desk(&[row(&[])]).file("k.yaml", columns);
    desk.run("invoer t.csv --kolommen k.yaml -o zaken").exits(0);
    let case = desk.read("zaken/Z-001.yaml");
    assert!(case.contains("dagtekening: 2026-11-20\n") && case.contains("dienstplichtig: false\n"), "{case}");
}

#[test]
fn a_word_of_the_file_comes_before_what_a_cell_would_be() {
    let columns = COLUMNS
        .replacen(
            "  Geb: vreemdeling.geboortedatum",
            "  Geb: {feit: vreemdeling.geboortedatum, woorden: {1-1-1900: onbekend}}",
            1,
        )
        .replacen(
            "  Stempel: feiten.alleen_inreisstempel",
            "  Stempel: {feit: feiten.alleen_inreisstempel, woorden: {ONWAAR: ja, \"0\": ja}}",
            1,
        );
    for stempel in ["ONWAAR", "onwaar", "0"] {
        let desk = desk(&[row(&[(4, "1-1-1900"), (13, stempel)])]).file("k.yaml", &columns);
        desk.run("invoer t.csv --kolommen k.yaml -o zaken").exits(0);
        let case = desk.read("zaken/Z-001.yaml");
        assert!(
            case.contains("geboortedatum: onbekend\n") && case.contains("alleen_inreisstempel: true\n"),
            "{case}"
        );
    }
}

#[test]
fn a_second_ground_without_its_word_is_told_at_its_own_column() {
    let columns =
        format!("{COLUMNS}  Grond 2: stap.gronden[1].grond\n  Waarom 2: stap.gronden[1].motivering\n");
    let table = format!("{HEAD};Grond 2;Waarom 2\n{};;U reisde terug.\n", row(&[(14, ""), (15, "")]));
    let desk = Desk::new().file("t.csv", table).file("k.yaml", columns);
    desk.run("invoer t.csv --kolommen k.yaml --droog")
        .exits(1)
        .says("rij 2, kolom Q (Grond 2): `grond` ontbreekt.");
}

#[test]
fn every_refused_row_is_told_or_counted() {
    let columns = COLUMNS.replacen("  Nat: vreemdeling.nationaliteiten", "  Nat: overslaan", 1);
    let desk = desk(&[row(&[]), row(&[(0, "Z-002")]), row(&[(0, "Z-003")])]).file("k.yaml", columns);
    let ran =
        desk.run("invoer t.csv --kolommen k.yaml --droog").exits(1).says("geldt ook voor 2 andere rijen");
    assert_eq!(ran.errors().matches("geen kolom").count(), 1, "{}", ran.errors());
}

#[test]
fn no_row_is_refused_without_a_word() {
    let empty = Desk::new().file("t.csv", "A\nx\n").file("k.yaml", "kolommen: {A: overslaan}\n");
    let ran = empty.run("invoer t.csv --kolommen k.yaml --droog").exits(1).says("geweigerd: 1");
    assert!(ran.errors().contains("fout["), "{}", ran.errors());
    let desk = desk(&[row(&[])]).file(
        "k.yaml",
        COLUMNS.replacen("vast: {", "vast: {zaak.behandelaar: WAAR, vreemdeling.voornamen: \"\", ", 1),
    );
    desk.run("invoer t.csv --kolommen k.yaml --droog").exits(1).says("vast: `vreemdeling.voornamen`");
}

#[test]
fn a_table_comes_from_standard_input_too() {
    let desk = desk(&[]).stdin(format!("{HEAD}\n{}\n", row(&[])));
    desk.run("invoer - --kolommen k.yaml --droog").exits(0).says("rijen: 1, in orde: 1, geweigerd: 0");
}

#[test]
fn a_workbook_that_is_none_is_refused() {
    let sheet = fs::read(root("docs/voorbeeld-invoer/zaken.xlsx")).unwrap();
    let desk = desk(&[])
        .file("half.xlsx", &sheet[..sheet.len() / 2])
        .file("blad.yaml", format!("blad: Anders\n{COLUMNS}"))
        .file("heel.xlsx", &sheet);
    desk.run("invoer half.xlsx --kolommen k.yaml --droog")
        .exits(1)
        .says("fout[F104]: half.xlsx: dit is geen werkmap");
    desk.run("invoer heel.xlsx --kolommen blad.yaml --droog")
        .exits(1)
        .says("de werkmap heeft geen blad `Anders`; wel: `Zaken`");
}
