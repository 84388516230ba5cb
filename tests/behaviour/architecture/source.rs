//! Reads Rust sources as the compiler does, for the rules of the architecture: paths, macros, texts and numbers.
//!
//! A search in the plain text goes wrong in comments, texts, groups of `use` and bodies of macros, so `syn` parses
//! every file. What is only compiled for tests is left out. The tokens of a macro have no grammar; in
//! them every path, literal and macro is read as it stands.

use super::tokens;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItem, Item, Lit, Meta, UseTree};

/// A literal and the line on which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal<T> {
    /// From 1.
    pub line: usize,
    /// What it says, without quotes, escapes and suffix.
    pub value: T,
}

/// One source file of the program, without its tests.
pub struct Source {
    /// Below the repository: `src/law/date.rs`.
    pub file: String,
    /// As it stands.
    pub text: String,
    /// Its string literals, byte strings too; the words of comments are not among them.
    pub strings: Vec<Literal<String>>,
    /// Its whole numbers.
    pub integers: Vec<Literal<u128>>,
    /// The macros that it calls, by the last part of their path: `println`.
    pub macros: BTreeSet<String>,
    /// Every path; `crate`, `self` and `super` resolved, own paths as `crate::…`.
    pub paths: BTreeSet<String>,
}

impl Source {
    /// Reads a text as the source of a file.
    ///
    /// # Panics
    /// The text is no Rust.
    pub fn new(file: &str, text: &str) -> Self {
        let mut reader = Reader {
            modules: modules(file),
            source: Self {
                file: file.to_owned(),
                text: text.to_owned(),
                strings: Vec::new(),
                integers: Vec::new(),
                macros: BTreeSet::new(),
                paths: BTreeSet::new(),
            },
        };
        if !is_test(file) {
            let parsed = syn::parse_file(text).unwrap_or_else(|error| panic!("{file}: {error}"));
            reader.visit_file(&parsed);
        }
        reader.source
    }

    /// The room: `law` of `src/law/date.rs`, `pipeline` of `src/pipeline.rs`.
    pub fn room(&self) -> &str {
        let inside = self.file.strip_prefix("src/").unwrap_or(&self.file);
        inside.split(['/', '.']).next().unwrap_or_default()
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

/// A file of tests.
fn is_test(file: &str) -> bool {
    file.starts_with("tests/") || file.contains("/tests/") || file.ends_with("/tests.rs")
}

/// The module of a file: `law`, `date` of `src/law/date.rs`.
fn modules(file: &str) -> Vec<String> {
    let inside = file.strip_prefix("src/").unwrap_or(file);
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    inside.split('/').filter(|part| !matches!(*part, "mod" | "lib")).map(str::to_owned).collect()
}

/// Walks through a file and notes what it meets.
struct Reader {
    /// The module in which it is.
    modules: Vec<String>,
    source: Source,
}

impl Reader {
    fn path(&mut self, path: &str) {
        let mut base = self.modules.clone();
        let mut parts = path.split("::").peekable();
        match parts.peek() {
            Some(&"crate") => base.clear(),
            Some(&("self" | "super")) => {}
            _ => {
                self.source.paths.insert(path.to_owned());
                return;
            }
        }
        for part in parts {
            match part {
                "crate" | "self" => {}
                "super" => drop(base.pop()),
                name => base.push(name.to_owned()),
            }
        }
        self.source.paths.insert(format!("crate::{}", base.join("::")));
    }

    fn tree(&mut self, before: &str, tree: &UseTree) {
        let after = |name: &syn::Ident| {
            if before.is_empty() { name.to_string() } else { format!("{before}::{name}") }
        };
        match tree {
            UseTree::Path(path) => self.tree(&after(&path.ident), &path.tree),
            UseTree::Name(name) if name.ident == "self" => self.path(before),
            UseTree::Rename(name) if name.ident == "self" => self.path(before),
            UseTree::Name(name) => self.path(&after(&name.ident)),
            UseTree::Rename(name) => self.path(&after(&name.ident)),
            UseTree::Glob(_) => self.path(&format!("{before}::*")),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(before, tree)),
        }
    }

    fn literal(&mut self, literal: &Lit) {
        let line = literal.span().start().line;
        let text = match literal {
            Lit::Str(text) => text.value(),
            Lit::ByteStr(bytes) => String::from_utf8_lossy(&bytes.value()).into_owned(),
            Lit::CStr(text) => text.value().to_string_lossy().into_owned(),
            Lit::Int(number) => {
                let value = number.base10_parse().unwrap();
                self.source.integers.push(Literal { line, value });
                return;
            }
            _ => return,
        };
        self.source.strings.push(Literal { line, value: text });
    }

    fn tokens(&mut self, stream: &proc_macro2::TokenStream) {
        let found = tokens::read(stream.clone());
        found.paths.iter().for_each(|path| self.path(path));
        found.literals.iter().for_each(|literal| self.literal(literal));
        self.source.macros.extend(found.macros);
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            Item::Verbatim(stream) => self.tokens(stream),
            item if only_for_tests(attributes(item)) => {}
            item => visit::visit_item(self, item),
        }
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        let attributes: &[Attribute] = match item {
            ImplItem::Const(it) => &it.attrs,
            ImplItem::Fn(it) => &it.attrs,
            ImplItem::Type(it) => &it.attrs,
            ImplItem::Macro(it) => &it.attrs,
            _ => &[],
        };
        if !only_for_tests(attributes) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        self.modules.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.modules.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        item.attrs.iter().for_each(|attribute| self.visit_attribute(attribute));
        self.visit_visibility(&item.vis);
        self.tree("", &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|part| part.ident.to_string()).collect();
        self.path(&parts.join("::"));
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.source.macros.extend(call.path.segments.last().map(|part| part.ident.to_string()));
        self.visit_path(&call.path);
        self.tokens(&call.tokens);
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        match &attribute.meta {
            // A comment of documentation is an attribute to the compiler.
            meta if meta.path().is_ident("doc") => {}
            Meta::List(list) => {
                self.visit_path(&list.path);
                self.tokens(&list.tokens);
            }
            meta => self.visit_meta(meta),
        }
    }

