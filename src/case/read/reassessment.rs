//! Reads the step `herbeoordeling`: voornemen, zienswijze, gehoor, besluit (WI H6).

use super::date::date;
use super::ground::grounds;
use super::needs::needs;
use super::reader::{Block, Reader};
use super::scalar::{boolean, word};
use super::step::{answers, return_facts};
use super::text::{line, prose};
use crate::case::model::{
    AanvullendVoornemen, Asielbesluit, Demand, Ending, Fase, Gehoor, GroundId, Herbeoordeling, Melding,
    SoortStap, Voornemen, Zienswijze, ZienswijzeRecord,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::words::Fact;
use crate::yaml::{Node, Value};

/// Reads the step; `None` when a required value is missing or wrong.
pub(super) fn read(reader: &mut Reader, block: &Block<'_>) -> Option<Herbeoordeling> {
    let fase = block.required(reader, Herbeoordeling::fase, word(Fase::from_word, Fase::WORDS));
    let datum = block.required(reader, Herbeoordeling::datum, date);
    let melding = melding(reader, block);
    let voldoet_niet_sinds = block.optional(reader, Herbeoordeling::voldoet_niet_sinds, date);
    let ingangsdatum = block.optional(reader, Herbeoordeling::ingangsdatum, date);
    let gronden = grounds(reader, block, SoortStap::Herbeoordeling);
    let demands = Demand::of_step(SoortStap::Herbeoordeling);
    let needs_voornemen = needs(block, demands, Herbeoordeling::voornemen);
    let voornemen = voornemen(reader, block, needs_voornemen);
    let zienswijze = zienswijze(reader, block);
    let aanvullend_voornemen = aanvullend_voornemen(reader, block);
    let gehoor = gehoor(reader, block);
    let asielbesluit = asielbesluit(reader, block);
    let terugkeer = return_facts(reader, block);
    let oordelen = answers(reader, block);
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
        oordelen,
    })
}

fn melding(reader: &mut Reader, step: &Block<'_>) -> Option<Melding> {
    let block = step.optional_block(reader, Herbeoordeling::melding, Melding::KEYS)?;
    let van = block.required(reader, Melding::van, line);
    let datum = block.required(reader, Melding::datum, date);
    Some(Melding { van: van?, datum: datum? })
}

/// Reads `voornemen`; the later phases need its date.
fn voornemen(reader: &mut Reader, step: &Block<'_>, required: bool) -> Option<Voornemen> {
    let block = if required {
        step.required_block(reader, Herbeoordeling::voornemen, Voornemen::KEYS)
    } else {
        step.optional_block(reader, Herbeoordeling::voornemen, Voornemen::KEYS)?
    };
    let datum = block.required(reader, Voornemen::datum, date);
    let gronden = block.optional(reader, Voornemen::gronden, ground_ids).unwrap_or_default();
    let soort = block.optional(reader, Voornemen::soort, word(Ending::from_word, Ending::WORDS));
    let ingangsdatum = block.optional(reader, Voornemen::ingangsdatum, date);
    Some(Voornemen { datum: datum?, gronden, soort, ingangsdatum })
}

/// The ids of the grounds that a voornemen named.
fn ground_ids(reader: &mut Reader, path: &str, node: &Node) -> Option<Vec<GroundId>> {
    reader.list(path, node, word(GroundId::from_word, GroundId::WORDS))
}

/// `zienswijze`: what came in, or `geen`.
fn zienswijze(reader: &mut Reader, parent: &Block<'_>) -> Option<ZienswijzeRecord> {
    let node = parent.get(Herbeoordeling::zienswijze)?;
    if let Value::Scalar(scalar) = &node.value {
        if scalar.text == "geen" {
            return Some(ZienswijzeRecord::Geen);
        }
        let hint = "Kwam er geen zienswijze, schrijf dan `geen`. Kwam er een, vul dan in: `ontvangen`, `samenvatting`, `reactie`, `leidt_tot_ander_oordeel`.";
        let path = parent.path_of(Herbeoordeling::zienswijze);
        return reader.wrong_shape(&path, node, "`geen` of een blok met sleutels", hint);
    }
    let block = parent.optional_block(reader, Herbeoordeling::zienswijze, Zienswijze::KEYS)?;
    let ontvangen = block.required(reader, Zienswijze::ontvangen, date);
    let samenvatting = block.optional(reader, Zienswijze::samenvatting, prose);
    let reactie = block.optional(reader, Zienswijze::reactie, prose);
    let leidt_tot_ander_oordeel = block.optional(reader, Zienswijze::leidt_tot_ander_oordeel, boolean);
    let zienswijze = Zienswijze { ontvangen: ontvangen?, samenvatting, reactie, leidt_tot_ander_oordeel };
    Some(ZienswijzeRecord::Received(zienswijze))
}

