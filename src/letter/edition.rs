//! Versions and editions: which text of a template holds on which day of bekendmaking.
//!
//! `weigeringsbesluit@2027-03-05.md` is a later version of `weigeringsbesluit.md`; it holds from that day on. A
//! template that is included also has versions, so one file can give different words on two days. Each of these
//! texts is an edition, and the template engine has a separate name for each edition.

use super::error::TemplateError;
use crate::law::date::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The day of bekendmaking from which something holds; `None` when it holds from the beginning.
pub type Since = Option<Date>;

/// The end of the name of every template file.
pub(super) const SUFFIX: &str = ".md";

/// The name of the template of which a file is a version: the name of the file without the day.
#[must_use]
pub fn template_of(file: &str) -> String {
    file.split_once('@').map_or_else(|| file.to_owned(), |(name, _)| format!("{name}{SUFFIX}"))
}

/// A file of a set: the data in its name, and the templates that it includes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    /// The name of the file.
    pub file: String,
    /// The name of its template: the name of the file without the day.
    pub template: String,
    /// The day from which it holds.
    pub since: Since,
    /// The templates that it includes, each with the line of the include.
    pub includes: Vec<(u32, String)>,
}

impl Version {
    /// Reads the name of a file.
    ///
    /// # Errors
    /// When the name is not that of a template, or its day is not a date.
    pub fn new(file: &str, includes: Vec<(u32, String)>) -> Result<Self, TemplateError> {
        let wrong = |message: String| TemplateError::whole(file, message);
        let Some(stem) = file.strip_suffix(SUFFIX) else {
            return Err(wrong("de naam van een sjabloon eindigt op `.md`".to_owned()));
        };
        let (name, day) = stem.split_once('@').map_or((stem, None), |(name, day)| (name, Some(day)));
        let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_/".contains(&b);
        if name.is_empty() || !name.bytes().all(fits) {
            let letters = "kleine letters, cijfers en `_`";
            return Err(wrong(format!("de naam van een sjabloon heeft alleen {letters}")));
        }
        let since = day.map(|day| {
            let example = "schrijf de dag na `@` als JJJJ-MM-DD";
            Date::parse(day).ok_or_else(|| wrong(format!("`{day}` is geen datum; {example}")))
        });
        let template = format!("{name}{SUFFIX}");
        Ok(Self { file: file.to_owned(), template, since: since.transpose()?, includes })
    }
}

/// An edition of a template: its text from a certain day until the next edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edition {
    /// The day from which it holds.
    pub since: Since,
    /// The position of its file in the set.
    pub file: usize,
    /// The name of the edition for the template engine.
    pub name: String,
    /// The templates that its text includes: the name of each, and the name of its edition for the engine.
    pub includes: Vec<(String, String)>,
}

/// The editions of all templates of a set, by the name of the template, the oldest first.
#[derive(Debug)]
pub(super) struct Editions(BTreeMap<String, Vec<Edition>>);

