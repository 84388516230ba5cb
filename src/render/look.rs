//! The look of a letter: fonts, accent colour and address window of the organisation that sends it.
//!
//! A look is checked once per run and then only read, so that threads can share it. It holds data only: what
//! a writer prepares from it is kept by that writer (`pdf::Press`).

use super::colour::{Colour, LEAST_CONTRAST};
use super::envelope_profile::measures;
use super::font::{FontError, Fonts, Weight};
use super::picture::PictureError;
use super::picture::letterhead::Letterhead;
use super::window::{Window, WindowError};
use crate::letter::huisstijl::{Huisstijl, Rgb, Venster};
use std::fmt;
use std::sync::{Arc, OnceLock};

/// How the letters of an organisation look.
pub struct Look {
    /// The regular and the bold font.
    pub fonts: Arc<Fonts>,
    /// The colour of the name, of headings and of the rule in the running header.
    pub accent: Colour,
    /// The address window of the envelope.
    pub window: Window,
    /// Logo and stationery.
    pub letterhead: Letterhead,
}

/// The contents of the files that a house style names; `None` for a file that it does not name.
#[derive(Clone, Debug, Default)]
pub struct HouseStyleFiles {
    /// The font files: regular and bold.
    pub fonts: Option<[Vec<u8>; 2]>,
    /// The logo file, PNG or SVG.
    pub logo: Option<Vec<u8>>,
    /// The stationery behind the first page, a PDF file.
    pub first: Option<Vec<u8>>,
    /// The stationery behind every page after the first, a PDF file.
    pub next: Option<Vec<u8>>,
}

impl HouseStyleFiles {
    /// The files that are present, each with its key in the house style.
    #[must_use]
    pub fn named(&self) -> Vec<(&'static str, &[u8])> {
        let [regular, bold] = self.fonts.as_ref().map_or([None, None], |fonts| fonts.each_ref().map(Some));
        let files = [
            ("lettertype.gewoon", regular),
            ("lettertype.vet", bold),
            ("logo", self.logo.as_ref()),
            ("briefpapier.eerste", self.first.as_ref()),
            ("briefpapier.vervolg", self.next.as_ref()),
        ];
        files.into_iter().filter_map(|(key, file)| Some((key, file?.as_slice()))).collect()
    }
}

/// Why a house style cannot be used; shown as F602.
#[derive(Clone, Debug, PartialEq)]
pub enum LookError {
    /// The accent colour cannot be read well on white paper.
    Contrast {
        /// The colour.
        colour: Colour,
        /// Its contrast with white.
        contrast: f64,
    },
    /// The address window does not fit on the page.
    Window(WindowError),
    /// A font cannot be used.
    Font(Weight, FontError),
    /// The logo cannot be used.
    Logo(PictureError),
    /// The logo would be too low to see or too high for the window below it; holds the minimum and maximum
    /// height in tenths of a millimetre.
    LogoHeight(i64, i64),
    /// The house style gives the height of a logo but has no logo.
    NoLogo,
    /// The stationery under this key of the house style cannot be used.
    Stationery(&'static str, PictureError),
}

impl fmt::Display for LookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Contrast { colour, contrast } => {
                // A contrast that is too low is never rounded up to the minimum.
                let shown = format!("{:.2}", contrast.min(LEAST_CONTRAST - 0.01)).replace('.', ",");
                let least = LEAST_CONTRAST.to_string().replace('.', ",");
                write!(
                    f,
                    "`accentkleur`: het contrast van {colour} met wit papier is {shown} en moet minstens {least} zijn; neem een donkerdere kleur"
                )
            }
            Self::Window(error) => write!(f, "`venster`: {error}"),
            Self::Font(Weight::Regular, error) => write!(f, "`lettertype.gewoon`: {error}"),
            Self::Font(Weight::Bold, error) => write!(f, "`lettertype.vet`: {error}"),
            Self::Logo(error) => write!(f, "`logo`: het bestand {error}"),
            Self::LogoHeight(least, most) => write!(
                f,
                "`logo_hoogte`: een logo boven dit venster is {} tot {},{} mm hoog",
                least / 10,
                most / 10,
                most % 10
            ),
            Self::NoLogo => write!(f, "`logo_hoogte`: er is geen `logo`"),
            Self::Stationery(key, error) => write!(f, "`briefpapier.{key}`: het bestand {error}"),
        }
    }
}

impl std::error::Error for LookError {}

impl Look {
    /// The look without a house style: the built-in fonts, dark blue, the window of a common envelope.
    #[must_use]
    pub fn built_in() -> Arc<Self> {
        static BUILT_IN: OnceLock<Arc<Look>> = OnceLock::new();
        let look = BUILT_IN.get_or_init(|| {
            Arc::new(Self::without_pictures(Fonts::built_in(), Colour::ACCENT, Window::default()))
        });
        Arc::clone(look)
    }

