//! The case as far as it is written: its text, what the program makes of it, and what the rules and tables say of its facts.

use crate::case::country::Country;
use crate::case::model::{
    Antwoord, Bekendmaking, Grond, Herbeoordeling, Keys, Maatregel, SoortStap, Stap, Stickerlocatie, Triage,
};
use crate::case::read::{Overrides, Reading, read_case};
use crate::case::split::{Document, Span};
use crate::case::text::{CaseText, New, path_below};
use crate::diagnostic::{Code, Diagnostic};
use crate::explain::bearing::{Bearing, FactTable};
use crate::law::book::RuleBook;
use crate::law::date::Date;
use crate::law::row::Provenance;
use crate::pipeline::{Assessed, Run};
use crate::schema;
use crate::words::{GroundId, GroundLetter, Holds, Key, Need, Occasion, RuleId, Vocabulary};
use serde_json::Value;

/// What belongs to every case: the rules, the table of facts, and what makes letters.
pub struct Tools<'a> {
    /// Makes the letters of a case.
    pub run: Run<'a>,
    /// The rules.
    pub book: &'a RuleBook,
    /// Which facts bear on which occasion.
    pub bearing: &'a FactTable,
}

/// A case that is being written, and what the program makes of it now.
pub struct Dossier<'a> {
    tools: &'a Tools<'a>,
    case: CaseText,
    /// What was read, with what the reader says of it.
    reading: Reading,
    assessed: Assessed,
}

/// Why a value was not taken.
pub enum Refused {
    /// What the reader of case files says of it.
    By(Box<Diagnostic>),
    /// The file is so written that the value cannot be set.
    ByTheFile,
}

impl<'a> Dossier<'a> {
    /// A case with this text; `notes` asks for a comment above each key that is added.
    pub fn new(tools: &'a Tools<'a>, text: String, notes: bool) -> Self {
        let (reading, assessed) = (read_case(&text, 1, &Overrides::default()), assess(tools, &text));
        let step = reading.value_at(Stap::soort.pattern());
        let step = step.as_ref().and_then(Value::as_str).and_then(SoortStap::from_word);
        Self { tools, case: CaseText { text, step, notes }, reading, assessed }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.case.text
    }

    /// What the program makes of it.
    pub fn assessed(&self) -> &Assessed {
        &self.assessed
    }

    /// The same case with a value set, or taken away with [`New::Nothing`].
    ///
    /// # Errors
    /// [`Refused`] when the reader has an objection to it that it had not before.
    pub fn with(&self, path: &str, value: &New) -> Result<Self, Refused> {
        let mut case = self.case.clone();
        case.set(path, value).map_err(|_| Refused::ByTheFile)?;
        let after = Self::new(self.tools, case.text, case.notes);
        let known = &self.reading.diagnostics;
        let objection = after.reading.diagnostics.iter().find(|finding| {
            !matches!(finding.code, Code::Missing | Code::EmptyDocument)
                && !known.iter().any(|old| old.code == finding.code && old.paths == finding.paths)
        });
        match objection {
            Some(finding) if *value != New::Nothing => Err(Refused::By(Box::new(finding.clone()))),
            _ => Ok(after),
        }
    }

    /// The same case without an item of a list.
    ///
    /// # Errors
    /// [`Refused::ByTheFile`] when the list is not so written that an item can go.
    pub fn without_item(&self, list: &str, item: usize) -> Result<Self, Refused> {
        let mut case = self.case.clone();
        case.remove_item(list, item).map_err(|_| Refused::ByTheFile)?;
        Ok(Self::new(self.tools, case.text, case.notes))
    }

    /// What was read.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The value at a path, as it is written; `None` when there is none.
    pub fn value(&self, path: &str) -> Option<Value> {
        self.reading.value_at(path).filter(|value| !value.is_null())
    }

