//! The first page: its box, its content and the resources that it draws with.
//!
//! The box is where the page is cut (`TrimBox`), because stationery for a printing press has room around it;
//! without one, the part that a reader shows (`CropBox`), or else the sheet (ISO 32000-1, 14.11.2).

use super::copy::{Copier, MAX_UNPACKED};
use crate::render::length::{Length, mm};
use crate::render::picture::error::PictureError;
use crate::render::picture::value::{Entries, Value};
use lopdf::{Dictionary, Object};

/// Maximum depth of the page tree.
const MAX_LEVELS: usize = 32;
/// How much a page may differ from A4.
const TOLERANCE: Length = mm(10);
const A4: (Length, Length) = (mm(2100), mm(2970));

/// The first page, preceded by the nodes of the page tree that it inherits from.
struct Page<'a> {
    nodes: Vec<&'a Dictionary>,
}

impl<'a> Page<'a> {
    fn first(copier: &Copier<'a>) -> Result<Self, PictureError> {
        let mut nodes = Vec::new();
        let mut next = copier.entry(copier.catalog()?, "Pages");
        while let Some(Object::Dictionary(node)) = next {
            nodes.push(node);
            match copier.entry(node, "Kids") {
                None => return Ok(Self { nodes }),
                Some(Object::Array(kids)) if nodes.len() < MAX_LEVELS => {
                    next = kids.first().and_then(|kid| copier.follow(kid).ok());
                }
                Some(_) => break,
            }
        }
        Err(PictureError::Damaged)
    }

    fn own(&self) -> Result<&'a Dictionary, PictureError> {
        self.nodes.last().copied().ok_or(PictureError::Damaged)
    }

    /// An entry of the page, or of what it inherits from.
    fn inherited(&self, copier: &Copier<'a>, key: &str) -> Option<&'a Object> {
        self.nodes.iter().rev().find_map(|node| copier.entry(node, key))
    }
}

/// What size the page must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A4, give or take a millimetre.
    A4,
    /// Any size.
    Any,
}

impl<'a> Copier<'a> {
    /// Copies the first page as a form and returns its size.
    pub fn page(&mut self, paper: Paper) -> Result<(Length, Length), PictureError> {
        let page = Page::first(self)?;
        let own = page.own()?;
        let turned = page.inherited(self, "Rotate").is_some_and(|it| it.as_float().ok() != Some(0.0));
        let scaled = self.entry(own, "UserUnit").is_some_and(|it| it.as_float().ok() != Some(1.0));
        if turned || scaled {
            return Err(PictureError::Turned);
        }
        if self.entry(own, "Annots").is_some_and(|it| it.as_array().map_or(true, |it| !it.is_empty())) {
            return Err(PictureError::Annotations);
        }
        let [left, bottom, right, top] = self.page_box(&page)?;
        let size = (thousandths(right - left), thousandths(top - bottom));
        check_size(size, paper)?;
        let entries = Entries::default()
            .with("Type", Value::name("XObject"))
            .with("Subtype", Value::name("Form"))
            .with("BBox", Value::numbers([left, bottom, right, top]))
            .with("Matrix", Value::numbers([1.0, 0.0, 0.0, 1.0, -left, -bottom]));
        // Its place is reserved before all others, because a page draws the first object of a picture.
        let place = self.reserve()?;
        let entries = self.with_group(own, entries)?;
        let content = self.page_content(own)?;
        let piece = self.drawing(&content, page.inherited(self, "Resources"), entries)?;
        self.fill(place, piece);
        Ok(size)
    }

    /// Left, bottom, right and top of the page, in points.
    fn page_box(&self, page: &Page<'a>) -> Result<[f32; 4], PictureError> {
        let found = page
            .nodes
            .last()
            .and_then(|own| self.entry(own, "TrimBox"))
            .or_else(|| page.inherited(self, "CropBox"))
            .or_else(|| page.inherited(self, "MediaBox"));
        let corners = found.and_then(|it| it.as_array().ok()).ok_or(PictureError::Damaged)?;
        let numbers: Option<Vec<f32>> =
            corners.iter().map(|it| self.follow(it).ok()?.as_float().ok()).collect();
        match numbers.as_deref() {
            // A rectangle is given by any two opposite corners (7.9.5).
            Some(&[a, b, c, d]) if [a, b, c, d].iter().all(|it| it.abs() < 14_400.0) => {
                Ok([a.min(c), b.min(d), a.max(c), b.max(d)])
            }
            _ => Err(PictureError::Damaged),
        }
    }

    /// The operators of a page, from all its streams; no operator continues in the next stream (7.8.2).
    fn page_content(&self, page: &'a Dictionary) -> Result<Vec<u8>, PictureError> {
        let streams: Vec<&Object> = match self.entry(page, "Contents") {
            None => return Err(PictureError::Empty),
            Some(Object::Array(parts)) => {
                parts.iter().map(|part| self.follow(part)).collect::<Result<_, _>>()?
            }
            Some(stream) => vec![stream],
        };
        let mut content = Vec::new();
        for stream in streams {
            let stream = stream.as_stream().map_err(|_| PictureError::Damaged)?;
            content.extend(self.unpacked(stream)?);
            content.push(b'\n');
            if content.len() > MAX_UNPACKED {
                return Err(PictureError::TooLarge);
            }
        }
        Ok(content)
    }
}

fn check_size((width, height): (Length, Length), paper: Paper) -> Result<(), PictureError> {
    if width < mm(1) || height < mm(1) {
        return Err(PictureError::Empty);
    }
    let is_a4 = (width - A4.0).abs() <= TOLERANCE && (height - A4.1).abs() <= TOLERANCE;
    if paper == Paper::A4 && !is_a4 {
        let millimetres = |length: Length| u32::try_from((length + mm(5)) / mm(10)).unwrap_or_default();
        return Err(PictureError::NotA4 { width: millimetres(width), height: millimetres(height) });
    }
    Ok(())
}

fn thousandths(points: f32) -> Length {
    // It fits, because a box is at most 28,800 points wide and high.
    #[allow(clippy::cast_possible_truncation)]
    Length::from((points * 1000.0).round() as i32)
}
