//! Changes one value in the text of a YAML document and leaves everything else as its writer left it: comments, order,
//! brackets, line breaks.
//!
//! Whoever changes a text reads it again and compares: an edit that cannot be made gives [`Unreachable`], and one that
//! would change something else too is not made.

mod lines;

use super::write::{New, NewEntry, in_flow, item_lines, lines_of};
use super::{Entry, Node, Value, parse};
use crate::places::Place;
use lines::{Lines, line_of};
use std::ops::Range;

/// A part of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A key of a block.
    Key(String),
    /// An item of a list, from 0.
    Item(usize),
}

/// The parts of a path: `stap.gronden[0].grond`.
#[must_use]
pub fn parts_of(path: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for piece in path.split('.') {
        let mut names = piece.split('[');
        parts.extend(names.next().filter(|name| !name.is_empty()).map(|name| Part::Key(name.to_owned())));
        parts.extend(names.filter_map(|item| item.trim_end_matches(']').parse().ok()).map(Part::Item));
    }
    parts
}

/// The text is so written that this value cannot be changed without changing more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreachable;

/// Where keys belong and what is said of them.
pub trait Layout {
    /// The place of a key among those of its block; the block is given by its path.
    fn rank(&self, block: &[Part], key: &str) -> usize;
    /// The lines of comment above a key that is added.
    fn note(&self, path: &[Part]) -> Vec<String>;
}

/// Sets the value at a path; blocks and lists around it that are absent are made. `New::Nothing` takes a value away.
///
/// # Errors
/// [`Unreachable`] when the text is not so written that only this value changes.
pub fn set(text: &str, path: &[Part], value: &New, layout: &dyn Layout) -> Result<String, Unreachable> {
    let before = parse(text, 1);
    if !before.diagnostics.is_empty() {
        return Err(Unreachable);
    }
    let Some(root) = &before.root else {
        let Some((Part::Key(key), rest)) = path.split_first() else { return Err(Unreachable) };
        let here = path.get(..1).unwrap_or(path);
        let entry = entry(here, key, nested(path, rest, value, layout), layout);
        let mut text = whole_lines(text);
        text.push_str(&lines_of(&entry, 0));
        return Ok(text);
    };
    let lines = Lines::of(text);
    let (at, with) = change(&lines, root, path, 0, value, layout).ok_or(Unreachable)?;
    let mut changed = text.to_owned();
    let touches_end = at.start == text.len() && !text.is_empty() && !text.ends_with('\n');
    changed.replace_range(at, &if touches_end { format!("\n{with}") } else { with });
    let after = parse(&changed, 1);
    let kept = after.root.is_some_and(|after| same_elsewhere(root, &after, path));
    if kept && after.diagnostics.is_empty() { Ok(changed) } else { Err(Unreachable) }
}

/// Takes an item out of a list that is written in lines below each other.
///
/// # Errors
/// [`Unreachable`] when the list is written otherwise, or there is no such item.
pub fn remove_item(text: &str, list: &[Part], item: usize) -> Result<String, Unreachable> {
    let root = parse(text, 1).root.ok_or(Unreachable)?;
    let node = find(&root, list).ok_or(Unreachable)?;
    let Value::List(items) = &node.value else { return Err(Unreachable) };
    let lines = Lines::of(text);
    let here = items.get(item).ok_or(Unreachable)?;
    if lines.is_flow(node.place) {
        return Err(Unreachable);
    }
    let dash = lines.dash_before(here.place).ok_or(Unreachable)?;
    let last = lines.end_of_item(line_of(here.place), dash);
    let mut changed = text.to_owned();
    changed.replace_range(lines.start(line_of(here.place))..lines.start(last), "");
    let after = parse(&changed, 1);
    let left = after.root.as_ref().and_then(|root| find(root, list)).map(|node| match &node.value {
        Value::List(items) => items.len(),
        _ => 0,
    });
    if left.unwrap_or(0) + 1 == items.len() { Ok(changed) } else { Err(Unreachable) }
}

