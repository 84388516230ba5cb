//! A letter that was signed afterwards: what stands behind it is taken for a signature only if it changes nothing else.

use crate::support::desk::Desk;
use crate::support::signing::{Signing, written};
use lopdf::{Dictionary, Document, Object, dictionary};
use rtbrief::signed::{Refusal, check};
use std::fs;

/// The bytes of a letter.
fn letter() -> Vec<u8> {
    let desk = Desk::with("weigering-inreisstempel");
    desk.run("maak zaak.yaml -o brief.pdf").exits(0);
    fs::read(desk.path("brief.pdf")).unwrap()
}

/// A way to change an update before it is made.
type Change = fn(&mut Signing);

/// Checks a letter with an update that was changed in this way.
fn checked(letter: &[u8], change: Change) -> Result<(), Refusal> {
    let mut signing = Signing::of(letter);
    change(&mut signing);
    check(&signing.file(), letter.len())
}

/// Adds an object under the next number that is free, and returns the number.
fn add(signing: &mut Signing, object: &str) -> u32 {
    let number = signing.numbers.free + 3 + u32::try_from(signing.objects.len()).unwrap();
    signing.objects.push((number, object.to_owned()));
    number
}

/// An object that stands in the file already, as text of the update.
fn again(signing: &mut Signing, number: u32, change: impl Fn(&mut Dictionary)) {
    let file = Document::load_mem(&letter()).unwrap();
    let mut dict = file.get_dictionary((number, 0)).unwrap().clone();
    change(&mut dict);
    signing.objects.push((number, written(&dict.into())));
}

/// The XMP of the letter, with a part replaced, as an object of the update.
fn xmp(signing: &mut Signing, from: &str, to: &str) {
    let file = Document::load_mem(&letter()).unwrap();
    let stream = file.get_object((signing.numbers.xmp, 0)).unwrap().as_stream().unwrap();
    let mut dict = stream.dict.clone();
    let before =
        if dict.has(b"Filter") { stream.decompressed_content().unwrap() } else { stream.content.clone() };
    let text = String::from_utf8(before).unwrap();
    let after = text.replace(from, to);
    assert_ne!(text, after, "{from}");
    dict.remove(b"Filter");
    dict.set("Length", i64::try_from(after.len()).unwrap());
    signing
        .objects
        .push((signing.numbers.xmp, format!("{}\nstream\n{after}\nendstream", written(&dict.into()))));
}

#[test]
fn a_letter_with_a_signature_alone_is_taken() {
    let letter = letter();
    let ways: &[(&str, Change)] = &[
        ("as a program adds it", |_| {}),
        ("no page changes", |signing| signing.has_page = false),
        ("no page is named", |signing| {
            signing.has_page = false;
            signing.field = signing.field.replace(&format!("/P {} 0 R", signing.numbers.page), "");
        }),
        ("an appearance without marks", |signing| {
            let form = "<</Type/XObject/Subtype/Form/BBox[0 0 0 0]/Length 2>>\nstream\n \n\nendstream";
            let number = add(signing, form);
            signing.field += &format!("/AP<</N {number} 0 R>>");
        }),
        ("the moment of signing", |signing| {
            let info = signing.numbers.info;
            again(signing, info, |info| {
                info.set("ModDate", Object::string_literal("D:20261129"));
                info.set("Producer", Object::string_literal("Ondertekenaar"));
            });
            xmp(signing, "<xmp:ModifyDate>2026-11-20", "<xmp:ModifyDate>2026-11-29");
        }),
        ("an extension of the standard", |signing| {
            signing
                .catalog
                .set("Extensions", dictionary! { "ESIC" => dictionary! { "BaseVersion" => "1.7" } });
        }),
        ("the table names itself no more, and object 0", |signing| {
            signing.table = |rows| {
                rows.pop();
                rows.push((0, 0, 0));
            };
        }),
        ("white space", |signing| signing.around = ["", "\r\n \n", ""]),
    ];
    for (name, change) in ways {
        assert_eq!(checked(&letter, *change), Ok(()), "{name}");
    }
}

