//! `invoer`: makes a case file of each row of a spreadsheet, and says of the other rows what is wrong, with row and column.

use super::args::Invoer;
use super::cases;
use super::exit::Exit;
use super::fault::Fault;
use super::not_written;
use super::session::Session;
use super::usage::Usage;
use crate::batch::sources::Source as CaseFile;
use crate::case::identifier::Kenmerk;
use crate::case::model::Zaak;
use crate::diagnostic::json::of_case;
use crate::diagnostic::{Code, Diagnostic, Source, character};
use crate::files::{
    WriteError, Written, make_folder, name_of, open_regular, read_if_there, reason, shown, write,
};
use crate::import::columns::{Columns, Wanted};
use crate::import::row::{Imported, import, kenmerk_of};
use crate::import::sheet::letters;
use crate::import::table::{self, Table};
use crate::places::Origin;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::path::Path;

/// The largest table that is read, in bytes: some ten times one of 65,000 cases.
const MOST_BYTES: u64 = 256 << 20;

/// Runs `rtbrief invoer`; returns how it ended.
///
/// # Errors
/// [`Usage`] when the file with columns cannot be used, or does not fit the table.
pub fn run(args: &Invoer, session: &mut Session<'_>) -> Result<Exit, Usage> {
    let wanted = wanted(&args.kolommen)?;
    let file = name_of(&args.tabel);
    let bytes = match bytes_of(&args.tabel) {
        Ok(bytes) => bytes,
        Err(error) => {
            let fault = Fault::new(format!("{file} kan niet worden gelezen: {}", reason(&error)));
            session.fault(&fault.of(Code::Unreadable).about(file));
            return Ok(Exit::Io);
        }
    };
    let table = match table::read(&bytes, wanted.sheet()) {
        Ok(table) => table,
        Err(fault) => {
            let fault = Fault::new(format!("{file}: {}\nhulp: {}", fault.message, fault.help));
            session.fault(&fault.of(Code::Syntax).about(file));
            return Ok(Exit::Refused);
        }
    };
    drop(bytes);
    let columns = wanted.of_table(&table.header).map_err(|faults| misfit(&args.kolommen, &faults))?;
    if let Some(folder) = args.uitvoer.as_deref().filter(|_| !args.droog)
        && let Err(error) = make_folder(folder)
    {
        return Ok(not_written::folder(session, folder, &error));
    }
    let mut rows = Rows {
        args,
        file,
        header: &table.header,
        session,
        counts: Counts::default(),
        given: BTreeSet::new(),
        said: BTreeSet::new(),
        silent: 0,
    };
    let exit = rows.take(&table, &columns);
    rows.tell_counts();
    rows.tell_others();
    Ok(exit)
}

/// The file that says which column is which fact.
fn wanted(path: &Path) -> Result<Wanted, Usage> {
    let bytes = bytes_of(path).map_err(|error| {
        let path = shown(path);
        Usage::of_fault(
            &Fault::new(format!("{path} kan niet worden gelezen: {}", reason(&error))).about(path),
        )
    })?;
    let text = String::from_utf8(bytes)
        .map_err(|_| misfit(path, &["het bestand is geen tekst in UTF-8".to_owned()]))?;
    Wanted::read(&text).map_err(|fault| misfit(path, &[fault]))
}

/// The file with columns has faults.
fn misfit(path: &Path, faults: &[String]) -> Usage {
    let path = shown(path);
    let objects = faults.iter().map(|fault| Fault::new(format!("{path}: {fault}")).about(&path).to_json());
    let lines: Vec<String> = faults.iter().map(|fault| format!("{path}: {fault}")).collect();
    Usage::listed(&lines.join("\n"), objects.collect())
}

fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    let source: Box<dyn Read> =
        if path == Path::new("-") { Box::new(io::stdin().lock()) } else { Box::new(open_regular(path)?) };
    let mut bytes = Vec::new();
    if source.take(MOST_BYTES + 1).read_to_end(&mut bytes)? as u64 > MOST_BYTES {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge));
    }
    Ok(bytes)
}

