//! `uitleg --zinnen` over every fixture: every block with its rules, every rule among the rules, every value with its line.

use crate::support::desk::{Desk, changed};
use crate::support::letters::composed;
use crate::support::{explanation, explanation_by_block, fixture, fixture_cases, pipeline};
use rtbrief::letter::document::{Block, BlockKind, Document, Inline};
use rtbrief::pipeline::Assessed;
use serde_json::{Value, json};
use std::fs;

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The cases of all fixtures, each with its object.
fn explained() -> Vec<(String, Assessed, Value)> {
    let objects = fixture_cases(pipeline()).map(|(name, case)| {
        let object = explanation_by_block(pipeline(), &case, "case.yaml");
        (name, case, object)
    });
    objects.collect()
}

/// The letters of a case without the copies for a gemachtigde.
fn letters(case: &Assessed) -> Vec<&Document> {
    case.letters.iter().filter(|letter| !letter.is_copy).collect()
}

/// The words of a text, without what only sets them apart.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| *word != "|").collect()
}

/// The words of a block.
fn of_block(block: &Block) -> String {
    let run = |text: &[Inline]| text.iter().map(Inline::text).collect::<String>();
    match &block.kind {
        BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) | BlockKind::Margin(text) => run(text),
        BlockKind::Overview(rows) => {
            rows.iter().map(|row| format!("{} {} ", run(&row.label), run(&row.text))).collect()
        }
        BlockKind::List { items, .. } => items.iter().map(|item| run(item) + " ").collect(),
        BlockKind::Table { header, rows } => {
            header.iter().chain(rows.iter().flatten()).map(|cell| run(cell) + " ").collect()
        }
    }
}

#[test]
fn every_block_stands_there_with_its_rules_and_each_is_among_the_rules() {
    let (mut blocks, mut stated) = (0, 0);
    for (name, case, object) in explained() {
        let rules: Vec<&str> = list(&object["regels"]).iter().map(|rule| text(&rule["id"])).collect();
        let shown = list(&object["brieven"]);
        assert_eq!(shown.len(), letters(&case).len(), "{name}");
        for (letter, shown) in letters(&case).into_iter().zip(shown) {
            let shown = list(&shown["zinnen"]);
            assert_eq!(shown.len(), letter.blocks().count(), "{name}");
            for (block, shown) in letter.blocks().zip(shown) {
                assert_eq!(words(&of_block(block)), words(text(&shown["tekst"])), "{name}");
                let own: Vec<&str> = block.provenance.rules.iter().map(|rule| rule.word()).collect();
                assert_eq!(shown["regels"], json!(own), "{name}: {}", shown["tekst"]);
                for rule in own {
                    assert!(rules.contains(&rule), "{name}: {rule} is not among the rules");
                    stated += 1;
                }
                let from = (text(&shown["sjabloon"]), &shown["regel"]);
                assert_eq!(from, (block.provenance.template.as_str(), &json!(block.provenance.line)));
                blocks += 1;
            }
        }
    }
    assert!(blocks > 3000 && stated > 3000, "only {blocks} blocks and {stated} rules");
}

#[test]
fn the_rules_of_the_decision_come_first_and_those_of_the_words_are_no_step_of_it() {
    let mut of_words = 0;
    for (name, case, object) in explained() {
        let rules = list(&object["regels"]);
        let by: Vec<&str> = rules.iter().map(|rule| text(&rule["door"])).collect();
        assert!(by.is_sorted(), "{name}: {by:?}"); // besluit, tekst
        let decided: Vec<&str> = case.decision.trace.steps().iter().map(|step| step.rule.word()).collect();
        for rule in rules {
            let is_decided = decided.contains(&text(&rule["id"]));
            assert_eq!(text(&rule["door"]), if is_decided { "besluit" } else { "tekst" }, "{name}: {rule}");
            assert!(is_decided || !case.letters.is_empty(), "{name}: {rule}");
        }
        of_words += by.iter().filter(|by| **by == "tekst").count();
        let mut without = object.clone();
        for letter in without["brieven"].as_array_mut().unwrap() {
            letter.as_object_mut().unwrap().remove("zinnen");
        }
        assert_eq!(without, explanation(pipeline(), &case, "case.yaml"), "{name}");
    }
    assert!(of_words > 200, "only {of_words}");
}

