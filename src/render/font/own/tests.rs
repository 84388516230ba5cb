//! Fonts of the organisation: what a letter gets from them, which are refused, and that no file crashes the
//! program.

use super::*;
use crate::render::font::characters::writable;
use crate::render::font::outlines::Outlines;
use crate::render::font::subset::EMBEDDED;
use crate::render::font::{Fonts, Weight, built_in};
use crate::render::pdf::setting::shape::{glyph_width, shape};
use miniz_oxide::inflate::decompress_to_vec_zlib;
use std::borrow::Cow;

const NOTO: &[u8] = include_bytes!("../../../../fonts/NotoSans-Regular.ttf");

/// The font with one table changed, or without that table when `change` returns `None`.
fn changed(tag: Tag, change: impl Fn(Vec<u8>) -> Option<Vec<u8>>) -> Vec<u8> {
    let sfnt = Sfnt::read(NOTO).unwrap();
    let mut tables = sfnt.present(&[SHAPED, EMBEDDED].concat());
    let before = tables.remove(&tag).unwrap_or_default().into_owned();
    if let Some(after) = change(before) {
        tables.insert(tag, Cow::Owned(after));
    }
    write(tables)
}

fn with_bytes(tag: Tag, at: usize, bytes: &[u8]) -> Vec<u8> {
    changed(tag, |mut table| {
        table[at..at + bytes.len()].copy_from_slice(bytes);
        Some(table)
    })
}

fn refusal(file: &[u8]) -> Option<FontError> {
    face(file).err()
}

/// The font without these characters: they map to the glyph for missing characters.
fn without(characters: &[char]) -> Vec<u8> {
    let known = Font::new(NOTO, 0).unwrap();
    let codes: Vec<(u32, u16)> = writable()
        .filter(|c| !characters.contains(c))
        .filter_map(|c| Some((c.into(), u16::try_from(known.charmap().map_unicode(c)?.to_u32()).ok()?)))
        .collect();
    // A map of form 12 with a group for each character (ISO/IEC 14496-22, 5.2.1).
    let length = u32::try_from(16 + codes.len() * 12).unwrap();
    let mut cmap = vec![0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0];
    for number in [length, 0, u32::try_from(codes.len()).unwrap()] {
        cmap.extend(number.to_be_bytes());
    }
    for (code, glyph) in codes {
        for number in [code, code, u32::from(glyph)] {
            cmap.extend(number.to_be_bytes());
        }
    }
    changed(*b"cmap", |_| Some(cmap.clone()))
}

#[test]
fn an_embedded_font_has_only_the_tables_and_glyphs_that_its_tier_needs() {
    let face = face(NOTO).unwrap();
    assert_eq!((face.name.as_str(), face.stem), ("NotoSans-Regular", 87));
    let whole = Font::new(NOTO, 0).unwrap();
    let lengths = Tier::ALL.map(|tier| {
        let program = face.program(tier);
        let bytes = decompress_to_vec_zlib(&program.bytes).unwrap();
        assert_eq!(bytes.len(), program.length);
        let sfnt = Sfnt::read(&bytes).unwrap();
        for absent in [b"GSUB", b"GPOS", b"name", b"cmap", b"OS/2"] {
            assert!(sfnt.table(*absent).is_none());
        }
        let table = |tag: &Tag| sfnt.table(*tag).unwrap();
        let outlines = Outlines::read(table(b"loca"), table(b"glyf"), true, 1498).unwrap();
        for (c, glyph) in &face.characters {
            assert_eq!(u32::from(*glyph), whole.charmap().map_unicode(*c).unwrap().to_u32());
            assert!(!tier.has(*c) || c.is_whitespace() || outlines.is_visible(*glyph), "{c}");
            outlines.closure([*glyph]).unwrap();
        }
        let embedded = Font::new(bytes.clone(), 0).unwrap();
        for (c, glyph) in face.characters.iter().filter(|(c, _)| tier.has(*c)) {
            let width = |font| glyph_width(font, u32::from(*glyph));
            assert_eq!(width(&embedded), width(&whole), "{c}");
        }
        for (c, least) in [('Ж', Tier::Small), ('ễ', Tier::Names), ('λ', Tier::Full)] {
            assert_eq!(outlines.is_visible(face.glyph(c).unwrap()), tier >= least, "{c}");
        }
        program.bytes.len()
    });
    assert!(lengths[0] * 2 < lengths[1] && lengths[1] < lengths[2] && lengths[2] < 80_000, "{lengths:?}");
}

