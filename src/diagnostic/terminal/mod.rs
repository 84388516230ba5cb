//! Findings as text for the terminal, in the style of rustc; the only file that uses the crate that draws
//! them.
//!
//! Both places of a contradiction appear in one report. This is the only form that quotes the case, so it is
//! meant for an officer's own terminal (docs/spec/cli.md), never for a log. Text from a file is escaped first: a case
//! must not be able to send control codes to a terminal.

use super::character::hidden;
use super::tip::Tip;
use super::{Diagnostic, Severity, Source};
use crate::places::{Origin, Place};
use annotate_snippets::{
    AnnotationKind, Element, Level, Origin as Header, Renderer, Snippet, normalize_untrusted_str,
};
use std::borrow::Cow;
use std::ops::Range;

/// Characters shown on either side of a place in a very long line.
const MARGIN: usize = 100;
/// Longest line, in bytes, that is given to the renderer as a whole.
const LONG_LINE: usize = 1_000;
/// Maximum number of lines between the first and the last place of one excerpt.
const NEAR: usize = 40;

/// Draws the findings of one document.
#[derive(Debug)]
pub struct Terminal<'a> {
    source: Source<'a>,
    lines: Vec<Cow<'a, str>>,
    colour: bool,
}

/// A marked place: the index of its line in the document, and the place on that line.
struct Mark {
    line: usize,
    place: Place,
    label: String,
}

impl<'a> Terminal<'a> {
    /// Prepares to draw the findings of a document. With `colour` the texts hold ANSI codes; the caller
    /// decides whether the terminal gets them (`--kleur`, `NO_COLOR`).
    #[must_use]
    pub fn new(source: Source<'a>, colour: bool) -> Self {
        Self { source, lines: lines_of(source.text), colour }
    }

    /// The text of one finding, without a line break at its end.
    #[must_use]
    pub fn text(&self, diagnostic: &Diagnostic) -> String {
        let level = match diagnostic.code.severity() {
            Severity::Fout => Level::ERROR.with_name("fout"),
            Severity::Vraag => Level::WARNING.with_name("vraag"),
        };
        let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
        let mut group = title.elements(self.excerpts(diagnostic));
        for (name, text) in self.remarks(diagnostic) {
            let level = if name == "hulp" { Level::HELP } else { Level::NOTE };
            group = group.element(level.with_name(name).message(normalize_untrusted_str(&text)));
        }
        self.renderer().render(&[group])
    }

    /// The text of one advice, without a line break at its end. It has no excerpt: what stands there is about a person.
    #[must_use]
    pub fn tip(&self, tip: &Tip) -> String {
        let title = Level::HELP.with_name("advies").primary_title(tip.message.as_str());
        let place = Header::path(self.file());
        let place = place.line(to_usize(tip.place.line)).char_column(to_usize(tip.place.column));
        let mut group = title.element(place);
        if let Some(number) = self.source.document.filter(|number| *number > 1) {
            group = group.element(Level::NOTE.with_name("document").message(number.to_string()));
        }
        group = group.element(Level::NOTE.with_name("sleutel").message(normalize_untrusted_str(&tip.path)));
        self.renderer().render(&[group])
    }

    const fn renderer(&self) -> Renderer {
        if self.colour { Renderer::styled() } else { Renderer::plain() }
    }

    /// The lines below the excerpt, each with its label.
    fn remarks(&self, diagnostic: &Diagnostic) -> Vec<(&'static str, String)> {
        let mut remarks = Vec::new();
        if let Some(number) = self.source.document.filter(|number| *number > 1) {
            remarks.push(("document", number.to_string()));
        }
        for (index, path) in diagnostic.paths.iter().enumerate() {
            if let Some(Origin::Option(option)) = diagnostic.origin(index, self.source.places) {
                remarks.push(("herkomst", format!("`{path}` komt van de optie {option}")));
            }
        }
        remarks.extend(diagnostic.rule.map(|rule| ("regel", rule.to_string())));
        remarks.extend(diagnostic.detail.clone().map(|detail| ("toelichting", detail)));
        remarks.extend(diagnostic.hint.clone().map(|hint| ("hulp", hint)));
        remarks
    }

    /// The places to mark; the fact to correct first comes first.
    fn marks(&self, diagnostic: &Diagnostic) -> Vec<Mark> {
        let mark = |(index, path): (usize, &String)| {
            let Some(Origin::File(place)) = diagnostic.origin(index, self.source.places) else { return None };
            let line = usize::try_from(place.line.checked_sub(self.source.first_line)?).ok()?;
            let absent = diagnostic.at.is_empty() && self.source.places.exact(path).is_none();
            let label =
                if absent && !path.is_empty() { format!("hier hoort `{path}`") } else { path.clone() };
            (line < self.lines.len()).then_some(Mark { line, place, label })
        };
        diagnostic.paths.iter().enumerate().filter_map(mark).collect()
    }

