//! What stands near a syntax error and explains it: an invisible space, an apostrophe that YAML takes for a quote,
//! a bracket that was opened above, a comment inside brackets, a comma too many.
//!
//! The parser stops where it can go no further, which is often a line later than what is wrong.

use super::node::looks_like_key;
use super::refusal::Syntax;
use crate::diagnostic::{Code, Diagnostic, character};
use crate::places::Place;

/// A place in the lines of a text: line and column, both from 0.
type Spot = (usize, usize);

/// The finding about what explains an error at a place; `None` if nothing near does.
pub(super) fn explain(text: &str, first_line: u32, error: Place, sort: Syntax) -> Option<Diagnostic> {
    if matches!(sort, Syntax::Tab | Syntax::Escape | Syntax::Directive) {
        return None;
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let at = usize::try_from(error.line.saturating_sub(first_line)).ok()?;
    let column = usize::try_from(error.column.saturating_sub(1)).ok()?;
    // An open bracket is found out at the end of the text, and told where it opens.
    let end = if matches!(sort, Syntax::OpenBracket) { (lines.len(), 0) } else { (at, column) };
    let found = hidden(&lines, at)
        .or_else(|| apostrophe(&lines, at))
        .or_else(|| brackets(&lines, end).filter(|_| !matches!(sort, Syntax::WrongBracket)))
        .or_else(|| long_dash(&lines, at))
        .or_else(|| deeper(&lines, at));
    let ((line, column), message, hint) = found?;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let place = Place {
        line: first_line.saturating_add(number(line)),
        column: number(column).saturating_add(1),
        length: 1,
    };
    Some(Diagnostic::new(Code::Syntax, message, [""]).at([place]).with_hint(hint))
}

type Found = (Spot, String, &'static str);

/// An invisible character in the indentation or behind a colon, a bracket or a dash.
fn hidden(lines: &[&str], at: usize) -> Option<Found> {
    let near = (at.saturating_sub(2)..=at).rev().filter_map(|line| Some((line, *lines.get(line)?)));
    for (line, text) in near {
        for (column, (byte, c)) in text.char_indices().enumerate() {
            if !character::passes_for_a_space(c) || !stands_for_a_space(text.get(..byte).unwrap_or_default())
            {
                continue;
            }
            let message = format!("Hier staat {}, en geen gewone spatie.", character::named(c));
            let hint = "U ziet het verschil niet. Haal het teken weg en typ zelf een spatie; het komt vaak mee bij plakken uit Word of een webpagina.";
            return Some(((line, column), message, hint));
        }
    }
    None
}

/// Whether YAML wants a space behind this part of a line: in the indentation, behind a key, inside brackets.
fn stands_for_a_space(before: &str) -> bool {
    let before = before.trim();
    let key = |text: &str| !text.contains([':', ',', '"', '\'']) && text.split_whitespace().count() <= 2;
    before.trim_matches(['-', ' ']).is_empty()
        || before.strip_suffix(':').is_some_and(key)
        || (before.contains(['[', '{']) && before.ends_with([':', ',', '[', '{']))
}

/// A long dash at the start of a line, where an item of a list begins with a hyphen.
fn long_dash(lines: &[&str], at: usize) -> Option<Found> {
    let near = (at.saturating_sub(2)..=at).rev().filter_map(|line| Some((line, *lines.get(line)?)));
    near.filter_map(|(line, text)| {
        let indent = text.len() - text.trim_start_matches(' ').len();
        let mut rest = text.trim_start_matches(' ').chars();
        let dash = rest.next().filter(|c| matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '•'))?;
        let message = format!("Aan het begin van deze regel staat {}.", character::named(dash));
        let hint = "Een onderdeel van een lijst begint met een gewoon streepje en een spatie: typ `- `.";
        rest.as_str().starts_with(' ').then_some(((line, indent), message, hint))
    })
    .next()
}

/// A line of a block that stands further in than the lines around it.
fn deeper(lines: &[&str], at: usize) -> Option<Found> {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let is_key = |line: &str| line.trim_start().split_once(':').is_some_and(|(key, _)| looks_like_key(key));
    let here = *lines.get(at).filter(|line| is_key(line))?;
    let mut above = lines.iter().enumerate().take(at).rev().filter(|(_, line)| !line.trim().is_empty());
    let (number, before) = above.next().filter(|(_, line)| is_key(line))?;
    let hint = "Zet de regels die bij elkaar horen op dezelfde plek.";
    if indent(here) > indent(before) && !before.trim_end().ends_with(':') {
        let message = "Deze regel springt verder in dan de regel erboven.".to_owned();
        return Some(((at, indent(before)), message, hint));
    }
    let (_, opener) = above.find(|(_, line)| indent(line) < indent(before))?;
    let odd = indent(before) > indent(here) && indent(opener) < indent(here);
    let message = "Deze regel springt verder in dan de regel eronder.".to_owned();
    odd.then_some(((number, indent(here)), message, hint))
}

/// A text without quotes that begins with an apostrophe: `'s-Hertogenbosch`, `'t Zand`.
fn apostrophe(lines: &[&str], at: usize) -> Option<Found> {
    let above = lines.iter().enumerate().take(at + 1).rev();
    above.filter_map(|(line, text)| Some((line, apostrophe_in(text)?))).next().map(|spot| {
        let message =
            "Een tekst die zelf met een apostrof begint, houdt YAML voor een tekst tussen aanhalingstekens.";
        (spot, message.to_owned(), "Zet de hele tekst tussen \", zoals \"'s-Hertogenbosch\" of \"'t Zand\".")
    })
}

/// The column of the apostrophe.
fn apostrophe_in(line: &str) -> Option<usize> {
    let chars: Vec<char> = line.chars().collect();
    (0..chars.len()).find(|&at| {
        let before = chars.iter().take(at).rev().find(|c| **c != ' ');
        let opens = before.is_none_or(|sign| matches!(sign, ':' | ',' | '[' | '{' | '-'));
        let rest: String = chars.iter().skip(at + 1).collect();
        let letters = rest.chars().take_while(|c| c.is_alphabetic()).count();
        let short =
            (1..=2).contains(&letters) && rest.chars().nth(letters).is_some_and(|c| matches!(c, '-' | ' '));
        chars.get(at) == Some(&'\'') && opens && short && !is_closed(&rest)
    })
}

/// Whether a quote closes the text behind it, so that it was meant as one.
fn is_closed(rest: &str) -> bool {
    rest.replace("''", "").split_once('\'').is_some_and(|(_, behind)| {
        matches!(behind.trim_start().chars().next(), None | Some(',' | '}' | ']' | '#' | ':'))
    })
}

/// What is wrong inside brackets that are open at the error.
fn brackets(lines: &[&str], (at, column): Spot) -> Option<Found> {
    let mut scan = Brackets::default();
    let mut skipped: Option<usize> = None;
    for (number, line) in lines.iter().enumerate().take(at + 1) {
        let mut start = 0;
        if scan.open.is_empty() {
            let indent = line.len() - line.trim_start_matches(' ').len();
            // The lines of a block of text are no YAML.
            if skipped.is_some_and(|key| indent > key || line.trim().is_empty()) {
                continue;
            }
            let value = value_of(line);
            skipped = value.starts_with(['|', '>']).then_some(indent);
            if !value.starts_with(['[', '{']) {
                continue;
            }
            scan = Brackets::default();
            start = line.chars().count() - value.chars().count();
        }
        let end = if number < at { usize::MAX } else { column };
        if let Some(spot) = scan.line(line, number, start, end) {
            let hint = "Haal een van de komma's weg, of zet de waarde ertussen.";
            return Some((spot, "Hier staan twee komma's achter elkaar.".to_owned(), hint));
        }
    }
    let (spot, sign) = *scan.open.last()?;
    if let Some(comment) = scan.comment {
        let message =
            "Van `#` tot het eind van de regel leest YAML niets: ook het haakje niet dat daar sluit.";
        return Some((comment, message.to_owned(), "Zet een tekst met `#` tussen \"."));
    }
    let message = format!("Dit haakje (`{sign}`) wordt niet gesloten.");
    let hint = if sign == '[' {
        "Zet `]` achter het laatste onderdeel."
    } else {
        "Zet `}` achter de laatste waarde."
    };
    Some((spot, message, hint))
}

/// What was met inside brackets.
#[derive(Default)]
struct Brackets {
    /// The brackets that are open.
    open: Vec<(Spot, char)>,
    /// The quote that is open; a backslash behind a backslash in double quotes.
    quote: Option<char>,
    /// The last character that is no space.
    before: char,
    /// A comment that hides what may close a bracket.
    comment: Option<Spot>,
}

impl Brackets {
    /// Reads a line from `start` on; brackets from `end` on do not count. Gives the place of a second comma.
    fn line(&mut self, line: &str, number: usize, start: usize, end: usize) -> Option<Spot> {
        let mut spaced = true;
        for (place, c) in line.chars().enumerate().skip(start) {
            let spot = (number, place);
            match (self.quote, c) {
                (Some(quote), c) => self.quoted(quote, c),
                (None, '#') if spaced => {
                    let hidden = line.chars().skip(place).any(|c| matches!(c, ',' | '}' | ']'));
                    if hidden && !matches!(self.before, ',' | '[' | '{') {
                        self.comment = Some(spot);
                    }
                    return None;
                }
                (None, ',') if self.before == ',' => return Some(spot),
                (None, '"' | '\'') if matches!(self.before, ',' | '[' | '{' | ':') => self.quote = Some(c),
                (None, '[' | '{') if place < end => self.open.push((spot, c)),
                (None, ']' | '}') if place < end => {
                    self.open.pop();
                    if self.open.is_empty() {
                        return None;
                    }
                }
                _ => {}
            }
            spaced = c == ' ';
            if !spaced {
                self.before = c;
            }
        }
        None
    }

    /// Reads a character between quotes.
    fn quoted(&mut self, quote: char, c: char) {
        self.quote = match (quote, c) {
            ('"', '\\') => Some('\\'),
            ('\\', _) => Some('"'),
            (quote, c) if quote == c => None,
            _ => Some(quote),
        };
    }
}

/// What stands behind the dashes and the key of a line.
fn value_of(line: &str) -> &str {
    let mut rest = line.trim_start();
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start();
    }
    if rest.starts_with(['[', '{', '"', '\'', '#']) {
        return rest;
    }
    rest.split_once(": ").map_or("", |(_, value)| value.trim_start())
}