    fn visit_expr(&mut self, expression: &'ast syn::Expr) {
        match expression {
            syn::Expr::Verbatim(stream) => self.tokens(stream),
            expression => visit::visit_expr(self, expression),
        }
    }

    fn visit_lit(&mut self, literal: &'ast Lit) {
        self.literal(literal);
    }
}

/// Whether `#[cfg(test)]` is among the attributes.
fn only_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|it| it.is_ident("test"))
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(it) => &it.attrs,
        Item::Enum(it) => &it.attrs,
        Item::ExternCrate(it) => &it.attrs,
        Item::Fn(it) => &it.attrs,
        Item::Impl(it) => &it.attrs,
        Item::Macro(it) => &it.attrs,
        Item::Mod(it) => &it.attrs,
        Item::Static(it) => &it.attrs,
        Item::Struct(it) => &it.attrs,
        Item::Trait(it) => &it.attrs,
        Item::Type(it) => &it.attrs,
        Item::Use(it) => &it.attrs,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    fn read(text: &str) -> Source {
        Source::new("src/law/term/steps.rs", text)
    }

    fn strings(source: &Source) -> Vec<(usize, &str)> {
        source.strings.iter().map(|it| (it.line, it.value.as_str())).collect()
    }

    #[test]
    fn comments_and_texts_are_not_read_as_code() {
        let source = read(
            "//! chrono::A\n/* tera::B /* c */ */\n/// clap::C\nfn a<'a>(h: &'a str) {\n    let x = \"clap::D \\\" e\";\n    let y = r#\"f\"::g\"#; let z = ('\"', '\\'', b\"png::h\");\n}",
        );
        let foreign =
            |path: &String| ["chrono", "tera", "clap", "png"].iter().any(|name| path.starts_with(name));
        assert!(!source.paths.iter().any(foreign), "{:?}", source.paths);
        assert_eq!(strings(&source), [(5, "clap::D \" e"), (6, "f\"::g"), (6, "png::h")]);
    }

    #[test]
    fn numbers_have_their_lines() {
        let source = read(
            "const A: u32 = 28;\nfn a(b: (u8, f64)) -> f64 {\n    f(1_000u64, -0x10, b.0, 2.5);\n    vec![b.1, 30][0]\n}",
        );
        let found: Vec<(usize, u128)> = source.integers.iter().map(|it| (it.line, it.value)).collect();
        assert_eq!(found, [(1, 28), (3, 1000), (3, 16), (4, 30), (4, 0)]);
    }

    #[test]
    fn the_insides_of_macros_are_read() {
        let source = read(
            "macro_rules! m { ($x:expr) => { $crate::letter::fill($x, \"a\") } }\nfn f() { assert!(matches!(std::env::var(\"b\"), Ok(_)), \"{}\", log::warn!(\"c\")); }",
        );
        assert_eq!(strings(&source), [(1, "a"), (2, "b"), (2, "{}"), (2, "c")]);
        for path in ["crate::letter::fill", "std::env::var", "log::warn"] {
            assert!(source.paths.contains(path), "{path} is not in {:?}", source.paths);
        }
        for name in ["assert", "matches", "warn"] {
            assert!(source.macros.contains(name), "{name} is not in {:?}", source.macros);
        }
    }

    #[test]
    fn unit_tests_are_left_out() {
        let source = read("fn a() {}\n#[cfg(test)]\nmod tests { use std::fs; const A: &str = \"a\"; }");
        assert!(source.paths.iter().all(|path| !path.starts_with("std")));
        assert!(source.strings.is_empty());
        let source = read(
            "use a::b;\n#[cfg(test)]\nmod tests;\nuse std::env;\n#[cfg(test)]\nmod more { use std::fs; }\nimpl A { #[cfg(test)] fn a() { std::io::stdin(); } }\nuse std::time;",
        );
        let std: Vec<&String> = source.paths.iter().filter(|path| path.starts_with("std")).collect();
        assert_eq!(std, ["std::env", "std::time"]);
        assert!(Source::new("src/law/tests/book.rs", "use std::fs;").paths.is_empty());
    }

    #[test]
    fn groups_are_written_out_and_own_paths_resolved() {
        let found = read(
            "use std::{fs as disk, io::{self, Read}};\nuse crate::case::{model::Case, places};\nmod inner { use super::super::length::Length; }\nfn a() { let d = super::super::date::Date::parse(super::x); }",
        )
        .paths;
        for path in [
            "std::fs",
            "std::io",
            "std::io::Read",
            "crate::case::model::Case",
            "crate::case::places",
            "crate::law::term::length::Length",
            "crate::law::date::Date::parse",
            "crate::law::term::x",
        ] {
            assert!(found.contains(path), "{path} is not in {found:?}");
        }
        let out = Source::new("src/law/mod.rs", "use super::decide::x; pub use crate::{letter, law};").paths;
        assert!(out.contains("crate::decide::x") && out.contains("crate::letter"), "{out:?}");
    }

    #[test]
    fn the_room_is_the_first_part_of_the_path() {
        assert_eq!(read("").room(), "law");
        assert_eq!(Source::new("src/pipeline.rs", "").room(), "pipeline");
    }
}
