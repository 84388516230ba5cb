//! The executable: passes the arguments to [`rtbrief::cli`] and returns its exit code.

use std::io::{BufWriter, stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut out = BufWriter::new(stdout().lock());
    rtbrief::cli::run(std::env::args_os(), &mut out, &mut stderr()).into()
}
