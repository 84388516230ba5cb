//! From facts to outcome: which letters follow, or why none. Pure: dates and rules are arguments.

pub mod outcome;
pub mod trace;
