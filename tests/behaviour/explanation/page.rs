//! `uitleg --html` over every fixture: one closed page, in which every block stands once beside its rules.
//!
//! `tests/validators/explanations.rs` tests what a browser makes of the pages.

use crate::html::page::{elements, words};
use crate::support::desk::{Desk, case_of, changed};
use crate::support::{assess, explanation_page, fixture_cases, pipeline};
use rtbrief::letter::document::{Block, BlockKind, Document};
use rtbrief::pipeline::Assessed;
use std::collections::BTreeSet;

/// What must hold for the page of a case; `None` when it does.
type Rule = fn(&str, &Assessed) -> Option<String>;

fn demand(holds: bool, fault: impl Into<String>) -> Option<String> {
    (!holds).then(|| fault.into())
}

fn letters(case: &Assessed) -> impl Iterator<Item = &Document> {
    case.letters.iter().filter(|letter| !letter.is_copy)
}

/// The blocks of the page: the tag of each, its words, and the markup of what stands beside it.
fn rows(page: &str) -> Vec<(&str, Vec<String>, &str)> {
    let rows = page.split("<div class=\"rij\">\n").skip(1);
    rows.map(|row| {
        let (text, beside) = row.split_once("<div class=\"waarom\">").expect("every block has its reasons");
        let tag = text.split_once('>').expect("a tag ends").0;
        let whole = format!("<i>{text}</i>");
        (tag, words(&whole, "<i>", "</i>"), beside.split_once("</div>").expect("it ends").0)
    })
    .collect()
}

/// The words of a block as text has them.
fn of_block(block: &Block) -> Vec<String> {
    let cells: Vec<String> = match &block.kind {
        BlockKind::List { items, .. } => {
            items.iter().map(|item| item.iter().map(|it| it.text()).collect()).collect()
        }
        BlockKind::Table { header, rows } => {
            let cells = header.iter().chain(rows.iter().flatten());
            cells.map(|cell| cell.iter().map(|it| it.text()).collect()).collect()
        }
        BlockKind::Overview(rows) => {
            let cells = rows.iter().flat_map(|row| [&row.label, &row.text]);
            cells.map(|cell| cell.iter().map(|it| it.text()).collect()).collect()
        }
        BlockKind::Heading { .. } | BlockKind::Paragraph(_) | BlockKind::Margin(_) => {
            vec![block.inlines().map(|it| it.text()).collect()]
        }
    };
    cells.iter().flat_map(|cell| cell.split_whitespace()).map(str::to_owned).collect()
}

/// Every block of every letter once, in order, with its rules beside it; a page in another language says which.
fn complete(page: &str, case: &Assessed) -> Option<String> {
    let rows = rows(page);
    let blocks: Vec<(&Block, String)> = letters(case)
        .flat_map(|letter| {
            let dutch = letter.dutch_blocks().map(|block| (block, String::new()));
            let page = letter.page.iter().flat_map(|page| {
                page.blocks.iter().map(|block| (block, format!(" lang=\"{}\"", page.language.word())))
            });
            dutch.chain(page)
        })
        .collect();
    if rows.len() != blocks.len() {
        return Some(format!("{} rows for {} blocks", rows.len(), blocks.len()));
    }
    rows.iter().zip(&blocks).find_map(|((tag, words, beside), (block, language))| {
        let own = of_block(block);
        let rules = block.provenance.rules.iter().map(|rule| format!("<a href=\"#z1-{}\">", rule.word()));
        let lacking: Vec<String> = rules.filter(|link| !beside.contains(link.as_str())).collect();
        let speaks =
            if language.is_empty() { !tag.contains("lang=") } else { tag.ends_with(language.as_str()) };
        demand(
            *words == own && lacking.is_empty() && speaks,
            format!("{words:?}\n{own:?}\n{lacking:?} {tag}"),
        )
    })
}

