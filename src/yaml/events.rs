//! Parses the text of one YAML document into a tree of nodes; the only file that names the YAML parser.
//!
//! A case file is plain YAML. Constructs that make a file mean something other than it seems to say (anchors,
//! aliases, merge keys, tags, a repeated key) are reported here, and so is a file built to exhaust the
//! program. The tree grows on an explicit stack, one event at a time, so nothing here recurses.

use super::hash::{Hash, Writing, Written};
use super::limits::{MAX_BYTES, MAX_DEPTH, MAX_NODES};
use super::near;
use super::node::{Entry, Node, Scalar, Value, path_of_key};
use super::refusal::{self, Kind, Refusals};
use super::unfold::unfolded;
use crate::diagnostic::{Diagnostic, character};
use crate::places::Place;
use serde_saphyr::granit_parser::{
    ErrorKind, Event, Marker, Parser, ScalarStyle, ScanError, Span, StructureStyle, options,
};

/// The result of parsing one document.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// The outermost value; `None` for an empty document and after an error that ends reading.
    pub root: Option<Node>,
    /// Everything wrong with the YAML itself, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// The events of a document, with their places.
pub(super) fn events(text: &str) -> impl Iterator<Item = Result<(Event<'_>, Span), ScanError>> {
    let options = options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH + 1,
        block_nesting_limit: MAX_DEPTH + 1,
    };
    Parser::new_from_str_with_options(text, options)
}

/// Parses one document. `first_line` is the line of the file, from 1, on which the text begins.
#[must_use]
pub fn parse(text: &str, first_line: u32) -> Tree {
    if text.len() > MAX_BYTES {
        return Tree { root: None, diagnostics: vec![refusal::too_many_bytes(first_line)] };
    }
    let mut builder = Builder::new(text, first_line);
    for next in events(text) {
        let stop = match next {
            Ok((event, span)) => builder.handle(event, span).err().map(|last| *last),
            Err(error) => Some(syntax(text, first_line, error.kind(), builder.point(*error.marker()))),
        };
        if let Some(last) = stop {
            return builder.finish(Some(last));
        }
    }
    builder.finish(None)
}

/// A block or list that is still being read.
struct Frame {
    path: String,
    start: Marker,
    place: Place,
    children: Children,
}

enum Children {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, key: Option<Key> },
}

/// A key whose value has not been read yet.
enum Key {
    Kept(String, Place),
    /// Already reported; its value is skipped.
    Dropped,
}

