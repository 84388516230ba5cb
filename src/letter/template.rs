//! A set of templates, and how one of them is filled: the only file that names the template engine.
//!
//! A value can never become markup, HTML or template: every value is escaped for Markdown when it
//! is shown, and the engine's own ways round that do not get past [`super::source`].

use super::blocks::prepare;
use super::context::{Context, Field, Value};
use super::document::{Block, Provenance};
use super::error::TemplateError;
use super::gaps::open;
use super::mark::{Mark, gap, in_gap, is_private_use};
use super::markdown::{self, Origins};
use super::prepared::Prepared;
use super::source::{Part, Source};
use crate::hash::Hash;
use std::io::Write;
use tera::{Kwargs, State, Tera};

/// What a template gives: blocks, in order, with places that the composer fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// `# Onderwerp`: what the letter is about; only as the first piece.
    Subject(String, Provenance),
    /// A block of text.
    Block(Block),
    /// `::name::`: other templates, each with a context of its own, come here.
    Slot(String, Provenance),
}

/// A set of templates, by name (`weigeringsbesluit.md`, `grounds/inreisstempel.md`).
#[derive(Debug)]
pub struct TemplateSet {
    engine: Tera,
    files: Vec<File>,
}

#[derive(Debug)]
struct File {
    text: String,
    source: Source,
    prepared: Prepared,
}

/// Names end in this.
const SUFFIX: &str = ".md";

impl TemplateSet {
    /// Makes a set of names and texts.
    ///
    /// # Errors
    /// Every line of every template that holds something that a template may not hold; includes of
    /// templates that do not exist or that include each other.
    pub fn new<N: Into<String>, T: Into<String>>(
        templates: impl IntoIterator<Item = (N, T)>,
    ) -> Result<Self, Vec<TemplateError>> {
        let mut texts: Vec<(String, String)> =
            templates.into_iter().map(|(name, text)| (name.into(), text.into())).collect();
        texts.sort();
        let (mut files, mut errors) = (Vec::with_capacity(texts.len()), Vec::new());
        for (index, (name, text)) in (0u32..).zip(texts) {
            let read = Source::parse(&name, &text)
                .and_then(|source| Ok((prepare(&source, index)?, source)))
                .map(|(prepared, source)| File { text, source, prepared });
            match read {
                Ok(file) => files.push(file),
                Err(found) => errors.extend(found),
            }
            if !name.ends_with(SUFFIX) {
                errors.push(TemplateError::whole(&name, "de naam van een sjabloon eindigt op `.md`"));
            }
        }
        for pair in files.windows(2) {
            if let [a, b] = pair
                && a.source.name == b.source.name
            {
                errors.push(TemplateError::whole(&a.source.name, "dit sjabloon staat er twee keer in"));
            }
        }
        if errors.is_empty() {
            errors = include_errors(&files);
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Self { engine: engine(&files)?, files })
    }

    /// The names, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.source.name.as_str())
    }

    /// The hash of names and texts: what a receipt and `--version` say of the templates.
    #[must_use]
    pub fn hash(&self) -> Hash {
        Hash::of_parts(self.texts())
    }

    /// Names and texts, sorted by name: for a copy to adapt.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|file| (file.source.name.as_str(), file.text.as_str()))
    }

    /// A template as it was read, if the set has it.
    #[must_use]
    pub fn source(&self, name: &str) -> Option<&Source> {
        find(&self.files, name).map(|file| &file.source)
    }

    /// The slots of a template, with the line of each.
    pub fn slots(&self, name: &str) -> impl Iterator<Item = (u32, &str)> {
        let slots = find(&self.files, name).into_iter().flat_map(|file| &file.prepared.slots);
        slots.map(|(line, slot)| (*line, slot.as_str()))
    }

    /// Fills a template.
    ///
    /// `index` is the position, from 0, of the ground or measure that the context is about; it
    /// replaces `[]` in the fact paths of the fields.
    ///
    /// # Errors
    /// When the set has no such template, a value is empty or holds a character that no letter may
    /// hold, or the result is not of the Markdown subset.
    pub fn render<C: Context>(
        &self,
        template: &str,
        context: &C,
        index: Option<usize>,
    ) -> Result<Vec<Piece>, TemplateError> {
        self.fill(template, C::FIELDS, &context.values(), index)
    }

    /// Fills a template with values that need not come from one context type; for the lint.
    pub(super) fn fill(
        &self,
        template: &str,
        fields: &'static [Field],
        values: &[(&'static str, Value)],
        index: Option<usize>,
    ) -> Result<Vec<Piece>, TemplateError> {
        if find(&self.files, template).is_none() {
            return Err(TemplateError::whole(template, "dit sjabloon ontbreekt"));
        }
        let mut context = tera::Context::new();
        for (name, value) in values {
            match value {
                Value::Text(text) => {
                    check(text).map_err(|why| {
                        TemplateError::whole(template, format!("de waarde van `{name}` {why}"))
                    })?;
                    context.insert_value(*name, tera::Value::from(text.as_str()));
                }
                Value::Flag(flag) => context.insert_value(*name, tera::Value::from(*flag)),
                Value::Open(words) => {
                    let gap = tera::Value::from(gap(words).as_str());
                    context.insert_value(open(name), gap.clone());
                    context.insert_value(*name, gap);
                }
            }
        }
        // The engine's own message can show values, so it is not passed on.
        let markdown = self
            .engine
            .render(template, &context)
            .map_err(|_| TemplateError::whole(template, "een veld dat hier getoond wordt, is er niet"))?;
        markdown::read(&markdown, &Filled { files: &self.files, fields, index })
    }
}

fn find<'a>(files: &'a [File], name: &str) -> Option<&'a File> {
    files.binary_search_by(|file| file.source.name.as_str().cmp(name)).ok().and_then(|i| files.get(i))
}

