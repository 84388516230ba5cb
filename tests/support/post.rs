//! Cases on a desk, as many as the post of a day; a run of `batch` over them; and the files that it leaves.

use crate::support::desk::{Desk, Ran, case_of};
use crate::support::{entries, name};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

/// A fixture with one letter.
pub const ONE: &str = "weigering-inreisstempel";
/// A fixture with a letter and an afschrift of it.
pub const COPY: &str = "besluit-met-gemachtigde-en-poolse-letters";
/// A fixture with two letters of one case.
pub const TWO: &str = "toekenning-zwaar-en-licht-twee-brieven";

/// The case of a fixture with another kenmerk.
pub fn with_kenmerk(fixture: &str, kenmerk: &str) -> String {
    let case = case_of(fixture);
    let line = case.lines().find(|line| line.trim_start().starts_with("kenmerk:")).unwrap();
    case.replacen(line, &format!("  kenmerk: {kenmerk}"), 1)
}

/// A desk with a folder `zaken` and these cases in it: file, fixture, kenmerk.
pub fn desk(cases: &[(&str, &str, &str)]) -> Desk {
    let desk = Desk::new();
    fs::create_dir(desk.path("zaken")).unwrap();
    cases.iter().fold(desk, |desk, (file, fixture, kenmerk)| {
        desk.file(&format!("zaken/{file}"), with_kenmerk(fixture, kenmerk))
    })
}

/// A desk with eight cases that give ten letters and an afschrift; the last file has the first kenmerk.
pub fn day() -> Desk {
    let kinds = [ONE, COPY, TWO, ONE, "voornemen-naar-adres-in-oekraine", ONE, TWO, ONE];
    let names: Vec<(String, &str, String)> = (1..)
        .zip(kinds)
        .map(|(number, kind)| (format!("{}.yaml", 9 - number), kind, format!("K-{number:03}")))
        .collect();
    desk(
        &names
            .iter()
            .map(|(file, kind, kenmerk)| (file.as_str(), *kind, kenmerk.as_str()))
            .collect::<Vec<_>>(),
    )
}

/// Runs `batch` with the example organisation.
pub fn batch(desk: &Desk, arguments: &str) -> Ran {
    desk.run(&format!("batch --voorbeeld {arguments}"))
}

/// The rows of the address file that a dry run with these options writes: the id of a letter, and whether a code fits.
pub fn posted(desk: &Desk, options: &str) -> Vec<(String, bool)> {
    posted_of(desk, "zaken", options)
}

/// The same for other cases.
pub fn posted_of(desk: &Desk, cases: &str, options: &str) -> Vec<(String, bool)> {
    batch(desk, &format!("{cases} --droog --adresbestand adressen.csv {options}")).exits(0);
    let text = desk.read("adressen.csv");
    let rows = text.lines().skip(1).map(|row| {
        let (id, rest) = row.split_once(',').unwrap();
        (id.to_owned(), rest.ends_with(",ja"))
    });
    rows.collect()
}

/// What the post gives back for these letters, in this order: a file with a code line for each for which there is room.
pub fn codes_of(letters: &[(String, bool)]) -> String {
    let line = |(place, (id, fits)): (usize, &(String, bool))| {
        let code = if *fits { format!("{:04}  NL-{id} >{place}", 9000 + place) } else { String::new() };
        format!("{id},{code}\n")
    };
    format!("id,codeerregel\n{}", letters.iter().enumerate().map(line).collect::<String>())
}

/// Every file of a folder with its bytes; without the summary, which says how long the run took.
pub fn tree(desk: &Desk, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let prefix = format!("{folder}/");
    desk.files()
        .iter()
        .filter(|file| desk.path(file).is_file() && !file.ends_with("samenvatting.json"))
        .filter_map(|file| Some((file.strip_prefix(&prefix)?.to_owned(), fs::read(desk.path(file)).unwrap())))
        .collect()
}

/// Demands that two folders hold the same files with the same bytes.
pub fn same(a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>) {
    let names = |tree: &BTreeMap<String, Vec<u8>>| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(a), names(b));
    for (name, bytes) in a {
        assert!(b[name] == *bytes, "{name} differs");
    }
}

/// The summary of a run of before summaries vouched for its files, for registers that a test writes itself.
pub fn old_summary() -> String {
    serde_json::json!({
        "zaken": 0, "met_brief": 0, "brieven": 0, "afschriften": 0, "geen_brief": 0, "vragen": 0, "geweigerd": 0,
        "onleesbare_bestanden": 0, "niet_gevonden": 0, "was_er_al": 0, "per_soort": {}, "per_code": {}, "paginas": 0,
        "vellen": 0, "drukstroomdelen": 0, "run": null, "begin": "", "einde": "", "duur_seconden": 0.0, "versies": {},
        "opties": {},
    })
    .to_string()
}

/// The rows of a file of JSON lines.
pub fn rows(desk: &Desk, file: &str) -> Vec<Value> {
    desk.read(file).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// One column of the manifest in `uit`, as text.
pub fn column(desk: &Desk, column: &str) -> Vec<String> {
    rows(desk, "uit/manifest.jsonl").iter().map(|row| row[column].to_string().replace('"', "")).collect()
}

/// The codes of the findings in `uit`, each with its file.
pub fn codes(desk: &Desk) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    rows(desk, "uit/fouten.jsonl").iter().map(|row| (text(&row["bestand"]), text(&row["code"]))).collect()
}

/// The names of the letters in `uit`.
pub fn letters(desk: &Desk) -> Vec<String> {
    let folder = desk.path("uit/brieven");
    if folder.exists() { entries(&folder).iter().map(|path| name(path)).collect() } else { Vec::new() }
}

/// The summary of a run.
pub fn summary(desk: &Desk, folder: &str) -> Value {
    serde_json::from_str(&desk.read(&format!("{folder}/samenvatting.json"))).unwrap()
}
