//! Links: what leads where, in the structure, in the parent tree of one letter and of a stream, and on the page.

use super::laid_out;
use super::measure;
use super::read::{Pdf, dict, list, number};
use crate::support::files::stream;
use crate::support::letters::{LONG, linked, one_page, paragraph};
use lopdf::{Dictionary, Document as File, Object, ObjectId};
use rtbrief::render::look::Look;
use rtbrief::render::pdf::paper::outline::outline;
use rtbrief::render::pdf::render;
use std::collections::BTreeMap;

#[test]
fn links_stand_inside_the_text_that_they_belong_to() {
    let structure = outline(&laid_out(&linked()));
    for expected in [
        "www.voorbeeld.example\"\n    Link [1] \"www.voorbeeld.example\" https://www.voorbeeld.example\n",
        "    Link [1] \"www.voorbeeld.example/hulp\" https://www.voorbeeld.example/hulp\n    Link [1] \"https://voorbeeld.example\" https://voorbeeld.example\n",
        "naam@voorbeeld.example\" mailto:naam@voorbeeld.example\n",
        "      LBody [1] \"zie www.a.example;\"\n        Link [1] \"www.a.example\" https://www.a.example\n",
        "      TH row [2] \"www.b.example\"\n        Link [2] \"www.b.example\" https://www.b.example\n",
        "  P [1] \"J. de Wit (j@voorbeeld.example)\"\n  P",
    ] {
        assert!(structure.contains(expected), "{expected}\n{structure}");
    }
    assert!(structure.contains(&format!("lees dit: {LONG} en bel.")), "{structure}");
    assert_eq!(structure.matches(&format!("\"{LONG}\" {LONG}\n")).count(), 1);
}

/// The parent tree as a table, its keys in order.
fn parents(file: &File) -> BTreeMap<i64, &Object> {
    let root = dict(file, file.catalog().unwrap().get(b"StructTreeRoot").unwrap());
    let mut found = BTreeMap::new();
    for leaf in list(file, dict(file, root.get(b"ParentTree").unwrap()).get(b"Kids").unwrap()) {
        let leaf = dict(file, leaf);
        let limits: Vec<i64> =
            list(file, leaf.get(b"Limits").unwrap()).iter().map(|it| it.as_i64().unwrap()).collect();
        let entries = list(file, leaf.get(b"Nums").unwrap());
        let keys: Vec<i64> = entries.iter().step_by(2).map(|key| key.as_i64().unwrap()).collect();
        assert_eq!(limits, [keys[0], *keys.last().unwrap()]);
        for pair in entries.chunks(2) {
            let key = pair[0].as_i64().unwrap();
            assert!(found.last_key_value().is_none_or(|(last, _)| *last < key), "keys ascend");
            found.insert(key, pair[1]);
        }
    }
    let next = root.get(b"ParentTreeNextKey").unwrap().as_i64().unwrap();
    assert_eq!(found.keys().copied().collect::<Vec<_>>(), (0..next).collect::<Vec<_>>());
    found
}

fn links_of(file: &File, page: ObjectId) -> Vec<(&Object, &Dictionary)> {
    let page = file.get_dictionary(page).unwrap();
    let links = page.get(b"Annots").map(|links| list(file, links)).unwrap_or_default();
    links.into_iter().map(|link| (link, dict(file, link))).collect()
}

