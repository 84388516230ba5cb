//! Marks for the post and for the machine that fills envelopes: where they stand, and that a letter stays as it is.

use super::measure::{self, inside};
use crate::support;
use crate::support::files::printed;
use crate::support::letters::{long, names, one_page, strings};
use datamatrix::DataMatrix;
use lopdf::content::{Content, Operation};
use rtbrief::letter::document::Document;
use rtbrief::letter::huisstijl::{Huisstijl, Rgb};
use rtbrief::render::a4::{Area, BOTTOM, EDGE_SIDE, HEIGHT, LEFT, WIDTH};
use rtbrief::render::length::mm;
use rtbrief::render::look::{HouseStyleFiles, Look};
use rtbrief::render::pdf::paper::code_line::{self, CodeLineError};
use rtbrief::render::pdf::paper::kix;
use rtbrief::render::pdf::paper::mark::Mark;
use rtbrief::render::pdf::paper::sheet_mark::Sheets;
use rtbrief::render::pdf::{lay_out, render};
use rtbrief::render::window::{Window, WindowError};

const QUIET: i64 = mm(20);

fn areas(marks: &[Mark]) -> Vec<Area> {
    let area = |mark: &Mark| if let Mark::Fill(area, _) = mark { Some(*area) } else { None };
    let areas: Option<Vec<Area>> = marks.iter().map(area).collect();
    areas.unwrap()
}

/// The smallest area around all of these, and `more` on every side of it.
fn around(areas: &[Area], more: i64) -> Area {
    let x = areas.iter().map(|area| area.x).min().unwrap() - more;
    let y = areas.iter().map(|area| area.y).min().unwrap() - more;
    let right = areas.iter().map(|area| area.x + area.width).max().unwrap() + more;
    let bottom = areas.iter().map(|area| area.y + area.height).max().unwrap() + more;
    Area { x, y, width: right - x, height: bottom - y }
}

/// Letters with the longest code that there is, above an address of three lines and of four.
fn coded() -> [Document; 2] {
    let mut three = one_page();
    let post = three.post.as_mut().unwrap();
    post.number = "12345".to_owned();
    post.addition = Some("ABCDEF".to_owned());
    let mut four = three.clone();
    four.addressee = strings(&[
        "Advocatenkantoor Đặng & Šćepanović",
        "t.a.v. mevrouw mr. Ñ. Ångström",
        "Voorbeeldgracht 12345 ABCDEF",
        "1234 AB  VOORBEELDSTAD",
    ]);
    [three, four]
}

/// The content streams of every page of a file.
fn streams(file: &[u8]) -> Vec<Vec<Vec<u8>>> {
    let file = lopdf::Document::load_mem(file).unwrap();
    let data = |id| file.get_object(id).unwrap().as_stream().unwrap().decompressed_content().unwrap();
    let pages = file.get_pages();
    pages.values().map(|&page| file.get_page_contents(page).into_iter().map(data).collect()).collect()
}

fn operations(stream: &[u8]) -> Vec<Operation> {
    Content::decode(stream).unwrap().operations
}

#[test]
fn the_code_stands_in_white_space_between_return_address_and_address() {
    let window = Window::default();
    for letter in coded() {
        let layout = lay_out(&letter, &Look::built_in()).unwrap();
        measure::address_in_window(&layout, &letter, &window);
        let code = areas(&kix::marks(&letter, &Look::built_in()));
        assert_eq!(code.len(), 4 * 18);
        let white = around(&code, QUIET);
        assert!(white.x >= mm(220) && white.x + white.width <= mm(1180), "it may shift by 2 mm");
        assert!(white.y >= window.top() && white.y + white.height <= window.bottom());
        measure::white(&layout, 0, white);
        let address = measure::first_line(&layout, &letter.addressee[0]);
        assert!(white.y + white.height + mm(2) > address.y - address.size, "it belongs to the address");
    }
}

#[test]
fn only_a_dutch_address_of_at_most_four_lines_has_a_code() {
    assert!(!kix::marks(&one_page(), &Look::built_in()).is_empty());
    let mut high = one_page();
    high.addressee = strings(&["A", "B", "C", "D", "1234 AB  STAD"]);
    let mut abroad = one_page();
    abroad.post = None;
    for letter in [high, abroad, names()] {
        assert_eq!(kix::marks(&letter, &Look::built_in()), Vec::new());
    }
}

