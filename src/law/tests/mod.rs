//! Tests of the rule book and of its presentation, on tables written here.

mod book;
mod present;
