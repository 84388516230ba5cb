//! Writes HTML; the one place where words become part of a page, so the one place that escapes them.

/// A page in the making.
pub(super) struct Html(String);

impl Html {
    /// An empty page.
    pub fn new() -> Self {
        Self(String::with_capacity(16 * 1024))
    }

    /// Markup of our own; never words of a letter.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Words, safe in text and in a quoted attribute.
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

    /// `<tag>` on a line of its own.
    pub fn open(&mut self, tag: &str) -> &mut Self {
        self.raw("<").raw(tag).raw(">\n")
    }

    /// `</tag>` and the end of the line.
    pub fn close(&mut self, tag: &str) -> &mut Self {
        self.raw("</").raw(tag).raw(">\n")
    }

    /// `<tag>words</tag>`
    pub fn line(&mut self, tag: &str, words: &str) -> &mut Self {
        self.raw("<").raw(tag).raw(">").text(words).close(tag)
    }

    /// The page.
    pub fn finish(self) -> String {
        self.0
    }
}
