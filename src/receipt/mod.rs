//! A receipt (kwitantie): one line of JSON that says which letter was made, from which case and with
//! which versions.
//!
//! With a receipt, `verifieer` can make the letter again years later and say whether it is still the
//! same, and an interrupted run recognises its own letters. The only personal data in a receipt is the
//! kenmerk.

mod contents;
mod error;
mod form;
mod read;
#[cfg(test)]
mod tests;

pub use contents::{Input, Letter, PROGRAM, Receipt, VERSION, Versions, is_copy};
pub use error::ReceiptError;

use form::Form;

/// The end of the name of a file that holds one receipt. A folder of cases may contain such files; they
/// are not read as cases.
pub const SUFFIX: &str = ".kwitantie.json";
/// The file in the folder of a run that holds the receipts of the whole run, one per line.
pub const OF_A_RUN: &str = "kwitanties.jsonl";

impl Receipt {
    /// The receipt as one line of JSON, without a line break at its end; the keys are always in the same
    /// order.
    #[must_use]
    pub fn to_line(&self) -> String {
        // Serialising cannot fail: the struct has only texts and numbers.
        Form::of(self).and_then(|form| serde_json::to_string(&form).ok()).unwrap_or_default()
    }
}
