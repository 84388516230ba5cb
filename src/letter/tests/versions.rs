//! Tests versions of templates: which one is chosen on a day, and what a set refuses.

use super::{Probe, Render, blocks, probe, set};
use crate::law::date::Date;
use crate::letter::TemplateSet;

/// What the template `a.md` gives on a day: the words of each block, and the file from which they come.
fn words(set: &TemplateSet, day: &str) -> Vec<(String, String)> {
    let pieces = set.render_on("a.md", Date::parse(day).unwrap(), &probe(), None).unwrap();
    let text = |block: &super::Block| block.inlines().map(|inline| inline.text()).collect::<String>();
    blocks(&pieces).into_iter().map(|b| (text(b), b.provenance.template.clone())).collect()
}

fn found(words: &[(String, String)]) -> Vec<(&str, &str)> {
    words.iter().map(|(text, file)| (text.as_str(), file.as_str())).collect()
}

/// The errors with which a set of these files is refused.
fn refused(files: &[(&str, &str)]) -> Vec<String> {
    TemplateSet::new(files.iter().copied()).unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn the_version_of_the_day_of_bekendmaking_is_filled() {
    let set = set(&[("a.md", "Oud."), ("a@2027-01-15.md", "Nieuw."), ("a@2027-02-01.md", "Nieuwer.")]);
    for (day, text, file) in [
        ("1950-01-01", "Oud.", "a.md"),
        ("2027-01-14", "Oud.", "a.md"),
        ("2027-01-15", "Nieuw.", "a@2027-01-15.md"),
        ("2027-01-31", "Nieuw.", "a@2027-01-15.md"),
        ("2027-02-01", "Nieuwer.", "a@2027-02-01.md"),
        ("2199-12-31", "Nieuwer.", "a@2027-02-01.md"),
    ] {
        assert_eq!(found(&words(&set, day)), [(text, file)], "{day}");
    }
}

#[test]
fn an_include_is_the_version_of_the_same_day() {
    let part = "{% include \"parts/c.md\" %}\n";
    let set = set(&[
        ("a.md", "Een.\n\n{% include \"parts/b.md\" %}\n"),
        ("a@2027-02-01.md", "Twee.\n\n{% include \"parts/b.md\" %}\n{% include \"parts/nieuw.md\" %}\n"),
        ("parts/b.md", part),
        ("parts/c.md", "Oud voor {{ naam }}."),
        ("parts/c@2027-01-15.md", "Nieuw voor {{ naam }}."),
        ("parts/nieuw@2027-02-01.md", "Erbij."),
    ]);
    assert_eq!(set.changes("a.md").count(), 3);
    let old = [("Een.", "a.md"), ("Oud voor Kovalenko.", "parts/c.md")];
    assert_eq!(found(&words(&set, "2027-01-14")), old);
    let new = ("Nieuw voor Kovalenko.", "parts/c@2027-01-15.md");
    assert_eq!(found(&words(&set, "2027-01-15")), [("Een.", "a.md"), new]);
    let newer = [("Twee.", "a@2027-02-01.md"), new, ("Erbij.", "parts/nieuw@2027-02-01.md")];
    assert_eq!(found(&words(&set, "2027-02-01")), newer);
}

#[test]
fn a_value_is_escaped_in_every_edition() {
    let set = set(&[
        ("a.md", "{% include \"parts/b.md\" %}\n"),
        ("parts/b.md", "{{ naam }}"),
        ("parts/b@2027-01-15.md", "Dag {{ naam }}"),
    ]);
    let hostile = Probe { naam: "**vet** {{ x }} <b>".into(), ..probe() };
    for (day, text) in [("2027-01-14", "**vet** {{ x }} <b>"), ("2027-01-15", "Dag **vet** {{ x }} <b>")] {
        let pieces = set.render_on("a.md", Date::parse(day).unwrap(), &hostile, None).unwrap();
        assert_eq!(blocks(&pieces)[0].kind, super::paragraph(text), "{day}");
    }
}

#[test]
fn a_name_with_a_wrong_day_is_refused() {
    for name in ["a@2027-02-30.md", "a@.md", "a@2027-1-5.md", "a@straks.md", "a@2027-01-15@2027-01-16.md"] {
        let found = refused(&[("a.md", "x"), (name, "x")]);
        assert!(found.len() == 1 && found[0].contains("is geen datum"), "{name}: {found:?}");
    }
    assert!(refused(&[("@2027-01-15.md", "x")])[0].contains("kleine letters"));
    assert!(refused(&[("a@2027-01-15", "x")])[0].contains("eindigt op `.md`"));
    let twice = [("a.md", "x"), ("a@2027-01-15.md", "x"), ("a@2027-01-15.md", "y")];
    assert_eq!(refused(&twice), ["a@2027-01-15.md: dit sjabloon staat er twee keer in"]);
}

#[test]
fn an_include_must_exist_as_long_as_it_is_included() {
    let with_part = "x\n\n{% include \"parts/b.md\" %}\n";
    let later = "`parts/b.md` bestaat pas vanaf 15 januari 2027, en dit sjabloon geldt al eerder";
    let part = ("parts/b@2027-01-15.md", "y");
    assert_eq!(refused(&[("a.md", with_part), part]), [format!("a.md, regel 3: {later}")]);
    let early = [("a.md", "x"), ("a@2027-01-14.md", with_part), part];
    assert_eq!(refused(&early), [format!("a@2027-01-14.md, regel 3: {later}")]);
    set(&[("a.md", "x"), ("a@2027-01-15.md", with_part), part]);
}

#[test]
fn an_include_may_not_name_a_day_or_make_a_circle_on_any_day() {
    let dated = "{% include \"parts/b@2027-01-15.md\" %}\n";
    let found = refused(&[("a.md", dated), ("parts/b.md", "x"), ("parts/b@2027-01-15.md", "x")]);
    assert!(found.len() == 1 && found[0].contains("zonder dag"), "{found:?}");
    let circle = [
        ("a.md", "{% include \"b.md\" %}\n"),
        ("b.md", "x"),
        ("b@2027-01-15.md", "{% include \"a.md\" %}\n"),
    ];
    let found = refused(&circle);
    assert!(found.iter().all(|error| error.contains("voegt dit sjabloon zelf in")), "{found:?}");
    assert_eq!(found.len(), 2);
}
