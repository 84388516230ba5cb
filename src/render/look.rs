//! The look of a letter: fonts, accent colour and address window of the organisation that sends it.
//!
//! Prepared once for a run and then only read, so that thousands of letters on many threads share it. What
//! every PDF begins with is kept here: it holds the fonts and whatever else the letters have in common.

use super::colour::Colour;
use super::font::{Fonts, Tier};
use super::pdf::picture::letterhead::Letterhead;
use super::pdf::shared::Shared;
use super::pdf::window::Window;
use std::sync::{Arc, OnceLock};

/// How the letters of an organisation look.
pub struct Look {
    /// The fonts.
    pub fonts: Arc<Fonts>,
    /// The colour of the name, of headings and of the rule in the running header; black when absent.
    pub accent: Option<Colour>,
    /// Where the envelope shows the address.
    pub window: Window,
    /// Logo and stationery.
    pub letterhead: Letterhead,
    shared: [OnceLock<Shared>; 2],
}

impl Look {
    /// The look without a house style: the built-in fonts, black, the window of a usual envelope.
    #[must_use]
    pub fn built_in() -> Arc<Self> {
        static BUILT_IN: OnceLock<Arc<Look>> = OnceLock::new();
        Arc::clone(BUILT_IN.get_or_init(|| Arc::new(Self::of(Fonts::built_in(), None, Window::default()))))
    }

    /// The look without a house style, but for its pictures.
    #[must_use]
    pub fn with_letterhead(letterhead: Letterhead) -> Self {
        Self { letterhead, ..Self::of(Fonts::built_in(), None, Window::default()) }
    }

    fn of(fonts: Arc<Fonts>, accent: Option<Colour>, window: Window) -> Self {
        Self {
            fonts,
            accent,
            window,
            letterhead: Letterhead::default(),
            shared: [const { OnceLock::new() }; 2],
        }
    }

    /// The objects that every PDF with a tier of the fonts begins with; made at the first letter.
    pub(crate) fn shared(&self, tier: Tier) -> &Shared {
        self.shared[tier as usize].get_or_init(|| Shared::new(self, tier))
    }
}
