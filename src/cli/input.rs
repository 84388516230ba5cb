//! The input of commands: the documents in case files and on standard input, dates, and the options that
//! replace the bekendmaking; also shows the findings about them.

use super::session::Session;
use super::usage::Usage;
use crate::case::model::Wijze;
use crate::case::read::Overrides;
use crate::case::split::{Document, documents, whole_documents};
use crate::diagnostic::character::shown;
use crate::diagnostic::json::of_case;
use crate::diagnostic::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Source};
pub use crate::files::name_of;
use crate::files::{open_case, unreadable};
use crate::law::date::Date;
use crate::pipeline::Assessed;
use std::io::{self, BufReader, Read};
use std::path::Path;

/// Calls `each` for every document of a file; `-` is standard input.
///
/// # Errors
/// F101 when the file cannot be read. `each` has then been called for the documents before the failure.
pub fn each_document(path: &Path, each: &mut dyn FnMut(Document)) -> Result<(), Box<Diagnostic>> {
    let piped = path == Path::new("-");
    let source: Box<dyn Read> = if piped { Box::new(io::stdin().lock()) } else { Box::new(open_case(path)?) };
    let source = BufReader::with_capacity(1 << 16, source);
    // What comes through a pipe may have been cut off; a file that an officer names is taken as it is.
    for document in if piped { whole_documents(source) } else { documents(source) } {
        each(document.map_err(|e| unreadable(&e))?);
    }
    Ok(())
}

/// Reads a date from the command line.
///
/// # Errors
/// [`Usage`] when the text is not a date.
pub fn parse_date(text: &str) -> Result<Date, Usage> {
    Date::parse(text).ok_or_else(|| {
        let text = shown(text);
        Usage::new(format!("`{text}` is geen datum; schrijf JJJJ-MM-DD, van 1900 tot en met 2199"))
    })
}

/// Reads the options that replace the bekendmaking of a case.
///
/// # Errors
/// [`Usage`] when `--bekendmaking` is not a date or `--wijze` is not one of its two words.
pub fn overrides(options: &super::args::Bekendmaking) -> Result<Overrides, Usage> {
    let date = options.datum.as_deref().map(|text| {
        Date::parse(text)
            .ok_or_else(|| Usage::new("`--bekendmaking` is geen datum; schrijf JJJJ-MM-DD, zoals 2026-11-20"))
    });
    let wijze = options.wijze.as_deref().map(|word| {
        Wijze::from_word(word).ok_or_else(|| Usage::new("`--wijze` is `uitreiking` of `toezending`"))
    });
    Ok(Overrides { bekendmaking: date.transpose()?, wijze: wijze.transpose()? })
}

/// Shows findings about a case of a file: as lines of JSON on standard output, or as excerpts of its text on standard error.
pub fn report(session: &mut Session<'_>, findings: &[Diagnostic], case: &Assessed, file: &str) {
    tell(session, findings, &case.source(file), case.kenmerk());
}

/// Shows the finding that a file could not be read.
pub fn unreadable_file(session: &mut Session<'_>, finding: &Diagnostic, file: &str) {
    let places = crate::places::Places::default();
    let source = Source { file, document: None, text: "", first_line: 1, places: &places };
    tell(session, std::slice::from_ref(finding), &source, None);
}

fn tell(session: &mut Session<'_>, findings: &[Diagnostic], source: &Source<'_>, kenmerk: Option<&str>) {
    let terminal = Terminal::new(*source, session.colour());
    for finding in findings {
        if session.is_json() {
            session.line(&of_case(finding, source, kenmerk).to_string());
        } else {
            session.message(&format!("{}\n", terminal.text(finding)));
        }
    }
}
