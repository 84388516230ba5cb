//! Finds the spaces where a line may not end: inside dates, references to articles, amounts, numbers and
//! names.
//!
//! A reader should see "4 mei 2026" and "artikel 66b, eerste lid" on one line. The spaces stay ordinary
//! spaces, so that text copied from the letter is what was written.

/// The offsets in the text, each just after a space, where no line may end; ascending.
#[must_use]
pub fn glued(text: &str) -> Vec<usize> {
    let words: Vec<Word> = words(text).collect();
    (1..words.len()).filter(|&at| stays_with_previous(&words, at)).map(|at| words[at].start).collect()
}

/// Whether a line end at this offset would split a reference with digits (`RTB-2026-000123`, `12/345`) or
/// separate a single letter from its word (`V-nummer`, `O-document`).
#[must_use]
pub fn torn(text: &str, offset: usize) -> bool {
    let (left, right) = text.split_at(offset);
    if left.ends_with([' ', '\n']) {
        return false;
    }
    let head = left.rfind([' ', '\n']).map_or(left, |space| &left[space + 1..]);
    let tail = right.find([' ', '\n']).map_or(right, |space| &right[..space]);
    let mut letter = head.trim_start_matches(|c: char| !c.is_alphanumeric()).chars();
    if letter.next().is_some_and(char::is_alphabetic) && letter.as_str() == "-" {
        return true;
    }
    let is_reference =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.' | ',' | ':' | '(' | ')');
    head.chars().chain(tail.chars()).all(is_reference)
        && head.len() + tail.len() <= 32
        && (head.contains(|c: char| c.is_ascii_digit()) || tail.contains(|c: char| c.is_ascii_digit()))
}

/// The kind of a word, as far as it decides whether the word stays with its neighbour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// `4`, `66b`, `4:15`, `1.234,50`, `RTB-2026-1`.
    Number,
    /// `maandag`.
    Weekday,
    /// `mei`.
    Month,
    /// `artikel`, `lid`, `hoofdstuk`: a number follows.
    Label,
    /// `eerste` to `twaalfde`.
    Ordinal,
    /// `Vw`, `Awb`: a law by its short name.
    Law,
    /// `weken`, `euro`, `km`, `uur`.
    Unit,
    /// `V-nummer`, `kenmerk`: a number follows, even after a colon.
    NumberLabel,
    /// `J.`, `mr.`, `heer`: a name follows.
    Title,
    /// `de`, `van`: possibly part of a name.
    Particle,
    /// A word that begins with a capital.
    Capital,
    /// Anything else.
    Other,
}

struct Word<'a> {
    start: usize,
    /// Whether a bracket or quote opens before it.
    opens: bool,
    /// The word without the punctuation around it.
    bare: &'a str,
    /// The punctuation after it: `,` in `66b,`.
    after: &'a str,
    kind: Kind,
}

fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut start = 0;
    text.split([' ', '\n']).filter_map(move |word| {
        let begin = start;
        start += word.len() + 1;
        let opened = word.trim_start_matches(['(', '\'', '"', '‘', '“', '„']);
        let opens = opened.len() < word.len();
        let bare = opened.trim_end_matches([',', ';', ':', '.', '!', '?', ')', '\'', '"', '’', '”']);
        let after = &opened[bare.len()..];
        (!word.is_empty()).then(|| Word { start: begin, opens, bare, after, kind: kind(bare, after) })
    })
}

