//! Reads the text of a template as lines of parts: words, shown fields, conditions, includes, directives.
//!
//! Only a small part of the template language is allowed. What cannot be read here is refused and never reaches the
//! template engine, so there are no filters, no dotted paths, no loops, no `set` and nothing that switches escaping
//! off.

use super::condition::{Condition, is_name};
use super::error::TemplateError;
use super::mark::is_private_use;
use crate::words::RuleId;

/// A template as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name of the template file.
    pub name: String,
    /// The lines of the template.
    pub lines: Vec<Line>,
}

/// A line of a template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The number of the line, from 1.
    pub number: u32,
    /// The parts of the line, in order.
    pub parts: Vec<Part>,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words of the letter.
    Text(String),
    /// A field that is shown: `{{ name }}`.
    Show(String),
    /// A condition: `{% if … %}`.
    If(Condition),
    /// Another condition: `{% elif … %}`.
    Elif(Condition),
    /// The branch without condition: `{% else %}`.
    Else,
    /// The end of a condition: `{% endif %}`.
    Endif,
    /// Another template: `{% include "parts/hulp.md" %}`.
    Include(String),
    /// A directive with the rules that the block states: `{# regel: termijn.bezwaar #}`.
    Rules(Vec<RuleId>),
    /// Any other comment.
    Comment,
}

impl Part {
    /// The names of the fields that it shows or tests.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Show(name) => vec![name],
            Self::If(condition) | Self::Elif(condition) => condition.names(),
            _ => Vec::new(),
        }
    }
}

/// The texts that open a part, each with the text that closes it.
const DELIMITERS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];

impl Source {
    /// Reads a template.
    ///
    /// # Errors
    /// One error for each thing that a template may not have, with its line.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<TemplateError>> {
        let mut scanner = Scanner {
            name,
            line: Line { number: 1, parts: Vec::new() },
            next_number: 2,
            lines: Vec::new(),
            errors: Vec::new(),
        };
        scanner.scan(text.strip_prefix('\u{FEFF}').unwrap_or(text));
        scanner.lines.push(scanner.line);
        let source = Self { name: name.to_owned(), lines: scanner.lines };
        let mut errors = scanner.errors;
        errors.extend(source.unbalanced());
        if errors.is_empty() { Ok(source) } else { Err(errors) }
    }

    /// All parts with the number of their line.
    pub fn parts(&self) -> impl Iterator<Item = (u32, &Part)> {
        self.lines.iter().flat_map(|line| line.parts.iter().map(|part| (line.number, part)))
    }

    /// The templates that this one includes, each with the line of the include.
    pub fn includes(&self) -> impl Iterator<Item = (u32, String)> {
        self.parts().filter_map(|(line, part)| match part {
            Part::Include(name) => Some((line, name.clone())),
            _ => None,
        })
    }

    /// The errors about conditions that are not opened and closed in pairs.
    fn unbalanced(&self) -> Vec<TemplateError> {
        let mut open: Vec<(u32, bool)> = Vec::new();
        let mut errors = Vec::new();
        let mut wrong = |line, message: &str| errors.push(TemplateError::at(&self.name, line, message));
        for (line, part) in self.parts() {
            match (part, open.last_mut()) {
                (Part::If(_), _) => open.push((line, false)),
                (Part::Elif(_) | Part::Else | Part::Endif, None) => {
                    wrong(line, "hier staat geen `{% if … %}` voor");
                }
                (Part::Elif(_) | Part::Else, Some((_, true))) => {
                    wrong(line, "na `{% else %}` kan alleen `{% endif %}` volgen");
                }
                (Part::Else, Some((_, had_else))) => *had_else = true,
                (Part::Endif, Some(_)) => drop(open.pop()),
                _ => {}
            }
        }
        for (line, _) in open {
            wrong(line, "deze `{% if … %}` heeft geen `{% endif %}`");
        }
        errors
    }
}

struct Scanner<'a> {
    name: &'a str,
    line: Line,
    next_number: u32,
    lines: Vec<Line>,
    errors: Vec<TemplateError>,
}

