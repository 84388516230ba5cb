//! XML that is being written: the only place where text becomes part of it, so the only place that escapes it.

/// A document that is being written, an element a line.
pub struct Xml {
    text: String,
    /// The names of the elements that are open.
    open: Vec<&'static str>,
}

impl Xml {
    /// Begins a document.
    pub fn new() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() }
    }

    /// Adds an element with what `inside` puts in it; `attributes` stand in the start tag as they are.
    pub fn element(&mut self, name: &'static str, attributes: &str, inside: impl FnOnce(&mut Self)) {
        self.indent();
        self.text.push_str(&format!("<{name}{attributes}>\n"));
        self.open.push(name);
        inside(self);
        self.open.pop();
        self.indent();
        self.text.push_str(&format!("</{name}>\n"));
    }

    /// Adds a group: an element without attributes.
    pub fn group(&mut self, name: &'static str, inside: impl FnOnce(&mut Self)) {
        self.element(name, "", inside);
    }

    /// Adds an element that holds a text.
    pub fn text(&mut self, name: &'static str, value: &str) {
        self.indent();
        self.text.push_str(&format!("<{name}>"));
        for c in value.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                c => self.text.push(c),
            }
        }
        self.text.push_str(&format!("</{name}>\n"));
    }

    fn indent(&mut self) {
        self.text.extend(self.open.iter().map(|_| "  "));
    }

    /// The bytes of the document.
    pub fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}
