//! Text as it is drawn: accents composed, one kind of space, no soft hyphens of its own.

use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// The text in composed form, tabs and line ends as spaces, without soft hyphens.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !text.contains(['\n', '\r', '\t']) || is_plain(text) {
        return Cow::Borrowed(text);
    }
    let text = text.nfc().filter(|&c| c != '\u{AD}');
    Cow::Owned(text.map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }).collect())
}

fn is_plain(text: &str) -> bool {
    is_nfc(text) && !text.contains(['\n', '\r', '\t', '\u{AD}'])
}
