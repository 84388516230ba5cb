//! Cases from a table: one row a case, each column a fact.
//!
//! Which column is which fact stands in a file of its own ([`columns`]). Nothing is guessed: a column that the file does not
//! name, a cell that is no value of its fact and a value that a spreadsheet changed are refused, with row and column.
//!
//! ```text
//! CSV or xlsx ─ table ─▶ Table ─┐
//!                               ├─ row ─▶ text of a case, or findings with row and column
//! kolommen.yaml ─ columns ─▶ Columns ─┘
//! ```

mod cell;
pub mod columns;
mod document;
pub mod row;
pub mod sheet;
pub mod table;
mod workbook;
