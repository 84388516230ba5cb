//! Whether a letter is still what its receipt says: its file, its case, and what comes out today.

use super::cases::Found;
use super::receipts::Entry;
use crate::case::split::Document;
use crate::cli::exit::Exit;
use crate::files::reason;
use crate::hash::{Hash, Hasher};
use crate::pipeline::{Pipeline, Run};
use crate::receipt::{Letter, Receipt, Versions};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Something that is not as the receipt says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The receipt itself cannot be read.
    Receipt(String),
    /// The file of the letter is gone.
    LetterGone,
    /// The file of the letter has other bytes.
    LetterChanged,
    /// The file of the letter cannot be read.
    LetterUnreadable(&'static str),
    /// The case was not found.
    CaseGone,
    /// The case says something else now.
    CaseChanged,
    /// The case cannot be read.
    CaseUnreadable(&'static str),
    /// The program has another version.
    Program(String),
    /// The rules are others.
    Rules,
    /// The templates are others.
    Templates,
    /// The organisation is another.
    Organisation,
    /// The case does not give this letter any more.
    NotMade,
    /// The letter, made again, has other bytes.
    MadeOtherwise,
}

impl Difference {
    /// How a letter with this difference ends.
    pub const fn exit(&self) -> Exit {
        match self {
            Self::Receipt(_) | Self::LetterUnreadable(_) | Self::CaseUnreadable(_) => Exit::Io,
            _ => Exit::Refused,
        }
    }

    /// The word for other programs.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Receipt(_) => "kwitantie_onleesbaar",
            Self::LetterGone => "brief_weg",
            Self::LetterChanged => "brief_anders",
            Self::LetterUnreadable(_) => "brief_onleesbaar",
            Self::CaseGone => "zaak_weg",
            Self::CaseChanged => "zaak_anders",
            Self::CaseUnreadable(_) => "zaak_onleesbaar",
            Self::Program(_) => "programma",
            Self::Rules => "regels",
            Self::Templates => "sjablonen",
            Self::Organisation => "organisatie",
            Self::NotMade => "opnieuw_geen_brief",
            Self::MadeOtherwise => "opnieuw_anders",
        }
    }

    /// The clause for people.
    pub fn dutch(&self) -> String {
        match self {
            Self::Receipt(why) => why.clone(),
            Self::LetterGone => "het bestand van de brief is er niet".to_owned(),
            Self::LetterChanged => "het bestand van de brief is veranderd".to_owned(),
            Self::LetterUnreadable(why) => {
                format!("het bestand van de brief kan niet worden gelezen ({why})")
            }
            Self::CaseGone => "de zaak is niet gevonden".to_owned(),
            Self::CaseChanged => "de zaak is veranderd".to_owned(),
            Self::CaseUnreadable(why) => format!("de zaak kan niet worden gelezen ({why})"),
            Self::Program(version) => format!("de brief is gemaakt met versie {version} van het programma"),
            Self::Rules => "de regels zijn veranderd".to_owned(),
            Self::Templates => "de sjablonen zijn veranderd".to_owned(),
            Self::Organisation => "de organisatie is een andere of is veranderd".to_owned(),
            Self::NotMade => "uit de zaak komt deze brief niet meer".to_owned(),
            Self::MadeOtherwise => "opnieuw gemaakt is de brief anders".to_owned(),
        }
    }
}

/// Makes letters again and compares.
pub struct Verifier<'a> {
    pipeline: &'a Pipeline,
    run: Run<'a>,
    versions: Versions,
}

impl<'a> Verifier<'a> {
    /// With the rules, templates and organisation of today.
    pub fn of(pipeline: &'a Pipeline) -> Self {
        Self { pipeline, run: pipeline.run(), versions: Versions::of(pipeline) }
    }

    /// Everything that is not as the receipt says; `case` is what became of its case.
    pub fn check(&self, entry: &Entry, case: Option<Found>) -> Vec<Difference> {
        let receipt = match &entry.receipt {
            Ok(receipt) => receipt,
            Err(why) => return vec![Difference::Receipt(why.clone())],
        };
        let mut found: Vec<Difference> = letter(&entry.folder.join(&receipt.letter.file), &receipt.letter);
        let (case, of_case) = match case {
            Some(Found::Here(document)) => (Some(document), None),
            Some(Found::Changed) => (None, Some(Difference::CaseChanged)),
            Some(Found::Unreadable(error)) => (None, Some(Difference::CaseUnreadable(reason(&error)))),
            Some(Found::Gone) | None => (None, Some(Difference::CaseGone)),
        };
        found.extend(of_case);
        found.extend(self.versions(&receipt.versions));
        found.extend(case.and_then(|document| self.again(receipt, document)));
        found
    }

    fn versions(&self, then: &Versions) -> impl Iterator<Item = Difference> {
        let now = &self.versions;
        let program = (then.program != now.program).then(|| Difference::Program(then.program.clone()));
        let rules = (then.rules != now.rules).then_some(Difference::Rules);
        let templates = (then.templates != now.templates).then_some(Difference::Templates);
        let organisation = (then.organisation != now.organisation).then_some(Difference::Organisation);
        [program, rules, templates, organisation].into_iter().flatten()
    }

    /// Makes the letter again from its case.
    fn again(&self, receipt: &Receipt, document: Document) -> Option<Difference> {
        let Receipt { letter, options, .. } = receipt;
        let assessed = self.run.assess(document, options);
        let made = assessed.letters.iter().find(|made| made.file_stem == letter.stem);
        let Some(Ok(bytes)) = made.map(|made| self.pipeline.render(made, letter.format)) else {
            return Some(Difference::NotMade);
        };
        (Hash::of(bytes) != letter.hash).then_some(Difference::MadeOtherwise)
    }
}

/// Compares the file of a letter with its receipt.
fn letter(path: &Path, letter: &Letter) -> Vec<Difference> {
    let difference = match same(path, letter) {
        Ok(true) => return Vec::new(),
        Ok(false) => Difference::LetterChanged,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Difference::LetterGone,
        Err(error) => Difference::LetterUnreadable(reason(&error)),
    };
    vec![difference]
}

/// Whether a file has the length and the hash of a letter; it is read only if it has the length.
fn same(path: &Path, letter: &Letter) -> io::Result<bool> {
    let found = fs::metadata(path)?;
    if !found.is_file() || found.len() != letter.length {
        return Ok(false);
    }
    let (mut file, mut hasher) = (File::open(path)?, Hasher::default());
    let mut buffer = [0; 1 << 14];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hasher.finish() == letter.hash),
            read => hasher.update(buffer.get(..read).unwrap_or_default()),
        }
    }
}
