//! Writes a value of JSON for people too: what fits on a line stands on one.

use serde_json::Value;

/// The width of a line.
const WIDTH: usize = 120;

/// The text of a value, with a line break at its end.
pub fn written(value: &Value) -> String {
    let mut out = String::new();
    write(&mut out, value, 0, 0);
    out.push('\n');
    out
}

/// Writes a value at a depth of indentation, with `taken` characters before it on its line.
fn write(out: &mut String, value: &Value, depth: usize, taken: usize) {
    let line = on_a_line(value);
    if 2 * depth + taken + line.chars().count() <= WIDTH {
        out.push_str(&line);
        return;
    }
    match value {
        Value::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| (format!("{}: ", name(key)), value));
            lines(out, ['{', '}'], entries, depth);
        }
        Value::Array(items) => lines(out, ['[', ']'], items.iter().map(|item| (String::new(), item)), depth),
        _ => out.push_str(&line),
    }
}

fn lines<'v>(
    out: &mut String,
    [open, close]: [char; 2],
    entries: impl Iterator<Item = (String, &'v Value)>,
    depth: usize,
) {
    out.push(open);
    for (place, (key, value)) in entries.enumerate() {
        out.push_str(if place == 0 { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(depth + 1));
        out.push_str(&key);
        write(out, value, depth + 1, key.chars().count() + 1);
    }
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push(close);
}

fn on_a_line(value: &Value) -> String {
    match value {
        Value::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{}: {}", name(key), on_a_line(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(on_a_line).collect::<Vec<_>>().join(", "))
        }
        _ => value.to_string(),
    }
}

fn name(key: &str) -> String {
    Value::from(key).to_string()
}

#[cfg(test)]
mod tests {
    use super::written;
    use serde_json::{Value, json};

    #[test]
    fn what_fits_stands_on_a_line_and_all_of_it_is_there() {
        let long = "woord ".repeat(30);
        let value = json!({"a": [1, 2, {"b": null}], "c\"": {"d": long, "e": [true]}, "f": {}});
        let text = written(&value);
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[..3], ["{", "  \"a\": [1, 2, {\"b\": null}],", "  \"c\\\"\": {"]);
        assert_eq!(lines[4..], ["    \"e\": [true]", "  },", "  \"f\": {}", "}"]);
    }
}
