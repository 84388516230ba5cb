//! The difference between two texts, line by line, in the unified form that `diff -u` and editors know; and which words of
//! two letters differ.

use std::fmt::Write;

/// How many equal lines stand around a change.
const AROUND: usize = 3;
/// The largest table of common lines; where two texts need a larger one, all that differs counts as replaced.
const MAX_CELLS: usize = 16 << 20;

/// A line of a difference, or a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line<T> {
    Same(T),
    Old(T),
    New(T),
}

/// Which words of the old and of the new letter the other one does not have there.
pub fn differing<T: PartialEq>(old: &[T], new: &[T]) -> [Vec<bool>; 2] {
    let (a, b): (Vec<&T>, Vec<&T>) = (old.iter().collect(), new.iter().collect());
    let mut changed = [Vec::with_capacity(a.len()), Vec::with_capacity(b.len())];
    for word in compared(&a, &b) {
        let [old, new] = &mut changed;
        match word {
            Line::Same(_) => [old, new].into_iter().for_each(|side| side.push(false)),
            Line::Old(_) => old.push(true),
            Line::New(_) => new.push(true),
        }
    }
    changed
}

/// The difference between two texts without the heads with their names; empty when they have the same lines.
pub fn unified(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let lines = compared(&old, &new);
    let is_near = |index: usize| {
        let around = lines.get(index.saturating_sub(AROUND)..(index + AROUND + 1).min(lines.len()));
        around.unwrap_or_default().iter().any(|line| !matches!(line, Line::Same(_)))
    };
    let mut out = String::new();
    let (mut at_old, mut at_new, mut index) = (1, 1, 0);
    while index < lines.len() {
        if !is_near(index) {
            (at_old, at_new, index) = (at_old + 1, at_new + 1, index + 1);
            continue;
        }
        let end = (index..lines.len()).find(|at| !is_near(*at)).unwrap_or(lines.len());
        let hunk = lines.get(index..end).unwrap_or_default();
        let of_old = hunk.iter().filter(|line| !matches!(line, Line::New(_))).count();
        let of_new = hunk.iter().filter(|line| !matches!(line, Line::Old(_))).count();
        // A side without lines names the line before it.
        let start = |at: usize, count: usize| if count == 0 { at - 1 } else { at };
        // Writing to a `String` cannot fail.
        let _ =
            writeln!(out, "@@ -{},{of_old} +{},{of_new} @@", start(at_old, of_old), start(at_new, of_new));
        for line in hunk {
            let (sign, text) = match line {
                Line::Same(text) => (' ', text),
                Line::Old(text) => ('-', text),
                Line::New(text) => ('+', text),
            };
            let _ = writeln!(out, "{sign}{text}");
        }
        (at_old, at_new, index) = (at_old + of_old, at_new + of_new, end);
    }
    out
}

/// The lines of both texts in one order, with the longest sequence of lines that both have.
fn compared<T: Copy + PartialEq>(old: &[T], new: &[T]) -> Vec<Line<T>> {
    let before = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[before..], &new[before..]);
    let after = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_part, tail) = old_rest.split_at(old_rest.len() - after);
    let (new_part, _) = new_rest.split_at(new_rest.len() - after);
    let mut lines: Vec<Line<T>> = old.iter().take(before).map(|line| Line::Same(*line)).collect();
    middle(old_part, new_part, &mut lines);
    lines.extend(tail.iter().map(|line| Line::Same(*line)));
    lines
}

