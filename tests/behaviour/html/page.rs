//! Reads a page that the program made: its elements, where each stands, and the words as a reader meets them.
//!
//! It knows only what the renderer writes, and panics at anything else; so it is no parser of HTML.

/// An element as it opens.
pub struct Element<'a> {
    /// Its name.
    pub name: &'a str,
    /// What stands after the name.
    pub attributes: &'a str,
    /// The names of the elements that it stands in, outermost first.
    pub inside: Vec<&'a str>,
}

impl<'a> Element<'a> {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let (_, rest) = self.attributes.split_once(&format!("{name}=\""))?;
        rest.split('"').next()
    }
}

/// The elements of a page, in order.
///
/// # Panics
/// An element is not closed, or closed where another is open.
pub fn elements(page: &str) -> Vec<Element<'_>> {
    let mut inside: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for part in page.split('<').skip(1) {
        let tag = part.split_once('>').expect("a tag ends").0;
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(inside.pop(), Some(name), "closed out of turn"),
            None if name == "!DOCTYPE" => {}
            None => {
                found.push(Element { name, attributes, inside: inside.clone() });
                if !["meta", "br", "wbr"].contains(&name) {
                    inside.push(name);
                }
            }
        }
    }
    assert!(inside.is_empty(), "never closed: {inside:?}");
    found
}

/// The words between the first of these two marks and the second.
pub fn words(page: &str, from: &str, to: &str) -> Vec<String> {
    let (_, rest) = page.split_once(from).expect("it begins");
    let (part, _) = rest.split_once(to).expect("it ends");
    let mut text = String::new();
    for (index, piece) in part.split('<').enumerate() {
        let words = match piece.split_once('>') {
            Some((tag, words)) if index > 0 => {
                let name = tag.trim_start_matches('/').split(' ').next();
                let within_a_line = ["span", "strong", "time", "a", "mark"];
                if !name.is_some_and(|name| within_a_line.contains(&name)) {
                    text.push(' ');
                }
                words
            }
            _ => piece,
        };
        text.push_str(words);
    }
    let entities =
        [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let text = entities.iter().fold(text, |text, (entity, c)| text.replace(entity, c));
    text.split_whitespace().map(str::to_owned).collect()
}

/// What stands from the first mark up to the next second one, with both, and the page without it; nothing if there is no
/// such part.
///
/// # Panics
/// The part does not end.
pub fn cut(page: &str, from: &str, to: &str) -> (String, String) {
    let Some(start) = page.find(from) else { return (String::new(), page.to_owned()) };
    let end = start + page[start..].find(to).expect("it ends") + to.len();
    (page[start..end].to_owned(), format!("{}{}", &page[..start], &page[end..]))
}
