//! The page in the reader's language: the same decision and days as the letter, on one page, in every language.

use crate::support::{assess, fixtures, new_pipeline, pipeline, root};
use rtbrief::case::model::Keys;
use rtbrief::letter::Organisation;
use rtbrief::letter::context::registry;
use rtbrief::letter::context::{Field, FieldKind};
use rtbrief::letter::document::{Block, BlockKind, Document, Inline};
use rtbrief::render::look::Look;
use rtbrief::render::pdf::lay_out;
use rtbrief::render::pdf::paper::mark::Mark;
use rtbrief::render::pdf::paper::outline::outline;
use rtbrief::words::Language;
use std::collections::BTreeSet;
use std::fs;

/// The largest file of a letter with a page, in bytes, as long as its characters are those of the small fonts.
const LARGEST: usize = 60_000;

/// A case file with a language.
fn with_language(case: &str, language: Language) -> String {
    case.replace("\n  v_nummer:", &format!("\n  taal: {}\n  v_nummer:", language.word()))
}

/// Every letter of every fixture in every language, each with the same letter without a page.
fn letters() -> Vec<(String, Document, Document)> {
    let mut letters = Vec::new();
    for fixture in fixtures() {
        let case = fixture.case();
        if case.contains("\n  taal:") {
            continue;
        }
        let plain: Vec<Document> =
            assess(pipeline(), case.as_bytes()).into_iter().flat_map(|case| case.letters).collect();
        for &language in Language::ALL {
            let case = with_language(&case, language);
            let with = assess(pipeline(), case.as_bytes()).into_iter().flat_map(|case| case.letters);
            for (with, plain) in with.zip(plain.clone()) {
                letters.push((format!("{} {}", fixture.name, language.word()), with, plain));
            }
        }
    }
    assert!(letters.len() > 300, "{}", letters.len());
    letters
}

fn words(block: &Block) -> String {
    block.inlines().map(Inline::text).collect()
}

fn text(blocks: &[Block]) -> String {
    blocks.iter().map(words).collect::<Vec<_>>().join("\n")
}

/// The months of a language behind the day, as the page of a letter writes them.
fn months(language: Language) -> [&'static str; 12] {
    match language {
        Language::Ukrainian => [
            "січня",
            "лютого",
            "березня",
            "квітня",
            "травня",
            "червня",
            "липня",
            "серпня",
            "вересня",
            "жовтня",
            "листопада",
            "грудня",
        ],
        Language::Russian => [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        Language::English => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    }
}

/// Every date that a text has in a language, as `JJJJ-MM-DD`.
fn dates(text: &str, language: Language) -> BTreeSet<String> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let mut found = BTreeSet::new();
    for three in parts.windows(3) {
        let month = months(language).iter().position(|month| *month == three[1]);
        let number = |text: &str| text.trim_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok();
        if let (Some(day), Some(month), Some(year)) = (number(three[0]), month, number(three[2])) {
            found.insert(format!("{year:04}-{:02}-{day:02}", month + 1));
        }
    }
    found
}

