//! `handleiding`: the man pages.

use super::commands;
use crate::support::desk::Desk;
use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::Command;

/// The headings that a page can have, all of them Dutch.
const HEADINGS: &[&str] = &[
    "NAAM",
    "SAMENVATTING",
    "BESCHRIJVING",
    "ARGUMENTEN",
    "OPTIES",
    "OPDRACHTEN",
    "ACTIES",
    "TOELICHTING",
    "\"ZIE OOK\"",
];

/// A page without its marks, its white space made one space.
fn plain(page: &str) -> String {
    let text = [("\\fB", ""), ("\\fI", ""), ("\\fR", ""), ("\\-", "-"), ("\\*(Aq", "'")]
        .iter()
        .fold(page.to_owned(), |text, (mark, plain)| text.replace(mark, plain));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The options that a help text lists, short and long, with their other names.
fn options(help: &str) -> BTreeSet<&str> {
    let lines = help.lines().filter(|line| line.starts_with("  ") && line.trim_start().starts_with('-'));
    let other = help.lines().filter(|line| line.contains("[alias: --"));
    let words = lines.chain(other).flat_map(|line| line.split([' ', ',', ']', '[', '`', ';', ':']));
    words.filter(|word| word.starts_with('-') && word.len() > 1).collect()
}

#[test]
fn a_page_says_what_the_help_says() {
    for command in commands::all() {
        let help = commands::help(&command);
        let page = Desk::new().run(&format!("handleiding {command}")).exits(0).out();
        let text = plain(&page);
        let options = options(&help);
        assert!(options.contains("--help") && options.contains("--hulp"), "{help}");
        for option in options {
            assert!(text.contains(option), "{command}: no {option} in\n{page}");
        }
        let example = help.lines().find(|line| line.starts_with("Voorbeeld: ")).unwrap();
        assert!(text.contains(example), "{command}: no example in\n{page}");
        let title = format!(".TH {} 1 ", format!("rtbrief {command}").trim_end().replace(' ', "-"));
        assert!(page.contains(&title), "{page}");
        let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        assert!(headings.len() > 4, "{page}");
        assert!(headings.iter().all(|heading| HEADINGS.contains(heading)), "{command}: {headings:?}");
    }
}

#[test]
fn the_folder_has_a_page_for_every_command() {
    let desk = Desk::new();
    desk.run("handleiding -o man1").exits(0).prints_nothing().says("bladzijden in man1: ");
    for command in commands::all() {
        let file = format!("man1/{}.1", format!("rtbrief {command}").trim_end().replace(' ', "-"));
        assert_eq!(desk.read(&file), desk.run(&format!("man {command}")).exits(0).out(), "{file}");
    }
    let pages = desk.files().iter().filter(|file| file.ends_with(".1")).count();
    assert_eq!(pages, commands::all().len());
    // The same pages again are fine; another file is only replaced when that was asked.
    desk.run("handleiding -o man1").exits(0);
    let desk = desk.file("man1/rtbrief.1", "van mij");
    desk.run("handleiding -o man1").exits(1).says("bestaat al en is anders");
    assert_eq!(desk.read("man1/rtbrief.1"), "van mij");
    desk.run("handleiding -o man1 --overschrijf").exits(0);
    assert!(desk.read("man1/rtbrief.1").contains(".TH rtbrief 1 "));
}

#[test]
fn groff_has_nothing_to_say_of_a_page() {
    let desk = Desk::new();
    desk.run("handleiding -o man1").exits(0);
    for file in desk.files().iter().filter(|file| file.ends_with(".1")) {
        let arguments = ["-man", "-ww", "-z", "-K", "utf8", "-T", "utf8"];
        let Ok(ran) = Command::new("groff").args(arguments).arg(desk.path(file)).output() else {
            std::io::stderr().write_all(b"skipped: there is no groff here\n").unwrap();
            return;
        };
        let said = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert!(ran.status.success() && said.is_empty(), "{file}: {said}");
    }
}
