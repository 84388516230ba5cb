//! The context of the page in the reader's language, the same for every letter and language.
//!
//! Its texts are in that language, or names and addresses. It holds nothing that an officer wrote: neither reasons nor
//! answers, only what follows from the decision.

use super::context;
use crate::case::model::{
    Afspraak, Afwijking, Asielbesluit, Bekendmaking, BeschermingElders, Feiten, Grens, Grond, Herbeoordeling,
    Maatregel, Opschorting, TerugkeerFeiten, Triage, VerblijfBuitenNederland, Voornemen, Vreemdeling, Zaak,
};

context! {
    /// The fields of the page of every letter (`talen/uk/weigeringsbesluit.md`).
    pub struct PageWords {
        /// The first names and the family name of the person whom the letter is about.
        naam: text [Vreemdeling::voornamen, Vreemdeling::achternaam],
        /// The V-nummer, ten digits.
        v_nummer: text [Vreemdeling::v_nummer],
        /// The kenmerk of the case.
        kenmerk: text [Zaak::kenmerk],
        /// The day of the letter: `20 листопада 2026`.
        datum: text [Zaak::dagtekening, Bekendmaking::datum],
        /// The same in Dutch, for the sentence to copy.
        datum_nl: text [Zaak::dagtekening, Bekendmaking::datum],
        /// Whether the letter goes to a legal representative.
        minderjarig: flag [Vreemdeling::geboortedatum, Vreemdeling::wettelijk_vertegenwoordiger],
        /// Whether an appointment that lies ahead is not needed any more.
        afspraak_vervalt: flag [Afspraak::voor],
        /// Whether the first voornemen announced the other of the two kinds.
        eerste_plan_anders: flag [Voornemen::soort],
        /// Whether a gemachtigde gets a copy.
        gemachtigde: flag [Vreemdeling::gemachtigde],
        /// Whether the person has the nationality of a member state, and so rights of his own.
        eu_burger: flag [Vreemdeling::nationaliteiten],
        /// Whether the person lives outside the Netherlands, as far as the address tells, or was not back at a reassessment.
        buitenland: flag [Vreemdeling::adres, VerblijfBuitenNederland::van, VerblijfBuitenNederland::tot],
        /// Whether the person is too young for a proof of residence.
        te_jong_voor_bewijs: flag [Vreemdeling::geboortedatum],
        /// The country to return to; present when the letter holds a return decision.
        land: optional [TerugkeerFeiten::land_van_terugkeer],
        /// The last day to leave; absent where the person must leave at once.
        vertrek_uiterlijk: optional [Bekendmaking::datum, TerugkeerFeiten::vertrektermijn],
        /// Whether a heavy entry ban of the Netherlands applies.
        inreisverbod_geldt: flag [Feiten::maatregelen],
        /// Whether a light entry ban of the Netherlands still applies.
        licht_inreisverbod_geldt: flag [Feiten::maatregelen],
        /// Whether the country to return to is itself one where a return decision holds.
        in_terugkeergebied: flag [TerugkeerFeiten::land_van_terugkeer],
        /// Whether the person has asylum or protection in another country where a return decision holds.
        verblijf_elders: flag [Feiten::asielstatus_elders, BeschermingElders::land],
        /// Whether nobody is forced to return to that country now.
        geen_uitzetting: flag [TerugkeerFeiten::land_van_terugkeer],
        /// Whether an ongewenstverklaring of the Netherlands still applies.
        ongewenst_verklaard: flag [Feiten::maatregelen],
        /// Whether the person has no nationality, as far as the case knows.
        staatloos: flag [Vreemdeling::nationaliteiten],
        /// Whether an earlier return decision of the Netherlands applies.
        terugkeerbesluit_geldt: flag [Feiten::maatregelen],
        /// Whether the person had protection before, so that these apply again.
        eerder_beschermd: flag [Feiten::toegekend_op],
        /// The last day to report in Ter Apel.
        ter_apel_uiterlijk: optional [Bekendmaking::datum],
        /// Whether the letter sends the person to Ter Apel as soon as possible, without a term.
        ter_apel: flag [Triage::asielwens],
        /// The address in Ter Apel, on one line.
        ter_apel_naar: text [],
        /// Whether the form M35-H is handed back with the letter.
        m35h: flag [],
        /// The last day for bezwaar.
        bezwaar_uiterlijk: optional [Bekendmaking::datum],
        /// The address for a bezwaarschrift, on one line.
        bezwaar_naar: text [],
        /// The last day for beroep.
        beroep_uiterlijk: optional [Bekendmaking::datum],
        /// The address for a beroepschrift, on one line.
        beroep_naar: text [],
        /// Whether the term for beroep is the short one, of a week.
        beroep_kort: flag [Herbeoordeling::gronden],
        /// Whether beroep costs no court fee.
        beroep_gratis: flag [],
        /// The last day for a zienswijze.
        zienswijze_uiterlijk: optional [Bekendmaking::datum],
        /// The address for a zienswijze, on one line.
        zienswijze_naar: text [],
        /// The last day to supplement the application.
        aanvulling_uiterlijk: optional [Opschorting::uiterlijk],
        /// The post address, on one line.
        post_naar: text [],
        /// Whether protection was asked at the border.
        aan_de_grens: flag [Grens::doorlaatpost],
        /// Whether asylum was asked there too; otherwise the KMar decides about entry.
        asiel_aan_de_grens: flag [Grens::asielaanvraag],
        /// Whether there is a separate decision on the asylum application.
        asielbesluit: flag [Grond::grond, Asielbesluit::kenmerk],
        /// Whether protection is withdrawn, or is planned to be; otherwise it is ended.
        intrekking: flag [Herbeoordeling::voldoet_niet_sinds, Feiten::toegekend_op],
        /// The day from which there is no protection; of a voornemen only where it lies before the decision.
        ingang: optional [Herbeoordeling::ingangsdatum, Zaak::dagtekening, Bekendmaking::datum],
        /// Whether that day lies before the day of the decision.
        terugwerkend: flag [Herbeoordeling::ingangsdatum],
        /// Whether the person gave protection up for a nareis permit, and that is the only ground.
        op_verzoek: flag [Grond::grond],
        /// Whether an appointment was made in time to which the person did not come.
        niet_verschenen: flag [Afspraak::voor, Afspraak::verschenen],
        /// Whether the officer's own words say why the application is not handled.
        eigen_tekst: flag [Afwijking::tekst],
        /// Whether the letter lifts a measure, which is good news.
        opheffing: flag [],
        /// Whether the entry ban that is lifted has heavy legal effects.
        zwaar: flag [Maatregel::soort],
        /// Whether a Dutch return decision stands beside the lifted measure, which is suspended.
        terugkeerbesluit_opgeschort: flag [Feiten::maatregelen],
        /// The phone number of the organisation; for who lives abroad, the one for calls from abroad.
        telefoon: text [],
        /// The web address of the organisation.
        website: text [],
        /// Who helps: a list of organisations, each with its phone and website.
        helpers: optional [],
    }
}