#[derive(Default)]
struct Counts {
    rows: usize,
    made: usize,
    same: usize,
    refused: usize,
}

/// The rows of a table while they become cases.
struct Rows<'a, 'b> {
    args: &'a Invoer,
    file: String,
    header: &'a [String],
    session: &'a mut Session<'b>,
    counts: Counts,
    /// The names of the files that rows of the table gave.
    given: BTreeSet<String>,
    /// What has been said of all rows at once: a fact that no column gives.
    said: BTreeSet<String>,
    /// The rows of which all that is wrong had been said so.
    silent: usize,
}

impl Rows<'_, '_> {
    fn take(&mut self, table: &Table, columns: &Columns) -> Exit {
        // A kenmerk names a file, so which of them stand twice must be known before the first is written.
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        let name = |kenmerk: &Kenmerk| kenmerk.as_str().to_lowercase();
        for row in &table.rows {
            if let Some(kenmerk) = &kenmerk_of(row, columns) {
                *seen.entry(name(kenmerk)).or_default() += 1;
            }
        }
        let mut exit = Exit::Done;
        for row in &table.rows {
            let mut imported = import(row, columns);
            if imported
                .kenmerk
                .as_ref()
                .is_some_and(|kenmerk| seen.get(&name(kenmerk)).is_some_and(|rows| *rows > 1))
            {
                imported.findings.push(double());
            }
            self.counts.rows += 1;
            let end = match &imported.kenmerk {
                Some(kenmerk) if imported.findings.is_empty() => self.write(&imported, kenmerk),
                _ => {
                    self.tell(&imported);
                    Exit::Refused
                }
            };
            self.counts.refused += usize::from(end != Exit::Done);
            exit = exit.and(end);
        }
        exit
    }

    /// Writes the case of a row.
    fn write(&mut self, row: &Imported, kenmerk: &Kenmerk) -> Exit {
        let kenmerk = kenmerk.as_str();
        let name = format!("{kenmerk}.yaml");
        let path = self.args.uitvoer.as_ref().map(|folder| folder.join(&name));
        self.given.insert(name.clone());
        let (written, path) = match path {
            None => (None, name),
            Some(path) => match self.put(&path, row.text.as_bytes()) {
                Ok(written) => (written, path.display().to_string()),
                Err(error) => return not_written::file(self.session, &path, &error, Some(kenmerk)),
            },
        };
        match written {
            Some(Written::Same) => self.counts.same += 1,
            _ => self.counts.made += 1,
        }
        if self.args.json {
            let word = written.map_or("in orde", Written::dutch);
            let object = json!({"kenmerk": kenmerk, "rij": row.number, "bestand": path, "resultaat": word});
            self.session.line(&object.to_string());
        }
        Exit::Done
    }

    /// Writes the file of a case; in a dry run it only says what would become of it, `None` for a new file.
    fn put(&self, path: &Path, bytes: &[u8]) -> Result<Option<Written>, WriteError> {
        if !self.args.droog {
            return write(path, bytes, self.args.overschrijf).map(Some);
        }
        match read_if_there(path)? {
            None => Ok(None),
            Some(found) if found == bytes => Ok(Some(Written::Same)),
            Some(_) if self.args.overschrijf => Ok(None),
            Some(_) => Err(WriteError::Exists),
        }
    }

    /// Says what is wrong in a row.
    fn tell(&mut self, row: &Imported) {
        let mut told = self.args.json;
        for finding in &row.findings {
            if self.args.json {
                let object = self.object(finding, row).to_string();
                self.session.line(&object);
            } else if self.is_new(finding, row) {
                let text = self.text(finding, row);
                self.session.message(&text);
                told = true;
            }
        }
        self.silent += usize::from(!told);
    }