    /// The look of a house style with the contents of the files that it names.
    ///
    /// # Errors
    /// The colour has too little contrast, the window does not fit on the page, or a file cannot be used.
    pub fn new(style: &Huisstijl, files: HouseStyleFiles) -> Result<Self, LookError> {
        let accent = style.accentkleur.map_or(Ok(Colour::ACCENT), readable)?;
        let window = style.venster.as_ref().map_or(Ok(Window::default()), window)?;
        let fonts = match &files.fonts {
            Some(fonts) => {
                Arc::new(Fonts::own(fonts).map_err(|(weight, error)| LookError::Font(weight, error))?)
            }
            None => Fonts::built_in(),
        };
        let letterhead = letterhead(style, &files, window)?;
        Ok(Self { letterhead, ..Self::without_pictures(fonts, accent, window) })
    }

    /// The look without a house style, except for these pictures.
    #[must_use]
    pub fn with_letterhead(letterhead: Letterhead) -> Self {
        Self { letterhead, ..Self::without_pictures(Fonts::built_in(), Colour::ACCENT, Window::default()) }
    }

    fn without_pictures(fonts: Arc<Fonts>, accent: Colour, window: Window) -> Self {
        Self { fonts, accent, window, letterhead: Letterhead::default() }
    }
}

/// Refuses a colour that is not readable on white paper.
fn readable(Rgb(rgb): Rgb) -> Result<Colour, LookError> {
    let colour = Colour { rgb };
    let contrast = colour.contrast_with_white();
    if contrast < LEAST_CONTRAST { Err(LookError::Contrast { colour, contrast }) } else { Ok(colour) }
}

fn window(venster: &Venster) -> Result<Window, LookError> {
    let Venster { profiel, links, boven, breedte, hoogte } = *venster;
    let of_profile = profiel.map_or([None; 4], |profile| measures(profile).map(Some));
    let own = [links, boven, breedte, hoogte].map(|length| length.map(|length| length.0));
    let [left, top, width, height] = of_profile;
    let [own_left, own_top, own_width, own_height] = own;
    Window::new([own_left.or(left), own_top.or(top), own_width.or(width), own_height.or(height)])
        .map_err(LookError::Window)
}

/// Reads the pictures of a house style.
fn letterhead(style: &Huisstijl, files: &HouseStyleFiles, window: Window) -> Result<Letterhead, LookError> {
    let mut letterhead = Letterhead::default();
    match (&files.logo, style.logo_hoogte) {
        (None, None) => {}
        (None, Some(_)) => return Err(LookError::NoLogo),
        (Some(bytes), height) => {
            let (least, most) = Letterhead::logo_heights(window);
            let height = height.map_or(Letterhead::LOGO_HEIGHT, |height| height.0);
            if !(least..=most).contains(&height) {
                return Err(LookError::LogoHeight(least, most));
            }
            letterhead = letterhead.with_logo(bytes, height).map_err(LookError::Logo)?;
        }
    }
    let stationery = |key| move |error| LookError::Stationery(key, error);
    if let Some(bytes) = &files.first {
        letterhead = letterhead.with_first(bytes).map_err(stationery("eerste"))?;
    }
    if let Some(bytes) = &files.next {
        letterhead = letterhead.with_next(bytes).map_err(stationery("vervolg"))?;
    }
    Ok(letterhead)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accent(rgb: [u8; 3]) -> Result<Colour, String> {
        let style = Huisstijl { accentkleur: Some(Rgb(rgb)), ..Huisstijl::default() };
        let look = Look::new(&style, HouseStyleFiles::default());
        look.map(|look| look.accent).map_err(|error| error.to_string())
    }

    #[test]
    fn a_colour_that_cannot_be_read_is_refused_with_its_contrast() {
        assert_eq!(accent([0x76; 3]), Ok(Colour { rgb: [0x76; 3] }));
        let refused = accent([0x77; 3]).unwrap_err();
        assert!(refused.contains("#777777 met wit papier is 4,48 en moet minstens 4,5 zijn"), "{refused}");
        assert!(refused.ends_with("neem een donkerdere kleur"));
    }

    #[test]
    fn an_empty_house_style_gives_the_built_in_look() {
        let look = Look::new(&Huisstijl::default(), HouseStyleFiles::default()).unwrap();
        let built_in = Look::built_in();
        assert!(Arc::ptr_eq(&look.fonts, &built_in.fonts));
        assert_eq!((look.accent, look.window), (Colour::ACCENT, built_in.window));
    }
}
