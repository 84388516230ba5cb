//! The fields of the beeindigingsbesluit: those of the intrekkingsbesluit. Its template is its own.

pub(super) use super::intrekkingsbesluit::{SLOTS, Words, fill};
