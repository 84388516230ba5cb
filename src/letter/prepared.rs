//! A template after cutting: what the engine gets, and what is known of each block beforehand.
//!
//! The marks in the filled text lead back here, so that rules and facts need not travel with it.

use std::collections::BTreeMap;

/// A template, ready for the engine.
#[derive(Clone, Debug, Default)]
pub(super) struct Prepared {
    /// What the engine gets.
    pub text: String,
    /// The blocks.
    pub blocks: Vec<SourceBlock>,
    /// Line to index of its block.
    pub block_of_line: BTreeMap<u32, usize>,
    /// Line to name of the slot that stands there.
    pub slots: BTreeMap<u32, String>,
}

/// What is known of a block before anything is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SourceBlock {
    /// Ids of the rules that the block states.
    pub rules: Vec<String>,
    /// Names of the fields that it shows or whose value decides whether it is shown.
    pub names: Vec<String>,
}

impl SourceBlock {
    /// Notes a field, once.
    pub fn add_name(&mut self, name: &str) {
        if !self.names.iter().any(|n| n == name) {
            self.names.push(name.to_owned());
        }
    }
}

impl Prepared {
    /// The block that a line belongs to.
    pub fn block_at(&self, line: u32) -> Option<&SourceBlock> {
        self.blocks.get(*self.block_of_line.get(&line)?)
    }
}
