//! The clauses of a letter that an open question can decide.

/// A part of a letter that an open question decides, while it is known which letter it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clause {
    /// Whether the person is a minor, so who is addressed (BW 1:245).
    Geadresseerde,
    /// Whether the letter holds a return decision, and where to (Vw 62, 62a).
    Terugkeerbesluit,
    /// Whether the letter sends the person to Ter Apel (WI H2).
    TerApel,
    /// What happens to the asylum application (WI H6).
    Asielbesluit,
    /// On which limb the term is suspended (Awb 4:15 lid 1).
    Opschorting,
}
