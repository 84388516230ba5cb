//! Letters made by hand for the tests of the PDF: invented persons, every kind of block.

use rtbrief::letter::document::{
    Block, BlockKind, Contact, Document, Inline, OverviewRow, PostalCode, Sender,
};
use rtbrief::words::{Language, LetterKind};

/// A plain piece of text.
pub fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

/// A bold piece of text.
pub fn strong(text: &str) -> Inline {
    Inline::Strong(text.to_owned())
}

/// A block without provenance.
pub fn block(kind: BlockKind) -> Block {
    Block { kind, provenance: std::sync::Arc::default() }
}

/// A paragraph.
pub fn paragraph(words: &str) -> Block {
    block(BlockKind::Paragraph(vec![text(words)]))
}

/// A heading.
pub fn heading(level: u8, words: &str) -> Block {
    block(BlockKind::Heading { level, text: vec![text(words)] })
}

/// A note in the margin: its first line bold, the others below it.
pub fn note(first: &str, others: &[&str]) -> Block {
    let lines = others.iter().flat_map(|line| [Inline::Break, text(line)]);
    block(BlockKind::Margin(std::iter::once(strong(first)).chain(lines).collect()))
}

/// A list whose items are these, without numbers.
pub fn list(items: &[&str]) -> Block {
    block(BlockKind::List { ordered: false, items: items.iter().map(|item| vec![text(item)]).collect() })
}

/// Strings from string slices.
pub fn strings(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|&line| line.to_owned()).collect()
}

fn sender() -> Sender {
    Sender {
        name: "Immigratie- en Naturalisatiedienst".to_owned(),
        return_address: "Retouradres: Postbus 10, 2500 AA  VOORBEELDSTAD".to_owned(),
        contact: vec![
            Contact {
                label: Some("Postadres".to_owned()),
                lines: strings(&["Postbus 10", "2500 AA  VOORBEELDSTAD"]),
            },
            Contact { label: None, lines: strings(&["Telefoon 000 000 00 00"]) },
        ],
        phones: strings(&["000 000 00 00"]),
    }
}

/// A letter of one page.
pub fn one_page() -> Document {
    Document {
        kind: LetterKind::Weigeringsbesluit,
        file_stem: "RTB-2026-000123_weigeringsbesluit".to_owned(),
        kenmerk: "RTB-2026-000123".to_owned(),
        title: "Weigeringsbesluit tijdelijke bescherming".to_owned(),
        subject: "U krijgt geen tijdelijke bescherming in Nederland".to_owned(),
        date: "20 november 2026".to_owned(),
        date_iso: "2026-11-20".to_owned(),
        sender: sender(),
        addressee: strings(&["De heer O.P. Kovalenko", "Voorbeeldstraat 12 b", "1234 AB  VOORBEELDSTAD"]),
        post: Some(PostalCode {
            postcode: "1234 AB".to_owned(),
            number: "12".to_owned(),
            addition: Some("b".to_owned()),
        }),
        reference: [
            ("Datum", "20 november 2026"),
            ("Ons kenmerk", "RTB-2026-000123"),
            ("V-nummer", "123 456 7890"),
            ("Behandeld door", "Team Tijdelijke Bescherming"),
            ("Bijlagen", "1"),
        ]
        .map(|(label, value)| (label.to_owned(), value.to_owned()))
        .into(),
        is_copy: false,
        is_example: true,
        is_concept: false,
        names: strings(&["O. Kovalenko", "mr. A. Voorbeeld"]),
        terms: Vec::new(),
        grounds: Vec::new(),
        unconfirmed: Vec::new(),
        body: vec![
            paragraph("Geachte heer Kovalenko,"),
            block(BlockKind::Paragraph(vec![
                text("Op 9 november 2026 hebt u gevraagd om tijdelijke bescherming. "),
                strong("U krijgt die bescherming niet."),
                text(
                    " In deze brief leest u waarom, wat dit voor u betekent en wat u kunt doen als u het er niet mee eens bent.",
                ),
            ])),
            heading(2, "Waarom krijgt u geen tijdelijke bescherming?"),
            paragraph(
                "Uit het stempel in uw paspoort blijkt dat u Oekraïne vóór 27 november 2021 hebt verlaten. De regels voor tijdelijke bescherming gelden alleen voor mensen die op of na die dag zijn gevlucht. Dat staat in artikel 3.1a, eerste lid, van het Voorschrift Vreemdelingen en in artikel 2 van het Uitvoeringsbesluit (EU) 2022/382.",
            ),
            paragraph(
                "U hebt verteld dat u in december 2021 terug bent geweest. Daarvan hebt u geen bewijs gegeven:",
            ),
            block(BlockKind::List {
                ordered: false,
                items: vec![
                    vec![text("in uw paspoort staat geen stempel van die reis;")],
                    vec![text(
                        "de kaartjes die u liet zien, staan op naam van een ander. Daardoor kunnen wij niet vaststellen dat u zelf hebt gereisd en wanneer dat precies is geweest;",
                    )],
                    vec![text("er is geen ander stuk.")],
                ],
            }),
            heading(2, "Wat kunt u doen als u het er niet mee eens bent?"),
            paragraph(
                "U kunt bezwaar maken. Uw bezwaarschrift moet uiterlijk op vrijdag 18 december 2026 bij ons binnen zijn. Stuur een kopie van deze brief mee en schrijf op waarom u het er niet mee eens bent. U mag de uitkomst van het bezwaar niet in Nederland afwachten op grond van de tijdelijke bescherming.",
            ),
        ],
        signature: vec![
            paragraph("Met vriendelijke groet,"),
            block(BlockKind::Paragraph(vec![
                text("De Minister van Asiel en Migratie,"),
                Inline::Break,
                text("namens deze,"),
                Inline::Break,
                Inline::Break,
                Inline::Break,
                text("mr. A. Voorbeeld"),
                Inline::Break,
                text("teammanager"),
            ])),
        ],
        annex: Vec::new(),
        page: None,
    }
}

