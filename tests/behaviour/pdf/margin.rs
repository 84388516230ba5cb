//! What stands beside and around the text: notes in the margin, the overview, lists, addresses, the annex.

use super::places::{Place, places, top};
use super::{laid_out, measure};
use crate::support::letters::{
    advised, block, heading, list, note, one_page, overview, paragraph, strong, text,
};
use rtbrief::letter::document::{Block, BlockKind, Document, Inline};
use rtbrief::render::a4::{BOTTOM, LEFT, MARGIN_LEFT, RIGHT, TEXT_RIGHT, TOP};
use rtbrief::render::pdf::paper::layout::Layout;
use rtbrief::render::pdf::paper::mark::Mark;
use rtbrief::render::pdf::paper::outline::outline;
use rtbrief::render::pdf::setting::structure::Role;
use rtbrief::render::{look::Look, pdf::render};

/// The letter with so many lines before its text.
fn shifted(letter: &Document, lines: usize) -> Document {
    let mut letter = letter.clone();
    letter.body.splice(1..1, (0..lines).map(|_| paragraph("Een regel.")));
    letter
}

/// Every note is in its column, below the one before it, on the page of the first line of its block and not above it.
fn notes_beside_their_blocks(layout: &Layout) -> usize {
    let mut block: Option<&Place> = None;
    let mut before: Option<(usize, i64)> = None;
    let places = places(layout);
    for place in &places {
        if !place.is_note() {
            block = Some(place);
            continue;
        }
        let block = block.unwrap();
        let (page, first) = block.lines[0];
        assert_eq!(place.pages(), [page], "{}", place.text());
        let (top, bottom) = place.extent();
        for (_, line) in &place.lines {
            assert!(line.x >= MARGIN_LEFT && line.x + line.line.width <= RIGHT, "{}", place.text());
        }
        assert!(bottom <= BOTTOM && place.lines[0].1.y >= first.y, "{}", place.text());
        if let Some((last, end)) = before {
            assert!(last < page || end <= top, "{} covers the note before it", place.text());
        }
        before = Some((page, bottom));
    }
    places.iter().filter(|place| place.is_note()).count()
}

#[test]
fn notes_stand_in_the_margin_beside_their_blocks_wherever_these_stand() {
    for lines in 0..44 {
        let layout = laid_out(&shifted(&advised(), lines));
        measure::all_inside(&layout);
        measure::nothing_overlaps(&layout);
        assert_eq!(notes_beside_their_blocks(&layout), 9, "{lines}");
    }
}

#[test]
fn a_note_is_level_with_its_block_and_read_after_it() {
    let mut letter = one_page();
    letter.body = vec![
        paragraph(&"Een zin die enkele malen wordt herhaald. ".repeat(5)),
        note("Uiterlijk", &["vrijdag 18 december 2026"]),
        heading(2, "Een kop"),
        note("Bij de kop", &[]),
        paragraph("Een regel."),
        list(&["een", "twee", "drie"]),
        note("Bij de lijst", &["www.voorbeeld.example/een-adres"]),
    ];
    let layout = laid_out(&letter);
    let places = places(&layout);
    let mut level = 0;
    for pair in places.windows(2).filter(|pair| pair[1].is_note()) {
        assert_eq!(pair[0].lines[0].1.y, pair[1].lines[0].1.y);
        level += 1;
    }
    assert_eq!(level, 3);
    let outline = outline(&layout);
    assert!(
        outline.contains("  P [1] \"Uiterlijk vrijdag 18 december 2026\"\n  H2 [1] \"Een kop\"\n"),
        "{outline}"
    );
    assert!(outline.contains("https://www.voorbeeld.example/een-adres"), "{outline}");
}

