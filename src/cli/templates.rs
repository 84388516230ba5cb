//! Which templates make the letters: the built-in ones, and in their place those of the folder of `--sjablonen`.
//!
//! A file of the folder replaces the built-in one of the same name, and a new name is a new part or a later version; what
//! the folder does not have stays built in. Everything in the folder is a template or an error, so that no text is
//! forgotten for a slip in a name.

use super::fault::Fault;
use super::usage::Usage;
use crate::diagnostic::json::of_case;
use crate::diagnostic::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, Source};
use crate::files::{open_regular, reason, shown};
use crate::law::book::RuleBook;
use crate::letter::{TemplateError, TemplateSet, builtin, lint};
use crate::places::{Place, Places};
use crate::render::font::Fonts;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{MAIN_SEPARATOR_STR, Path, PathBuf};

/// The file of the folder that explains the others.
pub const GUIDE: &str = "README.md";
/// The ending of the files of templates.
const SUFFIX: &str = ".md";
/// How many folders a template may lie deep: `talen/uk/weigeringsbesluit.md`.
const DEPTH: usize = 2;
/// The largest size of a template in bytes.
const MAX_BYTES: u64 = 1 << 20;

/// The texts of the templates before they are checked.
pub struct Templates {
    folder: Option<PathBuf>,
    /// The texts of the folder, by the name of the template.
    own: BTreeMap<String, String>,
    /// What stands in the folder and cannot be a template.
    faults: Vec<TemplateError>,
}

