//! What `samenvatting.json` holds: counts, versions, options and times of a run.

use super::options::{Options, RoundOf};
use super::vouched::{Round, SeenCases, Vouched};
use crate::hash::Hash;
use crate::receipt::Versions;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io;

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
    /// Letters and afschriften per ground that they give; `None` in a summary of before they were counted.
    #[serde(default)]
    pub per_grond: Option<BTreeMap<String, u64>>,
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

impl Summary {
    /// What `samenvatting.json` holds.
    ///
    /// # Errors
    /// When a number in it is no number of JSON.
    pub fn text(&self) -> io::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
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
