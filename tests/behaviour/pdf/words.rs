//! The words of a letter from two sides: from the tags of its PDF, and from its rendering as text.
//!
//! They must be the same words in the same order. Only this is made the same before they are compared: spaces
//! and line ends (no-break spaces too), the form of accents (composed), the bullet of a list (`-`), the order of the
//! parts of the head (here that of the PDF), the words of a table (sorted, because the text sets its columns beside each
//! other). Left out: the rules around an overview, the sentence that marks the example organisation (each form has its own), and of the text the label
//! *Onderwerp* and the dashes below a heading and a head of a table.

use super::read::Element;
use rtbrief::letter::document::Document;
use rtbrief::render::text;
use unicode_normalization::UnicodeNormalization as _;

/// The words of a letter in the order of its tags.
pub fn of_pdf(document: &Element) -> Vec<String> {
    assert_eq!(document.tag, "Document");
    let mut found = Vec::new();
    let mut below_subject = false;
    // The page in another language is a part with blocks of its own.
    let parts = document
        .kids
        .iter()
        .flat_map(|kid| if kid.tag == "Sect" { kid.kids.iter() } else { std::slice::from_ref(kid).iter() });
    for (index, element) in parts.enumerate() {
        below_subject |= element.tag == "H1";
        if index == 0 && element.text.starts_with("Voorbeeldorganisatie") {
            continue;
        }
        let mut words = Vec::new();
        collect(element, &mut words);
        if element.tag == "Table" && below_subject {
            words.sort();
        }
        found.extend(words);
    }
    found
}

fn collect(element: &Element, found: &mut Vec<String>) {
    let bullet = element.tag == "Lbl" && element.text.trim() == "•";
    found.extend(words(if bullet { "-" } else { &element.text }));
    // The text of a link is text of its parent.
    element.kids.iter().filter(|kid| kid.tag != "Link").for_each(|kid| collect(kid, found));
}

/// The words of the letter as text, in the order of the PDF.
pub fn of_text(letter: &Document) -> Vec<String> {
    let text = text::render(letter);
    let mut parts = text.split("\n\n");
    if letter.is_example {
        parts.next().unwrap();
    }
    let sender: Vec<&str> = parts.next().unwrap().lines().collect();
    let copy = if letter.is_copy { parts.next().unwrap() } else { "" };
    let addressee = parts.next().unwrap();
    let reference = parts.next().unwrap().replace("\nOnderwerp ", "\n");
    let mut found = words(sender[0]);
    found.extend(words(copy));
    found.extend(words(sender[1]));
    found.extend(words(addressee));
    found.extend(sender[2..].iter().flat_map(|line| words(line)));
    found.extend(words(&reference));
    for part in parts {
        let dashes = |line: &&str| line.len() > 1 && line.bytes().all(|byte| matches!(byte, b'-' | b'='));
        let lines: Vec<&str> = part.lines().filter(|line| !dashes(line)).collect();
        if part.contains(" | ") || part.starts_with("==") {
            let mut table: Vec<String> = lines.iter().flat_map(|line| words(line)).collect();
            table.retain(|word| word != "|");
            table.sort();
            found.extend(table);
        } else {
            found.extend(lines.iter().flat_map(|line| words(line)));
        }
    }
    found
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(|word| word.nfc().collect()).collect()
}
