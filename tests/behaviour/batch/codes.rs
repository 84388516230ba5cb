//! Codes of the post: printed over the right letters, in their order, and refused whole where anything in them is wrong.

use super::print_stream::check_with;
use crate::support::desk::Desk;
use crate::support::post::{
    COPY, ONE, TWO, batch, codes_of, column, day, desk, letters, posted, rows, same, summary, tree,
    with_kenmerk,
};
use std::collections::BTreeMap;
use std::fs;

const PRINT: &str = "--wijze toezending --dubbelzijdig";
const CODED: &str =
    "zaken -o uit --wijze toezending --dubbelzijdig --drukstroom --inserter --codes codes.csv";

/// The code lines of a file, by id, without those that are empty.
fn lines(codes: &str) -> BTreeMap<String, String> {
    let rows = codes.lines().skip(1).map(|row| row.split_once(',').unwrap());
    rows.filter(|(_, line)| !line.is_empty()).map(|(id, line)| (id.to_owned(), line.to_owned())).collect()
}

/// A desk with the post of a day and the codes for it, the last letter first.
fn coded() -> (Desk, Vec<(String, bool)>) {
    let desk = day();
    let mut letters = posted(&desk, PRINT);
    assert!(letters.len() > 8 && letters.iter().all(|(_, fits)| *fits));
    letters.reverse();
    let codes = codes_of(&letters);
    (desk.file("codes.csv", codes), letters)
}

#[test]
fn the_stream_has_the_codes_and_their_order_and_the_letters_stay() {
    let (desk, order) = coded();
    batch(&desk, CODED).exits(0).never_says("geen codeerregel");
    let ids: Vec<String> = order.into_iter().map(|(id, _)| id).collect();
    assert_eq!(column(&desk, "id"), ids);
    assert!(column(&desk, "codeerregel").iter().all(|has| has == "true"));
    assert!(column(&desk, "kix").iter().all(|has| has == "null"));
    check_with(&desk, true, &lines(&desk.read("codes.csv")));
    let (run, numbers) = (summary(&desk, "uit")["run"].clone(), column(&desk, "merk"));
    for (mark, number) in numbers.iter().zip(1..) {
        assert_eq!(*mark, format!("{}{number:07}", run.as_str().unwrap()));
    }
    batch(&desk, &format!("zaken -o kaal {PRINT}")).exits(0);
    let letters = |folder: &str| {
        let mut tree = tree(&desk, folder);
        tree.retain(|name, _| name.starts_with("brieven/"));
        tree
    };
    same(&letters("uit"), &letters("kaal"));
    desk.run("verifieer uit").exits(0);
    desk.run("termijnen uit").exits(0);
}

#[test]
fn parts_are_cut_between_letters_and_one_side_has_its_codes_too() {
    let desk = day();
    let letters = posted(&desk, "--wijze toezending");
    let codes = codes_of(&letters);
    let desk = desk.file("codes.csv", &codes);
    batch(&desk, "zaken -o uit --wijze toezending --drukstroom --vellen 8 --codes codes.csv").exits(0);
    let sheets = check_with(&desk, false, &lines(&codes));
    assert!(sheets.len() > 2 && sheets.iter().all(|sheets| *sheets <= 8), "{sheets:?}");
}

#[test]
fn a_column_with_the_order_decides_and_other_columns_are_passed_over() {
    let (desk, letters) = coded();
    let row = |(place, (id, _)): (usize, &(String, bool))| {
        format!("Dorpsstraat;{};{id};\"regel \"\"{place}\"\"\"\r\n", (place * 7) % letters.len())
    };
    let text: String = letters.iter().enumerate().map(row).collect();
    let desk = desk.file("codes.csv", format!("\u{feff}straat;volgorde;id;printregel\r\n{text}"));
    batch(&desk, CODED).exits(0);
    let mut order: Vec<(usize, &String)> =
        letters.iter().enumerate().map(|(place, (id, _))| ((place * 7) % letters.len(), id)).collect();
    order.sort();
    assert_eq!(column(&desk, "id"), order.into_iter().map(|(_, id)| id.clone()).collect::<Vec<_>>());
    let lines = letters.iter().enumerate().map(|(place, (id, _))| (id.clone(), format!("regel \"{place}\"")));
    check_with(&desk, true, &lines.collect());
}

