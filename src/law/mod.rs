//! The law: dates, the calendar of free days, terms and the dated rule tables. Pure.

pub mod date;
pub mod length;
pub mod rule;
pub mod term;
