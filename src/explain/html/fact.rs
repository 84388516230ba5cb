//! Writes facts: path, value and the line of the case file.

use crate::explain::shown::Shown;
use crate::markup::Writer;

/// How much of a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    /// All of it.
    Full,
    /// Of a long value its beginning: the words stand beside it.
    Brief,
}

/// Writes facts as a list, and then the paths of those that the case does not have; nothing for no facts.
pub(super) fn list(page: &mut Writer, facts: &[Shown], length: Length) {
    let (known, absent): (Vec<&Shown>, Vec<&Shown>) = facts.iter().partition(|fact| fact.value.is_some());
    if !known.is_empty() {
        page.raw("<ul class=\"feiten\">\n");
        known.iter().for_each(|fact| one(page, fact, length));
        page.close("ul");
    }
    if !absent.is_empty() {
        page.raw("<p class=\"afwezig\">Niet in de zaak: ");
        for (place, fact) in absent.iter().enumerate() {
            page.raw(if place > 0 { ", " } else { "" });
            path(page, &fact.path);
        }
        page.close("p");
    }
}

fn one(page: &mut Writer, fact: &Shown, length: Length) {
    let value = match length {
        Length::Full => fact.value_in_full(),
        Length::Brief => fact.value_in_brief(),
    };
    page.raw("<li>");
    path(page, &fact.path);
    page.raw(" <b>").text(&value).raw("</b>");
    if let Some(source) = fact.source() {
        page.raw(" <span class=\"plek\">").text(&source).raw("</span>");
    }
    page.close("li");
}

/// Writes a path, which may break behind its dots on a narrow screen.
pub(super) fn path(page: &mut Writer, path: &str) {
    page.raw("<code>");
    for (place, part) in path.split_inclusive('.').enumerate() {
        page.raw(if place > 0 { "<wbr>" } else { "" }).text(part);
    }
    page.raw("</code>");
}

/// Writes a sentence of the program, in which backquotes stand around what an officer types.
pub(super) fn sentence(page: &mut Writer, words: &str) {
    for (place, part) in words.split('`').enumerate() {
        if place % 2 == 0 {
            page.text(part);
        } else {
            page.raw("<code>").text(part).raw("</code>");
        }
    }
}
