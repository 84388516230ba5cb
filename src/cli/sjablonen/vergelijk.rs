//! `sjablonen vergelijk`: makes the letters of cases with two sets of templates, and shows which change and how.
//!
//! The words are compared as plain text. Where those are the same, the page is compared too, so that bold words or another
//! kind of heading do not pass unseen.

use super::difference::unified;
use super::difference_files::Folder;
use super::side_by_side::Printer;
use crate::batch::sources::{self, Item, Reader, Source};
use crate::batch::threads::Threads;
use crate::case::read::Overrides;
use crate::cli::args::Vergelijk;
use crate::cli::exit::Exit;
use crate::cli::fault::Fault;
use crate::cli::input::unreadable_file;
use crate::cli::session::Session;
use crate::cli::usage::Usage;
use crate::diagnostic::json::of_case;
use crate::diagnostic::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::letter::document::Document;
use crate::pipeline::{Assessed, Pipeline, Run};
use crate::render::look::Look;
use crate::render::pdf::{PdfError, Press};
use crate::render::{html, text};
use serde_json::{Value, json};
use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;

/// Runs `rtbrief sjablonen vergelijk`; returns how it ended: refused when a letter changes.
///
/// # Errors
/// [`Usage`] when no set of templates is named, or one of them or the organisation has an error.
pub fn run(args: &Vergelijk, session: &mut Session<'_>) -> Result<Exit, Usage> {
    if args.oud.is_none() && session.global.sjablonen.is_none() {
        return Err(Usage::new(
            "er ontbreekt iets: --sjablonen <MAP>\nhulp: geef de map met de nieuwe sjablonen, de oude (`--oud`), of beide",
        ));
    }
    let mut folder = args.pdf.as_deref().map(|folder| Folder::new(folder, args.overschrijf)).transpose()?;
    let new = session.quiet_pipeline()?;
    let look = session.look()?;
    let old = Pipeline {
        book: session.book(),
        templates: session.templates_of(args.oud.as_deref(), Some(&look.fonts))?,
        organisation: new.organisation.clone(),
        press: Press::new(Arc::clone(&look)),
    };
    let Ok(files) = sources::find::<Infallible>(&args.zaken, None, None);
    let (threads, mut reader) = (Threads::new(0), Reader::new(&files));
    let printer = Printer { press: &new.press, templates: [old.templates.hash(), new.templates.hash()] };
    let printer = args.pdf.is_some().then_some(&printer);
    let runs = [old.run(), new.run()];
    let mut end = End { exit: Exit::Done, letters: 0, changed: 0 };
    loop {
        let items = reader.chunk();
        if items.is_empty() {
            break;
        }
        let compared = threads.map(items, |item| {
            let file = file_of(&files, &item);
            let case = item.document.map(|document| Case::of(&file, document, &runs, printer));
            (file, case)
        });
        for (file, case) in compared {
            match case {
                Ok(case) => case.tell(args.json, folder.as_mut(), session, &mut end),
                Err(finding) => {
                    unreadable_file(session, &finding, &file);
                    end.exit = end.exit.and(Exit::Io);
                }
            }
        }
    }
    session.note(&format!("brieven: {}, waarvan anders: {}", end.letters, end.changed));
    Ok(match &folder {
        Some(folder) => end.exit.and(folder.close(session)),
        None => end.exit,
    })
}

/// How the comparing went until now.
struct End {
    exit: Exit,
    letters: usize,
    changed: usize,
}

fn file_of(files: &[Source], item: &Item) -> String {
    let file = usize::try_from(item.source).ok().and_then(|number| files.get(number));
    file.map_or_else(String::new, Source::name)
}

/// What became of a case with the two sets.
struct Case {
    file: String,
    number: u32,
    letters: usize,
    changed: Vec<Changed>,
    /// The findings with the new set, where it makes no letters and the old one did: as text and as JSON.
    refused: Vec<(String, Value)>,
}

/// A letter that is not the same with both sets.
struct Changed {
    kenmerk: String,
    kind: &'static str,
    name: String,
    how: How,
    difference: String,
    /// Its file with both forms, if it was asked for.
    printed: Option<Result<Vec<u8>, PdfError>>,
}

/// In what way a letter is not the same.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Words,
    Form,
    OnlyOld,
    OnlyNew,
}

impl How {
    const fn word(self) -> &'static str {
        match self {
            Self::Words => "tekst",
            Self::Form => "opmaak",
            Self::OnlyOld => "vervalt",
            Self::OnlyNew => "komt_erbij",
        }
    }
}

