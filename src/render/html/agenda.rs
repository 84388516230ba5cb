//! Writes the last days of a letter as links that put them into the calendar of the reader.
//!
//! The event is in the link itself (a `data:` URL that the browser saves as a file), so that nothing is asked from elsewhere.

use super::write::Html;
use crate::letter::document::{Document, TermEnd};
use crate::render::calendar::{Event, calendar};
use std::fmt::Write as _;

/// Writes a link for each term of a letter. A concept is no letter, so its days count for nobody.
pub(super) fn links(html: &mut Html, document: &Document) {
    if document.is_concept || document.terms.is_empty() {
        return;
    }
    html.raw("<ul class=\"agenda\">\n");
    for term in &document.terms {
        let (name, day) = (term.kind.dutch_name(), term.last_day.dutch());
        let file = format!("{name}-{}.ics", term.last_day).replace(' ', "-");
        html.raw("<li><a download=\"").text(&file).raw("\" href=\"").raw(&url(document, *term)).raw("\">");
        html.text(
            &format!("Zet in uw agenda: laatste dag {name}, {day}")
                .replace(&day, &day.replace(' ', "\u{A0}")),
        );
        html.raw("</a></li>\n");
    }
    html.close("ul");
}

/// The event as a URL. The copy for a gemachtigde has the event of the letter.
fn url(document: &Document, term: TermEnd) -> String {
    let stem = document.file_stem.trim_end_matches("_afschrift");
    let summary = format!("Laatste dag {}: {}", term.kind.dutch_name(), document.kenmerk);
    let event =
        Event { stem, term, stamp: &document.date_iso, summary: &summary, description: &document.title };
    let mut url = "data:text/calendar;charset=utf-8,".to_owned();
    for byte in calendar([event]).bytes() {
        // What RFC 3986, 2.3 calls unreserved; all others as their number.
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            url.push(char::from(byte));
        } else {
            let _ = write!(url, "%{byte:02X}");
        }
    }
    url
}
