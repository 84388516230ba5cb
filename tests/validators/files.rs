//! Every kind of PDF file that the program makes, judged by the two validators.

use crate::judge::judge;
use crate::support::files::{printed, stream, with_zones};
use crate::support::letters::{self, crowded, heading, linked, long, many_pages, names, one_page};
use crate::support::pictures::{SVG, Stationery, all_pngs, concept, logo, stationery};
use crate::support::post::{batch, codes_of, day, posted, tree};
use crate::support::{fixture_letters, pipeline};
use rtbrief::pipeline::Format;
use rtbrief::render::look::Look;
use rtbrief::render::pdf::render;
use rtbrief::render::picture::letterhead::Letterhead;

/// Files to judge, each with its name.
type Files = Vec<(String, Vec<u8>)>;

fn numbered(files: impl IntoIterator<Item = Vec<u8>>) -> Files {
    files.into_iter().enumerate().map(|(number, bytes)| (number.to_string(), bytes)).collect()
}

/// Every letter of every fixture.
fn of_fixtures() -> Files {
    let pipeline = pipeline();
    let file = |letter| pipeline.render(letter, Format::Pdf).unwrap();
    fixture_letters(pipeline).iter().map(|(_, letter)| (letter.file_stem.clone(), file(letter))).collect()
}

/// Letters made by hand, alone, in a stream, with zones and with marks for machines.
fn by_hand() -> Files {
    let mut deep = long();
    deep.body.insert(0, heading(3, "Te diep"));
    let mut marked = long();
    marked.is_example = true;
    let letters = [
        one_page(),
        long(),
        names(),
        crowded(),
        deep,
        marked,
        many_pages(),
        linked(),
        letters::concept(),
        letters::advised(),
    ];
    let mut files: Vec<Vec<u8>> = letters.map(|letter| render(&letter, &Look::built_in()).unwrap()).into();
    files.push(stream());
    files.extend([with_zones(&long()), with_zones(&letters::advised())]);
    files.extend([one_page(), long()].map(|letter| printed(&letter, &Look::built_in())));
    numbered(files)
}

/// Letters with every kind of logo, and with stationery.
fn with_pictures() -> Files {
    let paper = Stationery::good().bytes();
    let mut marked = long();
    marked.is_example = true;
    let with_logo = all_pngs().into_iter().chain([SVG.as_bytes().to_vec()]).map(|it| logo(&it, 200));
    let letters = with_logo.map(|look| render(&one_page(), &look).unwrap());
    let next = Letterhead::default().with_logo(SVG.as_bytes(), 230).unwrap().with_next(&paper).unwrap();
    let others = [
        render(&long(), &stationery()).unwrap(),
        render(&names(), &stationery()).unwrap(),
        render(&crowded(), &Look::with_letterhead(next)).unwrap(),
        render(&marked, &logo(SVG.as_bytes(), 50)).unwrap(),
        render(&concept(), &stationery()).unwrap(),
    ];
    numbered(letters.chain(others))
}

/// The parts of the print stream of a day, on one side and on both, with marks and without, and with codes of the post.
fn print_streams() -> Files {
    let desk = day();
    let codes = codes_of(&posted(&desk, "--dubbelzijdig --wijze toezending"));
    let desk = desk.file("codes.csv", codes);
    let mut files = Vec::new();
    for (name, options) in [
        ("enkelzijdig", ""),
        ("dubbelzijdig", "--dubbelzijdig --kix --inserter --wijze toezending"),
        ("codes", "--dubbelzijdig --inserter --wijze toezending --codes codes.csv"),
        ("delen", "--dubbelzijdig --inserter --vellen 8"),
    ] {
        batch(&desk, &format!("zaken -o {name} --drukstroom {options}")).exits(0);
        let parts = tree(&desk, name).into_iter().filter(|(file, _)| file.starts_with("drukstroom-"));
        files.extend(parts.map(|(file, bytes)| (format!("{name}-{}", file.trim_end_matches(".pdf")), bytes)));
    }
    files
}

fn all_pass(files: Files) {
    let verdicts = judge(files);
    assert!(verdicts.all_pass(), "{verdicts}");
}

#[test]
fn every_file_can_be_made() {
    for (files, least) in [(of_fixtures(), 81), (by_hand(), 14), (with_pictures(), 16), (print_streams(), 6)]
    {
        assert!(files.len() >= least, "only {}", files.len());
        assert!(files.iter().all(|(_, bytes)| bytes.starts_with(b"%PDF-1.7")));
    }
}

#[test]
#[ignore = "needs Java and Python"]
fn letters_of_fixtures_conform() {
    all_pass(of_fixtures());
}

#[test]
#[ignore = "needs Java and Python"]
fn letters_made_by_hand_conform() {
    all_pass(by_hand());
}

#[test]
#[ignore = "needs Java and Python"]
fn letters_with_pictures_conform() {
    all_pass(with_pictures());
}

#[test]
#[ignore = "needs Java and Python"]
fn print_streams_conform() {
    all_pass(print_streams());
}
