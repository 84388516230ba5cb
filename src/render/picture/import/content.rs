//! Reads the operators of a page, form or pattern: which of them exist, what they name, and what is
//! forbidden.
//!
//! Marks of structure are removed: a letter draws the whole picture as one piece, and the structure of the
//! picture must not become part of that of the letter (PDF/UA-1, 7.1). Marks of layers are refused.

use super::tokens::{Operation, operations};
use crate::render::picture::error::PictureError;
use crate::render::picture::value::Value;
use std::collections::BTreeSet;
use std::io::Write as _;
use std::ops::Range;

/// Every operator that a page may have (ISO 32000-1, annex A), except those that are refused by name.
const OPERATORS: &[&[u8]] = &[
    b"\"", b"'", b"B", b"B*", b"BT", b"CS", b"Do", b"ET", b"F", b"G", b"J", b"M", b"Q", b"RG", b"S", b"SC",
    b"SCN", b"T*", b"TD", b"TJ", b"TL", b"Tc", b"Td", b"Tf", b"Tj", b"Tm", b"Tr", b"Ts", b"Tw", b"Tz", b"W",
    b"W*", b"b", b"b*", b"c", b"cm", b"cs", b"d", b"f", b"f*", b"g", b"gs", b"h", b"i", b"j", b"l", b"m",
    b"n", b"q", b"re", b"rg", b"ri", b"s", b"sc", b"scn", b"sh", b"v", b"w", b"y",
];
/// The operators that mark structure, or that enclose operators unknown to old readers.
const MARKS: &[&[u8]] = &[b"BDC", b"BMC", b"BX", b"DP", b"EMC", b"EX", b"MP"];
/// Maximum nesting of saved graphics states: the 28 of an archival file (ISO 19005-2, 6.1.13), less two for the
/// page that draws the picture.
const MAX_SAVED: usize = 26;

/// The kinds of resource that content is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Resource {
    ColorSpace,
    ExtGState,
    Font,
    Pattern,
    Shading,
    XObject,
}

/// Content from which the marks are removed.
pub(super) struct Content {
    pub bytes: Vec<u8>,
    /// The resources that it names.
    pub uses: BTreeSet<(Resource, Vec<u8>)>,
    /// Every text that it shows, with the name of its font.
    pub texts: BTreeSet<(Vec<u8>, Vec<u8>)>,
}

/// Reads the content of a page, form or pattern.
pub(super) fn read(bytes: &[u8]) -> Result<Content, PictureError> {
    let mut reader = Reader {
        content: Content {
            bytes: Vec::with_capacity(bytes.len()),
            uses: BTreeSet::new(),
            texts: BTreeSet::new(),
        },
        font: None,
        choices: Vec::new(),
        saved: Vec::new(),
        in_text: false,
    };
    for operation in operations(bytes) {
        reader.operation(&operation?)?;
    }
    if reader.in_text {
        return Err(PictureError::Operators);
    }
    // Some programs do not restore the last saved states, which a form must do (8.10.1).
    for _ in 0..reader.saved.len() {
        reader.content.bytes.extend_from_slice(b"Q\n");
    }
    Ok(reader.without_idle_fonts())
}

struct Reader {
    content: Content,
    font: Option<Vec<u8>>,
    /// The byte ranges where a font is selected, each with its name.
    choices: Vec<(Range<usize>, Vec<u8>)>,
    /// The font of each saved graphics state.
    saved: Vec<Option<Vec<u8>>>,
    in_text: bool,
}

impl Reader {
    fn operation(&mut self, operation: &Operation) -> Result<(), PictureError> {
        let Operation { operator, operands } = operation;
        if MARKS.contains(operator) {
            // The operands name a layer, which says whether what follows is shown (8.11.3.2).
            let layer = operands.first() == Some(&Value::name("OC"));
            return if layer { Err(PictureError::Layers) } else { Ok(()) };
        }
        match *operator {
            b"BI" => return Err(PictureError::InlineImage),
            b"k" | b"K" => return Err(PictureError::Cmyk),
            operator if !OPERATORS.contains(&operator) => return Err(PictureError::Operators),
            _ => {}
        }
        self.effect(operator, operands)?;
        let begin = self.content.bytes.len();
        for operand in operands {
            let _ = write!(self.content.bytes, "{} ", operand.at(0));
        }
        self.content.bytes.extend_from_slice(operator);
        self.content.bytes.push(b'\n');
        if let (b"Tf", Some(name)) = (*operator, &self.font) {
            self.choices.push((begin..self.content.bytes.len(), name.clone()));
        }
        Ok(())
    }

