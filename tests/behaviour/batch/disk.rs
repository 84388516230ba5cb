//! Disks that fill up or may not be written to: exit 74, and the same command completes the run afterwards.
//!
//! A small file system of its own needs the right to mount one, so these tests are ignored unless they are asked
//! for: `.ci/long` runs them.

#![cfg(target_os = "linux")]

use crate::support::desk::Desk;
use crate::support::post::{batch, day, letters, same, tree};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A file system in memory, at a folder of a desk; unmounted when the test ends.
struct Disk(PathBuf);

impl Disk {
    fn new(desk: &Desk, folder: &str, size: &str) -> Self {
        let path = desk.path(folder);
        fs::create_dir(&path).unwrap();
        let mounted = mount(&["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"], &path);
        assert!(mounted, "no disk may be mounted here");
        Self(path)
    }

    fn change(&self, options: &str) {
        assert!(mount(&["-o", &format!("remount,{options}")], &self.0));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

fn mount(words: &[&str], path: &PathBuf) -> bool {
    let status = Command::new("mount").args(words).arg(path).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

#[test]
#[ignore = "needs the right to mount a disk"]
fn a_disk_that_fills_up_loses_nothing() {
    const OPTIONS: &str = "--drukstroom --dubbelzijdig --kix --inserter --steekproef 3";
    let desk = day();
    batch(&desk, &format!("zaken -o heel {OPTIONS}")).exits(0);
    let whole: usize = tree(&desk, "heel").values().map(Vec::len).sum();
    let disk = Disk::new(&desk, "schijf", "64k");
    // The disk is larger every time, so that it fills up with the registers, the letters or the print stream.
    for percent in (5..=85).step_by(10) {
        disk.change(&format!("size={}k", (whole * percent / 100 / 1024).max(16)));
        batch(&desk, &format!("zaken -o schijf/uit {OPTIONS}"))
            .exits(74)
            .says("F701")
            .says("de schijf is vol")
            .says("nog eens");
        assert!(desk.path("schijf/uit/manifest.jsonl").metadata().is_err(), "no register of half a run");
    }
    disk.change("size=64m");
    batch(&desk, &format!("zaken -o schijf/uit {OPTIONS}")).exits(0);
    same(&tree(&desk, "heel"), &tree(&desk, "schijf/uit"));
    assert_eq!(desk.files().into_iter().find(|file| file.contains("/.")), None);
}

/// Makes a disk in a file, with a file system that keeps a journal.
fn image(desk: &Desk, name: &str) -> PathBuf {
    let image = desk.path(name);
    fs::File::create(&image).unwrap().set_len(64 << 20).unwrap();
    let made = Command::new("mkfs.ext4").args(["-q", "-F"]).arg(&image).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfs.ext4 is not here");
    image
}

/// Mounts a disk in a file at a folder of a desk.
fn mounted(desk: &Desk, image: &Path, folder: &str) -> Disk {
    let path = desk.path(folder);
    fs::create_dir(&path).unwrap();
    assert!(mount(&["-o", "loop", image.to_str().unwrap()], &path), "no disk may be mounted here");
    Disk(path)
}

#[test]
#[ignore = "needs the right to mount a disk"]
fn what_is_finished_outlives_a_power_cut() {
    let desk = day();
    batch(&desk, "zaken -o heel --drukstroom --steekproef 2").exits(0);
    for share in 1..=2 {
        batch(&desk, &format!("zaken -o deel-{share} --drukstroom --deel {share}/2")).exits(0);
    }
    batch(&desk, "--voegsamen deel-1 deel-2 -o samen").exits(0);
    let commands = [
        ("batch", "batch zaken -o schijf/uit --drukstroom --steekproef 2 --voorbeeld", "heel"),
        ("voegsamen", "batch --voegsamen deel-1 deel-2 -o schijf/uit", "samen"),
        ("maak", "maak zaken/1.yaml -o schijf/uit", ""),
    ];
    for (name, command, expected) in commands {
        let disk = image(&desk, &format!("{name}.img"));
        let now = mounted(&desk, &disk, "schijf");
        desk.run(command).exits(0);
        // What the disk holds at this moment is what a power cut would leave.
        let copy = desk.path(&format!("{name}-daarna.img"));
        fs::copy(&disk, &copy).unwrap();
        drop(now);
        fs::remove_dir(desk.path("schijf")).unwrap();
        let after = mounted(&desk, &copy, "schijf");
        if expected.is_empty() {
            let made = tree(&desk, "schijf/uit");
            assert_eq!(made.len(), 2, "a letter and its receipt");
            desk.run("verifieer schijf/uit").exits(0);
        } else {
            same(&tree(&desk, expected), &tree(&desk, "schijf/uit"));
        }
        drop(after);
        fs::remove_dir(desk.path("schijf")).unwrap();
    }
}

#[test]
#[ignore = "needs the right to mount a disk"]
fn a_disk_that_may_only_be_read_is_left_as_it_is() {
    let desk = day();
    let disk = Disk::new(&desk, "uit", "16m");
    disk.change("ro");
    batch(&desk, "zaken -o uit").exits(74).says("hier mag niet worden geschreven");
    disk.change("rw");
    batch(&desk, "zaken -o uit").exits(0);
    assert_eq!(letters(&desk).len(), 11);
    disk.change("ro");
    let before = tree(&desk, "uit");
    batch(&desk, "zaken -o uit").exits(74);
    same(&before, &tree(&desk, "uit"));
    desk.run("verifieer uit").exits(0);
}

/// Root may write everywhere, so for root only the run into a writable folder is tested.
#[test]
fn a_folder_without_the_right_to_write_is_left_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let desk = day();
    fs::create_dir(desk.path("uit")).unwrap();
    fs::set_permissions(desk.path("uit"), fs::Permissions::from_mode(0o500)).unwrap();
    if fs::write(desk.path("uit/proef"), "").is_ok() {
        fs::remove_file(desk.path("uit/proef")).unwrap();
    } else {
        batch(&desk, "zaken -o uit").exits(74).says("geen toegang");
    }
    fs::set_permissions(desk.path("uit"), fs::Permissions::from_mode(0o700)).unwrap();
    batch(&desk, "zaken -o uit").exits(0);
}

#[test]
#[ignore = "needs the right to mount a disk"]
fn a_joining_on_a_full_disk_is_completed_by_the_same_command() {
    let desk = day();
    for share in 1..=2 {
        batch(&desk, &format!("zaken -o deel-{share} --drukstroom --deel {share}/2")).exits(0);
    }
    let join = "--voegsamen deel-1 deel-2 -o";
    batch(&desk, &format!("{join} heel")).exits(0);
    let disk = Disk::new(&desk, "schijf", "200k");
    // Another disk: letters are copied, not linked.
    batch(&desk, &format!("{join} schijf/uit")).exits(74).says("de schijf is vol");
    disk.change("size=64m");
    batch(&desk, &format!("{join} schijf/uit")).exits(0);
    same(&tree(&desk, "heel"), &tree(&desk, "schijf/uit"));
}
