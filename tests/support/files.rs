//! PDF files that more than one test makes of the letters made by hand: a stream, a print stream, zones.

use super::letters::{linked, long};
use rtbrief::letter::document::Document;
use rtbrief::render::font::Tier;
use rtbrief::render::look::Look;
use rtbrief::render::pdf::paper::kix;
use rtbrief::render::pdf::paper::sheet_mark::Sheets;
use rtbrief::render::pdf::writing::assembly::Assembly;
use rtbrief::render::pdf::writing::content;
use rtbrief::render::pdf::writing::deflate::zlib;
use rtbrief::render::pdf::writing::letter_content::LetterContent;
use rtbrief::render::pdf::writing::metadata::About;
use rtbrief::render::pdf::writing::shared::SharedObjects;
use rtbrief::render::pdf::{Press, lay_out};

/// A letter with the zones drawn over it.
pub fn with_zones(letter: &Document) -> Vec<u8> {
    Press::new(Look::built_in()).render_with_zones(letter).unwrap()
}

/// Three letters in one file, as a print stream has them.
pub fn stream() -> Vec<u8> {
    let shared = SharedObjects::new(&Look::built_in(), Tier::Full);
    let mut assembly = Assembly::new(&shared, Vec::new()).unwrap();
    for letter in [linked(), long(), linked()] {
        assembly
            .letter(&LetterContent::new(&letter, lay_out(&letter, &Look::built_in()).unwrap()).unwrap())
            .unwrap();
    }
    assembly
        .finish(&About { title: "Drie brieven", author: "Dienst", date: "2026-11-20", letter: None })
        .unwrap()
        .0
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
    let mut stream = Assembly::new(&shared, Vec::new()).unwrap();
    stream.letter_with(&LetterContent::new(letter, layout).unwrap(), &overlays).unwrap();
    let author = &letter.sender.name;
    let about = About { title: "Drukstroom 0001", author, date: &letter.date_iso, letter: None };
    stream.finish(&about).unwrap().0
}
