//! The findings about errors in the YAML itself: their Dutch sentences and hints in one place.
//!
//! The parser reports in English and in terms of tokens, but an officer needs to know what to look at.
//! Constructs that a case file may not hold are grouped by kind, so that a file with a thousand aliases gives
//! one finding.

use super::limits::{MAX_DEPTH, MAX_NODES};
use super::node::{Entry, Node, Value, path_of_key};
use crate::diagnostic::{Code, Diagnostic, character};
use crate::places::Place;

/// Maximum number of places that one finding shows.
const MAX_SHOWN: usize = 8;

/// This many keys twice at the top of a document are two cases behind each other, no slip of the pen.
const PASTED: usize = 3;

/// Constructs of YAML that a case file may not hold.
#[derive(Clone, Copy)]
pub enum Kind {
    /// An anchor, alias or merge key.
    Reference,
    /// A tag, such as `!!str`.
    Tag,
    /// A list or block used as a key.
    Key,
}

/// The places of these constructs, in the order of the file.
#[derive(Default)]
pub struct Refusals {
    references: Vec<(String, Place)>,
    tags: Vec<(String, Place)>,
    keys: Vec<(String, Place)>,
}

impl Refusals {
    /// Records one construct in the value at this path.
    pub fn note(&mut self, kind: Kind, path: String, place: Place) {
        let places = match kind {
            Kind::Reference => &mut self.references,
            Kind::Tag => &mut self.tags,
            Kind::Key => &mut self.keys,
        };
        if places.len() < MAX_SHOWN {
            places.push((path, place));
        }
    }

    /// Checks a node that is used as a key in `block`: a scalar is kept as text, anything else recorded and
    /// dropped.
    pub fn key<K>(
        &mut self,
        block: &str,
        node: Node,
        kept: impl FnOnce(String, Place) -> K,
        dropped: K,
    ) -> K {
        match node.value {
            Value::Scalar(scalar) if scalar.plain && scalar.text == "<<" => {
                self.note(Kind::Reference, block.to_owned(), node.place);
                dropped
            }
            Value::Scalar(scalar) => kept(scalar.text, node.place),
            Value::Refused => dropped,
            Value::List(_) | Value::Map(_) => {
                self.note(Kind::Key, block.to_owned(), node.place);
                dropped
            }
        }
    }

    /// One finding for each kind that occurs.
    pub fn diagnostics(self) -> impl Iterator<Item = Diagnostic> {
        let found = [
            (
                self.references,
                "Een zaakbestand verwijst niet binnen zichzelf: geen ankers (`&`), verwijzingen (`*`) of `<<`.",
                "Schrijf de waarde voluit; zet een tekst die met `&` of `*` begint tussen aanhalingstekens.",
            ),
            (
                self.tags,
                "Een zaakbestand heeft geen tags (`!`).",
                "Haal de tag weg; zet een tekst die met `!` begint tussen aanhalingstekens.",
            ),
            (
                self.keys,
                "Een sleutel is hier zelf een lijst of een blok.",
                "Zet een tekst met `[`, `{` of `?` aan het begin tussen aanhalingstekens.",
            ),
        ];
        found.into_iter().filter(|(places, ..)| !places.is_empty()).map(|(places, message, hint)| {
            let (paths, places): (Vec<String>, Vec<Place>) = places.into_iter().unzip();
            Diagnostic::new(Code::NotPlainYaml, message, paths).at(places).with_hint(hint)
        })
    }
}

