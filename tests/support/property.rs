//! How many cases a property is tried with.

use proptest::test_runner::Config;

/// This many cases, or as many as `PROPTEST_CASES` asks (`.ci/long`).
///
/// The seed of a case that fails is kept in `tests/proptest-regressions/`, to be committed with what mends the fault:
/// every later run tries it first.
#[allow(clippy::disallowed_methods)] // the environment may ask a test for more cases
pub fn tried_with(cases: u32) -> Config {
    let asked = Config::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { asked } else { Config { cases, ..asked } }
}
