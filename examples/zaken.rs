//! Makes case files for a test run: cases of the fixtures that get a letter, picked at random, with invented
//! people.
//!
//! `cargo run --release --example zaken -- 65000 /tmp/zaken [--per-bestand 1000] [--kapot 1000]`. The same
//! arguments always give the same files: one seed, no clock. `--per-bestand 1` puts one case in each file;
//! `--kapot 1000` makes every thousandth case invalid, as happens in practice.
#![allow(clippy::print_stderr, clippy::disallowed_methods)]

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Seed of the random numbers.
const SEED: u64 = 20_221_122;

const FIRST: &[&str] = &[
    "Oleksandr",
    "Iryna",
    "Taras",
    "Oksana",
    "Bohdan",
    "Nataliia",
    "Andrii",
    "Liudmyla",
    "Çağlar",
    "Ngọc",
    "Олена",
    "Chidi",
];
const LAST: &[&str] = &[
    "Verzonnenko",
    "Bedachtenko",
    "Fictyvska",
    "Papierchuk",
    "Inktovych",
    "Voorbeeldenko",
    "Letterenko",
    "Schrijvenko",
    "Łódzki",
    "Uydurmaoğlu",
    "Вигаданко",
    "Okonma",
];
const STREETS: &[&str] =
    &["Stationsplein", "Verzonnenlaan", "Kanaalweg", "Burgemeester Papierstraat", "Laan van Inkt"];
const PLACES: &[(&str, &str)] = &[
    ("3818 LE", "Amersfoort"),
    ("1101 EN", "Amsterdam"),
    ("9711 LB", "Groningen"),
    ("2555 CB", "'s-Gravenhage"),
];

/// Numbers that look random and are the same every time (the mixing steps of SplitMix64).
struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.throw() % end
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let end = u64::try_from(list.len()).ok().filter(|&end| end > 0)?;
        list.get(usize::try_from(self.below(end)).ok()?)
    }
}

struct Arguments {
    count: u64,
    folder: PathBuf,
    cases_per_file: u64,
    broken: u64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = arguments()?;
    let pool = pool(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"))?;
    fs::create_dir_all(&arguments.folder)?;
    let mut dice = Dice(SEED);
    let mut number = 0;
    while number < arguments.count {
        let path = arguments.folder.join(format!("zaken-{:06}.yaml", number / arguments.cases_per_file + 1));
        let mut text = String::new();
        for _ in 0..arguments.cases_per_file.min(arguments.count - number) {
            number += 1;
            let case = dice.pick(&pool).ok_or("no fixture has a letter")?;
            if !text.is_empty() {
                text.push_str("---\n");
            }
            write_for_another_person(case, number, &mut dice, &mut text);
            if arguments.broken > 0 && number % arguments.broken == 0 {
                // A key that does not exist in the case format.
                text.push_str("onbekend_gegeven: true\n");
            }
        }
        fs::write(path, text)?;
    }
    eprintln!("{} zaken uit {} voorbeelden", arguments.count, pool.len());
    Ok(())
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    const USAGE: &str = "gebruik: zaken AANTAL MAP [--per-bestand N] [--kapot N]";
    let mut plain = Vec::new();
    let (mut cases_per_file, mut broken) = (1000, 0);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--per-bestand" => cases_per_file = words.next().ok_or(USAGE)?.parse()?,
            "--kapot" => broken = words.next().ok_or(USAGE)?.parse()?,
            _ => plain.push(word),
        }
    }
    let [count, folder] = <[String; 2]>::try_from(plain).map_err(|_| USAGE)?;
    if cases_per_file == 0 {
        return Err(USAGE.into());
    }
    Ok(Arguments { count: count.parse()?, folder: folder.into(), cases_per_file, broken })
}

/// The cases of the fixtures that have a letter, one document each, in the order of their names.
fn pool(fixtures: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut folders = Vec::new();
    for step in entries(fixtures)?.into_iter().filter(|step| step.is_dir()) {
        folders.extend(entries(&step)?);
    }
    folders.sort_by(|a, b| a.file_name().cmp(&b.file_name()));
    let mut pool = Vec::new();
    for folder in folders {
        let case = fs::read_to_string(folder.join("case.yaml"))?;
        let explanation = fs::read_to_string(folder.join("uitleg.json"))?;
        // A file with several documents has several JSON objects, which are not one value; it is skipped.
        let Ok(explanation) = serde_json::from_str::<serde_json::Value>(&explanation) else { continue };
        if explanation["uitkomst"] == "brieven" && is_one_document(&case) {
            pool.push(case);
        }
    }
    Ok(pool)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    Ok(fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?)
}

/// Whether a file is one plain document, so that several can be joined in one file.
fn is_one_document(case: &str) -> bool {
    !case.lines().any(|line| line.starts_with("---") || line.starts_with('%')) && case.ends_with('\n')
}

/// The case of another person: kenmerk, V-nummer, name and address differ; the facts that decide the letter
/// stay.
fn write_for_another_person(case: &str, number: u64, dice: &mut Dice, out: &mut String) {
    let mut block = "";
    for line in case.lines() {
        let key = line.trim_start().split(':').next().unwrap_or_default();
        let depth = line.len() - line.trim_start().len();
        if depth == 0 {
            block = key;
        }
        let _ = match (block, depth, key) {
            ("zaak", 2, "kenmerk") => writeln!(out, "  kenmerk: RTB-2026-{number:06}"),
            ("vreemdeling", 2, "v_nummer") => writeln!(out, "  v_nummer: \"28{:08}\"", number % 100_000_000),
            ("vreemdeling", 2, "achternaam") => writeln!(out, "  achternaam: {}", pick_word(dice, LAST)),
            ("vreemdeling", 2, "voornamen") => writeln!(out, "  voornamen: {}", pick_word(dice, FIRST)),
            ("vreemdeling", 2, "adres") if line.contains("postcode") => address(dice, out),
            _ => writeln!(out, "{line}"),
        };
    }
}

fn pick_word(dice: &mut Dice, list: &[&'static str]) -> &'static str {
    dice.pick(list).copied().unwrap_or("Verzonnen")
}

fn address(dice: &mut Dice, out: &mut String) -> std::fmt::Result {
    let street = pick_word(dice, STREETS);
    let (postcode, place) = dice.pick(PLACES).copied().unwrap_or(("3818 LE", "Amersfoort"));
    let house = dice.below(400) + 1;
    writeln!(
        out,
        "  adres: {{straat: {street}, huisnummer: \"{house}\", postcode: {postcode}, plaats: \"{place}\"}}"
    )
}
