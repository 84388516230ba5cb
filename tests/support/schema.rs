//! A validator for the part of JSON Schema that `schema/uitkomst.schema.json` uses.
//!
//! It is stricter than the standard where a test wants to know more: a key that a schema does not name is an error, so that no
//! output has a key that the schema keeps silent about. A keyword that it does not know stops the test.

use serde_json::Value;
use std::fs;

/// A schema with its definitions.
pub struct Schema(Value);

impl Schema {
    /// The schema of a file below the repository.
    pub fn read(file: &str) -> Self {
        Self(serde_json::from_str(&fs::read_to_string(crate::support::root(file)).unwrap()).unwrap())
    }

    /// The names of its definitions.
    pub fn definitions(&self) -> impl Iterator<Item = &str> {
        self.0["$defs"].as_object().unwrap().keys().map(String::as_str)
    }

    /// What is wrong with a value, by the definition of this name; `None` when nothing is.
    pub fn wrong(&self, definition: &str, value: &Value) -> Option<String> {
        self.check(&self.0["$defs"][definition], value, "").err()
    }

    fn check(&self, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
        let rules = schema.as_object().ok_or_else(|| format!("{at}: no such schema"))?;
        rules.iter().try_for_each(|(keyword, rule)| {
            let holds = match keyword.as_str() {
                "description" | "required" => true,
                "$ref" => {
                    let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                    return self.check(&self.0["$defs"][name], value, at);
                }
                "anyOf" => {
                    let each = rule.as_array().unwrap().iter().map(|one| self.check(one, value, at));
                    let wrong: Vec<String> = each.clone().filter_map(Result::err).collect();
                    if wrong.len() == each.count() {
                        return Err(format!("{at}: none of these: {wrong:?}"));
                    }
                    true
                }
                "const" => rule == value,
                "enum" => rule.as_array().unwrap().contains(value),
                "type" => match rule {
                    Value::Array(types) => types.iter().any(|one| is_of(one, value)),
                    one => is_of(one, value),
                },
                "pattern" => value.as_str().is_none_or(|text| matches(rule.as_str().unwrap(), text)),
                "items" => {
                    let mut items = value.as_array().into_iter().flatten().enumerate();
                    return items
                        .try_for_each(|(place, item)| self.check(rule, item, &format!("{at}[{place}]")));
                }
                "properties" => return self.properties(rules, value, at),
                "additionalProperties" if *rule == Value::Bool(true) => true,
                "additionalProperties" => {
                    let mut values = value.as_object().into_iter().flatten();
                    return values.try_for_each(|(key, one)| self.check(rule, one, &format!("{at}.{key}")));
                }
                other => panic!("this validator does not know `{other}`"),
            };
            if holds { Ok(()) } else { Err(format!("{at}: {value} is not {keyword} {rule}")) }
        })
    }

    fn properties(
        &self,
        rules: &serde_json::Map<String, Value>,
        value: &Value,
        at: &str,
    ) -> Result<(), String> {
        let Some(object) = value.as_object() else { return Ok(()) };
        for key in rules["required"].as_array().unwrap() {
            if !object.contains_key(key.as_str().unwrap()) {
                return Err(format!("{at}: {key} is missing"));
            }
        }
        object.iter().try_for_each(|(key, one)| match rules["properties"].get(key) {
            Some(rule) => self.check(rule, one, &format!("{at}.{key}")),
            None => Err(format!("{at}: the schema does not name {key}")),
        })
    }
}

fn is_of(name: &Value, value: &Value) -> bool {
    match name.as_str().unwrap() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no type `{other}`"),
    }
}

/// The patterns of the schema, each written out.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match pattern {
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => {
            let parts: Vec<&str> = text.split('-').collect();
            parts.iter().map(|part| part.len()).eq([4, 2, 2]) && parts.iter().all(|part| digits(part))
        }
        "^[0-9a-f]{64}$" => {
            text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        }
        "^(F[1-7]|V)[0-9]{2,3}$" => {
            let rest = text.strip_prefix('V').or_else(|| {
                let rest = text.strip_prefix('F')?;
                rest.strip_prefix(|class| ('1'..='7').contains(&class))
            });
            rest.is_some_and(|rest| digits(rest) && (2..=3).contains(&rest.len()))
        }
        other => panic!("this validator does not know the pattern {other}"),
    }
}
