//! A good letter broken on purpose, in one place at a time: the validators must see each fault, or it would mean
//! nothing that they find none in the letters of the other tests.

use crate::judge::Standard::{self, Access, Archive};
use crate::judge::judge;
use crate::support::letters;
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use rtbrief::render::look::Look;
use rtbrief::render::pdf::render;

/// What is broken, which clause of which standard must refuse it, and how it is done.
type Broken = (&'static str, Standard, &'static str, fn(&mut Document));

const BROKEN: &[Broken] = &[
    ("wrong-part-of-pdfa", Archive, "6.6.4-2", |file| metadata(file, "<pdfaid:part>2<", "<pdfaid:part>1<")),
    ("wrong-part-of-pdfua", Access, "5-2", |file| metadata(file, "<pdfuaid:part>1<", "<pdfuaid:part>7<")),
    ("no-metadata", Archive, "6.6.2.1-1", |file| remove(catalog(file), "Metadata")),
    ("no-title", Access, "7.1-9", |file| metadata(file, "dc:title", "dc:source")),
    ("title-not-shown", Access, "7.1-10", |file| catalog(file).set("ViewerPreferences", dictionary! {})),
    ("no-language", Access, "7.2-34", |file| remove(catalog(file), "Lang")),
    ("not-marked", Archive, "6.7.2.2-1", |file| remove(catalog(file), "MarkInfo")),
    ("suspect-tags", Access, "7.1-4", |file| {
        catalog(file).set("MarkInfo", dictionary! { "Marked" => true, "Suspects" => true });
    }),
    ("no-structure", Access, "7.1-11", |file| remove(catalog(file), "StructTreeRoot")),
    ("no-output-intent", Archive, "6.2.4.3-4", |file| {
        remove(catalog(file), "OutputIntents");
        content(file, "/Artifact BMC 1 0 0 rg 99 99 m 120 99 l 120 120 l f EMC");
    }),
    ("no-id", Archive, "6.1.3-1", |file| remove(&mut file.trailer, "ID")),
    ("script", Archive, "6.5.1-1", |file| {
        let script = dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("1") };
        catalog(file).set("OpenAction", script);
    }),
    ("encrypted", Archive, "EncryptedPdfException", |file| {
        let lock = dictionary! {
            "Filter" => "Standard", "V" => 1, "R" => 2, "P" => -4,
            "O" => Object::string_literal("o".repeat(32)), "U" => Object::string_literal("u".repeat(32)),
        };
        let lock = file.add_object(lock);
        file.trailer.set("Encrypt", lock);
    }),
    ("lzw", Archive, "6.1.7.2-1", |file| {
        // A line end, between the codes for begin and end.
        let stream = Stream::new(dictionary! { "Filter" => "LZWDecode" }, vec![0x80, 0x02, 0xA0, 0x20]);
        let stream = file.add_object(stream);
        let page = first_page(file);
        let content = page.get(b"Contents").unwrap().clone();
        page.set("Contents", vec![content, stream.into()]);
    }),
    ("no-font-file", Archive, "6.2.11.4.1-1", |file| {
        each(file, "FontDescriptor", |font| remove(font, "FontFile2"))
    }),
    ("no-unicode", Archive, "6.2.11.7.2-1", |file| each(file, "Font", |font| remove(font, "ToUnicode"))),
    ("no-widths", Archive, "6.2.11.5-1", |file| each(file, "Font", |font| remove(font, "W"))),
    ("empty-box", Archive, "6.2.11.8-1", |file| {
        content(file, "/Artifact BMC BT /R 9 Tf 99 99 Td <0000> Tj ET EMC")
    }),
    ("cmyk-transparency", Archive, "6.2.4.3-3", |file| {
        let group = dictionary! { "Type" => "Group", "S" => "Transparency", "CS" => "DeviceCMYK" };
        first_page(file).set("Group", group);
    }),
    ("untagged-text", Access, "7.1-3", |file| content(file, "BT /R 9 Tf 99 99 Td <0024> Tj ET")),
    ("text-without-element", Access, "7.1-3", |file| {
        content(file, "/P <</MCID 999>> BDC BT /R 9 Tf 99 99 Td <0024> Tj ET EMC");
    }),
    ("skipped-heading", Access, "7.4.2-1", |file| retag(file, "H2", "H3")),
    ("unknown-tag", Access, "7.1-5", |file| retag(file, "P", "Alinea")),
    ("figure-without-words", Access, "7.3-1", |file| retag(file, "H3", "Figure")),
    ("header-without-scope", Access, "7.5-1", |file| elements(file, "TH", |header| remove(header, "A"))),
    ("list-without-items", Access, "7.2-19", |file| retag(file, "LI", "P")),
    ("link-without-words", Access, "7.18.5-2", |file| each(file, "Annot", |link| remove(link, "Contents"))),
    ("link-without-element", Access, "7.18.5-1", |file| {
        each(file, "Annot", |link| remove(link, "StructParent"))
    }),
    ("link-not-printed", Archive, "6.3.2-2", |file| each(file, "Annot", |link| link.set("F", 0))),
    ("link-starts-a-program", Archive, "6.5.1-1", |file| {
        each(file, "Annot", |link| {
            link.set("A", dictionary! { "S" => "Launch", "F" => Object::string_literal("x") })
        });
    }),
    ("no-order-of-links", Access, "7.18.3-1", |file| each(file, "Page", |page| remove(page, "Tabs"))),
];

