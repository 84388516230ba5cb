//! Cuts a template into blocks, and writes the text for the template engine: the same words, with a mark on every line.
//!
//! Blocks are separated by blank lines and by lines that have only conditions. Between two list items or two rows of a
//! table, a line with only conditions does not separate, so that an item or row can be conditional. Every line has a
//! mark, because the conditions decide which line of a block is shown first. A mark leads back to the rules and the
//! fields of its block, so the text itself need not contain them.
//!
//! In the text for the engine, each condition begins with a branch for every field in it, which gives a gap when that
//! field is still open. So a concept never follows a condition that nobody has decided, whatever the template says. In
//! a final letter no field is open, and these branches are never taken.

use super::error::TemplateError;
use super::line_kind::{Group, Kind, Prefix, kind, prefix, slot_name};
use super::mark::{ARTICLES, Mark, SLOT};
use super::source::{Line, Part, Source};
use crate::words::RuleId;
use std::collections::BTreeMap;

/// What a template writes where the articles that the rules of its block cite must stand.
const CITED: &str = "::artikelen::";

/// A template that is prepared for the engine.
#[derive(Clone, Debug, Default)]
pub(super) struct Prepared {
    /// The text for the engine.
    pub text: String,
    /// The blocks of the template.
    pub blocks: Vec<SourceBlock>,
    /// For each line with words, the index of its block.
    pub block_of_line: BTreeMap<u32, usize>,
    /// For each line with a slot, the name of the slot.
    pub slots: BTreeMap<u32, String>,
}

/// What is known of a block before the template is filled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SourceBlock {
    /// The rules that the block states.
    pub rules: Vec<RuleId>,
    /// The names of the fields that the block shows, or that decide whether it is shown.
    pub names: Vec<String>,
}

impl SourceBlock {
    /// Adds the name of a field, unless it is there already.
    pub fn add_name(&mut self, name: &str) {
        if !self.names.iter().any(|n| n == name) {
            self.names.push(name.to_owned());
        }
    }
}

impl Prepared {
    /// The block that a line belongs to.
    pub fn block_at(&self, line: u32) -> Option<&SourceBlock> {
        self.blocks.get(*self.block_of_line.get(&line)?)
    }

    /// The lines on which the blocks begin that state a rule. A slot states nothing itself.
    pub fn lines_stating(&self, rule: RuleId) -> Vec<u32> {
        let mut before = None;
        let mut begins = |block: usize| before.replace(block) != Some(block);
        let states = |block: usize| self.blocks.get(block).is_some_and(|block| block.rules.contains(&rule));
        let lines = self
            .block_of_line
            .iter()
            .filter(|(line, block)| begins(**block) && states(**block) && !self.slots.contains_key(line));
        lines.map(|(line, _)| *line).collect()
    }
}

/// The place of a part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// On a line that shows nothing else.
    Alone,
    /// On a line with other words.
    Within,
    /// On a line of conditions, between the items or rows of a group or between blocks.
    Between(Option<Group>),
}

/// The name of the engine's variable that says that a field is still open. It has capitals, so no template can use it.
pub(super) fn open(name: &str) -> String {
    format!("OPEN_{name}")
}

/// The branches for the open fields of a condition with these names; `first` is `if` or `elif`.
pub(super) fn branches(first: &str, names: &[String], mark: Mark, place: Place) -> String {
    let mut at = String::new();
    mark.write(&mut at);
    let (before, after) = match place {
        Place::Alone | Place::Within => (String::new(), ""),
        Place::Between(None) => (format!("\n\n{at}"), "\n\n"),
        Place::Between(Some(Group::Bullets)) => (format!("- {at}"), "\n"),
        Place::Between(Some(Group::Numbers)) => (format!("1. {at}"), "\n"),
        Place::Between(Some(Group::Table)) => (format!("| {at}"), " |\n"),
    };
    let branch = |(index, name): (usize, &String)| {
        let (word, open) = (if index == 0 { first } else { "elif" }, open(name));
        format!("{{% {word} {open} %}}{before}{{{{ {open} }}}}{after}")
    };
    names.iter().enumerate().map(branch).collect()
}

/// The tag that includes another template, by its name for the engine.
pub(super) fn include(name: &str) -> String {
    format!("{{% include \"{name}\" %}}")
}

/// Prepares a template; `file` is its index in the set.
///
/// # Errors
/// One error for each line with Markdown that is not allowed, or with a directive or a slot in a wrong place.
pub(super) fn prepare(source: &Source, file: u32) -> Result<Prepared, Vec<TemplateError>> {
    let mut cutter = Cutter::new(source, file);
    for index in 0..source.lines.len() {
        cutter.line(index);
    }
    if cutter.errors.is_empty() { Ok(cutter.out) } else { Err(cutter.errors) }
}

