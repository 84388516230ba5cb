//! Finds the names of people in the text of a letter, so that no line ends inside one.
//!
//! The letter says which names it has ([`Document::names`](crate::letter::document::Document::names)): no rule about
//! capitals and particles would know them all.

use std::ops::Range;

/// Whether a text has one of these names.
#[must_use]
pub fn has_name(text: &str, names: &[String]) -> bool {
    names.iter().any(|name| text.contains(name.as_str()))
}

/// Where the names stand in a text; a name inside a longer one is listed too.
#[must_use]
pub fn held(text: &str, names: &[String]) -> Vec<Range<usize>> {
    let places = |name: &String| {
        let length = name.len();
        text.match_indices(name.as_str()).map(move |(start, _)| start..start + length).collect::<Vec<_>>()
    };
    names.iter().flat_map(places).collect()
}

/// Whether a line that ends at this offset would end inside one of these stretches.
#[must_use]
pub fn is_inside(held: &[Range<usize>], offset: usize) -> bool {
    held.iter().any(|name| name.start < offset && offset < name.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_everywhere_and_its_edges_are_not_inside() {
        let names = ["Olha de Wit-Bondar".to_owned(), "de Wit-Bondar".to_owned()];
        let text = "Geachte mevrouw de Wit-Bondar, kind van Olha de Wit-Bondar";
        let found = held(text, &names);
        assert_eq!(found.len(), 3);
        assert!(found.iter().all(|range| names.contains(&text[range.clone()].to_owned())));
        assert!(has_name(text, &names) && !has_name("Olha en Wit", &names));
        let inside: Vec<usize> = (0..text.len()).filter(|&at| is_inside(&found, at)).collect();
        assert!(inside.contains(&(text.find("Wit-").unwrap() + 4)));
        assert!(!inside.contains(&found[1].start) && !inside.contains(&found[1].end));
    }
}
