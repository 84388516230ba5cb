//! Letters signed by hand: an incremental update with a signature, and ways to spoil it.

use lopdf::{Dictionary, Document, Object};
use std::ops::Range;

/// The number of hexadecimal digits for a signature.
const ROOM: usize = 2_000;

/// An update that is being made; every part may be changed before it is put behind the letter.
pub struct Signing {
    letter: Vec<u8>,
    /// The catalog, as it will be.
    pub catalog: Dictionary,
    /// The page with the widget, as it will be.
    pub page: Dictionary,
    /// The numbers of catalog, page, content of the page, `Info`, XMP, form, field and signature.
    pub numbers: Numbers,
    /// Further objects of the update, by number.
    pub objects: Vec<(u32, String)>,
    /// The keys of the form, the field and the signature but for their ends.
    pub form: String,
    pub field: String,
    pub signature: String,
    /// The bytes of the signature.
    pub cms: Vec<u8>,
    /// Whether the update has a page.
    pub has_page: bool,
    /// What the byte range says, made of the place of the signature and the length of the file.
    pub range: fn(Range<usize>, usize) -> [usize; 4],
    /// Changes the rows of the table: number, kind, place.
    pub table: fn(&mut Vec<(u32, u8, usize)>),
    /// Bytes before, between and behind the objects.
    pub around: [&'static str; 3],
    /// Further keys of the table.
    pub trailer: String,
    prev: usize,
}

/// Numbers of objects.
#[derive(Clone, Copy)]
pub struct Numbers {
    pub catalog: u32,
    pub page: u32,
    pub content: u32,
    pub info: u32,
    pub xmp: u32,
    /// The first number that the letter does not have; form, field and signature have it and the next two.
    pub free: u32,
}

impl Signing {
    /// A signature as a program would add it to this letter.
    pub fn of(letter: &[u8]) -> Self {
        let file = Document::load_mem(letter).unwrap();
        let reference = |dict: &Dictionary, key: &[u8]| dict.get(key).unwrap().as_reference().unwrap().0;
        let catalog_number = reference(&file.trailer, b"Root");
        let mut catalog = file.get_dictionary((catalog_number, 0)).unwrap().clone();
        let page_id = *file.get_pages().get(&1).unwrap();
        let mut page = file.get_dictionary(page_id).unwrap().clone();
        let text = String::from_utf8_lossy(letter);
        let start = text.rsplit("startxref").next().unwrap().split_whitespace().next().unwrap();
        let free = file.max_id + 1;
        // The table is an object too, which this reader does not count.
        let size = file.trailer.get(b"Size").unwrap().as_i64().unwrap();
        let free = free.max(u32::try_from(size).unwrap());
        let numbers = Numbers {
            catalog: catalog_number,
            page: page_id.0,
            content: file.get_page_contents(page_id)[0].0,
            info: reference(&file.trailer, b"Info"),
            xmp: reference(&catalog, b"Metadata"),
            free,
        };
        catalog.set("AcroForm", Object::Reference((free, 0)));
        let mut notes = page.get(b"Annots").and_then(Object::as_array).cloned().unwrap_or_default();
        notes.push(Object::Reference((free + 1, 0)));
        page.set("Annots", notes);
        let id = file.trailer.get(b"ID").unwrap();
        Self {
            letter: letter.to_vec(),
            catalog,
            page,
            numbers,
            objects: Vec::new(),
            form: format!("/Fields[{} 0 R]/SigFlags 3", free + 1),
            field: format!(
                "/FT/Sig/T(Handtekening)/Type/Annot/Subtype/Widget/F 132/Rect[0 0 0 0]/P {} 0 R/V {} 0 R",
                page_id.0,
                free + 2
            ),
            signature: "/Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:20261129)"
                .to_owned(),
            cms: cms(),
            has_page: true,
            range: |hole, length| [0, hole.start, hole.end, length - hole.end],
            table: |_| {},
            around: ["\n", "\n", ""],
            trailer: format!("/Root {catalog_number} 0 R/Info {} 0 R/ID{}", numbers.info, written(id)),
            prev: start.parse().unwrap(),
        }
    }

