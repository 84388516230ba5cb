//! An object with its number, as it stands in a file, with its stream if it has one (ISO 32000-1, 7.3.8 and 7.3.10).

use super::value::{Dict, Parser, Value};
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use std::ops::Range;

/// The largest size in bytes of a stream that is decompressed here: tables and objects, never pictures.
const MAX_BYTES: usize = 16 << 20;

/// An object of a file.
#[derive(Clone, Debug)]
pub struct Object {
    /// Its number.
    pub number: u32,
    /// Where it begins; `None` for an object in an object stream.
    pub offset: Option<usize>,
    /// Its value, of a stream its dictionary.
    pub value: Value,
    /// The bytes of its stream, as they stand in the file.
    pub stream: Option<Vec<u8>>,
    /// The places in the file of its hexadecimal strings, with their brackets.
    pub hexes: Vec<Range<usize>>,
}

impl Object {
    /// Reads an object with all that belongs to it, up to and with `endobj`.
    pub fn read(parser: &mut Parser<'_>) -> Option<Self> {
        let offset = parser.at();
        let hexes_before = parser.hexes().len();
        let number = u32::try_from(parser.digits()?).ok()?;
        parser.take(b" 0 obj")?;
        let value = parser.value()?;
        let hexes = parser.hexes().get(hexes_before..)?.to_vec();
        parser.space();
        let stream = match (&value, parser.keyword(b"stream")) {
            (Value::Dict(dict), Some(())) => Some(stream(dict, parser)?),
            (_, Some(())) => return None,
            (_, None) => None,
        };
        parser.space();
        parser.keyword(b"endobj")?;
        Some(Self { number, offset: Some(offset), value, stream, hexes })
    }

    /// Its dictionary, if it is an object without stream.
    pub fn plain_dict(&self) -> Option<&Dict> {
        self.value.dict().filter(|_| self.stream.is_none())
    }

    /// The bytes of its stream, decompressed; only Flate is known.
    pub fn data(&self) -> Option<Vec<u8>> {
        let (dict, stream) = (self.value.dict()?, self.stream.as_ref()?);
        let filter = dict.get(b"Filter".as_slice());
        let one = filter.map(|filter| filter.array().map_or(std::slice::from_ref(filter), |filters| filters));
        let data = match one {
            None | Some([]) => return parameters(dict).is_none().then(|| stream.clone()),
            Some([filter]) if filter.is("FlateDecode") => {
                decompress_to_vec_zlib_with_limit(stream, MAX_BYTES).ok()?
            }
            Some(_) => return None,
        };
        match parameters(dict) {
            None => Some(data),
            Some(parameters) => unpredicted(&data, parameters.dict()?),
        }
    }

    /// The objects in an object stream (7.5.7).
    pub fn contained(&self) -> Option<Vec<Self>> {
        let (dict, data) = (self.value.dict()?, self.data()?);
        let known = ["Type", "N", "First", "Length", "Filter", "DecodeParms"];
        let is_known = |key: &Vec<u8>| known.iter().any(|name| name.as_bytes() == key);
        if !dict.get(b"Type".as_slice())?.is("ObjStm") || !dict.keys().all(is_known) {
            return None;
        }
        let count = dict.get(b"N".as_slice())?.whole()?;
        let first = dict.get(b"First".as_slice())?.whole()?;
        let mut head = Parser::new(data.get(..first)?, 0);
        let mut objects = Vec::new();
        let mut body = Parser::new(&data, first);
        for _ in 0..count {
            head.space();
            let number = u32::try_from(head.digits()?).ok()?;
            head.space();
            let offset = head.digits()?;
            body.space();
            // They follow each other without anything between them.
            if body.at() != first.checked_add(offset)? {
                return None;
            }
            let value = body.value()?;
            objects.push(Self { number, offset: None, value, stream: None, hexes: Vec::new() });
        }
        head.space();
        body.space();
        (head.rest().is_empty() && body.rest().is_empty()).then_some(objects)
    }
}

/// The parameters of the filter of a stream.
fn parameters(dict: &Dict) -> Option<&Value> {
    dict.get(b"DecodeParms".as_slice()).filter(|value| **value != Value::Null)
}

/// The bytes of a stream, whose length its dictionary must say directly.
fn stream(dict: &Dict, parser: &mut Parser<'_>) -> Option<Vec<u8>> {
    parser.take(b"\r\n").or_else(|| parser.take(b"\n"))?;
    let data = parser.bytes(dict.get(b"Length".as_slice())?.whole()?)?.to_vec();
    let _ = parser.take(b"\r\n").or_else(|| parser.take(b"\n")).or_else(|| parser.take(b"\r"));
    parser.keyword(b"endstream")?;
    Some(data)
}

/// Takes back the PNG predictor (7.4.4.4), of which rows as they are and differences from the row above are known: no
/// other stands in a table of offsets.
fn unpredicted(data: &[u8], parameters: &Dict) -> Option<Vec<u8>> {
    let whole = |key: &str| parameters.get(key.as_bytes()).map(Value::whole);
    let is_known = |key: &Vec<u8>| key == b"Predictor" || key == b"Columns";
    let columns = whole("Columns").unwrap_or(Some(1))?;
    match whole("Predictor").unwrap_or(Some(1))? {
        _ if !parameters.keys().all(is_known) => return None,
        1 => return Some(data.to_vec()),
        10..=15 if (1..=64).contains(&columns) && data.len().is_multiple_of(columns + 1) => {}
        _ => return None,
    }
    let (mut above, mut out) = (vec![0_u8; columns], Vec::with_capacity(data.len()));
    for row in data.chunks_exact(columns + 1) {
        let (kind, row) = row.split_first()?;
        for (above, byte) in above.iter_mut().zip(row) {
            *above = match kind {
                0 => *byte,
                2 => above.wrapping_add(*byte),
                _ => return None,
            };
        }
        out.extend_from_slice(&above);
    }
    Some(out)
}
