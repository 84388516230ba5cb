//! The words of the gaps in a concept, which the reader of case files must know again.

/// Before what an officer must still write or look up: `[in te vullen: motivering]`.
pub const TO_FILL_IN: &str = "in te vullen";
/// Before what follows from an answer that an officer must still give: `[nog te beslissen: vertrektermijn]`.
pub const TO_DECIDE: &str = "nog te beslissen";
