//! What a reader sees of a case: its outcome, the words of its letters and its findings; and which rules read a fact.

use super::tree::Tree;
use crate::support::pipeline;
use rtbrief::case::model::Antwoord;
use rtbrief::case::read::Overrides;
use rtbrief::case::split::split;
use rtbrief::diagnostic::{Code, Diagnostic};
use rtbrief::pipeline::{Assessed, Format, Run};
use rtbrief::words::{Fact, Rule, RuleId};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Why a value of a fact counts for nothing on an occasion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The outcome cannot use it (F202).
    Idle,
    /// The day cannot be: the one rule for all dates.
    NoDate,
}

/// What became of a case.
pub struct Seen {
    /// Outcome, proof of residence and findings, in words.
    words: String,
    /// The words of the letters.
    pub letters: String,
    /// Why there is no letter.
    pub findings: Vec<Diagnostic>,
    assessed: Assessed,
}

impl Seen {
    /// Assesses a case.
    pub fn of(run: &Run<'_>, tree: &Tree) -> Option<Self> {
        let document = split(tree.text().as_bytes()).into_iter().next()?;
        let assessed = run.assess(document, &Overrides::default());
        let mut words = assessed.decision.outcome.word().to_owned();
        if let Some(proof) = assessed.decision.bewijs_van_verblijf {
            let _ = writeln!(words, " {}", proof.word());
        }
        let findings = assessed.diagnostics().to_vec();
        for finding in &findings {
            let rule = finding.rule.map_or("", RuleId::word);
            let _ = writeln!(
                words,
                "{} {rule} {} {:?} {:?}",
                finding.code.as_str(),
                finding.message,
                finding.paths,
                finding.hint
            );
        }
        let mut letters = String::new();
        for letter in &assessed.letters {
            let text = pipeline().render(letter, Format::Text).ok()?;
            letters.push_str(&String::from_utf8_lossy(&text));
        }
        Some(Self { words, letters, findings, assessed })
    }

    /// Whether the file itself is refused, for its form or for a character that the font lacks.
    pub fn is_unreadable(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.code.as_str().starts_with("F1") || finding.code == Code::NoGlyph)
    }

    /// Whether a finding says that the outcome cannot use this fact or a block in which it lies, or that its date
    /// cannot be.
    pub fn refuses(&self, fact: Fact) -> Option<Refused> {
        self.findings.iter().find_map(|finding| {
            let first = pattern(finding.paths.first()?);
            // An answer that the case does not ask for is refused at its question.
            let first = if first == Antwoord::vraag.pattern() { Antwoord::vraag.block() } else { &first };
            if finding.rule == Some(Rule::InvoerZonderGevolg.into()) && lies_in(fact.pattern(), first) {
                Some(Refused::Idle)
            } else if finding.rule == Some(Rule::DatumFeit.into())
                && finding.paths.iter().any(|path| pattern(path) == fact.pattern())
            {
                Some(Refused::NoDate)
            } else {
                None
            }
        })
    }

    /// Whether outcome, words and findings are the same.
    pub fn equals(&self, other: &Self) -> bool {
        self.words == other.words && self.letters == other.letters
    }

    /// The rules that read the fact, or the block in which it lies: in the trace, in the target group, in a block of a
    /// letter, in a finding.
    pub fn rules_of(&self, fact: Fact) -> BTreeSet<RuleId> {
        let decision = &self.assessed.decision;
        let reads = |other: &Fact| is_read(fact, other.pattern());
        let reads_path = |path: &String| is_read(fact, &pattern(path));
        let mut found = BTreeSet::new();
        found.extend(
            decision.trace.steps().iter().filter(|step| step.facts.iter().any(reads)).map(|step| step.rule),
        );
        let group = decision.doelgroep.iter().filter(|tried| tried.facts.iter().any(reads));
        found.extend(group.map(|tried| RuleId::from(tried.condition)));
        for letter in &self.assessed.letters {
            let blocks = letter.blocks();
            let of_fact = blocks.filter(|block| block.provenance.facts.iter().any(reads_path));
            found.extend(of_fact.flat_map(|block| block.provenance.rules.iter().copied()));
        }
        let of_fact = self.findings.iter().filter(|finding| finding.paths.iter().any(reads_path));
        found.extend(of_fact.filter_map(|finding| finding.rule));
        found
    }
}

/// Whether who read the path read the fact: the path is that of the fact or of a block around it, or a part of it.
fn is_read(fact: Fact, path: &str) -> bool {
    let root = ["zaak", "bekendmaking", "vreemdeling", "feiten", "stap"].contains(&path);
    lies_in(fact.pattern(), path) && !root || lies_in(path, fact.pattern())
}

/// Whether a path is that of a block or lies below it.
fn lies_in(path: &str, block: &str) -> bool {
    path.strip_prefix(block).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// A path with `[]` for the place in its list.
pub fn pattern(path: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in path.chars() {
        if c == ']' {
            inside = false;
        }
        if !inside {
            out.push(c);
        }
        if c == '[' {
            inside = true;
        }
    }
    out
}
