//! The style of one letter.
//!
//! A browser takes the kenmerk and the date at the edge of a printed page from the style, so here, and only
//! here, text of a letter becomes CSS. The policy names the style by its hash: a style or script that is
//! added to the page afterwards has no effect.

use crate::letter::document::Document;
use crate::render::look::Look;
use crate::render::notices::EXAMPLE_NOTICE;
use std::fmt::Write as _;

/// The style sheet that all letters share.
const SHEET: &str = include_str!("style.css");

/// Additional style for a concept.
const CONCEPT: &str = include_str!("concept.css");

/// The whole content of `<style>`: the shared sheet, then the values of this letter.
pub(super) fn style(document: &Document, look: &Look) -> String {
    let concept = if document.is_concept { CONCEPT } else { "" };
    let mut style = format!("{SHEET}{concept}:root {{\n");
    let mut set = |name: &str, words: &str| style.push_str(&format!("  --{name}: {};\n", string(words)));
    set("kenmerk", &document.kenmerk);
    set("datum", &document.date);
    if document.is_example {
        set("voorbeeld", EXAMPLE_NOTICE);
    }
    let _ = writeln!(style, "  --accent: {};", look.accent);
    style.push_str("}\n");
    style
}

/// A CSS string. Other characters than letters, digits, spaces and a few signs are written as code points, so
/// that no text can end the string, the rule or the `<style>` element (CSS Syntax 3, 4.3.7).
fn string(words: &str) -> String {
    let mut string = String::with_capacity(words.len() + 2);
    string.push('"');
    for c in words.chars() {
        if c.is_ascii_alphanumeric() || " -.,:".contains(c) {
            string.push(c);
        } else {
            let _ = write!(string, "\\{:X} ", u32::from(c));
        }
    }
    string.push('"');
    string
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn no_text_ends_a_css_string() {
        assert_eq!(string("RTB-2026.1 a"), "\"RTB-2026.1 a\"");
        assert_eq!(string("\"}\n\\</é"), "\"\\22 \\7D \\A \\5C \\3C \\2F \\E9 \"");
    }
}
