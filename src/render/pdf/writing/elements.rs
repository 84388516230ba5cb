//! Writes the structure of a letter as PDF objects: elements with their children, and annotations of links.
//!
//! Numbers of pages and pieces become references here, because only a file knows which objects they are.

use super::objects::{Ref, Text};
use crate::render::length::points;
use crate::render::link::Link;
use crate::render::pdf::paper::link::Annotation;
use crate::render::pdf::setting::structure::{Element, Kid};
use std::fmt::Write as _;

/// The numbers that the objects of a letter get in a file.
pub(super) struct ObjectNumbers {
    /// The number of each page.
    pub pages: Vec<Ref>,
    /// The number of each structure element.
    pub elements: Vec<Ref>,
    /// The numbers of the links of each page.
    pub links: Vec<Vec<Ref>>,
}

/// Appends a structure element (14.7.2). Content on the page of the first piece is named by its number alone.
pub(super) fn element(out: &mut String, element: &Element, parent: Ref, numbers: &ObjectNumbers) {
    let ObjectNumbers { pages, elements, links } = numbers;
    for part in ["<</S/", element.role.tag(), "/P "] {
        out.push_str(part);
    }
    parent.append_to(out);
    let home = element.kids.iter().find_map(|kid| match kid {
        Kid::Content { page, .. } => Some(*page),
        Kid::Element(_) | Kid::Annotation { .. } => None,
    });
    if let Some(page) = home {
        out.push_str("/Pg ");
        pages[page].append_to(out);
    }
    if let Some(attributes) = element.role.attributes() {
        out.push_str("/A");
        out.push_str(attributes);
    }
    if let Some(language) = element.language {
        let _ = write!(out, "/Lang({language})");
    }
    if let Some(figure) = &element.figure {
        let [left, bottom, right, top] = figure.area.corners().map(points);
        let _ = write!(
            out,
            "/Alt{}/A<</O/Layout/Placement/Block/BBox[{left} {bottom} {right} {top}]>>",
            Text(&figure.alt)
        );
    }
    if !element.kids.is_empty() {
        out.push_str("/K[");
        for kid in &element.kids {
            match *kid {
                Kid::Element(id) => {
                    elements[id].append_to(out);
                    out.push(' ');
                }
                Kid::Content { page, mcid } if Some(page) == home => {
                    out.push_str(itoa::Buffer::new().format(mcid));
                    out.push(' ');
                }
                Kid::Content { page, mcid } => {
                    let _ = write!(out, "<</Type/MCR/Pg {}/MCID {mcid}>>", pages[page]);
                }
                Kid::Annotation { page, number } => {
                    let _ = write!(out, "<</Type/OBJR/Pg {}/Obj {}>>", pages[page], links[page][number]);
                }
            }
        }
        out.push(']');
    }
    out.push_str(">>");
}

/// The object of an annotation on a page, with its key in the parent tree.
pub(super) fn annotation(link: &Annotation, page: Ref, key: usize) -> String {
    let corners = || link.areas.iter().map(|area| area.corners());
    let [left, bottom] = [0, 1].map(|side| corners().map(|it| it[side]).min().unwrap_or_default());
    let [right, top] = [2, 3].map(|side| corners().map(|it| it[side]).max().unwrap_or_default());
    // Flags: printed (ISO 19005-2, 6.3.2). An annotation for a link needs no appearance (6.3.3).
    let mut out = format!(
        "<</Type/Annot/Subtype/Link/P {page}/F 4/Border[0 0 0]/StructParent {key}/Rect[{} {} {} {}]",
        points(left),
        points(bottom),
        points(right),
        points(top),
    );
    if link.areas.len() > 1 {
        out.push_str("/QuadPoints[");
        for [left, bottom, right, top] in corners() {
            for (x, y) in [(left, top), (right, top), (left, bottom), (right, bottom)] {
                let _ = write!(out, "{} {} ", points(x), points(y));
            }
        }
        out.push(']');
    }
    let Link { target, description, .. } = &*link.link;
    let _ = write!(out, "/A<</S/URI/URI{}>>/Contents{}>>", Text(target), Text(description));
    out
}
