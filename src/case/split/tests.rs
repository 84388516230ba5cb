//! Tests where a file is cut, and that an error in one document does not affect another.

use super::lines::KEPT;
use super::*;
use std::io::{BufReader, Read};

fn shape(bytes: &[u8]) -> Vec<(u32, u32, String)> {
    split(bytes)
        .into_iter()
        .map(|d| (d.number, d.first_line, d.text.unwrap_or_else(|e| e.code.as_str().to_owned())))
        .collect()
}

fn of(items: &[(u32, u32, &str)]) -> Vec<(u32, u32, String)> {
    items.iter().map(|(n, l, t)| (*n, *l, (*t).to_owned())).collect()
}

#[test]
fn a_file_without_marker_is_one_document() {
    assert_eq!(shape(b"a: b\nc: d\n"), of(&[(1, 1, "a: b\nc: d\n")]));
    assert_eq!(shape(b"a: b"), of(&[(1, 1, "a: b")]));
}

#[test]
fn a_file_is_cut_at_markers_and_keeps_its_line_numbers() {
    assert_eq!(
        shape(b"---\na: b\n---\nc: d\n--- # twee\n--- {e: f}\n"),
        of(&[(1, 1, "---\na: b\n"), (2, 3, "---\nc: d\n"), (3, 5, "--- # twee\n"), (4, 6, "--- {e: f}\n")])
    );
}

#[test]
fn what_only_looks_like_a_marker_does_not_cut() {
    let text = "a: >-\n  ---\n  x\nb: |\n   --- y\nc: ---d\n----\n";
    assert_eq!(shape(text.as_bytes()), of(&[(1, 1, text)]));
}

#[test]
fn a_marker_in_the_first_column_ends_a_block_scalar() {
    assert_eq!(shape(b"a: |\n  x\n---\nb: c\n"), of(&[(1, 1, "a: |\n  x\n"), (2, 3, "---\nb: c\n")]));
}

#[test]
fn comments_and_directives_above_a_marker_belong_to_its_document() {
    let text = "# zaken\n%YAML 1.2\n\n---\na: b\n";
    assert_eq!(shape(text.as_bytes()), of(&[(1, 1, text)]));
}

#[test]
fn an_end_line_ends_a_document() {
    assert_eq!(
        shape(b"a: b\n...\n# tussen\n---\nc: d\n...\n"),
        of(&[(1, 1, "a: b\n...\n"), (2, 3, "# tussen\n---\nc: d\n...\n")])
    );
    assert_eq!(shape(b"a: b\n...\nc: d\n"), of(&[(1, 1, "a: b\n...\n"), (2, 3, "c: d\n")]));
}

#[test]
fn an_empty_file_is_one_empty_document() {
    assert_eq!(shape(b""), of(&[(1, 1, "")]));
    assert_eq!(shape(b"# niets\n"), of(&[(1, 1, "# niets\n")]));
    assert_eq!(shape(b"---\n"), of(&[(1, 1, "---\n")]));
}

#[test]
fn a_trailing_marker_is_no_document_but_one_in_between_is() {
    assert_eq!(shape(b"a: b\n---\n# einde\n"), of(&[(1, 1, "a: b\n")]));
    assert_eq!(
        shape(b"a: b\n---\n---\nc: d\n"),
        of(&[(1, 1, "a: b\n"), (2, 2, "---\n"), (3, 3, "---\nc: d\n")])
    );
}

#[test]
fn crlf_cr_and_byte_order_marks_are_understood() {
    assert_eq!(
        shape(b"\xEF\xBB\xBF---\r\na: b\r\n---\r\nc: d\r\n"),
        of(&[(1, 1, "---\r\na: b\r\n"), (2, 3, "---\r\nc: d\r\n")])
    );
    assert_eq!(shape(b"a: b\r---\rc: d\r"), of(&[(1, 1, "a: b\r"), (2, 2, "---\rc: d\r")]));
    assert_eq!(shape(b"a: b\n\xEF\xBB\xBF---\nc: d\n"), of(&[(1, 1, "a: b\n"), (2, 2, "---\nc: d\n")]));
}

