//! A letter that follows from the facts: which one, with the fields of that letter and no others.

use super::clause::Clause;
use super::known::Known;
use crate::case::country::Country;
use crate::case::identifier::Place;
use crate::case::model::{Case, GrondVertrektermijn, Maatregel};
use crate::law::date::Date;
use crate::law::row::{Bron, Status};
use crate::law::term::ComputedTerm;
use crate::words::{Ending, GroundId, LetterKind, RuleId, TermKind, with_letters};

/// One letter that follows from the facts.
#[derive(Clone, Debug)]
pub struct LetterPlan {
    /// Which letter, with what only that letter says.
    pub letter: Letter,
    /// 1, or 2 for a second letter of the same kind in this case, and so on.
    pub sequence: u32,
    /// What the rules know of the person, for the words.
    pub person: PersonInLetter,
    /// The stay that a ground of absence counts, if it is known.
    pub stay_abroad: Option<StayAbroad>,
    /// The terms that the letter sets running, in the order in which it names them.
    pub terms: Vec<LetterTerm>,
    /// The rules behind this letter: those of the trace, and the conditions of the target group that are met.
    pub rules: Vec<RuleId>,
    /// The clauses that are still to be decided; only in a [`Draft`](super::draft::Draft).
    pub open: Vec<Clause>,
}

/// The letters (docs/spec/letters.md section 1), each with what only it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Letter {
    /// A refusal (WI H2).
    Weigeringsbesluit(Refusal),
    /// The term for the sticker is suspended (Awb 4:15).
    Opschortingsbrief(Suspension),
    /// A voornemen to withdraw protection that was never due (WI H6).
    VoornemenIntrekking(Intention),
    /// A voornemen to end protection that was once due (WI H6).
    VoornemenBeeindiging(Intention),
    /// A second voornemen after a hearing (WI H6).
    AanvullendVoornemen(Intention),
    /// The decision that withdraws protection (WI H6).
    Intrekkingsbesluit(EndingDecision),
    /// The decision that ends protection (WI H6).
    Beeindigingsbesluit(EndingDecision),
    /// An entry ban is lifted (WI H3).
    OpheffingInreisverbod(LiftedBan),
    /// A declaration of undesirability is lifted (WI H3).
    OpheffingOngewenstverklaring(LiftedMeasure),
    /// The applications are not processed (WI H2).
    Buitenbehandelingstelling(Unprocessed),
}

/// What a weigeringsbesluit says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where protection was asked for.
    pub place: RefusalPlace,
    /// The return decision, if the letter holds one.
    pub return_decision: Option<ReturnDecision>,
    /// Whether and how soon the letter sends the person to Ter Apel.
    pub ter_apel: TerApel,
    /// Whether the M35-H is handed back (stickerlocatie only).
    pub m35h: bool,
    /// The measures that apply.
    pub revived: Option<Revived>,
}

/// Whether and how soon a letter sends the person to Ter Apel (WI H2, H6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TerApel {
    /// It says nothing about Ter Apel.
    No,
    /// Within two weeks; after that the asylum application is buiten behandeling.
    WithinTerm,
    /// As soon as possible, without a term.
    AsSoonAsPossible,
}

/// An appointment that was made too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LateAppointment {
    /// The day on which it was made.
    pub made_on: Date,
    /// The day for which it was made, as far as known.
    pub on: Option<Date>,
    /// Whether the person did not come on that day.
    pub missed: bool,
}

/// Measures of the Netherlands that apply when protection ends or does not come (Vw 45 lid 6, 66b).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revived {
    /// A heavy entry ban.
    pub ban: bool,
    /// A light entry ban, which no grant lifted.
    pub light_ban: bool,
    /// An ongewenstverklaring, which no grant lifted.
    pub undesirable: bool,
    /// A return decision.
    pub return_decision: bool,
    /// The person had protection, so that the measures apply again; otherwise they still stand.
    pub had_protection: bool,
}

/// Where protection was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefusalPlace {
    /// At a stickerlocatie.
    Stickerlocatie(Place),
    /// In a triage that this gemeente asked for.
    Gemeente(Place),
    /// At a border crossing point.
    Doorlaatpost {
        /// Which.
        name: Place,
        /// The person asked asylum too, so that the grensprocedure can follow; otherwise the KMar refuses entry.
        asylum: bool,
    },
}

