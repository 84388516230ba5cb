//! The form of `--help`, with its fixed words in Dutch.

/// The form of the help of the program.
pub const TEMPLATE: &str = "{before-help}{about-with-newline}
Gebruik: {usage}

{all-args}{after-help}
";

/// The form of the help of one command.
pub const SUBTEMPLATE: &str = "{about-with-newline}
Gebruik: {usage}

{all-args}{after-help}
";
