//! Step 1 of deciding: a fact that contradicts the file itself, the person or the outcome of the step.

use super::findings::{Findings, View};
use super::known::Known;
use crate::case::country::Nationality;
use crate::case::model::{Adres, Geboortedatum, Stap, UitkomstStickerlocatie, UitkomstTriage, Wijze};
use crate::diagnostic::{Code, Diagnostic};
use crate::law::date::Date;

/// Everything of step 1.
pub(super) fn check(view: &View<'_>, findings: &mut Findings) {
    protection_in_force(view, findings);
    dates(view, findings);
    person(view, findings);
    match &view.case.stap {
        Stap::Stickerlocatie(step) if step.uitkomst == UitkomstStickerlocatie::Toekenning => {
            exclusions(view, findings, "een toekenning");
            outside_the_group(view, findings);
        }
        Stap::Triage(step) if step.uitkomst == UitkomstTriage::Positief => {
            exclusions(view, findings, "een positieve triage");
        }
        Stap::Grens(step) => super::grens::contradictions(view, step, findings),
        Stap::NietGemeld(_) => super::niet_gemeld::appointment_made(view, findings),
        Stap::Herbeoordeling(step) => super::herbeoordeling::date_contradictions(view, step, findings),
        _ => {}
    }
}

/// RTB must be in force on the day of bekendmaking (letters.md section 6); no afwijking cures it.
fn protection_in_force(view: &View<'_>, findings: &mut Findings) {
    findings.trace.used("rtb.in_werking", ["bekendmaking.datum"]);
    if view.book.rtb().in_force(view.made_known()) {
        return;
    }
    findings.refuse(
        Diagnostic::new(
            Code::NoProtectionInForce,
            "Op de dag van bekendmaking geldt de Richtlijn Tijdelijke Bescherming niet.",
            ["bekendmaking.datum"],
        )
        .with_rule("rtb.in_werking")
        .with_hint("`rtbrief regels` noemt de perioden waarin de richtlijn geldt"),
    );
}

/// Two dates of which the first may not come after the second.
pub(super) fn not_after(
    findings: &mut Findings,
    first: (&str, Date),
    second: (&str, Date),
    rule: &str,
    message: &str,
) {
    if first.1 > second.1 {
        findings.refuse(
            Diagnostic::new(Code::DatesContradict, message, [first.0, second.0])
                .with_rule(rule)
                .with_detail(format!("{} is later dan {}", first.1.dutch(), second.1.dutch())),
        );
    }
}

fn dates(view: &View<'_>, findings: &mut Findings) {
    let case = view.case;
    let known = ("bekendmaking.datum", view.made_known());
    if let Some(dated) = case.zaak.dagtekening {
        let message = "De dagtekening ligt na de dag van bekendmaking.";
        not_after(findings, ("zaak.dagtekening", dated), known, "datum.dagtekening", message);
    }
    let decided = (case.decision_day_path(), view.decision_day());
    let message = "De stap vond plaats na de dag van het besluit.";
    not_after(findings, ("stap.datum", case.stap.datum()), decided, "datum.stap", message);
    if let Geboortedatum::Day(born) = case.vreemdeling.geboortedatum {
        let message = "De geboortedatum ligt na de dag van bekendmaking.";
        not_after(findings, ("vreemdeling.geboortedatum", born), known, "datum.geboorte", message);
    }
    if let Some(stay) = &case.feiten.verblijf_buiten_nederland
        && let Some(until) = stay.tot
    {
        let from = ("feiten.verblijf_buiten_nederland.van", stay.van);
        let until = ("feiten.verblijf_buiten_nederland.tot", until);
        let message = "Het verblijf buiten Nederland eindigt voordat het begint.";
        not_after(findings, from, until, "datum.verblijf_buiten_nederland", message);
    }
}

