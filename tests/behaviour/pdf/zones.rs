//! Where text may stand on the sheet, measured in the bytes of the file. The millimetres are those of docs/spec/pdf.md,
//! not those of the code.

use super::read::{Page, Pdf, Piece};
use rtbrief::letter::document::Document;

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;
/// The sheet.
const WIDTH: f64 = 210.0;
const HEIGHT: f64 = 297.0;
/// How much (mm) a number may lie outside because it was rounded.
const SLACK: f64 = 0.02;

/// What a piece of text covers, in millimetres from the left and the top.
struct Covered {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

fn covered(piece: &Piece) -> Covered {
    Covered {
        left: piece.left / MM + SLACK,
        right: piece.right / MM - SLACK,
        top: HEIGHT - (piece.baseline + piece.size * 0.75) / MM + SLACK,
        bottom: HEIGHT - (piece.baseline - piece.size * 0.25) / MM - SLACK,
    }
}

/// Everything keeps its distance to the edges of the sheet, text stands inside its margins, the address
/// alone and whole in its window.
pub fn check(name: &str, pdf: &Pdf, letter: &Document) {
    for (index, page) in pdf.pages.iter().enumerate() {
        for piece in &page.pieces {
            let Covered { left, right, top, bottom } = covered(piece);
            let place = format!("{name}, page {}, {:?}", index + 1, piece.text);
            assert!(left >= 15.0 && right <= WIDTH - 15.0, "{place}: near the side");
            assert!(top >= 5.0 && bottom <= HEIGHT - 5.0, "{place}: near top or bottom");
            assert!(left >= 25.0 && right <= WIDTH - 20.0, "{place}: outside the margins");
            let first = if index == 0 { 5.0 } else { 28.0 };
            assert!(
                piece.mcid.is_none() || (top >= first && bottom <= HEIGHT - 20.0),
                "{place}: too high or low"
            );
        }
        for &(x, y) in &page.rules {
            let (x, y) = (x / MM, y / MM);
            let place = format!("{name}, page {}: a rule at {x}, {y}", index + 1);
            assert!((14.99..=WIDTH - 14.99).contains(&x) && (5.0..=HEIGHT - 5.0).contains(&y), "{place}");
        }
    }
    window(name, &pdf.pages[0], letter);
}

/// Return address and address stand in x 20 to 120, y 45 to 73 mm, and no other text touches it.
fn window(name: &str, page: &Page, letter: &Document) {
    let inside = page.pieces.iter().filter(|piece| {
        let it = covered(piece);
        it.left < 120.0 && it.right > 20.0 && it.top < 73.0 && it.bottom > 45.0
    });
    let mut shown = String::new();
    for piece in inside {
        let it = covered(piece);
        // With two millimetres of play on every side.
        assert!(it.left >= 22.0 && it.right <= 118.0 && it.top >= 47.0 && it.bottom <= 71.0, "{name}");
        shown += &piece.text;
    }
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let expected = letter.sender.return_address.clone() + &letter.addressee.concat();
    assert_eq!(squeezed(&shown), squeezed(&expected), "{name}: what the window shows");
}