    /// Whether a finding is about its row, or about all rows and not yet told: no column gives a fact.
    fn is_new(&mut self, finding: &Diagnostic, row: &Imported) -> bool {
        let origins = finding.paths.iter().map(|path| row.places.exact(path));
        let all_rows = origins.clone().count() > 0
            && origins.into_iter().all(|it| matches!(it, Some(Origin::Option(_))));
        !all_rows || self.said.insert(format!("{} {:?}", finding.message, finding.paths))
    }

    /// A finding as an object: its places are row and column of the table.
    fn object(&self, finding: &Diagnostic, row: &Imported) -> Value {
        let source = Source {
            file: &self.file,
            document: None,
            text: "",
            first_line: row.number,
            places: &row.places,
        };
        let mut object = of_case(finding, &source, row.kenmerk.as_ref().map(Kenmerk::as_str));
        object["rij"] = row.number.into();
        object
    }

    /// A finding as text: `zaken.csv, rij 7, kolom C (V-nummer): …`, without a value of the table.
    fn text(&self, finding: &Diagnostic, row: &Imported) -> String {
        let places = finding.paths.iter().map(|path| match row.places.exact(path) {
            Some(Origin::File(place)) => {
                let at = (place.column as usize).saturating_sub(1);
                let name = self.header.get(at).map_or("", String::as_str);
                format!("kolom {} ({})", letters(at), character::shown(name))
            }
            Some(Origin::Option(origin)) => format!("{origin}: `{path}`"),
            None => format!("`{path}`"),
        });
        let mut places: Vec<String> = places.collect();
        places.dedup();
        let hint = finding.hint.as_ref().map_or_else(String::new, |hint| format!("\nhulp: {hint}"));
        let text =
            format!("{}, rij {}, {}: {}{hint}", self.file, row.number, places.join(" en "), finding.message);
        Fault::new(text).of(finding.code).text()
    }

    fn tell_counts(&mut self) {
        if self.silent > 0 {
            self.session.note(&format!(
                "wat hierboven zonder kolom staat, geldt ook voor {} andere rijen",
                self.silent
            ));
        }
        let Counts { rows, made, same, refused } = self.counts;
        let there = if same > 0 { format!(", er al: {same}") } else { String::new() };
        let word = if self.args.droog { "in orde" } else { "zaken gemaakt" };
        self.session.note(&format!("rijen: {rows}, {word}: {made}{there}, geweigerd: {refused}"));
    }

    /// Names the cases in the folder that no row of this table gave: a run over the folder would make letters of them too.
    fn tell_others(&mut self) {
        let Some(folder) = self.args.uitvoer.as_ref().filter(|folder| folder.exists()) else { return };
        let given: BTreeSet<String> = self.given.iter().map(|name| name_of(&folder.join(name))).collect();
        let found = cases::find(std::slice::from_ref(folder));
        let others: Vec<String> =
            found.iter().map(CaseFile::name).filter(|name| !given.contains(name)).collect();
        if others.is_empty() {
            return;
        }
        for name in others.iter().filter(|_| self.args.json) {
            let object =
                json!({"kenmerk": null, "rij": null, "bestand": name, "resultaat": "niet uit deze tabel"});
            self.session.line(&object.to_string());
        }
        const MOST: usize = 10;
        let first: Vec<&str> = others.iter().take(MOST).map(String::as_str).collect();
        let more = others.len().saturating_sub(MOST);
        let more = if more > 0 { format!(" en nog {more}") } else { String::new() };
        self.session.note(&format!(
            "let op: er staan ook zaken in {} die niet uit deze tabel komen: {}{more}\nhulp: haal weg wat niet meer klopt; `batch` maakt er ook brieven van",
            shown(folder),
            first.join(", ")
        ));
    }
}

/// The finding about a kenmerk that more rows have, in capitals or not.
fn double() -> Diagnostic {
    let message = "Dit kenmerk staat in meer dan één rij; van geen van deze rijen wordt een zaak gemaakt.";
    Diagnostic::new(Code::DoubleKenmerk, message, [Zaak::kenmerk])
        .with_hint("Elke rij is een zaak, met een eigen kenmerk.")
}
