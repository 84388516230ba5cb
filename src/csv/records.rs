//! Reads CSV that another program wrote: as RFC 4180 has it, or with semicolons or tabs (the first line says which).

/// A record: where it stands in the file, and its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The line on which it begins, from 1.
    pub line: u32,
    /// The row as a spreadsheet counts it, from 1: a cell of several lines is in one row, an empty line is a row.
    pub row: u32,
    /// The cells, without quotes and without white space around them.
    pub cells: Vec<String>,
}

/// A line of a file that is no CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// The line on which the record begins, from 1.
    pub line: u32,
}

/// The records of a text; lines without anything are left out.
///
/// # Errors
/// When a quoted cell does not end, or something stands behind it.
pub fn records(text: &str) -> Result<Vec<Record>, Malformed> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader { rest: text, line: 1, row: 1, separator: separator_of(text) };
    // A first line `sep=;` tells a spreadsheet which separator follows, and is not a row there.
    if let Some((separator, rest)) = told_separator(text) {
        reader = Reader { rest, line: 2, row: 1, separator };
    }
    let mut found = Vec::new();
    while !reader.rest.is_empty() {
        let record = reader.record()?;
        if record.cells.iter().any(|cell| !cell.is_empty()) {
            found.push(record);
        }
    }
    Ok(found)
}

/// The character between cells: of those that stand between the cells of the first line the one that is least often part of a name.
fn separator_of(text: &str) -> char {
    let head = text.lines().next().unwrap_or_default();
    // What stands between quotes is part of a cell: every second piece.
    let outside = |separator: &char| head.split('"').step_by(2).any(|part| part.contains(*separator));
    [';', '\t'].into_iter().find(outside).unwrap_or(',')
}

/// The separator that a first line `sep=;` tells, and what stands behind that line.
fn told_separator(text: &str) -> Option<(char, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let mut told = first.trim_end_matches('\r').strip_prefix("sep=")?.chars();
    let separator = told.next()?;
    told.next().is_none().then_some((separator, rest))
}

struct Reader<'a> {
    rest: &'a str,
    line: u32,
    row: u32,
    separator: char,
}

impl Reader<'_> {
    fn record(&mut self) -> Result<Record, Malformed> {
        let (line, row) = (self.line, self.row);
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell().ok_or(Malformed { line })?);
            if let Some(rest) = self.rest.strip_prefix(self.separator) {
                self.rest = rest;
                continue;
            }
            let end = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix('\n'));
            self.rest = match end {
                Some(rest) => rest,
                None if self.rest.is_empty() => "",
                None => return Err(Malformed { line }),
            };
            self.line = self.line.saturating_add(1);
            self.row = self.row.saturating_add(1);
            return Ok(Record { line, row, cells });
        }
    }

    /// The next cell; `None` when its quotes do not end.
    fn cell(&mut self) -> Option<String> {
        let Some(mut rest) = self.rest.strip_prefix('"') else {
            let ends = |c: char| c == self.separator || c == '\n';
            let end = self.rest.find(ends).unwrap_or(self.rest.len());
            let (mut cell, mut rest) = self.rest.split_at(end);
            if let Some(shorter) =
                cell.strip_suffix('\r').filter(|_| rest.starts_with('\n') || rest.is_empty())
            {
                cell = shorter;
            }
            std::mem::swap(&mut self.rest, &mut rest);
            return Some(cell.trim().to_owned());
        };
        let mut cell = String::new();
        loop {
            let (part, after) = rest.split_once('"')?;
            cell.push_str(part);
            match after.strip_prefix('"') {
                Some(more) => {
                    cell.push('"');
                    rest = more;
                }
                None => {
                    self.rest = after;
                    let lines = cell.matches('\n').count();
                    self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
                    return Some(cell.trim().to_owned());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Malformed, records};

    fn read(text: &str) -> Vec<(u32, Vec<String>)> {
        records(text).unwrap().into_iter().map(|record| (record.line, record.cells)).collect()
    }

    #[test]
    fn cells_are_read_with_commas_semicolons_quotes_and_lines_between() {
        let cells = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            read("id,regel\r\na, b;c \r\n"),
            [(1, cells(&["id", "regel"])), (2, cells(&["a", "b;c"]))]
        );
        assert_eq!(
            read("\u{feff}id;regel\n\na;\"b;\"\"c\"\"\"\n;\nd;e"),
            [(1, cells(&["id", "regel"])), (3, cells(&["a", "b;\"c\""])), (5, cells(&["d", "e"])),]
        );
        assert_eq!(read("id,x\n\"a\nb\",c\nd,e\n")[2], (4, cells(&["d", "e"])));
        assert_eq!(read("id\tx,y\na\tb")[1], (2, cells(&["a", "b"])));
        assert_eq!(read("\"a;b\",c\nd,e")[0], (1, cells(&["a;b", "c"])));
        assert_eq!(read("sep=|\r\na;|b\n")[0], (2, cells(&["a;", "b"])));
        assert_eq!(read(""), []);
    }

    #[test]
    fn a_row_is_counted_as_a_spreadsheet_counts_it() {
        let rows = records("id;x\n\"a\nb\";c\n\nd;e\n").unwrap();
        let counted: Vec<(u32, u32)> = rows.iter().map(|record| (record.line, record.row)).collect();
        assert_eq!(counted, [(1, 1), (2, 2), (5, 4)]);
    }

    #[test]
    fn a_cell_whose_quotes_do_not_end_is_refused_with_its_line() {
        assert_eq!(records("id,x\na,b\nc,\"d\n"), Err(Malformed { line: 3 }));
        assert_eq!(records("id,x\n\"a\"b,c\n"), Err(Malformed { line: 2 }));
    }
}
