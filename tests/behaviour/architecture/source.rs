//! Reads Rust sources as far as the rules need: what is code, which texts and which paths stand in it.
//!
//! Not a parser: comments fall away, texts are taken out, and paths are read with their groups
//! (`std::{fs, io}` names `std::fs` and `std::io`).

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// One source file of the program, without its tests.
pub struct Source {
    /// Below the repository: `src/law/date.rs`.
    pub file: String,
    /// As it stands.
    pub text: String,
    /// Its code without comments, texts and unit tests.
    pub code: String,
    /// Its texts, without those of unit tests.
    pub strings: Vec<String>,
}

impl Source {
    /// Reads a text as the source of a file.
    pub fn new(file: &str, text: &str) -> Self {
        let product = if is_test(file) { String::new() } else { without_tests(text) };
        let (code, strings) = lex(&product);
        Self { file: file.to_owned(), text: text.to_owned(), code, strings }
    }

    /// The room: `law` of `src/law/date.rs`, `pipeline` of `src/pipeline.rs`.
    pub fn room(&self) -> &str {
        let inside = self.file.strip_prefix("src/").unwrap_or(&self.file);
        inside.split(['/', '.']).next().unwrap_or_default()
    }

    /// Every path in the code; `crate`, `self` and `super` resolved, own paths as `crate::…`.
    pub fn paths(&self) -> BTreeSet<String> {
        let own = module(&self.file);
        paths(&self.code).into_iter().map(|path| resolve(&own, &path)).collect()
    }
}

/// Every Rust file below a folder of the repository, in the order of their names.
pub fn sources(folder: &str) -> Vec<Source> {
    fn walk(path: &Path, found: &mut Vec<PathBuf>) {
        for entry in crate::support::entries(path) {
            if entry.is_dir() {
                walk(&entry, found);
            } else if entry.extension().is_some_and(|extension| extension == "rs") {
                found.push(entry);
            }
        }
    }
    let mut found = Vec::new();
    walk(&crate::support::root(folder), &mut found);
    let root = crate::support::root("");
    let read = |path: PathBuf| {
        let file = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        Source::new(&file, &std::fs::read_to_string(path).unwrap())
    };
    found.into_iter().map(read).collect()
}

/// A file of unit tests.
fn is_test(file: &str) -> bool {
    file.starts_with("tests/") || file.contains("/tests/") || file.ends_with("/tests.rs")
}

/// A source without its unit tests: a declaration falls away, a module and whatever comes after it too.
fn without_tests(text: &str) -> String {
    let mut pieces = text.split("#[cfg(test)]\nmod ");
    let mut product = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let Some((name, rest)) = piece.split_once(';') else { break };
        if name.contains('{') {
            break;
        }
        product.push_str(rest);
    }
    product
}

/// The module of a file: `law`, `date` of `src/law/date.rs`.
fn module(file: &str) -> Vec<&str> {
    let inside = file.strip_prefix("src/").unwrap_or(file);
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    inside.split('/').filter(|part| !matches!(*part, "mod" | "lib")).collect()
}

fn resolve(own: &[&str], path: &str) -> String {
    let mut base: Vec<&str> = own.to_vec();
    let mut parts = path.split("::").peekable();
    match parts.peek() {
        Some(&"crate") => base.clear(),
        Some(&("self" | "super")) => {}
        _ => return path.to_owned(),
    }
    for part in parts {
        match part {
            "crate" | "self" => {}
            "super" => drop(base.pop()),
            name => base.push(name),
        }
    }
    format!("crate::{}", base.join("::"))
}

/// Splits a source in its code and its texts.
fn lex(text: &str) -> (String, Vec<String>) {
    let chars: Vec<char> = text.chars().collect();
    let (mut code, mut strings) = (String::new(), Vec::new());
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut i = 0;
    while i < chars.len() {
        let word_before = i > 0 && (at(i - 1).is_alphanumeric() || at(i - 1) == '_');
        match (at(i), at(i + 1)) {
            ('/', '/') => i += chars[i..].iter().take_while(|&&c| c != '\n').count(),
            ('/', '*') => i = after_block_comment(&chars, i),
            ('r', '"' | '#') if !word_before => {
                let hashes = chars[i + 1..].iter().take_while(|&&c| c == '#').count();
                if at(i + 1 + hashes) != '"' {
                    code.push('r');
                    i += 1;
                    continue;
                }
                let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
                let start = i + 2 + hashes;
                let length = chars[start..].windows(end.len()).position(|w| w == end).unwrap_or(0);
                strings.push(chars[start..start + length].iter().collect());
                code.push_str("\"\"");
                i = start + length + end.len();
            }
            ('"', _) => {
                let mut string = String::new();
                i += 1;
                while i < chars.len() && at(i) != '"' {
                    if at(i) == '\\' {
                        i += 1;
                    }
                    string.push(at(i));
                    i += 1;
                }
                strings.push(string);
                code.push_str("\"\"");
                i += 1;
            }
            ('\'', '\\') => i += 3 + chars[i + 3..].iter().take_while(|&&c| c != '\'').count() + 1,
            ('\'', _) if at(i + 2) == '\'' => i += 3,
            (c, _) => {
                code.push(c);
                i += 1;
            }
        }
    }
    (code, strings)
}

