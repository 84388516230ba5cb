//! Measures runs of `rtbrief batch` as a whole: letters per second of CPU, memory, and what a share costs.
//!
//! `cargo bench --locked --bench batch [-- 1000 10000 65000]` makes that many cases and runs over them with a print
//! stream, each time into a folder of its own: on ext4 a folder that was just emptied slows down the next. It asserts
//! nothing. Compare sizes with each other, and a change with the state before it (`--profile dist` for the program as it
//! is installed), as ratios: absolute times differ between machines and days. Linux only: it reads /proc.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, clippy::disallowed_methods)]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const SIZES: [usize; 2] = [1_000, 10_000];
const SHARES: u32 = 10;

/// What a run took.
#[derive(Clone, Copy, Default)]
struct Taken {
    /// Seconds of CPU.
    cpu: f64,
    /// Seconds on the clock.
    wall: f64,
    /// The most memory that it held, in MiB.
    memory: u64,
    letters: usize,
}

/// The seconds of CPU of all programs that this one has waited for; /proc counts in hundredths.
#[allow(clippy::cast_precision_loss)]
fn cpu_of_children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let after_name = stat.rsplit(')').next().unwrap();
    let fields: Vec<u64> = after_name.split_whitespace().filter_map(|field| field.parse().ok()).collect();
    // utime and stime of the children come two behind those of this program; the state is no number.
    let [user, system] = [fields[12], fields[13]];
    (user + system) as f64 / 100.0
}

/// Waits for a program; returns the most memory that it held, in MiB.
fn wait(child: &mut Child) -> u64 {
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        let told = fs::read_to_string(&status).unwrap_or_default();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok());
        most = kib.unwrap_or_default().max(most);
        sleep(Duration::from_millis(2));
    }
    most / 1024
}

/// Runs over cases into a new folder.
fn run(root: &Path, cases: &Path, options: &[&str]) -> Taken {
    let out = tempfile::tempdir_in(root).unwrap().keep();
    let (begin, before) = (Instant::now(), cpu_of_children());
    let mut child = Command::new(env!("CARGO_BIN_EXE_rtbrief"))
        .args(["batch", "-q", "--voorbeeld", "--drukstroom", "--dubbelzijdig", "-o"])
        .arg(&out)
        .arg(cases)
        .args(options)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let memory = wait(&mut child);
    let taken =
        Taken { cpu: cpu_of_children() - before, wall: begin.elapsed().as_secs_f64(), memory, letters: 0 };
    let rows = fs::read_to_string(out.join("manifest.jsonl")).unwrap();
    Taken { letters: rows.lines().count(), ..taken }
}

#[allow(clippy::cast_precision_loss)]
fn per_letter(taken: Taken) -> f64 {
    taken.cpu / taken.letters as f64
}

fn main() {
    let given: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let sizes = if given.is_empty() { SIZES.to_vec() } else { given };
    let root = tempfile::tempdir().unwrap();
    let mut first = None;
    println!("cases    letters  letters/s of CPU  CPU a letter  clock, 2 threads  memory");
    for size in &sizes {
        let cases = root.path().join(format!("zaken-{size}"));
        let made = Command::new(env!("CARGO"))
            .args(["run", "-q", "--release", "--locked", "--example", "zaken", "--", &size.to_string()])
            .arg(&cases)
            .status()
            .unwrap();
        assert!(made.success());
        let taken = run(root.path(), &cases, &["--draden", "1"]);
        let both = run(root.path(), &cases, &["--draden", "2"]);
        let first = *first.get_or_insert_with(|| per_letter(taken));
        println!(
            "{size:<8} {:<8} {:<17.0} {:<13.2} {:<17.2} {} MiB",
            taken.letters,
            1.0 / per_letter(taken),
            per_letter(taken) / first,
            both.wall,
            both.memory,
        );
    }
    let cases = root.path().join(format!("zaken-{}", sizes[0]));
    let whole = run(root.path(), &cases, &["--draden", "1"]);
    let shares = (1..=SHARES).map(|number| format!("{number}/{SHARES}"));
    let sum: f64 =
        shares.map(|share| run(root.path(), &cases, &["--draden", "1", "--deel", &share]).cpu).sum();
    println!(
        "{SHARES} machines over {} cases are worth {:.1}",
        sizes[0],
        f64::from(SHARES) * whole.cpu / sum
    );
}