#[test]
fn a_page_has_every_last_day_of_its_letter_and_no_other_day() {
    let mut wrong = Vec::new();
    for (name, letter, plain) in letters() {
        let page = letter.page.as_ref().unwrap();
        let found = dates(&text(&page.blocks), page.language);
        let last_days: BTreeSet<String> = letter.terms.iter().map(|term| term.last_day.to_string()).collect();
        let missing: Vec<_> = last_days.difference(&found).collect();
        // Another day is one that the Dutch letter names too: its own, or that on which protection ends.
        let dutch = format!("{} {}", plain.date, text(&plain.body));
        let strange: Vec<_> = found
            .difference(&last_days)
            .filter(|day| !dutch.contains(&rtbrief::law::date::Date::parse(day).unwrap().dutch()))
            .collect();
        if !missing.is_empty() || !strange.is_empty() {
            wrong.push(format!("{name}: lacks {missing:?}, has {strange:?}"));
        }
        assert_eq!(page.language, name.rsplit(' ').next().and_then(Language::from_word).unwrap());
    }
    assert!(wrong.is_empty(), "{} {}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_page_is_one_page_behind_a_letter_that_is_the_same_without_it() {
    let look = Look::built_in();
    let mut wrong = Vec::new();
    for (name, letter, plain) in letters() {
        assert_eq!(
            (&letter.body, &letter.annex, &letter.terms),
            (&plain.body, &plain.annex, &plain.terms),
            "{name}"
        );
        assert!(plain.page.is_none(), "{name}");
        let (with, without) = (lay_out(&letter, &look).unwrap(), lay_out(&plain, &look).unwrap());
        if with.pages.len() != without.pages.len() + 1 {
            wrong.push(format!("{name}: {} pages, {} without", with.pages.len(), without.pages.len()));
        }
        let shown = outline(&with);
        let language = letter.page.as_ref().unwrap().language.word();
        let section = format!("  Sect {language}\n    H2 [{}] ", with.pages.len());
        assert_eq!(shown.matches("  Sect ").count(), 1, "{name}");
        assert!(shown.contains(&section), "{name}");
        assert!(
            shown.lines().any(|line| line.trim_start().starts_with("TR nl")) || !says_dutch(&letter),
            "{name}"
        );
    }
    assert!(wrong.is_empty(), "{} {}", wrong.len(), wrong.join("\n"));
}

/// Whether the page of a letter has a row with a Dutch sentence to copy.
fn says_dutch(letter: &Document) -> bool {
    let rows = letter.page.iter().flat_map(|page| &page.blocks).filter_map(|block| match &block.kind {
        BlockKind::Overview(rows) => Some(rows),
        _ => None,
    });
    rows.flatten().any(|row| row.language == Some("nl"))
}

#[test]
fn a_page_stays_one_page_with_three_helpers() {
    let mut pipeline = new_pipeline();
    let helper = "- naam: Stichting Rechtshulp aan Ontheemden\n  telefoon: 088 000 00 00\n  \
                  website: www.rechtshulp.voorbeeld.example\n";
    let example = fs::read_to_string(root("letter-templates/organisatie-voorbeeld.yaml")).unwrap();
    let text = format!("{}\nhulp:\n{}", example.trim_end(), helper.repeat(3));
    pipeline.organisation = Organisation::from_yaml(&text).unwrap();
    let look = Look::built_in();
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        let case = fixture.case();
        for &language in Language::ALL {
            let case = with_language(&case, language);
            for letter in assess(&pipeline, case.as_bytes()).into_iter().flat_map(|case| case.letters) {
                let with = lay_out(&letter, &look).unwrap().pages.len();
                let without = lay_out(&Document { page: None, ..letter }, &look).unwrap().pages.len();
                if with != without + 1 {
                    wrong.push(format!("{} {}: {with}, {without} without", fixture.name, language.word()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} {}", wrong.len(), wrong.join("\n"));
}

#[test]
fn most_pages_are_set_in_the_larger_type() {
    let look = Look::built_in();
    let (mut all, mut small) = (0, 0);
    for (_, letter, _) in letters() {
        let layout = lay_out(&letter, &look).unwrap();
        let sizes = layout.pages.last().unwrap().marks.iter().filter_map(|mark| match mark {
            Mark::Text(text) => Some(text.size),
            _ => None,
        });
        all += 1;
        // The running footer is smaller; what the page says is at least 8 pt.
        small += usize::from(sizes.filter(|size| *size >= 8_000).min() == Some(8_000));
    }
    assert!(10 * small < all, "{small} of {all}");
}

#[test]
fn a_page_has_a_dutch_sentence_to_copy_where_the_reader_can_answer() {
    for (name, letter, _) in letters() {
        let can_answer = letter.terms.iter().any(|term| term.kind.is_remedy());
        assert!(says_dutch(&letter) || !can_answer, "{name}");
        // A sentence that saves a term is not shown where there is none.
        assert!(!says_dutch(&letter) || !letter.terms.is_empty() || name.contains("opschorting"), "{name}");
    }
}

#[test]
fn a_letter_with_a_page_stays_small() {
    let press = &pipeline().press;
    let mut small = 0;
    for (name, letter, plain) in letters() {
        let size = |letter: &Document| press.render(letter).unwrap().len();
        if size(&plain) < LARGEST {
            small += 1;
            assert!(size(&letter) < LARGEST, "{name}: {}", size(&letter));
        }
    }
    assert!(small > 300, "{small}");
}

#[test]
fn a_page_shows_nothing_that_an_officer_wrote() {
    let pages: Vec<_> = registry::all().into_iter().filter(|it| it.template.starts_with("talen/")).collect();
    assert_eq!(pages.len(), 3 * rtbrief::words::LetterKind::ALL.len());
    let keys: Vec<_> = Keys::all().flat_map(Keys::rows).collect();
    let shows = |field: &&Field| field.kind != FieldKind::Flag;
    for field in pages[0].fields.iter().filter(shows) {
        for fact in field.facts {
            let key = keys.iter().find(|key| key.fact == *fact).unwrap();
            assert!(!key.holds.is_own_words(), "{}: {fact}", field.name);
        }
    }
}

#[test]
fn the_languages_say_the_same() {
    let lines = |language: &str, name: &str| -> Vec<String> {
        let text = fs::read_to_string(root(&format!("letter-templates/talen/{language}/{name}"))).unwrap();
        text.lines().map(|line| skeleton(line, language)).collect()
    };
    let names: Vec<String> = fs::read_dir(root("letter-templates/talen/en"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(names.len() > 20, "{names:?}");
    for name in names {
        for language in ["uk", "ru"] {
            assert_eq!(lines("en", &name), lines(language, &name), "{language}/{name}");
        }
    }
}

/// A line of a template without its words: the mark at its start, its tags, and the Dutch row whole.
fn skeleton(line: &str, language: &str) -> String {
    if line.starts_with("| Nederlands |") || line.starts_with("{") && line.ends_with("}") {
        return line.replace(&format!("talen/{language}/"), "").replace(&format!("taal.{language}"), "");
    }
    let mark: String = line.chars().take_while(|c| !c.is_alphabetic() && *c != '{').collect();
    let tags = line.match_indices('{').filter_map(|(at, _)| {
        let rest = &line[at..];
        let end = rest.find('}')?;
        (rest.starts_with("{%") || rest.starts_with("{{")).then(|| rest[..end].to_owned())
    });
    let mut tags: Vec<String> = tags.collect();
    // Another language may have its words, and so its fields, in another order.
    tags.sort();
    format!("{mark}{} {}", tags.join(" "), line.matches('|').count())
}
