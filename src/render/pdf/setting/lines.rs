//! Breaks text into lines of a given width, ragged right, and keeps together what belongs together.
//!
//! Lines end where Unicode allows it (UAX 14) and `nobreak` does not forbid it; which of these places they take is
//! chosen for all lines together ([`fit`](super::fit)). A word is hyphenated only if it is wider than a whole line, and
//! cut if that is not enough: text is never lost. A name stays on one line where a line can hold it.

use super::divided::Division;
use super::fit::{Stretch, fit, width};
use super::line::{Line, Style, Type, gaps, measure};
use super::links::{division_points, note_links};
use super::shape::{Word, cuts, shape};
use crate::kept::Kept;
use crate::letter::document::Inline;
use crate::render::font::{Fonts, Weight};
use crate::render::length::Length;
use crate::render::link::{Link, links};
use crate::render::names::{has_name, held, is_inside};
use crate::render::nobreak::{glued, torn};
use std::borrow::Cow;
use std::cell::RefCell;
use std::hash::Hash;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// Sets one text in lines.
struct Setter<'a> {
    fonts: &'a Fonts,
    kind: Type,
    /// The style from each offset on, with an entry where the style changes and where a link begins or ends;
    /// ascending, the first at 0.
    styles: Vec<(usize, Style)>,
    /// The links in the text.
    links: Vec<Arc<Link>>,
    /// The names in it, within which a line does not end.
    names: Vec<Range<usize>>,
    measure: Length,
    lines: Vec<Line>,
    /// The words since the last forced break.
    words: Vec<(Style, Rc<Word>)>,
    /// The same words in stretches that stay whole.
    stretches: Vec<Stretch>,
    /// Those of the words that are parts of a divided word.
    divisions: Vec<Division>,
}

/// Wide enough for any text on one line, and safe to multiply by a hundred.
pub const ENDLESS: Length = Length::MAX / 200;

/// How many texts a thread keeps the lines of (about 8 MB).
const ROOM: usize = 2_000;

/// What lines were made of: the fonts, the type, the width and the text.
type Key = (usize, Type, Length, Text);

/// A text that was set.
enum Text {
    Plain(Box<str>),
    Marked(Box<[Inline]>),
}

thread_local! {
    static KEPT: RefCell<Kept<Key, Vec<Line>>> = RefCell::new(Kept::new(ROOM));
}

/// The lines of a text: those that are kept, or new ones. `asked` is what they are made of; `is` finds its text, `own` keeps
/// it.
fn kept(
    asked: (usize, Type, Length, impl Hash),
    is: impl Fn(&Text) -> bool,
    own: impl FnOnce() -> Text,
    make: impl FnOnce() -> Vec<Line>,
) -> Vec<Line> {
    KEPT.with_borrow_mut(|kept| {
        let same = |key: &Key| (key.0, key.1, key.2) == (asked.0, asked.1, asked.2) && is(&key.3);
        kept.get(&asked, |key, _| same(key)).unwrap_or_else(|| {
            let lines = make();
            // A link is one of its own each time.
            if lines.iter().all(|line| line.links.is_empty()) {
                kept.insert(&asked, (asked.0, asked.1, asked.2, own()), lines.clone());
            }
            lines
        })
    })
}

/// Sets plain text in lines; a line does not end inside one of these names.
#[must_use]
pub fn set_text(fonts: &Fonts, names: &[String], kind: Type, text: &str, measure: Length) -> Vec<Line> {
    if has_name(text, names) {
        let text = as_drawn(text);
        let names = held(&text, names);
        return Setter { names, ..Setter::new(fonts, kind, vec![(0, (kind.weight, false))], measure) }
            .set(&text);
    }
    kept(
        (fonts.serial, kind, measure, text),
        |kept| matches!(kept, Text::Plain(kept) if **kept == *text),
        || Text::Plain(text.into()),
        || Setter::new(fonts, kind, vec![(0, (kind.weight, false))], measure).set(&as_drawn(text)),
    )
}

