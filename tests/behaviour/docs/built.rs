//! Commands, options, keys and words: each that the documents name is in the program or in `docs/spec/not-built.md`.

use super::{one_line, section, text};
use rtbrief::case::model::Keys;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Words that stand before a colon in the comments of the example blocks, but are no keys.
const NOT_KEYS: &[&str] = &[
    "ander_familielid",
    "duurzaam",
    "error",
    "foreign",
    "ground",
    "it",
    "optional",
    "said",
    "step",
    "voogd",
    "weigering",
];

/// One bullet of `docs/spec/not-built.md`.
struct NotBuilt {
    place: String,
    thing: String,
    quote: String,
}

fn not_built() -> Vec<NotBuilt> {
    let mut place = String::new();
    let mut found = Vec::new();
    for line in text("docs/spec/not-built.md").lines() {
        if let Some(name) = line.strip_prefix("## ") {
            name.clone_into(&mut place);
        } else if let Some(rest) = line.strip_prefix("- ") {
            let parts = rest.strip_prefix('`').and_then(|rest| rest.split_once("`: “"));
            let parts = parts.and_then(|(thing, quote)| Some((thing, quote.strip_suffix('”')?)));
            let (thing, quote) = parts.unwrap_or_else(|| panic!("a bullet of the wrong form: {line}"));
            let (thing, quote) = (thing.to_owned(), quote.to_owned());
            found.push(NotBuilt { place: place.clone(), thing, quote });
        }
    }
    found
}

fn things() -> BTreeSet<String> {
    not_built().into_iter().map(|row| row.thing).collect()
}

fn help(arguments: &[&str]) -> String {
    let program = Command::new(env!("CARGO_BIN_EXE_rtbrief")).args(arguments).arg("--help").output().unwrap();
    String::from_utf8(program.stdout).unwrap()
}

/// The options that a text names, long and short.
fn options(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices('-') {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_' || c == '/') {
            continue;
        }
        let name = text[at..].trim_start_matches('-');
        let dashes = text[at..].len() - name.len();
        let end = name.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap_or(name.len());
        let capital = name.starts_with(|c: char| c.is_ascii_uppercase()) && dashes == 1;
        let (name, after) = if capital { name.split_at(1) } else { name.split_at(end) };
        let short = dashes == 1 && name.len() == 1 && !after.starts_with(|c: char| c.is_alphanumeric());
        if short || (dashes == 2 && name.len() > 1) {
            found.insert(format!("{}{}", &text[at..at + dashes], name.trim_end_matches('-')));
        }
    }
    found
}

/// The options of a command and of its actions.
fn options_of(command: &str) -> BTreeSet<String> {
    let own = help(&[command]);
    let actions =
        own.lines().skip_while(|line| *line != "Acties:").skip(1).take_while(|line| !line.is_empty());
    let actions = actions.filter_map(|line| line.split_whitespace().next());
    let of_actions = actions.flat_map(|action| options(&help(&[command, action])));
    of_actions.chain(options(&own)).collect()
}

/// What `--help` has: each command with its alias and its options; "" is the program itself.
fn built() -> BTreeMap<String, (Option<String>, BTreeSet<String>)> {
    let top = help(&[]);
    let list =
        top.lines().skip_while(|line| *line != "Opdrachten:").skip(1).take_while(|line| !line.is_empty());
    let mut found = BTreeMap::from([(String::new(), (None, options(&top)))]);
    for line in list.filter(|line| line.starts_with("  ") && !line.starts_with("   ")) {
        let command = line.split_whitespace().next().unwrap();
        let alias = line.split_once("[alias: ").map(|(_, rest)| rest.trim_end_matches(']').to_owned());
        found.insert(command.to_owned(), (alias, options_of(command)));
    }
    assert!(found.len() > 5, "{top}");
    found
}

/// The rows of the table of commands: name, alias, the whole row.
fn rows() -> Vec<(String, Option<String>, String)> {
    let document = text("docs/spec/cli.md");
    let mut found = Vec::new();
    for row in document.lines().filter(|line| line.starts_with("| `")) {
        let cell = row.replace("\\|", "¦");
        let cell = cell.trim_start_matches("| ").split(" | ").next().unwrap().to_owned();
        // `a X` (`b`), or `a`, `b` (`c`, `d`)
        let (names, aliases) =
            cell.split_once(" (`").map_or((cell.as_str(), ""), |(names, rest)| (names, rest));
        let first = |part: &str| {
            let word = part.trim_matches(|c| "`() ".contains(c)).split(' ').next().unwrap();
            word.to_owned()
        };
        let mut aliases = aliases.split("`, `").map(first).filter(|alias| !alias.is_empty());
        for name in names.split("`, `") {
            found.push((first(name), aliases.next(), row.replace("\\|", "|")));
        }
    }
    found
}

