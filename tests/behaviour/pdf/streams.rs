//! What a print stream has beside its pages: document parts and bookmarks.

use crate::support::document_parts::{Part, bookmarks, parts};
use crate::support::files::stream_of;
use crate::support::letters::{linked, long};
use rtbrief::render::look::Look;
use rtbrief::render::pdf::render;

fn read(bytes: &[u8]) -> lopdf::Document {
    lopdf::Document::load_mem(bytes).unwrap()
}

#[test]
fn the_parts_of_a_stream_are_its_letters_with_their_blank_backs() {
    let found = parts(&read(&stream_of(5)));
    let mut next = 1;
    for (part, number) in found.iter().zip(1..) {
        let Part { range: (first, last), pages, sheets, .. } = part;
        let printed = i64::try_from(last + 1 - first).unwrap();
        assert_eq!((*first, part.number, printed), (next, number, 2 * sheets));
        assert_eq!((*sheets, part.duplex), ((pages + 1) / 2, true));
        assert_eq!(part.id, format!("b{number:016x}"));
        next = last + 1;
    }
    assert_eq!(found.len(), 5);
    assert!(found.iter().any(|part| part.pages % 2 == 1), "no blank back was tried");
}

#[test]
fn many_parts_stand_in_lists_that_every_reader_takes() {
    // More than an array of a reader of PDF 1.7 holds.
    assert_eq!(parts(&read(&stream_of(8_200))).len(), 8_200);
}

#[test]
fn bookmarks_name_the_letters_and_many_are_in_groups() {
    let pdf = read(&stream_of(100));
    let found = bookmarks(&pdf);
    let expected: Vec<_> =
        parts(&pdf).iter().map(|part| (format!("Brief {}", part.number), part.range.0, Vec::new())).collect();
    assert_eq!(found, expected);
    let pdf = read(&stream_of(201));
    let found = bookmarks(&pdf);
    let titles: Vec<&str> = found.iter().map(|(title, ..)| title.as_str()).collect();
    assert_eq!(titles, ["Brief 1 tot en met 100", "Brief 101 tot en met 200", "Brief 201 tot en met 201"]);
    let inner: Vec<_> = found.iter().flat_map(|(.., inner)| inner.clone()).collect();
    let expected: Vec<_> =
        parts(&pdf).iter().map(|part| (format!("Brief {}", part.number), part.range.0)).collect();
    assert_eq!(inner, expected);
    assert!(found.iter().all(|(_, page, inner)| *page == inner[0].1));
}

#[test]
fn a_letter_alone_has_no_parts() {
    for letter in [linked(), long()] {
        let pdf = read(&render(&letter, &Look::built_in()).unwrap());
        let named =
            |it: &lopdf::Object| it.as_dict().is_ok_and(|it| it.has(b"DPart") || it.has(b"DPartRoot"));
        assert!(!pdf.objects.values().any(named));
    }
}
