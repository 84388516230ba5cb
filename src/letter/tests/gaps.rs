//! Tests that what is missing or not decided is a gap at its place, and that no template can say something else there.

use super::{Probe, paragraph, probe, set};
use crate::letter::context::{Context, Value};
use crate::letter::document::{BlockKind, Inline};
use crate::letter::mark::gap;
use crate::letter::{Piece, TemplateSet};

/// The blocks of a template with one field still open.
fn open(template: &str, field: &'static str) -> Vec<BlockKind> {
    let mut values = probe().values();
    values.retain(|(name, _)| *name != field);
    values.push((field, Value::Open("nog te beslissen: dit".into())));
    kinds(&set(&[("a.md", template)]), &values)
}

fn kinds(set: &TemplateSet, values: &[(&'static str, Value)]) -> Vec<BlockKind> {
    let pieces = set.fill("a.md", super::day(), Probe::FIELDS, values, Some(0)).unwrap();
    let blocks = pieces.into_iter().filter_map(|piece| match piece {
        Piece::Block(block) => Some(block.kind),
        _ => None,
    });
    blocks.collect()
}

fn text(words: &str) -> Inline {
    Inline::Text(words.into())
}

fn mark() -> Inline {
    Inline::Gap("[nog te beslissen: dit]".into())
}

#[test]
fn a_missing_text_is_marked_where_it_is_shown() {
    let missing =
        Probe { naam: gap("in te vullen: naam"), reden: Some(gap("in te vullen: reden")), ..probe() };
    let template = "Dag **{{ naam }}**, zie ({{ naam }}).\n\n{% if reden %}\n{{ reden }}\n{% else %}\nGeen reden.\n{% endif %}\n";
    let naam = Inline::Gap("[in te vullen: naam]".into());
    let found = kinds(&set(&[("a.md", template)]), &missing.values());
    assert_eq!(
        found,
        [
            BlockKind::Paragraph(vec![text("Dag "), naam.clone(), text(", zie ("), naam, text(").")]),
            BlockKind::Paragraph(vec![Inline::Gap("[in te vullen: reden]".into())]),
        ]
    );
}

#[test]
fn an_open_field_takes_the_place_of_every_branch() {
    for condition in ["asiel", "not asiel", "reden or asiel", "asiel and not reden"] {
        let template = format!(
            "{{% if {condition} %}}\nMet.\n{{% elif reden %}}\nZo.\n{{% else %}}\nZonder.\n{{% endif %}}\n"
        );
        assert_eq!(open(&template, "asiel"), [BlockKind::Paragraph(vec![mark()])], "{condition}");
    }
    // A branch stays when it is taken for certain before a branch with an open field.
    let later = "{% if naam %}\nVast.\n{% elif asiel %}\nMet.\n{% endif %}\n";
    assert_eq!(open(later, "asiel"), [paragraph("Vast.")]);
    let later = "{% if reden %}\nVast.\n{% elif asiel %}\nMet.\n{% else %}\nZonder.\n{% endif %}\n";
    assert_eq!(open(later, "asiel"), [BlockKind::Paragraph(vec![mark()])]);
}

#[test]
fn a_gap_is_an_item_a_row_or_words_like_what_it_replaces() {
    let list = open("- een\n{% if asiel %}\n- twee\n{% endif %}\n- drie\n", "asiel");
    let items = vec![vec![text("een")], vec![mark()], vec![text("drie")]];
    assert_eq!(list, [BlockKind::List { ordered: false, items }]);
    let list = open("1. een\n{% if asiel %}\n2. twee\n{% endif %}\n3. drie\n", "asiel");
    let items = vec![vec![text("een")], vec![mark()], vec![text("drie")]];
    assert_eq!(list, [BlockKind::List { ordered: true, items }]);
    let table = open("| a |\n|---|\n{% if asiel %}\n| b |\n{% endif %}\n| c |\n", "asiel");
    let rows = vec![vec![vec![mark()]], vec![vec![text("c")]]];
    assert_eq!(table, [BlockKind::Table { header: vec![vec![text("a")]], rows }]);
    let words =
        open("Dat kan{% if asiel %} niet{% endif %}. Zo{% if asiel %} ja{% endif %} is het.\n", "asiel");
    let spaced = vec![text("Dat kan "), mark(), text(". Zo "), mark(), text(" is het.")];
    assert_eq!(words, [BlockKind::Paragraph(spaced)]);
    let start = open("{% if asiel %}Ja. {% endif %}Verder.\n", "asiel");
    assert_eq!(start, [BlockKind::Paragraph(vec![mark(), text(" Verder.")])]);
}

#[test]
fn the_subject_shows_its_gap() {
    let values =
        [("naam", Value::Text("Kovalenko".into())), ("asiel", Value::Open("nog te beslissen: dit".into()))];
    let set = set(&[("a.md", "# Besluit{% if asiel %} en asiel{% endif %}\n\nDag.\n")]);
    let pieces = set.fill("a.md", super::day(), Probe::FIELDS, &values, None).unwrap();
    assert!(matches!(&pieces[0], Piece::Subject(words, _) if words == "Besluit [nog te beslissen: dit]"));
}

#[test]
fn a_value_with_part_of_a_gap_is_refused() {
    let set = set(&[("a.md", "{{ naam }}\n")]);
    for words in
        ["\u{E004}[x]", "[x]\u{E005}", "a \u{E004}[x]\u{E005}", "\u{E004}\u{E004}[x]\u{E005}\u{E005}"]
    {
        let values = [("naam", Value::Text(words.into()))];
        assert!(set.fill("a.md", super::day(), Probe::FIELDS, &values, None).is_err(), "{words:?}");
    }
}
