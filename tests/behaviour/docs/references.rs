//! Every reference from code, tables, templates and documents to a document leads to its file and section.

use super::{files, heading, root, text};

/// A reference: the document as written, and the section that it names.
#[derive(Debug, PartialEq, Eq)]
struct Reference {
    document: String,
    section: Option<String>,
}

/// The part of a file that can refer to a document, with the lines of a comment joined.
fn prose(name: &str) -> String {
    let content = text(name);
    if !name.ends_with(".rs") {
        // A comment of a table runs on over its lines too.
        return content.replace("\n# ", " ").replace("\n#", " ");
    }
    let mut prose = String::new();
    for line in content.lines() {
        match line.split_once("//") {
            Some((before, comment)) => {
                prose.push_str(if before.trim().is_empty() { " " } else { "\n" });
                prose.push_str(comment.trim_start_matches(['/', '!']).trim());
            }
            None => prose.push('\n'),
        }
    }
    prose
}

fn references(prose: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    for (at, _) in prose.match_indices(".md") {
        let after = &prose[at + 3..];
        if after.starts_with(|c: char| c.is_alphanumeric()) {
            continue;
        }
        let part_of_name = |c: char| c.is_ascii_alphanumeric() || "_-./@".contains(c);
        let start = prose[..at].rfind(|c: char| !part_of_name(c)).map_or(0, |start| start + 1);
        // `<id>.md`, `ID.md` and `NAME.md` stand for many files, `x@2027-03-05.md` for one that may come.
        let open = prose[..start].ends_with(['>', '{', '*', '<']);
        let stem = prose[start..at].rsplit('/').next().unwrap();
        // `eigen/` is the folder of the reader.
        let open = open || prose[start..].starts_with("eigen/");
        if stem.is_empty() || open || ["ID", "NAME"].contains(&stem) || stem.contains('@') {
            continue;
        }
        let section = after.trim_start_matches('`');
        let section = section.trim_start_matches(',').trim_start();
        let named = ["section ", "paragraaf "].iter().find_map(|word| section.strip_prefix(word));
        let bare = after.strip_prefix(' ').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let number = named.or(bare).map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
            rest[..end].trim_end_matches('.').to_owned()
        });
        let number = number.filter(|number| !number.is_empty());
        found.push(Reference { document: format!("{}.md", &prose[start..at]), section: number });
    }
    found
}

/// The file that a reference names: below the root, beside the file itself, or in a folder of documents.
fn followed(from: &str, document: &str) -> Option<String> {
    let own = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let folders = ["", own, "docs/spec", "docs", "letter-templates"];
    let found =
        folders.iter().map(|folder| root().join(folder).join(document)).find(|path| path.is_file())?;
    let found = found.canonicalize().unwrap();
    let inside = found.strip_prefix(root().canonicalize().unwrap()).unwrap().to_str().unwrap().to_owned();
    Some(inside)
}

/// Files that may refer to a document.
fn referring() -> Vec<String> {
    let code = ["src", "tests", "benches", "examples"].iter().flat_map(|folder| files(folder, &[".rs"]));
    let words = ["letter-templates", "docs"].iter().flat_map(|folder| files(folder, &[".md", ".yaml"]));
    let names = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md", "CHANGELOG.md"];
    code.chain(words).chain(names.iter().map(|name| (*name).to_owned())).collect()
}

#[test]
fn every_reference_to_a_document_leads_somewhere() {
    let mut lost = Vec::new();
    let mut followed_ones = 0;
    for from in referring() {
        // The tests of templates are full of templates that do not exist.
        if from.starts_with("src/letter/tests/") {
            continue;
        }
        for Reference { document, section } in references(&prose(&from)) {
            followed_ones += 1;
            let Some(file) = followed(&from, &document) else {
                lost.push(format!("{from}: {document} is not there"));
                continue;
            };
            let Some(number) = section else { continue };
            let has = text(&file).lines().any(|line| heading(line).is_some_and(|(_, own)| own == number));
            if !has {
                lost.push(format!("{from}: {document} has no section {number}"));
            }
        }
    }
    assert!(followed_ones > 100, "only {followed_ones} references found");
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn a_reference_is_read_with_its_section() {
    let read =
        |text: &str| references(text).into_iter().map(|it| (it.document, it.section)).collect::<Vec<_>>();
    let one = |document: &str, section: Option<&str>| vec![(document.to_owned(), section.map(str::to_owned))];
    assert_eq!(read("see docs/spec/letters.md section 2.1."), one("docs/spec/letters.md", Some("2.1")));
    assert_eq!(read("`docs/spec/letters.md`, paragraaf 5"), one("docs/spec/letters.md", Some("5")));
    assert_eq!(read("(letters.md 2.2; WI H2)"), one("letters.md", Some("2.2")));
    assert_eq!(read("as cli.md says, 2 pages"), one("cli.md", None));
    assert_eq!(read("grounds/<id>.md, grounds/NAME.md"), []);
}
