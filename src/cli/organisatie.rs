//! Which organisation sends the letters: `--organisatie`, then `RTBRIEF_ORGANISATIE`, then
//! `./organisatie.yaml`, then the XDG configuration folder, then the built-in example (docs/spec/cli.md).

use super::environment::Environment;
use super::fault::Fault;
use super::huisstijl;
use super::usage::Usage;
use crate::batch::clock;
use crate::diagnostic::{Code, Diagnostic};
use crate::files::{reason, shown};
use crate::law::book::RuleBook;
use crate::letter::Organisation;
use crate::render::look::Look;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The name of the file, in the working folder and in the configuration folder.
const FILE: &str = "organisatie.yaml";
/// The largest size of the file in bytes.
const MAX_BYTES: u64 = 1 << 20;

/// The organisation that sends the letters, with its look.
pub struct Sender {
    /// The organisation that sends the letters.
    pub organisation: Organisation,
    /// The look of its letters, made from its house style.
    pub look: Arc<Look>,
    /// Whether this is the built-in example, because no file was found.
    pub is_built_in: bool,
}

/// Finds and reads the organisation and its house style; `named` is the path given on the command line.
///
/// # Errors
/// [`Usage`] when a file that was named does not exist, or when the file that is used cannot be read or
/// has an error.
pub fn find(named: Option<&Path>, environment: &Environment, book: &RuleBook) -> Result<Sender, Usage> {
    let (mut organisation, path) = organisation(named, environment, book)?;
    let look = match &path {
        Some(path) => huisstijl::read_look(&mut organisation, path)?,
        None => Look::built_in(),
    };
    Ok(Sender { organisation, look, is_built_in: path.is_none() })
}

/// Finds and reads the organisation without the files of its house style. Also gives the path of its file;
/// `None` for the built-in example.
///
/// # Errors
/// The same as [`find`].
pub fn organisation(
    named: Option<&Path>,
    environment: &Environment,
    book: &RuleBook,
) -> Result<(Organisation, Option<PathBuf>), Usage> {
    let found = |organisation, path: &Path| (organisation, Some(path.to_owned()));
    if let Some(path) = named.or(environment.organisation.as_deref()) {
        let missing = || unusable(path, "is niet gevonden");
        return Ok(found(read(path, book)?.ok_or_else(missing)?, path));
    }
    for path in places(environment) {
        if let Some(organisation) = read(&path, book)? {
            return Ok(found(organisation, &path));
        }
    }
    Ok((Organisation::example().map_err(|d| usage_error(FILE, &d))?, None))
}

/// Where the file is looked for when none is named, in this order.
fn places(environment: &Environment) -> impl Iterator<Item = PathBuf> {
    let config = environment.config.as_ref().map(|folder| folder.join("rtbrief").join(FILE));
    std::iter::once(PathBuf::from(FILE)).chain(config)
}

/// Every file that changes what [`find`] gives: where it looks, and what the house style names.
pub fn files(named: Option<&Path>, environment: &Environment, book: &RuleBook) -> Vec<PathBuf> {
    let mut files = match named.or(environment.organisation.as_deref()) {
        Some(path) => vec![path.to_owned()],
        None => places(environment).collect(),
    };
    // A file with an error names nothing; when it is put right, it is asked again.
    if let Ok((organisation, Some(path))) = organisation(named, environment, book) {
        let folder = path.parent().unwrap_or(Path::new(""));
        files.extend(huisstijl::files(&organisation.huisstijl).map(|file| folder.join(file)));
    }
    files
}

/// Reads the file of an organisation and holds what it confirms against the rules; `None` when it does not exist.
fn read(path: &Path, book: &RuleBook) -> Result<Option<Organisation>, Usage> {
    let failed = |e: &io::Error| unusable(path, &format!("kan niet worden gelezen: {}", reason(e)));
    match fs::metadata(path) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(failed(&e)),
        Ok(found) if found.len() > MAX_BYTES => {
            return Err(unusable(path, "is te groot"));
        }
        Ok(_) => {}
    }
    let bytes = fs::read(path).map_err(|e| failed(&e))?;
    let text = String::from_utf8(bytes).map_err(|_| unusable(path, "is geen UTF-8"))?;
    let refused = |finding: Box<Diagnostic>| usage_error(&shown(path), &finding);
    let organisation = Organisation::from_yaml(&text).map_err(refused)?;
    organisation.bevestigd.check(book, clock::latest_day()).map_err(refused)?;
    Ok(Some(organisation))
}

/// The error about a file that cannot be used at all.
fn unusable(path: &Path, why: &str) -> Usage {
    let file = shown(path);
    Usage::of_fault(
        &Fault::new(format!("het organisatiebestand {file} {why}")).of(Code::Organisation).about(file),
    )
}

fn usage_error(file: &str, finding: &Diagnostic) -> Usage {
    let hint = finding.hint.as_ref().map_or_else(String::new, |h| format!("\nhulp: {h}"));
    Usage::coded(finding.code, Some(file), &format!("{}{hint}", finding.message))
}
