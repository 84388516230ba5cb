//! The result of a run: counts, versions and times, as `samenvatting.json` and as a few lines for the
//! officer.

use super::address_file::AddressCounts;
use super::findings::Findings;
use super::index::State;
use super::options::{Options, RoundOf};
use super::vouched::{Round, SeenCases, Vouched};
use crate::diagnostic::character::shown;
use crate::hash::Hash;
use crate::receipt::Versions;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;

/// The counts of a run while it is going on.
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
    /// Original letters, without their afschriften.
    pub letters: u64,
    /// Afschriften.
    pub copies: u64,
    /// Letters and afschriften per kind.
    pub kinds: BTreeMap<String, u64>,
    /// Letters and afschriften per rule on which they rest and that nobody confirmed.
    pub unconfirmed: BTreeMap<String, u64>,
    /// Letters and afschriften that existed already.
    pub same: u64,
    /// Pages of all letters, not counting blank ones.
    pub pages: u64,
    /// Sheets of all letters.
    pub sheets: u64,
    /// Letters and afschriften without a KIX code, of a run that asks for codes.
    pub without_code: u64,
    /// Letters by post without a code line, of a run with codes.
    pub without_code_line: u64,
    /// Parts of the print stream.
    pub parts: u32,
    /// The kenmerken that were asked for but that no case has.
    pub unknown: Vec<String>,
}

/// The object in `samenvatting.json`; the fields are its keys, in order.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// Cases that were read.
    pub zaken: u64,
    /// Cases with letters.
    pub met_brief: u64,
    /// Original letters, without their afschriften.
    pub brieven: u64,
    /// Afschriften.
    pub afschriften: u64,
    /// Cases that need no letter.
    pub geen_brief: u64,
    /// Cases in which an officer must decide first.
    pub vragen: u64,
    /// Cases that were refused.
    pub geweigerd: u64,
    /// Files that could not be read.
    pub onleesbare_bestanden: u64,
    /// The number of kenmerken that were asked for but that no case has.
    pub niet_gevonden: u64,
    /// Letters and afschriften that existed already; like pages and sheets, unknown in a dry run.
    pub was_er_al: Option<u64>,
    /// Letters and afschriften per kind.
    pub per_soort: BTreeMap<String, u64>,
    /// Letters and afschriften per rule on which they rest and that nobody had confirmed; `None` in a summary of
    /// before they were counted.
    #[serde(default)]
    pub te_bevestigen: Option<BTreeMap<String, u64>>,
    /// Findings per code.
    pub per_code: BTreeMap<String, u64>,
    /// Pages of all letters, not counting blank ones.
    pub paginas: Option<u64>,
    /// Sheets of all letters.
    pub vellen: Option<u64>,
    /// Letters and afschriften without a KIX code; `None` in a run that asks for no codes, in a dry run, and in a summary
    /// of before they were counted.
    #[serde(default)]
    pub zonder_kix: Option<u64>,
    /// Letters and afschriften without a code line of the post; `None` in a run without codes, in a dry run, and in a summary
    /// of before they were counted.
    #[serde(default)]
    pub zonder_codeerregel: Option<u64>,
    /// Parts of the print stream.
    pub drukstroomdelen: u32,
    /// The number of the run on its sheets; a dry run and a joined run have none.
    pub run: Option<String>,
    /// The time at which the run began, in UTC.
    pub begin: String,
    /// The time at which the run ended, in UTC.
    pub einde: String,
    /// The duration in seconds.
    pub duur_seconden: f64,
    /// The versions of what made the letters.
    pub versies: Value,
    /// The options of the run.
    pub opties: Value,
    /// Every file of the run but the letters and the summary itself, with hash and length; `None` in a summary of before
    /// it vouched for them, and in a dry run.
    #[serde(default)]
    pub bestanden: Option<Vec<Vouched>>,
    /// All cases that the first round saw, also those that it left out or refused.
    #[serde(default)]
    pub gezien: Option<SeenCases>,
    /// The rounds, the first one too; `None` in a summary of before there were rounds, and of a joined run.
    #[serde(default)]
    pub rondes: Option<Vec<Round>>,
    /// The runs that were joined; only for a joined run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub samengevoegd: Option<Vec<Value>>,
}

/// The number and the times of a run.
#[derive(Clone, Debug, Default)]
pub struct RunTimes {
    /// The number of the run on its sheets; a dry run and a joined run have none.
    pub run: Option<u32>,
    /// The time at which the run began, in UTC.
    pub begun: String,
    /// The time at which the run ended, in UTC.
    pub ended: String,
    /// The duration in seconds.
    pub seconds: f64,
}

