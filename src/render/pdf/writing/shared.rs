//! What every file of letters in the same look begins with: fonts, pictures, colour profile, resources.
//!
//! They are made and compressed once, then copied: a letter takes a millisecond, its fonts would take twenty.
//! Every letter embeds the same font, so that a print stream needs it only once.

use super::file::{Beginning, File};
use super::icc::srgb;
use super::objects::Ref;
use crate::hash::Hash;
use crate::render::font::to_unicode::to_unicode;
use crate::render::font::{Face, Glyphs, Program, Tier, Weight};
use crate::render::look::Look;
use crate::render::pdf::setting::shape::{glyph_width, thousandths};
use crate::render::picture::letterhead::Letterhead;
use crate::render::picture::{Picture, Piece};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::io;

/// The name of a font in the resources of a page.
#[must_use]
pub fn resource(weight: Weight) -> &'static str {
    match weight {
        Weight::Regular => "R",
        Weight::Bold => "B",
    }
}

/// The beginning of a file, and those of its objects that a letter refers to.
pub struct SharedObjects {
    /// The header, the fonts, the pictures and the colour profile.
    pub beginning: Beginning,
    /// The resources of every page.
    pub resources: Ref,
    /// The output intent of the file.
    pub intent: Ref,
}

impl SharedObjects {
    /// Prepares the beginning.
    pub fn new(look: &Look, tier: Tier) -> Self {
        let fonts = WEIGHTS.map(|weight| {
            let face = look.fonts.face(weight);
            (face, Cow::Borrowed(face.program(tier)), look.fonts.glyphs(weight, tier))
        });
        match write_beginning(look, fonts) {
            Ok((beginning, resources, intent)) => Self { beginning, resources, intent },
            Err(_) => unreachable!("writing to memory does not fail"),
        }
    }

    /// Prepares the beginning of the file of one letter, with no glyphs but these.
    ///
    /// # Errors
    /// The font cannot be read, which was checked when it was prepared.
    pub fn exact(look: &Look, used: &Glyphs) -> io::Result<Self> {
        let [regular, bold] = WEIGHTS.map(|weight| {
            let (face, used) = (look.fonts.face(weight), &used[weight as usize]);
            let program = face.program_of(used).map_err(io::Error::other)?;
            let mut glyphs = look.fonts.glyphs(weight, Tier::Full);
            glyphs.retain(|(glyph, _)| u16::try_from(*glyph).is_ok_and(|glyph| used.contains(&glyph)));
            io::Result::Ok((face, Cow::Owned(program), glyphs))
        });
        let (beginning, resources, intent) = write_beginning(look, [regular?, bold?])?;
        Ok(Self { beginning, resources, intent })
    }
}

/// The weights in the order of their fonts in a file.
const WEIGHTS: [Weight; 2] = [Weight::Regular, Weight::Bold];

/// A font to embed: its face, the program of its glyphs, and these with the characters that they stand for.
type Embedded<'a> = (&'a Face, Cow<'a, Program>, Vec<(u32, char)>);

