//! The templates read plainly: short sentences, no official words, and a readability figure that no letter falls below.

use rtbrief::letter::TemplateSet;
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

/// The blocks of a template that speak to the reader: not the annex, and not the lines that name the law on which a letter
/// rests, whose names cannot be shorter.
fn spoken(set: &TemplateSet, name: &str) -> Vec<TextBlock> {
    let mut blocks = set.blocks(name);
    blocks.retain(|block| !block.is_annex);
    for block in &mut blocks {
        let lines = block.text.lines().filter(|line| !is_legal_basis(line.trim()));
        block.text = lines.map(|line| format!("{line}\n")).collect();
    }
    blocks
}

fn is_legal_basis(line: &str) -> bool {
    let law = ["artikel ", "Richtlijn "]
        .iter()
        .any(|law| line.strip_prefix("- ").is_some_and(|l| l.starts_with(law)));
    law || line.starts_with("Deze reden steunt op ")
}

#[test]
fn no_sentence_of_a_template_is_long() {
    let set = built_in();
    let mut wrong = Vec::new();
    for name in set.names() {
        for block in spoken(&set, name) {
            let long =
                sentences(&block.text).into_iter().filter(|sentence| sentence.words.len() > MOST_WORDS);
            wrong.extend(long.map(|sentence| {
                let words: Vec<&str> = sentence.words.iter().map(|word| word.text).collect();
                format!("{name}:{}: {} words: {}", block.line, words.len(), words.join(" "))
            }));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Official words that a template has all the same: its file and the words.
const LEFT: &[(&str, &str)] = &[];

#[test]
fn no_template_has_official_words() {
    let set = built_in();
    let mut wrong = Vec::new();
    for name in set.names() {
        for block in spoken(&set, name) {
            for remark in remarks(&block.text) {
                if let About::OfficialWord(it) = &remark.about
                    && !LEFT.contains(&(name, it.official))
                {
                    wrong.push(format!("{name}:{}: {}", block.line, remark.about.advice()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
    let set = built_in();
    let mut wrong = Vec::new();
    for name in set.names() {
        for block in spoken(&set, name) {
            let text = block.text.to_lowercase();
            let words = format!(" {} ", text.replace(|c: char| !c.is_alphanumeric() && c != '-', " "));
            for (other, word) in other_words() {
                if words.contains(&format!(" {} ", other.to_lowercase())) {
                    wrong.push(format!("{name}:{}: {other}; a letter says {word}", block.line));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[allow(clippy::print_stdout)] // the figures are for who changes the words: `--nocapture` shows them
fn every_template_reads_as_well_as_its_kind_must() {
    let set = built_in();
    let mut wrong = Vec::new();
    for name in set.names() {
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
