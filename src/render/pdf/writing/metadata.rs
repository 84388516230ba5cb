//! The metadata of a file, as XMP: title, kenmerk, kind, day, language, conformance (PDF/A-2a, PDF/UA-1).
//!
//! An archive uses it to find a file without opening the pages; title and author also stand in the older
//! `Info`.

use super::file::File;
use super::objects::{Ref, Text};
use std::fmt::Write as _;
use std::io;

/// Title, sender and date of a file.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Title, shown in the bar of the window.
    pub title: &'a str,
    /// The sender.
    pub author: &'a str,
    /// Day of the letter: `2026-11-20`.
    pub date: &'a str,
    /// What identifies the letter, if the file is one letter.
    pub letter: Option<AboutLetter<'a>>,
}

/// What identifies a letter: nothing that says whom it is about.
#[derive(Clone, Copy, Debug)]
pub struct AboutLetter<'a> {
    /// The kenmerk of the case.
    pub kenmerk: &'a str,
    /// The kind of letter: `weigeringsbesluit`.
    pub kind: &'a str,
    /// Whether it is the copy for a gemachtigde.
    pub is_copy: bool,
}

/// The name and version of the program that made the file.
const PRODUCER: &str = concat!("rtbrief ", env!("CARGO_PKG_VERSION"));

/// Writes the older form of title, author and date (ISO 32000-1, 14.3.3), and returns where it stands.
///
/// # Errors
/// When writing fails.
pub fn write_info<W: io::Write>(file: &mut File<W>, about: &About) -> io::Result<Ref> {
    let info = file.reserve();
    let date: String = about.date.chars().filter(char::is_ascii_digit).collect();
    file.object(
        info,
        format_args!(
            "<</Title{}/Author{}/Producer{}/CreationDate(D:{date})/ModDate(D:{date})>>",
            Text(about.title),
            Text(about.author),
            Text(PRODUCER),
        ),
    )?;
    Ok(info)
}

/// The XMP packet (ISO 16684-1). PDF/A requires that the packet itself describes the schema of `pdfuaid`.
#[must_use]
pub fn xmp(about: &About) -> String {
    let mut out = String::with_capacity(3_000);
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    // The day of the decision is that of the file too, so that the same letter is always the same file.
    let letter = about.letter.map(|AboutLetter { kenmerk, kind, is_copy }| {
        let copy = if is_copy { "<rdf:li>afschrift</rdf:li>" } else { "" };
        format!(
            "<dc:identifier>{}</dc:identifier><dc:type><rdf:Bag><rdf:li>{}</rdf:li>{copy}</rdf:Bag></dc:type>\
<dc:date><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:date>",
            escape(kenmerk),
            escape(kind),
            escape(about.date),
        )
    });
    let _ = write!(
        out,
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" \
xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\
<dc:format>application/pdf</dc:format>\
<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\
<dc:language><rdf:Bag><rdf:li>nl-NL</rdf:li></rdf:Bag></dc:language>{letter}\
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>\
<pdf:Producer>{PRODUCER}</pdf:Producer>\
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>",
        title = escape(about.title),
        letter = letter.unwrap_or_default(),
        author = escape(about.author),
        date = escape(about.date),
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_escaped() {
        let xmp = xmp(&About { title: "A < B & C", author: "D", date: "2026-11-20", letter: None });
        assert!(xmp.contains(">A &lt; B &amp; C<"));
        assert!(!xmp.contains("dc:identifier") && !xmp.contains("dc:type"));
    }
}
