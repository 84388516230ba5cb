//! The words of a template, block by block, for who measures how they read.
//!
//! A field is one word, and all branches of a condition are there, one after the other. What the text is, a heading, an item
//! of a list, stays visible in it, so that each can count as a sentence of its own.

use super::blocks::Prepared;
use super::context::slots::BIJLAGE;
use super::line_kind::{Group, Kind, kind, prefix};
use super::source::{Line, Part, Source};
use crate::words::Language;
use std::collections::BTreeMap;

/// What stands for a field: one word of two syllables, which can begin a sentence.
pub const FIELD: &str = "Veldnaam";

/// A block of a template that has words of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextBlock {
    /// The line of the file on which it begins.
    pub line: u32,
    /// Its words: paragraphs with blank lines between them, headings with `#`, items of a list with their mark.
    pub text: String,
    /// Whether it stands in the annex, behind `::bijlage::`.
    pub is_annex: bool,
}

/// The blocks of a template, in order. Left out are blocks that only show a field, and rows in another language.
pub(super) fn blocks(source: &Source, prepared: &Prepared) -> Vec<TextBlock> {
    let annex = prepared.slots.iter().find(|(_, slot)| *slot == BIJLAGE).map(|(line, _)| *line);
    let mut blocks: BTreeMap<usize, TextBlock> = BTreeMap::new();
    for line in source.lines.iter().filter(|line| kind(line) == Kind::Content) {
        let Some(block) = prepared.block_of_line.get(&line.number) else { continue };
        if prepared.slots.contains_key(&line.number) {
            continue;
        }
        let block = blocks.entry(*block).or_insert_with(|| TextBlock {
            line: line.number,
            text: String::new(),
            is_annex: annex.is_some_and(|annex| line.number > annex),
        });
        add(line, &mut block.text);
    }
    let has_words = |block: &TextBlock| block.text.replace(FIELD, "").contains(char::is_alphanumeric);
    blocks.into_values().filter(has_words).collect()
}

/// Adds the words of a line.
fn add(line: &Line, text: &mut String) {
    let words = words(line);
    let words = words.trim();
    let is_row = prefix(words).is_ok_and(|prefix| prefix.group == Some(Group::Table));
    if !is_row {
        text.push_str(words.trim_end_matches('\\'));
        text.push('\n');
        return;
    }
    let cells = || words.split('|').map(str::trim).filter(|cell| cell.contains(char::is_alphanumeric));
    if cells().next().is_some_and(|cell| Language::tag_of(cell).is_some()) {
        return;
    }
    for cell in cells() {
        text.push_str(cell);
        text.push_str("\n\n");
    }
}

fn words(line: &Line) -> String {
    let parts = line.parts.iter().map(|part| match part {
        Part::Text(text) => text.as_str(),
        Part::Show(_) => FIELD,
        Part::If(_) | Part::Elif(_) | Part::Else | Part::Endif => " ",
        Part::Include(_) | Part::Rules(_) | Part::Comment => "",
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use crate::letter::TemplateSet;
    use crate::letter::text_block::TextBlock;

    fn blocks(text: &str) -> Vec<TextBlock> {
        TemplateSet::new([("proef.md", text)]).unwrap().blocks("proef.md")
    }

    #[test]
    fn fields_are_words_and_every_branch_is_there() {
        let found = blocks(
            "# Besluit\n\nDat kan{% if a %} niet{% else %} wel op {{ dag }}{% endif %}. Kom\\\nlangs.\n",
        );
        let texts: Vec<(u32, &str)> = found.iter().map(|block| (block.line, block.text.as_str())).collect();
        assert_eq!(texts, [(1, "# Besluit\n"), (3, "Dat kan  niet  wel op Veldnaam . Kom\nlangs.\n")]);
    }

    #[test]
    fn what_has_no_dutch_words_of_its_own_is_left_out() {
        let found =
            blocks("{{ motivering }}\n\n::gronden::\n\n| Besluit | nee |\n|---|---|\n| English | no |\n");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].text, "Besluit\n\nnee\n\n");
    }

    #[test]
    fn items_keep_their_mark_and_the_annex_is_known() {
        let found = blocks("Dit:\n\n- een\n{% if a %}\n- twee\n{% endif %}\n\n::bijlage::\n\nWet\n");
        let texts: Vec<(&str, bool)> =
            found.iter().map(|block| (block.text.as_str(), block.is_annex)).collect();
        assert_eq!(texts, [("Dit:\n", false), ("- een\n- twee\n", false), ("Wet\n", true)]);
    }
}
