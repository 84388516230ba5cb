//! The fields of the voornemen tot beëindiging: those of the voornemen tot intrekking. Its template is its own.

pub(super) use super::voornemen_intrekking::{SLOTS, Words, fill};