#[test]
fn running_text_keeps_its_measure_and_the_annex_has_the_whole_width() {
    let layout = laid_out(&advised());
    let annex =
        places(&layout).into_iter().position(|place| place.text() == "Waarop dit besluit steunt").unwrap();
    let mut widest = [0; 2];
    for (index, place) in places(&layout).into_iter().enumerate() {
        let end = place.lines.iter().map(|(_, line)| line.x + line.line.width).max().unwrap();
        let wide = place.is_note() || (place.role == Role::Table && place.text().contains("Ons besluit"));
        assert!(end <= if index < annex && !wide { TEXT_RIGHT } else { RIGHT }, "{}", place.text());
        widest[usize::from(index >= annex)] =
            widest[usize::from(index >= annex)].max(if wide { 0 } else { end });
    }
    assert!(widest[0] > TEXT_RIGHT - 30_000 && widest[1] > TEXT_RIGHT, "{widest:?}");
}

#[test]
fn an_overview_is_a_table_with_heads_of_rows_that_name_their_languages() {
    let letter = advised();
    let outline = outline(&laid_out(&letter));
    for words in [
        "  Table\n    TR\n      TH row [1] \"Ons besluit\"\n      TD [1] \"U krijgt geen tijdelijke bescherming.\"\n",
        "    TR uk\n      TH row [1] \"Українська\"\n",
        "    TR ru\n      TH row [1] \"Русский\"\n",
        "    TR en\n      TH row [1] \"English\"\n",
    ] {
        assert!(outline.contains(words), "{words}\n{outline}");
    }
    let file = lopdf::Document::load_mem(&render(&letter, &Look::built_in()).unwrap()).unwrap();
    let languages: Vec<&[u8]> = file
        .objects
        .values()
        .filter_map(|object| {
            let row = object.as_dict().ok()?;
            (row.get(b"S").ok()?.as_name().ok()? == b"TR").then(|| row.get(b"Lang").ok()?.as_str().ok())?
        })
        .collect();
    assert_eq!(languages.len(), 3, "{languages:?}");
}

#[test]
fn an_overview_is_a_whole_box_wherever_it_stands() {
    for lines in 0..44 {
        let mut letter = one_page();
        letter.body.splice(1..1, (0..lines).map(|_| paragraph("Een regel.")).chain([overview()]));
        let layout = laid_out(&letter);
        measure::all_inside(&layout);
        measure::nothing_overlaps(&layout);
        let places = places(&layout);
        let place = places.iter().find(|place| place.text().contains("Ons besluit")).unwrap();
        let [page] = place.pages()[..] else { panic!("an overview on {:?}", place.pages()) };
        let (top, bottom) = place.extent();
        let boxes = layout.pages[page].marks.iter().filter_map(|mark| match mark {
            Mark::Fill(area, _) => Some(*area),
            _ => None,
        });
        let [around] = boxes.collect::<Vec<_>>()[..] else { panic!("no box") };
        assert!(around.x == LEFT && around.width == RIGHT - LEFT && around.y < top);
        assert!(around.y + around.height > bottom);
    }
}

#[test]
fn nothing_hides_the_word_and_the_gaps_of_a_concept() {
    let mut letter = advised();
    letter.is_concept = true;
    for block in &mut letter.body {
        if let BlockKind::Overview(rows) = &mut block.kind {
            rows[0].text.push(Inline::Gap("[nog te beslissen]".to_owned()));
        }
    }
    let layout = laid_out(&letter);
    let fills = layout.pages[0].marks.iter().filter(|mark| matches!(mark, Mark::Fill(..))).count();
    assert_eq!(fills, 1, "only the field of the gap");
}

/// The lines of each item of the lists on each page, and how full the page before is where a list is divided.
fn items_by_page(layout: &Layout, place: &Place) -> Vec<usize> {
    let tree = &layout.tree;
    let mut counts = vec![0; layout.pages.len()];
    for (index, page) in layout.pages.iter().enumerate() {
        let labels = page.owners.iter().filter(|&&owner| tree.elements[owner].role == Role::Label);
        counts[index] = labels.filter(|&&owner| top(tree, owner) == place.element).count();
    }
    counts.into_iter().filter(|count| *count > 0).collect()
}