fn whole_lines(text: &str) -> String {
    let mut text = text.to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn find<'n>(node: &'n Node, path: &[Part]) -> Option<&'n Node> {
    path.iter().try_fold(node, |node, part| match (part, &node.value) {
        (Part::Key(key), _) => node.get(key),
        (Part::Item(item), Value::List(items)) => items.get(*item),
        (Part::Item(_), _) => None,
    })
}

/// Whether two trees hold the same outside a path; what is null there is the same as what is absent.
fn same_elsewhere(before: &Node, after: &Node, path: &[Part]) -> bool {
    let empty = |node: Option<&Node>| node.is_none_or(|node| node.is_null());
    match (&before.value, &after.value) {
        _ if path.is_empty() => true,
        (_, _) if before.is_null() => true,
        (Value::Scalar(a), Value::Scalar(b)) => a.lines() == b.lines() && a.plain == b.plain,
        (Value::List(a), Value::List(b)) => {
            let here = |item: usize| matches!(path.first(), Some(Part::Item(at)) if *at == item);
            a.len() <= b.len()
                && a.iter().zip(b).enumerate().all(|(item, (a, b))| {
                    same_elsewhere(a, b, if here(item) { path.get(1..).unwrap_or(&[]) } else { NOWHERE })
                })
        }
        (Value::Map(a), Value::Map(b)) => {
            let here = |key: &str| matches!(path.first(), Some(Part::Key(at)) if at == key);
            let find = |entries: &[Entry], key: &str| -> Option<Node> {
                entries.iter().find(|entry| entry.key == key).map(|entry| entry.value.clone())
            };
            let old = a.iter().all(|entry| match find(b, &entry.key) {
                Some(node) => {
                    let rest = if here(&entry.key) { path.get(1..).unwrap_or(&[]) } else { NOWHERE };
                    same_elsewhere(&entry.value, &node, rest)
                }
                None => here(&entry.key),
            });
            let new = b.iter().all(|entry| {
                here(&entry.key) || !empty(find(a, &entry.key).as_ref()) || entry.value.is_null()
            });
            old && new
        }
        _ => false,
    }
}

/// A path that no node has.
const NOWHERE: &[Part] = &[Part::Item(usize::MAX)];

/// The piece of the text to replace, and what comes there.
fn change(
    lines: &Lines<'_>,
    node: &Node,
    path: &[Part],
    depth: usize,
    value: &New,
    layout: &dyn Layout,
) -> Option<(Range<usize>, String)> {
    let (part, rest) = path.get(depth..)?.split_first()?;
    match (part, &node.value) {
        (Part::Key(key), Value::Map(entries)) => {
            let flow = lines.is_flow(node.place);
            match entries.iter().find(|entry| entry.key == *key) {
                Some(found) if rest.is_empty() || found.value.is_null() => {
                    let new = nested(path, rest, value, layout);
                    if flow { in_brackets(lines, found, &new) } else { in_lines(lines, found, new) }
                }
                Some(found) => change(lines, &found.value, path, depth + 1, value, layout),
                None if *value == New::Nothing => Some((0..0, String::new())),
                None => {
                    let here = path.get(..=depth)?;
                    let new = entry(here, key, nested(path, rest, value, layout), layout);
                    if flow {
                        add_in_brackets(lines, node.place, &format!("{}: {}", new.key, in_flow(&new.value)))
                    } else {
                        add_entry(lines, entries, path.get(..depth)?, &new, layout)
                    }
                }
            }
        }
        (Part::Item(item), Value::List(items)) => match items.get(*item) {
            Some(found) if !rest.is_empty() => change(lines, found, path, depth + 1, value, layout),
            Some(_) => None,
            None if *item == items.len() => {
                let new = nested(path, rest, value, layout);
                if lines.is_flow(node.place) {
                    return add_in_brackets(lines, node.place, &in_flow(&new));
                }
                let last = items.last()?;
                let dash = lines.dash_before(last.place)?;
                let end = lines.start(lines.end_of_item(line_of(last.place), dash));
                Some((end..end, item_lines(&new, dash)))
            }
            None => None,
        },
        _ => None,
    }
}

