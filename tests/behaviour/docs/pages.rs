//! The pages for authors, officers and lawyers that are made from the code and the tables: `docs/velden.md`,
//! `docs/sleutels.md` and `docs/regels.md`; and the schemas for editors.
//!
//! `RTBRIEF_UPDATE=1` rewrites them.

use super::{root, text};
use crate::support::desk::Desk;
use crate::support::pipeline;
use rtbrief::case::model::Keys;
use rtbrief::law::book::RuleBook;
use rtbrief::law::citation;
use rtbrief::law::row::Provenance;
use rtbrief::letter::Registration;
use rtbrief::letter::context::Field;
use rtbrief::letter::context::registry;
use rtbrief::words::{Holds, Vocabulary};
use std::fmt::Write as _;
use std::fs;

const FIELDS: &str = "docs/velden.md";
const KEYS: &str = "docs/sleutels.md";
const RULES: &str = "docs/regels.md";

#[allow(clippy::disallowed_methods)] // a test may be told to rewrite by the environment
fn is_to_be_rewritten() -> bool {
    std::env::var_os("RTBRIEF_UPDATE").is_some_and(|value| value == "1")
}

pub fn compare(name: &str, made: &str) {
    if is_to_be_rewritten() {
        fs::write(root().join(name), made).unwrap();
        return;
    }
    let told = format!("{name} is not what the code says; RTBRIEF_UPDATE=1 rewrites it");
    let (kept, made): (Vec<_>, Vec<_>) =
        (text(name).lines().map(str::to_owned).collect(), made.lines().collect());
    if let Some((line, (old, new))) = kept.iter().zip(&made).enumerate().find(|(_, (old, new))| old != *new) {
        panic!("{told}\n{name}:{}\n- {old}\n+ {new}", line + 1);
    }
    assert_eq!(kept.len(), made.len(), "{told}");
}

fn table(out: &mut String, fields: &[&Field]) {
    out.push_str("\n| veld | staat er | komt uit |\n|---|---|---|\n");
    for field in fields {
        let _ = writeln!(out, "| `{}` | {} | {} |", field.name, field.kind.dutch(), field.origin());
    }
}

/// A template with its slots and the fields of its own.
fn template(out: &mut String, registration: &Registration, shared: &[&Field]) {
    let _ = writeln!(out, "\n### {}", registration.template);
    let own: Vec<&Field> = registration.fields.iter().filter(|field| !shared.contains(field)).collect();
    if !registration.slots.is_empty() {
        let slots: Vec<String> = registration.slots.iter().map(|slot| format!("`::{slot}::`")).collect();
        let _ = writeln!(out, "\nInvulplaats: {}.", slots.join(", "));
    }
    if own.is_empty() {
        out.push_str("\nGeen eigen velden.\n");
    } else {
        table(out, &own);
    }
}

fn fields_page() -> String {
    let all = registry::all();
    let letters: Vec<&Registration> = all.iter().filter(|it| it.is_letter).collect();
    let first = letters.first().unwrap();
    let shared =
        first.fields.iter().filter(|field| letters.iter().all(|letter| letter.fields.contains(field)));
    let shared: Vec<&Field> = shared.collect();
    assert!(!shared.is_empty());
    let mut out = "\
# Velden van de sjablonen

Voor wie sjablonen schrijft; hoe dat gaat, staat in [Sjablonen schrijven](../letter-templates/README.md). Deze lijst is uit het
programma gemaakt.

Een veld dat er *altijd* is, mag u overal tonen. Een veld dat er *soms* is, toont u alleen onder een voorwaarde die zegt dat het er
is. Een veld *ja of nee* staat alleen in voorwaarden. In de laatste kolom staan de gegevens van de zaak waaruit een veld wordt
gemaakt, met hun sleutel; waar het programma zelf het veld maakt, zijn dat bijvoorbeeld de lengte van een termijn of een adres.

Een deel dat met `{% include … %}` in een brief komt, heeft de velden van die brief.

## In elke brief
"
    .to_owned();
    table(&mut out, &shared);
    out.push_str("\n## Brieven\n");
    for letter in &letters {
        template(&mut out, letter, &shared);
    }
    out.push_str("\n## Gronden en delen\n");
    for fragment in all.iter().filter(|it| !it.is_letter) {
        template(&mut out, fragment, &[]);
    }
    out
}

