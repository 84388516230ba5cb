//! The law: dates, the calendar of free days, terms and the dated rule tables. Pure.
//!
//! [`book`] loads the tables once and hands them out; [`term`] counts; [`present`] puts a term, the
//! calendar of a year and the list of terms into Dutch.

pub mod book;
pub mod built_in;
pub mod calendar;
pub mod citation;
pub mod date;
pub mod length;
pub mod limit;
pub mod present;
pub mod row;
pub(crate) mod rtb;
pub(crate) mod source;
pub mod strip;
pub(crate) mod table;
pub mod term;
mod timeline;

#[cfg(test)]
mod tests;
