//! Makes the case of a row, or says of each of its cells what is wrong.

use super::cell::{Changed, Help, help, text_of};
use super::columns::{Columns, Plan, Target};
use super::document::{Conflict, Given, lines};
use super::sheet::{Cell, Row};
use crate::case::answer::value_of;
use crate::case::identifier::Kenmerk;
use crate::case::model::{SoortStap, Zaak, key_of};
use crate::case::read::{Overrides, Reading, is_inside, read_case};
use crate::case::text::New;
use crate::diagnostic::{Code, Diagnostic};
use crate::places::{Origin, Place, Places};
use crate::words::Key;

/// Where a fact comes from that is the same in every case.
pub const FIXED: &str = "vast";
/// Where a fact comes from that no column gives.
pub const NOWHERE: &str = "geen kolom";

/// What became of a row.
#[derive(Debug)]
pub struct Imported {
    /// The number of the row as the spreadsheet shows it, from 1.
    pub number: u32,
    /// The kenmerk, if it could be read.
    pub kenmerk: Option<Kenmerk>,
    /// The text of the case; it is one only if there are no findings.
    pub text: String,
    /// Every finding about the row.
    pub findings: Vec<Diagnostic>,
    /// Of each path of a finding, where it stands: row and column; or [`FIXED`] or [`NOWHERE`].
    pub places: Places,
}

/// A value of a row before it is written.
struct Told<'a> {
    target: usize,
    key: &'static Key,
    text: String,
    /// The column that gave it, from 0; `None` where it is the same in every case.
    column: Option<usize>,
    given: Given<'a>,
}

/// Makes the case of a row.
#[must_use]
pub fn import(row: &Row, columns: &Columns) -> Imported {
    let mut work = Work { row, columns, places: Places::default(), changed: Vec::new() };
    let plan = columns.plan(work.step());
    let mut told = work.told(plan);
    told.sort_by(|a, b| a.given.1.rank().cmp(b.given.1.rank()));
    let values: Vec<Given<'_>> = told.iter().map(|it| it.given.clone()).collect();
    let mut stands = Vec::new();
    let text = lines(&values, &mut |target, path| stands.push((target, path.to_owned())));
    for (target, path) in &stands {
        if let Some(it) = told.iter().find(|it| it.target == *target) {
            work.note(path, it.column);
        }
    }
    let text = match text {
        Ok(text) => text,
        Err(Conflict(one, other)) => {
            let conflict = work.conflict(&told, one, other);
            work.changed.push(conflict);
            String::new()
        }
    };
    if text.is_empty() && !work.changed.is_empty() {
        return Imported {
            number: row.number,
            kenmerk: None,
            text,
            findings: work.changed,
            places: work.places,
        };
    }
    let reading = read_case(&text, 1, &Overrides::default());
    let findings = work.findings(&reading, &told, &stands);
    Imported { number: row.number, kenmerk: reading.kenmerk, text, findings, places: work.places }
}

/// The kenmerk of a row, if it has one, without making its case.
#[must_use]
pub fn kenmerk_of(row: &Row, columns: &Columns) -> Option<Kenmerk> {
    let is_kenmerk = |target: usize| {
        columns.targets.get(target).is_some_and(|target| target.path == Zaak::kenmerk.pattern())
    };
    if let Some((_, text)) = columns.fixed.iter().find(|(target, _)| is_kenmerk(*target)) {
        return Kenmerk::parse(text);
    }
    let column =
        columns.columns.iter().find(|column| column.targets.iter().any(|target| is_kenmerk(*target)))?;
    let cell = row.cells.get(column.at)?;
    match column.word_for(cell) {
        Some(word) => Kenmerk::parse(word?),
        None => Kenmerk::parse(&text_of(cell, key_of(Zaak::kenmerk)?).ok()??),
    }
}

struct Work<'a> {
    row: &'a Row,
    columns: &'a Columns,
    places: Places,
    /// The findings about cells that the spreadsheet changed.
    changed: Vec<Diagnostic>,
}