impl Templates {
    /// Reads the templates of a folder; without one, only the built-in ones are there.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn read(folder: Option<&Path>) -> io::Result<Self> {
        let mut read = Self { folder: folder.map(Path::to_owned), own: BTreeMap::new(), faults: Vec::new() };
        if let Some(folder) = folder {
            read.add_folder(folder, "", 0)?;
        }
        Ok(read)
    }

    /// The same for the folder of an option.
    ///
    /// # Errors
    /// [`Usage`] when the folder cannot be read.
    pub fn named(folder: Option<&Path>) -> Result<Self, Usage> {
        Self::read(folder).map_err(|error| {
            let folder = folder.map(shown).unwrap_or_default();
            let why = format!("de map met sjablonen {folder} kan niet worden gelezen: {}", reason(&error));
            Usage::of_fault(&Fault::new(why).of(Code::Template).about(folder))
        })
    }

    fn add_folder(&mut self, folder: &Path, below: &str, depth: usize) -> io::Result<()> {
        let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name()));
        let mut names = entries.collect::<io::Result<Vec<_>>>()?;
        names.sort();
        for name in names.iter().filter(|name| !name.as_encoded_bytes().starts_with(b".")) {
            let path = folder.join(name);
            let template = format!("{below}{}", name.to_string_lossy());
            if fs::metadata(&path).is_ok_and(|found| found.is_dir()) {
                if depth < DEPTH {
                    self.add_folder(&path, &format!("{template}/"), depth + 1)?;
                } else {
                    self.faults.push(TemplateError::whole(&template, "zo diep ligt geen sjabloon"));
                }
            } else if template == GUIDE {
            } else if !template.ends_with(SUFFIX) {
                let message = "dit is geen sjabloon; in deze map staan alleen sjablonen (`.md`)";
                self.faults.push(TemplateError::whole(&template, message));
            } else {
                match text(&path) {
                    Ok(text) => drop(self.own.insert(template, text)),
                    Err(why) => self.faults.push(TemplateError::whole(&template, why)),
                }
            }
        }
        Ok(())
    }

    /// The set of these templates. An own set is checked first: names, fields, conditions, slots, days, terms, and, with
    /// the fonts of the letters, its characters.
    ///
    /// # Errors
    /// Every error of the templates, sorted by file and line.
    pub fn set(&self, book: &RuleBook, fonts: Option<&Fonts>) -> Result<TemplateSet, Vec<TemplateError>> {
        if self.folder.is_none() {
            return TemplateSet::builtin();
        }
        self.checked(book, fonts)
    }

    /// As [`Self::set`], but the built-in templates are checked too.
    ///
    /// # Errors
    /// The same as [`Self::set`].
    pub fn checked(&self, book: &RuleBook, fonts: Option<&Fonts>) -> Result<TemplateSet, Vec<TemplateError>> {
        let mut errors = self.faults.clone();
        errors.extend(fonts.into_iter().flat_map(|fonts| self.missing_glyphs(fonts)));
        let mut texts: Vec<(&str, &str)> =
            builtin::templates().filter(|(name, _)| !self.own.contains_key(*name)).collect();
        texts.extend(self.own.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        let set = match TemplateSet::new(texts) {
            Ok(set) => {
                errors.extend(lint::check(&set, book));
                Some(set)
            }
            Err(found) => {
                errors.extend(found);
                None
            }
        };
        errors.sort_by(|a, b| (&a.template, a.line).cmp(&(&b.template, b.line)));
        set.filter(|_| errors.is_empty()).ok_or(errors)
    }

    /// The errors about characters that the font of the letters lacks.
    fn missing_glyphs<'a>(&'a self, fonts: &'a Fonts) -> impl Iterator<Item = TemplateError> + 'a {
        let lines = self.own.iter().flat_map(|(name, text)| {
            let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
            (1..).zip(text.lines()).map(move |(number, line)| (name, number, line))
        });
        lines.filter_map(|(name, number, line)| {
            let missing = fonts.missing(line)?;
            let message = format!("het lettertype heeft het teken U+{:04X} niet", u32::from(missing));
            Some(TemplateError::at(name, number, message))
        })
    }

    /// How many templates come from the folder.
    pub fn own(&self) -> usize {
        self.own.len()
    }

    /// Where the text of a template comes from.
    pub fn origin(&self, name: &str) -> Origin {
        let built_in = || builtin::templates().find(|(other, _)| *other == name).map(|(_, text)| text);
        match self.own.get(name) {
            None => Origin::BuiltIn,
            Some(own) if built_in().is_some_and(|text| text == own) => Origin::BuiltIn,
            Some(_) if built_in().is_some() => Origin::Changed,
            Some(_) => Origin::New,
        }
    }

    /// The file of an error: its path as the user gave the folder, or its name with where it is.
    fn file(&self, name: &str) -> String {
        let is_fault = self.faults.iter().any(|fault| fault.template == name);
        match &self.folder {
            Some(folder) if is_fault || self.own.contains_key(name) => {
                shown(&folder.join(name.replace('/', MAIN_SEPARATOR_STR)))
            }
            _ => format!("{name} (ingebouwd)"),
        }
    }

    fn text(&self, name: &str) -> &str {
        let built_in = || builtin::templates().find(|(other, _)| *other == name).map(|(_, text)| text);
        self.own.get(name).map(String::as_str).or_else(built_in).unwrap_or_default()
    }

    /// The errors as wrong use of the program, each with its file and line.
    pub fn usage(&self, errors: &[TemplateError]) -> Usage {
        let line = |error: &TemplateError| {
            let line = error.line.map_or_else(String::new, |line| format!(":{line}"));
            format!("F601: {}{line}: {}", self.file(&error.template), error.message)
        };
        let objects = errors.iter().filter_map(|error| match self.shown(error, None) {
            Shown::Json(object) => Some(object),
            Shown::Text(_) => None,
        });
        let text = errors.iter().map(line).collect::<Vec<_>>().join("\n");
        Usage::listed(&text, objects.collect())
    }

    /// An error as an excerpt of its template for the terminal, or as a JSON object.
    pub fn shown(&self, error: &TemplateError, colour: Option<bool>) -> Shown {
        let (file, text) = (self.file(&error.template), self.text(&error.template));
        let places = Places::default();
        let source = Source { file: &file, document: None, text, first_line: 1, places: &places };
        let finding = match error.line {
            Some(line) => {
                let at = usize::try_from(line).unwrap_or(usize::MAX).saturating_sub(1);
                let length = text.lines().nth(at).map_or(1, |line| line.chars().count().max(1));
                let length = u32::try_from(length).unwrap_or(u32::MAX);
                Diagnostic::new(Code::Template, &*error.message, [""]).at([Place { line, column: 1, length }])
            }
            None => Diagnostic::new::<String>(Code::Template, &*error.message, []),
        };
        match colour {
            Some(colour) => Shown::Text(Terminal::new(source, colour).text(&finding)),
            None => Shown::Json(of_case(&finding, &source, None)),
        }
    }
}

/// An error in one of its two forms.
pub enum Shown {
    /// For the terminal.
    Text(String),
    /// For other programs.
    Json(Value),
}

/// Where the text of a template comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is that of the program.
    BuiltIn,
    /// The folder has other words.
    Changed,
    /// Only the folder has it.
    New,
}

impl Origin {
    /// The word for it in lists.
    pub const fn word(self) -> &'static str {
        match self {
            Self::BuiltIn => "ingebouwd",
            Self::Changed => "veranderd",
            Self::New => "nieuw",
        }
    }
}

/// The text of a template; the error is the end of a message about it.
fn text(path: &Path) -> Result<String, String> {
    let read = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        open_regular(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = read().map_err(|error| format!("dit bestand kan niet worden gelezen: {}", reason(&error)))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err("dit bestand is te groot voor een sjabloon".to_owned());
    }
    String::from_utf8(bytes).map_err(|_| "dit bestand is geen UTF-8; bewaar het als UTF-8".to_owned())
}
