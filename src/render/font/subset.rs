//! Makes subsets of a TrueType font: the outlines of some glyphs, under their own numbers.
//!
//! Subsets serve the tiers of an organisation's font and the file of a letter that needs the largest tier for one name.

use super::error::FontError;
use super::outlines::Outlines;
use super::sfnt::{Sfnt, Tag, u16_at, u32_at, write};
use miniz_oxide::deflate::compress_to_vec_zlib;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Compression level; a higher one takes twice the time and saves 1 %.
const LEVEL: u8 = 6;
/// The magic number of `head`, its fourth number.
const HEAD_MAGIC: u32 = 0x5F0F_3CF5;
/// Offset in `hhea` of the number of pairs of width and bearing.
const WIDTHS: usize = 34;
/// The version of `maxp` that fonts with TrueType outlines have.
const TRUETYPE: u32 = 0x0001_0000;

/// The tables that a PDF needs (ISO 32000-1, 9.9): outlines, widths and the programs of the hints.
pub(super) const EMBEDDED: &[Tag] =
    &[*b"head", *b"hhea", *b"maxp", *b"hmtx", *b"cvt ", *b"fpgm", *b"prep", *b"loca", *b"glyf"];

/// A TrueType font with only the tables that a PDF needs.
#[derive(Clone)]
pub(crate) struct Program {
    /// The font, compressed as a zlib stream.
    pub(crate) bytes: Cow<'static, [u8]>,
    /// Length before compression, in bytes.
    pub(crate) length: usize,
}

/// The program of these glyphs of a font that has the tables of a program already.
///
/// # Errors
/// A table is missing or damaged.
pub(super) fn subset(file: &[u8], glyphs: &BTreeSet<u16>) -> Result<Program, FontError> {
    let sfnt = Sfnt::read(file)?;
    let outlines = outlines(&sfnt)?;
    program(&sfnt, &outlines, std::iter::once(0).chain(glyphs.iter().copied()))
}

/// The outlines of a font; checks the tables that they depend on.
///
/// # Errors
/// A table is missing or damaged.
pub(super) fn outlines<'a>(sfnt: &Sfnt<'a>) -> Result<Outlines<'a>, FontError> {
    let table = |tag: &'static str| {
        let bytes = tag.as_bytes().try_into().ok();
        bytes.and_then(|bytes| sfnt.table(bytes)).ok_or(FontError::Damaged(tag))
    };
    let long = check_head(table("head")?)?;
    let count = glyph_count(table("maxp")?, table("hhea")?, table("hmtx")?)?;
    Outlines::read(table("loca")?, table("glyf")?, long, count)
}

/// The font with only these glyphs and the tables that a PDF needs.
pub(super) fn program(
    sfnt: &Sfnt,
    outlines: &Outlines,
    glyphs: impl Iterator<Item = u16>,
) -> Result<Program, FontError> {
    let kept = outlines.closure(glyphs)?;
    let (loca, glyf) = outlines.only(&kept);
    let mut tables = sfnt.present(EMBEDDED);
    if let Some(hmtx) = tables.get_mut(b"hmtx") {
        let pairs = sfnt.table(*b"hhea").and_then(|hhea| u16_at(hhea, WIDTHS)).unwrap_or_default();
        clear_widths(hmtx.to_mut(), pairs, &kept);
    }
    tables.insert(*b"loca", Cow::Owned(loca));
    tables.insert(*b"glyf", Cow::Owned(glyf));
    if let Some(form) = tables.get_mut(b"head").and_then(|head| head.to_mut().get_mut(50..52)) {
        // Says that `loca` has its long form, as `Outlines::only` writes it.
        form.copy_from_slice(&[0, 1]);
    }
    let font = write(tables);
    Ok(Program { length: font.len(), bytes: Cow::Owned(compress_to_vec_zlib(&font, LEVEL)) })
}

/// Sets the widths of the glyphs that are left out to zero, which compresses well. The last pair of width and
/// bearing also applies to every glyph after it, so it is kept.
fn clear_widths(hmtx: &mut [u8], pairs: u16, kept: &BTreeSet<u16>) {
    for (glyph, pair) in (0..pairs.saturating_sub(1)).zip(hmtx.chunks_exact_mut(4)) {
        if !kept.contains(&glyph) {
            pair.fill(0);
        }
    }
}

/// Checks the header; returns whether `loca` has its long form.
fn check_head(head: &[u8]) -> Result<bool, FontError> {
    let units = u16_at(head, 18).filter(|units| (16..=16_384).contains(units));
    match (u32_at(head, 12), units, u16_at(head, 50), head.get(..54)) {
        (Some(HEAD_MAGIC), Some(_), Some(form @ 0..=1), Some(_)) => Ok(form == 1),
        _ => Err(FontError::Damaged("head")),
    }
}

/// The number of glyphs; checks that each has a width.
fn glyph_count(maxp: &[u8], hhea: &[u8], hmtx: &[u8]) -> Result<u16, FontError> {
    let truetype = u32_at(maxp, 0) == Some(TRUETYPE) && maxp.len() >= 32;
    let count = u16_at(maxp, 4).filter(|&count| truetype && count > 0).ok_or(FontError::Damaged("maxp"))?;
    let widths = u16_at(hhea, WIDTHS)
        .filter(|widths| (1..=count).contains(widths))
        .ok_or(FontError::Damaged("hhea"))?;
    let needed = 4 * usize::from(widths) + 2 * usize::from(count - widths);
    if hmtx.len() < needed { Err(FontError::Damaged("hmtx")) } else { Ok(count) }
}