/// A letter of several pages with headings of two levels, lists and a table.
pub fn long() -> Document {
    let mut letter = one_page();
    letter.is_example = false;
    letter.kind = LetterKind::Intrekkingsbesluit;
    letter.title = "Beschikking intrekking".to_owned();
    letter.subject =
        "Uw tijdelijke bescherming wordt ingetrokken omdat u niet aan de voorwaarden voldoet".to_owned();
    letter.body.extend([
        heading(2, "Onze redenen"),
        heading(3, "De feiten"),
        paragraph("Hieronder staat wat wij hebben vastgesteld."),
        block(BlockKind::Table {
            header: vec![vec![text("Dag")], vec![text("Wat er gebeurde")], vec![text("Waar het staat")]],
            rows: vec![
                vec![vec![text("4 mei 2022")], vec![text("U kreeg een sticker in uw paspoort, waarmee u kon laten zien dat u tijdelijke bescherming hebt en in Nederland mag werken.")], vec![text("artikel 3.1a VV")]],
                vec![vec![text("11 juni 2025")], vec![strong("Aanvraag"), text(" van een inreisstempel")], vec![text("artikel 66b, eerste lid, Vw")]],
            ],
        }),
        heading(3, "Uw zienswijze"),
    ]);
    for number in 1..=9 {
        letter.body.push(paragraph(&format!(
            "U hebt in uw zienswijze van maandag 4 mei 2026 geschreven dat u reden {number} niet deelt. Wij hebben uw zienswijze gelezen en in het besluit betrokken. Dat u sinds 2022 in Nederland woont en werkt, verandert niet dat u op de dag van uw aanvraag niet aan de voorwaarden van artikel 66b, eerste lid, van de Vreemdelingenwet 2000 voldeed. Het langdurigeverblijfsvergunningsaanvraagformulier dat u noemt, is nooit ontvangen. Daarom volgt dit besluit op grond van Vw 69 lid 1 en artikel 4:15 van de Algemene wet bestuursrecht (Awb)."
        )));
    }
    letter.body.push(heading(2, "Uw rechten"));
    letter.body.push(block(BlockKind::List {
        ordered: true,
        items: (1..=11).map(|number| vec![text(&format!("Recht {number}: u kunt binnen 4 weken in beroep gaan bij de rechtbank Den Haag, zittingsplaats Utrecht, en daar een voorlopige voorziening vragen."))]).collect(),
    }));
    letter
}

/// A row of an overview.
fn row(label: &str, words: Vec<Inline>, language: Option<Language>) -> OverviewRow {
    OverviewRow { label: vec![text(label)], text: words, language: language.map(Language::word) }
}

