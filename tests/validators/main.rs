//! What other programs say of the letters: two validators of PDF/A-2a and PDF/UA-1, and a browser with axe-core.
//!
//! They need Java, Python, Chromium and Node, so these tests are ignored unless they are asked for: `.ci/run`
//! installs what is needed and runs them with `--include-ignored`. The others make the same files without judging
//! them, so that a file that cannot be made is seen everywhere.

// clippy.toml allows these in tests, which does not cover the helpers of an integration test
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod broken;
mod explanations;
mod files;
mod judge;
mod pages;
#[path = "../support/mod.rs"]
mod support;
