//! The names of the people in a letter, in every form in which it may write them.
//!
//! A reader should see a name on one line; only a name with a space, hyphen or apostrophe has a place where a line could end.

use super::initials::initials;
use super::words::capitalised;
use crate::case::model::Case;
use std::cmp::Reverse;

/// The characters at which a line may end inside a name.
const PLACES: [char; 6] = [' ', '-', '\'', '’', 'ʼ', '/'];

/// The names of the person, of who acts for the person and of the officer; longest first, without those of one word. Every
/// text of the letter is searched for them, so a form is left out where the words around it hold it together anyway: initials
/// before a capital.
pub(super) fn names(case: &Case) -> Vec<String> {
    let person = &case.vreemdeling;
    let family = person.achternaam.as_str();
    let mut names = vec![person.full_name(), family.to_owned()];
    if !family.starts_with(char::is_uppercase) {
        names.push(capitalised(family));
        let first = person.voornamen.as_ref();
        names.extend(first.map(|first| format!("{} {family}", initials(first.as_str()))));
    }
    let representatives = person.wettelijk_vertegenwoordiger.iter().map(|acting| &acting.naam);
    let others = representatives.chain(person.gemachtigde.iter().map(|representative| &representative.naam));
    names.extend(others.chain(&case.zaak.behandelaar).map(ToString::to_string));
    names.retain(|name| name.contains(PLACES));
    names.sort_by(|a, b| (Reverse(a.len()), a).cmp(&(Reverse(b.len()), b)));
    names.dedup();
    names
}
