//! What is said when the user stops a run with Ctrl-C. The only file that uses the ctrlc crate.

use super::exit::INTERRUPTED;
use std::io::{Write, stderr};

/// From now on Ctrl-C ends the program with this sentence; nothing of the run is lost, because the next one completes
/// it. Where the signal is ignored or handled already, it stays so.
pub fn say_at_ctrl_c(sentence: &'static str) {
    // If this fails, the system ends the program as it always does, without a sentence.
    let _ = ctrlc::try_set_handler(move || {
        // The first line break ends a progress bar that may stand on the line.
        let _ = writeln!(stderr(), "\n{sentence}");
        std::process::exit(INTERRUPTED);
    });
}
