//! The templates that the program carries inside itself.
//!
//! They stand in `letter-templates/` as plain files; the list here is compared with that folder by
//! a test, so that no template is forgotten.

use super::error::TemplateError;
use super::template::TemplateSet;

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        /// Name and text of every built-in template, sorted by name.
        pub const TEMPLATES: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../letter-templates/", $name))),)*
        ];
    };
}

embedded![
    "aanvullend_voornemen.md",
    "beeindigingsbesluit.md",
    "buitenbehandelingstelling.md",
    "grounds/artikel_1f.md",
    "grounds/asielstatus_elders.md",
    "grounds/bescherming_andere_lidstaat.md",
    "grounds/derdelander_langer_dan_28_dagen_teruggekeerd.md",
    "grounds/derdelander_terugkeer_herkomstland.md",
    "grounds/derdelander_tijdelijk_verblijfsrecht.md",
    "grounds/eu_nationaliteit.md",
    "grounds/fraude.md",
    "grounds/geen_gezinslid.md",
    "grounds/geen_identificerend_document.md",
    "grounds/geen_medewerking_biometrie.md",
    "grounds/gezinsband_niet_aangetoond.md",
    "grounds/gezinsband_verbroken.md",
    "grounds/inreisstempel.md",
    "grounds/langer_dan_28_dagen_buiten_nederland.md",
    "grounds/nareisvergunning.md",
    "grounds/nationale_veiligheid.md",
    "grounds/openbare_orde.md",
    "grounds/vertrek_voor_27_november_2021.md",
    "grounds/voorwaarden_niet_aangetoond.md",
    "intrekkingsbesluit.md",
    "opheffing_inreisverbod.md",
    "opheffing_ongewenstverklaring.md",
    "opschortingsbrief.md",
    "parts/aanhef.md",
    "parts/beroep.md",
    "parts/bezwaar.md",
    "parts/gevolgen_einde.md",
    "parts/hulp.md",
    "parts/na_zienswijze.md",
    "parts/ondertekening.md",
    "parts/ontbrekend.md",
    "parts/terugkeerbesluit.md",
    "parts/zienswijze.md",
    "parts/zienswijze_reactie.md",
    "voornemen_beeindiging.md",
    "voornemen_intrekking.md",
    "weigeringsbesluit.md",
];

impl TemplateSet {
    /// The built-in set.
    ///
    /// # Errors
    /// None in a released program: a test reads and lints it.
    pub fn builtin() -> Result<Self, Vec<TemplateError>> {
        Self::new(TEMPLATES.iter().copied())
    }
}
