//! Every fixture, every expectation and every term is a test of its own, named after it.
//!
//! The cases are files, so the program looks for them when it runs: a new one is a test at once, without a list
//! and without compiling. They run beside each other, and a failure names one case. A program that makes its
//! tests itself cannot hold `#[test]` functions, so the tests of the files as a whole are in `tests/behaviour`.

// clippy.toml allows these in tests, which does not cover the helpers of an integration test
#![allow(clippy::unwrap_used, clippy::panic)]

mod acceptance;
mod golden;
#[path = "../support/mod.rs"]
mod support;
mod terms;

use libtest_mimic::{Arguments, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let trials = [golden::trials(), acceptance::trials(), terms::trials()];
    run(&arguments, trials.into_iter().flatten().collect()).exit_code()
}
