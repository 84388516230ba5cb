//! What `decide` says: letters, no letter, a question for an officer, or a refusal.

pub use super::clause::Clause;
pub use super::draft::Draft;
pub use super::known::Known;
pub use super::letter_plan::{Letter, LetterPlan, LetterTerm};
use super::trace::Trace;
use crate::case::model::{Bekendmaking, Case};
use crate::diagnostic::Diagnostic;
use crate::words::{Condition, Fact, RuleId, words};

/// What became of a case, with everything that explains it.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The outcome.
    pub outcome: Outcome,
    /// Where an officer must decide or write first: the letter as far as it is certain.
    pub draft: Option<Draft>,
    /// Every rule used, with the facts it read.
    pub trace: Trace,
    /// Where no letter follows: the rules that say so.
    pub no_letter: Vec<RuleId>,
    /// The target group check (WI H1), a1 to u5.
    pub doelgroep: Vec<ConditionResult>,
    /// The bewijs van verblijf, with a toekenning only.
    pub bewijs_van_verblijf: Option<BewijsVanVerblijf>,
    /// Whether the `afwijking` of the case set a contradiction or a question aside.
    pub afwijking: bool,
}

/// The four outcomes, in docs/spec/letters.md section 1.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Letters follow.
    Letters(Box<CheckedCase>, Vec<LetterPlan>),
    /// A rule says that no letter follows.
    NoLetter,
    /// A person must decide first: the questions.
    OfficerMustDecide(Vec<Diagnostic>),
    /// Refused: the errors and contradictions.
    Refused(Vec<Diagnostic>),
}

impl Outcome {
    /// The word of `uitleg --json`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Letters(..) => "brieven",
            Self::NoLetter => "geen_brief",
            Self::OfficerMustDecide(_) => "ambtenaar_beslist",
            Self::Refused(_) => "geweigerd",
        }
    }
}

/// A case for which letters follow: no error and no question is left. Only `decide` can make one.
#[derive(Clone, Debug)]
pub struct CheckedCase(pub(super) Case);

impl std::ops::Deref for CheckedCase {
    type Target = Case;
    fn deref(&self) -> &Case {
        &self.0
    }
}

/// One condition of the target group check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConditionResult {
    /// Which condition.
    pub condition: Condition,
    /// Met, not met, unknown.
    pub result: Known,
    /// The facts that the condition asks for.
    pub facts: &'static [Fact],
    /// What tells how those facts count; a case need not have it.
    pub besides: &'static [Fact],
    /// The day that the facts are held against, where the condition needs one.
    pub day: Option<Fact>,
    /// Whether the condition holds on the day of bekendmaking; if not, nobody meets it.
    pub in_force: bool,
}

impl ConditionResult {
    /// Every fact that was read to try the condition, each with whether the condition asks for it: such a fact says
    /// something where it is absent too.
    pub fn read(&self) -> impl Iterator<Item = (Fact, bool)> {
        let (asked, others) = if self.in_force { (self.facts, self.besides) } else { (&[][..], &[][..]) };
        let day = if self.in_force { self.day } else { Some(Bekendmaking::datum) };
        let asked = asked.iter().map(|fact| (*fact, true));
        asked.chain(others.iter().copied().chain(day).map(|fact| (fact, false)))
    }
}

words! {
    /// Proof of residence (WI H2), in the words of `uitleg --json`.
    BewijsVanVerblijf {
        /// Sticker in the passport.
        StickerPaspoort = "sticker_paspoort",
        /// Sticker on a loose sheet.
        StickerInlegvel = "sticker_inlegvel",
        /// O-document.
        ODocument = "o_document",
        /// None: too young.
        Geen = "geen",
    }
}
