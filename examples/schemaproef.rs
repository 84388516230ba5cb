//! Writes what `tests/conformance/schema` holds the schemas against: every fixture, and thousands of files in which one
//! thing of a fixture was changed, each with what the reader of the program says of it.
//!
//! `cargo run --release --example schemaproef -- zaak` (or `organisatie`) writes to standard output, an object of JSON
//! on each line: `name`, `text`, `codes` of the findings, `change`, and `text_key` where the key holds any text. The same
//! change at the same kind of place is made once for each occasion (step with its outcome or phase).
#![allow(clippy::print_stdout, clippy::disallowed_methods)]

use rtbrief::case::model::Keys;
use rtbrief::case::read::{Overrides, read_case};
use rtbrief::letter::Organisation;
use rtbrief::words::{Form, Holds, pattern_of};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// What a value becomes: the name of the change, and the value as YAML has it on a line.
const VALUES: &[(&str, &str)] = &[
    ("null", "null"),
    ("tilde", "~"),
    ("name Null", "Null"),
    ("number", "12"),
    ("number zeros", "00123"),
    ("number large", "2801234567"),
    ("number year", "1987"),
    ("number broken", "1.5"),
    ("number negative", "-3"),
    ("number four", "4"),
    ("number five", "5"),
    ("number nil", "0"),
    ("number quoted", "\"3\""),
    ("true", "true"),
    ("plain True", "True"),
    ("true quoted", "\"true\""),
    ("ja", "ja"),
    ("text", "zomaar een tekst"),
    ("empty text", "\"\""),
    ("spaces", "\"  \""),
    ("word onbekend", "onbekend"),
    ("word geen", "geen"),
    ("word ONBEKEND", "ONBEKEND"),
    ("kenmerk device", "NUL"),
    ("date", "2026-11-20"),
    ("date quoted", "\" 2026-11-20 \""),
    ("date of a leap year", "2024-02-29"),
    ("date of no leap year", "2100-02-29"),
    ("date that is none", "2026-02-30"),
    ("date of a 31st", "2026-11-31"),
    ("date backwards", "20-11-2026"),
    ("date of a register", "1987-00-00"),
    ("month", "1987-03"),
    ("country", "UKR"),
    ("country small", "ukr"),
    ("country unknown", "ZZZ"),
    ("country spaced", "\"\u{a0}UKR \""),
    ("postcode", "3818 LE"),
    ("postcode packed", "3818le"),
    ("postcode SS", "1234 SS"),
    ("v_nummer dots", "2801.234.567"),
    ("v_nummer short", "\"280123456\""),
    ("empty list", "[]"),
    ("list of a text", "[een tekst]"),
    ("list of a country", "[UKR, staatloos]"),
    ("list of nothing", "[null]"),
    ("list of a list", "[[een]]"),
    ("list of a block", "[{een: twee}]"),
    ("empty block", "{}"),
    ("block", "{een: twee}"),
];

/// Keys that a block gets beside its own: one that no block has, and some that another has.
const KEYS: &[(&str, &str)] = &[
    ("vreemde_sleutel", "1"),
    ("motivering", "Dit is mijn eigen tekst."),
    ("evenredigheid", "Dit is mijn eigen tekst."),
    ("ontbrekend", "[een paspoort]"),
    ("veroordeling", "{}"),
    ("gemeente", "Westland"),
    ("locatie", "Amersfoort"),
    ("huisnummer", "12"),
    ("toevoeging", "A"),
    ("regels", "[Rue de la Loi 1]"),
    ("land", "BEL"),
    ("asielwens", "true"),
    ("fase", "voornemen"),
    ("uitkomst", "weigering"),
    ("volgt_later", "true"),
    ("reden", "Dit is mijn eigen tekst."),
    ("gronden", "[]"),
    ("zienswijze", "geen"),
    ("datum", "2026-11-20"),
    ("naam", "O. Kovalenko"),
    ("digitaal", "www.voorbeeld.example"),
    ("huisstijl", "{}"),
    ("hulp", "[]"),
    ("post", "{gram_per_vel: 5}"),
];

