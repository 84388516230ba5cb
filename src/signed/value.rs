//! The objects of a PDF as values, and their strict parser (ISO 32000-1, 7.3).
//!
//! What the standard allows a reader to repair or to pass over is an error here: comments, duplicate keys, numbers with
//! two signs. Values are decoded, so that two spellings of the same object are equal.

use std::collections::BTreeMap;
use std::ops::Range;

/// How many arrays and dictionaries may stand inside each other.
const DEEPEST: usize = 32;

/// A dictionary: values by the name of their key.
pub type Dict = BTreeMap<Vec<u8>, Value>;

/// An object that is not a stream.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, whole or not.
    Number(f64),
    /// A name, without its slash.
    Name(Vec<u8>),
    /// A literal or hexadecimal string, decoded.
    Text(Vec<u8>),
    /// An array.
    Array(Vec<Self>),
    /// A dictionary.
    Dict(Dict),
    /// A reference to an object, of generation 0.
    Ref(u32),
}

impl Value {
    /// The value as a whole number of at least zero.
    pub fn whole(&self) -> Option<usize> {
        match self {
            // Every length in a file is far below 2^53, up to which whole numbers are exact.
            Self::Number(number) if *number >= 0.0 && number.fract() == 0.0 && *number < 9e15 =>
            {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "whole and in range"
                )]
                Some(*number as usize)
            }
            _ => None,
        }
    }

    /// The number of the object to which it refers.
    pub const fn reference(&self) -> Option<u32> {
        if let Self::Ref(number) = self { Some(*number) } else { None }
    }

    /// The value as a dictionary.
    pub const fn dict(&self) -> Option<&Dict> {
        if let Self::Dict(dict) = self { Some(dict) } else { None }
    }

    /// The value as an array.
    pub fn array(&self) -> Option<&[Self]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    /// The value as the bytes of a string.
    pub fn text(&self) -> Option<&[u8]> {
        if let Self::Text(bytes) = self { Some(bytes) } else { None }
    }

    /// Whether it is this name.
    pub fn is(&self, name: &str) -> bool {
        matches!(self, Self::Name(own) if own == name.as_bytes())
    }
}

/// Reads values from bytes, from left to right.
#[derive(Debug)]
pub struct Parser<'a> {
    bytes: &'a [u8],
    at: usize,
    hexes: Vec<Range<usize>>,
}