impl Editions {
    /// Makes the editions of these files, which are in the order of the set.
    ///
    /// # Errors
    /// One error for each include of a template that does not exist at all, that does not exist on a day of the
    /// file, or that includes the file itself.
    pub fn new(files: &[Version]) -> Result<Self, Vec<TemplateError>> {
        let mut versions = Versions(BTreeMap::new());
        for (index, file) in files.iter().enumerate() {
            versions.0.entry(&file.template).or_default().insert(file.since, (index, file));
        }
        // The words can change on these days only.
        let days: BTreeSet<Since> = files.iter().map(|file| file.since).chain([None]).collect();
        let mut errors = Vec::new();
        for day in &days {
            versions.check(*day, &mut errors);
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let mut editions: BTreeMap<String, Vec<Edition>> = BTreeMap::new();
        for template in versions.0.keys() {
            let list = editions.entry((*template).to_owned()).or_default();
            for edition in days.iter().filter_map(|day| versions.edition(template, *day)) {
                if list.last().is_none_or(|last| last.name != edition.name) {
                    list.push(edition);
                }
            }
        }
        Ok(Self(editions))
    }

    /// The editions of a template, the oldest first; empty for a template that the set does not have.
    pub fn of(&self, template: &str) -> &[Edition] {
        self.0.get(template).map_or(&[], Vec::as_slice)
    }

    /// All editions of all templates.
    pub fn all(&self) -> impl Iterator<Item = &Edition> {
        self.0.values().flatten()
    }

    /// The edition with this name for the engine.
    pub fn named(&self, name: &str) -> Option<&Edition> {
        self.all().find(|edition| edition.name == name)
    }

    /// The position, among the editions of a template, of the one that holds on a day; `None` before the first one.
    pub fn position(&self, template: &str, on: Since) -> Option<usize> {
        self.of(template).partition_point(|edition| edition.since <= on).checked_sub(1)
    }

    /// The edition of a template that holds on a day; `None` before the first one.
    pub fn on(&self, template: &str, on: Since) -> Option<&Edition> {
        self.position(template, on).and_then(|position| self.of(template).get(position))
    }
}

/// The files of each template by the day from which they hold, each with its position in the set.
struct Versions<'a>(BTreeMap<&'a str, BTreeMap<Since, (usize, &'a Version)>>);

impl<'a> Versions<'a> {
    /// The file of a template that holds on a day.
    fn on(&self, template: &str, day: Since) -> Option<(usize, &'a Version)> {
        self.0.get(template)?.range(..=day).next_back().map(|(_, found)| *found)
    }

    /// Adds the errors about the includes of the files that hold on a day.
    fn check(&self, day: Since, errors: &mut Vec<TemplateError>) {
        for (_, file) in self.0.keys().filter_map(|template| self.on(template, day)) {
            for (line, included) in &file.includes {
                let message = match self.0.get(included.as_str()) {
                    _ if included.contains('@') => {
                        format!("schrijf `{included}` zonder dag; de versie van de dag komt er vanzelf")
                    }
                    None => format!("`{included}` bestaat niet"),
                    Some(versions) if self.on(included, day).is_none() => {
                        let first =
                            versions.keys().next().copied().flatten().map_or_else(String::new, Date::dutch);
                        format!("`{included}` bestaat pas vanaf {first}, en dit sjabloon geldt al eerder")
                    }
                    Some(_) if self.reaches(included, &file.template, day, 0) => {
                        format!("`{included}` voegt dit sjabloon zelf in")
                    }
                    Some(_) => continue,
                };
                let error = TemplateError::at(&file.file, *line, message);
                if !errors.contains(&error) {
                    errors.push(error);
                }
            }
        }
    }

    /// Whether the template `from` is or includes `to` on a day, directly or through other templates. A chain that is
    /// longer than the number of templates has a circle, and counts as yes.
    fn reaches(&self, from: &str, to: &str, day: Since, depth: usize) -> bool {
        if from == to || depth > self.0.len() {
            return true;
        }
        let file = self.on(from, day).map(|(_, file)| file);
        file.is_some_and(|file| file.includes.iter().any(|(_, next)| self.reaches(next, to, day, depth + 1)))
    }

    /// The last day, up to `day`, on which the words of a file or of its includes changed. Two editions of the same
    /// file differ in this day.
    fn changed(&self, file: &Version, day: Since) -> Since {
        let included = file.includes.iter().filter_map(|(_, name)| self.on(name, day));
        included.map(|(_, file)| self.changed(file, day)).fold(file.since, Since::max)
    }

    /// Makes the edition of a template on a day; `None` when the template does not exist yet.
    fn edition(&self, template: &str, day: Since) -> Option<Edition> {
        let (index, file) = self.on(template, day)?;
        let includes = file.includes.iter().filter_map(|(_, included)| {
            self.on(included, day).map(|(_, file)| (included.clone(), self.engine_name(file, day)))
        });
        Some(Edition {
            since: self.changed(file, day),
            file: index,
            name: self.engine_name(file, day),
            includes: includes.collect(),
        })
    }

    /// The name of an edition for the engine: that of its file, or, when an include changed later than the file, a name
    /// with that day which no file can have.
    fn engine_name(&self, file: &Version, day: Since) -> String {
        match self.changed(file, day) {
            Some(changed) if Some(changed) != file.since => format!("{}|{changed}{SUFFIX}", file.file),
            _ => file.file.clone(),
        }
    }
}
