//! A table over several pages: its head is drawn on each page, but is in the structure only once.

use super::read::{Element, Pdf};
use super::{laid_out, measure};
use crate::support::letters::crowded;
use rtbrief::render::look::Look;
use rtbrief::render::pdf::render;

fn count(element: &Element, tag: &str) -> usize {
    usize::from(element.tag == tag) + element.kids.iter().map(|kid| count(kid, tag)).sum::<usize>()
}

#[test]
fn a_table_that_goes_on_repeats_its_head_as_decoration() {
    let letter = crowded();
    let pdf = Pdf::read(&render(&letter, &Look::built_in()).unwrap());
    assert!(pdf.pages.len() >= 4);
    for (index, page) in pdf.pages.iter().enumerate() {
        let said = |content: bool| -> String {
            let pieces = page.pieces.iter().filter(|piece| piece.mcid.is_some() == content);
            pieces.map(|piece| &*piece.text).collect()
        };
        let first = page.pieces.iter().find(|piece| piece.text.starts_with("Rij ")).unwrap();
        let head: Vec<_> =
            page.pieces.iter().filter(|it| it.text == "Nummer" && it.baseline > first.baseline).collect();
        assert_eq!(head.len(), 1, "page {}", index + 1);
        assert!(
            (head[0].left - first.left).abs() < 0.01
                && (12.0..30.0).contains(&(head[0].baseline - first.baseline))
        );
        assert_eq!(said(true).contains("Nummer"), index == 0);
        assert_eq!(said(false).contains("NummerInhoudOpmerking"), index > 0);
    }
    let told = &pdf.letters()[0];
    let reference = letter.reference.len();
    assert_eq!(count(told, "TH"), reference + 3 + 70);
    assert_eq!(count(told, "TR"), reference + 71);
    measure::nothing_overlaps(&laid_out(&letter));
}
