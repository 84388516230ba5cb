//! The commands of the program and the actions of a command, as `--help` lists them.

use crate::support::desk::Desk;

/// The words of every command and action, after those of the program itself, which has none.
pub fn all() -> Vec<String> {
    let mut found = vec![String::new()];
    for command in listed(&help(""), "Opdrachten:") {
        let actions = listed(&help(&command), "Acties:");
        found.push(command.clone());
        found.extend(actions.iter().map(|action| format!("{command} {action}")));
    }
    assert!(found.len() > 10 && found.contains(&"sjablonen lees".to_owned()), "{found:?}");
    found
}

/// The help of a command.
pub fn help(command: &str) -> String {
    Desk::new().run(&format!("{command} --help")).exits(0).out()
}

/// The first word of each line below a heading.
fn listed(help: &str, heading: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| *line != heading).skip(1).take_while(|line| !line.is_empty());
    let lines = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    lines.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}