/// Sets plain text on one line, whatever its width.
#[must_use]
pub fn set_line(fonts: &Fonts, kind: Type, text: &str) -> Line {
    set_text(fonts, &[], kind, text, ENDLESS).into_iter().next().unwrap_or_default()
}

/// Sets text with bold parts and forced breaks in lines; a line does not end inside one of these names.
#[must_use]
pub fn set(fonts: &Fonts, names: &[String], kind: Type, text: &[Inline], measure: Length) -> Vec<Line> {
    if text.iter().any(|part| has_name(part.text(), names)) {
        // No other letter has these lines.
        return set_anew(fonts, names, kind, text, measure);
    }
    kept(
        (fonts.serial, kind, measure, text),
        |kept| matches!(kept, Text::Marked(kept) if **kept == *text),
        || Text::Marked(text.into()),
        || set_anew(fonts, &[], kind, text, measure),
    )
}

fn set_anew(fonts: &Fonts, names: &[String], kind: Type, text: &[Inline], measure: Length) -> Vec<Line> {
    let mut whole = String::new();
    let mut styles: Vec<(usize, Style)> = Vec::new();
    let mut found = Vec::new();
    for part in text {
        let weight = if matches!(part, Inline::Strong(_)) { Weight::Bold } else { kind.weight };
        let style = (weight, matches!(part, Inline::Gap(_)));
        if styles.last().is_none_or(|&(_, last)| last != style) {
            styles.push((whole.len(), style));
        }
        match part {
            Inline::Break => whole.push('\n'),
            Inline::Text(text) | Inline::Strong(text) | Inline::Gap(text) => {
                let text = as_drawn(text);
                for mut link in links(&text) {
                    link.range = whole.len() + link.range.start..whole.len() + link.range.end;
                    styles.extend([(link.range.start, style), (link.range.end, style)]);
                    found.push(Arc::new(link));
                }
                whole.push_str(&text);
            }
        }
    }
    let names = held(&whole, names);
    Setter { links: found, names, ..Setter::new(fonts, kind, styles, measure) }.set(&whole)
}

impl<'a> Setter<'a> {
    fn new(fonts: &'a Fonts, kind: Type, styles: Vec<(usize, Style)>, measure: Length) -> Self {
        let (links, names, lines) = (Vec::new(), Vec::new(), Vec::new());
        let (words, stretches, divisions) = (Vec::new(), Vec::new(), Vec::new());
        Self { fonts, kind, styles, links, names, measure, lines, words, stretches, divisions }
    }

    fn set(mut self, text: &str) -> Vec<Line> {
        let glued = glued(text);
        let mut start = 0;
        for (end, kind) in linebreaks(text) {
            let forced = kind == BreakOpportunity::Mandatory;
            let held = || {
                glued.binary_search(&end).is_ok()
                    || torn(text, end)
                    || self.in_link(end)
                    || is_inside(&self.names, end)
            };
            if !forced && held() {
                continue;
            }
            self.stretch(text, start..end);
            if forced {
                self.end_lines();
            }
            start = end;
        }
        note_links(&mut self.lines, &self.links);
        self.lines
    }

    /// Whether this offset is inside a link, where a line may end only after a slash, and only if it must.
    fn in_link(&self, offset: usize) -> bool {
        self.links.iter().any(|link| link.range.start < offset && offset < link.range.end)
    }

    /// Adds a stretch of text that has no place to break; one that is wider than a line is divided all the same.
    fn stretch(&mut self, text: &str, range: Range<usize>) {
        let first = self.words.len();
        self.shape(text, range.clone());
        if measure(&self.words[first..], self.kind.size).0 <= self.measure {
            return self.keep_together(first);
        }
        self.words.truncate(first);
        let mut rest = range.clone();
        while !self.fits(text, rest.clone()) {
            match self.hyphenate(text, rest.clone()) {
                Some(next) => rest = next,
                None if rest == range => return self.cut(text, range),
                None => {
                    self.cut_letters(text, rest);
                    return self.divided(first, &text[range]);
                }
            }
        }
        let last = self.words.len();
        self.shape(text, rest);
        self.keep_together(last);
        self.divided(first, &text[range]);
    }

