//! `sjablonen lees`: how the templates read, as text and as JSON.

use crate::support::desk::Desk;
use rtbrief::letter::TemplateSet;
use rtbrief::letter::is_dutch;
use serde_json::Value;

#[test]
fn every_template_is_read_and_its_blocks_add_up() {
    let objects = Desk::new().run("sjablonen lees --json").exits(0).objects();
    let names: Vec<&str> = objects.iter().map(|object| object["sjabloon"].as_str().unwrap()).collect();
    assert_eq!(
        names,
        TemplateSet::builtin().unwrap().names().filter(|name| is_dutch(name)).collect::<Vec<_>>()
    );
    for object in &objects {
        let blocks = object["blokken"].as_array().unwrap();
        for key in ["woorden", "zinnen", "lange_woorden"] {
            let sum: u64 = blocks.iter().map(|block| block[key].as_u64().unwrap()).sum();
            assert_eq!(object[key].as_u64(), Some(sum), "{}: {key}", object["sjabloon"]);
        }
        let longest = blocks.iter().map(|block| block["langste_zin"].as_u64().unwrap()).max();
        assert_eq!(object["langste_zin"].as_u64(), longest.or(Some(0)), "{}", object["sjabloon"]);
        assert!(blocks.iter().all(|block| block["flesch_douma"].is_f64() && block["regel"].is_u64()));
    }
}

#[test]
fn a_name_chooses_a_template_in_each_of_its_forms() {
    let desk = Desk::new();
    let text = desk.run("sjablonen lees fraude").exits(0).out();
    assert!(text.starts_with("grounds/fraude.md\n") && text.contains("totaal"), "{text}");
    for name in ["grounds/fraude", "grounds/fraude.md", "fraude.md"] {
        assert_eq!(desk.run(&format!("templates read {name}")).exits(0).out(), text, "{name}");
    }
    let two: Vec<Value> = desk.run("sjablonen lees hulp weigeringsbesluit --json").exits(0).objects();
    let names: Vec<&Value> = two.iter().map(|object| &object["sjabloon"]).collect();
    assert_eq!(names, ["parts/hulp.md", "weigeringsbesluit.md"]);
}

#[test]
fn a_wrong_name_or_no_action_is_wrong_use() {
    let desk = Desk::new();
    desk.run("sjablonen lees bestaat-niet")
        .exits(2)
        .prints_nothing()
        .says("er is geen sjabloon `bestaat-niet`");
    desk.run("sjablonen").exits(2).prints_nothing().says("er ontbreekt een opdracht");
    desk.run("sjablonen lezen").exits(2).prints_nothing().says("onbekende opdracht");
}
