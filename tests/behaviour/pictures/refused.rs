//! A picture that an archive could not keep, or that would not be drawn as it is, is refused with its reason.

use crate::support::pictures::{SVG, Stationery, png};
use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions, dictionary};
use png::{BitDepth, ColorType};
use rtbrief::render::picture::{Picture, PictureError};

/// Why stationery is refused once it is spoiled.
fn refused(spoil: impl FnOnce(&mut Stationery)) -> Option<PictureError> {
    let mut stationery = Stationery::good();
    spoil(&mut stationery);
    Picture::stationery(&stationery.bytes()).err()
}

fn array(items: &[Object]) -> Object {
    items.to_vec().into()
}

/// The reason why stationery must be refused, and a way to spoil it for that.
type Spoiled = (PictureError, fn(&mut Stationery));

fn all_the_same(spoiled: &[Spoiled]) {
    for (index, (reason, spoil)) in spoiled.iter().enumerate() {
        assert_eq!(refused(spoil), Some(reason.clone()), "number {index}");
    }
}

#[test]
fn good_stationery_is_accepted() {
    assert_eq!(refused(|_| {}), None);
    // A sheet with margins around it, which a printing house cuts to A4.
    assert_eq!(
        refused(|it| {
            it.page().set("MediaBox", array(&[(-20).into(), (-20).into(), 640.into(), 900.into()]));
            it.page().set("TrimBox", array(&[0.into(), 0.into(), 595.into(), 842.into()]));
        }),
        None
    );
    // A font that shows nothing need not be there.
    assert_eq!(refused(|it| it.draw("BT /Weg 9 Tf ET")), None);
}

#[test]
fn a_page_that_is_not_plain_upright_a4_is_refused() {
    all_the_same(&[
        (PictureError::NotA4 { width: 148, height: 210 }, |it| {
            it.page().set("MediaBox", array(&[0.into(), 0.into(), 420.into(), 595.into()]));
        }),
        (PictureError::Turned, |it| it.page().set("Rotate", 90)),
        (PictureError::Turned, |it| it.page().set("UserUnit", 2)),
        (PictureError::Annotations, |it| it.page().set("Annots", array(&[dictionary! {}.into()]))),
        (PictureError::Damaged, |it| it.page().set("MediaBox", array(&["x".into()]))),
        (PictureError::Empty, |it| drop(it.page().remove(b"Contents"))),
        (PictureError::Damaged, |it| drop(it.page().remove(b"Resources"))),
    ]);
}

#[test]
fn fonts_that_are_not_embedded_or_do_not_give_their_text_are_refused() {
    all_the_same(&[
        (PictureError::FontNotEmbedded, |it| {
            it.every("FontDescriptor", |font| drop(font.remove(b"FontFile2")))
        }),
        (PictureError::FontNotEmbedded, |it| {
            let font = dictionary! {
                "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
            };
            it.resource("Font", "X", font.into());
            it.draw("BT /X 9 Tf (a) Tj ET");
        }),
        (PictureError::TextWithoutUnicode, |it| it.every("Font", |font| drop(font.remove(b"ToUnicode")))),
        (PictureError::TextWithoutUnicode, |it| it.draw("BT /R 9 Tf <FFF0> Tj ET")),
        (PictureError::TextWithoutUnicode, |it| it.draw("BT /R 9 Tf <0000> Tj ET")),
        (PictureError::FontKind, |it| {
            it.resource("Font", "X", dictionary! { "Type" => "Font", "Subtype" => "Type3" }.into());
            it.draw("BT /X 9 Tf (a) Tj ET");
        }),
        (PictureError::FontKind, |it| {
            it.every("Font", |font| {
                if font.has(b"DescendantFonts") {
                    font.set("Encoding", "UniJIS-UCS2-H");
                }
            });
        }),
        (PictureError::FontKind, |it| it.state(dictionary! { "Font" => array(&["R".into(), 9.into()]) })),
    ]);
}

