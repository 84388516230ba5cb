//! An afwijking cures the outcome, never the words: no sentence of the letter states a fact that the cured contradiction
//! is about, and where the template would, the officer's own words stand (docs/spec/letters.md section 1).

use crate::facts::corpus::{self, Case};
use crate::facts::seen::pattern;
use crate::facts::tree::Samples;
use crate::support::{assess, pipeline};
use rtbrief::case::model::{Feiten, Vreemdeling};
use rtbrief::decide::outcome::Outcome;
use rtbrief::pipeline::{Assessed, Format};
use rtbrief::words::{Fact, Rule, RuleId};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The rules of which an afwijking cures a contradiction, and whether the letter then has the officer's own words.
const CURED: &[(&str, OwnWords)] = &[
    ("doelgroep.u1", OwnWords::None),
    ("doelgroep.u3", OwnWords::None),
    ("doelgroep.u4", OwnWords::None),
    ("doelgroep.u5", OwnWords::None),
    ("grens.doorverwijzing", OwnWords::None),
    ("grens.minderjarige", OwnWords::None),
    ("grond.derdelander_langer_dan_28_dagen_teruggekeerd", OwnWords::Needed),
    ("grond.derdelander_terugkeer_herkomstland", OwnWords::None),
    ("grond.langer_dan_28_dagen_buiten_nederland", OwnWords::Needed),
    ("niet_gemeld.afspraak_gemaakt", OwnWords::Needed),
    ("toekenning.document", OwnWords::None),
    ("toekenning.voorwaarde", OwnWords::None),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OwnWords {
    None,
    Needed,
}

/// Templates that read a fact of a cured contradiction and state nothing of it that could be untrue.
const HARMLESS: &[(&str, &str)] = &[
    ("parts/aanhef.md", "who is addressed for a minor"),
    (
        "buitenbehandelingstelling.md",
        "asks why there was no appointment, but not beside own words; see `UNTRUE`",
    ),
    ("parts/gevolgen_einde.md", "that who is still away reads nothing of reception"),
    ("parts/overzicht_einde.md", "that who is still away reads nothing of Ter Apel"),
    ("grounds/langer_dan_28_dagen_buiten_nederland.md", "that a Ukrainian may get protection again"),
];

/// The facts that only decide of whom a sentence speaks: `u` or the name of a child.
const WHO: &[&str] =
    &["vreemdeling.geboortedatum", "vreemdeling.wettelijk_vertegenwoordiger", "vreemdeling.meerderjarig"];

/// What no letter may say beside own words.
const UNTRUE: &[&str] = &[
    "langer dan 28 dagen",
    "niet op tijd een afspraak",
    "geen afspraak gemaakt",
    "veilig en voor langere tijd",
    "niet opnieuw tijdelijke bescherming",
];

/// A grant that lifts a measure, so that it has a letter.
const GRANT: &str = "toekenning-licht-inreisverbod-definitief-opgeheven";

const OWN: &str = "Wij hebben uw situatie apart beoordeeld.";

fn assessed(case: &Case, deviation: Option<Value>) -> Assessed {
    let mut tree = case.tree.clone();
    tree.0.as_object_mut().unwrap().remove("afwijking");
    if let Some(deviation) = deviation {
        tree.0["afwijking"] = deviation;
    }
    assess(pipeline(), tree.text().as_bytes()).remove(0)
}

/// Every case of the tests, and grants against each exclusion and each other ground for a refusal.
fn cases() -> Vec<Case> {
    let mut all = corpus::all();
    let grant = all.iter().find(|case| case.name == GRANT).unwrap().tree.clone();
    let against: [(Fact, Value); 6] = [
        (Feiten::alleen_inreisstempel, json!(true)),
        (Feiten::asielstatus_elders, json!("CAN")),
        (Feiten::identiteitsdocument, json!("geen")),
        (Vreemdeling::nationaliteiten, json!(["DEU"])),
        (Vreemdeling::nationaliteiten, json!(["MAR"])),
        (Feiten::verblijfsrecht_oekraine, json!({"soort": "tijdelijk"})),
    ];
    for (fact, value) in against {
        let tree = grant.with(fact, &value, &Samples::new()).unwrap();
        all.push(Case { name: format!("{GRANT} with {fact}"), tree });
    }
    all
}

/// The letters of a refused case under an afwijking, and whether they needed the officer's own words; `None` where it
/// cures nothing.
fn cured(case: &Case) -> Option<(Assessed, OwnWords)> {
    let recorded = json!({"reden": "Beoordeling in het dossier, stuk 12.", "akkoord": "T. de Wit"});
    let plain = assessed(case, Some(recorded.clone()));
    let lacks_words =
        plain.diagnostics().iter().any(|it| it.paths.iter().any(|path| path == "afwijking.tekst"));
    let (now, own) = if lacks_words {
        let mut with_words = recorded;
        with_words["tekst"] = json!(OWN);
        (assessed(case, Some(with_words)), OwnWords::Needed)
    } else {
        (plain, OwnWords::None)
    };
    let letters = !matches!(now.decision.outcome, Outcome::Refused(_));
    (letters && now.decision.afwijking).then_some((now, own))
}

/// The facts that a cured contradiction is about: not the outcome and the grounds, which are what was decided.
fn facts_of(before: &Assessed) -> BTreeSet<String> {
    let paths = before.diagnostics().iter().flat_map(|finding| finding.paths.iter());
    let patterns = paths.map(|path| pattern(path));
    patterns.filter(|path| path.starts_with("feiten.") || path.starts_with("vreemdeling.")).collect()
}

#[test]
fn no_sentence_states_what_a_cured_contradiction_denies() {
    let mut seen: BTreeMap<&str, OwnWords> = BTreeMap::new();
    for case in cases() {
        let before = assessed(&case, None);
        if !matches!(before.decision.outcome, Outcome::Refused(_)) {
            continue;
        }
        let Some((now, own)) = cured(&case) else { continue };
        for rule in before.diagnostics().iter().filter_map(|finding| finding.rule) {
            seen.insert(rule.word(), own);
        }
        let facts = facts_of(&before);
        for letter in &now.letters {
            let text = pipeline().render(letter, Format::Text).unwrap();
            let text = String::from_utf8(text).unwrap();
            assert_eq!(text.contains(OWN), own == OwnWords::Needed, "{}", case.name);
            for block in letter.blocks() {
                let origin = &block.provenance;
                let tells_who = |path: &str| WHO.iter().any(|who| path.starts_with(who));
                let states =
                    origin.facts.iter().any(|path| facts.contains(&pattern(path)) && !tells_who(path));
                let own_words = origin.rules.contains(&RuleId::from(Rule::Afwijking));
                let harmless = HARMLESS.iter().any(|(template, _)| *template == origin.template);
                assert!(
                    !states || own_words || harmless,
                    "{}: {}:{}",
                    case.name,
                    origin.template,
                    origin.line
                );
            }
            if own == OwnWords::Needed {
                for untrue in UNTRUE {
                    assert!(!text.to_lowercase().contains(untrue), "{}: {untrue}", case.name);
                }
            }
        }
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), CURED);
}
