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
fn the_hash_covers_the_text_and_every_file_that_it_names() {
    let hash = Organisation::hash_of;
    assert_eq!(Organisation::from_yaml(&own()).unwrap().hash, hash(&own(), &[]));
    let hashes = [
        hash("naam: a", &[]),
        hash("naam: b", &[]),
        hash("naam: a", &[("logo.svg", b"1")]),
        hash("naam: a", &[("logo.svg", b"2")]),
        hash("naam: a", &[("briefpapier.pdf", b"1")]),
    ];
    assert!(hashes.iter().enumerate().all(|(at, one)| !hashes[..at].contains(one)), "{hashes:?}");
}

#[test]
fn an_organisation_gives_the_sender_of_a_letter() {
    let organisation = Organisation::from_yaml(&own()).unwrap();
    let sender = organisation.sender();
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