fn after_block_comment(chars: &[char], from: usize) -> usize {
    let (mut depth, mut i) = (0_usize, from);
    while i < chars.len() {
        match (chars[i], chars.get(i + 1)) {
            ('/', Some('*')) => (depth, i) = (depth + 1, i + 2),
            ('*', Some('/')) => (depth, i) = (depth - 1, i + 2),
            _ => i += 1,
        }
        if depth == 0 {
            break;
        }
    }
    i
}

/// Every path of the code, groups written out.
fn paths(code: &str) -> BTreeSet<String> {
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let length = match word {
            0 if rest.starts_with("::") => 2,
            0 => first.len_utf8(),
            word => word,
        };
        let (token, after) = rest.split_at(length);
        if !token.trim().is_empty() {
            tokens.push(token);
        }
        rest = after;
    }
    let mut found = BTreeSet::new();
    let mut i = 0;
    while i < tokens.len() {
        i = path(&tokens, i, "", &mut found).max(i + 1);
    }
    found
}

/// Reads the path at a token, if there is one, and gives the token after it.
fn path(tokens: &[&str], from: usize, before: &str, found: &mut BTreeSet<String>) -> usize {
    let is_word =
        |i: usize| tokens.get(i).is_some_and(|t| t.starts_with(|c: char| c.is_alphabetic() || c == '_'));
    let mut read = before.to_owned();
    let mut i = from;
    while is_word(i) {
        read = if read.is_empty() { tokens[i].to_owned() } else { format!("{read}::{}", tokens[i]) };
        i += 1;
        if tokens.get(i) != Some(&"::") {
            found.insert(read);
            return i;
        }
        i += 1;
        if tokens.get(i) == Some(&"{") {
            return group(tokens, i + 1, &read, found);
        }
    }
    if i > from {
        found.insert(read);
    }
    i
}

fn group(tokens: &[&str], from: usize, before: &str, found: &mut BTreeSet<String>) -> usize {
    let mut i = from;
    while i < tokens.len() && tokens[i] != "}" {
        i = path(tokens, i, before, found).max(i + 1);
    }
    i + 1
}

#[cfg(test)]
mod tests {
    use super::Source;

    fn read(text: &str) -> Source {
        Source::new("src/law/term/steps.rs", text)
    }

    #[test]
    fn comments_and_texts_are_no_code() {
        let source = read(
            "//! chrono::A\n/* tera::B /* c */ */ let x = \"clap::D \\\" e\"; let y = r#\"f\"::g\"#; '\"'; '\\''; &'a h",
        );
        assert!(!source.code.contains("chrono") && !source.code.contains("tera"), "{}", source.code);
        assert!(!source.code.contains("clap") && source.code.ends_with("&'a h"), "{}", source.code);
        assert_eq!(source.strings, ["clap::D \" e", "f\"::g"]);
    }

    #[test]
    fn unit_tests_are_no_product() {
        let source = read("fn a() {}\n#[cfg(test)]\nmod tests { use std::fs; }");
        assert!(source.paths().iter().all(|path| !path.starts_with("std")));
        let source = read(
            "use a::b;\n#[cfg(test)]\nmod tests;\nuse std::env;\n#[cfg(test)]\nmod more { use std::fs; }",
        );
        assert!(source.paths().contains("std::env") && !source.paths().contains("std::fs"));
        assert!(Source::new("src/law/tests/book.rs", "use std::fs;").paths().is_empty());
    }

    #[test]
    fn groups_are_written_out_and_own_paths_resolved() {
        let found = read("use std::{fs, io::{self, Read}};\nuse crate::case::{model::Case, places};\nlet d = super::super::date::Date::parse(super::x);")
            .paths();
        for path in [
            "std::fs",
            "std::io::Read",
            "crate::case::model::Case",
            "crate::places",
            "crate::law::date::Date::parse",
            "crate::law::term::x",
        ] {
            assert!(found.contains(path), "{path} is not in {found:?}");
        }
        let out =
            Source::new("src/law/mod.rs", "use super::decide::x; pub use crate::{letter, law};").paths();
        assert!(out.contains("crate::decide::x") && out.contains("crate::letter"), "{out:?}");
    }

    #[test]
    fn rooms_are_the_folders() {
        assert_eq!(read("").room(), "law");
        assert_eq!(Source::new("src/pipeline.rs", "").room(), "pipeline");
    }
}
