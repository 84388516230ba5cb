//! Logos and stationery in letters: they are in the file once, described for whoever does not see them, and refused if
//! an archive could not keep them.

mod refused;

use crate::pdf::measure;
use crate::support::letters::{crowded, long, names, one_page};
use crate::support::pictures::{SVG, Stationery, all_pngs, concept, logo, png, stationery};
use lopdf::{Dictionary, Object};
use png::{BitDepth, ColorType};
use rtbrief::letter::Organisation;
use rtbrief::render::a4::Area;
use rtbrief::render::font::Tier;
use rtbrief::render::length::mm;
use rtbrief::render::look::{HouseStyleFiles, Look};
use rtbrief::render::pdf::paper::mark::Mark;
use rtbrief::render::pdf::paper::outline::outline;
use rtbrief::render::pdf::writing::assembly::Assembly;
use rtbrief::render::pdf::writing::letter_content::LetterContent;
use rtbrief::render::pdf::writing::metadata::About;
use rtbrief::render::pdf::writing::shared::SharedObjects;
use rtbrief::render::pdf::{lay_out, render};
use rtbrief::render::picture::Picture;
use rtbrief::render::picture::letterhead::Letterhead;

fn images(bytes: &[u8]) -> Vec<Dictionary> {
    let file = lopdf::Document::load_mem(bytes).unwrap();
    let streams = file.objects.into_values().filter_map(|object| match object {
        Object::Stream(stream) => Some(stream.dict),
        _ => None,
    });
    streams.filter(|it| it.get(b"Subtype").is_ok_and(|kind| kind.as_name().ok() == Some(b"Image"))).collect()
}

#[test]
fn a_logo_is_a_figure_before_everything_else() {
    let look = logo(SVG.as_bytes(), 120);
    let layout = lay_out(&one_page(), &look).unwrap();
    let structure = outline(&layout);
    let lines: Vec<&str> = structure.lines().collect();
    assert_eq!(lines[..2], ["Document", "  Figure [1] \"Logo van Immigratie- en Naturalisatiedienst\""]);
    assert!(structure.contains("  P [1] \"Immigratie- en Naturalisatiedienst\""), "{structure}");
    let found = lopdf::Document::load_mem(&render(&one_page(), &look).unwrap()).unwrap();
    let figure = found.objects.values().filter_map(|it| it.as_dict().ok()).find(|it| it.has(b"Alt")).unwrap();
    let attributes = figure.get(b"A").unwrap().as_dict().unwrap();
    assert_eq!(attributes.get(b"BBox").unwrap().as_array().unwrap().len(), 4);
}

#[test]
fn a_logo_keeps_its_proportions_and_its_place() {
    for (bytes, height) in [(SVG.as_bytes().to_vec(), 120), (png(ColorType::Rgb, BitDepth::Eight), 250)] {
        let letterhead = Letterhead::default().with_logo(&bytes, height).unwrap();
        let area = letterhead.logo().unwrap().area;
        assert!((area.width - 3 * area.height).abs() < 10, "{area:?}");
    }
    let wide = SVG.replace("width=\"60mm\"", "width=\"600mm\"").replace("viewBox=\"0 0 60 20\"", "");
    let area = Letterhead::default().with_logo(wide.as_bytes(), 250).unwrap().logo().unwrap().area;
    assert_eq!(area.width, mm(950));
    assert!(area.height < 10_000, "{area:?}");
}

#[test]
fn pictures_leave_the_text_its_place() {
    for look in [logo(SVG.as_bytes(), 230), stationery()] {
        for letter in [names(), crowded(), long()] {
            let layout = lay_out(&letter, &look).unwrap();
            measure::all_inside(&layout);
            measure::address_in_window(&layout, &letter, &look.window);
            measure::nothing_overlaps(&layout);
        }
    }
}

#[test]
fn the_word_concept_is_drawn_over_the_stationery() {
    let layout = lay_out(&concept(), &stationery()).unwrap();
    for page in &layout.pages {
        let paper = page.marks.iter().position(|it| matches!(it, Mark::Picture(_))).unwrap();
        let word = page.marks.iter().position(|it| matches!(it, Mark::Slanted(_))).unwrap();
        assert!(paper < 2 && word > paper);
    }
    measure::nothing_overlaps(&layout);
}

#[test]
fn a_logo_stands_below_what_a_concept_says() {
    let layout = lay_out(&concept(), &logo(SVG.as_bytes(), 230)).unwrap();
    let area = layout.pages[0].marks.iter().find_map(|it| match it {
        Mark::Picture(picture) => Some(picture.area),
        _ => None,
    });
    let area = Area { width: mm(950), ..area.unwrap() };
    for (index, mark) in layout.pages[0].marks.iter().enumerate() {
        let Mark::Text(text) = mark else { continue };
        let apart = text.y + text.size / 4 <= area.y || text.y - text.size * 3 / 4 >= area.y + area.height;
        assert!(apart || text.x >= area.x + area.width, "mark {index}");
    }
}

#[test]
fn every_kind_of_png_becomes_an_image_with_or_without_a_mask() {
    for bytes in all_pngs() {
        let found = images(&render(&one_page(), &logo(&bytes, 120)).unwrap());
        assert!(matches!(found.len(), 1 | 2));
        assert_eq!(found.iter().any(|it| it.has(b"SMask")), found.len() == 2);
    }
    // Nothing shows through: no mask.
    assert_eq!(images(&render(&one_page(), &logo(&all_pngs()[6], 120)).unwrap()).len(), 1);
    assert_eq!(images(&render(&one_page(), &logo(&all_pngs()[8], 120)).unwrap()).len(), 2);
}

