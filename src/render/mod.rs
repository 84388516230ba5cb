//! From document to bytes: text, HTML and PDF. Pure: no clock, no disk, no environment.

pub mod colour;
pub mod font;
pub mod html;
pub mod link;
pub mod look;
pub mod pdf;
pub mod text;

#[cfg(test)]
mod tests;

/// What every page says when the organisation is the built-in example.
pub const EXAMPLE_NOTICE: &str =
    "VOORBEELD: deze brief heeft verzonnen gegevens van een organisatie en mag niet worden verstuurd.";

/// What a concept says first, in every form.
pub const CONCEPT_NOTICE: &str = "CONCEPT – dit is geen brief. Verstuur hem niet.";

/// What stands above the address on a copy for a gemachtigde.
pub const COPY_NOTICE: &str = "Afschrift";
