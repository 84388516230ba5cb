//! The counts of a run while it is going on, and those of several runs added up.

use super::index::State;
use super::summary::Summary;
use std::collections::BTreeMap;

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
    /// Letters and afschriften per ground that they give.
    pub grounds: BTreeMap<String, u64>,
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

    /// Counts a letter of a kind that gives these grounds and rests on these rules that nobody confirmed.
    pub fn letter<'g>(
        &mut self,
        kind: &str,
        is_copy: bool,
        grounds: impl IntoIterator<Item = &'g str>,
        unconfirmed: impl IntoIterator<Item: AsRef<str>>,
    ) {
        *(if is_copy { &mut self.copies } else { &mut self.letters }) += 1;
        *self.kinds.entry(kind.to_owned()).or_default() += 1;
        for ground in grounds {
            *self.grounds.entry(ground.to_owned()).or_default() += 1;
        }
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
        add_counts(&mut self.grounds, run.per_grond.iter().flatten());
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