#[derive(Default)]
struct Builder<'t> {
    text: &'t str,
    first_line: u32,
    stack: Vec<Frame>,
    root: Option<Node>,
    nodes: usize,
    documents: usize,
    refusals: Refusals,
    diagnostics: Vec<Diagnostic>,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str, first_line: u32) -> Self {
        Self { text, first_line, ..Self::default() }
    }

    /// Handles one event; an error ends the reading of this document.
    fn handle(&mut self, event: Event<'_>, span: Span) -> Result<(), Box<Diagnostic>> {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(refusal::second_document(self.point(span.start)).into());
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.check_node(anchor, tag.is_some(), span)?;
                let raw = span.slice(self.text).unwrap_or("");
                let folds = span.end.line() > span.start.line() && style != ScalarStyle::Literal;
                let written = if folds { unfolded(raw, style, &text, span.start.col()) } else { None };
                let scalar = Scalar {
                    hash: self.hash(&text, style, span),
                    text: text.into_owned(),
                    written,
                    plain: style == ScalarStyle::Plain,
                    folded: match style {
                        ScalarStyle::Literal => false,
                        ScalarStyle::Plain | ScalarStyle::Folded => true,
                        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                            span.end.line() > span.start.line()
                        }
                    },
                };
                let node = Node { place: self.place(span), value: Value::Scalar(scalar) };
                self.attach(node);
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.check_node(0, false, span)?;
                let place = self.place(span);
                self.refusals.note(Kind::Reference, self.current_path(), place);
                self.attach(Node { place, value: Value::Refused });
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.check_node(anchor, tag.is_some(), span)?;
                self.open(Children::List(Vec::new()), style, span)?;
            }
            Event::MappingStart(style, anchor, tag) => {
                self.check_node(anchor, tag.is_some(), span)?;
                self.open(Children::Map { entries: Vec::new(), key: None }, style, span)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            _ => {}
        }
        Ok(())
    }

    /// A `#` that leaves open whether the value goes on or a note begins.
    fn hash(&self, value: &str, style: ScalarStyle, span: Span) -> Option<Hash> {
        let writing = match style {
            ScalarStyle::Plain => Writing::Plain,
            ScalarStyle::Literal | ScalarStyle::Folded => Writing::Block,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Writing::Quoted,
        };
        let start = self.point(span.start);
        let column = match &self.stack.last()?.children {
            Children::List(_) => start.column,
            Children::Map { key: Some(Key::Kept(_, place)), .. } => place.column.saturating_add(1),
            Children::Map { .. } => return None,
        };
        let (from, to) = (span.start.byte_offset()?, span.end.byte_offset()?);
        Written { text: self.text, from, to, writing, line: start.line, column }.hash(value)
    }

    /// Counts a node and records an anchor or tag, which a case file may not hold.
    fn check_node(&mut self, anchor: usize, tagged: bool, span: Span) -> Result<(), Box<Diagnostic>> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(refusal::too_many_nodes(self.point(span.start)).into());
        }
        if anchor != 0 {
            self.refusals.note(Kind::Reference, self.current_path(), self.place(span));
        }
        if tagged {
            let place = self.place(span.tag_span().unwrap_or(span));
            self.refusals.note(Kind::Tag, self.current_path(), place);
        }
        Ok(())
    }

    fn open(&mut self, children: Children, style: StructureStyle, span: Span) -> Result<(), Box<Diagnostic>> {
        if self.stack.len() >= MAX_DEPTH {
            return Err(refusal::too_deep(self.point(span.start)).into());
        }
        let path = self.current_path();
        // The length of a flow collection is known only at its end; a block is marked by its first line.
        let place = match style {
            StructureStyle::Flow => self.point(span.start),
            StructureStyle::Block => self.rest_of_line(span.start),
        };
        self.stack.push(Frame { path, start: span.start, place, children });
        Ok(())
    }

    /// The path of the next value.
    fn current_path(&self) -> String {
        match self.stack.last() {
            None => String::new(),
            Some(Frame { path, children: Children::List(items), .. }) => format!("{path}[{}]", items.len()),
            Some(Frame { path, children: Children::Map { key, .. }, .. }) => match key {
                Some(Key::Kept(key, _)) => path_of_key(path, key),
                _ => path.clone(),
            },
        }
    }

    fn close(&mut self, span: Span) {
        let Some(Frame { path, start, mut place, children }) = self.stack.pop() else { return };
        if span.end.index() > span.start.index() {
            place = if span.end.line() == start.line() {
                Place { length: number(span.end.col().saturating_sub(start.col())).max(1), ..place }
            } else {
                self.rest_of_line(start)
            };
        }
        let value = match children {
            Children::List(items) => Value::List(items),
            Children::Map { entries, .. } => {
                let (kept, doubles) = refusal::split_duplicates(&path, entries);
                self.diagnostics.extend(doubles);
                Value::Map(kept)
            }
        };
        self.attach(Node { place, value });
    }

    /// Puts a finished node where it belongs: in the list, as a key, as a value, or as the root.
    fn attach(&mut self, node: Node) {
        let Some(frame) = self.stack.last_mut() else {
            self.root = Some(node);
            return;
        };
        match &mut frame.children {
            Children::List(items) => items.push(node),
            Children::Map { entries, key } => match key.take() {
                Some(Key::Kept(key, key_place)) => entries.push(Entry { key, key_place, value: node }),
                Some(Key::Dropped) => {}
                None => *key = Some(self.refusals.key(&frame.path, node, Key::Kept, Key::Dropped)),
            },
        }
    }

    fn finish(mut self, last: Option<Diagnostic>) -> Tree {
        let root = if last.is_some() { None } else { self.root };
        self.diagnostics.extend(self.refusals.diagnostics());
        self.diagnostics.extend(last);
        self.diagnostics.sort_by_key(|d| d.at.first().map(|place| (place.line, place.column)));
        Tree { root: root.filter(|node| !node.is_null()), diagnostics: self.diagnostics }
    }

    fn point(&self, marker: Marker) -> Place {
        Place {
            line: number(marker.line()).saturating_add(self.first_line).saturating_sub(1),
            column: number(marker.col()).saturating_add(1),
            length: 1,
        }
    }

    /// The place of a scalar or token: its characters on its first line.
    fn place(&self, span: Span) -> Place {
        let text = span.slice(self.text).unwrap_or("");
        let first = text.split(['\n', '\r']).next().unwrap_or("");
        Place { length: number(first.chars().count()).max(1), ..self.point(span.start) }
    }

    fn rest_of_line(&self, start: Marker) -> Place {
        let rest = start.byte_offset().and_then(|from| self.text.get(from..)).unwrap_or("");
        let line = rest.split(['\n', '\r']).next().unwrap_or("").trim_end();
        Place { length: number(line.chars().count()).max(1), ..self.point(start) }
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Translates an error of the parser into a finding for the officer.
fn syntax(text: &str, first_line: u32, kind: &ErrorKind, place: Place) -> Diagnostic {
    use ErrorKind as K;
    use refusal::Syntax as S;
    let sort = match kind {
        K::RecursionLimitExceeded => return refusal::too_deep(place),
        K::UnexpectedCharacter { character } if character::is_control(*character) => {
            return refusal::control_character(*character, place);
        }
        K::UnexpectedCharacter { .. } | K::PlainScalarStartsWithDashFlowIndicator => S::Character,
        K::UnclosedQuotedScalar | K::InvalidQuotedScalarIndent | K::DocumentIndicatorInQuotedScalar => {
            S::OpenQuote
        }
        K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar => S::AfterQuote,
        K::UnknownQuotedScalarEscape
        | K::InvalidQuotedScalarHexEscape
        | K::InvalidLowSurrogateHexEscape
        | K::InvalidLowSurrogate
        | K::MissingLowSurrogate
        | K::UnpairedLowSurrogate
        | K::InvalidUnicodeEscape => S::Escape,
        K::UnclosedFlowCollection { .. }
        | K::UnexpectedEofFlowSequence
        | K::UnexpectedEofFlowMapping
        | K::UnexpectedEofImplicitFlowMapping => S::OpenBracket,
        K::MismatchedFlowCollectionEnd { .. } | K::MisplacedFlowCollectionEnd => S::WrongBracket,
        K::ExpectedFlowMappingSeparator | K::ExpectedFlowSequenceSeparator => S::Comma,
        K::TabNotAllowed
        | K::TabInBlockIndentation
        | K::TabAtBlockScalarStart
        | K::TabInIndentation
        | K::TabInPlainScalar => S::Tab,
        K::MappingValueNotAllowed | K::InvalidColonPlacement | K::InvalidMappingValueWhitespace => S::Colon,
        K::SimpleKeyExpected | K::InvalidSimpleKey | K::ExpectedBlockMappingKey => S::NoColon,
        K::InvalidIndentation
        | K::ExpectedBlockSequenceEntry
        | K::BlockSequenceEntryNotAllowed
        | K::InvalidBlockScalarIndent
        | K::InvalidFlowScalarIndent => S::Indentation,
        K::UnsupportedYamlMajorVersion
        | K::DuplicateVersionDirective
        | K::InvalidDirectiveName
        | K::MissingDirectiveName
        | K::MissingDocumentEndBeforeDirective => S::Directive,
        K::ExpectedDocumentStart => S::Behind,
        _ => S::Other,
    };
    near::explain(text, first_line, place, sort).unwrap_or_else(|| refusal::syntax(sort, place))
}
