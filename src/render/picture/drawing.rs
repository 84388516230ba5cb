//! Reads a logo from an SVG file by converting it to a PDF; the only file that uses the svg2pdf crate.
//!
//! Only shapes, paints, clips and masks are drawn. Anything else (text, images, filters, scripts, references
//! to other files) is refused and named in the error, because the crate would silently leave it out.

use super::error::PictureError;
use super::import::{self, Paper};
use super::objects::Picture;
use svg2pdf::usvg::roxmltree::{Document, Node, ParsingOptions};
use svg2pdf::usvg::{Group, ImageHrefResolver, Node as Drawn, Options, Tree};
use svg2pdf::{ConversionOptions, PageOptions};

/// Maximum size of the file, in bytes.
const MAX_BYTES: usize = 1_000_000;
/// Maximum number of elements, and maximum nesting depth.
const MAX_ELEMENTS: u32 = 20_000;
const MAX_DEPTH: usize = 60;
const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// The elements that are drawn exactly as they are, or that draw nothing.
const ELEMENTS: &[&str] = &[
    "a",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "g",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "symbol",
    "title",
    "use",
    "view",
];

/// Reads an SVG.
///
/// # Errors
/// The file is damaged, too large or empty, or holds something that cannot be drawn exactly.
pub fn read(text: &str) -> Result<Picture, PictureError> {
    if text.len() > MAX_BYTES || nesting_depth(text) > MAX_DEPTH {
        return Err(PictureError::TooLarge);
    }
    let parsing = ParsingOptions { allow_dtd: true, nodes_limit: MAX_ELEMENTS };
    let document = Document::parse_with_options(text, parsing).map_err(|_| PictureError::Damaged)?;
    document.descendants().filter(Node::is_element).try_for_each(check_element)?;
    let options = Options {
        // Nothing is ever read from the disk.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_xmltree(&document, &options).map_err(|_| PictureError::Empty)?;
    if tree.root().children().is_empty() {
        return Err(PictureError::Empty);
    }
    check_filters(tree.root())?;
    let options = ConversionOptions { compress: false, embed_text: false, pdfa: true, ..Default::default() };
    let pdf = svg2pdf::to_pdf(&tree, options, PageOptions::default()).map_err(|_| PictureError::TooDeep)?;
    import::first_page(&pdf, Paper::Any)
}

/// The nesting depth of the elements, which is checked before parsing because the parser recurses.
fn nesting_depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in text.split('<').skip(1) {
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !tag.starts_with(['!', '?']) && !tag.split('>').next().unwrap_or_default().ends_with('/') {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}

fn check_element(element: Node) -> Result<(), PictureError> {
    let name = element.tag_name();
    // Elements in other namespaces are private data of drawing programs and are not drawn.
    if name.namespace() != Some(SVG) {
        return Ok(());
    }
    let refused = |name: &str| Err(PictureError::Element(name.to_owned()));
    if !ELEMENTS.contains(&name.name()) {
        return refused(name.name());
    }
    for attribute in element.attributes() {
        let (key, value) = (attribute.name(), attribute.value().trim());
        match (attribute.namespace(), key) {
            (None | Some(XLINK), "href") if name.name() != "a" && !value.starts_with('#') => {
                return Err(PictureError::External);
            }
            (None, _) if key.starts_with("on") || (key == "filter" && value != "none") => {
                return refused(key);
            }
            (None, _) => check_style(value)?,
            _ => {}
        }
    }
    if name.name() == "style" {
        element.descendants().filter_map(|it| it.text()).try_for_each(check_style)?;
    }
    Ok(())
}

/// Refuses a style or a paint that refers to something outside the file.
fn check_style(text: &str) -> Result<(), PictureError> {
    let outside = |part: &str| !part.trim_start_matches([' ', '"', '\'']).starts_with('#');
    if text.contains("@import") || text.split("url(").skip(1).any(outside) {
        return Err(PictureError::External);
    }
    Ok(())
}

/// Refuses filters, also those from a style sheet, and images and text.
fn check_filters(group: &Group) -> Result<(), PictureError> {
    if !group.filters().is_empty() {
        return Err(PictureError::Element("filter".to_owned()));
    }
    group.children().iter().try_for_each(|child| match child {
        Drawn::Group(group) => check_filters(group),
        Drawn::Path(_) => Ok(()),
        Drawn::Image(_) => Err(PictureError::Element("image".to_owned())),
        Drawn::Text(_) => Err(PictureError::Element("text".to_owned())),
    })
}
