//! Writes HTML; the only place where text becomes part of a page, so the only place that escapes it.

/// A page that is being written.
pub(super) struct Html(String);

impl Html {
    /// An empty page.
    pub fn new() -> Self {
        Self(String::with_capacity(16 * 1024))
    }

    /// Adds markup as it is; never text of a letter.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
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
    pub fn finish(self) -> String {
        self.0
    }
}