#[cfg(test)]
mod tests {
    use crate::yaml::parse;

    /// Line, column and sentence of the only finding about a text.
    fn found(text: &str) -> (u32, u32, String) {
        let mut found = parse(text, 1).diagnostics;
        assert_eq!(found.len(), 1, "{text:?} {found:?}");
        let finding = found.remove(0);
        assert_eq!((finding.code.as_str(), finding.hint.is_some()), ("F104", true));
        (finding.at[0].line, finding.at[0].column, finding.message)
    }

    fn at(text: &str, line: u32, column: u32, words: &str) {
        let (found_line, found_column, message) = found(text);
        assert_eq!((found_line, found_column), (line, column), "{text:?} {message}");
        assert!(message.contains(words), "{message}");
    }

    #[test]
    fn an_invisible_space_is_named_where_it_stands() {
        at("vreemdeling:\n  achternaam:\u{A0}Kovalenko\n  geslacht: man\n", 2, 14, "vaste spatie (U+00A0)");
        at("a:\n  b: 1\n\u{A0} c: 2\n  d: 3\n", 3, 1, "vaste spatie (U+00A0)");
        at("a:\n  b: 1\n  \u{200B}c\n", 3, 3, "onzichtbaar teken (een spatie zonder breedte): U+200B");
    }