#[test]
fn a_file_that_does_not_fit_is_refused_with_its_line_before_anything_is_made() {
    let (desk, order) = coded();
    let good = desk.read("codes.csv");
    let rows: Vec<&str> = good.lines().collect();
    let first = &order[0].0;
    let with = |row: &str| good.replacen(rows[2], row, 1);
    let id = &order[1].0;
    for (codes, message) in [
        (with("b0000000000000000,x"), "codes.csv:3: deze id hoort bij geen brief"),
        (with(&format!("{first},x")), "codes.csv:3: deze id staat ook op regel 2"),
        (with(&format!("{id},")), "codes.csv:3: de codeerregel ontbreekt"),
        (with(&format!("{id},{}", "1234567890 ".repeat(9))), "codes.csv:3: de codeerregel is te lang"),
        (with(&format!("{id},王")), "codes.csv:3: het lettertype heeft het teken U+738B niet"),
        (with(&format!("{id},a\tb")), "codes.csv:3: het lettertype heeft het teken U+0009 niet"),
        (with(&format!("{id},a\u{AD}b")), "codes.csv:3: het lettertype heeft het teken U+00AD niet"),
        (with("Jan Jansen,x"), "codes.csv:3: in de kolom `id` staat geen id"),
        (good.replacen(&format!("{}\n", rows[2]), "", 1), "voor 1 brief met de post ontbreekt een regel: b"),
        ("id,codeerregel\n".to_owned(), "brieven met de post ontbreekt een regel: b"),
        (String::new(), "codes.csv:1: het bestand met codes is leeg"),
    ] {
        let desk = Desk::new().file("codes.csv", &codes);
        fs::create_dir(desk.path("zaken")).unwrap();
        let desk = crate::support::entries(&coded_cases()).iter().fold(desk, |desk, path| {
            desk.file(&format!("zaken/{}", crate::support::name(path)), fs::read(path).unwrap())
        });
        for command in
            [CODED, "zaken --droog --wijze toezending --dubbelzijdig --drukstroom --codes codes.csv"]
        {
            batch(&desk, command).exits(2).says(message).never_says("Jansen");
            let left: Vec<String> = desk
                .files()
                .into_iter()
                .filter(|file| file.starts_with("uit/") && file != "uit/brieven")
                .collect();
            assert_eq!(left, Vec::<String>::new(), "{message}");
        }
    }
}

/// The folder with the cases of [`day`], made once.
fn coded_cases() -> std::path::PathBuf {
    static DESK: std::sync::OnceLock<Desk> = std::sync::OnceLock::new();
    DESK.get_or_init(day).path("zaken")
}

#[test]
fn a_file_that_cannot_be_read_is_a_failure() {
    let (desk, _) = coded();
    fs::remove_file(desk.path("codes.csv")).unwrap();
    batch(&desk, CODED).exits(74).says("codes.csv");
}

#[test]
fn codes_of_before_a_case_changed_are_refused() {
    let (desk, _) = coded();
    let moved = desk.read("zaken/8.yaml").replacen("straat: Stationsplein", "straat: Stationsweg", 1);
    let desk = desk.file("zaken/8.yaml", moved);
    batch(&desk, CODED)
        .exits(2)
        .says("codes.csv:12: deze id hoort bij geen brief")
        .says("maak het adresbestand opnieuw");
    assert!(letters(&desk).is_empty());
}