#[test]
fn a_short_list_stays_whole_and_a_long_one_has_two_items_on_each_page() {
    let mut divided = 0;
    for lines in 0..44 {
        for count in [2, 5, 8] {
            let mut letter = one_page();
            letter.body.truncate(1);
            letter.body.extend((0..lines).map(|_| paragraph("Een regel.")));
            letter.body.push(paragraph("Stuur mee:"));
            letter.body.push(list(&vec!["een punt van de lijst"; count]));
            let layout = laid_out(&letter);
            let places = places(&layout);
            let place = places.iter().find(|place| matches!(place.role, Role::List { .. })).unwrap();
            let items = items_by_page(&layout, place);
            assert!(count > 5 || items.len() == 1, "{lines} lines, {items:?}");
            assert!(items.iter().all(|items| *items >= 2), "{lines} lines, {items:?}");
            divided += items.len() - 1;
            let signature = places.iter().find(|place| place.text().starts_with("Met vriendelijke")).unwrap();
            let page = signature.pages()[0];
            let before = places.iter().filter(|other| other.element < signature.element);
            let lines_before = before.flat_map(|place| &place.lines).filter(|(at, _)| *at == page).count();
            assert!(lines_before >= 4, "the signature with less than two items");
        }
    }
    assert!(divided > 0);
}

#[test]
fn a_list_that_would_leave_its_page_half_empty_is_divided() {
    let mut letter = one_page();
    letter.body.truncate(1);
    letter.body.push(paragraph("Onze redenen:"));
    letter.body.push(list(&[&*"Een punt van de lijst dat langer is dan een regel. ".repeat(9); 5]));
    let layout = laid_out(&letter);
    let places = places(&layout);
    let place = places.iter().find(|place| matches!(place.role, Role::List { .. })).unwrap();
    assert_eq!(items_by_page(&layout, place), [3, 2]);
}

#[test]
fn an_address_in_the_text_stays_whole() {
    let lines = ["Rechtbank Den Haag", "Zittingsplaats Utrecht", "Postbus 10", "2500 AA  VOORBEELDSTAD"];
    let address: Vec<Inline> = lines.iter().flat_map(|line| [text(line), Inline::Break]).take(7).collect();
    for filler in 0..44 {
        let mut letter = shifted(&one_page(), filler);
        letter.body.truncate(filler + 1);
        letter.body.push(block(BlockKind::Paragraph(address.clone())));
        letter.body.push(paragraph(&"Een zin die enkele malen wordt herhaald. ".repeat(9)));
        let layout = laid_out(&letter);
        let places = places(&layout);
        let place = places.iter().find(|place| place.text().contains("Zittingsplaats")).unwrap();
        assert_eq!(place.pages().len(), 1, "{filler}");
    }
}

#[test]
fn an_annex_begins_with_three_paragraphs_and_never_before_the_signature() {
    let paragraphs: Vec<Block> =
        (0..6).map(|_| paragraph(&"Dit staat in artikel 69, eerste lid. ".repeat(6))).collect();
    for filler in 0..44 {
        let mut letter = shifted(&one_page(), filler);
        letter.annex = vec![heading(2, "Bijlage: waarop dit besluit steunt")];
        letter.annex.extend(paragraphs.clone());
        let layout = laid_out(&letter);
        measure::all_inside(&layout);
        let places = places(&layout);
        let at = places.iter().position(|place| place.text().starts_with("Bijlage")).unwrap();
        let page = places[at].pages()[0];
        assert!(places[at - 1].text().starts_with("teammanager") && places[at - 1].pages()[0] <= page);
        for place in &places[at + 1..at + 4] {
            assert_eq!(place.pages(), [page], "{filler}");
        }
        let first = &places[at + 1].lines[0].1;
        assert!(first.size == 8_500 && first.colour.contrast_with_white() >= 7.0);
    }
}

#[test]
fn a_note_keeps_its_bold_words_and_may_be_first_in_the_letter() {
    let mut letter = one_page();
    letter.body.insert(
        0,
        block(BlockKind::Margin(vec![strong("Let op"), Inline::Break, text("Dit is een voorbeeld.")])),
    );
    let layout = laid_out(&letter);
    assert_eq!(notes_beside_their_blocks(&layout), 1);
    assert!(layout.pages[0].marks.iter().any(|mark| matches!(mark, Mark::Text(text) if text.y > TOP)));
}