#[test]
fn a_document_that_is_not_utf8_names_its_line_and_affects_no_other() {
    let documents = split(b"---\na: b\nc: \xE9\n---\nd: e\n");
    let error = documents[0].text.as_ref().unwrap_err();
    assert_eq!((error.code, error.at[0].line, error.at[0].column), (Code::NotUtf8, 3, 4));
    assert_eq!(documents[1].text.as_deref(), Ok("---\nd: e\n"));
}

#[test]
fn utf16_is_refused_with_a_hint() {
    let error = split(b"\xFF\xFEa\0:\0\n\0")[0].text.clone().unwrap_err();
    assert_eq!((error.code, error.at[0].line), (Code::NotUtf8, 1));
    assert!(error.hint.unwrap().contains("UTF-16"));
}

#[test]
fn a_document_over_the_limit_is_refused_and_affects_no_other() {
    let fits = format!("a: {}\n", "x".repeat(MAX_BYTES - 4));
    assert_eq!(fits.len(), MAX_BYTES);
    assert_eq!(shape(fits.as_bytes())[0].2.len(), MAX_BYTES);
    let mut bytes = b"a: ".to_vec();
    bytes.extend(std::iter::repeat_n(b'x', 2 * MAX_BYTES));
    bytes.extend_from_slice(b"\n---\nb: c\n");
    assert_eq!(shape(&bytes), of(&[(1, 1, "F105"), (2, 2, "---\nb: c\n")]));
    let lines = format!("{}---\nb: c\n", "a: bcdefgh\n".repeat(200_000));
    assert_eq!(shape(lines.as_bytes()), of(&[(1, 1, "F105"), (2, 200_001, "---\nb: c\n")]));
}

#[test]
fn a_document_near_the_limit_takes_nothing_from_the_next() {
    let first = format!("a: {}\n", "x".repeat(MAX_BYTES - 40));
    let second = format!("--- {{a: {}}}\n", "y".repeat(500));
    let text = first.clone() + &second;
    assert_eq!(shape(text.as_bytes()), of(&[(1, 1, &first), (2, 2, &second)]));
}

/// Gives its bytes one at a time, as a slow pipe may do.
struct Drip<'a>(&'a [u8]);

impl Read for Drip<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match (self.0.split_first(), out.first_mut()) {
            (Some((byte, rest)), Some(slot)) => {
                *slot = *byte;
                self.0 = rest;
                Ok(1)
            }
            _ => Ok(0),
        }
    }
}

#[test]
fn a_slow_reader_gives_the_same_documents() {
    let text = b"# x\r\n---\r\na: b\r\n---\nc: d\r---\ne: f\n...\n";
    let slow: Vec<Document> =
        documents(BufReader::with_capacity(1, Drip(text))).map(Result::unwrap).collect();
    assert_eq!(slow, split(text));
    assert_eq!(slow.len(), 3);
}

/// One line of 64 MiB, far over the limit, to show that the rest of it is not kept.
#[test]
fn a_line_far_over_the_limit_is_refused() {
    let endless = io::repeat(b'x').take(64 << 20);
    let mut documents = documents(BufReader::new(endless));
    let document = documents.next().unwrap().unwrap();
    assert_eq!(document.text.unwrap_err().code, Code::TooLarge);
    assert!(documents.next().is_none());
}

#[test]
fn a_failing_reader_ends_the_documents() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("stuk"))
        }
    }
    let mut documents = documents(BufReader::new(Broken));
    assert!(documents.next().unwrap().is_err());
    assert!(documents.next().is_none());
}

