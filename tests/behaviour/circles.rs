//! No circles: what a file uses does not lead back to that file. The same holds for rooms and for the folders of
//! `render`. `KNOWN` lists the circles of files that exist all the same.
//!
//! A file that takes part in a circle cannot be read, tested or moved without the others. What a file uses is read
//! from its text: a path `crate::…`, `super::…` or one that begins with an imported module counts
//! as a use of the file that defines what it names; a `pub use` is followed to its origin.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The circles of two or three files that exist, one per line: the room, then its files. Whoever removes a circle from
/// the code removes its line here; nobody adds a line.
const KNOWN: &str = "\
case: read/mod read/zaak
case: read/reassessment read/step
cli: args/batch args/mod
law: term/compute term/mod term/steps
pipeline: mod run";

/// A module, as the segments of its path below the crate.
type Module = Vec<String>;

/// The names of files or folders, each with the names of those that it uses.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// A file of the program without its tests.
struct Source {
    file: String,
    module: Module,
    code: String,
    /// The names that imports bring in, each with its path.
    names: BTreeMap<String, Module>,
    /// The names that it re-exports (`pub use`), each with its path.
    handed_on: BTreeMap<String, Module>,
}

impl Source {
    fn new(file: &str, text: &str) -> Self {
        let inside = file.trim_start_matches("src/").trim_end_matches(".rs");
        let mut module: Module = inside.split('/').map(str::to_owned).collect();
        if module.last().is_some_and(|last| last == "mod") {
            module.pop();
        }
        let code = without_comments_and_texts(without_tests(text));
        let mut source =
            Self { file: file.to_owned(), module, code, names: BTreeMap::new(), handed_on: BTreeMap::new() };
        let imports = take_imports(&mut source.code);
        for (is_public, tree) in imports {
            for path in expanded(&tree) {
                let (path, name) = match path.split_once(" as ") {
                    Some((path, name)) => (path.trim().to_owned(), Some(name.trim().to_owned())),
                    None => (path, None),
                };
                let mut path: Module = path.split("::").map(|part| part.trim().to_owned()).collect();
                if path.last().is_some_and(|last| last == "self") {
                    path.pop();
                }
                let Some(name) = name.or_else(|| path.last().cloned()) else { continue };
                let path = source.absolute(&path);
                if is_public {
                    source.handed_on.insert(name.clone(), path.clone());
                }
                source.names.insert(name, path);
            }
        }
        source
    }

    /// A path below the crate: `crate`, `super` and `self` resolved, anything else below this module.
    fn absolute(&self, path: &[String]) -> Module {
        let mut base = self.module.clone();
        let mut rest = path;
        match path.first().map(String::as_str) {
            Some("crate") => {
                base.clear();
                rest = &path[1..];
            }
            Some("self") => rest = &path[1..],
            _ => {}
        }
        while let Some((first, tail)) = rest.split_first() {
            if first != "super" {
                break;
            }
            base.pop();
            rest = tail;
        }
        base.extend_from_slice(rest);
        base
    }
}

/// A file without its unit tests, which stand at its end.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap()
}

fn without_comments_and_texts(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(raw) = rest.strip_prefix("r#\"") {
            raw.find("\"#").map_or(rest.len(), |end| end + 5)
        } else if c == '"' {
            let mut escaped = false;
            let end = rest[1..].find(|c: char| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            end.map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            rest[1..].find('\'').unwrap() + 2
        } else {
            code.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        code.push(' ');
        rest = &rest[skipped..];
    }
    code
}

/// Takes the imports out of the code of a file, each with whether it is a re-export.
fn take_imports(code: &mut String) -> Vec<(bool, String)> {
    let (mut found, mut others) = (Vec::new(), String::with_capacity(code.len()));
    for statement in code.split_inclusive(';') {
        let start = statement.rfind("use ").filter(|&at| {
            let before = statement[..at].rsplit('\n').next().unwrap_or_default().trim();
            before.is_empty() || before == "pub" || before.starts_with("pub(")
        });
        let Some(start) = start else {
            others.push_str(statement);
            continue;
        };
        let (before, tree) = (&statement[..start], statement[start + 4..].trim_end_matches(';'));
        others.push_str(before);
        found.push((before.rsplit('\n').next().is_some_and(|line| line.contains("pub")), tree.to_owned()));
    }
    *code = others;
    found
}

/// The paths of an import: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expanded(tree: &str) -> Vec<String> {
    let Some((prefix, group)) = tree.split_once('{') else { return vec![tree.trim().to_owned()] };
    let group = group.trim_end().strip_suffix('}').unwrap_or(group);
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(c);
    }
    let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    parts.flat_map(|part| expanded(&format!("{}{part}", prefix.trim()))).collect()
}

