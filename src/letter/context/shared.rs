//! The fields that many templates share: who reads, what every letter says, and a return decision.

use super::context;
use crate::case::model::{
    Antwoord, Asielbesluit, Bekendmaking, BeschermingElders, Feiten, Gemachtigde, Stap, TerugkeerFeiten,
    Vertrektermijn, Vreemdeling, WettelijkVertegenwoordiger, Zaak,
};

context! {
    /// The words for the person, in letters and grounds. Consequences are about the person: `u`, or the name of who has
    /// a legal representative. What is to be done is asked of the reader, who is always *u*; that needs no field.
    pub struct Reader {
        /// The person: `u`, `Artem`, `mevrouw Bondarenko`.
        u: text [Vreemdeling::voornamen, Vreemdeling::achternaam, Vreemdeling::wettelijk_vertegenwoordiger],
        /// The same at the beginning of a sentence: `U`, `Artem`, `Mevrouw Bondarenko`.
        u_begin: text [Vreemdeling::voornamen, Vreemdeling::achternaam, Vreemdeling::wettelijk_vertegenwoordiger],
        /// Of the person: `uw`, `Artems`.
        uw: text [Vreemdeling::voornamen, Vreemdeling::achternaam, Vreemdeling::wettelijk_vertegenwoordiger],
        /// The same at the beginning of a sentence: `Uw`, `Artems`.
        uw_begin: text [Vreemdeling::voornamen, Vreemdeling::achternaam, Vreemdeling::wettelijk_vertegenwoordiger],
        /// The verb with it: `hebt`, `heeft`.
        hebt: text [Vreemdeling::wettelijk_vertegenwoordiger],
        /// The verb with it: `bent`, `is`.
        bent: text [Vreemdeling::wettelijk_vertegenwoordiger],
        /// The verb with it: `kunt`, `kan`.
        kunt: text [Vreemdeling::wettelijk_vertegenwoordiger],
        /// Whether the letter goes to a legal representative.
        minderjarig: flag [Vreemdeling::geboortedatum, Vreemdeling::wettelijk_vertegenwoordiger],
        /// Whether protection is refused; otherwise it ends, or may end.
        weigering: flag [Stap::soort],
    }
}

context! {
    /// What every letter can say.
    pub struct Frame {
        /// The salutation, without the comma after it: `Geachte heer Kovalenko`.
        aanhef: text [
            Vreemdeling::achternaam, Vreemdeling::geslacht, Vreemdeling::wettelijk_vertegenwoordiger,
        ],
        /// As what the legal representative reads: `ouder`, `voogd`, `curator`; absent where the person reads.
        hoedanigheid: optional [WettelijkVertegenwoordiger::hoedanigheid],
        /// The first names and the family name of the person whom the letter is about.
        naam: text [Vreemdeling::voornamen, Vreemdeling::achternaam],
        /// The V-nummer, ten digits.
        v_nummer: text [Vreemdeling::v_nummer],
        /// The kenmerk of the case.
        kenmerk: text [Zaak::kenmerk],
        /// Whether the person is too young for a proof of residence.
        te_jong_voor_bewijs: flag [Vreemdeling::geboortedatum],
        /// Whether the person has the nationality of a member state, and so rights of his own.
        eu_burger: flag [Vreemdeling::nationaliteiten],
        /// Whether the person lives outside the Netherlands, as far as the address tells.
        buitenland: flag [Vreemdeling::adres],
        /// The day of bekendmaking, from which terms count: `20 november 2026`.
        bekend_op: text [Bekendmaking::datum],
        /// Whether the letter is handed over.
        uitgereikt: flag [Bekendmaking::wijze],
        /// How the letter is made known, where it is neither handed over nor sent (Awb 3:41 lid 2), in the officer's
        /// words.
        hoe: optional [Bekendmaking::hoe],
        /// The officer's reasons for the answers on record on which the letter rests, save that on a return decision.
        oordelen: optional [Antwoord::reden],
        /// The name of the gemachtigde, who gets a copy.
        gemachtigde: optional [Gemachtigde::naam],
        /// Whether the letter goes to the gemachtigde alone: the address of the person is not known.
        alleen_gemachtigde: flag [Vreemdeling::adres, Bekendmaking::wijze],
        /// The last day of the term that ends first, that to leave apart, in Ukrainian; absent where no term runs.
        eerste_dag_uk: optional [Bekendmaking::datum],
        /// The same in Russian.
        eerste_dag_ru: optional [Bekendmaking::datum],
        /// The same in English.
        eerste_dag_en: optional [Bekendmaking::datum],
        /// The last day of the term that ends last, in Ukrainian; absent where all end on one day.
        tweede_dag_uk: optional [Bekendmaking::datum],
        /// The same in Russian.
        tweede_dag_ru: optional [Bekendmaking::datum],
        /// The same in English.
        tweede_dag_en: optional [Bekendmaking::datum],
        /// Whether the person has no nationality, as far as the case knows.
        staatloos: flag [Vreemdeling::nationaliteiten],
        /// Whether the letter holds a return decision.
        moet_vertrekken: flag [TerugkeerFeiten::land_van_terugkeer],
        /// The last day to leave, in Ukrainian.
        vertrek_uk: optional [Bekendmaking::datum, TerugkeerFeiten::vertrektermijn],
        /// The same in Russian.
        vertrek_ru: optional [Bekendmaking::datum, TerugkeerFeiten::vertrektermijn],
        /// The same in English.
        vertrek_en: optional [Bekendmaking::datum, TerugkeerFeiten::vertrektermijn],
        /// Whether that gives no time to leave.
        onmiddellijk_vertrekken: flag [TerugkeerFeiten::vertrektermijn],
        /// The phone number of the organisation; for who lives abroad, the one for calls from abroad.
        telefoon: text [],
        /// When the phone is answered.
        openingstijden: optional [],
        /// The web address of the organisation.
        website: text [],
        /// Where people get information and advice, to follow *bij*: `het Juridisch Loket of …`.
        rechtshulp: text [],
        /// Who helps: a list of organisations, each with its phone and website.
        hulp: optional [],
        /// The post address of the organisation, in lines.
        post_adres: text [],
        /// The same on one line.
        post_naar: text [],
        /// The address for a bezwaarschrift, in lines.
        bezwaar_adres: text [],
        /// The same on one line.
        bezwaar_naar: text [],
        /// Where a bezwaarschrift can be filed digitally.
        bezwaar_digitaal: optional [],
        /// The address for a beroepschrift and for a request for a voorlopige voorziening, in lines.
        beroep_adres: text [],
        /// The same on one line.
        beroep_naar: text [],
        /// Where a beroepschrift can be filed digitally.
        beroep_digitaal: optional [],
        /// The address for a zienswijze, in lines.
        zienswijze_adres: text [],
        /// The same on one line.
        zienswijze_naar: text [],
        /// Where a zienswijze can be given digitally.
        zienswijze_digitaal: optional [],
        /// The address in Ter Apel where people report who want asylum, in lines.
        ter_apel_adres: text [],
        /// The same on one line.
        ter_apel_naar: text [],
    }
}

