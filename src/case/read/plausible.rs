//! Whether a text of one line can be what its key says: a name, a place, a street, a reference.
//!
//! Registers write marks where they know nothing, and a merge or a spreadsheet leaves its own signs when it
//! fails. These are told by their shape alone; no list of words with a capital is kept, because every such word is
//! somebody's name (Null, No, True, O, X).

use super::left_over::{
    is_crosses, is_error_of_spreadsheet, is_merge_field, is_nothing, is_only_a_field, is_wrongly_decoded,
};
use crate::case::identifier::TextKind;
use crate::diagnostic::Code;
use crate::diagnostic::character::{self, Alphabet};
use crate::words::gap::{TO_DECIDE, TO_FILL_IN};

/// Why a text cannot be what its key says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// The kind of finding.
    pub(super) code: Code,
    /// What is wrong.
    pub(super) message: String,
    /// What to do.
    pub(super) hint: &'static str,
}

/// How a kind of text is spoken of.
struct Manner {
    /// `geen naam`.
    none: &'static str,
    /// What to write instead of a mark for what is not known.
    unknown: &'static str,
}

const fn manner(kind: TextKind) -> Manner {
    match kind {
        TextKind::Name => Manner {
            none: "geen naam",
            unknown: "Schrijf de naam; wie maar één naam heeft, krijgt die bij `achternaam`. Voornamen die u niet weet, laat u weg.",
        },
        TextKind::Place => Manner {
            none: "geen plaats",
            unknown: "Schrijf de naam van de plaats. Is het hele adres niet bekend, schrijf dan `adres: onbekend`.",
        },
        TextKind::Street => Manner {
            none: "geen straat",
            unknown: "Schrijf de straat. Is het adres niet bekend, schrijf dan `adres: onbekend`; is er geen straat, schrijf dan `locatie`.",
        },
        TextKind::AddressPart => Manner {
            none: "geen deel van een adres",
            unknown: "Schrijf wat er in het adres staat, of haal dit weg.",
        },
        TextKind::Reference => Manner {
            none: "geen kenmerk",
            unknown: "Schrijf het kenmerk, of laat de sleutel weg als het niet bekend is.",
        },
        TextKind::OwnWords => Manner { none: "geen tekst", unknown: "Schrijf de tekst zelf." },
    }
}

/// Why a text of one line, in which every run of spaces is one space, cannot be of its kind.
pub(super) fn refusal(kind: TextKind, text: &str) -> Option<Refusal> {
    if kind == TextKind::OwnWords || gap(text) {
        return unfinished(text);
    }
    let Manner { none, unknown } = manner(kind);
    let refused = |why: &str, hint| {
        Some(Refusal { code: Code::NotAName, message: format!("Dit is {none}: {why}."), hint })
    };
    let needs_letter = matches!(kind, TextKind::Name | TextKind::Place | TextKind::Street);
    let found =
        text.chars().any(|c| if needs_letter { is_letter(c) } else { is_letter(c) || c.is_numeric() });
    if is_merge_field(text) {
        return refused(
            "er staat een invulveld dat niet is ingevuld",
            "Vul hier zelf in wat er hoort te staan.",
        );
    }
    if is_wrongly_decoded(text) {
        return refused(
            "letters zijn onderweg veranderd, zoals `Ã¼` voor `ü`",
            "Typ de tekst opnieuw, of lees de tabel als UTF-8.",
        );
    }
    if text.split(' ').any(is_error_of_spreadsheet) {
        return refused(
            "er staat een foutmelding uit een rekenblad",
            "Zoek op wat hier hoort te staan, en schrijf dat.",
        );
    }
    if !found {
        let why = if needs_letter { "er staat geen letter in" } else { "er staat geen letter of cijfer in" };
        return refused(why, unknown);
    }
    if kind != TextKind::Reference && is_nothing(text) {
        return refused("er staat alleen dat er niets is", unknown);
    }
    if kind == TextKind::Name
        && let Some(sign) = text.chars().find(|c| matches!(c, '?' | '*' | '#' | '='))
    {
        return refused(
            &format!("er staat {} in", character::named(sign)),
            "Zoek de naam op, en schrijf hem zonder dat teken.",
        );
    }
    if kind == TextKind::Name && (text.contains("://") || text.starts_with("www.")) {
        return refused("er staat een webadres", "Schrijf de naam.");
    }
    if needs_letter && is_crosses(text) {
        return refused("er staan alleen kruisjes", unknown);
    }
    if kind == TextKind::Name && text == "onbekend" {
        return refused("hier staat alleen dat hij niet bekend is", unknown);
    }
    let (stranger, others) = mixed(text)?;
    let code = u32::from(stranger);
    let own = Alphabet::of(stranger).map_or("vreemde", Alphabet::dutch);
    refused(
        &format!(
            "in één woord staan letters van twee alfabetten, een {own} letter (U+{code:04X}) tussen {others} letters",
            others = others.dutch()
        ),
        "Typ het woord opnieuw, met letters van één alfabet.",
    )
}