impl Case {
    fn of(
        file: &str,
        document: crate::case::split::Document,
        [old, new]: &[Run<'_>; 2],
        printer: Option<&Printer<'_>>,
    ) -> Self {
        let made = |run: &Run<'_>, document| run.assess(document, &Overrides::default());
        let (before, after) = (made(old, document.clone()), made(new, document));
        let mut changed = Vec::new();
        for letter in &before.letters {
            let other = after.letters.iter().find(|other| other.file_stem == letter.file_stem);
            changed.extend(Changed::of(Some(letter), other, printer));
        }
        let is_known = |letter: &Document| before.letters.iter().any(|it| it.file_stem == letter.file_stem);
        let added: Vec<&Document> = after.letters.iter().filter(|letter| !is_known(letter)).collect();
        let letters = before.letters.len() + added.len();
        changed.extend(added.into_iter().filter_map(|letter| Changed::of(None, Some(letter), printer)));
        let lost = changed.iter().any(|letter| letter.how == How::OnlyOld);
        let refused = if lost { findings(&after, file) } else { Vec::new() };
        Self { file: file.to_owned(), number: before.number, letters, changed, refused }
    }

    fn tell(
        &self,
        json: bool,
        mut folder: Option<&mut Folder<'_>>,
        session: &mut Session<'_>,
        end: &mut End,
    ) {
        end.letters += self.letters;
        end.changed += self.changed.len();
        if !self.changed.is_empty() {
            end.exit = end.exit.and(Exit::Refused);
        }
        for (text, object) in &self.refused {
            if json {
                session.line(&object.to_string());
            } else {
                session.message(&format!("{text}\n"));
            }
        }
        for letter in &self.changed {
            let file = folder.as_mut().and_then(|folder| match letter.file(folder, session) {
                Ok(file) => Some(file),
                Err(exit) => {
                    end.exit = end.exit.and(exit);
                    None
                }
            });
            if json {
                let mut object = json!({
                    "kenmerk": letter.kenmerk,
                    "soort": letter.kind,
                    "brief": letter.name,
                    "bestand": self.file,
                    "document": self.number,
                    "verandert": letter.how.word(),
                    "verschil": letter.difference,
                });
                if folder.is_some() {
                    object["pdf"] = file.map(|file| file.display().to_string()).into();
                }
                session.line(&object.to_string());
            } else {
                session.text(&letter.text());
            }
        }
    }
}

fn findings(assessed: &Assessed, file: &str) -> Vec<(String, Value)> {
    let source = assessed.source(file);
    // An excerpt would quote the case; without its text only the place is shown.
    let place_only = Terminal::new(crate::diagnostic::Source { text: "", ..source }, false);
    let both =
        |finding: &Diagnostic| (place_only.text(finding), of_case(finding, &source, assessed.kenmerk()));
    assessed.diagnostics().iter().map(both).collect()
}

impl Changed {
    /// What changes between two forms of a letter; `None` when nothing does.
    fn of(old: Option<&Document>, new: Option<&Document>, printer: Option<&Printer<'_>>) -> Option<Self> {
        let words = |letter: Option<&Document>| letter.map(text::render).unwrap_or_default();
        let letter = new.or(old)?;
        let difference = unified(&words(old), &words(new));
        let how = match (old, new) {
            (Some(_), None) => How::OnlyOld,
            (None, _) => How::OnlyNew,
            _ if !difference.is_empty() => How::Words,
            (Some(old), Some(new)) if page(old) != page(new) => How::Form,
            _ => return None,
        };
        Some(Self {
            kenmerk: letter.kenmerk.clone(),
            kind: letter.kind.id(),
            name: letter.file_stem.clone(),
            how,
            difference,
            printed: printer.map(|printer| printer.print(old, new)),
        })
    }

    /// Writes the file with both forms and returns its path.
    ///
    /// # Errors
    /// How the run ends when there is no file; the user has been told.
    fn file(&self, folder: &mut Folder<'_>, session: &mut Session<'_>) -> Result<PathBuf, Exit> {
        match &self.printed {
            Some(Ok(bytes)) => folder.add(&self.name, bytes, session),
            Some(Err(error)) => {
                let fault = Fault::new(format!("{}: {error}", self.name)).of(Code::Output);
                session.fault(&fault.about(self.name.clone()).in_case(Some(&self.kenmerk)));
                Err(Exit::Io)
            }
            None => Err(Exit::Io),
        }
    }

    fn text(&self) -> String {
        let name = &self.name;
        match self.how {
            How::Form => format!("{name}: dezelfde woorden, andere opmaak\n\n"),
            How::Words => format!("--- {name} (oud)\n+++ {name} (nieuw)\n{}\n", self.difference),
            How::OnlyOld => format!("{name}: vervalt met de nieuwe sjablonen\n\n"),
            How::OnlyNew => format!("{name}: komt erbij met de nieuwe sjablonen\n\n"),
        }
    }
}

/// The letter as a page of which only what the templates say can differ.
fn page(letter: &Document) -> String {
    html::render(letter, &Look::built_in())
}
