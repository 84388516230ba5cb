//! Invented people and plans for the tests of `letter::fill`.

use crate::case::country::{Country, Nationality};
use crate::case::identifier::{Kenmerk, OneLine, Prose, VNummer};
use crate::case::model::*;
use crate::decide::known::Known;
use crate::decide::letter_plan::{
    EndingDecision, Intention, Letter, LetterPlan, LetterTerm, PersonInLetter, Refusal, RefusalPlace,
    ReturnDecision, TerApel,
};
use crate::law::date::Date;
use crate::law::length::Length;
use crate::law::row::{Bron, Status};
use crate::law::term::ComputedTerm;
use crate::letter::fill::surroundings::Destination;
use crate::letter::fill::{OrganisationTexts, Surroundings};
use crate::words::{Ending, TermKind};
use std::sync::LazyLock;

pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub fn line<T: OneLine>(text: &str) -> T {
    T::checked(text.to_owned())
}

pub fn prose(text: &str) -> Prose {
    Prose::checked(text.to_owned())
}

/// The country of a code; panics for a code that does not exist.
pub fn country(code: &str) -> Country {
    match code {
        "UKR" => Country::UKRAINE,
        "NLD" => Country::NETHERLANDS,
        other => Country::parse(other).unwrap(),
    }
}

static ORGANISATION: LazyLock<OrganisationTexts> = LazyLock::new(|| OrganisationTexts {
    naam: "Voorbeelddienst".into(),
    telefoon: "0800-0000".into(),
    website: "www.voorbeeld.example".into(),
    telefoon_buitenland: Some("+31 00 000 00 00".into()),
    openingstijden: None,
    hulp: None,
    helpers: None,
    rechtshulp: "het Voorbeeldloket".into(),
    post: Destination { lines: "Postbus 9".into(), line: "Postbus 9".into(), digital: None },
    bezwaar: Destination {
        lines: "Postbus 1\n0000 AB Voorbeeldstad".into(),
        line: "Postbus 1, 0000 AB Voorbeeldstad".into(),
        digital: None,
    },
    beroep: Destination {
        lines: "Rechtbank Voorbeeldstad\nPostbus 3\n0000 AD Voorbeeldstad".into(),
        line: "Rechtbank Voorbeeldstad, Postbus 3, 0000 AD Voorbeeldstad".into(),
        digital: None,
    },
    zienswijze: Destination {
        lines: "Postbus 2\n0000 AC Voorbeeldstad".into(),
        line: "Postbus 2, 0000 AC Voorbeeldstad".into(),
        digital: None,
    },
    ter_apel: Destination {
        lines: "Verzonnenweg 1\n0000 AE Ter Apel".into(),
        line: "Verzonnenweg 1, 0000 AE Ter Apel".into(),
        digital: None,
    },
    minister: "minister van Asiel en Migratie".into(),
    ondertekenaar: "V. Voorbeeld".into(),
    functie: "hoofd".into(),
});

pub fn around() -> Surroundings<'static> {
    Surroundings {
        organisation: &ORGANISATION,
        country_in: Country::name_in,
        country: |c| match c.code() {
            "UKR" => "Oekraïne".to_owned(),
            "NGA" => "Nigeria".to_owned(),
            "POL" => "Polen".to_owned(),
            code => code.to_owned(),
        },
        concept: false,
    }
}

pub fn of(code: &str) -> Nationality {
    Nationality::Of(country(code))
}

/// Oleksandr, Ukrainian, 39 years old, whose letter is handed over on Friday 20 November 2026.
pub fn case(stap: Stap) -> Case {
    Case {
        zaak: Zaak { kenmerk: Kenmerk::parse("RTB-1").unwrap(), behandelaar: None, dagtekening: None },
        bekendmaking: Bekendmaking { wijze: Wijze::Uitreiking, hoe: None, datum: day("2026-11-20") },
        vreemdeling: Vreemdeling {
            v_nummer: VNummer::parse("2801234567").unwrap(),
            achternaam: line("Kovalenko"),
            voornamen: Some(line("Oleksandr")),
            geslacht: Geslacht::Man,
            geboortedatum: Geboortedatum::Day(day("1987-03-09")),
            geboorteplaats: None,
            meerderjarig: None,
            nationaliteiten: vec![of("UKR")],
            adres: Adres::Unknown,
            taal: None,
            wettelijk_vertegenwoordiger: None,
            gemachtigde: None,
        },
        feiten: Feiten::default(),
        stap,
        afwijking: None,
    }
}

