//! Text and HTML of one small letter that has every kind of block.

use super::look::{HouseStyleFiles, Look};
use super::{html, text};
use crate::law::date::Date;
use crate::letter::document::{Block, BlockKind, Contact, Document, Inline, OverviewRow, Sender, TermEnd};
use crate::letter::huisstijl::{Huisstijl, Rgb};
use crate::words::{LetterKind, TermKind};
use std::sync::Arc;

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

fn block(kind: BlockKind) -> Block {
    Block { kind, provenance: Arc::default() }
}

pub(super) fn letter() -> Document {
    let pair = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    Document {
        kind: LetterKind::Weigeringsbesluit,
        file_stem: "RTB-2026-000123_weigeringsbesluit".into(),
        kenmerk: "RTB-2026-000123".into(),
        title: "Weigeringsbesluit tijdelijke bescherming".into(),
        subject: "Besluit: u krijgt geen tijdelijke bescherming".into(),
        date: "20 november 2026".into(),
        date_iso: "2026-11-20".into(),
        sender: Sender {
            name: "Proefdienst".into(),
            return_address: "Postbus 1, 1111 AA Proefstad".into(),
            contact: vec![
                Contact { label: Some("Postadres".into()), lines: vec!["Postbus 1".into()] },
                Contact { label: None, lines: vec!["Telefoon 0800-9900".into()] },
            ],
            phones: vec!["0800-9900".into()],
        },
        addressee: vec!["De heer O. <Kovalenko>".into(), "Laan 1".into(), "3818 LE  AMERSFOORT".into()],
        post: None,
        reference: vec![pair("Datum", "20 november 2026"), pair("Ons kenmerk", "RTB-2026-000123")],
        is_copy: false,
        is_example: false,
        is_concept: false,
        names: Vec::new(),
        terms: Vec::new(),
        grounds: Vec::new(),
        unconfirmed: Vec::new(),
        body: vec![
            block(BlockKind::Heading { level: 2, text: words("Wat u kunt doen") }),
            block(BlockKind::Paragraph(vec![
                Inline::Text("Stuur uw bezwaarschrift & een kopie ".into()),
                Inline::Strong("uiterlijk op vrijdag 18\u{A0}december\u{A0}2026".into()),
                Inline::Text(" naar:".into()),
                Inline::Break,
                Inline::Text("Postbus 1".into()),
            ])),
            block(BlockKind::Heading { level: 3, text: words("Let op") }),
            block(BlockKind::List { ordered: false, items: vec![words("uw naam;"), words("uw adres.")] }),
            block(BlockKind::List {
                ordered: true,
                items: vec![
                    words("een onderdeel dat zo lang is dat het niet op één regel van tachtig tekens past;"),
                    words("twee."),
                ],
            }),
            block(BlockKind::Table {
                header: vec![words("Bent u het niet eens met"), words("Uiterlijk op")],
                rows: vec![vec![
                    words("het besluit over uw tijdelijke bescherming of het terugkeerbesluit in deze brief"),
                    words("vrijdag 18 december 2026"),
                ]],
            }),
        ],
        signature: vec![block(BlockKind::Paragraph(vec![
            Inline::Text("V. Proef".into()),
            Inline::Break,
            Inline::Text("hoofd".into()),
        ]))],
        annex: Vec::new(),
        page: None,
    }
}

const TEXT: &str = "\
Proefdienst
Postbus 1, 1111 AA Proefstad
Postadres
Postbus 1
Telefoon 0800-9900

De heer O. <Kovalenko>
Laan 1
3818 LE  AMERSFOORT

Datum        20 november 2026
Ons kenmerk  RTB-2026-000123
Onderwerp    Besluit: u krijgt geen tijdelijke bescherming

Wat u kunt doen
---------------

Stuur uw bezwaarschrift & een kopie uiterlijk op vrijdag 18\u{A0}december\u{A0}2026 naar:
Postbus 1

Let op

- uw naam;
- uw adres.

1. een onderdeel dat zo lang is dat het niet op één regel van tachtig tekens
   past;
2. twee.

Bent u het niet eens met                              | Uiterlijk op
--------------------------------------------------------------------------------
het besluit over uw tijdelijke bescherming of het     | vrijdag 18 december 2026
terugkeerbesluit in deze brief                        |

V. Proef
hoofd
";

