//! What a run came to: counts, versions, times; as `samenvatting.json` and in a few lines for the officer.

use super::SUMMARY;
use super::folder::Folder;
use super::index::State;
use super::options::Options;
use crate::receipt::Versions;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write as _};

/// The keys of the plain numbers in `samenvatting.json`.
const NUMBERS: [&str; 11] = [
    "zaken",
    "met_brief",
    "geen_brief",
    "vragen",
    "geweigerd",
    "onleesbare_bestanden",
    "brieven",
    "afschriften",
    "was_er_al",
    "paginas",
    "vellen",
];

/// The counts of a run.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Cases that were read.
    pub cases: u64,
    /// Cases with letters.
    pub with_letters: u64,
    /// Cases that need no letter.
    pub no_letter: u64,
    /// Cases in which an officer must decide first.
    pub questions: u64,
    /// Cases that were refused.
    pub refused: u64,
    /// Files that could not be read.
    pub unreadable: u64,
    /// Letters, without their afschriften.
    pub letters: u64,
    /// Afschriften.
    pub copies: u64,
    /// Letters and afschriften by kind.
    pub kinds: BTreeMap<String, u64>,
    /// Letters and afschriften that stood there already.
    pub same: u64,
    /// Pages of all letters, without blank ones.
    pub pages: u64,
    /// Sheets of all letters.
    pub sheets: u64,
    /// Parts of the print stream.
    pub parts: u32,
    /// Kenmerken that were asked for and that no case has.
    pub unknown: Vec<String>,
}

impl Counts {
    /// Counts a case that was read.
    pub fn seen(&mut self, state: State) {
        self.cases += 1;
        *self.of(state) += 1;
    }

    /// A case is refused that was something else.
    pub fn refuse(&mut self, before: State) {
        *self.of(before) -= 1;
        self.refused += 1;
    }

    /// Counts letters: the kind of each, and whether it is an afschrift.
    pub fn planned(&mut self, letters: &[(&'static str, bool)]) {
        for (kind, is_copy) in letters {
            *(if *is_copy { &mut self.copies } else { &mut self.letters }) += 1;
            *self.kinds.entry((*kind).to_owned()).or_default() += 1;
        }
    }

    /// Reads the counts of a `samenvatting.json`; `None` when one is absent.
    #[must_use]
    pub fn from_json(summary: &Value) -> Option<Self> {
        let mut counts = Self::default();
        for (key, number) in NUMBERS.iter().zip(counts.numbers()) {
            *number = summary[*key].as_u64()?;
        }
        counts.parts = u32::try_from(summary["drukstroomdelen"].as_u64()?).ok()?;
        for (kind, count) in summary["per_soort"].as_object()? {
            counts.kinds.insert(kind.clone(), count.as_u64()?);
        }
        Some(counts)
    }

    /// Adds the counts of another run.
    pub fn add(&mut self, other: Self) {
        for (mine, others) in self.numbers().into_iter().zip(other.clone().numbers()) {
            *mine += *others;
        }
        self.parts += other.parts;
        for (kind, count) in other.kinds {
            *self.kinds.entry(kind).or_default() += count;
        }
    }

    /// As [`NUMBERS`] names them.
    fn numbers(&mut self) -> [&mut u64; 11] {
        [
            &mut self.cases,
            &mut self.with_letters,
            &mut self.no_letter,
            &mut self.questions,
            &mut self.refused,
            &mut self.unreadable,
            &mut self.letters,
            &mut self.copies,
            &mut self.same,
            &mut self.pages,
            &mut self.sheets,
        ]
    }

    fn of(&mut self, state: State) -> &mut u64 {
        match state {
            State::Letters => &mut self.with_letters,
            State::NoLetter => &mut self.no_letter,
            State::Question => &mut self.questions,
            State::Refused => &mut self.refused,
        }
    }
}

/// What a run came to.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The number of the run on its sheets; none of a dry run.
    pub run: Option<u32>,
    /// The counts.
    pub counts: Counts,
    /// How many findings of each code.
    pub codes: BTreeMap<String, u64>,
    /// When it began, UTC.
    pub begun: String,
    /// When it ended, UTC.
    pub ended: String,
    /// How long it took, in seconds.
    pub seconds: f64,
}

/// What a run came to, for people and for programs.
pub struct Report {
    /// The counts and times.
    pub summary: Summary,
    /// `samenvatting.json`.
    pub object: Value,
}

impl Report {
    /// Writes the object, to wait in the folder for the end of the run.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&self, folder: &Folder) -> io::Result<()> {
        folder.scratch(SUMMARY)?.write_all(format!("{:#}\n", self.object).as_bytes())
    }
}