#[test]
fn a_window_without_room_for_a_code_is_refused() {
    let window =
        |left, width, height| Window::new([Some(left), Some(450), Some(width), Some(height)]).unwrap();
    for (window, fits) in [
        (Window::default(), true),
        (window(200, 877, 270), true),
        (window(200, 875, 270), false),
        (window(300, 877, 270), true),
        (window(200, 1000, 247), true),
        (window(200, 1000, 246), false),
    ] {
        let expected = if fits { Ok(()) } else { Err(WindowError::Code) };
        assert_eq!(kix::fits(&window), expected, "{window:?}");
    }
    assert!(WindowError::Code.to_string().contains("KIX-code"));
}

#[test]
fn a_code_line_stands_clear_between_return_address_and_address() {
    let look = Look::built_in();
    let window = Window::default();
    let [three, four] = coded();
    let mut one = three.clone();
    one.addressee.truncate(1);
    for letter in [one, three, four] {
        let text = "1234AB 12345  ABCDEF 00017 >9";
        let marks = code_line::marks(&letter, &look, text);
        let [Mark::Text(line)] = &marks[..] else { panic!("{marks:?}") };
        let (top, bottom) = (line.y - line.size, line.y + line.size / 4);
        let area = Area { x: line.x, y: top, width: line.line.width, height: bottom - top };
        assert!(line.x >= mm(220) && line.x + area.width <= mm(1180), "it may shift by 2 mm");
        assert!(top >= window.top() + mm(20) && bottom <= window.bottom() - mm(20));
        let layout = lay_out(&letter, &look).unwrap();
        measure::white(&layout, 0, area);
        let address = measure::first_line(&layout, &letter.addressee[0]);
        assert!(bottom + mm(9) <= address.y - address.size, "it stands apart");
        assert!(bottom + mm(11) >= address.y - address.size, "and belongs to the address");
    }
}

#[test]
fn a_code_line_needs_room_and_characters_that_the_font_has() {
    let look = Look::built_in();
    let mut high = one_page();
    high.addressee = strings(&["A", "B", "C", "D", "1234 AB  STAD"]);
    assert!(!code_line::has_room(&high, &look));
    assert_eq!(code_line::marks(&high, &look, "1"), Vec::new());
    assert_eq!(code_line::check(&look, "é 1234 >#"), Ok(()));
    for (text, error) in [
        ("1234 王".to_owned(), CodeLineError::Glyph('王')),
        ("12\u{7}34".to_owned(), CodeLineError::Glyph('\u{7}')),
        ("0123456789 ".repeat(8), CodeLineError::TooWide),
    ] {
        assert_eq!(code_line::check(&look, &text), Err(error));
    }
    let window = |height| Window::new([Some(200), Some(450), Some(1000), Some(height)]).unwrap();
    assert_eq!(code_line::fits(&window(280)), Ok(()));
    assert_eq!(code_line::fits(&window(210)), Err(WindowError::CodeLine));
}

#[test]
fn a_sheet_mark_stands_in_white_space_in_the_margin_of_every_front() {
    let look = Look::built_in();
    let layout = lay_out(&long(), &look).unwrap();
    let sheets = Sheets { run: 1, letter: 1, pages: layout.pages.len(), duplex: false };
    for page in 0..layout.pages.len() {
        let mark = areas(&sheets.marks(page).unwrap());
        let module = mark.iter().map(|area| area.height).max().unwrap();
        assert!(module >= mm(5));
        let white = around(&mark, module);
        assert_eq!((white.width, white.height), (18 * module, 18 * module));
        assert!(white.x >= EDGE_SIDE && white.x + white.width <= LEFT);
        assert!(white.y >= BOTTOM && white.y + white.height <= mm(2920));
        measure::white(&layout, page, around(&mark, 2 * module));
    }
}

