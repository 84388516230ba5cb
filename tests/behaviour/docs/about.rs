//! What the project says of itself to others: `publiccode.yml`, the Dutch pages in `docs/README.md`, the texts of licences.

use super::text;
use crate::support::{entries, name, root};
use serde_json::Value;

/// A key of the program's manifest.
fn manifest(key: &str) -> String {
    let manifest = text("Cargo.toml");
    let line = manifest.lines().find_map(|line| line.strip_prefix(&format!("{key} = \""))).unwrap();
    line.strip_suffix('"').unwrap().to_owned()
}

/// What is wrong with a description, by the standard publiccode.yml 0.4: keys that must be there, words, lengths.
fn wrong(description: &Value) -> Vec<String> {
    let one_of: &[(&str, &[&str])] = &[
        ("/publiccodeYmlVersion", &["0.4"]),
        ("/developmentStatus", &["concept", "development", "beta", "stable", "obsolete"]),
        (
            "/softwareType",
            &[
                "standalone/mobile",
                "standalone/iot",
                "standalone/desktop",
                "standalone/web",
                "standalone/backend",
                "standalone/other",
                "addon",
                "library",
                "configurationFiles",
            ],
        ),
        ("/maintenance/type", &["internal", "contract", "community", "none"]),
        ("/legal/license", &[&manifest("license")]),
        ("/softwareVersion", &[&manifest("version")]),
        ("/name", &[&manifest("name")]),
    ];
    let mut wrong = Vec::new();
    for (place, words) in one_of {
        if !description.pointer(place).and_then(Value::as_str).is_some_and(|word| words.contains(&word)) {
            wrong.push(format!("{place} is none of {words:?}"));
        }
    }
    let is_url = |place: &str| {
        description.pointer(place).and_then(Value::as_str).is_some_and(|url| url.starts_with("https://"))
    };
    let lists = ["/platforms", "/categories", "/localisation/availableLanguages", "/maintenance/contacts"];
    let is_list = |place: &str| {
        description.pointer(place).and_then(Value::as_array).is_some_and(|list| !list.is_empty())
    };
    wrong.extend(lists.iter().filter(|place| !is_list(place)).map(|place| format!("{place} is no list")));
    if !is_url("/url")
        || !description.pointer("/localisation/localisationReady").is_some_and(Value::is_boolean)
    {
        wrong.push("url or localisationReady".to_owned());
    }
    for language in ["nl", "en"] {
        let length = |key: &str| {
            let text = description.pointer(&format!("/description/{language}/{key}")).and_then(Value::as_str);
            text.map_or(0, |text| text.chars().count())
        };
        let features = format!("/description/{language}/features");
        if !(1..=150).contains(&length("shortDescription"))
            || !(150..=10_000).contains(&length("longDescription"))
            || !is_list(&features)
        {
            wrong.push(format!("description {language}"));
        }
    }
    wrong
}

#[test]
fn the_description_for_catalogues_is_valid() {
    let description: Value = serde_saphyr::from_str(&text("publiccode.yml")).unwrap();
    assert_eq!(wrong(&description), Vec::<String>::new());
    for key in description.as_object().unwrap().keys() {
        let mut spoilt = description.clone();
        spoilt[key] = Value::Null;
        let is_optional = ["inputTypes", "outputTypes", "intendedAudience"].contains(&key.as_str());
        assert_eq!(wrong(&spoilt).is_empty(), is_optional, "{key}");
    }
}

#[test]
fn every_page_has_its_paragraph() {
    let said = text("docs/README.md");
    for page in entries(&root("docs")) {
        let page = name(&page);
        let is_page = page.ends_with(".md") && page != "README.md";
        assert!(!is_page || said.contains(&format!("]({page})")), "docs/README.md does not name {page}");
    }
}

#[test]
fn the_texts_of_licences_are_those_beside_the_files() {
    for (copy, original) in [
        ("LICENSES/EUPL-1.2.txt", "LICENSE"),
        ("LICENSES/OFL-1.1.txt", "fonts/OFL.txt"),
        ("LICENSES/Unicode-3.0.txt", "data/cldr/LICENSE"),
    ] {
        assert_eq!(text(copy), text(original), "{copy}");
    }
}
