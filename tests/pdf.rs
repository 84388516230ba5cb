//! The PDF of letters made by hand: same bytes, same text, everything at its place, conformant.

#[path = "pdf/letters.rs"]
mod letters;

use rtbrief::render::font::Fonts;
use rtbrief::render::pdf::render;

#[test]
fn the_same_letter_has_the_same_bytes_in_every_thread() {
    let letter = letters::long();
    let first = render(&letter, Fonts::built_in()).unwrap();
    let others: Vec<_> = (0..3)
        .map(|_| {
            let letter = letter.clone();
            std::thread::spawn(move || render(&letter, Fonts::built_in()).unwrap())
        })
        .collect();
    for other in others {
        assert!(other.join().unwrap() == first);
    }
}
