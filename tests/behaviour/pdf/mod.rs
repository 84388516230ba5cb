//! The PDF of letters made by hand: same bytes, same text, everything at its place.
//!
//! Whether the files conform to their standards is for `tests/validators`.

pub mod comparison;
mod concept;
mod file;
mod links;
mod look;
mod margin;
mod marks;
pub mod measure;
mod own_fonts;
mod places;
pub mod read;
mod roles;
mod streams;
mod tables;
pub mod words;
pub mod zones;

use crate::support::letters::{
    block, composed, crowded, heading, long, many_pages, names, one_page, paragraph, strings, text,
};
use crate::support::property::tried_with;
use crate::support::{fixture_letters, pipeline};
use proptest::prelude::*;
use read::Pdf;
use rtbrief::letter::document::{BlockKind, Document, Inline};
use rtbrief::render::look::Look;
use rtbrief::render::pdf::paper::layout::Layout;
use rtbrief::render::pdf::paper::outline::outline;
use rtbrief::render::pdf::{PdfError, lay_out, render};
use rtbrief::render::window::Window;

fn laid_out(letter: &Document) -> Layout {
    lay_out(letter, &Look::built_in()).unwrap()
}

/// The text of the pages as another program reads it from the file.
fn read_back(letter: &Document) -> Vec<String> {
    read_back_with(letter, &Look::built_in())
}

fn read_back_with(letter: &Document, look: &Look) -> Vec<String> {
    let file = lopdf::Document::load_mem(&render(letter, look).unwrap()).unwrap();
    let count = u32::try_from(file.get_pages().len()).unwrap();
    (1..=count).map(|page| file.extract_text(&[page]).unwrap()).collect()
}

fn squeezed(text: &str) -> String {
    text.replace('\u{AD}', "").split_whitespace().collect()
}

#[test]
fn the_same_letter_has_the_same_bytes_in_every_thread() {
    let letter = long();
    let first = render(&letter, &Look::built_in()).unwrap();
    let others: Vec<_> = (0..3)
        .map(|_| {
            let letter = letter.clone();
            std::thread::spawn(move || render(&letter, &Look::built_in()).unwrap())
        })
        .collect();
    for other in others {
        assert!(other.join().unwrap() == first, "bytes differ");
    }
    assert!(render(&one_page(), &Look::built_in()).unwrap() != first);
}

#[test]
fn another_program_reads_the_words_of_the_letter() {
    for letter in [one_page(), long(), names()] {
        let pages = squeezed(&read_back(&letter).concat());
        for block in letter.blocks() {
            let texts: Vec<&[Inline]> = match &block.kind {
                BlockKind::Paragraph(words)
                | BlockKind::Margin(words)
                | BlockKind::Heading { text: words, .. } => vec![words],
                BlockKind::Overview(rows) => {
                    rows.iter().flat_map(|row| [&row.label[..], &row.text]).collect()
                }
                BlockKind::List { items, .. } => items.iter().map(Vec::as_slice).collect(),
                BlockKind::Table { header, rows } => {
                    header.iter().chain(rows.iter().flatten()).map(Vec::as_slice).collect()
                }
            };
            for words in texts {
                let words: String = words.iter().map(|part| squeezed(&composed(part.text()))).collect();
                let split = words.len() > 200;
                assert!(split || pages.contains(&words), "{words}");
            }
        }
    }
}

#[test]
fn every_page_says_its_number_and_the_kenmerk() {
    for (letter, least) in [(long(), 3), (many_pages(), 5)] {
        let pages = read_back(&letter);
        let count = pages.len();
        assert!(count >= least);
        for (index, page) in pages.iter().enumerate() {
            assert!(squeezed(page).contains(&format!("Pagina{}van{count}", index + 1)), "{page}");
            assert!(page.contains("RTB-2026-000123"));
        }
    }
}

