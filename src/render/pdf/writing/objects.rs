//! The syntax of PDF objects: strings, references, arrays of them (ISO 32000-1, 7.3).
//!
//! It covers only what a letter needs. Everything is appended to one text, so that there are no intermediate
//! strings.

use std::fmt::{self, Display, Write as _};

/// An indirect reference to an object of this number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ref(pub u32);

impl Ref {
    /// Appends it, without the cost of a format.
    pub fn append_to(self, out: &mut String) {
        out.push_str(itoa::Buffer::new().format(self.0));
        out.push_str(" 0 R");
    }
}

impl Display for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(itoa::Buffer::new().format(self.0))?;
        f.write_str(" 0 R")
    }
}

/// A text string: unchanged if it is plain ASCII, otherwise UTF-16BE with a byte order mark.
pub struct Text<'a>(pub &'a str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            f.write_char('(')?;
            for c in self.0.chars() {
                if matches!(c, '(' | ')' | '\\') {
                    f.write_char('\\')?;
                }
                f.write_char(c)?;
            }
            return f.write_char(')');
        }
        f.write_str("<FEFF")?;
        for unit in self.0.encode_utf16() {
            write!(f, "{unit:04X}")?;
        }
        f.write_char('>')
    }
}

/// An array of references.
pub struct Refs<'a>(pub &'a [Ref]);

impl Display for Refs<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('[')?;
        for (index, reference) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_char(' ')?;
            }
            write!(f, "{reference}")?;
        }
        f.write_char(']')
    }
}

/// Bytes in a hexadecimal string.
pub struct Hex<'a>(pub &'a [u8]);

impl Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('<')?;
        for byte in self.0 {
            write!(f, "{byte:02X}")?;
        }
        f.write_char('>')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_strings_are_escaped_or_utf16() {
        assert_eq!(Text("a (b) \\").to_string(), "(a \\(b\\) \\\\)");
        assert_eq!(Text("é😀").to_string(), "<FEFF00E9D83DDE00>");
    }

    #[test]
    fn arrays_have_spaces_between() {
        assert_eq!(Refs(&[Ref(3), Ref(12)]).to_string(), "[3 0 R 12 0 R]");
        assert_eq!(Hex(&[0, 255]).to_string(), "<00FF>");
    }
}
