//! A letter in the fonts of the organisation: the same words in another file.

use super::{measure, read_back_with, squeezed};
use crate::support::letters::{long, names, one_page, paragraph};
use rtbrief::letter::document::Document;
use rtbrief::letter::huisstijl::Huisstijl;
use rtbrief::render::look::{HouseStyleFiles, Look};
use rtbrief::render::pdf::paper::outline::outline;
use rtbrief::render::pdf::{PdfError, lay_out, render};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A font of the repository, as the file of an organisation.
fn font(face: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fonts/NotoSans-{face}.ttf"));
    fs::read(path).unwrap()
}

fn own(regular: Vec<u8>, bold: Vec<u8>) -> Look {
    let files = HouseStyleFiles { fonts: Some([regular, bold]), ..HouseStyleFiles::default() };
    Look::new(&Huisstijl::default(), files).unwrap()
}

fn load(letter: &Document, look: &Look) -> lopdf::Document {
    lopdf::Document::load_mem(&render(letter, look).unwrap()).unwrap()
}

/// The embedded font programs, by the name of their font.
fn programs(file: &lopdf::Document) -> Vec<(String, Vec<u8>)> {
    let dictionaries = file.objects.values().filter_map(|object| object.as_dict().ok());
    let descriptors = dictionaries.filter(|it| it.has_type(b"FontDescriptor"));
    let mut found: Vec<(String, Vec<u8>)> = descriptors
        .map(|descriptor| {
            let name = descriptor.get(b"FontName").unwrap().as_name().unwrap();
            let program = descriptor.get(b"FontFile2").unwrap().as_reference().unwrap();
            let stream = file.get_object(program).unwrap().as_stream().unwrap();
            let bytes = stream.decompressed_content().unwrap();
            assert_eq!(
                stream.dict.get(b"Length1").unwrap().as_i64().unwrap(),
                i64::try_from(bytes.len()).unwrap()
            );
            (String::from_utf8(name.to_vec()).unwrap(), bytes)
        })
        .collect();
    found.sort_by_key(|(name, _)| name.split_once('+').map(|(_, name)| name.to_owned()));
    found
}

#[test]
fn a_letter_in_an_own_font_says_the_same_on_the_same_lines() {
    let look = own(font("Regular"), font("Bold"));
    for letter in [one_page(), long(), names()] {
        let (mine, built_in) =
            (lay_out(&letter, &look).unwrap(), lay_out(&letter, &Look::built_in()).unwrap());
        measure::all_inside(&mine);
        assert_eq!(outline(&mine), outline(&built_in));
        assert_eq!(measure::lines(&mine), measure::lines(&built_in));
        let told: Vec<String> = read_back_with(&letter, &look).iter().map(|page| squeezed(page)).collect();
        let expected: Vec<String> =
            read_back_with(&letter, &Look::built_in()).iter().map(|page| squeezed(page)).collect();
        assert_eq!(told, expected);
    }
}

#[test]
fn only_what_a_letter_needs_of_a_font_is_embedded() {
    let look = own(font("Regular"), font("Bold"));
    let [small, full] = [one_page(), names()].map(|letter| programs(&load(&letter, &look)));
    let called = |programs: &[(String, Vec<u8>)]| -> Vec<String> {
        let names = programs.iter().map(|(name, _)| name.split_once('+').unwrap());
        names
            .map(|(tag, name)| {
                assert!(tag.len() == 6 && tag.bytes().all(|letter| letter.is_ascii_uppercase()), "{tag}");
                name.to_owned()
            })
            .collect()
    };
    assert_eq!(called(&small), ["NotoSans-Bold", "NotoSans-Regular"]);
    assert_eq!(called(&small), called(&full));
    // Another set of glyphs is another font to whoever joins files.
    let tags: BTreeSet<&str> = small.iter().chain(&full).map(|(name, _)| &name[..6]).collect();
    assert_eq!(tags.len(), 4);
    for ((_, small), (_, full)) in small.iter().zip(&full) {
        assert!(small.len() < full.len() && full.len() < font("Regular").len());
    }
    let length = render(&one_page(), &look).unwrap().len();
    let built_in = render(&one_page(), &Look::built_in()).unwrap().len();
    assert!(length < built_in + built_in / 20, "{length} {built_in}");
}

#[test]
fn regular_and_bold_are_those_of_the_files() {
    let turned = own(font("Bold"), font("Regular"));
    let straight = own(font("Regular"), font("Bold"));
    let mut letter = one_page();
    letter.body = vec![paragraph("Een regel met gewone letters.")];
    let width = |look: &Look| {
        let layout = lay_out(&letter, look).unwrap();
        let widths: Vec<i64> = measure::widths(&layout, "Een regel met gewone letters.");
        widths[0]
    };
    assert!(width(&turned) > width(&straight));
}

#[test]
fn the_same_file_twice_gives_the_same_letter() {
    let letter = names();
    let [one, two] = [0, 1].map(|_| render(&letter, &own(font("Regular"), font("Bold"))).unwrap());
    assert!(one == two, "bytes differ");
}

#[test]
fn a_character_that_the_own_font_lacks_is_refused() {
    let look = own(font("Regular"), font("Bold"));
    assert_eq!(look.fonts.missing("Wang 王 Li"), Some('王'));
    let mut letter = one_page();
    letter.addressee[0].push('王');
    assert!(matches!(render(&letter, &look), Err(PdfError::MissingGlyph('王'))));
}

#[test]
fn a_file_that_is_no_font_is_refused_by_its_key() {
    let refused = |fonts| {
        let files = HouseStyleFiles { fonts: Some(fonts), ..HouseStyleFiles::default() };
        Look::new(&Huisstijl::default(), files).err().unwrap().to_string()
    };
    let no_font = b"geen lettertype".to_vec();
    assert!(
        refused([no_font.clone(), font("Bold")]).starts_with("`lettertype.gewoon`: dit is geen lettertype")
    );
    assert!(refused([font("Regular"), no_font]).starts_with("`lettertype.vet`: dit is geen lettertype"));
}
