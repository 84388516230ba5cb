//! Which full stops end a sentence, and which belong to an abbreviation, an initial or a date.

/// Abbreviations behind which a sentence goes on: what they shorten always has something after it.
const GO_ON: &[&str] = &[
    "art", "artt", "bijv", "blz", "bv", "ca", "dhr", "dr", "drs", "ds", "evt", "excl", "fam", "geb", "gem",
    "hfst", "hr", "incl", "ing", "ir", "jhr", "kol", "lic", "max", "mevr", "min", "mr", "mw", "nl", "no",
    "nr", "nrs", "p", "pag", "par", "prof", "resp", "sub", "tel", "vb", "vgl", "vnl", "wed", "zg", "zgn",
];

/// Abbreviations with dots inside that can stand at the end of a sentence.
const CAN_END: &[&str] = &["a.u.b", "e.a", "e.d", "e.v", "j.l", "m.m", "n.v.t", "o.i.d", "s.v.p"];

/// Short names of months; a year or a day comes after them.
const MONTHS: &[&str] =
    &["jan", "feb", "febr", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"];

/// What closes a sentence together with its full stop: brackets, quotation marks, the stars of bold text.
const CLOSERS: &[char] = &[')', ']', '”', '"', '’', '\'', '»', '*'];

/// What opens a word: brackets, quotation marks, the stars of bold text.
const OPENERS: &[char] = &['(', '[', '“', '„', '"', '‘', '\'', '«', '*'];

/// Whether a sentence ends with this word, when that one follows in the same paragraph.
pub(super) fn ends_sentence(word: &str, next: &str) -> bool {
    let word = word.trim_end_matches(CLOSERS);
    let begins = next.trim_start_matches(OPENERS).chars().find(|c| c.is_alphanumeric());
    if begins.is_some_and(char::is_lowercase) {
        return false;
    }
    if word.ends_with(['?', '!', '…']) {
        return true;
    }
    let Some(stem) = word.strip_suffix('.') else { return false };
    let stem = stem.trim_start_matches(OPENERS);
    !goes_on(stem, begins.is_some_and(|c| c.is_ascii_digit()))
}

/// Whether a full stop behind this belongs to it, so that the sentence goes on.
fn goes_on(stem: &str, number_follows: bool) -> bool {
    let lower = stem.to_lowercase();
    if CAN_END.contains(&lower.as_str()) {
        return false;
    }
    let mut parts = stem.split('.');
    let short = |part: &str| (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic);
    let dotted = stem.contains('.') && parts.all(short);
    let mut letters = stem.chars();
    let initial = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_uppercase());
    let known = GO_ON.contains(&lower.as_str());
    dotted || initial || known || (number_follows && MONTHS.contains(&lower.as_str()))
}
