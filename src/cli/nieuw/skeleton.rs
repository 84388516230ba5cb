//! An empty case file for one step: every key that it can have, with above it what it is for and what it may hold.

use crate::case::model::{
    Adres, Case, Grond, Herbeoordeling, Keys, Shape, SoortStap, Stap, Stickerlocatie, Triage,
};
use crate::case::read::{Overrides, read_case};
use crate::case::text::{New, NewEntry, lines_of, note_of, path_below};
use crate::cli::session::Session;
use crate::cli::usage::Usage;
use crate::diagnostic::character::shown;
use crate::explain::bearing::{Bearing, FactTable};
use crate::law::book::RuleBook;
use crate::schema::{self, MODELINE};
use crate::words::{Fact, Fase, Holds, Key, Need, Occasion, UitkomstStickerlocatie, UitkomstTriage};

/// The line with which an editor finds the schema (`rtbrief schema zaak`), where that lies beside the case.
#[must_use]
pub fn schema_line() -> String {
    format!("{MODELINE}zaak.schema.json")
}

/// The empty case file of a step, with the outcome or the phase where that is named.
///
/// # Errors
/// [`Usage`] for a word that is no step, or no outcome or phase of this step.
pub fn text(
    step: &str,
    outcome: Option<&str>,
    phase: Option<&str>,
    session: &Session<'_>,
    bearing: &FactTable,
) -> Result<String, Usage> {
    let step = word_of("--stap", step, SoortStap::from_word, SoortStap::WORDS)?;
    let further = further(step, outcome, phase)?;
    let occasions = Occasion::ALL.iter().copied().filter(|occasion| {
        let named = || further.map(|word| format!("{}.{word}", step.word()));
        occasion.step() == step && named().is_none_or(|name| occasion.word() == name)
    });
    let book = session.book();
    let mut skeleton =
        Skeleton { step, further, occasions: occasions.collect(), bearing, book: &book, demanded: false };
    // Whether the step cannot do without grounds, the reader of case files knows.
    let reading = read_case(&skeleton.lines(), 1, &Overrides::default());
    skeleton.demanded = reading
        .diagnostics
        .iter()
        .any(|finding| finding.paths.iter().any(|path| path == Triage::gronden.pattern()));
    let about = further.map_or_else(|| step.word().to_owned(), |word| format!("{}, {word}", step.word()));
    Ok(format!(
        "{}\n# Een zaak bij de stap {about}. Vul achter de dubbele punt in wat u weet; wat leeg blijft, is onbekend.\n# Voor een sleutel waar `# ` voor staat, haalt u het hekje en de spatie weg. `rtbrief nieuw --hervat` vraagt wat er nog ontbreekt.\n{}",
        schema_line(),
        skeleton.lines()
    ))
}

/// The word of the outcome or the phase.
fn further(
    step: SoortStap,
    outcome: Option<&str>,
    phase: Option<&str>,
) -> Result<Option<&'static str>, Usage> {
    match (step, outcome, phase) {
        (SoortStap::Stickerlocatie, Some(word), None) => {
            let words = UitkomstStickerlocatie::WORDS;
            word_of("--uitkomst", word, UitkomstStickerlocatie::from_word, words).map(|it| Some(it.word()))
        }
        (SoortStap::Triage, Some(word), None) => {
            let words = UitkomstTriage::WORDS;
            word_of("--uitkomst", word, UitkomstTriage::from_word, words).map(|it| Some(it.word()))
        }
        (SoortStap::Herbeoordeling, None, Some(word)) => {
            word_of("--fase", word, Fase::from_word, Fase::WORDS).map(|it| Some(it.word()))
        }
        (_, None, None) => Ok(None),
        (_, Some(_), _) => Err(Usage::new(format!("de stap {} heeft geen `--uitkomst`", step.word()))),
        (_, None, Some(_)) => Err(Usage::new(format!("de stap {} heeft geen `--fase`", step.word()))),
    }
}