/// Stands in a tree for the value of a change, which is written as YAML has it.
const HERE: &str = "\u{1}";

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(io::stdout().lock());
    match std::env::args().nth(1).as_deref() {
        Some("zaak") => cases(&mut out)?,
        Some("organisatie") => organisations(&mut out)?,
        _ => return Err("gebruik: schemaproef zaak|organisatie".into()),
    }
    Ok(out.flush()?)
}

fn cases(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let mut seen = BTreeSet::new();
    for path in case_files(&root("fixtures"))? {
        let name = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path)?;
        say(out, &name, &text, "as it is", false, codes_of_case)?;
        let Ok(tree) = serde_saphyr::from_str::<Value>(&text) else { continue };
        let step = &tree["stap"];
        let occasion = [&step["soort"], &step["uitkomst"], &step["fase"]].map(ToString::to_string).join(" ");
        for changed in changes(&tree) {
            // A ground has other keys than another one.
            if seen.insert((occasion.clone(), changed.ground.clone(), changed.place(), changed.name.clone()))
            {
                say(out, &name, &changed.text, &changed.told(), changed.is_text(), codes_of_case)?;
            }
        }
    }
    Ok(())
}

fn organisations(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let example = fs::read_to_string(root("letter-templates/organisatie-voorbeeld.yaml"))?;
    say(out, "voorbeeld", &example, "as it is", false, codes_of_organisation)?;
    let mut whole: Value = serde_saphyr::from_str(&example)?;
    let more: Value = serde_saphyr::from_str(
        "{telefoon_buitenland: \"+31 00 000 00 00\", openingstijden: van 9 tot 17 uur, \
          hulp: [{naam: Voorbeeldhulp, waarvoor: hulp bij uw brief, telefoon: 0800-0002, website: www.voorbeeld.example}], \
          bevestigd: [{regel: termijn.beroep_kort, door: J. Jurist, op: 2025-11-03}], \
          post: {gram_per_vel: 5, gram_envelop: 5.5}, \
          huisstijl: {accentkleur: \"#154273\", lettertype: {gewoon: a.ttf, vet: b.ttf}, logo: logo.svg, logo_hoogte: 15, \
            briefpapier: {eerste: a.pdf, vervolg: b.pdf}, \
            venster: {profiel: c5, links: 20, boven: 45.5, breedte: 100, hoogte: 28}}}",
    )?;
    for (key, value) in more.as_object().into_iter().flatten() {
        whole[key] = value.clone();
    }
    for key in ["bezwaar", "zienswijze", "beroep"] {
        whole[key]["digitaal"] = "www.voorbeeld.example".into();
    }
    for changed in changes(&whole) {
        say(out, "heel", &changed.text, &changed.told(), false, codes_of_organisation)?;
    }
    Ok(())
}

fn codes_of_case(text: &str) -> Vec<String> {
    let reading = read_case(text, 1, &Overrides::default());
    reading.diagnostics.iter().map(|finding| finding.code.as_str().to_owned()).collect()
}

fn codes_of_organisation(text: &str) -> Vec<String> {
    Organisation::from_yaml(text).err().map(|finding| finding.code.as_str().to_owned()).into_iter().collect()
}

fn say(
    out: &mut impl Write,
    name: &str,
    text: &str,
    change: &str,
    text_key: bool,
    codes: fn(&str) -> Vec<String>,
) -> io::Result<()> {
    let codes = codes(text);
    writeln!(
        out,
        "{}",
        json!({"name": name, "text": text, "codes": codes, "change": change, "text_key": text_key})
    )
}

/// A file with one thing changed.
struct Changed {
    path: String,
    name: String,
    text: String,
    /// The ground of the block, where it is one.
    ground: String,
}

