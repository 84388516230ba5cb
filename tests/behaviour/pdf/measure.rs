//! Measures the pages of a letter: what stands where, and how pages end.

use rtbrief::letter::document::Document;
use rtbrief::render::a4::{Area, BOTTOM, EDGE_SIDE, EDGE_TOP, HEIGHT, LEFT, RIGHT, TOP, WIDTH};
use rtbrief::render::length::mm;
use rtbrief::render::pdf::paper::head::BODY_TOP;
use rtbrief::render::pdf::paper::layout::Layout;
use rtbrief::render::pdf::paper::mark::{Decoration, Mark, Text};
use rtbrief::render::pdf::paper::page::Page;
use rtbrief::render::pdf::setting::structure::{ElementId, Role};
use rtbrief::render::picture::letterhead::Placed;
use rtbrief::render::window::Window;

/// The lines of text of a page with the element that they belong to.
fn content(page: &Page) -> Vec<(ElementId, &Text)> {
    let mut owner = None;
    let mut lines = Vec::new();
    for mark in &page.marks {
        match mark {
            Mark::Content { mcid, .. } => owner = Some(page.owners[*mcid]),
            Mark::Decoration(_) => owner = None,
            Mark::Text(text) => lines.extend(owner.map(|owner| (owner, text))),
            Mark::Rule(_)
            | Mark::Fill(..)
            | Mark::Outline(..)
            | Mark::Slanted(_)
            | Mark::Picture(_)
            | Mark::Word(_)
            | Mark::WordEnd => {}
        }
    }
    lines
}

/// The same with a link as part of its line: only the last piece of each line.
fn whole_lines<'a>(layout: &Layout, page: &'a Page) -> Vec<(ElementId, &'a Text)> {
    let mut lines: Vec<(ElementId, &Text)> = Vec::new();
    for (owner, text) in content(page) {
        let element = &layout.tree.elements[owner];
        let owner = if element.role == Role::Link { element.parent } else { owner };
        match lines.last_mut() {
            Some((last, before)) if *last == owner && before.y == text.y => *before = text,
            _ => lines.push((owner, text)),
        }
    }
    lines
}

/// The text of every line of content.
pub fn lines(layout: &Layout) -> Vec<String> {
    layout.pages.iter().flat_map(content).map(|(_, text)| text.line.text().collect()).collect()
}

/// The widths of the lines that say this.
pub fn widths(layout: &Layout, words: &str) -> Vec<i64> {
    let all = layout.pages.iter().flat_map(content).map(|(_, text)| &text.line);
    all.filter(|line| line.text().collect::<String>() == words).map(|line| line.width).collect()
}

/// Text is inside its margins, decoration inside what a printer can print (5 and 15 mm).
pub fn all_inside(layout: &Layout) {
    for (index, page) in layout.pages.iter().enumerate() {
        let mut decoration = None;
        for mark in &page.marks {
            match mark {
                Mark::Decoration(kind) => decoration = Some(*kind),
                Mark::Content { .. } => decoration = None,
                Mark::Word(_) | Mark::WordEnd => {}
                Mark::Text(text) => {
                    assert!(
                        text.x >= LEFT && text.x + text.line.width <= RIGHT,
                        "{:?}",
                        text.line.words.len()
                    );
                    let (top, bottom) = match decoration {
                        Some(Decoration::Header) => (mm(50), TOP),
                        Some(Decoration::TableHead) => (TOP, BOTTOM),
                        Some(_) => (BOTTOM, mm(2920)),
                        None => (if index == 0 { mm(50) } else { TOP }, BOTTOM),
                    };
                    assert!(text.y - text.size * 3 / 4 >= top, "too high on page {index}");
                    assert!(text.y + text.size / 4 <= bottom, "too low on page {index}");
                }
                Mark::Rule(rule) => {
                    assert!(rule.x >= EDGE_SIDE && rule.x + rule.width <= WIDTH - EDGE_SIDE);
                    assert!(rule.y >= EDGE_TOP && rule.y <= HEIGHT - EDGE_TOP);
                }
                Mark::Fill(area, _) | Mark::Outline(area, _) => {
                    assert!(area.x >= EDGE_SIDE && area.x + area.width <= WIDTH - EDGE_SIDE);
                    assert!(area.y >= EDGE_TOP && area.y + area.height <= HEIGHT - EDGE_TOP);
                }
                // Stationery covers the page.
                Mark::Picture(picture) if picture.area == Area::PAGE => {}
                Mark::Picture(Placed { area, .. }) => {
                    assert!(index == 0 && area.x >= LEFT && area.x + area.width <= mm(1200));
                    assert!(area.y >= mm(100) && area.y + area.height < mm(400));
                }
                Mark::Slanted(word) => {
                    let [across, up] = word.direction;
                    let end = word.text.x + word.text.line.width * across / 1000;
                    assert!(word.text.x >= EDGE_SIDE && end <= WIDTH - EDGE_SIDE, "{end}");
                    let top = word.text.y - word.text.line.width * up / 1000 - word.text.size;
                    assert!(word.text.y <= HEIGHT - EDGE_TOP && top >= EDGE_TOP);
                }
            }
        }
    }
}