#[test]
fn a_letter_is_rendered_as_plain_text() {
    assert_eq!(text::render(&letter()), TEXT);
}

#[test]
fn no_line_of_a_text_is_too_long() {
    let mut long = letter();
    long.subject = "woord ".repeat(40);
    long.body.push(block(BlockKind::Paragraph(words(&"woord ".repeat(200)))));
    assert!(text::render(&long).lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn example_and_copy_are_marked() {
    let marked = Document { is_copy: true, is_example: true, ..letter() };
    let plain = text::render(&marked);
    assert!(plain.starts_with("VOORBEELD") && plain.contains("\nAfschrift\n\nDe heer"));
    let page = html::render(&marked, &Look::built_in());
    assert!(page.contains("class=\"voorbeeld\"") && page.contains(">Afschrift</p>"));
    let page = html::render(&letter(), &Look::built_in());
    assert!(!page.contains("class=\"voorbeeld\"") && !page.contains("Afschrift"));
}

#[test]
fn contact_lines_are_in_groups_with_a_label() {
    let page = html::render(&letter(), &Look::built_in());
    let groups = "<address>\n<p><strong>Postadres</strong><br>Postbus 1</p>\n<p>Telefoon <a class=\"heel\" href=\"tel:08009900\">0800-9900</a></p>\n</address>";
    assert!(page.contains(groups));
}

#[test]
fn the_accent_colour_is_a_property_of_the_page() {
    let style = Huisstijl { accentkleur: Some(Rgb([0x00, 0x5A, 0x9C])), ..Huisstijl::default() };
    let look = Look::new(&style, HouseStyleFiles::default()).unwrap();
    let page = html::render(&letter(), &look);
    let own = page.find("\n  --accent: #005a9c;").unwrap();
    assert!(own < page.find("</style>").unwrap() && page.matches("--accent:").count() == 1);
    let plain = html::render(&letter(), &Look::built_in());
    assert!(plain.contains("\n  --accent: #154273;"));
}

#[test]
fn a_concept_says_so_first_and_marks_its_gaps() {
    let mut concept = Document { is_concept: true, is_example: true, ..letter() };
    let gap = Inline::Gap("[in te vullen: <motivering>]".into());
    concept.body.push(block(BlockKind::Paragraph(vec![Inline::Text("Zo: ".into()), gap])));
    let plain = text::render(&concept);
    assert!(plain.starts_with("CONCEPT – dit is geen brief"), "{plain}");
    assert!(plain.contains("\nZo: [in te vullen: <motivering>]\n"));
    let page = html::render(&concept, &Look::built_in());
    assert!(page.contains("<p class=\"concept\" role=\"note\">CONCEPT – dit is geen brief"));
    assert!(page.contains("<mark>[in te vullen: &lt;motivering&gt;]</mark>"));
    assert!(page.contains("content: \"CONCEPT\""));
    assert_eq!(unclosed(&page), Vec::<String>::new());
    let page = html::render(&letter(), &Look::built_in());
    assert!(!page.contains("CONCEPT") && !page.contains("<mark") && !page.contains("mark {"));
}

/// The address and what else a letterhead says stand behind the overview, and before the text that explains it.
#[test]
fn the_decision_comes_before_the_letterhead() {
    let mut told = letter();
    let row = OverviewRow { label: words("Ons besluit"), text: words("U krijgt niets."), language: None };
    let before = [BlockKind::Paragraph(words("Geachte heer,")), BlockKind::Overview(vec![row])].map(block);
    told.body.splice(0..0, before);
    let page = html::render(&told, &Look::built_in());
    let place = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}"));
    let order =
        ["<h1>", "Geachte heer,", "Ons besluit", "Laan 1", "Telefoon", "Ons kenmerk", "<h2>"].map(place);
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn the_last_day_is_an_event_for_the_calendar_of_the_reader() {
    let term = TermEnd { kind: TermKind::MeldenTerApel, last_day: Date::parse("2026-12-18").unwrap() };
    let told = Document { terms: vec![term], file_stem: "RTB-1_besluit_afschrift".into(), ..letter() };
    let page = html::render(&told, &Look::built_in());
    let (_, link) = page.split_once("<a download=\"melden-in-Ter-Apel-2026-12-18.ics\" href=\"").unwrap();
    let (url, rest) = link.split_once("\">").unwrap();
    assert!(
        rest.starts_with("Zet in uw agenda: laatste dag melden in Ter Apel, 18&nbsp;december&nbsp;2026</a>")
    );
    let data = url.strip_prefix("data:text/calendar;charset=utf-8,").unwrap();
    let mut text = Vec::new();
    let mut bytes = data.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
            text.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
        } else {
            text.push(byte);
        }
    }
    let text = String::from_utf8(text).unwrap();
    for line in [
        "BEGIN:VCALENDAR",
        "UID:RTB-1_besluit-melden_ter_apel-20261218@rtbrief",
        "DTSTAMP:20261120T000000Z",
        "DTSTART;VALUE=DATE:20261218",
        "SUMMARY:Laatste dag melden in Ter Apel: RTB-2026-000123",
        "DESCRIPTION:Weigeringsbesluit tijdelijke bescherming",
        "END:VCALENDAR",
    ] {
        assert!(text.split("\r\n").any(|known| known == line), "{line}: {text}");
    }
    // Nothing of the person is in it, and a concept has no last day.
    assert!(!text.contains("Kovalenko") && !text.contains("Laan"));
    let concept = Document { is_concept: true, ..told };
    assert!(!html::render(&concept, &Look::built_in()).contains("text/calendar"));
}

