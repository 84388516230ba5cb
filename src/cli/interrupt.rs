//! What is said when the user stops a run with Ctrl-C. The only file that uses the ctrlc crate.

use super::exit::INTERRUPTED;
use std::io::{Write, stderr};
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::Duration;

/// How often it looks whether the work is done, and how many times.
const LOOKS: (Duration, u32) = (Duration::from_millis(10), 300);

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

/// The same, but while somebody holds `busy` the program goes on until that work is done, for three seconds at most.
pub fn say_at_ctrl_c_between(sentence: &'static str, busy: &Arc<Mutex<()>>) {
    let busy = Arc::clone(busy);
    let _ = ctrlc::try_set_handler(move || {
        let (pause, times) = LOOKS;
        let mut held = busy.try_lock();
        for _ in 0..times {
            if held.is_ok() {
                break;
            }
            sleep(pause);
            held = busy.try_lock();
        }
        let _ = writeln!(stderr(), "\n{sentence}");
        std::process::exit(INTERRUPTED);
    });
}
