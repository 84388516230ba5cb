//! `sjablonen vergelijk --pdf`: each letter that changes in a file with its old and its new form side by side.

use super::difference::differing;
use crate::hash::Hash;
use crate::letter::document::Document;
use crate::render::pdf::comparison::{Change, Comparison, Paged, Side};
use crate::render::pdf::writing::metadata::About;
use crate::render::pdf::{PdfError, Press};

/// Makes the files.
pub struct Printer<'a> {
    /// Lays out the letters and writes the files.
    pub press: &'a Press,
    /// The hashes of the old and of the new templates.
    pub templates: [Hash; 2],
}

/// A form of the letter: none, one on its pages, or one that does not fit on them.
type Form = Option<Result<Paged, PdfError>>;

impl Printer<'_> {
    /// The file of a letter that changes; one of its two forms may be absent.
    ///
    /// # Errors
    /// The file cannot be written, which does not happen in memory.
    pub fn print(&self, old: Option<&Document>, new: Option<&Document>) -> Result<Vec<u8>, PdfError> {
        let Some(letter) = new.or(old) else { return Err(PdfError::Content) };
        let look = self.press.look();
        let forms: [Form; 2] = [old, new].map(|form| form.map(|form| Paged::new(form, look)));
        let changed = match &forms {
            [Some(Ok(old)), Some(Ok(new))] => differing(old.words(), new.words()),
            // Where there is no other form, nothing of this one stands out.
            _ => [Vec::new(), Vec::new()],
        };
        let same_words = changed.iter().flatten().all(|changed| !changed);
        let both = forms.iter().all(Option::is_some);
        let [old_changed, new_changed] = changed;
        let sides = [
            self.side(0, &forms, letter, old_changed, same_words && both),
            self.side(1, &forms, letter, new_changed, same_words && both),
        ];
        let title = format!("Verschil: {}", letter.file_stem);
        let about =
            About { title: &title, author: &letter.sender.name, date: &letter.date_iso, letter: None };
        self.press.compare(&Comparison::new(&sides, look), &about)
    }

    /// A side: 0 is the old one.
    fn side<'f>(
        &self,
        number: usize,
        forms: &'f [Form; 2],
        letter: &Document,
        changed: Vec<bool>,
        same_words: bool,
    ) -> Side<'f> {
        let (name, of, change, marks) = match number {
            0 => ("Oud", "oude", Change::Goes, "Doorgehaald, met een streep ernaast: dit vervalt."),
            _ => ("Nieuw", "nieuwe", Change::Comes, "Onderstreept, met een streep ernaast: dit komt erbij."),
        };
        let [form, other] = [&forms[number], &forms[1 - number]];
        let marks = match (form, other) {
            (Some(Ok(_)), Some(Ok(_))) if same_words => "De woorden zijn dezelfde.".to_owned(),
            (Some(Ok(_)), Some(Ok(_))) => marks.to_owned(),
            _ => "Er is niets aangestreept, want er is geen andere kant om mee te vergelijken.".to_owned(),
        };
        let (letter_of_form, absent) = match form {
            None if number == 0 => {
                (None, "Komt erbij: met de oude sjablonen is deze brief er niet.".to_owned())
            }
            None => (None, "Vervalt: met de nieuwe sjablonen is deze brief er niet.".to_owned()),
            Some(Err(error)) => (None, format!("Met deze sjablonen past de brief niet: {error}.")),
            Some(Ok(paged)) => (Some(paged), String::new()),
        };
        Side {
            title: format!("{name}: {}", letter.file_stem),
            notes: vec![format!("De {of} sjablonen: sha256 {}", self.templates[number]), marks],
            absent,
            letter: letter_of_form,
            changed,
            change,
        }
    }
}
