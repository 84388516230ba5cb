//! What `decide` says: letters, no letter, a question for an officer, or a refusal.

pub use super::draft::{Clause, Draft};
pub use super::known::Known;
use super::trace::Trace;
use crate::case::country::Country;
use crate::case::model::Case;
use crate::diagnostic::Diagnostic;
use crate::law::date::Date;
use crate::law::rule::{Bron, Status};
use crate::law::term::{ComputedTerm, TermKind};

/// The ten letters (letters.md section 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum LetterKind {
    Weigeringsbesluit,
    Opschortingsbrief,
    VoornemenIntrekking,
    VoornemenBeeindiging,
    AanvullendVoornemen,
    Intrekkingsbesluit,
    Beeindigingsbesluit,
    OpheffingInreisverbod,
    OpheffingOngewenstverklaring,
    Buitenbehandelingstelling,
}

impl LetterKind {
    /// Every letter.
    pub const ALL: &'static [Self] = &[
        Self::Weigeringsbesluit,
        Self::Opschortingsbrief,
        Self::VoornemenIntrekking,
        Self::VoornemenBeeindiging,
        Self::AanvullendVoornemen,
        Self::Intrekkingsbesluit,
        Self::Beeindigingsbesluit,
        Self::OpheffingInreisverbod,
        Self::OpheffingOngewenstverklaring,
        Self::Buitenbehandelingstelling,
    ];

    /// The id: `weigeringsbesluit`; also the template's name and part of the file name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Weigeringsbesluit => "weigeringsbesluit",
            Self::Opschortingsbrief => "opschortingsbrief",
            Self::VoornemenIntrekking => "voornemen_intrekking",
            Self::VoornemenBeeindiging => "voornemen_beeindiging",
            Self::AanvullendVoornemen => "aanvullend_voornemen",
            Self::Intrekkingsbesluit => "intrekkingsbesluit",
            Self::Beeindigingsbesluit => "beeindigingsbesluit",
            Self::OpheffingInreisverbod => "opheffing_inreisverbod",
            Self::OpheffingOngewenstverklaring => "opheffing_ongewenstverklaring",
            Self::Buitenbehandelingstelling => "buitenbehandelingstelling",
        }
    }

    /// The letter with an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id)
    }

    /// Whether the letter gives grounds.
    #[must_use]
    pub const fn carries_grounds(self) -> bool {
        matches!(
            self,
            Self::Weigeringsbesluit
                | Self::VoornemenIntrekking
                | Self::VoornemenBeeindiging
                | Self::AanvullendVoornemen
                | Self::Intrekkingsbesluit
                | Self::Beeindigingsbesluit
        )
    }

    /// The name of the letter, in Dutch.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Weigeringsbesluit => "Weigeringsbesluit tijdelijke bescherming",
            Self::Opschortingsbrief => "Opschorting termijn plakken RTB-sticker",
            Self::VoornemenIntrekking => "Voornemen tot intrekking van de tijdelijke bescherming",
            Self::VoornemenBeeindiging => "Voornemen tot beëindiging van de tijdelijke bescherming",
            Self::AanvullendVoornemen => "Aanvullend voornemen",
            Self::Intrekkingsbesluit => "Beschikking intrekking tijdelijke bescherming",
            Self::Beeindigingsbesluit => "Beschikking beëindiging tijdelijke bescherming",
            Self::OpheffingInreisverbod => "Beschikking opheffing inreisverbod",
            Self::OpheffingOngewenstverklaring => "Beschikking opheffing ongewenstverklaring",
            Self::Buitenbehandelingstelling => "Besluit buiten behandeling",
        }
    }
}

/// Intrekking (never met the conditions) or beëindiging (once met, no longer) (WI H6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Intrekking.
    Intrekking,
    /// Beëindiging.
    Beeindiging,
}

