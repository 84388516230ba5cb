//! The templates read plainly: short sentences, no official words, and a readability figure that no letter falls below.

use rtbrief::letter::TemplateSet;
use rtbrief::letter::is_dutch;
use rtbrief::letter::text_block::TextBlock;
use rtbrief::plain::measure::Measure;
use rtbrief::plain::remark::{About, remarks};
use rtbrief::plain::sentence::sentences;
use rtbrief::plain::{LONG_WORD, MOST_WORDS};

/// The lowest readability of Douma of the templates whose names begin so; the first row that fits holds. A ground is short, so
/// one long name (*verblijfsvergunning*) weighs more there.
const LEAST: &[(&str, f64)] = &[
    ("grounds/derdelander_tijdelijk_verblijfsrecht", 25.0),
    ("grounds/geen_identificerend_document", 35.0),
    ("grounds/", 44.0),
    ("parts/maatregelen", 50.0),
    ("parts/steunt_op", f64::MIN),
    ("parts/", 60.0),
    ("", 66.0),
];

fn built_in() -> TemplateSet {
    TemplateSet::builtin().unwrap()
}

/// The blocks of a template that speak to the reader: not the annex, whose names of laws cannot be shorter.
fn spoken(set: &TemplateSet, name: &str) -> Vec<TextBlock> {
    let mut blocks = set.blocks(name);
    blocks.retain(|block| !block.is_annex);
    blocks
}

/// What is wrong in the spoken blocks of all templates, each with its place.
fn faults(wrong: impl Fn(&TextBlock) -> Vec<String>) -> String {
    let set = built_in();
    // The pages in other languages have no Dutch words.
    let dutch = set.names().filter(|name| is_dutch(name));
    let places = dutch.flat_map(|name| spoken(&set, name).into_iter().map(move |block| (name, block)));
    let faults = places.flat_map(|(name, block)| {
        wrong(&block).into_iter().map(move |fault| format!("{name}:{}: {fault}", block.line))
    });
    faults.collect::<Vec<_>>().join("\n")
}

#[test]
fn no_sentence_of_a_template_is_long() {
    let wrong = faults(|block| {
        let long = sentences(&block.text).into_iter().filter(|sentence| sentence.words.len() > MOST_WORDS);
        let told = long.map(|sentence| {
            let words: Vec<&str> = sentence.words.iter().map(|word| word.text).collect();
            format!("{} words: {}", words.len(), words.join(" "))
        });
        told.collect()
    });
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_template_has_official_words() {
    let wrong = faults(|block| {
        let found = remarks(&block.text).into_iter().map(|remark| remark.about);
        found.filter(|about| matches!(about, About::OfficialWord(_))).map(|about| about.advice()).collect()
    });
    assert!(wrong.is_empty(), "{wrong}");
}

/// The words that a letter does not use, each with the one that it uses (GLOSSARY.md, *Words of the letters*).
fn other_words() -> Vec<(String, String)> {
    let glossary = include_str!("../../GLOSSARY.md");
    let (_, table) = glossary.split_once("## Words of the letters").unwrap();
    let rows = table.lines().filter(|line| line.starts_with("| ")).skip(1);
    let mut found = Vec::new();
    for row in rows {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        for word in cells[2].split(", ").filter(|word| !word.contains('(')) {
            found.push((word.to_owned(), cells[1].to_owned()));
        }
    }
    assert!(found.len() > 20, "{found:?}");
    found
}

#[test]
fn one_thing_has_one_word() {
    let others = other_words();
    let wrong = faults(|block| {
        let text = block.text.to_lowercase();
        let words = format!(" {} ", text.replace(|c: char| !c.is_alphanumeric() && c != '-', " "));
        let stands = |other: &str| words.contains(&format!(" {} ", other.to_lowercase()));
        let found = others.iter().filter(|(other, _)| stands(other));
        found.map(|(other, word)| format!("{other}; a letter says {word}")).collect()
    });
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
#[allow(clippy::print_stdout)] // the figures are for who changes the words: `--nocapture` shows them
fn every_template_reads_as_well_as_its_kind_must() {
    let set = built_in();
    let mut wrong = Vec::new();
    // The figure is of Dutch: it says nothing of the pages in other languages.
    for name in set.names().filter(|name| is_dutch(name)) {
        let mut measure = Measure::default();
        spoken(&set, name).iter().for_each(|block| measure += Measure::of(&block.text));
        let (_, least) = LEAST.iter().find(|(start, _)| name.starts_with(start)).unwrap();
        let Some(figure) = measure.flesch_douma() else { continue };
        let long = measure.long_words;
        println!("{name}: {figure:.1}, {} words, {long} of {LONG_WORD} letters or more", measure.words);
        if figure < *least {
            wrong.push(format!("{name}: {figure:.1}, at least {least}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
