//! The option `--csv` of the commands that write CSV. Doc comments are the help that the user reads.

use crate::csv::Dialect;
use clap::ValueEnum;

/// De vorm van CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Csv {
    /// Met puntkomma's en een BOM.
    Nl,
}

impl Csv {
    /// The dialect that was asked for.
    #[must_use]
    pub const fn dialect(asked: Option<Self>) -> Dialect {
        match asked {
            Some(Self::Nl) => Dialect::Dutch,
            None => Dialect::Rfc,
        }
    }
}
