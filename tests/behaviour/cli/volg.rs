//! `maak --volg`: letters that follow a file at every save, and are gone when they no longer follow from it.

use crate::support::desk::{Desk, case_of};
use crate::support::root;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

const FIXTURE: &str = "weigering-inreisstempel";
const STREET: &str = "straat: Stationsplein,";
const LETTER: &str = "uit/RTB-2026-000019_weigeringsbesluit.txt";
const RECEIPT: &str = "uit/RTB-2026-000019_weigeringsbesluit.txt.kwitantie.json";
/// More than any machine needs; it ends a test that would wait for ever.
const LONG: Duration = Duration::from_secs(120);

/// A watch that is running, and what it says.
struct Watching {
    program: Child,
    said: Receiver<String>,
}

impl Watching {
    fn start(desk: &Desk, options: &str) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_rtbrief"))
            .args(["maak", "--volg", "--formaat", "txt", "-o", "uit"])
            .args(options.split_whitespace())
            .current_dir(desk.path(""))
            .env_clear()
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, said) = channel();
        let errors = BufReader::new(program.stderr.take().unwrap());
        // The thread ends when the program does.
        thread::spawn(move || errors.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { program, said }
    }

    /// Waits until a line begins so, and returns it with those before it.
    fn until(&self, start: &str) -> Vec<String> {
        let mut lines = Vec::new();
        loop {
            match self.said.recv_timeout(LONG) {
                Ok(line) => lines.push(line),
                Err(_) => panic!("no line begins with ‘{start}’:\n{}", lines.join("\n")),
            }
            if lines.last().unwrap().starts_with(start) {
                return lines;
            }
        }
    }

    /// Stops it as a user does; returns its exit code and what it said after the last line that was read.
    fn stop(mut self) -> (Option<i32>, Vec<String>) {
        let id = self.program.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        let code = self.program.wait().unwrap().code();
        let rest = std::iter::from_fn(|| self.said.recv_timeout(LONG).ok());
        (code, rest.collect())
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // Of a test that failed; a watch that was stopped is not there any more.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// Saves a file as many editors do: another one takes its place.
fn save_by_rename(desk: &Desk, file: &str, text: &str) {
    fs::write(desk.path("nieuw"), text).unwrap();
    fs::rename(desk.path("nieuw"), desk.path(file)).unwrap();
}

fn letter(desk: &Desk) -> String {
    desk.read(LETTER)
}

#[test]
fn a_letter_follows_its_case_and_goes_when_it_no_longer_follows() {
    let case = case_of(FIXTURE);
    assert!(case.contains(STREET));
    let living = |street: &str| case.replace(STREET, &format!("straat: {street},"));
    let desk = Desk::new().file("zaak.yaml", &case);
    let watching = Watching::start(&desk, "zaak.yaml");
    watching.until(&format!("1 brief: {LETTER}"));
    assert!(desk.path(RECEIPT).exists());
    let first = letter(&desk);
    // Written over, and put in its place.
    fs::write(desk.path("zaak.yaml"), living("Nieuwstraat")).unwrap();
    watching.until(&format!("1 brief: {LETTER}"));
    assert!(letter(&desk).contains("Nieuwstraat") && !first.contains("Nieuwstraat"));
    save_by_rename(&desk, "zaak.yaml", &living("Anderestraat"));
    watching.until(&format!("1 brief: {LETTER}"));
    assert!(letter(&desk).contains("Anderestraat"));
    // A broken case has a finding and no letter; the next save has one again.
    save_by_rename(&desk, "zaak.yaml", &format!("{case}kapot: [\n"));
    let said = watching.until("geen brief; bevindingen: F1").join("\n");
    assert!(said.contains("fout[F1") && said.ends_with(&format!("weggehaald: {LETTER}")), "{said}");
    assert!(!desk.path(LETTER).exists() && !desk.path(RECEIPT).exists());
    save_by_rename(&desk, "zaak.yaml", &case);
    watching.until(&format!("1 brief: {LETTER}"));
    assert_eq!(letter(&desk), first);
    // Another letter from the same file: the old one does not stay as if it were the letter of the case.
    let other = case_of("triage-negatief-andere-verblijfsgrond-zonder-tkb");
    save_by_rename(&desk, "zaak.yaml", &other);
    let said = watching.until("1 brief: ").pop().unwrap();
    assert!(said.ends_with(&format!("; weggehaald: {LETTER}")), "{said}");
    let letters: Vec<String> = desk.files().into_iter().filter(|name| name.ends_with(".txt")).collect();
    assert!(letters.len() == 1 && said.contains(&letters[0]), "{letters:?} {said}");
    let (code, said) = watching.stop();
    assert_eq!(code, Some(130), "{said:?}");
    assert_eq!(said.last().unwrap(), "gestopt; de brieven van de laatste keer staan er nog");
    assert!(desk.path(&letters[0]).exists());
    // Nothing half written stays behind.
    assert!(!desk.files().iter().any(|name| name.contains(".rtbrief-")), "{:?}", desk.files());
}

#[test]
fn the_templates_and_the_organisation_are_followed_too() {
    let desk = Desk::with(FIXTURE);
    desk.run("sjablonen exporteer map").exits(0);
    let watching = Watching::start(&desk, "zaak.yaml --sjablonen map");
    watching.until("1 brief: ");
    let template = desk.read("map/parts/hulp.md");
    let (from, to) = ("## Hebt u vragen of wilt u hulp?", "## Wilt u iets vragen?");
    fs::write(desk.path("map/parts/hulp.md"), template.replace(from, to)).unwrap();
    watching.until("1 brief: ");
    assert!(letter(&desk).contains("Wilt u iets vragen?"));
    // An error in a template: no letter, and it goes on.
    save_by_rename(&desk, "map/parts/hulp.md", &format!("{template}\n{{{{ bestaat_niet }}}}\n"));
    let said = watching.until("geen brief; een fout in de opdracht").join("\n");
    assert!(said.contains("F601: map/parts/hulp.md"), "{said}");
    assert!(!desk.path(LETTER).exists());
    save_by_rename(&desk, "map/parts/hulp.md", &template);
    watching.until("1 brief: ");
    let example = fs::read_to_string(root("letter-templates/organisatie-voorbeeld.yaml")).unwrap();
    let own = example.replacen("Voorbeelddienst Tijdelijke Bescherming", "Dienst Opvang", 1);
    assert_ne!(own, example);
    fs::write(desk.path("organisatie.yaml"), own).unwrap();
    watching.until("1 brief: ");
    assert!(letter(&desk).contains("Dienst Opvang"));
    assert_eq!(watching.stop().0, Some(130));
}

#[test]
fn a_letter_of_somebody_else_is_never_replaced_or_taken_away() {
    let case = case_of(FIXTURE);
    let desk = Desk::new().file("zaak.yaml", &case);
    desk.run("maak zaak.yaml --formaat txt -o uit").exits(0);
    let before = letter(&desk);
    let watching = Watching::start(&desk, "zaak.yaml");
    watching.until("1 brief: ");
    // It was there before the watch: another letter does not replace it, and a broken case does not take it away.
    save_by_rename(&desk, "zaak.yaml", &case.replace(STREET, "straat: Nieuwstraat,"));
    watching.until("geen brief; bevindingen: F702");
    save_by_rename(&desk, "zaak.yaml", "kapot: [\n");
    watching.until("geen brief; bevindingen: F1");
    assert_eq!(letter(&desk), before);
    assert_eq!(watching.stop().0, Some(130));
    // Nor does one that somebody changed meanwhile, though the watch made it.
    fs::remove_dir_all(desk.path("uit")).unwrap();
    fs::write(desk.path("zaak.yaml"), &case).unwrap();
    let watching = Watching::start(&desk, "zaak.yaml");
    watching.until("1 brief: ");
    fs::write(desk.path(LETTER), "ondertekend").unwrap();
    save_by_rename(&desk, "zaak.yaml", "kapot: [\n");
    let said = watching.until("geen brief; ").pop().unwrap();
    assert!(said.ends_with("is door iets anders veranderd en blijft staan"), "{said}");
    assert_eq!(letter(&desk), "ondertekend");
    assert_eq!(watching.stop().0, Some(130));
}

#[test]
fn what_contradicts_a_watch_is_wrong_use() {
    let desk = Desk::with(FIXTURE);
    for (options, said) in [
        ("zaak.yaml -o -", "`--volg` kan niet bij standaarduitvoer"),
        ("-", "`--volg` kan niet bij standaardinvoer"),
        ("zaak.yaml --droog", "gaat niet samen met"),
        ("zaak.yaml --json", "gaat niet samen met"),
    ] {
        let ran = desk.run(&format!("maak --volg {options}")).exits(2).says(said);
        if !options.ends_with("--json") {
            ran.prints_nothing();
        }
    }
    assert_eq!(desk.files(), ["zaak.yaml"]);
}
