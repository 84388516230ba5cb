//! The names of the files that a run leaves in its folder (docs/spec/batch.md).

/// The file of the findings, one per line.
pub(super) const FINDINGS: &str = "fouten.jsonl";
/// The file of the findings as CSV.
pub(super) const FINDINGS_CSV: &str = "fouten.csv";
/// The files that follow the last run, where everything else keeps what a finished run said.
pub(super) const OF_LAST_RUN: [&str; 2] = [FINDINGS, FINDINGS_CSV];
/// The file of the summary of the run.
pub(super) const SUMMARY: &str = "samenvatting.json";
/// The file of the manifest, one row per letter.
pub const MANIFEST: &str = "manifest.jsonl";
/// The file of the manifest as CSV.
pub(super) const MANIFEST_CSV: &str = "manifest.csv";
/// The file of the receipts, one per letter.
pub(super) const RECEIPTS: &str = crate::receipt::OF_A_RUN;
