//! Reads a letter back from the bytes of its PDF: what is drawn where, and the text in the order of its tags.
//!
//! Knows nothing of the code that wrote the file: characters come from ToUnicode and ActualText, widths from
//! the font, the order from the structure tree.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// Text that was drawn by one operator; lengths in points from the lower left corner.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    /// Number of the content on its page; none for decoration.
    pub mcid: Option<i64>,
    /// What it says.
    pub text: String,
    /// The numbers of its glyphs.
    pub glyphs: Vec<u16>,
    /// Where its first glyph begins.
    pub left: f64,
    /// Where its last glyph that is no space ends.
    pub right: f64,
    /// The line that it stands on.
    pub baseline: f64,
    /// Size of the font.
    pub size: f64,
}

/// What a page shows.
#[derive(Default)]
pub struct Page {
    /// Its text, in the order of drawing.
    pub pieces: Vec<Piece>,
    /// The ends of its rules: x, y.
    pub rules: Vec<(f64, f64)>,
}

/// An element of the structure with its text; the text of a link is also that of the element around it.
pub struct Element {
    /// Its type: `P`, `LI`.
    pub tag: String,
    /// What a header cell is the header of (`Row`), or how a list is numbered (`Decimal`).
    pub kind: Option<String>,
    /// Its own text.
    pub text: String,
    /// What it holds.
    pub kids: Vec<Element>,
}

/// A file that was read.
pub struct Pdf {
    /// Its objects.
    pub file: Document,
    /// Its pages.
    pub pages: Vec<Page>,
    numbers: BTreeMap<ObjectId, usize>,
}

/// Width and text of each glyph.
type Font = BTreeMap<u16, (f64, String)>;

impl Pdf {
    /// Reads a file.
    pub fn read(bytes: &[u8]) -> Self {
        let file = Document::load_mem(bytes).unwrap();
        let ids: Vec<ObjectId> = file.get_pages().into_values().collect();
        let pages = ids.iter().map(|&id| page(&file, id, true)).collect();
        Self { pages, numbers: ids.into_iter().zip(0..).collect(), file }
    }

    /// Reads a file that says of nothing what it is: a working aid, not a letter.
    pub fn read_untagged(bytes: &[u8]) -> Self {
        let file = Document::load_mem(bytes).unwrap();
        let ids: Vec<ObjectId> = file.get_pages().into_values().collect();
        let pages = ids.iter().map(|&id| page(&file, id, false)).collect();
        Self { pages, numbers: ids.into_iter().zip(0..).collect(), file }
    }

    /// The document of each letter, with all its elements.
    pub fn letters(&self) -> Vec<Element> {
        let root = dict(&self.file, self.file.catalog().unwrap().get(b"StructTreeRoot").unwrap());
        let kids = list(&self.file, root.get(b"K").unwrap());
        kids.iter().map(|kid| self.element(dict(&self.file, kid))).collect()
    }

    fn element(&self, element: &Dictionary) -> Element {
        let tag = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
        let home = element.get(b"Pg").and_then(Object::as_reference).ok();
        let attributes = element.get(b"A").ok().map(|attributes| dict(&self.file, attributes));
        let kind = attributes.and_then(|it| it.get(b"Scope").or_else(|_| it.get(b"ListNumbering")).ok());
        let kind = kind.map(|kind| String::from_utf8(kind.as_name().unwrap().to_vec()).unwrap());
        let mut found = Element { tag, kind, text: String::new(), kids: Vec::new() };
        for kid in element.get(b"K").map(|kids| list(&self.file, kids)).unwrap_or_default() {
            if let Ok(mcid) = kid.as_i64() {
                found.text += &self.content(home.unwrap(), mcid);
                continue;
            }
            let kid = dict(&self.file, kid);
            if kid.has_type(b"MCR") {
                let page = kid.get(b"Pg").unwrap().as_reference().unwrap();
                found.text += &self.content(page, kid.get(b"MCID").unwrap().as_i64().unwrap());
            } else if !kid.has_type(b"OBJR") {
                let inner = self.element(kid);
                if inner.tag == "Link" {
                    found.text += &inner.text;
                }
                found.kids.push(inner);
            }
        }
        found
    }

    /// The text of a piece of content; a hyphen that divides a word is not part of it.
    fn content(&self, page: ObjectId, mcid: i64) -> String {
        let pieces = self.pages[self.numbers[&page]].pieces.iter();
        let text: String =
            pieces.filter(|piece| piece.mcid == Some(mcid)).map(|piece| &*piece.text).collect();
        text.replace('\u{AD}', "")
    }
}

/// The object behind a reference, or the object itself.
pub fn resolve<'a>(file: &'a Document, object: &'a Object) -> &'a Object {
    file.dereference(object).unwrap().1
}

/// The dictionary behind a reference.
pub fn dict<'a>(file: &'a Document, object: &'a Object) -> &'a Dictionary {
    resolve(file, object).as_dict().unwrap()
}

/// An array, or one object as an array.
pub fn list<'a>(file: &'a Document, object: &'a Object) -> Vec<&'a Object> {
    match resolve(file, object) {
        Object::Array(items) => items.iter().collect(),
        one => vec![one],
    }
}

/// A number.
pub fn number(object: &Object) -> f64 {
    f64::from(object.as_float().unwrap())
}

/// What opened a marked sequence.
enum Marked {
    Content(i64),
    Decoration,
    /// Text that stands for what is drawn; told once.
    Said(Option<String>),
}

