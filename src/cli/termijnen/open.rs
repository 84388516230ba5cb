//! The voornemens that wait for a decision: the term for a zienswijze is over, and no besluit followed.

use super::deadline::{Deadline, Decision};
use crate::law::date::Date;
use crate::law::term::TermKind;
use std::collections::BTreeMap;

/// Of these deadlines those of a voornemen on which a besluit can be taken on this day, and was not. Of each case only the
/// last voornemen counts: an aanvullend voornemen, or a voornemen that was made again, gives a new term.
pub fn open(found: Vec<Deadline>, decisions: &[Decision], on: Date) -> Vec<Deadline> {
    let last = |days: &mut BTreeMap<String, Date>, kenmerk: &str, day: Date| {
        let known = days.entry(kenmerk.to_ascii_lowercase()).or_insert(day);
        *known = day.max(*known);
    };
    let (mut decided, mut announced) = (BTreeMap::new(), BTreeMap::new());
    for decision in decisions {
        last(&mut decided, decision.kenmerk.as_str(), decision.made_known);
    }
    let is_of_voornemen = |deadline: &Deadline| deadline.kind == TermKind::Zienswijze;
    for deadline in found.iter().filter(|deadline| is_of_voornemen(deadline)) {
        last(&mut announced, deadline.kenmerk.as_str(), deadline.made_known);
    }
    let waits = |deadline: &Deadline| {
        let kenmerk = deadline.kenmerk.as_str().to_ascii_lowercase();
        deadline.last_day < on
            && announced.get(&kenmerk) == Some(&deadline.made_known)
            && decided.get(&kenmerk).is_none_or(|decided| *decided <= deadline.made_known)
    };
    found.into_iter().filter(|deadline| is_of_voornemen(deadline) && waits(deadline)).collect()
}
