//! The environment of the process: what it says about colour and about where the organisation is.
//!
//! It is read once, so that nothing else depends on it.

use std::path::PathBuf;

/// The environment of a run, read once.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// `NO_COLOR` is set to something.
    pub no_color: bool,
    /// `RTBRIEF_ORGANISATIE`.
    pub organisation: Option<PathBuf>,
    /// The XDG configuration folder.
    pub config: Option<PathBuf>,
}

impl Environment {
    /// Reads the environment of the process.
    #[must_use]
    #[allow(clippy::disallowed_methods)]
    pub fn read() -> Self {
        let path = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        Self {
            no_color: path("NO_COLOR").is_some(),
            organisation: path("RTBRIEF_ORGANISATIE"),
            config: path("XDG_CONFIG_HOME").or_else(|| path("HOME").map(|home| home.join(".config"))),
        }
    }
}