#[test]
fn the_bytes_of_a_span_give_the_same_document() {
    let long = format!("a: {}\n--- # te lang\n", "x".repeat(2 * KEPT));
    for file in [
        b"".as_slice(),
        b"# niets\n",
        b"a: b",
        b"\xEF\xBB\xBFa: b\r\n---\r\nc: d\r---\n\n# x\n...\n# y\n%YAML 1.2\n---\ne: \xFF\n...\n",
        long.as_bytes(),
    ] {
        let mut end = 0;
        for document in split(file) {
            let Span { offset, length, column } = document.span;
            assert_eq!((offset, column), (end, 0));
            end = offset + length;
            let from = |at: u64| usize::try_from(at).unwrap();
            let bytes = file[from(offset)..from(end)].to_vec();
            assert_eq!(Document::of(document.number, document.first_line, document.span, bytes), document);
        }
    }
}

#[test]
fn a_span_gives_a_document_of_json_again() {
    let file = "[ {\"a\": \"é\"}, {\"b\": 2},\r\n  {\"c\": 3} ]\n{\"d\": 4} {\"e\": 5}\n".as_bytes();
    let documents = split(file);
    assert_eq!(documents.len(), 5);
    for document in documents {
        let Span { offset, length, .. } = document.span;
        let from = |at: u64| usize::try_from(at).unwrap();
        let bytes = file[from(offset)..from(offset + length)].to_vec();
        assert_eq!(Document::of(document.number, document.first_line, document.span, bytes), document);
    }
}

/// Number, first line and text of each document; a text begins with the spaces that stand for its column.
#[test]
fn json_may_be_a_list_or_one_value_a_line() {
    let lines = "{\"a\": {\"b\": \"}\"}}\n{\"c\": [1, {\"d\": \"\\\"{\"}]}\r\n\n{\"e\": 1}";
    assert_eq!(
        shape(lines.as_bytes()),
        of(&[
            (1, 1, "{\"a\": {\"b\": \"}\"}}\n"),
            (2, 2, "{\"c\": [1, {\"d\": \"\\\"{\"}]}\r\n\n"),
            (3, 4, "{\"e\": 1}")
        ])
    );
    let list = "[\n  {\"a\": 1},\n  {\n    \"b\": [{}, {}]\n  } , {\"c\": 2}\n]\n";
    assert_eq!(
        shape(list.as_bytes()),
        of(&[(1, 2, "  {\"a\": 1}"), (2, 3, "  {\n    \"b\": [{}, {}]\n  }"), (3, 5, "      {\"c\": 2}")])
    );
    assert_eq!(
        shape(b"[{\"a\": 1},{\"b\": 2}]"),
        of(&[(1, 1, " {\"a\": 1}"), (2, 1, &format!("{}{{\"b\": 2}}", " ".repeat(10)))])
    );
    assert_eq!(
        shape(b"\xEF\xBB\xBF{\"a\": 1} {\"b\": 2}"),
        of(&[(1, 1, "{\"a\": 1} "), (2, 1, "         {\"b\": 2}")])
    );
    assert_eq!(
        shape(b"[{\"a\": 1}]\n[{\"b\": 2}]\n---\nc: d\n--- [x]\n"),
        of(&[(1, 1, " {\"a\": 1}"), (2, 2, " {\"b\": 2}"), (3, 3, "---\nc: d\n"), (4, 5, "--- [x]\n")])
    );
}

#[test]
fn yaml_in_brackets_is_one_document_as_before() {
    for text in [
        "{zaak: {kenmerk: O'Neill}} # {\n",
        "{\n  zaak: 'a}',\n  b: c}\n",
        "[a, b]\n",
        "[]\n",
        "{\"a\":\n  'b}'\n}\nx: y\n",
        "{\"a\": \"een\n  {twee} drie\"}\n",
    ] {
        assert_eq!(shape(text.as_bytes()), of(&[(1, 1, text)]));
    }
}