    #[test]
    fn a_long_dash_at_the_start_of_an_item_is_named() {
        at("gronden:\n  – grond: fraude\n    motivering: x\n", 2, 3, "streep");
        at("gronden:\n– grond: fraude\n  motivering: x\n", 2, 1, "streep");
    }

    #[test]
    fn a_line_that_stands_too_far_in_is_named_and_not_the_next() {
        at("a:\n  b: 1\n   c: 2\n  d: 3\n", 3, 3, "dan de regel erboven");
        at("a:\n   b: 1\n  c: 2\n", 2, 3, "dan de regel eronder");
    }

    #[test]
    fn a_text_with_an_apostrophe_at_its_start_is_named() {
        let words = "apostrof";
        at("adres:\n  plaats: 's-Hertogenbosch\n  land: NLD\n", 2, 11, words);
        at("a: {straat: 't Zand, huisnummer: \"1\"}\nb: c\n", 1, 13, words);
        at("a: {straat: 't Zand, plaats: 's-Hertogenbosch}\n", 1, 13, words);
        at("a: ''s-Hertogenbosch'\n", 1, 6, "aanhalingsteken");
        at("a: 'x\nb: 't Zand'\n", 2, 1, "aanhalingsteken");
    }

    #[test]
    fn a_bracket_that_stays_open_is_named_where_it_opens() {
        at("n: [UKR\nadres: x\nb: c\n", 1, 4, "(`[`)");
        at("v:\n  n: [UKR\n  adres: {straat: x}\n", 2, 6, "(`[`)");
        at("m: |\n  zie [1\nadres: {straat: \"}\", plaats: y\n", 3, 8, "(`{`)");
    }

    #[test]
    fn a_comment_that_hides_a_bracket_is_named() {
        at("adres: {straat: Dorpsweg #12, plaats: Ede}\nb: c\n", 1, 26, "`#`");
        at("n: [UKR #, POL]\nb: c\n", 1, 9, "`#`");
        at("adres: {straat: Dorpsweg, # zie [brief]\n  plaats: Ede\nb: c\n", 1, 8, "(`{`)");
    }

    #[test]
    fn two_commas_are_named() {
        at("{\"a\": \"man\",, \"b\": 1}\n", 1, 13, "twee komma's");
        at("{\"a\": \"man\",\n , \"b\": 1}\n", 2, 2, "twee komma's");
    }

    #[test]
    fn two_cases_without_a_line_between_them_are_one_finding() {
        let case = "zaak:\n  x: 1\nbekendmaking: {}\nstap: {}\n";
        let found = parse(&case.repeat(2), 1).diagnostics;
        assert_eq!((found.len(), found[0].at[0].line), (1, 5));
        assert!(found[0].hint.as_ref().unwrap().contains("`---`"));
        assert_eq!(parse("a: 1\nb: 2\na: 1\nb: 2\nc: 3\n", 1).diagnostics.len(), 2);
        at("{\"a\": 1}\n{\"b\": 2}\n", 2, 1, "achter het einde");
    }
}