#[test]
fn every_page_of_the_example_organisation_says_so() {
    let mut letter = long();
    letter.is_example = true;
    for page in read_back(&letter) {
        assert!(squeezed(&page).contains("dezebriefisnietgeldig"));
    }
    for page in read_back(&long()) {
        assert!(!squeezed(&page).contains("nietgeldig"));
    }
}

#[test]
fn the_structure_is_that_of_the_letter() {
    let structure = outline(&laid_out(&names()));
    let lines: Vec<&str> = structure.lines().collect();
    assert_eq!(lines[0], "Document");
    assert_eq!(lines[3], "  P [1] \"Afschrift\"");
    // Lines that the letter itself ends are paragraphs: of an address, of the contact lines, of the signature.
    assert_eq!(lines[5], "  P [1] \"Advocatenkantoor Nguyễn & Щербань\"");
    assert_eq!(lines[6], "  P [1] \"t.a.v. mevrouw mr. Thị Hồng Ngọc Đặng\"");
    let contact = ["Postadres", "Postbus 10", "2500 AA  VOORBEELDSTAD", "Telefoon 000 000 00 00"];
    assert_eq!(lines[11..15], contact.map(|line| format!("  P [1] {line:?}")));
    let signature = ["De Minister van Asiel en Migratie,", "namens deze,", "mr. A. Voorbeeld", "teammanager"];
    let signature = signature.map(|line| format!("  P [2] {line:?}\n")).concat();
    assert!(structure.ends_with(&signature), "{structure}");
    let subject = lines.iter().position(|line| line.starts_with("  H1")).unwrap();
    assert_eq!(lines[subject], "  H1 [1] \"U krijgt geen tijdelijke bescherming in Nederland\"");
    assert!(structure.contains("      TH row [1] \"Ons kenmerk\"\n      TD [1] \"RTB-2026-000123\"\n"));
    assert!(structure.contains("    LI\n      Lbl [1] \"•\"\n      LBody [1] \"in uw paspoort staat geen"));
    let table = outline(&laid_out(&long()));
    assert!(table.contains("    TR\n      TH column [2] \"Dag\"\n"));
    assert!(table.contains("  H2 [2] \"Onze redenen\"\n  H3 [2] \"De feiten\"\n"));
}

#[test]
fn no_heading_level_is_skipped() {
    let mut letter = one_page();
    letter.body.insert(0, heading(3, "Te diep"));
    assert!(outline(&laid_out(&letter)).contains("  H2 [1] \"Te diep\""));
}

#[test]
fn everything_stands_inside_the_page_and_the_address_in_its_window() {
    for letter in [one_page(), long(), names()] {
        let layout = laid_out(&letter);
        measure::all_inside(&layout);
        measure::address_in_window(&layout, &letter, &Window::default());
        measure::nothing_overlaps(&layout);
    }
}

#[test]
fn a_long_reference_block_moves_the_text_down() {
    let layout = laid_out(&crowded());
    measure::all_inside(&layout);
    measure::nothing_overlaps(&layout);
    assert_eq!(layout.pages.len(), 6);
}

#[test]
fn pages_end_well_wherever_the_text_puts_their_end() {
    for filler in 0..44 {
        let mut letter = one_page();
        letter.body.truncate(1);
        for _ in 0..filler {
            letter.body.push(paragraph("Een regel."));
        }
        letter.body.push(heading(2, "Een kop die niet alleen mag staan"));
        letter.body.push(paragraph(&"Een zin die enkele malen wordt herhaald. ".repeat(9)));
        letter.body.push(paragraph("De stukken die wij hebben gelezen:"));
        letter.body.push(block(BlockKind::List {
            ordered: true,
            items: (0..4)
                .map(|_| vec![text(&"Een punt van de lijst dat langer is dan een regel. ".repeat(5))])
                .collect(),
        }));
        letter.body.push(paragraph("De laatste regel."));
        let layout = laid_out(&letter);
        measure::all_inside(&layout);
        measure::pages_end_well(&layout, &letter);
    }
}

