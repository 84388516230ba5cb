//! What a letter says about itself: that it is an example, a concept or a copy.
//!
//! Text, HTML and PDF use the same words, so that no form of a letter can be mistaken for what it is not. Only
//! the notice of an example is a shorter one in the PDF (`EXAMPLE` in `pdf/paper/head.rs`).

/// The notice when data of the organisation are those of the built-in example: at the top of text and HTML,
/// and on every printed page of HTML.
pub const EXAMPLE_NOTICE: &str =
    "VOORBEELD: deze brief heeft verzonnen gegevens van een organisatie en mag niet worden verstuurd.";

/// The notice at the top of a concept, in every form.
pub const CONCEPT_NOTICE: &str = "CONCEPT – dit is geen brief. Verstuur hem niet.";

/// The word above the address on a copy for a gemachtigde.
pub const COPY_NOTICE: &str = "Afschrift";