/// What became of a case, with everything that explains it.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The outcome.
    pub outcome: Outcome,
    /// Where an officer must decide or write first: the letter as far as it is certain.
    pub draft: Option<Draft>,
    /// Every rule used, with the facts it read.
    pub trace: Trace,
    /// The target group check (WI H1), a1 to u5.
    pub doelgroep: Vec<ConditionResult>,
    /// The bewijs van verblijf, with a toekenning only.
    pub bewijs_van_verblijf: Option<BewijsVanVerblijf>,
    /// A contradiction was decided against, on the record.
    pub afwijking: bool,
}

/// The four outcomes, in letters.md section 1.
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

/// A case without contradictions; only `decide` can make one.
#[derive(Clone, Debug)]
pub struct CheckedCase(pub(super) Case);

impl std::ops::Deref for CheckedCase {
    type Target = Case;
    fn deref(&self) -> &Case {
        &self.0
    }
}

/// One letter that follows from the facts.
#[derive(Clone, Debug)]
pub struct LetterPlan {
    /// Which letter.
    pub kind: LetterKind,
    /// 1, or 2 for a second letter of the same kind in this case, and so on.
    pub sequence: u32,
    /// Intrekking or beëindiging, in the letters of the reassessment.
    pub ending: Option<Ending>,
    /// The return decision in the letter, if any.
    pub terugkeerbesluit: Option<ReturnDecision>,
    /// From which day the decision works; intrekkings- and beeindigingsbesluit only.
    pub ingangsdatum: Option<Date>,
    /// The effective date lies before the day of the decision.
    pub terugwerkend: bool,
    /// The terms that the letter sets running, in the order in which it names them.
    pub terms: Vec<LetterTerm>,
    /// For an opheffing: index into `feiten.maatregelen`.
    pub measure: Option<usize>,
    /// Beside a lifted measure a return decision stands, which is suspended.
    pub suspended_return_decision: bool,
    /// The paragraph about Ter Apel belongs in the letter.
    pub ter_apel: bool,
    /// The M35-H is handed back (stickerlocatie only).
    pub m35h: bool,
    /// Add "op grond van de tijdelijke bescherming" to what may not be awaited (letters.md section 5).
    pub awaiting_only_rtb: bool,
    /// Ids of the rules behind this letter.
    pub rules: Vec<String>,
    /// The clauses that are still to be decided; only in a [`Draft`].
    pub open: Vec<Clause>,
}

impl LetterPlan {
    /// The term of a kind, if the letter sets it running.
    #[must_use]
    pub fn term(&self, kind: TermKind) -> Option<&LetterTerm> {
        self.terms.iter().find(|t| t.kind == kind)
    }
}

/// The return decision (TKB) in a letter (Vw 62, 62a).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnDecision {
    /// Country to return to.
    pub land: Country,
    /// It is a safe third country, beside a bar on return.
    pub safe_third_country: bool,
    /// No departure term: leave at once (Vw 62 lid 2). The term of four weeks is in `terms`.
    pub immediately: bool,
}

/// A term as a letter names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterTerm {
    /// Which term.
    pub kind: TermKind,
    /// Id of its rule: `termijn.bezwaar`.
    pub rule: String,
    /// Source of the rule that gives it in this letter.
    pub bron: Bron,
    /// How sure that is.
    pub status: Status,
    /// What the calendar makes of it.
    pub computed: ComputedTerm,
}

/// One condition of the target group check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionResult {
    /// `a1` … `u5`.
    pub id: &'static str,
    /// Met, not met, unknown.
    pub result: Known,
    /// Paragraph of the WI.
    pub vindplaats: String,
    /// The facts that were read, by path.
    pub facts: Vec<String>,
}

/// Proof of residence (WI H2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BewijsVanVerblijf {
    /// Sticker in the passport.
    StickerPaspoort,
    /// Sticker on a loose sheet.
    StickerInlegvel,
    /// O-document.
    ODocument,
    /// None: under 14.
    Geen,
}

impl BewijsVanVerblijf {
    /// The word of `uitleg --json`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::StickerPaspoort => "sticker_paspoort",
            Self::StickerInlegvel => "sticker_inlegvel",
            Self::ODocument => "o_document",
            Self::Geen => "geen",
        }
    }
}
