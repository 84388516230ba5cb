//! Reads a YAML text straight into a type: configuration, of which the first error is enough.

use serde::de::DeserializeOwned;

/// Reads one YAML document.
///
/// # Errors
/// The first thing that is not YAML or does not fit the type, with its line.
pub fn from_str<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_saphyr::from_str(text).map_err(|error| match error.location() {
        Some(place) => format!("regel {}: {}", place.line(), error.without_snippet()),
        None => error.to_string(),
    })
}
