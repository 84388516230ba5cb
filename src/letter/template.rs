//! A set of templates, and how a template of it is filled. This is the only file that uses the template engine.
//!
//! A value can never become markup, HTML or a template: every value is escaped for Markdown when it is shown, and
//! [`super::source`] refuses everything with which a template could switch that off.

use super::blocks::{Prepared, SourceBlock, include, open, prepare};
use super::context::{Field, Value};
use super::document::{Provenance, add_new};
use super::edition::{Edition, Editions, SUFFIX, Since, Version};
use super::error::TemplateError;
use super::mark::{BULLET, Mark, NUMBER, gap, in_gap, is_private_use};
use super::markdown::{self, Origins, Part, Piece};
use super::source::{self, Source};
use super::text_block::{self, TextBlock};
use crate::hash::Hash;
use crate::kept::{self, Kept};
use crate::law::date::Date;
use crate::words::RuleId;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::sync::OnceLock;
use tera::{Kwargs, State, Tera};

/// A set of templates, by name (`weigeringsbesluit.md`, `grounds/inreisstempel.md`), each with its versions.
#[derive(Debug)]
pub struct TemplateSet {
    /// Identifies this set, for what a thread keeps of it.
    serial: usize,
    /// The engine of each edition, by its name: it knows that edition and what this includes. Each is made when it is first
    /// needed.
    engines: BTreeMap<String, OnceLock<Result<Engine, TemplateError>>>,
    files: Vec<File>,
    editions: Editions,
}

/// The engine of an edition, and the names of the fields that its templates show or test: it gets no other values.
#[derive(Debug)]
struct Engine {
    engine: Tera,
    names: BTreeSet<String>,
}

#[derive(Debug)]
struct File {
    text: String,
    since: Since,
    source: Source,
    prepared: Prepared,
}

impl TemplateSet {
    /// Makes a set from the names and the texts of its files.
    ///
    /// # Errors
    /// One error for each thing that a template may not have, for a name with a wrong day, for a name that occurs
    /// twice, and for an include of a template that does not exist on a day or that is part of a circle.
    pub fn new<N: Into<String>, T: Into<String>>(
        templates: impl IntoIterator<Item = (N, T)>,
    ) -> Result<Self, Vec<TemplateError>> {
        let set = Self::known_to_fit(templates)?;
        let errors: Vec<_> = set.editions.all().filter_map(|edition| set.engine(edition).err()).collect();
        if errors.is_empty() { Ok(set) } else { Err(errors) }
    }

    /// The same for templates of which it is known that the engine can read them: it does so only when one is filled.
    ///
    /// # Errors
    /// As for [`Self::new`].
    pub(super) fn known_to_fit<N: Into<String>, T: Into<String>>(
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
        let engines = editions.all().map(|edition| (edition.name.clone(), OnceLock::new())).collect();
        Ok(Self { serial: kept::serial(), engines, files, editions })
    }

    /// The engine of an edition, or why it cannot read it.
    fn engine(&self, edition: &Edition) -> Result<&Engine, TemplateError> {
        let missing = || TemplateError::whole(&edition.name, "dit sjabloon ontbreekt");
        let engine = self.engines.get(&edition.name).ok_or_else(missing)?;
        engine.get_or_init(|| self.new_engine(edition)).as_ref().map_err(Clone::clone)
    }

    /// An engine that knows an edition and all that it includes, directly or through others.
    fn new_engine(&self, edition: &Edition) -> Result<Engine, TemplateError> {
        let mut engine = Tera::new();
        engine.autoescape_on([SUFFIX]);
        engine.set_escape_fn(escape);
        engine.register_filter("regel", one_line);
        let mut known = vec![edition];
        let mut next = 0;
        while let Some(edition) = known.get(next) {
            let included = edition.includes.iter().filter_map(|(_, name)| self.editions.named(name));
            let new: Vec<&Edition> =
                included.filter(|new| known.iter().all(|it| it.name != new.name)).collect();
            known.extend(new);
            next += 1;
        }
        let texts = known.iter().filter_map(|it| Some((it.name.as_str(), text(&self.files, it)?)));
        engine
            .add_raw_templates(texts)
            .map_err(|error| TemplateError::whole(&edition.name, format!("niet te lezen: {error}")))?;
        let sources = known.iter().filter_map(|it| self.files.get(it.file)).map(|file| &file.source);
        let parts = sources.flat_map(Source::parts).map(|(_, part)| part);
        let names: BTreeSet<String> = parts.flat_map(source::Part::names).map(str::to_owned).collect();
        Ok(Engine { engine, names })
    }