#[test]
fn options_that_contradict_codes_are_refused() {
    let (desk, _) = coded();
    for option in ["--volgorde postcode", "--volgorde kenmerk", "--kix"] {
        batch(&desk, &format!("{CODED} {option}")).exits(2).says("--codes");
    }
    batch(&desk, &CODED.replace("--drukstroom ", "")).exits(2).says("--drukstroom");
    batch(&desk, &CODED.replace("--dubbelzijdig ", "")).exits(2).says("hoort bij geen brief");
    let organisation =
        fs::read_to_string(crate::support::root("letter-templates/organisatie-voorbeeld.yaml")).unwrap();
    let desk = desk.file("laag.yaml", organisation + "\nhuisstijl: {venster: {profiel: dl}}\n");
    let low = CODED.replace("-o uit", "-o laag") + " --organisatie laag.yaml";
    batch(&desk, &low).exits(2).says("geen plaats voor een codeerregel");
    assert!(!desk.path("laag").exists());
}

#[test]
fn a_finished_run_guards_its_codes() {
    let (desk, order) = coded();
    batch(&desk, CODED).exits(0);
    let (made, run) = (tree(&desk, "uit"), summary(&desk, "uit")["run"].clone());
    batch(&desk, CODED).exits(0).says("er al: 11");
    same(&made, &tree(&desk, "uit"));
    assert_eq!(summary(&desk, "uit")["run"], run);
    let other = codes_of(&order).replacen("NL-", "BE-", 1);
    let desk = desk.file("codes.csv", other);
    batch(&desk, CODED).exits(2).says("er is niets veranderd");
    batch(&desk, &CODED.replace(" --codes codes.csv", "")).exits(2).says("er is niets veranderd");
    same(&made, &tree(&desk, "uit"));
    batch(&desk, &format!("{CODED} --overschrijf")).exits(0);
    assert_ne!(summary(&desk, "uit")["run"], run, "the sheets of two files are never mixed up");
}

#[test]
fn what_does_not_go_by_post_or_has_no_room_comes_last_and_without_a_code() {
    let high = with_kenmerk(ONE, "K-2").replace("straat: ", "locatie: COA azc Voorbeeldstad, straat: ");
    let long =
        high.replace("locatie: COA azc Voorbeeldstad", &format!("locatie: COA {}", "gebouw ".repeat(9)));
    let handed = with_kenmerk(TWO, "K-3").replace("wijze: toezending", "wijze: uitreiking");
    assert!(handed.contains("wijze: uitreiking"));
    let posted_case = |fixture: &str, kenmerk: &str| {
        with_kenmerk(fixture, kenmerk).replace("wijze: uitreiking", "wijze: toezending")
    };
    let long = long.replace("wijze: uitreiking", "wijze: toezending");
    let desk = desk(&[])
        .file("zaken/b.yaml", long)
        .file("zaken/c.yaml", handed)
        .file("zaken/d.yaml", posted_case(ONE, "K-4"))
        .file("zaken/e.yaml", posted_case(COPY, "K-5"));
    let found = posted(&desk, "");
    let fits: Vec<bool> = found.iter().map(|(_, fits)| *fits).collect();
    assert_eq!(fits, [false, true, true, true]);
    batch(&desk, "zaken --droog --adresbestand adressen.csv")
        .says("waarvan 1 zonder plaats voor een codeerregel");
    let coded: Vec<_> = found.iter().filter(|(_, fits)| *fits).rev().cloned().collect();
    let codes = codes_of(&coded);
    let desk = desk.file("codes.csv", &codes);
    let command = "zaken -o uit --drukstroom --codes codes.csv";
    batch(&desk, command).exits(0).says("3 brieven hebben geen codeerregel");
    assert_eq!(column(&desk, "kenmerk"), ["K-5", "K-5", "K-4", "K-2", "K-3", "K-3"]);
    assert_eq!(column(&desk, "codeerregel"), ["true", "true", "true", "false", "false", "false"]);
    check_with(&desk, false, &lines(&codes));
    assert_eq!(summary(&desk, "uit")["zonder_codeerregel"], 3);
    // A letter without room may stand in the file for its place in the order, but not with a code.
    let desk = desk.file("codes.csv", codes_of(&found));
    batch(&desk, &command.replace("uit", "twee")).exits(0);
    assert_eq!(rows(&desk, "twee/manifest.jsonl")[0]["kenmerk"], "K-2");
    let full: Vec<_> = found.iter().map(|(id, _)| (id.clone(), true)).collect();
    let desk = desk.file("codes.csv", codes_of(&full));
    batch(&desk, &command.replace("uit", "drie"))
        .exits(2)
        .says("codes.csv:2: het adres van deze brief heeft zo veel");
    let ids: Vec<String> = column(&desk, "id");
    let desk = desk.file("codes.csv", format!("{}{},x\n", codes, ids[4]));
    batch(&desk, &command.replace("uit", "vier"))
        .exits(2)
        .says("codes.csv:5: deze brief gaat niet met de post");
}

