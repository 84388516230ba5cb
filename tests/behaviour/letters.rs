//! Every letter of every fixture as PDF, made once: the words, the zones and the glyphs of the file, and the same
//! bytes in every thread and process.

use crate::pdf::read::Pdf;
use crate::pdf::{measure, words, zones};
use crate::support::{fixture as fixture_folder, fixture_letters, pipeline};
use rtbrief::letter::document::Document;
use rtbrief::pipeline::Format;
use rtbrief::render::look::Look;
use rtbrief::render::pdf::{lay_out, render};
use std::fs;
use std::process::Command;
use std::sync::LazyLock;

/// A letter of a fixture.
struct Made {
    fixture: String,
    letter: Document,
    bytes: Vec<u8>,
    pdf: Pdf,
}

/// Every letter, rendered one after the other.
static LETTERS: LazyLock<Vec<Made>> = LazyLock::new(|| {
    let pipeline = pipeline();
    let render = |(fixture, letter)| {
        let bytes = pipeline.render(&letter, Format::Pdf).unwrap();
        Made { fixture, letter, pdf: Pdf::read(&bytes), bytes }
    };
    let made: Vec<Made> = fixture_letters(pipeline).into_iter().map(render).collect();
    assert!(made.len() > 80, "only {} letters", made.len());
    made
});

#[test]
fn the_pdf_says_the_words_of_the_letter_in_the_same_order() {
    for Made { fixture, letter, pdf, .. } in LETTERS.iter() {
        let [told] = pdf.letters().try_into().ok().unwrap();
        let (shown, written) = (words::of_pdf(&told), words::of_text(letter));
        let differ = shown.iter().zip(&written).position(|(shown, written)| shown != written);
        let at = differ.unwrap_or(shown.len().min(written.len()));
        let near = |words: &[String]| words[at.saturating_sub(5)..words.len().min(at + 5)].join(" ");
        assert!(shown == written, "{fixture}: {} ≠ {}", near(&shown), near(&written));
        assert!(written.len() > 150, "{fixture}: only {} words", written.len());
    }
}

#[test]
fn a_word_that_is_missing_added_or_moved_is_seen() {
    let Made { letter, pdf, .. } = &LETTERS[0];
    let shown = words::of_pdf(&pdf.letters()[0]);
    let changes: [fn(&mut Document); 4] = [
        |letter| drop(letter.body.remove(3)),
        |letter| letter.addressee.push("erbij".to_owned()),
        |letter| letter.body.swap(2, 4),
        |letter| letter.subject.push('s'),
    ];
    for change in changes {
        let mut other = letter.clone();
        change(&mut other);
        assert!(words::of_text(&other) != shown);
    }
}

#[test]
fn pages_begin_and_end_well() {
    for Made { letter, .. } in LETTERS.iter() {
        measure::pages_end_well(&lay_out(letter, &Look::built_in()).unwrap(), letter);
    }
}

#[test]
fn everything_stands_in_its_zone() {
    for Made { fixture, letter, pdf, .. } in LETTERS.iter() {
        zones::check(fixture, pdf, letter);
    }
}

#[test]
fn no_glyph_is_an_empty_box() {
    for Made { fixture, pdf, .. } in LETTERS.iter() {
        for piece in pdf.pages.iter().flat_map(|page| &page.pieces) {
            assert!(!piece.glyphs.is_empty() && !piece.glyphs.contains(&0), "{fixture}");
        }
    }
}

#[test]
fn eight_threads_at_once_make_the_same_bytes() {
    let letters = &*LETTERS;
    std::thread::scope(|scope| {
        for thread in 0..8 {
            scope.spawn(move || {
                // Each thread begins at another letter, and every second one goes backwards.
                let order =
                    (0..letters.len()).map(|step| (step + thread * letters.len() / 8) % letters.len());
                let order: Vec<usize> = if thread % 2 == 0 { order.collect() } else { order.rev().collect() };
                for made in order.into_iter().map(|index| &letters[index]) {
                    let bytes = render(&made.letter, &Look::built_in()).unwrap();
                    assert!(bytes == made.bytes, "{} differs in thread {thread}", made.fixture);
                }
            });
        }
    });
}

#[test]
fn two_processes_make_the_same_bytes() {
    for fixture in [
        "weigering-inreisstempel",
        "besluit-met-gemachtigde-en-poolse-letters",
        "niet-gemeld-buiten-behandeling-met-tkb",
        "toekenning-zwaar-en-licht-twee-brieven",
    ] {
        let expected: Vec<&Made> = LETTERS.iter().filter(|made| made.fixture == fixture).collect();
        assert!(!expected.is_empty(), "{fixture}");
        for _ in 0..2 {
            let folder = tempfile::tempdir().unwrap();
            let mut command = Command::new(env!("CARGO_BIN_EXE_rtbrief"));
            command
                .env_remove("RTBRIEF_ORGANISATIE")
                .arg("maak")
                .arg(fixture_folder(fixture).join("case.yaml"));
            let output = command.arg("-o").arg(folder.path()).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            for made in &expected {
                let file = folder.path().join(format!("{}.pdf", made.letter.file_stem));
                assert!(fs::read(file).unwrap() == made.bytes, "{fixture} differs in another process");
            }
        }
    }
}
