//! The environment variables that the program uses: for colour, and to find the organisation.
//!
//! They are read once, here, so that nothing else in the program depends on the environment.

use std::path::PathBuf;

/// The environment variables of a run.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// Whether `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// The path in `RTBRIEF_ORGANISATIE`.
    pub organisation: Option<PathBuf>,
    /// The XDG configuration folder of the user.
    pub config: Option<PathBuf>,
}

impl Environment {
    /// Reads the environment variables of the process.
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
