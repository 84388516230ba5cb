//! Contexts of the grounds of openbare orde, artikel 1F and nationale veiligheid.

use super::context;

context! {
    /// `grounds/openbare_orde.md`.
    pub struct OpenbareOrde {
        /// The crime.
        misdrijf: text ["stap.gronden[].veroordeling.misdrijf"],
        /// Country of the judge.
        land: text ["stap.gronden[].veroordeling.land"],
        /// The sentence.
        straf: text ["stap.gronden[].veroordeling.straf"],
        /// Since when the conviction is irrevocable.
        onherroepelijk_op: text ["stap.gronden[].veroordeling.onherroepelijk_op"],
        /// Comparison of sentences, for a conviction abroad.
        strafmaatvergelijking: optional ["stap.gronden[].strafmaatvergelijking"],
        /// The European criterion.
        europees_criterium: text ["stap.gronden[].europees_criterium"],
        /// Proportionality, with artikel 8 EVRM.
        evenredigheid: text ["stap.gronden[].evenredigheid"],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/artikel_1f.md`.
    pub struct Artikel1f {
        /// Proportionality.
        evenredigheid: optional ["stap.gronden[].evenredigheid"],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}

context! {
    /// `grounds/nationale_veiligheid.md`.
    pub struct NationaleVeiligheid {
        /// Proportionality.
        evenredigheid: optional ["stap.gronden[].evenredigheid"],
        /// The officer's words.
        motivering: text ["stap.gronden[].motivering"],
    }
}
