//! What README.md and the guides in docs/ show really happens: cases, commands, outputs and exit codes.
//!
//! A document is run from top to bottom in an empty folder, as its reader would:
//! - a block `yaml NAME` is that file; `yaml NAME BASE` is the file BASE with these top-level keys in place
//!   of its own;
//! - a block `console` holds commands and what they print; `console 3` says that the exit code is 3. A line
//!   `…` stands for any lines, and a line that ends in `…` for any rest of the line;
//! - a block `csv NAME BASE` is that file; a cell `bN…` in it is the id on row N of the file BASE, which a command wrote;
//! - a block `sh` or `powershell` holds commands whose output is not shown; in a block `console`, `PS> ` is the prompt of the
//!   latter too;
//! - a block `diff FOLDER FILE` changes lines of a file that is there: each `-` and its `+`; a line that ends in `…` stands for
//!   any rest of the line;
//! - a block `shell` or `python` is a program that calls ours; the block `text` behind it is what it prints;
//! - a block without a kind is not run.

use std::fs;
use std::path::Path;
use std::process::Command;

const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");
/// The program by its names: as installed, from a clone, and in the folder itself.
const NAMES: [&str; 3] = ["rtbrief ", "cargo run --release --locked -- ", ".\\rtbrief "];
/// Programs of Windows that show something to the reader.
const SHOWING: [&str; 2] = ["notepad ", "Invoke-Item "];
/// A watch goes on until its user stops it; another test follows one.
const ENDLESS: &str = "--volg";
/// Commands that a test cannot run inside itself.
const NOT_RUN: [&str; 2] = ["cargo test --release --locked", "cargo install --path . --locked"];

struct Block {
    /// Line of the opening fence, from 1.
    line: usize,
    info: Vec<String>,
    text: String,
}

fn document(name: &str) -> String {
    // The output folder of the README becomes one inside the folder of the test.
    fs::read_to_string(Path::new(REPOSITORY).join(name)).unwrap().replace("/tmp/", "")
}

fn blocks(document: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut inside = false;
    for (index, line) in document.lines().enumerate() {
        if let Some(info) = line.strip_prefix("```") {
            inside = !inside;
            if inside {
                let info = info.split_whitespace().map(str::to_owned).collect();
                found.push(Block { line: index + 1, info, text: String::new() });
            }
        } else if inside {
            let text = &mut found.last_mut().unwrap().text;
            text.push_str(line);
            text.push('\n');
        }
    }
    assert!(!inside, "a block is not closed");
    found
}

/// The parts of a YAML file that begin with a top-level key, with that key.
fn sections(yaml: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in yaml.lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            found.push((line.split(':').next().unwrap().to_owned(), String::new()));
        }
        // What stands above the first key is a comment.
        let Some((_, text)) = found.last_mut() else { continue };
        text.push_str(line);
        text.push('\n');
    }
    found
}

/// The file `base` with the top-level keys of `change` in place of its own.
fn changed(base: &str, change: &str) -> String {
    let mut all = sections(base);
    for (key, text) in sections(change) {
        match all.iter_mut().find(|(old, _)| *old == key) {
            Some((_, place)) => *place = text,
            None => all.push((key, text)),
        }
    }
    all.into_iter().map(|(_, text)| text).collect()
}