impl Scanner<'_> {
    fn wrong(&mut self, message: impl Into<String>) {
        self.errors.push(TemplateError::at(self.name, self.line.number, message));
    }

    fn scan(&mut self, text: &str) {
        let mut rest = text;
        loop {
            let first = DELIMITERS
                .iter()
                .filter_map(|(open, close)| rest.find(open).map(|at| (at, *open, *close)))
                .min_by_key(|(at, ..)| *at);
            let Some((at, open, close)) = first else { return self.words(rest) };
            self.words(&rest[..at]);
            let inside = &rest[at + open.len()..];
            let line_end = inside.find('\n');
            let end = inside.find(close);
            if let (Some(line_end), true) = (line_end, open != "{#")
                && end.is_none_or(|end| line_end < end)
            {
                // What follows is read on its own, so that one open brace is one error.
                self.wrong(format!("`{open}` zonder `{close}` op dezelfde regel"));
                rest = &inside[line_end..];
                continue;
            }
            let Some(end) = end else {
                return self.wrong(format!("`{open}` zonder `{close}`"));
            };
            let content = &inside[..end];
            match self.part(open, content) {
                Ok(part) => self.line.parts.push(part),
                Err(message) => self.wrong(message),
            }
            self.next_number += line_breaks(content);
            rest = &inside[end + close.len()..];
        }
    }

    /// Adds words; they may have line breaks, which begin a new line.
    fn words(&mut self, text: &str) {
        for (index, piece) in text.split('\n').enumerate() {
            if index > 0 {
                let next = Line { number: self.next_number, parts: Vec::new() };
                self.next_number += 1;
                self.lines.push(std::mem::replace(&mut self.line, next));
            }
            let piece = piece.strip_suffix('\r').unwrap_or(piece);
            if let Some((open, close)) = DELIMITERS.iter().find(|(_, close)| piece.contains(close)) {
                self.wrong(format!("`{close}` zonder `{open}`"));
            }
            if piece.chars().any(|c| is_private_use(c) || (c.is_control() && c != '\t')) {
                self.wrong("hier staat een onzichtbaar teken dat niet in een sjabloon mag");
            }
            if !piece.is_empty() {
                self.line.parts.push(Part::Text(piece.to_owned()));
            }
        }
    }

    fn part(&self, open: &str, content: &str) -> Result<Part, String> {
        let inner = content.trim();
        match open {
            "{{" if is_name(inner) => Ok(Part::Show(inner.to_owned())),
            "{{" => Err(format!(
                "`{{{{ {inner} }}}}` mag niet: tussen dubbele accolades staat alleen de naam van een veld, \
                 zonder punt, filter of aanhalingsteken"
            )),
            "{%" => tag(inner),
            _ => comment(inner),
        }
    }
}

fn line_breaks(text: &str) -> u32 {
    u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX)
}

fn tag(inner: &str) -> Result<Part, String> {
    let (word, rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    let rest = rest.trim();
    match word {
        "if" => Condition::parse(rest).map(Part::If),
        "elif" => Condition::parse(rest).map(Part::Elif),
        "else" if rest.is_empty() => Ok(Part::Else),
        "endif" if rest.is_empty() => Ok(Part::Endif),
        "include" => rest
            .strip_prefix('"')
            .and_then(|r| r.strip_suffix('"'))
            .filter(|name| !name.is_empty() && !name.contains('"'))
            .map(|name| Part::Include(name.to_owned()))
            .ok_or_else(|| "schrijf `{% include \"parts/naam.md\" %}`".to_owned()),
        _ => Err(format!(
            "`{{% {inner} %}}` mag niet; toegestaan zijn `if`, `elif`, `else`, `endif` en `include`"
        )),
    }
}

fn comment(inner: &str) -> Result<Part, String> {
    let Some((head, ids)) = inner.split_once(':') else { return Ok(Part::Comment) };
    match head.trim() {
        "regel" => {}
        "regels" | "Regel" | "Regels" => return Err("schrijf `{# regel: … #}`".to_owned()),
        _ => return Ok(Part::Comment),
    }
    let id_char = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'.';
    ids.split(',')
        .map(str::trim)
        .filter(|id| !id.is_empty())
        .try_fold(Vec::new(), |mut list, id| {
            if !id.bytes().all(id_char) {
                return Err(format!("`{id}` kan geen naam van een regel zijn; zet komma's tussen de namen"));
            }
            let rule = RuleId::from_word(id).ok_or_else(|| format!("de regel `{id}` bestaat niet"))?;
            list.push(rule);
            Ok(list)
        })
        .map(Part::Rules)
}
