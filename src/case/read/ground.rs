//! Reads `gronden`: each ground with the officer's reasons and the details that only this ground has.

use super::date::date_of_life;
use super::needs::needs;
use super::reader::{Block, Reader};
use super::scalar::{country, word};
use super::text::{line, prose};
use crate::case::model::{Demand, Grond, GroundId, SoortStap, Triage, Veroordeling};
use crate::diagnostic::Code;
use crate::words::Fact;
use crate::yaml::Node;

const REQUIRED_HINT: &str = "Zet onder `stap.gronden` ten minste één grond, met `grond` en `motivering`.";

/// Reads the `gronden` of a step. Where the outcome needs a ground, an absent list is F109 and an empty one F117.
pub(super) fn grounds(reader: &mut Reader, step: &Block<'_>, kind: SoortStap) -> Option<Vec<Grond>> {
    let required = needs(step, Demand::of_step(kind), Triage::gronden);
    let path = step.path_of(Triage::gronden);
    let Some(node) = step.get(Triage::gronden) else {
        if required {
            reader.missing(&path, REQUIRED_HINT);
        }
        return (!required).then(Vec::new);
    };
    let list = reader.list(&path, node, ground)?;
    if required && list.is_empty() {
        reader.refuse(&path, Code::EmptyList, "Hier hoort ten minste één grond.", REQUIRED_HINT);
        return None;
    }
    Some(list)
}

fn ground(reader: &mut Reader, path: &str, node: &Node) -> Option<Grond> {
    let block = reader.block(path, node, Grond::KEYS);
    let grond = block.required(reader, Grond::grond, word(GroundId::from_word, GroundId::WORDS));
    let Some(grond) = grond else {
        // It is not known which details this ground has, so only a key that no ground has is reported.
        let plain = Grond::keys_of(GroundId::Fraude);
        block.check_keys_where(reader, plain, |key| Grond::KEYS.has(key));
        return None;
    };
    let keys = Grond::keys_of(grond);
    block.check_keys(reader, keys);
    // A detail of another ground has been reported as an unknown key, so its value is not read.
    let text = |reader: &mut Reader, fact: Fact| {
        if keys.has(fact.key()) { block.optional(reader, fact, prose) } else { None }
    };
    let motivering = text(reader, Grond::motivering);
    let europees_criterium = text(reader, Grond::europees_criterium);
    let evenredigheid = text(reader, Grond::evenredigheid);
    let strafmaatvergelijking = text(reader, Grond::strafmaatvergelijking);
    let veroordeling = if keys.has(Grond::veroordeling.key()) { conviction(reader, &block) } else { None };
    let ontbrekend =
        if keys.has(Grond::ontbrekend.key()) { what_is_missing(reader, &block) } else { Vec::new() };
    Some(Grond {
        grond,
        motivering,
        veroordeling,
        europees_criterium,
        evenredigheid,
        strafmaatvergelijking,
        ontbrekend,
    })
}

fn conviction(reader: &mut Reader, ground: &Block<'_>) -> Option<Veroordeling> {
    let block = ground.optional_block(reader, Grond::veroordeling, Veroordeling::KEYS)?;
    Some(Veroordeling {
        misdrijf: block.optional(reader, Veroordeling::misdrijf, line),
        onherroepelijk_op: block.optional(reader, Veroordeling::onherroepelijk_op, date_of_life),
        land: block.optional(reader, Veroordeling::land, country),
        straf: block.optional(reader, Veroordeling::straf, line),
    })
}

/// Reads `ontbrekend`. An empty list is F117; `decide` checks whether it may be absent.
fn what_is_missing(reader: &mut Reader, ground: &Block<'_>) -> Vec<crate::case::identifier::Line> {
    let lines = ground.optional(reader, Grond::ontbrekend, |reader, path, node| {
        let lines = reader.list(path, node, line)?;
        if lines.is_empty() {
            let hint = "Schrijf wat de vreemdeling niet heeft aangetoond, per onderdeel een regel.";
            reader.refuse(path, Code::EmptyList, "Hier hoort ten minste één regel.", hint);
        }
        Some(lines)
    });
    lines.unwrap_or_default()
}
