//! `nader_onderzoek` at the stickerlocatie: the term for the sticker is suspended, Awb 4:15 lid 1,
//! limb a (supplement) or b (a foreign authority was asked).

use super::draft::Clause;
use super::findings::{Findings, View};
use crate::case::model::{GrondOpschorting, Opschorting, Stickerlocatie};
use crate::diagnostic::{Code, Diagnostic};

/// The id of the rule of a limb.
pub(super) fn rule(limb: GrondOpschorting) -> &'static str {
    match limb {
        GrondOpschorting::Aanvulling => "opschorting.aanvulling",
        GrondOpschorting::InformatieBuitenland => "opschorting.informatie_buitenland",
    }
}

/// Step 3: the officer's words, what is asked and until when, or who was asked.
pub(super) fn check(view: &View<'_>, step: &Stickerlocatie, findings: &mut Findings) {
    let Some(given) = &step.opschorting else { return };
    let base = "stickerlocatie.nader_onderzoek";
    if given.motivering.is_none() {
        findings.text_missing("stap.opschorting.motivering", base, "De motivering van het nader onderzoek");
    }
    match given.grond {
        Some(GrondOpschorting::Aanvulling) => supplement(view, given, findings),
        Some(limb @ GrondOpschorting::InformatieBuitenland) if given.instantie.is_none() => {
            findings.text_missing(
                "stap.opschorting.instantie",
                rule(limb),
                "De naam van de buitenlandse instantie",
            );
        }
        _ => {}
    }
}

fn supplement(view: &View<'_>, given: &Opschorting, findings: &mut Findings) {
    const UNTIL: &str = "stap.opschorting.uiterlijk";
    let limb = rule(GrondOpschorting::Aanvulling);
    if given.gevraagd.is_none() {
        findings.text_missing("stap.opschorting.gevraagd", limb, "Wat de vreemdeling moet aanvullen");
    }
    match given.uiterlijk {
        None => findings.refuse(
            Diagnostic::new(
                Code::Missing,
                "De uiterste dag voor de aanvulling ontbreekt (`uiterlijk`).",
                [UNTIL],
            )
            .with_rule(limb),
        ),
        Some(day) if day <= view.made_known() => findings.refuse(
            Diagnostic::new(
                Code::DatesContradict,
                "De uiterste dag voor de aanvulling ligt niet na de dag van bekendmaking.",
                [UNTIL, "bekendmaking.datum"],
            )
            .with_rule(limb),
        ),
        Some(_) => {}
    }
}

/// Step 4: which limb.
pub(super) fn questions(step: &Stickerlocatie, findings: &mut Findings) {
    if step.opschorting.as_ref().and_then(|o| o.grond).is_none() {
        findings.ask_fact_within(
            &[Clause::Opschorting],
            "stap.opschorting.grond",
            "stickerlocatie.nader_onderzoek",
            "Waarom wordt opgeschort: moet de vreemdeling aanvullen (`aanvulling`), of is in het buitenland informatie gevraagd (`informatie_buitenland`)?",
        );
    }
}