fn middle<T: Copy + PartialEq>(old: &[T], new: &[T], lines: &mut Vec<Line<T>>) {
    let width = new.len() + 1;
    if (old.len() + 1).saturating_mul(width) > MAX_CELLS {
        lines.extend(old.iter().map(|line| Line::Old(*line)));
        lines.extend(new.iter().map(|line| Line::New(*line)));
        return;
    }
    // For each pair of places, how many lines the rests of the texts from there have in common.
    let mut common = vec![0_u32; (old.len() + 1) * width];
    for (a, left) in old.iter().enumerate().rev() {
        for (b, right) in new.iter().enumerate().rev() {
            common[a * width + b] = if left == right {
                common[(a + 1) * width + b + 1] + 1
            } else {
                common[(a + 1) * width + b].max(common[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b) = (0, 0);
    loop {
        match (old.get(a), new.get(b)) {
            (Some(left), Some(right)) if left == right => {
                lines.push(Line::Same(*left));
                (a, b) = (a + 1, b + 1);
            }
            (Some(left), right)
                if right.is_none() || common[(a + 1) * width + b] >= common[a * width + b + 1] =>
            {
                lines.push(Line::Old(*left));
                a += 1;
            }
            (_, Some(right)) => {
                lines.push(Line::New(*right));
                b += 1;
            }
            (_, None) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_have_no_difference() {
        assert_eq!(unified("", ""), "");
        assert_eq!(unified("een\ntwee\n", "een\ntwee\n"), "");
    }

    #[test]
    fn a_change_stands_between_three_lines_on_either_side() {
        let text = |word: &str| format!("1\n2\n3\n4\n{word}\n6\n7\n8\n9\n");
        let found = unified(&text("oud"), &text("nieuw"));
        assert_eq!(found, "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-oud\n+nieuw\n 6\n 7\n 8\n");
    }

    #[test]
    fn far_changes_are_apart_and_near_ones_together() {
        let lines = |first: &str, second: &str, between: usize| {
            format!("{first}\n{}{second}\n", "gelijk\n".repeat(between))
        };
        let far = unified(&lines("a", "b", 7), &lines("A", "B", 7));
        assert_eq!(far.matches("@@ -").count(), 2, "{far}");
        assert!(far.ends_with("@@ -6,4 +6,4 @@\n gelijk\n gelijk\n gelijk\n-b\n+B\n"), "{far}");
        let near = unified(&lines("a", "b", 6), &lines("A", "B", 6));
        assert_eq!(near.matches("@@ -").count(), 1, "{near}");
    }

    #[test]
    fn added_and_removed_lines_name_where_they_go() {
        assert_eq!(unified("", "x\n"), "@@ -0,0 +1,1 @@\n+x\n");
        assert_eq!(unified("x\n", ""), "@@ -1,1 +0,0 @@\n-x\n");
        assert_eq!(unified("a\nb\n", "a\nx\nb\n"), "@@ -1,2 +1,3 @@\n a\n+x\n b\n");
        assert_eq!(unified("a\nx\nb\ny\n", "b\n"), "@@ -1,4 +1,1 @@\n-a\n-x\n b\n-y\n");
    }

    #[test]
    fn words_that_only_one_letter_has_differ() {
        let words = |text: &'static str| text.split(' ').collect::<Vec<_>>();
        let [old, new] = differing(&words("u krijgt geen brief"), &words("u krijgt morgen een brief"));
        assert_eq!(old, [false, false, true, false]);
        assert_eq!(new, [false, false, true, true, false]);
        assert_eq!(differing::<&str>(&[], &["x"]), [vec![], vec![true]]);
    }

    /// Applied to the old text, every difference gives the new one.
    #[test]
    fn the_lines_of_both_texts_are_all_there_in_their_order() {
        let texts = ["", "a\n", "a\nb\nc\n", "c\nb\na\n", "b\nb\nb\n", "x\na\nb\ny\nc\n"];
        for (old, new) in texts.iter().flat_map(|old| texts.iter().map(move |new| (*old, *new))) {
            let (a, b): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
            let lines = compared(&a, &b);
            let of = |keep: fn(&Line<&str>) -> bool| -> Vec<&str> {
                let kept = lines.iter().filter(|line| keep(line));
                kept.map(|line| match line {
                    Line::Same(text) | Line::Old(text) | Line::New(text) => *text,
                })
                .collect()
            };
            assert_eq!(of(|line| !matches!(line, Line::New(_))), a, "{old:?} {new:?}");
            assert_eq!(of(|line| !matches!(line, Line::Old(_))), b, "{old:?} {new:?}");
        }
    }
}
