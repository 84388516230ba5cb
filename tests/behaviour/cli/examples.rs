//! The example in the help of every command, which is run.

use super::commands;
use crate::support::desk::{Desk, case_of};
use crate::support::root;
use std::fs;

/// `organisatie.yaml` with no value of the example left: every word and number is another.
fn organisation() -> String {
    let example = fs::read_to_string(root("letter-templates/organisatie-voorbeeld.yaml")).unwrap();
    let own = |line: &str| match line.split_once(": ") {
        Some((key, value)) if key.contains("telefoon") => format!("{key}: {}", value.replace('0', "1")),
        Some((_, value)) if !value.starts_with(['[', '{', '#', '"']) => format!("{line} Eigen"),
        _ => line.replace('[', "[Eigen, ").replace("- ", "- Eigen "),
    };
    example.lines().map(|line| own(line) + "\n").collect()
}

/// What the examples find where they are run: a case, a folder of cases, an organisation.
fn desk() -> Desk {
    let desk = Desk::with("weigering-inreisstempel").file("organisatie.yaml", organisation());
    fs::create_dir(desk.path("zaken")).unwrap();
    fs::write(desk.path("zaken/zaak.yaml"), case_of("weigering-inreisstempel")).unwrap();
    let sheet = |file: &str| fs::read_to_string(root("docs/voorbeeld-invoer").join(file)).unwrap();
    let rows: String = sheet("zaken.csv").lines().take(3).map(|row| format!("{row}\n")).collect();
    desk.file("zaken.csv", rows).file("kolommen.yaml", sheet("kolommen.yaml"))
}

#[test]
fn every_command_has_an_example_that_works() {
    for command in commands::all() {
        let help = commands::help(&command);
        let examples: Vec<&str> = help.lines().filter_map(|line| line.strip_prefix("Voorbeeld: ")).collect();
        let [example] = examples[..] else { panic!("{command}: not one example\n{help}") };
        let arguments = example.strip_prefix("rtbrief ").unwrap_or_else(|| panic!("{example}"));
        assert!(arguments.starts_with(&command), "the example of `{command}` is of another: {example}");
        assert!(help.trim_end().ends_with(example), "the example stands last: {help}");
        let desk = desk();
        if arguments.ends_with(" brieven") || arguments.contains(" brieven --") {
            let reads = ["verifieer", "termijnen"].contains(&command.as_str());
            if reads {
                desk.run("batch zaken -o brieven").exits(0);
            }
        }
        if arguments.contains("--sjablonen sjablonen") {
            desk.run("sjablonen exporteer sjablonen").exits(0);
        }
        let before = desk.files();
        let ran = desk.run(arguments).exits(0);
        // It does something: it prints, says or writes.
        let something = !ran.out().is_empty() || !ran.errors().is_empty() || desk.files() != before;
        assert!(something, "{example} does nothing");
        ran.never_says("er is geen regel").never_says("termijnen: 0").never_says("voorbeeldorganisatie");
    }
}
