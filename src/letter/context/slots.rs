//! The names of the slots into which other templates go.

/// Slot of a letter: the grounds, each by its own template.
pub const GRONDEN: &str = "gronden";
/// Slot of `grounds/voorwaarden_niet_aangetoond.md`: what was not shown, an item each.
pub const ONTBREKEND: &str = "ontbrekend";
