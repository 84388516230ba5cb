//! Writes rules: in full in the list of a case, in brief beside a block.

use super::fact::{self, Length};
use crate::explain::rules::{By, Used, open_status, source, used};
use crate::explain::subject::Subject;
use crate::law::row::{Bron, Provenance};
use crate::markup::Writer;
use crate::words::RuleId;

/// Where the rule stands in the list of its case.
fn anchor(case: usize, rule: RuleId) -> String {
    format!("z{case}-{}", rule.word())
}

/// Writes the rules of a block, each with its source and a link to where it is told in full.
pub(super) fn beside(page: &mut Writer, case: usize, rows: &[&Provenance]) {
    if rows.is_empty() {
        return;
    }
    page.raw("<ul class=\"regels\">\n");
    for row in rows {
        page.raw("<li><a href=\"#").text(&anchor(case, row.id)).raw("\">");
        fact::path(page, row.id.word());
        page.raw("</a>");
        status(page, row);
        page.raw(" <span class=\"bron\">").text(&source(row)).raw("</span>").close("li");
    }
    page.close("ul");
}

/// Writes whether a rule is settled.
fn status(page: &mut Writer, row: &Provenance) {
    match open_status(row.status) {
        None => page.raw(" <span class=\"status\">vast</span>"),
        Some(needs) => page.raw(" <span class=\"status open\">").text(needs).raw("</span>"),
    };
}

/// Writes all rules of a case in full: those of the decision, then those of the words alone.
pub(super) fn list(page: &mut Writer, subject: &Subject<'_>, case: usize) {
    let rules = used(subject);
    if rules.is_empty() {
        return;
    }
    page.line("h3", "Regels");
    for (by, heading) in
        [(By::Decision, "Van het besluit"), (By::Words, "Alleen van de woorden van de brief")]
    {
        let rules: Vec<&Used<'_>> = rules.iter().filter(|rule| rule.by == by).collect();
        if rules.is_empty() {
            continue;
        }
        page.line("h4", heading).raw("<ul class=\"volledig\">\n");
        rules.iter().for_each(|rule| in_full(page, rule, case));
        page.close("ul");
    }
}

fn in_full(page: &mut Writer, rule: &Used<'_>, case: usize) {
    let row = rule.row;
    page.raw("<li id=\"").text(&anchor(case, row.id)).raw("\">\n<p class=\"naam\">");
    fact::path(page, row.id.word());
    status(page, row);
    page.close("p").raw("<p>");
    fact::sentence(page, &row.regel);
    page.close("p");
    page.raw("<p class=\"bron\">").text(&source(row)).raw(".");
    if let Some(version) = row.versie.as_ref().filter(|_| row.bron == Bron::Wi) {
        page.raw(" Versie ").text(version).raw(".");
    }
    if let Some(url) = &row.url {
        page.raw(" <a href=\"").text(url).raw("\">Tekst van ").text(row.id.word()).raw("</a>");
    }
    page.close("p");
    if let Some(note) = &row.toelichting {
        page.raw("<p><b>Let op</b>: ");
        fact::sentence(page, note);
        page.close("p");
    }
    fact::list(page, &rule.facts, Length::Full);
    page.close("li");
}