    /// The place of the finding, for when no line of the document can be shown.
    fn header(&self, diagnostic: &Diagnostic) -> Header<'a> {
        let header = Header::path(self.file());
        match diagnostic.origin(0, self.source.places) {
            Some(Origin::File(place)) => {
                header.line(to_usize(place.line)).char_column(to_usize(place.column))
            }
            _ => header,
        }
    }

    fn excerpts(&self, diagnostic: &Diagnostic) -> Vec<Element<'a>> {
        let marks = self.marks(diagnostic);
        let from = marks.iter().map(|mark| mark.line).min();
        let to = marks.iter().map(|mark| mark.line).max();
        let (Some(from), Some(to)) = (from, to) else {
            return vec![self.header(diagnostic).into()];
        };
        let lines = self.lines.get(from..=to).unwrap_or_default();
        if to - from <= NEAR && lines.iter().all(|line| line.len() <= LONG_LINE) {
            return vec![self.together(from, lines, &marks)];
        }
        let one_by_one = marks.iter().enumerate();
        one_by_one.flat_map(|(index, mark)| self.apart(mark, kind(index))).collect()
    }

    /// One excerpt with places that are near each other.
    fn together(&self, from: usize, lines: &[Cow<'_, str>], marks: &[Mark]) -> Element<'a> {
        let mut snippet = Snippet::source(lines.join("\n")).path(self.file()).line_start(self.number(from));
        for (index, mark) in marks.iter().enumerate() {
            let before: usize = lines.iter().take(mark.line - from).map(|line| line.len() + 1).sum();
            let span = lines.get(mark.line - from).map_or(0..0, |line| span(line, mark.place));
            let span = before + span.start..before + span.end;
            snippet = snippet.annotation(kind(index).span(span).label(normalize_untrusted_str(&mark.label)));
        }
        snippet.into()
    }

    /// An excerpt for one place that is far from the others, or on a very long line that is shown in part.
    fn apart(&self, mark: &Mark, kind: AnnotationKind) -> Vec<Element<'a>> {
        let line = self.lines.get(mark.line).map_or("", |line| line.as_ref());
        let span = span(line, mark.place);
        let label = normalize_untrusted_str(&mark.label);
        if line.len() <= LONG_LINE {
            let snippet =
                Snippet::source(line.to_owned()).path(self.file()).line_start(self.number(mark.line));
            return vec![snippet.annotation(kind.span(span).label(label)).into()];
        }
        let (window, span) = window(line, &span);
        let header =
            Header::path(self.file()).line(self.number(mark.line)).char_column(to_usize(mark.place.column));
        let snippet = Snippet::source(window).line_start(self.number(mark.line));
        vec![header.into(), snippet.annotation(kind.span(span).label(label)).into()]
    }

    fn file(&self) -> String {
        normalize_untrusted_str(self.source.file)
    }

    fn number(&self, index: usize) -> usize {
        index.saturating_add(to_usize(self.source.first_line))
    }
}

fn to_usize(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn kind(index: usize) -> AnnotationKind {
    if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context }
}

/// The lines of a text as YAML counts them: LF, CR LF and CR each end a line.
///
/// What cannot be seen, or steers a terminal that reads eight bits, shows as a replacement character in its place. The
/// renderer itself does so for the control characters of ASCII.
fn lines_of(text: &str) -> Vec<Cow<'_, str>> {
    let steers = |c: char| !c.is_ascii() && hidden(c).is_some();
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    let lines = lines.flat_map(|line| line.split('\r'));
    lines
        .map(|line| if line.contains(steers) { line.replace(steers, "\u{FFFD}").into() } else { line.into() })
        .collect()
}

/// The byte range of a place, never beyond the end of its line, because the renderer does not accept that.
fn span(line: &str, place: Place) -> Range<usize> {
    let offset =
        |characters: u32| line.char_indices().nth(to_usize(characters)).map_or(line.len(), |(at, _)| at);
    let first = place.column.saturating_sub(1);
    offset(first)..offset(first.saturating_add(place.length))
}

/// The part of a long line around a span, and the span within that part.
fn window(line: &str, span: &Range<usize>) -> (String, Range<usize>) {
    let (before, rest) = line.split_at(span.start);
    let (marked, after) = rest.split_at(span.end - span.start);
    let cut = |text: &str| text.chars().take(MARGIN).collect::<String>();
    let head: String = before.chars().rev().take(MARGIN).collect::<Vec<_>>().into_iter().rev().collect();
    let head = if head.len() < before.len() { format!("…{head}") } else { head };
    let short = cut(marked);
    let tail = if short.len() < marked.len() { String::new() } else { cut(after) };
    let end = head.len() + short.len();
    (format!("{head}{short}{tail}"), head.len()..end)
}

#[cfg(test)]
mod tests;
