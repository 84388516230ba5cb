//! Finds the web and mail addresses in the text of a letter.
//!
//! Deliberately cautious: only what is clearly an address becomes a link, because a broken link is worse than
//! none. Text of an officer is treated like the text of a template.

use std::ops::Range;

/// An address in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its byte range in the text.
    pub range: Range<usize>,
    /// The URL that it links to, in ASCII: `https://www.voorbeeld.example`, `mailto:naam@voorbeeld.example`.
    pub target: String,
    /// The description that a screen reader reads aloud (PDF/UA-1, 7.18.5).
    pub description: String,
}

/// Punctuation before an address that does not belong to it.
const OPENING: [char; 10] = ['(', '[', '{', '<', '"', '\'', '‘', '“', '„', '«'];
/// Punctuation after an address that does not belong to it.
const CLOSING: [char; 14] = ['.', ',', ';', ':', '!', '?', ']', '}', '>', '"', '\'', '’', '”', '»'];

/// The addresses in a text: `www.…`, `http://…`, `https://…` and `naam@…`, in order.
#[must_use]
pub fn links(text: &str) -> Vec<Link> {
    if !text.contains('@') && !text.contains("www.") && !text.contains("://") {
        return Vec::new();
    }
    let words = text.split(char::is_whitespace).map(without_punctuation);
    words
        .filter_map(|word| {
            let (target, kind) = match web_url(word) {
                Some(target) => (target, "Website"),
                None => (mail_url(word)?, "E-mail aan"),
            };
            // `word` is a slice of `text`, so the difference of their addresses is its offset.
            let start = word.as_ptr().addr() - text.as_ptr().addr();
            let description = format!("{kind} {word}");
            Some(Link { range: start..start + word.len(), target, description })
        })
        .collect()
}

/// A word without the punctuation around it.
fn without_punctuation(word: &str) -> &str {
    let mut word = word.trim_start_matches(OPENING);
    loop {
        let shorter = word.trim_end_matches(CLOSING);
        // A bracket that opens inside the address also closes inside it:
        // `https://voorbeeld.example/brief_(post)`.
        let shorter = if shorter.contains('(') { shorter } else { shorter.trim_end_matches(')') };
        if shorter.len() == word.len() {
            return word;
        }
        word = shorter;
    }
}

/// The URL of a web address; `None` when the word is not one.
fn web_url(word: &str) -> Option<String> {
    let given = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
    let (rest, labels) = match given {
        Some(rest) => (rest, 2),
        None if word.starts_with("www.") => (word, 3),
        None => return None,
    };
    let host = rest.split(['/', '?', '#']).next()?;
    let (host, port) = host.split_once(':').unwrap_or((host, "0"));
    let is_part = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c);
    (is_host(host, labels) && all_digits(port) && rest.chars().all(is_part)).then(|| match given {
        Some(_) => word.to_owned(),
        None => format!("https://{word}"),
    })
}

/// The URL of a mail address; `None` when the word is not one.
fn mail_url(word: &str) -> Option<String> {
    let (name, host) = word.split_once('@')?;
    let is_part = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+'))
    };
    (name.split('.').all(is_part) && is_host(host, 2)).then(|| format!("mailto:{word}"))
}

/// Whether this is a host name with at least this many labels; an IP address is not.
fn is_host(host: &str, labels: usize) -> bool {
    let is_label = |label: &str| {
        label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top = host.rsplit('.').next().unwrap_or_default();
    host.split('.').count() >= labels
        && host.split('.').all(is_label)
        && top.len() >= 2
        && top.chars().all(|c| c.is_ascii_alphabetic())
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The addresses of a text and where they lead.
    fn found(text: &str) -> Vec<(&str, String)> {
        links(text).into_iter().map(|link| (&text[link.range.clone()], link.target)).collect()
    }

    #[test]
    fn addresses_are_found_without_the_signs_around_them() {
        for (text, words, target) in [
            ("kijk op www.voorbeeld.example. Noem", "www.voorbeeld.example", "https://www.voorbeeld.example"),
            ("(zie https://a-b.nl/c?d=1&e#f),", "https://a-b.nl/c?d=1&e#f", "https://a-b.nl/c?d=1&e#f"),
            ("‘http://a.nl:8080/’", "http://a.nl:8080/", "http://a.nl:8080/"),
            ("http://a.nl/b_(c)!", "http://a.nl/b_(c)", "http://a.nl/b_(c)"),
            ("Mail\u{A0}j.de-wit+1@post.a.nl;", "j.de-wit+1@post.a.nl", "mailto:j.de-wit+1@post.a.nl"),
        ] {
            assert_eq!(found(text), [(words, target.to_owned())], "{text}");
        }
        let several = links("naam@a.nl of www.a.nl");
        assert_eq!(several[0].description, "E-mail aan naam@a.nl");
        assert_eq!(several[1].description, "Website www.a.nl");
    }

    #[test]
    fn what_is_no_address_stays_text() {
        for text in [
            "RTB-2026-000123",
            "artikel 4:15 Awb, zie Vw 69 lid 1",
            "voorbeeld.nl",
            "www.nl www. www..nl www.-a.nl",
            "http://localhost http://127.0.0.1 http://a.n http://x@evil.nl",
            "https:// https://a..nl https://a.nl:x/ https://a.nl/\u{7}b https://é.nl",
            "@naam naam@ naam@voorbeeld naam@@a.nl .naam@a.nl na,am@a.nl",
            "javascript://a.nl mailto:a@b.nl \"x\"@a.nl",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