/// Whether the word at this index must stay on the same line as the word before it.
fn stays_with_previous(words: &[Word], at: usize) -> bool {
    use Kind::{Capital, Label, Law, Month, Number, NumberLabel, Ordinal, Particle, Title, Unit, Weekday};
    let (left, right) = (&words[at - 1], &words[at]);
    let before = at.checked_sub(2).map(|index| &words[index]);
    let next = words.get(at + 1);
    let is_lid = |word: &Word| matches!(word.bare, "lid" | "leden");
    let part = matches!(right.bare, "lid" | "onder" | "sub" | "aanhef");
    match (left.kind, left.after, right.kind) {
        // maandag 4 mei 2026; artikel 66b; Vw 69; 8 EVRM; 4 weken; V-nummer: 123; € 12
        (Weekday | Label | Law, "", Number) | (Month, "", Number) | (Number, "", Month | Unit | Law) => true,
        (NumberLabel, "" | ":" | ")", Number) => true,
        // Vreemdelingenwet 2000
        (Capital, "", Number) => right.bare.len() == 4 && all_digits(right.bare),
        // 123 456 789; 2500 EH  DEN HAAG
        (Number, "", Number) => all_digits(left.bare) && all_digits(right.bare),
        (Number, "", _) if is_postcode(left.bare, right.bare) => true,
        // 69 lid 1; 66b, eerste lid; lid 1, onder b; onder a
        (Number, "" | ",", Label) => part,
        (Number | Label, "" | ",", Ordinal) => next.is_some_and(is_lid),
        (Ordinal, "", Label) => is_lid(right),
        (Label, "", _) if matches!(left.bare, "onder" | "sub") => right.bare.chars().count() == 1,
        // mr. J. de Vries; Olena Kovalenko
        (Title, _, Capital | Title | Particle) => true,
        (Particle, "", Capital | Particle) => is_in_name(&words[..at]),
        (Capital, "", Particle) => {
            let after = words[at..].iter().take(4).find(|word| word.kind != Particle);
            !begins_sentence(before) && after.is_some_and(|word| word.kind == Capital)
        }
        // Algemene wet bestuursrecht
        _ if matches!((left.bare, right.bare), ("Algemene", "wet") | ("wet", "bestuursrecht")) => true,
        (Capital, "", Capital) => !right.opens && !begins_sentence(before),
        _ => false,
    }
}

/// Whether the particles at the end of these words follow a name: `Jan van` but not `artikel 4 van`.
fn is_in_name(words: &[Word]) -> bool {
    let at = words.iter().rposition(|word| word.kind != Kind::Particle);
    at.is_some_and(|at| match words[at].kind {
        Kind::Title => true,
        Kind::Capital => {
            words[at].after.is_empty() && !begins_sentence(at.checked_sub(1).map(|at| &words[at]))
        }
        _ => false,
    })
}

/// Whether a word after this one begins a sentence, so that its capital does not make it a name.
fn begins_sentence(before: Option<&Word>) -> bool {
    before.is_none_or(|word| word.kind != Kind::Title && word.after.contains(['.', '!', '?', ':']))
}

fn kind(bare: &str, after: &str) -> Kind {
    let mut chars = bare.chars();
    let Some(first) = chars.next() else { return Kind::Other };
    match bare {
        "€" => return Kind::NumberLabel,
        "maandag" | "dinsdag" | "woensdag" | "donderdag" | "vrijdag" | "zaterdag" | "zondag" => {
            return Kind::Weekday;
        }
        "januari" | "februari" | "maart" | "april" | "mei" | "juni" | "juli" | "augustus" | "september"
        | "oktober" | "november" | "december" => return Kind::Month,
        "artikel" | "artikelen" | "Artikel" | "Artikelen" | "art" | "lid" | "leden" | "hoofdstuk"
        | "Hoofdstuk" | "paragraaf" | "Paragraaf" | "bijlage" | "Bijlage" | "onder" | "sub" | "aanhef"
        | "punt" => return Kind::Label,
        "eerste" | "tweede" | "derde" | "vierde" | "vijfde" | "zesde" | "zevende" | "achtste" | "negende"
        | "tiende" | "elfde" | "twaalfde" => return Kind::Ordinal,
        "Vw" | "Vb" | "VV" | "Vc" | "Awb" | "Atw" | "EVRM" | "VWEU" | "Sr" | "Rv" | "Gw" => return Kind::Law,
        "dag" | "dagen" | "week" | "weken" | "maand" | "maanden" | "jaar" | "jaren" | "uur" | "minuten"
        | "euro" | "procent" | "%" | "km" | "kilometer" => return Kind::Unit,
        "V-nummer" | "v-nummer" | "kenmerk" | "nummer" | "telefoon" | "telefoonnummer" | "zaaknummer"
        | "nr" | "EU" => {
            return Kind::NumberLabel;
        }
        "heer" | "mevrouw" => return Kind::Title,
        "mr" | "drs" | "dr" | "ir" | "ing" | "prof" | "dhr" | "mevr" | "mw" if after == "." => {
            return Kind::Title;
        }
        "de" | "den" | "der" | "het" | "ten" | "ter" | "van" | "von" | "el" | "al" | "bin" | "'t" => {
            return Kind::Particle;
        }
        _ => {}
    }
    if bare.bytes().any(|byte| byte.is_ascii_digit()) {
        return if first.is_ascii_digit() || bare.contains(['-', '.', '/']) {
            Kind::Number
        } else {
            Kind::Other
        };
    }
    if !first.is_uppercase() {
        return Kind::Other;
    }
    // An initial: J. or J.P.
    if after.starts_with('.') && (bare.contains('.') || chars.next().is_none()) {
        Kind::Title
    } else {
        Kind::Capital
    }
}

