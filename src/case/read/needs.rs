//! Whether a block needs a key because of what else it says ([`Demand`]).

use super::reader::Block;
use super::scalar::tidy;
use crate::case::model::{Demand, Test};
use crate::words::Fact;
use crate::yaml::{Node, Value};

/// Whether one of these demands makes the block need a key.
pub(super) fn needs(block: &Block<'_>, demands: &[Demand], key: Fact) -> bool {
    let says = |fact: Fact, word: &str| block.get(fact).is_some_and(|node| is_word(node, word));
    Demand::holds(demands, key, |test| match test {
        Test::Has(fact) => block.get(fact).is_some(),
        Test::Lacks(fact) => block.get(fact).is_none(),
        Test::Says(fact, word) => says(fact, word),
        Test::SaysNot(fact, word) => !says(fact, word),
    })
}

/// Whether a value is this word.
fn is_word(node: &Node, word: &str) -> bool {
    matches!(&node.value, Value::Scalar(scalar) if tidy(&scalar.text) == word)
}
