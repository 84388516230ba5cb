//! A logo from an SVG file, by way of a PDF: the only place that names the crate for it.
//!
//! Only shapes, paints, clips and masks are drawn. What would need more (text, images, filters, scripts,
//! anything from outside the file) is refused by its name: the crate would leave it out without a word.

use super::error::PictureError;
use super::import::{self, Paper};
use super::objects::Picture;
use svg2pdf::usvg::roxmltree::{Document, Node, ParsingOptions};
use svg2pdf::usvg::{Group, ImageHrefResolver, Node as Drawn, Options, Tree};
use svg2pdf::{ConversionOptions, PageOptions};

/// Most bytes of the file.
const MAX_BYTES: usize = 1_000_000;
/// Most elements, and most elements in elements.
const MAX_ELEMENTS: u32 = 20_000;
const MAX_DEPTH: usize = 60;
const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// The elements that are drawn as they are, or hold nothing to draw.
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
/// It is damaged, too large, empty, or holds something that cannot be drawn exactly.
pub fn read(text: &str) -> Result<Picture, PictureError> {
    if text.len() > MAX_BYTES || deepest(text) > MAX_DEPTH {
        return Err(PictureError::TooLarge);
    }
    let parsing = ParsingOptions { allow_dtd: true, nodes_limit: MAX_ELEMENTS };
    let document = Document::parse_with_options(text, parsing).map_err(|_| PictureError::Damaged)?;
    document.descendants().filter(Node::is_element).try_for_each(check)?;
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
    filters(tree.root())?;
    let options = ConversionOptions { compress: false, embed_text: false, pdfa: true, ..Default::default() };
    let pdf = svg2pdf::to_pdf(&tree, options, PageOptions::default()).map_err(|_| PictureError::TooDeep)?;
    import::first_page(&pdf, Paper::Any)
}

/// How deep elements stand in elements, at most: the parser goes as deep as they do.
fn deepest(text: &str) -> usize {
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

fn check(element: Node) -> Result<(), PictureError> {
    let name = element.tag_name();
    // What drawing programs note for themselves is in other namespaces and is not drawn.
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
            (None, _) => style(value)?,
            _ => {}
        }
    }
    if name.name() == "style" {
        element.descendants().filter_map(|it| it.text()).try_for_each(style)?;
    }
    Ok(())
}

/// Refuses what a style or a paint takes from elsewhere.
fn style(text: &str) -> Result<(), PictureError> {
    let outside = |part: &str| !part.trim_start_matches([' ', '"', '\'']).starts_with('#');
    if text.contains("@import") || text.split("url(").skip(1).any(outside) {
        return Err(PictureError::External);
    }
    Ok(())
}

/// Refuses filters, also those that came by a style sheet.
fn filters(group: &Group) -> Result<(), PictureError> {
    if !group.filters().is_empty() {
        return Err(PictureError::Element("filter".to_owned()));
    }
    group.children().iter().try_for_each(|child| match child {
        Drawn::Group(group) => filters(group),
        Drawn::Path(_) => Ok(()),
        Drawn::Image(_) => Err(PictureError::Element("image".to_owned())),
        Drawn::Text(_) => Err(PictureError::Element("text".to_owned())),
    })
}
