//! Prepares a font of the organisation, once per run: a TrueType file that may be embedded.
//!
//! It is shaped without substitutions (`GSUB`), so that every glyph on paper is one that a character maps to:
//! the glyphs to embed are then known before the first letter, and text copied from a letter is correct.

use super::characters::{Tier, required, stand_ins, writable};
use super::error::FontError;
use super::face::Face;
use super::sfnt::{Sfnt, Tag, u16_at, write};
use super::subset::{outlines, program};
use harfrust::Font;
use std::sync::OnceLock;

/// Maximum length of a PostScript name (ISO 32000-1, annex C).
const LONGEST_NAME: usize = 63;
/// Number of the PostScript name in the `name` table (ISO/IEC 14496-22, 5.2.7).
const POSTSCRIPT_NAME: u16 = 6;
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
    let outlines = outlines(&sfnt)?;
    let font = Font::new(write(sfnt.present(SHAPED)), 0).ok_or(FontError::Damaged("sfnt"))?;
    let map = font.charmap();
    let glyph = |c: char| {
        let glyph = map.map_unicode(c).and_then(|glyph| u16::try_from(glyph.to_u32()).ok())?;
        let shown = outlines.has(glyph) && (c.is_whitespace() || outlines.is_visible(glyph));
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
    Ok(Face {
        name,
        stem: stem(weight),
        font,
        substitutes: false,
        characters,
        programs,
        whole: OnceLock::new(),
    })
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
