//! A `#` in an officer's own words: text, or a note for oneself?

use super::*;
use crate::diagnostic::Code;

/// The findings when the motivering of the ground is written so, and how the motivering is read.
fn motivering(written: &str) -> Result<String, Box<Diagnostic>> {
    let text = TRIAGE.replace("      motivering: Uw vergunning was tijdelijk.\n", written);
    assert_ne!(text, TRIAGE);
    let reading = read(&text);
    match &reading.diagnostics[..] {
        [] => match reading.case.unwrap().stap {
            Stap::Triage(step) => Ok(step.gronden[0].motivering.as_ref().unwrap().as_str().to_owned()),
            _ => panic!("andere stap"),
        },
        [one] => Err(Box::new(one.clone())),
        more => panic!("{more:?}"),
    }
}

/// Demands that both readings are shown, at this place.
#[track_caller]
fn asks(written: &str, place: (u32, u32), as_text: &str, as_note: &str) {
    let finding = motivering(written).unwrap_err();
    assert_eq!((finding.code, finding.paths[0].as_str()), (Code::TextOrNote, "stap.gronden[0].motivering"));
    assert_eq!((finding.at[0].line, finding.at[0].column), place);
    assert_eq!(finding.detail.unwrap(), format!("als tekst: “{as_text}”; als aantekening: “{as_note}”"));
    assert!(!finding.message.contains("Polen") && !finding.hint.unwrap().contains("Polen"));
}

#[test]
fn a_line_of_a_block_that_begins_with_it() {
    for style in ["|", ">-", "|+", ">"] {
        asks(
            &format!(
                "      motivering: {style}\n        U woonde in Polen.\n        # Piet vragen\n        U ging terug.\n"
            ),
            (20, 9),
            "U woonde in Polen. # Piet vragen U ging terug.",
            "U woonde in Polen. U ging terug.",
        );
    }
    asks(
        "      motivering: |\n        # noot\n        U woonde in Polen.\n",
        (19, 9),
        "# noot U woonde in Polen.",
        "U woonde in Polen.",
    );
    asks(
        "      motivering: |\n        U woonde in Polen.\n          #12\n",
        (20, 11),
        "U woonde in Polen. #12",
        "U woonde in Polen.",
    );
    asks(
        "      motivering: |\n        U woonde in Polen.\n        # een\n        # twee\n",
        (20, 9),
        "U woonde in Polen. # een # twee",
        "U woonde in Polen.",
    );
}

#[test]
fn a_comment_right_behind_an_unquoted_text() {
    asks(
        "      motivering: U woonde in flat #12, in Polen.\n",
        (18, 36),
        "U woonde in flat #12, in Polen.",
        "U woonde in flat",
    );
    asks(
        "      motivering: U woonde in Polen\n        en in flat # 12\n",
        (19, 20),
        "U woonde in Polen en in flat # 12",
        "U woonde in Polen en in flat",
    );
    asks(
        "      motivering: U woonde in Polen,\n        #12, op de hoek.\n",
        (19, 9),
        "U woonde in Polen, #12, op de hoek.",
        "U woonde in Polen,",
    );
    asks(
        "      motivering: |\n          U woonde in Polen.\n        # noot\n",
        (20, 9),
        "U woonde in Polen. # noot",
        "U woonde in Polen.",
    );
}

#[test]
fn a_long_text_is_shown_around_it() {
    let long = "woord ".repeat(100);
    let finding = motivering(&format!("      motivering: {long}# {long}\n")).unwrap_err();
    let detail = finding.detail.unwrap();
    assert!(
        detail.len() < 500 && detail.starts_with("als tekst: “…") && detail.contains(" # woord"),
        "{detail}"
    );
}

#[test]
fn one_in_quotes_in_a_line_or_on_a_line_of_its_own_says_what_it_is() {
    for (written, read) in [
        ("      motivering: \"Flat #12 in Polen.\"\n", "Flat #12 in Polen."),
        ("      motivering: 'Flat #12 in Polen.'  # noot\n", "Flat #12 in Polen."),
        ("      motivering: \"U woonde\n        # 12 in Polen.\"\n", "U woonde # 12 in Polen."),
        ("      motivering: |\n        Flat #12 in Polen.\n", "Flat #12 in Polen."),
        ("      motivering: Flat#12 in Polen.\n", "Flat#12 in Polen."),
        ("      # noot\n      motivering: In Polen.\n      # noot\n", "In Polen."),
        ("      motivering: In Polen.\n# noot\n", "In Polen."),
        ("      motivering: >-  # noot\n        In Polen.\n", "In Polen."),
        ("      motivering: |\n        In Polen.\n      # noot\n", "In Polen."),
        ("      motivering: |\n        In Polen.\n\n# noot\n", "In Polen."),
    ] {
        assert_eq!(motivering(written).as_deref(), Ok(read), "{written}");
    }
}

#[test]
fn names_codes_and_places_may_have_a_note_behind_them() {
    let text = TRIAGE
        .replace("achternaam: Adeyemi", "achternaam: Adeyemi # zo geschreven")
        .replace("datum: 2026-11-20\n", "datum: 2026-11-20   # vandaag\n")
        .replace("gemeente: Westland", "gemeente: Westland #2")
        .replace("    - NGA", "    - NGA # zie paspoort");
    assert_eq!(case(&text), case(TRIAGE));
}

#[test]
fn lists_of_own_words_and_blocks_in_braces_are_asked_too() {
    for (from, to, path) in [
        (
            "[een paspoort, \"bewijs van verblijf in Oekraïne\"]",
            "\n        - een paspoort # of id-kaart\n        - bewijs",
            "stap.gronden[1].ontbrekend[0]",
        ),
        ("Zie het vonnis.", "Zie het vonnis. # nog nakijken", "stap.gronden[2].motivering"),
        ("gevraagd: Een vonnis.", "gevraagd: Een vonnis. #2", "stap.opschorting.gevraagd"),
        (
            "afwijking: {reden: Zo besloten na overleg., akkoord: T. de Wit, tekst: U bent terug geweest.}",
            "afwijking: {reden: Zo besloten na overleg # met T.\n  , akkoord: T. de Wit}",
            "afwijking.reden",
        ),
    ] {
        super::errors::check(STICKERLOCATIE, from, to, "F508", path);
    }
}
