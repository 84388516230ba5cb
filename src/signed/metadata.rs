//! The data about a letter, in `Info` and as XMP: who signs may say when and with which program, and nothing else.
//!
//! Programs that sign write these data anew, in spellings of their own, so what they say is compared: the texts of
//! `Info` decoded (ISO 32000-1, 7.9.2.2), the statements of XMP without their order (ISO 16684-1, 7).

use super::value::{Dict, Value};
use roxmltree::{Document, Node};

/// The keys of `Info` that an update may change.
const INFO_MAY_CHANGE: &[&str] = &["ModDate", "Producer"];

/// The statements of XMP that an update may change: namespace and name.
const XMP_MAY_CHANGE: &[(&str, &str)] = &[
    ("http://ns.adobe.com/xap/1.0/", "ModifyDate"),
    ("http://ns.adobe.com/xap/1.0/", "MetadataDate"),
    ("http://ns.adobe.com/pdf/1.3/", "Producer"),
];

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const META: &str = "adobe:ns:meta/";

/// Whether two `Info` dictionaries say the same of a letter.
pub fn same_info(before: &Dict, after: &Dict) -> bool {
    let kept = |info: &Dict| -> Option<Vec<(Vec<u8>, String)>> {
        let may_change = |key: &[u8]| INFO_MAY_CHANGE.iter().any(|name| name.as_bytes() == key);
        let kept = info.iter().filter(|(key, _)| !may_change(key));
        kept.map(|(key, value)| Some((key.clone(), text_string(value.text()?)?))).collect()
    };
    let is_text = |key: &str| after.get(key.as_bytes()).is_none_or(|value| matches!(value, Value::Text(_)));
    kept(before).is_some() && kept(before) == kept(after) && INFO_MAY_CHANGE.iter().all(|key| is_text(key))
}

/// Whether two XMP packets say the same of a letter.
pub fn same_xmp(before: &[u8], after: &[u8]) -> bool {
    statements(before).is_some() && statements(before) == statements(after)
}

/// A text string (7.9.2.2): UTF-16 with a mark, or `PDFDocEncoding`, of which only what Latin-1 has as well and the
/// signs from 0x80 to 0x9E are read (annex D.3).
fn text_string(bytes: &[u8]) -> Option<String> {
    const SIGNS: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž";
    if let Some(wide) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let (units, odd) = wide.as_chunks::<2>();
        let text =
            String::from_utf16(&units.iter().map(|unit| u16::from_be_bytes(*unit)).collect::<Vec<_>>());
        return text.ok().filter(|_| odd.is_empty());
    }
    let sign = |byte: u8| match byte {
        b' '..=b'~' | 0xA1..=0xFF => Some(char::from(byte)),
        0x80..=0x9E => SIGNS.chars().nth(usize::from(byte - 0x80)),
        0xA0 => Some('€'),
        _ => None,
    };
    bytes.iter().map(|byte| sign(*byte)).collect()
}

/// The name of a statement: namespace and name.
type Name = (String, String);

/// What a statement of XMP says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    Text(String),
    /// Kind of list, and its items with their language.
    List(String, Vec<(Option<String>, Said)>),
    /// Statements in the order of their names.
    Struct(Vec<(Name, Said)>),
}

/// All statements of a packet but those that may change; `None` if it is not of the form that is read here.
fn statements(packet: &[u8]) -> Option<Said> {
    let text = std::str::from_utf8(packet).ok()?;
    let document = Document::parse(text.trim_matches(['\0', ' ', '\n', '\r', '\t', '\u{FEFF}'])).ok()?;
    let root = document.root_element();
    let rdf = if is(root, META, "xmpmeta") { only_child(root)? } else { root };
    is(rdf, RDF, "RDF").then_some(())?;
    let mut all = Vec::new();
    for description in elements(rdf)? {
        is(description, RDF, "Description").then_some(())?;
        let Said::Struct(said) = described(description)? else { return None };
        all.extend(said);
    }
    let may_change = |name: &Name| XMP_MAY_CHANGE.contains(&(name.0.as_str(), name.1.as_str()));
    all.retain(|(name, _)| !may_change(name));
    all.sort();
    Some(Said::Struct(all))
}

/// The statements of a description: its attributes and its elements.
fn described(node: Node<'_, '_>) -> Option<Said> {
    let mut all = Vec::new();
    for attribute in node.attributes() {
        match (attribute.namespace()?, attribute.name()) {
            (RDF, "about") if attribute.value().is_empty() => {}
            (RDF, "parseType") if attribute.value() == "Resource" => {}
            (RDF, _) => return None,
            (XML, _) => {}
            (space, name) => all.push(((space.into(), name.into()), Said::Text(attribute.value().into()))),
        }
    }
    for child in elements(node)? {
        let space = child.tag_name().namespace().filter(|space| *space != RDF)?;
        all.push(((space.into(), child.tag_name().name().into()), said(child)?));
    }
    all.sort();
    Some(Said::Struct(all))
}