    /// The names of the files, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.source.name.as_str())
    }

    /// The hash of the names and the texts, which a receipt and `--version` show.
    #[must_use]
    pub fn hash(&self) -> Hash {
        Hash::of_parts(self.texts())
    }

    /// The names and the texts of the files, sorted by name.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|file| (file.source.name.as_str(), file.text.as_str()))
    }

    /// A file as it was read; `None` when the set does not have it.
    #[must_use]
    pub fn source(&self, file: &str) -> Option<&Source> {
        find(&self.files, file).map(|file| &file.source)
    }

    /// The day from which a file holds; `None` when its name has no day.
    #[must_use]
    pub fn since(&self, file: &str) -> Since {
        find(&self.files, file)?.since
    }

    /// The file of a template that holds on a day of bekendmaking; `None` when there is none.
    #[must_use]
    pub fn version(&self, template: &str, on: impl Into<Since>) -> Option<&Source> {
        let edition = self.editions.on(template, on.into())?;
        self.files.get(edition.file).map(|file| &file.source)
    }

    /// The days from which the words of a template change, in its own file or in its includes, the oldest first. The
    /// first is `None` when the template holds from the beginning.
    pub fn changes(&self, template: &str) -> impl Iterator<Item = Since> {
        self.editions.of(template).iter().map(|edition| edition.since)
    }

    /// The position in [`Self::changes`], from 0, of the one that holds on a day of bekendmaking.
    #[must_use]
    pub fn edition(&self, template: &str, on: Date) -> Option<usize> {
        self.editions.position(template, Some(on))
    }

    /// The slots of a file, with the line of each.
    pub fn slots(&self, name: &str) -> impl Iterator<Item = (u32, &str)> {
        let slots = find(&self.files, name).into_iter().flat_map(|file| &file.prepared.slots);
        slots.map(|(line, slot)| (*line, slot.as_str()))
    }

    /// The blocks of a file in their order: the line on which each begins, and what is known of it.
    pub(super) fn source_blocks(&self, name: &str) -> Vec<(u32, &SourceBlock)> {
        let Some(Prepared { blocks, block_of_line, .. }) = find(&self.files, name).map(|file| &file.prepared)
        else {
            return Vec::new();
        };
        let mut first: BTreeMap<usize, u32> = BTreeMap::new();
        for (line, block) in block_of_line {
            first.entry(*block).or_insert(*line);
        }
        first.into_iter().filter_map(|(block, line)| Some((line, blocks.get(block)?))).collect()
    }

    /// The words of a file, block by block, for who measures how they read.
    #[must_use]
    pub fn blocks(&self, name: &str) -> Vec<TextBlock> {
        find(&self.files, name).map_or_else(Vec::new, |file| text_block::blocks(&file.source, &file.prepared))
    }

    /// The files with a block that states a rule, each with the lines on which such blocks begin.
    pub fn stating(&self, rule: RuleId) -> impl Iterator<Item = (&str, Vec<u32>)> {
        let lines = move |file: &File| file.prepared.lines_stating(rule);
        let files = self.files.iter().map(move |file| (file.source.name.as_str(), lines(file)));
        files.filter(|(_, lines)| !lines.is_empty())
    }

    /// Fills the version of a template that holds on a day of bekendmaking with the values of its fields.
    ///
    /// `index` is the position, from 0, of the ground or measure that the template is about; it replaces `[]` in the
    /// paths of the facts.
    ///
    /// # Errors
    /// When the set has no such template on that day, a field that is shown has no value, a value is empty or has a
    /// character that no letter may have, or the result has Markdown that a letter may not have.
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
        let Engine { engine, names } = self.engine(edition)?;
        let mut context = tera::Context::new();
        for (name, value) in values.iter().filter(|(name, _)| names.contains(*name)) {
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
        // The message of the engine may show values, so it is not used.
        let markdown = engine
            .render(&edition.name, &context)
            .map_err(|_| TemplateError::whole(template, "een veld dat hier getoond wordt, is er niet"))?;
        markdown::read(&markdown, &Filled { serial: self.serial, files: &self.files, fields, index })
    }
}

fn find<'a>(files: &'a [File], name: &str) -> Option<&'a File> {
    files.binary_search_by(|file| file.source.name.as_str().cmp(name)).ok().and_then(|i| files.get(i))
}