/// What is wrong with a value, if anything.
fn check(text: &str) -> Result<(), &'static str> {
    let text = in_gap(text).unwrap_or(text);
    if text.trim().is_empty() {
        Err("is leeg")
    } else if text.chars().any(|c| is_private_use(c) || (c.is_control() && c != '\n')) {
        Err("bevat een teken dat niet in een brief mag")
    } else {
        Ok(())
    }
}

fn include_errors(files: &[File]) -> Vec<TemplateError> {
    let mut errors = Vec::new();
    for file in files {
        let name = &file.source.name;
        for (line, part) in file.source.parts() {
            let Part::Include(included) = part else { continue };
            if find(files, included).is_none() {
                errors.push(TemplateError::at(name, line, format!("`{included}` bestaat niet")));
            } else if reaches(files, included, name, 0) {
                errors.push(TemplateError::at(
                    name,
                    line,
                    format!("`{included}` voegt dit sjabloon zelf in"),
                ));
            }
        }
    }
    errors
}

/// Whether a template includes another, itself or by way of a third; over-deep chains count as such.
fn reaches(files: &[File], from: &str, to: &str, depth: usize) -> bool {
    if from == to || depth > files.len() {
        return true;
    }
    find(files, from).is_some_and(|file| {
        file.source.parts().any(|(_, part)| match part {
            Part::Include(next) => reaches(files, next, to, depth + 1),
            _ => false,
        })
    })
}

fn engine(files: &[File]) -> Result<Tera, Vec<TemplateError>> {
    let mut engine = Tera::new();
    engine.autoescape_on([SUFFIX]);
    engine.set_escape_fn(escape);
    engine.register_filter("regel", one_line);
    engine
        .add_raw_templates(files.iter().map(|f| (f.source.name.as_str(), f.prepared.text.as_str())))
        .map_err(|error| vec![TemplateError::whole("sjablonen", format!("niet te lezen: {error}"))])?;
    Ok(engine)
}

/// A text as one run of words; set behind every field that shares its line with others.
fn one_line(text: &str, _: Kwargs, _: &State) -> String {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Writes a value so that Markdown reads it as the same words: a backslash before every ASCII
/// punctuation character, no indentation, no spaces at line ends; empty lines stay.
fn escape(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    let mut escaped = String::with_capacity(text.len() + 16);
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            escaped.push('\n');
        }
        for c in line.trim().chars() {
            if c.is_ascii_punctuation() {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    out.write_all(escaped.as_bytes())
}

/// Leads the marks in a filled template back to its sources.
struct Filled<'a> {
    files: &'a [File],
    fields: &'static [Field],
    index: Option<usize>,
}

impl Filled<'_> {
    fn file(&self, mark: Mark) -> Option<&File> {
        self.files.get(usize::try_from(mark.file).ok()?)
    }
}

impl Origins for Filled<'_> {
    fn provenance(&self, marks: &[Mark]) -> Provenance {
        let mut provenance = Provenance::default();
        let Some(file) = marks.first().and_then(|mark| self.file(*mark)) else { return provenance };
        provenance.template.clone_from(&file.source.name);
        provenance.line = marks.first().map_or(0, |mark| mark.line);
        for mark in marks {
            let block = self.file(*mark).and_then(|file| file.prepared.block_at(mark.line));
            let Some(block) = block else { continue };
            add(&mut provenance.rules, block.rules.iter().cloned());
            let fields = self.fields.iter().filter(|field| block.names.iter().any(|n| n == field.name));
            let facts = fields.flat_map(|field| field.facts.iter());
            add(
                &mut provenance.facts,
                facts.map(|fact| match self.index {
                    Some(index) => fact.within(index).to_string(),
                    None => fact.to_string(),
                }),
            );
        }
        provenance
    }

    fn slot(&self, mark: Mark) -> Option<String> {
        self.file(mark)?.prepared.slots.get(&mark.line).cloned()
    }
}

fn add(list: &mut Vec<String>, items: impl Iterator<Item = String>) {
    for item in items {
        if !list.contains(&item) {
            list.push(item);
        }
    }
}
