//! Tests of the rule book and of its presentation, on the tables of the program and on edits of them.

mod book;
mod built_in;
mod present;