/// Keeps the first entry of each key and reports the keys that occur more than once.
pub fn split_duplicates(path: &str, entries: Vec<Entry>) -> (Vec<Entry>, Vec<Diagnostic>) {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|&i| entries.get(i).map(|e| e.key.as_str()));
    let mut drop = vec![false; entries.len()];
    let mut found = Vec::new();
    for same in order.chunk_by(|&a, &b| entries.get(a).map(|e| &e.key) == entries.get(b).map(|e| &e.key)) {
        if same.len() < 2 {
            continue;
        }
        let doubles: Vec<&Entry> = same.iter().take(MAX_SHOWN).filter_map(|&i| entries.get(i)).collect();
        for &later in same.iter().skip(1) {
            if let Some(flag) = drop.get_mut(later) {
                *flag = true;
            }
        }
        let paths: Vec<String> = doubles.iter().map(|e| path_of_key(path, &e.key)).collect();
        let message = "Deze sleutel staat meer dan één keer in hetzelfde blok.";
        found.push(
            Diagnostic::new(Code::DuplicateKey, message, paths)
                .at(doubles.iter().map(|e| e.key_place))
                .with_hint("Houd de juiste en haal de andere weg."),
        );
    }
    if path.is_empty() && found.len() >= PASTED {
        let second = entries.iter().zip(&drop).find(|(_, drop)| **drop).map(|(entry, _)| entry);
        found = second.map(second_case).into_iter().collect();
    }
    let kept = entries.into_iter().zip(drop).filter(|(_, drop)| !drop).map(|(entry, _)| entry).collect();
    (kept, found)
}

/// The finding about a second case in the same document; `entry` is its first key.
fn second_case(entry: &Entry) -> Diagnostic {
    let message = "Hier begint een tweede zaak: bijna elke sleutel bovenaan staat twee keer.";
    Diagnostic::new(Code::DuplicateKey, message, [path_of_key("", &entry.key)])
        .at([entry.key_place])
        .with_hint("Zet `---` op een eigen regel tussen de twee zaken.")
}

fn too_large(message: String, place: Place, hint: &str) -> Diagnostic {
    Diagnostic::new(Code::TooLarge, message, [""]).at([place]).with_hint(hint)
}

/// The finding about a document that has more than the maximum number of bytes.
#[must_use]
pub fn too_many_bytes(first_line: u32) -> Diagnostic {
    let place = Place { line: first_line, column: 1, length: 1 };
    let message = "Dit document is groter dan 1 MiB; dat is geen zaak.".to_owned();
    too_large(message, place, "Een bestand mag groter zijn als elke zaak een eigen document is (`---`).")
}

/// The finding about a document without any value.
#[must_use]
pub fn empty_document(first_line: u32) -> Diagnostic {
    Diagnostic::new(Code::EmptyDocument, "Dit document is leeg.", [""])
        .at([Place { line: first_line, column: 1, length: 1 }])
        .with_hint("Is het bestand bewaard? Zet hier een zaak (`rtbrief nieuw` helpt), of haal een leeg document met zijn `---` weg.")
}

/// The finding about a document with too many nodes.
pub fn too_many_nodes(place: Place) -> Diagnostic {
    too_large(
        format!("Dit document heeft meer dan {MAX_NODES} waarden; dat is geen zaak."),
        place,
        "Zet elke zaak in een eigen document (`---`).",
    )
}

/// The finding about a document that is nested too deeply.
pub fn too_deep(place: Place) -> Diagnostic {
    too_large(
        format!("Dit document is dieper genest dan {MAX_DEPTH} lagen; dat is geen zaak."),
        place,
        "Kijk of hier haakjes te veel staan.",
    )
}

/// The finding about a second document in text that the splitter took for one document.
pub fn second_document(place: Place) -> Diagnostic {
    Diagnostic::new(Code::Syntax, "Binnen dit document begint een tweede document.", [""])
        .at([place])
        .with_hint("Zet `---` op een eigen regel, tussen de twee zaken.")
}

/// The finding about an unescaped control character or noncharacter, which YAML does not allow.
pub fn control_character(c: char, place: Place) -> Diagnostic {
    let message = format!("Hier staat {}.", character::named(c));
    Diagnostic::new(Code::ControlCharacter, message, [""])
        .at([place])
        .with_hint("Haal het teken weg; het komt vaak mee bij plakken uit een ander programma.")
}