/// What writers put where a text is still to come, in small letters, without the signs around it.
const UNFINISHED: [&str; 15] = [
    "todo",
    "to do",
    "tbd",
    "nvt",
    "n.v.t",
    "pm",
    "p.m",
    "xx",
    "xxx",
    "xxxx",
    "invullen",
    "aanvullen",
    "nader in te vullen",
    "nog invullen",
    "lorem ipsum",
];

/// Why an officer's own words are not finished; also for a text of paragraphs.
pub(super) fn unfinished(text: &str) -> Option<Refusal> {
    let refused =
        |message: &str, hint| Some(Refusal { code: Code::TextUnfinished, message: message.to_owned(), hint });
    if gap(text) {
        return refused(
            "In deze tekst staat nog een open plek uit een concept.",
            "Schrijf op die plek uw eigen tekst, en haal de haken weg.",
        );
    }
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let begins = [TO_FILL_IN, TO_DECIDE]
        .iter()
        .any(|gap| bare.strip_prefix(gap).is_some_and(|rest| rest.trim_start().starts_with(':')));
    if begins || UNFINISHED.contains(&bare.as_str()) {
        return refused(
            "Deze tekst moet nog worden geschreven.",
            "Schrijf uw eigen tekst, of laat de sleutel nog weg.",
        );
    }
    if is_only_a_field(text.trim()) {
        return refused(
            "In deze tekst staat alleen een invulveld.",
            "Schrijf uw eigen tekst, of laat de sleutel nog weg.",
        );
    }
    // `1E+10` is what a spreadsheet makes of a long number.
    let is_number = text.contains(|c: char| c.is_ascii_digit()) && text.trim().parse::<f64>().is_ok();
    if !text.chars().any(char::is_alphabetic) || is_number || is_error_of_spreadsheet(text.trim()) {
        return refused("In deze tekst staat geen woord.", "Schrijf de tekst, of laat de sleutel nog weg.");
    }
    None
}

/// Whether a gap of a concept stands in a text, copied from it with its words.
fn gap(text: &str) -> bool {
    text.match_indices('[').any(|(at, open)| {
        let inside: Vec<&str> =
            text.get(at + open.len()..).unwrap_or("").split_whitespace().take(4).collect();
        let inside = inside.join(" ").to_lowercase();
        [TO_FILL_IN, TO_DECIDE].iter().any(|words| {
            inside.strip_prefix(words).is_some_and(|rest| rest.trim_start().starts_with([':', ']', '…', '.']))
        })
    })
}

/// A letter of a word; signs that stand above or beside letters (ʼ, ª) are none on their own.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, '\u{2B0}'..='\u{2FF}' | 'ª' | 'º')
}

