//! Dutch grammar that a template cannot do: lists, numbers of days, articles, capitals.

/// A list of names: `Nigeria`, `Nigeria en Ghana`, `Nigeria, Ghana en Mali`; empty for no names.
#[must_use]
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} en {last}", first.join(", ")),
    }
}

/// A number of days: `1 dag`, `46 dagen`.
#[must_use]
pub fn days(count: u32) -> String {
    if count == 1 { "1 dag".to_owned() } else { format!("{count} dagen") }
}

/// A name with its article: `de gemeente Utrecht` for `gemeente Utrecht`. Other names stay as they are, because only a
/// gemeente is usually written without its article.
#[must_use]
pub fn with_article(name: &str) -> String {
    match name.split_once(' ') {
        Some(("gemeente" | "Gemeente", rest)) => format!("de gemeente {rest}"),
        _ => name.to_owned(),
    }
}

/// The text with a capital at its beginning. A family name directly after `heer` or `mevrouw` begins with a capital
/// (`de heer De Vries`), also when the registers write its prefix in lower case.
///
/// The Dutch ij is one letter (`IJzerman`), but before a vowel it is two, of another language (`Ijeoma`).
/// A letter that has no capital of its own stays as it is.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let rest = letters.as_str();
    if let Some(after) = text.strip_prefix("ij")
        && !after.to_lowercase().starts_with(VOWELS)
    {
        return format!("IJ{after}");
    }
    format!("{}{rest}", capital(first))
}

/// The vowels with which a syllable goes on after `ij` that is not the Dutch letter.
const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];

/// The letter as it begins a name; one whose capital would be two letters, or is never used so, stays.
fn capital(letter: char) -> char {
    let mut capitals = letter.to_uppercase();
    match (letter, capitals.next(), capitals.next()) {
        ('ǆ', ..) => 'ǅ',
        ('ǉ', ..) => 'ǈ',
        ('ǌ', ..) => 'ǋ',
        ('ǳ', ..) => 'ǲ',
        ('ა'..='ჿ', ..) => letter,
        (_, Some(capital), None) => capital,
        _ => letter,
    }
}

/// Whose something is, by a name: `Artems`, `Sofiia’s`, `Alex’`. Behind a vowel that would be read long or a foreign
/// letter comes an apostrophe, behind an s sound only that.
#[must_use]
pub fn possessive(name: &str) -> String {
    let last = name.chars().next_back().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    match last.as_str() {
        "s" | "x" | "z" | "ß" | "š" | "ž" | "ş" | "с" | "з" | "ш" | "ж" => format!("{name}’"),
        "a" | "i" | "o" | "u" | "y" => format!("{name}’s"),
        letter if letter.is_ascii() || "éèêëüöäáàíóú".contains(letter) => format!("{name}s"),
        _ => format!("{name}’s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_possessive_of_a_name_is_spelt_as_in_dutch() {
        for (name, expected) in [
            ("Artem", "Artems"),
            ("Sofiia", "Sofiia’s"),
            ("Oleksii", "Oleksii’s"),
            ("Alex", "Alex’"),
            ("Marie", "Maries"),
            ("René", "Renés"),
            ("mevrouw Bondarenko", "mevrouw Bondarenko’s"),
            ("Максим", "Максим’s"),
        ] {
            assert_eq!(possessive(name), expected);
        }
    }

    #[test]
    fn lists_read_as_dutch() {
        let names: Vec<String> = ["Nigeria", "Ghana", "Mali"].map(str::to_owned).to_vec();
        assert_eq!(list(&names), "Nigeria, Ghana en Mali");
        assert_eq!(list(&names[..2]), "Nigeria en Ghana");
        assert_eq!(list(&names[..1]), "Nigeria");
        assert_eq!(list(&[]), "");
    }

    #[test]
    fn one_day_is_singular() {
        assert_eq!(days(1), "1 dag");
        assert_eq!(days(0), "0 dagen");
        assert_eq!(days(29), "29 dagen");
    }

    #[test]
    fn a_gemeente_gets_its_article() {
        assert_eq!(with_article("gemeente Utrecht"), "de gemeente Utrecht");
        assert_eq!(with_article("Gemeente De Bilt"), "de gemeente De Bilt");
        assert_eq!(with_article("het COA"), "het COA");
        assert_eq!(with_article("gemeentebelangen"), "gemeentebelangen");
    }

    #[test]
    fn the_prefix_of_a_name_gets_a_capital() {
        assert_eq!(capitalised("de Vries"), "De Vries");
        assert_eq!(capitalised("’t Hart"), "’t Hart");
        assert_eq!(capitalised("їжак"), "Їжак");
    }

    #[test]
    fn letters_of_two_signs_get_their_own_capital() {
        for (name, capital) in [
            ("ijzerman", "IJzerman"),
            ("ij", "IJ"),
            ("ijsbrand", "IJsbrand"),
            ("ĳzerman", "Ĳzerman"),
            ("IJzerman", "IJzerman"),
            ("Ijzerman", "Ijzerman"),
            ("ijeoma", "Ijeoma"),
            ("ijaiya", "Ijaiya"),
            ("ßmith", "ßmith"),
            ("ŉkosi", "ŉkosi"),
            ("ʼnkosi", "ʼnkosi"),
            ("ǆamonja", "ǅamonja"),
            ("ǆ", "ǅ"),
            ("Ǆamonja", "Ǆamonja"),
            ("ﬁnn", "ﬁnn"),
            ("o", "O"),
            ("éluard", "Éluard"),
            ("e\u{301}luard", "E\u{301}luard"),
            ("", ""),
        ] {
            assert_eq!(capitalised(name), capital, "{name}");
        }
    }
}