#[test]
fn where_one_letter_cannot_be_made_none_is_printed() {
    let (desk, _) = coded();
    fs::create_dir_all(desk.path("uit/brieven")).unwrap();
    let letter = "uit/brieven/K-004_weigeringsbesluit.pdf";
    let desk = desk.file(letter, "een ander bestand");
    batch(&desk, CODED).exits(2).says("de zaak K-004 krijgt geen brief (F702)").says("er is niets gedrukt");
    let left: Vec<String> = desk.files().into_iter().filter(|file| file.starts_with("uit/")).collect();
    assert_eq!(left, ["uit/brieven", letter]);
    fs::remove_file(desk.path(letter)).unwrap();
    batch(&desk, CODED).exits(0);
    assert_eq!(column(&desk, "id").len(), 11);
}

#[test]
fn a_further_round_has_codes_for_its_own_letters() {
    let (desk, _) = coded();
    batch(&desk, CODED).exits(0);
    let first = desk.read("codes.csv");
    let before = fs::read(desk.path("uit/drukstroom-0001.pdf")).unwrap();
    let round = format!("{CODED} --vervolg");
    batch(&desk, &round).exits(0);
    let desk = desk.file("zaken/9.yaml", with_kenmerk(COPY, "K-099"));
    batch(&desk, &round).exits(2).says("codes.csv:2: deze id hoort bij geen brief");
    let mut new = posted(&desk, &format!("{PRINT} --alleen K-099"));
    new.reverse();
    let codes = codes_of(&new);
    let desk = desk.file("codes.csv", &codes);
    batch(&desk, &round).exits(0);
    assert_eq!(column(&desk, "id")[11..], new.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>());
    let all = lines(&first).into_iter().chain(lines(&codes)).collect();
    check_with(&desk, true, &all);
    assert!(fs::read(desk.path("uit/drukstroom-0001.pdf")).unwrap() == before);
    let made = tree(&desk, "uit");
    batch(&desk, &round).exits(0);
    same(&made, &tree(&desk, "uit"));
    desk.run("verifieer uit").exits(0);
}

#[test]
fn shares_have_codes_of_their_own_and_are_joined() {
    let desk = day();
    let mut all = BTreeMap::new();
    let desk = (1..=2).fold(desk, |desk, share| {
        let letters = posted(&desk, &format!("{PRINT} --deel {share}/2"));
        let codes = codes_of(&letters);
        all.extend(lines(&codes));
        desk.file(&format!("codes-{share}.csv"), codes)
    });
    let share = |share: usize| CODED.replace("-o uit", &format!("-o deel-{share} --deel {share}/2"));
    for number in 1..=2 {
        batch(&desk, &share(number).replace("codes.csv", &format!("codes-{number}.csv"))).exits(0);
    }
    desk.run("batch --voegsamen deel-1 deel-2 -o uit").exits(0);
    assert_eq!(rows(&desk, "uit/manifest.jsonl").len(), 11);
    assert!(column(&desk, "id").iter().all(|id| all.contains_key(id)));
    assert_eq!(summary(&desk, "uit")["opties"]["codes"], "per deel");
    assert_eq!(summary(&desk, "uit")["zonder_codeerregel"], 0);
    desk.run("verifieer uit").exits(0);
    batch(&desk, &share(2).replace("deel-2", "kaal").replace(" --codes codes.csv", "")).exits(0);
    desk.run("batch --voegsamen deel-1 kaal -o mis").exits(2).says("opties gemaakt: codes");
}
