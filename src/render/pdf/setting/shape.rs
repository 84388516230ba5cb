//! Turns a word into glyphs with kerning and placed accents, ready for a `TJ` operator.
//!
//! Letters share most of their words, so every thread keeps the words that it has shaped: shaping them again
//! would cost more than the rest of the layout.

use crate::kept::Kept;
use crate::render::font::{Fonts, Weight};
use crate::render::length::{Length, em};
use harfrust::{Buffer, Direction, Feature, Font, GlyphId, Script, ShapeOptions, ShapePlan, ShaperFont, Tag};
use std::cell::RefCell;
use std::rc::Rc;
use unicode_normalization::char::is_combining_mark;

/// A step in showing a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Show {
    /// Glyph numbers, two bytes each.
    Glyphs(Vec<u8>),
    /// Go back by thousandths of an em, as in a `TJ` array.
    Back(i32),
    /// Raise what follows to this height above the baseline, in thousandths of an em.
    Rise(i32),
}

/// A shaped word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The steps that show it.
    pub shows: Vec<Show>,
    /// How far it moves the pen, in thousandths of an em.
    pub advance: i64,
    /// Its text.
    pub text: Box<str>,
    /// Whether its glyphs alone do not determine its text, so that the text must be written beside them.
    pub unclear: bool,
}

impl Word {
    /// Whether it is the space between words.
    #[must_use]
    pub fn is_space(&self) -> bool {
        &*self.text == " "
    }

    /// Its width at a size.
    #[must_use]
    pub fn width(&self, size: Length) -> Length {
        em(self.advance, size)
    }
}

/// How many words a thread keeps (about 2 MB).
const ROOM: usize = 3_000;

struct Cache {
    fonts: usize,
    words: Kept<Weight, Rc<Word>>,
    /// How to shape text of a weight; a few, by their direction and script.
    plans: [Vec<ShapePlan>; 2],
}

impl Cache {
    fn of(fonts: usize) -> Self {
        Self { fonts, words: Kept::new(ROOM), plans: [Vec::new(), Vec::new()] }
    }
}

thread_local! {
    static CACHE: RefCell<Cache> = RefCell::new(Cache::of(0));
}

/// Shapes a word: text without spaces, or one space.
#[must_use]
pub fn shape(fonts: &Fonts, weight: Weight, text: &str) -> Rc<Word> {
    CACHE.with_borrow_mut(|cache| {
        if cache.fonts != fonts.serial {
            *cache = Cache::of(fonts.serial);
        }
        let asked = (weight, text);
        if let Some(word) = cache.words.get(&asked, |known, word| *known == weight && *word.text == *text) {
            return word;
        }
        let word = Rc::new(shape_anew(fonts, weight, text, &mut cache.plans[weight as usize]));
        cache.words.insert(&asked, weight, Rc::clone(&word));
        word
    })
}

/// Maximum movement of the pen, in thousandths of an em; no sensible font moves it farther.
const FARTHEST: i64 = 1_000_000;

/// Converts font units to thousandths of an em, rounded.
pub(crate) fn thousandths(value: i32, font: &Font) -> i32 {
    let units = i64::from(font.units_per_em()).max(1);
    let value = (i64::from(value) * 2000 + units).div_euclid(2 * units);
    i32::try_from(value.clamp(-FARTHEST, FARTHEST)).unwrap_or_default()
}

/// The width of a glyph as the PDF gives it, in thousandths of an em.
pub(crate) fn glyph_width(font: &Font, glyph: u32) -> i32 {
    thousandths(ShaperFont::new(font).glyph_h_advance(GlyphId::new(glyph)), font)
}

fn shape_anew(fonts: &Fonts, weight: Weight, text: &str, plans: &mut Vec<ShapePlan>) -> Word {
    let face = fonts.face(weight);
    if text == "\u{AD}" {
        // A shaper hides soft hyphens; this one stands at the end of a line and must be visible.
        return hyphen(fonts, weight);
    }
    let shaper = ShaperFont::new(&face.font);
    let mut buffer = Buffer::new();
    for c in text.chars() {
        buffer.push_str(face.drawn(c).unwrap_or(c).encode_utf8(&mut [0; 4]));
    }
    buffer.guess_segment_properties();
    if buffer.direction() == Direction::Invalid {
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(Script::COMMON));
    }
    let features = [b"liga", b"clig"].map(|tag| Feature::new(Tag::new(tag), 0, ..));
    let options = ShapeOptions::new().features(&features);
    let plan = plan(plans, &face.font, &buffer, &features);
    if harfrust::shape(&shaper, &mut buffer, options.plan(plan)).is_err() {
        return Word { shows: Vec::new(), advance: 0, text: text.into(), unclear: true };
    }
    let mut steps = Steps::default();
    let glyphs = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
    for (info, position) in glyphs {
        let [dx, dy, advance] = [position.x_offset, position.y_offset, position.x_advance]
            .map(|value| thousandths(value, &face.font));
        let width = glyph_width(&face.font, info.glyph_id);
        steps.glyph(info.glyph_id, width, [dx, dy, advance]);
    }
    let told: String = buffer.glyph_infos().iter().map(|info| fonts.says(weight, info.glyph_id)).collect();
    // A raised accent is a separate step; without the text beside it, a program that extracts text would find
    // a gap.
    let raised = steps.shows.iter().any(|show| matches!(show, Show::Rise(_)));
    steps.finish(text, raised || told != text)
}

