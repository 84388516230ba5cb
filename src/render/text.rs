//! A letter as plain text of 80 columns: for golden files, for reading on a terminal, for `--formaat txt`.
//!
//! Nothing is marked up, so a difference between two texts is a difference in words.

use super::notices::{CONCEPT_NOTICE, COPY_NOTICE, EXAMPLE_NOTICE};
use crate::letter::document::{Block, BlockKind, Document, Inline, OverviewRow};

/// Maximum number of columns per line.
const WIDTH: usize = 80;

/// Separator between two columns of a table.
const GAP: &str = " | ";

/// The letter as text; lines end in `\n`, the last one too.
#[must_use]
pub fn render(document: &Document) -> String {
    let mut parts: Vec<Vec<String>> = Vec::new();
    if document.is_concept {
        parts.push(wrap(CONCEPT_NOTICE, WIDTH));
    }
    if document.is_example {
        parts.push(wrap(EXAMPLE_NOTICE, WIDTH));
    }
    let mut sender = vec![document.sender.name.clone(), document.sender.return_address.clone()];
    sender.extend(document.sender.contact_lines().map(str::to_owned));
    parts.push(sender);
    if document.is_copy {
        parts.push(vec![COPY_NOTICE.to_owned()]);
    }
    parts.push(document.addressee.clone());
    parts.push(reference(document));
    parts.extend(document.dutch_blocks().map(block));
    if let Some(page) = &document.page {
        parts.push(vec!["=".repeat(WIDTH)]);
        parts.extend(page.blocks.iter().map(block));
    }
    let mut out = String::new();
    for part in parts {
        if !out.is_empty() {
            out.push('\n');
        }
        for line in part {
            out.push_str(line.trim_end_matches(' '));
            out.push('\n');
        }
    }
    out
}

/// The reference block, with the subject as its last line.
fn reference(document: &Document) -> Vec<String> {
    let subject = ("Onderwerp".to_owned(), document.subject.clone());
    let rows: Vec<&(String, String)> = document.reference.iter().chain([&subject]).collect();
    let label = rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0) + 2;
    rows.iter()
        .flat_map(|(name, value)| hang(&pad(name, label), &wrap(value, WIDTH - label.min(40))))
        .collect()
}

fn block(block: &Block) -> Vec<String> {
    match &block.kind {
        BlockKind::Heading { level, text } => {
            let mut lines = wrap(&plain(text), WIDTH);
            if *level == 2 {
                lines.push("-".repeat(lines.iter().map(|line| width(line)).max().unwrap_or(0)));
            }
            lines
        }
        BlockKind::Paragraph(text) => wrap(&plain(text), WIDTH),
        BlockKind::Margin(text) => hang("    ", &wrap(&plain(text), WIDTH - 4)),
        BlockKind::Overview(rows) => overview(rows),
        BlockKind::List { ordered, items } => {
            let numbers =
                (1..=items.len()).map(|n| if *ordered { format!("{n}. ") } else { "- ".to_owned() });
            let marks: Vec<String> = numbers.collect();
            let indent = marks.iter().map(|mark| width(mark)).max().unwrap_or(0);
            let lines = marks.iter().zip(items);
            lines
                .flat_map(|(mark, item)| hang(&pad(mark, indent), &wrap(&plain(item), WIDTH - indent)))
                .collect()
        }
        BlockKind::Table { header, rows } => table(header, rows),
    }
}

/// The rows of an overview, each under its label, between two rules.
fn overview(rows: &[OverviewRow]) -> Vec<String> {
    let rule = "=".repeat(WIDTH);
    let label = rows.iter().map(|row| width(&plain(&row.label))).max().unwrap_or(0) + 2;
    let mut lines = vec![rule.clone()];
    for row in rows {
        lines.extend(hang(&pad(&plain(&row.label), label), &wrap(&plain(&row.text), WIDTH - label.min(40))));
    }
    lines.push(rule);
    lines
}

fn plain(text: &[Inline]) -> String {
    text.iter().map(Inline::text).collect()
}

/// Width in columns, one per character: letters hold no double-width characters that matter for wrapping.
fn width(text: &str) -> usize {
    text.chars().count()
}

fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// Puts a lead (a label or bullet) before the first line and indents the others by its width.
fn hang(lead: &str, lines: &[String]) -> Vec<String> {
    let below = " ".repeat(width(lead));
    lines
        .iter()
        .enumerate()
        .map(|(i, line)| format!("{}{line}", if i == 0 { lead } else { &below }))
        .collect()
}

/// Wraps a text at spaces (never at no-break spaces) and at its own line breaks; a longer word stays whole.
fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for forced in text.split('\n') {
        let mut line = String::new();
        for word in forced.split(' ').filter(|word| !word.is_empty()) {
            if !line.is_empty() && width(&line) + 1 + width(word) > columns {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

fn table(header: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> Vec<String> {
    let header: Vec<String> = header.iter().map(|cell| plain(cell)).collect();
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
    let natural: Vec<usize> = (0..header.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column)).chain(header.get(column));
            cells.flat_map(|cell| cell.split('\n')).map(width).max().unwrap_or(0)
        })
        .collect();
    let columns = fit(&natural, WIDTH.saturating_sub(width(GAP) * header.len().saturating_sub(1)));
    let mut lines = row_lines(&header, &columns);
    lines.push("-".repeat(columns.iter().sum::<usize>() + width(GAP) * columns.len().saturating_sub(1)));
    lines.extend(rows.iter().flat_map(|row| row_lines(row, &columns)));
    lines
}

/// Divides a width over columns: a column that needs no more than an equal share gets what it needs, and the
/// others share what is left.
fn fit(natural: &[usize], total: usize) -> Vec<usize> {
    let mut columns = vec![None; natural.len()];
    loop {
        let left = total.saturating_sub(columns.iter().flatten().sum());
        let open = columns.iter().filter(|column| column.is_none()).count();
        let share = left.checked_div(open).unwrap_or(0);
        let mut settled = false;
        for (column, need) in columns.iter_mut().zip(natural) {
            if column.is_none() && *need <= share {
                *column = Some(*need);
                settled = true;
            }
        }
        if !settled {
            return columns.into_iter().map(|column| column.unwrap_or(share.max(1))).collect();
        }
    }
}

fn row_lines(cells: &[String], columns: &[usize]) -> Vec<String> {
    let wrapped: Vec<Vec<String>> =
        cells.iter().zip(columns).map(|(cell, width)| wrap(cell, *width)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|line| {
            let cell = |(lines, width): (&Vec<String>, &usize)| {
                pad(lines.get(line).map_or("", String::as_str), *width)
            };
            wrapped.iter().zip(columns).map(cell).collect::<Vec<_>>().join(GAP)
        })
        .collect()
}