/// Whether an area lies in another.
pub fn inside(area: Area, whole: Area) -> bool {
    area.x >= whole.x
        && area.y >= whole.y
        && area.x + area.width <= whole.x + whole.width
        && area.y + area.height <= whole.y + whole.height
}

/// Nothing of the letter is in this area of a page; text counts as high as its font, as capitals with accents are.
pub fn white(layout: &Layout, page: usize, area: Area) {
    for mark in &layout.pages[page].marks {
        let (x, y, width, height) = match mark {
            Mark::Text(text) => (text.x, text.y - text.size, text.line.width, text.size * 5 / 4),
            Mark::Rule(rule) => (rule.x, rule.y - rule.thickness / 2, rule.width, rule.thickness),
            Mark::Outline(..)
            | Mark::Slanted(_)
            | Mark::Content { .. }
            | Mark::Decoration(_)
            | Mark::Word(_)
            | Mark::WordEnd => continue,
            Mark::Fill(area, _) | Mark::Picture(Placed { area, .. }) => {
                (area.x, area.y, area.width, area.height)
            }
        };
        let beside = x + width <= area.x || x >= area.x + area.width;
        let apart = y + height <= area.y || y >= area.y + area.height;
        assert!(beside || apart, "{mark:?} stands in {area:?}");
    }
}

/// The line on the first page that says this.
pub fn first_line<'a>(layout: &'a Layout, words: &str) -> &'a Text {
    let mut lines = content(&layout.pages[0]).into_iter().map(|(_, text)| text);
    lines.find(|text| text.line.text().collect::<String>().trim_end() == words).unwrap()
}

/// Return address and address are inside the window, and nothing else is.
pub fn address_in_window(layout: &Layout, letter: &Document, window: &Window) {
    let lines = content(&layout.pages[0]);
    let inside = lines.iter().filter(|(_, text)| {
        text.x < window.right() && text.y > window.top() && text.y - text.size < window.bottom()
    });
    let mut count = 0;
    for (_, text) in inside {
        assert!(text.x >= window.left() && text.x + text.line.width <= window.right());
        // The letter may shift by two millimetres.
        assert!(text.y - text.size * 3 / 4 >= window.top() + mm(20));
        assert!(text.y + text.size / 4 <= window.bottom() - mm(20));
        count += 1;
    }
    assert_eq!(count, letter.addressee.len() + 1);
    let subject = lines.iter().find(|(owner, _)| layout.tree.elements[*owner].role == Role::Heading(1));
    assert!(subject.unwrap().1.y > BODY_TOP);
}

/// No two lines of text cover each other.
pub fn nothing_overlaps(layout: &Layout) {
    for page in &layout.pages {
        let lines = content(page);
        for (index, (_, left)) in lines.iter().enumerate() {
            for (_, right) in &lines[index + 1..] {
                let beside = left.x + left.line.width <= right.x || right.x + right.line.width <= left.x;
                let apart = (left.y - right.y).abs() >= left.size.min(right.size);
                assert!(beside || apart, "lines at {} and {} overlap", left.y, right.y);
            }
        }
    }
}

/// No heading is last on a page, no line of a longer paragraph or list is alone, an introduction is with its list, and
/// the signature has two lines before it.
pub fn pages_end_well(layout: &Layout, letter: &Document) {
    let role = |element: ElementId| layout.tree.elements[element].role;
    let pages: Vec<_> = layout.pages.iter().map(|page| whole_lines(layout, page)).collect();
    let total = |element| pages.iter().flatten().filter(|&&(owner, _)| owner == element).count();
    for (index, page) in pages.iter().enumerate() {
        let last = index + 1 == pages.len();
        let (end, line) = page.last().unwrap();
        if !last {
            assert!(!matches!(role(*end), Role::Heading(_)), "a heading at the foot of page {index}");
            assert!(
                !line.line.text().collect::<String>().trim_end().ends_with(':'),
                "an introduction left behind"
            );
        }
        for (element, _) in page {
            let here = page.iter().filter(|(owner, _)| owner == element).count();
            assert!(here >= 2 || total(*element) == 1, "a lone line on page {index}");
        }
        for list in (0..layout.tree.elements.len()).filter(|&id| matches!(role(id), Role::List { .. })) {
            let of_list = |element: ElementId| {
                layout.tree.elements[layout.tree.elements[element].parent].parent == list
            };
            let lines = |page: &[(ElementId, &Text)]| {
                page.iter().filter(|&&(owner, _)| role(owner) == Role::Body && of_list(owner)).count()
            };
            let all: usize = pages.iter().map(|page| lines(page)).sum();
            assert!(lines(page) != 1 || all == 1, "a lone line of a list on page {index}");
        }
    }
    let paragraphs: Vec<ElementId> =
        (0..layout.tree.elements.len()).filter(|&id| role(id) == Role::Paragraph).collect();
    let behind = letter.annex.iter().filter(|block| block.kind.heading_level().is_none()).count();
    let first = paragraphs[paragraphs.len() - behind - letter.signature.len()];
    let before = pages.iter().find_map(|page| page.iter().position(|&(owner, _)| owner == first)).unwrap();
    assert!(before >= 2, "the signature stands alone");
}