#[test]
fn a_print_stream_shows_the_letter_and_its_marks_over_it() {
    let style = Huisstijl { accentkleur: Some(Rgb([0x15, 0x42, 0x73])), ..Huisstijl::default() };
    let look = Look::new(&style, HouseStyleFiles::default()).unwrap();
    let letter = long();
    let own = streams(&render(&letter, &look).unwrap());
    let printed = streams(&printed(&letter, &look));
    assert_eq!((own.len(), printed.len()), (4, 4));
    for (page, (own, printed)) in own.iter().zip(&printed).enumerate() {
        assert_eq!(own.len(), 1);
        assert!(printed[0] == own[0], "the letter differs on page {page}");
        assert_eq!(printed.len(), if page % 2 == 0 { 2 } else { 1 });
    }
    for stream in [&printed[0][1], &printed[2][1]] {
        let operators: Vec<String> = operations(stream).into_iter().map(|it| it.operator).collect();
        assert_eq!(operators[..3], ["g", "G", "BDC"], "black, whatever the letter ended with");
        assert_eq!(operators[operators.len() - 2..], ["f", "EMC"]);
        assert!(operators[3..operators.len() - 2].iter().all(|it| it == "re"));
        assert_eq!(operations(stream)[2].operands[0].as_name().unwrap(), b"Artifact");
    }
}

#[test]
fn machines_read_the_marks_from_the_file() {
    let pages = streams(&printed(&one_page(), &Look::built_in()));
    let marks: Vec<[i64; 4]> = operations(&pages[0][1])
        .iter()
        .filter(|it| it.operator == "re")
        .map(|it| [0, 1, 2, 3].map(|at| (it.operands[at].as_float().unwrap() * 100.0).round() as i64))
        .collect();
    let (bars, modules): (Vec<_>, Vec<_>) = marks.into_iter().partition(|[.., height]| *height != 144);
    // The code is 1234AB12XB: four bars per character.
    assert_eq!(bars.len(), 4 * 10);
    let left = modules.iter().map(|mark| mark[0]).min().unwrap();
    let top = modules.iter().map(|mark| mark[1]).max().unwrap();
    let mut pixels = [[false; 16]; 16];
    for [x, y, width, _] in modules {
        let [row, first, count] = [top - y, x - left, width].map(|it| usize::try_from(it / 144).unwrap());
        pixels[row][first..first + count].fill(true);
    }
    assert_eq!(DataMatrix::decode(pixels.as_flattened(), 16).unwrap(), b"1040719990065000001001");
}

#[test]
fn the_content_of_a_letter_closes_all_that_it_opens() {
    for letter in [one_page(), long(), names()] {
        for page in streams(&render(&letter, &Look::built_in()).unwrap()) {
            let operations = operations(&page.concat());
            let depth = |open: &[&str], close: &str| {
                let kind = |it: &Operation| {
                    i64::from(open.contains(&it.operator.as_str())) - i64::from(it.operator == close)
                };
                operations.iter().map(kind).sum::<i64>()
            };
            for (open, close) in [(&["BDC", "BMC"][..], "EMC"), (&["BT"], "ET"), (&["q"], "Q")] {
                assert_eq!(depth(open, close), 0, "{close}");
            }
            let mut saved = 0;
            for operation in operations {
                match operation.operator.as_str() {
                    "q" => saved += 1,
                    "Q" => saved -= 1,
                    "cm" | "W" | "W*" | "gs" => assert!(saved > 0, "{operation:?} stays in force"),
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn an_afschrift_has_the_code_of_the_gemachtigde() {
    let case = support::fixture("besluit-met-gemachtigde-en-poolse-letters").join("case.yaml");
    let assessed = support::assess(support::pipeline(), &std::fs::read(case).unwrap());
    let codes: Vec<String> = assessed[0]
        .letters
        .iter()
        .map(|letter| kix::Kix::new(letter.post.as_ref().unwrap()).unwrap().text().to_owned())
        .collect();
    assert_eq!(codes, ["6211LD19", "3012AC65XB"]);
    for letter in &assessed[0].letters {
        let code = areas(&kix::marks(letter, &Look::built_in()));
        assert!(inside(around(&code, 0), Area { x: 0, y: 0, width: WIDTH, height: HEIGHT }));
    }
}