#[test]
fn cmyk_and_spot_colours_are_refused_wherever_they_stand() {
    all_the_same(&[
        (PictureError::Cmyk, |it| it.draw("0 0 0 1 k")),
        (PictureError::Cmyk, |it| it.draw("/DeviceCMYK CS")),
        (PictureError::Cmyk, |it| it.form(dictionary! { "Resources" => dictionary! {} }, "0 0 0 1 K")),
        (PictureError::Cmyk, |it| it.image(dictionary! { "ColorSpace" => "DeviceCMYK" })),
        (PictureError::Cmyk, |it| {
            let space =
                array(&["Indexed".into(), "DeviceCMYK".into(), 0.into(), Object::string_literal("abcd")]);
            it.image(dictionary! { "ColorSpace" => space });
        }),
        (PictureError::Cmyk, |it| {
            let profile = it.add(dictionary! { "N" => 4 }, b"profile");
            it.resource("ColorSpace", "X", array(&["ICCBased".into(), profile.into()]));
            it.draw("/X cs");
        }),
        (PictureError::Cmyk, |it| {
            let shading = dictionary! { "ShadingType" => 2, "ColorSpace" => "DeviceCMYK" };
            it.resource("Pattern", "X", dictionary! { "PatternType" => 2, "Shading" => shading }.into());
            it.draw("/Pattern cs /X scn");
        }),
        (PictureError::Cmyk, |it| {
            it.page().set("Group", dictionary! { "S" => "Transparency", "CS" => "DeviceCMYK" });
        }),
        (PictureError::SpotColour, |it| {
            let parts = ["Separation".into(), "Rood".into(), "DeviceRGB".into(), dictionary! {}.into()];
            it.resource("ColorSpace", "X", array(&parts));
            it.draw("/X cs");
        }),
        (PictureError::Damaged, |it| {
            let profile = it.add(dictionary! { "N" => 3 }, b"profile");
            it.resource("ColorSpace", "X", array(&["ICCBased".into(), profile.into()]));
            it.draw("/X cs");
        }),
    ]);
}

#[test]
fn what_an_archive_may_not_have_is_refused() {
    all_the_same(&[
        (PictureError::Compression, |it| it.image(dictionary! { "Filter" => "LZWDecode" })),
        (PictureError::Compression, |it| it.image(dictionary! { "Filter" => "JPXDecode" })),
        (PictureError::Compression, |it| it.image(dictionary! { "Filter" => array(&["Crypt".into()]) })),
        (PictureError::ImageElsewhere, |it| it.image(dictionary! { "Alternates" => array(&[1.into()]) })),
        (PictureError::ImageElsewhere, |it| it.image(dictionary! { "OPI" => dictionary! {} })),
        (PictureError::ImageElsewhere, |it| it.image(dictionary! { "F" => Object::string_literal("x.png") })),
        (PictureError::InlineImage, |it| it.draw("BI /W 1 /H 1 /BPC 8 /CS /G ID x EI")),
        (PictureError::Foreign, |it| it.image(dictionary! { "Subtype" => "PS" })),
        (PictureError::Foreign, |it| it.form(dictionary! { "Ref" => dictionary! { "Page" => 0 } }, "")),
        (PictureError::PressSettings, |it| it.state(dictionary! { "TR" => dictionary! {} })),
        (PictureError::PressSettings, |it| {
            it.state(dictionary! { "HT" => dictionary! { "HalftoneType" => 6 } })
        }),
        (PictureError::BlendMode, |it| it.state(dictionary! { "BM" => "Glitter" })),
        (PictureError::Layers, |it| it.draw("/OC /Laag BDC EMC")),
        (PictureError::Layers, |it| it.image(dictionary! { "OC" => dictionary! {} })),
        (PictureError::Operators, |it| it.draw("1 glitter")),
        (PictureError::Operators, |it| it.draw("Q Q Q")),
    ]);
}

#[test]
fn a_form_that_draws_itself_is_refused() {
    let reason = refused(|it| {
        it.form(dictionary! {}, "/X Do");
        let own = it.file.max_id - 1;
        let resources = dictionary! { "XObject" => dictionary! { "X" => Object::Reference((own, 0)) } };
        it.file.get_object_mut((own, 0)).unwrap().as_stream_mut().unwrap().dict.set("Resources", resources);
    });
    assert_eq!(reason, Some(PictureError::TooDeep));
}

