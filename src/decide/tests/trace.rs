//! The trace names every rule that the decision rests on, with the facts that the rule read, and no other rule.

use super::{Zaak, findings, read_by};
use crate::words::{GroundId, Rule, TermKind};

#[test]
fn only_facts_that_the_step_asks_are_read() {
    let away = Zaak::new(
        "{soort: niet_gemeld, datum: 2026-11-20, andere_verblijfsgrond: false, terugkeerbeletsel: false, \
         land_van_terugkeer: NGA, motivering_terugkeer: Gewogen.}",
    );
    let decision = away.national_of("[NGA]").facts("brp_inschrijving: 2026-10-01").decide();
    assert_eq!(
        read_by(&decision, Rule::TerugkeerbesluitOpgelegd).unwrap(),
        ["stap.andere_verblijfsgrond", "stap.terugkeerbeletsel"]
    );
    let refused = Zaak::refused_on("derdelander_tijdelijk_verblijfsrecht")
        .national_of("[NGA]")
        .facts(super::TEMPORARY)
        .decide();
    let read = read_by(&refused, GroundId::DerdelanderTijdelijkVerblijfsrecht).unwrap();
    assert!(!read.contains(&"feiten.brp_inschrijving".to_owned()), "{read:?}");
}

#[test]
fn a_besluit_rests_on_the_view_or_on_its_term() {
    let with = |view: &str| {
        Zaak::reassessed(&format!("fase: besluit, voornemen: {{datum: 2026-10-01}}{view}")).decide()
    };
    let silent = with(", zienswijze: geen");
    assert!(read_by(&silent, TermKind::Zienswijze).is_some());
    assert!(read_by(&silent, Rule::HerbeoordelingZienswijze).is_none(), "none came in");
    let view = ", zienswijze: {ontvangen: 2026-10-10, samenvatting: Kort., reactie: Kort., leidt_tot_ander_oordeel: false}";
    let answered = with(view);
    assert!(read_by(&answered, TermKind::Zienswijze).is_none());
    assert_eq!(
        read_by(&answered, Rule::HerbeoordelingZienswijze).unwrap(),
        ["stap.zienswijze.ontvangen", "stap.zienswijze.leidt_tot_ander_oordeel"]
    );
}

#[test]
fn each_measure_is_traced_under_its_own_rule() {
    let measures = "maatregelen: [{soort: inreisverbod_zwaar, opgelegd_door: NLD}, \
                    {soort: terugkeerbesluit, opgelegd_door: NLD}, {soort: inreisverbod_licht, opgelegd_door: POL}]";
    let decision = Zaak::granted_to_refugee(", motivering_opheffing: Lang geleden.").facts(measures).decide();
    for (rule, index) in [
        (Rule::OpheffingZwaarInreisverbod, 0),
        (Rule::OpheffingTerugkeerbesluitOpgeschort, 1),
        (Rule::OpheffingAndereLidstaat, 2),
    ] {
        let facts = ["soort", "opgelegd_door"].map(|f| format!("feiten.maatregelen[{index}].{f}"));
        assert_eq!(read_by(&decision, rule).unwrap(), facts, "{}", rule.word());
    }
    assert!(read_by(&decision, Rule::OpheffingGeenMaatregel).is_none());
}

#[test]
fn an_afwijking_names_the_facts_that_it_sets_aside() {
    let decision = Zaak::granted_to_refugee("").facts("alleen_inreisstempel: true").deviating().decide();
    assert_eq!(findings(&decision), [""; 0]);
    assert_eq!(
        read_by(&decision, Rule::Afwijking).unwrap(),
        ["afwijking.reden", "afwijking.akkoord", "stap.uitkomst", "feiten.alleen_inreisstempel"]
    );
    let refused = Zaak::refused_on("inreisstempel").facts("alleen_inreisstempel: false").deviating().decide();
    assert_eq!(findings(&refused), ["F203 grond.inreisstempel"], "not to the person's disadvantage");
    assert!(!refused.afwijking);
    let needless = Zaak::granted_to_refugee("").deviating().decide();
    assert_eq!(findings(&needless), ["F202 invoer.zonder_gevolg"], "no rule stands in the way");
}
