//! Every ground, with no more facts than it needs, still makes a letter that reads well; and a template
//! that lost a term never makes a letter.
//!
//! What a ground needs is in the column *needs* of docs/spec/letters.md section 3. Any other fact may be absent, so no
//! sentence may depend on it. Each test goes the whole way, from the text of a case to its letter.

use rtbrief::case::read::Overrides;
use rtbrief::case::split;
use rtbrief::decide::outcome::Outcome;
use rtbrief::letter::TemplateSet;
use rtbrief::pipeline::{Assessed, Format, Pipeline};
use rtbrief::words::{GroundId, RuleId};

/// A ground: its word, the letters that it can carry (W weigering, I intrekking, B beëindiging), the facts that it
/// needs, its own fields, the nationality. Details such as the date of the conviction are invented.
struct Row(&'static str, &'static str, &'static str, &'static str, &'static str);

const ROWS: &[Row] = &[
    Row("voorwaarden_niet_aangetoond", "WI", "", ", ontbrekend: [een huurcontract]", "UKR"),
    Row("geen_identificerend_document", "WI", "identiteitsdocument: geen", "", "UKR"),
    Row("vertrek_voor_27_november_2021", "WI", "vertrek_uit_oekraine: 2021-11-26", "", "UKR"),
    Row("inreisstempel", "WI", "", "", "UKR"),
    Row(
        "derdelander_tijdelijk_verblijfsrecht",
        "WI",
        "verblijfsrecht_oekraine: {soort: tijdelijk}, brp_inschrijving: 2023-01-05",
        "",
        "staatloos",
    ),
    Row("derdelander_terugkeer_herkomstland", "WI", "terugkeer_herkomstland: 2023-05-10", "", "NGA"),
    Row(
        "derdelander_langer_dan_28_dagen_teruggekeerd",
        "W",
        "toegekend_op: 2024-02-01, bescherming_geeindigd_op: 2026-06-01, \
         verblijf_buiten_nederland: {van: 2026-01-05, tot: 2026-02-20, land: NGA}",
        "",
        "NGA",
    ),
    Row("asielstatus_elders", "WIB", "asielstatus_elders: CAN", "", "UKR"),
    Row("eu_nationaliteit", "WIB", "", "", "onbekend"),
    Row("gezinsband_niet_aangetoond", "WI", "gezinsband: {relatie: partner}", "", "onbekend"),
    Row("gezinsband_niet_aangetoond", "WI", "gezinsband: {relatie: minderjarig_kind}", "", "onbekend"),
    Row("geen_gezinslid", "WI", "gezinsband: {relatie: ouder_van_kind}", "", "onbekend"),
    Row("geen_gezinslid", "WI", "gezinsband: {relatie: ander_familielid}", "", "onbekend"),
    Row("gezinsband_verbroken", "WI", "gezinsband: {beeindigd_op: 2023-12-01}", "", "onbekend"),
    Row("gezinsband_verbroken", "WB", "gezinsband: {beeindigd_op: 2026-05-01}", "", "onbekend"),
    Row("geen_medewerking_biometrie", "W", "", "", "UKR"),
    Row(
        "openbare_orde",
        "WI",
        "",
        ", veroordeling: {misdrijf: doodslag, onherroepelijk_op: 2023-01-02, land: NLD, straf: zes jaar}, \
         europees_criterium: Actueel., evenredigheid: Evenredig.",
        "UKR",
    ),
    Row(
        "openbare_orde",
        "WB",
        "",
        ", veroordeling: {misdrijf: doodslag, onherroepelijk_op: 2025-01-02, land: NLD, straf: zes jaar}, \
         europees_criterium: Actueel., evenredigheid: Evenredig.",
        "UKR",
    ),
    Row("artikel_1f", "WIB", "", ", evenredigheid: Evenredig.", "UKR"),
    Row("nationale_veiligheid", "WIB", "", ", evenredigheid: Evenredig.", "UKR"),
    Row(
        "langer_dan_28_dagen_buiten_nederland",
        "B",
        "verblijf_buiten_nederland: {van: 2026-01-05, land: UKR}",
        "",
        "onbekend",
    ),
    Row("bescherming_andere_lidstaat", "B", "bescherming_elders: {land: POL, sinds: 2025-03-01}", "", "UKR"),
    Row("nareisvergunning", "B", "nareis: {afstand_op: 2026-10-01}", "", "UKR"),
    Row("fraude", "IB", "", "", "UKR"),
];

fn pipeline(templates: TemplateSet) -> Pipeline {
    Pipeline { templates, ..crate::support::new_pipeline() }
}

fn case(row: &Row, step: &str, facts: &str) -> String {
    let Row(ground, _, needed, fields, nationality) = row;
    let facts: Vec<&str> = [*needed, facts].into_iter().filter(|part| !part.is_empty()).collect();
    format!(
        "zaak: {{kenmerk: RTB-2026-1}}\n\
         bekendmaking: {{wijze: uitreiking, datum: 2026-11-20}}\n\
         vreemdeling: {{v_nummer: \"2801234567\", achternaam: Kovalenko, geslacht: onbekend, \
         geboortedatum: 1987, nationaliteiten: [{nationality}], adres: onbekend}}\n\
         feiten: {{{}}}\n\
         stap: {{{step}, datum: 2026-11-20, gronden: [{{grond: {ground}, motivering: Dat blijkt hieruit.{fields}}}]}}\n",
        facts.join(", ")
    )
}

const REFUSAL: &str = "soort: stickerlocatie, locatie: Amersfoort, uitkomst: weigering";

fn assess(pipeline: &Pipeline, text: &str) -> Assessed {
    let document = split::split(text.as_bytes()).remove(0);
    pipeline.assess(document, &Overrides::default())
}

fn cases(row: &Row) -> Vec<String> {
    let granted = "toegekend_op: 2024-02-01";
    let reassessed = |phase: &str, since: &str| {
        case(row, &format!("soort: herbeoordeling, fase: {phase}, voldoet_niet_sinds: {since}"), granted)
    };
    let public_order = ["openbare_orde", "artikel_1f", "nationale_veiligheid"].contains(&row.0);
    let later = if public_order { ", asielbesluit: {volgt_later: true, reden: Onderzoek.}" } else { "" };
    let decided = format!("besluit, voornemen: {{datum: 2026-10-12}}, zienswijze: geen{later}");
    let mut made = Vec::new();
    for letter in row.1.chars() {
        let since = match letter {
            'W' => {
                made.push(case(row, REFUSAL, ""));
                continue;
            }
            'I' => "2024-01-01",
            _ => "2026-10-02",
        };
        made.extend([reassessed("voornemen", since), reassessed(&decided, since)]);
    }
    made
}

#[test]
fn every_ground_has_a_row_in_this_file() {
    for ground in GroundId::ALL {
        assert!(ROWS.iter().any(|row| row.0 == ground.word()), "{}", ground.word());
    }
}

#[test]
fn every_ground_makes_a_letter_that_reads_well_with_its_needed_facts_alone() {
    let pipeline = pipeline(TemplateSet::builtin().unwrap());
    for row in ROWS {
        for text in cases(row) {
            let made = assess(&pipeline, &text);
            assert!(
                matches!(made.decision.outcome, Outcome::Letters(..)),
                "{}\n{text}",
                made.diagnostics()
                    .iter()
                    .map(|d| format!("{}: {}\n", d.code.as_str(), d.message))
                    .collect::<String>()
            );
            let letter = made.letters.first().unwrap();
            let template = format!("grounds/{}.md", row.0);
            assert!(letter.body.iter().any(|block| block.provenance.template == template), "{text}");
            let words = String::from_utf8(pipeline.render(letter, Format::Text).unwrap()).unwrap();
            reads_well(&words.split_whitespace().collect::<Vec<_>>().join(" "), &text);
        }
    }
}

/// Demands that no sentence has a hole where a fact is absent.
fn reads_well(words: &str, case: &str) {
    for hole in [" .", " ,", "..", "( ", "()", "{{", "van .", "naar .", "op .", "in .", "sinds .", "None"] {
        assert!(!words.contains(hole), "{hole:?} in:\n{words}\n{case}");
    }
    for cold in ["verstreken op", "terug naar onbekend", "nationaliteit van onbekend", "u heeft", "U heeft"] {
        assert!(!words.contains(cold), "{cold:?} in:\n{words}\n{case}");
    }
}

#[test]
fn a_template_that_lost_a_term_makes_no_letter() {
    let row = &ROWS[3];
    for lost in ["termijn.bezwaar", "termijn.melden_ter_apel", "termijn.zienswijze", "termijn.beroep"] {
        let built_in = TemplateSet::builtin().unwrap();
        let mute = |text: &str| text.replace(&format!("{lost} #}}"), "brief.vorm #}");
        let files: Vec<(String, String)> =
            built_in.texts().map(|(name, text)| (name.to_owned(), mute(text))).collect();
        let pipeline = pipeline(TemplateSet::new(files).unwrap());
        let refused: Vec<String> = cases(row)
            .iter()
            .map(|text| assess(&pipeline, text))
            .flat_map(|made| made.diagnostics().to_vec())
            .map(|found| format!("{} {}", found.code.as_str(), found.rule.map_or("", RuleId::word)))
            .collect();
        assert_eq!(refused, [format!("F601 {lost}")], "{lost}");
    }
}
