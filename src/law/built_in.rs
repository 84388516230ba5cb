//! The tables that the program was built with, as YAML and as JSON.
//!
//! People write and read the YAML; it alone is hashed and shown. JSON is read ten times as fast, and a program that makes one
//! letter reads all tables first. `data/rules` holds what a test makes of each table; the types that read it are the same.

/// The tables of `letter-templates/rules`: each YAML with its JSON.
struct BuiltIn {
    yaml: &'static str,
    json: &'static str,
}

macro_rules! built_in {
    ($($constant:ident $name:literal: $doc:literal;)*) => {
        $(
            #[doc = $doc]
            pub const $constant: &str = include_str!(concat!("../../letter-templates/rules/", $name, ".yaml"));
        )*

        const TABLES: &[BuiltIn] = &[
            $(BuiltIn { yaml: $constant, json: include_str!(concat!("../../data/rules/", $name, ".json")) }),*
        ];
    };
}

built_in! {
    RULES "rules": "The rules of the Werkinstructie and of the program.";
    GROUNDS "grounds": "The grounds.";
    REMEDIES "remedies": "The remedies.";
    TERMS "terms": "The terms.";
    LIMITS "limits": "The numbers and days of the law.";
    RTB "rtb": "The periods of the RTB.";
    GELIJKGESTELDE_DAGEN "gelijkgestelde-dagen": "The days that the Atw treats as feestdagen.";
    SOURCES "sources": "The versions of the sources.";
    FACTS "facts": "Which facts bear on what.";
}

/// The same table as JSON; `None` for a text that is not as it was built in.
pub(super) fn as_json(yaml: &str) -> Option<&'static str> {
    TABLES.iter().find(|table| table.yaml == yaml).map(|table| table.json)
}