/// The plan for shaping this text, made where there is none yet.
fn plan<'a>(
    plans: &'a mut Vec<ShapePlan>,
    font: &Font,
    buffer: &Buffer,
    features: &[Feature],
) -> Option<&'a ShapePlan> {
    let (direction, script) = (buffer.direction(), buffer.script());
    let is_known = |plan: &ShapePlan| plan.direction() == direction && plan.script() == script;
    let place = plans.iter().position(is_known).unwrap_or_else(|| {
        plans.push(ShapePlan::new(font, direction, script, None, features));
        plans.len() - 1
    });
    plans.get(place)
}

fn hyphen(fonts: &Fonts, weight: Weight) -> Word {
    let mut steps = Steps::default();
    let face = fonts.face(weight);
    let Some(glyph) = face.drawn('\u{AD}').and_then(|c| face.glyph(c)).map(u32::from) else {
        return steps.finish("\u{AD}", true);
    };
    let width = glyph_width(&face.font, glyph);
    steps.glyph(glyph, width, [0, 0, width]);
    steps.finish("\u{AD}", fonts.says(weight, glyph) != '\u{AD}')
}

/// Collects glyphs into the steps of a word.
#[derive(Default)]
struct Steps {
    shows: Vec<Show>,
    advance: i64,
    rise: i32,
}

impl Steps {
    fn glyph(&mut self, id: u32, width: i32, [dx, dy, advance]: [i32; 3]) {
        if dy != self.rise {
            self.shows.push(Show::Rise(dy));
            self.rise = dy;
        }
        self.back(-dx);
        // Glyph numbers of TrueType fonts have two bytes.
        let bytes = u16::try_from(id).unwrap_or(0).to_be_bytes();
        match self.shows.last_mut() {
            Some(Show::Glyphs(glyphs)) => glyphs.extend(bytes),
            _ => self.shows.push(Show::Glyphs(bytes.to_vec())),
        }
        self.back(width + dx - advance);
        self.advance += i64::from(advance);
    }

    fn back(&mut self, distance: i32) {
        match self.shows.last_mut() {
            _ if distance == 0 => {}
            Some(Show::Back(sum)) => *sum = sum.saturating_add(distance),
            _ => self.shows.push(Show::Back(distance)),
        }
    }

    fn finish(mut self, text: &str, unclear: bool) -> Word {
        if self.rise != 0 {
            self.shows.push(Show::Rise(0));
        }
        Word { shows: self.shows, advance: self.advance, text: text.into(), unclear }
    }
}

/// The places in a word where it may be cut if it is longer than a line: before every character, except
/// before the first one and before a combining accent.
pub fn cuts(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.char_indices().skip(1).filter(|&(_, c)| !is_combining_mark(c)).map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kerning_makes_words_narrower_than_their_letters() {
        let fonts = Fonts::built_in();
        let width = |text: &str| shape(&fonts, Weight::Regular, text).advance;
        assert!(width("AVATAR") < "AVATAR".chars().map(|c| width(&c.to_string())).sum());
        assert_eq!(width(" "), 260);
    }

    #[test]
    fn words_say_their_text_even_when_accents_are_placed() {
        let fonts = Fonts::built_in();
        for text in ["Nguyễn", "Їжакевич", "office", "artikel", "\u{2011}"] {
            assert!(!shape(&fonts, Weight::Bold, text).unclear, "{text}");
        }
        // No composed form of this stressed letter exists: its accent is placed on it.
        let word = shape(&fonts, Weight::Regular, "Х\u{301}");
        assert!(word.unclear);
        assert_eq!(&*word.text, "Х\u{301}");
        assert_eq!(word.advance, shape(&fonts, Weight::Regular, "Х").advance);
    }

    #[test]
    fn no_glyph_is_notdef() {
        let word = shape(&Fonts::built_in(), Weight::Regular, "Weigeringsbesluit");
        for show in &word.shows {
            if let Show::Glyphs(bytes) = show {
                assert!(bytes.chunks(2).all(|pair| pair != [0, 0]));
            }
        }
    }
}
