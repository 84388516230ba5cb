//! Concepts and zones: what is drawn behind and over the words of a letter, and that the words stay the same.

use super::{laid_out, measure, squeezed};
use crate::support::files::with_zones;
use crate::support::letters::{block, concept, long, one_page, strong, text};
use rtbrief::letter::document::{BlockKind, Document, Inline};
use rtbrief::render::a4::{Area, RIGHT};
use rtbrief::render::colour::Colour;
use rtbrief::render::look::Look;
use rtbrief::render::pdf::paper::mark::{Decoration, Mark};
use rtbrief::render::pdf::paper::outline::outline;
use rtbrief::render::pdf::render;

#[test]
fn a_concept_says_so_on_every_page_behind_its_text() {
    let concept = concept();
    let layout = laid_out(&concept);
    measure::all_inside(&layout);
    assert!(layout.pages.len() > 1);
    for page in &layout.pages {
        // The watermark is drawn before anything else, and all that is no text comes before the first words.
        assert_eq!(page.marks[0], Mark::Decoration(Decoration::Watermark));
        let Mark::Slanted(word) = &page.marks[1] else { panic!("no watermark") };
        assert_eq!(word.text.line.text().collect::<String>(), "CONCEPT");
        let first = page.marks.iter().position(|mark| matches!(mark, Mark::Content { .. })).unwrap();
        assert!(page.marks[first..].iter().all(|mark| !matches!(mark, Mark::Fill(..) | Mark::Slanted(_))));
    }
    let plain = Document { is_concept: false, ..concept.clone() };
    assert_eq!(layout.pages.len(), laid_out(&plain).pages.len());
    let notice = "  P [1] \"CONCEPT – dit is geen brief. Verstuur hem niet.\"\n";
    assert!(outline(&layout).contains(notice));
    assert_eq!(
        outline(&layout).replace(notice, ""),
        outline(&laid_out(&plain)),
        "the same words and structure"
    );
    let bytes = render(&concept, &Look::built_in()).unwrap();
    assert_eq!(bytes, render(&concept, &Look::built_in()).unwrap());
}

#[test]
fn a_gap_has_a_light_field_behind_every_line_of_it() {
    let mut letter = one_page();
    letter.is_concept = true;
    let long = format!("[in te vullen: {}]", "woord ".repeat(30).trim_end());
    letter.body = vec![block(BlockKind::Paragraph(vec![
        text("Voor "),
        Inline::Gap(long.clone()),
        strong("vet"),
        text(" en "),
        Inline::Gap("[nog te beslissen: dit]".to_owned()),
        text(". Einde."),
    ]))];
    let layout = laid_out(&letter);
    assert!(measure::lines(&layout).concat().contains(&long), "the gap is read like other words");
    let fields: Vec<Area> = layout.pages[0].marks.iter().filter_map(field).collect();
    let lines = layout.pages[0].marks.iter().filter_map(|mark| match mark {
        Mark::Text(text) if !text.line.gaps.is_empty() => Some(text),
        _ => None,
    });
    let mut count = 0;
    for line in lines {
        for (start, width) in &line.line.gaps {
            let behind = fields.iter().filter(|area| {
                area.x <= line.x + start
                    && area.x + area.width >= line.x + start + width
                    && area.y < line.y - line.size * 3 / 4
                    && area.y + area.height > line.y + line.size / 5
            });
            assert_eq!(behind.count(), 1);
            assert!(line.x + start + width <= RIGHT);
            count += 1;
        }
    }
    assert_eq!(count, fields.len());
    assert!(count >= 4, "{count}");
}

fn field(mark: &Mark) -> Option<Area> {
    if let Mark::Fill(area, _) = mark { Some(*area) } else { None }
}

/// The relative luminance of a colour (WCAG 2.2).
fn luminance(colour: Colour) -> f64 {
    let part = |value: u8| {
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.rgb.map(part);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[test]
fn text_is_readable_over_everything_that_a_concept_draws_behind_it() {
    let layout = laid_out(&concept());
    let below = layout.pages.iter().flat_map(|page| &page.marks).filter_map(|mark| match mark {
        Mark::Fill(_, colour) => Some(*colour),
        Mark::Slanted(word) => Some(word.text.colour),
        _ => None,
    });
    let mut seen = 0;
    for colour in below {
        assert!((luminance(colour) + 0.05) / 0.05 >= 4.5, "{colour:?}");
        seen += 1;
    }
    assert!(seen > layout.pages.len());
}

#[test]
fn zones_are_drawn_over_the_letter_with_their_names_and_only_if_asked() {
    let (plain, zones) = (render(&long(), &Look::built_in()).unwrap(), with_zones(&long()));
    assert!(zones != plain && zones == with_zones(&long()));
    let words = |bytes: &[u8]| {
        let file = lopdf::Document::load_mem(bytes).unwrap();
        let pages: Vec<u32> = file.get_pages().into_keys().collect();
        file.extract_text(&pages).unwrap()
    };
    let play = "adresvenster, en wat in beeld blijft als de brief verschuift";
    for name in [play, "afzender en kenmerken", "marge: 15 mm", "tekst vanaf 98,5 mm", "vouw"] {
        assert!(squeezed(&words(&zones)).contains(&squeezed(name)), "{name}");
        assert!(!squeezed(&words(&plain)).contains(&squeezed(name)), "{name}");
    }
}