/// What an empty case file is made from.
struct Skeleton<'a> {
    step: SoortStap,
    /// The outcome or the phase, if it is named.
    further: Option<&'static str>,
    /// The occasions that it can be.
    occasions: Vec<Occasion>,
    bearing: &'a FactTable,
    book: &'a RuleBook,
    /// Whether the step cannot do without grounds.
    demanded: bool,
}

impl Skeleton<'_> {
    fn lines(&self) -> String {
        self.entries(Case::KEYS, "", true).iter().map(|entry| lines_of(entry, 0)).collect()
    }

    /// The keys of a block. With `on` they can be filled in at once; otherwise each is a comment.
    fn entries(&self, keys: &Keys, path: &str, on: bool) -> Vec<NewEntry> {
        let at = |key: &Key| path_below(path, key.fact);
        let mut rows: Vec<&Key> = keys.rows().filter(|key| self.can_have(&at(key))).collect();
        rows.sort_by_key(|key| {
            ![Stap::soort, Grond::grond].iter().any(|first| first.key() == key.fact.key())
        });
        rows.into_iter().map(|key| self.entry(key, &at(key), on)).collect()
    }

    /// Whether a case can have the fact on one of the occasions.
    fn can_have(&self, path: &str) -> bool {
        let against =
            |occasion: &Occasion| matches!(self.bearing.at(path, *occasion), Some(Bearing::Contradicts));
        !self.occasions.iter().all(against)
    }

    fn entry(&self, key: &Key, path: &str, on: bool) -> NewEntry {
        let mut entry = NewEntry::new(key.fact.key(), New::Nothing);
        entry.note = self.note(key);
        let fixed = |fact: Fact| fact.pattern() == path;
        entry.value = match (key.holds, key.need) {
            _ if fixed(Stap::soort) => New::Plain(self.step.word().to_owned()),
            _ if fixed(Stickerlocatie::uitkomst) || fixed(Herbeoordeling::fase) => {
                self.further.map_or(New::Nothing, |word| New::Plain(word.to_owned()))
            }
            (Holds::Block, Need::List) => {
                let needed = fixed(Triage::gronden) && self.demanded;
                entry.off = on && !needed;
                New::List(vec![New::Block(self.below(key, &format!("{path}[0]"), true))])
            }
            (Holds::Block, need) => {
                let whole = need == Need::Required || fixed(Case::feiten);
                New::Block(self.below(key, path, !on || whole))
            }
            _ => New::Nothing,
        };
        entry
    }

    /// What stands below a key. With `on` off the keys are a comment, each with its lines.
    fn below(&self, key: &Key, path: &str, on: bool) -> Vec<NewEntry> {
        let Some(keys) = Keys::at(path, Some(self.step)) else { return Vec::new() };
        let mut entries = self.entries(keys, path, on);
        // Of an address abroad the keys are others than those of one in the Netherlands, which is usual.
        let abroad = |entry: &NewEntry| Adres::FOREIGN.iter().any(|fact| fact.key() == entry.key);
        let is_address = Shape::of(key.fact)
            .iter()
            .any(|shape| matches!(shape, Shape::Keys(_, keys) if *keys == Adres::FOREIGN));
        for entry in &mut entries {
            entry.off |= !on || is_address && abroad(entry);
        }
        entries
    }

    /// The lines of comment above a key: what it is for, whether it is needed, and what its words mean.
    fn note(&self, key: &Key) -> Vec<String> {
        let needed =
            if key.need == Need::Required && key.holds != Holds::Block { " (verplicht)" } else { "" };
        let Holds::Words(list) = key.holds else { return vec![format!("{}{needed}", note_of(key))] };
        let mut lines = vec![format!("{}{needed}:", key.what)];
        for word in list.words {
            let meaning = schema::meaning(list, word, self.book);
            lines.push(format!("  {word} – {meaning}"));
        }
        lines
    }
}

/// A word of a closed list that an option names.
fn word_of<T>(option: &str, typed: &str, from: fn(&str) -> Option<T>, words: &[&str]) -> Result<T, Usage> {
    from(typed).ok_or_else(|| {
        Usage::new(format!("`{}` hoort niet bij `{option}`; kies uit: {}", shown(typed), words.join(", ")))
    })
}