struct Cutter<'a> {
    source: &'a Source,
    file: u32,
    out: Prepared,
    errors: Vec<TemplateError>,
    /// The block to which the next line belongs, unless a separator comes first.
    open: Option<usize>,
    /// The list or table with which the open block ends.
    group: Option<Group>,
    /// The rules of all following blocks.
    standing: Vec<RuleId>,
    /// The rules of the next block only.
    pending: Option<Vec<RuleId>>,
    /// The names in each open condition.
    conditions: Vec<Vec<String>>,
}

impl<'a> Cutter<'a> {
    fn new(source: &'a Source, file: u32) -> Self {
        Self {
            source,
            file,
            out: Prepared::default(),
            errors: Vec::new(),
            open: None,
            group: None,
            standing: Vec::new(),
            pending: None,
            conditions: Vec::new(),
        }
    }

    fn wrong(&mut self, line: &Line, message: impl Into<String>) {
        self.errors.push(TemplateError::at(&self.source.name, line.number, message));
    }

    fn close(&mut self) {
        self.open = None;
        self.group = None;
    }

    fn line(&mut self, index: usize) {
        let source = self.source;
        let Some(line) = source.lines.get(index) else { return };
        match kind(line) {
            Kind::Blank => {
                self.close();
                self.out.text.push('\n');
            }
            Kind::Comment => self.comment(index, line),
            Kind::Control => self.control(index, line),
            Kind::Content => self.content(index, line),
        }
    }

    fn is_blank(&self, index: Option<usize>) -> bool {
        index.and_then(|i| self.source.lines.get(i)).is_none_or(|line| kind(line) == Kind::Blank)
    }

    fn comment(&mut self, index: usize, line: &Line) {
        for part in &line.parts {
            let Part::Rules(rules) = part else { continue };
            if self.open.is_some() {
                self.wrong(line, "zet `{# regel: … #}` boven de alinea, na een lege regel");
            } else if self.is_blank(index.checked_sub(1)) && self.is_blank(Some(index + 1)) {
                self.standing.clone_from(rules);
            } else {
                self.pending = Some(rules.clone());
            }
        }
    }

    fn control(&mut self, index: usize, line: &Line) {
        let group = self.group.filter(|group| self.next_group(index) == Some(*group));
        if group.is_none() {
            self.close();
            self.out.text.push('\n');
        }
        for part in &line.parts {
            if !matches!(part, Part::Text(_)) {
                self.part(line, part, Place::Between(group));
            }
        }
        if group.is_none() {
            self.out.text.push('\n');
        }
    }

    /// The group that the next line with words begins or continues, if no blank line comes first.
    fn next_group(&self, index: usize) -> Option<Group> {
        let next = self
            .source
            .lines
            .get(index + 1..)?
            .iter()
            .find(|l| matches!(kind(l), Kind::Blank | Kind::Content))?;
        match next.parts.first() {
            Some(Part::Text(text)) => prefix(text).ok()?.group,
            _ => None,
        }
    }

    fn content(&mut self, index: usize, line: &Line) {
        let block = self.open.unwrap_or_else(|| self.open_block(line));
        self.open = Some(block);
        self.out.block_of_line.insert(line.number, block);
        if let [Part::Text(text)] = line.parts.as_slice()
            && let Some(name) = slot_name(text)
        {
            return self.slot(index, line, name);
        }
        let before = match line.parts.first() {
            Some(Part::Text(text)) => prefix(ends_trimmed(line, 0, text)),
            _ => Ok(Prefix { length: 0, group: None }),
        };
        match before {
            Ok(prefix) => self.words(line, prefix),
            Err(message) => self.wrong(line, message),
        }
    }

    /// Writes a line with words: its Markdown prefix, its mark, and the rest.
    fn words(&mut self, line: &Line, prefix: Prefix) {
        self.group = prefix.group.or(self.group.filter(|_| prefix.length == 0));
        let silent = |part: &Part| match part {
            Part::Text(text) => text.trim().is_empty(),
            other => !matches!(other, Part::Show(_)),
        };
        let alone = line.parts.iter().filter(|part| !silent(part)).count() == 1
            && !line.parts.iter().any(|part| matches!(part, Part::If(_) | Part::Elif(_) | Part::Else));
        for (position, part) in line.parts.iter().enumerate() {
            let Part::Text(text) = part else {
                if position == 0 {
                    self.mark(line);
                }
                self.part(line, part, if alone { Place::Alone } else { Place::Within });
                continue;
            };
            let text = ends_trimmed(line, position, text);
            let (lead, rest) =
                if position == 0 { text.trim_start().split_at(prefix.length) } else { ("", text) };
            self.out.text.push_str(lead);
            if position == 0 && !self.is_ruler(line, rest) {
                self.mark(line);
            }
            let hidden = position > 0 && line.parts[..position].iter().all(silent);
            if hidden && super::line_kind::prefix(rest).is_ok_and(|p| p.length > 0) {
                self.wrong(line, "zet wat voor dit onderdeel staat op een eigen regel erboven");
            }
            self.text(line, rest);
        }
        self.out.text.push('\n');
    }