#[test]
fn every_command_of_the_documents_is_in_the_program_or_not_built() {
    let (built, missing) = (built(), things());
    let rows = rows();
    assert!(rows.len() > 10);
    for (name, alias, row) in &rows {
        let Some((real, options_of_it)) = built.get(name) else {
            assert!(missing.contains(name), "cli.md promises `{name}`, neither built nor in not-built.md");
            continue;
        };
        assert_eq!(real, alias, "alias of {name}");
        // What the command does not have must be in not-built.md with its name: `batch --x`.
        for option in options(row) {
            let here = options_of_it.contains(&option) || missing.contains(&format!("{name} {option}"));
            assert!(here, "cli.md promises `{name} {option}`, neither built nor in not-built.md");
        }
    }
    for command in built.keys().filter(|name| !name.is_empty()) {
        assert!(rows.iter().any(|(name, ..)| name == command), "no row of cli.md is about `{command}`");
    }
}

#[test]
fn every_option_of_the_documents_is_in_the_program_or_not_built() {
    let (built, missing) = (built(), things());
    let known: BTreeSet<&String> = built.values().flat_map(|(_, options)| options).collect();
    let listed: BTreeSet<String> = missing.iter().flat_map(|thing| options(thing)).collect();
    let documents = [text("docs/spec/cli.md"), text("docs/spec/batch.md")].concat();
    let named = options(&documents);
    assert!(named.len() > 30, "{named:?}");
    for option in &named {
        assert!(
            known.contains(option) || listed.contains(option),
            "{option} is neither built nor in not-built.md"
        );
    }
    for option in known {
        assert!(named.contains(option), "{option} of --help stands in neither cli.md nor batch.md");
    }
}

#[test]
fn nothing_that_is_built_is_listed_as_missing() {
    let built = built();
    let keys: Vec<_> = Keys::all().flat_map(Keys::rows).collect();
    for thing in things() {
        let mut words = thing.split(' ');
        let first = words.next().unwrap();
        if let Some(option) = thing.split(' ').find(|word| word.starts_with('-')) {
            let commands = built.iter().filter(|(name, _)| first == option || *name == first);
            for (name, (_, options)) in commands {
                assert!(!options.contains(option), "`{name} {option}` is built: take it off the list");
            }
        } else if thing.split_whitespace().count() == 1 && !thing.contains('.') {
            assert!(!built.contains_key(&thing), "`{thing}` is built: take it off the list");
        } else if let Some((path, word)) = thing.split_once(": ") {
            let has = keys.iter().any(|key| plain(key.fact.pattern()) == path && key.words().contains(&word));
            assert!(!has, "`{thing}` is built: take it off the list");
        } else {
            let has = keys.iter().any(|key| plain(key.fact.pattern()) == thing);
            assert!(!has, "`{thing}` is built: take it off the list");
        }
    }
}

fn plain(pattern: &str) -> String {
    pattern.replace("[]", "")
}

#[test]
fn every_promise_in_not_built_stands_where_it_says() {
    let rows = not_built();
    assert!(!rows.is_empty());
    for NotBuilt { place, thing, quote } in rows {
        let (file, number) = place.split_once(" section ").unwrap_or((&place, ""));
        let document = text(file);
        let document = if number.is_empty() { Some(document) } else { section(&document, number) };
        let document = document.unwrap_or_else(|| panic!("{place}: no such section"));
        let there = one_line(&document).contains(&one_line(&quote));
        assert!(there, "`{thing}`: {place} does not say “{quote}”");
    }
}

/// The keys that the example blocks of a document use, those in their comments too.
fn example_keys(document: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for block in document.split("```yaml").skip(1).map(|rest| rest.split("```").next().unwrap()) {
        for (at, _) in block.match_indices(':') {
            let before = &block[..at];
            let start = before.rfind(|c: char| !c.is_ascii_lowercase() && c != '_' && !c.is_ascii_digit());
            let key = &before[start.map_or(0, |start| start + 1)..];
            let ends = block[at + 1..].chars().next().is_none_or(char::is_whitespace);
            if ends && key.starts_with(|c: char| c.is_ascii_lowercase()) && !NOT_KEYS.contains(&key) {
                found.insert(key.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_key_of_the_examples_is_known_or_not_built() {
    let document = text("docs/spec/case-format.md");
    let known: BTreeSet<&str> = Keys::all().flat_map(Keys::names).collect();
    let missing = things();
    let missing: BTreeSet<&str> = missing.iter().filter_map(|path| path.rsplit('.').next()).collect();
    let used = example_keys(&document);
    assert!(used.len() > 80, "{used:?}");
    let stray: Vec<&String> =
        used.iter().filter(|key| !known.contains(key.as_str()) && !missing.contains(key.as_str())).collect();
    assert!(stray.is_empty(), "neither keys of the program nor in not-built.md: {stray:?}");
}

#[test]
fn every_key_of_the_program_is_in_the_specification() {
    let document = text("docs/spec/case-format.md");
    let words: BTreeSet<&str> =
        document.split(|c: char| !c.is_ascii_lowercase() && c != '_' && !c.is_ascii_digit()).collect();
    let lost: Vec<&str> = Keys::all().flat_map(Keys::names).filter(|key| !words.contains(key)).collect();
    assert!(lost.is_empty(), "docs/spec/case-format.md does not name {lost:?}");
}