pub fn ground(grond: GroundId) -> Grond {
    Grond {
        grond,
        motivering: Some(prose("Wij hebben uw paspoort bekeken.\n\nDaarin staan twee stempels.")),
        veroordeling: None,
        europees_criterium: None,
        evenredigheid: None,
        strafmaatvergelijking: None,
        ontbrekend: Vec::new(),
    }
}

pub fn sticker(gronden: Vec<Grond>) -> Stickerlocatie {
    Stickerlocatie {
        datum: day("2026-11-20"),
        locatie: line("Amersfoort"),
        uitkomst: UitkomstStickerlocatie::Weigering,
        voorwaarde: None,
        gronden,
        opschorting: None,
        maatwerk: None,
        motivering_opheffing: None,
        oordelen: Oordelen::default(),
    }
}

pub fn triage(gronden: Vec<Grond>) -> Triage {
    Triage {
        datum: day("2026-11-20"),
        gemeente: line("Westland"),
        uitkomst: UitkomstTriage::Negatief,
        voorwaarde: None,
        gronden,
        asielwens: Some(false),
        terugkeer: TerugkeerFeiten {
            motivering_terugkeer: Some(prose("Wij hebben gekeken naar uw gezin.")),
            ..TerugkeerFeiten::default()
        },
        oordelen: Oordelen::default(),
    }
}

pub fn reassessment(fase: Fase, gronden: Vec<Grond>) -> Herbeoordeling {
    Herbeoordeling {
        fase,
        datum: day("2026-11-20"),
        melding: Some(Melding { van: line("gemeente Utrecht"), datum: day("2026-10-02") }),
        voldoet_niet_sinds: Some(day("2026-02-03")),
        ingangsdatum: None,
        gronden,
        voornemen: Some(Voornemen {
            datum: day("2026-10-12"),
            gronden: Vec::new(),
            soort: None,
            ingangsdatum: None,
        }),
        zienswijze: None,
        aanvullend_voornemen: None,
        gehoor: None,
        asielbesluit: None,
        terugkeer: TerugkeerFeiten::default(),
        oordelen: Oordelen::default(),
    }
}

pub fn term(kind: TermKind, weeks: u32) -> LetterTerm {
    let made_known = day("2026-11-20");
    LetterTerm {
        kind,
        bron: Bron::Wi,
        status: Status::Vast,
        computed: ComputedTerm {
            length: Some(Length::weeks(weeks)),
            first_day: made_known.next(),
            unextended_end: made_known.plus_days(7 * weeks),
            last_day: made_known.plus_days(7 * weeks),
            latest_last_day: made_known.plus_days(7 * weeks),
            steps: Vec::new(),
            unverified_year: None,
        },
    }
}

/// What the rules know of Oleksandr.
const UKRAINIAN: PersonInLetter = PersonInLetter {
    minor: false,
    ukrainian: true,
    eu_citizen: false,
    third_country: false,
    stateless: false,
    below_age_of_proof: false,
    protected_until: None,
    consulate: Known::No,
};

pub fn plan(letter: Letter, terms: Vec<LetterTerm>) -> LetterPlan {
    LetterPlan {
        letter,
        sequence: 1,
        person: UKRAINIAN,
        stay_abroad: None,
        terms,
        rules: Vec::new(),
        open: Vec::new(),
    }
}

/// A refusal at the stickerlocatie, with a term for bezwaar.
pub fn refusal(change: impl FnOnce(&mut Refusal)) -> LetterPlan {
    let mut refusal = Refusal {
        place: RefusalPlace::Stickerlocatie(line("Amersfoort")),
        return_decision: None,
        ter_apel: TerApel::No,
        m35h: false,
        revived: None,
    };
    change(&mut refusal);
    plan(Letter::Weigeringsbesluit(refusal), vec![term(TermKind::Bezwaar, 4)])
}

/// A voornemen to end protection, without an effective date.
pub const ENDING: Intention = Intention { ending: Ending::Beeindiging, effective: None, own_request: false };

/// A decision that ends protection from Friday 20 November 2026 on.
pub fn ending() -> EndingDecision {
    EndingDecision {
        effective: day("2026-11-20"),
        retroactive: false,
        return_decision: None,
        ter_apel: false,
        revived: None,
        own_request: false,
        after_voornemen: true,
    }
}

pub fn return_to(code: &str, immediately: bool) -> Option<ReturnDecision> {
    Some(ReturnDecision {
        land: country(code),
        safe_third_country: false,
        barred: false,
        answer: None,
        shortened: immediately.then_some((0, GrondVertrektermijn::A)),
    })
}