fn all_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_postcode(digits: &str, letters: &str) -> bool {
    digits.len() == 4
        && all_digits(digits)
        && letters.len() == 2
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `_` for every space where a line may not end.
    fn shown(text: &str) -> String {
        let glued = glued(text);
        text.char_indices()
            .map(|(index, c)| if c == ' ' && glued.contains(&(index + 1)) { '_' } else { c })
            .collect()
    }

    #[test]
    fn dates_and_terms_stay_on_one_line() {
        assert_eq!(
            shown("uiterlijk op maandag 4 mei 2026 binnen 4 weken"),
            "uiterlijk op maandag_4_mei_2026 binnen 4_weken"
        );
    }

    #[test]
    fn references_to_articles_stay_on_one_line() {
        for (text, held) in [
            (
                "op grond van artikel 66b, eerste lid, van de Vreemdelingenwet",
                "op grond van artikel_66b,_eerste_lid, van de Vreemdelingenwet",
            ),
            ("zie Vw 69 lid 1 en artikel 4:15 van", "zie Vw_69_lid_1 en artikel_4:15 van"),
            (
                "artikel 8 EVRM en artikel 3.1, lid 2, onder b, van",
                "artikel_8_EVRM en artikel_3.1,_lid_2,_onder_b, van",
            ),
        ] {
            assert_eq!(shown(text), held);
        }
    }

    #[test]
    fn numbers_and_names_stay_on_one_line() {
        for (text, held) in [
            ("uw V-nummer is V-nummer: 123 456 7890.", "uw V-nummer is V-nummer:_123_456_7890."),
            ("een bedrag van € 1.234,50 is", "een bedrag van €_1.234,50 is"),
            ("aan mr. J.P. van der Berg en aan", "aan mr._J.P._van_der_Berg en aan"),
            ("het Uitvoeringsbesluit (EU) 2022/382 van", "het Uitvoeringsbesluit (EU)_2022/382 van"),
            ("dat Olena Kovalenko op Ter Apel", "dat Olena_Kovalenko op Ter_Apel"),
            ("het Voorschrift Vreemdelingen 2000: wie", "het Voorschrift_Vreemdelingen_2000: wie"),
            ("de Algemene wet bestuursrecht: de", "de Algemene_wet_bestuursrecht: de"),
            ("Postbus 10, 2500 EH  DEN HAAG", "Postbus 10, 2500_EH _DEN_HAAG"),
        ] {
            assert_eq!(shown(text), held);
        }
    }

    #[test]
    fn a_reference_or_a_single_letter_is_not_split_at_its_hyphen() {
        let torn_after = |text: &str, head: &str| torn(text, text.find(head).unwrap() + head.len());
        assert!(torn_after("Noem uw V-nummer als", "V-"));
        assert!(torn_after("(O-document) heeft", "(O-"));
        assert!(torn_after("RTB-2026-000123", "RTB-"));
        assert!(torn_after("formulier M35-H mee", "M35-"));
        assert!(!torn_after("uw RTB-sticker is", "RTB-"));
        assert!(!torn_after("openbare-ordecriterium", "openbare-"));
    }

    #[test]
    fn a_line_may_end_between_ordinary_words() {
        for text in [
            "U kunt bezwaar maken. Dat kan.",
            "Uw Oekraïense paspoort",
            "in het eerste gesprek",
            "lid van de Raad",
            "Daarvan de Raad",
        ] {
            assert_eq!(shown(text), text);
        }
    }
}
