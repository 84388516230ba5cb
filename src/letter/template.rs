//! A set of templates, and how one of them is filled: the only file that names the template engine.
//!
//! A value can never become markup, HTML or template: every value is escaped for Markdown when it
//! is shown, and the engine's own ways round that do not get past [`super::source`].

use super::blocks::{Prepared, include, open, prepare};
use super::context::{Field, Value};
use super::document::Provenance;
use super::edition::{Edition, Editions, SUFFIX, Since, Version};
use super::error::TemplateError;
use super::mark::{Mark, gap, in_gap, is_private_use};
use super::markdown::{self, Origins, Piece};
use super::source::Source;
use crate::hash::Hash;
use crate::law::date::Date;
use std::borrow::Cow;
use std::io::Write;
use tera::{Kwargs, State, Tera};

/// A set of templates, by name (`weigeringsbesluit.md`, `grounds/inreisstempel.md`), each with its versions.
#[derive(Debug)]
pub struct TemplateSet {
    engine: Tera,
    files: Vec<File>,
    editions: Editions,
}

#[derive(Debug)]
struct File {
    text: String,
    since: Since,
    source: Source,
    prepared: Prepared,
}

impl TemplateSet {
    /// Makes a set of names and texts.
    ///
    /// # Errors
    /// Every line of every template that holds something that a template may not hold; a name whose day is
    /// none; includes of templates that do not exist on a day or that include each other.
    pub fn new<N: Into<String>, T: Into<String>>(
        templates: impl IntoIterator<Item = (N, T)>,
    ) -> Result<Self, Vec<TemplateError>> {
        let mut texts: Vec<(String, String)> =
            templates.into_iter().map(|(name, text)| (name.into(), text.into())).collect();
        texts.sort();
        let (mut files, mut versions, mut errors) = (Vec::with_capacity(texts.len()), Vec::new(), Vec::new());
        for (index, (name, text)) in (0u32..).zip(texts) {
            let read = Source::parse(&name, &text).and_then(|source| Ok((prepare(&source, index)?, source)));
            let includes = read.iter().flat_map(|(_, source)| source.includes()).collect();
            let version = Version::new(&name, includes).map_err(|error| errors.push(error));
            match (read, version) {
                (Ok((prepared, source)), Ok(version)) => {
                    files.push(File { text, since: version.since, source, prepared });
                    versions.push(version);
                }
                (Ok(_), Err(())) => {}
                (Err(found), _) => errors.extend(found),
            }
        }
        for pair in files.windows(2) {
            if let [a, b] = pair
                && a.source.name == b.source.name
            {
                errors.push(TemplateError::whole(&a.source.name, "dit sjabloon staat er twee keer in"));
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let editions = Editions::new(&versions)?;
        Ok(Self { engine: engine(&files, &editions)?, files, editions })
    }

    /// The names of the files, sorted.
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

    /// A file as it was read, if the set has it.
    #[must_use]
    pub fn source(&self, file: &str) -> Option<&Source> {
        find(&self.files, file).map(|file| &file.source)
    }

    /// From which day a file holds; always, if its name has no day.
    #[must_use]
    pub fn since(&self, file: &str) -> Since {
        find(&self.files, file)?.since
    }

    /// The file of a template that holds on a day of bekendmaking.
    #[must_use]
    pub fn version(&self, template: &str, on: impl Into<Since>) -> Option<&Source> {
        let edition = self.editions.on(template, on.into())?;
        self.files.get(edition.file).map(|file| &file.source)
    }

    /// The days from which a template has other words, by itself or by what it includes, oldest first.
    pub fn changes(&self, template: &str) -> impl Iterator<Item = Since> {
        self.editions.of(template).iter().map(|edition| edition.since)
    }

    /// Which of [`Self::changes`] holds on a day of bekendmaking, from 0.
    #[must_use]
    pub fn edition(&self, template: &str, on: Date) -> Option<usize> {
        self.editions.position(template, Some(on))
    }

    /// The slots of a file, with the line of each.
    pub fn slots(&self, name: &str) -> impl Iterator<Item = (u32, &str)> {
        let slots = find(&self.files, name).into_iter().flat_map(|file| &file.prepared.slots);
        slots.map(|(line, slot)| (*line, slot.as_str()))
    }

    /// Fills a template with the values of its fields, in the words that hold on a day of bekendmaking.
    ///
    /// `index` is the position, from 0, of the ground or measure that the context is about; it
    /// replaces `[]` in the fact paths of the fields.
    ///
    /// # Errors
    /// When the set has no such template on that day, a value is empty or holds a character that no letter
    /// may hold, or the result is not of the Markdown subset.
    pub(super) fn fill(
        &self,
        template: &str,
        on: impl Into<Since>,
        fields: &'static [Field],
        values: &[(&'static str, Value)],
        index: Option<usize>,
    ) -> Result<Vec<Piece>, TemplateError> {
        let edition = self.editions.on(template, on.into());
        let Some((edition, file)) =
            edition.and_then(|edition| Some((edition, self.files.get(edition.file)?)))
        else {
            return Err(TemplateError::whole(template, "dit sjabloon ontbreekt"));
        };
        let template = file.source.name.as_str();
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
            .render(&edition.name, &context)
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

fn engine(files: &[File], editions: &Editions) -> Result<Tera, Vec<TemplateError>> {
    let mut engine = Tera::new();
    engine.autoescape_on([SUFFIX]);
    engine.set_escape_fn(escape);
    engine.register_filter("regel", one_line);
    let texts = editions.all().filter_map(|edition| Some((edition.name.as_str(), text(files, edition)?)));
    engine
        .add_raw_templates(texts)
        .map_err(|error| vec![TemplateError::whole("sjablonen", format!("niet te lezen: {error}"))])?;
    Ok(engine)
}

/// The engine's text of an edition: that of its file, with the editions that it includes.
fn text<'a>(files: &'a [File], edition: &Edition) -> Option<Cow<'a, str>> {
    let text = Cow::Borrowed(files.get(edition.file)?.prepared.text.as_str());
    let others = edition.includes.iter().filter(|(template, name)| template != name);
    // Only a tag can hold `{%`: words that do are refused.
    Some(others.fold(text, |text, (template, name)| text.replace(&include(template), &include(name)).into()))
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
            add(&mut provenance.rules, block.rules.iter().copied());
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

fn add<T: PartialEq>(list: &mut Vec<T>, items: impl Iterator<Item = T>) {
    for item in items {
        if !list.contains(&item) {
            list.push(item);
        }
    }
}
