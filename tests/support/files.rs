//! PDF files that more than one test makes of the letters made by hand: a stream, a print stream, zones.

use super::letters::{linked, long, one_page};
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

/// Three letters in one file, as a print stream on one side has them.
pub fn stream() -> Vec<u8> {
    assembled([linked(), long(), linked()].iter(), false)
}

/// So many letters in one file, as a print stream on both sides has them: short, long and with links in turn.
pub fn stream_of(count: usize) -> Vec<u8> {
    assembled([one_page(), long(), linked()].iter().cycle().take(count), true)
}

fn assembled<'d>(letters: impl Iterator<Item = &'d Document>, duplex: bool) -> Vec<u8> {
    let shared = SharedObjects::new(&Look::built_in(), Tier::Full);
    let mut stream = PrintStream::new(&shared, Vec::new()).unwrap();
    let mut made: Vec<(&Document, LetterContent)> = Vec::new();
    for (letter, number) in letters.zip(1..) {
        if !made.iter().any(|(known, _)| std::ptr::eq(*known, letter)) {
            let layout = lay_out(letter, &Look::built_in()).unwrap();
            made.push((letter, LetterContent::new(letter, layout).unwrap()));
        }
        let content = &made.iter().find(|(known, _)| std::ptr::eq(*known, letter)).unwrap().1;
        stream.letter(content, &[], record(number, content.pages(), duplex)).unwrap();
        if duplex && stream.pages() % 2 == 1 {
            stream.blank().unwrap();
        }
    }
    stream.finish(&About { title: "Brieven", author: "Dienst", date: "2026-11-20", letter: None }).unwrap().0
}

/// What a stream says of a letter.
fn record(number: u64, pages: usize, duplex: bool) -> Record {
    let sheets = u32::try_from(if duplex { pages.div_ceil(2) } else { pages }).unwrap();
    Record { number, id: format!("b{number:016x}"), pages, sheets, duplex }
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
    stream.letter(&content, &overlays, record(65_000, content.pages(), true)).unwrap();
    let about =
        About { title: "Drukstroom 0001", author: &letter.sender.name, date: &letter.date_iso, letter: None };
    stream.finish(&about).unwrap().0
}
