//! What a table, a merge or a change of character set leaves where a text should stand: signs of a failed program, and marks for
//! nothing.

/// Whether a text says that there is nothing, as tables do: with its points in any case, as a word only in small letters, because
/// in others it can be a name.
pub(crate) fn is_nothing(text: &str) -> bool {
    matches!(text, "nvt" | "geen" | "leeg" | "tbd" | "TBD" | "undefined")
        || matches!(text.to_lowercase().as_str(), "n.v.t." | "n.v.t" | "n/a" | "n.n.")
}

/// Whether a letter was read in another character set than it was written in: what begins a letter in UTF-8, before what is no
/// letter; or as a page of the web writes it (`&amp;`).
pub(crate) fn is_wrongly_decoded(text: &str) -> bool {
    let begins = |c: char| matches!(c, 'Â' | 'Ã' | 'Ä' | 'Å' | 'Ð' | 'Ñ');
    let goes_on = |c: char| matches!(c, '\u{80}'..='\u{BF}') || "€‚ƒ„…†‡ˆ‰‹“”•–—˜™›".contains(c);
    let of_a_page = ["&lt;", "&gt;", "&amp;", "&quot;", "&apos;", "&#"];
    of_a_page.iter().any(|code| text.contains(code))
        || text.chars().zip(text.chars().skip(1)).any(|(first, next)| begins(first) && goes_on(next))
}

/// Whether a text is `xxx`, somewhat longer or in capitals. Other letters can be initials, or a name.
pub(crate) fn is_crosses(text: &str) -> bool {
    (3..=20).contains(&text.len()) && text.bytes().all(|b| matches!(b, b'x' | b'X'))
}

/// What stands around a merge field: of Word, of a template engine, of a form.
const FIELDS: [(&str, &str); 11] = [
    ("«", "»"),
    ("»", "«"),
    ("‹", "›"),
    ("<", ">"),
    ("{", "}"),
    ("[", "]"),
    ("%", "%"),
    ("$", "$"),
    ("__", "__"),
    ("@@", "@@"),
    ("##", "##"),
];

/// Whether a merge field stands in a text: a pair of its signs with something between them, half of a pair
/// that no name has, or a field code of Word.
pub(crate) fn is_merge_field(text: &str) -> bool {
    let pair = |(open, close): &(&str, &str)| {
        let inside = text.split_once(open).and_then(|(_, rest)| {
            let rest = rest.trim_start_matches(open);
            rest.split_once(close).map(|(inside, _)| inside)
        });
        // What opens and closes with the same sign stands close around its name.
        inside.is_some_and(|inside| !inside.is_empty() && (open != close || !inside.contains(' ')))
    };
    FIELDS.iter().any(pair)
        || ["{{", "}}", "<<", ">>", "${", "<%"].iter().any(|half| text.contains(half))
        || text.starts_with("MERGEFIELD ")
}

/// Whether a text is a merge field and nothing else.
pub(crate) fn is_only_a_field(text: &str) -> bool {
    const MOST_WORDS: usize = 3;
    let inside = |(open, close): &(&str, &str)| {
        text.strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close))
            .is_some_and(|inside| !inside.is_empty())
    };
    text.split_whitespace().count() <= MOST_WORDS && FIELDS.iter().any(inside)
}

/// Whether a word is what a spreadsheet shows where it cannot compute: `#N/B`, `#REF!`, `#NAAM?`, `#####`,
/// `Err:502`, or a formula that was not computed.
pub(crate) fn is_error_of_spreadsheet(word: &str) -> bool {
    if let Some(error) = word.strip_prefix('#') {
        let shape = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '/' | '_');
        let name = error.strip_suffix(['!', '?']).unwrap_or(error).to_ascii_uppercase();
        let marked = error.len() > name.len() && name.starts_with(|c: char| c.is_ascii_uppercase());
        let known = ["N/A", "N/B", "N/D", "NV", "GETTING_DATA"].contains(&name.as_str());
        return (marked && name.chars().all(shape))
            || known
            || (!error.is_empty() && error.chars().all(|c| c == '#'));
    }
    let digits = |text: &str| text.bytes().any(|b| b.is_ascii_digit());
    let number = word.strip_prefix("Err:").or_else(|| word.strip_prefix("Fout:"));
    let formula = word.strip_prefix('=').filter(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()));
    number.is_some_and(digits) || formula.is_some_and(|rest| rest.contains('(') || digits(rest))
}
