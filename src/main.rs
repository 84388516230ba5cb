//! The executable: passes the arguments to [`rtbrief::cli`] and returns its exit code.

use mimalloc::MiMalloc;
use std::io::{BufWriter, stderr, stdout};
use std::process::ExitCode;

/// Makes and frees memory faster than that of the system: a letter is thousands of small pieces.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let mut out = BufWriter::new(stdout().lock());
    rtbrief::cli::run(std::env::args_os(), &mut out, &mut stderr()).into()
}