impl<'a> Parser<'a> {
    /// A parser of these bytes from this offset.
    pub const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, hexes: Vec::new() }
    }

    /// The offset of the next byte.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The places of all hexadecimal strings read so far, with their brackets.
    pub fn hexes(&self) -> &[Range<usize>] {
        &self.hexes
    }

    /// The bytes that are left.
    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Passes over white space.
    pub fn space(&mut self) {
        self.at += self.rest().iter().take_while(|byte| is_space(**byte)).count();
    }

    /// Passes over these bytes, if they come next.
    pub fn take(&mut self, text: &[u8]) -> Option<()> {
        self.rest().starts_with(text).then(|| self.at += text.len())
    }

    /// Passes over a keyword, which ends where white space or a delimiter begins.
    pub fn keyword(&mut self, word: &[u8]) -> Option<()> {
        let next = self.rest().get(word.len());
        let ends = next.is_none_or(|byte| is_space(*byte) || is_delimiter(*byte));
        if ends { self.take(word) } else { None }
    }

    /// Passes over this many bytes and returns them.
    pub fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let taken = self.rest().get(..length)?;
        self.at += length;
        Some(taken)
    }

    /// The next digits, as a number.
    pub fn digits(&mut self) -> Option<usize> {
        let count = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        let digits = self.rest().get(..count.min(15)).filter(|_| (1..=15).contains(&count))?;
        let number = digits.iter().fold(0, |number, digit| number * 10 + usize::from(digit - b'0'));
        self.at += count;
        Some(number)
    }

    /// The next value, with the white space before it; `None` where there is none that is right.
    pub fn value(&mut self) -> Option<Value> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        self.space();
        match *self.rest() {
            [b'<', b'<', ..] => self.dict(depth),
            [b'<', ..] => self.hex(),
            [b'(', ..] => self.literal(),
            [b'[', ..] => self.array(depth),
            [b'/', ..] => self.name().map(Value::Name),
            [b't', ..] => self.keyword(b"true").map(|()| Value::Bool(true)),
            [b'f', ..] => self.keyword(b"false").map(|()| Value::Bool(false)),
            [b'n', ..] => self.keyword(b"null").map(|()| Value::Null),
            _ => self.number_or_reference(),
        }
    }

    fn dict(&mut self, depth: usize) -> Option<Value> {
        self.take(b"<<")?;
        let mut dict = Dict::new();
        loop {
            self.space();
            if self.take(b">>").is_some() {
                return Some(Value::Dict(dict));
            }
            let key = self.name()?;
            let value = self.nested(depth + 1)?;
            if dict.insert(key, value).is_some() {
                return None;
            }
        }
    }

    fn array(&mut self, depth: usize) -> Option<Value> {
        self.take(b"[")?;
        let mut items = Vec::new();
        loop {
            self.space();
            if self.take(b"]").is_some() {
                return Some(Value::Array(items));
            }
            items.push(self.nested(depth + 1)?);
        }
    }

    fn name(&mut self) -> Option<Vec<u8>> {
        self.take(b"/")?;
        let length = self.rest().iter().take_while(|byte| !is_space(**byte) && !is_delimiter(**byte)).count();
        let mut left = self.bytes(length)?;
        let mut name = Vec::with_capacity(length);
        while let [byte, rest @ ..] = left {
            (left, _) = match (byte, rest) {
                (b'#', [high, low, rest @ ..]) => (rest, name.push(digit(*high)? << 4 | digit(*low)?)),
                (b'#', _) => return None,
                (byte, rest) => (rest, name.push(*byte)),
            };
        }
        Some(name)
    }

    fn hex(&mut self) -> Option<Value> {
        let start = self.at;
        self.take(b"<")?;
        let length = self.rest().iter().position(|byte| *byte == b'>')?;
        let written = self.bytes(length)?.iter().filter(|byte| !is_space(**byte));
        let mut digits = written.map(|byte| digit(*byte)).collect::<Option<Vec<u8>>>()?;
        self.take(b">")?;
        self.hexes.push(start..self.at);
        if digits.len() % 2 == 1 {
            digits.push(0);
        }
        Some(Value::Text(digits.as_chunks::<2>().0.iter().map(|[high, low]| high << 4 | low).collect()))
    }

    fn literal(&mut self) -> Option<Value> {
        self.take(b"(")?;
        let (mut text, mut open) = (Vec::new(), 1);
        loop {
            let byte = self.bytes(1)?.first().copied()?;
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            match byte {
                _ if open == 0 => return Some(Value::Text(text)),
                b'\\' => text.extend(self.escape()?),
                b'\r' => {
                    self.take(b"\n");
                    text.push(b'\n');
                }
                byte => text.push(byte),
            }
        }
    }

    /// The byte that follows a backslash in a literal string (7.3.4.2); none for a line that goes on.
    fn escape(&mut self) -> Option<Option<u8>> {
        let byte = self.bytes(1)?.first().copied()?;
        Some(match byte {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            b'(' | b')' | b'\\' => Some(byte),
            b'\n' => None,
            b'\r' => {
                self.take(b"\n");
                None
            }
            b'0'..=b'7' => {
                let more =
                    self.rest().iter().take(2).take_while(|byte| (b'0'..=b'7').contains(*byte)).count();
                let octal = |number: u32, digit: &u8| number * 8 + u32::from(digit - b'0');
                Some(u8::try_from(self.bytes(more)?.iter().fold(u32::from(byte - b'0'), octal)).ok()?)
            }
            _ => return None,
        })
    }

    fn number_or_reference(&mut self) -> Option<Value> {
        let start = self.at;
        if let Some(number) = self.reference() {
            return Some(Value::Ref(number));
        }
        self.at = start;
        let length = self.rest().iter().take_while(|byte| !is_space(**byte) && !is_delimiter(**byte)).count();
        let text = std::str::from_utf8(self.bytes(length)?).ok()?;
        let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let is_number = !(whole.is_empty() && part.is_empty())
            && [whole, part].iter().all(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        // Rust reads `4.` and `.5` as PDF does.
        text.parse().ok().filter(|_| is_number).map(Value::Number)
    }

    /// A reference: `12 0 R`.
    fn reference(&mut self) -> Option<u32> {
        let number = self.digits()?;
        self.between()?;
        self.keyword(b"0")?;
        self.between()?;
        self.keyword(b"R")?;
        u32::try_from(number).ok()
    }

    /// White space that has to be there.
    fn between(&mut self) -> Option<()> {
        let before = self.at;
        self.space();
        (self.at > before).then_some(())
    }
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Parser, Value};

    fn read(text: &str) -> Option<Value> {
        let mut parser = Parser::new(text.as_bytes(), 0);
        let value = parser.value()?;
        parser.space();
        parser.rest().is_empty().then_some(value)
    }

    #[test]
    fn two_spellings_of_an_object_are_equal() {
        for (one, other) in [
            ("<</A 1/B[1 0 R 2 0 R]>>", " << /B [ 1 0 R\n2 0 R ] /#41 1.0 >> "),
            ("(a(b)c\\)\\101\\n)", "<6128622963 29410A>"),
            ("(a\r\nb)", "(a\\\nb)x"),
            ("-.5", "-0.50"),
        ] {
            let equal = read(one).is_some() && read(one) == read(other);
            assert_eq!(equal, !other.ends_with('x'), "{one} {other}");
        }
        assert_eq!(read("[12 0 R 12 0]").unwrap().array().unwrap().len(), 3);
    }

    #[test]
    fn what_a_reader_would_repair_is_refused() {
        for text in [
            "",
            "%x\n1",
            "<</A 1/A 2>>",
            "<</A 1",
            "[1",
            "(a",
            "<1x>",
            "1 1 R",
            "--1",
            "1e5",
            "1-",
            ".",
            "NaN",
            "inf",
            "/A#4",
            "(\\q)",
            "(\\777)",
            "truee",
            "<</A>>",
            "R",
            "9999999999 0 R",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&format!("{}{}", "[".repeat(99), "]".repeat(99))), None);
    }
}
