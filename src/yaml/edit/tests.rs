//! Edits of texts as people write them: the value changes, nothing else does.

use super::*;

/// Keys in the order of the alphabet, with a note above those that begin with `n`.
struct Alphabet;

impl Layout for Alphabet {
    fn rank(&self, _: &[Part], key: &str) -> usize {
        key.bytes().next().map_or(0, usize::from)
    }

    fn note(&self, path: &[Part]) -> Vec<String> {
        match path.last() {
            Some(Part::Key(key)) if key.starts_with('n') => vec![format!("over {key}")],
            _ => Vec::new(),
        }
    }
}

fn edit(text: &str, path: &str, value: New) -> String {
    set(text, &parts_of(path), &value, &Alphabet).unwrap_or_else(|_| panic!("{path} in\n{text}"))
}

fn plain(word: &str) -> New {
    New::Plain(word.to_owned())
}

#[test]
fn a_key_is_added_in_its_place() {
    assert_eq!(edit("", "b.a", plain("1")), "b:\n  a: 1\n");
    assert_eq!(edit("b:\n  a: 1\n", "b.c", plain("2")), "b:\n  a: 1\n  c: 2\n");
    assert_eq!(edit("b:\n  c: 1\n", "b.a", plain("2")), "b:\n  a: 2\n  c: 1\n");
    assert_eq!(edit("b: 1\n", "a.n", plain("2")), "a:\n  # over n\n  n: 2\nb: 1\n");
    assert_eq!(edit("a: 1\nd: 4", "c", plain("3")), "a: 1\nc: 3\nd: 4");
    assert_eq!(edit("a: 1", "c", plain("3")), "a: 1\nc: 3\n");
    assert_eq!(
        edit("# een zaak\na:\n  b: |\n    # regel\n    nog een\n\n# over d\nd: 4\n", "c", plain("3")),
        "# een zaak\na:\n  b: |\n    # regel\n    nog een\nc: 3\n\n# over d\nd: 4\n",
    );
}

#[test]
fn a_key_without_a_value_is_filled_and_its_comment_stays() {
    assert_eq!(edit("a:   # wat\nb: 1\n", "a", plain("2")), "a: 2  # wat\nb: 1\n");
    assert_eq!(edit("a: ~\n", "a", plain("2")), "a: 2\n");
    assert_eq!(edit("a:\n  # b:\nc: 1\n", "a.b", plain("2")), "a:\n  b: 2\n  # b:\nc: 1\n");
    let text = New::Text("een\ntwee".to_owned());
    assert_eq!(edit("a:\nc: 1\n", "a", text), "a: |-\n  een\n  twee\nc: 1\n");
}

#[test]
fn a_value_is_replaced_or_taken_away() {
    assert_eq!(edit("a: 1  # oud\nb: 2\n", "a", plain("3")), "a: 3  # oud\nb: 2\n");
    assert_eq!(edit("a: 'x # y'\n", "a", plain("3")), "a: 3\n");
    assert_eq!(edit("a: |\n  x\n  y\nb: 2\n", "a", plain("3")), "a: 3\nb: 2\n");
    assert_eq!(edit("a:\n- x\n- y\nb: 2\n", "a", New::Nothing), "a:\nb: 2\n");
    assert_eq!(edit("a: {b: 1, c: [2, 3]}\n", "a.c", plain("4")), "a: {b: 1, c: 4}\n");
}

#[test]
fn brackets_stay_brackets() {
    assert_eq!(edit("a: {b: 1}\n", "a.c", New::Text("x, y".to_owned())), "a: {b: 1, c: \"x, y\"}\n");
    assert_eq!(edit("a: {}\n", "a.c", plain("1")), "a: {c: 1}\n");
    assert_eq!(edit("a: {b: 'x}', # }\n  d: 1}\n", "a.c", plain("1")), "a: {b: 'x}', # }\n  d: 1, c: 1}\n");
    assert_eq!(edit("a: [{b: 1}]\n", "a[1].b", plain("2")), "a: [{b: 1}, {b: 2}]\n");
    assert_eq!(edit("{\"a\": 1}", "b", plain("2")), "{\"a\": 1, b: 2}");
}

#[test]
fn items_are_added_and_taken_away() {
    let list = "a:\n- b: 1\n  c: 2\nd: 4\n";
    assert_eq!(edit(list, "a[1].b", plain("3")), "a:\n- b: 1\n  c: 2\n- b: 3\nd: 4\n");
    assert_eq!(edit(list, "a[0].c", plain("5")), "a:\n- b: 1\n  c: 5\nd: 4\n");
    assert_eq!(edit("a:\n  - b:\n", "a[0].b", plain("5")), "a:\n  - b: 5\n");
    assert_eq!(edit("d: 4\n", "a[0].b", plain("5")), "a:\n  - b: 5\nd: 4\n");
    let two = "a:\n  - b: 1\n    c: 2\n  - b: 3\nd: 4\n";
    assert_eq!(remove_item(two, &parts_of("a"), 0).as_deref(), Ok("a:\n  - b: 3\nd: 4\n"));
    assert_eq!(remove_item(two, &parts_of("a"), 1).as_deref(), Ok("a:\n  - b: 1\n    c: 2\nd: 4\n"));
}

#[test]
fn what_cannot_be_reached_is_left_alone() {
    for (text, path) in
        [("a: [1, 2]\n", "a[0]"), ("a: 1\n", "a.b"), ("a: {\n  b: 1\n}\n", "a"), ("a: [", "a")]
    {
        assert_eq!(set(text, &parts_of(path), &plain("9"), &Alphabet), Err(Unreachable), "{text}");
    }
    assert_eq!(remove_item("a: [1]\n", &parts_of("a"), 0), Err(Unreachable));
}
