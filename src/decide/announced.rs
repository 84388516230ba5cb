//! A besluit goes no further than its last voornemen said (docs/spec/letters.md section 2.5; Awb 4:8).

use super::case_view::CaseView;
use super::findings::{Finding, Findings};
use super::ground_days;
use crate::case::model::{AanvullendVoornemen, Grond, Herbeoordeling, Voornemen};
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::words::{Ending, Fact, GroundId, Rule};

/// What the last voornemen said, as far as the case records it.
struct Announced<'a> {
    made_known: (Date, Fact),
    grounds: (&'a [GroundId], Fact),
    ending: (Option<Ending>, Fact),
    effective: (Option<Date>, Fact),
}

fn last(step: &Herbeoordeling) -> Option<Announced<'_>> {
    match (&step.aanvullend_voornemen, &step.voornemen) {
        (Some(further), _) => Some(Announced {
            made_known: (further.datum, AanvullendVoornemen::datum),
            grounds: (&further.gronden, AanvullendVoornemen::gronden),
            ending: (further.soort, AanvullendVoornemen::soort),
            effective: (further.ingangsdatum, AanvullendVoornemen::ingangsdatum),
        }),
        (None, Some(first)) => Some(Announced {
            made_known: (first.datum, Voornemen::datum),
            grounds: (&first.gronden, Voornemen::gronden),
            ending: (first.soort, Voornemen::soort),
            effective: (first.ingangsdatum, Voornemen::ingangsdatum),
        }),
        (None, None) => None,
    }
}

/// A besluit without any voornemen: only the person's own request needs none (Awb 4:8).
fn without_voornemen(step: &Herbeoordeling, findings: &mut Findings<'_>) {
    if step.own_request() {
        return;
    }
    let message = "Een besluit vraagt een voornemen dat al bekend is gemaakt; dat staat er niet bij.";
    let facts = [Voornemen::datum, Herbeoordeling::fase];
    let finding = Finding::new(Rule::HerbeoordelingBesluit, Code::LetterUnfit, message, facts);
    let hint = "Vul `voornemen: {datum: …}` in, of maak eerst het voornemen bekend (`fase: voornemen`).";
    findings.refuse(finding.with_hint(hint).filled_by(Voornemen::datum));
}

/// Stage 3: a ground, a kind or retroactive effect that the last voornemen did not announce, or could not: it is of a
/// later day.
pub(super) fn check(
    view: &CaseView<'_>,
    step: &Herbeoordeling,
    ending: Option<Ending>,
    findings: &mut Findings<'_>,
) {
    let Some(announced) = last(step) else { return without_voornemen(step, findings) };
    let mut refuse = |message: &str, facts: [Fact; 2]| {
        let finding = Finding::new(Rule::HerbeoordelingBinnenVoornemen, Code::LetterUnfit, message, facts);
        findings.refuse(finding.with_hint("Maak eerst een nieuw voornemen bekend (`fase: voornemen`, zonder de sleutel `voornemen`), of na een gehoor een aanvullend voornemen."));
    };
    let (said_on, fact) = announced.made_known;
    for (later, day) in ground_days::all(view, step).filter(|(_, day)| *day > said_on) {
        let message = format!("Deze grond is er pas vanaf {}, na het laatste voornemen.", day.dutch());
        refuse(&message, [later, fact]);
    }
    if step.voldoet_niet_sinds.is_some_and(|since| since > said_on) {
        let message = "De vreemdeling voldoet pas na het laatste voornemen niet meer.";
        refuse(message, [Herbeoordeling::voldoet_niet_sinds, fact]);
    }
    let (grounds, fact) = announced.grounds;
    let recorded = !grounds.is_empty();
    for (item, ground) in step.gronden.iter().enumerate() {
        if recorded && !grounds.contains(&ground.grond) {
            refuse("Deze grond stond niet in het laatste voornemen.", [Grond::grond.at(item), fact]);
        }
    }
    if let (Some(said), fact) = announced.ending
        && ending.is_some_and(|ending| ending != said)
    {
        let message = "Het laatste voornemen kondigde iets anders aan (intrekking of beëindiging).";
        refuse(message, [Herbeoordeling::voldoet_niet_sinds, fact]);
    }
    let (_, decided) = view.decided();
    let Some(effective) = step.ingangsdatum.filter(|day| *day < decided) else { return };
    match announced.effective {
        (Some(said), fact) if effective < said => {
            let message = "Het besluit werkt verder terug dan het laatste voornemen aankondigde.";
            refuse(message, [Herbeoordeling::ingangsdatum, fact]);
        }
        (None, _) if recorded => {
            let message = "Het laatste voornemen kondigde geen terugwerkende kracht aan.";
            refuse(message, [Herbeoordeling::ingangsdatum, fact]);
        }
        _ => {}
    }
}
