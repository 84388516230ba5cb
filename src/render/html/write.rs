//! Writes HTML; the only place where text becomes part of a page, so the only place that escapes it.

use crate::letter::document::Document;

/// A page that is being written.
pub(super) struct Html<'a> {
    page: String,
    /// The names of people in the letter.
    pub names: &'a [String],
    /// The phone numbers that the letter may name.
    pub phones: &'a [String],
}

impl<'a> Html<'a> {
    /// An empty page for a letter.
    pub fn new(document: &'a Document) -> Self {
        Self {
            page: String::with_capacity(16 * 1024),
            names: &document.names,
            phones: &document.sender.phones,
        }
    }

    /// Adds markup as it is; never text of a letter.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.page.push_str(markup);
        self
    }

    /// Adds text, escaped for content and for a quoted attribute.
    pub fn text(&mut self, words: &str) -> &mut Self {
        for c in words.chars() {
            match c {
                '&' => self.page.push_str("&amp;"),
                '<' => self.page.push_str("&lt;"),
                '>' => self.page.push_str("&gt;"),
                '"' => self.page.push_str("&quot;"),
                '\'' => self.page.push_str("&#39;"),
                '\u{A0}' => self.page.push_str("&nbsp;"),
                c => self.page.push(c),
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
    pub fn finish(self) -> String {
        self.page
    }
}
