//! The outlines of a TrueType font (ISO/IEC 14496-22, 5.3): finds which glyphs are made of others, and makes
//! subsets.
//!
//! A glyph that is left out keeps its number and loses its outline, so that the same page content serves all
//! tiers.

use super::error::FontError;
use super::sfnt::{u16_at, u32_at};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Maximum nesting depth of composite glyphs; real fonts stay far below it.
const DEEPEST: usize = 16;

/// Flags of a part of a composite glyph (5.3.3.1).
mod flag {
    pub const WORDS: u16 = 0x0001;
    pub const SCALE: u16 = 0x0008;
    pub const MORE: u16 = 0x0020;
    pub const TWO_SCALES: u16 = 0x0040;
    pub const MATRIX: u16 = 0x0080;
}

/// The outlines by glyph number.
pub(super) struct Outlines<'a> {
    glyphs: Vec<&'a [u8]>,
}

impl<'a> Outlines<'a> {
    /// Finds the outlines of `count` glyphs; `long` says whether `loca` has its long form.
    ///
    /// # Errors
    /// `loca` is too short, or an outline lies outside `glyf`.
    pub(super) fn read(loca: &[u8], glyf: &'a [u8], long: bool, count: u16) -> Result<Self, FontError> {
        let offset = |index: usize| {
            if long {
                u32_at(loca, index * 4).and_then(|offset| usize::try_from(offset).ok())
            } else {
                u16_at(loca, index * 2).map(|half| usize::from(half) * 2)
            }
        };
        let glyph = |index: usize| glyf.get(offset(index)?..offset(index + 1)?);
        let glyphs = (0..usize::from(count)).map(glyph).collect::<Option<_>>();
        Ok(Self { glyphs: glyphs.ok_or(FontError::Damaged("loca"))? })
    }

    /// Whether there is a glyph of this number.
    pub(super) fn has(&self, glyph: u16) -> bool {
        usize::from(glyph) < self.glyphs.len()
    }

    /// Whether a glyph draws anything.
    pub(super) fn is_visible(&self, glyph: u16) -> bool {
        self.glyphs.get(usize::from(glyph)).is_some_and(|outline| !outline.is_empty())
    }

    /// These glyphs and all glyphs that they are made of.
    ///
    /// # Errors
    /// An outline is truncated, refers to a missing glyph, or contains itself.
    pub(super) fn closure(&self, glyphs: impl IntoIterator<Item = u16>) -> Result<BTreeSet<u16>, FontError> {
        let mut found = BTreeMap::new();
        let mut waiting: Vec<u16> = glyphs.into_iter().collect();
        while let Some(glyph) = waiting.pop() {
            if let Entry::Vacant(place) = found.entry(glyph) {
                let parts = self.parts(glyph).ok_or(FontError::Damaged("glyf"))?;
                waiting.extend(&parts);
                place.insert(parts);
            }
        }
        let all = found.keys().copied().collect();
        for _ in 0..=DEEPEST {
            let whole = |parts: &Vec<u16>| parts.iter().all(|part| !found.contains_key(part));
            let done: Vec<u16> =
                found.iter().filter(|(_, parts)| whole(parts)).map(|(glyph, _)| *glyph).collect();
            for glyph in done {
                found.remove(&glyph);
            }
        }
        if found.is_empty() { Ok(all) } else { Err(FontError::Damaged("glyf")) }
    }

    /// The glyphs that a glyph is made of; `None` when its outline is truncated or the glyph does not exist.
    fn parts(&self, glyph: u16) -> Option<Vec<u16>> {
        let outline = *self.glyphs.get(usize::from(glyph))?;
        let mut parts = Vec::new();
        if outline.is_empty() {
            return Some(parts);
        }
        let contours = u16_at(outline, 0)?;
        // The bounds follow; a negative number of contours means a composite glyph.
        outline.get(..10)?;
        let mut at = 10;
        let mut more = contours >= 0x8000;
        while more {
            let flags = u16_at(outline, at)?;
            parts.push(u16_at(outline, at + 2)?);
            at += if flags & flag::WORDS == 0 { 6 } else { 8 };
            at += match flags {
                _ if flags & flag::SCALE != 0 => 2,
                _ if flags & flag::TWO_SCALES != 0 => 4,
                _ if flags & flag::MATRIX != 0 => 8,
                _ => 0,
            };
            outline.get(..at)?;
            more = flags & flag::MORE != 0;
        }
        Some(parts)
    }