#[test]
fn fonts_of_another_kind_are_refused() {
    let begun = |start: &[u8]| [start, &NOTO[start.len()..]].concat();
    assert_eq!(refusal(b"Dit is een brief."), Some(FontError::NoFont));
    assert_eq!(refusal(b""), Some(FontError::NoFont));
    assert_eq!(refusal(&begun(b"OTTO")), Some(FontError::Cff));
    assert_eq!(refusal(&begun(b"ttcf")), Some(FontError::Collection));
    assert_eq!(refusal(&begun(b"wOF2")), Some(FontError::Web));
    assert_eq!(refusal(&changed(*b"fvar", |_| Some(vec![0; 16]))), Some(FontError::Variable));
    assert_eq!(refusal(&changed(*b"glyf", |_| None)), Some(FontError::Damaged("glyf")));
}

#[test]
fn a_font_whose_licence_forbids_embedding_is_refused() {
    for (licence, expected) in [
        (0x0000, None),
        (0x0002, Some(FontError::MayNotEmbed)),
        (0x0004, None),
        (0x0006, None),
        (0x0008, None),
        (0x0100, Some(FontError::MayNotSubset)),
        (0x0102, Some(FontError::MayNotEmbed)),
        (0x0208, Some(FontError::MayNotEmbed)),
    ] {
        let font = with_bytes(*b"OS/2", 8, &u16::to_be_bytes(licence));
        assert_eq!(refusal(&font), expected, "{licence:04x}");
    }
    assert_eq!(refusal(&changed(*b"OS/2", |_| None)), Some(FontError::Damaged("OS/2")));
}

#[test]
fn tables_that_contradict_each_other_are_refused() {
    for (tag, at, bytes) in [
        ("head", 12, &[0][..]),
        ("head", 18, &[0, 0]),
        ("head", 51, &[2]),
        ("maxp", 4, &[0, 0]),
        ("maxp", 0, &[0, 0, 0x50, 0]),
        ("hhea", 34, &[0, 0]),
        ("hhea", 34, &[0xFF, 0xFF]),
    ] {
        let font = with_bytes(tag.as_bytes().try_into().unwrap(), at, bytes);
        assert_eq!(refusal(&font), Some(FontError::Damaged(tag)), "{tag} {at}");
    }
    for tag in ["head", "hhea", "maxp", "hmtx", "loca"] {
        let short = changed(tag.as_bytes().try_into().unwrap(), |mut table| {
            table.truncate(30);
            Some(table)
        });
        assert_eq!(refusal(&short), Some(FontError::Damaged(tag)), "{tag}");
    }
}

#[test]
fn a_font_without_a_character_that_letters_need_is_refused() {
    assert_eq!(refusal(&without(&['7'])), Some(FontError::Lacks('7')));
    assert_eq!(refusal(&without(&['ë', 'ï'])), Some(FontError::Lacks('ë')));
    assert_eq!(refusal(&without(&['\u{2011}', '\u{2010}', 'Ѫ'])), None);
    // Every letter has a line in Ukrainian and in Russian.
    assert_eq!(refusal(&without(&['Ж'])), Some(FontError::Lacks('Ж')));
    let message = FontError::Lacks('ë').to_string();
    assert_eq!(message, "het lettertype heeft het teken U+00EB niet, dat in brieven voorkomt");
}