    fn open_block(&mut self, line: &Line) -> usize {
        let own = line.parts.iter().find_map(|part| match part {
            Part::Rules(rules) => Some(rules.clone()),
            _ => None,
        });
        let pending = self.pending.take();
        let rules = own.or(pending).unwrap_or_else(|| self.standing.clone());
        let mut block = SourceBlock { rules, names: Vec::new() };
        self.conditions.iter().flatten().for_each(|name| block.add_name(name));
        self.out.blocks.push(block);
        self.out.blocks.len() - 1
    }

    fn mark(&mut self, line: &Line) {
        Mark { file: self.file, line: line.number }.write(&mut self.out.text);
    }

    /// Whether this is the line of dashes under the header of a table, which gets no mark.
    fn is_ruler(&self, line: &Line, rest: &str) -> bool {
        self.group == Some(Group::Table)
            && line.parts.len() == 1
            && rest.contains('-')
            && rest.chars().all(|c| "|:- ".contains(c))
    }

    fn slot(&mut self, index: usize, line: &Line, name: &str) {
        let has_words = |index: Option<usize>| {
            let line = index.and_then(|index| self.source.lines.get(index));
            line.is_some_and(|line| kind(line) == Kind::Content)
        };
        if has_words(index.checked_sub(1)) || has_words(Some(index + 1)) {
            self.wrong(line, format!("zet een lege regel voor en na `::{name}::`"));
        }
        self.out.slots.insert(line.number, name.to_owned());
        self.mark(line);
        self.out.text.push(SLOT);
        self.out.text.push('\n');
        self.close();
    }

    fn text(&mut self, line: &Line, text: &str) {
        let text = text.replace(CITED, ARTICLES.encode_utf8(&mut [0; 4]));
        if text.split_whitespace().any(|word| slot_name(word).is_some()) {
            self.wrong(line, "een invulplaats `::naam::` staat alleen op een eigen regel");
        }
        self.out.text.push_str(&text);
    }

    /// Writes a field, condition, include or comment. A field that is not alone on its line is shown as one run of
    /// words, because paragraphs in it would break the sentence around it.
    fn part(&mut self, line: &Line, part: &Part, place: Place) {
        let names: Vec<String> = match part {
            Part::Show(name) => vec![name.clone()],
            Part::If(c) | Part::Elif(c) => c.names().into_iter().map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        if let Some(block) = self.open.and_then(|block| self.out.blocks.get_mut(block)) {
            names.iter().for_each(|name| block.add_name(name));
        }
        let here = Mark { file: self.file, line: line.number };
        let text = match part {
            Part::Show(name) if place == Place::Alone => format!("{{{{ {name} }}}}"),
            Part::Show(name) => format!("{{{{ {name} | regel }}}}"),
            Part::If(condition) => {
                let open = branches("if", &names, here, place);
                self.conditions.push(names);
                format!("{open}{{% elif {condition} %}}")
            }
            Part::Elif(condition) => {
                let open = branches("elif", &names, here, place);
                if let Some(around) = self.conditions.last_mut() {
                    around.extend(names);
                }
                format!("{open}{{% elif {condition} %}}")
            }
            Part::Else => "{% else %}".to_owned(),
            Part::Endif => {
                self.conditions.pop();
                "{% endif %}".to_owned()
            }
            Part::Include(name) if kind(line) == Kind::Control => {
                format!("\n{}\n", include(name))
            }
            Part::Include(_) => {
                self.wrong(line, "zet `{% include … %}` op een eigen regel");
                String::new()
            }
            Part::Rules(rules) => {
                self.inline_rules(line, rules);
                String::new()
            }
            Part::Text(_) | Part::Comment => String::new(),
        };
        self.out.text.push_str(&text);
    }

    /// Reads a directive that is not alone on its line: on a line of conditions it is for the next block, on the first
    /// line of a block for that block; elsewhere it is an error.
    fn inline_rules(&mut self, line: &Line, rules: &[RuleId]) {
        match self.open {
            None => self.pending = Some(rules.to_vec()),
            Some(block) => {
                let first = self.out.block_of_line.iter().find(|(_, b)| **b == block).map(|(l, _)| *l);
                if first != Some(line.number) {
                    self.wrong(line, "zet `{# regel: … #}` boven de alinea, na een lege regel");
                }
            }
        }
    }
}

/// The words of a part of a line. The last part loses the spaces at its end, which Markdown could read as a break.
fn ends_trimmed<'a>(line: &Line, position: usize, text: &'a str) -> &'a str {
    if position + 1 == line.parts.len() { text.trim_end() } else { text }
}