/// The heading of a block: `onder \`feiten\`` becomes `Onder \`feiten\``.
fn title(home: &str) -> String {
    let mut letters = home.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn keys_page() -> String {
    let mut out = "\
# Sleutels van een zaakbestand

Elke sleutel die een zaakbestand kan hebben, met waarvoor zij dient. Deze lijst is uit het programma gemaakt. Een heel voorbeeld met
uitleg staat in de [handleiding](handleiding.md).

Heeft een sleutel vaste woorden, dan staan die in de laatste kolom; iets anders wordt geweigerd. Datums schrijft u als `2026-11-20`,
landen als code van drie letters (`UKR`), ja en nee als `true` en `false`.
"
    .to_owned();
    for block in Keys::all() {
        let _ =
            writeln!(out, "\n## {}\n\n| sleutel | waarvoor | woorden |\n|---|---|---|", title(block.home));
        for key in block.rows() {
            let words: Vec<String> = key.words().iter().map(|word| format!("`{word}`")).collect();
            let _ = writeln!(out, "| `{}` | {} | {} |", key.fact.key(), key.what, words.join(", "));
        }
    }
    words_of_keys(&mut out);
    out
}

/// A text in a cell of a table.
fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// From when until when a row holds.
fn holds(row: &Provenance) -> String {
    let from = row.valid_from().dutch();
    match row.geldig_tot {
        Some(until) => format!("van {from} tot en met {}", until.dutch()),
        None => format!("vanaf {from}"),
    }
}

fn rules_page() -> String {
    let book = RuleBook::built_in().unwrap();
    let mut out = "\
# Alle regels

Elke regel waarop een brief kan rusten, met zijn bron. Deze lijst is uit de tabellen gemaakt. Hoe u een regel leest, zoekt en
bevestigt, staat bij [Voor juristen](juristen.md). `rtbrief regels ID` toont één regel, ook met de sjablonen die hem noemen.

De bron is `wet`, `wi` (de Werkinstructie), `praktijk` (wat de uitvoering bekend heeft gemaakt) of `productkeuze`: een keuze van de
makers, waar wet en Werkinstructie zwijgen. Is de status `te_bevestigen`, dan moet een jurist van uw organisatie de regel nog
bevestigen; de reden staat achter *Let op*. Bij `te_vertalen_door_beedigd_vertaler` leest een beëdigd vertaler de tekst na. Een regel die
verandert, staat er meer dan eens, met andere dagen.

## De versies van de bronnen

| versie | bron | naam |
|---|---|---|
"
    .to_owned();
    for source in book.sources() {
        let note = source.toelichting.as_ref().map_or_else(String::new, |note| format!(" Let op: {note}"));
        let name = match &source.url {
            Some(url) => format!("[{}]({url}).{note}", source.naam),
            None => format!("{}.{note}", source.naam),
        };
        let _ = writeln!(out, "| `{}` | `{}` | {} |", source.id, source.bron.word(), cell(&name));
    }
    let rows: Vec<&Provenance> = book.rows().collect();
    let family = |row: &Provenance| row.id.word().split_once('.').map_or("", |(family, _)| family);
    let mut families: Vec<&str> = Vec::new();
    for row in &rows {
        if !families.contains(&family(row)) {
            families.push(family(row));
        }
    }
    for name in families {
        let _ = writeln!(
            out,
            "\n## {name}\n\n| naam | regel | bron | vindplaats | artikelen | status | geldt |\n|---|---|---|---|---|---|---|"
        );
        for row in rows.iter().filter(|row| family(row) == name) {
            let version = row.versie.as_ref().map_or_else(String::new, |version| format!(" (`{version}`)"));
            let note = row.toelichting.as_ref().map_or_else(String::new, |note| format!(" *Let op:* {note}"));
            let place = match &row.url {
                Some(url) => format!("[{}]({url})", row.vindplaats),
                None => row.vindplaats.clone(),
            };
            let _ = writeln!(
                out,
                "| `{}` | {} | `{}`{version} | {} | {} | `{}` | {} |",
                row.id,
                cell(&format!("{}{note}", row.regel.trim())),
                row.bron.word(),
                cell(&place),
                cell(&citation::short(&row.artikelen)),
                row.status.word(),
                holds(row),
            );
        }
    }
    out
}

#[test]
fn the_page_of_rules_is_what_the_tables_say() {
    let page = rules_page();
    let book = RuleBook::built_in().unwrap();
    // Every row of every table has a row of the page.
    let told = page.lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(told, book.rows().count() + book.sources().len());
    compare(RULES, &page);
}

/// What each word means: every list of words once, with the keys that have it.
fn words_of_keys(out: &mut String) {
    out.push_str("\n## Wat de woorden betekenen\n");
    let mut lists: Vec<(&Vocabulary, Vec<String>)> = Vec::new();
    for (block, key) in Keys::all().flat_map(|block| block.rows().map(move |key| (block, key))) {
        let Holds::Words(list) = key.holds else { continue };
        let place = format!("`{}` {}", key.fact.key(), block.home);
        match lists.iter_mut().find(|(known, _)| *known == list) {
            Some((_, places)) if places.contains(&place) => {}
            Some((_, places)) => places.push(place),
            None => lists.push((list, vec![place])),
        }
    }
    for (list, places) in lists {
        let _ = writeln!(out, "\n{}:\n\n| woord | betekenis |\n|---|---|", title(&places.join(", ")));
        for word in list.words {
            let meaning = rtbrief::schema::meaning(list, word, &pipeline().book);
            assert!(!meaning.is_empty(), "{word} has no meaning");
            let _ = writeln!(out, "| `{word}` | {meaning} |");
        }
    }
}

#[test]
fn the_page_of_fields_is_what_the_templates_may_use() {
    compare(FIELDS, &fields_page());
}

#[test]
fn the_schemas_are_what_the_program_gives() {
    for kind in ["zaak", "organisatie"] {
        let schema = Desk::new().run(&format!("schema {kind}")).exits(0).never_says("fout").out();
        compare(&format!("schema/{kind}.schema.json"), &schema);
        let made = match kind {
            "zaak" => rtbrief::schema::zaak(&pipeline().book),
            _ => rtbrief::schema::organisatie(&pipeline().book),
        };
        assert_eq!(schema, made);
    }
}

#[test]
fn the_page_of_keys_is_what_a_case_file_may_hold() {
    compare(KEYS, &keys_page());
}
