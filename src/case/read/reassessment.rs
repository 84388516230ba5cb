//! `soort: herbeoordeling`: voornemen, zienswijze, gehoor, besluit (WI H6).

use super::ground::grounds;
use super::keys;
use super::reader::{Block, Reader};
use super::scalar::{boolean, date, word};
use super::step::return_facts;
use super::text::{line, prose};
use crate::case::model::{
    AanvullendVoornemen, Asielbesluit, Fase, Gehoor, Herbeoordeling, Melding, Voornemen, Zienswijze,
};
use crate::diagnostic::{Code, Diagnostic};

/// The keys of `asielbesluit` that say that it is taken.
const TAKEN_KEYS: [&str; 5] = ["kenmerk", "datum", "terugkeerbesluit", "inreisverbod", "signalering"];

/// The step.
pub(super) fn read(reader: &mut Reader, block: &Block<'_>) -> Option<Herbeoordeling> {
    let fase = block.required(reader, "fase", word(Fase::from_word, Fase::WORDS));
    let datum = block.required(reader, "datum", date);
    let melding = melding(reader, block);
    let voldoet_niet_sinds = block.optional(reader, "voldoet_niet_sinds", date);
    let ingangsdatum = block.optional(reader, "ingangsdatum", date);
    let gronden = grounds(reader, block, true);
    let needs_voornemen = matches!(fase, Some(Fase::Besluit | Fase::AanvullendVoornemen));
    let voornemen = voornemen(reader, block, needs_voornemen);
    let zienswijze = zienswijze(reader, block);
    let aanvullend_voornemen = aanvullend_voornemen(reader, block);
    let gehoor = gehoor(reader, block);
    let asielbesluit = asielbesluit(reader, block);
    let terugkeer = return_facts(reader, block);
    if needs_voornemen && voornemen.is_none() {
        return None;
    }
    Some(Herbeoordeling {
        fase: fase?,
        datum: datum?,
        melding,
        voldoet_niet_sinds,
        ingangsdatum,
        gronden: gronden?,
        voornemen,
        zienswijze,
        aanvullend_voornemen,
        gehoor,
        asielbesluit,
        terugkeer,
    })
}

fn melding(reader: &mut Reader, step: &Block<'_>) -> Option<Melding> {
    let block = step.optional_block(reader, "melding", &keys::MELDING)?;
    let van = block.required(reader, "van", line);
    let datum = block.required(reader, "datum", date);
    Some(Melding { van: van?, datum: datum? })
}

/// `voornemen`; the later phases cannot do without its date.
fn voornemen(reader: &mut Reader, step: &Block<'_>, required: bool) -> Option<Voornemen> {
    let block = if required {
        step.required_block(reader, "voornemen", &keys::VOORNEMEN)
    } else {
        step.optional_block(reader, "voornemen", &keys::VOORNEMEN)?
    };
    let datum = block.required(reader, "datum", date);
    Some(Voornemen { datum: datum? })
}

fn zienswijze(reader: &mut Reader, parent: &Block<'_>) -> Option<Zienswijze> {
    let block = parent.optional_block(reader, "zienswijze", &keys::ZIENSWIJZE)?;
    let ontvangen = block.required(reader, "ontvangen", date);
    let samenvatting = block.optional(reader, "samenvatting", prose);
    let reactie = block.optional(reader, "reactie", prose);
    let leidt_tot_ander_oordeel = block.optional(reader, "leidt_tot_ander_oordeel", boolean);
    Some(Zienswijze { ontvangen: ontvangen?, samenvatting, reactie, leidt_tot_ander_oordeel })
}

fn aanvullend_voornemen(reader: &mut Reader, step: &Block<'_>) -> Option<AanvullendVoornemen> {
    let block = step.optional_block(reader, "aanvullend_voornemen", &keys::AANVULLEND_VOORNEMEN)?;
    let datum = block.required(reader, "datum", date);
    let zienswijze = zienswijze(reader, &block);
    Some(AanvullendVoornemen { datum: datum?, zienswijze })
}

fn gehoor(reader: &mut Reader, step: &Block<'_>) -> Option<Gehoor> {
    let block = step.optional_block(reader, "gehoor", &keys::GEHOOR)?;
    let datum = block.required(reader, "datum", date);
    let nieuwe_verklaringen = block.optional(reader, "nieuwe_verklaringen", boolean);
    let aanleiding = block.optional(reader, "aanleiding", prose);
    let samenvatting = block.optional(reader, "samenvatting", prose);
    Some(Gehoor { datum: datum?, nieuwe_verklaringen, aanleiding, samenvatting })
}

/// `asielbesluit`: taken, or `volgt_later`; both at once contradict each other.
fn asielbesluit(reader: &mut Reader, step: &Block<'_>) -> Option<Asielbesluit> {
    let block = step.optional_block(reader, "asielbesluit", &keys::ASIELBESLUIT)?;
    let later = block.optional(reader, "volgt_later", boolean);
    let reden = block.optional(reader, "reden", prose);
    if later == Some(true) {
        contradictions(reader, &block, &TAKEN_KEYS);
        return Some(Asielbesluit::Later { reden });
    }
    if block.get("volgt_later").is_some() && later.is_none() {
        return None;
    }
    if block.get("reden").is_some() {
        let message = "`reden` hoort alleen bij een asielbesluit dat later volgt.";
        let finding = Diagnostic::new(Code::AsylumDecisionContradicts, message, [block.path_of("reden")]);
        reader.diagnostics.push(finding.with_hint("Zet er `volgt_later: true` bij, of haal `reden` weg."));
    }
    let kenmerk = block.required(reader, "kenmerk", line);
    let datum = block.required(reader, "datum", date);
    let terugkeerbesluit = block.optional(reader, "terugkeerbesluit", boolean);
    let inreisverbod = block.optional(reader, "inreisverbod", boolean);
    let signalering = block.optional(reader, "signalering", boolean);
    Some(Asielbesluit::Taken {
        kenmerk: kenmerk?,
        datum: datum?,
        terugkeerbesluit,
        inreisverbod,
        signalering,
    })
}

fn contradictions(reader: &mut Reader, block: &Block<'_>, keys: &[&str]) {
    let written: Vec<String> =
        keys.iter().filter(|key| block.get(key).is_some()).map(|key| block.path_of(key)).collect();
    if written.is_empty() {
        return;
    }
    let message = "Een asielbesluit dat later volgt, kan nog niet genomen zijn.";
    let paths = std::iter::once(block.path_of("volgt_later")).chain(written);
    let finding = Diagnostic::new(Code::AsylumDecisionContradicts, message, paths);
    reader
        .diagnostics
        .push(finding.with_hint("Houd `volgt_later` met `reden`, of de gegevens van het besluit."));
}
