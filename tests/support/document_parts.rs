//! Reads the document parts and the bookmarks of a print stream, as a printer's program would, and demands that they hold
//! together (ISO 32000-2, 14.12).

use lopdf::{Dictionary, Document, Object, ObjectId};

/// What a print stream says of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its pages in the stream, from 1, blank ones too: the first and the last.
    pub range: (usize, usize),
    pub number: i64,
    pub id: String,
    pub pages: i64,
    pub sheets: i64,
    pub duplex: bool,
}

fn reference(dictionary: &Dictionary, key: &[u8]) -> ObjectId {
    dictionary.get(key).unwrap().as_reference().unwrap()
}

fn catalog(pdf: &Document) -> &Dictionary {
    pdf.get_dictionary(reference(&pdf.trailer, b"Root")).unwrap()
}

/// The letters of a print stream, read from its document parts.
pub fn parts(pdf: &Document) -> Vec<Part> {
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    let root = reference(catalog(pdf), b"DPartRoot");
    let head = pdf.get_dictionary(root).unwrap();
    let levels = head.get(b"NodeNameList").unwrap().as_array().unwrap();
    assert_eq!((levels.len(), head.get(b"RecordLevel").unwrap().as_i64().unwrap()), (2, 1));
    let top = reference(head, b"DPartRootNode");
    let node = pdf.get_dictionary(top).unwrap();
    assert_eq!(reference(node, b"Parent"), root);
    assert!(!node.has(b"Start"));
    let lists = node.get(b"DParts").unwrap().as_array().unwrap();
    assert!(lists.iter().all(|list| (1..=8191).contains(&list.as_array().unwrap().len())));
    let leaves = lists.iter().flat_map(|list| list.as_array().unwrap());
    let mut next = 0;
    let found = leaves.map(|leaf| {
        let leaf = leaf.as_reference().unwrap();
        let (part, after) = part(pdf, leaf, top, &pages, next);
        next = after;
        part
    });
    let found: Vec<Part> = found.collect();
    assert_eq!(next, pages.len(), "pages of no part");
    found
}

/// A leaf whose first page must be the one at `first`; gives what it says and the place after its last page.
fn part(pdf: &Document, leaf: ObjectId, top: ObjectId, pages: &[ObjectId], first: usize) -> (Part, usize) {
    let node = pdf.get_dictionary(leaf).unwrap();
    assert_eq!(node.get(b"Type").unwrap().as_name().unwrap(), b"DPart");
    assert_eq!(reference(node, b"Parent"), top);
    assert!(!node.has(b"DParts"));
    assert_eq!(reference(node, b"Start"), pages[first], "a part begins elsewhere");
    let last = match node.get(b"End") {
        Ok(end) => pages.iter().position(|page| *page == end.as_reference().unwrap()).unwrap(),
        Err(_) => first,
    };
    assert!(last > first || !node.has(b"End"), "one page has no end");
    for page in &pages[first..=last] {
        assert_eq!(reference(pdf.get_dictionary(*page).unwrap(), b"DPart"), leaf, "a page of another part");
    }
    let said = node.get(b"DPM").unwrap().as_dict().unwrap();
    let keys: Vec<&[u8]> = said.iter().map(|(key, _)| key.as_slice()).collect();
    let known: [&[u8]; 5] = [b"Volgnummer", b"Id", b"Paginas", b"Vellen", b"Dubbelzijdig"];
    assert_eq!(keys, known, "nothing else is said of a letter");
    let number = |key: &[u8]| said.get(key).unwrap().as_i64().unwrap();
    let part = Part {
        range: (first + 1, last + 1),
        number: number(b"Volgnummer"),
        id: String::from_utf8(said.get(b"Id").unwrap().as_str().unwrap().to_vec()).unwrap(),
        pages: number(b"Paginas"),
        sheets: number(b"Vellen"),
        duplex: said.get(b"Dubbelzijdig").unwrap().as_bool().unwrap(),
    };
    (part, last + 1)
}

/// A bookmark: its title, the page to which it leads, from 1, and the titles and pages of those below it.
pub type Bookmark = (String, usize, Vec<(String, usize)>);

/// The bookmarks of a file, of at most two levels.
pub fn bookmarks(pdf: &Document) -> Vec<Bookmark> {
    let root = reference(catalog(pdf), b"Outlines");
    let found: Vec<Bookmark> = below(pdf, root)
        .into_iter()
        .map(|item| {
            let (title, page) = bookmark(pdf, item);
            let inner = pdf.get_dictionary(item).unwrap().has(b"First").then(|| below(pdf, item));
            let inner: Vec<_> = inner.into_iter().flatten().map(|item| bookmark(pdf, item)).collect();
            if !inner.is_empty() {
                let count = pdf.get_dictionary(item).unwrap().get(b"Count").unwrap().as_i64().unwrap();
                assert_eq!(count, -i64::try_from(inner.len()).unwrap(), "a group is closed at first");
            }
            (title, page, inner)
        })
        .collect();
    let shown = pdf.get_dictionary(root).unwrap().get(b"Count").unwrap().as_i64().unwrap();
    assert_eq!(shown, i64::try_from(found.len()).unwrap());
    found
}

fn below(pdf: &Document, parent: ObjectId) -> Vec<ObjectId> {
    let node = pdf.get_dictionary(parent).unwrap();
    let mut found = vec![reference(node, b"First")];
    while let Ok(next) = pdf.get_dictionary(found[found.len() - 1]).unwrap().get(b"Next") {
        let next = next.as_reference().unwrap();
        let item = pdf.get_dictionary(next).unwrap();
        assert_eq!((reference(item, b"Prev"), reference(item, b"Parent")), (found[found.len() - 1], parent));
        found.push(next);
    }
    assert_eq!(found.last(), Some(&reference(node, b"Last")));
    found
}

fn bookmark(pdf: &Document, item: ObjectId) -> (String, usize) {
    let item = pdf.get_dictionary(item).unwrap();
    let target = item.get(b"Dest").and_then(Object::as_array).unwrap()[0].as_reference().unwrap();
    let page = pdf.get_pages().into_iter().find(|(_, page)| *page == target).unwrap().0;
    let title = String::from_utf8(item.get(b"Title").unwrap().as_str().unwrap().to_vec()).unwrap();
    (title, usize::try_from(page).unwrap())
}