#[test]
fn stationery_is_written_once_and_stands_behind_every_page() {
    let (look, plain) = (stationery(), Look::built_in());
    let with = lay_out(&long(), &look).unwrap();
    let structure = outline(&with);
    assert!(structure.starts_with("Document\n  Figure [1] \"Briefpapier van Immigratie- en"), "{structure}");
    // The lines of the sender are not printed over it; the return address and the references are.
    assert!(!structure.contains("P [1] \"Afdeling Tijdelijke Bescherming"), "{structure}");
    assert!(structure.contains("P [1] \"Retouradres"));
    assert_eq!(with.pages.len(), 4);
    let bytes = render(&long(), &look).unwrap();
    // Both pages are the same PDF here, each with its image, mask, and form.
    assert_eq!(images(&bytes).len(), 4);
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    for (page, name) in [(1, "First"), (2, "Next"), (3, "Next")] {
        let content = file.get_page_content(file.get_pages()[&page]);
        let content = String::from_utf8_lossy(&content).into_owned();
        assert_eq!(content.matches(&format!("/{name} Do")).count(), 1, "{content}");
        assert_eq!(content.matches(" Do").count(), 1);
    }
    assert!(!images(&bytes).iter().any(|it| it.has(b"Interpolate") || it.has(b"Metadata")));
    let without = render(&long(), &plain).unwrap();
    assert!(bytes.len() > without.len());
}

#[test]
fn a_stream_of_letters_holds_its_stationery_once() {
    let look = stationery();
    let shared = SharedObjects::new(&look, Tier::Full);
    let stream = |count: usize| {
        let mut assembly = Assembly::new(&shared, Vec::new()).unwrap();
        for _ in 0..count {
            assembly.letter(&LetterContent::new(&long(), lay_out(&long(), &look).unwrap()).unwrap()).unwrap();
        }
        assembly
            .finish(&About { title: "Brieven", author: "Dienst", date: "2026-11-20", letter: None })
            .unwrap()
            .0
    };
    assert_eq!(images(&stream(1)).len(), images(&stream(20)).len());
}

#[test]
fn the_structure_of_stationery_does_not_reach_the_letter() {
    let file = lopdf::Document::load_mem(&render(&long(), &stationery()).unwrap()).unwrap();
    let forms: Vec<_> = file
        .objects
        .values()
        .filter_map(|it| it.as_stream().ok())
        .filter(|it| it.dict.get(b"Subtype").is_ok_and(|kind| kind.as_name().ok() == Some(b"Form")))
        .collect();
    assert_eq!(forms.len(), 4);
    for form in forms {
        assert!(!form.dict.has(b"StructParents"));
        let content = String::from_utf8(form.decompressed_content().unwrap()).unwrap();
        assert!(!content.contains("BDC") && !content.contains("EMC") && !content.contains("MCID"));
    }
}

#[test]
fn the_same_pictures_give_the_same_bytes() {
    let make = || {
        let paper = Stationery::good().bytes();
        let head = Letterhead::default().with_logo(SVG.as_bytes(), 120).unwrap();
        let logo = render(&one_page(), &Look::with_letterhead(head)).unwrap();
        (logo, Picture::stationery(&paper).unwrap(), Picture::logo(SVG.as_bytes()).unwrap())
    };
    let first = make();
    for _ in 0..4 {
        assert!(make() == first, "bytes differ");
    }
}

/// The example organisation.
const EXAMPLE: &str = include_str!("../../../letter-templates/organisatie-voorbeeld.yaml");

/// The look of a house style with these keys and files, or what is wrong with it.
fn look(keys: &str, logo: Option<&[u8]>, first: Option<&[u8]>) -> Result<Look, String> {
    let text = format!("{}\nhuisstijl: {{{keys}}}\n", EXAMPLE);
    let style = Organisation::from_yaml(&text).unwrap().huisstijl;
    let [logo, first] = [logo, first].map(|bytes| bytes.map(<[u8]>::to_vec));
    Look::new(&style, HouseStyleFiles { logo, first, ..HouseStyleFiles::default() })
        .map_err(|error| error.to_string())
}

#[test]
fn a_house_style_says_which_picture_is_wrong() {
    let wrong = |keys, logo, first| look(keys, logo, first).err().unwrap();
    let svg = Some(SVG.as_bytes());
    assert_eq!(wrong("logo_hoogte: 10", None, None), "`logo_hoogte`: er is geen `logo`");
    assert_eq!(wrong("", Some(b"GIF89a"), None), "`logo`: het bestand is geen PNG en geen SVG");
    let heights = "`logo_hoogte`: een logo boven dit venster is 5 tot 23,0 mm hoog";
    assert_eq!(wrong("logo_hoogte: 4.9", svg, None), heights);
    assert_eq!(wrong("logo_hoogte: 23.1", svg, None), heights);
    let high = wrong("logo_hoogte: 22, venster: {boven: 40}", svg, None);
    assert_eq!(high, heights.replace("23,0", "18,0"));
    assert!(
        wrong("", None, Some(b"x")).starts_with("`briefpapier.eerste`: het bestand kan niet worden gelezen")
    );
    let area = |keys| look(keys, svg, None).unwrap().letterhead.logo().unwrap().area;
    assert!(area("logo_hoogte: 12") == area("") && area("logo_hoogte: 12.5").height > area("").height);
}
