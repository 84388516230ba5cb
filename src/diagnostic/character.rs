//! What a character is called in a message: who cannot see it, or cannot tell it from another, must find it.

use std::fmt::Write;

/// The kind of a character that cannot be seen or that no text may hold; `None` for any other.
///
/// Control characters, private use, noncharacters, everything that Unicode calls default-ignorable (bidi
/// controls, zero-width characters with joiners, soft hyphens, variation selectors, fillers), and U+FFFD, the
/// trace of a text that was converted wrongly.
#[must_use]
pub fn hidden(c: char) -> Option<&'static str> {
    Some(match u32::from(c) {
        0x09 | 0x0A | 0x0D => return None,
        0x00..=0x1F | 0x7F..=0x9F => "stuurteken",
        0x061C | 0x200E..=0x200F | 0x202A..=0x202E | 0x2066..=0x2069 => {
            "teken dat de schrijfrichting verandert"
        }
        0x2028..=0x2029 => "regelscheiding van een ander programma",
        0xFFFD => "vervangteken (bij het omzetten is een teken verloren gegaan)",
        0xAD => "zacht afbreekstreepje",
        0x200B => "onzichtbaar teken (een spatie zonder breedte)",
        0x200C..=0x200D => "onzichtbaar teken (een verbindingsteken zonder breedte)",
        0xFEFF => "onzichtbaar teken (een bytevolgordeteken)",
        0x034F
        | 0x115F..=0x1160
        | 0x17B4..=0x17B5
        | 0x180B..=0x180F
        | 0x2060..=0x206F
        | 0x2800
        | 0x3164
        | 0xFE00..=0xFE0F
        | 0xFFA0
        | 0xFFF0..=0xFFFC
        | 0x1BCA0..=0x1BCA3
        | 0x1D173..=0x1D17A
        | 0xE0000..=0xE0FFF => "onzichtbaar teken",
        0xE000..=0xF8FF | 0xF_0000..=0xF_FFFD | 0x10_0000..=0x10_FFFD => "teken voor eigen gebruik",
        _ if is_noncharacter(c) => "code zonder teken",
        _ => return None,
    })
}

/// A text in which nothing steers a terminal: control characters, line breaks and bidi controls are written as their
/// code. For what comes from outside into a message of one line: paths, arguments.
#[must_use]
pub fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let harmless = c == '\u{FFFD}' || !(c.is_control() || hidden(c).is_some());
        if harmless {
            out.push(c);
        } else {
            let _ = write!(out, "<U+{:04X}>", u32::from(c));
        }
    }
    out
}

/// Whether a character is a control character or no character at all: what no file of plain text holds.
#[must_use]
pub fn is_control(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || is_noncharacter(c)
}

const fn is_noncharacter(c: char) -> bool {
    matches!(c as u32, 0xFDD0..=0xFDEF) || c as u32 & 0xFFFE == 0xFFFE
}

/// Whether a character is a space of any width.
#[must_use]
pub fn is_space(c: char) -> bool {
    c == '\t' || (c.is_whitespace() && !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}'))
}

/// Whether a character looks like an ordinary space or like nothing at all, and is something else.
#[must_use]
pub fn passes_for_a_space(c: char) -> bool {
    let shows =
        matches!(u32::from(c), 0xE000..=0xF8FF | 0xFFFD | 0xF_0000..=0xF_FFFD | 0x10_0000..=0x10_FFFD);
    !c.is_ascii() && (is_space(c) || (hidden(c).is_some() && !is_control(c) && !shows))
}

/// Alphabets of which the letters look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alphabet {
    /// a, b, c.
    Latin,
    /// а, б, в.
    Cyrillic,
    /// α, β, γ.
    Greek,
}

impl Alphabet {
    /// The alphabet of a letter; `None` for what belongs to none of these, or to all.
    #[must_use]
    pub fn of(c: char) -> Option<Self> {
        if !c.is_alphabetic() {
            return None;
        }
        match u32::from(c) {
            0x41..=0x5A | 0x61..=0x7A | 0xAA | 0xBA | 0xC0..=0x2AF | 0x1D00..=0x1D25 => Some(Self::Latin),
            0x1E00..=0x1EFF | 0x2C60..=0x2C7F | 0xA722..=0xA7FF | 0xAB30..=0xAB5A => Some(Self::Latin),
            0xFB00..=0xFB06 | 0xFF21..=0xFF3A | 0xFF41..=0xFF5A => Some(Self::Latin),
            0x370..=0x3FF | 0x1F00..=0x1FFF => Some(Self::Greek),
            0x400..=0x52F | 0x1C80..=0x1C8F | 0x2DE0..=0x2DFF | 0xA640..=0xA69F => Some(Self::Cyrillic),
            _ => None,
        }
    }

