//! Pictures made by hand for the tests: stationery, logos, and ways to spoil them.

use super::letters::{long, one_page, paragraph};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use png::{BitDepth, ColorType, Encoder};
use rtbrief::render::look::Look;
use rtbrief::render::pdf::render;
use rtbrief::render::picture::letterhead::Letterhead;

/// Stationery that is being made: a PDF of one page.
pub struct Stationery {
    pub file: Document,
    pub page: ObjectId,
}

impl Stationery {
    /// A page with embedded fonts (it is a letter without most of its content), an image with a mask, a form, a
    /// gradient and a graphics state with transparency.
    pub fn good() -> Self {
        let mut letter = one_page();
        letter.addressee = vec![String::new()];
        letter.sender.return_address = String::new();
        letter.reference.clear();
        letter.body = vec![paragraph("Deze woorden staan op het briefpapier.")];
        letter.signature.clear();
        let mut file = Document::load_mem(&render(&letter, &Look::built_in()).unwrap()).unwrap();
        let page = *file.get_pages().get(&1).unwrap();
        let resources = file.get_dictionary(page).unwrap().get(b"Resources").unwrap().as_reference().unwrap();
        let resources = file.get_dictionary(resources).unwrap().clone();
        file.get_dictionary_mut(page).unwrap().set("Resources", resources);
        let mut made = Self { file, page };
        let mask = made.add(dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 2, "Height" => 1, "ColorSpace" => "DeviceGray",
            "BitsPerComponent" => 8, "Interpolate" => true,
        }, &[255, 90]);
        let image = made.add(dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 2, "Height" => 1, "ColorSpace" => "DeviceRGB",
            "BitsPerComponent" => 8, "SMask" => mask, "Interpolate" => true, "Metadata" => mask,
        }, &[200, 30, 30, 20, 60, 160]);
        made.resource("XObject", "Im", image.into());
        let form = made.add(dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 90.into(), 9.into()],
            "Resources" => dictionary! {}, "StructParents" => 7,
        }, b"/P <</MCID 3>> BDC 0.1 0.5 0.3 rg 0 0 90 9 re f EMC");
        made.resource("XObject", "Fm", form.into());
        let function = made.file.add_object(dictionary! {
            "FunctionType" => 2, "Domain" => vec![0.into(), 1.into()], "N" => 1,
            "C0" => vec![1.into(), 1.into(), 1.into()], "C1" => vec![0.into(), 0.into(), 1.into()],
        });
        made.resource(
            "Shading",
            "Sh",
            dictionary! {
                "ShadingType" => 2, "ColorSpace" => "DeviceRGB", "Function" => function,
                "Coords" => vec![0.into(), 0.into(), 595.into(), 0.into()],
            }
            .into(),
        );
        made.resource("ExtGState", "Gs", dictionary! {
            "Type" => "ExtGState", "ca" => 0.6, "BM" => "Multiply", "OP" => true, "OPM" => 1, "TR2" => "Default",
        }.into());
        made.draw("q 60 0 0 30 70 780 cm /Im Do Q q 1 0 0 1 70 20 cm /Gs gs /Fm Do Q");
        made.draw("q 400 10 120 8 re W n /Sh sh Q");
        made
    }

    /// Adds a stream.
    pub fn add(&mut self, dictionary: Dictionary, data: &[u8]) -> ObjectId {
        self.file.add_object(Stream::new(dictionary, data.to_vec()))
    }

    /// The dictionary of the page.
    pub fn page(&mut self) -> &mut Dictionary {
        self.file.get_dictionary_mut(self.page).unwrap()
    }

    /// Adds something that the page can draw with, under this name.
    pub fn resource(&mut self, kind: &str, name: &str, object: Object) {
        let resources = self.page().get_mut(b"Resources").unwrap().as_dict_mut().unwrap();
        if !resources.has(kind.as_bytes()) {
            resources.set(kind, dictionary! {});
        }
        resources.get_mut(kind.as_bytes()).unwrap().as_dict_mut().unwrap().set(name, object);
    }

    /// Adds operators at the end of the page, in a stream of their own.
    pub fn draw(&mut self, operators: &str) {
        let own = self.add(dictionary! {}, operators.as_bytes());
        let mut all = match self.page().get(b"Contents").unwrap() {
            Object::Array(parts) => parts.clone(),
            one => vec![one.clone()],
        };
        all.push(own.into());
        self.page().set("Contents", all);
    }

    /// Draws an image with these entries.
    pub fn image(&mut self, entries: Dictionary) {
        let mut all = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 1, "Height" => 1, "BitsPerComponent" => 8,
            "ColorSpace" => "DeviceGray",
        };
        for (key, value) in &entries {
            all.set(key.clone(), value.clone());
        }
        let image = self.add(all, &[0]);
        self.resource("XObject", "X", image.into());
        self.draw("/X Do");
    }

    /// Draws a form with these entries.
    pub fn form(&mut self, entries: Dictionary, operators: &str) {
        let mut all = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 9.into(), 9.into()],
        };
        for (key, value) in &entries {
            all.set(key.clone(), value.clone());
        }
        let form = self.add(all, operators.as_bytes());
        self.resource("XObject", "X", form.into());
        self.draw("/X Do");
    }

    /// Draws with a graphics state with these entries.
    pub fn state(&mut self, entries: Dictionary) {
        self.resource("ExtGState", "X", entries.into());
        self.draw("/X gs");
    }

    /// Changes every dictionary with this `Type`.
    pub fn every(&mut self, kind: &str, change: fn(&mut Dictionary)) {
        for object in self.file.objects.values_mut() {
            let dictionary = match object {
                Object::Dictionary(dictionary) => dictionary,
                Object::Stream(stream) => &mut stream.dict,
                _ => continue,
            };
            if dictionary.has_type(kind.as_bytes()) {
                change(dictionary);
            }
        }
    }

    /// Its bytes.
    pub fn bytes(mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.file.save_to(&mut bytes).unwrap();
        bytes
    }
}