#[test]
fn the_parent_tree_leads_from_each_page_and_link_to_its_elements() {
    for bytes in [render(&linked(), &Look::built_in()).unwrap(), stream()] {
        let file = File::load_mem(&bytes).unwrap();
        let parents = parents(&file);
        let mut links = 0;
        let mut keys = 0;
        for page in file.get_pages().into_values() {
            let key = file.get_dictionary(page).unwrap().get(b"StructParents").unwrap().as_i64().unwrap();
            assert!(!list(&file, parents[&key]).is_empty());
            keys += 1;
            for (name, link) in links_of(&file, page) {
                let element = dict(&file, parents[&link.get(b"StructParent").unwrap().as_i64().unwrap()]);
                assert_eq!(element.get(b"S").unwrap().as_name().unwrap(), b"Link");
                let kids = list(&file, element.get(b"K").unwrap());
                let refers =
                    |kid: &&Object| kid.as_dict().is_ok_and(|kid| kid.get(b"Obj").ok() == Some(name));
                assert_eq!(kids.iter().filter(|kid| refers(kid)).count(), 1);
                assert_eq!(link.get(b"P").unwrap().as_reference().unwrap(), page);
                links += 1;
                keys += 1;
            }
        }
        assert_eq!(keys, parents.len());
        assert!(links >= 7, "{links} links");
    }
}

#[test]
fn a_link_covers_its_words_and_says_where_it_leads() {
    let bytes = render(&linked(), &Look::built_in()).unwrap();
    let pdf = Pdf::read(&bytes);
    let pages: Vec<ObjectId> = pdf.file.get_pages().into_values().collect();
    let mut led = Vec::new();
    for (page, shown) in pages.iter().zip(&pdf.pages) {
        for (_, link) in links_of(&pdf.file, *page) {
            let numbers = |key: &[u8]| -> Vec<f64> {
                link.get(key)
                    .map(|it| list(&pdf.file, it))
                    .unwrap_or_default()
                    .into_iter()
                    .map(number)
                    .collect()
            };
            let rect = numbers(b"Rect");
            let quads = numbers(b"QuadPoints");
            let areas: Vec<[f64; 4]> = match quads.len() {
                0 => vec![[rect[0], rect[1], rect[2], rect[3]]],
                _ => quads.chunks(8).map(|it| [it[0], it[5], it[2], it[1]]).collect(),
            };
            let covered = shown.pieces.iter().filter(|piece| {
                areas.iter().any(|&[left, bottom, right, top]| {
                    let inside = piece.left >= left - 0.02 && piece.right <= right + 0.02;
                    inside && bottom < piece.baseline && piece.baseline < top
                })
            });
            let words: String = covered.map(|piece| piece.text.trim_end()).collect();
            let text = |key: &[u8]| lopdf::decode_text_string(link.get(key).unwrap()).unwrap();
            let action = dict(&pdf.file, link.get(b"A").unwrap());
            let target = lopdf::decode_text_string(action.get(b"URI").unwrap()).unwrap();
            assert!(target.ends_with(&words) && words.len() > 5, "{target} on {words:?}");
            assert!(text(b"Contents").ends_with(&words));
            assert_eq!(areas.len() > 1, words == LONG);
            led.push(words);
        }
    }
    assert!(led.contains(&LONG.to_owned()) && led.contains(&"naam@voorbeeld.example".to_owned()), "{led:?}");
}

#[test]
fn an_address_breaks_only_after_a_slash_and_only_if_it_must() {
    for offset in 0..60 {
        let mut letter = one_page();
        let filler = "x".repeat(offset);
        let short = "https://www.voorbeeld.example/bezwaarschriften/tijdelijke-bescherming";
        letter.body = vec![paragraph(&format!("{filler} Lees hierover meer op {short} of op {LONG}."))];
        let layout = laid_out(&letter);
        measure::all_inside(&layout);
        let lines = measure::lines(&layout);
        assert!(lines.iter().any(|line| line == short), "{offset}: {lines:?}");
        let first = lines.iter().position(|line| LONG.starts_with(&**line)).unwrap();
        let parts: Vec<&str> = lines[first..].iter().take(3).map(String::as_str).collect();
        let shown: Vec<&str> = parts.into_iter().filter(|part| LONG.contains(part)).collect();
        assert_eq!(shown.concat(), LONG);
        assert!(shown[..shown.len() - 1].iter().all(|part| part.ends_with('/')), "{shown:?}");
    }
}