    /// The key at a path.
    pub fn key(&self, path: &str) -> Option<&'static Key> {
        Keys::key_at(path, self.case.step)
    }

    /// The keys of the block at a path.
    pub fn keys(&self, path: &str) -> Option<&'static Keys> {
        Keys::at(path, self.case.step)
    }

    /// The step.
    pub fn step(&self) -> Option<SoortStap> {
        self.case.step
    }

    /// The step with its outcome or phase; `None` while they are not known.
    pub fn occasion(&self) -> Option<Occasion> {
        let step = self.case.step?;
        let further = [Stickerlocatie::uitkomst, Herbeoordeling::fase].into_iter().find_map(|fact| {
            let value = self.value(fact.pattern())?;
            value.as_str().map(|word| format!("{}.{word}", step.word()))
        });
        Occasion::from_word(&further.unwrap_or_default()).or_else(|| Occasion::from_word(step.word()))
    }

    /// What the table of facts says of a path on this occasion.
    pub fn bearing(&self, path: &str) -> Option<&Bearing> {
        self.tools.bearing.at(path, self.occasion()?)
    }

    /// Whether something can be asked at a path: a fact of it, or of the block there, counts on this occasion, or is one of
    /// which the table does not speak.
    pub fn counts(&self, path: &str) -> bool {
        let own = |path: &str| match self.bearing(path) {
            Some(Bearing::Counts(_)) | None => true,
            Some(Bearing::CountsNot(_) | Bearing::Contradicts) => false,
        };
        let Some(key) = self.key(path).filter(|key| key.holds == Holds::Block) else { return own(path) };
        let below = if key.need == Need::List { format!("{path}[0]") } else { path.to_owned() };
        let mut rows = self.keys(&below).into_iter().flat_map(Keys::rows);
        own(path) && rows.any(|row| self.counts(&path_below(&below, row.fact)))
    }

    /// The rows of the grounds that the case names.
    pub fn grounds(&self) -> Vec<String> {
        let grounds = self.value(Triage::gronden.pattern());
        let items = grounds.as_ref().and_then(Value::as_array).into_iter().flatten();
        let ids = items.filter_map(|ground| ground.get(Grond::grond.key()).and_then(Value::as_str));
        ids.map(str::to_owned).collect()
    }

    /// Whether a ground can carry a letter of this occasion; true while that cannot be said.
    pub fn can_carry(&self, ground: &str) -> bool {
        let carried: &[GroundLetter] = match self.case.step {
            Some(SoortStap::Herbeoordeling) => &[GroundLetter::Intrekking, GroundLetter::Beeindiging],
            Some(_) => &[GroundLetter::Weigering],
            None => return true,
        };
        let day = self.value(Bekendmaking::datum.pattern());
        let day = day.as_ref().and_then(Value::as_str).and_then(Date::parse);
        let row = GroundId::from_word(ground).zip(day).and_then(|(id, day)| self.tools.book.ground(id, day));
        row.is_none_or(|row| row.brieven.iter().any(|letter| carried.contains(letter)))
    }

    /// The row of a rule.
    pub fn rule(&self, id: RuleId) -> Option<&'a Provenance> {
        self.tools.book.row(id, None)
    }

    /// What a word means.
    pub fn meaning(&self, list: &Vocabulary, word: &str) -> String {
        schema::meaning(list, word, self.tools.book)
    }

    /// Of which item of a list a path speaks, in words: the ground, the question that was answered.
    pub fn about(&self, path: &str) -> Option<String> {
        let Some((item, _)) = path.rsplit_once("].") else {
            // Below the first blocks a key says too little alone.
            let (block, _) = path.rsplit_once('.').filter(|(block, _)| block.contains('.'))?;
            return self.key(block).map(|key| format!("Het gaat om: {}.", key.what));
        };
        let item = format!("{item}]");
        let word = |key: &str| {
            let value = self.value(&format!("{item}.{key}"))?;
            value.as_str().map(str::to_owned)
        };
        let selects = [Grond::grond.key(), Antwoord::vraag.key(), Maatregel::soort.key()];
        let name = selects.into_iter().find_map(word)?;
        Some(format!("Het gaat om {name}."))
    }

    /// A value as the officer reads it: a day and a country in words behind it.
    pub fn spelled(&self, key: &Key, value: &str) -> String {
        match key.holds {
            Holds::Date | Holds::BirthDate => match Date::parse(value) {
                Some(day) => format!("{value} ({})", day.dutch_long()),
                None => value.to_owned(),
            },
            Holds::Country | Holds::Nationalities => match Country::parse(value) {
                Some(country) => format!("{value} ({})", country.dutch_name()),
                None => value.to_owned(),
            },
            Holds::YesNo => if value == "true" { "ja" } else { "nee" }.to_owned(),
            _ => value.to_owned(),
        }
    }

    /// The value at a path with what it is: `feiten.toegekend_op: 2024-02-01 (dag waarop de bescherming is toegekend)`.
    pub fn shown(&self, path: &str) -> Option<String> {
        /// The most that is shown of a long text.
        const MOST: usize = 60;
        let value = self.value(path)?;
        let text = match &value {
            Value::String(text) => text.replace('\n', " "),
            Value::Bool(yes) => if *yes { "ja" } else { "nee" }.to_owned(),
            Value::Array(items) => {
                let words: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
                words.map_or_else(|| format!("{} onderdelen", items.len()), |words| words.join(", "))
            }
            _ => "ingevuld".to_owned(),
        };
        let long = text.chars().count() > MOST;
        let text: String = text.chars().take(MOST).chain(long.then_some('…')).collect();
        let what = self.key(path).map_or("", |key| key.what);
        Some(format!("{path}: {text} ({what})"))
    }

    /// The path at which the officer can change what stands at a path: of an item of a list of words, the list.
    pub fn editable(&self, path: &str) -> String {
        match path.strip_suffix(']').and_then(|path| path.rsplit_once('[')) {
            Some((list, _)) if self.key(list).is_some_and(|key| key.holds != Holds::Block) => list.to_owned(),
            _ => path.to_owned(),
        }
    }

    /// The list and the item of which a path says what it is: the ground of an item of `gronden`. Without it the item would
    /// be nothing.
    pub fn item_of(&self, path: &str) -> Option<(String, usize)> {
        let (item, key) = path.strip_suffix(']').map(|item| (item, "")).or_else(|| path.rsplit_once("]."))?;
        let (list, number) = item.rsplit_once('[')?;
        let selects = key.is_empty() || self.key(path).is_some_and(|key| key.need == Need::Required);
        Some((list.to_owned(), number.parse().ok()?)).filter(|_| selects)
    }
}

fn assess(tools: &Tools<'_>, text: &str) -> Assessed {
    let document = Document::of(1, 1, Span::default(), text.as_bytes().to_vec());
    tools.run.assess(document, &Overrides::default())
}
