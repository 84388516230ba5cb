//! Ten situations of an officer at a desk (`situations.json`): each conversation gives the letters that follow, and a file that
//! says the same. A question without an answer fails, and so does an answer to which no question leads.

use super::talk::{Answers, Place, Talk, talk};
use crate::support::desk::Desk;
use serde_json::Value;

const SITUATIONS: &str = include_str!("situations.json");

/// A situation.
pub struct Situation {
    /// What it is.
    pub name: String,
    /// The answers to what every conversation asks, and to what this one asks.
    answers: Vec<Answers>,
    /// The letters that follow, each with its last days.
    letters: Value,
}

/// All situations.
pub fn all() -> Vec<Situation> {
    let read: Value = serde_json::from_str(SITUATIONS).unwrap();
    let answers = |value: &Value| -> Answers {
        let pairs = value.as_array().unwrap().iter();
        pairs
            .map(|pair| (pair[0].as_str().unwrap().to_owned(), pair[1].as_str().unwrap().to_owned()))
            .collect()
    };
    let situation = |value: &Value| Situation {
        name: value["name"].as_str().unwrap().to_owned(),
        answers: vec![answers(&read["person"]), answers(&value["answers"])],
        letters: value["letters"].clone(),
    };
    read["situations"].as_array().unwrap().iter().map(situation).collect()
}

/// Has a conversation and gives it, with the desk on which its file lies.
pub fn have(situation: &Situation, place: &Place) -> (Desk, Talk) {
    let desk = Desk::new();
    let talk = talk(&desk, "-o zaak.yaml", &situation.answers, place);
    assert_eq!(talk.code, Some(0), "{}\n{}", situation.name, talk.said);
    (desk, talk)
}

#[test]
fn a_conversation_leads_to_the_letters_that_follow() {
    let situations = all();
    assert_eq!(situations.len(), 10);
    for situation in &situations {
        let (desk, talk) = have(situation, &Place::Pipe);
        let checked = desk.run("controleer --json zaak.yaml").exits(0).out();
        let found: Value = serde_json::from_str(&checked).unwrap();
        let letters = found["brieven"].as_array().unwrap().iter();
        let letters: Value = letters
            .map(|letter| {
                let terms = letter["termijnen"].as_array().unwrap().iter();
                Value::from(vec![
                    letter["soort"].clone(),
                    terms.map(|term| term["laatste_dag"].clone()).collect(),
                ])
            })
            .collect();
        assert_eq!(letters, situation.letters, "{}\n{}", situation.name, desk.read("zaak.yaml"));
        // The last days stand on the screen before the file is written.
        let last = talk.turns.last().unwrap();
        assert!(last.contains("volgt deze brief"), "{last}");
    }
}
