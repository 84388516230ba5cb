//! Concepts of the fixtures: a case gets one if it is certain which letter it will be, and only then; a concept can
//! never pass for a final letter.

use crate::support::{assess, fixture, fixture_cases, pipeline};
use rtbrief::decide::outcome::Outcome;
use rtbrief::diagnostic::{Code, Diagnostic};
use rtbrief::letter::document::{Block, Document, Inline};
use rtbrief::pipeline::{Assessed, Format, Pipeline};
use std::collections::BTreeSet;
use std::fs;

/// The fixtures with a question or a missing text of which no concept can be made, each with what is still undecided.
const WITHOUT: &[(&str, &str)] = &[
    ("besluit-asielbesluit-zonder-inreisverbod-vraag", "the asylum decision may have to be mended first"),
    ("besluit-nieuwe-verklaringen-vraag", "an aanvullend voornemen may come first"),
    ("grens-eu-burger-vraag", "a refusal or not"),
    ("herbeoordeling-voldoet-niet-sinds-ontbreekt", "intrekking or beëindiging"),
    ("niet-gemeld-eerdere-asielaanvraag-vraag", "a letter or not"),
    ("niet-gemeld-kind-van-veertien-vraag", "a letter or not"),
    ("toekenning-na-nareis-vraag", "a grant or not"),
    ("toekenning-permanent-recht-geldigheid-onbekend-vraag", "a grant or not"),
    ("voornemen-van-rechtswege-geeindigd-vraag", "protection may have ended by law: no letter"),
    ("toekenning-terwijl-bescherming-loopt", "a grant or not"),
    ("toekenning-vroeg-vertrokken-verblijf-onbekend", "a grant or not"),
    ("toekenning-zonder-voorwaarde-vraag", "a grant or not"),
    ("intrekking-derdelander-tijdelijk-brp-onbekend", "protection may have ended by law: no letter"),
    ("toekenning-derdelander-tijdelijk-met-b1-en-irv-ambtenaar", "a grant or not"),
    ("weigering-derdelander-tijdelijk-b1-voldaan-ambtenaar", "a refusal or not"),
];

fn every_case(mut each: impl FnMut(&str, &Pipeline, Assessed)) {
    let pipeline = pipeline();
    for (fixture, case) in fixture_cases(pipeline) {
        each(&fixture, pipeline, case);
    }
}

fn gaps(letter: &Document) -> Vec<&str> {
    let blocks = letter.blocks();
    let inlines = blocks.flat_map(Block::inlines);
    inlines
        .filter_map(|inline| if let Inline::Gap(words) = inline { Some(words.as_str()) } else { None })
        .collect()
}

fn text_missing(found: &[Diagnostic]) -> bool {
    !found.is_empty() && found.iter().all(|finding| finding.code == Code::TextMissing)
}

#[test]
fn every_question_and_missing_text_gives_a_concept_or_has_a_reason_not_to() {
    let (mut with, mut without) = (0, BTreeSet::new());
    every_case(|fixture, pipeline, case| {
        let asks = match &case.decision.outcome {
            Outcome::OfficerMustDecide(_) => true,
            Outcome::Refused(found) => text_missing(found),
            _ => false,
        };
        let before = case.diagnostics().to_vec();
        let concept = pipeline.into_concept(case);
        match concept.letters.first() {
            Some(letter) if asks => {
                with += 1;
                // The table in the concept names each open point; where the letter shows one, a gap marks it.
                let open = concept.diagnostics();
                assert!(before.iter().all(|finding| open.contains(finding)), "{fixture}");
                let codes =
                    gaps(letter).iter().filter(|gap| gap.starts_with("[V") || gap.starts_with("[F")).count();
                assert_eq!(codes, open.len(), "{fixture}");
                assert!(gaps(letter).len() > codes, "{fixture}: marked in the letter itself");
            }
            None if asks => {
                without.insert(fixture.to_owned());
                assert_eq!(concept.diagnostics(), before, "{fixture}");
            }
            Some(letter) => assert!(gaps(letter).is_empty(), "{fixture}"),
            None => assert_eq!(concept.diagnostics(), before, "{fixture}"),
        }
    });
    let reasons: BTreeSet<String> = WITHOUT.iter().map(|(fixture, _)| (*fixture).to_owned()).collect();
    assert_eq!(without, reasons);
    assert!(with >= 10, "only {with} concepts");
}

#[test]
fn a_concept_of_a_complete_case_has_the_words_of_its_letter_and_says_that_it_is_no_letter() {
    let mut seen = 0;
    every_case(|fixture, pipeline, case| {
        let letters = case.letters.clone();
        if letters.is_empty() {
            return;
        }
        let concepts = pipeline.into_concept(case).letters;
        assert_eq!(letters.len(), concepts.len(), "{fixture}");
        for (letter, concept) in letters.iter().zip(&concepts) {
            seen += 1;
            let same = Document {
                is_concept: false,
                title: letter.title.clone(),
                file_stem: letter.file_stem.clone(),
                ..concept.clone()
            };
            assert_eq!(&same, letter, "{fixture}");
            assert_eq!(concept.title, format!("Concept: {}", letter.title));
            assert_eq!(concept.file_stem, format!("{}_concept", letter.file_stem));
            let text =
                |document| String::from_utf8(pipeline.render(document, Format::Text).unwrap()).unwrap();
            let plain = text(concept);
            assert!(plain.starts_with("CONCEPT – "), "{fixture}");
            assert_eq!(plain.split_once("\n\n").unwrap().1, text(letter), "{fixture}");
        }
    });
    assert!(seen > 80, "only {seen} letters");
}

/// No word of a draft may rest on what is still open: with each possible answer filled in, every block of the
/// draft that has no gap stands in the final letter too.
#[test]
fn a_draft_says_nothing_that_an_answer_could_make_untrue() {
    let case =
        fs::read_to_string(fixture("triage-negatief-drie-feiten-ontbreken-alle-vragen").join("case.yaml"))
            .unwrap();
    let pipeline = pipeline();
    let of = |text: &str| assess(pipeline, text.as_bytes()).remove(0);
    let draft = pipeline.into_concept(of(&case)).letters.remove(0);
    let mut answers = 0;
    for wish in [true, false] {
        for right in [true, false] {
            for bar in [true, false] {
                // A country or words for it beside an answer that leaves the return decision out is a contradiction.
                let of_return = if wish || right || bar {
                    ""
                } else {
                    "  land_van_terugkeer: IND\n  motivering_terugkeer: Zo gewogen.\n"
                };
                let filled = format!(
                    "{}{of_return}  asielwens: {wish}\n  \
                     andere_verblijfsgrond: {right}\n  terugkeerbeletsel: {bar}\n",
                    case.replace("  land_van_terugkeer: IND\n", "")
                );
                let assessed = of(&filled);
                let Some(letter) = assessed.letters.first() else { continue };
                answers += 1;
                let kinds: Vec<_> = letter.body.iter().map(|block| &block.kind).collect();
                for block in draft.body.iter().skip(1) {
                    let certain = !block.inlines().any(|inline| matches!(inline, Inline::Gap(_)));
                    assert!(
                        !certain || kinds.contains(&&block.kind),
                        "{wish} {right} {bar}: {:?}",
                        block.kind
                    );
                }
            }
        }
    }
    assert_eq!(answers, 8, "every answer has a letter");
}