#[test]
fn a_file_that_is_no_pdf_too_large_or_encrypted_is_refused() {
    assert_eq!(Picture::stationery(b"hallo").err(), Some(PictureError::Damaged));
    assert_eq!(Picture::stationery(&vec![b'%'; 5_000_001]).err(), Some(PictureError::TooLarge));
    for user_password in ["", "geheim"] {
        let mut file = Document::load_mem(&Stationery::good().bytes()).unwrap();
        let id = Object::string_literal("0123456789abcdef");
        file.trailer.set("ID", array(&[id.clone(), id]));
        let version = EncryptionVersion::V2 {
            document: &file,
            owner_password: "baas",
            user_password,
            key_length: 128,
            permissions: Permissions::all(),
        };
        let state = EncryptionState::try_from(version).unwrap();
        file.encrypt(&state).unwrap();
        let mut bytes = Vec::new();
        file.save_to(&mut bytes).unwrap();
        assert_eq!(Picture::stationery(&bytes).err(), Some(PictureError::Encrypted));
    }
}

/// Files are cut off or changed at many places: to read them may fail, but never panics.
#[test]
fn damaged_files_never_panic() {
    let drawing = SVG.as_bytes().to_vec();
    for bytes in [Stationery::good().bytes(), png(ColorType::Rgba, BitDepth::Eight), drawing] {
        let read = |bytes: &[u8]| {
            let _ = (Picture::stationery(bytes), Picture::logo(bytes));
        };
        let step = (bytes.len() / 200).max(1);
        for at in (0..bytes.len()).step_by(step) {
            read(&bytes[..at]);
            for change in [0x01, 0x80, 0xFF] {
                let mut changed = bytes.clone();
                changed[at] ^= change;
                read(&changed);
            }
        }
    }
}

#[test]
fn drawings_that_cannot_be_drawn_exactly_are_refused() {
    let refused = |from: &str, to: &str| {
        let text = SVG.replace(from, to);
        assert_ne!(text, SVG, "{from}");
        Picture::logo(text.as_bytes()).err()
    };
    let element = |name: &str| Some(PictureError::Element(name.to_owned()));
    assert_eq!(refused("<title>Logo</title>", "<text>Logo</text>"), element("text"));
    assert_eq!(refused("<title>Logo</title>", "<image href=\"a.png\"/>"), element("image"));
    assert_eq!(refused("<title>Logo</title>", "<script>x()</script>"), element("script"));
    assert_eq!(refused("class=\"bar\"", "filter=\"url(#f)\""), element("filter"));
    assert_eq!(refused("class=\"bar\"", "onload=\"x()\""), element("onload"));
    assert_eq!(refused("opacity: 0.5", "filter: blur(2px)"), element("filter"));
    assert_eq!(refused("#leaf\" x=\"30\"", "b.svg#leaf\" x=\"30\""), Some(PictureError::External));
    assert_eq!(refused("opacity: 0.5", "fill: url(http://x/y.svg#z)"), Some(PictureError::External));
    assert_eq!(refused(".soft", "@import 'x.css'; .soft"), Some(PictureError::External));
    assert_eq!(refused("</svg>", ""), Some(PictureError::Damaged));
    assert_eq!(refused("<title>", &"<g>".repeat(100)), Some(PictureError::TooLarge));
    let empty = Picture::logo(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>").err();
    assert_eq!(empty, Some(PictureError::Empty));
}

#[test]
fn logos_of_another_kind_cut_off_or_changed_are_refused() {
    assert_eq!(Picture::logo(b"GIF89a").err(), Some(PictureError::UnknownKind));
    assert_eq!(Picture::logo(b"\xFF\xD8\xFF").err(), Some(PictureError::UnknownKind));
    let mut wide = png(ColorType::Rgb, BitDepth::Eight);
    let (whole, rest) = (wide.clone(), wide.len());
    assert!(Picture::logo(&whole[..rest - 30]).is_err());
    // A width of 65,566 pixels in its header; the checksum of the header does not fit it.
    wide[17] = 1;
    assert!(Picture::logo(&wide).is_err());
}

#[test]
fn a_reason_is_more_than_a_word_and_has_no_full_stop() {
    let reasons =
        [PictureError::Cmyk, PictureError::FontNotEmbedded, PictureError::NotA4 { width: 1, height: 2 }];
    for reason in reasons {
        let text = reason.to_string();
        assert!(text.len() > 20 && !text.ends_with('.'), "{text}");
    }
}
