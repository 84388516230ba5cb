//! Checks whether a letter still agrees with its receipt: its file, its case, the versions, and the
//! letter when it is made again.

use super::cases::Found;
use super::receipts::Entry;
use super::standing::Standing;
use crate::case::split::Document;
use crate::cli::exit::Exit;
use crate::decide::outcome::Outcome;
use crate::files::{open_regular, reason};
use crate::hash::Hash;
use crate::letter::document as letter;
use crate::letter::edition::template_of;
use crate::pipeline::{Assessed, Format, Pipeline, Run};
use crate::receipt::{Letter, Receipt, Versions};
use crate::signed::{self, Refusal};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// Something that does not agree with the receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The receipt itself cannot be read.
    Receipt(String),
    /// The file of the letter does not exist.
    LetterGone,
    /// The file of the letter does not have the bytes of the receipt.
    LetterChanged,
    /// Behind the bytes of the receipt stands something in the file of the letter that is not a signature alone.
    LetterAddedTo(Refusal),
    /// The file of the letter cannot be read.
    LetterUnreadable(&'static str),
    /// The case was not found.
    CaseGone,
    /// The case came through standard input, and is in none of the folders that were named.
    CaseFromStdin,
    /// The case has another text now.
    CaseChanged,
    /// The case cannot be read.
    CaseUnreadable(&'static str),
    /// The letter was made with another version of the program.
    Program(String),
    /// The rules are different.
    Rules,
    /// The templates are different.
    Templates,
    /// Another version of a template now holds for the day of bekendmaking than the one with which the
    /// letter was made.
    TemplateVersion {
        /// The file with which the letter was made.
        then: String,
        /// The file that holds for that day now; `None` when the template no longer exists.
        now: Option<String>,
    },
    /// The organisation is different.
    Organisation,
    /// The case no longer gives this letter.
    NotMade,
    /// The letter, when made again, has other bytes.
    MadeOtherwise,
}

impl Difference {
    /// Whether it says only that the case is not what it was. A letter that was made again since then, for another
    /// bekendmaking, may rest on a case that was corrected.
    pub const fn is_about_the_case(&self) -> bool {
        matches!(self, Self::CaseGone | Self::CaseFromStdin | Self::CaseChanged)
    }

    /// The exit for a letter with this difference.
    pub const fn exit(&self) -> Exit {
        match self {
            Self::Receipt(_) | Self::LetterUnreadable(_) | Self::CaseUnreadable(_) => Exit::Io,
            _ => Exit::Refused,
        }
    }

    /// The word for this difference in the JSON output.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Receipt(_) => "kwitantie_onleesbaar",
            Self::LetterGone => "brief_weg",
            Self::LetterChanged | Self::LetterAddedTo(_) => "brief_anders",
            Self::LetterUnreadable(_) => "brief_onleesbaar",
            Self::CaseGone | Self::CaseFromStdin => "zaak_weg",
            Self::CaseChanged => "zaak_anders",
            Self::CaseUnreadable(_) => "zaak_onleesbaar",
            Self::Program(_) => "programma",
            Self::Rules => "regels",
            Self::Templates => "sjablonen",
            Self::TemplateVersion { .. } => "sjabloonversie",
            Self::Organisation => "organisatie",
            Self::NotMade => "opnieuw_geen_brief",
            Self::MadeOtherwise => "opnieuw_anders",
        }
    }

    /// The description of this difference for the user.
    pub fn dutch(&self) -> String {
        match self {
            Self::Receipt(why) => why.clone(),
            Self::LetterGone => "het bestand van de brief is er niet".to_owned(),
            Self::LetterChanged => "het bestand van de brief is veranderd".to_owned(),
            Self::LetterAddedTo(why) => format!("het bestand van de brief is veranderd: {}", why.dutch()),
            Self::LetterUnreadable(why) => {
                format!("het bestand van de brief kan niet worden gelezen ({why})")
            }
            Self::CaseGone => "de zaak is niet gevonden".to_owned(),
            Self::CaseFromStdin => "de zaak kwam van standaardinvoer".to_owned(),
            Self::CaseChanged => "de zaak is veranderd".to_owned(),
            Self::CaseUnreadable(why) => format!("de zaak kan niet worden gelezen ({why})"),
            Self::Program(version) => format!("de brief is gemaakt met versie {version} van het programma"),
            Self::Rules => "de regels zijn veranderd".to_owned(),
            Self::Templates => "de sjablonen zijn veranderd".to_owned(),
            Self::TemplateVersion { then, now: Some(now) } => {
                format!("de brief is gemaakt met {then}, maar voor de dag van de bekendmaking geldt nu {now}")
            }
            Self::TemplateVersion { then, now: None } => {
                format!("de brief is gemaakt met {then}, maar dat sjabloon is er niet meer")
            }
            Self::Organisation => "de organisatie is een andere of is veranderd".to_owned(),
            Self::NotMade => "uit de zaak komt deze brief niet meer".to_owned(),
            Self::MadeOtherwise => "opnieuw gemaakt is de brief anders".to_owned(),
        }
    }
}