    /// The letter with the update behind it.
    pub fn file(&self) -> Vec<u8> {
        let Numbers { catalog, page, free, .. } = self.numbers;
        let mut objects = vec![
            (catalog, written(&self.catalog.clone().into())),
            (free, format!("<<{}>>", self.form)),
            (free + 1, format!("<<{}>>", self.field)),
        ];
        if self.has_page {
            objects.push((page, written(&self.page.clone().into())));
        }
        objects.extend(self.objects.iter().cloned());
        let digits: String = self.cms.iter().map(|byte| format!("{byte:02x}")).collect();
        let contents = format!("<{digits:0<ROOM$}>");
        let place = "0000000000";
        let range = format!("/ByteRange[{place} {place} {place} {place}]");
        objects.push((free + 2, format!("<<{}{range}/Contents{contents}>>", self.signature)));
        let mut out = self.letter.clone();
        out.extend(self.around[0].as_bytes());
        let mut rows = Vec::new();
        for (number, object) in &objects {
            rows.push((*number, 1, out.len()));
            out.extend(format!("{number} 0 obj\n{object}\nendobj{}", self.around[1]).as_bytes());
        }
        let start = out.len();
        let last = objects.iter().map(|(number, _)| *number).max().unwrap() + 1;
        rows.push((last, 1, start));
        (self.table)(&mut rows);
        rows.sort_unstable();
        let index: Vec<String> = rows.iter().map(|(number, ..)| format!("{number} 1")).collect();
        let mut table = Vec::new();
        for (_, kind, place) in &rows {
            table.push(*kind);
            table.extend(u32::try_from(*place).unwrap().to_be_bytes());
        }
        let (size, prev) = (rows.last().unwrap().0.max(last) + 1, self.prev);
        out.extend(
            format!(
                "{last} 0 obj\n<</Type/XRef/W[1 4 0]/Index[{}]/Size {size}/Prev {prev}{}/Length {}>>\nstream\n",
                index.join(" "),
                self.trailer,
                table.len()
            )
            .as_bytes(),
        );
        out.extend(table);
        out.extend(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n").as_bytes());
        let hole = find(&out, contents.as_bytes());
        let range_at = find(&out, range.as_bytes()) + "/ByteRange[".len();
        let said = (self.range)(hole..hole + contents.len(), out.len()).map(|number| format!("{number:010}"));
        let said = said.join(" ");
        out[range_at..range_at + said.len()].copy_from_slice(said.as_bytes());
        out.extend(self.around[2].as_bytes());
        out
    }
}

/// The place of the last such bytes.
fn find(bytes: &[u8], what: &[u8]) -> usize {
    bytes.windows(what.len()).rposition(|window| window == what).unwrap()
}

/// An object as text.
pub fn written(object: &Object) -> String {
    match object {
        Object::Name(name) => format!("/{}", String::from_utf8_lossy(name)),
        Object::Reference((number, generation)) => format!("{number} {generation} R"),
        Object::Array(items) => format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(" ")),
        Object::Dictionary(dict) => {
            let entry = |(key, value): (&Vec<u8>, &Object)| {
                format!("/{} {}", String::from_utf8_lossy(key), written(value))
            };
            format!("<<{}>>", dict.iter().map(entry).collect::<Vec<_>>().join("\n"))
        }
        Object::String(bytes, _) => {
            format!("<{}>", bytes.iter().map(|byte| format!("{byte:02X}")).collect::<String>())
        }
        Object::Integer(number) => number.to_string(),
        Object::Real(number) => number.to_string(),
        Object::Boolean(is_so) => is_so.to_string(),
        other => panic!("not in a letter: {other:?}"),
    }
}

/// A detached signature of the right form (RFC 5652) that signs nothing.
fn cms() -> Vec<u8> {
    fn der(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
        let value = parts.concat();
        let length = u16::try_from(value.len()).unwrap().to_be_bytes();
        let length = match value.len() {
            0..=0x7F => vec![length[1]],
            0x80..=0xFF => vec![0x81, length[1]],
            _ => vec![0x82, length[0], length[1]],
        };
        [&[tag][..], &length, &value].concat()
    }
    let kind = |last: u8| der(0x06, &[&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, last]]);
    let (version, algorithms) = (der(0x02, &[&[1]]), der(0x31, &[]));
    let signed = der(0x30, &[&kind(1)]);
    let certificates = der(0xA0, &[&[7; 300]]);
    let signers = der(0x31, &[&der(0x30, &[&der(0x02, &[&[1]])])]);
    let data = der(0x30, &[&version, &algorithms, &signed, &certificates, &signers]);
    der(0x30, &[&kind(2), &der(0xA0, &[&data])])
}
