//! Every id stands for one row, and an unknown word is refused.

use super::*;
use std::collections::BTreeSet;

#[test]
fn every_id_can_be_read_again_and_is_unique() {
    let mut seen = BTreeSet::new();
    for id in RuleId::all() {
        assert_eq!(RuleId::from_word(id.word()), Some(id));
        assert!(seen.insert(id.word()), "{id} stands twice");
    }
    assert!(seen.contains("grond.inreisstempel") && seen.contains("doelgroep.u3"));
    assert_eq!(RuleId::from_word("grond.inreisstempels"), None);
}

#[test]
fn an_unknown_word_is_refused_and_the_known_words_are_named() {
    let error = crate::yaml::from_str::<Vec<RemedyCase>>("[gewoon, openbare_ordde]").unwrap_err();
    assert!(error.message.contains("openbare_ordde") && error.message.contains("gemengde_gronden"));
    assert_eq!(error.place.map(|(line, _)| line), Some(1));
    let error = crate::yaml::from_str::<Vec<RuleId>>("\n- grond.weg\n").unwrap_err();
    assert_eq!(error.to_string(), "regel 2, kolom 3: de id `grond.weg` is onbekend");
}

#[test]
fn a_fact_names_its_item_and_its_key() {
    const MOTIVATION: Fact = Fact::of("stap.gronden[].motivering");
    assert_eq!(MOTIVATION.at(2).to_string(), "stap.gronden[2].motivering");
    assert_eq!(MOTIVATION.to_string(), "stap.gronden[].motivering");
    assert_eq!((MOTIVATION.key(), Fact::of("stap.gronden[]").key()), ("motivering", "gronden"));
}
