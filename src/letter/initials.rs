//! Names made shorter for the window of an envelope: initials (voorletters) for first names, and for the later words of a
//! name that is longer than any window.
//!
//! Only an address is written so; the reference block of the letter then has the name in full.

use super::words::capitalised;

/// Words that belong to the name behind them, and titles: they stay as they are.
const PARTICLES: [&str; 48] = [
    "'t", "’t", "van", "de", "den", "der", "het", "ten", "ter", "te", "in", "op", "von", "zu", "zur", "del",
    "della", "di", "da", "do", "dos", "das", "du", "des", "la", "le", "las", "los", "el", "al", "bin",
    "bint", "ben", "ibn", "abu", "y", "e", "en", "und", "mr.", "mrs.", "dr.", "drs.", "ir.", "ing.", "prof.",
    "t.a.v.", "mevrouw",
];

/// The initials of first names: `M.A.B.` for `Maria Anna Bernarda`, `A.-M.` for `Anne-Marie`, `IJ.` for `IJsbrand`.
#[must_use]
pub fn initials(first_names: &str) -> String {
    first_names.split_whitespace().map(initial).collect()
}

/// A family name of which only the first word stays whole: `van Verzonnenhoven P.` for
/// `van Verzonnenhoven Proefbergsma`.
#[must_use]
pub fn short_family_name(name: &str) -> String {
    let mut whole = true;
    let word = |word: &str| {
        if is_particle(word) {
            return word.to_owned();
        }
        if !std::mem::take(&mut whole) {
            return initial(word);
        }
        match word.split_once('-') {
            Some((first, rest)) if !first.is_empty() => format!("{first}-{}", initial(rest)),
            _ => word.to_owned(),
        }
    };
    joined(name.split_whitespace().map(word))
}

/// A whole name of which only the last word stays whole: `O.P. Kovalenko` for `Olena Petrivna Kovalenko`.
#[must_use]
pub fn short_name(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let Some((last, others)) = words.split_last() else { return String::new() };
    let others = others.iter().map(|word| if is_particle(word) { (*word).to_owned() } else { initial(word) });
    joined(others.chain([(*last).to_owned()]))
}

/// Words with a space between them, but not between initials.
fn joined(words: impl Iterator<Item = String>) -> String {
    let mut text = String::new();
    for word in words {
        let is_initial = |word: &str| word.ends_with('.') && !is_particle(word);
        let before = text.rsplit(' ').next().is_some_and(|before| !before.is_empty() && is_initial(before));
        let apart = !(before && is_initial(&word));
        if apart && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&word);
    }
    text
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

/// The initial of a word, or those of its parts; a word without letters stays as it is.
fn initial(word: &str) -> String {
    let part = |part: &str| part.split('.').filter_map(letter).collect::<String>();
    let parts: Vec<String> = word.split('-').map(part).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { word.to_owned() } else { parts.join("-") }
}

/// The first letter of a word with a dot; the Dutch ij is one letter.
fn letter(word: &str) -> Option<String> {
    // Unicode calls the apostrophe of some alphabets a letter.
    let word = word.trim_start_matches(|c: char| !c.is_alphabetic() || matches!(c, '\u{2b0}'..='\u{2ff}'));
    let first = word.chars().next()?;
    let dutch = word.strip_prefix("Ij").map(|rest| capitalised(&format!("ij{rest}")));
    if word.starts_with("IJ") || dutch.is_some_and(|word| word.starts_with("IJ")) {
        return Some("IJ.".to_owned());
    }
    // A letter keeps the marks that could not be composed with it.
    let marks = word.chars().skip(1).take_while(|c| matches!(c, '\u{300}'..='\u{36f}'));
    Some(std::iter::once(first).chain(marks).chain(['.']).collect())
}

#[cfg(test)]
mod tests {
    use super::{initials, short_family_name, short_name};

    #[test]
    fn first_names_become_initials() {
        for (names, expected) in [
            ("Maria Anna Bernarda", "M.A.B."),
            ("Anne-Marie", "A.-M."),
            ("Jan-Willem Pieter", "J.-W.P."),
            ("IJsbrand", "IJ."),
            ("Ijsbrand Ijeoma", "IJ.I."),
            ("Łukasz Éloïse", "Ł.É."),
            ("Олександр", "О."),
            ("M.A. Bernarda", "M.A.B."),
            ("D'Angelo ʼNkosi", "D.N."),
            ("Maria de los Ángeles", "M.d.l.Á."),
            ("M\u{30a}ria", "M\u{30a}."),
        ] {
            assert_eq!(initials(names), expected, "{names}");
        }
    }

    #[test]
    fn a_name_that_is_too_long_keeps_one_word_and_its_particles() {
        assert_eq!(
            short_family_name("van der Verzonnenhoven Proefbergsma-Test de la Vega"),
            "van der Verzonnenhoven P.-T. de la V."
        );
        assert_eq!(short_family_name("Verzonnenhoven-Proefbergsma Een Twee"), "Verzonnenhoven-P.E.T.");
        assert_eq!(short_name("mr. Olena Petrivna van der Kovalenko"), "mr. O.P. van der Kovalenko");
        assert_eq!((short_name("Kovalenko"), short_family_name("de")), ("Kovalenko".into(), "de".into()));
    }
}
