//! The file around the pages: its title and metadata, what a viewer shows of it, its outline and its fonts.

use super::laid_out;
use super::read::{Pdf, dict, list, resolve};
use crate::support::files::stream;
use crate::support::letters::{advised, composed, heading, names, one_page, paragraph};
use lopdf::{Dictionary, Object};
use rtbrief::letter::document::{Document, LanguagePage};
use rtbrief::render::look::Look;
use rtbrief::render::pdf::paper::headings::headings;
use rtbrief::render::pdf::render;
use rtbrief::words::Language;

fn file(letter: &Document) -> Pdf {
    Pdf::read(&render(letter, &Look::built_in()).unwrap())
}

fn text(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

fn xmp(pdf: &Pdf) -> String {
    let metadata = resolve(&pdf.file, pdf.file.catalog().unwrap().get(b"Metadata").unwrap());
    String::from_utf8(metadata.as_stream().unwrap().content.clone()).unwrap()
}

#[test]
fn no_printer_makes_the_page_smaller() {
    for pdf in [file(&one_page()), Pdf::read(&stream())] {
        let wishes = dict(&pdf.file, pdf.file.catalog().unwrap().get(b"ViewerPreferences").unwrap());
        assert_eq!(wishes.get(b"PrintScaling").unwrap().as_name().unwrap(), b"None");
        assert!(wishes.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    }
}

#[test]
fn a_file_says_which_letter_it_is_and_not_whom_it_is_about() {
    for is_copy in [false, true] {
        let letter = Document { is_copy, ..one_page() };
        let pdf = file(&letter);
        let info = dict(&pdf.file, pdf.file.trailer.get(b"Info").unwrap());
        let title = text(info.get(b"Title").unwrap());
        let copy = if is_copy { " (afschrift)" } else { "" };
        assert_eq!(title, format!("{} – RTB-2026-000123{copy}", letter.title));
        let xmp = xmp(&pdf);
        let kinds = if is_copy { "<rdf:li>afschrift</rdf:li>" } else { "" };
        for told in [
            format!("<rdf:li xml:lang=\"x-default\">{title}</rdf:li>"),
            "<dc:identifier>RTB-2026-000123</dc:identifier>".to_owned(),
            format!("<dc:type><rdf:Bag><rdf:li>{}</rdf:li>{kinds}</rdf:Bag></dc:type>", letter.kind.id()),
            format!("<dc:date><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:date>", letter.date_iso),
            format!("<xmp:CreateDate>{}</xmp:CreateDate>", letter.date_iso),
        ] {
            assert!(xmp.contains(&told), "{told}\n{xmp}");
        }
        assert!(!xmp.contains("Kovalenko") && !xmp.contains("123 456"));
    }
}

#[test]
fn a_print_stream_is_no_letter() {
    let xmp = xmp(&Pdf::read(&stream()));
    assert!(!xmp.contains("dc:identifier") && !xmp.contains("dc:type") && !xmp.contains("dc:date"));
}

/// The bookmarks below an entry of the outline, each with its depth, its title and its page.
fn below(pdf: &Pdf, entry: &Dictionary, depth: u8, found: &mut Vec<(u8, String, usize)>) {
    let mut next = entry.get(b"First").ok();
    while let Some(object) = next {
        let bookmark = dict(&pdf.file, object);
        let target = list(&pdf.file, bookmark.get(b"Dest").unwrap())[0].as_reference().unwrap();
        let page = pdf.file.get_pages().values().position(|page| *page == target).unwrap();
        found.push((depth, text(bookmark.get(b"Title").unwrap()), page));
        below(pdf, bookmark, depth + 1, found);
        next = bookmark.get(b"Next").ok();
    }
}

#[test]
fn a_letter_with_a_page_in_another_language_has_its_headings_as_outline() {
    let blocks = vec![heading(2, "Your letter"), paragraph("It explains.")];
    let letter = Document { page: Some(LanguagePage { language: Language::English, blocks }), ..advised() };
    let pdf = file(&letter);
    let outlines = dict(&pdf.file, pdf.file.catalog().unwrap().get(b"Outlines").unwrap());
    let mut found = Vec::new();
    below(&pdf, outlines, 1, &mut found);
    let expected = headings(&laid_out(&letter)).into_iter().map(|it| (it.level, it.title, it.page));
    assert_eq!(found, expected.collect::<Vec<_>>());
    assert_eq!(found[0], (1, letter.subject.clone(), 0));
    let (level, title, page) = found.last().unwrap();
    assert_eq!((*level, title.as_str()), (2, "Your letter"));
    assert!(found.iter().any(|(_, title, _)| title == "Waarop dit besluit steunt"));
    assert!(*page > 0 && found.iter().any(|(level, ..)| *level == 3));
    // A heading is found where it is read.
    let says = |page: usize, title: &str| {
        let said: String = pdf.pages[page].pieces.iter().map(|piece| &*piece.text).collect();
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        squeezed(&said).contains(&squeezed(title))
    };
    assert!(found.iter().all(|(_, title, page)| says(*page, title)));
}

#[test]
fn another_letter_has_no_outline() {
    assert!(file(&advised()).file.catalog().unwrap().get(b"Outlines").is_err());
}

/// A letter with a character of the largest tier has only the glyphs that it shows, and reads as before.
#[test]
fn one_rare_letter_does_not_bring_a_whole_font() {
    let mut letter = names();
    letter.addressee[2] = "Ґалаґан-Ӏаҳмад Αλέξανδρος".to_owned();
    let bytes = render(&letter, &Look::built_in()).unwrap();
    let small = render(&one_page(), &Look::built_in()).unwrap();
    assert!(bytes.len() < small.len(), "{} {}", bytes.len(), small.len());
    let pdf = Pdf::read(&bytes);
    let told: String = pdf.letters()[0].kids.iter().map(|kid| format!("{} ", kid.text)).collect();
    assert!(told.contains(&composed(&letter.addressee[2])), "{told}");
    assert!(told.contains(&composed("Олександр Їжакевич-Ґалаґан, Х\u{301}ристя́")), "{told}");
}
