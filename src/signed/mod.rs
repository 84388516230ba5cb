//! Whether a file is a letter that was signed afterwards, and is otherwise as it was.
//!
//! A signature is added to a PDF as an incremental update: the bytes of the letter stay, and objects follow that a reader
//! takes instead of those before, or besides (ISO 32000-1, 7.5.6 and 12.8). Such an update can change everything that the
//! reader of the letter sees. So it is read strictly: exactly one, every byte of it known, and nothing in it but a
//! signature that nobody sees and that covers the whole file. Whether the signature itself is right, and whose it is, is not
//! asked here: that is for a validator of signatures.
//!
//! ```text
//! value ◀─ object ◀─ table ◀─ letter ◀─ update ◀─ rules
//!                      cms, metadata ◀────────────┘
//! ```

mod cms;
mod letter;
mod metadata;
mod object;
mod refusal;
mod rules;
mod table;
mod update;
mod value;

pub use refusal::Refusal;

use letter::Letter;
use rules::Rules;
use update::Update;

/// The largest number of bytes of a letter that is looked at; one with stationery and a logo has some hundred thousand.
pub const MAX_LETTER: u64 = 64 << 20;

/// The largest number of bytes that may stand behind a letter; a signature with its certificates has some ten thousand.
pub const MAX_UPDATE: u64 = 8 << 20;

/// Checks that a file is its first `length` bytes, a letter of this program, with one signature added. That these bytes
/// are the letter is for the caller to check, by their hash.
///
/// # Errors
/// Why it is something else.
pub fn check(file: &[u8], length: usize) -> Result<(), Refusal> {
    let letter = file.get(..length).and_then(Letter::read).ok_or(Refusal::NoUpdate)?;
    let update = Update::read(file, length, &letter)?;
    Rules::new(file, &letter, &update).check()
}
