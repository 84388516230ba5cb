//! The words of `beeindigingsbesluit`: those of `intrekkingsbesluit`, with a template of its own.

pub(super) use super::intrekkingsbesluit::{SLOTS, Words, fill};