/// The result of a run, for people and for programs.
pub struct Report {
    /// The counts and times.
    pub summary: Summary,
    /// The kenmerken that were asked for but that no case has.
    pub unknown: Vec<String>,
    /// The names of the first files that could not be read.
    pub unread: Vec<String>,
    /// What was written in the address file, if there is one.
    pub addresses: Option<AddressCounts>,
    /// The findings of a run that wrote nothing, where they were asked for.
    pub findings: Option<Findings>,
}

impl Counts {
    /// Counts a case that was read.
    pub fn seen(&mut self, state: State) {
        self.cases += 1;
        *self.count_of(state) += 1;
    }

    /// Counts a case as refused that was first counted in another state.
    pub fn refuse(&mut self, before: State) {
        *self.count_of(before) -= 1;
        self.refused += 1;
    }

    /// Leaves a case out of the counts that was first counted.
    pub fn left_out(&mut self, before: State) {
        *self.count_of(before) -= 1;
        self.cases -= 1;
    }

    /// Counts a letter of a kind that rests on these rules that nobody confirmed.
    pub fn letter(&mut self, kind: &str, is_copy: bool, unconfirmed: impl IntoIterator<Item: AsRef<str>>) {
        *(if is_copy { &mut self.copies } else { &mut self.letters }) += 1;
        *self.kinds.entry(kind.to_owned()).or_default() += 1;
        for rule in unconfirmed {
            *self.unconfirmed.entry(rule.as_ref().to_owned()).or_default() += 1;
        }
    }

    /// Adds the counts of another run.
    pub fn add(&mut self, run: &Summary) {
        self.cases += run.zaken;
        self.with_letters += run.met_brief;
        self.no_letter += run.geen_brief;
        self.questions += run.vragen;
        self.refused += run.geweigerd;
        self.unreadable += run.onleesbare_bestanden;
        self.letters += run.brieven;
        self.copies += run.afschriften;
        self.same += run.was_er_al.unwrap_or_default();
        self.pages += run.paginas.unwrap_or_default();
        self.sheets += run.vellen.unwrap_or_default();
        self.without_code += run.zonder_kix.unwrap_or_default();
        self.without_code_line += run.zonder_codeerregel.unwrap_or_default();
        self.parts += run.drukstroomdelen;
        add_counts(&mut self.kinds, &run.per_soort);
        add_counts(&mut self.unconfirmed, run.te_bevestigen.iter().flatten());
    }

    fn count_of(&mut self, state: State) -> &mut u64 {
        match state {
            State::Letters => &mut self.with_letters,
            State::NoLetter => &mut self.no_letter,
            State::Question => &mut self.questions,
            State::Refused => &mut self.refused,
        }
    }
}

/// Adds counts by name to others.
pub fn add_counts<'a>(
    to: &mut BTreeMap<String, u64>,
    counts: impl IntoIterator<Item = (&'a String, &'a u64)>,
) {
    for (name, count) in counts {
        *to.entry(name.clone()).or_default() += count;
    }
}

impl Summary {
    /// What `samenvatting.json` holds.
    ///
    /// # Errors
    /// When a number in it is no number of JSON.
    pub fn text(&self) -> io::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}

impl Report {
    /// Makes the report of a run. `codes` gives the number of findings per code. A `dry` run made no
    /// letters, so its pages, sheets and existing letters are unknown.
    #[must_use]
    pub fn new(
        counts: Counts,
        codes: BTreeMap<String, u64>,
        times: RunTimes,
        [versies, opties]: [Value; 2],
        dry: bool,
    ) -> Self {
        let unless_dry = |number: u64| (!dry).then_some(number);
        let summary = Summary {
            zaken: counts.cases,
            met_brief: counts.with_letters,
            brieven: counts.letters,
            afschriften: counts.copies,
            geen_brief: counts.no_letter,
            vragen: counts.questions,
            geweigerd: counts.refused,
            onleesbare_bestanden: counts.unreadable,
            niet_gevonden: counts.unknown.len() as u64,
            was_er_al: unless_dry(counts.same),
            per_soort: counts.kinds,
            te_bevestigen: Some(counts.unconfirmed),
            per_code: codes,
            paginas: unless_dry(counts.pages),
            vellen: unless_dry(counts.sheets),
            zonder_kix: unless_dry(counts.without_code).filter(|_| opties["kix"] == true),
            zonder_codeerregel: unless_dry(counts.without_code_line).filter(|_| !opties["codes"].is_null()),
            drukstroomdelen: counts.parts,
            run: times.run.map(|run| format!("{run:08}")),
            begin: times.begun,
            einde: times.ended,
            duur_seconden: (times.seconds * 1000.0).round() / 1000.0,
            versies,
            opties,
            bestanden: None,
            gezien: None,
            rondes: None,
            samengevoegd: None,
        };
        Self { summary, unknown: counts.unknown, unread: Vec::new(), addresses: None, findings: None }
    }