    /// Notes that the words from this one on are the parts of one word.
    fn divided(&mut self, first: usize, word: &str) {
        self.divisions.extend(Division::of(&mut self.words, first, word.trim_end()));
    }

    /// Makes a stretch of all words from this one on.
    fn keep_together(&mut self, first: usize) {
        let (width, advance) = measure(&self.words[first..], self.kind.size);
        self.stretches.push(Stretch { words: first..self.words.len(), width, advance });
    }

    /// Makes lines of the stretches since the last forced break.
    fn end_lines(&mut self) {
        let (words, stretches) = (std::mem::take(&mut self.words), std::mem::take(&mut self.stretches));
        let divisions = std::mem::take(&mut self.divisions);
        for line in fit(&stretches, self.measure) {
            let first = line.first().map_or(0, |stretch| stretch.words.start);
            let end = line.last().map_or(0, |stretch| stretch.words.end);
            let words = &words[first..end];
            let gaps = gaps(words, self.kind.size);
            let words = words.iter().map(|((weight, _), word)| (*weight, Rc::clone(word))).collect();
            let divided = Division::on_line(&divisions, &(first..end));
            self.lines.push(Line { words, width: width(line), gaps, divided, ..Line::default() });
        }
        if let Some(last) = self.lines.last_mut() {
            last.ends = true;
        }
    }

    /// Fills a line with the beginning of a word and a hyphen; returns the rest of the word.
    ///
    /// Only words in lower case: a name, a number or an article is never divided.
    fn hyphenate(&mut self, text: &str, range: Range<usize>) -> Option<Range<usize>> {
        let unit = &text[range.clone()];
        let word = unit.trim_end_matches([' ', ',', '.', ';', ':', '?', '!', ')']);
        let fixed = !self.kind.divides || self.in_link(range.start);
        if fixed || !(6..=600).contains(&word.len()) || !word.chars().all(char::is_lowercase) {
            return None;
        }
        let style @ (weight, _) = self.style_at(range.start);
        let hyphen = shape(self.fonts, weight, "\u{AD}");
        let room = self.measure - hyphen.width(self.kind.size);
        let mut offset = 0;
        let mut best = None;
        for syllable in hypher::hyphenate(word, hypher::Lang::Dutch) {
            offset += syllable.len();
            if offset == word.len() {
                break;
            }
            let part = shape(self.fonts, weight, &word[..offset]);
            if part.width(self.kind.size) > room {
                break;
            }
            best = Some((offset, part));
        }
        let (offset, part) = best?;
        let first = self.words.len();
        self.words.extend([(style, part), (style, hyphen)]);
        self.keep_together(first);
        Some(range.start + offset..range.end)
    }

    /// Splits a stretch that is wider than a line: at its spaces, though not inside a name that fits on a line, a name at
    /// its hyphens, a link at its slashes, and a word that is still too wide between its letters.
    fn cut(&mut self, text: &str, range: Range<usize>) {
        let mut stops = division_points(text, range.clone(), &self.links);
        if !stops.is_empty() {
            let names = self.names.clone();
            let within = |name: &Range<usize>| range.start <= name.start && name.end <= range.end;
            let whole: Vec<_> =
                names.into_iter().filter(|name| within(name) && self.fits(text, name.clone())).collect();
            if stops.iter().any(|&stop| !is_inside(&whole, stop)) {
                stops.retain(|&stop| !is_inside(&whole, stop));
            }
            stops.push(range.end);
            let (mut start, mut last) = (range.start, range.start);
            for end in stops {
                // As much as fits stays together: a postcode before its place.
                if last > start && !self.fits(text, start..end) {
                    self.stretch(text, start..last);
                    start = last;
                }
                last = end;
            }
            return self.stretch(text, start..last);
        }
        let first = self.words.len();
        self.cut_letters(text, range.clone());
        if !self.links.iter().any(|link| link.range.start < range.end && range.start < link.range.end) {
            self.divided(first, &text[range]);
        }
    }