impl<'a> Work<'a> {
    fn cell(&self, column: usize) -> &'a Cell {
        self.row.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// The step of the case of this row, where its word is one.
    fn step(&self) -> Option<SoortStap> {
        let step = self.columns.step()?;
        let fixed = self.columns.fixed.iter().find(|(target, _)| *target == step);
        let word = fixed.map(|(_, word)| word.as_str()).or_else(|| {
            let column = self.columns.columns.iter().find(|column| column.targets.contains(&step))?;
            let cell = self.cell(column.at);
            column.word_for(cell).unwrap_or(match cell {
                Cell::Text(text) => Some(text.as_str()),
                _ => None,
            })
        })?;
        SoortStap::from_word(&word.to_lowercase())
    }

    /// The values of the row: those of every case, then those of its cells.
    fn told(&mut self, plan: &'a Plan) -> Vec<Told<'a>> {
        let mut told = Vec::new();
        for (target, text) in &self.columns.fixed {
            let typed = Cell::Text(text.clone());
            let taken = plan.facts.get(*target).and_then(|(key, _)| text_of(&typed, key).ok()?);
            // What is no value of the fact, the reader of cases says.
            told.extend(self.value(plan, *target, taken.unwrap_or_else(|| text.clone()), None));
        }
        for column in &self.columns.columns {
            let cell = self.cell(column.at);
            for target in &column.targets {
                let Some((key, _)) = plan.facts.get(*target) else { continue };
                // A word of the file comes first: it is told of what the table shows, whatever that would be otherwise.
                let text = match column.word_for(cell) {
                    Some(word) => Ok(word.map(str::to_owned)),
                    None => text_of(cell, key),
                };
                match text {
                    Ok(text) => {
                        let value = text.and_then(|text| self.value(plan, *target, text, Some(column.at)));
                        told.extend(value);
                    }
                    Err(changed) => self.refuse(*target, column.at, changed),
                }
            }
        }
        told
    }

    fn value(&self, plan: &'a Plan, target: usize, text: String, column: Option<usize>) -> Option<Told<'a>> {
        let (key, fact) = plan.facts.get(target)?;
        let is_item = self.target(target).is_some_and(|target| target.is_item);
        let value = match value_of(key, &text) {
            // The path is that of an item of the list.
            New::List(mut items) if is_item && items.len() == 1 => items.remove(0),
            New::List(_) if is_item => New::Text(text.clone()),
            value => value,
        };
        Some(Told { target, key, text, column, given: (target, fact, value) })
    }

    fn target(&self, target: usize) -> Option<&'a Target> {
        self.columns.targets.get(target)
    }

    fn refuse(&mut self, target: usize, column: usize, changed: Changed) {
        let Some(target) = self.target(target) else { return };
        self.note(&target.path, Some(column));
        let finding =
            Diagnostic::new(changed.code, changed.message, [target.path.as_str()]).with_hint(changed.hint);
        if !self.changed.iter().any(|other| self.says_the_same(other, &finding)) {
            self.changed.push(finding);
        }
    }

    /// Records where the value of a path comes from.
    fn note(&mut self, path: &str, column: Option<usize>) {
        match column {
            Some(at) => {
                let length = match self.cell(at) {
                    Cell::Text(text) => text.chars().count().max(1),
                    _ => 1,
                };
                let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
                let place = Place {
                    line: self.row.number,
                    column: number(at).saturating_add(1),
                    length: number(length),
                };
                self.places.note(path, place);
            }
            None if self.places.exact(path).is_none() => self.places.replace_by_option(path, FIXED),
            None => {}
        }
    }

    fn conflict(&mut self, told: &[Told<'_>], one: usize, other: usize) -> Diagnostic {
        let mut paths = Vec::new();
        for number in [one, other] {
            let Some(target) = self.target(number) else { continue };
            let column = told.iter().find(|it| it.target == number).and_then(|it| it.column);
            self.note(&target.path, column);
            paths.push(target.path.as_str());
        }
        let message = "Deze kolommen spreken elkaar tegen: een woord voor het geheel, en een deel daarvan.";
        Diagnostic::new(Code::WrongShape, message, paths).with_hint("Maak een van beide cellen leeg.")
    }

    /// All findings, at the cells that they are about.
    fn findings(
        &mut self,
        reading: &Reading,
        told: &[Told<'_>],
        stands: &[(usize, String)],
    ) -> Vec<Diagnostic> {
        let mut found = std::mem::take(&mut self.changed);
        let unread: Vec<String> = found.iter().flat_map(|finding| finding.paths.clone()).collect();
        for finding in &reading.diagnostics {
            // A cell that could not be taken is missing in the case: that has been said.
            if finding
                .paths
                .iter()
                .any(|path| unread.iter().any(|it| is_inside(it, path) || is_inside(path, it)))
            {
                continue;
            }
            let mut finding = finding.clone();
            finding.at.clear();
            for path in &finding.paths {
                self.place(path, stands);
            }
            let written =
                stands.iter().find(|(_, path)| finding.paths.first().is_some_and(|it| is_inside(it, path)));
            let cell = written.and_then(|(target, _)| told.iter().find(|it| it.target == *target));
            let help = cell
                .and_then(|it| help(finding.code, &it.text, it.key))
                .or_else(|| self.help_where_absent(&finding));
            finding.hint = match (help, finding.hint.take()) {
                (Some(Help::Also(more)), Some(hint)) => Some(format!("{hint} {more}")),
                (Some(Help::Also(help) | Help::Instead(help)), _) => Some(help.to_owned()),
                (None, hint) => hint,
            };
            if !found.iter().any(|other| self.says_the_same(other, &finding)) {
                found.push(finding);
            }
        }
        found
    }

    /// The path of the file of columns for a path of the case: items of a list move up where others are absent.
    fn said(&self, path: &str, stands: &[(usize, String)]) -> String {
        let item_of = |path: &str| path.find(']').map(|end| end + 1);
        let moved = stands.iter().find_map(|(target, written)| {
            let said = &self.target(*target)?.path;
            let (now, before) = (written.get(..item_of(written)?)?, said.get(..item_of(said)?)?);
            let rest = is_inside(path, now).then(|| path.get(now.len()..)).flatten()?;
            Some(format!("{before}{rest}"))
        });
        moved.unwrap_or_else(|| path.to_owned())
    }

    /// What helps where a fact is missing that the case needs.
    fn help_where_absent(&self, finding: &Diagnostic) -> Option<Help> {
        let place = self.places.exact(finding.paths.first().filter(|_| finding.code == Code::Missing)?)?;
        Some(Help::Instead(match place {
            Origin::File(_) => "Vul deze cel in.",
            Origin::Option(_) => "Geef dit feit een kolom, of zet het in het kolommenbestand bij `vast`.",
        }))
    }

    /// Whether two findings say the same of the same cell, which fills two facts.
    fn says_the_same(&self, one: &Diagnostic, other: &Diagnostic) -> bool {
        let cell = |finding: &Diagnostic| match self.places.exact(finding.paths.first()?) {
            Some(Origin::File(place)) => Some(place),
            _ => None,
        };
        (one.code, &one.message) == (other.code, &other.message)
            && cell(one).is_some()
            && cell(one) == cell(other)
    }

    /// Records where a path of a finding stands: at its column, for an item of a list at that of the list, for a block at the
    /// first column in it.
    fn place(&mut self, path: &str, stands: &[(usize, String)]) {
        if self.places.exact(path).is_some() {
            return;
        }
        let said = self.said(path, stands);
        let columns = self.columns.columns.iter();
        let mut cells = columns.flat_map(|column| column.targets.iter().map(|target| (column.at, *target)));
        let of = |target: usize| self.target(target).map_or("", |target| target.path.as_str());
        let near = |target: usize| is_inside(of(target), &said) || is_inside(&said, of(target));
        match cells.find(|(_, target)| near(*target)) {
            Some((column, _)) => self.note(path, Some(column)),
            None => self.places.replace_by_option(path, NOWHERE),
        }
    }
}
