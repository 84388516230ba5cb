//! Error messages in Dutch for a wrong command line, one for each kind of error of clap.

use super::usage::Usage;
use crate::diagnostic::character::shown;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// A wrong command line as wrong use.
#[must_use]
pub fn usage(error: &Error) -> Usage {
    Usage::new(message(error))
}

/// The message for a wrong command line, without a line break at its end.
fn message(error: &Error) -> String {
    let argument = context_text(error, ContextKind::InvalidArg).map(|a| dutch_usage(&a));
    let value = context_text(error, ContextKind::InvalidValue);
    let named = |fallback: &str| argument.clone().unwrap_or_else(|| fallback.to_owned());
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => format!("onbekende optie of argument: {}", named("?")),
        ErrorKind::InvalidSubcommand => {
            format!(
                "onbekende opdracht: {}",
                context_text(error, ContextKind::InvalidSubcommand).unwrap_or_default()
            )
        }
        ErrorKind::InvalidValue if value.as_deref().is_none_or(str::is_empty) => {
            format!("{} heeft een waarde nodig", named("de optie"))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("{} past niet bij {}", quoted(value), named("de optie"))
        }
        ErrorKind::MissingRequiredArgument => format!("er ontbreekt iets: {}", named("een argument")),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "er ontbreekt een opdracht".to_owned()
        }
        ErrorKind::ArgumentConflict => format!(
            "{} gaat niet samen met {}",
            named("de optie"),
            context_text(error, ContextKind::PriorArg)
                .map(|a| dutch_usage(&a))
                .unwrap_or_else(|| "een andere optie".to_owned())
        ),
        ErrorKind::TooManyValues => format!("te veel waarden voor {}", named("de optie")),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("te weinig waarden voor {}", named("de optie"))
        }
        ErrorKind::NoEquals => format!("schrijf een `=` tussen {} en de waarde", named("de optie")),
        ErrorKind::InvalidUtf8 => "een argument is geen geldige tekst".to_owned(),
        _ => "verkeerd gebruik".to_owned(),
    };
    let mut lines = vec![sentence];
    lines.extend(suggestion(error).map(|s| format!("hulp: bedoelde u `{s}`?")));
    if let Some(allowed) = allowed(error) {
        lines.push(format!("hulp: kies uit {allowed}"));
    }
    lines.push("`rtbrief --help` toont het gebruik".to_owned());
    lines.join("\n")
}

fn quoted(value: Option<String>) -> String {
    value.map_or_else(|| "de waarde".to_owned(), |v| format!("`{v}`"))
}

fn context_text(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(s) => Some(shown(s)),
        ContextValue::Strings(list) => Some(shown(&list.join(", "))),
        _ => None,
    }
}

fn suggestion(error: &Error) -> Option<String> {
    [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| match error.get(kind)? {
            ContextValue::String(s) => Some(s.clone()),
            // clap puts the most similar one last.
            ContextValue::Strings(list) => list.last().cloned(),
            _ => None,
        })
}

fn allowed(error: &Error) -> Option<String> {
    context_text(error, ContextKind::ValidValue).filter(|list| !list.is_empty())
}

/// clap writes a repeated argument as `<ZAAK>...`; this puts one `…` in place of the three dots.
fn dutch_usage(argument: &str) -> String {
    argument.replace("...", "…")
}
