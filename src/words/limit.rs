//! The limits of the law: days, ages and lengths that decide, each a row of `limits.yaml`.

use super::words;

words! {
    /// A limit; its row is `limiet.NAME`.
    LimitId as "limiet." {
        /// First day on which the RTB can be applied.
        EersteDag = "eerste_dag",
        /// The first day of flight: who was outside Ukraine and not in the Netherlands before it falls
        /// outside the RTB (WI H1, fn. 7).
        VluchtVanaf = "vlucht_vanaf",
        /// The day before the war (WI H1).
        Peilmoment = "peilmoment",
        /// From this day on no third-country national with a temporary Ukrainian permit falls under the RTB
        /// (WI H1, category 1).
        TijdelijkVerblijfsrecht = "tijdelijk_verblijfsrecht",
        /// The number of days that a stay in Ukraine or the country of origin may last (WI H2).
        VerblijfBuitenNederland = "verblijf_buiten_nederland",
        /// The number of hours within which a gemeente gets an answer (WI H2, Triage).
        Triage = "triage",
        /// Age from which a proof of residence is given (WI H2, fn. 18).
        LeeftijdVerblijfsbewijs = "leeftijd_verblijfsbewijs",
        /// Majority (BW 1:233).
        LeeftijdMeerderjarig = "leeftijd_meerderjarig",
        /// Age from which a Ukrainian man is liable for service (WI H1, fn. 5).
        LeeftijdDienstplicht = "leeftijd_dienstplicht",
        /// Age from which a Ukrainian man is not liable for service any more (WI H1, fn. 5).
        LeeftijdEindeDienstplicht = "leeftijd_einde_dienstplicht",
        /// From this day on the protection of holders of a temporary permit had ended by law (WI H1, category 1).
        EindeVanRechtswege = "einde_van_rechtswege",
        /// Age from which fingerprints are taken (Vb 8.27).
        LeeftijdVingerafdrukken = "leeftijd_vingerafdrukken",
        /// Age from which a child reports itself at the stickerlocatie.
        LeeftijdZelfMelden = "leeftijd_zelf_melden",
        /// Terms of fewer days than this need no working days (Atw 2).
        AtwKorteTermijn = "atw_korte_termijn",
        /// The number of working days that a term must hold (Atw 2).
        AtwWerkdagen = "atw_werkdagen",
        /// Longest term in days that is extended (Atw 4).
        AtwLangsteDagen = "atw_langste_dagen",
        /// Longest term in weeks that is extended (Atw 4).
        AtwLangsteWeken = "atw_langste_weken",
        /// Longest term in months that is extended (Atw 4).
        AtwLangsteMaanden = "atw_langste_maanden",
    }
}