/// What an opschortingsbrief says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspension {
    /// First day of the suspension, the day after bekendmaking (Awb 4:15 lid 1).
    pub from: Date,
    /// Last day for the supplement that the person is asked for; absent where information is asked abroad.
    pub supplement_until: Option<Date>,
}

/// What a voornemen says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Intention {
    /// What is intended.
    pub ending: Ending,
    /// The intended effective date, where it is not after the day of the voornemen: then it surely lies
    /// before the besluit.
    pub effective: Option<Date>,
    /// Whether the person gave protection up for a nareis permit, and that is the only ground.
    pub own_request: bool,
}

/// Why the person counts as not having reported (WI H2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotReported {
    /// No appointment was made within the term; one that was made later, if any.
    NoAppointmentInTime(Option<LateAppointment>),
    /// An appointment was made in time and the person did not come on this day.
    DidNotCome(Date),
    /// The officer's own words say it, under an afwijking.
    OwnWords,
}

/// What a buitenbehandelingstelling says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unprocessed {
    /// Why the person counts as not having reported.
    pub reason: NotReported,
    /// The measures that apply.
    pub revived: Option<Revived>,
    /// The return decision, if any.
    pub return_decision: Option<ReturnDecision>,
}

/// What an intrekkings- or beeindigingsbesluit says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingDecision {
    /// From which day the decision works.
    pub effective: Date,
    /// Whether that day lies before the day of the decision.
    pub retroactive: bool,
    /// The return decision, if any (WI fn. 26).
    pub return_decision: Option<ReturnDecision>,
    /// Whether the letter has the paragraph about Ter Apel.
    pub ter_apel: bool,
    /// The measures that apply again.
    pub revived: Option<Revived>,
    /// Whether the person gave protection up for a nareis permit, and that is the only ground.
    pub own_request: bool,
    /// Whether a voornemen came before it; a decision on own request needs none (Awb 4:8).
    pub after_voornemen: bool,
}

/// A measure that a grant lifts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiftedMeasure {
    /// The measure.
    pub measure: Maatregel,
    /// Its place in the list of the file, from 0, which names the facts behind the words.
    pub item: usize,
    /// Whether a Dutch return decision stands beside it, which is suspended.
    pub suspended_return_decision: bool,
}

/// An entry ban that a grant lifts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiftedBan {
    /// The ban.
    pub lifted: LiftedMeasure,
    /// Whether the ban has heavy legal effects. Then it is lifted for the duration of the protection,
    /// otherwise definitively.
    pub heavy: bool,
    /// The last day of the RTB as known on the day of bekendmaking; information in the letter about a heavy ban.
    pub rtb_until: Option<Date>,
}

/// What the rules know of the person, for the words of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonInLetter {
    /// Whether the letter goes to the legal representative of a minor.
    pub minor: bool,
    /// Has the Ukrainian nationality.
    pub ukrainian: bool,
    /// Has the nationality of a member state.
    pub eu_citizen: bool,
    /// Has neither that nor the nationality of a member state.
    pub third_country: bool,
    /// Has no nationality.
    pub stateless: bool,
    /// Is too young for a proof of residence.
    pub below_age_of_proof: bool,
    /// The last day of protection that ended by law (WI H1, category 1), where the person had it.
    pub protected_until: Option<Date>,
    /// Whether the person is expected to get help from a Ukrainian consulate; unknown in a draft only.
    pub consulate: Known,
}

/// A stay outside the Netherlands as the ground of absence counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StayAbroad {
    /// Day of departure.
    pub from: Date,
    /// Day of return; `None` while the person is away.
    pub until: Option<Date>,
    /// Where, if it is known.
    pub country: Option<Country>,
    /// Days from departure to return, or to the day of the step while the person is away.
    pub days: u32,
}

/// The return decision (TKB) in a letter (Vw 62, 62a).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnDecision {
    /// Country to return to.
    pub land: Country,
    /// Whether that is a country of which the person is no national, so that the letter says why it is safe.
    pub safe_third_country: bool,
    /// Whether return to the person's own country is barred.
    pub barred: bool,
    /// The place of the officer's answer to V103 among `antwoorden`, where its reason belongs in the letter.
    pub answer: Option<usize>,
    /// A departure term other than the usual one, in weeks, with its limb of Vw 62 lid 2.
    pub shortened: Option<(u32, GrondVertrektermijn)>,
}

