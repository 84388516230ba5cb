//! The pictures of a house style and where they stand: a logo in the head, stationery behind the pages.
//!
//! They are written once in what every file begins with, and drawn by name on each page.

use super::error::PictureError;
use super::objects::Picture;
use crate::render::a4::{Area, LEFT};
use crate::render::length::{Length, mm};
use crate::render::window::Window;

/// Top of the logo, in tenths of a millimetre: below what an example and a concept say of themselves.
const LOGO_TOP: i64 = 160;
/// Least and greatest height of a logo, in tenths of a millimetre.
const LEAST_HEIGHT: i64 = 50;
const MOST_HEIGHT: i64 = 250;
/// So much the word above the address of a copy needs, in tenths of a millimetre.
const COPY_LINE: i64 = 40;
/// Greatest width of the logo: it stays clear of the column with contact lines.
const LOGO_WIDTH: Length = mm(950);
/// Names in the resources of a page.
const LOGO: &str = "Logo";
const FIRST: &str = "First";
const NEXT: &str = "Next";

/// A picture at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Its name in the resources of every page.
    pub name: &'static str,
    /// Where it stands.
    pub area: Area,
    /// Width and height as it draws itself.
    pub extent: (Length, Length),
}

/// The pictures of a house style; none of them is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    logo: Option<(Picture, Length)>,
    first: Option<Picture>,
    next: Option<Picture>,
}

impl Letterhead {
    /// Height of a logo of which the house style does not say it, in tenths of a millimetre.
    pub const LOGO_HEIGHT: i64 = 120;

    /// Least and greatest height of a logo, in tenths of a millimetre: it can be seen, and stays clear of
    /// what stands above the address window.
    #[must_use]
    pub const fn logo_heights(window: Window) -> (i64, i64) {
        let room = window.above_tenths() - COPY_LINE - LOGO_TOP;
        (LEAST_HEIGHT, if room < MOST_HEIGHT { room } else { MOST_HEIGHT })
    }

    /// With a logo, PNG or SVG, of a height in tenths of a millimetre, within [`Self::logo_heights`]. A wide
    /// logo is lower: at most 95 mm wide.
    ///
    /// # Errors
    /// The file is neither PNG nor SVG, or cannot be drawn exactly as it is.
    pub fn with_logo(mut self, bytes: &[u8], height: i64) -> Result<Self, PictureError> {
        self.logo = Some((Picture::logo(bytes)?, mm(height)));
        Ok(self)
    }

    /// With the stationery behind the first page.
    ///
    /// # Errors
    /// The file is no PDF, its first page is not A4, or it cannot stand in an archival file.
    pub fn with_first(mut self, bytes: &[u8]) -> Result<Self, PictureError> {
        self.first = Some(Picture::stationery(bytes)?);
        Ok(self)
    }

    /// With the stationery behind every page after the first.
    ///
    /// # Errors
    /// As for [`Self::with_first`].
    pub fn with_next(mut self, bytes: &[u8]) -> Result<Self, PictureError> {
        self.next = Some(Picture::stationery(bytes)?);
        Ok(self)
    }

    /// The logo in the head. Stationery has its own.
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
        self.first.as_ref().map(|picture| behind(FIRST, picture))
    }

    /// The stationery behind every other page.
    #[must_use]
    pub fn next(&self) -> Option<Placed> {
        self.next.as_ref().map(|picture| behind(NEXT, picture))
    }

    /// The pictures that are drawn, each with its name in the resources of a page.
    pub(in crate::render) fn drawn(&self) -> impl Iterator<Item = (&'static str, &Picture)> {
        let logo = self.logo.as_ref().filter(|_| self.first.is_none()).map(|(picture, _)| picture);
        let pictures = [(LOGO, logo), (FIRST, self.first.as_ref()), (NEXT, self.next.as_ref())];
        pictures.into_iter().filter_map(|(name, picture)| Some((name, picture?)))
    }
}

/// A picture that fills the page; of a page that differs a little from A4, it is stretched to it.
const fn behind(name: &'static str, picture: &Picture) -> Placed {
    Placed { name, area: Area::PAGE, extent: picture.extent() }
}
