//! Prepares a font of the organisation, once per run: a TrueType file that may be embedded.
//!
//! It is shaped without substitutions (`GSUB`), so that every glyph on paper is one that a character maps to:
//! the glyphs to embed are then known before the first letter, and text copied from a letter is correct.

use super::characters::{Tier, required, stand_ins, writable};
use super::error::FontError;
use super::face::{Face, Program};
use super::outlines::Outlines;
use super::sfnt::{Sfnt, Tag, u16_at, u32_at, write};
use harfrust::Font;
use miniz_oxide::deflate::compress_to_vec_zlib;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Compression level; a higher one takes twice the time and saves 1 %.
const LEVEL: u8 = 6;
/// Maximum length of a PostScript name (ISO 32000-1, annex C).
const LONGEST_NAME: usize = 63;
/// Number of the PostScript name in the `name` table (ISO/IEC 14496-22, 5.2.7).
const POSTSCRIPT_NAME: u16 = 6;
/// The magic number of `head`, its fourth number.
const HEAD_MAGIC: u32 = 0x5F0F_3CF5;
/// Offset in `hhea` of the number of pairs of width and bearing.
const WIDTHS: usize = 34;
/// The version of `maxp` that fonts with TrueType outlines have.
const TRUETYPE: u32 = 0x0001_0000;

/// The tables that a PDF needs (ISO 32000-1, 9.9): outlines, widths and the programs of the hints.
const EMBEDDED: &[Tag] =
    &[*b"head", *b"hhea", *b"maxp", *b"hmtx", *b"cvt ", *b"fpgm", *b"prep", *b"loca", *b"glyf"];
/// The tables that shaping needs: kerning and the positions of accents, but no substitutions.
const SHAPED: &[Tag] = &[
    *b"head", *b"hhea", *b"maxp", *b"hmtx", *b"OS/2", *b"cmap", *b"name", *b"loca", *b"glyf", *b"GDEF",
    *b"GPOS", *b"kern",
];

/// Bits of `fsType`: what the licence allows (ISO/IEC 14496-22, 5.2.8).
mod licence {
    /// Mask of the kinds of embedding; if several are set, the least restrictive applies.
    pub const KINDS: u16 = 0x000E;
    /// The font may not be embedded.
    pub const RESTRICTED: u16 = 0x0002;
    /// Only the whole font may be embedded.
    pub const WHOLE_ONLY: u16 = 0x0100;
    /// Only bitmaps of the font may be embedded.
    pub const BITMAPS_ONLY: u16 = 0x0200;
}

/// Makes a face from a font file.
///
/// # Errors
/// The file cannot be used for letters; [`FontError`] says why.
pub(super) fn face(file: &[u8]) -> Result<Face, FontError> {
    let sfnt = Sfnt::read(file)?;
    let table = |tag: &'static str| {
        let bytes = tag.as_bytes().try_into().ok();
        bytes.and_then(|bytes| sfnt.table(bytes)).ok_or(FontError::Damaged(tag))
    };
    if sfnt.table(*b"fvar").is_some() {
        return Err(FontError::Variable);
    }
    if sfnt.table(*b"glyf").is_none() && (sfnt.table(*b"CFF ").or(sfnt.table(*b"CFF2"))).is_some() {
        return Err(FontError::Cff);
    }
    let weight = check_licence(table("OS/2")?)?;
    let long = check_head(table("head")?)?;
    let count = glyph_count(table("maxp")?, table("hhea")?, table("hmtx")?)?;
    let outlines = Outlines::read(table("loca")?, table("glyf")?, long, count)?;
    let font = Font::new(write(sfnt.present(SHAPED)), 0).ok_or(FontError::Damaged("sfnt"))?;
    let map = font.charmap();
    let glyph = |c: char| {
        let glyph = map.map_unicode(c).and_then(|glyph| u16::try_from(glyph.to_u32()).ok())?;
        let shown = glyph < count && (c.is_whitespace() || outlines.is_visible(glyph));
        (glyph > 0 && shown).then_some((c, glyph))
    };
    let characters: Vec<(char, u16)> = writable().filter_map(glyph).collect();
    let has = |c: char| characters.iter().any(|(known, _)| *known == c);
    if let Some(lacking) = required().find(|&c| !has(c) && !stand_ins(c).iter().any(|&c| has(c))) {
        return Err(FontError::Lacks(lacking));
    }
    let program = |tier| program(&sfnt, &outlines, glyphs_of(&characters, tier));
    let programs = [program(Tier::Small)?, program(Tier::Names)?, program(Tier::Full)?];
    let name = name(&font);
    Ok(Face { name, stem: stem(weight), font, substitutes: false, characters, programs })
}

/// The glyphs of a tier, with the glyph for missing characters that every font must have.
fn glyphs_of(characters: &[(char, u16)], tier: Tier) -> impl Iterator<Item = u16> {
    std::iter::once(0).chain(characters.iter().filter(move |(c, _)| tier.has(*c)).map(|(_, glyph)| *glyph))
}

/// Checks that the licence allows embedding; returns the weight (400 is regular, 700 bold).
fn check_licence(os2: &[u8]) -> Result<u16, FontError> {
    let damaged = FontError::Damaged("OS/2");
    let (weight, licence) = (u16_at(os2, 4).ok_or(damaged)?, u16_at(os2, 8).ok_or(damaged)?);
    if licence & licence::KINDS == licence::RESTRICTED || licence & licence::BITMAPS_ONLY != 0 {
        Err(FontError::MayNotEmbed)
    } else if licence & licence::WHOLE_ONLY != 0 {
        Err(FontError::MayNotSubset)
    } else {
        Ok(weight)
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

/// The font with only these glyphs and the tables that a PDF needs.
fn program(
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

/// The PostScript name, with only the characters that need no escape in a PDF.
fn name(font: &Font) -> String {
    let name = font.names().get(POSTSCRIPT_NAME.into()).and_then(|name| name.english_or_first());
    let characters = name.into_iter().flat_map(|name| name.name().chars());
    let allowed = characters.filter(|c| c.is_ascii_alphanumeric() || *c == '-');
    let name: String = allowed.take(LONGEST_NAME).collect();
    if name.is_empty() { "Lettertype".to_owned() } else { name }
}

/// The width of stems that goes with a weight (400 is regular, 700 bold), in thousandths of an em. It is
/// estimated, because no table has it and only viewers without the font use it.
fn stem(weight: u16) -> i32 {
    let weight = i32::from(weight.clamp(100, 1000));
    50 + weight * weight / (65 * 65)
}

#[cfg(test)]
mod tests;
