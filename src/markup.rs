//! Markup of HTML that is being written; the only place where text becomes part of a page, so the only place that escapes it.
//!
//! It knows nothing of letters: the page of a letter and the page of an explanation are both written with it. A page
//! applies one style and nothing else, which [`policy`] tells the browser.

use crate::hash::Hash;

/// A piece of a page: whole elements, in which all text was escaped. Only a [`Writer`] makes one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// The markup as it stands in a page.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A page, or a piece of one, that is being written.
#[derive(Debug)]
pub struct Writer(String);

impl Writer {
    /// Begins, with room for so many bytes.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// Adds markup as it is; never text of a letter or a case.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds a piece that was written before.
    pub fn piece(&mut self, piece: &Markup) -> &mut Self {
        self.raw(piece.as_str())
    }

    /// Adds text, escaped for content and for a quoted attribute.
    pub fn text(&mut self, words: &str) -> &mut Self {
        for c in words.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\u{A0}' => self.0.push_str("&nbsp;"),
                c => self.0.push(c),
            }
        }
        self
    }

    /// Adds `<tag>` and a line end.
    pub fn open(&mut self, tag: &str) -> &mut Self {
        self.raw("<").raw(tag).raw(">\n")
    }

    /// Adds `</tag>` and a line end.
    pub fn close(&mut self, tag: &str) -> &mut Self {
        self.raw("</").raw(tag).raw(">\n")
    }

    /// Adds `<tag>words</tag>` and a line end.
    pub fn line(&mut self, tag: &str, words: &str) -> &mut Self {
        self.raw("<").raw(tag).raw(">").text(words).close(tag)
    }

    /// The finished page.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }

    /// The finished piece.
    #[must_use]
    pub fn into_piece(self) -> Markup {
        Markup(self.0)
    }
}

/// The Content-Security-Policy of a page with this style: pictures inside the page, this style, nothing else. It names the
/// style by its hash: a style or script that is added to the page afterwards has no effect.
#[must_use]
pub fn policy(style: &str) -> String {
    let hash = base64(Hash::of(style).bytes());
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
}

/// The alphabet of base64 (RFC 4648, table 1).
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

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
    use super::{Writer, base64, policy};

    #[test]
    fn no_text_becomes_markup() {
        let mut page = Writer::with_capacity(0);
        page.line("p", "<b a=\"1\" c='2'>&\u{A0}");
        assert_eq!(page.finish(), "<p>&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;&nbsp;</p>\n");
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
