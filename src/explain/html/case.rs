//! Writes one case: its outcome, what stands against it, its letters, rules, idle facts and target group.

use super::{fact, group, letter, rule};
use crate::decide::outcome::Outcome;
use crate::diagnostic::{Diagnostic, Severity};
use crate::explain::subject::Subject;
use crate::markup::Writer;
use crate::places::Origin;
use crate::words::RuleId;

/// Writes a case, which was read from this file and is the so manyth of the page.
pub(super) fn write(page: &mut Writer, subject: &Subject<'_>, file: &str, number: usize) {
    page.raw(&format!("<article id=\"z{number}\">\n<h2>Zaak "));
    page.text(subject.kenmerk().unwrap_or("zonder leesbaar kenmerk")).raw(": ");
    page.text(&subject.outcome_in_words()).close("h2");
    page.raw("<p class=\"bestand\">Zaakbestand ").text(file).raw("</p>\n");
    if subject.decision.afwijking {
        page.raw("<p class=\"letop\">Er is een afwijking vastgelegd: er is besloten tegen een tegenspraak in.</p>\n");
    }
    if let Some(proof) = subject.proof_in_words() {
        page.raw("<p>Bewijs van verblijf: ").text(proof).raw(".</p>\n");
    }
    match &subject.decision.outcome {
        Outcome::Refused(found) | Outcome::OfficerMustDecide(found) => findings(page, subject, found),
        Outcome::NoLetter => no_letter(page, subject),
        Outcome::Letters(case, plans) => {
            for (plan, words) in plans.iter().zip(subject.words) {
                letter::write(page, subject, (case, plan), words, number);
            }
        }
    }
    rule::list(page, subject, number);
    idle(page, subject);
    group::table(page, subject);
    page.close("article");
}

/// Writes the rules that say that no letter follows.
fn no_letter(page: &mut Writer, subject: &Subject<'_>) {
    page.line("h3", "Waarom er geen brief volgt").raw("<ul class=\"bevindingen\">\n");
    for row in subject.decision.no_letter.iter().filter_map(|rule| subject.rule(*rule)) {
        page.raw("<li>\n<p>").text(&row.regel).close("p").raw("<p class=\"bron\">");
        fact::path(page, row.id.word());
        page.close("p").close("li");
    }
    page.close("ul");
}

/// Writes what stands in the way of a letter.
fn findings(page: &mut Writer, subject: &Subject<'_>, found: &[Diagnostic]) {
    let asks = matches!(subject.decision.outcome, Outcome::OfficerMustDecide(_));
    page.line(
        "h3",
        if asks { "Wat een ambtenaar eerst moet beslissen" } else { "Waarom er geen brief kan zijn" },
    );
    page.raw("<ul class=\"bevindingen\">\n");
    found.iter().for_each(|finding| one_finding(page, subject, finding));
    page.close("ul");
}

fn one_finding(page: &mut Writer, subject: &Subject<'_>, finding: &Diagnostic) {
    let word = match finding.code.severity() {
        Severity::Fout => "fout",
        Severity::Vraag => "vraag",
    };
    page.raw("<li>\n<p><strong>").text(word).raw(" ").text(finding.code.as_str()).raw("</strong> ");
    fact::sentence(page, &finding.message);
    page.close("p");
    if let Some(hint) = &finding.hint {
        page.raw("<p>Hulp: ");
        fact::sentence(page, hint);
        page.close("p");
    }
    if !finding.paths.is_empty() {
        page.raw("<ul class=\"feiten\">\n");
        for (place, path) in finding.paths.iter().enumerate() {
            page.raw("<li>");
            fact::path(page, if path.is_empty() { "het bestand" } else { path });
            match finding.origin(place, &subject.reading.places) {
                Some(Origin::File(at)) => {
                    page.raw(&format!(" <span class=\"plek\">regel {}</span>", at.line))
                }
                Some(Origin::Option(option)) => {
                    page.raw(" <span class=\"plek\">uit ").text(option).raw("</span>")
                }
                None => page,
            };
            page.close("li");
        }
        page.close("ul");
    }
    if let Some(rule) = finding.rule {
        page.raw("<p class=\"bron\">Regel ");
        fact::path(page, RuleId::word(rule));
        page.close("p");
    }
    page.close("li");
}

/// Writes the facts that count for nothing.
fn idle(page: &mut Writer, subject: &Subject<'_>) {
    let facts = subject.idle();
    if facts.is_empty() {
        return;
    }
    page.line("h3", "Feiten die hier niet tellen").raw("<ul class=\"feiten\">\n");
    for idle in facts {
        page.raw("<li>");
        fact::path(page, &idle.path);
        if let Some(line) = idle.line {
            page.raw(&format!(" <span class=\"plek\">regel {line}</span>"));
        }
        page.raw(" ");
        fact::sentence(page, idle.reason);
        page.close("li");
    }
    page.close("ul");
}
