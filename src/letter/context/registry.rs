//! Which template has which context and which slots: what the lint and `sjablonen velden` go by.
//!
//! A template that is only included has no row: it uses the names of the template around it.

use super::*;

/// A template that is filled with a context of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// Name in the template set: `grounds/inreisstempel.md`.
    pub name: &'static str,
    /// What it may show or test.
    pub fields: &'static [Field],
    /// The slots that it must have, each once: `::gronden::`.
    pub slots: &'static [&'static str],
}

const fn template<C: Context>(name: &'static str, slots: &'static [&'static str]) -> Template {
    Template { name, fields: C::FIELDS, slots }
}

/// Slot of a letter: the grounds, each by its own template.
pub const GRONDEN: &str = "gronden";
/// Slot of `grounds/voorwaarden_niet_aangetoond.md`: what was not shown, an item each.
pub const ONTBREKEND: &str = "ontbrekend";

/// Every template that has a context.
pub const TEMPLATES: &[Template] = &[
    template::<Weigeringsbesluit>("weigeringsbesluit.md", &[GRONDEN]),
    template::<Opschortingsbrief>("opschortingsbrief.md", &[]),
    template::<Voornemen>("voornemen_intrekking.md", &[GRONDEN]),
    template::<Voornemen>("voornemen_beeindiging.md", &[GRONDEN]),
    template::<AanvullendVoornemen>("aanvullend_voornemen.md", &[GRONDEN]),
    template::<EindeBesluit>("intrekkingsbesluit.md", &[GRONDEN]),
    template::<EindeBesluit>("beeindigingsbesluit.md", &[GRONDEN]),
    template::<OpheffingInreisverbod>("opheffing_inreisverbod.md", &[]),
    template::<OpheffingOngewenstverklaring>("opheffing_ongewenstverklaring.md", &[]),
    template::<Buitenbehandelingstelling>("buitenbehandelingstelling.md", &[]),
    template::<VoorwaardenNietAangetoond>("grounds/voorwaarden_niet_aangetoond.md", &[ONTBREKEND]),
    template::<GeenIdentificerendDocument>("grounds/geen_identificerend_document.md", &[]),
    template::<VertrekVoor27November2021>("grounds/vertrek_voor_27_november_2021.md", &[]),
    template::<Inreisstempel>("grounds/inreisstempel.md", &[]),
    template::<DerdelanderTijdelijkVerblijfsrecht>("grounds/derdelander_tijdelijk_verblijfsrecht.md", &[]),
    template::<DerdelanderTerugkeerHerkomstland>("grounds/derdelander_terugkeer_herkomstland.md", &[]),
    template::<DerdelanderLangerDan28DagenTeruggekeerd>(
        "grounds/derdelander_langer_dan_28_dagen_teruggekeerd.md",
        &[],
    ),
    template::<AsielstatusElders>("grounds/asielstatus_elders.md", &[]),
    template::<EuNationaliteit>("grounds/eu_nationaliteit.md", &[]),
    template::<GezinsbandNietAangetoond>("grounds/gezinsband_niet_aangetoond.md", &[]),
    template::<GeenGezinslid>("grounds/geen_gezinslid.md", &[]),
    template::<GezinsbandVerbroken>("grounds/gezinsband_verbroken.md", &[]),
    template::<GeenMedewerkingBiometrie>("grounds/geen_medewerking_biometrie.md", &[]),
    template::<OpenbareOrde>("grounds/openbare_orde.md", &[]),
    template::<Artikel1f>("grounds/artikel_1f.md", &[]),
    template::<NationaleVeiligheid>("grounds/nationale_veiligheid.md", &[]),
    template::<LangerDan28DagenBuitenNederland>("grounds/langer_dan_28_dagen_buiten_nederland.md", &[]),
    template::<BeschermingAndereLidstaat>("grounds/bescherming_andere_lidstaat.md", &[]),
    template::<Nareisvergunning>("grounds/nareisvergunning.md", &[]),
    template::<Fraude>("grounds/fraude.md", &[]),
    template::<Ontbrekend>("parts/ontbrekend.md", &[]),
    template::<Ondertekening>("parts/ondertekening.md", &[]),
];

/// The row of a template, by name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|t| t.name == name)
}
