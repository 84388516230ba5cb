//! Writes the target group: each condition with its outcome and the facts that were read to try it.

use super::fact::{self, Length};
use crate::decide::known::Known;
use crate::explain::subject::Subject;
use crate::markup::Writer;

/// The heads of the columns.
const HEADS: [&str; 4] = ["Voorwaarde", "Uitkomst", "Wat de regel zegt", "Feiten"];

/// Writes the table of conditions; nothing where none was tried.
pub(super) fn table(page: &mut Writer, subject: &Subject<'_>) {
    if subject.decision.doelgroep.is_empty() {
        return;
    }
    page.line("h3", "Doelgroep");
    page.line("p", "a en b zijn voorwaarden, u zijn uitsluitingen.");
    page.raw("<table class=\"doelgroep\">\n<thead>\n<tr>\n");
    for head in HEADS {
        page.raw("<th scope=\"col\">").text(head).close("th");
    }
    page.close("tr").close("thead").open("tbody");
    for tried in &subject.decision.doelgroep {
        let (class, outcome) = match tried.result {
            Known::Yes => ("ja", "voldaan"),
            Known::No => ("nee", "niet voldaan"),
            Known::Unknown => ("open", "onbekend"),
        };
        let row = subject.rule(tried.condition);
        page.open("tr");
        page.raw("<th scope=\"row\" data-kop=\"Voorwaarde\">").text(tried.condition.word()).close("th");
        page.raw("<td data-kop=\"Uitkomst\"><span class=\"uitkomst ").raw(class).raw("\">").text(outcome);
        page.raw("</span>").close("td");
        page.raw("<td data-kop=\"Wat de regel zegt\">").text(row.map_or("", |row| row.regel.as_str()));
        page.raw(" <span class=\"bron\">").text(row.map_or("", |row| row.vindplaats.as_str())).raw("</span>");
        page.close("td").raw("<td data-kop=\"Feiten\">\n");
        fact::list(page, &subject.tried(tried), Length::Full);
        page.close("td").close("tr");
    }
    page.close("tbody").close("table");
}