/// The letter that is the odd one out in a word of two alphabets, and the alphabet of the others.
fn mixed(text: &str) -> Option<(char, Alphabet)> {
    // A mark above a letter, a sign beside it and an apostrophe belong to no alphabet and part no word.
    let inside = |c: char| {
        c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\'' | '’')
    };
    text.split(|c| !inside(c)).find_map(|word| {
        let letters = || word.chars().filter_map(|c| Alphabet::of(c).map(|alphabet| (c, alphabet)));
        let count = |of| letters().filter(|(_, alphabet)| *alphabet == of).count();
        let (_, first) = letters().next()?;
        let (_, other) = letters().find(|(_, alphabet)| *alphabet != first)?;
        let (many, few) = if count(first) >= count(other) { (first, other) } else { (other, first) };
        letters().find(|(_, alphabet)| *alphabet == few).map(|(c, _)| (c, many))
    })
}

/// Whether a line of an address says that there is none: `zonder vaste woon- of verblijfplaats`, `onbekend`.
pub(super) fn is_no_address(text: &str) -> bool {
    let words: String = text.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let without = words.strip_prefix("zonder").or_else(|| words.strip_prefix("geen"));
    let nowhere = without.is_some_and(|rest| {
        matches!(rest, "adres" | "woonadres" | "woonplaats" | "verblijfplaats")
            || (rest.starts_with("vast")
                && ["woon", "verblijf", "adres"].iter().any(|word| rest.contains(word)))
    });
    nowhere
        || matches!(
            words.as_str(),
            "onbekend"
                | "adresonbekend"
                | "onbekendadres"
                | "straatonbekend"
                | "verblijfplaatsonbekend"
                | "woonplaatsonbekend"
                | "vertrokkenonbekendwaarheen"
                | "vow"
                | "zvwo"
                | "zvwov"
                | "zvwovp"
                | "zvwp"
                | "zwovp"
                | "dakloos"
                | "geen"
                | "nvt"
                | "nofixedabode"
                | "unknown"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(kind: TextKind, text: &str) -> bool {
        refusal(kind, text).is_some()
    }

    const NAMELIKE: [TextKind; 3] = [TextKind::Name, TextKind::Place, TextKind::Street];
    const ALL: [TextKind; 6] = [
        TextKind::Name,
        TextKind::Place,
        TextKind::Street,
        TextKind::AddressPart,
        TextKind::Reference,
        TextKind::OwnWords,
    ];

    #[test]
    fn marks_for_unknown_are_no_names() {
        for mark in
            [".", "-", "?", "0", "--", "...", "???", "00", "*", "/", "_", "ʼ", "’", "—", "1", "…", "- -"]
        {
            assert!(NAMELIKE.iter().all(|kind| is_refused(*kind, mark)), "{mark}");
        }
        for mark in [".", "-", "?", "--", "/", "…"] {
            assert!(ALL.iter().all(|kind| is_refused(*kind, mark)), "{mark}");
        }
        for stopgap in [
            "xxx",
            "XXXX",
            "Xxx",
            "n.v.t.",
            "N.V.T.",
            "N/A",
            "nvt",
            "geen",
            "leeg",
            "MÃ¼ller",
            "JosÃ©",
            "PaweÅ‚",
            "Ã–zdemir",
        ] {
            assert!(NAMELIKE.iter().all(|kind| is_refused(*kind, stopgap)), "{stopgap}");
        }
        assert!(is_refused(TextKind::Name, "Petro?") && is_refused(TextKind::Name, "Dovhal*"));
        for own in ["12345", "1E+10", "#N/B", "Err:502", "-"] {
            assert!(is_refused(TextKind::OwnWords, own), "{own}");
        }
        for name in [
            "X",
            "O",
            "Oo",
            "Aa",
            "A.A.A.",
            "Ooms",
            "Geen",
            "Nvt",
            "AAA",
            "JJJ",
            "Ooo",
            "III",
            "林林林",
            "Ña",
            "Ärla",
            "Müller",
            "Ñandú",
            "Åå",
        ] {
            assert!(NAMELIKE.iter().all(|kind| !is_refused(*kind, name)), "{name}");
        }
        assert!(!is_refused(TextKind::AddressPart, "01001") && !is_refused(TextKind::Reference, "0"));
        assert!(is_refused(TextKind::Name, "onbekend") && !is_refused(TextKind::Name, "Onbekend"));
    }

    #[test]
    fn merge_fields_and_errors_of_spreadsheets_are_no_names() {
        for field in [
            "«Achternaam»",
            "»Achternaam«",
            "‹naam›",
            "<naam>",
            "<<naam>>",
            "{{naam}}",
            "{{ naam }}",
            "{naam}",
            "${naam}",
            "[naam]",
            "[[naam]]",
            "%NAAM%",
            "%%naam%%",
            "$naam$",
            "__naam__",
            "@@naam@@",
            "##naam##",
            "<%= naam %>",
            "{% naam %}",
            "{{naam",
            "naam}}",
            "Jan «Achternaam»",
            "MERGEFIELD Achternaam",
            "[in te vullen: naam]",
            "#N/B",
            "#N/A",
            "#n/b",
            "#N/D",
            "#NV",
            "#REF!",
            "#VERW!",
            "#WAARDE!",
            "#VALUE!",
            "#NAAM?",
            "#NAME?",
            "#DEEL/0!",
            "#DIV/0!",
            "#GETAL!",
            "#NUM!",
            "#LEEG!",
            "#NULL!",
            "#BEZUG!",
            "#OVERLOOP!",
            "#GETTING_DATA",
            "####",
            "Err:502",
            "=A1",
            "=VERT.ZOEKEN(B2;C:D)",
            "Jan #N/B",
            "#N/B #N/B",
        ] {
            for kind in ALL.into_iter().filter(|kind| *kind != TextKind::OwnWords) {
                assert!(is_refused(kind, field), "{kind:?} {field}");
            }
        }
        // An officer may quote whatever a document says.
        assert!(!is_refused(TextKind::OwnWords, "In het formulier staat #N/B en [naam]."));
    }

    #[test]
    fn letters_of_two_alphabets_make_no_word() {
        for name in
            ["K\u{43e}valenko", "Кovalenko", "Ivаn", "Αthina", "Παπαδoπουλος", "Jan van der Kоp", "О’Brien"]
        {
            assert!(NAMELIKE.iter().all(|kind| is_refused(*kind, name)), "{name}");
        }
        let found = refusal(TextKind::Name, "K\u{43e}valenko").unwrap();
        assert!(found.message.contains("een Cyrillische letter (U+043E) tussen Latijnse letters"));
        for name in ["Kovalenko Коваленко", "Jan-Іван", "Мар’яна", "Kova\u{301}č", "ʼNkosi", "Ńko\u{30d}"]
        {
            assert!(!is_refused(TextKind::Name, name), "{name}");
        }
    }

    #[test]
    fn a_gap_of_a_concept_is_found_in_any_text() {
        for text in [
            "[in te vullen: motivering]",
            "U woont in [nog te beslissen: land] en werkt.",
            "[In te  vullen : iets]",
            "[in te\u{a0}vullen: iets]",
            "[in te vullen: …]",
            "[nog te beslissen]",
        ] {
            assert!(ALL.iter().all(|kind| is_refused(*kind, text)), "{text}");
        }
        for text in
            ["Het formulier is in te vullen.", "[in te vullen door u]", "U moest [...] nog beslissen."]
        {
            assert_eq!(unfinished(text), None, "{text}");
        }
    }

    #[test]
    fn no_fixed_abode_is_no_line_of_an_address() {
        for line in [
            "Zonder vaste woon- of verblijfplaats",
            "zonder vaste woon en/of verblijfplaats",
            "Zonder vaste woonplaats",
            "Z.V.W.O.",
            "ZVWOVP",
            "geen vaste woon- of verblijfplaats",
            "Zonder vast adres",
            "Geen adres",
            "Onbekend",
            "adres onbekend",
            "Verblijfplaats onbekend",
            "V.O.W.",
            "n.v.t.",
            "dakloos",
        ] {
            assert!(is_no_address(line), "{line}");
        }
        for line in ["Zonder Zorg", "Onbekende Weg", "Vaste Burchtstraat", "Geenstraat", "Vastenavondkamp"] {
            assert!(!is_no_address(line), "{line}");
        }
    }
}
