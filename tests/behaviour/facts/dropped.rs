//! An officer's own words are never dropped: they stand in a letter, are refused, or are of a key that is for the file only.

use super::corpus::{self, Case};
use super::seen::Seen;
use super::tree::{Samples, Tree, samples};
use super::values;
use crate::support::pipeline;
use rtbrief::case::model::{
    Afwijking, Antwoord, Asielbesluit, Gehoor, Herbeoordeling, Maatwerk, Stickerlocatie, TerugkeerFeiten,
    TerugkeerbesluitKeuze, Vertrektermijn, Zienswijze,
};
use rtbrief::explain::bearing::facts_of;
use rtbrief::pipeline::Run;
use rtbrief::words::{Fact, Fase, Holds, Judgement, Key, Need, UitkomstStickerlocatie};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A word that no template holds.
const MARK: &str = "Zeppelinmerk";

/// The keys whose words are for the file or the explanation, never for a letter (docs/spec/letters.md section 1).
const FOR_THE_FILE: &[Fact] = &[
    Afwijking::reden,
    Maatwerk::motivering,
    TerugkeerbesluitKeuze::reden,
    Asielbesluit::reden,
    Gehoor::aanleiding,
];

/// Whether these words are for the file here: always, or on this occasion.
fn is_for_the_file(fact: Fact, tree: &Tree) -> bool {
    let says = |fact: Fact, word: &str| tree.get(fact).is_some_and(|value| value == word);
    // What was answered to the first voornemen stands in the besluit.
    let first = [Zienswijze::samenvatting, Zienswijze::reactie].contains(&fact);
    let further = says(Herbeoordeling::fase, Fase::AanvullendVoornemen.word());
    // An asylum decision has its own reasons, no letter is about a grant, and without a return decision none explains it.
    let silent = [Judgement::AsylumDecisionParts, Judgement::AfterNareis, Judgement::ProtectionRuns];
    let answered = silent.iter().any(|judgement| says(Antwoord::vraag, judgement.word()));
    let none = says(Antwoord::vraag, Judgement::ReturnDecision.word()) && says(Antwoord::antwoord, "nee");
    let granted = says(Stickerlocatie::uitkomst, UitkomstStickerlocatie::Toekenning.word());
    FOR_THE_FILE.contains(&fact)
        || (first && further)
        || (fact == Antwoord::reden && (answered || none || granted))
        || (is_weighed_for_return(fact) && none)
}

/// Whether it is what was weighed for a return decision.
fn is_weighed_for_return(fact: Fact) -> bool {
    [TerugkeerFeiten::motivering_terugkeer, TerugkeerFeiten::motivering_land, Vertrektermijn::motivering]
        .contains(&fact)
}

/// The case with the mark as value of a key, and the same with every value of each key beside it in its block.
fn marked(case: &Case, key: &Key, keys: &[&Key], samples: &Samples) -> Vec<Tree> {
    let words = if key.need == Need::List { json!([MARK]) } else { json!(MARK) };
    let Some(base) = case.tree.with(key.fact, &words, samples) else { return Vec::new() };
    let block = key.fact.block();
    let mut found = Vec::new();
    if block != "stap" {
        for beside in keys.iter().filter(|other| other.fact.block() == block && other.fact != key.fact) {
            let few = matches!(beside.holds, Holds::YesNo | Holds::Words(_));
            let others: Vec<Value> = if few { values::values(beside, &base) } else { Vec::new() };
            found.extend(others.iter().filter_map(|value| base.with(beside.fact, value, samples)));
            if beside.need != Need::Required {
                found.extend(base.without(beside.fact));
            }
        }
    }
    found.push(base);
    found
}

/// Where the mark of a key is in no letter although the case has letters.
fn dropped(run: &Run<'_>, cases: &[Case], seen: &mut BTreeSet<&'static str>) -> BTreeSet<String> {
    let samples = &samples(cases.iter().map(|case| &case.tree));
    let mut wrong = BTreeSet::new();
    for case in cases {
        let Some(occasion) = case.tree.occasion() else { continue };
        let keys: Vec<&Key> = facts_of(occasion).collect();
        for key in keys.iter().filter(|key| key.holds.is_own_words()) {
            let path = key.fact.pattern();
            for tree in marked(case, key, &keys, samples) {
                let Some(now) = Seen::of(run, &tree) else { continue };
                if now.letters.is_empty() || is_for_the_file(key.fact, &tree) {
                    continue;
                }
                if now.letters.contains(MARK) {
                    seen.insert(path);
                } else {
                    wrong.insert(format!("{path} at {}: {}", occasion.word(), case.name));
                }
            }
        }
    }
    wrong
}

#[test]
fn own_words_are_in_a_letter_or_refused() {
    let run = pipeline().run();
    let mut seen = BTreeSet::new();
    let wrong = dropped(&run, &corpus::of_fixtures(), &mut seen);
    assert!(
        wrong.is_empty(),
        "{} dropped\n{}",
        wrong.len(),
        wrong.iter().cloned().collect::<Vec<_>>().join("\n")
    );
    assert!(seen.len() >= 20, "{seen:?}");
}
