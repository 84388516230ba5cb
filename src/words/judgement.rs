//! The questions that no fact answers: an officer's judgement does, on record in `stap.antwoorden`.
//!
//! Each is a question code (`V103`). `ja` lets the outcome of the step stand, `nee` says that it cannot; of
//! [`Judgement::ReturnDecision`] they say whether a return decision follows.

use super::words;

words! {
    /// A question that asks for a judgement (docs/spec/letters.md section 1).
    Judgement {
        /// Whether a return decision follows, and to this country.
        ReturnDecision = "V103",
        /// Whether an exclusion or a ground weighs heavier than a condition that is met.
        ExclusionOrFamily = "V105",
        /// International protection in Ukraine, of which the WI is silent.
        ProtectionInUkraine = "V107",
        /// An EU citizen who appeals to the RTB at the border.
        EuCitizenAtBorder = "V108",
        /// An appointment that was made too late and lies ahead.
        LateAppointment = "V109",
        /// A child too young to come by itself did not report.
        YoungChild = "V110",
        /// An asylum application that was made before.
        EarlierAsylumApplication = "V111",
        /// Protection that may have ended by law on 4-3-2024, or may rest on a family tie.
        EndedByLaw = "V112",
        /// Protection in a member state that the directive does not bind.
        UnboundMemberState = "V113",
        /// A family member refused only for not having lived with the family.
        NotLivedTogether = "V114",
        /// A child of somebody who does not fall under a himself.
        WhoseChild = "V115",
        /// A child who was a minor at registration and is none at the decision.
        GrownUp = "V116",
        /// An asylum decision that lacks what the WI says it has.
        AsylumDecisionParts = "V117",
        /// A grant to who gave protection up for a nareis permit.
        AfterNareis = "V118",
        /// A grant while protection granted before still runs.
        ProtectionRuns = "V119",
        /// The country of origin of a stateless person.
        StatelessOrigin = "V120",
        /// A ground for third-country nationals against somebody whose nationality is not known.
        NationalityUnknown = "V121",
    }
}