/// Header, main and footer are the whole body; headings begin with one of level 1 and skip no level; no id is used twice, and
/// every link within the page leads somewhere.
fn built(page: &str, _: &Assessed) -> Option<String> {
    let all = elements(page);
    let top: Vec<&str> = all.iter().filter(|e| e.inside == ["html", "body"]).map(|e| e.name).collect();
    let levels: Vec<u8> = all.iter().filter_map(|e| e.name.strip_prefix('h')?.parse().ok()).collect();
    let stepwise =
        levels.first() == Some(&1) && levels.windows(2).all(|pair| pair[1] > 1 && pair[1] <= pair[0] + 1);
    let ids: Vec<&str> = all.iter().filter_map(|e| e.attribute("id")).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    let astray =
        all.iter().filter_map(|e| e.attribute("href")?.strip_prefix('#')).find(|to| !known.contains(to));
    demand(
        top == ["header", "main", "footer"] && stepwise && known.len() == ids.len() && astray.is_none(),
        format!("{top:?} {levels:?} {astray:?}"),
    )
}

/// One style, which the policy allows; nothing that runs, nothing from elsewhere, no style on an element.
fn closed(page: &str, _: &Assessed) -> Option<String> {
    let all = elements(page);
    let forbidden = ["script", "link", "iframe", "object", "embed", "form", "base", "img", "svg"];
    let inert = all.iter().all(|e| {
        !forbidden.contains(&e.name)
            && e.attribute("style").is_none()
            && !format!(" {}", e.attributes).contains(" on")
    });
    let (_, style) = page.split_once("<style>").expect("it has a style");
    let style = style.split_once("</style>").expect("it ends").0;
    let loads = ["url(", "@import", "@font-face", "image("].iter().any(|load| style.contains(load));
    let policy = page.contains("content=\"default-src 'none'; style-src 'sha256-");
    demand(inert && policy && !loads && page.matches("<style>").count() == 1, "something runs or is loaded")
}

const RULES: [(&str, Rule); 3] = [("complete", complete), ("built", built), ("closed", closed)];

/// What is wrong with a page.
fn faults(page: &str, case: &Assessed) -> Vec<(&'static str, String)> {
    RULES.iter().filter_map(|(name, rule)| rule(page, case).map(|fault| (*name, fault))).collect()
}

#[test]
fn the_page_of_every_fixture_keeps_every_rule() {
    let mut with_letters = 0;
    for (name, case) in fixture_cases(pipeline()) {
        let page = explanation_page(pipeline(), [&case], "case.yaml");
        assert_eq!(faults(&page, &case), [], "{name}");
        with_letters += usize::from(!case.letters.is_empty());
        for finding in case.diagnostics() {
            assert!(page.contains(&format!("{}</strong>", finding.code.as_str())), "{name}");
        }
    }
    assert!(with_letters > 80, "{with_letters}");
}

#[test]
fn a_page_that_breaks_a_rule_is_noticed_by_that_rule() {
    let case = assess(pipeline(), case_of("weigering-inreisstempel").as_bytes()).remove(0);
    let page = explanation_page(pipeline(), [&case], "case.yaml");
    for (rule, from, to) in [
        ("complete", "Geachte", "Beste"),
        ("complete", "<a href=\"#z1-gevolgen.werk\">", "<a href=\"#z1-brief.vorm\">"),
        ("complete", "<div class=\"tekst\">", "<div class=\"tekst\" lang=\"uk\">"),
        ("built", "<header>", "<p></p><header>"),
        ("built", "<h3>", "<h5>x</h5><h3>"),
        ("built", "id=\"z1-brief.vorm\"", "id=\"z1\""),
        ("built", "id=\"z1-gevolgen.werk\"", "id=\"weg\""),
        ("closed", "<main>", "<script></script><main>"),
        ("closed", "<h3>", "<h3 onclick=\"x\">"),
        ("closed", ".rij {", ".rij { background: url(https://x.example);"),
        ("closed", "style-src 'sha256-", "style-src 'unsafe-inline"),
    ] {
        let broken = page.replacen(from, to, 1);
        assert_ne!(broken, page, "{from}");
        assert!(faults(&broken, &case).iter().any(|(found, _)| *found == rule), "{rule}: {to}");
    }
}

