//! The officer's own words come out as they were written: paragraphs, lines and lists, in every form of a letter.

use crate::pdf::read::{Element, Pdf};
use crate::support::desk::{Desk, case_of};
use serde_json::Value;

const FIXTURE: &str = "weigering-inreisstempel";

/// What is written, in every style that keeps its lines.
const LINES: &str = "U liet dit zien:\n- uw paspoort\n- uw trouwakte\n\nDit zei u:\nik was thuis.\nEn <b>**verder**</b> niets.";

/// The motivering of the fixture, in a style; the text stands on lines of their own below the key.
fn styled(style: &str, text: &str) -> String {
    let case = case_of(FIXTURE);
    let at = case.find("motivering:").unwrap();
    let line = case[..at].rfind('\n').unwrap() + 1;
    let indent = " ".repeat(at - line + 2);
    let body: Vec<String> = text
        .split('\n')
        .map(|line| if line.is_empty() { String::new() } else { format!("{indent}{line}") })
        .collect();
    format!("{}motivering: {style}\n{}\n", &case[..at], body.join("\n"))
}

/// The part of a letter as text that the officer wrote, without the indentation.
fn shown(desk: &Desk) -> String {
    let text = desk.run("maak zaak.yaml --formaat txt -o -").exits(0).out();
    let from = text.find("U liet dit zien").unwrap();
    let to = text[from..].find("niets.").unwrap();
    text[from..from + to + "niets.".len()].to_owned()
}

const EXPECTED: &str = "U liet dit zien:\n\n- uw paspoort\n- uw trouwakte\n\nDit zei u:\nik was thuis.\nEn <b>**verder**</b> niets.";

#[test]
fn lines_and_lists_stand_in_the_text() {
    assert_eq!(shown(&Desk::new().file("zaak.yaml", styled("|", LINES))), EXPECTED);
    let quoted = serde_json::to_string(LINES).unwrap();
    assert_eq!(shown(&Desk::new().file("zaak.yaml", styled(&quoted, ""))), EXPECTED);
    // YAML makes one line of running text; what stands in a list stays a list.
    let joined = EXPECTED.replace("u:\nik", "u: ik").replace("thuis.\nEn", "thuis. En");
    assert_eq!(shown(&Desk::new().file("zaak.yaml", styled(">-", LINES))), joined);
    for (open, close) in [("\"", "\""), ("'", "'")] {
        let body = format!("{open}{}{close}", LINES.replace('\n', "\n  "));
        assert_eq!(shown(&Desk::new().file("zaak.yaml", styled("", &body))), joined, "{open}");
    }
    let plain = LINES.replace(":\n", "\n");
    let expected = joined.replace("zien:", "zien").replace("u: ik", "u ik");
    assert_eq!(shown(&Desk::new().file("zaak.yaml", styled("", &plain))), expected);
}

#[test]
fn lines_and_lists_come_from_json() {
    let case: Value = serde_json::json!({
        "zaak": {"kenmerk": "RTB-2026-000123"},
        "bekendmaking": {"wijze": "uitreiking", "datum": "2026-11-20"},
        "vreemdeling": {"v_nummer": "2801234567", "achternaam": "Kovalenko", "geslacht": "man",
            "geboortedatum": "1987-03-09", "nationaliteiten": ["UKR"], "adres": "onbekend"},
        "feiten": {"alleen_inreisstempel": true},
        "stap": {"soort": "stickerlocatie", "datum": "2026-11-20", "locatie": "Amersfoort",
            "uitkomst": "weigering", "gronden": [{"grond": "inreisstempel", "motivering": LINES}]},
    });
    for json in [serde_json::to_string(&case).unwrap(), serde_json::to_string_pretty(&case).unwrap()] {
        assert_eq!(shown(&Desk::new().file("zaak.yaml", json)), EXPECTED);
    }
}

