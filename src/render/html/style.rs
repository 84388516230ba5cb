//! The style of one letter, and the policy that lets a browser apply that style and nothing else.
//!
//! A browser takes the kenmerk and the date at the edge of a printed page from the style, so here, and only
//! here, text of a letter becomes CSS. The policy names the style by its hash: a style or script that is
//! added to the page afterwards has no effect.

use crate::hash::Hash;
use crate::letter::document::Document;
use crate::render::look::Look;
use crate::render::notices::EXAMPLE_NOTICE;
use std::fmt::Write as _;

/// The style sheet that all letters share.
const SHEET: &str = include_str!("style.css");

/// Additional style for a concept.
const CONCEPT: &str = include_str!("concept.css");

/// The alphabet of base64 (RFC 4648, table 1).
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

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

/// The Content-Security-Policy of a page with this style: pictures inside the page, this style, nothing else.
pub(super) fn policy(style: &str) -> String {
    let hash = base64(Hash::of(style).bytes());
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
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

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = (0..3).fold(0, |group, i| (group << 8) | u32::from(chunk.get(i).copied().unwrap_or(0)));
        for i in 0..4 {
            let index = usize::try_from((group >> (18 - 6 * i)) & 63).unwrap_or_default();
            let letter = if i <= chunk.len() { BASE64.get(index) } else { None };
            out.push(char::from(letter.copied().unwrap_or(b'=')));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{base64, policy, string};

    #[test]
    fn no_text_ends_a_css_string() {
        assert_eq!(string("RTB-2026.1 a"), "\"RTB-2026.1 a\"");
        assert_eq!(string("\"}\n\\</é"), "\"\\22 \\7D \\A \\5C \\3C \\2F \\E9 \"");
    }

    #[test]
    fn base64_is_that_of_the_rfc() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xfb, 0xff]), "+/8=");
    }

    #[test]
    fn the_policy_names_its_style() {
        let hash = "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"; // of "abc" (FIPS 180-4)
        assert!(policy("abc").contains(hash) && policy("abc").starts_with("default-src 'none';"));
        assert_ne!(policy("abd"), policy("abc"));
    }
}