/// A minor is addressed through a legal representative, an adult is not; who has no known address can
/// only be handed the letter.
fn person(view: &View<'_>, findings: &mut Findings) {
    const BORN: &str = "vreemdeling.geboortedatum";
    const ACTS: &str = "vreemdeling.wettelijk_vertegenwoordiger";
    const DECLARED: &str = "vreemdeling.meerderjarig";
    let person = &view.case.vreemdeling;
    let represented = person.wettelijk_vertegenwoordiger.is_some();
    match view.person.minor() {
        Known::Yes if !represented => findings.refuse(
            Diagnostic::new(
                Code::Missing,
                "De vreemdeling is op de dag van bekendmaking nog geen 18 jaar; de wettelijk vertegenwoordiger ontbreekt.",
                [ACTS, BORN],
            )
            .with_rule("persoon.minderjarig")
            .with_hint("voeg toe: `wettelijk_vertegenwoordiger: {naam: …, hoedanigheid: ouder}` (of `voogd`)"),
        ),
        Known::No if represented => findings.refuse(
            Diagnostic::new(
                Code::PersonContradicts,
                "De vreemdeling is op de dag van bekendmaking 18 jaar of ouder en heeft toch een wettelijk vertegenwoordiger.",
                [ACTS, BORN],
            )
            .with_rule("persoon.minderjarig")
            .with_hint("een meerderjarige krijgt de brief zelf; een gemachtigde krijgt een afschrift"),
        ),
        _ => {}
    }
    if let (Some(adult), Known::Yes | Known::No) = (person.meerderjarig, view.person.minor_by_birth())
        && Known::from(!adult) != view.person.minor_by_birth()
    {
        let message = "`meerderjarig` past niet bij de geboortedatum.";
        findings.refuse(
            Diagnostic::new(Code::PersonContradicts, message, [DECLARED, BORN])
                .with_rule("persoon.minderjarig"),
        );
    }
    let place = |test: fn(&Nationality) -> bool| {
        let index = person.nationaliteiten.iter().position(test);
        index.map(|i| format!("vreemdeling.nationaliteiten[{i}]"))
    };
    let stateless = place(|n| *n == Nationality::Stateless);
    if let Some((stateless, national)) = stateless.zip(place(|n| matches!(n, Nationality::Of(_)))) {
        let message = "Wie staatloos is, heeft geen nationaliteit; hier staat allebei.";
        findings.refuse(
            Diagnostic::new(Code::PersonContradicts, message, [stateless, national])
                .with_rule("persoon.staatloos"),
        );
    }
    if person.adres == Adres::Unknown && view.case.bekendmaking.wijze == Wijze::Toezending {
        findings.refuse(
            Diagnostic::new(
                Code::AddressContradicts,
                "Het adres is onbekend, dus de brief kan alleen worden uitgereikt.",
                ["bekendmaking.wijze", "vreemdeling.adres"],
            )
            .with_rule("bekendmaking.adres"),
        );
    }
}

/// An exclusion that is met contradicts a grant. `u1` beside a family tie is a question (step 4); the
/// limit of 27 November 2021 is hard (WI H1, fn. 7).
fn exclusions(view: &View<'_>, findings: &mut Findings, outcome: &str) {
    const FACTS: &[(&str, &[&str], &str)] = &[
        (
            "u1",
            &["feiten.verblijfsrecht_oekraine.soort", "vreemdeling.nationaliteiten"],
            "een derdelander met een tijdelijk Oekraïens verblijfsrecht valt niet onder de richtlijn",
        ),
        (
            "u2",
            &["feiten.vertrek_uit_oekraine", "feiten.in_nederland_sinds"],
            "wie vóór 27 november 2021 buiten Oekraïne en niet in Nederland verbleef, valt niet onder de richtlijn",
        ),
        (
            "u3",
            &["feiten.alleen_inreisstempel"],
            "wie alleen voor een inreisstempel terugging, valt niet onder de richtlijn",
        ),
        ("u4", &["feiten.asielstatus_elders"], "de vreemdeling heeft een asielvergunning in een ander land"),
        ("u5", &["vreemdeling.nationaliteiten"], "de vreemdeling heeft de nationaliteit van een EU-lidstaat"),
    ];
    for (id, facts, reason) in FACTS {
        if !view.group.result(id).is_yes() || (*id == "u1" && family_met(view)) {
            continue;
        }
        let present = facts
            .iter()
            .filter(|f| **f != "feiten.in_nederland_sinds" || view.case.feiten.in_nederland_sinds.is_some());
        let paths = std::iter::once("stap.uitkomst").chain(present.copied());
        let finding = Diagnostic::new(
            Code::OutcomeContradicted,
            format!("De feiten spreken {outcome} tegen: {reason}."),
            paths,
        )
        .with_rule(format!("doelgroep.{id}"));
        if *id == "u2" {
            findings.refuse(finding.with_hint("van deze datum wordt nooit afgeweken (WI H1, voetnoot 7)"));
        } else {
            findings.contradict(
                finding
                    .with_hint("klopt het besluit toch, leg dan een `afwijking` vast met reden en akkoord"),
            );
        }
    }
}

/// The person meets a family condition.
pub(super) fn family_met(view: &View<'_>) -> bool {
    view.group.first_met(&["b1", "b2", "b3"]).is_some()
}

/// Every condition of the target group is known and none is met.
fn outside_the_group(view: &View<'_>, findings: &mut Findings) {
    let ids = ["a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3"];
    if ids.iter().all(|id| view.group.result(id) == Known::No) {
        let message =
            "De feiten spreken een toekenning tegen: geen enkele voorwaarde van de doelgroep is vervuld.";
        findings.contradict(
            Diagnostic::new(
                Code::OutcomeContradicted,
                message,
                ["stap.uitkomst", "vreemdeling.nationaliteiten"],
            )
            .with_rule("stickerlocatie.toekenning"),
        );
    }
}