#[test]
fn what_changes_the_letter_is_refused() {
    let letter = letter();
    let ways: &[(&str, Refusal, Change)] = &[
        ("the page shows something else", Refusal::Changes, |signing| {
            let number = add(signing, "<</Length 7>>\nstream\n0 0 m n\nendstream");
            signing.page.set("Contents", Object::Reference((number, 0)));
        }),
        ("the content of the page is another", Refusal::Changes, |signing| {
            signing.objects.push((signing.numbers.content, "<</Length 1>>\nstream\nn\nendstream".to_owned()));
        }),
        ("the content of the page is no stream any more", Refusal::Changes, |signing| {
            signing.objects.push((signing.numbers.content, "null".to_owned()));
        }),
        ("a smaller page", Refusal::Changes, |signing| signing.page.set("CropBox", vec![0.into(); 4])),
        ("the links are gone", Refusal::Changes, |signing| {
            signing.page.set("Annots", vec![Object::Reference((signing.numbers.free + 1, 0))]);
        }),
        ("a note besides", Refusal::Changes, |signing| {
            let number = add(signing, "<</Type/Annot/Subtype/FreeText/Rect[0 0 500 500]/Contents(anders)>>");
            let notes = signing.page.get_mut(b"Annots").unwrap().as_array_mut().unwrap();
            notes.push(Object::Reference((number, 0)));
        }),
        ("something happens at opening", Refusal::Changes, |signing| {
            signing.catalog.set("OpenAction", dictionary! { "S" => "Named", "N" => "Print" });
        }),
        ("other pages", Refusal::Changes, |signing| {
            let pages = format!("<</Type/Pages/Kids[{} 0 R]/Count 1>>", signing.numbers.page);
            let number = add(signing, &pages);
            signing.catalog.set("Pages", Object::Reference((number, 0)));
        }),
        ("another catalog", Refusal::Changes, |signing| {
            let catalog = written(&signing.catalog.clone().into());
            let number = add(signing, &catalog);
            let old = format!("/Root {} 0 R", signing.numbers.catalog);
            signing.trailer = signing.trailer.replace(&old, &format!("/Root {number} 0 R"));
        }),
        ("an object of the letter is free", Refusal::NoUpdate, |signing| {
            signing.table = |rows| rows.push((5, 0, 0));
        }),
        ("another title", Refusal::About, |signing| {
            let info = signing.numbers.info;
            again(signing, info, |info| info.set("Title", Object::string_literal("Toekenning")));
        }),
        ("another kenmerk", Refusal::About, |signing| {
            xmp(signing, "identifier>RTB-2026", "identifier>RTB-2027")
        }),
        ("another conformance", Refusal::About, |signing| {
            xmp(signing, "<pdfaid:conformance>A", "<pdfaid:conformance>B");
        }),
        ("metadata elsewhere", Refusal::Changes, |signing| {
            let number = add(signing, "<</Type/Metadata/Subtype/XML/Length 0>>\nstream\n\nendstream");
            signing.catalog.set("Metadata", Object::Reference((number, 0)));
        }),
    ];
    for (name, refusal, change) in ways {
        assert_eq!(checked(&letter, *change), Err(*refusal), "{name}");
    }
}

#[test]
fn what_is_no_signature_or_more_than_one_is_refused() {
    let letter = letter();
    let ways: &[(&str, Refusal, Change)] = &[
        ("a visible stamp", Refusal::Visible, |signing| {
            signing.field = signing.field.replace("[0 0 0 0]", "[50 50 300 120]");
        }),
        ("a line that is a stamp all the same", Refusal::Visible, |signing| {
            signing.field = signing.field.replace("[0 0 0 0]", "[50 50 300 50]");
        }),
        ("an appearance with marks", Refusal::Visible, |signing| {
            let form =
                "<</Type/XObject/Subtype/Form/BBox[0 0 0 0]/Length 9>>\nstream\n0 0 9 9 re f\nendstream";
            let number = add(signing, &form.replace("Length 9", "Length 12"));
            signing.field += &format!("/AP<</N {number} 0 R>>");
        }),
        ("an action of the field", Refusal::Foreign, |signing| {
            signing.field += "/A<</S/URI/URI(https://a.example)>>"
        }),
        ("a form that draws its fields anew", Refusal::Foreign, |signing| {
            signing.form += "/NeedAppearances true"
        }),
        ("two fields", Refusal::Foreign, |signing| {
            let number = add(signing, "<</FT/Tx/T(tekst)/V(anders)/Subtype/Widget/Rect[0 0 0 0]>>");
            signing.form = signing.form.replace("/Fields[", &format!("/Fields[{number} 0 R "));
        }),
        ("an object besides", Refusal::Foreign, |signing| {
            add(signing, "<</Type/EmbeddedFile/Length 1>>\nstream\nx\nendstream");
        }),
        ("a reference in the signature", Refusal::Foreign, |signing| {
            let number = add(signing, "(naam)");
            signing.signature += &format!("/Name {number} 0 R");
        }),
        ("a field without signature", Refusal::NoSignature, |signing| {
            signing.field = signing.field.replace("/V ", "/Ff 0 % ").split(" %").next().unwrap().to_owned();
        }),
        ("no form", Refusal::NoSignature, |signing| {
            signing.catalog.remove(b"AcroForm");
        }),
        ("a form without fields", Refusal::NoSignature, |signing| signing.form = "/Fields[]".to_owned()),
        ("another kind of signature", Refusal::Form, |signing| {
            signing.signature = signing.signature.replace("ETSI.CAdES.detached", "adbe.x509.rsa_sha1");
        }),
        ("a stamp of time", Refusal::Form, |signing| {
            signing.signature = signing.signature.replace("/Type/Sig", "/Type/DocTimeStamp");
        }),
        ("zeros", Refusal::Form, |signing| signing.cms = Vec::new()),
        ("bytes that are no CMS", Refusal::Form, |signing| signing.cms = vec![0x30, 3, 1, 1, 1]),
        ("the range leaves the beginning out", Refusal::Partial, |signing| {
            signing.range = |hole, length| [1, hole.start - 1, hole.end, length - hole.end];
        }),
        ("the range leaves the end out", Refusal::Partial, |signing| {
            signing.range = |hole, length| [0, hole.start, hole.end, length - hole.end - 1];
        }),
        ("the range has a larger hole", Refusal::Partial, |signing| {
            signing.range = |hole, length| [0, hole.start - 20, hole.end, length - hole.end];
        }),
        ("the hole ends later", Refusal::Partial, |signing| {
            signing.range = |hole, length| [0, hole.start, hole.end + 2, length - hole.end - 2];
        }),
        ("the range is beyond the file", Refusal::Partial, |signing| {
            signing.range = |hole, length| [0, hole.start, hole.end, length];
        }),
        ("the hole is elsewhere", Refusal::Partial, |signing| {
            signing.range = |hole, length| [0, 10, 10 + hole.len(), length - 10 - hole.len()];
        }),
    ];
    for (name, refusal, change) in ways {
        assert_eq!(checked(&letter, *change), Err(*refusal), "{name}");
    }
}

