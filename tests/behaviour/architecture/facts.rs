//! Facts and conditions are constants in code: no text outside their declarations is the path of a fact
//! (`feiten.toegekend_op`) or the word of a condition (`a1`).
//!
//! A key that is renamed then changes everywhere, or nothing compiles.

use crate::architecture::source::Source;
use rtbrief::case::model::Keys;
use rtbrief::words::Condition;
use std::collections::BTreeSet;

/// Where the blocks of the case file are declared.
const DECLARATIONS: &str = "src/case/model/";

/// The blocks in which facts stand.
const BLOCKS: &[&str] = &["zaak.", "bekendmaking.", "vreemdeling.", "feiten.", "stap.", "afwijking."];

/// Texts that are allowed all the same: the file, the text and the reason.
const ALLOWED: &[(&str, &str, &str)] = &[];

/// The path of every fact, `[]` where it passes a list.
pub fn paths() -> BTreeSet<&'static str> {
    let paths = Keys::all().flat_map(Keys::rows).map(|key| key.fact.pattern());
    paths.filter(|path| BLOCKS.iter().any(|block| path.starts_with(block))).collect()
}

/// The texts of a file that are the path of a fact or the word of a condition.
pub fn written_as_text(source: &Source, paths: &BTreeSet<&str>) -> Vec<String> {
    let allowed = |text: &str| ALLOWED.iter().any(|(file, it, _)| *file == source.file && *it == text);
    let found = source.strings.iter().filter_map(|text| {
        let what = match text.value.as_str() {
            value if allowed(value) => return None,
            value if paths.contains(pattern(value).as_str()) && !source.file.starts_with(DECLARATIONS) => {
                "fact"
            }
            value if Condition::from_word(value).is_some() && source.room() != "words" => "condition",
            _ => return None,
        };
        Some(format!("{}:{}: the {what} `{}` as a text", source.file, text.line, text.value))
    });
    found.collect()
}

/// The exceptions that no file needs.
pub fn needless(sources: &[Source]) -> Vec<String> {
    let stands = |file: &str, text: &str| {
        let mut own = sources.iter().filter(|source| source.file == file);
        own.any(|source| source.strings.iter().any(|it| it.value == text))
    };
    let gone = ALLOWED.iter().filter(|(file, text, _)| !stands(file, text));
    gone.map(|(file, text, _)| format!("{file}: `{text}` needs no exception")).collect()
}

/// A path without the number of its item, or the placeholder for it: `stap.gronden[0].grond`, `stap.gronden[{n}].grond`
/// are `stap.gronden[].grond`.
fn pattern(text: &str) -> String {
    let mut parts = text.split('[');
    let mut pattern = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        pattern.push_str("[]");
        pattern.push_str(part.split_once(']').map_or(part, |(_, after)| after));
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::{paths, written_as_text};
    use crate::architecture::source::Source;

    #[test]
    fn a_fact_and_a_condition_as_texts_are_seen() {
        let text = "// feiten.toegekend_op\nfn f() {\n    a(\"feiten.toegekend_op\", \"feiten.weg\", \"feiten.\");\n    format!(\"stap.gronden[{item}].motivering\"); b(\"stap.gronden[2].motivering\");\n    c(\"u3\", \"u6\", \"Zie u3\");\n}\n#[cfg(test)]\nmod tests { const A: &str = \"zaak.kenmerk\"; }";
        let seen = |file: &str| written_as_text(&Source::new(file, text), &paths());
        assert_eq!(
            seen("src/decide/mod.rs"),
            [
                "src/decide/mod.rs:3: the fact `feiten.toegekend_op` as a text",
                "src/decide/mod.rs:4: the fact `stap.gronden[{item}].motivering` as a text",
                "src/decide/mod.rs:4: the fact `stap.gronden[2].motivering` as a text",
                "src/decide/mod.rs:5: the condition `u3` as a text",
            ]
        );
        assert_eq!(seen("src/case/model/stap.rs").len(), 1, "declarations may name facts");
        assert_eq!(seen("src/words/condition.rs").len(), 3, "words may name conditions");
    }
}
