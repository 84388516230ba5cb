//! Finds one value at the beginning of a document, without reading the rest.

use super::events::events;
use super::limits::MAX_BYTES;
use serde_saphyr::granit_parser::Event;

/// A block or list that is open.
struct Level {
    /// Whether the keys of the blocks around it are those that are looked for.
    fits: bool,
    /// Whether it has keys.
    is_block: bool,
    /// The key whose value comes next.
    key: Option<String>,
}

/// The single value that stands at these keys, each in the block of the one before; the first where a key stands twice.
/// Nothing behind it is read, so nothing is known of the rest of the document. `None` where there is no such value, or
/// where the document is no YAML before it.
#[must_use]
pub fn find_scalar(text: &str, keys: &[&str]) -> Option<String> {
    if text.len() > MAX_BYTES {
        return None;
    }
    let mut open: Vec<Level> = Vec::new();
    let mut documents = 0;
    for next in events(text) {
        let depth = open.len();
        let fits = match open.last() {
            None => true,
            Some(level) => level.fits && level.key.as_deref() == keys.get(depth - 1).copied(),
        };
        match next.ok()?.0 {
            Event::DocumentStart(..) => {
                documents += 1;
                if documents > 1 {
                    return None;
                }
            }
            Event::Scalar(value, ..) => {
                let level = open.last_mut()?;
                match level.key {
                    None if level.is_block => level.key = Some(value.into_owned()),
                    _ if level.is_block && fits && depth == keys.len() => {
                        return Some(value.into_owned());
                    }
                    _ => level.key = None,
                }
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => passed(open.last_mut()),
            Event::MappingStart(..) => open.push(Level { fits, is_block: true, key: None }),
            Event::SequenceStart(..) => open.push(Level { fits: false, is_block: false, key: None }),
            Event::MappingEnd | Event::SequenceEnd => {
                open.pop();
                passed(open.last_mut());
            }
            _ => {}
        }
    }
    None
}

/// Goes on behind a value, or behind a key that is no single value.
fn passed(level: Option<&mut Level>) {
    if let Some(level) = level {
        level.key = if level.is_block && level.key.is_none() { Some(String::new()) } else { None };
    }
}

#[cfg(test)]
mod tests {
    use super::find_scalar;

    #[test]
    fn a_value_is_found_where_it_stands_and_nothing_behind_it_is_read() {
        let find = |text: &str| find_scalar(text, &["zaak", "kenmerk"]);
        let found = Some("K-1".to_owned());
        for text in [
            "zaak:\n  kenmerk: K-1\n",
            "zaak: {kenmerk: K-1}",
            "{\"zaak\": {\"kenmerk\": \"K-1\"}}",
            "feiten:\n  kenmerk: F\nstap: [zaak, {kenmerk: L}]\nzaak:\n  behandelaar: x\n  kenmerk: 'K-1'\n",
            "zaak:\n  kenmerk: K-1\n  kenmerk: K-2\nzaak:\n  kenmerk: K-3\n",
            "zaak:\n  kenmerk: K-1\nkapot: [\n",
            "zaak:\n  behandelaar: {a: [b]}\n  kenmerk: K-1\n",
            "{a: b}: c\nzaak:\n  kenmerk: K-1\n",
        ] {
            assert_eq!(find(text), found, "{text}");
        }
        for text in [
            "",
            "zaak",
            "kenmerk: K-1",
            "zaak:\n- kenmerk: K-1\n",
            "- zaak:\n    kenmerk: K-1\n",
            "zaak: {kenmerk: [K-1]}",
            "zaak: {a: {kenmerk: K-1}}",
            "a:\n  zaak:\n    kenmerk: K-1\n",
            "kapot: [\nzaak:\n  kenmerk: K-1\n",
            "a: b\n---\nzaak:\n  kenmerk: K-1\n",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
