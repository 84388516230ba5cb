//! What a letter says about itself: that it is an example, a concept or a copy.
//!
//! The same words in text, HTML and PDF, so that no form of a letter passes for what it is not.

/// What every page says when the organisation is the built-in example.
pub const EXAMPLE_NOTICE: &str =
    "VOORBEELD: deze brief heeft verzonnen gegevens van een organisatie en mag niet worden verstuurd.";

/// What a concept says first, in every form.
pub const CONCEPT_NOTICE: &str = "CONCEPT – dit is geen brief. Verstuur hem niet.";

/// What stands above the address on a copy for a gemachtigde.
pub const COPY_NOTICE: &str = "Afschrift";