#[test]
fn what_is_no_single_update_is_refused() {
    let letter = letter();
    let ways: &[(&str, Refusal, Change)] = &[
        ("a comment", Refusal::NoUpdate, |signing| signing.around[1] = "\n% 5 0 obj null endobj\n"),
        ("bytes between the objects", Refusal::NoUpdate, |signing| signing.around[1] = "\nx\n"),
        ("bytes before the objects", Refusal::NoUpdate, |signing| signing.around[0] = "x"),
        ("bytes behind the end", Refusal::Behind, |signing| signing.around[2] = "x"),
        ("an empty line behind the end", Refusal::Behind, |signing| signing.around[2] = "\n"),
        ("a second end", Refusal::Several, |signing| signing.around[2] = "startxref\n9\n%%EOF\n"),
        ("an object that the table does not name", Refusal::NoUpdate, |signing| {
            add(signing, "null");
            signing.table = |rows| {
                rows.swap_remove(rows.len() - 2);
            };
        }),
        ("an object that is not there", Refusal::NoUpdate, |signing| {
            signing.table = |rows| rows.push((rows.len() as u32 + 9_000, 1, 10));
        }),
        ("an object named elsewhere", Refusal::NoUpdate, |signing| {
            signing.table = |rows| rows[0].2 += 1;
        }),
        ("the same number twice", Refusal::NoUpdate, |signing| {
            let object = (signing.numbers.free, "null".to_owned());
            signing.objects.push(object);
            signing.table = |rows| {
                rows.remove(1);
            };
        }),
        ("another file", Refusal::NoUpdate, |signing| {
            signing.trailer = signing.trailer.replace("ID[<", "ID[<00")
        }),
        ("encrypted", Refusal::NoUpdate, |signing| signing.trailer += "/Encrypt 5 0 R"),
    ];
    for (name, refusal, change) in ways {
        assert_eq!(checked(&letter, *change), Err(*refusal), "{name}");
    }
    let signed = Signing::of(&letter).file();
    let twice = Signing::of(&signed);
    assert_eq!(check(&twice.file(), letter.len()), Err(Refusal::Several));
    for length in letter.len()..signed.len() - 1 {
        assert!(check(&signed[..length], letter.len()).is_err(), "cut off at {length}");
    }
    assert_eq!(check(&letter, letter.len()), Err(Refusal::NoUpdate));
    assert_eq!(check(b"geen pdf, maar wel langer", 8), Err(Refusal::NoUpdate));
    assert_eq!(check(&signed, signed.len() + 1), Err(Refusal::NoUpdate));
}

#[test]
fn every_byte_of_an_update_counts() {
    let letter = letter();
    let good = Signing::of(&letter).file();
    // What whoever signs may choose: a name, a moment, a program, how the widget is printed. The signature itself is not checked.
    let free =
        ["(Handtekening)", "(D:20261129)", "/Adobe.PPKLite", "/F 132", "/SigFlags 3", "/Size ", "/Contents<"];
    let mut chosen: Vec<std::ops::Range<usize>> = free
        .iter()
        .map(|text| {
            let at = good.windows(text.len()).rposition(|window| window == text.as_bytes()).unwrap();
            at..at + text.len()
        })
        .collect();
    chosen[5].end += 6;
    chosen[6].end += good[chosen[6].start..].iter().position(|byte| *byte == b'>').unwrap();
    // The second part of the identifier is that of each version of the file (ISO 32000-1, 14.4).
    let id = good.windows(4).rposition(|window| window == b"/ID[").unwrap();
    let end = id + good[id..].iter().position(|byte| *byte == b']').unwrap();
    chosen.push(id + good[id..end].iter().rposition(|byte| *byte == b'<').unwrap()..end);
    let mut accepted = 0;
    for at in letter.len()..good.len() {
        for bit in [1, 64] {
            let mut file = good.clone();
            file[at] ^= bit;
            if check(&file, letter.len()).is_ok() {
                accepted += 1;
                let around = String::from_utf8_lossy(&good[at - 20..(at + 20).min(good.len())]).into_owned();
                assert!(chosen.iter().any(|range| range.contains(&at)), "{around}");
            }
        }
    }
    assert!(accepted > 10);
}
