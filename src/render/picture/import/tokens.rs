//! Reads the tokens of a content stream, or of a table from codes to characters (ISO 32000-1, 7.2 and 7.8.2).
//!
//! A forgiving reader leaves out what it does not understand. Incomplete stationery is worse than none, so
//! here everything that cannot be read is an error.

use crate::render::picture::error::PictureError;
use crate::render::picture::value::{Entries, Value};

/// Maximum nesting depth of arrays and dictionaries.
const MAX_DEPTH: usize = 8;

/// An operator with the operands before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Operation<'a> {
    pub operator: &'a [u8],
    pub operands: Vec<Value>,
}

enum Token<'a> {
    Operand(Value),
    Operator(&'a [u8]),
    Close(u8),
    End,
}

/// The operations of a stream.
pub(super) fn operations(bytes: &[u8]) -> impl Iterator<Item = Result<Operation<'_>, PictureError>> {
    let mut tokens = Tokens { bytes, at: 0 };
    std::iter::from_fn(move || tokens.operation().transpose())
}

struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

const fn is_white(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

const fn is_regular(byte: u8) -> bool {
    !is_white(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'a> Tokens<'a> {
    fn operation(&mut self) -> Result<Option<Operation<'a>>, PictureError> {
        let mut operands = Vec::new();
        loop {
            match self.token(0)? {
                Token::Operand(value) if operands.len() < 40_000 => operands.push(value),
                Token::Operator(operator) => return Ok(Some(Operation { operator, operands })),
                Token::End if operands.is_empty() => return Ok(None),
                _ => return Err(PictureError::Operators),
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek();
        self.at += usize::from(byte.is_some());
        byte
    }

    /// Reads bytes as long as they satisfy `like`, and returns them.
    fn run(&mut self, like: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|&byte| !like(byte)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn token(&mut self, depth: usize) -> Result<Token<'a>, PictureError> {
        loop {
            self.run(is_white);
            if self.peek() != Some(b'%') {
                break;
            }
            self.run(|byte| byte != b'\n' && byte != b'\r');
        }
        let Some(first) = self.peek() else { return Ok(Token::End) };
        if is_regular(first) {
            return word(self.run(is_regular));
        }
        self.at += 1;
        Ok(match (first, self.peek()) {
            (b'/', _) => Token::Operand(Value::Name(self.name()?)),
            (b'(', _) => Token::Operand(Value::Text(self.literal()?)),
            (b'[', _) => Token::Operand(Value::Array(self.until(b']', depth)?)),
            (b'<', Some(b'<')) => {
                self.at += 1;
                Token::Operand(Value::Dictionary(self.dictionary(depth)?))
            }
            (b'<', _) => Token::Operand(Value::Text(self.hexadecimal()?)),
            (b'>', Some(b'>')) => {
                self.at += 1;
                Token::Close(b'>')
            }
            (b']', _) => Token::Close(b']'),
            _ => return Err(PictureError::Operators),
        })
    }

    /// The values before a closing bracket.
    fn until(&mut self, close: u8, depth: usize) -> Result<Vec<Value>, PictureError> {
        if depth >= MAX_DEPTH {
            return Err(PictureError::TooDeep);
        }
        let mut values = Vec::new();
        loop {
            match self.token(depth + 1)? {
                Token::Operand(value) => values.push(value),
                Token::Close(found) if found == close => return Ok(values),
                _ => return Err(PictureError::Operators),
            }
        }
    }

    fn dictionary(&mut self, depth: usize) -> Result<Entries, PictureError> {
        let mut values = self.until(b'>', depth)?.into_iter();
        let mut entries = Entries::default();
        while let Some(key) = values.next() {
            match (key, values.next()) {
                (Value::Name(key), Some(value)) => entries.set(key, value),
                _ => return Err(PictureError::Operators),
            }
        }
        Ok(entries)
    }

    /// A name of at most 127 bytes (ISO 19005-2, 6.1.13).
    fn name(&mut self) -> Result<Vec<u8>, PictureError> {
        let mut text = self.run(is_regular).iter().copied();
        let mut name = Vec::new();
        while let Some(byte) = text.next() {
            name.push(match byte {
                b'#' => match (text.next().and_then(digit), text.next().and_then(digit)) {
                    (Some(high), Some(low)) => high << 4 | low,
                    _ => return Err(PictureError::Operators),
                },
                byte => byte,
            });
        }
        if name.len() > 127 { Err(PictureError::Operators) } else { Ok(name) }
    }

    /// A string between parentheses (7.3.4.2).
    fn literal(&mut self) -> Result<Vec<u8>, PictureError> {
        let mut text = Vec::new();
        let mut open = 1_usize;
        loop {
            let byte = self.next().ok_or(PictureError::Operators)?;
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                b'\\' => {
                    self.escape(&mut text)?;
                    continue;
                }
                _ => {}
            }
            if open == 0 {
                return check_length(text);
            }
            text.push(byte);
        }
    }

    fn escape(&mut self, text: &mut Vec<u8>) -> Result<(), PictureError> {
        match self.next().ok_or(PictureError::Operators)? {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(0x0C),
            b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
            b'\n' => {}
            first @ b'0'..=b'7' => {
                let mut code = u16::from(first - b'0');
                for _ in 0..2 {
                    let Some(next @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u16::from(next - b'0');
                    self.at += 1;
                }
                // Overflow is ignored (7.3.4.2).
                text.push(code.to_le_bytes()[0]);
            }
            other => text.push(other),
        }
        Ok(())
    }

    fn hexadecimal(&mut self) -> Result<Vec<u8>, PictureError> {
        let digits = self.run(|byte| byte != b'>');
        self.next().ok_or(PictureError::Operators)?;
        let digits = digits.iter().copied().filter(|&byte| !is_white(byte)).map(digit);
        let digits: Vec<u8> = digits.collect::<Option<_>>().ok_or(PictureError::Operators)?;
        // An odd last digit counts as if a zero followed (7.3.4.3).
        check_length(
            digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or_default()).collect(),
        )
    }
}

/// Refuses a string that is longer than an archival file may have (ISO 19005-2, 6.1.13).
fn check_length(text: Vec<u8>) -> Result<Vec<u8>, PictureError> {
    if text.len() > 32_767 { Err(PictureError::Operators) } else { Ok(text) }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// A token without delimiters: a number, a keyword or an operator.
fn word(text: &[u8]) -> Result<Token<'_>, PictureError> {
    Ok(match text {
        b"true" => Token::Operand(Value::Bool(true)),
        b"false" => Token::Operand(Value::Bool(false)),
        b"null" => Token::Operand(Value::Null),
        [b'0'..=b'9' | b'+' | b'-' | b'.', ..] => Token::Operand(Value::Number(number(text)?)),
        _ => Token::Operator(text),
    })
}

/// A number: digits with at most one point and one sign; a whole number fits in 32 bits (ISO 19005-2,
/// 6.1.13).
fn number(text: &[u8]) -> Result<String, PictureError> {
    let unsigned = text.strip_prefix(b"-").or_else(|| text.strip_prefix(b"+")).unwrap_or(text);
    let points = unsigned.iter().filter(|&&byte| byte == b'.').count();
    let digits = unsigned.iter().filter(|byte| byte.is_ascii_digit()).count();
    let number = std::str::from_utf8(text).unwrap_or_default();
    let plain = digits > 0 && digits + points == unsigned.len() && points < 2 && text.len() < 32;
    if plain && (points == 1 || number.parse::<i32>().is_ok()) {
        Ok(number.to_owned())
    } else {
        Err(PictureError::Operators)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Result<Vec<String>, PictureError> {
        let shown = |it: Operation| {
            format!("{} {}", Value::Array(it.operands).at(0), String::from_utf8_lossy(it.operator))
        };
        operations(text).map(|it| it.map(shown)).collect()
    }

    #[test]
    fn operands_and_operators_are_told_apart() {
        let text = b"q 1 0 0 -.5 +2. 0 cm % ).\n/F#31 9 Tf [(a\\)\\101(b)) -20<0aF>]TJ\n/OC<</A[1]>>BDC T* '";
        let found = read(text).unwrap();
        assert_eq!(
            found,
            [
                "[] q",
                "[1 0 0 -.5 +2. 0] cm",
                "[/F1 9] Tf",
                "[[<612941286229> -20 <0AF0>]] TJ",
                "[/OC <</A [1]>>] BDC",
                "[] T*",
                "[] '",
            ]
        );
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        let broken: [&[u8]; 12] = [
            b"(a",
            b"<0g>",
            b"<00",
            b"[1",
            b"1 2",
            b"]",
            b"{}",
            b"--1 w",
            b"99999999999 w",
            b"/#0 gs",
            b"<</A>>BDC",
            b")",
        ];
        for text in broken {
            assert_eq!(read(text), Err(PictureError::Operators), "{}", String::from_utf8_lossy(text));
        }
        assert_eq!(read(&b"[".repeat(1000)), Err(PictureError::TooDeep));
    }
}