/// An overview of the decision, what to do with the last days, and a line in three languages.
pub fn overview() -> Block {
    let language =
        |language: Language, words: &str| row(language.own_name(), vec![text(words)], Some(language));
    block(BlockKind::Overview(vec![
        row("Ons besluit", vec![strong("U krijgt geen tijdelijke bescherming.")], None),
        row("Waarom", vec![text("U hebt Oekraïne verlaten vóór 27 november 2021.")], None),
        row(
            "Wat dit betekent",
            vec![text(
                "U mag niet in Nederland blijven op grond van de Richtlijn Tijdelijke Bescherming. U moet Nederland binnen vier weken verlaten.",
            )],
            None,
        ),
        row(
            "Niet eens?",
            vec![text("Maak bezwaar. Dat kan tot en met "), strong("vrijdag 18 december 2026"), text(".")],
            None,
        ),
        row("Vertrekken", vec![text("Uiterlijk "), strong("vrijdag 18 december 2026"), text(".")], None),
        language(
            Language::Ukrainian,
            "Це важливий лист. Ви не отримуєте тимчасового захисту. Попросіть когось перекласти вам цей лист або зателефонуйте за номером 000 000 00 00.",
        ),
        language(
            Language::Russian,
            "Это важное письмо. Вы не получаете временную защиту. Попросите кого-нибудь перевести вам это письмо или позвоните по номеру 000 000 00 00.",
        ),
        language(
            Language::English,
            "This is an important letter. You do not get temporary protection. Ask someone to translate this letter for you or call 000 000 00 00.",
        ),
    ]))
}

/// A letter with an overview, notes beside every kind of block, lists of several lengths and an annex.
pub fn advised() -> Document {
    let mut letter = long();
    letter.body.insert(1, overview());
    let beside = |letter: &mut Document, words: &str, notes: Vec<Block>| {
        let found = letter.body.iter().position(|block| {
            matches!(&block.kind, BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } if text[0].text().contains(words))
        });
        let at = found.unwrap() + 1;
        letter.body.splice(at..at, notes);
    };
    beside(
        &mut letter,
        "U kunt bezwaar maken.",
        vec![
            note("Uiterlijk", &["vrijdag 18 december 2026"]),
            note("Adres", &["Immigratie- en Naturalisatiedienst", "Postbus 10", "2500 AA  VOORBEELDSTAD"]),
            note("Telefoon", &["000 000 00 00", "www.voorbeeld.example/bezwaar"]),
        ],
    );
    beside(&mut letter, "Hieronder staat wat", vec![note("Vragen?", &["naam@voorbeeld.example"])]);
    for (index, block) in (0..9).zip(["reden 2", "reden 4", "reden 5", "reden 8"]) {
        beside(
            &mut letter,
            block,
            vec![note(
                &format!("Kanttekening {index}"),
                &["Een kanttekening die langer is dan de alinea waar zij naast staat, want zij telt meer regels dan er in die alinea zijn, en dat is hier met opzet zo.";
                    2],
            )],
        );
    }
    letter.body.push(heading(3, "Uw adres"));
    letter.body.push(block(BlockKind::Paragraph(
        ["Rechtbank Den Haag", "Zittingsplaats Utrecht", "Postbus 10", "2500 AA  VOORBEELDSTAD"]
            .iter()
            .flat_map(|line| [text(line), Inline::Break])
            .take(7)
            .collect(),
    )));
    letter.body.push(paragraph("Stuur mee:"));
    letter.body.push(list(&[
        "een kopie van deze brief;",
        "uw naam, adres en V-nummer;",
        "waarom u het er niet mee eens bent;",
        "uw handtekening.",
    ]));
    letter.body.push(note("Gratis advies", &["Juridisch Loket", "0800 00 00"]));
    letter.annex = vec![
        heading(2, "Waarop dit besluit steunt"),
        paragraph(
            "De tijdelijke bescherming staat in Richtlijn 2001/55/EG en in Uitvoeringsbesluit (EU) 2022/382. Wie eronder valt, staat in artikel 3.1a, eerste lid, van het Voorschrift Vreemdelingen 2000.",
        ),
        paragraph(
            "Het bezwaar staat in artikel 69, eerste lid, van de Vreemdelingenwet 2000 en in artikel 6:4 van de Algemene wet bestuursrecht. De termijn van vier weken staat in artikel 69 van de Vreemdelingenwet 2000.",
        ),
        paragraph("De vertrektermijn staat in artikel 62, eerste lid, van de Vreemdelingenwet 2000."),
        paragraph(
            "Dat u de uitkomst van het bezwaar niet in Nederland mag afwachten, staat in artikel 73, tweede lid, van de Vreemdelingenwet 2000.",
        ),
    ];
    letter
}

