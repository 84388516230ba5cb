//! The pictures of a house style and where they stand: a logo in the head, stationery behind the pages.
//!
//! They are written once, among the objects that every file begins with, and drawn by name on each page.

use super::error::PictureError;
use super::objects::Picture;
use crate::render::a4::{Area, LEFT};
use crate::render::length::{Length, mm};
use crate::render::window::Window;

/// Top of the logo, in tenths of a millimetre: below the notices of an example and a concept.
const LOGO_TOP: i64 = 160;
/// Minimum and maximum height of a logo, in tenths of a millimetre.
const LEAST_HEIGHT: i64 = 50;
const MOST_HEIGHT: i64 = 250;
/// Height that the word above the address of a copy needs, in tenths of a millimetre.
const COPY_LINE: i64 = 40;
/// Maximum width of the logo, which keeps it clear of the column with contact lines.
const LOGO_WIDTH: Length = mm(950);
/// Names in the resources of a page.
const LOGO: &str = "Logo";
const FIRST: &str = "First";
const NEXT: &str = "Next";

/// A picture and its position on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Its name in the resources of every page.
    pub name: &'static str,
    /// The area that it fills.
    pub area: Area,
    /// Width and height of the picture before it is stretched to that area.
    pub extent: (Length, Length),
}

/// The pictures of a house style, all of them optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    logo: Option<(Picture, Length)>,
    first: Option<Picture>,
    next: Option<Picture>,
}

impl Letterhead {
    /// Height of a logo if the house style does not give one, in tenths of a millimetre.
    pub const LOGO_HEIGHT: i64 = 120;

    /// Minimum and maximum height of a logo, in tenths of a millimetre: high enough to be seen, and clear of
    /// the line above the address window.
    #[must_use]
    pub const fn logo_heights(window: Window) -> (i64, i64) {
        let room = window.above_tenths() - COPY_LINE - LOGO_TOP;
        (LEAST_HEIGHT, if room < MOST_HEIGHT { room } else { MOST_HEIGHT })
    }

    /// Adds a logo, PNG or SVG. `height` is in tenths of a millimetre, within [`Self::logo_heights`]; a wide
    /// logo is made lower, so that it is at most 95 mm wide.
    ///
    /// # Errors
    /// The file is neither PNG nor SVG, or cannot be drawn exactly as it is.
    pub fn with_logo(mut self, bytes: &[u8], height: i64) -> Result<Self, PictureError> {
        self.logo = Some((Picture::logo(bytes)?, mm(height)));
        Ok(self)
    }

    /// Adds the stationery behind the first page, a PDF file.
    ///
    /// # Errors
    /// The file is not a PDF, its first page is not A4, or an archival file may not hold it.
    pub fn with_first(mut self, bytes: &[u8]) -> Result<Self, PictureError> {
        self.first = Some(Picture::stationery(bytes)?);
        Ok(self)
    }

    /// Adds the stationery behind every page after the first, a PDF file.
    ///
    /// # Errors
    /// As for [`Self::with_first`].
    pub fn with_next(mut self, bytes: &[u8]) -> Result<Self, PictureError> {
        self.next = Some(Picture::stationery(bytes)?);
        Ok(self)
    }

    /// The logo in the head; `None` with stationery, which has a logo of its own.
    #[must_use]
    pub fn logo(&self) -> Option<Placed> {
        let (picture, height) = self.logo.as_ref().filter(|_| self.first.is_none())?;
        let width = picture.width_at(*height).min(LOGO_WIDTH);
        let height = picture.height_at(width).min(*height);
        let area = Area { x: LEFT, y: mm(LOGO_TOP), width, height };
        Some(Placed { name: LOGO, area, extent: picture.extent() })
    }

    /// The stationery behind the first page.
    #[must_use]
    pub fn first(&self) -> Option<Placed> {
        self.first.as_ref().map(|picture| full_page(FIRST, picture))
    }

    /// The stationery behind every page after the first.
    #[must_use]
    pub fn next(&self) -> Option<Placed> {
        self.next.as_ref().map(|picture| full_page(NEXT, picture))
    }

    /// The pictures that are drawn, each with its name in the resources of a page.
    pub(in crate::render) fn drawn(&self) -> impl Iterator<Item = (&'static str, &Picture)> {
        let logo = self.logo.as_ref().filter(|_| self.first.is_none()).map(|(picture, _)| picture);
        let pictures = [(LOGO, logo), (FIRST, self.first.as_ref()), (NEXT, self.next.as_ref())];
        pictures.into_iter().filter_map(|(name, picture)| Some((name, picture?)))
    }
}

/// A picture that fills the page; one that differs a little from A4 is stretched.
const fn full_page(name: &'static str, picture: &Picture) -> Placed {
    Placed { name, area: Area::PAGE, extent: picture.extent() }
}
