//! The values that a fact is tried with: every value of its kind.

use super::tree::Tree;
use rtbrief::case::model::{
    AanvullendVoornemen, Adres, Bekendmaking, Case, Feiten, Gemachtigde, Herbeoordeling, Referent,
    Vreemdeling, Zaak,
};
use rtbrief::law::date::Date;
use rtbrief::words::{Fact, Holds, Key, Need};
use serde_json::{Value, json};

/// A country of each class that some rule tells apart; all that a country can be.
const COUNTRIES: &[&str] = &["UKR", "NLD", "DEU", "IRL", "DNK", "CHE", "MAR", "RUS", "XKX"];

/// The same for one nationality, and pairs of them.
const NATIONALITIES: &[&[&str]] = &[
    &["UKR"],
    &["NLD"],
    &["DEU"],
    &["IRL"],
    &["DNK"],
    &["CHE"],
    &["MAR"],
    &["staatloos"],
    &["onbekend"],
    &["UKR", "MAR"],
    &["UKR", "DEU"],
    &["MAR", "NLD"],
];

/// Days that lie on both sides of what the rules count from, and at the ends of time.
const DAYS: &[&str] = &[
    "1900-01-01",
    "1985-05-05",
    "2021-11-26",
    "2021-11-27",
    "2022-02-23",
    "2022-02-24",
    "2022-07-19",
    "2024-03-04",
    "2024-03-05",
    "2027-03-04",
    "2027-03-05",
    "2199-12-31",
];

/// What is known of a birth: of an adult, at the border of age, of a child, in part, not at all.
const BIRTHS: &[&str] = &[
    "1985-05-05",
    "2007-03-01",
    "2008-11-28",
    "2015-06-30",
    "2026-06-01",
    "2020",
    "2008",
    "1950-04",
    "onbekend",
    "2199-12-31",
];

/// The values of a fact in this case.
pub fn values(key: &Key, tree: &Tree) -> Vec<Value> {
    match key.holds {
        Holds::Words(list) if key.need == Need::List => list.words.iter().map(|word| json!([word])).collect(),
        Holds::Words(list) => list.words.iter().map(|word| json!(word)).collect(),
        Holds::YesNo => vec![json!(true), json!(false)],
        Holds::Weeks => (0..=5).map(|number| json!(number)).collect(),
        Holds::Date => days(tree),
        Holds::BirthDate => BIRTHS.iter().map(|birth| json!(birth)).collect(),
        Holds::Country => COUNTRIES.iter().map(|country| json!(country)).collect(),
        Holds::Nationalities => NATIONALITIES.iter().map(|codes| json!(codes)).collect(),
        Holds::Text | Holds::Formed(_) | Holds::OwnLine | Holds::OwnWords => texts(key),
        Holds::Block => blocks(key.fact),
    }
}

/// The fixed days, and the days before, on and after those that the case names itself.
fn days(tree: &Tree) -> Vec<Value> {
    let mut found: Vec<String> = DAYS.iter().map(|day| (*day).to_owned()).collect();
    for fact in [Vreemdeling::geboortedatum, Feiten::toegekend_op, Bekendmaking::datum, Zaak::dagtekening] {
        let named = tree.get(fact).and_then(Value::as_str).and_then(Date::parse);
        let around = named.into_iter().flat_map(|day| [day.previous(), day, day.next(), day.plus_days(40)]);
        found.extend(around.map(|day| day.to_string()));
    }
    found.sort();
    found.dedup();
    found.into_iter().map(Value::String).collect()
}

/// Two texts that the key can hold.
fn texts(key: &Key) -> Vec<Value> {
    let fact = key.fact;
    let pair: [&str; 2] = if [Vreemdeling::v_nummer, Referent::v_nummer].contains(&fact) {
        ["9876543210", "1112223334"]
    } else if fact == Zaak::kenmerk {
        ["ANDERS-2026-1", "ANDERS-2026-2"]
    } else if fact == Adres::postcode {
        ["9713 GX", "1011 AB"]
    } else if fact == Adres::huisnummer {
        ["77", "78"]
    } else if fact == Adres::toevoeging {
        ["B", "bis"]
    } else {
        ["Een heel andere tekst", "Nog iets anders"]
    };
    let list = key.need == Need::List;
    pair.iter().map(|text| if list { json!([text]) } else { json!(text) }).collect()
}

/// The words that stand for a block, two addresses of a gemachtigde (his address is one fact), and an afwijking.
fn blocks(fact: Fact) -> Vec<Value> {
    if fact == Vreemdeling::adres {
        vec![json!("onbekend")]
    } else if fact == Gemachtigde::adres {
        let at = |number: &str| json!({"straat": "Zuiderlaan", "huisnummer": number, "postcode": "9713 GX", "plaats": "Groningen"});
        vec![at("7"), at("9")]
    } else if fact == Case::afwijking {
        vec![json!({"reden": "Beoordeling in het dossier, stuk 12.", "akkoord": "T. de Wit"})]
    } else if [Herbeoordeling::zienswijze, AanvullendVoornemen::zienswijze].contains(&fact) {
        vec![json!("geen")]
    } else {
        Vec::new()
    }
}