/// A value with the blocks and lists around it that a path names.
fn nested(path: &[Part], rest: &[Part], value: &New, layout: &dyn Layout) -> New {
    match rest.split_first() {
        None => value.clone(),
        Some((Part::Key(key), further)) => {
            let here = path.get(..path.len() - further.len()).unwrap_or(path);
            New::Block(vec![entry(here, key, nested(path, further, value, layout), layout)])
        }
        Some((Part::Item(_), further)) => New::List(vec![nested(path, further, value, layout)]),
    }
}

fn entry(path: &[Part], key: &str, value: New, layout: &dyn Layout) -> NewEntry {
    NewEntry { note: layout.note(path), ..NewEntry::new(key, value) }
}

/// A key of a block in lines: its value is replaced, a comment behind it stays.
fn in_lines(lines: &Lines<'_>, entry: &Entry, value: New) -> Option<(Range<usize>, String)> {
    let line = line_of(entry.key_place);
    let indent = usize::try_from(entry.key_place.column).ok()?.checked_sub(1)?;
    let colon = lines.colon_behind(entry.key_place)?;
    // Behind a key without a value, comments may tell what can come there: they stay.
    let last = if entry.value.is_null() { line + 1 } else { lines.end_of_entry(line, indent) };
    let end = lines.start(last);
    let first = lines.text.get(colon..lines.start(line + 1))?;
    let comment = if lines.start(line + 1) == end { comment_of(first) } else { "" };
    let mut written = lines_of(&NewEntry::new("", value), indent);
    // Without the indent and the empty key, which the text has already.
    written.replace_range(..=indent, "");
    let rest = written.split_off(written.find('\n').unwrap_or(written.len()));
    let space = if comment.is_empty() { "" } else { "  " };
    Some((colon..end, format!("{written}{space}{comment}{rest}")))
}

/// A key between brackets: its value is replaced.
fn in_brackets(lines: &Lines<'_>, entry: &Entry, value: &New) -> Option<(Range<usize>, String)> {
    let colon = lines.colon_behind(entry.key_place)?;
    let end = lines.end_in_flow(colon)?;
    Some((colon..end, format!(" {}", in_flow(value))))
}

/// Adds something to what stands between brackets, before the bracket that closes it.
fn add_in_brackets(lines: &Lines<'_>, open: Place, new: &str) -> Option<(Range<usize>, String)> {
    let start = lines.at(open)?;
    let close = lines.closing(start)?;
    let inside = lines.text.get(start + 1..close)?;
    let end = start + 1 + inside.trim_end().len();
    let filled = inside.trim_end();
    let between = if filled.is_empty() || filled.ends_with(',') { "" } else { ", " };
    Some((end..end, format!("{between}{new}")))
}

/// Adds a key to a block in lines: behind the last key that comes before it.
fn add_entry(
    lines: &Lines<'_>,
    entries: &[Entry],
    block: &[Part],
    new: &NewEntry,
    layout: &dyn Layout,
) -> Option<(Range<usize>, String)> {
    let rank = layout.rank(block, &new.key);
    let first = entries.first()?;
    let indent = usize::try_from(first.key_place.column).ok()?.checked_sub(1)?;
    let before = entries.iter().rfind(|entry| layout.rank(block, &entry.key) < rank);
    let at = match before {
        Some(before) => lines.start(lines.end_of_entry(line_of(before.key_place), indent)),
        None if lines.begins_line(first.key_place) => {
            lines.start(lines.above_notes(line_of(first.key_place), indent))
        }
        None => lines.start(lines.end_of_entry(line_of(first.key_place), indent)),
    };
    Some((at..at, lines_of(new, indent)))
}

/// The comment behind a value on its line, with its `#`; empty when there is none.
fn comment_of(rest: &str) -> &str {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in rest.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'') && before == ' ' => quote = Some(c),
            None if c == '#' && before == ' ' => return rest.get(at..).unwrap_or("").trim_end(),
            None => {}
        }
        before = c;
    }
    ""
}

#[cfg(test)]
mod tests;
