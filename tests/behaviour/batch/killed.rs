//! A run that is killed at any moment is completed by the same command: no letter is lost and none is there twice.
//!
//! To kill twenty runs takes long, so `.ci/long` does it; a first and a last moment are always tried.

use crate::support::desk::Desk;
use crate::support::post::{COPY, TWO, batch, codes_of, posted_of, rows, same, tree, with_kenmerk};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// More cases than a run takes before it writes, so that some letters are written while others are made.
const CASES: usize = 132;
/// Letters and afschriften of these cases.
const LETTERS: usize = CASES + 13 + 13;
/// A letter of two pages.
const SHORT: &str = "beeindiging-voornemen-nareisvergunning";

fn cases() -> Desk {
    let case = |number: usize| {
        let kind = match number % 10 {
            3 => COPY,
            7 => TWO,
            _ => SHORT,
        };
        with_kenmerk(kind, &format!("K-{number:04}"))
    };
    let all: Vec<String> = (0..CASES).map(case).collect();
    Desk::new().file("zaken.yaml", all.join("---\n"))
}

fn letters(folder: &Path) -> usize {
    let found = fs::read_dir(folder.join("brieven")).into_iter().flatten().flatten();
    found.filter(|entry| entry.file_name().to_string_lossy().ends_with(".pdf")).count()
}

fn start(desk: &Desk, options: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_rtbrief"))
        .args(["batch", "--voorbeeld", "-q", "zaken.yaml", "-o", "uit"])
        .args(options.split_whitespace())
        .current_dir(desk.path(""))
        .env_clear()
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Kills a run this much later than this many letters are there; says whether it was still going on.
fn kill(desk: &Desk, options: &str, letters_there: usize, later: Duration) -> bool {
    let mut run = start(desk, options);
    while run.try_wait().unwrap().is_none() && letters(&desk.path("uit")) < letters_there {
        sleep(Duration::from_millis(1));
    }
    sleep(later);
    run.kill().unwrap();
    !run.wait().unwrap().success()
}

/// Demands that manifest, letters, receipts and print stream say the same.
fn agree(desk: &Desk) {
    let manifest = rows(desk, "uit/manifest.jsonl");
    let column = |key: &str| -> BTreeSet<String> {
        manifest.iter().filter_map(|row| Some(row[key].as_str()?.to_owned())).collect()
    };
    let files: BTreeSet<String> = tree(desk, "uit").into_keys().collect();
    let named = |start: &str| files.iter().filter(|file| file.starts_with(start)).cloned().collect();
    assert_eq!(manifest.len(), LETTERS);
    assert_eq!(column("brief"), named("brieven/"));
    assert_eq!(column("drukstroom"), named("drukstroom-"));
    assert_eq!(rows(desk, "uit/kwitanties.jsonl").len(), LETTERS);
    let hidden = desk.files().into_iter().find(|file| file.split('/').any(|part| part.starts_with('.')));
    assert_eq!(hidden, None, "a temporary file stayed");
}

#[test]
fn a_run_that_is_killed_early_or_late_is_completed() {
    kill_at(2);
}

#[test]
#[ignore = "takes long: twenty runs are killed"]
fn a_run_that_is_killed_at_any_moment_is_completed() {
    kill_at(10);
}

/// Kills this many runs with each set of options, and completes them.
fn kill_at(moments: usize) {
    // The same moments every time: from before the first letter until after the last.
    let mut dice = 20_260_315_u64;
    let mut throw = |end: u64| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) % end
    };
    let desk = cases();
    let mut posted = posted_of(&desk, "zaken.yaml", "--wijze toezending --dubbelzijdig");
    posted.reverse();
    let desk = desk.file("codes.csv", codes_of(&posted));
    for options in [
        "",
        "--drukstroom --dubbelzijdig --kix --inserter --vellen 100",
        "--drukstroom --dubbelzijdig --inserter --vellen 100 --wijze toezending --codes codes.csv",
    ] {
        batch(&desk, &format!("zaken.yaml -o heel {options}")).exits(0);
        let whole = tree(&desk, "heel");
        let mut killed = 0;
        for moment in 0..moments {
            let wanted = moment * LETTERS / (moments - 1) + usize::try_from(throw(20)).unwrap();
            let mut later = Duration::from_micros(throw(20_000));
            let mut alive = kill(&desk, options, wanted.min(LETTERS), later);
            // A run that ended before it was killed begins again and is killed sooner.
            for _ in 0..3 {
                if alive {
                    break;
                }
                fs::remove_dir_all(desk.path("uit")).unwrap();
                later /= 4;
                alive = kill(&desk, options, wanted.min(LETTERS), later);
            }
            killed += usize::from(alive);
            // One is killed twice: the run that completes another may be killed too.
            if moment == 4 {
                kill(&desk, options, 0, Duration::from_micros(throw(100_000)));
            }
            batch(&desk, &format!("zaken.yaml -o uit {options}")).exits(0);
            same(&whole, &tree(&desk, "uit"));
            if !options.is_empty() {
                agree(&desk);
            }
            fs::remove_dir_all(desk.path("uit")).unwrap();
        }
        // How many runs were killed in time depends on the machine; some must have been.
        assert!(killed > 0, "every run ended before it was killed");
        fs::remove_dir_all(desk.path("heel")).unwrap();
    }
}

#[test]
fn a_joining_that_is_killed_is_completed_by_the_same_command() {
    let desk = cases();
    for share in 1..=2 {
        batch(&desk, &format!("zaken.yaml -o deel-{share} --drukstroom --deel {share}/2")).exits(0);
    }
    let join = ["batch", "--voegsamen", "deel-1", "deel-2", "-o"];
    batch(&desk, "--voegsamen deel-1 deel-2 -o heel").exits(0);
    for wanted in [1, 40, 90, 140] {
        let mut run = Command::new(env!("CARGO_BIN_EXE_rtbrief"))
            .args(join)
            .arg("uit")
            .current_dir(desk.path(""))
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while run.try_wait().unwrap().is_none() && letters(&desk.path("uit")) < wanted {
            sleep(Duration::from_millis(1));
        }
        run.kill().unwrap();
        run.wait().unwrap();
        batch(&desk, "--voegsamen deel-1 deel-2 -o uit").exits(0);
        same(&tree(&desk, "heel"), &tree(&desk, "uit"));
        fs::remove_dir_all(desk.path("uit")).unwrap();
    }
}

/// The user stops a run: it says what to do, and the same command completes it.
#[cfg(unix)]
#[test]
fn a_run_that_is_stopped_with_ctrl_c_says_how_it_is_completed() {
    let desk = cases();
    let mut run = Command::new(env!("CARGO_BIN_EXE_rtbrief"))
        .args(["batch", "--voorbeeld", "zaken.yaml", "-o", "uit", "--draden", "1"])
        .current_dir(desk.path(""))
        .env_clear()
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    while letters(&desk.path("uit")) == 0 && run.try_wait().unwrap().is_none() {
        sleep(Duration::from_millis(1));
    }
    let stopped = Command::new("kill").args(["-INT", &run.id().to_string()]).status().unwrap();
    assert!(stopped.success());
    let ended = run.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(130), "{ended:?}");
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(said.contains("\ngestopt; wat al gemaakt is, blijft\nhulp: geef dezelfde opdracht"), "{said}");
    assert!(desk.path("uit/.rtbrief-onderweg").exists());
    batch(&desk, "zaken.yaml -o uit --draden 1").exits(0);
    assert_eq!(letters(&desk.path("uit")), LETTERS);
}
