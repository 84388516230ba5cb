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
mod rules;
mod table;
mod update;
mod value;

use letter::Letter;
use rules::Rules;
use update::Update;

/// The largest number of bytes that may stand behind a letter; a signature with its certificates has some ten thousand.
pub const MAX_UPDATE: u64 = 8 << 20;

/// Why what stands behind a letter is not taken for a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It cannot be read as an incremental update.
    NoUpdate,
    /// There is more than one update.
    Several,
    /// Something stands behind the update.
    Behind,
    /// It changes an object of the letter.
    Changes,
    /// It changes what the letter says of itself: title, kenmerk, kind.
    About,
    /// It holds something that does not belong to a signature.
    Foreign,
    /// There is no signature in it.
    NoSignature,
    /// The signature can be seen on a page.
    Visible,
    /// The signature does not cover the whole file.
    Partial,
    /// The signature has another form than CMS in DER, apart from what it signs.
    Form,
}

impl Refusal {
    /// What it says to the user: a Dutch clause.
    #[must_use]
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::NoUpdate => "achter de brief staan bytes die geen handtekening zijn",
            Self::Several => "achter de brief staat meer dan één aanvulling",
            Self::Behind => "achter de handtekening staan nog bytes",
            Self::Changes => "de aanvulling verandert de brief zelf",
            Self::About => "de aanvulling verandert de gegevens over de brief",
            Self::Foreign => "de aanvulling bevat meer dan een handtekening",
            Self::NoSignature => "in de aanvulling staat geen handtekening",
            Self::Visible => "de handtekening is op een bladzijde te zien",
            Self::Partial => "de handtekening dekt niet het hele bestand",
            Self::Form => "de handtekening heeft een vorm die het programma niet kent",
        }
    }
}

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
