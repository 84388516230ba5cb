//! `sjablonen lees`: how each template reads, block by block, with a total.

use super::names::is;
use crate::cli::args::Lees;
use crate::cli::exit::Exit;
use crate::cli::session::Session;
use crate::cli::usage::Usage;
use crate::diagnostic::character::shown;
use crate::letter::TemplateSet;
use crate::letter::is_dutch;
use crate::letter::text_block::{FIELD, TextBlock};
use crate::plain::measure::Measure;
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// How many words of a block are shown, so that its writer knows it again.
const FIRST_WORDS: usize = 5;

/// The width of each column of figures, and of the number of the line before them.
const WIDTH: usize = 9;

/// The heads of the columns, in their order.
const COLUMNS: [&str; 7] = ["regel", "woorden", "zinnen", "per zin", "langste", "lang", "F-Douma"];

/// Runs `rtbrief sjablonen lees`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the templates have an error or a name is not that of a template.
pub fn run(args: &Lees, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let set = session.templates()?;
    for name in chosen(&set, &args.namen)? {
        let measured = |block: TextBlock| {
            let measure = Measure::of(&block.text);
            (block, measure)
        };
        let blocks: Vec<(TextBlock, Measure)> = set.blocks(name).into_iter().map(measured).collect();
        let mut total = Measure::default();
        blocks.iter().for_each(|(_, measure)| total += *measure);
        if args.json {
            session.line(&object(name, &blocks, &total).to_string());
        } else {
            session.text(&text(name, &blocks, &total));
        }
    }
    Ok(Exit::Done)
}

/// The Dutch files of these names, every Dutch file when there are none (the figures say nothing of another language): `fraude`, `grounds/fraude` and `grounds/fraude.md` are the same,
/// and name every version of it.
fn chosen<'a>(set: &'a TemplateSet, names: &[String]) -> Result<Vec<&'a str>, Usage> {
    let dutch = || set.names().filter(|file| is_dutch(file));
    for name in names {
        if !dutch().any(|file| is(file, name)) {
            let name = shown(name);
            return Err(Usage::new(format!(
                "er is geen sjabloon `{name}`\nhulp: `rtbrief sjablonen lees` zonder naam noemt ze alle"
            )));
        }
    }
    Ok(dutch().filter(|file| names.is_empty() || names.iter().any(|name| is(file, name))).collect())
}

/// A template as text: its total, then a row for each block.
fn text(name: &str, blocks: &[(TextBlock, Measure)], total: &Measure) -> String {
    let mut out = format!("{name}\n");
    row(&mut out, COLUMNS.map(str::to_owned), "eerste woorden");
    for (block, measure) in blocks {
        row(&mut out, figures(block.line.to_string(), measure), &first_words(block));
    }
    row(&mut out, figures("totaal".to_owned(), total), "");
    out.push('\n');
    out
}

fn figures(first: String, measure: &Measure) -> [String; 7] {
    [
        first,
        measure.words.to_string(),
        measure.sentences.to_string(),
        dutch(measure.words_a_sentence(), 1),
        measure.longest.to_string(),
        measure.long_words.to_string(),
        dutch(measure.flesch_douma(), 0),
    ]
}

/// Adds a row. The results of `write!` are ignored, because writing to a `String` cannot fail.
fn row(out: &mut String, figures: [String; 7], words: &str) {
    let mut line = String::new();
    for figure in figures {
        let _ = write!(line, "{figure:>WIDTH$}");
    }
    let _ = write!(line, "  {words}");
    let _ = writeln!(out, "{}", line.trim_end());
}

/// A figure with a decimal comma.
fn dutch(figure: Option<f64>, decimals: usize) -> String {
    figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.decimals$}").replace('.', ","))
}

fn first_words(block: &TextBlock) -> String {
    let words = block.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    let words: Vec<&str> = words.map(|word| if word.contains(FIELD) { "…" } else { word }).collect();
    let more = if words.len() > FIRST_WORDS { " …" } else { "" };
    format!("{}{more}", words.get(..FIRST_WORDS).unwrap_or(&words).join(" "))
}

fn object(name: &str, blocks: &[(TextBlock, Measure)], total: &Measure) -> Value {
    let blocks = blocks.iter().map(|(block, measure)| {
        let mut object = Map::new();
        object.insert("regel".to_owned(), block.line.into());
        object.insert("eerste_woorden".to_owned(), first_words(block).into());
        object.insert("bijlage".to_owned(), block.is_annex.into());
        object.extend(json_figures(measure));
        Value::Object(object)
    });
    let blocks: Vec<Value> = blocks.collect();
    let mut object = Map::new();
    object.insert("sjabloon".to_owned(), name.into());
    object.extend(json_figures(total));
    object.insert("blokken".to_owned(), blocks.into());
    Value::Object(object)
}

fn json_figures(measure: &Measure) -> Map<String, Value> {
    let rounded = |figure: Option<f64>| figure.map(|figure| (figure * 10.0).round() / 10.0);
    let figures = json!({
        "woorden": measure.words,
        "zinnen": measure.sentences,
        "woorden_per_zin": rounded(measure.words_a_sentence()),
        "langste_zin": measure.longest,
        "lange_woorden": measure.long_words,
        "flesch_douma": rounded(measure.flesch_douma()),
    });
    match figures {
        Value::Object(figures) => figures,
        _ => Map::new(),
    }
}
