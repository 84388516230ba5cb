//! Help and wrong use: Dutch, with English aliases.

use crate::support::desk::Desk;

/// Each command with an English alias, and that alias.
const COMMANDS: &[(&str, &str)] = &[
    ("maak", "render"),
    ("controleer", "check"),
    ("uitleg", "explain"),
    ("termijn", "term"),
    ("termijnen", "deadlines"),
    ("verifieer", "verify"),
    ("regels", "rules"),
    ("sjablonen", "templates"),
    ("aanvulling", "completions"),
    ("handleiding", "man"),
];

/// Words that clap says when nobody translates them.
const ENGLISH: &[&str] = &[
    "usage",
    "options",
    "option",
    "arguments",
    "commands",
    "command",
    "error",
    "possible",
    "values",
    "value",
    "default",
    "aliases",
    "print",
    "required",
    "invalid",
    "unexpected",
    "provided",
    "found",
    "tip",
    "information",
    "try",
    "cannot",
    "the",
    "file",
    "not",
];

/// The first English word of a text.
fn english(text: &str) -> Option<String> {
    let words = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    words.into_iter().find(|word| ENGLISH.contains(&word.as_str()))
}

#[test]
fn english_is_recognised() {
    assert_eq!(english("Usage: x"), Some("usage".to_owned()));
    assert_eq!(english("Gebruik: rtbrief [OPTIES]; de fout"), None);
}

#[test]
fn help_is_dutch_for_every_command_with_an_alias() {
    let desk = Desk::new();
    let help = desk.run("--help").exits(0).out();
    assert_eq!(english(&help), None, "{help}");
    for (command, alias) in COMMANDS {
        assert!(help.contains(command) && help.contains(&format!("[alias: {alias}]")), "{command}");
        let own = desk.run(&format!("{command} --help")).exits(0).out();
        assert!(own.contains("Gebruik: rtbrief ") && own.contains("Opties:"), "{own}");
        assert_eq!(english(&own), None, "{own}");
        for other in [format!("{alias} --help"), format!("{command} -h"), format!("{command} --hulp")] {
            assert_eq!(desk.run(&other).exits(0).out(), own, "{other}");
        }
    }
}

#[test]
fn arguments_are_explained_in_the_order_in_which_they_are_given() {
    let help = Desk::new().run("termijn --help").exits(0).out();
    let at = |word: &str| help.find(word).unwrap();
    assert!(at("  <SOORT>") < at("  [DATUM]"), "{help}");
}

#[test]
fn the_english_aliases_do_the_same() {
    let desk = Desk::with("weigering-inreisstempel-tegengesproken");
    for (dutch, alias) in [
        ("controleer --json zaak.yaml", "check --json zaak.yaml"),
        ("uitleg --json zaak.yaml", "explain --json zaak.yaml"),
        ("maak zaak.yaml", "render zaak.yaml"),
        ("termijn lijst", "term list"),
        ("termijn kalender 2027", "term calendar 2027"),
        ("regels", "rules"),
    ] {
        let (one, other) = (desk.run(dutch), desk.run(alias));
        assert_eq!((one.out(), one.errors()), (other.out(), other.errors()), "{alias}");
    }
}

#[test]
fn wrong_use_is_exit_2_and_dutch() {
    let desk = Desk::with("weigering-inreisstempel");
    for (arguments, sentence) in [
        ("", "er ontbreekt een opdracht"),
        ("schrijf", "onbekende opdracht: schrijf"),
        ("mak zaak.yaml", "bedoelde u `maak`?"),
        ("maak", "er ontbreekt iets: <ZAAK>…"),
        ("maak zaak.yaml --formaat doc", "kies uit pdf, html, txt"),
        ("maak zaak.yaml --uitvoer", "heeft een waarde nodig"),
        ("maak zaak.yaml --overschrif", "bedoelde u `--overschrijf`?"),
        ("maak zaak.yaml --droog --droog", "--droog"),
        ("maak zaak.yaml --open --droog", "gaat niet samen met"),
        ("controleer zaak.yaml --kleur paars", "kies uit auto, altijd, nooit"),
        ("regels 2026", "er is geen regel `2026`"),
        ("regels 2026 --zoek stempel", "[ID] gaat niet samen met --zoek <WOORD>…"),
        ("regels 2026 stempel", "onbekende optie of argument: stempel"),
        ("aanvulling tcsh", "kies uit bash, zsh, fish, powershell"),
        ("handleiding mak", "bedoelde u `maak`?"),
        ("handleiding sjablonen schrijf", "onbekende opdracht: schrijf"),
        ("termijn", "er ontbreekt iets: <SOORT>"),
        ("help", "onbekende opdracht: help"),
    ] {
        let ran = desk.run(arguments).exits(2).prints_nothing().says("fout: ").says(sentence);
        assert_eq!(
            english(&ran.errors().replace("opdracht: help", "").replace("--help", "")),
            None,
            "{}",
            ran.errors()
        );
    }
    assert_eq!(desk.files(), ["zaak.yaml"]);
}
