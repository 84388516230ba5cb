//! The cases of a run by a list of kenmerken, and without those of another run.

use crate::support::post::{ONE, batch, column, day, summary, with_kenmerk};

#[test]
fn a_file_names_the_cases() {
    let desk = day().file("lijst.txt", "\u{feff}K-003\r\n\r\n  k-001  \r\n").file("meer", "K-004");
    batch(&desk, "zaken -o uit --alleen @lijst.txt K-002 @meer").exits(0).says("4 zaken");
    assert_eq!(summary(&desk, "uit")["opties"]["alleen"], 4);
    batch(&desk, "zaken -o weg --alleen @lijst.txt ONBEKEND-1")
        .exits(1)
        .says("geen zaak met kenmerk: onbekend-1");
}

/// An empty list never means all cases, and a list that cannot be read stops the run.
#[test]
fn a_list_that_names_no_case_stops_the_run() {
    let desk = day().file("leeg.txt", "\n\n").file("namen.txt", "K-001\nOleksandr Sjevtsjenko\n");
    batch(&desk, "zaken -o uit --alleen @leeg.txt").exits(2).says("staat geen kenmerk");
    let ran = batch(&desk, "zaken -o uit --alleen @namen.txt").exits(2);
    // The line itself is not shown.
    ran.says("namen.txt:2: dit is geen kenmerk").never_says("Oleksandr");
    batch(&desk, "zaken -o uit --alleen @weg.txt").exits(74);
    assert!(!desk.path("uit").exists());
}

#[test]
fn cases_of_another_run_are_left_out() {
    let desk = day();
    batch(&desk, "zaken -o een --alleen K-001 K-002 K-007").exits(0);
    let desk = desk.file("zaken/nog.yaml", with_kenmerk(ONE, "Z-9"));
    for manifest in ["een/manifest.jsonl", "een"] {
        batch(&desk, &format!("zaken -o uit --behalve {manifest}")).exits(0).says("6 zaken");
        let made = column(&desk, "kenmerk");
        assert!(!made.iter().any(|kenmerk| ["K-001", "K-002", "K-007"].contains(&kenmerk.as_str())));
        assert!(made.contains(&"Z-9".to_owned()));
    }
    assert_eq!(summary(&desk, "uit")["opties"]["behalve"], 3);
    batch(&desk, "zaken -o uit --overschrijf --behalve een").exits(2).says("`--behalve`");
    // With both, a case must pass both.
    batch(&desk, "zaken -o beide --behalve een --alleen K-001 K-003").exits(0).says("1 zaak");
}

#[test]
fn a_manifest_that_is_not_whole_leaves_no_case_out() {
    let desk = day();
    batch(&desk, "zaken -o een --alleen K-001 K-002").exits(0);
    let manifest = desk.read("een/manifest.jsonl");
    let desk = desk.file("een/manifest.jsonl", manifest.lines().next().unwrap().to_owned() + "\n");
    batch(&desk, "zaken -o uit --behalve een").exits(2).says("manifest.jsonl heeft");
    let desk = desk.file("een/manifest.jsonl", manifest.clone()).file("los.jsonl", manifest + "{}\n");
    batch(&desk, "zaken -o uit --behalve los.jsonl").exits(2).says("geen rij van een manifest");
    batch(&desk, "zaken -o uit --behalve weg.jsonl").exits(74);
    // A summary that cannot be read does not count as none.
    let summary = desk.read("een/samenvatting.json");
    let desk = desk.file("een/samenvatting.json", "{");
    batch(&desk, "zaken -o uit --behalve een").exits(2).says("samenvatting.json is beschadigd");
    let desk = desk.file("een/samenvatting.json", summary).file("een/.rtbrief-onderweg", "1\n");
    batch(&desk, "zaken -o uit --behalve een").exits(2).says("niet af");
    assert!(!desk.path("uit").exists());
}