/// What came out of the check of a letter.
pub struct Checked {
    /// Everything that does not agree with the receipt.
    pub differences: Vec<Difference>,
    /// Whether its file has the bytes of the receipt and a signature behind them.
    pub is_signed: bool,
}

impl Checked {
    /// The exit for this letter.
    pub fn exit(&self) -> Exit {
        self.differences.iter().fold(Exit::Done, |exit, difference| exit.and(difference.exit()))
    }

    /// How the letter stands.
    pub fn standing(&self) -> Standing {
        match self.exit() {
            Exit::Done if self.is_signed => Standing::Signed,
            Exit::Done => Standing::Same,
            Exit::Io => Standing::Unread,
            _ => Standing::Other,
        }
    }
}

/// Makes letters again and compares them with their receipts.
pub struct Verifier<'a> {
    pipeline: &'a Pipeline,
    run: Run<'a>,
    versions: Versions,
}

impl<'a> Verifier<'a> {
    /// A verifier with the current rules, templates and organisation.
    pub fn of(pipeline: &'a Pipeline) -> Self {
        Self { pipeline, run: pipeline.run(), versions: Versions::of(pipeline) }
    }

    /// Compares a letter with its receipt; `case` is the result of looking for its case.
    pub fn check(&self, entry: &Entry, case: Option<Found>) -> Checked {
        let receipt = match &entry.receipt {
            Ok(receipt) => receipt,
            Err(why) => {
                return Checked { differences: vec![Difference::Receipt(why.clone())], is_signed: false };
            }
        };
        let file = compare_file(&entry.folder.join(&receipt.letter.file), &receipt.letter);
        let is_signed = file == Ok(Agreement::Signed);
        let mut found: Vec<Difference> = file.err().into_iter().collect();
        let (case, case_difference) = match case {
            Some(Found::Here(document)) => (Some(document), None),
            Some(Found::Changed) => (None, Some(Difference::CaseChanged)),
            Some(Found::Unreadable(error)) => (None, Some(Difference::CaseUnreadable(reason(&error)))),
            Some(Found::FromStdin) => (None, Some(Difference::CaseFromStdin)),
            Some(Found::Gone) | None => (None, Some(Difference::CaseGone)),
        };
        found.extend(case_difference);
        found.extend(self.version_differences(&receipt.versions));
        found.extend(case.into_iter().flat_map(|document| self.remake(receipt, document)));
        Checked { differences: found, is_signed }
    }

    fn version_differences(&self, then: &Versions) -> impl Iterator<Item = Difference> {
        let now = &self.versions;
        let program = (then.program != now.program).then(|| Difference::Program(then.program.clone()));
        let rules = (then.rules != now.rules).then_some(Difference::Rules);
        let templates = (then.templates != now.templates).then_some(Difference::Templates);
        let organisation = (then.organisation != now.organisation).then_some(Difference::Organisation);
        [program, rules, templates, organisation].into_iter().flatten()
    }

