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

#[test]
fn write() {
    for (name, letter) in
        [("one", letters::one_page()), ("long", letters::long()), ("names", letters::names())]
    {
        let pdf = render(&letter, Fonts::built_in()).unwrap();
        std::fs::write(format!("/tmp/pdfout/{name}.pdf"), pdf).unwrap();
    }
}
#[test]
fn speed() {
    let mut letter = letters::long();
    letter.body.truncate(18);
    let t = std::time::Instant::now();
    let mut bytes = 0;
    for _ in 0..200 {
        bytes = render(&letter, Fonts::built_in()).unwrap().len();
    }
    println!("{:?} a letter, {bytes} bytes", t.elapsed() / 200);
    let l = rtbrief::render::pdf::layout::layout(&letter, Fonts::built_in()).unwrap();
    let t = std::time::Instant::now();
    for _ in 0..200 {
        rtbrief::render::pdf::layout::layout(&letter, Fonts::built_in()).unwrap();
    }
    println!("layout {:?} pages {}", t.elapsed() / 200, l.pages.len());
    let t = std::time::Instant::now();
    let mut n = 0;
    for _ in 0..200 {
        n = rtbrief::render::pdf::content::streams(&l.pages).unwrap().iter().map(|x| x.len()).sum();
    }
    println!("content {:?} {n}", t.elapsed() / 200);
    let s = rtbrief::render::pdf::content::streams(&l.pages).unwrap();
    for level in [1, 3, 4, 5, 6, 9] {
        let t = std::time::Instant::now();
        let mut z = 0;
        for _ in 0..100 {
            z = s.iter().map(|x| miniz_oxide::deflate::compress_to_vec_zlib(x, level).len()).sum();
        }
        println!("deflate {level} {:?} {z}", t.elapsed() / 100);
    }
}