/// The words of a command; a quoted part is one word.
fn words(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    let each = parts.flat_map(|(index, part)| match index % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    each.collect()
}

/// Runs the program in the folder; gives what it prints and its exit code.
fn run(arguments: &str, folder: &Path) -> (String, i32) {
    let arguments = words(arguments);
    for case in arguments.iter().filter(|a| a.starts_with("fixtures/")) {
        let place = folder.join(case);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::copy(Path::new(REPOSITORY).join(case), place).unwrap_or_else(|e| panic!("{case}: {e}"));
    }
    let output = Command::new(env!("CARGO_BIN_EXE_rtbrief"))
        .args(&arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env_remove("RTBRIEF_ORGANISATIE")
        .output()
        .unwrap();
    let printed = [output.stderr, output.stdout].concat();
    (String::from_utf8(printed).unwrap(), output.status.code().expect("an exit code"))
}

fn program(command: &str) -> Option<&str> {
    NAMES.iter().find_map(|name| command.strip_prefix(name))
}

fn is_shown(shown: &[&str], real: &[&str]) -> bool {
    match (shown.split_first(), real.split_first()) {
        (None, _) => real.is_empty(),
        (Some((&"…", rest)), _) => (0..=real.len()).any(|skipped| is_shown(rest, &real[skipped..])),
        (Some(_), None) => false,
        (Some((line, rest)), Some((found, more))) => {
            let same = line.strip_suffix('…').map_or(line == found, |start| found.starts_with(start));
            same && is_shown(rest, more)
        }
    }
}

/// Runs every command of a `console` block and compares what it prints.
fn console(block: &Block, place: &str, folder: &Path) {
    let code = block.info.get(1).map_or(0, |code| code.parse().unwrap());
    let prompt = if block.text.starts_with("PS> ") { "PS> " } else { "$ " };
    for part in block.text.split(prompt).filter(|part| !part.is_empty()) {
        let (command, shown) = part.split_once('\n').unwrap();
        let arguments =
            program(command).unwrap_or_else(|| panic!("{place}: not a command of ours: {command}"));
        let (printed, exit) = run(arguments, folder);
        let shown: Vec<&str> = shown.lines().map(str::trim_end).collect();
        let real: Vec<&str> = printed.lines().map(str::trim_end).collect();
        assert!(is_shown(&shown, &real), "{place}: `{command}` prints something else:\n{printed}");
        assert_eq!(exit, code, "{place}: exit code of `{command}`");
    }
}

/// Runs every command of a `sh` block.
fn shell(block: &Block, place: &str, folder: &Path) {
    for command in block.text.lines() {
        if let Some(arguments) = program(command) {
            let (printed, exit) = run(arguments, folder);
            assert_eq!(exit, 0, "{place}: `{command}` prints:\n{printed}");
        } else if let Some(names) = command.strip_prefix("cp ") {
            let (from, to) = names.split_once(' ').unwrap();
            fs::copy(Path::new(REPOSITORY).join(from), folder.join(to)).unwrap();
        } else {
            assert!(NOT_RUN.contains(&command), "{place}: unknown command: {command}");
        }
    }
}

/// Runs every command of a `powershell` block.
fn powershell(block: &Block, place: &str, folder: &Path) {
    for command in block.text.lines() {
        if let Some(arguments) = program(command) {
            let arguments = arguments.split(" | ").next().unwrap().replace('\\', "/");
            if !arguments.contains(ENDLESS) {
                let (printed, exit) = run(&arguments, folder);
                assert_eq!(exit, 0, "{place}: `{command}` prints:\n{printed}");
            }
        } else if let Some(names) = command.strip_prefix("Copy-Item ") {
            let names = names.replace('\\', "/");
            let (from, to) = names.split_once(' ').unwrap();
            fs::copy(Path::new(REPOSITORY).join(from), folder.join(to)).unwrap();
        } else {
            let shown = SHOWING.iter().find_map(|program| command.strip_prefix(program));
            let shown = shown.unwrap_or_else(|| panic!("{place}: unknown command: {command}"));
            assert!(folder.join(shown).exists(), "{place}: {shown} is not there to be shown");
        }
    }
}

/// Replaces lines of a file: each that a `-` shows by the one that the `+` below it shows.
fn change_lines(block: &Block, place: &str, file: &Path) {
    let mut text = fs::read_to_string(file).unwrap();
    let lines: Vec<&str> = block.text.lines().collect();
    for pair in lines.chunks(2) {
        let [old, new] = [pair[0].strip_prefix('-').unwrap(), pair[1].strip_prefix('+').unwrap()];
        let is_old =
            |line: &&str| old.strip_suffix('…').map_or(*line == old, |start| line.starts_with(start));
        let found =
            text.lines().find(is_old).unwrap_or_else(|| panic!("{place}: no line ‘{old}’")).to_owned();
        text = text.replacen(&found, new, 1);
    }
    fs::write(file, text).unwrap();
}

/// Runs a program in another language that calls ours by its name.
fn script(block: &Block, place: &str, folder: &Path) -> String {
    let own = Path::new(env!("CARGO_BIN_EXE_rtbrief")).parent().unwrap().to_owned();
    #[allow(clippy::disallowed_methods)] // python3 and sh are found by it
    let others = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(own).chain(std::env::split_paths(&others))).unwrap();
    let (program, arguments) = match block.info[0].as_str() {
        "python" => ("python3", ["-c", &block.text]),
        _ => ("sh", ["-c", &block.text]),
    };
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .env("PATH", path)
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env_remove("RTBRIEF_ORGANISATIE")
        .output()
        .unwrap_or_else(|error| panic!("{place}: {program}: {error}"));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && errors.is_empty(), "{place}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// A CSV file in which a cell `bN…` is the id on row N of another.
fn with_ids(text: &str, base: &str) -> String {
    let ids: Vec<&str> = base.lines().skip(1).map(|row| row.split([',', ';']).next().unwrap()).collect();
    let mut used = Vec::new();
    let filled: String = text
        .lines()
        .map(|row| match row.split_once("…;") {
            Some((cell, rest)) => {
                let place: usize = cell.strip_prefix('b').unwrap().parse().unwrap();
                used.push(place);
                format!("{};{rest}\n", ids[place - 1])
            }
            None => format!("{row}\n"),
        })
        .collect();
    used.sort_unstable();
    assert_eq!(used, (1..=ids.len()).collect::<Vec<_>>(), "every letter of the post once");
    filled
}

/// Runs a document from top to bottom; demands that a command further on uses every case file that it gives.
fn follow(name: &str) -> tempfile::TempDir {
    let document = document(name);
    let folder = tempfile::tempdir().unwrap();
    let blocks = blocks(&document);
    let mut printed = None;
    for (index, block) in blocks.iter().enumerate() {
        let place = format!("{name}:{}", block.line);
        let info: Vec<&str> = block.info.iter().map(String::as_str).collect();
        match info[..] {
            ["yaml", file, ref base @ ..] => {
                let text = match base.first() {
                    Some(base) => {
                        changed(&fs::read_to_string(folder.path().join(base)).unwrap(), &block.text)
                    }
                    None => block.text.clone(),
                };
                fs::write(folder.path().join(file), text).unwrap();
                let used = blocks[index..]
                    .iter()
                    .any(|b| "console" == b.info.first().map_or("", String::as_str) && b.text.contains(file));
                assert!(used, "{place}: no command uses {file}");
            }
            ["csv", file, base] => {
                let base = fs::read_to_string(folder.path().join(base)).unwrap();
                fs::write(folder.path().join(file), with_ids(&block.text, &base)).unwrap();
            }
            ["console", ..] => console(block, &place, folder.path()),
            ["sh"] => shell(block, &place, folder.path()),
            ["powershell"] => powershell(block, &place, folder.path()),
            ["diff", inside, file] => change_lines(block, &place, &folder.path().join(inside).join(file)),
            ["shell" | "python"] => printed = Some(script(block, &place, folder.path())),
            ["text"] => assert_eq!(printed.take().as_ref(), Some(&block.text), "{place}"),
            [] => {}
            _ => panic!("{place}: unknown kind of block: {info:?}"),
        }
    }
    assert_eq!(printed, None, "{name}: nothing says what the last program prints");
    folder
}

/// The commands that the help names.
fn commands() -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let (help, _) = run("--help", folder.path());
    let list = help.lines().skip_while(|line| *line != "Opdrachten:").skip(1);
    list.take_while(|line| !line.is_empty()).map(|line| words(line)[0].clone()).collect()
}

#[test]
fn the_readme_tells_what_happens() {
    let folder = follow("README.md");
    let letter = fs::read(folder.path().join("brief/RTB-2026-000019_weigeringsbesluit.pdf")).unwrap();
    assert!(letter.starts_with(b"%PDF-1.7"));
}

#[test]
fn the_handleiding_tells_what_happens() {
    let folder = follow("docs/handleiding.md");
    let letter = fs::read(folder.path().join("brieven/RTB-2026-000123_weigeringsbesluit.pdf")).unwrap();
    assert!(letter.starts_with(b"%PDF-1.7"));
}

#[test]
fn the_guide_to_many_letters_tells_what_happens() {
    let folder = follow("docs/batch.md");
    assert!(folder.path().join("uit/drukstroom-0001.pdf").exists());
}

#[test]
fn the_guide_to_printing_tells_what_happens() {
    let folder = follow("docs/drukwerk.md");
    let manifest = fs::read_to_string(folder.path().join("uit/manifest.jsonl")).unwrap();
    let codes = fs::read_to_string(folder.path().join("codes.csv")).unwrap();
    let ids: Vec<&str> = codes.lines().skip(1).map(|row| row.split(';').next().unwrap()).collect();
    assert_eq!(manifest.lines().count(), ids.len());
    assert!(manifest.lines().zip(ids).all(|(row, id)| row.contains(&format!("\"id\":\"{id}\""))));
}

#[test]
fn the_first_steps_on_windows_tell_what_happens() {
    let folder = follow("docs/windows.md");
    assert!(folder.path().join("brieven/RTB-2026-000019_weigeringsbesluit.pdf").exists());
}

#[test]
fn the_guide_for_authors_of_templates_tells_what_happens() {
    let folder = follow("docs/sjabloonauteurs.md");
    let difference = folder.path().join("verschillen/RTB-2026-000123_weigeringsbesluit_verschil.pdf");
    assert!(fs::read(difference).unwrap().starts_with(b"%PDF-1.7"));
}

#[test]
fn the_guide_for_lawyers_tells_what_happens() {
    follow("docs/juristen.md");
}

#[test]
fn the_guide_for_integrators_tells_what_happens() {
    let folder = follow("docs/integratie.md");
    for file in [
        "brieven/RTB-2026-000019_weigeringsbesluit.MDTO.xml",
        "opdracht/metagegevens/RTB-2026-000019_weigeringsbesluit.zgw.json",
        "opdracht/metagegevens/open-zaak.csv",
    ] {
        assert!(folder.path().join(file).exists(), "{file}");
    }
}

/// The worked example: from a spreadsheet of twenty people to letters, registers and the list for a zaaksysteem.
#[test]
fn the_guide_from_a_spreadsheet_tells_what_happens() {
    let folder = follow("docs/invoer.md");
    let rows = |file: &str| fs::read_to_string(folder.path().join("uit").join(file)).unwrap().lines().count();
    assert_eq!(rows("manifest.jsonl"), 20);
    assert_eq!(rows("manifest.csv"), 21);
    assert_eq!(rows("kwitanties.jsonl"), 20);
    assert_eq!(rows("fouten.jsonl"), 0);
    assert_eq!(rows("metagegevens/open-zaak.csv"), 19);
    assert_eq!(rows("metagegevens/open-zaak-2.csv"), 3);
    for file in ["drukstroom-0001.pdf", "drukstroom-0002.pdf", "brieven/RTB-2026-706_weigeringsbesluit.pdf"] {
        assert!(folder.path().join("uit").join(file).exists(), "{file}");
    }
}

/// A guide in docs/ that nobody follows here could show anything.
#[test]
fn every_guide_that_shows_commands_is_followed() {
    let tests = fs::read_to_string(Path::new(REPOSITORY).join(file!())).unwrap();
    for entry in fs::read_dir(Path::new(REPOSITORY).join("docs")).unwrap() {
        let name = format!("docs/{}", entry.unwrap().file_name().into_string().unwrap());
        let shows = |name: &str| {
            let kinds = ["console", "sh", "powershell"];
            blocks(&document(name)).iter().any(|block| block.info.iter().any(|word| kinds.contains(&&**word)))
        };
        // The programs of a cluster run the commands of that guide (`tests/cluster`).
        if name.ends_with(".md") && name != "docs/cluster.md" && shows(&name) {
            assert!(tests.contains(&format!("follow(\"{name}\")")), "nobody follows {name}");
        }
    }
}

#[test]
fn the_documents_name_every_command_and_no_other() {
    let commands = commands();
    assert!(!commands.is_empty());
    for name in ["README.md", "docs/handleiding.md"] {
        let document = document(name);
        for command in &commands {
            assert!(document.contains(&format!("rtbrief {command}")), "{name} does not name `{command}`");
        }
        for after in document.split("`rtbrief ").skip(1) {
            let named = after.split(['`', ' ']).next().unwrap();
            let known = named.starts_with('-') || commands.iter().any(|command| command == named);
            assert!(known, "{name} names `rtbrief {named}`, which does not exist");
        }
    }
}

#[test]
fn local_links_lead_somewhere() {
    let guides = fs::read_dir(Path::new(REPOSITORY).join("docs")).unwrap();
    let guides = guides.map(|entry| format!("docs/{}", entry.unwrap().file_name().into_string().unwrap()));
    let guides = guides.filter(|name| name.ends_with(".md"));
    for name in guides.chain(["README.md".to_owned(), "letter-templates/README.md".to_owned()]) {
        let folder = Path::new(REPOSITORY).join(&name);
        for link in document(&name).split("](").skip(1).map(|rest| rest.split([')', '#']).next().unwrap()) {
            let found = link.contains("://") || folder.parent().unwrap().join(link).exists();
            assert!(found, "{name}: {link} is not there");
        }
    }
}