/// What an element says.
fn said(node: Node<'_, '_>) -> Option<Said> {
    if let Some(link) = node.attribute((RDF, "resource")) {
        // Some programs write every address like this, also where the text stood.
        let is_all = node.attributes().len() == 1 && !node.has_children();
        return is_all.then(|| Said::Text(link.to_owned()));
    }
    if node.attributes().any(|attribute| attribute.namespace() != Some(XML)) {
        return described(node);
    }
    if !node.children().any(|child| child.is_element()) {
        let is_text = node.children().all(|child| child.is_text());
        return is_text.then(|| Said::Text(node.text().unwrap_or_default().to_owned()));
    }
    let inner = only_child(node)?;
    if is(inner, RDF, "Description") {
        return described(inner);
    }
    let kind = inner.tag_name().name();
    let is_list = inner.tag_name().namespace() == Some(RDF) && ["Alt", "Bag", "Seq"].contains(&kind);
    if !is_list || inner.attributes().len() > 0 {
        return None;
    }
    let mut items = Vec::new();
    for item in elements(inner)? {
        is(item, RDF, "li").then_some(())?;
        items.push((item.attribute((XML, "lang")).map(str::to_lowercase), said(item)?));
    }
    if kind == "Bag" {
        items.sort();
    }
    Some(Said::List(kind.to_owned(), items))
}

/// The elements in an element that has nothing else but white space.
fn elements<'a, 'i>(node: Node<'a, 'i>) -> Option<Vec<Node<'a, 'i>>> {
    let mut found = Vec::new();
    for child in node.children() {
        match child.text() {
            _ if child.is_element() => found.push(child),
            Some(text) if child.is_text() && text.trim().is_empty() => {}
            _ => return None,
        }
    }
    Some(found)
}

fn only_child<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let children = elements(node)?;
    if let [only] = *children { Some(only) } else { None }
}

fn is(node: Node<'_, '_>, space: &str, name: &str) -> bool {
    node.tag_name().namespace() == Some(space) && node.tag_name().name() == name
}

#[cfg(test)]
mod tests {
    use super::{Dict, same_info, same_xmp, text_string};
    use crate::signed::value::Parser;

    fn info(text: &str) -> Dict {
        Parser::new(text.as_bytes(), 0).value().unwrap().dict().unwrap().clone()
    }

    /// A packet with this description.
    fn packet(description: &str) -> Vec<u8> {
        format!(
            "<?xpacket begin=\"\u{FEFF}\" id=\"x\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF \
             xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
             xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">{description}</rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
        )
        .into_bytes()
    }

    #[test]
    fn only_the_moment_and_the_program_of_signing_may_change() {
        let before = info("<</Title<FEFF004220130043>/ModDate(D:1)>>");
        for (after, same) in [
            ("<</Title(B\\205C)/ModDate(D:2)/Producer(P)>>", true),
            ("<</Title(B\\205D)/ModDate(D:1)>>", false),
            ("<</Title(B\\205C)/Author(A)>>", false),
            ("<</ModDate(D:1)>>", false),
            ("<</Title(B\\205C)/ModDate 1>>", false),
            ("<</Title/B>>", false),
        ] {
            assert_eq!(same_info(&before, &info(after)), same, "{after}");
        }
        assert_eq!(text_string(b"\x90\x7F"), None);
        assert_eq!(text_string(b"\x9E\xA0\xEB").unwrap(), "ž€ë");
    }

    #[test]
    fn statements_are_compared_whatever_their_spelling() {
        let before = packet(
            "<rdf:Description rdf:about=\"\"><dc:identifier>RTB-1</dc:identifier><dc:type><rdf:Bag><rdf:li>a</rdf:li>\
             <rdf:li>b</rdf:li></rdf:Bag></dc:type><xmp:ModifyDate>1</xmp:ModifyDate></rdf:Description>",
        );
        let list = "<dc:type><rdf:Bag>\n <rdf:li>b</rdf:li><rdf:li>a</rdf:li></rdf:Bag></dc:type>";
        for (after, same) in [
            (
                format!(
                    "<rdf:Description dc:identifier=\"RTB-1\" xmp:MetadataDate=\"2\">{list}</rdf:Description>"
                ),
                true,
            ),
            (
                format!(
                    "<rdf:Description>{list}</rdf:Description><rdf:Description dc:identifier=\"RTB-1\"></rdf:Description>"
                ),
                true,
            ),
            (
                format!("<rdf:Description><dc:identifier rdf:resource=\"RTB-1\"/>{list}</rdf:Description>"),
                true,
            ),
            (format!("<rdf:Description dc:identifier=\"RTB-2\">{list}</rdf:Description>"), false),
            (format!("<rdf:Description>{list}</rdf:Description>"), false),
            (
                format!("<rdf:Description dc:identifier=\"RTB-1\" xmp:Label=\"x\">{list}</rdf:Description>"),
                false,
            ),
            (format!("<rdf:Description dc:identifier=\"RTB-1\">{list}los</rdf:Description>"), false),
            ("<rdf:Description dc:identifier=\"RTB-1\"/>".to_owned(), false),
        ] {
            assert_eq!(same_xmp(&before, &packet(&after)), same, "{after}");
        }
        assert!(!same_xmp(&before, b"geen xml") && !same_xmp(b"", b""));
        let entity = [b"<!DOCTYPE x [<!ENTITY a \"RTB-1\">]>", &before[..]].concat();
        assert!(!same_xmp(&before, &entity));
    }
}
