//! `aanvulling`: the completion scripts of the shells.

use super::commands;
use crate::support::desk::Desk;
use std::io::Write as _;
use std::process::Command;

/// Runs bash; its output, and whether it was content. `None` where there is no bash.
fn bash(arguments: &[&str]) -> Option<(String, bool)> {
    let Ok(ran) = Command::new("bash").args(["--norc", "--noprofile"]).args(arguments).output() else {
        std::io::stderr().write_all(b"skipped: there is no bash here\n").unwrap();
        return None;
    };
    let said = [ran.stdout, ran.stderr].concat();
    Some((String::from_utf8(said).unwrap(), ran.status.success()))
}

#[test]
fn every_script_names_every_command_and_option() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = Desk::new().run(&format!("aanvulling {shell}")).exits(0).out();
        for command in commands::all() {
            let last = command.split(' ').next_back().unwrap();
            assert!(script.contains(last), "{shell}: {command}");
        }
        for option in ["te-bevestigen", "drukstroom", "zonder-kwitantie", "hulp"] {
            assert!(script.contains(option), "{shell}: {option}");
        }
        assert_eq!(script, Desk::new().run(&format!("completions {shell}")).exits(0).out());
    }
}

#[test]
fn bash_takes_the_script_and_completes_with_it() {
    let desk = Desk::new();
    let script = desk.run("aanvulling bash").exits(0).out();
    let desk = desk.file("rtbrief.bash", &script);
    let path = desk.path("rtbrief.bash");
    let path = path.to_str().unwrap();
    let Some((said, fine)) = bash(&["-n", path]) else { return };
    assert!(fine && said.is_empty(), "{said}");
    for (typed, expected) in [
        ("rtbrief regel", "regels"),
        ("rtbrief ma", "maak man"),
        ("rtbrief batch --adres", "--adresbestand"),
        ("rtbrief sjablonen le", "lees"),
        ("rtbrief aanvulling ", "bash zsh fish powershell"),
    ] {
        let words: Vec<&str> = typed.split(' ').collect();
        let (last, before) = (words[words.len() - 1], words[words.len() - 2]);
        let ask = format!(
            "source '{path}'; COMP_WORDS=({} '{last}'); COMP_CWORD={}; _rtbrief rtbrief '{last}' '{before}'; \
             echo \"${{COMPREPLY[*]}}\"",
            words[..words.len() - 1].join(" "),
            words.len() - 1,
        );
        let (said, fine) = bash(&["-c", &ask]).unwrap();
        assert!(fine, "{said}");
        for word in expected.split(' ') {
            assert!(said.split_whitespace().any(|found| found == word), "{typed}: {said}");
        }
    }
}