#[test]
fn a_broken_value_costs_no_other() {
    for broken in ["{\"a\": {\"b\": 1}", "{\"a\": \"x", "{\"a\": 1,", "{\"a\": [1", "{\"a\": [{}"] {
        let text = format!("{broken}\n{{\"c\": 2}}\n");
        assert_eq!(
            shape(text.as_bytes()),
            of(&[(1, 1, &format!("{broken}\n")), (2, 2, "{\"c\": 2}\n")]),
            "{broken}"
        );
        let text = format!("{broken}\n---\nc: d\n");
        assert_eq!(
            shape(text.as_bytes()),
            of(&[(1, 1, &format!("{broken}\n")), (2, 2, "---\nc: d\n")]),
            "{broken}"
        );
        let text = format!("[{broken}\n{{\"c\": 2}}]\n");
        assert_eq!(
            shape(text.as_bytes()),
            of(&[(1, 1, &format!(" {broken}\n")), (2, 2, "{\"c\": 2}")]),
            "{broken}"
        );
    }
    assert_eq!(
        shape(b"[{\"a\": 1}, 2, \"x, y\",\n{\"b\": 3}]"),
        of(&[
            (1, 1, " {\"a\": 1}"),
            (2, 1, &format!("{}2", " ".repeat(11))),
            (3, 1, &format!("{}\"x, y\"", " ".repeat(14))),
            (4, 2, "{\"b\": 3}")
        ])
    );
}

#[test]
fn a_list_without_its_end_says_so() {
    let documents = split(b"[{\"a\": 1},\n");
    assert_eq!(documents[0].text.as_deref(), Ok(" {\"a\": 1}"));
    let error = documents[1].text.as_ref().unwrap_err();
    assert_eq!((error.code, error.at[0].line, documents.len()), (Code::Syntax, 2, 2));
    assert!(error.message.contains("lijst met zaken"));
    assert_eq!(split(b"[{\"a\": 1").len(), 1);
}

#[test]
fn a_long_line_of_json_is_read_value_by_value() {
    let value = format!("{{\"a\": \"{}\"}}", "x".repeat(1000));
    let list = format!("[{}]", vec![value.as_str(); 3000].join(","));
    assert!(list.len() > 2 * MAX_BYTES);
    let documents = split(list.as_bytes());
    assert_eq!(documents.len(), 3000);
    assert_eq!(documents[2999].text.as_deref(), Ok(value.as_str()));
    let large = format!("[{{\"a\": \"{}\"}},{{\"b\": 1}}]", "x".repeat(2 * MAX_BYTES));
    assert_eq!(shape(large.as_bytes()), of(&[(1, 1, "F105"), (2, 1, "{\"b\": 1}")]));
}

#[test]
fn a_document_without_its_end_is_refused_where_it_may_be_cut_off() {
    let codes = |text: &str| -> Vec<String> {
        let whole = whole_documents(BufReader::with_capacity(1, text.as_bytes())).map(Result::unwrap);
        whole
            .map(|d| d.text.map_or_else(|error| error.code.as_str().to_owned(), |_| "heel".to_owned()))
            .collect()
    };
    for (text, expected) in [
        ("a: b\n---\nc: d", vec!["heel", "F104"]),
        ("a: b", vec!["F104"]),
        ("{a: b}", vec!["F104"]),
        ("{\"a\": 1", vec!["F104"]),
        ("{\"a\": 1}\n[{\"b\": 2}", vec!["heel", "heel", "F104"]),
        ("a: b\n", vec!["heel"]),
        ("a: b\r", vec!["heel"]),
        ("a: b\n# einde", vec!["F104"]),
        ("a: b\n...", vec!["heel"]),
        ("{\"a\": 1}", vec!["heel"]),
        ("{\"a\": 1}  ", vec!["heel"]),
        ("[{\"a\": 1}]", vec!["heel"]),
        ("", vec!["heel"]),
    ] {
        assert_eq!(codes(text), expected, "{text:?}");
    }
    let last = whole_documents(BufReader::new(b"---\na: b\nc: d".as_slice())).last().unwrap().unwrap();
    let error = last.text.unwrap_err();
    assert_eq!((error.at[0].line, error.at[0].column), (3, 5));
    assert!(split(b"a: b")[0].text.is_ok());
}