/// The paths in code, `a::b::c`, without the imports.
fn paths(code: &str) -> Vec<Module> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let words = code.split(|c: char| !is_part(c)).filter(|word| word.contains("::"));
    words.map(|word| word.split("::").map(|part| part.trim_matches(':').to_owned()).collect()).collect()
}

/// All files of the program, without those of unit tests.
fn program() -> Vec<Source> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        let mut entries: Vec<PathBuf> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for entry in entries {
            if entry.is_dir() {
                walk(&entry, found);
            } else if entry.extension().is_some_and(|extension| extension == "rs") {
                found.push(entry);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(&root.join("src"), &mut found);
    let is_test = |file: &str| file.contains("/tests/") || file.ends_with("/tests.rs");
    found
        .iter()
        .map(|path| (path.strip_prefix(root).unwrap().to_str().unwrap(), path))
        .filter(|(file, _)| !is_test(file) && *file != "src/lib.rs" && *file != "src/main.rs")
        .map(|(file, path)| Source::new(file, &fs::read_to_string(path).unwrap()))
        .collect()
}

/// Which file uses which.
fn uses(sources: &[Source]) -> Graph {
    let modules: BTreeMap<&[String], &Source> =
        sources.iter().map(|source| (source.module.as_slice(), source)).collect();
    sources.iter().map(|source| (source.file.clone(), used_by(source, &modules))).collect()
}

fn used_by(source: &Source, modules: &BTreeMap<&[String], &Source>) -> BTreeSet<String> {
    let is_module = |path: &[String]| modules.contains_key(path);
    // To import a module is no use of it; a path that begins with its name is.
    let imported = source.names.values().filter(|path| !is_module(path)).cloned();
    let written = paths(&source.code).into_iter().filter_map(|path| {
        let first = path.first()?;
        let child = source.absolute(std::slice::from_ref(first));
        match (first.as_str(), source.names.get(first)) {
            ("crate" | "super" | "self", _) => Some(source.absolute(&path)),
            (_, Some(known)) => Some([known, &path[1..]].concat()),
            (_, None) => is_module(&child).then(|| source.absolute(&path)),
        }
    });
    let files =
        imported.chain(written).filter(|path| !is_module(path)).filter_map(|path| origin(path, modules));
    files.filter(|file| *file != source.file).collect()
}

/// The file that defines what a path names.
fn origin(mut path: Module, modules: &BTreeMap<&[String], &Source>) -> Option<String> {
    for _ in 0..10 {
        let length = (1..=path.len()).rev().find(|&length| modules.contains_key(&path[..length]))?;
        let source = modules[&path[..length]];
        match path.get(length).and_then(|name| source.handed_on.get(name)) {
            Some(other) => path = [other, &path[length + 1..]].concat(),
            None => return Some(source.file.clone()),
        }
    }
    None
}

/// The groups of two or more that all lead to each other, each in the order of its names.
fn circles(graph: &Graph) -> Vec<BTreeSet<String>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = graph
        .keys()
        .map(|from| {
            let (mut seen, mut waiting) = (BTreeSet::new(), vec![from.as_str()]);
            while let Some(node) = waiting.pop() {
                for next in graph.get(node).into_iter().flatten() {
                    if seen.insert(next.as_str()) {
                        waiting.push(next);
                    }
                }
            }
            (from.as_str(), seen)
        })
        .collect();
    let both = |a: &str, b: &str| reached[a].contains(b) && reached.get(b).is_some_and(|it| it.contains(a));
    let mut found = BTreeSet::new();
    for node in reached.keys() {
        let group: BTreeSet<String> =
            reached.keys().filter(|other| both(node, other)).map(|other| (*other).to_owned()).collect();
        if group.len() > 1 {
            found.insert(group);
        }
    }
    found.into_iter().collect()
}

