//! `--version`: the program, and the rules and templates that it carries, by the hash of their texts.

use super::exit::Exit;
use super::session::{Session, Usage};
use crate::law::book::RuleTexts;
use crate::letter::builtin::TEMPLATES;
use sha2::{Digest, Sha256};

/// Runs the option.
///
/// # Errors
/// None.
#[allow(clippy::unnecessary_wraps)]
pub fn run(session: &mut Session<'_>) -> Result<Exit, Usage> {
    let tables = RuleTexts::BUILT_IN;
    let other = [
        ("terms.yaml", tables.terms),
        ("rtb.yaml", tables.rtb),
        ("gelijkgestelde-dagen.yaml", tables.gelijkgestelde_dagen),
    ];
    session.line(&format!("rtbrief {}", env!("CARGO_PKG_VERSION")));
    session.line(&format!("regels {}", short_hash(tables.rules.iter().copied().chain(other))));
    session.line(&format!("sjablonen {}", short_hash(TEMPLATES.iter().copied())));
    Ok(Exit::Done)
}

/// The first twelve digits of the SHA-256 of names and texts, each with its length before it.
fn short_hash<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut hash = Sha256::new();
    for (name, text) in texts {
        for part in [name, text] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
    }
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