#[test]
fn a_character_with_an_empty_outline_is_missing() {
    let blank = changed(*b"loca", |mut loca| {
        // The map leads 'Ѣ' to a glyph; its outline is made empty.
        let glyph = usize::from(face(NOTO).unwrap().glyph('Ѣ').unwrap());
        let end: [u8; 2] = loca[glyph * 2 + 2..glyph * 2 + 4].try_into().unwrap();
        loca[glyph * 2..glyph * 2 + 2].copy_from_slice(&end);
        Some(loca)
    });
    let fonts = Fonts::own(&[blank, NOTO.to_vec()]).unwrap();
    assert_eq!(fonts.missing("Ѣеня"), Some('Ѣ'));
    assert_eq!(fonts.missing("еня ë"), None);
}

#[test]
fn a_substitute_is_drawn_and_the_text_keeps_the_original_character() {
    let file = without(&['\u{A0}', '\u{AD}', '\u{2010}', '\u{2011}']);
    let fonts = Fonts::own(&[file, NOTO.to_vec()]).unwrap();
    assert_eq!(fonts.missing("66b\u{2011}1\u{A0}lid"), None);
    let word = |text| shape(&fonts, Weight::Regular, text);
    for (text, like) in [("66b\u{2011}1", "66b-1"), ("4\u{A0}mei", "4 mei"), ("\u{AD}", "-")] {
        let (drawn, plain) = (word(text), word(like));
        assert_eq!((&drawn.shows, drawn.advance), (&plain.shows, plain.advance), "{text:?}");
        assert!(drawn.unclear && &*drawn.text == text && !plain.unclear, "{text:?}");
    }
}

#[test]
fn a_character_of_a_script_that_the_layout_cannot_set_is_missing() {
    let fonts = Fonts::own(&[NOTO.to_vec(), NOTO.to_vec()]).unwrap();
    for (text, missing) in [("שלום", Some('ש')), ("Łukasz", None), ("\u{202E}x", Some('\u{202E}'))] {
        assert_eq!(fonts.missing(text), missing);
    }
}

#[test]
fn a_postscript_name_has_only_characters_that_need_no_escape() {
    let name = changed(*b"name", |_| None);
    assert_eq!(face(&name).unwrap().name, "Lettertype");
    let names = changed(*b"name", |table| {
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        let (from, to) = (utf16("NotoSans-Regular"), utf16("Noto/()<> s-Regu"));
        let places: Vec<usize> = (0..table.len()).filter(|&at| table[at..].starts_with(&from)).collect();
        let mut table = table;
        for at in places {
            table[at..at + to.len()].copy_from_slice(&to);
        }
        Some(table)
    });
    assert_eq!(face(&names).unwrap().name, "Notos-Regu");
}

/// Pseudo-random numbers, the same on every run.
fn dice(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    }
}

/// Every file is a font or is refused; with a font that is accepted, words can be shaped and embedded.
#[test]
fn no_font_file_crashes_the_program() {
    let sfnt = Sfnt::read(NOTO).unwrap();
    let tables = sfnt.present(&[SHAPED, EMBEDDED].concat());
    let tags: Vec<Tag> = tables.keys().copied().collect();
    let mut roll = dice(20_261_120);
    let mut accepted = 0;
    for round in 0..100 {
        let mut tables = tables.clone();
        let table = tables.get_mut(&tags[roll(tags.len())]).unwrap().to_mut();
        for _ in 0..=roll(6) {
            let at = roll(table.len().min(if round % 2 == 0 { 64 } else { usize::MAX }));
            table[at] = u8::try_from(roll(256)).unwrap();
        }
        if round % 5 == 0 {
            table.truncate(roll(table.len()));
        }
        let mut file = write(tables);
        if round % 7 == 0 {
            file.truncate(roll(file.len()));
        }
        let Ok(face) = face(&file) else { continue };
        accepted += 1;
        let [_, bold] = built_in::faces();
        let fonts = Fonts::with_faces([face, bold]);
        for word in ["Weigeringsbesluit", "AVATAR", "Nguyễn", "Х\u{301}", "Їжа", "4\u{A0}mei", "\u{AD}", " "]
        {
            if fonts.missing(word).is_none() {
                assert_eq!(&*shape(&fonts, Weight::Regular, word).text, word);
            }
        }
    }
    assert!((25..100).contains(&accepted), "{accepted}");
}