/// The kinds of syntax error.
#[derive(Clone, Copy)]
pub enum Syntax {
    /// A text begins with a character that has a special meaning in YAML.
    Character,
    /// A quoted text without a closing quote.
    OpenQuote,
    /// Other text directly after a quoted text.
    AfterQuote,
    /// An escape that does not exist.
    Escape,
    /// A bracket that is never closed.
    OpenBracket,
    /// A closing bracket that matches no opening bracket.
    WrongBracket,
    /// No comma between two items in brackets.
    Comma,
    /// A tab as indentation.
    Tab,
    /// A colon where no key can stand.
    Colon,
    /// A line without a colon where a key is expected.
    NoColon,
    /// Indentation that matches no line above.
    Indentation,
    /// An invalid directive: a line that begins with `%`.
    Directive,
    /// Something behind the value of the document.
    Behind,
    /// Any other syntax error.
    Other,
}

/// The finding about a syntax error; the document is not read beyond it.
pub fn syntax(sort: Syntax, place: Place) -> Diagnostic {
    let (message, hint) = match sort {
        Syntax::Character => (
            "Met dit teken kan een tekst zonder aanhalingstekens niet beginnen.",
            "Zet de tekst tussen aanhalingstekens.",
        ),
        Syntax::OpenQuote => (
            "Een tekst tussen aanhalingstekens houdt niet op waar dat zou moeten.",
            "Kijk of hier of erboven een aanhalingsteken ontbreekt; een apostrof in een tekst tussen ' schrijft u als ''.",
        ),
        Syntax::AfterQuote => (
            "Na het sluitende aanhalingsteken staat nog iets.",
            "Zet de hele tekst tussen aanhalingstekens; een aanhalingsteken in de tekst schrijft u als '' of \\\".",
        ),
        Syntax::Escape => (
            "Tussen dubbele aanhalingstekens betekent `\\` iets, maar niet met dit teken erachter.",
            "Schrijf `\\\\` voor een `\\`, of gebruik enkele aanhalingstekens.",
        ),
        Syntax::OpenBracket => ("Een haakje (`[` of `{`) wordt niet gesloten.", "Zet het sluithaakje erbij."),
        Syntax::WrongBracket => {
            ("Een sluithaakje past niet bij het haakje dat open staat.", "Maak de haakjes gelijk.")
        }
        Syntax::Comma => (
            "Tussen haakjes ontbreekt een komma of het sluithaakje.",
            "Zet een komma tussen de onderdelen; zet een tekst met `,`, `[` of `{` tussen aanhalingstekens.",
        ),
        Syntax::Tab => ("Hier staat een tab waar YAML spaties wil.", "Spring in met spaties."),
        Syntax::Colon => (
            "Hier staat een dubbele punt waar geen sleutel kan staan.",
            "Staat de dubbele punt in een tekst, zet die dan tussen aanhalingstekens; is dit een sleutel, spring dan even ver in als de sleutels erboven.",
        ),
        Syntax::NoColon => (
            "Hier hoort een sleutel met een dubbele punt en een spatie (`sleutel: waarde`).",
            "Kijk of `: ` ontbreekt, of dat de inspringing niet klopt.",
        ),
        Syntax::Indentation => {
            ("De inspringing past niet bij de regels erboven.", "Spring even ver in als de sleutels erboven.")
        }
        Syntax::Directive => {
            ("Een regel die met `%` begint, klopt hier niet.", "Zo'n regel is niet nodig: haal hem weg.")
        }
        Syntax::Behind => (
            "Hier staat nog iets achter het einde van de zaak.",
            "Zet `---` op een eigen regel tussen twee zaken, of haal weg wat hier staat.",
        ),
        Syntax::Other => ("De tekst is hier geen geldige YAML.", "Kijk naar deze regel en de regel erboven."),
    };
    Diagnostic::new(Code::Syntax, message, [""]).at([place]).with_hint(hint)
}
