//! The names by which a user calls a template.

/// Whether a name is that of a file: `fraude`, `grounds/fraude` and `grounds/fraude.md` are the same, and name every
/// version of it.
pub fn is(file: &str, name: &str) -> bool {
    let file = file.trim_end_matches(".md");
    let undated = file.split('@').next().unwrap_or(file);
    let name = name.trim_end_matches(".md");
    [file, undated].into_iter().any(|it| it == name || it.rsplit('/').next() == Some(name))
}
