//! How people begin the lines of a list in a text: with a dash, a bullet, a number.
//!
//! A dash or a number can also be the first thing on a line that a writer broke off somewhere, so what is no
//! sure sign counts only in company: two dashes of one kind in a paragraph, a number 2 behind a number 1.

/// What a line of a list begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListMark {
    /// A dash or bullet.
    Bullet,
    /// A number with a full stop: `1. `.
    Number,
    /// A number or letter with a bracket: `1) `, `a) `; a letter has no such list, but the line stands alone.
    Bracket,
}

/// A line that begins an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListLine<'t> {
    /// What it begins with.
    pub mark: ListMark,
    /// Its number, from 1; of a bullet 0.
    pub number: usize,
    /// What comes behind the mark.
    pub text: &'t str,
}

/// Signs that are nothing else than the mark of an item; Word, mail and web pages leave them behind.
const BULLETS: [char; 13] = ['•', '●', '○', '◦', '▪', '▫', '■', '□', '‣', '⁃', '∙', '►', '➢'];
/// Signs that stand elsewhere too.
const DASHES: [char; 6] = ['–', '—', '‐', '*', '·', '+'];
/// What Word makes of its other bullets, each with a tab behind it.
const BEFORE_TAB: [char; 2] = ['o', '§'];

/// For every line of a text: whether it begins an item of a list.
#[must_use]
pub fn list_lines<'t>(lines: &[&'t str]) -> Vec<Option<ListLine<'t>>> {
    let found: Vec<Option<Candidate<'t>>> = lines.iter().map(|line| candidate(line.trim())).collect();
    let sure = (0..lines.len()).map(|at| is_item(lines, &found, at));
    sure.zip(&found).map(|(sure, found)| found.filter(|_| sure).map(|found| found.line)).collect()
}

#[derive(Clone, Copy)]
struct Candidate<'t> {
    line: ListLine<'t>,
    /// The sign, where it needs another of its kind.
    doubtful: Option<char>,
}

fn candidate(line: &str) -> Option<Candidate<'_>> {
    let sign = line.chars().next()?;
    let rest = line.get(sign.len_utf8()..)?;
    let bullet = |doubtful| {
        let text = rest.trim_start();
        let line = ListLine { mark: ListMark::Bullet, number: 0, text };
        (!text.is_empty()).then_some(Candidate { line, doubtful })
    };
    let (spaced, tabbed) = (rest.starts_with(char::is_whitespace), rest.starts_with('\t'));
    let before_tab = tabbed && (DASHES.contains(&sign) || BEFORE_TAB.contains(&sign));
    if BULLETS.contains(&sign) || (sign == '-' && spaced) || before_tab {
        bullet(None)
    } else if (DASHES.contains(&sign) && spaced) || (sign == '-' && rest.starts_with(char::is_alphabetic)) {
        bullet(Some(sign))
    } else {
        numbered(line).map(|line| Candidate { line, doubtful: None })
    }
}

/// `1. `, `1) ` or `a) ` with words behind it.
fn numbered(line: &str) -> Option<ListLine<'_>> {
    let (sign, text) = line.split_once(char::is_whitespace)?;
    let text = text.trim_start();
    let close = sign.chars().next_back()?;
    let mark = match close {
        '.' => ListMark::Number,
        ')' => ListMark::Bracket,
        _ => return None,
    };
    let sign = sign.strip_suffix(close)?;
    let number = match sign.as_bytes() {
        [letter @ b'a'..=b'z'] if mark == ListMark::Bracket => usize::from(letter - b'a') + 1,
        [b'1'..=b'9', more @ ..] if more.len() < 3 && more.iter().all(u8::is_ascii_digit) => {
            sign.parse().ok()?
        }
        _ => return None,
    };
    (!text.is_empty()).then_some(ListLine { mark, number, text })
}

fn is_item(lines: &[&str], found: &[Option<Candidate<'_>>], at: usize) -> bool {
    let Some(Some(candidate)) = found.get(at) else { return false };
    let (before, after) = (found.get(..at).unwrap_or_default(), found.get(at + 1..).unwrap_or_default());
    if let Some(sign) = candidate.doubtful {
        let same = |other: usize| {
            lines.get(other).is_some_and(|line| line.trim_start().starts_with(sign))
                && found.get(other).is_some_and(Option::is_some)
        };
        let words = |other: &usize| lines.get(*other).is_some_and(|line| !line.trim().is_empty());
        return (0..at).rev().take_while(words).any(same)
            || (at + 1..lines.len()).take_while(words).any(same);
    }
    let ListLine { mark, number, .. } = candidate.line;
    if mark == ListMark::Bullet {
        return true;
    }
    let numbers = |found: &Option<Candidate<'_>>| {
        found.filter(|found| found.line.mark == mark).map(|found| found.line.number)
    };
    // Every run begins with 1 and has a 2.
    let run = before.iter().rev().filter_map(numbers).zip((1..number).rev());
    let back = run.take_while(|(found, wanted)| found == wanted).count() + 1;
    back == number && (number > 1 || after.iter().find_map(numbers) == Some(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marks of the lines of a text: `-`, `1`, `)`, and a space for other lines.
    fn marks(text: &str) -> String {
        let lines: Vec<&str> = text.split('\n').collect();
        let sign = |line: Option<ListLine<'_>>| match line.map(|line| line.mark) {
            None => ' ',
            Some(ListMark::Bullet) => '-',
            Some(ListMark::Number) => '1',
            Some(ListMark::Bracket) => ')',
        };
        list_lines(&lines).into_iter().map(sign).collect()
    }

    #[test]
    fn a_dash_and_a_bullet_always_begin_an_item() {
        assert_eq!(
            marks("zien:\n- uw paspoort\n  -  uw akte\n•\tuw pas\n●uw bul\nen"),
            " ----".to_owned() + " "
        );
        assert_eq!(marks("o\tuw paspoort"), "-");
        assert_eq!(marks("–\tuw paspoort"), "-");
        assert_eq!(marks("-\u{A0}uw paspoort"), "-");
    }

    #[test]
    fn what_a_sentence_can_begin_with_needs_company() {
        assert_eq!(marks("uw vrouw\n– met wie u niet trouwde –\nwoont daar"), "   ");
        assert_eq!(marks("zien:\n– uw paspoort\n– uw akte"), " --");
        assert_eq!(marks("* uw paspoort\nvan 2020\n* uw akte"), "- -");
        assert_eq!(marks("* noot\n\n* noot"), "   ");
        assert_eq!(marks("zien:\n-uw paspoort\n- uw akte"), " --");
        assert_eq!(marks("Oekraïens\n-talig"), "  ");
        for text in ["-", "- ", "---", "-5 graden", "--", "•", "o kom", "*vet*", "2. Daarom", "1. Daarom"] {
            assert!(!marks(text).contains(['-', '1', ')']), "{text:?}");
        }
    }

    #[test]
    fn numbers_count_from_one() {
        assert_eq!(marks("1. a\n2. b\n\n3. c"), "11 1");
        assert_eq!(marks("1. a\n3. c\nlid\n2. Daarom"), "    ");
        assert_eq!(marks("a) x\nb) y\n1) x\n2) y"), "))))");
        assert_eq!(marks("1. a\n2. b\n1. c\n2. d"), "1111");
        assert_eq!(marks("1234. a\n01. b\naa) c"), "   ");
    }
}
