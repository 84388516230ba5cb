//! Makes as many case files as a test run needs: every kind of letter of the fixtures, with invented people.
//!
//! `cargo run --release --example zaken -- 65000 /tmp/zaken [--per-bestand 1000] [--kapot 1000]`. The same
//! arguments always give the same files: one seed, no clock. `--per-bestand 1` gives a file a case; `--kapot 1000`
//! breaks every thousandth case, as a back office meets them.
#![allow(clippy::print_stderr, clippy::disallowed_methods)]

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the random numbers begin.
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

struct Order {
    count: u64,
    folder: PathBuf,
    together: u64,
    broken: u64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let order = order()?;
    let pool = pool(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"))?;
    fs::create_dir_all(&order.folder)?;
    let mut dice = Dice(SEED);
    let mut number = 0;
    while number < order.count {
        let path = order.folder.join(format!("zaken-{:06}.yaml", number / order.together + 1));
        let mut text = String::new();
        for _ in 0..order.together.min(order.count - number) {
            number += 1;
            let case = dice.pick(&pool).ok_or("no fixture has a letter")?;
            if !text.is_empty() {
                text.push_str("---\n");
            }
            another(case, number, &mut dice, &mut text);
            if order.broken > 0 && number % order.broken == 0 {
                // A key that no case file knows.
                text.push_str("onbekend_gegeven: true\n");
            }
        }
        fs::write(path, text)?;
    }
    eprintln!("{} zaken uit {} voorbeelden", order.count, pool.len());
    Ok(())
}

fn order() -> Result<Order, Box<dyn Error>> {
    const USE: &str = "gebruik: zaken AANTAL MAP [--per-bestand N] [--kapot N]";
    let mut plain = Vec::new();
    let (mut together, mut broken) = (1000, 0);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--per-bestand" => together = words.next().ok_or(USE)?.parse()?,
            "--kapot" => broken = words.next().ok_or(USE)?.parse()?,
            _ => plain.push(word),
        }
    }
    let [count, folder] = <[String; 2]>::try_from(plain).map_err(|_| USE)?;
    if together == 0 {
        return Err(USE.into());
    }
    Ok(Order { count: count.parse()?, folder: folder.into(), together, broken })
}

/// The cases of the fixtures that have a letter, one document each, in the order of their names.
fn pool(fixtures: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut folders = Vec::new();
    for step in inside(fixtures)?.into_iter().filter(|step| step.is_dir()) {
        folders.extend(inside(&step)?);
    }
    folders.sort_by(|a, b| a.file_name().cmp(&b.file_name()));
    let mut pool = Vec::new();
    for folder in folders {
        let case = fs::read_to_string(folder.join("case.yaml"))?;
        let told = fs::read_to_string(folder.join("uitleg.json"))?;
        // Several documents are several objects, which are not one value.
        let Ok(told) = serde_json::from_str::<serde_json::Value>(&told) else { continue };
        if told["uitkomst"] == "brieven" && is_one_document(&case) {
            pool.push(case);
        }
    }
    Ok(pool)
}

fn inside(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    Ok(fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?)
}

/// Whether a file is one plain document, so that more of them can be put in one file.
fn is_one_document(case: &str) -> bool {
    !case.lines().any(|line| line.starts_with("---") || line.starts_with('%')) && case.ends_with('\n')
}

/// The case of somebody else: kenmerk, V-nummer, name and address differ, what decides the letter stays.
fn another(case: &str, number: u64, dice: &mut Dice, out: &mut String) {
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
            ("vreemdeling", 2, "achternaam") => writeln!(out, "  achternaam: {}", word(dice, LAST)),
            ("vreemdeling", 2, "voornamen") => writeln!(out, "  voornamen: {}", word(dice, FIRST)),
            ("vreemdeling", 2, "adres") if line.contains("postcode") => address(dice, out),
            _ => writeln!(out, "{line}"),
        };
    }
}

fn word(dice: &mut Dice, list: &[&'static str]) -> &'static str {
    dice.pick(list).copied().unwrap_or("Verzonnen")
}

fn address(dice: &mut Dice, out: &mut String) -> std::fmt::Result {
    let street = word(dice, STREETS);
    let (postcode, place) = dice.pick(PLACES).copied().unwrap_or(("3818 LE", "Amersfoort"));
    let house = dice.below(400) + 1;
    writeln!(
        out,
        "  adres: {{straat: {street}, huisnummer: \"{house}\", postcode: {postcode}, plaats: \"{place}\"}}"
    )
}