/// A term as a letter names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterTerm {
    /// Which term.
    pub kind: TermKind,
    /// Source of the rule that gives it in this letter: the remedy, or the term itself.
    pub bron: Bron,
    /// How sure that rule is.
    pub status: Status,
    /// Its days on the calendar, with the steps of the count.
    pub computed: ComputedTerm,
}

impl LetterTerm {
    /// The id of the row of the term.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        self.kind.into()
    }
}

impl ReturnDecision {
    /// Whether the person must leave at once, without a departure term (Vw 62 lid 2).
    #[must_use]
    pub const fn immediately(&self) -> bool {
        matches!(self.shortened, Some((0, _)))
    }
}

impl LetterPlan {
    /// Which letter.
    #[must_use]
    pub const fn kind(&self) -> LetterKind {
        self.letter.kind()
    }

    /// The grounds that the letter of this case gives, in the order of the case; none for a kind without grounds.
    #[must_use]
    pub fn grounds(&self, case: &Case) -> Vec<GroundId> {
        if self.letter.gives_grounds() {
            case.stap.gronden().iter().map(|ground| ground.grond).collect()
        } else {
            Vec::new()
        }
    }

    /// The term of a kind, if the letter sets it running.
    #[must_use]
    pub fn term(&self, kind: TermKind) -> Option<&LetterTerm> {
        self.terms.iter().find(|term| term.kind == kind)
    }
}

macro_rules! kind {
    ($($name:ident => $variant:ident, $title:literal, [$($case:ident),+];)+) => {
        impl Letter {
            /// Which letter.
            #[must_use]
            pub const fn kind(&self) -> LetterKind {
                match self { $(Self::$variant(_) => LetterKind::$variant,)+ }
            }
        }
    };
}
with_letters!(kind);

impl Letter {
    /// Whether the letter gives grounds.
    #[must_use]
    pub const fn gives_grounds(&self) -> bool {
        match self {
            Self::Weigeringsbesluit(_)
            | Self::VoornemenIntrekking(_)
            | Self::VoornemenBeeindiging(_)
            | Self::AanvullendVoornemen(_)
            | Self::Intrekkingsbesluit(_)
            | Self::Beeindigingsbesluit(_) => true,
            Self::Opschortingsbrief(_)
            | Self::OpheffingInreisverbod(_)
            | Self::OpheffingOngewenstverklaring(_)
            | Self::Buitenbehandelingstelling(_) => false,
        }
    }

    /// Whether protection is refused.
    #[must_use]
    pub const fn is_refusal(&self) -> bool {
        matches!(self, Self::Weigeringsbesluit(_))
    }

    /// The return decision in the letter, if any.
    #[must_use]
    pub const fn return_decision(&self) -> Option<&ReturnDecision> {
        match self {
            Self::Weigeringsbesluit(Refusal { return_decision, .. })
            | Self::Intrekkingsbesluit(EndingDecision { return_decision, .. })
            | Self::Beeindigingsbesluit(EndingDecision { return_decision, .. })
            | Self::Buitenbehandelingstelling(Unprocessed { return_decision, .. }) => {
                return_decision.as_ref()
            }
            _ => None,
        }
    }

    /// What an intrekkings- or beeindigingsbesluit says.
    #[must_use]
    pub const fn ending_decision(&self) -> Option<&EndingDecision> {
        match self {
            Self::Intrekkingsbesluit(decision) | Self::Beeindigingsbesluit(decision) => Some(decision),
            _ => None,
        }
    }

    /// Leaves the return decision out, while it is open whether there is one.
    pub(super) fn without_return_decision(&mut self) {
        match self {
            Self::Weigeringsbesluit(Refusal { return_decision, .. })
            | Self::Intrekkingsbesluit(EndingDecision { return_decision, .. })
            | Self::Beeindigingsbesluit(EndingDecision { return_decision, .. })
            | Self::Buitenbehandelingstelling(Unprocessed { return_decision, .. }) => *return_decision = None,
            _ => {}
        }
    }

    /// Leaves Ter Apel out, while it is open whether the letter sends the person there.
    pub(super) fn without_ter_apel(&mut self) {
        match self {
            Self::Weigeringsbesluit(Refusal { ter_apel, .. }) => *ter_apel = TerApel::No,
            Self::Intrekkingsbesluit(EndingDecision { ter_apel, .. })
            | Self::Beeindigingsbesluit(EndingDecision { ter_apel, .. }) => *ter_apel = false,
            _ => {}
        }
    }
}