#[test]
fn the_page_has_a_real_list_and_real_line_breaks() {
    let html = Desk::new()
        .file("zaak.yaml", styled("|", LINES))
        .run("maak zaak.yaml --formaat html -o -")
        .exits(0)
        .out();
    for expected in [
        "<p>U liet dit zien:</p>\n<ul>\n<li>uw paspoort</li>\n<li>uw trouwakte</li>\n</ul>\n",
        "<p>Dit zei u:<br>\nik was thuis.<br>\nEn &lt;b&gt;**verder**&lt;/b&gt; niets.</p>",
    ] {
        assert!(html.contains(expected), "{expected}");
    }
    let numbered = styled("|", "U liet zien:\n1. uw paspoort\n2. uw trouwakte");
    let html =
        Desk::new().file("zaak.yaml", numbered).run("maak zaak.yaml --formaat html -o -").exits(0).out();
    assert!(html.contains("<ol>\n<li>uw paspoort</li>\n<li>uw trouwakte</li>\n</ol>\n"));
}

#[test]
fn the_pdf_has_a_list_in_its_structure_and_the_lines_in_order() {
    let desk = Desk::new().file("zaak.yaml", styled("|", LINES));
    let pdf = Pdf::read(desk.run("maak zaak.yaml -o -").exits(0).bytes());
    let letters = pdf.letters();
    let at = letters[0].kids.iter().position(|kid| kid.text.starts_with("U liet dit zien")).unwrap();
    let kids: &[Element] = &letters[0].kids[at..at + 3];
    let tags: Vec<&str> = kids.iter().map(|kid| kid.tag.as_str()).collect();
    assert_eq!(tags, ["P", "L", "P"]);
    let items: Vec<Vec<(&str, &str)>> = kids[1]
        .kids
        .iter()
        .map(|item| item.kids.iter().map(|part| (part.tag.as_str(), part.text.trim())).collect())
        .collect();
    assert_eq!(items, [[("Lbl", "•"), ("LBody", "uw paspoort")], [("Lbl", "•"), ("LBody", "uw trouwakte")]]);
    assert!(kids[1].kids.iter().all(|item| item.tag == "LI"));
    let words: Vec<&str> = kids[2].text.split_whitespace().collect();
    assert_eq!(words.join(" "), "Dit zei u: ik was thuis. En <b>**verder**</b> niets.");
    // Each line has a baseline of its own.
    let pieces = pdf.pages.iter().flat_map(|page| &page.pieces);
    let lines: Vec<f64> = pieces
        .filter(|piece| ["Dit zei", "ik was", "En <b"].iter().any(|start| piece.text.starts_with(start)))
        .map(|piece| piece.baseline)
        .collect();
    assert!(lines.len() == 3 && lines[0] > lines[1] && lines[1] > lines[2], "{lines:?}");
}

/// A case with every text of several lines replaced by one with a list, and how many there were.
fn relisted(case: &str) -> (String, usize) {
    let (mut out, mut count, mut skipped) = (String::new(), 0, None);
    for line in case.lines() {
        let indent = line.len() - line.trim_start().len();
        if skipped.is_some_and(|key| indent > key || line.is_empty()) {
            continue;
        }
        skipped = None;
        match line.strip_suffix(">-") {
            None => out.push_str(&format!("{line}\n")),
            Some(key) => {
                let indent = key.len() - key.trim_start_matches([' ', '-']).len();
                let below = " ".repeat(indent + 2);
                out.push_str(&format!("{key}|\n{below}Regel een:\n{below}- punt een\n{below}- punt twee\n"));
                (count, skipped) = (count + 1, Some(indent));
            }
        }
    }
    (out, count)
}

#[test]
fn every_text_of_an_officer_keeps_its_list() {
    for fixture in [
        "besluit-met-zienswijze-binnen-termijn",
        "besluit-aanvullend-voornemen-zienswijze-daarop",
        "opschorting-informatie-buitenland",
        "grens-openbare-orde",
        "triage-negatief-tkb-vertrektermijn-nul",
    ] {
        let (case, count) = relisted(&case_of(fixture));
        assert!(count > 0, "{fixture}");
        let desk = Desk::new().file("zaak.yaml", case);
        desk.run("maak zaak.yaml --formaat txt -o uit").exits(0);
        let files = desk.files();
        let letter =
            files.iter().find(|file| file.ends_with(".txt") && !file.contains("_afschrift")).unwrap();
        let text = desk.read(letter);
        assert_eq!(
            text.matches("Regel een:\n\n- punt een\n- punt twee\n").count(),
            count,
            "{fixture}\n{text}"
        );
    }
}
