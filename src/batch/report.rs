//! The result of a run, for programs as its summary and for the officer in a few Dutch lines.

use super::address_file::AddressCounts;
use super::counts::Counts;
use super::findings::Findings;
use super::summary::Summary;
use crate::diagnostic::character::shown;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;

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
            per_grond: Some(counts.grounds),
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
        if let Some(grounds) = run.per_grond.as_ref().filter(|grounds| !grounds.is_empty()) {
            let _ = write!(out, "\ngronden: {}", times_each(grounds));
        }
        if !run.per_code.is_empty() {
            let _ = write!(out, "\nbevindingen: {}", times_each(&run.per_code));
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

/// A number with its noun in the singular or plural.
fn count_with_noun(count: u64, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// Counts by name on one line: `2 × F203, 1 × V101`.
fn times_each(counts: &BTreeMap<String, u64>) -> String {
    let each: Vec<String> = counts.iter().map(|(name, count)| format!("{count} × {name}")).collect();
    each.join(", ")
}