/// What the files and folders of one folder use of each other; `""` is `src`.
fn inside(folder: &str, files: &Graph) -> Graph {
    let below = |file: &str| -> Option<String> {
        let rest = file.strip_prefix("src/")?.strip_prefix(folder)?.trim_start_matches('/');
        Some(rest.split('/').next()?.to_owned())
    };
    let mut graph = Graph::new();
    for (file, used) in files {
        let Some(from) = below(file) else { continue };
        let others = used.iter().filter_map(|other| below(other)).filter(|other| *other != from);
        graph.entry(from.clone()).or_default().extend(others);
    }
    graph
}

fn demand_none(found: impl IntoIterator<Item = String>) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn shown(circle: &BTreeSet<String>) -> String {
    circle.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

#[test]
fn rooms_form_no_circle() {
    let found = circles(&inside("", &uses(&program())));
    demand_none(found.iter().map(|circle| format!("these rooms use each other: {}", shown(circle))));
}

#[test]
fn the_folders_of_render_form_no_circle() {
    let files = uses(&program());
    let folders: BTreeSet<String> = files
        .keys()
        .filter_map(|file| Some(file.strip_prefix("src/")?.rsplit_once('/')?.0.to_owned()))
        .filter(|folder| folder.starts_with("render"))
        .collect();
    assert!(folders.contains("render/pdf/setting"), "{folders:?}");
    demand_none(folders.iter().flat_map(|folder| {
        // `mod.rs` stands for its folder and so uses what is in it: that makes no circle.
        let mut graph = inside(folder, &files);
        graph.remove("mod.rs");
        circles(&graph).into_iter().map(move |circle| format!("in {folder}: {}", shown(&circle)))
    }));
}

#[test]
fn files_form_no_circle_but_those_in_the_list() {
    let found: BTreeSet<BTreeSet<String>> = circles(&uses(&program())).into_iter().collect();
    let known: BTreeSet<BTreeSet<String>> = KNOWN
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(room, files)| files.split(' ').map(|file| format!("src/{room}/{file}.rs")).collect())
        .collect();
    let unknown = found.difference(&known);
    demand_none(unknown.map(|circle| format!("these files use each other: {}", shown(circle))));
    demand_none(known.difference(&found).map(|circle| format!("in KNOWN, but no circle: {}", shown(circle))));
    let large = found.iter().filter(|circle| circle.len() > 3);
    demand_none(large.map(|circle| format!("a circle of more than three files: {}", shown(circle))));
}

#[test]
fn circles_of_files_and_of_rooms_are_found() {
    let sources = [
        Source::new("src/a/mod.rs", "//! A.\nmod b;\npub use b::B;\nuse super::c;\nfn f() { c::g() }"),
        Source::new("src/a/b.rs", "// use crate::c::C;\npub struct B;\nconst T: &str = \"crate::c\";"),
        Source::new("src/c.rs", "use crate::a::{self, B};\npub fn g() { \"\\\"\"; a::B }"),
        Source::new(
            "src/d.rs",
            "use crate::a::f;\nfn h() { crate::e::i() }\n#[cfg(test)]\nmod tests {use crate::c;}",
        ),
        Source::new("src/e.rs", "use super::{a, d::h as j};\npub fn i() { j() }"),
    ];
    let graph = uses(&sources);
    let used = |file: &str| graph[file].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(used("src/a/mod.rs"), ["src/a/b.rs", "src/c.rs"]);
    assert_eq!(used("src/a/b.rs"), [""; 0]);
    assert_eq!(used("src/c.rs"), ["src/a/b.rs"]);
    assert_eq!(used("src/d.rs"), ["src/a/mod.rs", "src/e.rs"]);
    assert_eq!(used("src/e.rs"), ["src/d.rs"]);
    assert_eq!(circles(&graph).iter().map(shown).collect::<Vec<_>>(), ["src/d.rs, src/e.rs"]);
    let rooms = circles(&inside("", &graph));
    assert_eq!(rooms.iter().map(shown).collect::<Vec<_>>(), ["a, c.rs", "d.rs, e.rs"]);
}