/// Checks a value; the error is the end of a Dutch sentence that begins with the name of the field.
fn check(text: &str) -> Result<(), &'static str> {
    let text = in_gap(text).unwrap_or(text);
    // The signs of lists stand at the start of a line, where only the reader of a case can have put them.
    let words = text.split('\n').map(|line| line.strip_prefix([BULLET, NUMBER]).unwrap_or(line));
    if text.trim().is_empty() {
        Err("is leeg")
    } else if words.flat_map(str::chars).any(|c| is_private_use(c) || (c.is_control() && c != '\n')) {
        Err("bevat een teken dat niet in een brief mag")
    } else {
        Ok(())
    }
}

/// The text of an edition for the engine: that of its file, with the names of the editions that it includes.
fn text<'a>(files: &'a [File], edition: &Edition) -> Option<Cow<'a, str>> {
    let text = Cow::Borrowed(files.get(edition.file)?.prepared.text.as_str());
    let others = edition.includes.iter().filter(|(template, name)| template != name);
    // Only tags contain `{%`, because words that contain it are refused.
    Some(others.fold(text, |text, (template, name)| text.replace(&include(template), &include(name)).into()))
}

/// The filter `regel`: a text as one run of words, with a dash or number before the items of a list. It stands behind
/// every field that is not alone on its line.
fn one_line(text: &str, _: Kwargs, _: &State) -> String {
    let mut number = 0;
    let lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
    let words = lines.map(|line| match (line.strip_prefix(BULLET), line.strip_prefix(NUMBER)) {
        (Some(item), _) => format!("- {item}"),
        (_, Some(item)) => {
            number += 1;
            format!("{number}. {item}")
        }
        _ => line.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Escapes a value, so that Markdown reads it as the same words: puts a backslash before every ASCII punctuation
/// character, and removes the spaces at the beginning and end of each line. A line break stays one, and an empty line
/// stays between paragraphs.
fn escape(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    let mut escaped = String::with_capacity(text.len() + 16);
    let mut empty = false;
    for line in text.split('\n').map(str::trim) {
        if line.is_empty() {
            empty = true;
            continue;
        }
        if !escaped.is_empty() {
            escaped.push_str(if empty { "\n\n" } else { "\\\n" });
        }
        empty = false;
        for c in line.chars() {
            if c.is_ascii_punctuation() {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    out.write_all(escaped.as_bytes())
}

/// How many parts of filled templates a thread keeps (about 5 MB).
const ROOM: usize = 2_000;

/// What a part of a filled template is about: its set, its fields by identity, and the position of a ground or measure.
type About = (usize, *const Field, Option<usize>);

thread_local! {
    static KEPT: RefCell<Kept<(About, Box<str>), Part>> = RefCell::new(Kept::new(ROOM));
}

/// Finds the rules, the facts and the slots behind the marks in a filled template.
struct Filled<'a> {
    serial: usize,
    files: &'a [File],
    fields: &'static [Field],
    index: Option<usize>,
}

impl Filled<'_> {
    fn file(&self, mark: Mark) -> Option<&File> {
        self.files.get(usize::try_from(mark.file).ok()?)
    }

    fn about(&self) -> About {
        (self.serial, self.fields.as_ptr(), self.index)
    }
}

impl Origins for Filled<'_> {
    fn kept(&self, part: &str) -> Option<Part> {
        let about = self.about();
        KEPT.with_borrow_mut(|kept| kept.get(&(about, part), |key, _| key.0 == about && *key.1 == *part))
    }

    fn keep(&self, part: &str, read: &Part) {
        let about = self.about();
        KEPT.with_borrow_mut(|kept| kept.insert(&(about, part), (about, part.into()), read.clone()));
    }

    fn provenance(&self, marks: &[Mark]) -> Provenance {
        let mut provenance = Provenance::default();
        let Some(file) = marks.first().and_then(|mark| self.file(*mark)) else { return provenance };
        provenance.template.clone_from(&file.source.name);
        provenance.line = marks.first().map_or(0, |mark| mark.line);
        for mark in marks {
            let block = self.file(*mark).and_then(|file| file.prepared.block_at(mark.line));
            let Some(block) = block else { continue };
            add_new(&mut provenance.rules, block.rules.iter().copied());
            let fields = self.fields.iter().filter(|field| block.names.iter().any(|n| n == field.name));
            let facts = fields.flat_map(|field| field.facts.iter());
            add_new(
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
