//! The tables as the program reads them are the tables as people write them.

use crate::law::book::{RuleBook, RuleTexts};

/// A text with one more line is read as YAML: the program reads those that it was built with from JSON.
#[test]
fn the_book_is_the_same_from_json_and_from_yaml() {
    let own = RuleTexts::BUILT_IN.named().map(|(_, text)| format!("{text}\n# een regel meer\n"));
    let [rules, grounds, remedies, terms, limits, rtb, gelijkgestelde_dagen, sources] = &own;
    let yaml = RuleBook::from_texts(&RuleTexts {
        rules,
        grounds,
        remedies,
        terms,
        limits,
        rtb,
        gelijkgestelde_dagen,
        sources,
    });
    // Lines are of the YAML only, and the hash is that of the texts.
    let told = |book: &RuleBook| {
        let all = format!("{book:#?}").replace(&book.hash().to_string(), "");
        all.lines().filter(|line| !line.trim_start().starts_with("line: ")).collect::<Vec<_>>().join("\n")
    };
    let (json, yaml) = (told(&RuleBook::built_in().unwrap()), told(&yaml.unwrap()));
    assert!(json.len() > 100_000 && json == yaml);
}
