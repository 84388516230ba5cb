//! The order in which letters are made, printed and registered: case by case, or with codes letter by letter in the order
//! of their file.
//!
//! With codes the letters of a case may be far apart, because an afschrift has another address. Each is then made at its
//! own turn, so that no letter waits in memory.

use super::codes::Codes;
use super::error::BatchError;
use super::index::Entry;
use super::letter_id::LetterId;
use super::planned_letter::Delivery;
use std::collections::BTreeMap;

/// What is made next: the letters of a case, or one of them.
#[derive(Clone, Copy, Debug)]
pub struct Turn<'e> {
    /// The case.
    pub entry: &'e Entry,
    /// The one letter that is made, by its place among the letters of the case, and its code line, which may be empty;
    /// `None` for all letters of the case.
    pub only: Option<(usize, &'e str)>,
}

/// Everything that a run makes, in order.
pub enum Turns<'e> {
    /// Case by case.
    Cases(&'e [Entry]),
    /// Letter by letter.
    Letters(Vec<Turn<'e>>),
}

impl<'e> Turns<'e> {
    /// The order of a run: that of the codes, if there are any. Letters that the file does not name, because they do not
    /// go by post or have no room for a code, come last.
    ///
    /// # Errors
    /// When the file names a letter that this run does not make or that can have no code, gives one no code that has room
    /// for it, or lacks one.
    pub fn new(entries: &'e [Entry], codes: Option<&'e Codes>) -> Result<Self, BatchError> {
        let Some(codes) = codes else { return Ok(Self::Cases(entries)) };
        let letters = || {
            entries.iter().flat_map(|entry| {
                entry.letters.iter().enumerate().map(move |(place, letter)| (entry, place, *letter))
            })
        };
        let mut left: BTreeMap<LetterId, (&Entry, usize, Delivery)> =
            letters().map(|(entry, place, letter)| (letter.id, (entry, place, letter.delivery))).collect();
        let (mut turns, mut wrong) = (Vec::with_capacity(left.len()), Vec::new());
        for row in &codes.rows {
            let found = left.remove(&row.id);
            let why = match (found.map(|(.., delivery)| delivery), row.text.is_empty()) {
                (None, _) => Some("deze id hoort bij geen brief van deze opdracht"),
                (Some(Delivery::NotPosted), _) => Some("deze brief gaat niet met de post"),
                (Some(Delivery::Uncoded), false) => Some(
                    "het adres van deze brief heeft zo veel regels dat de codeerregel er niet boven past; laat hem leeg",
                ),
                (Some(Delivery::Coded), true) => Some("de codeerregel ontbreekt"),
                (Some(Delivery::Uncoded), true) | (Some(Delivery::Coded), false) => None,
            };
            wrong.extend(why.map(|why| (row.line, why.to_owned())));
            turns.extend(found.map(|(entry, place, _)| Turn { entry, only: Some((place, &*row.text)) }));
        }
        codes.refuse(wrong)?;
        let is_left = |id: &LetterId| left.contains_key(id);
        let missing: Vec<LetterId> = letters()
            .filter(|(.., letter)| letter.delivery == Delivery::Coded && is_left(&letter.id))
            .map(|(.., letter)| letter.id)
            .collect();
        if !missing.is_empty() {
            return Err(codes.lacks(&missing));
        }
        let rest = letters().filter(|(.., letter)| is_left(&letter.id));
        turns.extend(rest.map(|(entry, place, _)| Turn { entry, only: Some((place, "")) }));
        Ok(Self::Letters(turns))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Cases(entries) => entries.len(),
            Self::Letters(turns) => turns.len(),
        }
    }

    /// The turns, so many together.
    pub fn chunks(&self, size: usize) -> Box<dyn Iterator<Item = Vec<Turn<'e>>> + '_> {
        match self {
            Self::Cases(entries) => Box::new(
                entries
                    .chunks(size)
                    .map(|chunk| chunk.iter().map(|entry| Turn { entry, only: None }).collect()),
            ),
            Self::Letters(turns) => Box::new(turns.chunks(size).map(<[Turn<'e>]>::to_vec)),
        }
    }
}