    /// Splits a word between its letters.
    fn cut_letters(&mut self, text: &str, range: Range<usize>) {
        let unit = &text[range.clone()];
        let mut start = range.start;
        for offset in cuts(unit.trim_end()) {
            let end = range.start + offset;
            let next = cuts(&text[end..range.end]).next().map_or(range.end, |length| end + length);
            let first = self.words.len();
            self.shape(text, start..next);
            let (width, _) = measure(&self.words[first..], self.kind.size);
            self.words.truncate(first);
            if width > self.measure {
                self.shape(text, start..end);
                self.keep_together(first);
                start = end;
            }
        }
        let first = self.words.len();
        self.shape(text, start..range.end);
        self.keep_together(first);
    }

    /// Whether a stretch is no wider than a line.
    fn fits(&mut self, text: &str, range: Range<usize>) -> bool {
        let first = self.words.len();
        self.shape(text, range);
        let (width, _) = measure(&self.words[first..], self.kind.size);
        self.words.truncate(first);
        width <= self.measure
    }

    /// Adds the shaped words of a stretch: cut at spaces and where the style changes.
    fn shape(&mut self, text: &str, range: Range<usize>) {
        let mut start = range.start;
        while start < range.end {
            let style @ (weight, _) = self.style_at(start);
            let limit = self.styles.iter().map(|&(at, _)| at).find(|&at| at > start).unwrap_or(range.end);
            let rest = &text[start..limit.min(range.end)];
            let length = rest.find([' ', '\n']).unwrap_or(rest.len());
            if length > 0 {
                self.words.push((style, shape(self.fonts, weight, &rest[..length])));
            }
            start += length;
            if length < rest.len() {
                self.words.push((style, shape(self.fonts, weight, " ")));
                start += 1;
            }
        }
    }

    fn style_at(&self, offset: usize) -> Style {
        let before = self.styles.iter().rev().find(|&&(at, _)| at <= offset);
        before.map_or((Weight::Regular, false), |&(_, style)| style)
    }
}

/// The text as it is drawn: accents composed, tabs and line ends as spaces, without the soft hyphens that it
/// had.
fn as_drawn(text: &str) -> Cow<'_, str> {
    let is_drawn = |text: &str| is_nfc(text) && !text.contains(['\n', '\r', '\t', '\u{AD}']);
    if text.is_ascii() && !text.contains(['\n', '\r', '\t']) || is_drawn(text) {
        return Cow::Borrowed(text);
    }
    let text = text.nfc().filter(|&c| c != '\u{AD}');
    Cow::Owned(text.map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::length::{mm, pt};

    #[test]
    fn a_postcode_stays_whole_where_its_place_does_not_fit_beside_it() {
        let fonts = Fonts::built_in();
        let text = [
            Inline::Text("Postbus 00001".into()),
            Inline::Break,
            Inline::Text("0000 AB Voorbeeldstad".into()),
        ];
        let lines = set(&fonts, &[], Type::new(Weight::Regular, pt(8)), &text, mm(280));
        let shown: Vec<String> = lines.iter().map(|line| line.text().collect()).collect();
        assert_eq!(shown, ["Postbus 00001 ", "0000 AB ", "Voorbeeldstad"]);
    }

    #[test]
    fn an_address_wider_than_the_margin_ends_its_lines_only_at_its_signs() {
        let fonts = Fonts::built_in();
        for (text, expected) in [
            ("www.voorbeelddienst.example", &["www", ".voorbeelddienst", ".example"][..]),
            ("mijn.voorbeelddienst.example", &["mijn", ".voorbeelddienst", ".example"]),
            ("bezwaar@voorbeeld.example", &["bezwaar", "@voorbeeld", ".example"]),
            ("www.a.nl/bezwaar-maken-zonder-haast", &["www.a.nl/", "bezwaar-maken", "-zonder-haast"]),
        ] {
            let kind = Type::new(Weight::Regular, pt(8));
            let lines = set(&fonts, &[], kind, &[Inline::Text(text.into())], mm(230));
            let shown: Vec<String> = lines.iter().map(|line| line.text().collect()).collect();
            assert_eq!(shown, expected, "{text}");
        }
    }
}
