//! PDF files that more than one test makes of the letters made by hand: a stream, a print stream, zones.

use super::letters::{linked, long};
use rtbrief::letter::document::Document;
use rtbrief::render::font::Tier;
use rtbrief::render::look::Look;
use rtbrief::render::pdf::paper::kix;
use rtbrief::render::pdf::paper::sheet_mark::Sheets;
use rtbrief::render::pdf::writing::content;
use rtbrief::render::pdf::writing::deflate::zlib;
use rtbrief::render::pdf::writing::document_parts::Record;
use rtbrief::render::pdf::writing::letter_content::LetterContent;
use rtbrief::render::pdf::writing::metadata::About;
use rtbrief::render::pdf::writing::print_stream::PrintStream;
use rtbrief::render::pdf::writing::shared::SharedObjects;
use rtbrief::render::pdf::{Press, lay_out};

/// A letter with the zones drawn over it.
pub fn with_zones(letter: &Document) -> Vec<u8> {
    Press::new(Look::built_in()).render_with_zones(letter).unwrap()
}

/// Three letters in one file, as a print stream has them.
pub fn stream() -> Vec<u8> {
    stream_of(3)
}

/// So many letters in one file, as a print stream on both sides has them; every second one is long.
pub fn stream_of(count: u64) -> Vec<u8> {
    let shared = SharedObjects::new(&Look::built_in(), Tier::Full);
    let mut stream = PrintStream::new(&shared, Vec::new()).unwrap();
    let content = [linked(), long()]
        .map(|letter| LetterContent::new(&letter, lay_out(&letter, &Look::built_in()).unwrap()).unwrap());
    for number in 1..=count {
        let content = &content[if number.is_multiple_of(2) { 1 } else { 0 }];
        stream.letter(content, &[], record(number, content.pages())).unwrap();
        if stream.pages() % 2 == 1 {
            stream.blank().unwrap();
        }
    }
    stream.finish(&About { title: "Brieven", author: "Dienst", date: "2026-11-20" }).unwrap().0
}

/// What a stream that is printed on both sides says of a letter.
fn record(number: u64, pages: usize) -> Record {
    let sheets = u32::try_from(pages.div_ceil(2)).unwrap();
    Record { number, id: format!("b{number:016x}"), pages, sheets, duplex: true }
}

/// A letter with all marks as the print stream shows it.
pub fn printed(letter: &Document, look: &Look) -> Vec<u8> {
    let layout = lay_out(letter, look).unwrap();
    let sheets = Sheets { run: 4_071_999, letter: 65_000, pages: layout.pages.len(), duplex: true };
    let pages = (0..layout.pages.len()).map(|page| {
        let code = if page == 0 { kix::marks(letter, look) } else { Vec::new() };
        let overlay = content::overlay([code, sheets.marks(page).unwrap()].concat()).unwrap();
        if overlay.is_empty() { overlay } else { zlib(&overlay).unwrap() }
    });
    let overlays: Vec<Vec<u8>> = pages.collect();
    let shared = SharedObjects::new(look, Tier::Full);
    let mut stream = PrintStream::new(&shared, Vec::new()).unwrap();
    let content = LetterContent::new(letter, layout).unwrap();
    stream.letter(&content, &overlays, record(65_000, content.pages())).unwrap();
    let about = About { title: "Drukstroom 0001", author: &letter.sender.name, date: &letter.date_iso };
    stream.finish(&about).unwrap().0
}