fn write_beginning(look: &Look, fonts: [Embedded<'_>; 2]) -> io::Result<(Beginning, Ref, Ref)> {
    let mut file = File::in_memory();
    // A comment of four bytes above 127 marks the file as binary (7.5.2).
    file.raw(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")?;
    let profile = file.reserve();
    file.stream(profile, "/N 3", &srgb())?;
    let mut names = String::new();
    for (weight, (face, program, glyphs)) in WEIGHTS.into_iter().zip(fonts) {
        let font = embed(&mut file, face, &program, &glyphs)?;
        let _ = write!(names, "/{} {font}", resource(weight));
    }
    let pictures = write_pictures(&mut file, &look.letterhead)?;
    let resources = file.reserve();
    file.object(resources, format_args!("<</Font<<{names}>>{pictures}>>"))?;
    let intent = file.reserve();
    file.object(
        intent,
        format_args!(
            "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile {profile}>>"
        ),
    )?;
    Ok((file.into_beginning()?, resources, intent))
}

/// Writes the pictures of the house style and returns their entry in the resources of a page.
fn write_pictures(file: &mut File<Vec<u8>>, letterhead: &Letterhead) -> io::Result<String> {
    let mut names = String::new();
    for (name, picture) in letterhead.drawn() {
        let _ = write!(names, "/{name} {}", write_picture(file, picture)?);
    }
    Ok(if names.is_empty() { names } else { format!("/XObject<<{names}>>") })
}

/// Writes the objects of a picture and returns the one that a page draws.
fn write_picture(file: &mut File<Vec<u8>>, picture: &Picture) -> io::Result<Ref> {
    let places: Vec<Ref> = picture.objects().iter().map(|_| file.reserve()).collect();
    let root = places.first().copied().unwrap_or(Ref(0));
    for (piece, place) in picture.objects().iter().zip(places) {
        match piece {
            Piece::Value(value) => file.object(place, format_args!("{}", value.at(root.0)))?,
            Piece::Stream(entries, data) => {
                file.stream_as_is(place, &entries.inner(root.0).to_string(), data)?;
            }
        }
    }
    Ok(root)
}

/// Writes a font (ISO 32000-1, 9.7): its glyphs are addressed by their numbers.
fn embed(
    file: &mut File<Vec<u8>>,
    face: &Face,
    embedded: &Program,
    glyphs: &[(u32, char)],
) -> io::Result<Ref> {
    let program = file.reserve();
    let entries = format!("/Filter/FlateDecode/Length1 {}", embedded.length);
    file.stream_as_is(program, &entries, &embedded.bytes)?;
    let unicode = file.reserve();
    let named = glyphs.iter().filter(|(glyph, _)| *glyph > 0);
    let table = to_unicode(2, named.map(|(glyph, c)| (*glyph, c.encode_utf16(&mut [0; 2]).to_vec())));
    file.stream(unicode, "", table.as_bytes())?;
    let name = format!("{}+{}", tag(embedded), face.name);
    let metrics = face.font.metrics();
    let scale = |value: f64| {
        // Metrics of a font are small whole numbers.
        #[allow(clippy::cast_possible_truncation)]
        thousandths(value.round() as i32, &face.font)
    };
    let line = metrics.hhea_line.as_ref();
    let descriptor = file.reserve();
    file.object(
        descriptor,
        format_args!(
            "<</Type/FontDescriptor/FontName/{name}/Flags 32/FontBBox[{} {} {} {}]/ItalicAngle 0/Ascent {}/Descent {}\
             /CapHeight {}/StemV {}/FontFile2 {program}>>",
            scale(metrics.bounds.x_min.to_f64()),
            scale(metrics.bounds.y_min.to_f64()),
            scale(metrics.bounds.x_max.to_f64()),
            scale(metrics.bounds.y_max.to_f64()),
            line.map_or(0, |line| scale(line.ascender.to_f64())),
            line.map_or(0, |line| scale(line.descender.to_f64())),
            metrics.cap_height.map_or(700, |height| scale(height.to_f64())),
            face.stem,
        ),
    )?;
    let descendant = file.reserve();
    file.object(
        descendant,
        format_args!(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)\
             /Supplement 0>>/FontDescriptor {descriptor}/CIDToGIDMap/Identity/W[{}]>>",
            widths(face, glyphs),
        ),
    )?;
    let font = file.reserve();
    file.object(
        font,
        format_args!(
            "<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant}]\
             /ToUnicode {unicode}>>"
        ),
    )?;
    Ok(font)
}

/// The six letters before the name of a font that say which subset it is (9.6.4): other glyphs have other letters, so that
/// no program that joins files takes one for the other.
fn tag(program: &Program) -> String {
    let hash = Hash::of(&program.bytes);
    hash.bytes().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// The widths of glyphs, with one list per run of successive numbers (9.7.4.3).
fn widths(face: &Face, glyphs: &[(u32, char)]) -> String {
    let mut out = String::new();
    for run in glyphs.chunk_by(|(a, _), (b, _)| a + 1 == *b) {
        let Some((first, _)) = run.first() else { continue };
        let _ = write!(out, "{first}[");
        for (glyph, _) in run {
            let _ = write!(out, "{} ", glyph_width(&face.font, *glyph));
        }
        out.truncate(out.trim_end().len());
        out.push(']');
    }
    out
}
