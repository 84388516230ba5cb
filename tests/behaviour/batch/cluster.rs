//! The examples for Kubernetes and Slurm (docs/cluster) are run as they stand, on a desk instead of a cluster.

#![cfg(unix)]

use super::shares::{cases, essence};
use crate::support::desk::Desk;
use crate::support::root;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs a script of docs/cluster on the desk, which stands for the shared disk.
fn script(desk: &Desk, script: &str, variables: &[(&str, &str)]) -> Option<i32> {
    let programs = Path::new(env!("CARGO_BIN_EXE_rtbrief")).parent().unwrap().display();
    let here = desk.path("");
    let here = here.display().to_string();
    let here = here.trim_end_matches('/');
    let output = Command::new("sh")
        .args(["-euc", &script.replace("/data/", &format!("{here}/"))])
        .env_clear()
        .env("PATH", format!("{programs}:/usr/bin:/bin"))
        .env("DATA", here)
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    output.status.code()
}

/// A desk with the cases and an own organisation.
fn shared_disk() -> Desk {
    let organisation = fs::read_to_string(root("letter-templates/organisatie-voorbeeld.yaml")).unwrap();
    // An organisation that shares anything with the example counts as the example, which `batch` refuses.
    let own = [("Voorbeeld", "Proef"), ("voorbeeld", "proef"), ("Verzonnen", "Bedacht"), ("0800-", "0900-")];
    let own = own.iter().fold(organisation, |text, (from, to)| text.replace(from, to));
    cases().file("organisatie.yaml", own)
}

#[test]
fn the_examples_for_clusters_make_what_one_run_makes() {
    let desk = shared_disk();
    let own = "--organisatie organisatie.yaml --drukstroom --dubbelzijdig";
    // The registers name the cases by their path on the shared disk.
    let cases = desk.path("zaken");
    desk.run(&format!("batch {} -o heel {own}", cases.display())).exits(1);
    let document = |file: &str| fs::read_to_string(root(&format!("docs/cluster/{file}"))).unwrap();
    let share = document("slurm-deel.sh");
    assert!(share.contains("--array=1-8"));
    for task in 1..=8 {
        let task = task.to_string();
        let variables = [("SLURM_ARRAY_TASK_ID", task.as_str()), ("SLURM_ARRAY_TASK_COUNT", "8")];
        assert_eq!(script(&desk, &share, &variables), Some(0));
    }
    assert_eq!(script(&desk, &document("slurm-samen.sh"), &[]), Some(1));
    assert!(essence(&desk, "heel") == essence(&desk, "uit/samen"));
    fs::remove_dir_all(desk.path("uit")).unwrap();
    let jobs = document("kubernetes.yaml");
    let scripts: Vec<String> = jobs.split("            - |\n").skip(1).map(block).collect();
    let [share, whole] = scripts.as_slice() else { panic!("{scripts:?}") };
    assert!(jobs.contains("completions: 8") && share.contains("\"$deel/8\""));
    for index in 0..8 {
        assert_eq!(script(&desk, share, &[("JOB_COMPLETION_INDEX", &index.to_string())]), Some(0));
    }
    assert_eq!(script(&desk, whole, &[]), Some(0));
    assert!(essence(&desk, "heel") == essence(&desk, "uit/samen"));
}

/// The lines of a block of YAML, without their indentation.
fn block(text: &str) -> String {
    let lines = text.lines().map_while(|line| line.strip_prefix("              "));
    lines.collect::<Vec<_>>().join("\n")
}
