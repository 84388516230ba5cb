//! What follows from a case: the letters with their last days, or why there are none.

use super::dossier::Dossier;
use super::screen::Screen;
use crate::decide::outcome::Outcome;

/// Shows what follows from a case as far as it is.
pub fn show(dossier: &Dossier<'_>, screen: &mut Screen<'_, '_>) {
    let assessed = dossier.assessed();
    match &assessed.decision.outcome {
        Outcome::Letters(..) => letters(dossier, screen),
        Outcome::NoLetter => {
            screen.say("De zaak is in orde. Er volgt geen brief:");
            for rule in assessed.decision.no_letter.iter().filter_map(|id| dossier.rule(*id)) {
                screen.say_after("   ", &rule.regel);
            }
        }
        Outcome::Refused(open) | Outcome::OfficerMustDecide(open) => {
            screen.say("De zaak is nog niet af. Dit staat nog open:");
            for finding in open {
                screen.say_after("   - ", &finding.message);
            }
        }
    }
}

fn letters(dossier: &Dossier<'_>, screen: &mut Screen<'_, '_>) {
    let letters = &dossier.assessed().letters;
    let originals: Vec<_> = letters.iter().filter(|letter| !letter.is_copy).collect();
    let one = originals.len() == 1;
    screen.say(&format!(
        "De zaak is in orde. Hieruit {}:",
        if one { "volgt deze brief" } else { "volgen deze brieven" }
    ));
    for letter in originals {
        screen.say_after("   - ", &letter.title);
        for term in &letter.terms {
            let words = format!("{}: uiterlijk {}", term.kind.dutch_name(), term.last_day.dutch_long());
            screen.say_after("       ", &words);
        }
    }
    let copies = letters.iter().filter(|letter| letter.is_copy).count();
    if copies > 0 {
        screen.say_after("   ", "De gemachtigde krijgt een afschrift.");
    }
}