    /// `Cyrillische`, before `letter`.
    #[must_use]
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::Latin => "Latijnse",
            Self::Cyrillic => "Cyrillische",
            Self::Greek => "Griekse",
        }
    }
}

/// A character by its name, for a message: `de letter “O”`, `een vaste spatie (U+00A0)`.
#[must_use]
pub fn named(c: char) -> String {
    let code = format!("U+{:04X}", u32::from(c));
    if let Some(kind) = hidden(c) {
        return format!("een {kind}: {code}");
    }
    match c {
        ' ' => "een spatie".to_owned(),
        '\t' => "een tab".to_owned(),
        '\n' | '\r' => "een regeleinde".to_owned(),
        '\u{A0}' => format!("een vaste spatie ({code})"),
        '\u{202F}' => format!("een smalle vaste spatie ({code})"),
        '‘'..='‟' | '‹' | '›' | '«' | '»' => format!("een krulaanhalingsteken `{c}` ({code})"),
        '"' | '\'' => format!("een aanhalingsteken `{c}`"),
        '\u{2010}' | '\u{2011}' => format!("een ander koppelteken dan `-` ({code})"),
        '\u{2012}'..='\u{2015}' => format!("een lang streepje `{c}` ({code})"),
        '−' => format!("een minteken `{c}` ({code})"),
        _ if is_space(c) => format!("een bijzondere spatie ({code})"),
        'A'..='Z' | 'a'..='z' => format!("de letter `{c}`"),
        '0'..='9' => format!("het cijfer `{c}`"),
        _ if c.is_ascii() => format!("het teken `{c}`"),
        _ => match Alphabet::of(c) {
            Some(Alphabet::Latin) => format!("de letter `{c}` ({code})"),
            Some(other) => format!("de {} letter `{c}` ({code})", other.dutch()),
            None => format!("het teken `{c}` ({code})"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_told_apart_has_its_code_point() {
        for (c, name) in [
            ('O', "de letter `O`"),
            ('О', "de Cyrillische letter `О` (U+041E)"),
            ('Ο', "de Griekse letter `Ο` (U+039F)"),
            ('é', "de letter `é` (U+00E9)"),
            ('/', "het teken `/`"),
            ('４', "het teken `４` (U+FF14)"),
            ('“', "een krulaanhalingsteken `“` (U+201C)"),
            ('–', "een lang streepje `–` (U+2013)"),
            ('\u{a0}', "een vaste spatie (U+00A0)"),
            ('\u{2003}', "een bijzondere spatie (U+2003)"),
            ('\u{200b}', "een onzichtbaar teken (een spatie zonder breedte): U+200B"),
            ('\u{fffe}', "een code zonder teken: U+FFFE"),
            ('\u{7}', "een stuurteken: U+0007"),
        ] {
            assert_eq!(named(c), name);
        }
    }

    #[test]
    fn control_characters_and_noncharacters_are_one_kind() {
        for c in ['\0', '\u{7}', '\u{7f}', '\u{85}', '\u{fdd0}', '\u{fffe}', '\u{ffff}', '\u{1fffe}'] {
            assert!(is_control(c) && hidden(c).is_some(), "{c:?}");
        }
        for c in ['\n', '\t', '\r', 'a', '\u{200b}', '\u{fffd}', '\u{e000}'] {
            assert!(!is_control(c), "{c:?}");
        }
    }

    #[test]
    fn what_passes_for_a_space_is_a_space_or_shows_nothing() {
        for c in [
            '\u{a0}', '\u{202f}', '\u{2007}', '\u{3000}', '\u{200b}', '\u{200f}', '\u{2060}', '\u{feff}',
            '\u{ad}',
        ] {
            assert!(passes_for_a_space(c), "{c:?}");
        }
        for c in [' ', '\t', '\u{7}', '\u{fffd}', '\u{fffe}', '\u{e000}', 'a', 'é'] {
            assert!(!passes_for_a_space(c), "{c:?}");
        }
    }

    #[test]
    fn marks_and_signs_are_of_no_alphabet() {
        for c in ['\u{301}', '’', 'ʼ', '×', '÷', 'µ', '-', '1', 'ა', '王'] {
            assert_eq!(Alphabet::of(c), None, "{c:?}");
        }
        for (c, alphabet) in [('Ĳ', Alphabet::Latin), ('ß', Alphabet::Latin), ('ї', Alphabet::Cyrillic)] {
            assert_eq!(Alphabet::of(c), Some(alphabet));
        }
    }
}
