//! Turns a document of rtbrief into Typst markup.

use rtbrief::letter::document::{Block, BlockKind, Document, Inline};
use std::fmt::Write as _;

/// The page setup, with the same measures as the letter of rtbrief.
const PAGE: &str = "#set page(paper: \"a4\", margin: (left: 25mm, right: 20mm, top: 30mm, bottom: 20mm),
  header: context if counter(page).get().first() > 1 [#text(7.5pt)[#kenmerk #h(1fr) #dag]],
  footer: context text(7.5pt)[#kenmerk #h(1fr) Pagina #counter(page).display() van #counter(page).final().first()])
#set text(font: \"Noto Sans\", size: 9.5pt, lang: \"nl\", region: \"nl\", hyphenate: auto)
#set par(leading: 4pt, spacing: 9pt)
#show heading: set text(size: 9.5pt)
#show heading.where(level: 1): set text(size: 11pt)
";

/// The markup of a letter.
pub fn of(letter: &Document) -> String {
    let mut out = String::with_capacity(16 * 1024);
    let (title, author) = (string(&letter.title), string(&letter.sender.name));
    let mut date = letter.date_iso.split('-').map(|part| part.trim_start_matches('0'));
    let mut part = || date.next().unwrap_or("1");
    let _ = writeln!(
        out,
        "#set document(title: {title}, author: {author}, date: datetime(year: {}, month: {}, day: {}))",
        part(),
        part(),
        part()
    );
    let _ = writeln!(
        out,
        "#let kenmerk = {}\n#let dag = {}\n{PAGE}",
        string(&letter.kenmerk),
        string(&letter.date)
    );
    head(&mut out, letter);
    let _ = writeln!(out, "= #{}\n", string(&letter.subject));
    letter.body.iter().for_each(|part| block(&mut out, part));
    out.push_str("#block(breakable: false)[\n");
    letter.signature.iter().for_each(|part| block(&mut out, part));
    out.push_str("]\n");
    out
}

/// Writes the sender, the address and the reference block.
fn head(out: &mut String, letter: &Document) {
    let lines = |lines: &[String]| {
        lines.iter().map(|line| string(line)).collect::<Vec<_>>().join(" + linebreak() + ")
    };
    let _ = writeln!(
        out,
        "#place(top + left, dy: -11mm, text(13pt, weight: \"bold\", {}))
#place(top + left, dy: 15mm, text(6.5pt, {}))
#place(top + left, dy: 20mm, text(9pt, {}))
#place(top + left, dx: 105mm, dy: -11mm, text(8pt, {}))",
        string(&letter.sender.name),
        string(&letter.sender.return_address),
        lines(&letter.addressee),
        lines(&letter.sender.contact_lines().map(str::to_owned).collect::<Vec<_>>()),
    );
    out.push_str(
        "#place(top + left, dx: 105mm, dy: 25mm, text(8pt, table(columns: 2, stroke: none, inset: 2pt",
    );
    for (label, value) in &letter.reference {
        let _ = write!(out, ", table.header(level: 2, strong({})), {}", string(label), string(value));
    }
    out.push_str(")))\n#v(68.5mm)\n");
}

fn block(out: &mut String, block: &Block) {
    match &block.kind {
        BlockKind::Heading { level, text } => {
            out.push_str(&"=".repeat(usize::from(*level)));
            out.push(' ');
            inlines(out, text);
            out.push_str("\n\n");
        }
        BlockKind::Paragraph(text) => {
            inlines(out, text);
            out.push_str("\n\n");
        }
        // Typst has no margin column of its own: the note follows its block, as in a letter of text.
        BlockKind::Margin(text) => {
            out.push_str("#text(7.5pt)[");
            inlines(out, text);
            out.push_str("]\n\n");
        }
        BlockKind::Overview(rows) => {
            out.push_str("#table(columns: (30mm, 1fr), ");
            for row in rows {
                let language = row.language.unwrap_or("nl");
                for cell in [&row.label, &row.text] {
                    let _ = write!(out, "text(lang: {})", string(language));
                    content(out, cell);
                }
            }
            out.push_str(")\n\n");
        }
        BlockKind::List { ordered, items } => {
            for item in items {
                out.push_str(if *ordered { "+ " } else { "- " });
                inlines(out, item);
                out.push('\n');
            }
            out.push('\n');
        }
        BlockKind::Table { header, rows } => {
            let _ = write!(out, "#table(columns: {}, table.header(", header.len());
            header.iter().for_each(|cell| content(out, cell));
            out.push_str("), ");
            rows.iter().flatten().for_each(|cell| content(out, cell));
            out.push_str(")\n\n");
        }
    }
}

fn content(out: &mut String, cell: &[Inline]) {
    out.push('[');
    inlines(out, cell);
    out.push_str("], ");
}

/// Writes text as string literals, so that nothing in it is read as markup.
fn inlines(out: &mut String, text: &[Inline]) {
    for part in text {
        let _ = match part {
            Inline::Strong(words) => write!(out, "#strong({});", string(words)),
            Inline::Break => write!(out, "#linebreak();"),
            other => write!(out, "#{};", string(other.text())),
        };
    }
}

/// A Typst string literal.
fn string(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    out.push('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
