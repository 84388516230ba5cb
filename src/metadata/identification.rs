//! The identification of a letter for the Documenten API, which has room for 40 characters: the kenmerk, and a short code for
//! the letter. `RTB-2026-000019_WB` is the weigeringsbesluit, `…_IB2A` the copy of a second intrekkingsbesluit.

use super::described::Described;
use crate::hash::Hash;
use crate::words::LetterKind;

/// The most characters of an identification.
const MOST: usize = 40;
/// How many characters of a hash stand in for the end of a kenmerk that has no room.
const MARK: usize = 8;

/// The code of a letter; no two are the same.
const fn code(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Weigeringsbesluit => "WB",
        LetterKind::Opschortingsbrief => "OB",
        LetterKind::VoornemenIntrekking => "VI",
        LetterKind::VoornemenBeeindiging => "VB",
        LetterKind::AanvullendVoornemen => "AV",
        LetterKind::Intrekkingsbesluit => "IB",
        LetterKind::Beeindigingsbesluit => "BB",
        LetterKind::OpheffingInreisverbod => "HI",
        LetterKind::OpheffingOngewenstverklaring => "HO",
        LetterKind::Buitenbehandelingstelling => "BS",
    }
}

/// The identification of a letter. A code has no underscore, so the last one divides it from the kenmerk.
pub fn of(letter: &Described<'_>) -> String {
    let own = letter.stem.strip_prefix(letter.kenmerk).and_then(|rest| rest.strip_prefix('_'));
    let rest = own.and_then(|own| own.strip_prefix(letter.kind.id())).unwrap_or_default();
    let rest = rest.replace("_afschrift", "A").replace("_r", "R").replace(['-', '_'], "");
    let code = format!("{}{rest}", code(letter.kind));
    let whole = format!("{}_{code}", letter.kenmerk);
    if whole.chars().count() <= MOST {
        return whole;
    }
    let hash: String = Hash::of(letter.kenmerk).to_string().chars().take(MARK).collect();
    let room = MOST.saturating_sub(code.chars().count() + MARK + 2);
    let kenmerk: String = letter.kenmerk.chars().take(room).collect();
    format!("{kenmerk}-{hash}_{code}")
}

#[cfg(test)]
mod tests {
    use super::{Described, MOST, code, of};
    use crate::hash::Hash;
    use crate::words::LetterKind;
    use std::collections::BTreeSet;

    fn identification(kenmerk: &str, kind: LetterKind, ending: &str) -> String {
        let stem = format!("{kenmerk}_{}{ending}", kind.id());
        let (hash, length, date) = (Hash::default(), 0, "2026-11-20");
        let is_copy = ending.contains("afschrift");
        of(&Described { kenmerk, kind, is_copy, stem: &stem, file: "", hash, length, date, made_known: date })
    }

    #[test]
    fn an_identification_is_short_and_names_the_letter() {
        let refusal = |kenmerk, ending| identification(kenmerk, LetterKind::Weigeringsbesluit, ending);
        assert_eq!(refusal("RTB-2026-000019", ""), "RTB-2026-000019_WB");
        assert_eq!(refusal("RTB-2026-000019", "_afschrift"), "RTB-2026-000019_WBA");
        assert_eq!(refusal("RTB-2026-000019", "-2_afschrift_r3"), "RTB-2026-000019_WB2AR3");
        assert_eq!(refusal(&"K".repeat(37), ""), format!("{}_WB", "K".repeat(37)));
    }

    #[test]
    fn no_two_letters_have_the_same_one_and_none_is_too_long() {
        let codes: BTreeSet<&str> = LetterKind::ALL.iter().map(|kind| code(*kind)).collect();
        assert_eq!(codes.len(), LetterKind::ALL.len());
        let long = "K".repeat(39);
        let kenmerken =
            ["RTB-1", "RTB-1_WB", "RTB-12", &format!("{long}1"), &format!("{long}2"), &"K".repeat(38)];
        let mut found = BTreeSet::new();
        for kenmerk in kenmerken {
            for kind in LetterKind::ALL {
                for ending in
                    ["", "-2", "_afschrift", "-2_afschrift", "_r2", "_afschrift_r2", "-2_afschrift_r12"]
                {
                    let one = identification(kenmerk, *kind, ending);
                    assert!(one.len() <= MOST, "{one}");
                    assert!(found.insert(one.clone()), "twice: {one}");
                }
            }
        }
    }
}
