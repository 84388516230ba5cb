//! Reads single values with a form of their own: yes or no, words, identifiers, countries.
//!
//! Messages and hints also go to JSON and logs, so they never show the value that was written. What the writer
//! probably meant is in the detail of a finding, which only the terminal shows.

use super::meant_country::meant_country;
use super::reader::Reader;
use super::suggest;
use crate::case::country::{Country, Nationality};
use crate::case::identifier::{Kenmerk, Postcode, VNummer};
use crate::diagnostic::{Code, character};
use crate::words::{Form, Holds};
use crate::yaml::Node;

/// A value that has not the form that its key asks.
pub(super) struct Unfit<'t> {
    /// The kind of finding.
    pub(super) code: Code,
    /// What it is not.
    pub(super) message: &'t str,
    /// What to write.
    pub(super) hint: &'t str,
    /// The character that makes it wrong, which the message names.
    pub(super) wrong: Option<char>,
    /// What was probably meant; for the terminal only.
    pub(super) meant: Option<String>,
}

impl Unfit<'_> {
    /// Records it.
    pub(super) fn refuse<T>(self, reader: &mut Reader, path: &str) -> Option<T> {
        let Self { code, message, hint, wrong, meant } = self;
        let message = match wrong {
            Some(c) => format!("{message} Er staat {} in.", character::named(c)),
            None => message.to_owned(),
        };
        let detail = meant.as_ref().map(|meant| format!("schrijf {meant}"));
        reader.refuse_with_detail(path, code, &message, hint, detail);
        reader.last_could_be(meant);
        None
    }
}

/// The text of a value with a form of its own: a space of any width is a space, and none stands around it.
pub(super) fn formed(reader: &mut Reader, path: &str, node: &Node) -> Option<String> {
    Some(tidy(&reader.scalar(path, node)?.text))
}

/// A text with plain spaces, and none around it.
pub(super) fn tidy(text: &str) -> String {
    let text: String = text.chars().map(|c| if character::is_space(c) { ' ' } else { c }).collect();
    text.trim_matches(' ').to_owned()
}

/// A character that no word of a closed list or code has: one that cannot be seen, a quotation mark, a sign.
fn stranger(text: &str) -> Option<char> {
    text.chars().find(|c| !(c.is_alphanumeric() || matches!(c, ' ' | '_' | '-')))
}

/// Reads an unquoted `true` or `false`; anything else is F113.
pub(super) fn boolean(reader: &mut Reader, path: &str, node: &Node) -> Option<bool> {
    let plain = reader.scalar(path, node)?.plain;
    let text = &formed(reader, path, node)?;
    let meant = match text.to_lowercase().as_str() {
        "true" | "ja" | "yes" | "waar" | "j" | "y" | "on" | "1" => Some(true),
        "false" | "nee" | "no" | "onwaar" | "n" | "off" | "0" => Some(false),
        _ => None,
    };
    match (plain, text.as_str()) {
        (true, "true") => Some(true),
        (true, "false") => Some(false),
        _ => {
            let hint = Holds::YesNo.rule();
            let (message, wrong) = ("Dit is geen ja of nee.", stranger(text));
            let meant = meant.map(|meant| meant.to_string());
            Unfit { code: Code::NotABoolean, message, hint, wrong, meant }.refuse(reader, path)
        }
    }
}

/// Reads a word of a closed list; any other word is F111.
pub(super) fn word<T>(
    from_word: fn(&str) -> Option<T>,
    words: &'static [&'static str],
) -> impl Fn(&mut Reader, &str, &Node) -> Option<T> {
    move |reader, path, node| {
        let text = &formed(reader, path, node)?;
        from_word(text).or_else(|| {
            let hint = format!("Kies uit: {}.", suggest::quoted(words));
            let near = suggest::nearest(text, words);
            let detail = near.map(|near| format!("bedoelde u `{near}`?"));
            let message = match stranger(text) {
                Some(c) => {
                    format!("Dit woord kent een zaakbestand hier niet. Er staat {} in.", character::named(c))
                }
                None => "Dit woord kent een zaakbestand hier niet.".to_owned(),
            };
            reader.refuse_with_detail(path, Code::UnknownWord, &message, &hint, detail);
            reader.last_could_be(near.map(str::to_owned));
            None
        })
    }
}