    /// The summary as one line of JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Serialising cannot fail: the struct has only texts and numbers.
        serde_json::to_string(&self.summary).unwrap_or_default()
    }

    /// The result in a few Dutch lines for the officer.
    #[must_use]
    pub fn to_text(&self, dry: bool) -> String {
        let run = &self.summary;
        let mut out = String::new();
        let _ = write!(out, "{}: {} met brief", count_with_noun(run.zaken, "zaak", "zaken"), run.met_brief);
        let others = [
            (run.geen_brief, "zonder brief"),
            (run.vragen, "met een vraag aan een ambtenaar"),
            (run.geweigerd, "geweigerd"),
        ];
        for (count, words) in others.iter().filter(|(count, _)| *count > 0) {
            let _ = write!(out, ", {count} {words}");
        }
        let _ = write!(
            out,
            "\n{} en {}",
            count_with_noun(run.brieven, "brief", "brieven"),
            count_with_noun(run.afschriften, "afschrift", "afschriften")
        );
        if dry {
            out.push_str(match self.addresses {
                Some(_) => "; alleen het adresbestand is geschreven",
                None => "; er is niets geschreven",
            });
        } else {
            let _ = write!(
                out,
                " op {}, {}",
                count_with_noun(run.paginas.unwrap_or_default(), "pagina", "pagina's"),
                count_with_noun(run.vellen.unwrap_or_default(), "vel", "vellen")
            );
            if let Some(same) = run.was_er_al.filter(|same| *same > 0) {
                let _ = write!(out, "; er al: {same}");
            }
        }
        if let Some(without) = run.zonder_kix.filter(|without| *without > 0) {
            let have = if without == 1 { "heeft" } else { "hebben" };
            let _ = write!(out, "\n{} {have} geen KIX-code", count_with_noun(without, "brief", "brieven"));
        }
        if let Some(without) = run.zonder_codeerregel.filter(|without| *without > 0) {
            let have = if without == 1 { "heeft" } else { "hebben" };
            let _ = write!(out, "\n{} {have} geen codeerregel", count_with_noun(without, "brief", "brieven"));
        }
        if let Some(AddressCounts { letters, uncoded }) = self.addresses {
            let _ =
                write!(out, "\nadresbestand: {} met de post", count_with_noun(letters, "brief", "brieven"));
            if uncoded > 0 {
                let _ = write!(out, ", waarvan {uncoded} zonder plaats voor een codeerregel");
            }
        }
        for (kind, count) in &run.per_soort {
            let _ = write!(out, "\n  {count} × {kind}");
        }
        if !run.per_code.is_empty() {
            let codes: Vec<String> =
                run.per_code.iter().map(|(code, count)| format!("{count} × {code}")).collect();
            let _ = write!(out, "\nbevindingen: {}", codes.join(", "));
        }
        if run.onleesbare_bestanden > 0 {
            let files = count_with_noun(run.onleesbare_bestanden, "bestand", "bestanden");
            let _ = write!(out, "\nniet te lezen: {files}");
        }
        if !self.unknown.is_empty() {
            let _ = write!(out, "\ngeen zaak met kenmerk: {}", shown(&self.unknown.join(", ")));
        }
        out
    }
}

/// The versions of what made the letters, in the form of the summary; `confirmed` is the hash of the rules that the
/// organisation confirmed.
#[must_use]
pub fn versions(versions: &Versions, confirmed: Option<Hash>) -> Value {
    json!({
        "programma": versions.program,
        "regels": versions.rules.short(),
        "sjablonen": versions.templates.short(),
        "organisatie": versions.organisation.short(),
        "bevestigd": confirmed.map(|hash| hash.short()),
    })
}

/// The options of a run, in the form of the summary.
#[must_use]
pub fn options(options: &Options) -> Value {
    let (selection, again) = (&options.selection, options.round == Some(RoundOf::Again));
    let mut asked = json!({
        "bekendmaking": options.overrides.bekendmaking.map(|date| date.to_string()),
        "wijze": options.overrides.wijze.map(|wijze| wijze.word()),
        "overschrijf": options.overwrite,
        "streng": options.strict,
        "alleen": selection.only.as_ref().filter(|_| !again).map_or(0, BTreeSet::len),
        "behalve": selection.except.len(),
        "opnieuw": selection.only.as_ref().filter(|_| again).map_or(0, BTreeSet::len),
        "steekproef": options.sample,
        "deel": selection.share.map(|share| share.to_string()),
        "droog": options.dry,
        "codes": options.codes.as_ref().map(|codes| codes.hash.short()),
    });
    for (key, value) in options.paper() {
        asked[key] = value;
    }
    if let Some(settings) = &options.metadata {
        asked["metagegevens"] = settings.kind().word().into();
    }
    asked
}

/// A number with its noun in the singular or plural.
fn count_with_noun(count: u64, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}