/// A web address that is wider than a line.
pub const LONG: &str = "https://www.voorbeeld.example/tijdelijke-bescherming/oekraine/besluiten/bezwaar-maken-tegen-een-besluit/wat-u-daarvoor-nodig-hebt/formulieren/bezwaarschrift-tijdelijke-bescherming/nederlands?versie=12";

/// A letter with web and mail addresses in every kind of block.
pub fn linked() -> Document {
    let mut letter = one_page();
    letter.sender.contact.push(Contact { label: None, lines: strings(&["www.voorbeeld.example"]) });
    letter.addressee[0] = "J. de Wit (j@voorbeeld.example)".to_owned();
    letter.body.push(block(BlockKind::Paragraph(vec![
        text("Kijk op "),
        strong("www.voorbeeld.example/hulp"),
        text(" (of op https://voorbeeld.example). Mail "),
        Inline::Break,
        text("naam@voorbeeld.example, of lees dit: "),
        text(LONG),
        text(" en bel."),
    ])));
    letter
        .body
        .push(block(BlockKind::List { ordered: false, items: vec![vec![text("zie www.a.example;")]] }));
    letter.body.push(block(BlockKind::Table {
        header: vec![vec![text("Waar")]],
        rows: vec![vec![vec![text("www.b.example")]]],
    }));
    letter
}

/// A letter of more than four pages.
pub fn many_pages() -> Document {
    let mut letter = long();
    let again: Vec<Block> = letter.body[9..].to_vec();
    letter.body.extend(again);
    letter
}

/// Names in Cyrillic and Vietnamese, a name with an accent that has no composed letter, six lines of address.
pub fn names() -> Document {
    let mut letter = one_page();
    letter.is_copy = true;
    letter.post = None;
    letter.addressee = strings(&[
        "Advocatenkantoor Nguyễn & Щербань",
        "t.a.v. mevrouw mr. Thị Hồng Ngọc Đặng",
        "Oleksandr Kovalʹčuk-Solov’jov",
        "Voorbeeldgebouw, ingang gracht",
        "Voorbeeldgracht 123 III",
        "1234 AB  VOORBEELDSTAD",
    ]);
    letter.body.insert(1, paragraph("Олександр Їжакевич-Ґалаґан, Х\u{301}ристя́ Мар’яне́нко, Łukasz Żółć, Çağrı Şahin, Ștefan Țepeș, Nguyễn Thị Hồng Ngọc, Zo\u{308}e\u{301} Q\u{308}."));
    letter
}

/// A long reference block, a table over several pages with a row that lacks a cell, and no text before it.
pub fn crowded() -> Document {
    let mut letter = one_page();
    for number in 1..=9 {
        letter
            .reference
            .push((format!("Kenmerk {number}"), "Een waarde die langer is dan een regel".to_owned()));
    }
    let rows = (1..=70).map(|number| {
        let mut row = vec![
            vec![text(&format!("Rij {number}"))],
            vec![text("Wat hier staat, is met opzet langer dan een regel, zodat de rij hoger wordt.")],
        ];
        if number != 3 {
            row.push(vec![text(&"links en rechts ".repeat(3))]);
        }
        row
    });
    let header = ["Nummer", "Inhoud", "Opmerking"].map(|cell| vec![text(cell)]).into();
    letter.body = vec![block(BlockKind::Table { header, rows: rows.collect() })];
    letter
}

/// The long letter as a concept: gaps in running text, in a list, in a table and in a heading, and a last one
/// that is alone in its paragraph.
pub fn concept() -> Document {
    let mut letter = long();
    letter.is_concept = true;
    let gap = |words: &str| Inline::Gap(format!("[nog te beslissen: {words}]"));
    for block in &mut letter.body {
        match &mut block.kind {
            BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) | BlockKind::Margin(text) => {
                text.push(gap("dit"));
            }
            BlockKind::Overview(rows) => rows.iter_mut().for_each(|row| row.text.push(gap("wat"))),
            BlockKind::List { items, .. } => items.iter_mut().for_each(|item| item.insert(0, gap("wat"))),
            BlockKind::Table { header, rows } => {
                header.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| cell.push(gap("hoe")));
            }
        }
    }
    letter.body.push(block(BlockKind::Paragraph(vec![gap("of er nog iets komt")])));
    letter
}

/// The text with its accents composed, as it is drawn.
pub fn composed(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    text.nfc().collect()
}
