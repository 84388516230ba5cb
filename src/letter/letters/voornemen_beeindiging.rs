//! The words of `voornemen_beeindiging`: those of `voornemen_intrekking`, with a template of its own.

pub(super) use super::voornemen_intrekking::{SLOTS, Words, fill};