#[test]
fn an_address_that_does_not_fit_is_refused() {
    let look = Look::built_in();
    let mut letter = one_page();
    letter.addressee = strings(&["a", "b", "c", "d", "e", "f", "g"]);
    assert!(matches!(render(&letter, &look), Err(PdfError::AddressTooLong { lines: 7, room: 6 })));
    letter.addressee = strings(&["De heer Jan", &"Zeer lange straatnaam ".repeat(4), "1234 AB  STAD"]);
    assert!(matches!(render(&letter, &look), Err(PdfError::AddressTooWide { line: 2 })));
    letter = one_page();
    letter.sender.return_address = "Retouradres ".repeat(12);
    assert!(matches!(render(&letter, &look), Err(PdfError::ReturnAddressTooWide)));
}

#[test]
fn a_character_without_a_glyph_is_refused_wherever_it_stands() {
    let look = Look::built_in();
    let places: [fn(&mut Document); 5] = [
        |letter| letter.addressee[0].push('王'),
        |letter| letter.reference[1].1.push('王'),
        |letter| letter.body.push(paragraph("Meneer 王")),
        |letter| letter.signature.push(paragraph("王")),
        |letter| letter.sender.contact[0].lines.push("王".to_owned()),
    ];
    for place in places {
        let mut letter = one_page();
        place(&mut letter);
        assert!(matches!(render(&letter, &look), Err(PdfError::MissingGlyph('王'))));
    }
}

#[test]
fn a_row_higher_than_a_page_is_refused() {
    let mut letter = one_page();
    let cell = vec![text(&"woord ".repeat(4_000))];
    letter.body.push(block(BlockKind::Table { header: vec![vec![text("Kop")]], rows: vec![vec![cell]] }));
    assert!(matches!(render(&letter, &Look::built_in()), Err(PdfError::RowTooHigh)));
}

#[test]
fn only_a_word_wider_than_a_line_is_divided() {
    let mut letter = one_page();
    let short = "verblijfsvergunningsaanvraagprocedurevoorschriften";
    letter.body = vec![paragraph(&format!("Dit gaat over uw aanvraag {short} {short} {short}"))];
    assert!(measure::lines(&laid_out(&letter)).iter().all(|line| !line.contains('\u{AD}')));
    let word = &short.repeat(2);
    letter.body = vec![paragraph(&format!("Dit gaat over uw aanvraag {word} {word} {word}"))];
    let layout = laid_out(&letter);
    let divided: Vec<String> =
        measure::lines(&layout).into_iter().filter(|line| line.contains('\u{AD}')).collect();
    assert!(!divided.is_empty());
    assert!(squeezed(&read_back(&letter).concat()).contains(&word.repeat(3)));
    assert!(outline(&layout).contains(&format!("{word} {word} {word}")));
    // Each is one sequence of the content that says the whole word.
    let pdf = Pdf::read(&render(&letter, &Look::built_in()).unwrap());
    let whole = pdf.pages.iter().flat_map(|page| &page.pieces).filter(|piece| piece.text == *word);
    assert_eq!(whole.count(), 3);
}

#[test]
fn a_divided_word_stands_on_one_page() {
    let word = "verblijfsvergunningsaanvraagprocedurevoorschriften".repeat(5);
    for filler in 0..40 {
        let mut letter = one_page();
        letter.body.truncate(1);
        letter.body.extend((0..filler).map(|_| paragraph("Een regel.")));
        letter.body.push(paragraph(&format!("{} {word} {}", "woord ".repeat(30), "woord ".repeat(30))));
        let pdf = Pdf::read(&render(&letter, &Look::built_in()).unwrap());
        let parts = |page: &&read::Page| {
            let said = page.pieces.iter().position(|piece| piece.text == word);
            said.is_some_and(|at| {
                page.pieces[at + 1..].iter().take_while(|it| it.text.is_empty()).count() > 0
            })
        };
        assert_eq!(pdf.pages.iter().filter(parts).count(), 1, "{filler}");
    }
}

