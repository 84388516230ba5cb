//! The questions that no fact answers: an officer's judgement does, on record in `stap.antwoorden`.
//!
//! Each is a question code (`V103`). `ja` lets the outcome of the step stand, `nee` says that it cannot; of
//! [`Judgement::ReturnDecision`] they say whether a return decision follows.

use super::words;

words! {
    /// A question that asks for a judgement (docs/spec/letters.md section 1).
    Judgement {
        /// Whether a return decision follows, and to this country.
        ReturnDecision = "V103" => "of er een terugkeerbesluit komt, naar dit land",
        /// Whether an exclusion or a ground weighs heavier than a condition that is met.
        ExclusionOrFamily = "V105" => "of een uitsluiting of grond zwaarder weegt dan een vervulde voorwaarde",
        /// International protection in Ukraine, of which the WI is silent.
        ProtectionInUkraine = "V107" => "internationale bescherming in Oekraïne, waarover de Werkinstructie zwijgt",
        /// An EU citizen who appeals to the RTB at the border.
        EuCitizenAtBorder = "V108" => "een burger van de Unie die zich aan de grens op de richtlijn beroept",
        /// An appointment that was made too late and lies ahead.
        LateAppointment = "V109" => "een afspraak die te laat is gemaakt en nog moet komen",
        /// A child too young to come by itself did not report.
        YoungChild = "V110" => "een jong kind dat niet zelf naar de stickerlocatie kan komen",
        /// An asylum application that was made before.
        EarlierAsylumApplication = "V111" => "een asielaanvraag van eerder",
        /// Protection that may have ended by law on 4-3-2024, or may rest on a family tie.
        EndedByLaw = "V112" => "bescherming die op 4 maart 2024 kan zijn geëindigd",
        /// Protection in a member state that the directive does not bind.
        UnboundMemberState = "V113" => "bescherming in een lidstaat die niet aan de richtlijn is gebonden",
        /// A family member refused only for not having lived with the family.
        NotLivedTogether = "V114" => "een familielid dat alleen wordt geweigerd omdat het niet bij het gezin woonde",
        /// A child of somebody who does not fall under a himself.
        WhoseChild = "V115" => "een kind van iemand die zelf niet onder a valt",
        /// A child who was a minor at registration and is none at the decision.
        GrownUp = "V116" => "een kind dat bij de inschrijving minderjarig was en nu niet meer",
        /// An asylum decision that lacks what the WI says it has.
        AsylumDecisionParts = "V117" => "een asielbesluit waarin een onderdeel ontbreekt",
        /// A grant to who gave protection up for a nareis permit.
        AfterNareis = "V118" => "een toekenning na afstand voor een nareisvergunning",
        /// A grant while protection granted before still runs.
        ProtectionRuns = "V119" => "een toekenning terwijl eerdere bescherming nog loopt",
        /// The country of origin of a stateless person.
        StatelessOrigin = "V120" => "het land van herkomst van een staatloze",
        /// A ground for third-country nationals against somebody whose nationality is not known.
        NationalityUnknown = "V121" => "een grond voor derdelanders, terwijl de nationaliteit onbekend is",
    }
}