fn remove(dictionary: &mut Dictionary, key: &str) {
    assert!(dictionary.remove(key.as_bytes()).is_some() || dictionary.has_type(b"Font"), "{key}");
}

fn catalog(file: &mut Document) -> &mut Dictionary {
    file.catalog_mut().unwrap()
}

fn first_page(file: &mut Document) -> &mut Dictionary {
    let page = file.get_pages()[&1];
    file.get_object_mut(page).unwrap().as_dict_mut().unwrap()
}

/// Changes words of the metadata.
fn metadata(file: &mut Document, from: &str, to: &str) {
    let id = catalog(file).get(b"Metadata").unwrap().as_reference().unwrap();
    let stream = file.get_object_mut(id).unwrap().as_stream_mut().unwrap();
    let text = String::from_utf8(stream.content.clone()).unwrap();
    assert!(text.contains(from));
    stream.set_content(text.replace(from, to).into_bytes());
}

/// Adds operators to the first page.
fn content(file: &mut Document, operators: &str) {
    let page = file.get_pages()[&1];
    let mut content = file.get_page_content(page);
    content.push(b'\n');
    content.extend(operators.bytes());
    file.change_page_content(page, content).unwrap();
}

/// Changes every dictionary of a type.
fn each(file: &mut Document, kind: &str, change: impl Fn(&mut Dictionary)) {
    let all = file.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    let found = all.filter(|it| it.has_type(kind.as_bytes())).map(change).count();
    assert!(found > 0, "{kind}");
}

/// Changes every element with a tag.
fn elements(file: &mut Document, tag: &str, change: impl Fn(&mut Dictionary)) {
    let all = file.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    let is_tag = |it: &&mut Dictionary| {
        it.has(b"P") && it.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == tag.as_bytes())
    };
    let tagged = all.filter(is_tag);
    assert!(tagged.map(change).count() > 0, "{tag}");
}

fn retag(file: &mut Document, from: &str, to: &'static str) {
    elements(file, from, |element| element.set("S", to));
}

fn written(mut file: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

/// A letter with headings of three levels, lists, a table and links.
fn good() -> Vec<u8> {
    let mut letter = letters::linked();
    letter.body.extend(letters::long().body.split_off(9));
    render(&letter, &Look::built_in()).unwrap()
}

/// The good letter, the same written again, and every broken one.
fn files() -> Vec<(String, Vec<u8>)> {
    let good = good();
    let read = Document::load_mem(&good).unwrap();
    let mut files = vec![("good".to_owned(), good), ("good-rewritten".to_owned(), written(read.clone()))];
    for (name, .., break_it) in BROKEN {
        let mut file = read.clone();
        break_it(&mut file);
        files.push(((*name).to_owned(), written(file)));
    }
    files
}

#[test]
fn every_break_changes_the_file() {
    let files = files();
    assert!(files[2..].iter().all(|(_, bytes)| *bytes != files[1].1), "something was not broken");
}

#[test]
#[ignore = "needs Java and Python"]
fn a_broken_file_does_not_conform() {
    let verdicts = judge(files());
    assert!(verdicts.passes("good") && verdicts.passes("good-rewritten"), "{verdicts}");
    let seen = |&&(name, by, clause, _): &&Broken| verdicts.refuses(name, by, clause);
    let unseen: Vec<&str> = BROKEN.iter().filter(|it| !seen(it)).map(|(name, ..)| *name).collect();
    assert!(unseen.is_empty(), "not seen: {unseen:?}\n{verdicts}");
}
