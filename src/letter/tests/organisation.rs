//! Tests the organisation: the example can be read and is marked as such, and mistakes are reported with their line.

use crate::letter::Organisation;
use crate::letter::organisation::EXAMPLE;

/// The file of an organisation: the example, with another value wherever organisations differ.
fn own() -> String {
    EXAMPLE
        .replace("Voorbeeld", "Proef")
        .replace("Postbus 0000", "Postbus 1111")
        .replace("Verzonnen", "Lange ")
        .replace("0800-00", "0800-99")
        .replace("www.voorbeeld", "www.proef")
}

#[test]
fn the_example_is_marked_and_so_is_a_file_with_a_value_of_it() {
    assert!(Organisation::example().unwrap().is_example);
    assert!(!Organisation::from_yaml(&own()).unwrap().is_example);
    let forgotten = own().replace("telefoon: 0800-9900", "telefoon: 0800-0000");
    assert!(Organisation::from_yaml(&forgotten).unwrap().is_example);
}

#[test]
fn the_hash_covers_every_value_that_changes_a_letter_and_every_file_that_it_names() {
    let read = |text: &str| Organisation::from_yaml(text).unwrap();
    let own_one = read(&own());
    assert_eq!(own_one.hash, own_one.hash_with(&[]));
    // Comments, confirmations and weights change no letter.
    let confirmed = "bevestigd: [{regel: termijn.beroep_kort, door: J. Jurist, op: 2026-11-01}]";
    let weights = "post: {gram_per_vel: 4.5, gram_envelop: 7}";
    let same = [confirmed, weights].map(|block| format!("{}\n{block}\n", own()));
    for same in same.into_iter().chain([format!("# anders\n{}", own())]) {
        assert_eq!(read(&same).hash, own_one.hash);
    }
    let hashes = [
        own_one.hash,
        own_one.hash_with(&[("logo.svg", b"1")]),
        own_one.hash_with(&[("logo.svg", b"2")]),
        own_one.hash_with(&[("briefpapier.pdf", b"1")]),
        read(&format!("{}\nhuisstijl: {{logo_hoogte: 15}}\n", own())).hash,
        read(&format!("{}\nhuisstijl: {{venster: {{links: 15}}}}\n", own())).hash,
        read(&format!("{}\nhuisstijl: {{accentkleur: \"#154273\"}}\n", own())).hash,
        read(&format!("{}\nhuisstijl: {{accentkleur: \"#154274\"}}\n", own())).hash,
    ];
    // Every text that a letter may show counts.
    let plain = own().lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
    for text in own_one.texts() {
        let other = plain.replacen(text, &format!("{text}x"), 1);
        assert_ne!(read(&other).hash, own_one.hash, "{text}");
    }
    assert!(hashes.iter().enumerate().all(|(at, one)| !hashes[..at].contains(one)), "{hashes:?}");
}

#[test]
fn an_organisation_gives_the_sender_of_a_letter() {
    let organisation = Organisation::from_yaml(&own()).unwrap();
    let sender = organisation.sender(false);
    assert_eq!(sender.name, "Proefdienst Tijdelijke Bescherming");
    assert!(sender.contact_lines().any(|line| line == "Telefoon 0800-9900"));
    assert_eq!(organisation.postadres.joined(), "Postbus 11110, 0000 AA Proefstad");
}

/// A text that is replaced, its replacement, and a word of the message about it.
const WRONG: &[(&str, &str, &str)] = &[
    ("naam: Proefdienst Tijdelijke Bescherming\n", "", "naam"),
    ("telefoon: 0800-9900", "telefoon: \"\"", "leeg"),
    ("telefoon: 0800-9900", "telefoon: 0800-9900\ntelefon: x", "telefon"),
    ("telefoon: 0800-9900", "telefoon: \"a\\nb\"", "één regel"),
    ("telefoon: 0800-9900", "telefoon: \"a\\u0007b\"", "onzichtbaar"),
    ("telefoon: 0800-9900", "telefoon: [a]", "regel"),
    ("bezoekadres: [", "bezoekadres: []\n#", "één tot zes regels"),
    ("minister: minister", "minister: de minister", "zonder lidwoord"),
    ("minister: minister", "post: {gram_per_vel: 4.55}\nminister: minister", "in gram"),
    ("minister: minister", "post: {gram_per_vel: 101}\nminister: minister", "in gram"),
    ("minister: minister", "post: {gram_vel: 5}\nminister: minister", "gram_vel"),
];

#[test]
fn mistakes_are_named() {
    for (from, to, word) in WRONG {
        let text = own();
        assert!(text.contains(from), "{from}");
        let error = Organisation::from_yaml(&text.replacen(from, to, 1)).unwrap_err();
        assert_eq!(error.code.as_str(), "F602");
        assert!(error.message.contains("regel") && error.message.contains(word), "{to}: {}", error.message);
    }
}