#[derive(Default)]
struct Pen {
    /// Where the line begins.
    start: (f64, f64),
    /// Where the next glyph begins.
    x: f64,
    font: Vec<u8>,
    size: f64,
    marked: Vec<Marked>,
    /// Whether all text is content or decoration.
    tagged: bool,
    /// How large, how far to the right and how far up all is drawn, where that was said.
    scale: Option<(f64, f64, f64)>,
}

fn page(file: &Document, id: ObjectId, tagged: bool) -> Page {
    let fonts: BTreeMap<Vec<u8>, Font> =
        file.get_page_fonts(id).unwrap().into_iter().map(|(name, at)| (name, font(file, at))).collect();
    let content = Content::decode(&file.get_page_content(id)).unwrap();
    let mut pen = Pen { tagged, ..Pen::default() };
    let mut page = Page::default();
    for operation in content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BDC" => pen.marked.push(marked(operands)),
            "EMC" => drop(pen.marked.pop().unwrap()),
            "BT" => pen.start = (0.0, 0.0),
            "Td" => {
                pen.start = (pen.start.0 + number(&operands[0]), pen.start.1 + number(&operands[1]));
                pen.x = pen.start.0;
            }
            "Tf" => {
                pen.font = operands[0].as_name().unwrap().to_vec();
                pen.size = number(&operands[1]);
            }
            "TJ" => {
                let piece = pen.show(&fonts[&pen.font], operands[0].as_array().unwrap());
                page.pieces.push(piece);
            }
            "m" | "l" => page.rules.push(pen.at(number(&operands[0]), number(&operands[1]))),
            "q" if !tagged => assert_eq!(pen.scale, None),
            "cm" if !tagged => {
                let [scale, across, up, same, x, y] = std::array::from_fn(|index| number(&operands[index]));
                assert!(across == 0.0 && up == 0.0 && scale == same);
                pen.scale = Some((scale, x, y));
            }
            "Q" if !tagged => pen.scale = None,
            other => assert!(
                ["ET", "Ts", "w", "S", "rg", "RG", "re", "f"].contains(&other),
                "unknown operator {other}"
            ),
        }
    }
    assert!(pen.marked.is_empty(), "a marked sequence is open at the end");
    page
}

fn marked(operands: &[Object]) -> Marked {
    let properties = operands[1].as_dict().unwrap();
    if let Ok(text) = properties.get(b"ActualText") {
        return Marked::Said(Some(lopdf::decode_text_string(text).unwrap()));
    }
    match properties.get(b"MCID") {
        Ok(mcid) => Marked::Content(mcid.as_i64().unwrap()),
        Err(_) => {
            assert_eq!(operands[0].as_name().unwrap(), b"Artifact");
            Marked::Decoration
        }
    }
}

impl Pen {
    /// Where on the page a place is.
    fn at(&self, x: f64, y: f64) -> (f64, f64) {
        let (scale, right, up) = self.scale.unwrap_or((1.0, 0.0, 0.0));
        (scale * x + right, scale * y + up)
    }

    /// Draws the items of a `TJ` array.
    fn show(&mut self, font: &Font, items: &[Object]) -> Piece {
        let (baseline, size) = (self.start.1, self.size);
        let mut piece = Piece { left: self.x, right: self.x, baseline, size, ..Piece::default() };
        for item in items {
            let Ok(bytes) = item.as_str() else {
                self.x -= number(item) * size / 1000.0;
                continue;
            };
            for pair in bytes.chunks(2) {
                let glyph = u16::from_be_bytes([pair[0], pair[1]]);
                let (width, text) = font.get(&glyph).cloned().unwrap_or_default();
                self.x += width * size / 1000.0;
                piece.text += &text;
                piece.glyphs.push(glyph);
                if text != " " {
                    piece.right = self.x;
                }
            }
        }
        (piece.left, piece.baseline) = self.at(piece.left, baseline);
        (piece.right, _) = self.at(piece.right, baseline);
        piece.size *= self.scale.map_or(1.0, |(scale, ..)| scale);
        assert!(!self.tagged || !self.marked.is_empty(), "text that is neither content nor decoration");
        for marked in &mut self.marked {
            match marked {
                Marked::Content(mcid) => piece.mcid = Some(*mcid),
                Marked::Decoration => {}
                Marked::Said(text) => piece.text = text.take().unwrap_or_default(),
            }
        }
        piece
    }
}

fn font(file: &Document, font: &Dictionary) -> Font {
    let descendant = dict(file, list(file, font.get(b"DescendantFonts").unwrap())[0]);
    let mut glyphs = Font::new();
    let mut widths = list(file, descendant.get(b"W").unwrap()).into_iter();
    while let (Some(first), Some(row)) = (widths.next(), widths.next()) {
        let first = u16::try_from(first.as_i64().unwrap()).unwrap();
        for (glyph, width) in (first..).zip(row.as_array().unwrap()) {
            glyphs.entry(glyph).or_default().0 = number(width);
        }
    }
    let table = resolve(file, font.get(b"ToUnicode").unwrap()).as_stream().unwrap();
    let table = String::from_utf8(table.decompressed_content().unwrap()).unwrap();
    for line in table.lines() {
        let codes: Vec<&str> = line.split(['<', '>', ' ']).filter(|code| !code.is_empty()).collect();
        if let (true, [glyph, text]) = (line.starts_with('<') && !line.starts_with("<0000>"), &codes[..]) {
            let units: Vec<u16> = text
                .as_bytes()
                .chunks(4)
                .map(|unit| u16::from_str_radix(std::str::from_utf8(unit).unwrap(), 16).unwrap())
                .collect();
            let glyph = u16::from_str_radix(glyph, 16).unwrap();
            glyphs.entry(glyph).or_default().1 = String::from_utf16(&units).unwrap();
        }
    }
    glyphs
}
