//! Checks whether a letter still agrees with its receipt: its file, its case, the versions, and the
//! letter when it is made again.

use super::cases::Found;
use super::receipts::Entry;
use crate::case::split::Document;
use crate::cli::exit::Exit;
use crate::decide::outcome::Outcome;
use crate::files::{open_regular, reason};
use crate::hash::Hash;
use crate::letter::document as letter;
use crate::letter::edition::template_of;
use crate::pipeline::{Assessed, Pipeline, Run};
use crate::receipt::{Letter, Receipt, Versions};
use std::collections::BTreeMap;
use std::fs;
use std::io;
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
            Self::LetterChanged => "brief_anders",
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

    /// Everything that does not agree with the receipt; `case` is the result of looking for its case.
    pub fn check(&self, entry: &Entry, case: Option<Found>) -> Vec<Difference> {
        let receipt = match &entry.receipt {
            Ok(receipt) => receipt,
            Err(why) => return vec![Difference::Receipt(why.clone())],
        };
        let mut found: Vec<Difference> =
            file_differences(&entry.folder.join(&receipt.letter.file), &receipt.letter);
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
        found
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

/// Compares the file of a letter with its receipt.
fn file_differences(path: &Path, letter: &Letter) -> Vec<Difference> {
    let difference = match is_unchanged(path, letter) {
        Ok(true) => return Vec::new(),
        Ok(false) => Difference::LetterChanged,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Difference::LetterGone,
        Err(error) => Difference::LetterUnreadable(reason(&error)),
    };
    vec![difference]
}

/// Whether a file has the length and the hash of a letter. A file with another length is not read.
fn is_unchanged(path: &Path, letter: &Letter) -> io::Result<bool> {
    let found = fs::metadata(path)?;
    if !found.is_file() || found.len() != letter.length {
        return Ok(false);
    }
    Ok(Hash::of_reader(open_regular(path)?)? == letter.hash)
}
