//! The names of the slots into which other templates go.

/// The slot of a letter for the grounds, each with its own template.
pub const GRONDEN: &str = "gronden";
/// The slot of `grounds/voorwaarden_niet_aangetoond.md` for what was not shown, one list item for each.
pub const ONTBREKEND: &str = "ontbrekend";