/// What is wrong with the line of a fact, by the lines of its file. The key stands there (or in the line before, where the
/// value has lines of its own; an item of a list has the key of the list above it), and so does the first word of the value.
fn wrong_line(fact: &Value, lines: &[&str]) -> Option<String> {
    let line = usize::try_from(fact["regel"].as_u64()?).unwrap();
    let mut value = fact["waarde"].clone();
    // Of a list its first item, of a block its first key.
    while let Value::Array(items) = &value {
        value = items.first()?.clone();
    }
    if let Value::Object(block) = &value {
        value = block.keys().next()?.clone().into();
    }
    let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let first = value.split_whitespace().next()?.trim_matches('"').to_owned();
    let around = lines.get(line - 1..(line + 1).min(lines.len()))?.join("\n");
    let above = lines.get(line.saturating_sub(2)..line)?.join("\n");
    let key = text(&fact["pad"]).rsplit('.').next()?;
    let key = key.split('[').next()?;
    let has_key = key.is_empty() || above.contains(key) || text(&fact["pad"]).ends_with(']');
    (!(composed(&around).contains(&composed(&first)) && has_key))
        .then(|| format!("{fact} is not at line {line}: {around}"))
}

#[test]
fn every_value_has_the_line_that_it_has_in_the_file() {
    let (mut seen, mut absent) = (0, 0);
    for (name, _, object) in explained() {
        let file = fs::read_to_string(fixture(&name).join("case.yaml")).unwrap_or_default();
        let lines: Vec<&str> = file.lines().collect();
        let blocks = list(&object["brieven"]).iter().flat_map(|letter| list(&letter["zinnen"]));
        let holders = list(&object["regels"]).iter().chain(list(&object["doelgroep"])).chain(blocks);
        for fact in holders.flat_map(|holder| list(&holder["feiten"])) {
            if fact["waarde"].is_null() {
                assert!(fact["regel"].is_null() || !text(&fact["pad"]).is_empty(), "{name}: {fact}");
                absent += 1;
                continue;
            }
            assert!(fact["regel"].is_u64(), "{name}: {fact} has no line");
            assert_eq!(wrong_line(fact, &lines), None, "{name}");
            seen += 1;
        }
    }
    assert!(seen > 10_000 && absent > 1000, "only {seen} facts, {absent} absent");
    let lines = ["a:", "  sleutel: waarde"];
    let fact = |line: u32| json!({"pad": "a.sleutel", "waarde": "waarde", "regel": line});
    assert!(wrong_line(&fact(2), &lines).is_none());
    assert!(wrong_line(&json!({"pad": "a.slot", "waarde": "waarde", "regel": 2}), &lines).is_some());
    assert!(wrong_line(&json!({"pad": "a.sleutel", "waarde": "iets", "regel": 2}), &lines).is_some());
}

#[test]
fn a_condition_names_what_it_asks_for_also_where_the_case_has_it_not() {
    let desk = Desk::with("weigering-inreisstempel");
    let object = desk.run("uitleg zaak.yaml --json").exits(0).objects().remove(0);
    let first = &object["doelgroep"][0];
    assert_eq!(
        first["feiten"],
        json!([
            {"pad": "vreemdeling.nationaliteiten", "waarde": ["UKR"], "regel": 14},
            {"pad": "feiten.vertrek_uit_oekraine", "waarde": null, "regel": null},
        ])
    );
    desk.run("uitleg zaak.yaml")
        .exits(0)
        .prints("- a1: onbekend (WI H1 onder a, eerste punt)\n    vreemdeling.nationaliteiten = UKR, regel 14\n    niet in de zaak: feiten.vertrek_uit_oekraine\n");
}

#[test]
fn a_lawyer_finds_the_rule_of_a_sentence() {
    let ran = Desk::with("weigering-inreisstempel").run("uitleg zaak.yaml --zinnen").exits(0);
    let out = ran.out();
    let (before, sentences) = out.split_once("\nZinnen van de brief: ").unwrap();
    assert!(before.contains("\nRegels die alleen in de woorden van de brief staan\n"));
    assert!(before.contains("\n- gevolgen.werk: "));
    let block = sentences.split("\n\n").find(|block| block.contains("mag daarom niet in Nederland")).unwrap();
    assert!(block.contains("\n    regel: gevolgen.werk – wi: WI H2"), "{block}");
    assert!(
        block.starts_with("  [alinea] ") && block.contains("\n    sjabloon: weigeringsbesluit.md, regel ")
    );
    // What the officer wrote stands there whole, and cut short beside it as the fact that it is.
    assert!(sentences.contains("[alinea] Uit de stempels in uw paspoort blijkt"));
    assert!(sentences.contains("feit: stap.gronden[0].motivering = Uit de stempels in uw paspoort"));
    // A case without a letter has no sentences.
    let none = Desk::with("triage-positief-geen-brief").run("uitleg zaak.yaml --zinnen").exits(0);
    assert!(!none.out().contains("Zinnen van de brief"));
}

#[test]
fn what_stands_in_a_case_steers_no_terminal() {
    let case = changed("weigering-inreisstempel", "locatie: Den Bosch", "locatie: \"Den\\u202EBosch\"");
    let ran = Desk::new().file("zaak.yaml", case).run("uitleg zaak.yaml --zinnen");
    assert!(!ran.out().contains('\u{202E}'), "{}", ran.out());
}
