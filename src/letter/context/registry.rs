//! Which template has which context and which slots: what the lint goes by.
//!
//! A template that is only included has no row: it uses the names of the template around it.

use super::*;
use crate::letter::registration::Registration;

/// Slot of a letter: the grounds, each by its own template.
pub const GRONDEN: &str = "gronden";
/// Slot of `grounds/voorwaarden_niet_aangetoond.md`: what was not shown, an item each.
pub const ONTBREKEND: &str = "ontbrekend";

/// Every template that has a context.
pub const TEMPLATES: &[Registration] = &[
    Registration::letter::<Weigeringsbesluit>("weigeringsbesluit.md", &[GRONDEN]),
    Registration::letter::<Opschortingsbrief>("opschortingsbrief.md", &[]),
    Registration::letter::<Voornemen>("voornemen_intrekking.md", &[GRONDEN]),
    Registration::letter::<Voornemen>("voornemen_beeindiging.md", &[GRONDEN]),
    Registration::letter::<AanvullendVoornemen>("aanvullend_voornemen.md", &[GRONDEN]),
    Registration::letter::<EindeBesluit>("intrekkingsbesluit.md", &[GRONDEN]),
    Registration::letter::<EindeBesluit>("beeindigingsbesluit.md", &[GRONDEN]),
    Registration::letter::<OpheffingInreisverbod>("opheffing_inreisverbod.md", &[]),
    Registration::letter::<OpheffingOngewenstverklaring>("opheffing_ongewenstverklaring.md", &[]),
    Registration::letter::<Buitenbehandelingstelling>("buitenbehandelingstelling.md", &[]),
    Registration::fragment::<VoorwaardenNietAangetoond>(
        "grounds/voorwaarden_niet_aangetoond.md",
        &[ONTBREKEND],
    ),
    Registration::fragment::<GeenIdentificerendDocument>("grounds/geen_identificerend_document.md", &[]),
    Registration::fragment::<VertrekVoor27November2021>("grounds/vertrek_voor_27_november_2021.md", &[]),
    Registration::fragment::<Inreisstempel>("grounds/inreisstempel.md", &[]),
    Registration::fragment::<DerdelanderTijdelijkVerblijfsrecht>(
        "grounds/derdelander_tijdelijk_verblijfsrecht.md",
        &[],
    ),
    Registration::fragment::<DerdelanderTerugkeerHerkomstland>(
        "grounds/derdelander_terugkeer_herkomstland.md",
        &[],
    ),
    Registration::fragment::<DerdelanderLangerDan28DagenTeruggekeerd>(
        "grounds/derdelander_langer_dan_28_dagen_teruggekeerd.md",
        &[],
    ),
    Registration::fragment::<AsielstatusElders>("grounds/asielstatus_elders.md", &[]),
    Registration::fragment::<EuNationaliteit>("grounds/eu_nationaliteit.md", &[]),
    Registration::fragment::<GezinsbandNietAangetoond>("grounds/gezinsband_niet_aangetoond.md", &[]),
    Registration::fragment::<GeenGezinslid>("grounds/geen_gezinslid.md", &[]),
    Registration::fragment::<GezinsbandVerbroken>("grounds/gezinsband_verbroken.md", &[]),
    Registration::fragment::<GeenMedewerkingBiometrie>("grounds/geen_medewerking_biometrie.md", &[]),
    Registration::fragment::<OpenbareOrde>("grounds/openbare_orde.md", &[]),
    Registration::fragment::<Artikel1f>("grounds/artikel_1f.md", &[]),
    Registration::fragment::<NationaleVeiligheid>("grounds/nationale_veiligheid.md", &[]),
    Registration::fragment::<LangerDan28DagenBuitenNederland>(
        "grounds/langer_dan_28_dagen_buiten_nederland.md",
        &[],
    ),
    Registration::fragment::<BeschermingAndereLidstaat>("grounds/bescherming_andere_lidstaat.md", &[]),
    Registration::fragment::<Nareisvergunning>("grounds/nareisvergunning.md", &[]),
    Registration::fragment::<Fraude>("grounds/fraude.md", &[]),
    Registration::fragment::<Ontbrekend>("parts/ontbrekend.md", &[]),
    Registration::fragment::<Ondertekening>("parts/ondertekening.md", &[]),
];

/// The row of a template, by name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Registration> {
    TEMPLATES.iter().find(|t| t.template == name)
}
