//! The names of the slots into which other templates go.

/// The slot of a letter for the grounds, each with its own template.
pub const GRONDEN: &str = "gronden";
/// Divides a letter or a ground: what comes after it stands behind the signature.
pub const BIJLAGE: &str = "bijlage";
/// The slot behind the signature for what the grounds say there.
pub const STEUNT_OP: &str = "steunt_op";
/// The slot of `grounds/voorwaarden_niet_aangetoond.md` for what was not shown, one list item for each.
pub const ONTBREKEND: &str = "ontbrekend";