context! {
    /// A return decision, and the measures that apply beside it.
    pub struct ReturnWords {
        /// The country to return to, as in `terug naar Nigeria`; present when the letter contains a return decision.
        land_van_terugkeer: optional [TerugkeerFeiten::land_van_terugkeer],
        /// Whether that country is one of which the person is no national.
        veilig_derde_land: flag [TerugkeerFeiten::veilig_derde_land],
        /// Why that country is safe for the person, in the officer's words.
        land_motivering: optional [TerugkeerFeiten::motivering_land],
        /// Whether there is a bar on return to the person's own country.
        terugkeerbeletsel: flag [TerugkeerFeiten::terugkeerbeletsel],
        /// Family life, child, health and what the person said, in the officer's words.
        terugkeer_motivering: optional [TerugkeerFeiten::motivering_terugkeer],
        /// Why a return decision follows in a situation that a person must weigh, in the officer's words.
        terugkeer_oordeel: optional [Antwoord::reden],
        /// The countries outside the Union where a return decision also holds, without the country to return to.
        ook_geldig_in: text [TerugkeerFeiten::land_van_terugkeer],
        /// The length of the departure term: `4 weken`.
        vertrek_termijn: optional [TerugkeerFeiten::vertrektermijn],
        /// The last day of the departure term: `vrijdag 18 december 2026`.
        vertrek_uiterlijk: optional [Bekendmaking::datum, TerugkeerFeiten::vertrektermijn],
        /// The reason why there is no departure term, or a shorter one than usual.
        vertrek_motivering: optional [Vertrektermijn::motivering],
        /// The limb of article 62 paragraph 2 of the Vw on which that rests: `a`.
        vertrek_onderdeel: optional [Vertrektermijn::grond],
        /// Whether that limb is the risk that the person absconds.
        vertrek_risico: flag [Vertrektermijn::grond],
        /// Whether that limb is an application that was manifestly unfounded or held false data.
        vertrek_aanvraag: flag [Vertrektermijn::grond],
        /// Whether that limb is a danger to public order or security.
        vertrek_gevaar: flag [Vertrektermijn::grond],
        /// Whether the nationality is not known, so that the letter says nothing about it.
        nationaliteit_onbekend: flag [Vreemdeling::nationaliteiten],
        /// Whether the country to return to is itself one where a return decision holds.
        in_terugkeergebied: flag [TerugkeerFeiten::land_van_terugkeer],
        /// Another country where a return decision holds, and where the person has asylum or protection: `Polen`.
        verblijf_elders: optional [Feiten::asielstatus_elders, BeschermingElders::land],
        /// Whether nobody is forced to return to that country now.
        geen_uitzetting: flag [TerugkeerFeiten::land_van_terugkeer],
        /// Whether a heavy entry ban of the Netherlands applies.
        inreisverbod_geldt: flag [Feiten::maatregelen],
        /// Whether a light entry ban of the Netherlands still applies.
        licht_inreisverbod_geldt: flag [Feiten::maatregelen],
        /// Whether an ongewenstverklaring of the Netherlands still applies.
        ongewenst_verklaard: flag [Feiten::maatregelen],
        /// Whether a separate decision on asylum says if the person must leave.
        apart_asielbesluit: flag [Asielbesluit::kenmerk],
        /// Whether an earlier return decision of the Netherlands applies.
        terugkeerbesluit_geldt: flag [Feiten::maatregelen],
        /// Whether the person had protection before, so that these measures apply again.
        eerder_beschermd: flag [Feiten::toegekend_op],
    }
}
