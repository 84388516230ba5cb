//! How templates are filled: blocks, conditions, slots, provenance, escaping.

use crate::letter::context::context;
use crate::letter::document::{BlockKind, Inline};
use crate::letter::{Piece, TemplateSet};

context! {
    /// A context for tests.
    pub struct Probe {
        /// Always there.
        naam: text ["vreemdeling.achternaam", "vreemdeling.voornamen"],
        /// Sometimes there.
        reden: optional ["stap.gronden[].motivering"],
        /// Yes or no.
        asiel: flag ["stap.asielwens"],
    }
}

fn probe() -> Probe {
    Probe { naam: "Kovalenko".into(), reden: None, asiel: false }
}

fn set(files: &[(&str, &str)]) -> TemplateSet {
    TemplateSet::new(files.iter().copied()).unwrap()
}

fn render(text: &str, probe: &Probe) -> Vec<Piece> {
    set(&[("a.md", text)]).render("a.md", probe, Some(2)).unwrap()
}

#[test]
fn first() {
    let p = render(
        "# Onderwerp {{ naam }}\n\nGeachte **heer**\nx,\\\nregel twee\n\n- een\n{% if asiel %}\n- twee\n{% endif %}\n- drie\n\n{# regel: a.b #}\n{{ naam }}\n\n::gronden::\n\n| a | b |\n|---|---|\n| c | {{ naam }} |\n",
        &Probe { asiel: true, naam: "a\n\n# b".into(), ..probe() },
    );
    println!("{p:#?}");
    let _ = BlockKind::Paragraph(vec![Inline::Break]);
}