#[test]
fn words_never_become_html() {
    let mut hostile = letter();
    let attempt = "<script>alert('1')</script>\" onload=\"x & y";
    hostile.subject = attempt.into();
    hostile.title = attempt.into();
    hostile.kenmerk = format!("</style>{attempt}");
    hostile.date = format!("\"}}</style>{attempt}");
    hostile.reference[0].1.clone_from(&hostile.date);
    hostile.date_iso = attempt.into();
    hostile.sender.name = attempt.into();
    hostile.sender.return_address = attempt.into();
    hostile.sender.contact = vec![Contact { label: Some(attempt.into()), lines: vec![attempt.into()] }];
    hostile.addressee = vec![attempt.into()];
    hostile.reference.push((attempt.into(), attempt.into()));
    hostile.body = vec![block(BlockKind::List { ordered: false, items: vec![words(attempt)] })];
    hostile.signature = vec![block(BlockKind::Paragraph(vec![Inline::Strong(attempt.into())]))];
    let page = html::render(&hostile, &Look::built_in());
    assert!(!page.contains("<script") && !page.contains("\" onload"));
    let safe = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x &amp; y";
    assert_eq!(page.matches(safe).count(), 17);
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(page.contains("\n  --kenmerk: \"\\3C \\2F style\\3E \\3C script\\3E alert\\28 "), "{page}");
}

#[test]
fn a_page_is_self_contained_and_well_formed() {
    let page = html::render(&letter(), &Look::built_in());
    for absent in ["http:", "https:", "url(", "@import", "<script", "<link", "<img", "src="] {
        assert!(!page.contains(absent), "{absent}");
    }
    for present in [
        "<html lang=\"nl\">",
        "<title>Weigeringsbesluit tijdelijke bescherming – RTB-2026-000123</title>",
        "<th scope=\"col\">",
        "<th scope=\"row\" data-kop=\"Bent u het niet eens met\">",
        "<td data-kop=\"Uiterlijk op\">",
        "<dt>Datum</dt>",
        "<time datetime=\"2026-11-20\">20 november 2026</time>",
        "<strong>uiterlijk op vrijdag&nbsp;18&nbsp;december&nbsp;2026</strong>",
    ] {
        assert!(page.contains(present), "{present}");
    }
    assert_eq!(page.matches("<h1>").count(), 1);
    assert!(page.find("<h1>") < page.find("<h2>") && page.find("<h2>") < page.find("<h3>"));
    assert_eq!(unclosed(&page), Vec::<String>::new());
}

/// Elements that are not closed in the order in which they were opened.
fn unclosed(page: &str) -> Vec<String> {
    let mut open: Vec<String> = Vec::new();
    let body = page.split_once("</style>").unwrap().1;
    for tag in body.split('<').skip(1).map(|rest| rest.split(['>', ' ']).next().unwrap()) {
        match tag.strip_prefix('/') {
            Some("head" | "html") => {}
            Some(name) => assert_eq!(open.pop().as_deref(), Some(name)),
            None if tag == "br" => {}
            None => open.push(tag.to_owned()),
        }
    }
    open
}
