//! Contexts of the grounds about where the person was or has protection.

use super::context;

context! {
    /// `grounds/vertrek_voor_27_november_2021.md`.
    pub struct VertrekVoor27November2021 {
        /// Day of departure from Ukraine.
        vertrek: text ["feiten.vertrek_uit_oekraine"],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/inreisstempel.md`.
    pub struct Inreisstempel {
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/derdelander_tijdelijk_verblijfsrecht.md`.
    pub struct DerdelanderTijdelijkVerblijfsrecht {
        /// Nationalities, as in `de nationaliteit van Nigeria`.
        nationaliteit_van: optional ["vreemdeling.nationaliteiten"],
        /// A national of no country.
        staatloos: flag ["vreemdeling.nationaliteiten"],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/derdelander_terugkeer_herkomstland.md`.
    pub struct DerdelanderTerugkeerHerkomstland {
        /// Nationalities, as in `de nationaliteit van Nigeria`.
        nationaliteit_van: optional ["vreemdeling.nationaliteiten"],
        /// A national of no country.
        staatloos: flag ["vreemdeling.nationaliteiten"],
        /// Day of return to the country of origin.
        terugkeer: text ["feiten.terugkeer_herkomstland"],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/derdelander_langer_dan_28_dagen_teruggekeerd.md`.
    pub struct DerdelanderLangerDan28DagenTeruggekeerd {
        /// Day of departure.
        weg_vanaf: text ["feiten.verblijf_buiten_nederland.van"],
        /// Where to; absent when the case knows only that it was the country of origin.
        land: optional ["feiten.verblijf_buiten_nederland.land"],
        /// Day of return.
        weg_tot: optional ["feiten.verblijf_buiten_nederland.tot"],
        /// Day to which a stay without return is counted.
        peildag: text ["stap.datum"],
        /// How long: `46 dagen`.
        dagen: text [
            "feiten.verblijf_buiten_nederland.van",
            "feiten.verblijf_buiten_nederland.tot",
            "stap.datum",
        ],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/langer_dan_28_dagen_buiten_nederland.md`.
    pub struct LangerDan28DagenBuitenNederland {
        /// Day of departure.
        weg_vanaf: text ["feiten.verblijf_buiten_nederland.van"],
        /// Where to.
        land: text ["feiten.verblijf_buiten_nederland.land"],
        /// Day of return.
        weg_tot: optional ["feiten.verblijf_buiten_nederland.tot"],
        /// Day to which a stay without return is counted.
        peildag: text ["stap.datum"],
        /// How long: `46 dagen`.
        dagen: text [
            "feiten.verblijf_buiten_nederland.van",
            "feiten.verblijf_buiten_nederland.tot",
            "stap.datum",
        ],
        /// A national of Ukraine: protection is possible again.
        oekrainer: flag ["vreemdeling.nationaliteiten"],
        /// A third-country national who went to the country of origin: protection is not given again.
        in_herkomstland: flag ["vreemdeling.nationaliteiten", "feiten.verblijf_buiten_nederland.land"],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/asielstatus_elders.md`.
    pub struct AsielstatusElders {
        /// Country that gave an asylum permit.
        land: text ["feiten.asielstatus_elders"],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/bescherming_andere_lidstaat.md`.
    pub struct BeschermingAndereLidstaat {
        /// Member state that gives protection.
        land: text ["feiten.bescherming_elders.land"],
        /// Since when.
        sinds: optional ["feiten.bescherming_elders.sinds"],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/nareisvergunning.md`.
    pub struct Nareisvergunning {
        /// When protection was given up.
        afstand_op: text ["feiten.nareis.afstand_op"],
        /// Reference of the nareis case.
        nareis_kenmerk: optional ["feiten.nareis.kenmerk"],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}
