//! Tests how templates are filled: blocks, conditions, slots, provenance.

use super::{Probe, Render, blocks, kinds, paragraph, probe, render, set};
use crate::letter::Piece;
use crate::letter::document::{BlockKind, Inline, OverviewRow, Provenance};
use crate::words::{Rule, RuleId};

fn text(words: &str) -> Inline {
    Inline::Text(words.into())
}

fn bullets(items: &[&str]) -> BlockKind {
    BlockKind::List { ordered: false, items: items.iter().map(|item| vec![text(item)]).collect() }
}

#[test]
fn the_markdown_of_a_letter_is_read_as_blocks() {
    let found = kinds(
        "## Kop\n\nEen **vet** woord\nloopt door.\n\n### Lager\n\nNaam\\\nStraat\n\n1. een\n2. twee\n\n\
         | wat | wanneer |\n|---|---|\n| bezwaar | **nu** |\n",
        &probe(),
    );
    let expected = vec![
        BlockKind::Heading { level: 2, text: vec![text("Kop")] },
        BlockKind::Paragraph(vec![text("Een "), Inline::Strong("vet".into()), text(" woord loopt door.")]),
        BlockKind::Heading { level: 3, text: vec![text("Lager")] },
        BlockKind::Paragraph(vec![text("Naam"), Inline::Break, text("Straat")]),
        BlockKind::List { ordered: true, items: vec![vec![text("een")], vec![text("twee")]] },
        BlockKind::Table {
            header: vec![vec![text("wat")], vec![text("wanneer")]],
            rows: vec![vec![vec![text("bezwaar")], vec![Inline::Strong("nu".into())]]],
        },
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_first_heading_is_the_subject() {
    let pieces = render("# Besluit voor {{ naam }}\n\nDag.\n", &probe());
    assert!(matches!(&pieces[0], Piece::Subject(subject, place)
        if subject == "Besluit voor Kovalenko" && place.line == 1));
    assert_eq!(pieces.len(), 2);
}

#[test]
fn a_subject_further_on_is_refused() {
    let error = set(&[("a.md", "Dag.\n\n# Kop\n")]).render("a.md", &probe(), None).unwrap_err();
    assert_eq!((error.line, error.template.as_str()), (Some(3), "a.md"));
}

#[test]
fn conditions_choose_blocks_items_rows_and_words() {
    let template = "{% if asiel %}\nMet asiel.\n{% else %}\nZonder asiel.\n{% endif %}\n\n- een\n{% if asiel %}\n- twee\n\
         {% endif %}\n- drie\n\n| a |\n|---|\n{% if asiel %}\n| b |\n{% endif %}\n| c |\n\n\
         Dat kan{% if asiel %} niet{% endif %}.\n";
    let with = kinds(template, &Probe { asiel: true, ..probe() });
    let row = |words: &str| vec![vec![text(words)]];
    let table = |rows| BlockKind::Table { header: vec![vec![text("a")]], rows };
    assert_eq!(
        with,
        vec![
            paragraph("Met asiel."),
            bullets(&["een", "twee", "drie"]),
            table(vec![row("b"), row("c")]),
            paragraph("Dat kan niet."),
        ]
    );
    let without = kinds(template, &probe());
    assert_eq!(
        without,
        vec![
            paragraph("Zonder asiel."),
            bullets(&["een", "drie"]),
            table(vec![row("c")]),
            paragraph("Dat kan."),
        ]
    );
}

#[test]
fn an_absent_optional_text_is_false_and_a_list_may_begin_with_a_condition() {
    let template = "{% if reden %}\n- {{ reden }}\n{% endif %}\n- altijd\n";
    assert_eq!(kinds(template, &probe()), vec![bullets(&["altijd"])]);
    let with = Probe { reden: Some("Eén.\n\nTwee.".into()), ..probe() };
    assert_eq!(kinds(template, &with), vec![bullets(&["Eén. Twee.", "altijd"])]);
}

#[test]
fn a_field_alone_keeps_its_paragraphs_and_beside_words_it_does_not() {
    let two = Probe { naam: "Eén.\n\nTwee.".into(), ..probe() };
    assert_eq!(kinds("{{ naam }}\n", &two), vec![paragraph("Eén."), paragraph("Twee.")]);
    assert_eq!(kinds("Zo: {{ naam }}\n", &two), vec![paragraph("Zo: Eén. Twee.")]);
}

#[test]
fn every_block_says_where_it_comes_from() {
    let template = "{# gewoon\n   commentaar #}\nDag {{ naam }}.\n\n{# regel: rtb.duur #}\n\nTekst.\n\n\
         {# regel: grond.fraude, grond.inreisstempel #}\nAnders.\n\n{% if asiel %}\n\n{# regel: termijn.bezwaar #}\n{{ reden }}\n\n\
         {% endif %}\n\n{# regel: #}\n\nLaatste.\n";
    let context = Probe { reden: Some("Eén.\n\nTwee.".into()), asiel: true, ..probe() };
    let pieces = render(template, &context);
    let found: Vec<Provenance> = blocks(&pieces).into_iter().map(|b| (*b.provenance).clone()).collect();
    let place = |line, rules: &[&str], facts: &[&str]| Provenance {
        template: "a.md".into(),
        line,
        rules: rules.iter().filter_map(|id| RuleId::from_word(id)).collect(),
        facts: facts.iter().map(|s| (*s).to_owned()).collect(),
    };
    let reasons = place(15, &["termijn.bezwaar"], &["stap.gronden[2].motivering", "stap.asielwens"]);
    assert_eq!(
        found,
        vec![
            place(3, &[], &["vreemdeling.achternaam", "vreemdeling.voornamen"]),
            place(7, &["rtb.duur"], &[]),
            place(10, &["grond.fraude", "grond.inreisstempel"], &[]),
            reasons.clone(),
            reasons,
            place(21, &[], &[]),
        ]
    );
}

#[test]
fn the_first_line_that_is_shown_gives_the_line() {
    let template = "{% if asiel %}Met.{% else %}\nZonder.\n{% endif %}\n";
    let with = render(template, &Probe { asiel: true, ..probe() });
    assert_eq!(blocks(&with)[0].provenance.line, 1);
    assert_eq!(blocks(&with)[0].provenance.facts, ["stap.asielwens"]);
    let list = "{% if asiel %}\n- een\n{% endif %}\n- twee\n";
    let without = render(list, &probe());
    assert_eq!(blocks(&without)[0].provenance.line, 4);
}

#[test]
fn an_include_has_the_same_fields_and_its_own_lines() {
    let set = set(&[
        ("a.md", "Boven.\n\n{% include \"parts/b.md\" %}\nOnder.\n"),
        ("parts/b.md", "\n{# regel: brief.vorm #}\nDeel voor {{ naam }}.\n"),
    ]);
    let pieces = set.render("a.md", &probe(), None).unwrap();
    let found: Vec<_> = blocks(&pieces)
        .into_iter()
        .map(|b| (b.provenance.template.as_str(), b.provenance.line, b.provenance.rules.len()))
        .collect();
    assert_eq!(found, [("a.md", 1, 0), ("parts/b.md", 3, 1), ("a.md", 4, 0)]);
}

#[test]
fn slots_come_out_as_places_to_fill() {
    let pieces = render("Boven.\n\n{# regel: brief.vorm #}\n\n::gronden::\n\nOnder.\n", &probe());
    assert!(matches!(&pieces[1], Piece::Slot(name, place) if name == "gronden" && place.line == 5));
    assert_eq!(pieces.len(), 3);
    let ruled = render(
        "{% if asiel %}\nx\n{% else %}\n{# regel: brief.vorm #}\n::gronden::\n{% endif %}\n",
        &probe(),
    );
    assert!(
        matches!(ruled.as_slice(), [Piece::Slot(_, place)] if place.rules == [RuleId::from(Rule::BriefVorm)])
    );
}

#[test]
fn a_missing_template_or_value_is_an_error_without_the_value() {
    let set = set(&[("a.md", "Dag {{ naam }} {{ reden }}.\n")]);
    assert_eq!(set.render("b.md", &probe(), None).unwrap_err().template, "b.md");
    let absent = set.render("a.md", &probe(), None).unwrap_err();
    assert!(!absent.message.contains("Kovalenko"), "{absent}");
    let empty = Probe { naam: " \n".into(), reden: Some("x".into()), ..probe() };
    assert!(set.render("a.md", &empty, None).unwrap_err().message.contains("`naam` is leeg"));
}

#[test]
fn a_note_stands_in_the_margin_and_a_table_without_a_header_is_an_overview() {
    let note = "Een alinea.\n\n> **Adres**\\\nPostbus 1\\\nStad\n";
    let strong = Inline::Strong("Adres".into());
    let words = vec![strong, Inline::Break, text("Postbus 1"), Inline::Break, text("Stad")];
    assert_eq!(kinds(note, &probe())[1], BlockKind::Margin(words));
    let overview = "| | |\n|---|---|\n| Ons besluit | Nee |\n| English | No |\n";
    let row =
        |label, says, language| OverviewRow { label: vec![text(label)], text: vec![text(says)], language };
    let rows = vec![row("Ons besluit", "Nee", None), row("English", "No", Some("en"))];
    assert_eq!(kinds(overview, &probe()), [BlockKind::Overview(rows)]);
}