/// Reads a kenmerk; another form is F114.
pub(super) fn kenmerk(reader: &mut Reader, path: &str, node: &Node) -> Option<Kenmerk> {
    let text = &formed(reader, path, node)?;
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let first = || text.chars().next().filter(|c| !c.is_ascii_alphanumeric());
    let wrong = text.chars().find(|c| !fits(*c)).or_else(first);
    let hint = if Kenmerk::is_device(text) {
        "Windows houdt een bestand met deze naam voor een apparaat (NUL, COM1); zet er iets voor."
    } else {
        Form::Kenmerk.rule()
    };
    let message = "Dit is geen kenmerk.";
    Kenmerk::parse(text).or_else(|| {
        Unfit { code: Code::BadIdentifier, message, hint, wrong, meant: None }.refuse(reader, path)
    })
}

/// Reads a V-nummer; another form is F114.
pub(super) fn v_nummer(reader: &mut Reader, path: &str, node: &Node) -> Option<VNummer> {
    let text = &formed(reader, path, node)?;
    let wrong = text.chars().find(|c| !(c.is_ascii_digit() || matches!(c, '.' | ' ')));
    let hint = Form::VNummer.rule();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let message = match wrong {
        None if digits > 0 => format!("Dit is geen V-nummer: er staan {digits} cijfers."),
        _ => "Dit is geen V-nummer.".to_owned(),
    };
    VNummer::parse(text).or_else(|| {
        let message = message.as_str();
        Unfit { code: Code::BadIdentifier, message, hint, wrong, meant: None }.refuse(reader, path)
    })
}

/// Reads a Dutch postcode; another form is F114.
pub(super) fn postcode(reader: &mut Reader, path: &str, node: &Node) -> Option<Postcode> {
    let text = &formed(reader, path, node)?;
    let packed = text.chars().filter(|c| *c != ' ').enumerate();
    let fits = |index: usize, c: char| if index < 4 { c.is_ascii_digit() } else { c.is_ascii_alphabetic() };
    let wrong = packed.filter(|(index, c)| !fits(*index, *c)).map(|(_, c)| c).next();
    let packed: String = text.chars().filter(|c| *c != ' ').collect();
    let fits_its_form = wrong.is_none() && packed.len() == 6;
    let hint = if fits_its_form {
        "Een postcode begint niet met een 0 en eindigt niet op SA, SD of SS."
    } else {
        Form::Postcode.rule()
    };
    let message = "Dit is geen Nederlandse postcode.";
    Postcode::parse(text).or_else(|| {
        Unfit { code: Code::BadIdentifier, message, hint, wrong, meant: None }.refuse(reader, path)
    })
}

/// Reads the code of a country; an unknown code is F115.
pub(super) fn country(reader: &mut Reader, path: &str, node: &Node) -> Option<Country> {
    let text = &formed(reader, path, node)?;
    Country::parse(text).or_else(|| unknown_country(reader, path, text, None))
}

/// Reads an item of `nationaliteiten`: the code of a country, `staatloos` or `onbekend`.
pub(super) fn nationality(reader: &mut Reader, path: &str, node: &Node) -> Option<Nationality> {
    let text = &formed(reader, path, node)?;
    if let Some(nationality) = Nationality::from_word(text) {
        return Some(nationality);
    }
    Country::parse(text).map(Nationality::Of).or_else(|| {
        unknown_country(
            reader,
            path,
            text,
            suggest::nearest(text, &Nationality::WORDS.map(|(word, ..)| word)),
        )
    })
}

fn unknown_country<T>(reader: &mut Reader, path: &str, text: &str, word: Option<&str>) -> Option<T> {
    let meant = word.map(str::to_owned).or_else(|| meant_country(text).map(|country| country.to_string()));
    let hint = Holds::Country.rule();
    let message = "Deze landcode bestaat niet.";
    let wrong = stranger(text);
    Unfit { code: Code::UnknownCountry, message, hint, wrong, meant }.refuse(reader, path)
}
