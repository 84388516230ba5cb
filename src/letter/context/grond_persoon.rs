//! Contexts of the grounds about who the person is: proof, identity, nationality, family.

use super::context;

context! {
    /// `grounds/voorwaarden_niet_aangetoond.md`.
    pub struct VoorwaardenNietAangetoond {
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/geen_identificerend_document.md`.
    pub struct GeenIdentificerendDocument {
        /// The help of a Ukrainian consulate is expected: of a Ukrainian, never of a man of 18 to 59.
        consulaat: flag [
            "vreemdeling.nationaliteiten",
            "vreemdeling.geslacht",
            "vreemdeling.geboortedatum",
        ],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/eu_nationaliteit.md`.
    pub struct EuNationaliteit {
        /// Member states of which the person is a national; absent when the case does not know which.
        eu_landen: optional ["vreemdeling.nationaliteiten"],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/gezinsband_niet_aangetoond.md`.
    pub struct GezinsbandNietAangetoond {
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/geen_gezinslid.md`.
    pub struct GeenGezinslid {
        /// The parent of a protected child.
        ouder_van_kind: flag ["feiten.gezinsband.relatie"],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/gezinsband_verbroken.md`.
    pub struct GezinsbandVerbroken {
        /// When the relation ended.
        beeindigd_op: text ["feiten.gezinsband.beeindigd_op"],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/geen_medewerking_biometrie.md`.
    pub struct GeenMedewerkingBiometrie {
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/fraude.md`.
    pub struct Fraude {
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}
