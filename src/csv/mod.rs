//! Tables of text: lines of CSV as the registers have them, and CSV that another program wrote.

mod line;
mod records;

pub use line::Dialect;
pub use records::{Malformed, Record, records};