fn aanvullend_voornemen(reader: &mut Reader, step: &Block<'_>) -> Option<AanvullendVoornemen> {
    let block =
        step.optional_block(reader, Herbeoordeling::aanvullend_voornemen, AanvullendVoornemen::KEYS)?;
    let datum = block.required(reader, AanvullendVoornemen::datum, date);
    let zienswijze = zienswijze(reader, &block);
    let gronden = block.optional(reader, AanvullendVoornemen::gronden, ground_ids).unwrap_or_default();
    let soort = block.optional(reader, AanvullendVoornemen::soort, word(Ending::from_word, Ending::WORDS));
    let ingangsdatum = block.optional(reader, AanvullendVoornemen::ingangsdatum, date);
    Some(AanvullendVoornemen { datum: datum?, zienswijze, gronden, soort, ingangsdatum })
}

fn gehoor(reader: &mut Reader, step: &Block<'_>) -> Option<Gehoor> {
    let block = step.optional_block(reader, Herbeoordeling::gehoor, Gehoor::KEYS)?;
    let datum = block.required(reader, Gehoor::datum, date);
    let nieuwe_verklaringen = block.optional(reader, Gehoor::nieuwe_verklaringen, boolean);
    let aanleiding = block.optional(reader, Gehoor::aanleiding, prose);
    let samenvatting = block.optional(reader, Gehoor::samenvatting, prose);
    let geen_aanvullend_voornemen = block.optional(reader, Gehoor::geen_aanvullend_voornemen, prose);
    Some(Gehoor { datum: datum?, nieuwe_verklaringen, aanleiding, samenvatting, geen_aanvullend_voornemen })
}

/// Reads `asielbesluit`: a decision that has been taken, or one that comes later. Keys of both at once are F205.
fn asielbesluit(reader: &mut Reader, step: &Block<'_>) -> Option<Asielbesluit> {
    let block = step.optional_block(reader, Herbeoordeling::asielbesluit, Asielbesluit::KEYS)?;
    let later = block.optional(reader, Asielbesluit::volgt_later, boolean);
    let reden = block.optional(reader, Asielbesluit::reden, prose);
    if later == Some(true) {
        contradictions(reader, &block, Asielbesluit::TAKEN);
        return Some(Asielbesluit::Later { reden });
    }
    if block.get(Asielbesluit::volgt_later).is_some() && later.is_none() {
        return None;
    }
    if block.get(Asielbesluit::reden).is_some() {
        let message = "`reden` hoort alleen bij een asielbesluit dat later volgt.";
        let finding =
            Diagnostic::new(Code::AsylumDecisionContradicts, message, [block.path_of(Asielbesluit::reden)]);
        reader.diagnostics.push(finding.with_hint("Zet er `volgt_later: true` bij, of haal `reden` weg."));
    }
    let kenmerk = block.required(reader, Asielbesluit::kenmerk, line);
    let datum = block.required(reader, Asielbesluit::datum, date);
    let terugkeerbesluit = block.optional(reader, Asielbesluit::terugkeerbesluit, boolean);
    let inreisverbod = block.optional(reader, Asielbesluit::inreisverbod, boolean);
    let signalering = block.optional(reader, Asielbesluit::signalering, boolean);
    Some(Asielbesluit::Taken {
        kenmerk: kenmerk?,
        datum: datum?,
        terugkeerbesluit,
        inreisverbod,
        signalering,
    })
}

fn contradictions(reader: &mut Reader, block: &Block<'_>, keys: &[Fact]) {
    let written: Vec<String> =
        keys.iter().filter(|key| block.get(**key).is_some()).map(|key| block.path_of(*key)).collect();
    if written.is_empty() {
        return;
    }
    let message = "Een asielbesluit dat later volgt, kan nog niet genomen zijn.";
    let paths = std::iter::once(block.path_of(Asielbesluit::volgt_later)).chain(written);
    let finding = Diagnostic::new(Code::AsylumDecisionContradicts, message, paths);
    reader
        .diagnostics
        .push(finding.with_hint("Houd `volgt_later` met `reden`, of de gegevens van het besluit."));
}