    /// Makes the letter again from its case, and compares it with the receipt.
    fn remake(&self, receipt: &Receipt, document: Document) -> Vec<Difference> {
        let Receipt { letter, options, .. } = receipt;
        let assessed = self.run.assess(document, options);
        let made = assessed.letters.iter().find(|made| made.file_stem == letter.stem);
        let mut found = self.template_versions(letter, &assessed, made);
        match made.map(|made| self.pipeline.render(made, letter.format)) {
            Some(Ok(bytes)) if Hash::of(&bytes) == letter.hash => {}
            Some(Ok(_)) => found.push(Difference::MadeOtherwise),
            Some(Err(_)) | None => found.push(Difference::NotMade),
        }
        found
    }

    /// The templates of which another version now holds for the day of bekendmaking. Only templates with
    /// a dated version, in the old letter or in the one made again, are compared.
    fn template_versions(
        &self,
        letter: &Letter,
        assessed: &Assessed,
        made: Option<&letter::Document>,
    ) -> Vec<Difference> {
        let Outcome::Letters(case, _) = &assessed.decision.outcome else { return Vec::new() };
        let day = case.bekendmaking.datum;
        let now = made.map(letter::Document::dated_templates).unwrap_or_default();
        let mut then: BTreeMap<String, &str> = BTreeMap::new();
        let dated = letter.dated_templates.iter().map(|file| (template_of(file), file.as_str()));
        then.extend(dated);
        let templates_now: Vec<String> = now.iter().map(|file| template_of(file)).collect();
        for template in &templates_now {
            then.entry(template.clone()).or_insert(template);
        }
        let differs = |(template, then): (&String, &&str)| {
            let now = self.pipeline.templates.version(template, day).map(|source| source.name.clone());
            (now.as_deref() != Some(*then))
                .then(|| Difference::TemplateVersion { then: (*then).to_owned(), now })
        };
        then.iter().filter_map(differs).collect()
    }
}

/// How the file of a letter agrees with its receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Agreement {
    /// Byte for byte.
    Same,
    /// Byte for byte, with a signature behind it.
    Signed,
}

/// Compares the file of a letter with its receipt.
fn compare_file(path: &Path, letter: &Letter) -> Result<Agreement, Difference> {
    read_and_compare(path, letter).unwrap_or_else(|error| {
        Err(match error.kind() {
            io::ErrorKind::NotFound => Difference::LetterGone,
            _ => Difference::LetterUnreadable(reason(&error)),
        })
    })
}

/// A file that is shorter than the letter, or so much longer that no signature explains it, is not read.
fn read_and_compare(path: &Path, letter: &Letter) -> io::Result<Result<Agreement, Difference>> {
    let found = fs::metadata(path)?;
    let more = found.len().checked_sub(letter.length).filter(|_| found.is_file());
    let may_be_signed = letter.format == Format::Pdf
        && letter.length <= signed::MAX_LETTER
        && more.is_some_and(|more| more <= signed::MAX_UPDATE);
    if more != Some(0) && !may_be_signed {
        return Ok(Err(Difference::LetterChanged));
    }
    let mut file = open_regular(path)?;
    if more == Some(0) {
        let is_same = Hash::of_reader(file)? == letter.hash;
        return Ok(if is_same { Ok(Agreement::Same) } else { Err(Difference::LetterChanged) });
    }
    let mut bytes = Vec::new();
    file.by_ref().take(letter.length).read_to_end(&mut bytes)?;
    if Hash::of(&bytes) != letter.hash {
        return Ok(Err(Difference::LetterChanged));
    }
    let length = bytes.len();
    file.take(signed::MAX_UPDATE + 1).read_to_end(&mut bytes)?;
    Ok(match signed::check(&bytes, length) {
        Ok(()) => Ok(Agreement::Signed),
        Err(why) => Err(Difference::LetterAddedTo(why)),
    })
}
