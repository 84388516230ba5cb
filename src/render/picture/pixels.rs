//! Reads a logo from a PNG file; the only file that uses the png crate.
//!
//! Every kind of PNG is converted to the same form: eight bits of red, green and blue, or of grey, with the
//! transparency as a separate mask.

use super::error::PictureError;
use super::objects::{Picture, Piece};
use super::value::{Entries, Value};
use png::{ColorType, Decoder, Limits, Transformations};
use std::io::Cursor;

/// The bytes that every PNG begins with.
pub const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Maximum size of the file, in bytes.
const MAX_BYTES: usize = 5_000_000;
/// Maximum width and height, in pixels: 4,000 dots per inch at a height of 25 mm.
const MAX_SIDE: u32 = 4_000;
/// Maximum memory for reading, besides that of the pixels, in bytes.
const MAX_MEMORY: usize = 80_000_000;

/// Reads a PNG.
///
/// # Errors
/// The file is damaged or too large.
pub fn read(bytes: &[u8]) -> Result<Picture, PictureError> {
    if bytes.len() > MAX_BYTES {
        return Err(PictureError::TooLarge);
    }
    let damaged = |_| PictureError::Damaged;
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MAX_MEMORY });
    // Palettes, grey of one to four bits and 16 bits become 8 bits; a transparent colour becomes a mask.
    decoder.set_transformations(Transformations::normalize_to_color8());
    let header = decoder.read_header_info().map_err(damaged)?;
    let (width, height) = header.size();
    if width > MAX_SIDE || height > MAX_SIDE {
        return Err(PictureError::TooLarge);
    }
    let mut reader = decoder.read_info().map_err(damaged)?;
    let mut data = vec![0; reader.output_buffer_size().ok_or(PictureError::TooLarge)?];
    let frame = reader.next_frame(&mut data).map_err(damaged)?;
    data.truncate(frame.buffer_size());
    let (colours, alpha) = match frame.color_type {
        ColorType::Grayscale => (1, false),
        ColorType::GrayscaleAlpha => (1, true),
        ColorType::Rgb => (3, false),
        ColorType::Rgba => (3, true),
        ColorType::Indexed => return Err(PictureError::Damaged),
    };
    let samples = data.chunks_exact(colours + usize::from(alpha));
    let mask: Vec<u8> =
        if alpha { samples.clone().filter_map(|it| it.last().copied()).collect() } else { Vec::new() };
    let opaque = mask.iter().all(|&value| value == u8::MAX);
    let pixels: Vec<u8> = samples.flat_map(|it| &it[..colours]).copied().collect();
    let mut entries = image(width, height, if colours == 1 { "DeviceGray" } else { "DeviceRGB" });
    let size = (i64::from(width), i64::from(height));
    if opaque {
        return Ok(Picture::pixels(vec![Piece::compressed(entries, &pixels)], size));
    }
    entries.set("SMask", Value::Object(1));
    let mask = Piece::compressed(image(width, height, "DeviceGray"), &mask);
    Ok(Picture::pixels(vec![Piece::compressed(entries, &pixels), mask], size))
}

fn image(width: u32, height: u32, colours: &str) -> Entries {
    Entries::default()
        .with("Type", Value::name("XObject"))
        .with("Subtype", Value::name("Image"))
        .with("Width", Value::int(width))
        .with("Height", Value::int(height))
        .with("ColorSpace", Value::name(colours))
        .with("BitsPerComponent", Value::int(8))
}
