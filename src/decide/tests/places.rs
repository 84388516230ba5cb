//! A contradiction names its places in the file: first the fact to correct, then the facts that contradict it.

use super::{TEMPORARY, Zaak, paths};

/// The paths of the only finding.
fn places(case: &Zaak) -> Vec<String> {
    let found = paths(&case.decide());
    assert_eq!(found.len(), 1, "{}", case.text());
    found.concat()
}

#[test]
fn contradictions_of_persons_and_dates_name_both_places() {
    let both = Zaak::refused_on("inreisstempel").national_of("[NGA, GHA, staatloos]");
    assert_eq!(places(&both), ["vreemdeling.nationaliteiten[2]", "vreemdeling.nationaliteiten[0]"]);
    let late = Zaak::refused_on("inreisstempel").made_known("2026-11-19");
    assert_eq!(places(&late), ["stap.datum", "bekendmaking.datum"]);
    let late = Zaak::refused_on("inreisstempel").made_known("2026-11-21").dated("2026-11-19");
    assert_eq!(places(&late), ["stap.datum", "zaak.dagtekening"]);
}

#[test]
fn contradictions_of_grounds_and_outcomes_name_both_places() {
    let stamp = Zaak::refused_on("inreisstempel").facts("alleen_inreisstempel: false");
    assert_eq!(places(&stamp), ["stap.gronden[0].grond", "feiten.alleen_inreisstempel"]);
    let excluded = Zaak::granted().national_of("[NGA]").facts(TEMPORARY);
    assert_eq!(
        places(&excluded),
        ["stap.uitkomst", "feiten.verblijfsrecht_oekraine.soort", "vreemdeling.nationaliteiten"]
    );
    let appointed = Zaak::new("{soort: niet_gemeld, datum: 2026-11-20}")
        .facts("brp_inschrijving: 2026-10-01, afspraak: {gemaakt_op: 2026-10-29, voor: 2026-12-01}");
    assert_eq!(
        places(&appointed),
        ["feiten.afspraak.gemaakt_op", "feiten.afspraak.voor", "feiten.brp_inschrijving"]
    );
    let minor = "{soort: grens, datum: 2026-11-20, doorlaatpost: Schiphol, beroep_op_rtb: true, doorverwijzing: geen}";
    let found = paths(&Zaak::new(minor).born("2010-01-01").decide());
    assert!(found.contains(&vec!["stap.doorverwijzing".to_owned(), "vreemdeling.geboortedatum".to_owned()]));
}