impl Summary {
    /// The object of `samenvatting.json`.
    #[must_use]
    pub fn to_json(&self, options: &Options, versions: &Versions) -> Value {
        let mut object = self.figures(options.dry);
        object["versies"] = json!({
            "programma": versions.program,
            "regels": versions.rules.short(),
            "sjablonen": versions.templates.short(),
            "organisatie": versions.organisation.short(),
        });
        let mut asked = json!({
            "bekendmaking": options.overrides.bekendmaking.map(|date| date.to_string()),
            "wijze": options.overrides.wijze.map(|wijze| wijze.word()),
            "overschrijf": options.overwrite,
            "alleen": options.only.len(),
            "steekproef": options.sample,
            "deel": options.share.map(|share| share.to_string()),
            "droog": options.dry,
        });
        for (key, value) in options.paper() {
            asked[key] = value;
        }
        object["opties"] = asked;
        object
    }

    /// What of the object is counted.
    #[must_use]
    pub fn figures(&self, dry: bool) -> Value {
        let counts = &self.counts;
        let made = |number: u64| if dry { Value::Null } else { number.into() };
        json!({
            "zaken": counts.cases,
            "met_brief": counts.with_letters,
            "brieven": counts.letters,
            "afschriften": counts.copies,
            "geen_brief": counts.no_letter,
            "vragen": counts.questions,
            "geweigerd": counts.refused,
            "onleesbare_bestanden": counts.unreadable,
            "niet_gevonden": counts.unknown.len(),
            "was_er_al": made(counts.same),
            "per_soort": counts.kinds,
            "per_code": self.codes,
            "paginas": made(counts.pages),
            "vellen": made(counts.sheets),
            "drukstroomdelen": counts.parts,
            "run": self.run.map(|run| format!("{run:08}")),
            "begin": self.begun,
            "einde": self.ended,
            "duur_seconden": (self.seconds * 1000.0).round() / 1000.0,
        })
    }

    /// A few lines for the officer.
    #[must_use]
    pub fn to_text(&self, dry: bool) -> String {
        let counts = &self.counts;
        let mut out = String::new();
        let _ = write!(out, "{}: {} met brief", many(counts.cases, "zaak", "zaken"), counts.with_letters);
        let others = [
            (counts.no_letter, "zonder brief"),
            (counts.questions, "met een vraag aan een ambtenaar"),
            (counts.refused, "geweigerd"),
        ];
        for (count, words) in others.iter().filter(|(count, _)| *count > 0) {
            let _ = write!(out, ", {count} {words}");
        }
        let _ = write!(
            out,
            "\n{} en {}",
            many(counts.letters, "brief", "brieven"),
            many(counts.copies, "afschrift", "afschriften")
        );
        if dry {
            out.push_str("; er is niets geschreven");
        } else {
            let _ = write!(
                out,
                " op {}, {}",
                many(counts.pages, "pagina", "pagina's"),
                many(counts.sheets, "vel", "vellen")
            );
            if counts.same > 0 {
                let _ = write!(out, "; er al: {}", counts.same);
            }
        }
        for (kind, count) in &counts.kinds {
            let _ = write!(out, "\n  {count} × {kind}");
        }
        if !self.codes.is_empty() {
            let codes: Vec<String> =
                self.codes.iter().map(|(code, count)| format!("{count} × {code}")).collect();
            let _ = write!(out, "\nbevindingen: {}", codes.join(", "));
        }
        if counts.unreadable > 0 {
            let files = many(counts.unreadable, "bestand", "bestanden");
            let _ = write!(out, "\nniet te lezen: {files}");
        }
        if !counts.unknown.is_empty() {
            let _ = write!(out, "\ngeen zaak met kenmerk: {}", counts.unknown.join(", "));
        }
        out
    }
}

/// A number with its noun.
fn many(count: u64, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}
