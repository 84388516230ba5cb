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
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