/// A PNG of 30 by 10 pixels.
pub fn png(colour: ColorType, depth: BitDepth) -> Vec<u8> {
    let (width, height) = (30_u32, 10_u32);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(colour);
    encoder.set_depth(depth);
    if colour == ColorType::Indexed {
        encoder.set_palette(vec![0, 60, 120, 255, 255, 255, 200, 0, 0, 0, 0, 0]);
        encoder.set_trns(vec![255, 0]);
    }
    let bits = depth as usize * colour.samples();
    let line = (usize::try_from(width).unwrap() * bits).div_ceil(8);
    let small = depth != BitDepth::Eight && depth != BitDepth::Sixteen || colour == ColorType::Indexed;
    let data: Vec<u8> = (0..line * 10)
        .map(|at| if small { 0b0100_0001 } else { u8::try_from(at * 7 % 256).unwrap() })
        .collect();
    encoder.write_header().unwrap().write_image_data(&data).unwrap();
    bytes
}

/// A logo as a drawing, with a gradient, a clip, a mask and half transparent parts.
pub const SVG: &str = r##"<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY blue "#154273">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:pen="urn:pen"
     width="60mm" height="20mm" viewBox="0 0 60 20">
  <title>Logo</title><metadata><pen:note>niets</pen:note></metadata>
  <style>.bar { fill: &blue; } .soft { opacity: 0.5 }</style>
  <defs>
    <linearGradient id="sky"><stop offset="0" stop-color="#f9e11e"/><stop offset="1" stop-color="#01689b" stop-opacity="0.4"/></linearGradient>
    <clipPath id="round"><circle cx="10" cy="10" r="9"/></clipPath>
    <mask id="fade"><rect width="60" height="20" fill="white" fill-opacity="0.7"/></mask>
    <pattern id="dots" width="2" height="2" patternUnits="userSpaceOnUse"><circle cx="1" cy="1" r="0.6"/></pattern>
    <path id="leaf" d="M0 0 C 5 -5 10 -5 12 0 C 10 5 5 5 0 0 z"/>
  </defs>
  <rect class="bar" width="20" height="20" clip-path="url(#round)"/>
  <rect x="22" y="2" width="36" height="6" fill="url(#sky)"/>
  <g class="soft" style="mix-blend-mode: multiply"><use xlink:href="#leaf" x="24" y="14" fill="#39870c"/><use href="#leaf" x="30" y="14"/></g>
  <rect x="46" y="10" width="12" height="8" fill="url(#dots)" mask="url(#fade)"/>
</svg>"##;

/// A look with a logo of this height, in tenths of a millimetre.
pub fn logo(bytes: &[u8], height: i64) -> Look {
    Look::with_letterhead(Letterhead::default().with_logo(bytes, height).unwrap())
}

/// A look with stationery on every page.
pub fn stationery() -> Look {
    let paper = Stationery::good().bytes();
    let letterhead = Letterhead::default().with_first(&paper).unwrap().with_next(&paper).unwrap();
    Look::with_letterhead(letterhead)
}

/// Every way in which a PNG holds its pixels.
pub fn all_pngs() -> Vec<Vec<u8>> {
    use BitDepth::{Eight, Four, One, Sixteen, Two};
    [
        (ColorType::Grayscale, One),
        (ColorType::Grayscale, Eight),
        (ColorType::Grayscale, Sixteen),
        (ColorType::GrayscaleAlpha, Eight),
        (ColorType::Indexed, Two),
        (ColorType::Indexed, Four),
        (ColorType::Rgb, Eight),
        (ColorType::Rgb, Sixteen),
        (ColorType::Rgba, Eight),
        (ColorType::Rgba, Sixteen),
    ]
    .map(|(colour, depth)| png(colour, depth))
    .into()
}

/// A concept of the example organisation: the notices of both stand above the logo.
pub fn concept() -> rtbrief::letter::document::Document {
    let mut letter = long();
    (letter.is_concept, letter.is_example) = (true, true);
    letter
}