#[test]
fn a_strip_names_the_days_that_are_skipped() {
    let case = assess(pipeline(), case_of("niet-gemeld-asielbroep-een-week-over-kerst").as_bytes()).remove(0);
    let page = explanation_page(pipeline(), [&case], "case.yaml");
    for day in [
        "<li class=\"dag over\"><span aria-hidden=\"true\"><small>vr</small>25 <em>eerste kerstdag</em></span><span class=\"lees\">vrijdag 25 december 2026, eerste kerstdag: overgeslagen</span></li>",
        "zondag 27 december 2026: overgeslagen",
        "maandag 28 december 2026: laatste dag",
        "zaterdag 19 december 2026: telt mee",
        "vrijdag 18 december 2026: begin, telt niet mee",
    ] {
        assert!(page.contains(day), "{day}");
    }
}

#[test]
fn what_stands_in_a_case_is_never_markup() {
    let case = changed("weigering-inreisstempel", "Uit de stempels", "Uit <b>\"de\" & 'stempels'</b>");
    let ran = Desk::new().file("zaak.yaml", case).run("uitleg zaak.yaml --html").exits(0);
    let page = ran.out();
    assert!(page.contains("Uit &lt;b&gt;&quot;de&quot; &amp; &#39;stempels&#39;&lt;/b&gt;"));
    assert!(!page.contains("<b>\"de\""));
}

#[test]
fn several_cases_are_one_page_with_a_list_of_them() {
    let desk = Desk::with("weigering-inreisstempel").case("meer.yaml", "meer-documenten-vier-uitkomsten");
    let ran = desk.run("uitleg zaak.yaml meer.yaml --html").exits(1);
    let page = ran.out();
    assert_eq!((page.matches("<!DOCTYPE").count(), page.matches("<article ").count()), (1, 5));
    for place in 1..=5 {
        assert!(page.contains(&format!("<li><a href=\"#z{place}\">")), "{place}");
    }
    assert!(page.contains("<title>Uitleg – 5 zaken</title>"));
    // The findings are on standard error too, as without the page.
    ran.says("fout[").says("vraag[");
    let ids: Vec<&str> = elements(&page).iter().filter_map(|e| e.attribute("id")).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

#[test]
fn the_page_can_go_to_a_file_which_is_not_lost_by_another() {
    let desk = Desk::with("weigering-inreisstempel").case("geen.yaml", "triage-positief-geen-brief");
    desk.run("uitleg zaak.yaml --html -o u.html").exits(0).prints_nothing().says("gemaakt: u.html");
    assert_eq!(desk.read("u.html"), desk.run("uitleg zaak.yaml --html").exits(0).out());
    assert_eq!(desk.read("u.html"), desk.run("uitleg zaak.yaml --html -o -").exits(0).out());
    desk.run("uitleg zaak.yaml --html -o u.html").exits(0).says("was er al: u.html");
    desk.run("uitleg geen.yaml --html -o u.html").exits(1).says("F702");
    desk.run("uitleg geen.yaml --html -o u.html --overschrijf").exits(0).says("vervangen: u.html");
    assert!(desk.read("u.html").contains("Waarom er geen brief volgt"));
    desk.run("uitleg zaak.yaml --html -o weg/u.html").exits(74).says("de map is er niet");
    assert_eq!(desk.files(), ["geen.yaml", "u.html", "zaak.yaml"]);
}

#[test]
fn the_page_goes_not_together_with_the_other_forms() {
    let desk = Desk::with("weigering-inreisstempel");
    for other in ["--json", "--zinnen"] {
        desk.run(&format!("uitleg zaak.yaml --html {other}")).exits(2).says("gaat niet samen");
    }
    desk.run("uitleg zaak.yaml -o uitleg.html").exits(2).prints_nothing();
    desk.run("uitleg weg.yaml --html").exits(74).prints_nothing().says("F101");
    assert_eq!(desk.files(), ["zaak.yaml"]);
}
