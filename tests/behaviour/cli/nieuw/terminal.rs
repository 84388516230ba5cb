//! `nieuw` on a terminal: narrow, without colour, and with nothing that is drawn again.

use super::situations::{all, have};
use super::talk::Place;

/// Columns of a narrow terminal.
const NARROW: u16 = 40;

#[test]
fn a_terminal_gets_lines_that_fit_and_no_codes() {
    for (number, situation) in all().iter().enumerate() {
        let columns = if number % 2 == 0 { NARROW } else { 2 * NARROW };
        let (narrow, talk) = have(situation, &Place::Terminal(columns));
        let (wide, _) = have(situation, &Place::Pipe);
        assert_eq!(narrow.read("zaak.yaml"), wide.read("zaak.yaml"), "{}", situation.name);
        for turn in &talk.turns {
            let drawn = turn.replace("\r\n", "\n");
            assert!(!drawn.contains(|c: char| c.is_control() && c != '\n'), "{drawn:?}");
            // The first line ends what the officer typed.
            for line in drawn.lines().skip(1) {
                // A word that is longer than its line stands alone behind its number.
                let before = line.trim_end().rsplit_once(' ').map_or(0, |(before, _)| before.trim().len());
                let fits = line.chars().count() <= usize::from(columns);
                assert!(fits || before <= "20 =".len(), "{columns}: {line}");
            }
        }
    }
}