    /// Removes the selection of fonts that show nothing: many programs begin every page with a font that they
    /// do not embed.
    fn without_idle_fonts(mut self) -> Content {
        let shown: BTreeSet<Vec<u8>> = self.content.texts.iter().map(|(font, _)| font.clone()).collect();
        let mut bytes = Vec::with_capacity(self.content.bytes.len());
        let mut from = 0;
        for (range, name) in self.choices.into_iter().filter(|(_, name)| !shown.contains(name)) {
            bytes.extend_from_slice(&self.content.bytes[from..range.start]);
            from = range.end;
            self.content.uses.remove(&(Resource::Font, name));
        }
        bytes.extend_from_slice(&self.content.bytes[from..]);
        self.content.bytes = bytes;
        self.content
    }

    fn effect(&mut self, operator: &[u8], operands: &[Value]) -> Result<(), PictureError> {
        match operator {
            b"q" if self.saved.len() < MAX_SAVED => self.saved.push(self.font.clone()),
            b"q" => return Err(PictureError::TooDeep),
            b"Q" => self.font = self.saved.pop().ok_or(PictureError::Operators)?,
            b"BT" | b"ET" => {
                let begins = operator == b"BT";
                if begins == self.in_text {
                    return Err(PictureError::Operators);
                }
                self.in_text = begins;
            }
            b"cs" | b"CS" => match operands {
                [Value::Name(name)] => match name.as_slice() {
                    b"DeviceCMYK" => return Err(PictureError::Cmyk),
                    b"DeviceGray" | b"DeviceRGB" | b"Pattern" => {}
                    _ => self.uses(Resource::ColorSpace, name),
                },
                _ => return Err(PictureError::Operators),
            },
            b"scn" | b"SCN" => {
                if let Some(Value::Name(name)) = operands.last() {
                    self.uses(Resource::Pattern, name);
                }
            }
            b"Do" | b"gs" | b"sh" => {
                let [Value::Name(name)] = operands else { return Err(PictureError::Operators) };
                self.uses(
                    match operator {
                        b"Do" => Resource::XObject,
                        b"gs" => Resource::ExtGState,
                        _ => Resource::Shading,
                    },
                    name,
                );
            }
            b"ri" => match operands {
                [Value::Name(name)] if is_intent(name) => {}
                _ => return Err(PictureError::Operators),
            },
            b"Tf" => {
                let [Value::Name(name), Value::Number(_)] = operands else {
                    return Err(PictureError::Operators);
                };
                self.uses(Resource::Font, name);
                self.font = Some(name.clone());
            }
            b"Tj" | b"TJ" | b"'" | b"\"" => self.shows(operands.last())?,
            _ => {}
        }
        Ok(())
    }

    fn uses(&mut self, resource: Resource, name: &[u8]) {
        self.content.uses.insert((resource, name.to_owned()));
    }

    fn shows(&mut self, shown: Option<&Value>) -> Result<(), PictureError> {
        let font = self.font.clone().ok_or(PictureError::Operators)?;
        let parts = match shown {
            Some(Value::Array(parts)) => parts.as_slice(),
            Some(text @ Value::Text(_)) => std::slice::from_ref(text),
            _ => return Err(PictureError::Operators),
        };
        for part in parts {
            match part {
                Value::Text(text) => drop(self.content.texts.insert((font.clone(), text.clone()))),
                Value::Number(_) => {}
                _ => return Err(PictureError::Operators),
            }
        }
        Ok(())
    }
}

/// Whether this is one of the four rendering intents (ISO 19005-2, 6.2.6).
pub(super) fn is_intent(name: &[u8]) -> bool {
    [b"AbsoluteColorimetric".as_slice(), b"RelativeColorimetric", b"Saturation", b"Perceptual"]
        .contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_removed_and_open_states_are_closed() {
        let content = read(b"/Span<</MCID 0>>BDC q /F2 8 Tf /F1 9 Tf BT (a)Tj q EMC ET BX EX Q").unwrap();
        assert_eq!(content.bytes, b"q\n/F1 9 Tf\nBT\n<61> Tj\nq\nET\nQ\nQ\n");
        assert_eq!(content.texts, BTreeSet::from([(b"F1".to_vec(), b"a".to_vec())]));
        assert_eq!(content.uses, BTreeSet::from([(Resource::Font, b"F1".to_vec())]));
    }

    #[test]
    fn content_that_an_archival_file_must_not_have_is_refused() {
        let refused = |text: &[u8]| read(text).err();
        assert_eq!(refused(b"0 0 0 1 k"), Some(PictureError::Cmyk));
        assert_eq!(refused(b"/DeviceCMYK CS"), Some(PictureError::Cmyk));
        assert_eq!(refused(b"/OC /L1 BDC"), Some(PictureError::Layers));
        assert_eq!(refused(b"BI /W 1 ID x EI"), Some(PictureError::InlineImage));
        assert_eq!(refused(&b"q ".repeat(27)), Some(PictureError::TooDeep));
        for text in ["1 foo", "Q", "BT", "ET", "(a) Tj", "/X ri", "9 /F Tf", "/A /B Do", "[/A] TJ"] {
            assert_eq!(refused(text.as_bytes()), Some(PictureError::Operators), "{text}");
        }
    }
}