#[test]
fn a_name_is_on_one_line_where_a_line_can_hold_it() {
    let names = ["olena-mariia el-khatib y vega-Ruiz", "el-khatib y vega-Ruiz", "O. el-khatib y vega-Ruiz"];
    let mut letter = one_page();
    letter.names = strings(&names);
    for offset in 0..60 {
        let filler = "x".repeat(offset);
        letter.body = vec![paragraph(&format!(
            "{filler} Het gaat hier om de aanvraag van {} en om die van {} en van niemand anders dan {}.",
            names[0], names[1], names[2]
        ))];
        let lines = measure::lines(&laid_out(&letter));
        for (whole, times) in [(names[0], 1), (names[1], 3), (names[2], 1)] {
            let found: usize = lines.iter().map(|line| line.matches(whole).count()).sum();
            assert_eq!(found, times, "{offset} {whole} {lines:#?}");
        }
    }
    // A column that cannot hold the whole name holds the family name; one that cannot hold this either ends at its hyphen.
    letter.names = strings(&["Viktoriia Melnyk-Zaporozhets", "Melnyk-Zaporozhets", LONG_NAME]);
    letter.reference.push(("Brief aan".to_owned(), "Viktoriia Melnyk-Zaporozhets".to_owned()));
    letter.reference.push(("Brief aan".to_owned(), LONG_NAME.to_owned()));
    let lines: Vec<String> =
        measure::lines(&laid_out(&letter)).iter().map(|line| line.trim_end().to_owned()).collect();
    assert!(lines.contains(&"Melnyk-Zaporozhets".to_owned()), "{lines:#?}");
    assert!(lines.contains(&"Zaporozhenkovych-".to_owned()), "{lines:#?}");
}

/// A family name that is wider than the column of the reference block.
const LONG_NAME: &str = "Zaporozhenkovych-Verzonnenhovenska";

/// Every name of every letter, wherever it stands: in the text, the address, the reference block and the signature.
#[test]
fn no_family_name_of_any_fixture_is_broken() {
    let mut seen = 0;
    for (fixture, letter) in fixture_letters(pipeline()) {
        let layout = laid_out(&letter);
        let lines = measure::lines(&layout);
        let whole = lines.concat();
        for name in letter.names.iter().filter(|name| !name.contains(' ')) {
            let on_lines: usize = lines.iter().map(|line| line.matches(name.as_str()).count()).sum();
            assert_eq!(on_lines, whole.matches(name.as_str()).count(), "{fixture}: {name}");
            seen += on_lines;
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn dates_and_articles_are_on_one_line() {
    for offset in 0..40 {
        let mut letter = one_page();
        let filler = "x".repeat(offset);
        letter.body = vec![paragraph(&format!(
            "{filler} Het gaat hier om een aanvraag die u hebt gedaan op maandag 4 mei 2026 en om artikel 66b, eerste lid, van de Vreemdelingenwet 2000, zie ook Vw 69 lid 1 en uw V-nummer 123 456 7890."
        ))];
        let lines = measure::lines(&laid_out(&letter));
        for whole in ["maandag 4 mei 2026", "artikel 66b, eerste lid", "Vw 69 lid 1", "123 456 7890"] {
            assert!(lines.iter().any(|line| line.contains(whole)), "{offset} {whole}");
        }
    }
}

proptest! {
    #![proptest_config(tried_with(48))]

    /// Whatever an officer writes is on the page, whole and inside the margins.
    #[test]
    fn no_text_is_lost(words in "[a-zA-Zé0-9 .,:()/\u{2019}\u{301}Їжа€-]{0,400}", long in "[a-z]{0,300}") {
        let mut letter = one_page();
        letter.body = vec![paragraph(&format!("{words} {long}"))];
        let layout = laid_out(&letter);
        measure::all_inside(&layout);
        let expected: String = squeezed(&composed(&format!("{words}{long}")));
        let shown: String = measure::lines(&layout).concat();
        prop_assert!(squeezed(&shown).contains(&expected));
    }
}