impl Changed {
    /// The kind of place.
    fn place(&self) -> String {
        pattern_of(&self.path)
    }

    fn told(&self) -> String {
        format!("{} {}", self.path, self.name)
    }

    /// Whether the key holds any text, such as a name.
    fn is_text(&self) -> bool {
        // The addresses have the same keys.
        let place = self.place().replace(".gemachtigde.adres.", ".adres.");
        let mut keys = Keys::all().flat_map(Keys::rows);
        keys.any(|key| {
            let any = matches!(
                key.holds,
                Holds::Text | Holds::OwnLine | Holds::OwnWords | Holds::Formed(Form::Kenmerk)
            );
            any && key.fact.pattern() == place
        })
    }
}

/// Every file that differs from a tree in one thing.
fn changes(tree: &Value) -> Vec<Changed> {
    let mut found = Vec::new();
    for pointer in pointers(tree, "") {
        let path = path_of(&pointer);
        let mut add = |name: String, tree: &Value, written: &str| {
            let text = tree.to_string().replace(&json!(HERE).to_string(), written);
            let ground = ground_of(tree, &pointer);
            found.push(Changed { path: path.clone(), name, text, ground });
        };
        for (name, value) in VALUES {
            let mut changed = tree.clone();
            let Some(place) = changed.pointer_mut(&pointer) else { continue };
            *place = HERE.into();
            add((*name).to_owned(), &changed, value);
        }
        if let Some(Value::String(text)) = tree.pointer(&pointer) {
            let mut changed = tree.clone();
            changed
                .pointer_mut(&pointer)
                .into_iter()
                .for_each(|place| *place = format!("\u{a0} {text} ").into());
            add("spaces around".to_owned(), &changed, "");
        }
        if tree.pointer(&pointer).is_some_and(Value::is_object) {
            for (key, value) in KEYS {
                let mut changed = tree.clone();
                let Some(block) = changed.pointer_mut(&pointer).and_then(Value::as_object_mut) else {
                    continue;
                };
                block.insert((*key).to_owned(), HERE.into());
                add(format!("with {key}"), &changed, value);
            }
        }
        if let Some((parent, key)) = pointer.rsplit_once('/') {
            let mut changed = tree.clone();
            match changed.pointer_mut(parent) {
                Some(Value::Object(block)) => drop(block.remove(key)),
                Some(Value::Array(items)) => drop(key.parse().ok().map(|item: usize| items.remove(item))),
                _ => continue,
            }
            add("gone".to_owned(), &changed, "");
        }
    }
    found
}

/// The pointer (RFC 6901) of every value of a tree, its own first.
fn pointers(value: &Value, own: &str) -> Vec<String> {
    let mut found = vec![own.to_owned()];
    match value {
        Value::Object(entries) => {
            found.extend(entries.iter().flat_map(|(key, value)| pointers(value, &format!("{own}/{key}"))));
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            found.extend(items.flat_map(|(item, value)| pointers(value, &format!("{own}/{item}"))));
        }
        _ => {}
    }
    found
}

/// `/stap/gronden/0/grond` as `stap.gronden[0].grond`.
fn path_of(pointer: &str) -> String {
    let mut path = String::new();
    for part in pointer.split('/').skip(1) {
        if part.bytes().all(|b| b.is_ascii_digit()) {
            path = format!("{path}[{part}]");
        } else {
            let dot = if path.is_empty() { "" } else { "." };
            path = format!("{path}{dot}{part}");
        }
    }
    path
}

fn ground_of(tree: &Value, pointer: &str) -> String {
    let Some(rest) = pointer.strip_prefix("/stap/gronden/") else { return String::new() };
    let item: usize = rest.split('/').next().and_then(|item| item.parse().ok()).unwrap_or_default();
    tree["stap"]["gronden"][item]["grond"].to_string()
}

fn case_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(case_files(&path)?);
        } else if path.file_name().is_some_and(|name| name == "case.yaml") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