    /// `loca` in its long form and `glyf` with the outlines of these glyphs only.
    pub(super) fn only(&self, kept: &BTreeSet<u16>) -> (Vec<u8>, Vec<u8>) {
        let mut loca = Vec::with_capacity(self.glyphs.len() * 4 + 4);
        let mut glyf: Vec<u8> = Vec::new();
        let mut mark = |glyf: &[u8]| loca.extend(u32::try_from(glyf.len()).unwrap_or(u32::MAX).to_be_bytes());
        mark(&glyf);
        for (glyph, outline) in (0..=u16::MAX).zip(&self.glyphs) {
            if kept.contains(&glyph) {
                glyf.extend_from_slice(outline);
                glyf.resize(glyf.len().next_multiple_of(4), 0);
            }
            mark(&glyf);
        }
        (loca, glyf)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Five glyphs: empty, simple, made of 1, made of 2 (two scales) and 1 (words), made of itself.
    fn outlines() -> (Vec<u8>, Vec<u8>) {
        let bounds = [0; 8];
        let simple = [&[0, 1][..], &bounds, &[0, 0]].concat();
        let of_one = [&[0xFF, 0xFF][..], &bounds, &[0, 0, 0, 1, 0, 0]].concat();
        let of_two =
            [&[0xFF, 0xFF][..], &bounds, &[0, 0x60, 0, 2, 0, 0, 1, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 0]].concat();
        let of_itself = [&[0xFF, 0xFF][..], &bounds, &[0, 0, 0, 4, 0, 0]].concat();
        let mut loca = vec![0, 0];
        let mut glyf = Vec::new();
        for glyph in [vec![], simple, of_one, of_two, of_itself] {
            glyf.extend(glyph);
            loca.extend(u16::try_from(glyf.len() / 2).unwrap().to_be_bytes());
        }
        (loca, glyf)
    }

    #[test]
    fn the_closure_of_a_glyph_has_all_glyphs_that_it_is_made_of() {
        let (loca, glyf) = outlines();
        let outlines = Outlines::read(&loca, &glyf, false, 5).unwrap();
        assert_eq!(outlines.closure([3]).unwrap(), [1, 2, 3].into());
        assert_eq!(outlines.closure([0, 2]).unwrap(), [0, 1, 2].into());
        assert_eq!(outlines.closure([4]), Err(FontError::Damaged("glyf")));
        assert_eq!(outlines.closure([5]), Err(FontError::Damaged("glyf")));
        assert!(!outlines.is_visible(0) && outlines.is_visible(1) && !outlines.is_visible(5));
    }

    #[test]
    fn a_glyph_that_is_left_out_keeps_its_number() {
        let (loca, glyf) = outlines();
        let outlines = Outlines::read(&loca, &glyf, false, 5).unwrap();
        let (loca, glyf) = outlines.only(&[1, 2].into());
        let again = Outlines::read(&loca, &glyf, true, 5).unwrap();
        assert_eq!([0, 1, 2, 3, 4].map(|glyph| again.is_visible(glyph)), [false, true, true, false, false]);
        assert_eq!(again.closure([2]).unwrap(), [1, 2].into());
    }

    #[test]
    fn outlines_that_are_cut_short_are_refused() {
        let (loca, glyf) = outlines();
        assert!(Outlines::read(&loca, &glyf, false, 6).is_err());
        assert!(Outlines::read(&loca, &glyf[..glyf.len() - 2], false, 5).is_err());
        for length in [2, 10, 12, 14] {
            let end = u32::try_from(length).unwrap().to_be_bytes();
            let loca = [[0; 4], end].concat();
            let composite = &outlines().1[12..];
            let cut = Outlines::read(&loca, composite, true, 1).unwrap();
            assert_eq!(cut.closure([0]), Err(FontError::Damaged("glyf")), "{length}");
        }
    }
}
