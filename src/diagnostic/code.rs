//! The codes of all findings; the doc comment of each variant says when it is reported.
//!
//! The class (first two characters) is a contract with other programs (docs/spec/cli.md): F1 file and fields, F2 facts
//! contradict, F3 too early or not in force, F4 ground or letter does not fit the facts, F5 text or glyph, F6
//! template or organisation, F7 output, V a question for an officer.

/// Whether a finding stops the letter (`fout`) or asks a person (`vraag`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The letter is refused.
    Fout,
    /// An officer must decide first.
    Vraag,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $text:literal,)+) => {
        /// A finding's code; shown as `F203`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $variant,)+ }

        impl Code {
            /// Every code, in the order of the list.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)+];

            /// The code as it is printed.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $text,)+ }
            }
        }
    };
}

codes! {
    /// The file or standard input cannot be read.
    Unreadable = "F101",
    /// The document is not valid UTF-8.
    NotUtf8 = "F102",
    /// The document is empty.
    EmptyDocument = "F103",
    /// The text is not YAML.
    Syntax = "F104",
    /// The document is over a limit: bytes, nodes or depth.
    TooLarge = "F105",
    /// An anchor, alias, tag or merge key, which a case file may not hold.
    NotPlainYaml = "F106",
    /// The same key twice in one block.
    DuplicateKey = "F107",
    /// A key that the case file does not know.
    UnknownKey = "F108",
    /// A required field is missing.
    Missing = "F109",
    /// A value of the wrong shape: a list where a text belongs.
    WrongShape = "F110",
    /// A value that is not one of the allowed words.
    UnknownWord = "F111",
    /// Something that is not a date.
    NotADate = "F112",
    /// A yes or no that is not `true` or `false`.
    NotABoolean = "F113",
    /// An identifier of the wrong form: kenmerk, V-nummer, postcode.
    BadIdentifier = "F114",
    /// A country code that does not exist.
    UnknownCountry = "F115",
    /// A number outside its range.
    BadNumber = "F116",
    /// A list without entries where at least one is required.
    EmptyList = "F117",
    /// An address that cannot be delivered.
    BadAddress = "F118",
    /// The date is impossible for this fact: before any person lived, or too far ahead.
    DateOutOfRange = "F119",
    /// The same kenmerk twice in one run.
    DoubleKenmerk = "F120",
    /// A field is written with an empty text.
    TextEmpty = "F121",
    /// A control character or a code without a character, which no file of plain text holds.
    ControlCharacter = "F122",
    /// A name, place or reference that cannot be one: no letter, a merge field, an error of a spreadsheet, two
    /// alphabets in one word.
    NotAName = "F123",

    /// The dates of the file contradict each other.
    DatesContradict = "F201",
    /// A fact contradicts the outcome of the step.
    OutcomeContradicted = "F202",
    /// A fact contradicts a ground.
    GroundContradicted = "F203",
    /// The facts about the person contradict each other: `meerderjarig` and the date of birth, or stateless
    /// beside a nationality.
    PersonContradicts = "F204",
    /// The parts of the asylum decision contradict each other.
    AsylumDecisionContradicts = "F205",
    /// The way of making known contradicts the address.
    AddressContradicts = "F206",

    /// No temporary protection is in force on the day of bekendmaking.
    NoProtectionInForce = "F301",
    /// The decision comes too early: a term still runs.
    TooEarly = "F302",
    /// The rule was not in force on the day of bekendmaking.
    RuleNotInForce = "F303",
    /// The effective date is not allowed.
    EffectiveDate = "F304",

    /// The ground cannot carry this letter.
    GroundUnfit = "F401",
    /// The same ground twice.
    GroundTwice = "F402",
    /// The letter does not fit the facts: for example, an aanvullend voornemen without cause.
    LetterUnfit = "F403",

    /// An officer's text that the letter must hold is missing.
    TextMissing = "F501",
    /// A character that a text may not hold: invisible, private use, bidi override.
    BadCharacter = "F503",
    /// A line break in a field of one line.
    LineBreak = "F504",
    /// The font has no glyph for a character.
    NoGlyph = "F505",
    /// A text is longer than its place allows.
    TextTooLong = "F506",
    /// An officer's text is not finished: a gap of a concept stands in it, or no word at all.
    TextUnfinished = "F507",
    /// A `#` leaves open whether an officer wrote text or a note.
    TextOrNote = "F508",

    /// The template set has an error.
    Template = "F601",
    /// The organisation file has an error.
    Organisation = "F602",
    /// The rule tables have an error.
    Rules = "F603",
    /// The letter rests on a rule that nobody confirmed, and `--streng` was given.
    Unconfirmed = "F604",

    /// The letter could not be written.
    Output = "F701",
    /// Another letter stands where this one would go.
    Exists = "F702",
    /// The case changed or disappeared between deciding it and making its letters, in a batch.
    Changed = "F703",
    /// There is no letter that this one could replace, in a batch with `--opnieuw`.
    NothingToReplace = "F704",

    /// A fact that decides the letter or a clause is absent.
    FactNeeded = "V101",
    /// The person may be a minor.
    MaybeMinor = "V102",
    /// Whether a return decision may follow is for a person to decide.
    ReturnDecision = "V103",
    /// The term may end on a day whose status no decree confirms.
    CalendarUnverified = "V104",
    /// An exclusion and a family tie both apply.
    ExclusionOrFamily = "V105",
    /// The person had international protection in Ukraine.
    ProtectionInUkraine = "V107",
    /// An EU citizen appeals to the RTB at the border.
    EuCitizenAtBorder = "V108",
    /// An appointment was made too late and lies ahead.
    LateAppointment = "V109",
    /// A young child did not report.
    YoungChild = "V110",
    /// An asylum application was made before.
    EarlierAsylumApplication = "V111",
    /// Protection may have ended by law, or may rest on a family tie.
    EndedByLaw = "V112",
    /// The directive does not bind the member state that gives protection.
    UnboundMemberState = "V113",
    /// A family member is refused only for not having lived with the family.
    NotLivedTogether = "V114",
    /// The referent of a child does not fall under a.
    WhoseChild = "V115",
    /// A child was a minor at registration and is none at the decision.
    GrownUp = "V116",
    /// The asylum decision lacks what belongs in it.
    AsylumDecisionParts = "V117",
    /// A grant after protection was given up for a nareis permit.
    AfterNareis = "V118",
    /// A grant while protection runs.
    ProtectionRuns = "V119",
    /// The country of origin of a stateless person.
    StatelessOrigin = "V120",
    /// A ground for third-country nationals, and the nationality is not known.
    NationalityUnknown = "V121",
}

impl Code {
    /// Whether the finding refuses or asks.
    #[must_use]
    pub fn severity(self) -> Severity {
        if self.as_str().starts_with('V') { Severity::Vraag } else { Severity::Fout }
    }
}
